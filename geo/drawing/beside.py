"""The words around the map of a picture: what it is, the year, the headline, the key and where it comes from.

They stand beside the map, or above and beneath it, and never on it.
"""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import product

from data.citation import imprint
from data.dates import spelled
from data.headlines import Headline
from data.memberships.nato import ID as NATO
from data.memberships.shipped import shipped
from data.memberships.told import as_of_told, dates_from, dates_of_other, is_own
from data.picture import Picture
from data.words import words
from geo.drawing.columns import in_columns
from geo.drawing.drawn import Drawn
from geo.drawing.key import OVER, Key, Row
from geo.drawing.label_layout import Box
from geo.drawing.lost_lines import LostLines
from geo.drawing.number_rows import lighter, numbers_in_a_row, stays_with
from geo.drawing.offered import borders_of
from geo.drawing.palette import Theme
from geo.drawing.sheet import FULL, Sheet
from geo.drawing.svg import balanced, element, text_at
from geo.drawing.told_in_full import named_with, spelled_out

MARGIN = 40
LEAD = 1.25
SUBJECT, YEAR, DAY, TITLE, DETAIL = 20, 112, 26, 30, 21
FOOT, FOOT_LEAST = 15, 13
"""Of the words at the foot, and what they give way to where the key is long."""
KEY_FROM = 420
"""Where the key of a column begins, if the words above leave it there: it stays in its place from year to year."""
KEY_SIZE, KEY_WELL, KEY_LEAST = 20, 16, 10
"""Of the words of a key; below what reads well, the list of its numbers is a sentence rather than rows."""
HEADING, GUTTER = 30, 36
"""Of a key in columns: what its heading takes, and what lies between two."""
BAND_YEAR = 96
"""The year where the words stand above the map."""
BETWEEN = 8
"""Between two paragraphs at the foot."""
CARD_TITLE, CARD_KEY, CARD_KEY_LEAST = 34, 19, 14
"""On a card, which is seen at a third of its size: a key whose words would be smaller than the least is left out."""


Part = Generator[str, None, float]
"""Elements of SVG, one after another; at the end where the next part begins."""


@dataclass(frozen=True)
class Said:
    """What a picture says beside its map; `day` is empty where it shows a year's last.

    `short_names` spells out those in its key and headline; `shorter` are the rows of that key in few words.
    """

    subject: str
    year: str
    day: str
    title: str
    detail: str
    source: str
    short_names: str
    heading: str
    notes: tuple[str, ...]
    rows: Sequence[Row]
    shorter: Sequence[Row]


def said_on(
    facts: Picture, headline: Headline, rows: Sequence[Row], notes: tuple[str, ...], view: str = "", over: str = ""
) -> Said:
    """What a picture of a day says beside its map, with the rows of its key, the notes under them and its source.

    `over` is the id of the membership that is laid over the map and seen there.
    """
    named = words()
    subject = facts.membership.title if facts.membership else named["title"]["subject"]
    return Said(
        subject=named_with(subject, rows, over),
        year=str(facts.day.year),
        day="" if facts.is_of_year else spelled(facts.day, year=False),
        title=headline.title,
        detail=headline.detail,
        source=source_of(facts, view, over),
        short_names=spelled_out(rows, facts.membership, over, f"{headline.title} {headline.detail}"),
        heading=named["panel"]["states_of"].format(day=spelled(facts.day)),
        notes=notes,
        rows=rows,
        shorter=rows if facts.membership else [_in_short(row) for row in rows],
    )


def source_of(facts: Picture, view: str = "", over: str = "") -> str:
    """Where a picture comes from: the dates of other memberships than NATO, the borders, the edition, whose NATO's are.

    Before it stands how North lies in a view that is turned.
    """
    named = words()
    before = [str(named["view_note"].get(view, "")), dates_of_other(shipped(over)) if over not in ("", NATO) else ""]
    return " ".join(" ".join([*before, _source_of(facts)]).split())


def _source_of(facts: Picture) -> str:
    named = words()
    as_of = as_of_told(facts.membership or facts.tables)
    made = {"borders": borders_of(facts.membership), "as_of": as_of, "imprint": imprint(facts.tables)}
    if facts.membership is None:
        return str(named["picture"]["source"].format(**made))
    kind = "own" if is_own(facts.membership) else "membership"
    return str(named["picture"][f"source_of_{kind}"].format(dates=dates_from(facts.membership), **made))


