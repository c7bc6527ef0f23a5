"""Who stood where: the rules of the status table, the examples, and laws that hold on every day."""

import csv
import shutil
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from time import perf_counter

import pytest
from each import for_each
from hypothesis import given, settings
from hypothesis import strategies as st

from data.dates import spelled
from data.editions import edition_text
from data.headlines import Headline, headline, spoken
from data.membership import status_at_year_end, status_counts, status_on, timeline
from data.names import state_names
from data.rounds import joiners, rounds
from data.tables import FOLDER, Tables, current_tables, read_tables
from data.timeline import picture_day, segments
from data.vocabulary import Bloc, Format, Status

TABLES = current_tables()
YEARS = range(TABLES.first_year, TABLES.last_year + 1)
GOLDEN = Path(__file__).parent / "golden" / "members_by_year.csv"
DAYS = st.dates(date(1949, 1, 1), TABLES.as_of)


def on(unit: str, day: str) -> tuple[str, str]:
    """State and status of a unit on a day."""
    row = status_on(date.fromisoformat(day)).loc[unit]
    return row["state"], row["status"]


def formats(unit: str, day: str) -> tuple[str, ...]:
    """Formats and blocs of a unit on a day."""
    found = status_on(date.fromisoformat(day)).loc[unit, "formats"]
    assert isinstance(found, tuple)
    return found


EXAMPLES = [
    # a unit inside a state of its time
    ("LVA", "1980-12-31", "SUN", "eastern_bloc"),
    ("HRV", "1980-12-31", "YUG", "none"),
    ("UKR-CRIMEA", "1980-12-31", "SUN", "eastern_bloc"),
    ("UKR-CRIMEA", "2020-12-31", "UKR", "aspirant"),
    ("XKX", "2000-12-31", "FRY", "none"),
    ("XKX", "2007-12-31", "SRB", "partner"),
    ("XKX", "2008-12-31", "XKX", "none"),
    ("MNE", "2005-12-31", "SCG", "none"),
    # the two Germanies
    ("DEU", "1949-01-01", "DEU", "none"),
    ("DEU", "1954-10-22", "FRG", "none"),
    ("DEU", "1955-05-05", "FRG", "invitee"),
    ("DEU", "1955-05-06", "FRG", "member"),
    ("DEU", "1990-10-03", "DEU", "member"),
    ("DEU-EAST", "1949-10-06", "SBZ", "eastern_bloc"),
    ("DEU-EAST", "1949-10-07", "DDR", "eastern_bloc"),
    ("DEU-EAST", "1990-10-02", "DDR", "eastern_bloc"),
    ("DEU-EAST", "1990-10-03", "DEU", "member"),
    # the eastern bloc before the Pact, and who left it
    ("POL", "1949-01-24", "POL", "none"),
    ("POL", "1950-12-31", "POL", "eastern_bloc"),
    ("POL", "1991-07-01", "POL", "none"),
    ("ALB", "1968-09-12", "ALB", "eastern_bloc"),
    ("ALB", "1968-09-13", "ALB", "none"),
    ("CZE", "1992-12-31", "CSK", "partner"),
    ("CZE", "1993-01-01", "CZE", "partner"),
    ("SVK", "1992-12-31", "CSK", "partner"),
    # overseas
    ("DZA", "1949-08-23", "FRA", "none"),
    ("DZA", "1961-12-31", "FRA", "member"),
    ("DZA", "1962-07-03", "DZA", "none"),
    ("MAR", "1950-12-31", "FRA", "none"),
    ("TUN", "1955-12-31", "FRA", "none"),
    ("MLT", "1963-12-31", "GBR", "member"),
    ("MLT", "1964-09-21", "MLT", "none"),
    ("CYP", "1955-12-31", "GBR", "none"),
    ("CYP-NORTH", "1955-12-31", "GBR", "none"),
    ("CYP-NORTH", "2020-12-31", "CYP", "none"),
    # the base areas: land of the colony until the day on which Cyprus became independent
    ("GBR-AKROTIRI", "1949-01-01", "GBR", "none"),
    ("GBR-AKROTIRI", "1955-12-31", "GBR", "none"),
    ("GBR-AKROTIRI", "1960-08-15", "GBR", "none"),
    ("GBR-AKROTIRI", "1960-08-16", "GBR", "member"),
    ("GBR-DHEKELIA", "1955-12-31", "GBR", "none"),
    ("GBR-DHEKELIA", "1960-08-15", "GBR", "none"),
    ("GBR-DHEKELIA", "1960-08-16", "GBR", "member"),
    ("GBR-DHEKELIA", "2020-12-31", "GBR", "member"),
    ("GRL", "1951-12-31", "DNK", "member"),
    ("ALA", "2023-04-03", "FIN", "invitee"),
    ("ALA", "2023-04-04", "FIN", "member"),
    ("SJM", "2000-12-31", "NOR", "member"),
    # an occupation never decides the state
    ("AUT", "1950-12-31", "AUT", "none"),
    # partners
    ("MLT", "1996-10-26", "MLT", "partner"),
    ("MLT", "2000-12-31", "MLT", "none"),
    ("MLT", "2008-04-03", "MLT", "partner"),
    ("RUS", "1994-12-31", "RUS", "partner"),
    ("RUS", "2014-04-01", "RUS", "suspended_partner"),
    ("BLR", "2021-12-31", "BLR", "suspended_partner"),
    ("FIN", "1992-06-05", "FIN", "partner"),
    ("AFG", "2015-12-31", "AFG", "dialogue_partner"),
    ("AFG", "2021-08-15", "AFG", "none"),
    # aspirants, and the law that ruled membership out
    ("UKR", "2008-04-02", "UKR", "partner"),
    ("UKR", "2008-04-03", "UKR", "aspirant"),
    ("UKR", "2010-06-30", "UKR", "aspirant"),
    ("UKR", "2010-07-01", "UKR", "partner"),
    ("UKR", "2014-12-22", "UKR", "partner"),
    ("UKR", "2014-12-23", "UKR", "aspirant"),
    ("SRB", "2020-12-31", "SRB", "partner"),
    ("PSE", "2020-12-31", "PSE", "none"),
]  # fmt: skip


