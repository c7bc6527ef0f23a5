"""Questions to take away, each format opened by a reader that is not ours; what is right is right on the tables."""

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from anki_export import ApkgReader
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from moodle_xml_parser.parser import parse_bytes
from onyx2moodle.classifier import classify
from onyx2moodle.parser import parse_item
from PIL import Image

from data.memberships.reader import current_membership
from data.tables import current_tables
from data.timeline import picture_day
from geo.lesson.quiz import LEVELS, MOST_QUESTIONS, MOST_SEED, quiz
from geo.picture import drawn
from geo.publish.__main__ import main
from geo.publish.questions import FORMATS, questions_file
from geo.publish.questions.anki import anki
from geo.publish.questions.gift import gift
from geo.publish.questions.maps import SHEET, _key
from geo.publish.questions.moodle_xml import moodle_xml
from geo.publish.questions.plain import fitted
from geo.publish.questions.qti import qti
from geo.publish.questions.sheet import ANSWER_LENGTH, HEAD_ROW, QUESTION_LENGTH, importable, sheet
from geo.publish.questions.taken import OPTIONS, Kind, Taken, TakenQuestion, taken

ROOT = Path(__file__).parent.parent
TABLES = current_tables()
SEED, LEVEL = 7, "medium"
PACK = taken(SEED, LEVEL, told=TABLES)
HOSTILE = 'a~b =c #d {e} :f \\g -> h <script>alert(1)</script> &amp; "q" ]]> %50% $CATEGORY:'
HOSTILE_OPTIONS = ("%50%=right", "~wrong#{}", "</li><b>:x", "=1+1")
HEADS = [
    "",
    "Question - max 120 characters",
    "Answer 1 - max 75 characters",
    "Answer 2 - max 75 characters",
    "Answer 3 - max 75 characters",
    "Answer 4 - max 75 characters",
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
]
Q = {"q": "http://www.imsglobal.org/xsd/imsqti_v2p1"}
seeds = st.integers(0, MOST_SEED)
levels = st.sampled_from(LEVELS)


def hostile(kind: Kind) -> TakenQuestion:
    """A question of words that no format should take for its own."""
    right = {Kind.ORDER: (2, 0, 3, 1), Kind.SEVERAL: (0, 2)}.get(kind, (0,))
    names = ("a~b=c",) if kind == Kind.NAME else ()
    prompt = f"{HOSTILE} {kind}"
    return TakenQuestion(kind, prompt, HOSTILE_OPTIONS, right, HOSTILE, (HOSTILE,), prompt, accepted=names)


HOSTILE_PACK = Taken("easy", 1, tuple(map(hostile, Kind)), TABLES)
UNION_PACK = taken(SEED, LEVEL, told=current_membership("eu"))
PACKS = {"real": PACK, "hostile": HOSTILE_PACK, "of a membership": UNION_PACK}


@pytest.fixture(scope="module")
def gifts(program: Callable[[str], str]) -> list[list[dict[str, Any]]]:
    """The questions of all packs as the grammar of gift-pegjs reads them, without the category."""
    script = "import gift from 'gift-pegjs'; import {readFileSync} from 'node:fs';"
    script += "console.log(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map((text) => gift.parse(text))));"
    texts = json.dumps([gift(pack).decode() for pack in PACKS.values()])
    command = [program("node"), "--input-type=module", "--eval", script]
    ran = subprocess.run(command, input=texts, capture_output=True, encoding="utf-8", check=False, cwd=ROOT)
    assert ran.returncode == 0, ran.stderr
    return [[one for one in read if one["type"] != "Category"] for read in json.loads(ran.stdout)]


def html(*texts: str) -> str:
    """Texts without the marks of HTML, as a reader sees them."""
    return " ".join("".join(etree.HTML(text).itertext()) if text.strip() else "" for text in texts)


def squeezed(text: str) -> str:
    return " ".join(text.split())


