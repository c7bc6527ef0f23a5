"""The map without a browser: the same paths, palette and rules as SVG or PNG.

`python -m geo.picture --year 2004 --view europe --layers front,statements,names -o map.svg` (or `.png`).
"""

import argparse
import re
import sys
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal
from xml.sax.saxutils import escape, quoteattr

import resvg_py
from PIL import ImageFont

from data.borders_in_time import front_of, is_inner
from data.dates import spelled
from data.drafts import affected
from data.headlines import headline
from data.membership import picture_day, status_counts
from data.tables import Tables, current_tables
from data.timeline import segment_on
from data.vocabulary import Bloc, Confidence, Effect, Stance, Status, UnitKind
from data.words import words
from geo.drawing.label_layout import Box, arc_path, candidate, place_names, stack_marks
from geo.drawing.layers import DRAWN, PLAIN
from geo.drawing.palette import GLYPHS, HATCHES, PRINTED, STANCE_INKS, THEMES, Hatch, Theme
from geo.drawing.view import view_payload
from geo.drawing.views import VIEWS

PNG_WIDTH = 3840
FONT = "Source Sans Pro"
WEIGHTS = {"light": "SourceSansPro-Light.ttf", "text": "SourceSansPro-Regular.ttf", "bold": "SourceSansPro-Bold.ttf"}
PATH_NUMBER = re.compile(r"-?\d+")
LEAST_RING = 36  # units; smaller rings are left out of an outline


@dataclass(frozen=True)
class Sheet:
    """The layout of a picture in px: its size, the part that the map takes, the sizes of its text, what is around it.

    `scale` is how many times as heavy as on a screen its lines and marks are. One that is `printed` can be read without
    colours: its statuses have patterns too, its coasts a line.
    """

    width: int
    height: int
    map: Box
    base: float
    year: float
    around: Literal["full", "small", "nothing"]
    scale: float = 1
    printed: bool = False


FULL = Sheet(1920, 1080, Box(0, 0, 1500, 1036), base=17, year=112, around="full")
SMALL = Sheet(640, 376, Box(0, 0, 640, 376), base=13, year=52, around="small")


@dataclass(frozen=True)
class Focus:
    """What a picture points at: units outlined, one statement alone, the reach of an article of the drafts.

    A `blank` map tells no status, one without `news` not who joined.
    """

    units: tuple[str, ...] = ()
    statement: str = ""
    draft: str = ""
    blank: bool = False
    news: bool = True


NO_FOCUS = Focus()


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
    return float(_font("bold" if bold else "text").getlength(text)) * size / 100


def svg(
    year: int,
    view: str = "europe",
    layers: tuple[str, ...] = PLAIN,
    theme: str = "light",
    sheet: Sheet = FULL,
    tables: Tables | None = None,
    focus: Focus = NO_FOCUS,
) -> str:
    """The picture of a year as SVG text, `sheet` px wide.

    Raises ValueError for a year, view, layer, theme, unit, statement or article that the atlas does not have.
    """
    tables = tables or current_tables()
    _must_know("view", view, VIEWS)
    _must_know("theme", theme, THEMES)
    for layer in layers:
        _must_know("layer", layer, DRAWN)
    for unit in focus.units:
        _must_know("unit", unit, list(tables.units["unit"]))
    if focus.statement:
        _must_know("statement", focus.statement, list(tables.statements["id"]))
    return _Picture(year, view, layers, THEMES[theme], sheet, tables, focus).draw()


def _must_know(what: str, found: str, known: Iterable[str]) -> None:
    if found not in known:
        raise ValueError(f"{what} {found!r} is unknown; expected one of {', '.join(known)}")


def png(svg_text: str, width: int = PNG_WIDTH) -> bytes:
    """An SVG picture as PNG, `width` px wide. Text is drawn with the shipped font, never the machine's."""
    files = [str(font_folder() / name) for name in WEIGHTS.values()]
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg_text, width=width, skip_system_fonts=True, font_files=files, sans_serif_family=FONT
        )
    )


