"""What the page Countries calls statuses and ties: as the atlas does on the day that a row is of."""

from data.called import called_on, label_of
from data.paths import paths
from data.tables import current_tables
from data.vocabulary import Status
from pages.parts.countries import COLUMNS, overview
from pages.parts.country_profile import profile_html

TABLES = current_tables()


def test_the_table_of_all_calls_each_status_by_the_words_of_today() -> None:
    today = called_on(TABLES.as_of, TABLES)
    expected = {path.unit: label_of(path.status, today) for path in paths(TABLES)}
    assert dict(zip(*(overview(TABLES)[name] for name in ("unit", COLUMNS["status"])), strict=True)) == expected
    assert expected["SRB"] == "Partner (PfP, EAPC)"  # the council before it is no more
    assert label_of(Status.PARTNER, {}) not in expected.values()


def test_a_span_of_years_is_called_by_the_ways_that_held_in_it() -> None:
    poland = "".join(profile_html(TABLES, "light", "POL"))
    assert "Partner (NACC, PfP)" in poland
    assert "Partner (NACC, PfP, EAPC)" in "".join(profile_html(TABLES, "light", "UKR"))
    assert "Partner (NACC, PfP, EAPC)" not in poland


def test_a_bloc_that_was_renamed_has_its_name_of_today() -> None:
    assert "Today: European Union" in "".join(profile_html(TABLES, "light", "POL"))
