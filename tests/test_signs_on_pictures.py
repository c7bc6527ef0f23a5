"""Signs on real pictures: none over a name or another sign, none cut at the edge, and no end of an arc under them."""

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from data.picture import picture_on
from data.rows import rows
from data.tables import current_tables
from data.timeline import picture_day
from data.words import phrase, words
from geo.drawing.force_signs import HALF_HEIGHT, HALF_WIDTH
from geo.drawing.label_layout import Box
from geo.drawing.mark_layout import MARK
from geo.drawing.palette import LIGHT, TIMES
from geo.drawing.sheet import FULL, NO_FOCUS, SMALL, UPRIGHT, Focus, Sheet
from geo.drawing.statement_signs import towns_told
from geo.drawing.views import VIEWS
from geo.picture import _Picture
from geo.publish.stop_picture import STOP

ROOT = Path(__file__).parent.parent
TABLES = current_tables()
SAID = [row for row in rows(TABLES, "statements") if row.targets]
LAYERS = ("front", "names", "statements", "forces")
SHEETS = {"full": FULL, "slide": STOP, "small": SMALL, "upright": UPRIGHT}
SIGN = re.compile(
    r'<g transform="translate\(([-\d.]+) ([-\d.]+)\)(?: scale\(([\d.]+)\))?" data-(statement|badge|force|crowd)='
)
END = re.compile(r'<circle fill="[^"]+" stroke="[^"]+" stroke-width="[\d.]+" cx="([-\d.]+)" cy="([-\d.]+)"')
EVERY = 6
HALF_DOT = 2
"""Px of the dot at the end of an arc that no box may hide: it may touch the room around the letters of a name."""
A_PX = 1
"""What coordinates rounded to a tenth may be off, and a halo."""


class Laid(_Picture):
    """A picture with what was drawn on its map in px."""

    def __init__(self, day: Any, view: str, sheet: Sheet, focus: Focus) -> None:
        super().__init__(picture_on(day, TABLES), view, LAYERS, LIGHT, sheet, focus)
        self.drawn = "".join(self._ink())
        self.names, _ = self._names

    def signs(self) -> list[Box]:
        """The boxes of marks, badges and forces on the map, and of the tags at its edge, which hold theirs."""
        tags = [held.tag for held in self._signs.held] if self._signs else []
        found = [_box(*sign) for sign in SIGN.findall(self.drawn)]
        return [*tags, *(box for box in found if not any(_holds(tag, box) for tag in tags))]


def _box(x: str, y: str, scale: str, what: str) -> Box:
    half = (HALF_WIDTH, HALF_HEIGHT) if what in ("force", "crowd") else (MARK, MARK)
    wide, tall = (side * float(scale or 1) - A_PX for side in half)
    return Box(float(x) - wide, float(y) - tall, 2 * wide, 2 * tall)


def _holds(tag: Box, box: Box) -> bool:
    return _is_inside(tag, box.x + box.width / 2, box.y + box.height / 2)


def _is_inside(box: Box, x: float, y: float) -> bool:
    return box.x <= x <= box.x + box.width and box.y <= y <= box.y + box.height


def cases(view: str) -> Iterator[tuple[str, int, Sheet]]:
    """One year in three on one of the sheets, which take turns; of another view other years."""
    first = TABLES.first_year + list(VIEWS).index(view) % EVERY
    for i, year in enumerate(range(first, TABLES.as_of.year + 1, EVERY)):
        name = list(SHEETS)[i % len(SHEETS)]
        yield name, year, SHEETS[name]


@pytest.mark.slow
@pytest.mark.parametrize("view", VIEWS)
def test_no_sign_stands_over_a_name_or_another_sign_or_beyond_the_map(view: str) -> None:
    amiss, count = [], 0
    for name, year, sheet in cases(view):
        picture = Laid(picture_day(year, TABLES), view, sheet, NO_FOCUS)
        signs, bounds = picture.signs(), picture.sheet.map
        count += len(signs)
        over = [f"{name} {year} {each.key}" for each in picture.names if any(each.box.meets(sign) for sign in signs)]
        cut = [
            f"{name} {year} cut at {box}"
            for box in signs
            if not _is_inside(bounds, box.x, box.y) or not _is_inside(bounds, box.x + box.width, box.y + box.height)
        ]
        met = [f"{name} {year} {one} {other}" for one, other in combinations(signs, 2) if one.meets(other)]
        amiss += [*over, *cut, *met]
    assert amiss == []
    assert count > 30


@pytest.mark.slow
@pytest.mark.parametrize("name", SHEETS)
def test_no_arc_of_a_picture_ends_under_a_name_or_a_sign_or_beyond_the_map(name: str) -> None:
    amiss, count = [], 0
    for row in SAID[list(SHEETS).index(name) :: 6]:
        picture = Laid(max(row.day, TABLES.first_day), "europe", SHEETS[name], Focus(statement=row.id))
        scale, bounds = picture.sheet.scale, picture.sheet.map
        for x, y in ((float(x), float(y)) for x, y in END.findall(picture.drawn)):
            half = HALF_DOT * scale
            dot = Box(x - half, y - half, 2 * half, 2 * half)
            taken = [*(each.box for each in picture.names), *picture.signs()]
            amiss += [row.id] if not _is_inside(bounds, x, y) or any(dot.meets(box) for box in taken) else []
            count += 1
    assert amiss == []
    assert count > 10


TOWNS = """
import {readFileSync} from 'node:fs';
import {townsTold} from './geo/atlas/core/on_map.mjs';
const [cases, facts] = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(cases.map((towns) => townsTold(towns, facts))));
"""


def test_towns_beyond_a_map_are_told_by_how_much_was_said_there_and_many_are_counted(
    program: Callable[[str], str],
) -> None:
    cases = {
        "Moscow": ["Moscow"],
        "Kyiv Moscow Moscow Berlin": ["Moscow ×2", "Kyiv", "Berlin"],
        "Kyiv Berlin Paris Sochi Moscow": ["Kyiv", "Berlin", "Paris", "Sochi", "Moscow"],
        "Kyiv Berlin Paris Sochi Sochi Geneva Moscow Moscow Moscow": [
            *("Moscow ×3", "Sochi ×2", "Kyiv", "Berlin"),
            phrase("key", "more", n=2),
        ],
        "": [],
    }
    assert [towns_told(towns.split()) for towns in cases] == list(cases.values())
    given = json.dumps([[towns.split() for towns in cases], {"times": TIMES, "words": {"key": words()["key"]}}])
    command = [program("node"), "--input-type=module", "--eval", TOWNS]
    done = subprocess.run(command, cwd=ROOT, input=given, capture_output=True, encoding="utf-8", check=True)
    assert json.loads(done.stdout) == list(cases.values())
