"""The tools stand where no view has what a year is about: on sea, or on land that reaches in from beyond its edge."""

import json
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import shapely
from made import made_view

from data.picture import picture_on
from data.tables import current_tables
from data.timeline import picture_day
from geo.drawing.about import units_about
from geo.drawing.corners import corners_of
from geo.drawing.views import VIEWS

ROOT = Path(__file__).parent.parent
TABLES = current_tables()
MOST_HIDDEN = 1 / 2
"""Of the ground of a unit in sight."""
OF_ITS_OWN = 1 / 10
"""Of its ground: of whom a map shows less, it shows a sliver at its edge."""
SIZES = ((666, 453), (592, 393), (456, 352), (428, 240))
"""Of maps alone and in windows down to phones held across, where one button holds them.

Larger ones have them beside the title, and phones held upright have none on the map.
"""
AROUND_PX = 12
"""Of the box of the tools that no name may enter, around the buttons themselves."""
ALL = (-1e6, -1e6, 1e6, 1e6)
SCRIPT = """
import {readFileSync} from 'node:fs';
import {fillFrame} from './geo/atlas/core/camera.mjs';
import {toolsOn} from './geo/atlas/tool_room.mjs';
const {views, sizes} = JSON.parse(readFileSync(0, 'utf8'));
globalThis.matchMedia = () => ({matches: false});
const found = sizes.map(([width, height]) => {
  const size = {width, height};
  const tools = toolsOn(size, {dataset: {}, querySelector: () => null});
  return views.map(({frame, width: w, height: h}) => [fillFrame(frame, {width: w, height: h}, size), tools[0]]);
});
process.stdout.write(JSON.stringify(found));
"""


@cache
def subjects() -> frozenset[str]:
    """The units that the map of any year is about."""
    days = (picture_day(year, TABLES) for year in range(TABLES.first_year, TABLES.last_year + 1))
    pictures = (picture_on(day, TABLES) for day in days)
    return frozenset(unit for facts in pictures for unit in units_about(facts, facts.joined, ()))


@cache
def rings_of(path: str) -> list[shapely.Geometry]:
    """The rings of a path, each for itself."""
    corners = corners_of(path)
    ends = zip(corners.first, corners.last, strict=True)
    return [
        shapely.Polygon(list(zip(corners.x[a : b + 1], corners.y[a : b + 1], strict=True))).buffer(0) for a, b in ends
    ]


@cache
def seen(path: str, box: tuple[float, float, float, float]) -> float:
    """How much ground of a path lies in a box (left, top, right, bottom), in square units."""
    return float(shapely.area(shapely.intersection(rings_of(path), shapely.box(*box))).sum())


@pytest.fixture(scope="module")
def placed(program: Callable[[str], str]) -> list[Any]:
    """For each size of a map and each view, the camera and the box of the tools, in px."""
    views = [{key: made_view(name)[key] for key in ("frame", "width", "height")} for name in VIEWS]
    given = json.dumps({"views": views, "sizes": SIZES})
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    done = subprocess.run(command, cwd=ROOT, input=given, capture_output=True, encoding="utf-8", check=True)
    return list(json.loads(done.stdout))


@pytest.mark.parametrize("name", VIEWS)
def test_tools_leave_what_a_year_is_about_in_sight(placed: list[Any], name: str) -> None:
    view = made_view(name)
    for (width, height), views in zip(SIZES, placed, strict=True):
        camera, tools = views[list(VIEWS).index(name)]

        def units(x: float, y: float, camera: Any = camera) -> tuple[float, float]:
            return (x - camera["x"]) / camera["k"], (y - camera["y"]) / camera["k"]

        sight = (*units(0, 0), *units(width, height))
        left, top, right, bottom = tools["x"], tools["y"], tools["x"] + tools["w"], tools["y"] + tools["h"]
        under = (*units(left + AROUND_PX, top + AROUND_PX), *units(right - AROUND_PX, bottom - AROUND_PX))
        for unit in subjects() & set(view["paths"]):
            shown = seen(view["paths"][unit], sight)
            if shown > OF_ITS_OWN * seen(view["paths"][unit], ALL):
                hidden = seen(view["paths"][unit], under)
                assert hidden <= MOST_HIDDEN * shown, f"{unit} on a map of {width} by {height} px: {hidden / shown:.0%}"