def margins(sheet: Sheet, theme: Theme) -> Iterator[str]:
    """The page over all that reaches beyond the map: cheaper than to clip it, and the same in every program."""
    inner = sheet.map
    right, bottom = inner.x + inner.width, inner.y + inner.height
    edges = (
        Box(0, 0, sheet.width, inner.y),
        Box(0, bottom, sheet.width, sheet.height - bottom),
        Box(0, inner.y, inner.x, inner.height),
        Box(right, inner.y, sheet.width - right, inner.height),
    )
    for edge in edges:
        if edge.width > 0 and edge.height > 0:
            yield element("rect", **asdict(edge), fill=theme.page)


def title_frame(title: str, subtitles: Sequence[str], foot: str, theme: Theme) -> Drawn:
    """A sheet with nothing but words: what comes, before it begins."""
    sheet = replace(FULL, map=Box(0, 0, 0, 0), around="nothing")
    left, width, y = 160, 1600, 380.0
    drawn = []
    for said, size, bold in ((title, 96, True), *((told, 44, False) for told in subtitles)):
        for line in balanced(said, size, width, bold=bold):
            drawn.append(text_at(line, left, y, size, theme.text, font_weight=700 if bold else 400))
            y += size * LEAD
    drawn.append(text_at(foot, left, sheet.height - 90, 26, theme.quiet_text))
    return Drawn(sheet, title, theme.page, (1, 0, 0), "", (), (), (), tuple(drawn))


@dataclass(frozen=True)
class _Foot:
    """Paragraphs in lines, and the size of their letters in px."""

    paragraphs: Sequence[Sequence[str]]
    size: float = FOOT

    @property
    def height(self) -> float:
        """How high they are, in px."""
        return sum(map(len, self.paragraphs)) * self.size * LEAD + BETWEEN * (len(self.paragraphs) - 1)


def _in_short(row: Row) -> Row:
    """The row of one of NATO's statuses in few words, without the names that would have to be spelled out."""
    return replace(row, told=words()["status"][row.sign]["short"]) if row.is_fill else row


def _ways(rows: Sequence[Row]) -> Iterator[tuple[Sequence[Row], float]]:
    """The rows of a key and the size of their words, as they are tried: what reads well before what is whole."""
    sizes = [KEY_SIZE - step / 2 for step in range(2 * (KEY_SIZE - KEY_LEAST) + 1)]
    well = [size for size in sizes if size >= KEY_WELL]
    shorter = numbers_in_a_row(rows)
    yield from product(dict.fromkeys((tuple(rows), shorter)), well)
    yield from product((shorter,), sizes)


