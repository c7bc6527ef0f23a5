"""The legend says which countries wear a member's fill because they lay in the treaty area as land of one."""

from dataclasses import replace
from datetime import date

import pytest

from data.cards import cards
from data.ground_note import sentences_of
from data.ground_notes import ground_notes_on
from data.memberships.answers import members_on
from data.memberships.ground import kinds_of
from data.memberships.land_notes import notes_of
from data.memberships.picture import days_that_differ_of, picture_of, with_none
from data.memberships.reader import current_membership, membership_ids
from data.picture import days_that_differ, land_turns, picture_on
from data.rows import rows
from data.tables import current_tables
from data.treaty_area import nato_land
from data.vocabulary import Status, UnitKind
from geo.drawing.label_layout import Box
from geo.drawing.on_map import notes_on
from geo.drawing.read_once import map_of

TABLES = current_tables()
TOLD = "In the treaty area:"
ALGERIA = "Algeria (part of France until 1962)"
MALTA = "Malta (colony of the United Kingdom until 1964)"
BASES = ("GBR-AKROTIRI", "GBR-DHEKELIA")


def of_the_area(day: date) -> list[str]:
    return [note for note in sentences_of(picture_on(day, TABLES).ground_notes) if note.startswith(TOLD)]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(1949, 8, 23), []),
        (date(1949, 8, 24), [f"{TOLD} {ALGERIA} and {MALTA}."]),
        (date(1962, 7, 2), [f"{TOLD} {ALGERIA} and {MALTA}."]),
        (date(1962, 7, 3), [f"{TOLD} {MALTA}."]),
        (date(1964, 9, 20), [f"{TOLD} {MALTA}."]),
        (date(1964, 9, 21), []),
        (date(2024, 1, 1), []),
    ],
)
def test_the_note_holds_while_they_lay_in_the_area(day: date, told: list[str]) -> None:
    assert of_the_area(day) == told


def test_every_country_with_a_members_fill_is_a_state_or_is_told() -> None:
    kinds = dict(zip(TABLES.units["unit"], TABLES.units["kind"], strict=True))
    for day in days_that_differ(TABLES):
        picture, land = picture_on(day, TABLES), set(nato_land(day, TABLES))
        worn = {unit: here for unit, here in picture.units.items() if here.status == Status.MEMBER}
        borrowed = {
            here.name
            for unit, here in worn.items()
            if unit in land and kinds[unit] == UnitKind.COUNTRY and here.relation
        }
        told = " ".join(of_the_area(day))
        assert borrowed == {name for name in ("Algeria", "Malta") if name in told}, day


def test_the_note_follows_the_table() -> None:
    changes = TABLES.territory_changes
    without = replace(TABLES, territory_changes=changes[changes["change_id"] != "TC06"])
    assert f"{TOLD} {MALTA}." in sentences_of(ground_notes_on(date(1955, 1, 1), without))


def test_a_map_tells_of_ground_that_is_seen() -> None:
    europe, balkans = (map_of(view, TABLES) for view in ("europe", "balkans"))
    picture = picture_on(date(1955, 12, 31), TABLES)
    assert any(ALGERIA in note for note in notes_on(picture, europe, Box(*europe["frame"])))
    assert not any(ALGERIA in note for note in notes_on(picture, balkans, Box(*balkans["frame"])))


def test_other_memberships_say_nothing_of_the_area() -> None:
    told = sentences_of(picture_of(current_membership("eu"), date(1959, 12, 31)).ground_notes)
    assert told
    assert not any(note.startswith(TOLD) for note in told)


@pytest.mark.parametrize(
    ("day", "is_told"),
    [
        (date(1957, 12, 31), False),
        (date(1958, 1, 1), True),
        (date(1962, 7, 2), True),
        (date(1962, 7, 3), False),
    ],
)
def test_the_community_says_why_algeria_wears_its_colour(day: date, is_told: bool) -> None:
    told = sentences_of(picture_of(current_membership("eu"), day).ground_notes)
    assert (f"In a member’s colour: {ALGERIA}." in told) == is_told


@pytest.mark.parametrize("id_", membership_ids())
def test_every_country_in_a_members_colour_under_its_own_name_is_a_member_or_is_told(id_: str) -> None:
    membership = current_membership(id_)
    kinds, members = kinds_of(membership), membership.counting
    for day in days_that_differ_of(membership):
        picture = picture_of(membership, day)
        told = {unit for note in picture.ground_notes for unit, _ in note.parts}
        worn = {unit for unit, here in picture.units.items() if here.status in members and unit in picture.labels}
        own = {code for code in members_on(membership, day)}
        lent = {unit for unit in worn - own if kinds[unit] == UnitKind.COUNTRY}
        assert lent <= told, day


def test_a_map_without_the_ground_says_nothing_of_it() -> None:
    picture = picture_of(current_membership("asean"), date(1985, 12, 31))
    there, world = (map_of(view, TABLES) for view in ("southeast_asia", "globe"))
    assert picture.ground_notes
    assert notes_on(picture, there, Box(*there["frame"])) == ()
    assert notes_on(picture, world, Box(*world["frame"])) == sentences_of(picture.ground_notes)


