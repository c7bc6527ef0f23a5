"""A lesson in the hash of an address: the browser reads what Python packs, and lets nothing else pass."""

import json
import subprocess
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from data.tables import current_tables
from geo.drawing.views import VIEWS
from geo.lesson.lesson import LONGEST, MOST_STOPS, Lesson, Stop, current_lesson
from geo.lesson.link import FOR_TEACHERS, TOLD, lesson_hash
from geo.publish.class_page import LIMITS, Reader, lesson_payload
from geo.wire.assets import current_assets

GEO = Path(__file__).parent.parent / "geo"
TABLES = current_tables()
OURS = current_lesson()
HER_OWN = Lesson(
    "Mine – “ё”",
    "",
    (
        Stop(2008, "A day", day="2008-04-03", view="black_sea", camera=(900, 500, 2.5), solo="member", country="GEO"),
        Stop(2008, "Five", before=2007, question="Who?", names=("ALB", "UKR")),
        Stop(2004, "Seven", before=2003, focus=("EST", "LVA"), layers=(), sources=("S01", "S02"), notes="Not this."),
    ),
)
LONGEST_OWN = replace(
    OURS,
    stops=tuple(
        replace(stop, **{name: (getattr(stop, name) * 9 or "ä ž " * 300)[:most] for name, most in LONGEST.items()})
        for stop in OURS.stops
    ),
)
LESSONS = {"ours": OURS, "hers": HER_OWN, "long": LONGEST_OWN}
FIRST = {"year": 2004, "title": "A"}
WRONG: dict[str, Any] = {
    "broken": [[], None, 7, {"v": 1}, {"v": 1, "stops": []}, {"v": 1, "stops": [FIRST] * (MOST_STOPS + 1)},
               *({"v": 1, "stops": [{**FIRST, **more}]} for more in (
                   {"year": 1900}, {"year": "2004"}, {"title": "a" * 61}, {"title": 1}, {"focus": "EST"},
                   {"focus": [1]}, {"names": [1]}, {"focus": ["EST"] * 101}, {"day": "2004-13-01"},
                   {"day": "1800-01-01"}, {"halt": 3}, {"before": -1},
                   {"camera": [1, 2]}, {"camera": [1, 2, 0]}, {"minutes": 1e9}, {"view": {}}))],
    "version": [{"v": 2, "stops": [FIRST]}, {"stops": [FIRST]}],
}  # fmt: skip
UNKNOWN = {
    "v": 1,
    "stops": [{**FIRST, "view": "moon", "focus": ["EST", "constructor"], "names": ["LVA", "XXX"], "solo": "toString"}],
}
SCRIPT = """
import {readFileSync} from 'node:fs';
const {geo, facts, sources, views, limits, parts, old} = JSON.parse(readFileSync(0, 'utf8'));
const load = (name) => import(`file://${geo}/classroom/link/${name}`);
const {lessonPart, unpacked} = await load('lesson_link.mjs');
const {admitted} = await load('lesson_gate.mjs');
const read = async (hash) => {
  try {
    return admitted(await unpacked(lessonPart(hash)), {facts, sources, views, limits});
  } catch (error) {
    return {failed: error.constructor.name === 'LinkError' ? error.name : String(error)};
  }
};
const told = [];
for (const part of parts) told.push(await read(`#notes&${part}`));
globalThis.DecompressionStream = class { constructor() { throw new TypeError('deflate-raw'); } };
told.push(await read(`#${parts[0]}`), lessonPart('#notes'), lessonPart(''));
console.log(JSON.stringify(told));
"""


def packed(text: str) -> str:
    packing = zlib.compressobj(9, zlib.DEFLATED, -15)
    return "lesson=" + urlsafe_b64encode(packing.compress(text.encode()) + packing.flush()).decode().rstrip("=")


@pytest.fixture(scope="module")
def read(program: Callable[[str], str]) -> Callable[..., list[Any]]:
    """`read(*parts)`: what the browser makes of each; then the first in an old engine, and two that hold none."""
    facts, sources = (json.loads(current_assets().file(f"{name}.json").body) for name in ("facts", "sources"))
    page = {"geo": str(GEO), "facts": facts, "sources": sources, "views": list(VIEWS), "limits": LIMITS}

    def told(*parts: str) -> list[Any]:
        command = [program("node"), "--input-type=module", "--eval", SCRIPT]
        given = json.dumps({**page, "parts": parts})
        ran = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=True)
        return list(json.loads(ran.stdout))

    return told


def test_the_browser_reads_the_lesson_that_was_packed(read: Callable[..., list[Any]]) -> None:
    teachers = [lesson_hash(lesson, TABLES, for_teacher=True) for lesson in LESSONS.values()]
    pupils = [lesson_hash(lesson, TABLES) for lesson in LESSONS.values()]
    told = read(*teachers, *pupils)
    for lesson, pupil, theirs, hers in zip(LESSONS.values(), pupils, told[3:], told, strict=False):
        assert hers == {"lesson": {**lesson_payload(lesson, TABLES), "link": pupil}, "unknown": []}
        expected = lesson_payload(lesson, TABLES, Reader.PUPIL)
        expected = {name: expected[name] for name in (*TOLD, "link", "stops")}
        blank = dict.fromkeys(FOR_TEACHERS, "")
        assert theirs["lesson"] == {**expected, "stops": [{**stop, **blank} for stop in expected["stops"]]}
    assert told[-3:] == [{"failed": "old"}, None, None]


def test_nothing_of_the_notes_is_in_what_pupils_get() -> None:
    def unpacked(part: str) -> str:
        letters = part.removeprefix("lesson=")
        return zlib.decompress(urlsafe_b64decode(letters + "=" * (-len(letters) % 4)), -15).decode()

    assert "Not this." in unpacked(lesson_hash(HER_OWN, TABLES, for_teacher=True))
    assert "Not this." not in unpacked(lesson_hash(HER_OWN, TABLES))


def test_what_is_no_lesson_is_told_and_what_is_unknown_is_named(read: Callable[..., list[Any]]) -> None:
    cases = [(name, packed(json.dumps(wrong))) for name, several in WRONG.items() for wrong in several]
    cases += [("broken", "lesson=a*b"), ("broken", "lesson="), ("broken", packed("{")), ("broken", "lesson=AAAA")]
    cases += [("large", packed(json.dumps("a" * 10_000_000))), ("large", "lesson=" + "a" * 300_000)]
    told = read(*(part for _, part in cases), packed(json.dumps(UNKNOWN)))
    assert [each.get("failed") for each in told[: len(cases)]] == [name for name, _ in cases]
    found = told[len(cases)]
    assert sorted(found["unknown"]) == ["XXX", "constructor", "moon", "toString"]
    (stop,) = found["lesson"]["stops"]
    assert (stop["view"], stop["focus"], stop["names"], stop["solo"]) == (Stop.view, ["EST"], ["LVA"], "")


def test_fourteen_stops_fit_a_link_and_a_few_a_code() -> None:
    whole = lesson_hash(OURS, TABLES)
    assert len(OURS.stops) == 14
    assert len(whole) < 4_500
    assert len(lesson_hash(LONGEST_OWN, TABLES, for_teacher=True)) < 60_000
    assert len(lesson_hash(replace(OURS, stops=OURS.stops[:5]), TABLES)) < 1_800
