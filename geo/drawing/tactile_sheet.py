"""A sheet of A4 for swell paper: its sizes in millimetres, and what stands on it as SVG, black on white."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

import shapely
from shapely.geometry.base import BaseGeometry

from geo.drawing import braille
from geo.drawing.braille import Cells
from geo.drawing.label_layout import Box
from geo.drawing.palette import FLAT
from geo.drawing.svg import element
from geo.drawing.tactile_land import WINDOW

LONG, SHORT, MARGIN = 297, 210, 10
"""Mm of A4 and of its margin: what swells at the edge of a sheet is cut off or curls."""
HEIGHT = 168.0
WIDTH = HEIGHT * (WINDOW[2] - WINDOW[0]) / (WINDOW[3] - WINDOW[1])
MAP = Box((LONG - WIDTH) / 2, SHORT - MARGIN - HEIGHT, WIDTH, HEIGHT)
STROKE, FRONT, LEAD = 0.9, 2.6, 0.6
"""Mm across a coast or border, a front line, a line that leads from a label."""
AROUND_LABEL, BESIDE_LINE = 3.0, 1.2
"""Mm of white around a label, and between a line and a texture."""
PRINT = 5


def path(shape: BaseGeometry) -> str:
    """SVG path data of lines and polygons, to a hundredth of a millimetre."""
    told = []
    for part in shapely.get_parts(shape):
        rings = [part.exterior, *part.interiors] if part.geom_type == "Polygon" else [part]
        for ring in (ring for ring in rings if ring.geom_type in {"LineString", "LinearRing"}):
            told.append("M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in ring.coords))
            told.append("Z" if ring.geom_type == "LinearRing" else "")
    return "".join(told)


def dots(line: Cells, x: float, y: float, **more: object) -> str:
    """A line of braille, dot 1 of its first cell at x and y."""
    centres = braille.dots(line, x, y)
    return element(
        "g", "".join(element("circle", cx=f"{cx:.2f}", cy=f"{cy:.2f}", r=braille.DOT / 2) for cx, cy in centres), **more
    )


def page(width: int, height: int, title: str, about: str, inside: Iterable[str]) -> str:
    """A sheet with what stands on it, in millimetres, and its title and description for those who hear it."""
    head = element("title", escape(title)) + element("desc", escape(about))
    paper = element("rect", width=width, height=height, fill=FLAT)
    return element(
        "svg",
        "\n".join([head, paper, *inside]),
        xmlns="http://www.w3.org/2000/svg",
        width=f"{width}mm",
        height=f"{height}mm",
        viewBox=f"0 0 {width} {height}",
        role="img",
        font_family="sans-serif",
    )