@for_each("unit, day, state, status", EXAMPLES)
def test_examples(unit: str, day: str, state: str, status: str) -> None:
    assert on(unit, day) == (state, status)


RULES = [
    # row of the table, unit, the day before, status then, first day, status from then
    ("accession", "POL", "1999-03-11", "invitee", "1999-03-12", "member"),
    ("founders are never invitees", "NOR", "1949-08-23", "none", "1949-08-24", "member"),
    ("invited", "SWE", "2022-06-28", "aspirant", "2022-06-29", "invitee"),
    ("map", "HRV", "2002-05-13", "partner", "2002-05-14", "aspirant"),
    ("map_conditional", "BIH", "2010-04-21", "partner", "2010-04-22", "aspirant"),
    ("bucharest_promise", "GEO", "2008-04-02", "partner", "2008-04-03", "aspirant"),
    ("applied", "FIN", "2022-05-17", "partner", "2022-05-18", "aspirant"),
    ("applied", "ESP", "1981-12-01", "none", "1981-12-02", "aspirant"),
    ("pfp_suspended", "RUS", "2014-03-31", "partner", "2014-04-01", "suspended_partner"),
    ("nacc", "HUN", "1991-12-19", "none", "1991-12-20", "partner"),
    ("pfp", "AUT", "1995-02-09", "none", "1995-02-10", "partner"),
    ("mediterranean_dialogue", "ISR", "1995-01-31", "none", "1995-02-01", "dialogue_partner"),
    ("ici", "QAT", "2005-01-31", "none", "2005-02-01", "dialogue_partner"),
    ("global_partner", "JPN", "2012-09-30", "none", "2012-10-01", "dialogue_partner"),
    ("the Soviet Union", "UKR", "1991-12-25", "eastern_bloc", "1991-12-26", "none"),
    ("the Warsaw Pact", "BGR", "1991-06-30", "eastern_bloc", "1991-07-01", "none"),
    ("Comecon before the Pact", "ROU", "1949-01-24", "none", "1949-01-25", "eastern_bloc"),
    ("a dependency's own row", "GBR-AKROTIRI", "1960-08-15", "none", "1960-08-16", "member"),
    ("East Germany", "DEU-EAST", "1990-10-02", "eastern_bloc", "1990-10-03", "member"),
]  # fmt: skip


@for_each("rule, unit, before, was, day, then", RULES)
def test_the_status_table_row_by_row(rule: str, unit: str, before: str, was: str, day: str, then: str) -> None:
    assert (on(unit, before)[1], on(unit, day)[1]) == (was, then), rule


