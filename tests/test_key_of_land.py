"""Land that is none of the units: it has a row in the key of a map that shows it, and in no other."""

import pytest

from geo.picture import svg


@pytest.mark.parametrize(
    ("view", "told"), [("europe", False), ("balkans", False), ("north_atlantic", True), ("world", True)]
)
def test_land_without_a_unit_is_told_where_it_is_in_sight(view: str, told: bool) -> None:
    assert ("Not covered here" in svg(2004, view)) is told
