"""The key of a map: what its fills, lines, hatches and signs mean, in one order wherever it is drawn.

`key_rows(on_map)` decides which rows a key has. The browser decides the same in geo/atlas/core/key.mjs;
tests/cases/key.json holds both to it. `Key` draws the rows on a sheet, `sign` one of them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from data.borders_in_time import Front
from data.vocabulary import Camp, Confidence, ForceSign, Overlay, Stance, Status, WestBerlin
from data.words import phrase
from geo.drawing.force_signs import crowd_sign, force_sign
from geo.drawing.label_layout import Box
from geo.drawing.layers import LAYERS
from geo.drawing.on_a_map import OnMap
from geo.drawing.palette import GLYPHS, HATCHES, Hatch, Theme
from geo.drawing.sign_parts import SIGN_HEIGHT, SIGN_WIDTH, box, in_middle, line_signs, stance_sign, under_hatch
from geo.drawing.statement_signs import badge, tag_arrow, tag_plate
from geo.drawing.svg import balanced, element, measure, text_at, wrapped

Look = dict[str, Any]
Drawn = list[Callable[[], str]]
"""Parts that are drawn when they are asked for: most keys are laid out for their height alone."""
DRAFT, OVER, NO_OVER, FORCES = "draft", "over", "no_over", "forces"
HERE, EDGE, AWAY, SAID, PIN = "here", "edge", "away", "said", "pin"
BEYOND, OTHERS = "beyond", "others"
BERLIN, UNCOVERED_BERLIN = "west_berlin", "west_berlin_uncovered"
DISPUTES = (Overlay.DISPUTED, Overlay.DASHED, Overlay.UNDRAWN)
NUMBER = "number-"
"""What the hook of the row of a number begins with."""
LEAD, ALSO = f"{NUMBER}lead", f"{NUMBER}also"
"""The hooks of the words before the rows of numbers, and of all numbers in a row; neither has a sign.

That of a row of names that have none ends in their status, whose fill is its sign.
"""
ON_DEMAND = tuple(layer for layer in LAYERS if layer in HATCHES)
"""The hatches of layers, in the order of the menu."""
RINGS = 0.6
"""Of their size on the map, in which several rings stand whole on a swatch."""
ANY_NUMBER = "n"
"""What stands in a key for however many there are."""


@dataclass(frozen=True)
class Row:
    """A row of a key.

    `sign` is the hook of the browser's row too; `word` the path of its words, `names` what fills them in; `told` are
    words of its own in their place. Only the row of a status has a `count`. `about` is the path of the words around
    those of a layer that shows nothing; `spare` are those of its names that may be left out. The name of who joined is
    `bold`, as on the map.
    """

    sign: str
    word: str
    names: tuple[str, ...] = ()
    count: int = 0
    told: str = ""
    about: str = ""
    spare: tuple[str, ...] = ()
    bold: bool = False

    @property
    def label(self) -> str:
        """The words of the row."""
        words = self.told or phrase(*self.word.split("."), names=", ".join(self.names))
        if self.sign in (BEYOND, OTHERS):
            words = f"{words}: {('; ' if self.sign == OTHERS else ', ').join(self.names)}"
        return phrase(*self.about.split("."), names=words) if self.about else words

    @property
    def is_fill(self) -> bool:
        """Whether it explains the fill of a status; a status of somebody's own may be called as a hatch is."""
        return self.word.startswith("status.")

    @property
    def is_number(self) -> bool:
        """Whether it tells a name for which the map has no room, by its number there or the gold of who joined."""
        return self.sign.startswith(NUMBER)

    @property
    def number(self) -> str:
        """The number that it tells, if it does."""
        return self.sign.removeprefix(NUMBER) if self.is_number and not (self.is_lead or self.is_also) else ""

    @property
    def is_also(self) -> bool:
        """Whether it tells names that have no number."""
        return self.sign.startswith(ALSO)

    @property
    def lost_fill(self) -> str:
        """The status of those whom it tells without a number, by whose fill they are found."""
        return self.sign.removeprefix(ALSO).removeprefix("-") if self.is_also else ""

    @property
    def is_bare(self) -> bool:
        """Whether it has no sign."""
        return self.is_plain or self.sign == ALSO

    @property
    def is_lead(self) -> bool:
        """Whether it is the quiet words before the names."""
        return self.sign == LEAD

    @property
    def is_plain(self) -> bool:
        """Whether it has words alone, which begin where other rows have their sign."""
        return self.sign in (LEAD, HERE, EDGE, AWAY, NO_OVER, Overlay.UNDRAWN, BEYOND, OTHERS)