@given(seed=seeds, level=levels)
@settings(max_examples=60)
def test_a_pack_has_the_questions_of_the_worksheet_and_every_answer_is_right(seed: int, level: str) -> None:
    pack = taken(seed, level, told=TABLES)
    asked = quiz(seed, level, MOST_QUESTIONS, TABLES)
    assert len(pack.questions) == len(asked) + sum(bool(one.then) for one in asked)
    joined = {row.name: row.joined_on[:4] for row in TABLES.accessions.itertuples()}
    for one in pack.questions:
        assert one.sources
        assert one.explanation
        assert len(set(one.options)) == len(one.options)
        assert sorted(one.right) == list(range(len(one.options))) or one.kind != Kind.ORDER
        if one.kind in {Kind.NAME, Kind.SEVERAL}:
            assert len(one.options) == OPTIONS
            assert (len(one.right) == 1) == (one.kind == Kind.NAME)
            right = {name for name in one.answer if str(one.answer_year) == joined.get(name, str(one.answer_year))}
            assert right == set(one.answer)
            wrong = set(one.options) - right
            assert not [name for name in wrong if joined.get(name) == str(one.answer_year)]
        if one.kind == Kind.NAME:
            assert one.answer[0] in one.accepted
        if one.map_year:
            assert one.answer == (str(one.map_year),)


@given(seed=seeds, level=levels)
@settings(max_examples=60)
def test_the_spreadsheet_holds_one_right_answer_among_four_short_ones(seed: int, level: str) -> None:
    for one in taken(seed, level, told=TABLES).questions:
        prompt, options, right = importable(one)
        assert bool(prompt) == (not one.map_year or "join" in one.in_words)
        assert 2 <= len(options) <= 4
        if one.kind == Kind.ORDER:
            assert one.right.index(one.options.index(options[right[0]])) == min(
                one.right.index(one.options.index(option)) for option in options
            )
        else:
            assert [options[place] for place in right] == list(one.answer)
        assert all(len(fitted(option, ANSWER_LENGTH)) <= ANSWER_LENGTH for option in options)
        assert len(fitted(prompt, QUESTION_LENGTH)) <= QUESTION_LENGTH


@given(text=st.text(max_size=200), length=st.integers(5, 120))
def test_what_is_too_long_is_cut_to_its_length(text: str, length: int) -> None:
    cut = fitted(text, length)
    assert cut == text if len(text) <= length else len(cut) <= length


