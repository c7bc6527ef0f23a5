"""The handout and the worksheet, opened with programs that did not make them."""

import re
import subprocess
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageColor

from data.memberships.told import ids_in_order
from data.picture import picture_on
from data.sentences import printed
from data.tables import current_tables
from data.timeline import picture_day
from data.vocabulary import Status
from data.words import words
from geo.drawing.palette import PRINTED, THEMES
from geo.drawing.sheet import Focus
from geo.lesson.lesson import Lesson, Stop, current_lesson
from geo.lesson.quiz import LEVELS, questions, quiz
from geo.picture import drawn, svg
from geo.publish import worksheet
from geo.publish.__main__ import main
from geo.publish.paper import answers, handout_pdf
from geo.publish.paper_file import ON_PAPER, source_rows
from geo.publish.progress import Cancelled
from geo.publish.slide_sources import source_lines
from geo.publish.worksheet import QUESTIONS, WIDE, told_once, worksheet_pdf, year_to_colour

TABLES = current_tables()
TYPED = "<script>x</script> #panic() *bold* $a$ @ref"
LESSON = Lesson(
    f"Lesson {TYPED}",
    "",
    (
        Stop(1949, f"First {TYPED}", text=f"Text {TYPED}", question=f"Why {TYPED}?", sources=("S01",)),
        Stop(2007, "Second", statement="2007-02-10-putin-munich", layers=("front", "names", "csto")),
    ),
)
SENT = 1_500_000
A4 = "595.276 x 841.89 pts (A4)"


TOLD: list[tuple[int, int]] = []
"""What was told of the progress while the handout was made."""


@pytest.fixture(scope="module")
def handout() -> bytes:
    """The handout of the lesson."""
    TOLD.clear()
    return handout_pdf(LESSON, TABLES, lambda done, total: TOLD.append((done, total)))


@cache
def worksheet_of(level: str) -> bytes:
    """One worksheet of a level, for all that is asked of any."""
    return worksheet_pdf(3, level, TABLES)


@pytest.fixture(scope="module")
def read(program: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], list[str]]:
    """The text of each page, blanks and line breaks made one."""
    pdftotext, pdfinfo = program("pdftotext"), program("pdfinfo")
    path = tmp_path_factory.mktemp("paper") / "paper.pdf"

    def pages(pdf: bytes) -> list[str]:
        path.write_bytes(pdf)
        assert A4 in subprocess.run([pdfinfo, path], check=True, capture_output=True, encoding="utf-8").stdout
        text = subprocess.run([pdftotext, path, "-"], check=True, capture_output=True, encoding="utf-8").stdout
        return [" ".join(page.split()) for page in text.split("\f")[:-1]]

    return pages


@pytest.fixture(scope="module")
def own() -> bytes:
    """The handout of the atlas's own lesson."""
    return handout_pdf(current_lesson(), TABLES)


def test_the_handout_says_what_the_lesson_says_as_typed(read: Callable[[bytes], list[str]], handout: bytes) -> None:
    text = " ".join(read(handout))
    for part in (LESSON.title, f"First {TYPED}", f"Text {TYPED}", f"Why {TYPED}?", "1949", "2007", "Vladimir Putin"):
        assert part in text
    assert "it represents a serious provocation" in text
    assert "https://www.nato.int" in text


def test_the_answers_stand_on_a_page_of_their_own(read: Callable[[bytes], list[str]]) -> None:
    asking = Stop(2004, "Seven join", before=1999, focus=("EST", "SVN"), text="Members 20 to 26.", question="Who?")
    pages = read(handout_pdf(Lesson("Lesson", "", (asking,)), TABLES))
    assert "Who?" in pages[0]
    for hint in ("Seven join", "Members 20", "2004", "Member 26"):
        assert hint not in pages[0]
        assert hint in pages[2] or hint == "Member 26"
    assert pages[1].startswith(words()["paper"]["notes"]), "the answers begin on a sheet of their own"
    assert "name no sources" in pages[2]


def test_the_handout_of_the_atlas_s_own_lesson_is_small_enough_to_send(own: bytes) -> None:
    assert len(own) <= SENT


@pytest.mark.slow
def test_so_is_one_over_whose_maps_the_largest_membership_is_laid() -> None:
    assert len(handout_pdf(current_lesson(), TABLES, over="coe")) <= SENT


def test_no_page_of_it_is_spent_on_the_last_line_of_a_list(own: bytes, read: Callable[[bytes], list[str]]) -> None:
    *_, last = read(own)
    assert len(last) > 1000


def test_the_first_stop_of_a_lesson_without_goals_stands_beneath_its_title(
    read: Callable[[bytes], list[str]],
) -> None:
    """Whatever room its key takes: no page is but a title."""
    whole = current_lesson()
    asking = [stop for stop in whole.stops if stop.question]
    for first in asking:
        pages = read(handout_pdf(Lesson(whole.title, "", (first,)), TABLES))
        assert " ".join(first.question.split()) in pages[0]