def key_rows(on_map: OnMap) -> list[Row]:
    """The rows of the key of a map: the fills that somebody has, then only what stands on the map beside them."""
    signs = [*_lines(on_map), *_grounds(on_map), *_statements(on_map), *_forces(on_map)]
    if on_map.pinned:
        signs.append(Row(PIN, f"key.{PIN}"))
    beyond = ((BEYOND, "panel.beyond", on_map.beyond), (OTHERS, "panel.beyond_others", on_map.others))
    return [*_fills(on_map), *signs, *(Row(sign, word, _once(names)) for sign, word, names in beyond if names)]


def _fills(on_map: OnMap) -> Iterator[Row]:
    for status, told in (on_map.statuses or dict.fromkeys(Status, "")).items():
        if count := on_map.counts.get(status, 0):
            yield Row(status, f"status.{status}.label", count=count, told=on_map.called.get(status, told))


def _lines(on_map: OnMap) -> Iterator[Row]:
    if on_map.land:
        yield Row("land", "key.land")
    if on_map.as_part and on_map.joined:
        yield Row("joined", "key.joined_as_part")
    elif on_map.joined:
        yield Row("joined", "key.joined")
    away = [name for name in on_map.away if name not in on_map.beyond]  # named at the end, and not twice
    for sign, names in ((HERE, on_map.here), (EDGE, on_map.edge), (AWAY, away)):
        if names:
            yield Row(sign, f"key.{sign}", _once(names))
    if on_map.outlined:
        yield Row("outlined", "key.outlined", _once(on_map.outlined))
    for kind in (Front.RUSSIA, Front.BLOC):
        if "front" in on_map.layers and kind in on_map.fronts:
            yield Row(f"front_{kind}", f"key.front_{kind}_{'then' if on_map.soviet else 'now'}")
    if "nearest" in on_map.layers and on_map.nearest:
        yield Row("nearest", "layer.nearest", (on_map.nearest,))


def _grounds(on_map: OnMap) -> Iterator[Row]:
    for name in ON_DEMAND:
        if name in on_map.layers:
            word = f"key.{name}_now" if name == Overlay.EU and on_map.union else f"key.{name}"
            yield Row(name, word, about=_about(name, on_map, seen=bool(on_map.over.get(name))))
    if on_map.laid_over and (on_map.over.get(OVER) or OVER in on_map.nothing):
        yield Row(NO_OVER if OVER in on_map.nothing else OVER, f"key.{OVER}", (on_map.laid_over,))
    if on_map.draft and on_map.over.get(DRAFT):
        yield Row(DRAFT, f"draft.{on_map.draft}")
    for name in DISPUTES:
        if titles := on_map.over.get(name):
            yield Row(name, f"key.{name}", _once(titles))
    if on_map.west_berlin:
        berlin = BERLIN if on_map.berlin_covered else UNCOVERED_BERLIN
        yield Row(berlin, f"key.{berlin}", (on_map.west_berlin,))


def _about(layer: str, on_map: OnMap, *, seen: bool) -> str:
    """What is said of a layer that is on and shows nothing."""
    return "" if seen else "key.nobody" if layer in on_map.nothing else "key.beyond"


def _statements(on_map: OnMap) -> Iterator[Row]:
    seen = [row for row in on_map.statements if not row.get("folded")]
    stances = {row["stance"] for row in seen}
    for stance in GLYPHS:
        if stance in stances:
            yield Row(stance, f"stance.{stance}.label")
    if any(row["confidence"] == Confidence.CONTESTED for row in seen):
        yield Row("contested", "key.contested")
    if on_map.folded and on_map.statements:
        yield Row("badge", "key.badge")
    if on_map.said:
        yield Row(SAID, f"key.{SAID}", _once(on_map.said))
    if on_map.chosen and on_map.statements:
        yield Row("chosen", "key.chosen")
    if on_map.arcs and on_map.statements:
        yield Row("arc", "key.arc")


