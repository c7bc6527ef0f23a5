"""No status is a riddle: each in sight who has one is told by name, by number or in the line of its colour."""

from dataclasses import replace
from xml.etree.ElementTree import fromstring

import pytest

from data.memberships.picture import with_none
from data.memberships.shipped import shipped
from data.memberships.told import picture_when
from data.picture import Picture
from data.tables import current_tables
from data.vocabulary import Status
from data.words import phrase
from geo.drawing.key import ALSO, LEAD, Row, key_rows
from geo.drawing.lost_lines import LostLines
from geo.drawing.name_sight import is_hardly_seen, is_well_within
from geo.drawing.number_rows import Listed, lighter, number_row, numbers_in_a_row, stays_with, with_numbers
from geo.drawing.on_a_map import OnMap
from geo.drawing.palette import LIGHT, theme_of
from geo.drawing.sheet import FULL, NO_FOCUS, UPRIGHT, WIDE, Focus, Sheet
from geo.drawing.svg import measure
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


ALL_SHEETS = {"picture": FULL, "wide": WIDE, "upright": UPRIGHT, "slide": STOP, "paper": ON_PAPER}
YEARS = {"asean": (1984, 1999, 2013), "warsaw_pact": (1957, 1984)}
VIEWS = {"asean": ("asia",), "efta": ("europe",), "warsaw_pact": ("europe",)}


@pytest.mark.parametrize("sheet", ALL_SHEETS.values(), ids=ALL_SHEETS)
@pytest.mark.parametrize("membership", ["nato", "eu", "coe", "efta", "asean", "warsaw_pact"])
def test_no_colour_is_a_riddle(membership: str, sheet: Sheet) -> None:
    """Across years and views nobody in sight has a colour of a status without name, number or a line that tells it."""
    riddles = dict[tuple[int, str], dict[str, str]]()
    for year in {"asean": (1984, 1999, 2013), "warsaw_pact": (1957, 1984)}.get(
        membership, (1963, 1984, 1994, 2013, 2024)
    ):
        for view in VIEWS.get(membership, ("europe", "balkans", "world")):
            found = untold(painted(facts_of(membership, year), view, sheet))
            riddles[year, view] = {name: status for name, status in found.items() if status != Status.NONE}
    assert {at: found for at, found in riddles.items() if found} == {}


@SHEETS
def test_whom_a_map_has_no_room_for_stand_with_their_like(sheet: Sheet) -> None:
    facts = facts_of("nato", 2004)
    picture = painted(facts, "europe", sheet)
    status_of = {facts.labels.get(key, ""): unit.status for key, unit in facts.units.items()}
    lost = [row for row in picture.key if row.lost_fill]
    assert lost
    assert len({row.lost_fill for row in lost}) == len(lost)
    for row in lost:
        assert {status_of[name] for name in row.names} == {row.lost_fill}, row.label


def test_a_blank_map_tells_nobody() -> None:
    picture = painted(facts_of("nato", 2004), "europe", STOP, Focus(blank=True))
    assert not [row.label for row in picture.key if row.lost_fill]


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

LISTED = (
    Listed("1", "Croatia", False),
    Listed("2", "Slovakia", True),
    Listed("", "Malta", False, "member", is_spare=True),
    Listed("", "Bosnia and Herzegovina", False, "path", is_spare=True),
)


def test_who_joined_is_bold_in_the_list() -> None:
    rows = with_numbers((), LISTED)
    assert [(row.label, row.bold) for row in rows if row.number] == [("Croatia", False), ("Slovakia", True)]
    assert [row["bold"] for row in sign_rows(rows)] == [False, False, True, False, False]


def test_who_has_no_number_is_told_by_the_colour_of_its_status() -> None:
    lost = [
        Listed("", name, False, status)
        for name, status in (("Jordan", "other"), ("Malta", "member"), ("Italy", "member"))
    ]
    rows = [row for row in with_numbers((), lost) if row.lost_fill]
    assert [(row.sign, row.lost_fill, row.names) for row in rows] == [
        (f"{ALSO}-other", "other", ("Jordan",)),
        (f"{ALSO}-member", "member", ("Malta", "Italy")),
    ]
    assert with_numbers((), lost)[0].sign != LEAD  # none of them stands on the map


def test_the_longest_list_is_left_out_first_and_one_that_is_left_is_whole() -> None:
    rows = with_numbers((), LISTED)
    whole, *less = lighter(rows)
    assert whole == rows
    assert [[row.label for row in left if row.lost_fill] for left in less] == [
        [phrase("key", "numbers_also", names="Malta")],
        [],
    ]
    assert [row.sign for row in less[-1]] == [LEAD, "number-1", "number-2"]
    due = Listed("", "Latvia", False, "member")
    *_, last, none = lighter(with_numbers((), (due, *LISTED[2:])))
    assert [row.names for row in last] == [("Latvia",)]  # who is about the headline goes last
    assert none == ()


def test_a_list_stays_in_one_column_of_a_slide_or_of_paper_where_that_has_room() -> None:
    rows = [*with_numbers((), LISTED), *key_rows(OnMap(joined=["POL"]))]
    cells = [(row, words, 1) for row, words in _told(rows, ())]
    assert [len(block) for block in _blocks(cells, is_whole=True)] == [3, 1, 1, 1]
    assert [len(block) for block in _blocks(cells, is_whole=False)] == [2, 1, 1, 1, 1]
    told = sign_rows(rows)
    assert [row["follows"] for row in told] == [False, True, True, False, False, False]
    assert [row["lost"] for row in told] == [False, False, False, True, True, False]


def test_numbers_in_a_row_leave_the_lines_of_colours() -> None:
    short = numbers_in_a_row(with_numbers((), LISTED))
    assert [row.sign for row in short] == [ALSO, f"{ALSO}-member", f"{ALSO}-path"]
    assert [row.is_bare for row in short] == [True, False, False]
    assert not stays_with(short[0], short[1])


def test_lines_of_colours_keep_within_their_width() -> None:
    names = tuple(["Bosnia and Herzegovina", "Liechtenstein", "Luxembourg", "United Kingdom"] * 6)
    rows = [Row(f"{ALSO}-{status}", "key.numbers_also", names) for status in ("member", "partner")]
    lost = LostLines(rows, 500, 16)
    drawn = fromstring(f"<svg>{''.join(lost.draw(0, 0, LIGHT))}</svg>")
    parts = [(part.text or "", float(part.get("x", 0)), float(part.get("y", 0))) for part in drawn.iter("text")]
    assert max(x + measure(words, 16) for words, x, _ in parts) <= 500
    assert max(y for *_, y in parts) <= lost.height
    assert " ".join(words for words, *_ in parts) == " ".join(row.label for row in rows)
    assert len(list(drawn.iter("rect"))) == 2


def test_the_row_of_a_number_has_its_name() -> None:
    assert (number_row("3", "Malta").number, number_row("3", "Malta").bold) == ("3", False)
