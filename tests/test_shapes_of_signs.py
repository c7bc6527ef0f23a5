"""The shapes on the map: a pattern has none that a sign has, and none that another pattern has."""

import io
from itertools import combinations

import numpy as np
from each import for_each
from numpy.typing import NDArray
from PIL import Image

from geo.drawing.palette import FORCE_SIGNS, GLYPHS, HATCHES
from geo.drawing.svg import pngs

ALIKE = 0.8
"""Of all that either of two covers, what both cover where they have the same size: the same shape to the eye."""
SIDE, ROOM = 200, 20  # px of a picture of a shape, and units of it, more than any takes
INK = 128
MARKS = {name: "".join(d for _, d in hatch.marks) for name, hatch in HATCHES.items() if hatch.marks}
"""A mark lies over its casing, so that both together are what either covers."""
SIGNS = {str(stance): "".join(parts) for stance, parts in GLYPHS.items()} | {
    str(sign): d for sign, d in FORCE_SIGNS.items()
}
Shape = NDArray[np.bool_]


def drawn(paths: dict[str, str], rule: str = "evenodd") -> dict[str, Shape]:
    """Each shape as large as it can be in a square, turned as its pattern is."""
    turns = {name: HATCHES[name].turn if name in HATCHES else 0 for name in paths}
    box = f'viewBox="{-ROOM / 2} {-ROOM / 2} {ROOM} {ROOM}" width="{SIDE}" height="{SIDE}"'
    svgs = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {box}><rect x="{-ROOM / 2}" y="{-ROOM / 2}" width="{ROOM}" '
        f'height="{ROOM}" fill="#fff"/><path d="{d}" fill-rule="{rule}" transform="rotate({turns[name]:g})"/></svg>'
        for name, d in paths.items()
    ]
    made = (
        np.asarray(Image.open(io.BytesIO(png)).convert("L")) < INK for png in pngs([(svg, SIDE, SIDE) for svg in svgs])
    )
    return dict(zip(paths, map(filled, made), strict=True))


def filled(shape: Shape) -> Shape:
    """A shape in the middle of a square that it fills, in proportion."""
    rows, columns = np.flatnonzero(shape.any(axis=1)), np.flatnonzero(shape.any(axis=0))
    cut = shape[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    side = max(cut.shape)
    square = np.zeros((side, side), dtype=bool)
    top, left = (side - cut.shape[0]) // 2, (side - cut.shape[1]) // 2
    square[top : top + cut.shape[0], left : left + cut.shape[1]] = cut
    return np.asarray(Image.fromarray(square).resize((SIDE, SIDE)), dtype=bool)


def likeness(one: Shape, other: Shape) -> float:
    """What both cover of what either covers."""
    return float((one & other).sum() / (one | other).sum())


OF_MARKS, OF_SIGNS = drawn(MARKS, "nonzero"), drawn(SIGNS)


@for_each("pattern", sorted(MARKS))
def test_no_pattern_has_the_shape_of_a_sign(pattern: str) -> None:
    alike = {name: likeness(OF_MARKS[pattern], shape) for name, shape in OF_SIGNS.items()}
    assert {name: part for name, part in alike.items() if part > ALIKE} == {}


def test_no_two_patterns_have_one_shape() -> None:
    alike = {pair: likeness(OF_MARKS[pair[0]], OF_MARKS[pair[1]]) for pair in combinations(sorted(MARKS), 2)}
    assert {pair: part for pair, part in alike.items() if part > ALIKE} == {}


def test_a_shape_is_known_whatever_its_size() -> None:
    triangle = drawn({"small": "M0-4.4L4.4 3.2H-4.4z", "large": "M0-8L8 6H-8z"})
    assert likeness(triangle["small"], OF_SIGNS["threat"]) > ALIKE
    assert likeness(triangle["large"], OF_MARKS["csto"]) < ALIKE
