"""Short names are spelled out wherever a key has them, and what lies over a map is named beside its subject."""

import re
from itertools import cycle

import pytest

from data.memberships.reader import current_membership
from data.memberships.told import picture_when
from data.tables import current_tables
from data.words import words
from geo.drawing.beside import FOOT, FOOT_LEAST
from geo.drawing.key import OVER, Row
from geo.drawing.layers import DRAWN, PLAIN
from geo.drawing.offered import laid_over_on
from geo.drawing.palette import LIGHT
from geo.drawing.sheet import CARD, FORMATS, Focus, Sheet
from geo.drawing.told_in_full import spelled_out
from geo.drawing.views import VIEWS
from geo.picture import _Picture

TABLES = current_tables()
YEARS = range(TABLES.first_year, TABLES.last_year + 1)
EVERY = 4
"""So many views share the years."""
TEXT = re.compile(r'<text x="[-\d.]+" y="([\d.]+)" font-size="([\d.]+)"[^>]*>([^<]*)</text>')
TERMS = {term["term"]: term["name"] for term in words()["glossary"].values()}


def around(year: int, view: str, layers: tuple[str, ...], sheet: Sheet, over: str) -> str:
    """What stands around a map, as SVG."""
    return "".join(_Picture(picture_when(year, TABLES), view, layers, LIGHT, sheet, Focus(over=over))._around())


def lacking(svg: str) -> set[str]:
    """The short names in what is written that are not told in full there as well, in letters that can be read."""
    lines = [(float(size), text) for _, size, text in TEXT.findall(svg)]
    said = " ".join(text for _, text in lines)
    foot = " ".join(text for size, text in lines if FOOT_LEAST <= size <= FOOT)
    short = {term for term in TERMS if re.search(rf"\b{term}\b", said)}
    return {term for term in short if f"{term}: {TERMS[term]}" not in foot and f"{TERMS[term]} ({term})" not in said}


@pytest.mark.slow
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("sheet", FORMATS.values(), ids=FORMATS)
def test_every_picture_spells_its_short_names_out_and_stays_in_its_sheet(view: str, sheet: Sheet) -> None:
    over = cycle(("", *laid_over_on(None)))
    for year in YEARS[list(VIEWS).index(view) % EVERY :: EVERY]:
        svg = around(year, view, PLAIN, sheet, next(over))
        assert lacking(svg) == set(), (year, view)
        assert max(float(y) for y, _, _ in TEXT.findall(svg)) <= sheet.height
    crowded = tuple(layer for layer in DRAWN if layer != "eu")
    for year in (1955, 1999, 2022, 2024):
        assert lacking(around(year, view, crowded, sheet, "eu")) == set()


@pytest.mark.slow
def test_a_card_has_its_key_without_short_names() -> None:
    for year in YEARS:
        assert lacking(around(year, "europe", PLAIN, CARD, "")) == set()


def test_what_is_laid_over_stands_beside_the_subject() -> None:
    subject = words()["title"]["subject"]
    assert f">{subject}, with the Schengen area</text>" in around(2007, "europe", PLAIN, FORMATS["upright"], "schengen")
    assert f">{subject}</text>" in around(1955, "europe", PLAIN, FORMATS["upright"], "schengen"), "which began later"
    eu = _Picture(picture_when(2007, current_membership("eu")), "europe", ("names",), LIGHT, CARD, Focus(over="nato"))
    assert eu.said.subject == "The European Union and its communities, with NATO"
    assert "Dates of NATO" not in eu.said.source, "which are the edition's own"


def test_first_letters_of_what_is_laid_over_are_told_in_full() -> None:
    rows = [Row("partner", "status.partner.label", count=3, told="MAP"), Row(OVER, "key.over", ("In EFTA",))]
    assert spelled_out(rows, current_membership("eu"), "efta") == "EFTA: European Free Trade Association."
    assert spelled_out([Row(OVER, "key.over", ("In NATO",))], None, "nato") == ""
    assert spelled_out([Row("csto", "key.csto")]) == "", "which has both"
