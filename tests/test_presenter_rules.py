"""The pure rules of whoever presents, run in one go: strokes, the bell, the places of a lesson, one meaning a key."""

import json
import math
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

GEO = Path(__file__).parent.parent / "geo"
MINUTE = 60_000
FRAME = [100, 50, 3000, 2000]
PENS = ["pen_focus", "pen_ink", "marker_news", "marker_calm"]
STOPS = [{"before": 0, "minutes": 3}, {"before": 1952, "minutes": 5}, {"before": 0, "minutes": 7}]
SCRIPT = """
import {readFileSync} from 'node:fs';
const {geo, frame, pens, stops, minute} = JSON.parse(readFileSync(0, 'utf8'));
const load = (name) => import(`file://${geo}/classroom/${name}`);
const strokes = await load('ink/strokes.mjs');
const {outlineOf} = await load('ink/outline.mjs');
const {createInk} = await load('ink/ink.mjs');
const {bellAt, bellText, readBell} = await load('notes/bell.mjs');
const {atClose, atStarter, atTitle, goBack, goOn, isPlace, startAt, startersOf} = await load('lesson/place.mjs');
const {readClassAddress, writeClassAddress} = await load('class_address.mjs');
const {createLed, hashOf, leadIn, placeOfShown, withAct} = await load('afar/led.mjs');
const {keySheetRows} = await load('class_keys.mjs');
const {LEADING_ROWS, leadingActOf} = await load('leading/teacher_keys.mjs');
const {lessonActOf} = await load('lesson/lesson_keys.mjs');

const spiral = Array.from({length: 5000}, (_, i) => [1500 + i * Math.cos(i / 40) / 4, 900 + i * Math.sin(i / 40) / 4]);
const long = spiral.reduce((points, point) => strokes.withPoint(points, point, 2), []);
const line = [100, 100, 900, 400, 1300, 300];
const outline = (pen, seen) => outlineOf({pen, points: line}, seen);
const widthAcross = (d) => {
  const ys = d.match(/-?[\\d.]+/g).map(Number).filter((_, i) => i % 2);
  return Math.max(...ys) - Math.min(...ys);
};

const ink = createInk();
const heard = [];
ink.listen((all, change) => heard.push([all.length, change]));
for (let i = 0; i < 45; i += 1) ink.draw({pen: pens[0], points: line});
const full = [ink.strokes().length, ink.isFull()];
ink.undo();
ink.wipe();
ink.wipe();
ink.draw({pen: pens[0], points: line});
ink.undo();

const now = new Date(2026, 4, 5, 10, 30).getTime();
const late = new Date(2026, 4, 5, 23, 50).getTime();
const minutes = (at, from) => (at === null ? null : (at - from) / minute);
const clocks = {begun: now - 4 * minute, stopBegun: now - 2 * minute, bell: now + 10 * minute};

const walk = [atTitle()];
while (walk.length < 9) walk.push(goOn(stops, walk[walk.length - 1]));
const back = [walk[8]];
while (back.length < 7) back.push(goBack(stops, back[back.length - 1]));
const begun = [atTitle()];
while (begun.length < 6) begun.push(goOn(stops, begun[begun.length - 1], 2));
const left = [begun[5]];
while (left.length < 7) left.push(goBack(stops, left[left.length - 1], 2));
const asks = {prompt: 'Why?', options: ['a', 'b']};
const bank = {levels: ['easy'], most_seed: 9999};
const known = {stops, bank, starters: 2};
const named = ({at, cover, revealed}) => `${at + 1}${cover ? ` ${cover}` : ''}${revealed.length ? ' told' : ''}`;
const kept = (place) => writeClassAddress('', {quiz: null, isPresenting: true, place});

const done = [];
const led = createLed((name) => done.push(name));
const asked = withAct('?year=1999', 'next', 'a1');
const again = withAct(asked, 'previous', 'a2');
for (const place of ['?year=1999', asked, asked, again, '?lead=live.a3', withAct('', 'blank', 'a4')]) led({place});
const shown = (stop, halted, place = '?year=1999', view = 'europe') => ({stop, halted, place, view, day: 0, words: ''});
const followed = [
  shown(0, false, '?cover=title'), shown(1, true), shown(1, false), shown(2, false), shown(7, false),
  shown(0, false, '', ''), shown(2, false, `?cover=close&lead=next.a5`)
].reduce((places, next) => [...places, placeOfShown(stops, places[places.length - 1], next)], [null]);

const t = (key) => key;
const rows = keySheetRows(t, {views: ['europe', 'arctic'], more: LEADING_ROWS}).map(([key]) => key);
const keys = ['n', 'N', 'b', 'l', 'd', 'z', 's', 'q', 'p', ' ', 'Enter', 'PageUp', 'PageDown', 'ArrowLeft',
  'ArrowRight', 'Home', 'End', '1', '9'];
const actsOf = (place) =>
  Object.fromEntries(keys.map((key) => [key, {key, shiftKey: key === 'N'}]).map(([key, event]) =>
    [key, leadingActOf(event, place, false) ?? lessonActOf(event, place, true)]));
console.log(JSON.stringify({
  long, full, heard,
  dot: strokes.whole(strokes.withPoint([], [10.4, 20.6])),
  near: strokes.withPoint([10, 10], [11, 11], 3),
  pens: strokes.PENS,
  at: strokes.pointAt(frame, [0.5, 0.25]),
  outlines: pens.map((pen) => outline(pen, frame)),
  nearer: pens.map((pen) => outline(pen, frame.map((each) => each / 4))),
  widths: pens.map((pen) => widthAcross(outlineOf({pen, points: [100, 500, 600, 500, 1100, 500]}, frame))),
  none: outlineOf({pen: 'pen_ink', points: []}, frame),
  bells: ['10:45', '9.40', '1045', '10h45', ' 8:05 '].map((typed) => minutes(bellAt(typed, now), now)),
  wrong: ['', 'soon', '25:00', '10:60', '10'].map((typed) => bellAt(typed, now)),
  midnight: minutes(bellAt('0:20', late), late),
  text: [bellText(new Date(2026, 4, 5, 9, 5).getTime()), bellText(null)],
  rings: [startAt(), startAt(1), startAt(2), atTitle(), atClose(stops)].map((place) =>
    readBell(clocks, stops, place, now)),
  rung: readBell({...clocks, bell: now - 3 * minute}, stops, startAt(2), now),
  silent: readBell({...clocks, bell: null}, stops, startAt(), now),
  walk: walk.map(named), back: back.map(named), begun: begun.map(named), left: left.map(named),
  starters: [{}, {starter: [asks]}, {starter: [{...asks, right: 1}]}].map((lesson) => startersOf(lesson).length),
  addresses: [atTitle(), atStarter(1), startAt(1), atClose(stops)].map(kept),
  read: ['', '?', '?stop=2', '?stop=end', '?patterns=1', '?stop=7', '?year=2004', '?stop=start-2',
    '?stop=start-3'].map((search) => {
    const {place, isPresenting, unknownStop} = readClassAddress(search, known);
    return [named(place), isPresenting, unknownStop];
  }),
  places: [startAt(2), atClose(stops), {at: 3, revealed: [], cover: null}, {at: 0, revealed: 'x', cover: null}, null,
    {at: 0}, {at: 'length', revealed: [], cover: null}, atStarter(1), atStarter(2)]
    .map((sent) => isPlace(stops, sent, 2)),
  asked, again, done, longest: withAct('?' + 'a'.repeat(599), 'next', 'a6'),
  followed: followed.slice(1).map(named),
  leads: [hashOf({code: 'BCDFHJ', key: 'k-1_'}), '#lead=BCDFHJ', '#notes', '#lead=bcdfhj.k', '#lead=BCDFHJ.k/']
    .map(leadIn),
  rows, page: actsOf('page'), text_field: actsOf('text'),
}));
"""