@for_each(
    "word, unit, day",
    [
        ("ipap", "AZE", "2005-05-27"),
        ("intensified_dialogue", "UKR", "2005-04-21"),
        ("declared_aim", "MKD", "1993-12-23"),
        ("applied_map", "UKR", "2008-01-15"),
        ("nato_russia", "RUS", "1997-05-27"),
        ("nato_russia_suspended", "RUS", "1999-03-24"),
        ("nato_ukraine", "UKR", "1997-07-09"),
        ("nato_georgia", "GEO", "2008-09-15"),
        ("eop", "SWE", "2014-09-05"),
        ("itpp", "IRL", "2024-02-01"),
    ],
)
def test_formats_that_change_nothing_by_themselves(word: str, unit: str, day: str) -> None:
    first = date.fromisoformat(day)
    before, after = (status_on(when).loc[unit] for when in (first - timedelta(days=1), first))
    assert word not in before["formats"]
    assert word in after["formats"]
    assert before["status"] == after["status"]


def test_comecon_counts_only_until_there_is_a_pact() -> None:
    assert "comecon" in formats("ALB", "1961-11-30")
    assert on("ALB", "1955-05-13")[1] == on("ALB", "1955-05-14")[1] == "eastern_bloc"
    assert formats("DEU-EAST", "1990-09-30") == ("comecon",)


def test_yugoslavia_is_never_in_the_eastern_bloc() -> None:
    history = timeline()
    assert "eastern_bloc" not in set(history.loc[history["state"] == "YUG", "status"])


def test_formats_stand_in_the_order_of_the_vocabulary() -> None:
    assert formats("BIH", "1999-12-31") == ()
    assert formats("POL", "1970-12-31") == ("warsaw_pact", "comecon")
    assert formats("SWE", "2020-12-31") == ("pfp", "eapc", "eop", "eu", "neutral")
    assert formats("RUS", "2020-12-31") == (
        "pfp", "pfp_suspended", "eapc", "nato_russia", "nato_russia_suspended", "csto",
    )  # fmt: skip
    assert formats("DEU", "1970-12-31") == ("eu",)
    assert formats("DEU-EAST", "1970-12-31") == ("warsaw_pact", "comecon")
    assert formats("DEU-EAST", "2000-12-31") == ("eu",)
    assert formats("UKR-CRIMEA", "2000-12-31") == formats("UKR", "2000-12-31") == ("pfp", "eapc", "nato_ukraine")
    assert formats("GRL", "1980-12-31") == ()


@for_each(
    "unit, day, since",
    [
        ("POL", "2004-12-31", "1999-03-12"),
        ("DEU", "2004-12-31", "1955-05-06"),
        ("DEU-EAST", "2004-12-31", "1990-10-03"),
        ("DEU-EAST", "1980-12-31", "1945-06-05"),
        ("LVA", "1980-12-31", "1940-08-05"),
        ("POL", "1980-12-31", "1949-01-25"),
        ("GRC", "1950-12-31", "1950"),
        ("JOR", "2004-12-31", "1995-11"),
        ("RUS", "1994-12-31", "1991-12-20"),
        ("UKR", "2012-12-31", "2010-07-01"),
        ("CZE", "1995-12-31", "1991-12-20"),
        ("ALB", "1980-12-31", "1968-09-13"),
        ("DZA", "1960-12-31", "1949-08-24"),
        ("GRL", "2004-12-31", "1949-08-24"),
        ("CHE", "1980-12-31", ""),
    ],
)
def test_since_keeps_the_precision_and_outlives_a_change_of_state(unit: str, day: str, since: str) -> None:
    assert status_on(date.fromisoformat(day)).loc[unit, "since"] == since


# years


def golden() -> dict[int, int]:
    """Members at the end of each year, typed by hand."""
    return {int(row["year"]): int(row["members"]) for row in by_hand()}


def by_hand() -> list[dict[str, str]]:
    with GOLDEN.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_golden_years_are_all_there() -> None:
    assert list(golden()) == list(YEARS)


@for_each("year", YEARS)
def test_members_by_year(year: int) -> None:
    assert status_counts(year)[Status.MEMBER] == golden()[year]
    assert spoken(year).startswith(f"{year}: {golden()[year]} members")


def test_counts_are_of_states_not_of_units() -> None:
    counts = status_counts(1955)
    assert list(counts) == list(Status)
    assert counts[Status.EASTERN_BLOC] == 8  # the eight that signed the Warsaw Treaty
    assert counts[Status.INVITEE] == counts[Status.PARTNER] == 0
    assert status_counts(1969)[Status.EASTERN_BLOC] == 7  # without Albania
    assert status_counts(1990)[Status.EASTERN_BLOC] == 6  # without East Germany
    assert status_counts(1992)[Status.EASTERN_BLOC] == 0
    assert status_counts(2003)[Status.INVITEE] == 7
    assert status_counts(2026)[Status.SUSPENDED_PARTNER] == 2