def asks(page: str) -> list[Stop]:
    """The stops of the atlas's own lesson whose questions stand on a page."""
    return [stop for stop in current_lesson().stops if stop.asks_before and " ".join(stop.question.split()) in page]


def test_no_page_asks_what_it_answers(own: bytes, read: Callable[[bytes], list[str]]) -> None:
    lesson = current_lesson()
    pages = read(own)
    of_answers = next(at for at, page in enumerate(pages) if page.startswith(words()["paper"]["answers"]))
    for page in pages[:of_answers]:
        shown = [stop for stop in lesson.stops if stop.title in page and not stop.asks_before]
        for asking in asks(page):
            assert not [stop.title for stop in (*shown, *asks(page)) if answers(stop, asking, TABLES)]
    assert sum(len(asks(page)) for page in pages[:of_answers]) == sum(stop.asks_before for stop in lesson.stops)


def test_the_page_with_the_questions_before_the_lesson_answers_none(
    own: bytes, read: Callable[[bytes], list[str]]
) -> None:
    lesson, first = current_lesson(), read(own)[0]
    assert all(question.prompt in first for question in lesson.starter)
    for telling in (lesson.stops[0].title, "Member 12", "from 12", "(Article 5)"):
        assert telling not in first


def test_the_key_names_who_joined_and_who_was_invited(own: bytes, read: Callable[[bytes], list[str]]) -> None:
    key = " ".join(read(own)).partition(f" {words()['paper']['answers']} ")[2]
    assert "Joined: Bulgaria, Estonia, Latvia, Lithuania, Romania, Slovakia and Slovenia." in key
    assert "Albania and Croatia are invited, Macedonia must wait." in key
    assert "Joined: Greece" not in key, "its title names them"


def test_each_page_of_the_sources_says_what_it_is(own: bytes, read: Callable[[bytes], list[str]]) -> None:
    pages, said = read(own), words()["paper"]["sources"]
    begins = next(at for at, page in enumerate(pages) if re.search(rf"{said} Today’s shapes:", page))
    assert begins < len(pages) - 1
    assert all(page.startswith(f"{said} ") for page in pages[begins + 1 :])
    assert f"Sources from page {begins + 1} ·" in pages[1]


def test_a_source_without_an_address_is_told_as_such(own: bytes, read: Callable[[bytes], list[str]]) -> None:
    assert "Standard encyclopaedia dates (no address recorded)" in " ".join(read(own))
    assert source_lines(["S01"], TABLES)[0].endswith(TABLES.sources.set_index("id").loc["S01", "url"])


def test_a_stop_names_its_sources_and_those_of_its_statement_by_number(
    read: Callable[[bytes], list[str]], handout: bytes
) -> None:
    spoken = TABLES.statements.set_index("id").loc["2007-02-10-putin-munich", "source_ids"]
    text = " ".join(read(handout))
    assert "Sources: 1 " in text
    assert f"Sources: {', '.join(str(2 + place) for place in range(len(spoken)))} " in text
    titles = TABLES.sources.set_index("id")["title"]
    for number, source in enumerate(("S01", *spoken), start=1):
        listed = text[text.rindex("Sources ") :]
        assert f" {number} " in listed
        assert " ".join(printed(titles[source]).split()) in listed


def test_sources_are_listed_in_the_order_of_their_numbers() -> None:
    cited = list(dict.fromkeys(source for stop in current_lesson().stops for source in stop.sources))
    assert cited != ids_in_order(cited, TABLES)  # where they have no numbers, official ones lead
    titles = TABLES.sources.set_index("id")["title"]
    for source, row in zip(cited, source_rows(cited, TABLES), strict=True):
        assert printed(titles[source]) in "".join(part["text"] for part in row["told"])


def test_statuses_that_print_as_one_grey_have_patterns_of_their_own() -> None:
    greys = {
        status: ImageColor.getcolor(ink.fill, "L")
        for status, ink in THEMES["light"].statuses.items()
        if status not in PRINTED
    }
    levels = sorted(greys.values())
    assert all(after - before > 40 for before, after in pairwise(levels))
    assert len({str(hatch) for hatch in PRINTED.values()}) == len(PRINTED)
    drawn = svg(2026, sheet=ON_PAPER, tables=TABLES)
    assert {status for status in PRINTED if f'fill="url(#hatch-{status})"' in drawn} == set(PRINTED) - {Status.INVITEE}


def test_a_blank_map_tells_no_status() -> None:
    blank = svg(2026, layers=(), sheet=ON_PAPER, tables=TABLES, focus=Focus(blank=True, news=False))
    assert "<text" not in blank
    fills = {ink.fill for ink in THEMES["light"].statuses.values()}
    assert not [fill for fill in fills if f'fill="{fill}"' in blank]
    assert not [status for status in PRINTED if f"#hatch-{status}" in blank]


