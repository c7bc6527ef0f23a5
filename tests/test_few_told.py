"""No status of a few countries is a riddle: each of them in sight is told by name, by number or as without room."""

from dataclasses import replace

import pytest

from data.memberships.picture import with_none
from data.memberships.shipped import shipped
from data.memberships.told import picture_when
from data.picture import Picture
from data.tables import current_tables
from geo.drawing.key import ALSO, LEAD, key_rows
from geo.drawing.name_numbers import MOST_AT_END
from geo.drawing.name_sight import is_hardly_seen, is_well_within
from geo.drawing.number_rows import Listed, number_row, with_numbers, without_spare
from geo.drawing.on_a_map import OnMap
from geo.drawing.palette import theme_of
from geo.drawing.sheet import FULL, NO_FOCUS, Focus, Sheet
from geo.lesson.lesson import current_lesson
from geo.picture import _Picture
from geo.publish.paper_file import ON_PAPER, sign_rows
from geo.publish.slide_key import _blocks, _told
from geo.publish.stop_picture import STOP, stop_drawn

SHEETS = pytest.mark.parametrize("sheet", [FULL, STOP, ON_PAPER], ids=["picture", "slide", "paper"])
MAPS = pytest.mark.parametrize(
    ("membership", "view", "year"),
    [
        ("nato", "europe", 1984), ("nato", "europe", 2004), ("nato", "europe", 2007), ("nato", "europe", 2023),
        ("nato", "balkans", 2013), ("eu", "europe", 2013), ("eu", "europe", 2025), ("efta", "europe", 2023),
        ("euro", "europe", 2007), ("warsaw_pact", "europe", 1984), ("asean", "asia", 1997),
    ],
)  # fmt: skip


def facts_of(membership: str, year: int) -> Picture:
    return picture_when(year, current_tables() if membership == "nato" else shipped(membership))


def painted(facts: Picture, view: str, sheet: Sheet, focus: Focus = NO_FOCUS) -> _Picture:
    layers = ("names",) if facts.membership else ("front", "names")
    return _Picture(facts, view, layers, theme_of(facts.membership, "light"), sheet, focus)


def untold(picture: _Picture) -> dict[str, str]:
    """By name the status of each state in sight that has neither name nor number, and is told by no row of the key."""
    standing = {name.key for name in picture._names[0]}
    said = " ".join(row.label for row in picture.key)
    bounds, found = picture.sheet.map, dict[str, str]()
    for wish in picture._asked.wishes:
        here = picture.facts.units.get(picture.view["names"].get(wish.key, {}).get("unit", ""))
        if here is None or here.state != wish.key or wish.key in standing or wish.text in said:
            continue
        is_on = is_well_within(wish.x, wish.y, bounds)
        if is_on and not is_hardly_seen(wish, picture._on_sheet, bounds, picture.sheet.base):
            found[wish.text] = str(here.status)
    return found


@SHEETS
@MAPS
def test_each_of_few_with_a_status_is_told(membership: str, view: str, year: int, sheet: Sheet) -> None:
    facts = facts_of(membership, year)
    bearers = {str(status): count for status, count in with_none(facts).items()}
    rare = {name for name, status in untold(painted(facts, view, sheet)).items() if bearers[status] <= 8}
    assert rare == set()


@SHEETS
def test_each_member_in_sight_is_told_on_a_map_of_europe(sheet: Sheet) -> None:
    for membership, year in (("nato", 1984), ("nato", 2023), ("eu", 2013)):
        facts = facts_of(membership, year)
        members = {name for name, status in untold(painted(facts, "europe", sheet)).items() if status in facts.counting}
        assert members == set(), year


def test_members_are_not_told_where_they_would_be_a_text() -> None:
    picture = painted(facts_of("coe", 2013), "europe", STOP)
    assert len(untold(picture)) > MOST_AT_END


def test_before_the_answer_none_of_few_is_numbered_for_being_so() -> None:
    (bucharest,) = (stop for stop in current_lesson().stops if stop.year == 2008)
    asked, told = (
        {row.label for row in stop_drawn(replace(bucharest, names=()), asked=asked).key if row.number}
        for asked in (True, False)
    )
    assert "Croatia" not in asked
    assert "Croatia" in told


def test_whom_a_speck_s_row_names_is_told_once() -> None:
    labels = [row.label for row in painted(facts_of("coe", 2013), "europe", FULL).key]
    assert [label for label in labels if "Vatican City" in label] == ["Observer (Vatican City: too small to be seen)"]
    assert any("San Marino" in label for label in labels)


# ---------------------------------------------------------------------- their list

LISTED = (Listed("1", "Croatia", False), Listed("2", "Slovakia", True), Listed("", "Malta", False, is_spare=True))


def test_who_joined_is_bold_in_the_list() -> None:
    rows = with_numbers((), LISTED)
    assert [(row.label, row.bold) for row in rows if row.number] == [("Croatia", False), ("Slovakia", True)]
    assert [row["bold"] for row in sign_rows(rows)] == [False, False, True, False]


def test_spare_names_go_first_and_with_the_last_of_a_list_its_words() -> None:
    rows = with_numbers((), LISTED)
    assert [row.sign for row in without_spare(rows)] == [LEAD, "number-1", "number-2"]
    assert without_spare(with_numbers((), LISTED[2:])) == ()
    kept = without_spare(with_numbers((), (Listed("", "Latvia", False), *LISTED[2:])))
    assert [(row.sign, row.label.partition(" ")[0]) for row in kept] == [(LEAD, "On"), (ALSO, "Latvia")]


def test_a_list_stays_in_one_column_of_a_slide_or_of_paper_where_that_has_room() -> None:
    rows = [*with_numbers((), LISTED), *key_rows(OnMap(joined=["POL"]))]
    cells = [(row, words, 1) for row, words in _told(rows, ())]
    assert [len(block) for block in _blocks(cells, is_whole=True)] == [4, 1]
    assert [len(block) for block in _blocks(cells, is_whole=False)] == [2, 2, 1]
    assert [row["follows"] for row in sign_rows(rows)] == [False, True, True, True, False]


def test_the_row_of_a_number_has_its_name() -> None:
    assert (number_row("3", "Malta").number, number_row("3", "Malta").bold) == ("3", False)
