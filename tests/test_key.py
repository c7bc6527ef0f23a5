"""The key of a map: which rows it has and in which order, and that it explains what is drawn and nothing else."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from each import for_each
from made import made_view

from data.borders_in_time import Front
from data.memberships.answers import rounds
from data.memberships.picture import picture_of_year
from data.memberships.reader import current_membership, membership_ids
from data.picture import picture_on
from data.tables import current_tables
from data.timeline import picture_day
from data.vocabulary import Status
from geo.drawing.key import OVER, Key, Row, key_rows
from geo.drawing.label_layout import Box
from geo.drawing.layers import DRAWN
from geo.drawing.lines import FRONT_CORE, FRONT_WIDTH
from geo.drawing.lone_signs import alone
from geo.drawing.number_rows import Listed, number_row, with_numbers
from geo.drawing.on_a_map import OnMap
from geo.drawing.on_map import on_map
from geo.drawing.palette import LIGHT, THEMES, theme_of
from geo.drawing.sheet import Focus
from geo.drawing.sign_parts import SIGN_HEIGHT, SIGN_WIDTH, line_signs
from geo.drawing.svg import dots
from geo.picture import svg

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "cases" / "key.json").read_text(encoding="utf-8"))
TABLES = current_tables()
STATEMENT = "2007-02-10-putin-munich"
UNNAMED = tuple(layer for layer in DRAWN if layer != "names")
"""Names have no row, and to lay them out takes longer than all else."""
SVG = "{http://www.w3.org/2000/svg}"
LEAST_NOTE = 12.5
"""Px of notes, on a sheet of 1920, that are still read with ease beside the map of the world."""
MAP_SIGNS = {
    "joined": "data-joined=",
    "outlined": "data-outline=",
    "front_russia": 'data-front="russia"',
    "front_bloc": 'data-front="bloc"',
    "csto": 'data-hatch="csto"',
    "eu": 'data-hatch="eu"',
    "command": 'data-hatch="command"',
    "area": 'data-hatch="area"',
    "draft": 'data-hatch="draft"',
    "disputed": 'data-hatch="disputed"',
    "west_berlin": 'data-berlin="covered"',
    "west_berlin_uncovered": 'data-berlin="uncovered"',
    "badge": "data-badge=",
    "crowd": "data-crowd=",
}
"""What of the drawing each row explains, but for fills and the single signs of statements and forces."""
FOLDED = {"badge", "crowd"}


@for_each("case", CASES)
def test_the_rows_are_those_of_the_case(case: dict[str, Any]) -> None:
    rows = key_rows(OnMap(**case["on_map"]))
    assert [row_as_told(row) for row in rows] == case["rows"]


def row_as_told(row: Row) -> dict[str, Any]:
    told = {"sign": str(row.sign), "word": row.word, "names": list(row.names), "count": row.count}
    return {**told, **{key: words for key, words in (("told", row.told), ("about", row.about)) if words}}


def every_row() -> list[Row]:
    return list({row["sign"]: Row(row["sign"], row["word"], tuple(row["names"])) for row in all_rows()}.values())


def all_rows() -> list[dict[str, Any]]:
    return [row for case in CASES for row in case["rows"]]


@for_each("row", every_row(), ids=lambda row: str(row.sign))
def test_each_sign_is_a_picture_of_its_own_and_has_its_words(row: Row) -> None:
    drawn = ElementTree.fromstring(alone(row, LIGHT))
    assert (drawn.get("width"), drawn.get("height")) == (str(SIGN_WIDTH), str(SIGN_HEIGHT))
    assert (len(list(drawn.iter())) > 1) != row.is_plain
    assert row.label
    assert "{" not in row.label


def test_who_belongs_to_what_lies_in_a_key_on_a_fill_of_the_map() -> None:
    for theme in THEMES.values():
        member, partner = (theme.statuses[status].fill for status in (Status.MEMBER, Status.PARTNER))
        for name, fill in (("draft", member), ("eu", member), (OVER, member), ("csto", partner)):
            assert f'fill="{fill}"' in alone(Row(name, ""), theme)
        assert f'fill="{theme.raised}"' in alone(Row("disputed", ""), theme)
    of_eu = theme_of(current_membership("eu"), "dark")
    assert f'fill="{next(iter(of_eu.statuses.values())).fill}"' in alone(Row(OVER, ""), of_eu)


PICTURES: list[tuple[int | date, str, Focus]] = [
    *((year, "europe", Focus()) for year in (1949, 1955, 1968, 1982, 1990, 1999, 2004, 2014, 2022, 2026)),
    *((year, view, Focus()) for year in (1958, 2010) for view in ("world", "balkans", "arctic", "black_sea")),
    (1962, "world", Focus()),
    (2008, "europe", Focus(units=("UKR", "GEO"))),
    (date(2007, 2, 10), "europe", Focus(statement=STATEMENT)),
    (2021, "europe", Focus(draft="nato-4")),
    (2004, "baltic", Focus(news=False)),
]


@for_each("when, view, focus", PICTURES)
def test_the_key_of_a_picture_explains_what_is_drawn_and_no_more(when: int | date, view: str, focus: Focus) -> None:
    text = svg(when, view, UNNAMED, tables=TABLES, focus=focus)
    drawn, key = text[: text.index("<g data-key")], text[text.index("<g data-key") :]
    signs = set(re.findall(r'data-sign="(\w+)"(?! data-nothing)', key))
    for sign, mark in MAP_SIGNS.items():
        if sign in signs:
            assert mark in drawn, sign
        # A thing of the drawing that no row tells lies beyond the edge of the sheet; what stands folded never does.
        elif view == "europe" or sign in FOLDED:
            assert mark not in drawn, sign
    assert ("outlined" in signs) == bool(focus.units)
    assert ("draft" in signs) == bool(focus.draft)
    day = when if isinstance(when, date) else picture_day(when, TABLES)
    assert signs & set(Status) == {status for status, count in picture_on(day, TABLES).counts.items() if count}


def test_a_key_that_is_too_long_has_smaller_words() -> None:
    key = Key(every_row(), LIGHT, 1, heading="Status on 31 December 2004", notes=["One sentence that is told."])
    small = key.within(400)
    assert key.height > 400 >= small.height
    assert small.size < key.size
    assert key.within(5_000) is key


@pytest.mark.parametrize(("year", "apart"), [(1951, True), (1990, False)])
def test_notes_stand_under_all_fills_rather_than_make_the_words_small(year: int, *, apart: bool) -> None:
    """Under the last where all have room there, else the first of them under the first."""
    drawn = ElementTree.fromstring(svg(year, "world", ("front",), tables=TABLES))
    keys = [group for group in drawn.iter(f"{SVG}g") if "data-key" in group.attrib]
    told = ["".join(group.itertext()) for group in keys]
    under = [i for i, text in enumerate(told) if "annexed" in text or "counted" in text]
    assert (len(under) > 1) == apart
    sizes = {float(text.attrib["font-size"]) for group in keys for text in group.iter(f"{SVG}text")}
    assert min(sizes) >= LEAST_NOTE


def test_the_label_of_a_list_does_not_stand_alone() -> None:
    drawn = "".join(Key([Row("disputed", "", told="In dispute: Northern Cyprus")], LIGHT, 1, width=270).draw(0, 0))
    assert re.findall(r">([^<>]+)</text>", drawn) == ["In dispute: Northern", "Cyprus"]


def test_the_sign_of_a_number_is_seen_where_it_stands_alone() -> None:
    one, none = (dots(alone(number_row(number, "Slovenia"), LIGHT), 144) for number in ("1", ""))
    assert one != none
    assert one != dots(alone(number_row("2", "Slovenia"), LIGHT), 144)


def test_names_by_number_are_told_as_on_the_map_those_without_in_a_row_of_their_fill_at_last() -> None:
    numbered, gold = Listed("1", "Belgium", joined=False), Listed("", "Slovenia", joined=True)
    lost = [Listed("", name, joined=False, status="member") for name in ("Luxembourg", "France")]
    words = {
        (numbered, gold, *lost): ["On the map:", "Belgium", "Slovenia", "Luxembourg, France (no room for a name)"],
        (numbered,): ["On the map:", "Belgium"],
        (*lost,): ["Luxembourg, France (no room for a name)"],
        (): [],
    }
    for listed, told in words.items():
        rows = with_numbers([Row("front_russia", "key.front_russia_now")], listed)
        assert [row.label for row in rows if row.is_number] == told
        assert not rows[-1].is_number
    lead, *_, last = (row for row in with_numbers([], [numbered, *lost]))
    at = {row.label: re.findall(r'x="([\d.]+)".*?>', "".join(Key([row], LIGHT, 1).draw(0, 0))) for row in (lead, last)}
    assert float(at[lead.label][-1]) == 0 < float(at[last.label][-1])
    assert LIGHT.statuses["member"].fill in "".join(Key([last], LIGHT, 1).draw(0, 0))
    assert Row("away", "key.away", ("Spain",)).is_plain
    assert LIGHT.quiet_text in "".join(Key([lead], LIGHT, 1).draw(0, 0))


@pytest.mark.parametrize("id_", membership_ids())
def test_whoever_joined_beyond_a_map_is_named_in_its_key_also_who_is_on_no_map(id_: str) -> None:
    membership = current_membership(id_)
    for year in {one.year for one in rounds(membership)}:
        facts = picture_of_year(membership, year)
        whole, corner = (
            on_map(facts, view, ("front",), Focus(), None, Box(*view["frame"]), k=0.5)
            for view in (made_view("world"), made_view("baltic"))
        )
        came, here = ({facts.units[unit].state for unit in units} for units in (facts.joined, corner.joined))
        assert {facts.labels[state] for state in came - here} <= {*corner.away, *corner.edge}, year
        assert not whole.away, year
        assert set(whole.joined) == {unit for unit in facts.joined if unit in made_view("world")["paths"]}, year


def test_the_two_kinds_of_front_are_told_apart_by_their_width_as_in_the_browser() -> None:
    signs = line_signs(LIGHT)
    drawn = {
        front: [float(px) for px in re.findall(r'stroke-width="([\d.]+)"', signs[f"front_{front}"])] for front in Front
    }
    on_map = {front: FRONT_WIDTH[front] * FRONT_CORE[front] for front in Front}
    ratio = on_map[Front.RUSSIA] / on_map[Front.BLOC]
    assert drawn[Front.RUSSIA][1] / drawn[Front.BLOC][1] == pytest.approx(ratio, rel=0.15)
    look = (Path(__file__).parent.parent / "geo/atlas/look/key.css").read_text(encoding="utf-8")
    named = {"": Front.RUSSIA, ".sign-thin": Front.BLOC}
    for place, part in enumerate(("-casing", "")):
        for thin, front in named.items():
            (px,) = re.findall(rf"\n\.sign-front{part}{re.escape(thin)} {{[^}}]*stroke-width: ([\d.]+)px", look)
            assert float(px) == drawn[front][place]


def test_members_beyond_a_map_are_told_at_the_end_of_its_key_and_once() -> None:
    told = OnMap(
        here=["Russia"],
        away=["Canada", "Egypt"],
        beyond=["Canada", "Iceland"],
        others=["Soviet Union, allies\u00a03", "No tie\u00a07"],
        layers=["front"],
        fronts=["russia"],
    )
    rows = key_rows(told)
    assert [row.label for row in rows] == [
        "In this year’s news: Russia",
        "In this year’s news, beyond this map: Egypt",
        "Border with Russia",
        "Members beyond this map: Canada, Iceland",
        "Others beyond this map: Soviet Union, allies\u00a03; No tie\u00a07",
    ]
    assert rows[-1].is_plain
