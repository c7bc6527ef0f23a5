"""What the statuses are called on a day: no way into them is named before its time, after it, or that nobody is on."""

import re
from datetime import date

from each import for_each

from data.called import bare, bare_of, by_ways, called_on, called_over, label_of
from data.memberships.compare import compared
from data.memberships.picture import picture_of
from data.memberships.shipped import shipped
from data.picture import days_that_differ, picture_on
from data.tables import current_tables
from data.timeline import picture_day
from data.vocabulary import ASPIRANT_FORMATS, DIALOGUE_FORMATS, PARTNER_FORMATS, Format, Status
from data.words import words
from geo.drawing.beside import spelled_out
from geo.drawing.key import key_rows
from geo.drawing.on_a_map import OnMap
from geo.pair_of_memberships import shown_statuses
from pages.parts.countries import COLUMNS, overview
from pages.parts.country_profile import profile_html

TABLES = current_tables()
FORMATS = {
    Status.ASPIRANT: ASPIRANT_FORMATS,
    Status.PARTNER: PARTNER_FORMATS,
    Status.DIALOGUE_PARTNER: DIALOGUE_FORMATS,
}
TERMS = words()["glossary"]


def label(status: Status, day: date) -> str:
    return label_of(status, called_on(day, TABLES))


@for_each("status", FORMATS)
def test_every_way_together_is_what_a_status_is_called_where_no_day_is_told(status: Status) -> None:
    assert by_ways(status, FORMATS[status]).label == words()["status"][status]["label"]
    assert set(words()["way_into"][status]["named"]) <= FORMATS[status]


@for_each(
    "when, expected",
    [
        (date(1991, 12, 20), "Partner (NACC)"),
        (date(1993, 12, 31), "Partner (NACC)"),
        (date(1994, 1, 26), "Partner (NACC, PfP)"),
        (date(1997, 5, 29), "Partner (NACC, PfP)"),
        (date(1997, 5, 30), "Partner (PfP, EAPC)"),
        (TABLES.as_of, "Partner (PfP, EAPC)"),
    ],
)
def test_partners_are_called_by_the_councils_of_the_day(when: date, expected: str) -> None:
    assert label(Status.PARTNER, when) == expected


@for_each(
    "status, expected",
    [
        (Status.ASPIRANT, "On a path"),
        (Status.PARTNER, "Partner"),
        (Status.DIALOGUE_PARTNER, "Dialogue or global partner"),
        (Status.MEMBER, "Member"),
    ],
)
def test_before_the_day_since_when_a_country_has_a_status_no_way_into_it_is_named(
    status: Status, expected: str
) -> None:
    """Ukraine is on a path since 2014, and was promised membership in 2008, applied in 2022, and never had a plan."""
    assert bare_of(status, called_on(TABLES.as_of, TABLES)) == expected
    assert bare_of(status, {}) == bare(status) == expected


@for_each("day", [date(1999, 12, 31), date(2009, 12, 31), date(2023, 12, 31)])
def test_in_a_comparison_no_country_has_the_ways_of_others(day: date) -> None:
    rows = compared(shipped("nato"), shipped("coe"), day).rows
    labels = {row.name: row.first.label for row in rows if row.first}
    assert labels["Ukraine"] == ("Partner" if day.year < 2008 else "On a path")
    assert not [label for label in labels.values() if re.search(r"MAP|promise|application|PfP", label)]


@for_each("unit", ["UKR", "GEO", "BIH"])
def test_a_country_s_status_and_its_day_stand_without_the_ways_of_others(unit: str) -> None:
    rows = overview(TABLES).set_index("unit")
    assert rows.loc[unit, COLUMNS["status"]] == "On a path"
    before, _ = profile_html(TABLES, "light", unit)
    assert re.search(r"<b>On a path</b>, since \d", before)
    assert "On a path: " not in before


@for_each(
    "when, expected",
    [
        (date(1951, 1, 1), "On a path: application"),
        (date(1999, 12, 31), "On a path: MAP"),
        (date(2008, 12, 31), "On a path: MAP, promise"),
        (date(2022, 5, 20), "On a path: MAP, promise, application"),
    ],
)
def test_who_is_on_a_path_is_called_by_the_paths_of_the_day(when: date, expected: str) -> None:
    assert label(Status.ASPIRANT, when) == expected


def test_a_dialogue_is_called_global_once_somebody_is_a_global_partner() -> None:
    assert label(Status.DIALOGUE_PARTNER, date(2009, 12, 31)) == "Dialogue partner"
    assert label(Status.DIALOGUE_PARTNER, date(2010, 12, 31)) == "Dialogue or global partner"


def test_days_that_share_a_key_share_the_ways_of_all() -> None:
    days = (date(1993, 12, 31), date(2020, 12, 31))
    assert called_over(days, TABLES)[Status.PARTNER].label == words()["status"][Status.PARTNER]["label"]


def test_no_key_names_what_has_no_row_of_the_tables_on_its_day() -> None:
    """Of each term that is a format: on every day on which anything changes, a state with that status has it."""
    by_term = {TERMS[key]["term"]: Format(key) for key in TERMS if key in set(Format)}
    starts = TABLES.statuses.groupby("status")["start_day"].min()
    ends = TABLES.statuses.groupby("status")["end_day"].max()
    for day in days_that_differ(TABLES):
        facts = picture_on(day, TABLES)
        called = {status: told.label for status, told in facts.called.items()}
        told = " ".join(row.label for row in key_rows(OnMap(counts=facts.counts, called=called)))
        named = {term for term in by_term if term in told.replace("(", " ").replace(")", " ").replace(",", " ").split()}
        for term in named:
            assert starts[by_term[term]] <= day < ends[by_term[term]], (day, told)
        if not facts.counts[Status.ASPIRANT]:
            assert "MAP" not in named, day


@for_each("year", range(TABLES.first_year, TABLES.last_year + 1))
def test_a_picture_spells_out_the_short_names_of_its_year(year: int) -> None:
    facts = picture_on(picture_day(year, TABLES), TABLES)
    called = {status: told.label for status, told in facts.called.items()}
    out = spelled_out(key_rows(OnMap(counts=facts.counts, called=called)))
    assert ("NACC:" in out) == (1991 <= year <= 1996)
    assert ("PfP:" in out) == (year >= 1994)
    assert ("EAPC:" in out) == (year >= 1997)


def test_the_comparison_of_two_memberships_calls_natos_statuses_by_its_day() -> None:
    nato = shipped("nato")
    for when in (date(1992, 12, 31), date(2000, 12, 31)):
        told = {key: called for key, called, _ in shown_statuses(nato, when)}
        assert told[Status.PARTNER] == label(Status.PARTNER, when)
        standing = [row.first for row in compared(nato, shipped("coe"), when).rows if row.first]
        assert bare(Status.PARTNER) in {each.label for each in standing}  # a country, without the ways of others


def test_a_status_that_no_ground_wears_is_called_by_whom_it_is_had() -> None:
    """The Saar was an associate member of the Council of Europe apart from Germany, in whose shape it lies."""
    council = shipped("coe")
    alone, after = (picture_of(council, date(year, 12, 31)).called for year in (1955, 1957))
    assert alone["associate"].label == "Associate member (Saar Protectorate: not drawn here)"
    assert alone["associate"].bare == "Associate member"
    assert not after
