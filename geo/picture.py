"""The map without a browser, as SVG or PNG: what `data.picture` decides, drawn with the paths and palette of the atlas.

`python -m geo.picture --year 2004 --view europe --layers front,statements,names -o map.svg` (or `.png`);
`--day 2008-04-03` in place of a year.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from data.borders_in_time import Front
from data.citation import imprint
from data.dates import WHOLE_DATE, spelled
from data.drafts import articles
from data.export import asked_day
from data.forces import camp_of, sign_of
from data.headlines import when_on
from data.picture import picture_on
from data.rows import rows as all_rows
from data.tables import TableError, Tables, current_tables
from data.timeline import picture_day
from data.vocabulary import Overlay, Status
from data.words import words
from geo.drawing.force_signs import force_sign, place_forces
from geo.drawing.ground import Ground, OnSheet
from geo.drawing.key import Key, OnMap, berlin_dot, key_rows
from geo.drawing.label_layout import Box
from geo.drawing.layers import DRAWN, PLAIN
from geo.drawing.mark_layout import Made
from geo.drawing.name_forms import Wish
from geo.drawing.name_layout import Name, place_names
from geo.drawing.name_signs import least_size, name_sign
from geo.drawing.on_map import in_sight, on_map
from geo.drawing.palette import HATCHES, PRINTED, THEMES, Hatch, Theme
from geo.drawing.rings import main_rings, outline_path
from geo.drawing.sheet import FULL, NO_FOCUS, SMALL, Focus, Sheet
from geo.drawing.statement_signs import StatementSigns
from geo.drawing.svg import FONT, element, measure, pattern, png, text_at, wrapped
from geo.drawing.view import view_payload
from geo.drawing.views import VIEWS

LEAST_PART = 5  # px; a smaller part of a country is left out of a small picture

__all__ = ["SMALL", "main", "png", "svg"]


def svg(
    when: int | date,
    view: str = "europe",
    layers: tuple[str, ...] = PLAIN,
    theme: str = "light",
    sheet: Sheet = FULL,
    tables: Tables | None = None,
    focus: Focus = NO_FOCUS,
) -> str:
    """The picture of a day, or of a year, which is that of its last day, as SVG text, `sheet` px wide.

    Raises ValueError for a day, view, layer, theme, unit, statement or article that the atlas does not have.
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
    if focus.draft:
        _must_know("article", focus.draft, [article.id for article in articles(tables)])
    day = picture_day(when, tables) if isinstance(when, int) else when
    return _Picture(day, view, layers, THEMES[theme], sheet, tables, focus).draw()


def _must_know(what: str, found: str, known: Iterable[str]) -> None:
    if found not in known:
        raise ValueError(f"{what} {found!r} is unknown; expected one of {', '.join(known)}")


