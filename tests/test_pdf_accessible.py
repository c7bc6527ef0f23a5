"""Handout and worksheet keep PDF/UA-1, and say to those who hear them what they show: read with other programs."""

import io
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import page
import pikepdf
import pytest
import typst

from data.tables import current_tables
from data.words import phrase
from geo.lesson.lesson import Lesson, Stop
from geo.lesson.quiz import quiz
from geo.publish import paper_file
from geo.publish.map_words import alt_of_asked, alt_of_day, alt_text, alt_without_day
from geo.publish.paper import handout_pdf
from geo.publish.worksheet import QUESTIONS, explained, worksheet_pdf

TABLES = current_tables()
SHOWN = Stop(2004, "Seven join", text="On one day.", statement="2004-04-08-putin-own-choice", sources=("S01", "S02"))
ASKED = Stop(2009, "Two join", before=2007, question="Who?", sources=("S15",))
LESSON = Lesson("How it grew", "Two stops", (SHOWN, ASKED))
IN_FRENCH = "S03"
"""A source whose title is."""
SEED, LEVEL = 3, "medium"
"""A worksheet with a question of each kind that is told apart here: choice, order, a map without its year."""


class Read:
    """A file, opened; its structure with the kind of each element, in reading order."""

    def __init__(self, made: bytes) -> None:
        self.made = made
        self.pdf = pikepdf.open(io.BytesIO(made))
        self.elements = list(_below(self.pdf.Root.StructTreeRoot))

    def all(self, kind: str) -> list[Any]:
        return [element for its, element in self.elements if its == kind]

    @property
    def alts(self) -> list[str]:
        return [str(element.get("/Alt", "")) for element in self.all("Figure")]

    @property
    def links(self) -> list[Any]:
        return [each for sheet in self.pdf.pages for each in sheet.get("/Annots", [])]


def _below(node: Any) -> Iterator[tuple[str, Any]]:
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield str(kid.S).removeprefix("/"), kid
            yield from _below(kid)


@pytest.fixture(scope="module")
def handout() -> Read:
    return Read(handout_pdf(LESSON, TABLES))


@pytest.fixture(scope="module")
def worksheet() -> Read:
    return Read(worksheet_pdf(SEED, LEVEL, TABLES))


def breaches(made: bytes) -> list[str]:
    """What the validator holds against a file, by rule."""
    return [f"{each.rule_id}: {each.message}" for each in page.validate_pdf_bytes(made, profile="ua1").failures]


def test_what_leaves_the_house_on_paper_keeps_the_standard(handout: Read, worksheet: Read) -> None:
    assert breaches(handout.made) == []
    assert breaches(worksheet.made) == []


def test_the_validator_sees_a_file_without_tags(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = typst.compile

    def untagged(*given: Any, pdf_standards: str, **more: Any) -> Any:
        assert pdf_standards == "ua-1"
        return whole(*given, pdf_tags=False, **more)

    monkeypatch.setattr(paper_file.typst, "compile", untagged)
    found = " ".join(breaches(worksheet_pdf(SEED, LEVEL, TABLES)))
    for rule in ("TAGGED-DOCUMENT", "CONTENT-TAGGING", "ID-PART", "VIEWER-PREFERENCES"):
        assert f"PDFUA1-{rule}" in found


def test_a_file_says_its_title_and_its_language(handout: Read, worksheet: Read) -> None:
    for read, title in ((handout, LESSON.title), (worksheet, phrase("paper", "worksheet"))):
        opened = read.pdf
        assert opened.docinfo["/Title"] == title
        assert opened.Root.Lang == "en"
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        assert all(sheet.get("/Tabs") == "/S" for sheet in opened.pages if "/Annots" in sheet)


def test_headings_begin_with_the_title_and_skip_no_level(handout: Read, worksheet: Read) -> None:
    found = []
    for read in (handout, worksheet):
        levels = [int(kind[1:]) for kind, _ in read.elements if kind[0] == "H" and kind[1:].isdigit()]
        assert levels.count(levels[0]) == levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        found.append(levels)
    # Two stops, notes, answers with one, sources; notes, key with sources.
    assert found == [[1, 2, 2, 2, 2, 3, 2], [1, 2, 2, 3]]


def test_each_map_is_described_and_gives_no_answer_away(handout: Read, worksheet: Read) -> None:
    assert handout.alts == [alt_text(SHOWN, TABLES), alt_of_asked(ASKED, TABLES)]
    asked = quiz(SEED, LEVEL, QUESTIONS, TABLES)
    years, answers = ([one.year for one in asked if one.kind == kind] for kind in ("year", "click"))
    assert years
    assert answers
    maps, key = worksheet.alts[: -len(answers)], worksheet.alts[-len(answers) :]
    puzzles = [alt for alt in maps if "to be coloured" not in alt]
    assert len(puzzles) < len(maps)
    assert key == [alt_of_day(date(year, 12, 31), "europe", TABLES) for year in answers]
    assert puzzles == [alt_without_day(date(year, 12, 31), "europe", TABLES) for year in years]
    for puzzle, year in zip(puzzles, years, strict=True):
        assert str(year) not in puzzle


def test_a_map_without_its_year_names_its_states_by_their_status() -> None:
    told = alt_without_day(date(1960, 12, 31), "europe", TABLES)
    member, east = told.split(". ")[1:]
    assert "France" in member
    assert "Spain" not in told
    assert "Soviet Union" in east


def test_keys_options_and_sources_are_lists(handout: Read, worksheet: Read) -> None:
    asked = quiz(SEED, LEVEL, QUESTIONS, TABLES)
    groups = [question.options for question in asked if question.options]
    groups += [question.then.options for question in asked if question.then]
    groups += [explained(one, TABLES, has_map=True)["legend"] for one in asked if one.kind == "year"]
    items = [_entries(each) for each in worksheet.all("L")]
    assert items[1] == QUESTIONS  # after the numbers on the map
    assert sorted(items[2 : 2 + len(groups)]) == sorted(map(len, groups))
    spoken = TABLES.statements.set_index("id").loc[SHOWN.statement, "source_ids"]
    assert _entries(handout.all("L")[-1]) == len({*SHOWN.sources, *spoken, *ASKED.sources})


def _entries(of_list: Any) -> int:
    """How many a list has, without the lists inside it."""
    return sum(kid.S == "/LI" for kid in of_list.K)


def test_a_source_is_a_link_to_its_address(handout: Read) -> None:
    led_to = {str(each.A.URI) for each in handout.links if "/A" in each and "/URI" in each.A}
    urls = TABLES.sources.set_index("id")["url"]
    assert {urls["S01"], urls["S02"], urls["S15"]} <= led_to
    assert len(handout.all("Link")) == len(handout.links)
    assert all(str(each.Contents) for each in handout.links)


def test_a_quotation_is_one_and_says_its_language_and_a_title_says_its_own() -> None:
    spoken = Stop(2022, "War", statement=_translated(), sources=(IN_FRENCH,))
    read = Read(handout_pdf(Lesson("Lesson", "", (spoken,)), TABLES))
    assert len(read.all("BlockQuote")) == 2
    assert "ru" in {str(element.get("/Lang", "")) for _, element in read.elements}
    assert any(b"/Lang(fr)" in sheet.Contents.read_bytes() for sheet in read.pdf.pages)


def _translated() -> str:
    rows = TABLES.statements
    return str(rows.loc[rows["original"].fillna("").ne("") & rows["original_language"].eq("ru"), "id"].iloc[0])