def _forces(on_map: OnMap) -> Iterator[Row]:
    if FORCES not in on_map.layers:
        return
    if not on_map.forces:
        yield Row(next(iter(ForceSign)), f"layer.{FORCES}", about=_about(FORCES, on_map, seen=False))
    for each in ForceSign:
        if any(row["sign"] == each for row in on_map.forces):
            yield Row(each, f"force.sign.{each}")
    for camp in Camp:
        if any(row["camp"] == camp for row in on_map.forces):
            state = (on_map.moscow,) if on_map.moscow and camp == Camp.MOSCOW else ()
            yield Row(f"camp_{camp}", f"force.bar.{camp}", state)
    if on_map.crowds and on_map.forces:
        yield Row("crowd", "key.crowd")


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


# ---------------------------------------------------------------------- drawn


class Key:
    """The key on a sheet, one row under another.

    Parameters
    ----------
    rows
        What `key_rows` gave.
    theme
        The colours.
    k
        How many px of the sheet a unit of the view takes: hatches have on their swatch the size they have on the map.
    heading
        What stands over the fills; empty for nothing.
    notes
        Sentences under the fills.
    width, size
        How wide it is, and how large its words, in px; all else grows with `size`.
    """

    def __init__(
        self,
        rows: Sequence[Row],
        theme: Theme,
        k: float,
        heading: str = "",
        notes: Sequence[str] = (),
        width: float = 346,
        size: float = 21,
    ) -> None:
        self.rows, self.theme, self.k = rows, theme, k
        self.heading, self.notes, self.width, self.size = heading, notes, width, size

    def within(self, height: float) -> "Key":
        """The same with words as small as it takes to be no higher than that."""
        key = self
        while key.height > height and key.size > 1:
            smaller = key.size * max(0.9, min(0.99, height / key.height))
            key = Key(self.rows, self.theme, self.k, self.heading, self.notes, self.width, smaller)
        return key

    @cached_property
    def height(self) -> float:
        """How high it is, in px."""
        return self._laid_out[1]

    def draw(self, x: float, y: float) -> Iterator[str]:
        """The key from its left upper corner."""
        yield element(
            "g", "".join(part() for part in self._laid_out[0]), data_key="", transform=f"translate({x:.1f} {y:.1f})"
        )

    @cached_property
    def _laid_out(self) -> tuple[Drawn, float]:
        drawn: Drawn = []
        unit, theme, y = self.size / 21, self.theme, 0.0
        if self.heading:
            for line in wrapped(self.heading, 23 * unit, self.width, bold=True):
                drawn.append(partial(text_at, line, 0, y + 21 * unit, 23 * unit, theme.text, font_weight=700))
                y += 30 * unit
        for row in (row for row in self.rows if row.count):
            y = self._row(row, y, drawn)
        for note in self.notes:
            for line in balanced(note, 18 * unit, self.width):
                drawn.append(partial(text_at, line, 0, y + 20 * unit, 18 * unit, theme.quiet_text))
                y += 22 * unit
            y += 6 * unit
        signs = [row for row in self.rows if not row.count]
        if y and signs:
            at: Look = {"x": 0, "y": round(y + 6 * unit, 1), "width": self.width, "height": 1}
            drawn.append(partial(element, "rect", **at, fill=theme.rule))
            y += 13 * unit
        for row in signs:
            y = self._row(row, y, drawn)
        return drawn, y

    def _left(self, row: Row) -> float:
        return 0 if row.is_plain else 50 * self.size / 21

    def _lines(self, row: Row) -> list[str]:
        room = self.width - self._left(row) - (40 * self.size / 21 if row.count else 0)
        lines = balanced(row.label, self.size, room, row.bold)
        if row.count or not lines[0].endswith(":"):
            return lines
        return wrapped(row.label, self.size, room)  # the label of a list does not stand alone

    @cached_property
    def _counts_end(self) -> float:
        """Where the counts end: behind the longest label, nearer to it than to what stands beside the key."""
        counted = [row for row in self.rows if row.count]
        label = max(self._left(row) + measure(line, self.size) for row in counted for line in self._lines(row))
        count = max(measure(str(row.count), self.size, bold=True) for row in counted)
        return min(self.width, label + self.size + count)

    def _row(self, row: Row, y: float, drawn: Drawn) -> float:
        """Lays a row out; gives where the next begins."""
        unit, ink, quiet = self.size / 21, self.theme.text, self.theme.quiet_text
        drawn.append(partial(self._before_words, row, y))
        left, lines = self._left(row), self._lines(row)
        weight = {"font_weight": 700} if row.bold else {}
        for i, line in enumerate(lines):
            at = y + (25 + 25 * i) * unit
            drawn.append(partial(text_at, line, left, at, self.size, quiet if row.is_lead else ink, **weight))
        return y + (36 + 25 * (len(lines) - 1)) * unit

    def _before_words(self, row: Row, y: float) -> str:
        """The sign of a row and its count."""
        unit = self.size / 21
        place = f"translate(0 {y + 6 * unit:.1f}) scale({unit:.4f})"
        hooks = {"data_sign": row.sign} | ({"data_nothing": ""} if row.about else {})
        drawn = element("g", sign(row, self.theme, self.k / unit), transform=place, **hooks)
        if not row.count:
            return drawn
        bold: Look = {"text_anchor": "end", "font_weight": 700}
        return drawn + text_at(str(row.count), self._counts_end, y + 25 * unit, self.size, self.theme.text, **bold)


