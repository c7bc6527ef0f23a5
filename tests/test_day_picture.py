"""The picture of a day: what history decides about a map, as a value and as runs that say the same on every day."""

import itertools
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from each import for_each
from hypothesis import given
from hypothesis import strategies as st

from data import picture
from data.borders_in_time import Front, front_of, front_runs, inner_runs, is_inner, russian_state
from data.dates import first_day
from data.ground_note import GroundNote
from data.keys import INTERVALS
from data.measures import measures_on
from data.membership import status_counts_on, status_on
from data.outlines import opened_by, outline_of
from data.overlays import units_under
from data.picture import days_that_differ, picture_on
from data.runs import day_number, value_at
from data.tables import Tables, current_tables
from data.timeline import picture_day
from data.treaty_area import days_of_change, nato_land
from data.vocabulary import Effect, Overlay, Status
from geo.wire.picture_runs import PictureRuns, course_of_nato

TABLES = current_tables()
FIRST, LAST = TABLES.first_day, TABLES.as_of
DAYS = st.dates(FIRST, LAST)
RUNS = PictureRuns(course_of_nato(TABLES))
PAYLOAD = RUNS.payload()
UNITS = list(TABLES.units["unit"])
NAMES = dict(zip(TABLES.units["unit"], TABLES.units["name"], strict=True))
UNIT_RUNS = {unit: RUNS.of_unit(unit, NAMES[unit]) for unit in UNITS}
DRAFT_RUNS = {id_: RUNS.of_draft(id_) for id_ in picture_on(LAST, TABLES).drafts}
ONE_DAY = timedelta(days=1)


def on(text: str) -> date:
    return date.fromisoformat(text)


def without(tables: Tables, name: str, **values: str) -> Tables:
    """The tables without the rows of one table that have these values."""
    rows = getattr(tables, name)
    hit = True
    for column, value in values.items():
        hit = hit & (rows[column] == value)
    return replace(tables, **{name: rows[~hit]})


# ---------------------------------------------------------------------- the runs say what the value says


def read(runs: list[Any], day: date) -> Any:
    return value_at(runs, day_number(day, TABLES))


def assert_runs_agree(day: date) -> None:
    picture = picture_on(day, TABLES)
    for unit, here in picture.units.items():
        status, state, since, relation, *name = read(UNIT_RUNS[unit], day)
        assert (list(Status)[status], state, since, relation) == (here.status, here.state, here.since, here.relation)
        assert (name or [NAMES[unit]]) == [here.name]
    assert tuple(read(PAYLOAD["joined"], day)) == picture.joined
    assert read(PAYLOAD["joined_count"], day) == picture.joined_count
    assert read(PAYLOAD["counts"], day) == list(picture.counts.values())
    headlines = PAYLOAD["headlines"]
    assert headlines[read(PAYLOAD["headline"], day)] == [picture.headline.title, picture.headline.detail]
    for voice, runs in PAYLOAD["captions"].items():
        told = read(runs, day)
        own = picture.captions.get(voice)
        assert (told is None) == (own is None)
        if told and own:
            assert told[0] == own.kind
            assert headlines[told[1]] == [own.headline.title, own.headline.detail]
    for overlay in Overlay:
        assert tuple(read(PAYLOAD["overlays"][overlay], day)) == picture.overlays[overlay]
    for id_, reach in picture.drafts.items():
        assert tuple(read(DRAFT_RUNS[id_]["touches"], day)) == reach.countries
        assert tuple(read(DRAFT_RUNS[id_]["ground"], day)) == reach.ground
    for key, values in (("outlines", picture.outlines), ("opens", picture.opens), ("labels", picture.labels)):
        told = {name: read(runs, day) for name, runs in PAYLOAD[key].items()}
        assert {name: value for name, value in told.items() if value is not None} == values
    for effect, territories in picture.area.items():
        assert tuple(name for name, runs in PAYLOAD["area"][effect].items() if read(runs, day)) == territories
    named = read(PAYLOAD["named"], day)
    concerned = named if (told := read(PAYLOAD["concerned"], day)) is None else told
    assert (tuple(named), tuple(concerned)) == (picture.named, picture.concerned)
    assert (tuple(concerned) if read(PAYLOAD["untold"], day) else ()) == picture.untold
    noted = (
        GroundNote(form, tuple((unit, name) for unit, name, runs in parts if read(runs, day)))
        for form, parts in PAYLOAD["ground_notes"]
    )
    assert tuple(note for note in noted if note.parts) == picture.ground_notes
    assert read(PAYLOAD["west_berlin"], day) == picture.west_berlin


