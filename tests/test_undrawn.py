"""Ground in dispute without an outline is told in words where its country is on the map, on its days alone."""

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from data.cards import cards
from data.disputed_ground import called_on, told_of
from data.memberships.picture import picture_of
from data.memberships.reader import current_membership
from data.overlays import units_under
from data.picture import picture_on
from data.tables import current_tables
from data.vocabulary import GroundStyle, Overlay, UnitKind
from data.words import phrase
from geo.drawing.key import key_rows
from geo.drawing.label_layout import Box
from geo.drawing.on_map import on_map
from geo.drawing.out_of_sight import is_largely_seen
from geo.drawing.read_once import map_of
from geo.drawing.sheet import NO_FOCUS
from geo.drawing.tactile_day import tactile_on
from geo.drawing.tactile_key import key_lines, key_text
from geo.wire.assets import current_assets

GEO = Path(__file__).parent.parent / "geo"
TABLES = current_tables()
ROWS = [row for row in TABLES.disputed.itertuples() if row.style == GroundStyle.UNDRAWN]
KARABAKH = "Nagorno-Karabakh"
BEFORE, SINCE = "parts of the Donbas", "parts of mainland Ukraine under Russian control"
ON_DAYS = [
    ("1994-05-11", []),
    ("1994-05-12", [KARABAKH]),
    ("2014-05-10", [KARABAKH]),
    ("2014-05-11", [KARABAKH, BEFORE]),
    ("2022-02-23", [KARABAKH, BEFORE]),
    ("2022-02-24", [KARABAKH, SINCE]),
    ("2023-09-19", [KARABAKH, SINCE]),
    ("2023-09-20", [SINCE]),
    (TABLES.as_of.isoformat(), [SINCE]),
]
DRAWN_IN: dict[str, set[str]] = {
    "europe": {"UKR", "AZE"},
    "black_sea": {"UKR", "AZE"},
    "arctic": {"UKR"},
    "baltic": set(),
    "balkans": set(),
}
"""By view the countries of such ground of which more than a corner is on it."""
SCRIPT = """
import {readFileSync} from 'node:fs';
const {geo, facts: raw, asked, views} = JSON.parse(readFileSync(0, 'utf8'));
const load = (name) => import(`file://${geo}/atlas/core/${name}.mjs`);
const [{indexFacts}, {onMap}] = await Promise.all(['facts', 'on_map'].map(load));
const facts = indexFacts(raw);
const state = {country: null, focus: [], layers: '', statement: null, told: null, draft: null, over: null};
const out = {statuses: [], specks: {}, edge: [], away: []};
console.log(JSON.stringify(asked.map(([view, day, frame]) => {
  const sight = {frame, k: 1, covered: [], folded: [], crowds: false};
  return onMap({facts, view: views[view], state: {...state, day: facts.numberOf(day)}, sight, out}).over.undrawn;
})));
"""


def told_on(view: str, day: str, frame: tuple[float, ...] | None = None) -> list[str]:
    """What a picture's key says that its map does not draw."""
    drawing = map_of(view, TABLES)
    sight = Box(*(frame or drawing["frame"]))
    facts = picture_on(date.fromisoformat(day), TABLES)
    rows = key_rows(on_map(facts, drawing, (), NO_FOCUS, None, sight, k=1))
    return [name for row in rows if row.sign == Overlay.UNDRAWN for name in row.names]


def within(view: str, unit: str) -> tuple[float, ...]:
    """A frame around the middle of a unit, a tenth as wide as the view's."""
    drawing = map_of(view, TABLES)
    (x, y), (*_, width, height) = drawing["names"][unit]["at"][:2], drawing["frame"]
    return (x - width / 20, y - height / 20, width / 10, height / 10)


@pytest.mark.parametrize(("day", "called"), ON_DAYS)
def test_it_is_told_on_the_days_of_its_row_alone(day: str, called: list[str]) -> None:
    known = called_on(date.fromisoformat(day), TABLES)
    assert [known[unit] for unit in units_under(Overlay.UNDRAWN, date.fromisoformat(day), TABLES)] == called
    assert told_on("black_sea", day) == called


@pytest.mark.parametrize("view", DRAWN_IN)
def test_it_is_told_where_its_country_is_on_the_map(view: str) -> None:
    of = {"AZE": KARABAKH, "UKR": BEFORE}
    assert told_on(view, "2016-12-31") == [name for unit, name in of.items() if unit in DRAWN_IN[view]]