@pytest.mark.parametrize("at", range(len(PACKS)), ids=PACKS)
def test_gift_is_read_with_its_answers_and_reasons(gifts: list[list[dict[str, Any]]], at: int) -> None:
    pack = list(PACKS.values())[at]
    kinds = {Kind.CHOICE: "MC", Kind.SEVERAL: "MC", Kind.ORDER: "Matching", Kind.NAME: "Short"}
    assert [one["type"] for one in gifts[at]] == [kinds[one.kind] for one in pack.questions]
    for read, one in zip(gifts[at], pack.questions, strict=True):
        assert html(read["stem"]["text"]).startswith(squeezed(one.prompt))
        assert squeezed(one.explanation) in html(read["globalFeedback"]["text"])
        assert squeezed(one.sources[0]) in html(read["globalFeedback"]["text"])
        assert ("data:image/png;base64," in read["stem"]["text"]) == bool(one.map_year)
        assert "<script" not in read["stem"]["text"]
        if one.kind == Kind.ORDER:
            pairs = {html(pair["subquestion"]["text"]): int(pair["subanswer"]) for pair in read["matchPairs"]}
            assert pairs == {squeezed(option): rank for rank, option in enumerate(one.answer, start=1)}
        elif one.kind == Kind.NAME:
            assert [choice["text"]["text"] for choice in read["choices"]] == list(one.accepted)
        else:
            assert [html(choice["text"]["text"]) for choice in read["choices"]] == list(map(squeezed, one.options))
            right = [choice["isCorrect"] or (choice["weight"] or 0) > 0 for choice in read["choices"]]
            assert right == [place in one.right for place in range(len(one.options))]
            weights = [choice["weight"] or 0 for choice in read["choices"]]
            assert sum(weight for weight in weights if weight > 0) == (100 if one.kind == Kind.SEVERAL else 0)


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
def test_moodle_xml_is_read_with_its_answers_and_maps(pack: Taken) -> None:
    content = moodle_xml(pack)
    chosen = [one for one in pack.questions if one.kind in {Kind.CHOICE, Kind.SEVERAL}]
    for read, one in zip(parse_bytes(content)["multichoice"], chosen, strict=True):
        assert html(read.text_pre_parse).startswith(one.prompt[:10])
        assert read.single == (one.kind == Kind.CHOICE)
        assert [option.score_fraction > 0 for option in read.options] == [
            place in one.right for place in range(len(one.options))
        ]
        assert sum(max(option.score_fraction, 0) for option in read.options) == 100
    root = etree.fromstring(content)
    found = root.xpath("question[@type!='category']")
    for element, one in zip(found, pack.questions, strict=True):
        assert html(element.findtext("questiontext/text")).startswith(" ".join(one.prompt.split()))
        assert one.explanation in html(element.findtext("generalfeedback/text"))
        files = element.findall("questiontext/file")
        assert len(files) == bool(one.map_year)
        assert not element.xpath(".//script")
        if one.kind == Kind.NAME:
            assert [text.text for text in element.findall("answer/text")] == list(one.accepted)
        elif one.kind == Kind.ORDER:
            ranks = {html(pair.findtext("text")): int(pair.findtext("answer/text")) for pair in
                     element.findall("subquestion")}  # fmt: skip
            assert ranks == {option: rank for rank, option in enumerate(one.answer, start=1)}
        else:
            assert [html(text.text) for text in element.findall("answer/text")] == list(one.options)


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
def test_qti_is_read_item_by_item_as_its_manifest_lists_them(pack: Taken, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(qti(pack))) as archive:
        archive.extractall(tmp_path)
        names = set(archive.namelist())
    manifest = etree.parse(tmp_path / "imsmanifest.xml").getroot()
    assert {file.get("href") for file in manifest.iterfind(".//{*}file")} == names - {"imsmanifest.xml"}
    test = etree.parse(tmp_path / "test.xml").getroot()
    refs = [ref.get("href") for ref in test.iterfind(".//q:assessmentItemRef", Q)]
    targets = {Kind.NAME: "shortanswer", Kind.ORDER: "matching"}
    for href, one in zip(refs, pack.questions, strict=True):
        item = parse_item(tmp_path / href)
        assert classify(item).target == targets.get(one.kind, "multichoice")
        (interaction,) = item.interactions
        declared = item.response_decls[interaction.response_identifier]
        assert "".join(item.body_xml.itertext()).strip().startswith(one.prompt)
        assert item.body_xml.find(".//q:script", Q) is None
        (feedback,) = item.feedback
        assert one.explanation in html(feedback.html)
        if one.kind == Kind.NAME:
            assert tuple(declared.mapping) == one.accepted
        elif one.kind == Kind.ORDER:
            texts = {each.identifier: each.html for each in interaction.match_sources + interaction.match_targets}
            pairs = [value.split() for value in declared.correct_values]
            assert [texts[event] for event, _ in pairs] == list(one.answer)
            assert [int(texts[place]) for _, place in pairs] == list(range(1, len(one.options) + 1))
        else:
            texts = {each.identifier: each.html for each in interaction.choices}
            assert tuple(texts.values()) == one.options
            assert tuple(texts[value] for value in declared.correct_values) == one.answer
            assert interaction.max_choices == (one.kind == Kind.CHOICE)
        pictures = [picture.get("src") for picture in item.body_xml.iterfind(".//q:img", Q)]
        assert [f"items/{picture}" in names for picture in pictures] == [True] * bool(one.map_year)
        assert not [picture for picture in pictures if str(one.map_year) in picture]


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
def test_the_deck_is_read_with_its_cards_and_all_their_maps(pack: Taken, tmp_path: Path) -> None:
    (tmp_path / "deck.apkg").write_bytes(anki(pack))
    with zipfile.ZipFile(tmp_path / "deck.apkg") as archive:
        media = {name: Image.open(io.BytesIO(archive.read(at))) for at, name in
                 json.loads(archive.read("media")).items()}  # fmt: skip
    with ApkgReader(tmp_path / "deck.apkg") as deck:
        notes = [note["data"]["record"] for note in deck.notes]
        guids = [note["guid"] for note in deck.notes]
    assert len(set(guids)) == len(notes)
    shown = set()
    for note, one in zip(notes, pack.questions, strict=True):
        assert html(note["Question"]) == " ".join(one.prompt.split())
        assert one.explanation in html(note["Why"])
        assert "<script" not in "".join(note.values())
        assert all(answer in html(note["Answer"]) for answer in one.answer)
        assert [bool(note[name]) for name in ("Map", "AnswerMap")] == [
            bool(one.map_year), bool(one.answer_year)]  # fmt: skip
        pictures = etree.HTML(f"<p>{note['Map']}{note['AnswerMap']}</p>").iterfind(".//img")
        shown |= {picture.get("src") for picture in pictures}
    assert shown == set(media)
    assert all(picture.format == "PNG" for picture in media.values())


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
def test_the_spreadsheet_is_read_as_quiz_tools_read_it(pack: Taken) -> None:
    book = openpyxl.load_workbook(io.BytesIO(sheet(pack)))
    asked, told = book.worksheets
    head, *rows = asked.iter_rows(min_row=HEAD_ROW + 1, values_only=True)
    assert [cell or "" for cell in head] == HEADS
    held = [one for one in pack.questions if importable(one)[0]]
    for row, one in zip(rows, held, strict=True):
        _, prompt, *answers, seconds, right = row
        assert len(prompt) <= QUESTION_LENGTH
        assert all(answer is None or len(answer) <= ANSWER_LENGTH for answer in answers)
        assert seconds == 30
        assert [answers[int(place) - 1] for place in right.split(",")] == [
            fitted(importable(one)[1][place], ANSWER_LENGTH) for place in sorted(importable(one)[2])
        ]
    assert [row[0] for row in told.iter_rows(min_row=2, values_only=True)] == [one.prompt for one in pack.questions]
    assert not [cell for page in book for line in page.iter_rows() for cell in line if cell.data_type == "f"]
    remarks = [row[4] for row in told.iter_rows(min_row=2, values_only=True)]
    assert sum("asks for a map" in (remark or "") for remark in remarks) == len(pack.questions) - len(held)