@given(DAYS)
def test_on_any_day_the_runs_say_what_the_picture_says(day: date) -> None:
    assert_runs_agree(day)


def test_what_is_made_once_for_the_days_between_two_turns_is_true_of_each_of_them() -> None:
    frames = [getattr(TABLES, name) for name in INTERVALS]
    named = {day for frame in frames for column in ("start_day", "end_day") for day in frame[column]}
    for day in sorted(day for each in named for day in (each, each - ONE_DAY) if FIRST <= day <= LAST):
        shown = picture_on(day, TABLES)
        made_for_the_day = picture._ground.__wrapped__(day, TABLES)
        assert {name: getattr(shown, name) for name in made_for_the_day} == made_for_the_day, day


def test_on_each_day_of_change_and_the_day_before_the_runs_say_what_the_picture_says() -> None:
    days = days_that_differ(TABLES)
    for day in sorted({*days, *(day - ONE_DAY for day in days if day > FIRST)}):
        assert_runs_agree(day)


def test_runs_begin_on_the_first_day_rise_and_never_repeat_a_value() -> None:
    lists = [
        PAYLOAD["joined"],
        PAYLOAD["counts"],
        PAYLOAD["headline"],
        *UNIT_RUNS.values(),
        *PAYLOAD["labels"].values(),
    ]
    for runs in lists:
        starts, values = [run[0] for run in runs], [run[1] for run in runs]
        assert starts[0] == 0
        assert all(one < other for one, other in itertools.pairwise(starts))
        assert all(one != other for one, other in itertools.pairwise(values))


# ---------------------------------------------------------------------- the picture agrees with the tables


@given(DAYS)
def test_status_and_state_are_those_of_the_tables(day: date) -> None:
    told, picture = status_on(day, TABLES), picture_on(day, TABLES)
    assert {unit: str(here.status) for unit, here in picture.units.items()} == told["status"].to_dict()
    assert {unit: here.state for unit, here in picture.units.items()} == told["state"].to_dict()
    assert {unit: here.since for unit, here in picture.units.items()} == told["since"].to_dict()
    assert picture.counts == status_counts_on(day, TABLES)


@for_each("id_", [row.id for row in TABLES.statements.itertuples() if len(row.date) == 10])
def test_a_statement_stands_on_the_map_of_its_own_day(id_: str) -> None:
    said = first_day(TABLES.statements.set_index("id").loc[id_, "date"])
    day = max(FIRST, said)
    told = status_on(day, TABLES)["status"].to_dict()
    assert {unit: str(here.status) for unit, here in picture_on(day, TABLES).units.items()} == told


@for_each(
    "day, unit, status",
    [
        ("2022-04-14", "FIN", Status.PARTNER),
        ("2022-06-29", "FIN", Status.INVITEE),
        ("2008-02-12", "UKR", Status.PARTNER),
        ("2008-04-02", "UKR", Status.PARTNER),
        ("2008-04-03", "UKR", Status.ASPIRANT),
        ("1999-03-11", "POL", Status.INVITEE),
        ("1999-03-12", "POL", Status.MEMBER),
        ("1949-08-23", "USA", Status.NONE),
        ("1949-08-24", "USA", Status.MEMBER),
        ("1990-10-02", "DEU-EAST", Status.EASTERN_BLOC),
        ("1990-10-03", "DEU-EAST", Status.MEMBER),
    ],
)
def test_the_words_of_a_day_meet_the_map_of_that_day(day: str, unit: str, status: Status) -> None:
    assert picture_on(on(day), TABLES).units[unit].status == status


@given(DAYS)
def test_the_end_of_a_year_is_the_picture_of_that_year(day: date) -> None:
    year_end = picture_day(day.year, TABLES)
    picture = picture_on(year_end, TABLES)
    assert picture.joined_count == sum(joined.year == day.year for joined in TABLES.accessions["joined_day"])


