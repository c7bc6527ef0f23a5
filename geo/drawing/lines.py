"""The lines above the borders, and what lies on what among them.

From below to above: outlines on the border, the gold of who joined inside it, fronts on it. Nothing hides a front, nor
a border in dispute: there gold and outlines step aside and run beside it, on their own side. An outline around gold, or
around ground in dispute, which may be hardly wider than a line, lies outside the border. Two who joined have one band
on the border between them, as wide as elsewhere is seen, and none where it lay inside one state. In the atlas
`geo/atlas/look/map.css` has the same widths.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from data.borders_in_time import Front
from data.picture import Picture
from data.vocabulary import Overlay
from geo.drawing.apart import apart_from
from geo.drawing.gold import EDGE, GOLD, WHOLE, band, bands
from geo.drawing.line_room import fineness, ring_along, room_beside, rooms_of
from geo.drawing.palette import Theme
from geo.drawing.rings import main_rings
from geo.drawing.sheet import Focus
from geo.drawing.svg import element
from geo.drawing.view import outline

FRONT_WIDTH: Mapping[Front, float] = {Front.RUSSIA: 6.6, Front.BLOC: 4.4}
"""Px of the casing of a front,"""
FRONT_CORE: Mapping[Front, float] = {Front.RUSSIA: 0.545, Front.BLOC: 0.455}
"""what part of it the line has,"""
FRONT_SHARE, FRONT_LEAST, FRONT_FINEST = 0.6, 0.7, 0.42
"""and how much of the room of a small piece of land; but of its own width no less, so that both kinds stay apart, and
so much of all that among the finest lines, to be seen."""
OUTLINE, OUTLINE_CORE = 5.6, 2.8
"""Px of an outline with its casing, and of its line."""
CASING, CORE = 1.7, 0.65
"""The same of other borders,"""
DASHED, DASHED_CORE = 3.4, 1.3
"""and of one in dispute above an outline."""
DASH, DASH_GAP, DASH_LEAST = 4, 3, 0.3
"""Px of one and what is between two, and what part is left of them around little ground,"""
DASH_ROOM = 8
"""which has less room than this, in px."""
FAR = 100_000
"""Units; beyond everything."""


def front_width(front: Front, room: float | None, fine: float = 1) -> float:
    """Px of a front with its casing, for the room of the small piece of land along which it runs, or none.

    `fine` is the part of their width that the lines of its map have.
    """
    whole = FRONT_WIDTH[front]
    taken = whole if room is None else max(FRONT_LEAST * whole, min(whole, FRONT_SHARE * room))
    return max(FRONT_FINEST, fine) * taken


def dashes(room: float | None) -> tuple[float, float]:
    """Px of the dashes of a border in dispute and between them: around little ground few long ones are scraps."""
    part = 1 if room is None else max(DASH_LEAST, min(1, room / DASH_ROOM))
    return DASH * part, DASH_GAP * part


class Above(NamedTuple):
    """A border's own line above outlines: its path data, and how wide it is, in units of the view."""

    id: str
    d: str
    width: float
    is_dashed: bool


