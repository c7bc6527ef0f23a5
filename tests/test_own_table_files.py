"""Sixteen public lists of the kind people have become right memberships, with the answers that somebody would give."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest

from data.memberships.answers import leavers, members_on
from data.memberships.reader import current_membership
from data.own_table.columns import Mapping as Columns
from data.own_table.reading import Reading, read_table
from data.own_table.saved import read_saved, saved

HERE = Path(__file__).parent
TABLES = HERE / "files" / "own_tables"
EXAMPLES = HERE.parent / "data" / "own_table" / "examples"
GOLDEN = HERE / "golden"
TODAY = date(2026, 11, 28)
Known = Mapping[str, tuple[int, str, str]]
"""By a day: how many members, one who is, and one who is not."""


@dataclass(frozen=True)
class Case:
    """A file, what is answered, what it then says, and how many of its rows cannot be taken."""

    path: Path
    known: Known
    answers: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    last_day: bool = False
    refused: int = 0
    asked: frozenset[str] = frozenset()
    """The ids of the questions that are open without answers."""


CASES = [
    Case(
        TABLES / "eu-iso2.csv",
        {
            "1957-12-31": (0, "", "FRA"),
            "1973-01-01": (9, "GBR", "GRC"),
            "2004-05-01": (25, "CYP", "BGR"),
            "2026-01-01": (28, "HRV", "TUR"),
        },
    ),
    Case(
        EXAMPLES / "pct-two-digit-years.tsv",
        {"1978-01-24": (4, "COG", "SUN"), "1990-01-01": (6, "SUN", "RUS"), "2026-01-01": (17, "NAM", "GRL")},
        {"state:RUS:1978-03-29": "split", "just-before": "later"},
        refused=2,
        asked=frozenset({"state:RUS:1978-03-29", "just-before"}),
    ),
    Case(
        TABLES / "cites-day-month.csv",
        {
            "1976-10-18": (1, "COD", "FRA"),
            "1981-09-21": (4, "BLZ", "COG"),
            "1993-01-01": (8, "CZE", "CIV"),
            "2026-01-01": (9, "CIV", "FLK"),
        },
        {"no-day": "leave-out"},
        {"joined": "entry"},
        refused=1,
        asked=frozenset({"no-day"}),
    ),
    Case(
        TABLES / "asean-pays.sql",
        {"1967-08-08": (5, "PHL", "BRN"), "1984-01-07": (6, "BRN", "VNM"), "1999-04-30": (10, "MMR", "TLS")},
    ),
    Case(
        EXAMPLES / "groups.sql",
        {"1973-01-01": (9, "IRL", "NOR"), "2020-01-31": (28, "GBR", "CHE"), "2020-02-01": (27, "HRV", "GBR")},
        {"group": "EU_MEMBER"},
        asked=frozenset({"group"}),
    ),
    Case(
        EXAMPLES / "groups.sql",
        {"1995-03-26": (7, "ESP", "AUT"), "2008-12-12": (25, "CHE", "LIE"), "2025-01-01": (29, "ROU", "CYP")},
        {"group": "SCHENGEN"},
        asked=frozenset({"group"}),
    ),
    Case(
        EXAMPLES / "oecd.R",
        {"1961-09-30": (17, "TUR", "ITA"), "1962-03-29": (20, "ITA", "JPN"), "2021-05-25": (38, "CRI", "BRA")},
    ),
    Case(
        TABLES / "un-admissions.csv",
        {"1946-01-01": (11, "BLR", "RUS"), "1991-09-17": (37, "SUN", "RUS"), "2026-01-01": (47, "RUS", "FRY")},
        {
            "state:RUS:1945-10-24": "split",
            "state:UKR:1945-10-24": "as-told",
            "state:BLR:1945-10-24": "as-told",
            "state:SRB:2000-11-01": "split",
        },
        asked=frozenset(
            {"state:RUS:1945-10-24", "state:UKR:1945-10-24", "state:BLR:1945-10-24", "state:SRB:2000-11-01"}
        ),
    ),
    Case(
        GOLDEN / "memberships" / "efta_years.csv",
        {"1972-12-31": (8, "DNK", "FIN"), "1995-01-01": (4, "LIE", "AUT")},
    ),
    Case(
        GOLDEN / "memberships" / "csto_years.csv",
        {"1999-01-01": (6, "ARM", "UZB")},
    ),
    Case(
        GOLDEN / "memberships" / "coe_years.csv",
        {"1949-12-31": (12, "TUR", "DEU"), "2007-06-01": (47, "MNE", "BLR")},
        {"state:SRB:2003": "split"},
        asked=frozenset({"state:SRB:2003"}),
    ),
    Case(
        GOLDEN / "codes" / "cow_states2016.csv",
        {"1949-01-01": (41, "SUN", "RUS"), "1980-06-01": (57, "DDR", "SVK"), "2016-06-01": (80, "RUS", "YUG")},
        {"country:yugoslavia": "YUG", "state:RUS:1816": "split"},
        last_day=True,
        asked=frozenset({"country:yugoslavia", "state:RUS:1816"}),
    ),
    Case(
        TABLES / "wto-two-columns-of-days.csv",
        {
            "1995-01-01": (12, "HKG", "POL"),
            "1997-03-27": (22, "COG", "CHN"),
            "2012-08-22": (35, "RUS", "YEM"),
            "2026-01-01": (41, "TLS", "FRA"),
        },
        {"country:guinea": "GIN"},
        refused=1,
        asked=frozenset({"country:guinea"}),
    ),
    Case(
        TABLES / "african-union.md",
        {
            "1963-12-31": (25, "DZA", "MWI"),
            "1975-12-31": (38, "AGO", "DJI"),
            "1993-05-24": (41, "ERI", "MAR"),
            "2026-01-01": (42, "MAR", "ZAF"),
        },
        {"country:guinea": "GIN", "status:suspended": "member"},
        asked=frozenset({"country:guinea", "status:suspended"}),
    ),
    Case(
        TABLES / "schengen-area.tsv",
        {
            "1995-03-26": (7, "ESP", "ITA"),
            "2001-03-25": (15, "ISL", "CHE"),
            "2008-12-12": (25, "CHE", "LIE"),
            "2026-01-01": (29, "ROU", "CYP"),
        },
        {"country:schengen area": "leave-out"},
        {"joined": "Date of first implementation[Note 2]"},
        asked=frozenset({"country:schengen area"}),
    ),
    Case(
        TABLES / "commonwealth.html",
        {
            "1926-11-19": (2, "CAN", "IND"),
            "1961-03-13": (4, "CYP", "MLT"),
            "1982-01-01": (13, "ATG", "CMR"),
            "2026-01-01": (16, "GAB", "GBR"),
        },
    ),
]
IDS = [f"{case.path.stem}-{number}" for number, case in enumerate(CASES)]


def read(case: Case, answers: Mapping[str, str]) -> Reading:
    raw = case.path.read_bytes()
    mapping: Columns | None = None
    if case.columns or case.last_day:
        guessed = read_table(raw, case.path.name, today=TODAY).mapping
        mapping = replace(guessed.changed(**case.columns), is_last_day=case.last_day)
    return read_table(raw, case.path.name, answers, mapping, today=TODAY)


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_a_public_list_becomes_a_right_membership(case: Case) -> None:
    assert {question.id for question in read(case, {}).questions} == case.asked
    reading = read(case, case.answers)
    assert reading.questions == () and reading.asked == ()
    assert len(reading.refused) == case.refused
    membership = reading.membership()
    found = {}
    for day, (_, there, absent) in case.known.items():
        members = members_on(membership, date.fromisoformat(day))
        found[day] = (len(members), there if there in members else "", absent if absent not in members else "")
    assert found == case.known


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_what_is_saved_reads_back_and_is_the_same_twice(case: Case) -> None:
    reading = read(case, case.answers)
    kept = saved(reading, "A title")
    again, title = read_saved(kept, "my.zip")
    assert title == "A title"
    assert (again.taken, again.refused, again.aside, again.mapping) == (
        reading.taken,
        reading.refused,
        reading.aside,
        reading.mapping,
    )
    assert saved(again, title) == kept


def test_the_unions_list_agrees_with_the_atlas() -> None:
    """But for the first years, which the list counts from 1958, and the day of leaving, which is that of the clock."""
    own, ours = read(CASES[4], CASES[4].answers).membership(), current_membership("eu")
    for year in range(1973, 2026):
        day = date(year, 12, 30)
        assert members_on(own, day) == members_on(ours, day), year
    assert [change.code for change in leavers(own, 2020)] == ["GBR"]
