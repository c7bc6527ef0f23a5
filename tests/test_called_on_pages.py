"""What the page Countries calls statuses and ties: one country's by itself, without the ways of others into it."""

import pytest

from data.called import bare_of, called_on
from data.paths import paths
from data.tables import current_tables
from pages.parts.countries import COLUMNS, overview
from pages.parts.country_profile import profile_html

TABLES = current_tables()


def test_the_table_of_all_calls_the_status_of_each_by_itself() -> None:
    today = called_on(TABLES.as_of, TABLES)
    expected = {path.unit: bare_of(path.status, today) for path in paths(TABLES)}
    assert dict(zip(*(overview(TABLES)[name] for name in ("unit", COLUMNS["status"])), strict=True)) == expected
    assert expected["SRB"] == "Partner"


@pytest.mark.parametrize("unit", ["POL", "UKR"])
def test_the_spans_of_a_profile_are_called_so_too(unit: str) -> None:
    profile = "".join(profile_html(TABLES, "light", unit))
    assert "Partner" in profile
    assert "Partner (" not in profile


def test_a_bloc_that_was_renamed_has_its_name_of_today() -> None:
    assert "Today: European Union" in "".join(profile_html(TABLES, "light", "POL"))