def test_a_colony_counts_from_its_independence() -> None:
    def states(year: int) -> int:
        return sum(status_counts(year).values())

    assert states(1951) == states(1950) + 1  # Libya
    assert states(1962) == states(1961) + 1  # Algeria
    assert states(1993) == states(1992) + 1  # Czechia and Slovakia for Czechoslovakia
    assert states(2006) == states(2005) + 1  # Montenegro
    assert states(2008) == states(2007) + 1  # Kosovo
    assert states(2026) == (TABLES.units["kind"] == "country").sum()


def test_a_year_is_seen_on_its_last_day_and_the_last_year_on_as_of() -> None:
    assert picture_day(2004) == date(2004, 12, 31)
    assert picture_day(TABLES.last_year) == TABLES.as_of
    assert status_at_year_end(1999).equals(status_on(date(1999, 12, 31)))


@pytest.mark.parametrize("year", [TABLES.first_year - 1, TABLES.last_year + 1])
def test_a_year_outside_the_tables_is_refused_with_a_sentence(year: int) -> None:
    for question in (picture_day, status_at_year_end, status_counts, headline, spoken):
        with pytest.raises(
            ValueError, match=f"{year} is outside the tables; expected a year from 1949 to {TABLES.last_year}"
        ):
            question(year)


@pytest.mark.parametrize("day", [date(1948, 12, 31), TABLES.as_of + timedelta(days=1)])
def test_a_day_outside_the_tables_is_refused_with_a_sentence(day: date) -> None:
    with pytest.raises(ValueError, match=f"expected a day from 1949-01-01 to {TABLES.as_of}"):
        status_on(day)


def test_rounds() -> None:
    table = rounds().set_index("year")
    later = [(int(row["year"]), row["joined"].split()) for row in by_hand() if row["joined"] not in ("", "DEU-EAST")]
    assert table.index.tolist() == [1949, *(year for year, _ in later)]
    parts = set(TABLES.units.loc[TABLES.units["kind"] == "part", "unit"])
    assert table["joined"].tolist() == [12, *(len(set(units) - parts) for _, units in later)]
    assert table["total"].tolist() == [golden()[year] for year in table.index]
    assert table.index[table["founding"]].tolist() == [1949]
    assert table.loc[2009, "units"] == ("ALB", "HRV")
    assert table.loc[2004, "days"] == (date(2004, 3, 29),)


def test_joiners_come_in_order_under_the_name_of_the_day() -> None:
    (germany,) = joiners(1955)
    assert (germany.unit, germany.name, germany.joined_on) == ("DEU", "West Germany", date(1955, 5, 6))
    assert [one.unit for one in joiners(1999)] == ["CZE", "HUN", "POL"]
    assert joiners(1990) == ()


def test_names_of_states_of_their_time() -> None:
    names = state_names()
    assert {code: names[code] for code in ("SUN", "DDR", "FRG", "CSK", "YUG", "FRY", "SCG", "GBR", "TUR")} == {
        "SUN": "Soviet Union",
        "DDR": "East Germany",
        "FRG": "West Germany",
        "CSK": "Czechoslovakia",
        "YUG": "Yugoslavia",
        "FRY": "Federal Republic of Yugoslavia",
        "SCG": "Serbia and Montenegro",
        "GBR": "United Kingdom",
        "TUR": "Türkiye",
    }
    assert set(timeline()["state"]) <= set(names)
    assert set(TABLES.units["unit"]) <= set(names)


# headlines


@for_each("year", YEARS)
def test_a_headline_is_short_and_says_when_the_last_year_ends(year: int) -> None:
    said = headline(year)
    assert 0 < len(said.title) <= 60
    assert 0 < len(said.detail) <= 160
    assert (f"As of {spelled(TABLES.as_of)}." in said.detail) == (year == TABLES.last_year)


