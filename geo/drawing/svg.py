"""SVG as text: elements, lines of text in a font that is shipped, patterns; and a picture of it as PNG."""

import io
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from importlib.util import find_spec
from math import ceil, cos, hypot, radians, sin
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import typst
from PIL import Image, ImageFont

from geo.drawing.palette import Hatch, Theme

PNG_WIDTH = 3840
COLOURS = 256
DEFLATE = 4
"""Of 9: more takes twice as long for a twentieth of the bytes."""
RUNS = 3
"""As zlib numbers its ways: looking for runs of one colour takes half as long as for all that came before, for a
fiftieth of the bytes."""
FONT = "Source Sans Pro"
WEIGHTS = {"light": "SourceSansPro-Light.ttf", "text": "SourceSansPro-Regular.ttf", "bold": "SourceSansPro-Bold.ttf"}

SIZE = re.compile(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"|<svg[^>]* width="([\d.]+)" height="([\d.]+)"')
HEIGHT = re.compile(r' height="([\d.]+)"')
SHEETS = b"""
#for sheet in json(bytes(sys.inputs.sheets)) {
  page(width: sheet.width * 1pt, height: sheet.height * 1pt, margin: 0pt, fill: none,
    image(bytes(sheet.svg), format: "svg", width: 100% - 0.0002pt, height: 100% * 0.99998, fit: "stretch"))
}
"""
"""What sets pictures on pages of their size: Typst paints SVG in a third of the time that other bindings take.

It takes for a picture's dots the next whole number above its size, which must not be one more by a rounding: hence
the hair that is wanting, here and in `_a_hair_flatter`.
"""

THIN = 2.5
"""Px up to which nobody sees whether the corners of a line are round."""
WORD = re.compile("[^ \t\n]+")
CLAUSES = re.compile(r"([^:;]+[:;]) ([^:;]+)$")
EVEN = 0.6
"""Of two lines the shorter as a part of the longer, where a break by sense is not too early or too late."""
ON_CORNER = 45
"""Degrees."""
BALANCED = 4
"""Px between which it makes no difference where a line breaks."""
NO_LETTER = "\uffff"
"""Stands for none: a font draws it as it draws what it lacks."""
LACKING = "■"
"""Stands where the font lacks a sign."""
JOINS = re.compile("[\u200b-\u200f\u2060\ufe00-\ufe0f]")
"""What joins or turns signs that the font lacks, and is not seen by itself."""


@cache
def font_folder() -> Path:
    """The folder of the font files that a package ships: without one a bare machine draws no text."""
    spec = find_spec("font_source_sans_pro")
    if spec is None or spec.origin is None:
        raise FileNotFoundError(
            "the package font-source-sans-pro is not installed; expected it for the text of pictures"
        )
    return Path(spec.origin).parent / "files"


@cache
def _font(weight: str) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(font_folder() / WEIGHTS[weight]), 100)


def measure(text: str, size: float, bold: bool = False) -> float:
    """Width of a text in px at a size in px."""
    return _width("bold" if bold else "text", text) * size / 100


@lru_cache(maxsize=8192)
def _width(weight: str, text: str) -> float:
    return float(_font(weight).getlength(text))


def is_drawable(text: str) -> bool:
    """Whether the shipped font has a picture of every letter of a text."""
    missing = _mask(NO_LETTER)
    return all(letter.isspace() or _mask(letter) != missing for letter in set(text))


def drawable(text: str) -> str:
    """The text as the shipped font has it: a sign that it lacks is a square, and what joins signs is gone."""
    return text if is_drawable(text) else "".join(map(_drawable_sign, text))


@lru_cache(maxsize=4096)
def _drawable_sign(sign: str) -> str:
    if JOINS.match(sign):
        return ""
    return sign if is_drawable(sign) else LACKING


@lru_cache(maxsize=4096)
def _mask(letter: str) -> bytes:
    return bytes(_font("text").getmask(letter))