@pytest.mark.parametrize(
    ("day", "is_told"),
    [
        (date(1992, 6, 4), False),
        (date(1992, 6, 5), True),
        (date(1994, 5, 8), True),
        (date(1994, 5, 9), False),  # Finland signed the Partnership for Peace, and takes part
    ],
)
def test_who_only_looks_on_in_a_partners_fill_is_told(day: date, is_told: bool) -> None:
    told = ["Observer in the NACC, not a member: Finland."] if is_told else []
    notes = ground_notes_on(day, TABLES)
    assert list(sentences_of(notes)) == told
    assert list(sentences_of(notes, seen={"TUR"})) == []
    assert sentences_of(notes_of(current_membership("eu"), day, ())) == ()


UNDER = "Not yet independent, so not counted:"
KOSOVO_ALONE = date(2008, 2, 17)
GULF = "Qatar (UK), Trucial States (UK)"


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (
            date(1951, 12, 23),
            f"{UNDER} Bahrain (UK), Cyprus (UK), Kuwait (UK), Libya (British and French administration), "
            f"Mauritania (France), Morocco (France), {GULF} and Tunisia (France).",
        ),
        (
            date(1956, 3, 2),
            f"{UNDER} Bahrain (UK), Cyprus (UK), Kuwait (UK), Mauritania (France), {GULF} and Tunisia (France).",
        ),
        (date(1960, 11, 28), f"{UNDER} Bahrain (UK), Kuwait (UK), Qatar (UK) and Trucial States (UK)."),
        (date(1971, 12, 1), f"{UNDER} Trucial States (UK)."),
        (date(1971, 12, 2), ""),
    ],
)
def test_who_is_not_independent_wears_the_fill_of_states_and_is_told(day: date, told: str) -> None:
    notes = sentences_of(picture_on(day, TABLES).ground_notes)
    assert " ".join(note for note in notes if note.startswith(UNDER)) == told


def test_of_ground_in_dispute_nothing_is_foretold() -> None:
    """That Kosovo was "not yet" independent would take a side; that no count has it, would not."""
    for day in (date(2006, 6, 5), date(2006, 12, 13)):  # until it wears the colour of Serbia, a partner
        notes = sentences_of(picture_on(day, TABLES).ground_notes)
        assert [note for note in notes if "Kosovo" in note] == ["Not counted by itself: Kosovo (Serbia)."]
    assert not any("Kosovo" in note for note in sentences_of(picture_on(KOSOVO_ALONE, TABLES).ground_notes))


@pytest.mark.parametrize("id_", membership_ids())
def test_fill_count_and_notes_agree_on_who_has_no_tie(id_: str) -> None:
    membership = current_membership(id_)
    turns = {turn for turn in land_turns(TABLES) if turn.year <= 1972 and membership.first_day <= turn}
    for picture in (picture_of(membership, day) for day in turns):
        told = {unit for note in picture.ground_notes if note.form.startswith(UNDER) for unit, _ in note.parts}
        assert {picture.units[unit].status for unit in told} <= {Status.NONE}, picture.day
        worn = {
            picture.units[row.unit].state
            for row in rows(TABLES, "units")
            if picture.units[row.unit].status == Status.NONE
            and row.kind in (UnitKind.COUNTRY, UnitKind.PART)
            and told.isdisjoint((row.unit, row.of))
        }
        assert len(worn) == with_none(picture)[Status.NONE], picture.day


@pytest.mark.parametrize("day", [date(1955, 12, 31), date(1960, 8, 15), date(1960, 8, 16)])
def test_the_base_areas_are_told_as_the_colony_they_were_land_of(day: date) -> None:
    for membership in (current_membership(id_) for id_ in membership_ids()):
        if membership.first_day <= day:
            picture = picture_of(membership, day)
            told = [(unit, name) for note in picture.ground_notes for unit, name in note.parts]
            under = [(unit, name) for unit, name in told if unit in ("CYP", *BASES) or "Cyprus" in name]
            assert under == [("CYP", "Cyprus (UK)")] * (day < date(1960, 8, 16)), membership.id


def test_the_base_areas_wear_what_cyprus_wears_while_it_is_a_colony() -> None:
    for day in days_that_differ(TABLES):
        units = picture_on(day, TABLES).units
        whose = "GBR" if day >= date(1960, 8, 16) else "CYP"
        assert {units[base].status for base in BASES} == {units[whose].status}, day


def test_the_cards_of_cyprus_and_of_its_bases_tell_whose_these_are() -> None:
    """They are specks in a member's colour on all but the largest maps: a key would tell of what nobody sees."""
    told = cards(TABLES)
    for unit in ("CYP", *BASES):
        notes = {note.of: note.text for note in told[unit].notes}
        assert "whether Article 6 covers it is an open question" in notes["Akrotiri and Dhekelia (UK bases)"]
    for unit in BASES:
        assert [note.of for note in told[unit].notes if note.end == "1960-08-16"] == ["United Kingdom"]
        assert told[unit].bars == (), "they did not leave the United Kingdom"
    assert "two British base areas remain" in " ".join(note.text for note in told["CYP"].notes)
