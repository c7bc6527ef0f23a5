"""Two days side by side as one picture: the sentence of what changed, both dates, both maps, one key, the source."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any
from xml.sax.saxutils import escape

from data.citation import imprint
from data.compare import changes
from data.dates import spelled
from data.picture import Picture, picture_on
from data.tables import Tables
from data.vocabulary import Status
from data.words import counted, words
from geo.drawing.days_key import shared_key
from geo.drawing.key import sign
from geo.drawing.label_layout import Box
from geo.drawing.palette import HATCHES, THEMES
from geo.drawing.sheet import Sheet
from geo.drawing.svg import FONT, element, measure, pattern, text_at, wrapped
from geo.picture import svg

WIDTH = 1920
MARGIN, GAP = 48, 32
TITLE, SENTENCE, DATE, LABEL, SOURCE = 44, 26, 32, 22, 18
ROW = 40
MAP_WIDTH = (WIDTH - 2 * MARGIN - GAP) // 2
MAP_HEIGHT = MAP_WIDTH * 376 // 640
MAP = Sheet(MAP_WIDTH, MAP_HEIGHT, Box(0, 0, MAP_WIDTH, MAP_HEIGHT), base=15, around="nothing", scale=1.3)
LAYERS = ("front", "names")


class Pair:
    """Two days in the order of time, on a sheet 1,920 px wide and as high as it takes."""

    def __init__(self, days: tuple[date, date], theme: str, tables: Tables) -> None:
        self.days, self.theme_name, self.tables = (min(days), max(days)), theme, tables
        self.theme = THEMES[theme]

    @property
    def title(self) -> str:
        first, last = map(spelled, self.days)
        return str(words()["compare"]["pair_title"].format(first=first, last=last))

    @cached_property
    def sentence(self) -> str:
        return changes(*self.days, self.tables)

    @cached_property
    def facts(self) -> list[Picture]:
        return [picture_on(day, self.tables) for day in self.days]

    def draw(self, has_words: bool = True) -> str:
        """The picture as SVG; without its words it begins with the dates."""
        y, parts = 0.0, []
        if has_words:
            y += MARGIN + TITLE
            parts.append(text_at(self.title, MARGIN, y - 8, TITLE, self.theme.text, font_weight=700))
            y += 10
            for line in wrapped(self.sentence, SENTENCE, WIDTH - 2 * MARGIN):
                y += SENTENCE * 1.3
                parts.append(text_at(line, MARGIN, y, SENTENCE, self.theme.text))
        y += 20
        for i, facts in enumerate(self.facts):
            parts += self._map(facts, MARGIN + i * (MAP_WIDTH + GAP), y, f"map{i + 1}-")
        y += DATE + 18 + MAP_HEIGHT + 14
        rows = list(self._key(y))
        parts += [part for _, part in rows]
        height = round(max(y for y, _ in rows) + ROW + 3 * SOURCE)
        source = str(words()["picture"]["source"]).format(
            borders=words()["footer"]["borders"],
            as_of=words()["footer"]["as_of"].format(date=spelled(self.tables.as_of)),
            imprint=imprint(self.tables),
        )
        parts.append(text_at(source, MARGIN, height - 22, SOURCE, self.theme.quiet_text))
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

    def _map(self, facts: Picture, x: float, y: float, own: str) -> Iterator[str]:
        """The date, the number of members, and the map beneath them; the ids in it begin with `own`."""
        members = counted(words()["compare"]["members"], facts.counts[Status.MEMBER])
        baseline = y + DATE
        yield text_at(spelled(facts.day), x, baseline, DATE, self.theme.text, font_weight=700)
        yield text_at(members, x + MAP_WIDTH, baseline, DATE, self.theme.text, text_anchor="end")
        drawn = svg(facts.day, layers=LAYERS, theme=self.theme_name, sheet=MAP, tables=self.tables)
        drawn = drawn.replace(' id="', f' id="{own}').replace("url(#", f"url(#{own}")
        yield drawn.replace("<svg ", f'<svg x="{x}" y="{baseline + 18}" ', 1)
        frame: dict[str, Any] = {"fill": "none", "stroke": self.theme.rule}
        yield element("rect", x=x, y=baseline + 18, width=MAP_WIDTH, height=MAP_HEIGHT, **frame)

    def _key(self, y: float) -> Iterator[tuple[float, str]]:
        """What the colours and lines of both maps say, with the states then and now; as many rows as that takes."""
        x = float(MARGIN)
        for swatch, label in self._entries():
            width = 50 + measure(label, LABEL) + 36
            if x + width - 36 > WIDTH - MARGIN:
                x, y = float(MARGIN), y + ROW
            yield y, element("g", swatch, transform=f"translate({x:.1f} {y + 7:.1f})")
            yield y, text_at(label, x + 48, y + 26, LABEL, self.theme.text)
            x += width

    def _entries(self) -> Iterator[tuple[str, str]]:
        for shared in shared_key(self.days, self.tables):
            label = shared.row.label
            if shared.counts:
                then, now = shared.counts
                label = f"{label} {words()['compare']['count'].format(then=then, now=now)}"
            yield sign(shared.row, self.theme), label