def _element(name: str, text: str = "", **attributes: object) -> str:
    given = " ".join(
        f"{key.rstrip('_').replace('_', '-')}={quoteattr(str(value))}" for key, value in attributes.items()
    )
    return f"<{name} {given}>{text}</{name}>" if text else f"<{name} {given}/>"


def _text(text: str, x: float, y: float, size: float, fill: str, **more: object) -> str:
    return _element("text", escape(text), x=f"{x:.1f}", y=f"{y:.1f}", font_size=f"{size:.1f}", fill=fill, **more)


def main_rings(path: str) -> str:
    """Path data without its small rings; the largest always stays. Whole numbers, relative, as the views have them."""
    rings = [f"M{ring}" for ring in path.split("M")[1:]]
    sizes = [_ring_size(ring) for ring in rings]
    return "".join(ring for ring, size in zip(rings, sizes, strict=True) if size >= LEAST_RING or size == max(sizes))


def _ring_size(ring: str) -> int:
    numbers = [int(number) for number in PATH_NUMBER.findall(ring)][2:]
    x = y = 0
    xs, ys = [0], [0]
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        xs.append(x)
        ys.append(y)
    return max(max(xs) - min(xs), max(ys) - min(ys))


def _pattern(name: str, hatch: Hatch, theme: Theme, unit: float) -> str:
    inks = {"dark": theme.border_core, "light": theme.border_casing}
    inside = [
        _element("rect", x=x, y=0, width=width, height=hatch.tile, fill=inks[ink]) for ink, x, width in hatch.strokes
    ]
    inside += [_element("circle", cx=hatch.tile / 2, cy=hatch.tile / 2, r=r, fill=inks[ink]) for ink, r in hatch.dots]
    turn = f"rotate({hatch.turn}) scale({unit:.4f})"
    tile = {"patternUnits": "userSpaceOnUse", "width": hatch.tile, "height": hatch.tile, "patternTransform": turn}
    given = " ".join(f'{key}="{value}"' for key, value in tile.items())
    return f'<pattern id="hatch-{name}" {given}>{"".join(inside)}</pattern>'


def printed_swatch(status: Status, theme: str = "light") -> str:
    """A legend swatch of a printed map as SVG: the fill of a status with its pattern."""
    size: dict[str, Any] = {"width": 36, "height": 26}
    inks = THEMES[theme]
    inside = [_element("rect", fill=inks.statuses[status].fill, **size)]
    if status in PRINTED:
        inside = [_element("defs", _pattern(status, PRINTED[status], inks, 1)), *inside]
        inside += [_element("rect", fill=f"url(#hatch-{status})", **size)]
    inside += [_element("rect", x=0.75, y=0.75, width=34.5, height=24.5, fill="none", stroke=inks.border_core)]
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 26" width="36" height="26">{"".join(inside)}</svg>'