def sign(row: Row, theme: Theme, k: float = 1) -> str:
    """The sign of a row as SVG, in a box of SIGN_WIDTH by SIGN_HEIGHT with its corner at (0, 0).

    A hatch needs its pattern among the definitions of the picture (`geo.drawing.svg.pattern`), for a unit of 1 / k.
    """
    name = row.sign
    if row.is_fill or row.lost_fill:
        return box(fill=theme.statuses[row.lost_fill or name].fill, stroke=theme.rule, rx=3)
    if name in HATCHES:
        part = RINGS if name == OVER else 1
        return _under(HATCHES[name], theme) + under_hatch(name, HATCHES[name], k, part)
    if name in set(Stance):
        return in_middle(stance_sign(Stance(name), theme))
    if name in set(ForceSign):
        return in_middle(force_sign(ForceSign(name), None, theme), 1.4)
    if name == "crowd":
        return in_middle(crowd_sign(ANY_NUMBER, None, theme), 1.2)
    if name.startswith("camp_"):
        return in_middle(force_sign(ForceSign.TROOPS, Camp(name.removeprefix("camp_")), theme), 1.2)
    if name == "badge":
        return in_middle(badge(ANY_NUMBER, theme))
    if name == SAID:
        plate = tag_plate(Box(0.5, 0.5, SIGN_WIDTH - 1, SIGN_HEIGHT - 1), theme)
        return plate + in_middle(tag_arrow(theme))
    if row.is_bare:
        return ""
    if name == NUMBER:
        return line_signs(theme)["joined"]
    if name.startswith(NUMBER):
        look: Look = {"text_anchor": "middle", "font_weight": 700}
        return text_at(name.removeprefix(NUMBER), SIGN_WIDTH / 2, SIGN_HEIGHT * 0.8, 21, theme.text, **look)
    if name in (BERLIN, UNCOVERED_BERLIN):
        return berlin_dot(theme, SIGN_WIDTH / 2, SIGN_HEIGHT / 2, 6, covered=name == BERLIN)
    return line_signs(theme)[name]


def _under(hatch: Hatch, theme: Theme) -> str:
    """What a hatch lies on in a key, to look there as on the map; the first status where a membership has none such."""
    fills = theme.statuses
    grounds = [(fills[name] if name in fills else next(iter(fills.values()))).fill for name in hatch.ground.split()]
    drawn = box(fill=grounds[0] if grounds else theme.raised, stroke=theme.rule)
    if grounds[1:]:
        half = SIGN_WIDTH / 2
        drawn += element("rect", x=half, width=half, height=SIGN_HEIGHT, fill=grounds[1], stroke=theme.rule)
    return drawn


def berlin_dot(theme: Theme, x: float, y: float, r: float, *, covered: bool) -> str:
    """The dot for West Berlin, which the shapes cannot separate: never a member, and within its ring once covered."""
    ring = (theme.statuses[Status.MEMBER].fill, 2.4) if covered else (theme.coast, 1.6)
    standing = WestBerlin.COVERED if covered else WestBerlin.UNCOVERED
    look: Look = {"fill": theme.statuses[Status.NONE].fill, "stroke": ring[0], "stroke_width": ring[1]}
    return element("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=round(r, 1), data_berlin=standing, **look)