@given(DAYS)
def test_who_joined_in_the_year_only_grows_within_it(day: date) -> None:
    before = picture_on(max(day.replace(month=1, day=1), FIRST), TABLES)
    now = picture_on(day, TABLES)
    assert before.joined_count <= now.joined_count
    assert set(before.joined) <= set(now.joined)


def test_a_day_outside_the_tables_is_refused() -> None:
    for day in (FIRST - ONE_DAY, LAST + ONE_DAY):
        with pytest.raises(ValueError, match=f"{day} is outside the tables"):
            picture_on(day, TABLES)


# ---------------------------------------------------------------------- headlines of days


@pytest.mark.parametrize(
    ("day", "title"),
    [
        ("1949-04-03", "No members yet"),
        ("1949-08-24", "Twelve states found the alliance"),
        ("2004-03-28", "No change so far: 19 members"),
        ("2004-03-29", "Seven countries join, the largest round since 1949"),
        ("2008-02-12", "No change so far: 26 members"),
        ("2008-04-03", "Bucharest Summit: two invitations, one promise"),
        ("1999-03-12", "The Czech Republic, Hungary and Poland join"),
        ("2022-02-23", "No change so far: 30 members"),
    ],
)
def test_a_headline_tells_the_year_up_to_the_day(day: str, title: str) -> None:
    assert picture_on(on(day), TABLES).headline.title == title


def test_no_headline_of_a_day_tells_what_came_later() -> None:
    for day in days_that_differ(TABLES):
        told = picture_on(day, TABLES).headline
        later = [
            row for row in TABLES.events.itertuples() if row.headline and row.day.year == day.year and row.day > day
        ]
        assert all(row.title not in (told.title, told.detail) for row in later), day


# ---------------------------------------------------------------------- overlays


def test_a_bloc_covers_its_state_whole() -> None:
    assert "DEU-EAST" not in units_under(Overlay.EU, on("1990-10-02"), TABLES)
    assert {"DEU", "DEU-EAST"} <= set(units_under(Overlay.EU, on("1990-10-03"), TABLES))
    assert {"CYP", "CYP-NORTH"} <= set(units_under(Overlay.EU, on("2004-05-01"), TABLES))
    assert "UKR-CRIMEA" not in units_under(Overlay.CSTO, on("2020-01-01"), TABLES)


def test_each_bloc_has_its_own_ground() -> None:
    picture = picture_on(on("2020-12-31"), TABLES)
    assert {"RUS", "BLR", "ARM"} <= set(picture.overlays[Overlay.CSTO])
    assert not {"RUS", "BLR", "ARM"} & set(picture.overlays[Overlay.EU])
    assert not {"FRA", "POL"} & set(picture.overlays[Overlay.CSTO])


@pytest.mark.parametrize(
    ("overlay", "unit", "last_day", "first_after"),
    [
        (Overlay.COMMAND, "FRA", "2009-04-03", "2009-04-04"),
        (Overlay.COMMAND, "GRC", "1980-10-19", "1980-10-20"),
        (Overlay.COMMAND, "ESP", "1998-12-31", "1999-01-01"),
        (Overlay.EU, "GBR", "2020-01-31", "2020-02-01"),
    ],
)
def test_an_overlay_ends_on_the_day_before_its_end(
    overlay: Overlay, unit: str, last_day: str, first_after: str
) -> None:
    assert unit in units_under(overlay, on(last_day), TABLES)
    assert unit not in units_under(overlay, on(first_after), TABLES)


def test_only_what_wears_a_members_colour_lies_outside_the_area() -> None:
    for day in days_of_change(TABLES):
        picture = picture_on(day, TABLES)
        assert all(picture.units[unit].status == Status.MEMBER for unit in picture.overlays[Overlay.AREA])
    assert not units_under(Overlay.AREA, on("1949-08-23"), TABLES)
    assert "REU" in units_under(Overlay.AREA, on("1949-08-24"), TABLES)


def test_disputed_ground_begins_on_its_day() -> None:
    assert "UKR-CRIMEA" not in units_under(Overlay.DISPUTED, on("2014-03-17"), TABLES)
    assert "UKR-CRIMEA" in units_under(Overlay.DISPUTED, on("2014-03-18"), TABLES)
    assert units_under(Overlay.DASHED, on("2008-02-17"), TABLES) == ("XKX",)
    assert picture_on(on("2008-02-17"), TABLES).is_dashed("SRB|XKX")
    assert not picture_on(on("2008-02-16"), TABLES).is_dashed("SRB|XKX")