class _Picture:
    """One year of one view on one sheet."""

    def __init__(
        self,
        year: int,
        view: str,
        layers: tuple[str, ...],
        theme: Theme,
        sheet: Sheet,
        tables: Tables,
        focus: Focus,
    ) -> None:
        self.year, self.layers, self.theme, self.sheet, self.tables = year, layers, theme, sheet, tables
        self.focus = focus
        self.day = picture_day(year, tables)
        self.view = _view(view, tables)
        x, y, width, height = self.view["frame"]
        frame = sheet.map
        self.k = min(frame.width / width, frame.height / height)
        self.x = frame.x + frame.width - (x + width) * self.k
        self.y = frame.y + frame.height - (y + height) * self.k

    @cached_property
    def statuses(self) -> dict[str, Status]:
        return {unit: segment_on(self.tables, unit, self.day).status for unit in self.tables.units["unit"]}

    @cached_property
    def joined(self) -> list[str]:
        """Countries and parts that entered since the picture of the year before."""
        if self.year == self.tables.first_year or not self.focus.news:
            return []
        before = picture_day(self.year - 1, self.tables)
        own = self.tables.units.loc[self.tables.units["kind"] != UnitKind.DEPENDENCY, "unit"]
        return [
            unit
            for unit in own
            if self.statuses[unit] == Status.MEMBER
            and segment_on(self.tables, unit, before).status != Status.MEMBER
            and unit in self.view["paths"]
        ]

    def screen(self, point: list[int]) -> tuple[float, float]:
        return point[0] * self.k + self.x, point[1] * self.k + self.y

    def draw(self) -> str:
        sheet, theme = self.sheet, self.theme
        frame = sheet.map
        title = f"{self.year}: {headline(self.year, self.tables).title}"
        return "".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {sheet.width} {sheet.height}" '
                f'width="{sheet.width}" height="{sheet.height}" font-family="{FONT}, sans-serif" role="img">',
                _element("title", escape(title)),
                "<defs>",
                _element(
                    "clipPath",
                    _element("rect", x=frame.x, y=frame.y, width=frame.width, height=frame.height),
                    id="frame",
                ),
                *(_pattern(name, hatch, theme, 1 / self.k) for name, hatch in HATCHES.items()),
                *(_pattern(status, hatch, theme, sheet.scale / self.k) for status, hatch in self.printed.items()),
                "</defs>",
                _element("rect", width=sheet.width, height=sheet.height, fill=theme.page),
                '<g clip-path="url(#frame)">',
                _element("rect", x=frame.x, y=frame.y, width=frame.width, height=frame.height, fill=theme.sea),
                f'<g transform="matrix({self.k:.6f} 0 0 {self.k:.6f} {self.x:.3f} {self.y:.3f})">',
                *self._fills(),
                *self._lines(),
                "</g>",
                *self._ink(),
                "</g>",
                *self._around(),
                "</svg>",
            ]
        )

    @cached_property
    def printed(self) -> dict[Status, Hatch]:
        return PRINTED if self.sheet.printed and not self.focus.blank else {}

    # -------------------------------------------------------------- the map, in units of the view

    def _fills(self) -> Iterator[str]:
        if self.view.get("sphere"):
            yield _element(
                "path", d=self.view["sphere"], fill=self.theme.sea, stroke=self.theme.rule, stroke_width=1 / self.k
            )
        coast = {"stroke": self.theme.border_core, "stroke_width": f"{2.4 * self.sheet.scale / self.k:.3f}"}
        if self.sheet.printed:
            for d in self.view["paths"].values():
                yield _element("path", d=d, fill="none", **coast)
        yield _element("path", d=self.view["land"], fill=self.theme.land)
        for unit, d in self.view["paths"].items():
            status = self.statuses[unit]
            fill = self.theme.page if self.focus.blank else self.theme.statuses[status].fill
            yield _element(
                "path", d=d, fill=fill, stroke=fill, stroke_width=f"{1 / self.k:.3f}", fill_rule="evenodd",
                data_unit=unit, data_status=status,
            )  # fmt: skip
            if status in self.printed:
                yield _element("path", d=d, fill=f"url(#hatch-{status})", fill_rule="evenodd")
        for name in ("disputed", *(layer for layer in self.layers if layer in HATCHES)):
            for unit in self._covered(name):
                yield _element("path", d=self.view["paths"][unit], fill=f"url(#hatch-{name})")
        for unit in self._drafted():
            yield _element("path", d=self.view["paths"][unit], fill="url(#hatch-draft)")

    def _drafted(self) -> list[str]:
        """The ground an article would touch: each state with all units of that state and status."""
        if not self.focus.draft:
            return []
        units = self.tables.units.set_index("unit")["kind"]
        standing = {unit: segment_on(self.tables, unit, self.day) for unit in units.index}
        keys = {unit: (segment.state, segment.status) for unit, segment in standing.items()}
        touched = affected(self.focus.draft, self.day, self.tables)
        states = {keys[unit] for unit in touched}
        return [
            unit
            for unit, kind in units.items()
            if unit in self.view["paths"] and (unit in touched or (kind != UnitKind.COUNTRY and keys[unit] in states))
        ]

    def _covered(self, overlay: str) -> list[str]:
        """The units of an overlay: from the tables, on the day of the picture."""
        tables = self.tables
        bloc = {"csto": Bloc.CSTO, "eu": Bloc.EU}.get(overlay)
        if overlay == "disputed":
            rows = tables.disputed[tables.disputed["style"] == "hatched"]
        elif overlay == "command":
            rows = tables.territory_changes[tables.territory_changes["effect"] == Effect.COMMAND_ONLY]
        elif overlay == "area":
            rows = tables.territory_changes[tables.territory_changes["effect"] == Effect.OUT_OF_AREA]
        else:
            rows = tables.other_blocs[tables.other_blocs["bloc"] == bloc]
        units: list[str] = []
        for row in rows.itertuples():
            if row.start_day <= self.day < row.end_day:
                units += row.unit if isinstance(row.unit, tuple) else [row.unit]
        if overlay == "area":
            units = [unit for unit in units if self.statuses[unit] == Status.MEMBER]
        return [unit for unit in dict.fromkeys(units) if unit in self.view["paths"]]

    def _lines(self) -> Iterator[str]:
        theme, px = self.theme, self.sheet.scale / self.k
        pairs = {border: border.split("|") for border in self.view["borders"]}
        shown = [border for border, (one, other) in pairs.items() if not is_inner(one, other, self.day, self.tables)]
        for width, colour in ((1.7, theme.border_casing), (0.65, theme.border_core)):
            for border in shown:
                yield self._line(self.view["borders"][border], colour, width * px)
        for unit in self.joined:
            d = main_rings(self.view["paths"][unit])
            yield self._line(d, theme.news_casing, 4.6 * px)
            yield self._line(d, theme.news, 2.7 * px)
        yield from self._fronts(pairs, px)
        for unit in (unit for unit in self.focus.units if unit in self.view["paths"]):
            d = main_rings(self.view["paths"][unit])
            yield self._line(d, theme.mark_casing, 5.6 * px)
            yield self._line(d, theme.focus, 2.8 * px)

    def _fronts(self, pairs: dict[str, list[str]], px: float) -> Iterator[str]:
        theme = self.theme
        if "front" not in self.layers:
            return
        fronts = {border: front_of(one, other, self.day, self.tables) for border, (one, other) in pairs.items()}
        for which, casing, core in (("bloc", 4.4, 2.0), ("russia", 6.6, 3.6)):
            for width, colour in ((casing, theme.front_casing), (core, theme.front)):
                for border, front in fronts.items():
                    if front == which:
                        yield self._line(self.view["borders"][border], colour, width * px)

    def _line(self, d: str, colour: str, width: float) -> str:
        return _element("path", d=d, fill="none", stroke=colour, stroke_width=f"{width:.3f}", stroke_linejoin="round")

    # -------------------------------------------------------------- names and marks, in px

    def _ink(self) -> Iterator[str]:
        blocked: list[Box] = []
        if "statements" in self.layers or self.focus.statement:
            blocked, marks = self._marks()
            yield from marks
        if "names" in self.layers or self.joined:
            yield from self._names(blocked)

    def _marks(self) -> tuple[list[Box], list[str]]:
        rows = {
            row.id: row
            for row in self.tables.statements.itertuples()
            if (
                row.id == self.focus.statement
                if self.focus.statement
                else row.lean and max(self.tables.first_year, row.day.year) == self.year
            )
        }
        scale = self.sheet.scale
        points = [(id_, *self.screen(self.view["places"][id_])) for id_ in rows]
        placed = stack_marks(points, self.sheet.map)
        inks = {stance: getattr(self.theme, ink) for stance, ink in STANCE_INKS.items()}
        arcs, signs = [], []
        for id_, x, y in placed:
            row = rows[id_]
            ink = inks[Stance(row.stance)]
            for target in row.targets:
                if anchor := self.view["anchors"].get(target):
                    d = arc_path((x, y), self.screen(anchor))
                    arcs.append(
                        _element("path", d=d, fill="none", stroke=ink, stroke_width=1.4 * scale, stroke_opacity=0.6)
                    )
            body, *hole = GLYPHS[Stance(row.stance)]
            sign = _element("path", d=body, fill=ink, stroke=self.theme.mark_casing, stroke_width=1.6)
            sign += "".join(_element("path", d=d, fill=self.theme.mark_casing) for d in hole)
            if row.confidence == Confidence.CONTESTED:
                ring = {"fill": "none", "stroke": ink, "stroke_width": 1.4, "stroke_dasharray": "3 2.2"}
                sign = _element("circle", r=11, **ring) + sign
            at = f"translate({x:.1f} {y:.1f})" + (f" scale({scale})" if scale != 1 else "")
            signs.append(_element("g", sign, transform=at, data_statement=id_))
        half = 11 * scale
        return [Box(x - half, y - half, 2 * half, 2 * half) for _, x, y in placed], [*arcs, *signs]

    def _names(self, blocked: list[Box]) -> Iterator[str]:
        names = {}
        for key, label in self.view["names"].items():
            state = segment_on(self.tables, label["unit"], self.day).state
            is_ground = "text" in label
            if (is_ground and state != key) or (not is_ground and state in self.grounds):
                continue
            joined = label["unit"] in self.joined
            if not joined and "names" not in self.layers:
                continue
            x, y = self.screen(label["at"])
            text = label.get("text") or self.unit_names[label["unit"]]
            at = (x, y, label["at"][2] * self.k)
            names[key] = candidate(key, text, at, self.sheet.base, joined, measure)
        for name in place_names(names.values(), blocked, self.sheet.map):
            ink = self.theme.statuses[self.statuses[self.view["names"][name.key]["unit"]]]
            look = {
                "text_anchor": "middle",
                "font_weight": 700 if name.joined else 400,
                "stroke": ink.fill,
                "stroke_width": (4 if name.joined else 4.4 if self.sheet.printed else 2.6) * self.sheet.scale,
                "stroke_linejoin": "round",
                "paint_order": "stroke",
            }
            for i, line in enumerate(name.lines):
                y = name.y + (i - (len(name.lines) - 1) / 2) * name.size * 1.02 + name.size * 0.33
                yield _text(line, name.x, y, name.size, ink.text, **look)

    @cached_property
    def grounds(self) -> set[str]:
        return {key for key, label in self.view["names"].items() if "text" in label}

    @cached_property
    def unit_names(self) -> dict[str, str]:
        return dict(zip(self.tables.units["unit"], self.tables.units["name"], strict=True))

    # -------------------------------------------------------------- around the map

    def _around(self) -> Iterator[str]:
        if self.sheet.around == "full":
            yield from self._full()
        elif self.sheet.around == "small":
            yield from self._small()

    def _small(self) -> Iterator[str]:
        members = status_counts(self.year, self.tables)[Status.MEMBER]
        bottom = self.sheet.height
        halo = {"stroke": self.theme.sea, "stroke_width": 5, "paint_order": "stroke"}
        yield _text(str(self.year), 12, bottom - 36, self.sheet.year, self.theme.text, font_weight=300, **halo)
        yield _text(f"{members} {words()['panel']['members']}", 14, bottom - 14, 20, self.theme.text, **halo)

    def _full(self) -> Iterator[str]:
        theme, frame, line = self.theme, self.sheet.map, headline(self.year, self.tables)
        rows = [(part, 28, 700) for part in _wrapped(line.title, 28, 300, bold=True)]
        rows += [(part, 20, 400) for part in _wrapped(line.detail, 20, 250)]
        y = frame.height - 24 - sum(size * 1.25 for _, size, _ in rows)
        yield _text(str(self.year), 28, y - 14, self.sheet.year, theme.text, font_weight=300)
        for text, size, weight in rows:
            y += size * 1.25
            halo = {"stroke": theme.sea, "stroke_width": 5, "paint_order": "stroke", "font_weight": weight}
            yield _text(text, 32, y - size * 0.25, size, theme.text, **halo)
        yield from self._legend(frame.width + 36, 74)
        source = f"{words()['footer']['borders']}  {words()['footer']['state_at']}. " + words()["footer"][
            "as_of"
        ].replace("{date}", spelled(self.tables.as_of))
        yield _text(f"{source}.  Eastward.", 32, self.sheet.height - 16, 18, theme.quiet_text)

    def _legend(self, x: float, y: float) -> Iterator[str]:
        theme, counts, named = self.theme, status_counts(self.year, self.tables), words()
        yield _text(
            named["panel"]["states_of"].replace("{day}", spelled(self.day)), x, y, 23, theme.text, font_weight=700
        )
        y += 20
        for status, ink in theme.statuses.items():
            yield _element("rect", x=x, y=y + 6, width=36, height=24, rx=3, fill=ink.fill, stroke=theme.rule)
            yield _text(str(counts[status] or "–"), x + 346, y + 25, 21, theme.text, text_anchor="end", font_weight=700)
            y = yield from self._row(named["status"][status]["label"], x, y)
        for name in (layer for layer in self.layers if layer in HATCHES):
            yield _element("rect", x=x, y=y + 6, width=36, height=24, fill=theme.raised, stroke=theme.rule)
            yield self._swatch(name, x, y + 6)
            y = yield from self._row(named["layer"][name], x, y)
        if "front" in self.layers:
            for width, key in ((5, "front_russia"), (2.5, "front_bloc")):
                yield _element("rect", x=x, y=y + 18 - width / 2, width=36, height=width, fill=theme.front)
                y = yield from self._row(named["layer"][key], x, y)

    def _row(self, text: str, x: float, y: float) -> Generator[str, None, float]:
        """The words of a legend row; gives where the next begins."""
        lines = _wrapped(text, 21, 268)
        for i, line in enumerate(lines):
            yield _text(line, x + 50, y + 25 + i * 25, 21, self.theme.text)
        return y + 36 + 25 * (len(lines) - 1)

    def _swatch(self, name: str, x: float, y: float) -> str:
        """A legend swatch of a pattern: the pattern itself, at its size on the sheet."""
        rect = _element("rect", width=36 / self.k, height=24 / self.k, fill=f"url(#hatch-{name})")
        return _element("g", rect, transform=f"translate({x} {y}) scale({self.k})")