def test_the_map_of_another_membership_tells_it() -> None:
    drawing = map_of("eurasia", TABLES)
    picture = picture_of(current_membership("csto"), date(2010, 12, 31))
    rows = key_rows(on_map(picture, drawing, (), NO_FOCUS, None, Box(*drawing["frame"]), k=1))
    assert [row.names for row in rows if row.sign == Overlay.UNDRAWN] == [(KARABAKH,)]


def test_a_map_of_a_part_of_the_country_tells_it_and_one_beside_it_does_not() -> None:
    assert told_on("europe", "2016-12-31", within("europe", "UKR")) == [BEFORE]
    assert told_on("europe", "2016-12-31", within("europe", "FRA")) == []


def test_half_of_a_country_is_enough_and_so_is_half_of_what_is_seen() -> None:
    path, seen = "M0 0l100 0 0 100-100 0z", lambda *box: is_largely_seen(path, Box(*box))
    assert [seen(50, 0, 900, 900), seen(51, 0, 900, 900)] == [True, False]
    assert [seen(95, 0, 10, 10), seen(96, 0, 10, 10), seen(100, 0, 10, 10), seen(300, 300, 1, 1)] == [
        True,
        *3 * [False],
    ]


def test_the_browser_tells_the_same(program: Callable[[str], str]) -> None:
    shown = {view: json.loads(current_assets().file(f"{view}.json").body) for view in DRAWN_IN}
    frames = [(view, shown[view]["frame"]) for view in DRAWN_IN]
    frames += [("europe", within("europe", unit)) for unit in ("UKR", "FRA", "AZE")]
    x, y, *size = shown["baltic"]["frame"]
    frames += [("baltic", [x + along, y + along, *size]) for along in range(0, 1200, 100)]  # towards Ukraine
    asked: list[tuple[str, str, Any]] = [(view, day, frame) for view, frame in frames for day, _ in ON_DAYS]
    facts = json.loads(current_assets().file("facts.json").body)
    given = json.dumps({"geo": str(GEO), "facts": facts, "asked": asked, "views": shown})
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    ran = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    assert told == [told_on(view, day, tuple(frame)) for view, day, frame in asked]
    assert {tuple(each) for each in told} >= {(), (KARABAKH,), (KARABAKH, BEFORE), (SINCE,)}


def test_the_card_of_the_country_tells_it_and_why_it_is_not_drawn() -> None:
    why = phrase("disputed_ground", "undrawn")
    for row in ROWS:
        notes = {note.of: note for note in cards(TABLES)[row.unit].notes}
        note = notes[row.title[:1].upper() + row.title[1:]]
        assert (note.text, note.start, note.end) == (f"{row.note} {why}", row.start_on, row.end_on)
        assert set(row.source_ids) <= set(cards(TABLES)[row.unit].sources)
    assert not [row for row in TABLES.disputed.itertuples() if row.style != GroundStyle.UNDRAWN and why in told_of(row)]


def test_it_lies_in_a_country_that_is_not_in_dispute_itself() -> None:
    """A title with the name of a country beside others in a row is told apart from that country by its words."""
    kinds = dict(zip(TABLES.units["unit"], TABLES.units["kind"], strict=True))
    assert ROWS
    for row in ROWS:
        assert kinds[row.unit] == UnitKind.COUNTRY
        day = max(row.start_day, TABLES.first_day)
        assert row.unit not in units_under(Overlay.DISPUTED, day, TABLES) + units_under(Overlay.DASHED, day, TABLES)


def test_the_key_to_be_felt_tells_it() -> None:
    today, before = tactile_on(TABLES.as_of, TABLES), phrase("key", "undrawn", names="")
    assert "\n".join(text for _, text in key_lines(today, TABLES)) + "\n" == key_text(TABLES.as_of, TABLES)
    for day, called in ON_DAYS[1:]:  # on the land of today: what is told of it is the day's
        made = replace(today, facts=picture_on(date.fromisoformat(day), TABLES))
        (line,) = (text for _, text in key_lines(made, TABLES) if text.startswith(before))
        assert all(name in line for name in called), day
        assert line.endswith(".")


def test_the_key_to_be_felt_says_nothing_before() -> None:
    assert phrase("key", "undrawn", names="") not in key_text(TABLES.first_day + timedelta(9000), TABLES)