def test_every_kind_and_a_map_stand_in_the_pack_that_is_read() -> None:
    assert {one.kind for one in PACK.questions} == set(Kind)
    assert any(one.map_year for one in PACK.questions)


@pytest.mark.parametrize("form", FORMATS)
def test_the_command_writes_each_format_the_same_each_time(form: str, tmp_path: Path) -> None:
    file = tmp_path / FORMATS[form].file
    given = ["questions", "--format", form, "--level", LEVEL, "--seed", str(SEED), "-o", str(file)]
    assert main(given) == 0
    assert file.read_bytes() == questions_file(form, SEED, LEVEL, TABLES)


def test_what_cannot_be_made_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for wrong, told in ((["--format", "docx"], "expected one of gift, moodle"), (["--level", "no"], "expected one of")):
        assert main(["questions", *wrong, "-o", str(tmp_path / "x")]) == 2
        assert told in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_an_explanation_without_sources_says_nothing_of_them() -> None:
    bare = replace(PACK.questions[0], sources=())
    assert b"Sources" not in gift(replace(PACK, questions=(bare,)))


@pytest.mark.parametrize("year", [1962, 2004, 2020])
def test_the_key_of_a_map_explains_each_of_its_signs(year: int) -> None:
    tables = current_tables()
    made = drawn(year, layers=("names",), sheet=SHEET, tables=tables)
    told = re.findall(r">([^<]+)</text>", "".join(_key(made, picture_day(year, tables), tables)[0]))
    signs = [row.label for row in made.key if not row.count]
    assert signs
    assert all(sign in " ".join(told) for sign in signs)