def test_a_draft_hatches_all_ground_of_the_states_it_touches() -> None:
    picture = picture_on(on("2021-12-17"), TABLES)
    assert set(picture.drafts["us-4"].countries) == {
        "ARM", "AZE", "BLR", "GEO", "KAZ", "KGZ", "MDA", "TJK", "TKM", "UKR", "UZB"
    }  # fmt: skip
    parts = {"UKR-CRIMEA", "GEO-ABKHAZIA", "GEO-SOUTH-OSSETIA", "MDA-TRANSNISTRIA"}
    assert parts <= set(picture.drafts["us-4"].ground)
    assert not parts & set(picture.drafts["nato-4"].ground)


# ---------------------------------------------------------------------- what belongs together


@for_each(
    "day, unit, inside",
    [
        ("2008-04-03", "UKR", {"UKR", "UKR-CRIMEA"}),
        ("2022-02-24", "UKR", {"UKR", "UKR-CRIMEA"}),
        ("2008-04-03", "GEO", {"GEO", "GEO-ABKHAZIA", "GEO-SOUTH-OSSETIA"}),
        ("2008-04-03", "MDA", {"MDA", "MDA-TRANSNISTRIA"}),
        ("2004-05-01", "CYP", {"CYP", "CYP-NORTH"}),
        ("1990-10-02", "DEU", {"DEU"}),
        ("1990-10-03", "DEU", {"DEU", "DEU-EAST"}),
        ("2004-05-01", "POL", {"POL"}),
        ("2004-05-01", "UKR-CRIMEA", {"UKR-CRIMEA"}),
    ],
)
def test_an_outline_encloses_the_whole_country(day: str, unit: str, inside: set[str]) -> None:
    assert set(outline_of(unit, on(day), TABLES)) == inside
    assert set(picture_on(on(day), TABLES).outline_of(unit)) == inside


@given(DAYS)
def test_what_an_outline_encloses_belongs_to_one_state(day: date) -> None:
    picture = picture_on(day, TABLES)
    for unit, inside in picture.outlines.items():
        assert {picture.units[each].state for each in inside} == {picture.units[unit].state}


@pytest.mark.parametrize(
    ("day", "unit", "opened"),
    [
        ("2004-05-01", "UKR-CRIMEA", "UKR"),
        ("2014-03-17", "UKR-CRIMEA", "UKR"),
        ("2014-03-18", "UKR-CRIMEA", "UKR-CRIMEA"),
        ("1990-10-02", "DEU-EAST", "DEU-EAST"),
        ("1990-10-03", "DEU-EAST", "DEU"),
        ("2020-01-01", "CYP-NORTH", "CYP-NORTH"),
        ("2020-01-01", "GRL", "GRL"),
    ],
)
def test_a_click_on_a_part_opens_its_country_unless_it_is_disputed(day: str, unit: str, opened: str) -> None:
    assert opened_by(unit, on(day), TABLES) == opened


# ---------------------------------------------------------------------- names of their time


@for_each(
    "day, unit, name",
    [
        ("2008-04-03", "MKD", "Macedonia"),
        ("2019-02-11", "MKD", "Macedonia"),
        ("2019-02-12", "MKD", "North Macedonia"),
        ("2022-05-31", "TUR", "Turkey"),
        ("2022-06-01", "TUR", "Türkiye"),
        ("1999-03-12", "CZE", "Czech Republic"),
        ("2024-03-07", "CZE", "Czechia"),
        ("1960-01-01", "DEU", "West Germany"),
        ("1990-10-03", "DEU", "Germany"),
        ("1960-01-01", "DEU-EAST", "East Germany"),
        ("1980-01-01", "BLR", "Byelorussia"),
    ],
)
def test_a_unit_has_the_name_of_its_time(day: str, unit: str, name: str) -> None:
    assert picture_on(on(day), TABLES).units[unit].name == name


