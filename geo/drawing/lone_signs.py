"""A sign of the key as a picture of its own, for slides and paper."""

from data.vocabulary import Status
from geo.drawing.key import Look, Row, sign
from geo.drawing.palette import HATCHES, PRINTED, THEMES, Theme
from geo.drawing.sign_parts import SIGN_HEIGHT, SIGN_WIDTH
from geo.drawing.svg import FONT, element, pattern, tiled


def alone(row: Row, theme: Theme) -> str:
    """The sign of a row as a picture of its own: SVG of SIGN_WIDTH by SIGN_HEIGHT."""
    is_hatch = row.sign in HATCHES and not row.is_fill
    defs = element("defs", pattern(row.sign, HATCHES[row.sign], theme, 1)) if is_hatch else ""
    return _svg(SIGN_WIDTH, SIGN_HEIGHT, defs + sign(row, theme))


def printed_swatch(status: Status, theme: str = "light") -> str:
    """A swatch of a printed map as SVG: the fill of a status with its pattern."""
    size: Look = {"width": 36, "height": 26}
    inks = THEMES[theme]
    inside = [element("rect", fill=inks.statuses[status].fill, **size)]
    if status in PRINTED:
        clip = element("clipPath", element("rect", **size), id="swatch")
        inside += [element("defs", clip), element("g", tiled(PRINTED[status], inks, 36, 26), clip_path="url(#swatch)")]
    inside += [element("rect", x=0.75, y=0.75, width=34.5, height=24.5, fill="none", stroke=inks.border_core)]
    return _svg(36, 26, "".join(inside))


def _svg(width: int, height: int, inside: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" font-family="{FONT}, sans-serif">{inside}</svg>'
    )