@dataclass(frozen=True)
class Lines:
    """The lines of one picture.

    Attributes
    ----------
    joined
        The units with gold.
    px
        One of a screen, in units of the view.
    line
        Draws a line of a width along path data.
    """

    facts: Picture
    view: Mapping[str, Any]
    layers: tuple[str, ...]
    focus: Focus
    joined: Sequence[str]
    theme: Theme
    px: float
    line: Callable[..., str]

    def borders(self) -> Iterator[str]:
        """Those below all others."""
        theme, fine = self.theme, self.fine * self.px
        shown = {border: d for border, d in self.view["borders"].items() if not self.facts.is_inner(border)}
        for d in shown.values():
            yield self.line(d, theme.border_casing, CASING * fine)
        for border, d in shown.items():
            is_dashed = self.facts.is_dashed(border)
            width, style = (DASHED_CORE, self._dashes(border)) if is_dashed else (CORE, {"stroke_opacity": "0.8"})
            yield self.line(d, theme.border_core, width * fine, data_border=border, **style)

    def draw(self) -> Iterator[str]:
        """All above these, from below to above, as SVG."""
        for unit, d in self._outlines.items():
            yield from self._outline(unit, d)
        for border, width in self._between.items():
            yield self.line(border, self.theme.news_casing, width / 2)
        for unit, d in self._golden.items():
            yield from self._gold(unit, d)
        for border, width in self._between.items():
            yield self.line(border, self.theme.news, (GOLD - EDGE) / 2 * width)
        yield from self._fronts()

    @property
    def closed(self) -> list[str]:
        """Path data of the lines around countries."""
        return [*(line for line in self._around if line.endswith("z")), *self._outlines.values()]

    @property
    def ends(self) -> list[str]:
        """Path data of the lines that have two ends: fronts, and gold around units of one state."""
        fronts = (self.view["borders"][border] for border in self._front_lines)
        return [*fronts, *(line for line in self._around if not line.endswith("z"))]

    @cached_property
    def _around(self) -> list[str]:
        """Gold where it is drawn, ring by ring, as path data."""
        rings = (f"M{ring}" for d in self._golden.values() for ring in d.split("M")[1:])
        return [line for ring in rings for line in apart_from(ring, self._inner)]

    @cached_property
    def _golden(self) -> dict[str, str]:
        return {unit: main_rings(self.view["paths"][unit]) for unit in self.joined}

    @cached_property
    def _outlines(self) -> dict[str, str]:
        """The outlines of countries around all that belongs to them on the day; gold is outline enough."""
        units = {unit: self._enclosed(unit) for unit in self.focus.units if unit not in self.joined}
        name, tables = self.view["name"], self.facts.tables
        return {unit: main_rings(outline(name, inside, tables)) for unit, inside in units.items() if inside}

    def _enclosed(self, unit: str) -> tuple[str, ...]:
        return tuple(each for each in self.facts.outline_of(unit) if each in self.view["paths"])

    # -------------------------------------------------------------- each kind

    def _outline(self, unit: str, d: str) -> Iterator[str]:
        theme, px, inside = self.theme, self.px, self._enclosed(unit)
        above, hooks = self._above(inside), {"data_outline": unit, "data_units": " ".join(inside)}
        is_outside = not set(inside).isdisjoint((*self.joined, *self.facts.overlays[Overlay.DISPUTED]))
        side: dict[str, str] = {}
        if is_outside or above:
            yield side_of(f"outline-{unit}", d, is_outside=is_outside)
            side = {"clip_path": f"url(#outline-{unit})"}
        # On one side of the border as much of the line shows as elsewhere on both.
        casing, core = (OUTLINE + OUTLINE_CORE, 2 * OUTLINE_CORE) if is_outside else (OUTLINE, OUTLINE_CORE)
        whole = side if is_outside else {}
        yield self.line(d, theme.mark_casing, casing * px, **whole)
        yield self.line(d, theme.focus, core * px, **hooks, **whole)
        for border in above:
            yield self.line(border.d, theme.mark_casing, border.width + (OUTLINE + OUTLINE_CORE) * px, **side)
        for border in above:
            yield self.line(border.d, theme.focus, border.width + 2 * OUTLINE_CORE * px, data_beside=unit, **side)
        yield from self._dashed(above)

    def _gold(self, unit: str, d: str) -> Iterator[str]:
        """The band, cut at the border: half of it shows."""
        theme, hooks = self.theme, {"data_joined": unit}
        yield side_of(f"inside-{unit}", d)
        side = {"clip_path": f"url(#inside-{unit})"}
        for ring, width in bands(d, self.px, self.fine):
            if not (apart := "".join(apart_from(ring, (*self._between, *self._inner)))):
                continue
            yield self.line(apart, theme.news_casing, width, **side)
            yield self.line(apart, theme.news, GOLD * width, **hooks, **side)
            yield self.line(apart, theme.news_casing, EDGE * width, **side)
            hooks = {}
        above = [(border, self._band_along(d, border.d)) for border in self._above([unit])]
        for border, width in above:
            yield self.line(border.d, theme.news_casing, border.width + (1 - EDGE) * width, **side)
        for border, width in above:
            yield self.line(border.d, theme.news, border.width + (GOLD - EDGE) * width, data_beside=unit, **side)
        yield from self._dashed([border for border, _ in above])

    @cached_property
    def _between(self) -> dict[str, float]:
        """The borders between two who joined, path data, with the width of the narrower of their bands."""
        found = {}
        for id_ in self._shared:
            if not (self.facts.is_inner(id_) or id_ in self._front_lines or self.facts.is_dashed(id_)):
                d = self.view["borders"][id_]
                found[d] = min(self._band_along(self._golden[unit], d) for unit in id_.split("|"))
        return found

    @cached_property
    def _inner(self) -> tuple[str, ...]:
        """The borders inside a state that joined, path data."""
        return tuple(self.view["borders"][id_] for id_ in self._shared if self.facts.is_inner(id_))

    @cached_property
    def _shared(self) -> list[str]:
        return [border for border in self.view["borders"] if self._golden.keys() >= {*border.split("|")}]

    def _band_along(self, d: str, border: str) -> float:
        at = ring_along(d, border)
        return (WHOLE if at < 0 else band(rooms_of(d)[at] / self.px, fine=self.fine)) * self.px

    def _dashed(self, above: Iterable[Above]) -> Iterator[str]:
        """Borders in dispute, once more."""
        for border in (border for border in above if border.is_dashed):
            yield self.line(border.d, self.theme.border_casing, border.width)
            width = DASHED_CORE * self.fine * self.px
            yield self.line(border.d, self.theme.border_core, width, **self._dashes(border.id))

    def _dashes(self, border: str) -> dict[str, str]:
        long, gap = (part * self.px for part in dashes(self._room(border, whole=True)))
        return {"stroke_dasharray": f"{long:.3f} {gap:.3f}"}

    def _fronts(self) -> Iterator[str]:
        """Where two meet, no casing lies over a line."""
        for border, front in self._front_lines.items():
            yield self._front(border, front, self.theme.front_casing, 1)
        for border, front in self._front_lines.items():
            yield self._front(border, front, self.theme.front, FRONT_CORE[front])

    def _front(self, border: str, front: Front, colour: str, part: float) -> str:
        d, hooks = self.view["borders"][border], {"data_front": str(front), "data_at": border}
        return self.line(d, colour, part * self._width(border, front), **hooks)

    # -------------------------------------------------------------- borders

    @cached_property
    def _front_lines(self) -> dict[str, Front]:
        """By border that is one, the kind of front line."""
        fronts = {border: self.facts.front_of(border) for border in self.view["borders"]}
        return {border: front for border, front in fronts.items() if front and "front" in self.layers}

    def _width(self, border: str, front: Front) -> float:
        """How wide a front is with its casing, in units: less along a small piece of land apart from its country."""
        return front_width(front, self._room(border), self.fine) * self.px

    def _room(self, border: str, *, whole: bool = False) -> float | None:
        """The room of the smaller piece of land along a border, in px, as `room_beside` has it."""
        paths = self.view["paths"]
        room = room_beside(self.view["borders"][border], (paths[unit] for unit in border.split("|")), whole=whole)
        return None if room is None else room / self.px

    @cached_property
    def fine(self) -> float:
        """What part of their width the lines of the map have."""
        return fineness(self.view["room"] / self.px)

    def _above(self, inside: Sequence[str]) -> list[Above]:
        """The borders around units that have a line above outlines."""
        found = []
        for border, d in self.view["borders"].items():
            if len(set(border.split("|")).intersection(inside)) != 1:
                continue
            if front := self._front_lines.get(border):
                found.append(Above(border, d, self._width(border, front), is_dashed=False))
            elif self.facts.is_dashed(border) and not self.facts.is_inner(border):
                found.append(Above(border, d, DASHED * self.px, is_dashed=True))
        return found


def side_of(name: str, d: str, *, is_outside: bool = False) -> str:
    """What lies on one side of a line, to which others are cut."""
    whole = f"M{-FAR} {-FAR}h{2 * FAR}v{2 * FAR}h{-2 * FAR}z"
    side = element("path", d=whole + d, clip_rule="evenodd") if is_outside else element("path", d=d)
    return element("defs", element("clipPath", side, id=name))