@pytest.fixture(scope="module")
def told(program: Callable[[str], str]) -> Any:
    given = {"geo": str(GEO), "frame": FRAME, "pens": PENS, "stops": STOPS, "minute": MINUTE}
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    made = subprocess.run(
        command,
        input=json.dumps(given),
        env={**os.environ, "TZ": "Europe/Berlin"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return json.loads(made.stdout)


# ---------------------------------------------------------------------- strokes


def test_the_longest_stroke_is_one_that_the_room_takes(told: Any) -> None:
    points = told["long"]
    assert 300 <= len(points) <= 600
    assert all(isinstance(each, int) for each in points)
    assert points[:2] == [1500, 900]
    last = 4999
    ends = 1500 + last * math.cos(last / 40) / 4, 900 + last * math.sin(last / 40) / 4
    assert points[-2:] == [round(end) for end in ends]


def test_a_dot_is_a_stroke_and_a_shaking_hand_is_none(told: Any) -> None:
    assert told["dot"] == [10, 21, 11, 21]
    assert told["near"] == [10, 10]
    assert told["at"] == [1600, 550]


def test_an_outline_is_closed_as_wide_in_sight_when_the_map_is_near_and_a_marker_is_wider(told: Any) -> None:
    assert told["pens"] == PENS
    for d in (*told["outlines"], *told["nearer"]):
        assert d.startswith("M")
        assert d.endswith("Z")
        assert "NaN" not in d
    assert not set(told["outlines"]) & set(told["nearer"])
    pen, _, marker, _ = told["widths"]
    assert 8 <= pen <= 24  # of a frame that is 2,000 high
    assert 70 <= marker <= 100
    assert told["none"] == ""


def test_the_ink_tells_each_change_once_and_holds_what_the_room_holds(told: Any) -> None:
    assert told["full"] == [40, True]
    assert told["heard"] == [
        *([n, "draw"] for n in range(1, 41)),
        [39, "undo"],
        [0, "wipe"],
        [1, "draw"],
        [0, "wipe"],
    ]


# ---------------------------------------------------------------------- the bell


def test_a_bell_is_typed_as_it_is_said_and_means_the_nearest_time(told: Any) -> None:
    assert told["bells"] == [15, -50, 15, 15, -145]
    assert told["wrong"] == [None] * 5
    assert told["midnight"] == 30
    assert told["text"] == ["9:05", ""]


def test_the_bell_is_held_against_what_is_planned_from_here(told: Any) -> None:
    first, second, third, title, close = told["rings"]
    assert first == {"left": "10:00", "over": 3 * MINUTE, "overText": "3:00"}  # 1 + 5 + 7 minutes in 10
    assert second == {"left": "10:00", "over": 0, "overText": "0:00"}
    assert third["over"] == -5 * MINUTE
    assert third["overText"] == "5:00"
    assert title["over"] == 5 * MINUTE
    assert close["over"] == -10 * MINUTE
    assert told["rung"] == {"left": "−3:00", "over": 5 * MINUTE, "overText": "5:00"}
    assert told["silent"] is None


# ---------------------------------------------------------------------- places


def test_a_lesson_goes_from_its_title_to_its_close_and_back(told: Any) -> None:
    end = "3 close told"
    assert told["walk"] == ["1 title", "1", "2", "2 told", "3 told", end, end, end, end]
    assert told["back"] == [end, "3 told", "2 told", "1 told", "1 title told", "1 title told", "1 title told"]


def test_the_title_has_no_address_of_its_own_and_the_close_has_one(told: Any) -> None:
    assert told["addresses"] == ["?", "?stop=start-2", "?stop=2", "?stop=end"]
    assert told["read"] == [
        ["1 title", True, None],
        ["1 title", True, None],
        ["2", True, None],
        ["3 close", True, None],
        ["1 title", True, None],
        ["1", True, "7"],
        ["1 title", False, None],
        ["1 starter:1", True, None],
        ["1", True, "start-3"],
    ]


def test_only_a_place_of_this_lesson_is_one(told: Any) -> None:
    assert told["places"] == [True, True, False, False, False, False, False, True, False]


def test_the_questions_before_a_lesson_come_after_its_title_each_with_its_answer(told: Any) -> None:
    asked = ["1 title", "1 starter:0", "1 answer:0", "1 starter:1", "1 answer:1", "1"]
    assert told["begun"] == asked
    assert told["left"] == [*reversed(asked), "1 title"]
    assert told["starters"] == [0, 0, 1]  # a pupil's page does not know the answers


# ---------------------------------------------------------------------- notes on a phone


def test_what_is_asked_from_afar_is_done_once_and_nothing_else(told: Any) -> None:
    assert told["asked"] == "?year=1999&lead=next.a1"
    assert told["again"] == "?year=1999&lead=previous.a2"
    assert told["done"] == ["next", "previous", "blank"]
    assert told["longest"] == "?lead=next.a6"


def test_the_notes_afar_are_where_the_room_says_the_wall_is(told: Any) -> None:
    assert told["followed"] == ["1 title", "2", "2 told", "3 told", "3 told", "3 told", "3 close told"]


def test_a_hash_leads_a_room_by_its_code_and_key_alone(told: Any) -> None:
    assert told["leads"] == [{"code": "BCDFHJ", "key": "k-1_"}, None, None, None, None]


# ---------------------------------------------------------------------- keys


def test_no_key_has_two_rows_and_each_row_is_a_key(told: Any) -> None:
    rows = told["rows"]
    keys = [key.strip() for row in rows for key in row.split(",")]
    assert len(keys) == len(set(keys))
    assert {"N", "B", "L", "D", "Z", "S", "Q", "P", "Esc"} <= set(keys)


def test_arrows_page_keys_and_space_move_stops_and_digits_are_left_to_the_map(told: Any) -> None:
    acts = told["page"]
    assert {acts[key] for key in (" ", "Enter", "PageDown", "ArrowRight")} == {"next"}
    assert {acts[key] for key in ("PageUp", "ArrowLeft")} == {"previous"}
    assert acts["1"] is None
    assert acts["9"] is None
    letters = {acts[key] for key in ("n", "N", "b", "l", "d", "z", "s", "q", "p")}
    assert letters == {"notes", "notesBelow", "blank", "spot", "draw", "freeze", "words", "quiz", "present"}
    assert set(told["text_field"].values()) == {None}
