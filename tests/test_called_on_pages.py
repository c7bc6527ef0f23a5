"""What the page Countries calls statuses and ties: one country's by itself, without the ways of others into it."""

import pytest

from data.called import bare_of, called_on
from data.paths import paths
from data.tables import current_tables
from data.words import words
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


def test_no_country_has_the_ways_of_others_on_its_page() -> None:
    """A status beside its ways in brackets or after a colon is a heading of a key, for all who have it."""
    forms = [str(form["label"]) for form in words()["way_into"].values() if "{short}" in form["label"]]
    begins = tuple(form.partition("{ways}")[0] for form in forms)
    shorts = {words()["status"][status]["short"] for status in words()["way_into"]}
    heads = [begin.format(short=short) for begin in begins for short in shorts]
    assert "On a path: " in heads
    for path in paths(TABLES):
        profile = "".join(profile_html(TABLES, "light", path.unit))
        assert not [head for head in heads if head in profile], path.unit


def test_a_bloc_that_was_renamed_has_its_name_of_today() -> None:
    assert "Today: European Union" in "".join(profile_html(TABLES, "light", "POL"))