@for_each(
    "year, title, detail",
    [
        (
            1949,
            "Twelve states found the alliance",
            "They sign the treaty on 4 April 1949; it enters into force on 24 August, "
            "the day from which they are counted.",
        ),
        (1950, "Still 12 members", "Greece and Turkey become aspirants."),
        (1952, "Greece and Turkey join", "They accede on 18 February as members 13 and 14."),
        (1955, "West Germany joins", "It accedes on 6 May as member 15. 14 May: Warsaw Treaty signed."),
        (1964, "Still 15 members", "Malta leaves the treaty area."),
        (1970, "No change: 15 members", "The last to join was West Germany, in 1955."),
        (1996, "Still 16 members", "Switzerland becomes a partner; Malta is no longer a partner."),
        (2003, "No change: 19 members", "The last to join were the Czech Republic, Hungary and Poland, in 1999."),
        (
            2004,
            "Seven countries join, the largest round since 1949",
            "Bulgaria, Estonia, Latvia, Lithuania, Romania, Slovakia and Slovenia accede on 29 March.",
        ),
    ],
)
def test_headlines(year: int, title: str, detail: str) -> None:
    assert headline(year) == Headline(title, detail)


def test_a_year_without_joiners_is_headed_by_its_event() -> None:
    for year, word in (
        (1962, "Algeria"),
        (1966, "France"),
        (1990, "unification"),
        (1991, "Soviet Union"),
        (2022, "invasion"),
    ):
        assert word in headline(year).title
        assert headline(year).title in set(TABLES.events["title"])


def test_the_slider_speaks() -> None:
    assert spoken(2004) == "2004: 26 members, 7 joined"
    assert spoken(1949) == "1949: 12 members, 12 joined"
    assert spoken(2005) == "2005: 26 members"


# laws


@settings(deadline=None)
@given(DAYS)
def test_every_unit_has_one_status_a_day_and_it_is_the_timelines(day: date) -> None:
    shown, history = status_on(day), timeline()
    holding = history[[start <= day < end for start, end in zip(history["start_day"], history["end_day"], strict=True)]]
    assert holding["unit"].tolist() == TABLES.units["unit"].tolist() == shown.index.tolist()
    for column in ("status", "state", "since"):
        assert holding[column].tolist() == shown[column].tolist()
    assert set(shown["status"]) <= set(Status)
    assert all(set(words) <= {*Format, *Bloc} for words in shown["formats"])


def members(day: date) -> set[str]:
    """The states that are members on a day; a colony inside the treaty area is none."""
    accessions = TABLES.accessions["iso3"]
    shown = status_on(day)
    return {unit for unit in accessions if shown.loc[unit, "status"] == Status.MEMBER}


@settings(deadline=None)
@given(DAYS, DAYS)
def test_the_set_of_member_states_only_grows(one: date, other: date) -> None:
    assert members(min(one, other)) <= members(max(one, other))


@for_each("iso3", TABLES.accessions.loc[TABLES.accessions["invited_on"] != "", "iso3"])
def test_an_invited_state_is_an_invitee_the_day_before_and_a_member_on_the_day(iso3: str) -> None:
    day = TABLES.accessions.set_index("iso3").loc[iso3, "joined_day"]
    assert status_on(day - timedelta(days=1)).loc[iso3, "status"] == Status.INVITEE
    assert status_on(day).loc[iso3, "status"] == Status.MEMBER


def test_histories_have_no_gap_and_neighbours_differ() -> None:
    for _unit, parts in timeline().groupby("unit"):
        assert parts["start_day"].iloc[0] == date(1949, 1, 1)
        assert parts["end_day"].iloc[-1] == TABLES.as_of + timedelta(days=1)
        assert parts["end_day"].tolist()[:-1] == parts["start_day"].tolist()[1:]
        pairs = list(zip(parts["status"], parts["state"], strict=True))
        assert all(one != other for one, other in pairwise(pairs))


def test_a_part_follows_its_country_unless_it_has_rows_of_its_own() -> None:
    shown = {unit: history for unit, history in segments(TABLES).items() if "-" in unit}
    units = TABLES.units.set_index("unit")
    for unit in shown:
        if units.loc[unit, "kind"] == "part" and unit != "DEU-EAST":
            assert shown[unit] == segments(TABLES)[units.loc[unit, "of"]]


def test_the_whole_timeline_takes_well_under_a_second() -> None:
    tables = read_tables()
    start = perf_counter()
    timeline(tables)
    assert perf_counter() - start < 1


# other tables


def copied(folder: Path, **added: str) -> Path:
    """A copy of the project's tables with lines added at their ends."""
    for path in [*FOLDER.glob("*.csv"), FOLDER / "edition.toml"]:
        shutil.copy(path, folder)
    for name, lines in added.items():
        with (folder / f"{name}.csv").open("a", encoding="utf-8") as out:
            out.write(lines)
    return folder