def _wrapped(text: str, size: float, width: float, bold: bool = False) -> list[str]:
    """Text in lines that fit a width in px."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, size, bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@lru_cache(maxsize=2 * len(VIEWS))
def _view(name: str, tables: Tables) -> Any:
    """A view of some tables; the cache holds them, so that no others can be taken for them."""
    return view_payload(name, tables)


def main(arguments: list[str] | None = None) -> int:
    """Draw a picture from the command line."""
    parser = argparse.ArgumentParser(prog="python -m geo.picture", description="Draw the map of a year as SVG or PNG.")
    parser.add_argument("--year", type=int, required=True)
    parser.add_argument("--view", default="europe", help=", ".join(VIEWS))
    parser.add_argument("--layers", default=",".join(PLAIN), help=f"{', '.join(DRAWN)}, or none")
    parser.add_argument("--theme", default="light", help=", ".join(THEMES))
    parser.add_argument("-o", "--output", type=Path, required=True, help="a file that ends in .svg or .png")
    given = parser.parse_args(arguments)
    layers = () if given.layers == "none" else tuple(given.layers.split(","))
    if given.output.suffix not in {".svg", ".png"}:
        print(f"{given.output.name} ends in {given.output.suffix!r}; expected .svg or .png", file=sys.stderr)
        return 2
    try:
        text = svg(given.year, given.view, layers, given.theme)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    if given.output.suffix == ".png":
        given.output.write_bytes(png(text))
    else:
        given.output.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
