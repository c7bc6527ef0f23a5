"""The map without a browser, as SVG or PNG: what `data.picture` decides, drawn with the paths and palette of the atlas.

`python -m geo.picture --year 2004 --view europe --layers front,statements,names -o map.svg` (or `.png`);
`--day 2008-04-03` in place of a year.
"""

from geo.command import lean, leave

if __name__ == "__main__":
    lean(arrow=False)

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from datetime import date
from functools import cached_property
from typing import Any

from data.export import asked_day
from data.headlines import Headline
from data.memberships.asked import asked_membership
from data.memberships.told import picture_when
from data.picture import Picture
from data.rows import rows as all_rows
from data.statement_places import place_numbers
from data.tables import TableError, Tables, current_tables
from data.vocabulary import Overlay, Status, StatusKey
from data.whole_file import write_whole
from geo.drawing.beside import Around, Said, margins, said_on
from geo.drawing.blank_numbers import placed
from geo.drawing.drawn import Drawn
from geo.drawing.force_signs import ForceSigns, around_names
from geo.drawing.ground import OnSheet
from geo.drawing.hatched import PATTERNS, hatch_of, hatched
from geo.drawing.key import Row, berlin_dot, key_rows
from geo.drawing.known import check_asked, must_know
from geo.drawing.label_layout import Box
from geo.drawing.layers import OF_ANY, PLAIN
from geo.drawing.line_grid import LineGrid
from geo.drawing.lines import Lines
from geo.drawing.lone_marks import LoneMarks
from geo.drawing.name_far import with_far_told
from geo.drawing.name_forms import Wish
from geo.drawing.name_grounds import grounds_under, status_under
from geo.drawing.name_led import Laid, with_led
from geo.drawing.name_numbers import by_number
from geo.drawing.name_signs import name_sign
from geo.drawing.name_table import Name
from geo.drawing.names_asked import NamesAsked
from geo.drawing.number_rows import with_numbers
from geo.drawing.offered import views_for
from geo.drawing.on_a_map import OnMap
from geo.drawing.on_map import beyond, in_sight, notes_on, on_map
from geo.drawing.out_of_sight import is_elsewhere
from geo.drawing.palette import PRINTED, Hatch, Theme, rungs_of, theme_of
from geo.drawing.picture_words import parser
from geo.drawing.read_once import ground_on_sheet, map_of
from geo.drawing.rings import main_rings
from geo.drawing.sheet import FORMATS, FULL, NO_FOCUS, SMALL, Focus, Sheet, fitted, sheet_for
from geo.drawing.statement_signs import StatementSigns
from geo.drawing.svg import corners, element, line, measure, pattern, png
from geo.drawing.west_berlin import berlin_radius

SEAM = 2  # px of a line of the fill, over what shines through between two units that were one state
LEAST_PART = 5  # px; a smaller part of a country is left out of a small picture

__all__ = ["SMALL", "main", "png", "svg"]


def svg(
    when: int | date | Picture,
    view: str = "europe",
    layers: tuple[str, ...] = PLAIN,
    theme: str = "light",
    sheet: Sheet = FULL,
    tables: Tables | None = None,
    focus: Focus = NO_FOCUS,
) -> str:
    """A picture, or that of a day or of a year's last day, as SVG text; raises as `drawn` does."""
    return drawn(when, view, layers, theme, sheet, tables, focus).svg()


def drawn(
    when: int | date | Picture,
    view: str = "europe",
    layers: tuple[str, ...] = PLAIN,
    theme: str = "light",
    sheet: Sheet = FULL,
    tables: Tables | None = None,
    focus: Focus = NO_FOCUS,
    headline: Headline | None = None,
) -> Drawn:
    """A picture in its parts, or that of a day or of a year's last day; under a headline of one's own.

    Of another membership than NATO it has no layers but names, whatever is asked for. Raises ValueError for a day,
    view, layer, theme, unit, statement or article that the atlas does not have, and for what cannot be laid over it.
    """
    facts = when if isinstance(when, Picture) else picture_when(when, tables or current_tables())
    check_asked(facts, view, layers, theme, focus)
    if facts.membership:
        layers, focus = tuple(layer for layer in layers if layer in OF_ANY), replace(focus, statement="", draft="")
    return _Picture(facts, view, layers, theme_of(facts.membership, theme), sheet, focus, headline).draw()