class _Picture:
    """One day of one view on one sheet."""

    def __init__(
        self,
        day: date,
        view: str,
        layers: tuple[str, ...],
        theme: Theme,
        sheet: Sheet,
        tables: Tables,
        focus: Focus,
    ) -> None:
        self.day, self.layers, self.theme, self.sheet, self.tables = day, layers, theme, sheet, tables
        self.focus = focus
        self.facts = picture_on(day, tables)
        self.when = when_on(day, tables)
        self.view = _view(view, tables)
        x, y, width, height = self.view["frame"]
        frame = sheet.map
        self.k = min(frame.width / width, frame.height / height)
        self.x = frame.x + frame.width - (x + width) * self.k
        self.y = frame.y + frame.height - (y + height) * self.k

    @cached_property
    def joined(self) -> list[str]:
        """Those outlined because they joined, as far as they lie on this view."""
        return self._here(self.facts.joined) if self.focus.news else []

    def _here(self, units: Iterable[str]) -> list[str]:
        return [unit for unit in units if unit in self.view["paths"]]

    def screen(self, point: list[int]) -> tuple[float, float]:
        return point[0] * self.k + self.x, point[1] * self.k + self.y

    def draw(self) -> str:
        sheet, theme = self.sheet, self.theme
        frame = sheet.map
        title = f"{self.when}: {self.facts.headline.title}"
        return "".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {sheet.width} {sheet.height}" '
                f'width="{sheet.width}" height="{sheet.height}" font-family="{FONT}, sans-serif" role="img">',
                element("title", escape(title)),
                "<defs>",
                element(
                    "clipPath",
                    element("rect", x=frame.x, y=frame.y, width=frame.width, height=frame.height),
                    id="frame",
                ),
                *(pattern(name, hatch, theme, 1 / self.k) for name, hatch in HATCHES.items()),
                *(pattern(status, hatch, theme, sheet.scale / self.k) for status, hatch in self.printed.items()),
                "</defs>",
                element("rect", width=sheet.width, height=sheet.height, fill=theme.page),
                '<g clip-path="url(#frame)">',
                element("rect", x=frame.x, y=frame.y, width=frame.width, height=frame.height, fill=theme.sea),
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

    def _seen(self, d: str) -> str:
        """The parts of a path that can be told from a speck: in a small picture islets would be dashes in its words."""
        return main_rings(d, LEAST_PART / self.k) if self.sheet.around == "small" else d

    @cached_property
    def printed(self) -> dict[Status, Hatch]:
        return PRINTED if self.sheet.printed and not self.focus.blank else {}

    # -------------------------------------------------------------- the map, in units of the view

    def _fills(self) -> Iterator[str]:
        if self.view.get("sphere"):
            yield element(
                "path", d=self.view["sphere"], fill=self.theme.sea, stroke=self.theme.rule, stroke_width=1 / self.k
            )
        coast = (self.theme.border_core, 2.4) if self.sheet.printed else (self.theme.coast, 1.6)
        land, seen = self._seen(self.view["land"]), {unit: self._seen(d) for unit, d in self.view["paths"].items()}
        yield self._line("".join((land, *seen.values())), coast[0], coast[1] * self.sheet.scale / self.k)
        yield element("path", d=land, fill=self.theme.land)
        for unit, d in seen.items():
            status = self.facts.units[unit].status
            fill = self.theme.page if self.focus.blank else self.theme.statuses[status].fill
            yield element(
                "path", d=d, fill=fill, stroke=fill, stroke_width=f"{1 / self.k:.3f}", fill_rule="evenodd",
                data_unit=unit, data_status=status,
            )  # fmt: skip
            if status in self.printed:
                yield element("path", d=d, fill=f"url(#hatch-{status})", fill_rule="evenodd")
        for name in (Overlay.DISPUTED, *(layer for layer in self.layers if layer in HATCHES)):
            for unit in self._here(self.facts.overlays[Overlay(name)]):
                yield self._hatch(unit, name)
        if self.focus.draft:
            for unit in self._here(self.facts.drafts[self.focus.draft].ground):
                yield self._hatch(unit, "draft")

    def _hatch(self, unit: str, name: str) -> str:
        coast = {}
        if name == Overlay.DISPUTED:
            width = f"{0.6 * self.sheet.scale / self.k:.3f}"
            coast = {"stroke": self.theme.ink, "stroke_width": width, "stroke_linejoin": "round"}
        d = self.view["paths"][unit]
        return element("path", d=d, fill=f"url(#hatch-{name})", data_over=unit, data_hatch=str(name), **coast)

    def _lines(self) -> Iterator[str]:
        theme, px = self.theme, self.sheet.scale / self.k
        shown = [border for border in self.view["borders"] if not self.facts.is_inner(border)]
        for border in shown:
            yield self._line(self.view["borders"][border], theme.border_casing, 1.7 * px)
        dashes = {"stroke_dasharray": f"{4 * px:.3f} {3 * px:.3f}"}
        for border in shown:
            dashed = self.facts.is_dashed(border)
            width, style = (1.3, dashes) if dashed else (0.65, {"stroke_opacity": "0.8"})
            yield self._line(self.view["borders"][border], theme.border_core, width * px, data_border=border, **style)
        yield from self._fronts(px)
        yield from self._news(px)
        for unit in self.focus.units:
            yield from self._outline(unit, px)

    def _news(self, px: float) -> Iterator[str]:
        """A band of gold inside the border of each who joined, cut at it: the front line may follow it outside."""
        theme = self.theme
        for unit in self.joined:
            d = main_rings(self.view["paths"][unit])
            yield element("defs", element("clipPath", element("path", d=d), id=f"inside-{unit}"))
            inside = {"clip_path": f"url(#inside-{unit})"}
            yield self._line(d, theme.news_casing, 8.4 * px, **inside)
            yield self._line(d, theme.news, 6.8 * px, data_joined=unit, **inside)
            yield self._line(d, theme.news_casing, 1.4 * px, **inside)

    def _outline(self, unit: str, px: float) -> Iterator[str]:
        """A line around all that belongs to a country on the day."""
        inside = self._here(self.facts.outline_of(unit))
        if not inside:
            return
        d = main_rings(outline_path(self.view, inside))
        yield self._line(d, self.theme.mark_casing, 5.6 * px)
        yield self._line(d, self.theme.focus, 2.8 * px, data_outline=unit, data_units=" ".join(inside))

    def _fronts(self, px: float) -> Iterator[str]:
        theme = self.theme
        if "front" not in self.layers:
            return
        fronts = {border: self.facts.front_of(border) for border in self.view["borders"]}
        for which, casing, core in ((Front.BLOC, 4.4, 2.0), (Front.RUSSIA, 6.6, 3.6)):
            for width, colour in ((casing, theme.front_casing), (core, theme.front)):
                for border, front in fronts.items():
                    if front == which:
                        line = self.view["borders"][border]
                        yield self._line(line, colour, width * px, data_front=str(front), data_at=border)

    def _line(self, d: str, colour: str, width: float, **more: object) -> str:
        look = {"fill": "none", "stroke": colour, "stroke_width": f"{width:.3f}", "stroke_linejoin": "round"}
        return element("path", "", d=d, **look, **more)

    # -------------------------------------------------------------- names and marks, in px

    def _ink(self) -> Iterator[str]:
        blocked: list[Box] = []
        if self._on_map.west_berlin:
            yield berlin_dot(self.theme, *self.screen(self.view["berlin"]), 5 * self.sheet.scale)
        if "statements" in self.layers or self.focus.statement:
            blocked, marks = self._marks()
            yield from marks
        if "forces" in self.layers:
            # Signs step aside for names where a little is enough; where it is not, the name gives way.
            boxes, signs = self._forces(blocked, [name.box for name in self._placed(blocked)])
            blocked = [*blocked, *boxes]
            yield from signs
        for name in self._placed(blocked):
            status = self.facts.units[self.view["names"][name.key]["unit"]].status
            yield from name_sign(name, status, self.theme, self.sheet)

    def _marks(self) -> tuple[list[Box], list[str]]:
        rows = {row.id: row for row in self._statements()}
        made = [Made(id_, *self.screen(at), at[2] * self.k) for id_ in rows if (at := self.view["places"][id_])]
        signs = StatementSigns(rows, made, self.sheet.map, self.theme, self.sheet.scale)
        asked, anchors = self.focus.statement, self.view["anchors"]
        targets = [self.screen(anchors[target]) for target in rows[asked].targets if target in anchors] if asked else []
        return signs.boxes(), [*signs.arcs(asked, targets), *signs.signs()] if asked else list(signs.signs())

    def _statements(self) -> list[Any]:
        """The one pointed at, or the main ones of the year that had been made by the day."""
        only, first = self.focus.statement, self.tables.first_day
        said = [(max(first, row.day), row) for row in all_rows(self.tables, "statements")]
        return [
            row
            for day, row in said
            if (row.id == only if only else row.lean and day.year == self.day.year and day <= self.day)
        ]

    def _forces(self, blocked: list[Box], names: list[Box]) -> tuple[list[Box], list[str]]:
        rows, scale = all_rows(self.tables, "forces"), self.sheet.scale
        places = zip(rows, self.view["forces"], strict=True)
        points = [(i, *self.screen(at)) for i, (row, at) in enumerate(places) if row.id in self.facts.forces]
        placed, boxes = place_forces(points, blocked, self.sheet.map, scale, names)
        size = f" scale({scale})" if scale != 1 else ""
        return boxes, [
            element(
                "g",
                force_sign(sign_of(rows[i]), camp_of(rows[i]), self.theme),
                transform=f"translate({x:.1f} {y:.1f}){size}",
                data_force=rows[i].place,
            )
            for i, x, y in placed
        ]

    def _placed(self, blocked: list[Box]) -> list[Name]:
        ground = _ground(self.view["name"], self.tables)
        on_sheet = OnSheet(ground, self.k, self.x, self.y)
        base = self.sheet.base
        return place_names(self._wishes(ground), base, least_size(base), measure, on_sheet, blocked, self.sheet.map)

    def _wishes(self, ground: Ground) -> Iterator[Wish]:
        """The names of the day; those of who joined, is pointed at or stands in the headline must stand."""
        short, named, pointed_at = words()["short_name"], set(self.facts.named), self._pointed_at()
        for key, text in self.facts.labels.items():
            label = self.view["names"].get(key)
            if label is None or not (label["unit"] in self.joined or "names" in self.layers):
                continue
            unit, joined = label["unit"], label["unit"] in self.joined
            x, y = self.screen(label["at"])
            held = (each for each, here in self.facts.units.items() if here.state == key)
            own = ground.own(self.facts.outline_of(unit) if key == unit else held)
            must = joined or key in named or unit in pointed_at
            yield Wish(key, text, short.get(text, ""), x, y, 2 * label["at"][2] * self.k, own, must, joined)

    def _pointed_at(self) -> set[str]:
        """The units that the picture points at: in focus, or named by its statement."""
        named = [row.targets for row in self._statements()] if self.focus.statement else []
        return {*self.focus.units, *(unit for targets in named for unit in targets)}

    # -------------------------------------------------------------- around the map

    @cached_property
    def _on_map(self) -> OnMap:
        statements = self._statements() if "statements" in self.layers or self.focus.statement else ()
        sight = in_sight(self.sheet.map, self.k, self.x, self.y)
        return on_map(self.facts, self.view, self.layers, self.focus, statements, sight)

    def _around(self) -> Iterator[str]:
        if self.sheet.around == "full":
            yield from self._full()

    def _full(self) -> Iterator[str]:
        theme, frame, line = self.theme, self.sheet.map, self.facts.headline
        rows = [(part, 28, 700) for part in wrapped(line.title, 28, 300, bold=True)]
        rows += [(part, 20, 400) for part in wrapped(line.detail, 20, 250)]
        y = frame.height - 24 - sum(size * 1.25 for _, size, _ in rows)
        if self.when != str(self.day.year):
            y -= 34
        yield text_at(str(self.day.year), 28, y - 14, self.sheet.year, theme.text, font_weight=300)
        if self.when != str(self.day.year):
            y += 34
            yield text_at(spelled(self.day, year=False), 32, y - 8, 26, theme.text)
        for text, size, weight in rows:
            y += size * 1.25
            halo = {"stroke": theme.sea, "stroke_width": 5, "paint_order": "stroke", "font_weight": weight}
            yield text_at(text, 32, y - size * 0.25, size, theme.text, **halo)
        heading = words()["panel"]["states_of"].format(day=spelled(self.day))
        key = Key(key_rows(self._on_map), theme, self.k, heading, self.facts.not_recognised)
        yield from key.within(frame.height - 74).draw(frame.width + 36, 50)
        footer, made = words()["footer"], words()["picture"]["source"]
        as_of = footer["as_of"].format(date=spelled(self.tables.as_of))
        source = made.format(borders=footer["borders"], as_of=as_of, imprint=imprint(self.tables))
        yield text_at(source, 32, self.sheet.height - 16, 18, theme.quiet_text)


@lru_cache(maxsize=32)
def _ground(view: str, tables: Tables) -> Ground:
    return Ground.of(_view(view, tables))


@lru_cache(maxsize=32)
def _view(name: str, tables: Tables) -> Any:
    return view_payload(name, tables)


def main(arguments: list[str] | None = None) -> int:
    """Draw a picture from the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m geo.picture", description="Draw the map of a year or a day as SVG or PNG."
    )
    asked = parser.add_mutually_exclusive_group(required=True)
    asked.add_argument("--year", type=int, help="the picture of its last day")
    asked.add_argument("--day", help=WHOLE_DATE)
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
        text = svg(asked_day(given.day) if given.day else given.year, given.view, layers, given.theme)
    except (ValueError, TableError) as error:
        print(error, file=sys.stderr)
        return 2
    if given.output.suffix == ".png":
        given.output.write_bytes(png(text))
    else:
        given.output.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
