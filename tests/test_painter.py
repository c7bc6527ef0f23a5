"""Pictures painted one onto another are those painted whole."""

import io
from collections.abc import Sequence
from datetime import date
from itertools import pairwise, product

import numpy as np
import pytest
from PIL import Image, ImageChops

from data.tables import current_tables
from geo.drawing import painter as painting
from geo.drawing.drawn import Drawn
from geo.drawing.painter import Painter
from geo.drawing.sheet import FULL, UPRIGHT, WIDE, Sheet
from geo.drawing.svg import png, pngs
from geo.picture import drawn

TABLES = current_tables()
WIDTH = 960
WHEN = (1949, 1955, date(1968, 8, 21), 1990, 1991, 1999, 2004, date(2008, 4, 3), 2024)
LAYERS = ("front", "names", "statements", "forces")
"""Without the wide hatches: the strokes of one begin elsewhere where it is painted alone."""
UNSEEN = 40
"""The rounding at the edge of a thin line, in 255 steps: a name or a border amiss is more than that, and larger."""
TILE, SPECKS = 48, 36
"""Dots of such rounding in a square of so many px: those of many letters are spread, the shortest name is more."""


def picture(when: int | date, sheet: Sheet = FULL, view: str = "europe", layers: tuple[str, ...] = LAYERS) -> Drawn:
    return drawn(when, view, layers, sheet=sheet, tables=TABLES)


def amiss(one: Image.Image, other: Image.Image) -> int:
    """How many dots of two pictures a reader could tell apart."""
    levels = ImageChops.difference(one, other).convert("L").histogram()
    return sum(levels[UNSEEN:])


def most_amiss(one: Image.Image, other: Image.Image) -> int:
    """How many in the square that has the most of them."""
    seen = np.asarray(ImageChops.difference(one, other).convert("L")) >= UNSEEN
    starts = range(0, seen.shape[0], TILE), range(0, seen.shape[1], TILE)
    return max(int(seen[y : y + TILE, x : x + TILE].sum()) for y, x in product(*starts))


def whole(made: Drawn) -> Image.Image:
    return Image.open(io.BytesIO(png(made.svg(), WIDTH))).convert("RGB")


@pytest.mark.slow
@pytest.mark.parametrize("sheet", [FULL, UPRIGHT], ids=["landscape", "upright"])
def test_each_picture_of_a_row_is_as_if_painted_whole(sheet: Sheet) -> None:
    painter = Painter(WIDTH)
    made = [picture(when, sheet) for when in WHEN]
    painted = [painter.paint(each) for each in made]
    for each, image in zip(made, painted, strict=True):
        assert most_amiss(image, whole(each)) < SPECKS, each.title
    for one, other in pairwise(painted):
        assert amiss(one, other) > 1000


def test_another_view_between_two_pictures_changes_neither() -> None:
    painter = Painter(WIDTH)
    world, europe = picture(2004, view="world", layers=("front", "statements")), picture(2004)
    assert world.sheet == WIDE
    in_europe, of_world = whole(europe), whole(world)
    for each, alone in ((europe, in_europe), (world, of_world), (world, of_world), (europe, in_europe)):
        assert most_amiss(painter.paint(each), alone) < SPECKS, each.title


def test_what_was_painted_before_leaves_no_trace() -> None:
    painter = Painter(WIDTH)
    for when in (2004, 1955, 2004):
        made = picture(when)
        assert painter.paint(made, whole=False) == Painter(WIDTH).paint(made, whole=False), when


@pytest.mark.parametrize("layers", [LAYERS, (*LAYERS, "csto")], ids=["bare", "patterned"])
def test_only_the_ground_of_a_map_is_painted_as_large_as_it(
    layers: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[tuple[int, int]] = []

    def noted(sheets: Sequence[tuple[str, int, int]]) -> list[bytes]:
        sizes.extend((wide, high) for _, wide, high in sheets)
        return pngs(sheets)

    monkeypatch.setattr(painting, "pngs", noted)
    Painter(WIDTH).paint(picture(2022, layers=layers), whole=False)
    assert len(sizes) > 100
    assert len([size for size in sizes if size == max(sizes)]) == 1
