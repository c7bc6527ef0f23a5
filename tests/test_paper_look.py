"""How paper is set: pages that are full, days on every map, short names in full, what lies over the maps named."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageChops

from data.memberships.reader import current_membership
from data.tables import current_tables
from data.words import words
from geo.lesson.lesson import Lesson, Stop, current_lesson
from geo.lesson.of_membership import lesson_of
from geo.lesson.quiz import quiz
from geo.publish import paper
from geo.publish.paper import HANDOUT_WIDTH, handout_pdf
from geo.publish.worksheet import QUESTIONS, worksheet_pdf

pytestmark = pytest.mark.slow

TABLES = current_tables()
OURS = current_lesson()
FOOT = 279 / 297
"""Where the margin with the line at the foot begins."""
FULL = 2 / 3
BESIDE_ITS_MAP = 303
"""Points from the left at which the map of a question to colour has not begun."""
A_LINE = 18
AT_LEFT = 24
"""Points within which a row has its sign."""
WHITE = 240


@pytest.fixture(scope="module")
def written(program: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], list[float]]:
    """How far down each page something stands, as a part of what can be printed on."""
    folder = tmp_path_factory.mktemp("pages")

    def pages(pdf: bytes) -> list[float]:
        for old in folder.iterdir():
            old.unlink()
        path = folder / "paper.pdf"
        path.write_bytes(pdf)
        subprocess.run([program("pdftoppm"), "-r", "36", "-gray", "-png", path, folder / "page"], check=True)
        return [_lowest(Image.open(page)) for page in sorted(Path(folder).glob("page-*.png"))]

    return pages


def _lowest(page: Image.Image) -> float:
    foot = round(page.height * FOOT)
    body = page.convert("L").crop((0, 0, page.width, foot))
    _, _, _, bottom = ImageChops.invert(body).getbbox() or (0, 0, 0, 0)
    return bottom / foot


@pytest.mark.parametrize("over", ["", "schengen"])
def test_no_page_but_the_last_is_a_third_empty(over: str, written: Callable[[bytes], list[float]]) -> None:
    *pages, _ = written(handout_pdf(OURS, TABLES, over=over))
    assert len(pages) < 17
    assert min(pages) >= FULL, pages


def test_nor_is_one_of_the_lesson_of_a_membership(written: Callable[[bytes], list[float]]) -> None:
    eu = current_membership("eu")
    *pages, _ = written(handout_pdf(lesson_of(eu), eu))
    assert min(pages) >= FULL, pages


def test_questions_after_the_lesson_stand_below_a_stop(program: Callable[[str], str], tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    for many in (2, 3, 4, 5):
        stops = tuple(Stop(year, f"Stop of {year}", question="Why?") for year in range(2001, 2001 + many))
        path.write_bytes(handout_pdf(Lesson("L", "", stops, exit=OURS.exit), TABLES))
        text = subprocess.run(
            [program("pdftotext"), path, "-"], check=True, capture_output=True, encoding="utf-8"
        ).stdout
        (page,) = (page for page in text.split("\f") if OURS.exit[-1].prompt.split(".")[0] in page and "Why?" in page)
        assert OURS.exit[0].prompt.split("?")[0][:30] in page


@pytest.fixture
def widths(program: Callable[[str], str], tmp_path: Path) -> Callable[[bytes], list[list[int]]]:
    """How wide the maps of each page are, in mm."""
    path = tmp_path / "paper.pdf"

    def pages(pdf: bytes) -> list[list[int]]:
        path.write_bytes(pdf)
        told = subprocess.run([program("pdfimages"), "-list", path], check=True, capture_output=True, encoding="utf-8")
        rows = [line.split() for line in told.stdout.splitlines()[2:]]
        maps = [(int(row[0]), HANDOUT_WIDTH / int(row[12]) * 25.4) for row in rows if row[2] == "image"]
        return [[round(wide) for at, wide in maps if at == page] for page in range(1, maps[-1][0] + 1)]

    return pages


def test_every_map_of_the_lesson_s_own_handout_is_twelve_centimetres_wide(
    widths: Callable[[bytes], list[list[int]]],
) -> None:
    wide = [each for page in widths(handout_pdf(OURS, TABLES)) for each in page]
    assert len(wide) == len(OURS.stops)
    assert min(wide) >= 120


LINE = "A line of its own. "


def test_a_stop_too_long_for_a_page_with_its_large_map_has_the_small_one(
    widths: Callable[[bytes], list[list[int]]],
) -> None:
    long = (Stop(2001, "Long", text=LINE * many, question="Why?") for many in (205, 225))
    assert widths(handout_pdf(Lesson("L", "", (Stop(2000, "Short"), *long)), TABLES)) == [[150], [122], [120]]


def test_a_page_that_gives_its_last_stop_away_has_its_large_maps_again(
    widths: Callable[[bytes], list[list[int]]],
) -> None:
    first = Stop(2000, "Alone", text=LINE * 60)
    stops = (first, *(Stop(year, f"Stop of {year}", text="Told.", question="Why?") for year in (2001, 2002)))
    assert widths(handout_pdf(Lesson("L", "", stops), TABLES)) == [[150], [122, 122]]
    assert widths(handout_pdf(Lesson("L", "", stops, exit=OURS.exit), TABLES)) == [[150], [150], [150]]


def test_a_map_says_what_lies_over_it_and_its_short_names(program: Callable[[str], str], tmp_path: Path) -> None:
    stops = (Stop(1970, "Then"), Stop(2022, "Now", layers=("front", "names")))
    path = tmp_path / "paper.pdf"
    path.write_bytes(handout_pdf(replace(OURS, stops=stops, starter=(), exit=()), TABLES, over="schengen"))
    text = subprocess.run([program("pdftotext"), path, "-"], check=True, capture_output=True, encoding="utf-8").stdout
    said = " ".join(text.split())
    assert said.count("with the Schengen area") == 1
    assert "CSTO: Collective Security Treaty Organization." in said


def test_the_worksheet_says_the_day_of_each_of_its_maps(program: Callable[[str], str], tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(worksheet_pdf(1, "medium", TABLES))
    text = subprocess.run([program("pdftotext"), path, "-"], check=True, capture_output=True, encoding="utf-8").stdout
    first, _, key, *_ = (" ".join(page.split()) for page in text.split("\f"))
    assert "On the map: countries and borders at the end of 1954" in first
    assert "1. On the map: 31 December 1955" in key
    assert "West Germany joined on 6 May 1955" in key, "as it is called on the map"
    assert "West Germany West Germany" not in key, "told once"
    assert "Joined this year" in key, "the key explains what is on the map"


def down(sheet: str, word: str) -> list[int]:
    """How many points down a page a word stands, each time."""
    found = re.findall(rf'yMin="([\d.]+)" xMax="[\d.]+" yMax="[\d.]+">{word}<', sheet)
    return [round(float(top)) for top in found]


@pytest.mark.parametrize(("seed", "joined", "place", "many"), [(1, 1949, 0, 2), (1, 2004, 1, 7), (3, 1949, 0, 12)])
def test_each_name_that_is_asked_for_has_a_line(
    seed: int, joined: int, place: int, many: int, program: Callable[[str], str], tmp_path: Path
) -> None:
    """Two founders are not on the map of the page, and all names are asked where a map of its own has no numbers."""
    asked = [one for one in quiz(seed, "hard", QUESTIONS, TABLES) if one.kind == "click"]
    assert joined in {one.year for one in asked}
    path = tmp_path / "paper.pdf"
    path.write_bytes(worksheet_pdf(seed, "hard", TABLES))
    told = subprocess.run([program("pdftotext"), "-bbox", path, "-"], check=True, capture_output=True, encoding="utf-8")
    sheets = told.stdout.split("<page ")[1:3]
    tops = [(at, top) for at, sheet in enumerate(sheets, start=1) for top in down(sheet, "names:")]
    at, top = tops[place]
    command = [program("pdftoppm"), "-r", "72", "-gray", "-singlefile", "-f", str(at), path, tmp_path / "page"]
    subprocess.run(command, check=True)
    page = np.asarray(Image.open(tmp_path / "page.pgm")) < WHITE
    has_own_map = place == len(tops) - 1
    (end,) = down(sheets[at - 1], words()["paper"]["notes"]) or [round(len(page) * FOOT)]
    bottom, right = (end, BESIDE_ITS_MAP) if has_own_map else (top + A_LINE, page.shape[1])
    rows = page[top:bottom, :right]
    lines = sum(len(re.findall("(?<!x)x{85,125}(?!x)", "".join("x" if dark else " " for dark in row))) for row in rows)
    assert lines == many


def test_words_before_a_list_do_not_stand_alone_in_a_column(
    program: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beneath a large map the key stands in columns, of which one may end anywhere but between a list and its words."""
    lengths = iter(range(1, 9))
    row = {"label": "Member", "count": 1, "swatch": "swatch-member"}
    monkeypatch.setattr(paper, "legend_rows", lambda *_: [row] * next(lengths))
    path = tmp_path / "paper.pdf"
    stops = [Stop(1950, f"Stop {at}", layers=("front", "names"), text=LINE * 120) for at in range(8)]
    path.write_bytes(handout_pdf(Lesson("L", "", tuple(stops)), TABLES))
    told = subprocess.run([program("pdftotext"), "-bbox", path, "-"], check=True, capture_output=True, encoding="utf-8")
    leads = []
    for page in told.stdout.split("<page ")[1:]:
        found = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]+)<', page)
        on_page = [(float(x), float(y), word) for x, y, word in found]
        for (left, top, word), (*_, then) in pairwise(on_page):
            if (word, then) == ("On", "the"):
                leads.append({said for x, y, said in on_page if 0 <= x - left < AT_LEFT and 4 < y - top < A_LINE})
    assert len(leads) == len(stops)
    assert all("1" in beneath for beneath in leads)
