"""The legend says which countries wear a member's fill because they lay in the treaty area as land of one."""

from dataclasses import replace
from datetime import date

import pytest

from data.ground_notes import ground_notes_on
from data.memberships.picture import picture_of
from data.memberships.reader import current_membership
from data.picture import days_that_differ, picture_on
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


def of_the_area(day: date) -> list[str]:
    return [note for note in picture_on(day, TABLES).ground_notes if note.startswith(TOLD)]


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
    assert f"{TOLD} {MALTA}." in ground_notes_on(date(1955, 1, 1), without)


def test_a_map_tells_of_ground_that_is_seen() -> None:
    europe, balkans = (map_of(view, TABLES) for view in ("europe", "balkans"))
    picture = picture_on(date(1955, 12, 31), TABLES)
    assert any(ALGERIA in note for note in notes_on(picture, europe, Box(*europe["frame"])))
    assert not any(ALGERIA in note for note in notes_on(picture, balkans, Box(*balkans["frame"])))


def test_other_memberships_say_nothing_of_the_area() -> None:
    picture = picture_of(current_membership("eu"), date(1959, 12, 31))
    assert picture.ground_notes
    assert not any(note.startswith(TOLD) for note in picture.ground_notes)


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
    assert list(ground_notes_on(day, TABLES)) == told
    assert list(ground_notes_on(day, TABLES, seen={"TUR"})) == []
    assert list(ground_notes_on(day, TABLES, of_nato=False)) == []
