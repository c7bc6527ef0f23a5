"""Land that is none of the units: it has a row in the key of a map that shows it, and in no other."""

import pytest

from data.memberships.picture import picture_of_year
from data.memberships.reader import current_membership
from geo.picture import svg


@pytest.mark.parametrize(
    ("view", "told"),
    [("europe", True), ("baltic", False), ("balkans", False), ("black_sea", False), ("world", True)],
)
def test_land_without_a_unit_is_told_where_it_is_in_sight(view: str, told: bool) -> None:
    """On the map of Europe that is the Golan alone."""
    assert ("Not covered here" in svg(2004, view)) is told


def test_specks_alone_are_no_land_to_tell_of() -> None:
    made = svg(picture_of_year(current_membership("asean"), 1999), "southeast_asia")
    assert "No status" in made
    assert "Not covered here" not in made