def numbers_of(facts: Picture, view: str, layers: tuple[str, ...], sheet: Sheet) -> tuple[Row, ...]:
    """What tells the names for which a picture has no room, as rows of a key; what else is on it is not drawn."""
    picture = _Picture(facts, view, layers, theme_of(facts.membership, "light"), sheet, NO_FOCUS)
    return with_numbers((), picture._names[1])


class _Picture:
    """One day of one view on one sheet."""

    def __init__(
        self,
        facts: Picture,
        view: str,
        layers: tuple[str, ...],
        theme: Theme,
        sheet: Sheet,
        focus: Focus,
        headline: Headline | None = None,
    ) -> None:
        self.facts, self.layers, self.theme, self.focus = facts, layers, theme, focus
        self.day, self.tables = facts.day, facts.tables
        self.headline = headline or facts.headline
        self.name, self.view = view, map_of(view, facts.tables)
        self.sheet = sheet_for(sheet, self.view)
        self.place = self.k, self.x, self.y = fitted(self.view, self.sheet.map, focus.at)

    @cached_property
    def joined(self) -> list[str]:
        """Those outlined because they joined, as far as they lie on this view."""
        return self._here(self.facts.joined) if self.focus.news else []

    def _here(self, units: Iterable[str]) -> list[str]:
        return [unit for unit in units if unit in self.view["paths"]]

    def screen(self, point: list[int]) -> tuple[float, float]:
        return point[0] * self.k + self.x, point[1] * self.k + self.y

    def draw(self) -> Drawn:
        theme, sheet = self.theme, self.sheet
        worn: dict[str, Hatch] = PATTERNS | {name: PRINTED[name] for name in self.printed.values()}
        patterns = (pattern(name, hatch, theme, sheet.scale / self.k) for name, hatch in worn.items())
        return Drawn(
            sheet=sheet,
            title=f"{self.facts.when}: {self._headline.title}",
            page=theme.page,
            place=self.place,
            defs="".join((*patterns, *self._lone.patterns())),
            ground=tuple(self._ground()),
            units=(*self._fills(), *self._grounds(), *self._lines()),
            ink=tuple(self._ink()),
            around=(*margins(sheet, theme), *self._around()),
            key=self.key,
            notes=self.said.notes,
            source=self.said.source,
            numbered=self._asked.numbered,
        )

    def _ground(self) -> Iterator[str]:
        """The sea; around a whole globe is the page."""
        if not self.view.get("sphere"):
            yield element("rect", **asdict(self.sheet.map), fill=self.theme.sea)

    def _seen(self, d: str) -> str:
        """The parts of a path that can be told from a speck."""
        return main_rings(d, LEAST_PART / self.k) if self.sheet.width <= SMALL.width else d

    @cached_property
    def printed(self) -> dict[StatusKey, Status]:
        """By status whose fill has a pattern on paper, the name of that in `PRINTED`."""
        if not self.sheet.printed or self.focus.blank:
            return {}
        return {status: rung for status, rung in rungs_of(self.facts.membership).items() if rung in PRINTED}

    # -------------------------------------------------------------- the map, in units of the view

    def _fills(self) -> Iterator[str]:
        if self.view.get("sphere"):
            yield element(
                "path", d=self.view["sphere"], fill=self.theme.sea, stroke=self.theme.rule, stroke_width=1 / self.k
            )
        if self.view.get("graticule"):
            yield self._line(self.view["graticule"], self.theme.rule, self.sheet.scale / self.k)
        coast = (self.theme.border_core, 2.4) if self.sheet.printed else (self.theme.coast, 1.6)
        land, seen = self._seen(self.view["land"]), {unit: self._seen(d) for unit, d in self.view["paths"].items()}
        yield self._line("".join((land, *seen.values())), coast[0], coast[1] * self.sheet.scale / self.k)
        yield element("path", d=land, fill=self.theme.land)
        for unit, d in seen.items():
            status = self.facts.units[unit].status
            yield element("path", d=d, fill=self._fill(unit), fill_rule="evenodd", data_unit=unit, data_status=status)
        yield from self._seams()
        for unit, d in seen.items():
            status = self.facts.units[unit].status
            if status in self.printed and unit not in self.facts.overlays[Overlay.DISPUTED]:
                yield element("path", d=d, fill=f"url(#hatch-{self.printed[status]})", fill_rule="evenodd")
        for unit, name in hatched(self.facts, self.layers, self.focus):
            if d := self.view["paths"].get(unit):
                ink = self.theme.statuses[self.facts.units[unit].status]
                own = (unit, name) in self._lone.at
                yield hatch_of(unit, name, d, ink, self.theme, self.sheet.scale / self.k, own=own)

    @cached_property
    def _lone(self) -> LoneMarks:
        """The marks of patterns that stand alone, on small land."""
        return LoneMarks(hatched(self.facts, self.layers, self.focus), self.view, self.place, self.sheet)

    def _seams(self) -> Iterator[str]:
        """Lines that close what would shine through between two fills with no border between them.

        Of two that differ, none reaches into the other.
        """
        for border, d in self.view["borders"].items():
            if self.facts.is_inner(border):
                fill, other = map(self._fill, border.split("|"))
                yield self._line(d, fill, (SEAM * self.sheet.scale if fill == other else 1) / self.k)

    def _fill(self, unit: str) -> str:
        if not self.focus.blank:
            return self.theme.statuses[self.facts.units[unit].status].fill
        return self.theme.land if self._asked.is_left_out(unit) else self.theme.page

    def _grounds(self) -> Iterator[str]:
        look = self.theme, self.sheet, self.focus, self.layers
        return grounds_under(self._names[0], self.facts, self.view, self.place, *look)

    def _lines(self) -> Iterator[str]:
        yield from self._ruled.borders()
        yield from self._ruled.draw()

    @cached_property
    def _ruled(self) -> Lines:
        """The lines of borders and above them."""
        px = self.sheet.scale / self.k
        return Lines(self.facts, self.view, self.layers, self.focus, self.joined, self.theme, px, self._line)

    def _line(self, d: str, colour: str, width: float, **more: object) -> str:
        return line(d, colour, f"{width:.3f}", **corners(width * self.k / self.sheet.scale), **more)

    # -------------------------------------------------------------- names and marks, in px

    def _ink(self) -> Iterator[str]:
        yield from self._lone.draw(self.theme)
        if self._signs:
            around = [*self._standing[0], *(name.box for name in self._names[0])]
            yield from self._signs.arcs(self.focus.statement, around)
        for name in self._names[0]:
            yield from name_sign(name, status_under(name, self.facts, self.view), self.theme, self.sheet, self.focus)
        yield from self._standing[1]
        covered = self._on_map.berlin_covered
        yield from (berlin_dot(self.theme, *dot, covered=covered) for dot in self._berlin)
        if self._signs:
            yield from self._signs.signs()

    @cached_property
    def _berlin(self) -> list[tuple[float, float, float]]:
        """Where the dot of West Berlin lies, if there is one, and half its width."""
        is_seen = self._on_map.west_berlin and not self.focus.blank
        radius = berlin_radius(self.view["paths"], self.k, self.sheet.scale)
        return [(*self.screen(self.view["berlin"]), radius)] if is_seen else []

    @cached_property
    def _standing(self) -> tuple[list[Box], list[str]]:
        """Where no name may stand, and the signs of forces, which stand there too."""
        blocked = [*self._lone.boxes(), *(Box(x - r, y - r, 2 * r, 2 * r) for x, y, r in self._berlin)]
        if self._signs:
            blocked += self._signs.boxes()
        if "forces" not in self.layers:
            return blocked, []
        # Signs step aside for names where a little is enough; where it is not, the name gives way.
        boxes, forces = self._forces.stand(blocked, around_names(self._placed(blocked)))
        return [*blocked, *boxes], [*forces]

    @cached_property
    def _names(self) -> Laid:
        """The names as they stand, and the list of those that stand as numbers."""

        def lay(wishes: Sequence[Wish]) -> Laid:
            return by_number(self._placed(self._standing[0], wishes), wishes, self.sheet.map)

        return (with_far_told if self.sheet.spares else with_led)(self._asked.wishes, lay)

    @cached_property
    def _signs(self) -> StatementSigns | None:
        """The signs of statements; None where none are to be seen."""
        if "statements" not in self.layers and not self.focus.statement:
            return None
        numbers, dear = place_numbers(self.tables), self._asked.dear
        return StatementSigns(self._statements(), numbers, self.view, self._on_sheet, self.sheet, self.theme, dear)

    def _statements(self) -> list[Any]:
        """The one pointed at, or the main ones of the year that had been made by the day."""
        only, first, today = self.focus.statement, self.tables.first_day, self.day
        rows = all_rows(self.tables, "statements")
        if only:
            return [row for row in rows if row.id == only]
        return [row for row in rows if row.lean and (day := max(first, row.day)).year == today.year and day <= today]

    @cached_property
    def _forces(self) -> ForceSigns:
        """The signs of the forces of the day."""
        places = zip(all_rows(self.tables, "forces"), self.view["forces"], strict=True)
        standing = ((row, at) for row, at in places if row.id in self.facts.forces)
        return ForceSigns(standing, self._on_sheet, self.sheet, self.theme, self._asked.dear)

    def _placed(self, blocked: list[Box], asked: Sequence[Wish] | None = None) -> list[Name]:
        base, wishes, bounds = self.sheet.base, self._asked.wishes if asked is None else asked, self.sheet.map
        closed, ends = self._ruled.closed, self._ruled.ends
        grid = LineGrid.of(closed, *self.place, bounds, ends) if wishes and (closed or ends) else None
        return placed(wishes, base, self._asked.least, measure, self._on_sheet, blocked, bounds, grid)

    @cached_property
    def _on_sheet(self) -> OnSheet:
        return ground_on_sheet(self.view["name"], self.tables, self.k, self.x, self.y)

    @cached_property
    def _asked(self) -> NamesAsked:
        asked = self.facts, self.view, self.place, self.sheet, self.layers, self.focus
        return NamesAsked(*asked, self.joined, self._pointed_at(), self._on_sheet.ground)

    def _pointed_at(self) -> set[str]:
        """The units that the picture points at: in focus, named, touched by its article or named by its statement."""
        focus = self.focus
        touched = self.facts.drafts[focus.draft].countries if focus.draft else ()
        named = [row.targets for row in self._statements()] if focus.statement else []
        return {*focus.units, *focus.names, *touched, *(unit for targets in named for unit in targets)}

    # -------------------------------------------------------------- around the map

    def _around(self) -> Iterator[str]:
        return Around(self.said, self.sheet, self.theme, self.k).draw()

    @cached_property
    def said(self) -> Said:
        """What stands beside the map, or beneath it on the page that it is part of."""
        over, notes = self.focus.over if self._on_map.laid_over else "", notes_on(self.facts, self.view, self._in_sight)
        return said_on(self.facts, self._headline, self.key, notes, self.name, over)

    @cached_property
    def _headline(self) -> Headline:
        """The headline; of news about countries none of which is on the map, it says so."""
        is_news = self.headline.title == self.facts.headline.title
        if not (is_news and is_elsewhere(self.facts, self._on_map.away)):
            return self.headline
        return replace(self.headline, title=beyond(self.headline.title))

    @cached_property
    def key(self) -> tuple[Row, ...]:
        """The rows of what explains the map."""
        is_pinned = self._on_map.pinned or bool(self._standing[1] and self._forces.pins)
        return with_numbers(key_rows(replace(self._on_map, pinned=is_pinned)), self._names[1])

    @cached_property
    def _on_map(self) -> OnMap:
        ground = self._on_sheet if self.sheet.lists else None
        told = self.facts, self.view, self.layers, self.focus, self._signs, self._in_sight, ground
        seen = on_map(*told, k=self.k / self.sheet.scale)
        if not berlin_radius(self.view["paths"], self.k):
            seen = replace(seen, west_berlin="")
        return replace(seen, crowds=bool(self._forces.held)) if "forces" in self.layers else seen

    @cached_property
    def _in_sight(self) -> Box:
        return in_sight(self.sheet.map, self.k, self.x, self.y)


def _asked(given: argparse.Namespace) -> str:
    """The picture that a command line asks for."""
    membership = asked_membership(given.membership, lambda told: print(told, file=sys.stderr))
    when = asked_day(given.day) if given.day else given.year
    layers = PLAIN if given.layers is None else () if given.layers == "none" else tuple(given.layers.split(","))
    for layer in layers if membership and given.layers else ():
        must_know("layer", layer, OF_ANY)
    view = given.view or views_for(membership)[0]
    facts, sheet = picture_when(when, membership or current_tables()), FORMATS[given.format]
    return svg(facts, view, layers, given.theme, sheet, focus=Focus(over=given.over))


def main(arguments: list[str] | None = None) -> int:
    """Draw a picture from the command line."""
    given = parser().parse_args(arguments)
    if given.output.suffix not in {".svg", ".png"}:
        print(f"{given.output.name} ends in {given.output.suffix!r}; expected .svg or .png", file=sys.stderr)
        return 2
    try:
        text = _asked(given)
        write_whole(given.output, png(text) if given.output.suffix == ".png" else text.encode())
    except (OSError, ValueError, TableError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    leave(main())