def test_a_map_whose_year_is_asked_for_has_its_colours_explained_and_not_counted(
    read: Callable[[bytes], list[str]],
) -> None:
    seed = next(seed for seed in range(100) if quiz(seed, "medium", QUESTIONS, TABLES)[0].kind == "year")
    asked, _ = parted(read(worksheet_pdf(seed, "medium", TABLES)))
    told = asked[asked.index("Which year is this map?") :]
    assert re.search(r"Member\s+\D*No tie", told)


def test_a_worksheet_s_map_is_that_of_the_year_before_the_states_joined(read: Callable[[bytes], list[str]]) -> None:
    seed = next(seed for seed in range(100) if quiz(seed, "medium", 1, TABLES)[0].year == 1955 and is_click(seed))
    asked, _ = parted(read(worksheet_pdf(seed, "medium", TABLES)))
    assert "at the end of 1954" in asked
    assert "W. Germany" in asked
    assert "Yugoslavia" in asked
    assert "Slovenia" not in asked
    under = "Algeria (France), Cyprus (UK), Kuwait (UK), Malta (UK), Morocco (France) and Tunisia (France)"
    assert f"On the map, but not yet independent: {under}." in " ".join(asked.split())
    years = [one.year for one in quiz(seed, "medium", QUESTIONS, TABLES) if one.kind == "click"]
    assert [f"at the end of {year - 1}" in asked for year in years] == [True, True]


def parted(pages: list[str]) -> tuple[str, str]:
    """What a worksheet asks, on one sheet, and its key, on another."""
    return " ".join(pages[:2]), " ".join(pages[2:])


def is_click(seed: int) -> bool:
    return quiz(seed, "medium", 1, TABLES)[0].kind == "click"


def test_what_is_to_be_coloured_is_a_state_on_its_map() -> None:
    for one in questions(TABLES):
        if one.kind == "click":
            facts = picture_on(picture_day(year_to_colour(one, TABLES), TABLES), TABLES)
            assert [facts.units[unit].relation for unit in one.answer] == [""] * len(one.answer), one.prompt


@pytest.mark.slow
@pytest.mark.parametrize("level", LEVELS)
def test_any_worksheet_has_a_sheet_of_questions_and_one_of_answers(
    read: Callable[[bytes], list[str]], level: str
) -> None:
    named = words()["paper"]
    for seed in range(20, 26):
        asked, overleaf, answered, *rest = read(worksheet_pdf(seed, level, TABLES))
        assert asked.startswith(named["worksheet"])
        assert f"{named['notes']} " in overleaf
        assert answered.startswith(named["key"]), seed
        assert len(rest) <= 1, seed


@pytest.mark.parametrize("level", LEVELS)
def test_the_worksheet_asks_on_one_sheet_and_answers_on_another(read: Callable[[bytes], list[str]], level: str) -> None:
    asked, key = parted(read(worksheet_of(level)))
    for question in quiz(3, level, QUESTIONS, TABLES):
        prompt, explanation = (
            " ".join(part.split()) for part in (question.on_paper or question.prompt, question.explanation)
        )
        assert prompt in asked
        assert explanation in key
        assert explanation not in asked
        for option in question.options:
            assert option in asked