class Around:
    """The words around a map on a sheet; `k` is how many px a unit of the view takes."""

    def __init__(self, said: Said, sheet: Sheet, theme: Theme, k: float) -> None:
        self.said, self.sheet, self.theme, self.k = said, sheet, theme, k

    def draw(self) -> Iterator[str]:
        """All of them, as SVG."""
        ways = {"column": self._column, "strip": self._strip, "band": self._band, "card": self._card}
        if way := ways.get(self.sheet.around):
            yield from way()

    # -------------------------------------------------------------- the ways

    def _column(self) -> Iterator[str]:
        """All beneath each other, left of the map."""
        said, box = self.said, Box(MARGIN, 34, self.sheet.map.x - 2 * MARGIN, self.sheet.height - 60)
        y = yield from self._subject(box.x, box.y, box.width)
        y = yield from self._year(box.x, y, YEAR)
        y = yield from self._words(box.x, y + 12, box.width)
        key = Key(said.rows, self.theme, self.k, said.heading, said.notes, box.width, KEY_SIZE)
        end = box.y + box.height - 34
        foot = self._foot(box.width, end - max(KEY_FROM, y + 22) - key.height)
        y = max(y + 22, min(KEY_FROM, end - foot.height - key.height))
        yield element("rect", x=box.x, y=y, width=box.width, height=1, fill=self.theme.rule)
        yield from key.within(end - foot.height - y).draw(box.x, y + 14)
        yield from self._at_foot(foot, box.x, box.y + box.height)

    def _strip(self) -> Iterator[str]:
        """What it is and the year over an upright map, the key in two columns beneath."""
        sheet = self.sheet
        wide = sheet.width - 2 * MARGIN
        y = yield from self._subject(MARGIN, 26, wide)
        yield from self._year(MARGIN, y, YEAR)
        left = MARGIN + 270
        yield from self._words(left, y + 18, sheet.width - left - MARGIN)
        under, end = sheet.map.y + sheet.map.height + 24, sheet.height - 24
        lost = self._lost(wide, end - under)
        room = end - under - 14 - lost.height - BETWEEN
        foot = self._foot(wide, room - self._height_in(2, Box(MARGIN, under, wide, room)))
        yield from self._key(Box(MARGIN, under, wide, room - foot.height), 2)
        yield from lost.draw(MARGIN, end - foot.height - BETWEEN - lost.height, self.theme)
        yield from self._at_foot(foot, MARGIN, end)

    def _band(self) -> Iterator[str]:
        """Above a map as wide as the sheet the year, the words and the key in columns; beneath it the source."""
        sheet = self.sheet
        y = yield from self._subject(MARGIN, 20, 240)
        yield from self._year(MARGIN, y, BAND_YEAR)
        yield from self._words(MARGIN + 250, 18, 500)
        yield from self._key(Box(MARGIN + 800, 18, sheet.width - 2 * MARGIN - 800, sheet.map.y - 26), 3)
        end = sheet.height - 12
        wide = sheet.width - 2 * MARGIN
        under = sheet.map.y + sheet.map.height
        lost = self._lost(wide, end - under - FOOT_LEAST * LEAD)
        foot = self._foot(wide, end - under - lost.height - BETWEEN)
        yield from lost.draw(MARGIN, end - foot.height - BETWEEN - lost.height, self.theme)
        yield from self._at_foot(foot, MARGIN, end)

    def _card(self) -> Iterator[str]:
        """The year and its words in large letters, left of the map; where there is room, the key of the ground."""
        said, left, width = self.said, 32, self.sheet.map.x - 56
        y = yield from self._subject(left, 22, width)
        y = yield from self._year(left, y, YEAR)
        y = yield from self._lines(said.title, CARD_TITLE, left, y + 14, width, bold=True)
        y = yield from self._lines(said.detail, DETAIL, left, y + 8, width)
        names = spelled_out((), words_beside=f"{said.title} {said.detail}")
        foot, end = _Foot([balanced(f"{names} {said.source}".lstrip(), FOOT, width)]), self.sheet.height - 22
        top = end - foot.height
        ground = [row for row in said.shorter if row.count or row.sign == OVER]
        # A key of all the ground if it fits; what is laid over the map is not left unexplained.
        for rows in (ground, [row for row in ground if row.sign == OVER]):
            key = Key(rows, self.theme, self.k, width=width, size=CARD_KEY).within(top - y - 32)
            if rows and key.size >= CARD_KEY_LEAST:
                yield from key.draw(left, top - 16 - key.height)
                break
        yield from self._at_foot(foot, left, end)

    # -------------------------------------------------------------- their parts; each gives where the next begins

    def _lost(self, width: float, room: float) -> LostLines:
        """Whom the map has no room for; at worst without the longest list of these."""
        for rows in lighter([row for row in self.said.rows if row.lost_fill]):
            lost = LostLines(rows, width, FOOT)
            if lost.height <= room:
                break
        return lost

    def _subject(self, x: float, y: float, width: float) -> Part:
        return (yield from self._lines(self.said.subject, SUBJECT, x, y, width, bold=True))

    def _year(self, x: float, y: float, size: float) -> Part:
        base = y + size * 0.86
        yield text_at(self.said.year, x - size * 0.05, base, size, self.theme.text, font_weight=300)
        if not self.said.day:
            return base + 8
        yield text_at(self.said.day, x, base + DAY * 1.3, DAY, self.theme.text)
        return base + DAY * 1.6

    def _words(self, x: float, y: float, width: float) -> Part:
        y = yield from self._lines(self.said.title, TITLE, x, y, width, bold=True)
        return (yield from self._lines(self.said.detail, DETAIL, x, y + 8, width))

    def _lines(self, words: str, size: float, x: float, y: float, width: float, *, bold: bool = False) -> Part:
        weight = {"font_weight": 700} if bold else {}
        lines = balanced(words, size, width, bold=bold)
        lead = 1.2 if bold else LEAD
        for i, line in enumerate(lines):
            yield text_at(line, x, y + size + i * size * lead, size, self.theme.text, **weight)
        return y + len(lines) * size * lead

    def _foot(self, width: float, room: float) -> _Foot:
        """What stands at the foot: short names spelled out and the source, as small as it takes to fit the room."""
        said = [text for text in (self.said.short_names, self.said.source) if text]
        ways = ((said, FOOT), ([" ".join(said)], FOOT), ([" ".join(said)], FOOT_LEAST))
        for paragraphs, size in ways:
            foot = _Foot([balanced(text, size, width) for text in paragraphs], size)
            if foot.height <= room:
                break
        return foot

    def _at_foot(self, foot: _Foot, x: float, end: float) -> Iterator[str]:
        y, size = end - foot.height, foot.size
        for lines in foot.paragraphs:
            for i, line in enumerate(lines):
                yield text_at(line, x, y + size + i * size * LEAD, size, self.theme.quiet_text)
            y += len(lines) * size * LEAD + BETWEEN

    @property
    def _rows(self) -> list[Row]:
        return [row for row in self.said.rows if not row.lost_fill]

    def _key(self, box: Box, columns: int) -> Iterator[str]:
        """The key in columns, its heading over all; as large as the box lets it be."""
        yield text_at(self.said.heading, box.x, box.y + 20, 20, self.theme.text, font_weight=700)
        for rows, size in _ways(self._rows):
            keys = self._in_columns(columns, box, size, rows)
            if max((key.height for key in keys), default=0) <= box.height - HEADING:
                break
        for i, key in enumerate(keys):
            yield from key.draw(box.x + i * (box.width + GUTTER) / columns, box.y + HEADING)

    def _height_in(self, columns: int, box: Box) -> float:
        """How high the key in columns is at its full size."""
        return HEADING + max((key.height for key in self._in_columns(columns, box, KEY_SIZE, self._rows)), default=0)

    def _in_columns(self, columns: int, box: Box, size: float, rows: Sequence[Row]) -> list[Key]:
        """Keys that together hold all rows in their order: fills and signs apart where that is no higher than the box.

        The notes stand under the last fills, or the first of them under the first fills where all are no higher then.
        """
        room = box.height - HEADING
        fills, signs = ([row for row in rows if bool(row.count) == counts] for counts in (True, False))
        width = (box.width - (columns - 1) * GUTTER) / columns
        for first in range(1, columns):
            apart = [*self._split(fills, first, width, size), *self._split(signs, columns - first, width, size)]
            keys = self._keys(apart, width, size, room)
            if fills and max(key.height for key in keys) <= room:
                return keys
        return self._keys(self._split([*fills, *signs], columns, width, size), width, size, room)

    def _split(self, rows: Sequence[Row], columns: int, width: float, size: float) -> list[list[Row]]:
        """The rows in columns of about one height; the list of the numbers stays in one."""
        blocks: list[list[Row]] = []
        for row in rows:
            if blocks and stays_with(blocks[-1][-1], row):
                blocks[-1].append(row)
            else:
                blocks.append([row])
        heights = [Key(block, self.theme, self.k, width=width, size=size).height for block in blocks]
        return [[row for block in column for row in block] for column in in_columns(blocks, heights, columns)]

    def _keys(self, parts: Sequence[Sequence[Row]], width: float, size: float, room: float) -> list[Key]:
        together, *apart = (
            self._with_notes(parts, under, width, size) for under in range(max(1, len(self.said.notes)))
        )
        fitting = (keys for keys in (together, *apart) if max((key.height for key in keys), default=0) <= room)
        return next(fitting, together)

    def _with_notes(self, parts: Sequence[Sequence[Row]], under: int, width: float, size: float) -> list[Key]:
        """The keys with so many of the notes under the first fills, the others under the last."""
        filled = [i for i, part in enumerate(parts) if any(row.count for row in part)] or [0]
        notes = {filled[0]: self.said.notes[:under]}
        notes[filled[-1]] = self.said.notes[under if filled[1:] else 0 :]
        return [
            Key(part, self.theme, self.k, notes=notes.get(i, ()), width=width, size=size)
            for i, part in enumerate(parts)
        ]
