"""What handout and worksheet have in common: the template, the rows of a key, the sources, the file (PDF, A4)."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Final

import typst

from data.citation import imprint
from data.memberships.told import Told, as_of_told, cited_as_given, membership_of, picture_when, tables_of
from data.sentences import printed
from data.title_languages import in_its_language
from data.vocabulary import Status
from data.words import words
from geo.drawing.beside import source_of
from geo.drawing.key import Row
from geo.drawing.label_layout import Box
from geo.drawing.legible import NAME_PT, TOLD_PT, px_on_paper
from geo.drawing.lone_signs import alone, printed_swatch
from geo.drawing.number_rows import stays_with
from geo.drawing.palette import rungs_of, theme_of
from geo.drawing.sheet import Sheet
from geo.drawing.svg import FONT, drawable, font_folder
from geo.publish.halos import with_halos_beneath
from geo.publish.indexed import with_indexed_pictures
from geo.publish.map_words import legend
from geo.publish.slide_sources import source_line

TEMPLATE = Path(__file__).parent / "paper.typ"
WIDTHS_MM = (150, 122, 120)
"""Of a map with names on a page: as large as the page has room for."""
ON_PAPER = Sheet(
    1280,
    840,
    Box(0, 0, 1280, 840),
    base=34,
    around="nothing",
    scale=1.6,
    printed=True,
    least=px_on_paper(NAME_PT, 1280, min(WIDTHS_MM)),
)
SWATCH, SIGN = "swatch-{}", "sign-{}"
STANDARD: Final = "ua-1"
"""PDF/UA-1: what is not tagged, named or described is an error when it is written, not when it is read."""
Data = dict[str, Any]


def legend_rows(day: date, told: Told) -> list[Data]:
    """What the fills of a day's map mean, and how many there are of each."""
    rungs = rungs_of(membership_of(told))
    return [
        {"label": label, "count": count, "swatch": SWATCH.format(rungs[status])}
        for status, label, count in legend(day, told)
    ]


def sign_rows(signs: Iterable[Row]) -> list[Data]:
    """What the signs on a map mean; a row of words alone has none.

    The list of numbers stays together: each of its rows but the first `follows`. Who is `lost` has no number, and is
    `spare` where there is no room for all.
    """
    rows = list(signs)
    return [
        {
            "label": row.label,
            "swatch": "" if row.is_bare else SIGN.format(row.sign),
            "quiet": row.is_lead,
            "bold": row.bold,
            "lost": bool(row.lost_fill),
            "spare": bool(row.lost_fill) and row.names == row.spare,
            "follows": at > 0 and stays_with(rows[at - 1], row),
        }
        for at, row in enumerate(rows)
    ]


def pictures_of_signs(signs: Iterable[Row], told: Told) -> dict[str, str]:
    """The signs themselves as SVG, by name."""
    inks, rungs = theme_of(membership_of(told), "light"), rungs_of(membership_of(told))
    return {
        SIGN.format(row.sign): printed_swatch(rungs[row.lost_fill]) if row.lost_fill else alone(row, inks)
        for row in signs
    }


def source_rows(ids: Sequence[str], told: Told) -> list[Data]:
    """Each source, in the order of their numbers, as its line in parts, with its address where it has one."""
    return [{"told": _parts(one.title, source_line(one)), "url": one.url} for one in cited_as_given(ids, told)]


def _parts(title: str, line: str) -> list[Data]:
    """The line of a source in parts, of which one is in another language where its title is."""
    language, said, _ = in_its_language(title)
    if not language:
        return [part(line)]
    before, said, after = line.partition(printed(said))
    return [part(before), part(said, language), part(after)]


def part(text: str, language: str = "en") -> Data:
    """Words of one language."""
    return {"text": text, "lang": language}


def compiled(data: Data, pictures: Data, told: Told) -> bytes:
    """The PDF of the template with this data and these pictures by name; the same gives the same bytes."""
    data = {**data, "maps": source_of(picture_when(told.as_of, told))}
    named = words()["paper"]
    foot = words()["slides"]["source"] if membership_of(told) else named["facts"]
    facts = foot.format(as_of=as_of_told(told), imprint=imprint(tables_of(told)))
    swatches = {SWATCH.format(status): printed_swatch(status) for status in Status}
    shown = {name: _whole(picture) for name, picture in {**pictures, **swatches}.items()}
    told_as = {"words": named, "font": FONT, "least_pt": TOLD_PT, "widths_mm": WIDTHS_MM}
    inputs = {"data": {**_printable({**data, "facts": facts}), **told_as}, "pictures": _printable(shown)}
    made = typst.compile(
        TEMPLATE,
        font_paths=[font_folder()],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=STANDARD,
        sys_inputs={name: json.dumps(given, allow_nan=False) for name, given in inputs.items()},
        timestamp=datetime.combine(told.as_of, time(), UTC),
    )
    if not isinstance(made, bytes):
        raise TypeError(f"typst gave {type(made).__name__}; expected one document")
    return with_indexed_pictures(made)


def _whole(picture: Any) -> Any:
    """A picture as the program paints it as it is meant; one in dots stays."""
    return with_halos_beneath(picture) if isinstance(picture, str) else picture


def _printable(value: Any) -> Any:
    """Data with signs in its texts that the font has: a file for everybody may have no others."""
    match value:
        case str():
            return drawable(value)
        case dict():
            return {key: _printable(each) for key, each in value.items()}
        case [int(), *_]:
            return value  # the bytes of a picture
        case list() | tuple():
            return [_printable(each) for each in value]
    return value
