"""The sources of a lesson: as lines with their addresses, and as words that fit on one slide."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from data.memberships.told import Cited, Told, cited
from data.memberships.value import Membership
from data.sentences import printed
from data.words import phrase, words
from geo.publish.slide_room import lines_of
from geo.publish.unbroken import NO_BREAK

SIZES, GAP = (40, 36, 32, 28, 24), 2  # px; 24 are 12 points, and the gap belongs to them
LEAD = 1.16
AND = "; "
COLUMNS, BETWEEN, HANG = 3, 40, 20
"""The lines of a source after its first stand further in, by which each is told from the next."""
Columns = list[tuple[tuple[float, float], list[str]]]
"""Of each column its x and width, in px, and its paragraphs."""


def source_lines(ids: Iterable[str], told: Told) -> list[str]:
    """The line of each source, once, in the order of sources."""
    return [source_line(one) for one in cited(ids, told)]


def source_line(one: Cited) -> str:
    """Producer, title and address of a source; of one without an address, that none is recorded."""
    told = ", ".join(filter(None, (printed(one.producer), printed(one.title), one.published, one.url)))
    return told if one.url else phrase("slides", "no_address", told=told)


def source_words(
    ids: Sequence[str], told: Told, room: tuple[float, float], height: float, laid: Membership | None = None
) -> tuple[int, Columns]:
    """Producers and titles in columns, and the size in px in which they fit on one slide.

    After them those of what is `laid` over the maps. Where they are too many, producers with their number.
    """
    x, whole = room
    width = (whole - BETWEEN * (COLUMNS - 1)) / COLUMNS
    sources = cited(ids, told)
    titles = [_titled(one) for one in sources]
    if laid:
        others = cited([source.id for source in laid.sources], laid)
        sources += others
        titles += [phrase("slides", "dates_of", short=laid.short), *map(_titled, others)]
    for size in SIZES:
        if columns := _columns(titles, size, width, height):
            return size, [((x + at * (width + BETWEEN), width), column) for at, column in enumerate(columns)]
    counts = Counter(printed(one.producer) for one in sources)
    producers = [f"{name}{NO_BREAK}({count})" if count > 1 else name for name, count in sorted(counts.items())]
    return _run_on(words()["slides"]["sources_told"].format(count=len(sources)), producers, room, height)


def _titled(one: Cited) -> str:
    return printed(f"{one.producer}: {one.title}")


def _run_on(intro: str, producers: Sequence[str], room: tuple[float, float], height: float) -> tuple[int, Columns]:
    """Names one after the other, as text in two columns; of more than fit in the smallest size, the first."""
    x, whole = room
    width = (whole - BETWEEN) / 2

    def halves(count: int, size: int) -> tuple[float, list[list[str]]]:
        def cut(at: int) -> list[list[str]]:
            return [[intro, AND.join(producers[:at])], [AND.join(producers[at:count])]]

        @lru_cache(maxsize=64)
        def talls(at: int) -> tuple[float, ...]:
            return tuple(sum(tall for _, tall in _heights(column, size, width)) for column in cut(at))

        # The first column grows with each name and the second shrinks: the lower of the cuts around where they cross.
        tried = range(count // 3, count // 2 + 1)
        before = tried[: bisect_left(tried, True, key=lambda at: talls(at)[0] >= talls(at)[1])]
        ends = tried[max(0, len(before) - 1) : len(before) + 1]
        best = min(ends, key=lambda at: max(talls(at)))
        if best in before:  # several may be as low: the first of them
            best = before[bisect_left(before, True, key=lambda at: max(talls(at)) <= max(talls(best)))]
        return max(talls(best)), cut(best)

    for count, size in (
        *((len(producers), size) for size in SIZES),
        *((n, SIZES[-1]) for n in range(len(producers), 0, -1)),
    ):
        tall, columns = halves(count, size)
        if tall <= height:
            break
    return size, [((x + at * (width + BETWEEN), width), column) for at, column in enumerate(columns)]


def _columns(paragraphs: Sequence[str], size: int, width: float, height: float) -> list[list[str]]:
    """The paragraphs in columns; nothing where they do not fit."""
    columns: list[list[str]] = []
    left = 0.0
    for paragraph, tall in _heights(paragraphs, size, width):
        if tall > left:
            if len(columns) == COLUMNS:
                return []
            columns.append([])
            left = height
        columns[-1].append(paragraph)
        left -= tall
    return columns


def _heights(paragraphs: Iterable[str], size: int, width: float) -> Iterator[tuple[str, float]]:
    for paragraph in paragraphs:
        yield paragraph, lines_of(paragraph, size, width - HANG) * size * LEAD + GAP * size / SIZES[-1]