def test_a_state_of_several_units_has_one_name_on_the_map() -> None:
    labels = picture_on(on("1980-01-01"), TABLES).labels
    assert labels["SUN"] == "Soviet Union"
    assert labels["YUG"] == "Yugoslavia"
    assert labels["CSK"] == "Czechoslovakia"
    assert not {"RUS", "UKR", "BLR", "SRB", "CZE", "SVK"} & set(labels)
    later = picture_on(on("1993-01-01"), TABLES).labels
    assert {"RUS", "UKR", "CZE", "SVK"} <= set(later)
    assert not {"SUN", "CSK", "YUG"} & set(later)


# ---------------------------------------------------------------------- borders and measures


@given(DAYS, st.sampled_from(list(TABLES.borders["border"])))
def test_the_runs_of_a_border_say_what_its_day_says(day: date, border: str) -> None:
    one, other = border.split("|")
    number = day_number(day, TABLES)
    fronts, inner = front_runs(one, other, TABLES), inner_runs(one, other, TABLES)
    assert (value_at(fronts, number) if fronts else "") == str(front_of(one, other, day, TABLES) or "")
    assert bool(inner and value_at(inner, number)) == is_inner(one, other, day, TABLES)
    picture = picture_on(day, TABLES)
    assert picture.front_of(border) == front_of(one, other, day, TABLES)
    assert picture.is_inner(border) == is_inner(one, other, day, TABLES)


def test_a_protectorate_has_a_border_with_land_that_was_part_of_its_power() -> None:
    """Algeria was French departments when Morocco and Tunisia were under French protection."""
    assert not any(is_inner("DZA", other, on("1955-12-31"), TABLES) for other in ("MAR", "TUN"))
    assert is_inner("CYP", "CYP-NORTH", on("1955-12-31"), TABLES)
    assert is_inner("RUS", "UKR", on("1955-12-31"), TABLES)


def test_the_front_moves_on_the_day_of_an_accession() -> None:
    assert front_of("FIN", "RUS", on("2023-04-03"), TABLES) is None
    assert front_of("FIN", "RUS", on("2023-04-04"), TABLES) == Front.RUSSIA
    assert front_of("POL", "RUS", on("1999-03-11"), TABLES) is None
    assert front_of("POL", "RUS", on("1999-03-12"), TABLES) == Front.RUSSIA


def test_the_state_in_moscow_changes_once() -> None:
    assert russian_state(on("1991-12-25"), TABLES) == "SUN"
    assert russian_state(on("1991-12-26"), TABLES) == "RUS"


@pytest.mark.parametrize(
    ("day", "official", "measured", "moscow"),
    [
        ("1949-08-24", 198, 0, 1417),
        ("1999-03-11", 198, 0, 1417),
        ("1999-03-12", 408, 0, 923),
        ("2004-03-28", 408, 0, 923),
        ("2004-03-29", 1281, 0, 589),
        ("2023-04-03", 1281, 0, 589),
        ("2023-04-04", 2571, 0, 589),
    ],
)
def test_measures_hold_for_days(day: str, official: int, measured: int, moscow: int) -> None:
    found = measures_on(on(day), TABLES)
    assert found is not None
    assert (found.official_km, found.measured_km) == (official, measured)
    assert next(iter(found.nearest.values())).km == moscow


def test_before_the_first_member_nothing_is_measured() -> None:
    assert measures_on(on("1949-08-23"), TABLES) is None


# ---------------------------------------------------------------------- days of change


def test_the_days_of_change_are_those_on_which_members_or_area_change() -> None:
    days = days_of_change(TABLES)
    assert set(TABLES.accessions["joined_day"]) <= set(days)
    assert {on("1990-10-03"), on("1962-07-03"), on("1964-09-21")} <= set(days)
    for day in days:
        assert day == FIRST or nato_land(day, TABLES) != nato_land(day - ONE_DAY, TABLES)


def test_without_an_accession_its_day_is_none_of_change() -> None:
    assert on("2024-03-07") not in days_of_change(without(TABLES, "accessions", iso3="SWE"))


def test_the_area_has_territories_on_each_side() -> None:
    area = picture_on(on("1960-01-01"), TABLES).area
    assert "Algerian departments of France" in area[Effect.IN_AREA]
    assert "Algerian departments of France" not in picture_on(on("1962-07-03"), TABLES).area[Effect.IN_AREA]
