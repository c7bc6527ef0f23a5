"""Two days side by side as one picture: the sentence of what changed, both dates, both maps, one key, the source.

What is drawn is that of any two maps side by side; `geo/pair_of_memberships.py` has the other kind.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any
from xml.sax.saxutils import escape

from data.citation import imprint
from data.compare import changes
from data.dates import spelled
from data.memberships.told import Told, as_of_told
from data.picture import Picture, picture_on
from data.tables import Tables
from data.vocabulary import Status
from data.words import counted, words
from geo.drawing.days_key import shared_key, shared_notes
from geo.drawing.drawn import Drawn
from geo.drawing.key import sign
from geo.drawing.label_layout import Box
from geo.drawing.palette import HATCHES, THEMES
from geo.drawing.sheet import SMALL
from geo.drawing.svg import FONT, balanced, element, measure, pattern, text_at
from geo.drawing.told_in_full import spelled_out
from geo.picture import drawn

WIDTH = 1920
MARGIN, GAP = 48, 32
TITLE, SENTENCE, DATE, LABEL, SOURCE = 44, 26, 32, 22, 18
ROW, SIGN = 40, 48
"""Of a key: how high a row is, and from where to where a sign and the gap behind it go."""
MAP_WIDTH = (WIDTH - 2 * MARGIN - GAP) // 2
MAP_HEIGHT = MAP_WIDTH * 376 // 640
MAP = replace(SMALL, width=MAP_WIDTH, height=MAP_HEIGHT, map=Box(0, 0, MAP_WIDTH, MAP_HEIGHT), base=15, scale=1.3)
LAYERS = ("front", "names")
COLUMNS = (MARGIN, MARGIN + MAP_WIDTH + GAP)
"""Where the two maps begin."""

Entry = tuple[str, str]
"""A row of a key: its sign as SVG, and its words."""
Key = tuple[float, float, Sequence[Entry]]
"""A key: where it begins, how wide it is, and its rows."""


@dataclass(frozen=True)
class Side:
    """One of the two: what stands over its map on the left and on the right, and the map."""

    heading: str
    told: str
    map: Drawn

    @property
    def numbers(self) -> Sequence[Entry]:
        """The rows that tell the names for which numbers stand on the map, if any do."""
        return [("", f"{row.number} {row.label}".lstrip()) for row in self.map.key if row.is_number]


class SideBySide(ABC):
    """Two maps on a sheet 1,920 px wide and as high as it takes."""

    def __init__(self, theme: str, tables: Tables) -> None:
        self.theme_name, self.tables, self.theme = theme, tables, THEMES[theme]

    @property
    @abstractmethod
    def title(self) -> str:
        """The heading of the picture."""

    @property
    @abstractmethod
    def sentence(self) -> str:
        """What is told of the two."""

    @property
    @abstractmethod
    def source(self) -> str:
        """The line at the foot."""

    @abstractmethod
    def sides(self) -> tuple[Side, Side]:
        """The two, from the left."""

    @abstractmethod
    def keys(self) -> Sequence[Sequence[Key]]:
        """The keys beneath, one above the other, each of one or of several side by side."""

    @abstractmethod
    def notes(self) -> Sequence[str]:
        """What the keys say of ground whose fill and name do not tell all: sentences."""

    def draw(self, has_words: bool = True) -> str:
        """The picture as SVG; without its words it begins with the headings."""
        y, parts = 0.0, []
        if has_words:
            y += MARGIN + TITLE
            parts.append(text_at(self.title, MARGIN, y - 8, TITLE, self.theme.text, font_weight=700))
            y += 10
            for line in balanced(self.sentence, SENTENCE, WIDTH - 2 * MARGIN):
                y += SENTENCE * 1.3
                parts.append(text_at(line, MARGIN, y, SENTENCE, self.theme.text))
        y += 20
        sides = self.sides()
        for number, (x, side) in enumerate(zip(COLUMNS, sides, strict=True), start=1):
            parts += self._side(side, x, y, f"map{number}-")
        y += DATE + 18 + MAP_HEIGHT + 14
        told = [(x, MAP_WIDTH, side.numbers) for x, side in zip(COLUMNS, sides, strict=True) if side.numbers]
        for keys in (told, *self.keys()):
            rows = [row for x, width, entries in keys for row in self._key(entries, x, y, width)]
            parts += [part for _, part in rows]
            y = max((at + ROW for at, _ in rows), default=y)
        y += SOURCE * 0.6
        for line in chain.from_iterable(
            balanced(told, SOURCE, WIDTH - 2 * MARGIN) for told in (*self.notes(), self.source)
        ):
            y += SOURCE * 1.3
            parts.append(text_at(line, MARGIN, y, SOURCE, self.theme.quiet_text))
        height = round(y + 22)
        return "".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
                f'height="{height}" font-family="{FONT}, sans-serif" role="img">',
                element("title", escape(f"{self.title}. {self.sentence}")),
                element("defs", pattern("disputed", HATCHES["disputed"], self.theme, 1)),
                element("rect", width=WIDTH, height=height, fill=self.theme.page),
                *parts,
                "</svg>",
            ]
        )

    def _side(self, side: Side, x: float, y: float, own: str) -> Iterator[str]:
        """What stands over a map, and the map beneath; the ids in it begin with `own`."""
        baseline = y + DATE
        yield text_at(side.heading, x, baseline, DATE, self.theme.text, font_weight=700)
        yield text_at(side.told, x + MAP_WIDTH, baseline, DATE, self.theme.text, text_anchor="end")
        svg = side.map.svg().replace(' id="', f' id="{own}').replace("url(#", f"url(#{own}")
        yield svg.replace("<svg ", f'<svg x="{x}" y="{baseline + 18}" ', 1)
        frame: dict[str, Any] = {"fill": "none", "stroke": self.theme.rule}
        yield element("rect", x=x, y=baseline + 18, width=MAP_WIDTH, height=MAP_HEIGHT, **frame)

    def _key(self, entries: Sequence[Entry], left: float, y: float, width: float) -> Iterator[tuple[float, str]]:
        """Signs and their words one after another, in as many rows as that takes."""
        x = left
        for swatch, label in entries:
            room = SIGN if swatch else 0
            wide = room + 2 + measure(label, LABEL) + 36
            if x > left and x + wide - 36 > left + width:
                x, y = left, y + ROW
            yield y, element("g", swatch, transform=f"translate({x:.1f} {y + 7:.1f})")
            yield y, text_at(label, x + room, y + 26, LABEL, self.theme.text)
            x += wide

    def _source(self, *told: Told) -> str:
        """Whose borders, up to which day the facts of each go, and the edition."""
        said = str(words()["picture"]["source"]).format(
            borders=words()["footer"]["borders"],
            as_of=". ".join(map(as_of_told, told)),
            imprint=imprint(self.tables),
        )
        return " ".join(said.split())


class Pair(SideBySide):
    """Two days in the order of time."""

    def __init__(self, days: tuple[date, date], theme: str, tables: Tables) -> None:
        super().__init__(theme, tables)
        self.days = (min(days), max(days))

    @property
    def title(self) -> str:
        first, last = map(spelled, self.days)
        return str(words()["compare"]["pair_title"].format(first=first, last=last))

    @cached_property
    def sentence(self) -> str:
        return changes(*self.days, self.tables)

    @property
    def source(self) -> str:
        rows = (shared.row for shared in shared_key(self.days, self.tables))
        names = spelled_out(rows, words_beside=self.sentence)
        return f"{names} {self._source(self.tables)}".lstrip()

    def sides(self) -> tuple[Side, Side]:
        first, last = (picture_on(day, self.tables) for day in self.days)
        return self._day(first), self._day(last)

    def _day(self, facts: Picture) -> Side:
        members = counted(words()["compare"]["members"], facts.counts[Status.MEMBER])
        shown = drawn(facts.day, layers=LAYERS, theme=self.theme_name, sheet=MAP, tables=self.tables)
        return Side(spelled(facts.day), members, shown)

    def keys(self) -> Sequence[Sequence[Key]]:
        return [[(MARGIN, WIDTH - 2 * MARGIN, list(self._entries()))]]

    def notes(self) -> Sequence[str]:
        return shared_notes(self.days, self.tables)

    def _entries(self) -> Iterator[Entry]:
        """What the colours and lines of both maps say, with the states then and now."""
        for shared in shared_key(self.days, self.tables):
            label = shared.row.label
            if shared.counts:
                then, now = shared.counts
                label = f"{label} {words()['compare']['count'].format(then=then, now=now)}"
            yield sign(shared.row, self.theme), label
