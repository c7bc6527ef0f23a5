"""The sources of a lesson: as lines with their addresses, and as words that fit on one slide."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from data.memberships.told import Told, cited
from data.words import words
from geo.publish.slide_room import lines_of

SIZES, GAP = (36, 32, 28, 24), 2  # px; 24 are 12 points, and the gap belongs to them
LEAD = 1.16
COLUMNS, BETWEEN, HANG = 3, 40, 20
"""The lines of a source after its first stand further in, by which each is told from the next."""
Columns = list[tuple[tuple[float, float], list[str]]]
"""Of each column its x and width, in px, and its paragraphs."""


def source_lines(ids: Iterable[str], told: Told) -> list[str]:
    """Producer, title and address of each source, once."""
    return [", ".join(filter(None, (one.producer, one.title, one.published, one.url))) for one in cited(ids, told)]


def source_words(ids: Sequence[str], told: Told, room: tuple[float, float], height: float) -> tuple[int, Columns]:
    """Producers and titles in columns, and the size in px in which they fit on one slide.

    Where they are too many, producers with their number.
    """
    x, whole = room
    width = (whole - BETWEEN * (COLUMNS - 1)) / COLUMNS
    sources = cited(ids, told)
    titles = [f"{one.producer}: {one.title}" for one in sources]
    least = SIZES[-1]
    size = next((size for size in SIZES if _columns(titles, size, width, height)), least)
    counts = Counter(one.producer for one in sources)
    producers = [f"{name} ({count})" if count > 1 else name for name, count in sorted(counts.items())]
    intro = words()["slides"]["sources_told"].format(count=len(titles))
    columns = _columns(titles, size, width, height) or _columns([intro, *producers], least, width, height, cut=True)
    return size, [((x + at * (width + BETWEEN), width), column) for at, column in enumerate(columns)]


def _columns(
    paragraphs: Sequence[str], size: int, width: float, height: float, *, cut: bool = False
) -> list[list[str]]:
    """The paragraphs in columns; nothing where they do not fit, or, `cut`, those that do."""
    columns: list[list[str]] = []
    left = 0.0
    for paragraph, tall in _heights(paragraphs, size, width):
        if tall > left:
            if len(columns) == COLUMNS:
                return columns if cut else []
            columns.append([])
            left = height
        columns[-1].append(paragraph)
        left -= tall
    return columns


def _heights(paragraphs: Iterable[str], size: int, width: float) -> Iterator[tuple[str, float]]:
    for paragraph in paragraphs:
        yield paragraph, lines_of(paragraph, size, width - HANG) * size * LEAD + GAP * size / SIZES[-1]