def test_eop_or_itpp_alone_makes_a_dialogue_partner_and_ipap_alone_makes_none(tmp_path: Path) -> None:
    words = ("LBY,Libya,eop", "LBN,Lebanon,itpp", "MCO,Monaco,ipap")
    lines = "".join(f"{word},,2010,,,,,S54,known\n" for word in words)
    shown = status_on(date(2012, 1, 1), read_tables(copied(tmp_path, statuses=lines)))["status"]
    assert shown[["LBY", "LBN", "MCO"]].tolist() == ["dialogue_partner", "dialogue_partner", "none"]


def test_since_takes_the_more_precise_of_two_ends(tmp_path: Path) -> None:
    lines = "LBY,Libya,ici,,1990,1996-01-01,,,,S54,known\nLBY,Libya,ipap,,1990,1996,,,,S54,known\n"
    tables = read_tables(copied(tmp_path, statuses=lines))
    assert status_on(date(2000, 1, 1), tables).loc["LBY", ["status", "since"]].tolist() == ["none", "1996-01-01"]


def test_a_comecon_state_outside_the_pact_leaves_the_bloc_when_the_pact_begins(tmp_path: Path) -> None:
    line = "comecon,MNG,MNG,Mongolia,1950,,,whole,MNG,false,,,K08,known\n"
    tables = read_tables(copied(tmp_path, other_blocs=line))
    assert status_on(date(1955, 5, 13), tables).loc["MNG", "status"] == "eastern_bloc"
    assert status_on(date(1955, 5, 14), tables).loc["MNG", ["status", "since"]].tolist() == ["none", "1955-05-14"]


def test_an_event_still_to_come_heads_no_year(tmp_path: Path) -> None:
    day = TABLES.as_of + timedelta(days=1)
    line = f"EV99,{day},Something planned,It may happen.,,summit,TUR,true,true,S98,unsure\n"
    tables = read_tables(copied(tmp_path, events=line))
    assert headline(TABLES.last_year, tables) == headline(TABLES.last_year)


MEMBERS = len(TABLES.accessions)
INVITED = TABLES.last_year + 1
JOINED = INVITED + 1


@pytest.fixture
def later(tmp_path: Path) -> Tables:
    """The tables of a day on which Bosnia and Herzegovina has joined: two rows and a date."""
    accession = (
        f"BIH,Bosnia and Herzegovina,{MEMBERS + 1},A round,,{INVITED}-06-10,A summit,{INVITED}-09-01,{JOINED}-04-20,"
        f"{JOINED}-04-25,{JOINED}-05-02,,yugoslavia,,,,S54,known\n"
    )
    invitation = f"BIH,Bosnia and Herzegovina,invited,,{INVITED}-06-10,{JOINED}-05-02,joined NATO,,,S54,known\n"
    folder = copied(tmp_path, accessions=accession, statuses=invitation)
    day = date(JOINED, 7, 1)
    edition = edition_text("2.0", day, day, "A member more.", "A trial.")
    (folder / "edition.toml").write_text(edition, encoding="utf-8")
    return read_tables(folder)


def test_the_next_member_is_a_matter_of_rows(later: Tables) -> None:
    assert later.last_year == JOINED
    assert status_counts(TABLES.last_year, later)[Status.MEMBER] == MEMBERS
    assert status_at_year_end(INVITED, later).loc["BIH", "status"] == "invitee"
    assert status_counts(JOINED, later)[Status.MEMBER] == MEMBERS + 1
    assert status_at_year_end(JOINED, later).loc["BIH", ["status", "since"]].tolist() == ["member", f"{JOINED}-05-02"]
    assert spoken(JOINED, later) == f"{JOINED}: {MEMBERS + 1} members, 1 joined"
    assert headline(JOINED, later) == Headline(
        "Bosnia and Herzegovina joins", f"It accedes on 2 May as member {MEMBERS + 1}. As of 1 July {JOINED}."
    )
    assert headline(INVITED, later) == Headline(
        f"Still {MEMBERS} members", "Bosnia and Herzegovina is invited to join."
    )
    assert rounds(later)["total"].iloc[-1] == MEMBERS + 1
    assert status_counts(TABLES.last_year)[Status.MEMBER] == MEMBERS


def test_an_event_no_longer_lies_ahead_once_as_of_has_passed_it(later: Tables) -> None:
    assert not later.events["after_as_of"].any()