def test_a_map_that_answers_tells_of_its_ground(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[dict[str, Any]] = []
    monkeypatch.setattr(worksheet, "compiled", lambda data, *_: seen.append(data) or b"")
    worksheet_pdf(4242, "medium")
    ((earlier, later),) = ([each["ground_notes"] for each in data["answer_maps"]] for data in seen)
    assert "Algeria" in earlier
    assert later == ""


@pytest.mark.parametrize("level", LEVELS)
def test_a_map_whose_year_is_asked_explains_its_colours_and_dot_and_names_no_year(
    monkeypatch: pytest.MonkeyPatch, level: str
) -> None:
    seen: list[dict[str, Any]] = []
    monkeypatch.setattr(worksheet, "compiled", lambda data, pictures, _: seen.append({**data, **pictures}) or b"")
    notes = []
    for seed in range(1, 7):
        worksheet_pdf(seed, level)
        (data,), asked = seen[-1:], quiz(seed, level, QUESTIONS, TABLES)
        for question, told in zip(asked, data["questions"], strict=True):
            if question.kind != "year":
                assert told["ground_notes"] == ""
                continue
            rows, notes = told["legend"], [*notes, told["ground_notes"]]
            assert any("West Berlin" in row["label"] for row in rows) == (question.year < 1990)
            assert all(row["swatch"] in data for row in rows if "West Berlin" in row["label"])
            assert ("Algeria (part of France)" in notes[-1]) == (question.year < 1962)
            assert not re.search(r"\d{4}", notes[-1] + " ".join(row["label"] for row in rows))
    assert any(notes) == (level == "medium")  # the others ask of later years here


def test_an_answer_is_told_once() -> None:
    def bold(answer: str, then: str, why: str) -> list[tuple[str, bool]]:
        return [(part["text"], part["bold"]) for part in told_once(answer, then, why)]

    assert bold("Ann", "Here, Rome", "Ann, Minister, Here, Rome, 2008.") == [
        ("Ann", True),
        (", Minister, ", False),
        ("Here, Rome", True),
        (", 2008.", False),
    ]
    assert bold("1992", "", "This is 1992.") == [("1992", True), ("  This is 1992.", False)]
    assert bold("Ann", "Rome", "Bob.") == [("Ann", True), (" · ", False), ("Rome", True), ("  Bob.", False)]


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert worksheet_pdf(3, "easy", TABLES) == worksheet_of("easy")


def test_a_page_shows_the_map(tmp_path: Path, program: Callable[[str], str], handout: bytes) -> None:
    (tmp_path / "paper.pdf").write_bytes(handout)
    command = [program("pdftoppm"), "-r", "60", "-png", "-singlefile", tmp_path / "paper.pdf", tmp_path / "page"]
    subprocess.run(command, check=True, capture_output=True)
    page = Image.open(tmp_path / "page.png").convert("RGB")
    colours = {colour for _, colour in page.getcolors(1 << 24)}
    member = THEMES["light"].statuses[Status.MEMBER].fill
    assert tuple(bytes.fromhex(member.removeprefix("#"))) in colours
    assert len(colours) > 100


@pytest.mark.usefixtures("handout")
def test_progress_is_told_and_stops_the_work() -> None:
    assert TOLD == [(0, 3), (1, 3), (2, 3), (3, 3)]

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    for make in (lambda: handout_pdf(LESSON, TABLES, stop), lambda: worksheet_pdf(1, "easy", TABLES, stop)):
        with pytest.raises(Cancelled):
            make()


def test_the_command_writes_a_whole_file_or_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = tmp_path / "good.pdf", tmp_path / "bad.pdf"
    assert main(["worksheet", "-o", str(good), "--seed", "9"]) == 0
    assert good.read_bytes().startswith(b"%PDF")
    assert main(["worksheet", "-o", str(bad), "--level", "other"]) == 2
    assert "expected one of easy, medium, hard" in capsys.readouterr().err
    wrong = tmp_path / "wrong.toml"
    wrong.write_text('title = "x"\n[[stop]]\nyear = 1900\ntitle = "y"\n', encoding="utf-8")
    assert main(["handout", "-o", str(bad), "--lesson", str(wrong)]) == 2
    assert "wrong.toml line 3: stop 1, year: 1900" in capsys.readouterr().err
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["good.pdf", "wrong.toml"]


def test_the_worksheet_s_map_has_a_number_for_each_state_of_its_list(read: Callable[[bytes], list[str]]) -> None:
    focus = Focus(blank=True, news=False)
    click = next(one for one in quiz(3, "medium", QUESTIONS, TABLES) if one.kind == "click")
    year = year_to_colour(click, TABLES)
    blank = drawn(year, layers=("names",), sheet=WIDE, tables=TABLES, focus=focus)
    on_map = re.findall(r"<text(?![^>]*clip-path)[^>]*>(\d+)</text>", blank.svg())
    assert sorted(map(int, on_map)) == list(range(1, len(blank.numbered) + 1))
    short = words()["short_name"]
    asked, _ = parted(read(worksheet_of("medium")))
    for number, name in enumerate(blank.numbered, start=1):
        assert f"{number} {short.get(name, name)}" in asked


def test_the_states_with_a_number_are_those_of_the_day() -> None:
    def names(year: int) -> tuple[str, ...]:
        return drawn(year, layers=("names",), sheet=WIDE, tables=TABLES, focus=Focus(blank=True)).numbered

    assert {"Soviet Union", "Yugoslavia"} <= set(names(1960))
    assert not {"Estonia", "Slovenia", "Kosovo"} & set(names(1960))
    assert {"Estonia", "Slovenia", "Kosovo", "Luxembourg", "Malta"} <= set(names(2026))
    assert not {"Monaco", "Soviet Union"} & set(names(2026))


def test_the_handout_explains_the_signs_on_its_maps(read: Callable[[bytes], list[str]]) -> None:
    joining = Lesson("Lesson", "", (Stop(2004, "Seven join", statement="2004-04-08-putin-own-choice"),))
    text = " ".join(read(handout_pdf(joining, TABLES)))
    for words_of_sign in ("Joined this year", "Border with Russia", "Acceptance"):
        assert words_of_sign in text
