"""Where the map of a stop is, what its legend singles out, whose card is open: in lessons and in addresses."""

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from each import for_each

from data.tables import current_tables
from geo.drawing.sheet import FULL
from geo.drawing.views import VIEWS
from geo.errors import LessonError
from geo.lesson.edit import stop_of_address, stop_of_state
from geo.lesson.lesson import Lesson, Stop, parse_lesson, write_lesson
from geo.publish.stop_picture import stop_drawn
from geo.wire.assets import current_assets

GEO = Path(__file__).parent.parent / "geo"
TABLES = current_tables()
CAMERA = (900, 500.5, 3.25)
SEEN = Stop(2004, "Seven", view="europe", camera=CAMERA, solo="member", country="EST")
SCRIPT = """
import {readFileSync} from 'node:fs';
const {geo, facts: raw, addresses, sizes, places} = JSON.parse(readFileSync(0, 'utf8'));
const load = (name) => import(`file://${geo}/${name}`);
const {indexFacts} = await load('atlas/core/facts.mjs');
const {readAddress, writeAddress} = await load('atlas/core/address.mjs');
const {cameraAt, fitFrame, placeOf} = await load('atlas/core/camera.mjs');
const facts = indexFacts(raw);
console.log(JSON.stringify({
  read: addresses.map((search) => {
    const {state, at, dropped} = readAddress(search, facts, new Set(['europe']));
    const {solo = null} = state;
    return [at, solo, dropped.map(({name}) => name), writeAddress('', {day: facts.lastDay, solo, at}, facts)];
  }),
  kept: sizes.map(([width, height]) => places.map((at) => {
    const size = {width, height};
    const home = fitFrame([0, 0, 1920, 1080], size);
    return placeOf(cameraAt(at, home, size), home, size);
  })),
}));
"""
ADDRESSES = [
    "?at=960,540,2.5&solo=member",
    "?at=1,2",
    "?at=1,2,0",
    "?at=1,2,x&solo=constructor",
    "?view=moon&at=9,9,2",
    "",
]
PLACES = [[960, 540, 1], [10, 20, 2.5], [1900, 1000, 14]]


def test_what_a_stop_shows_comes_back_from_its_file() -> None:
    lesson = Lesson("One", "", (SEEN, Stop(2004, "Whole")))
    text = write_lesson(lesson)
    assert text.count("camera") == text.count("solo") == text.count("country") == 1
    assert parse_lesson(text, TABLES) == lesson


@for_each(
    "line, complaint",
    [
        ("camera = [1, 2]", "camera: [1, 2]; expected [x, y, zoom] up to"),
        ("camera = [1, 2, 0]", "zoom above 0"),
        ("camera = [1, 2, 14.5]", "camera: [1, 2, 14.5]; expected"),
        ("camera = [1, 99999, 2]", str(VIEWS["europe"].height)),
        ("camera = [1, nan, 2]", "camera: [1, nan, 2]; expected"),
        ('camera = "1,2,3"', "camera: 1,2,3; expected"),
        ("camera = [true, 2, 3]", "camera: [True, 2, 3]; expected"),
        ('solo = "friend"', "solo: 'friend'; expected one of member"),
        ('country = "XXX"', "country: 'XXX'; expected the id of a country"),
    ],
)
def test_what_a_stop_cannot_show_is_named(line: str, complaint: str) -> None:
    with pytest.raises(LessonError) as found:
        parse_lesson(f'title = "T"\n[[stop]]\nyear = 2004\ntitle = "A"\n{line}', TABLES)
    (problem,) = found.value.problems
    assert complaint in problem
    assert "line 5" in problem


def test_a_stop_is_taken_as_it_is_seen() -> None:
    state = {"year": 2004, "view": "europe", "camera": [900, 500.5, 3.25], "solo": "member", "country": "EST"}
    stop = stop_of_state(state, TABLES)
    assert (stop.camera, stop.solo, stop.country, stop.focus) == (CAMERA, "member", "EST", ("EST",))
    assert stop_of_state({"year": 2004, "camera": None}, TABLES).camera == ()
    stop = stop_of_address("http://x/?year=2004&solo=member&at=900,500,3.25", TABLES)
    assert (stop.camera, stop.solo, stop.country) == ((900, 500, 3.25), "member", "")
    with pytest.raises(ValueError, match="expected x,y,zoom"):
        stop_of_address("?year=2004&at=1,2", TABLES)


def test_the_browser_reads_addresses_and_keeps_places_at_every_size(program: Callable[[str], str]) -> None:
    given = {
        "geo": str(GEO),
        "facts": json.loads(current_assets().file("facts.json").body),
        "addresses": ADDRESSES,
        "sizes": [[1920, 1080], [390, 500], [1, 1]],
        "places": PLACES,
    }
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    ran = subprocess.run(command, input=json.dumps(given), capture_output=True, encoding="utf-8", check=True)
    told: Any = json.loads(ran.stdout)
    last = TABLES.as_of.year
    assert told["read"] == [
        [[960, 540, 2.5], "member", [], f"?year={last}&solo=member&at=960,540,2.5"],
        [None, None, ["at"], f"?year={last}"],
        [None, None, ["at"], f"?year={last}"],
        [None, None, ["solo", "at"], f"?year={last}"],
        [None, None, ["view"], f"?year={last}"],
        [None, None, [], f"?year={last}"],
    ]
    for kept in told["kept"]:
        assert [[pytest.approx(number) for number in place] for place in PLACES] == kept


@pytest.mark.parametrize("asked", [False, True])
def test_a_picture_of_a_stop_is_where_its_map_is(asked: bool) -> None:
    near, whole = (
        stop_drawn(replace(SEEN, camera=camera, before=1999, question="Who?"), TABLES, FULL, asked=asked)
        for camera in (CAMERA, ())
    )
    k, x, y = near.place
    box = near.sheet.map
    middle = (box.x + box.width / 2 - x) / k, (box.y + box.height / 2 - y) / k
    assert (*middle, k / whole.place[0]) == pytest.approx(CAMERA)


def test_no_picture_shows_beyond_what_is_drawn() -> None:
    _, x, y = stop_drawn(replace(SEEN, camera=(0, 0, 3)), TABLES, FULL).place
    assert (x, y) == (FULL.map.x, FULL.map.y)