def png(svg_text: str, width: int = PNG_WIDTH) -> bytes:
    """An SVG picture as PNG, `width` px wide. Text is drawn with the shipped font, never the machine's."""
    found = SIZE.search(svg_text)
    if found is None:
        raise ValueError("no size in the picture; expected a viewBox, or width and height")
    wide, high = (float(side) for side in found.groups() if side)
    return pngs([(svg_text, width, round(width * high / wide))])[0]


def pngs(sheets: Sequence[tuple[str, int, int]]) -> list[bytes]:
    """SVG pictures as PNG, each so many dots wide and high; all at once costs the least."""
    told = [{"svg": _a_hair_flatter(svg), "width": width, "height": height} for svg, width, height in sheets]
    if not told:
        return []
    inputs = {"sheets": json.dumps(told)}
    made = typst.compile(SHEETS, format="png", ppi=72, font_paths=_fonts(), sys_inputs=inputs)
    return [made] if isinstance(made, bytes) else [page for page in made if isinstance(page, bytes)]


def in_few_colours(painted: Image.Image, colours: int = COLOURS) -> bytes:
    """A picture as PNG with a palette: a map has few colours, and takes a third of the bytes and of the time."""
    file = io.BytesIO()
    few = (painted if painted.mode == "RGB" else painted.convert("RGB")).quantize(
        colours, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
    )
    few.save(file, "PNG", compress_level=DEFLATE, compress_type=RUNS)
    return file.getvalue()


def dots(svg_text: str, width: int) -> Image.Image:
    """An SVG picture as dots, `width` px wide."""
    return Image.open(io.BytesIO(png(svg_text, width))).convert("RGB")


def _a_hair_flatter(svg_text: str) -> str:
    head, end, rest = svg_text.partition(">")
    return HEIGHT.sub(lambda found: f' height="{float(found[1]) * 0.99999:.5f}"', head, count=1) + end + rest


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(font_folder())])


def element(name: str, text: str = "", **attributes: object) -> str:
    """An element with its attributes; `_` stands for `-`, one at the end for nothing."""
    given = " ".join(f"{key.rstrip('_').replace('_', '-')}={_quoted(value)}" for key, value in attributes.items())
    return f"<{name} {given}>{text}</{name}>" if text else f"<{name} {given}/>"


@lru_cache(maxsize=4096, typed=True)
def _quoted(value: object) -> str:
    """An attribute's value in quotes; paths come again and again."""
    return quoteattr(str(value))


def corners(width: float) -> dict[str, str]:
    """How the corners of a line are joined, so many px wide on a screen: round, unless it is too thin for that to show.

    A coast has ten thousand, and round ones take a quarter of the time of a whole picture.
    """
    return {"stroke_linejoin": "round"} if width > THIN else {"stroke_miterlimit": "1.5"}


@lru_cache(maxsize=2048)
def line(d: str, colour: str, width: str, **more: object) -> str:
    """A line along path data; most borders look the same in the next picture."""
    return element("path", "", d=d, fill="none", stroke=colour, stroke_width=width, **more)


def text_at(words: str, x: float, y: float, size: float, fill: str, **more: object) -> str:
    """A line of text, its beginning at x and y unless an anchor is among the attributes."""
    return element("text", escape(words), x=f"{x:.1f}", y=f"{y:.1f}", font_size=f"{size:.1f}", fill=fill, **more)


def wrapped(words: str, size: float, width: float, bold: bool = False) -> list[str]:
    """Text in lines that fit a width in px; a no-break space holds two words together."""
    lines: list[str] = []
    for word in WORD.findall(words):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, size, bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def balanced(words: str, size: float, width: float, bold: bool = False) -> list[str]:
    """Text in as few lines as fit a width in px, of about one length: no word is left alone on the last.

    Of two lines the first ends at a colon or semicolon, if that leaves it two of not too different lengths.
    """
    return list(_balanced(words, size, width, bold))


@lru_cache(maxsize=4096)
def _balanced(words: str, size: float, width: float, bold: bool) -> Sequence[str]:
    """The same; a key is laid out in many ways before it is drawn in one."""
    lines = wrapped(words, size, width, bold)
    clauses = CLAUSES.match(words)
    if clauses and len(lines) == len(clauses.groups()):
        parts = list(clauses.groups())
        first, last = (measure(part, size, bold) for part in parts)
        if max(first, last) <= width and min(first, last) >= EVEN * max(first, last):
            return parts
    enough, least = width, measure(words, size, bold) / max(1, len(lines))
    while len(lines) > 1 and enough - least > BALANCED:
        middle = (least + enough) / 2
        if len(wrapped(words, size, middle, bold)) > len(lines):
            least = middle
        else:
            enough = middle
    return wrapped(words, size, enough, bold)


def pattern(name: str, hatch: Hatch, theme: Theme, unit: float) -> str:
    """A hatch as a pattern `hatch-<name>`; `unit` is the size of its px."""
    hatch = _upright(hatch)
    turn = f"rotate({hatch.turn}) scale({unit:.4f})"
    tile = {"patternUnits": "userSpaceOnUse", "width": hatch.tile, "height": hatch.tile, "patternTransform": turn}
    given = " ".join(f'{key}="{value}"' for key, value in tile.items())
    return f'<pattern id="hatch-{name}" {given}>{_tile(hatch, theme)}</pattern>'


def _upright(hatch: Hatch) -> Hatch:
    """Dots in a tile on its corner as dots in one twice as large that stands: a turned tile makes dashes of them."""
    if hatch.turn != ON_CORNER or hatch.strokes or hatch.marks:
        return hatch
    side = hatch.tile * 2**0.5
    corners_and_middle = [(x * side / 2, y * side / 2) for x, y in ((-1, -1), (1, -1), (0, 0), (-1, 1), (1, 1))]
    dot = "M{left:.3f} {y:.3f}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0-{across} 0z"
    dots = (
        (ink, dot.format(left=x - r, y=y, r=r, across=2 * r)) for ink, r in hatch.dots for x, y in corners_and_middle
    )
    return replace(hatch, tile=side, turn=0, dots=(), marks=tuple(dots))


def tiled(hatch: Hatch, theme: Theme, width: float, height: float) -> str:
    """A hatch over a small rectangle at (0, 0) as shapes, for programs that paint a small pattern coarsely.

    Its shapes reach over the edge by less than a tile.
    """
    turn, tile = radians(hatch.turn), _tile(hatch, theme)
    reach = range(-ceil(hypot(width, height) / hatch.tile), ceil(hypot(width, height) / hatch.tile))
    placed = []
    for x, y in ((across * hatch.tile, down * hatch.tile) for across in reach for down in reach):
        middle = complex(x + hatch.tile / 2, y + hatch.tile / 2) * complex(cos(turn), sin(turn))
        if (
            abs(middle.real - width / 2) < (width + hatch.tile) / 2
            and abs(middle.imag - height / 2) < (height + hatch.tile) / 2
        ):
            placed.append(element("g", tile, transform=f"translate({x:g} {y:g})"))
    return element("g", "".join(placed), transform=f"rotate({hatch.turn:g})")


def _tile(hatch: Hatch, theme: Theme) -> str:
    """What repeats in a hatch, in a square with its corner at (0, 0)."""
    inks = _inks(theme)
    inside = [
        element("rect", x=x, y=0, width=width, height=hatch.tile, fill=inks[ink]) for ink, x, width in hatch.strokes
    ]
    inside += [element("circle", cx=hatch.tile / 2, cy=hatch.tile / 2, r=r, fill=inks[ink]) for ink, r in hatch.dots]
    middle = f"translate({hatch.tile / 2:g} {hatch.tile / 2:g})"
    return "".join([*inside, marks_of(hatch, theme, transform=middle)])


def marks_of(hatch: Hatch, theme: Theme, **more: Any) -> str:
    """The marks in a tile of a hatch, around (0, 0)."""
    inks = _inks(theme)
    return "".join(element("path", d=d, fill=inks[ink], **more) for ink, d in hatch.marks)


def _inks(theme: Theme) -> dict[str, str]:
    return {"dark": theme.border_core, "light": theme.border_casing, "ink": theme.ink, "casing": theme.mark_casing}
