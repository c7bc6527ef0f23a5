"""The quiz of the class page: the same choice as on paper, played by keyboard and by hand, its answers kept hidden."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import pytest
from class_pages import LESSON
from heard import faults
from made import made_class_page
from playwright.sync_api import Page, expect
from rested import holds, stop_clock

from data.tables import current_tables
from geo.drawing.neighbours import Walk, neighbours
from geo.lesson.quiz import LEVELS, MOST_SEED, Question, bank, quiz

pytestmark = pytest.mark.unpainted

TABLES = current_tables()
Watched = Callable[..., AbstractContextManager[Page]]
COUNT = 5
LAST_ROUNDS = 2010


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("quiz") / "class.html"
    path.write_bytes(made_class_page(LESSON))
    return path.as_uri()


@pytest.fixture
def page(watched: Watched, address: str) -> Iterator[Page]:
    with watched(offline=True) as opened:
        opened.goto(address)
        expect(opened.locator("[data-atlas]")).to_have_attribute("data-ready", "true")
        yield opened


def begin(page: Page, level: str, seed: int) -> tuple[Question, ...]:
    """Start a quiz by its address; gives what the tables' side asks for the same seed."""
    return begin_at(page, page.url.partition("?")[0], level, seed)


def begin_at(page: Page, address: str, level: str, seed: int) -> tuple[Question, ...]:
    """Start a quiz on the class page at an address."""
    page.goto(f"{address}?quiz={level}-{seed}")
    expect(page.locator(".quiz-prompt")).to_be_visible()
    return quiz(seed, level, COUNT, TABLES)


def answer(page: Page, question: Question, *, right: bool = True) -> None:
    """Answer a question by keyboard, all parts of it where it is right."""
    expect(page.locator(".quiz-prompt")).to_have_text(question.prompt)
    if question.kind == "click":
        units = list(question.answer) if right else ["CHE"] * 1
        for unit in units:
            walk_to(page, unit)
            page.keyboard.press("Enter")
    else:
        places = list(question.answer)
        if not right:
            places = [*places[1:], places[0]] if len(places) > 1 else [(places[0] + 1) % len(question.options)]
        for place in places:
            page.keyboard.press(str(place + 1))
    page.locator('[data-quiz="answer"]').press("Enter")
    verdict = page.locator(".quiz-verdict")
    expect(verdict).to_have_text("✓ Right." if right else "✗ Not so.")
    if right and question.then:
        page.keyboard.press("Enter")
        answer(page, question.then)


def walk_to(page: Page, unit: str) -> None:
    """With the arrow keys to a country on the map, from wherever the first of them leads."""
    page.locator(".stage").focus()
    walk = neighbours()[str(page.locator("[data-atlas]").get_attribute("data-view"))]
    for side in ("right", "left", "down", "up"):
        before = outlined(page)
        page.keyboard.press(f"Arrow{side.title()}")
        if new := outlined(page) - before:
            for step in arrows(walk, *new, unit):
                page.keyboard.press(f"Arrow{step.title()}")
            break
    expect(page.locator(f'.focus [data-outlined="{unit}"]')).to_have_count(1)


def outlined(page: Page) -> set[str]:
    found: list[str] = page.locator(".focus [data-outlined]").evaluate_all(
        "(all) => all.map((one) => one.dataset.outlined)"
    )
    return set(found)


def arrows(walk: Walk, start: str, end: str) -> list[str]:
    """The fewest steps from one unit to another."""
    ways: dict[str, list[str]] = {start: []}
    waiting = [start]
    for unit in waiting:
        for side, beside in walk[unit].items():
            if beside not in ways:
                ways[beside] = [*ways[unit], side]
                waiting.append(beside)
    return ways[end]


def test_browser_and_paper_choose_the_same(page: Page, address: str) -> None:
    begin(page, "easy", 1)
    found = page.evaluate("JSON.parse(document.getElementById('quiz').textContent)")
    assert found["questions"] == plain(bank(TABLES)["questions"])
    for level, seed in zip(LEVELS, (0, 77_123, MOST_SEED), strict=True):
        prompts = [question.prompt for question in begin(page, level, seed)]
        expect(page.locator(".quiz-prompt")).to_have_text(prompts[0])


def plain(value: Any) -> Any:
    """Tuples as JSON has them."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, list | tuple) else value


@pytest.mark.parametrize(("level", "seed"), [("easy", 3), ("hard", 20)])
def test_a_whole_quiz_is_played_by_keyboard_alone(page: Page, level: str, seed: int) -> None:
    for place, question in enumerate(begin(page, level, seed), start=1):
        answer(page, question)
        expect(page.locator(".quiz-head")).to_contain_text(f"{place} right")
        page.keyboard.press("Enter")
    expect(page.locator(".quiz-final")).to_have_text("5 of 5 right")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_a_wrong_answer_is_explained_by_the_card(page: Page) -> None:
    for question in begin(page, "medium", 7):
        answer(page, question, right=False)
        expect(page.locator(".quiz-explanation")).to_have_text(question.explanation)
        kind, name = question.card
        card = page.locator("[data-card]")
        if kind == "statement":
            expect(card).to_have_attribute("data-statement", name)
        elif kind == "country" and question.kind == "click":
            assert card.get_attribute("data-unit") in question.answer
        elif kind == "country":
            expect(card).to_have_attribute("data-unit", name)
        page.locator('[data-quiz="next"]').press("Enter")
    expect(page.locator(".quiz-final")).to_have_text("0 of 5 right")


FILLS = """() => {
  const fills = [...document.querySelectorAll('path[data-unit]')].map((path) => getComputedStyle(path).fill);
  return new Set(fills).size;
}"""


def test_the_map_keeps_the_answer_to_itself(page: Page) -> None:
    for question in begin(page, "medium", 7):
        root = page.locator("[data-atlas]")
        expect(root).to_have_attribute("data-mask", {"who": "statements year", "year": "news names year statements",
            "click": "status news statements"}.get(question.kind, "status news names year statements"))  # fmt: skip
        expect(page.locator(".name-list:visible")).to_have_count(0)
        if question.kind != "click":
            expect(page.locator(".year")).to_be_hidden()
        if question.kind == "year":
            expect(page.locator(".subject")).to_be_visible()
        if question.kind == "click":
            expect(page.locator(".key")).to_be_hidden()
            page.wait_for_function(f"({FILLS})() === 1")
        if question.kind in {"outside", "order", "who"}:
            expect(page.locator(".map-area")).to_be_hidden()
        answer(page, question, right=False)
        expect(root).not_to_have_attribute("data-mask", "")
        page.locator('[data-quiz="next"]').press("Enter")


def test_no_number_stands_for_a_name_where_no_list_tells_it(page: Page) -> None:
    question = begin(page, "medium", 4242)[0]
    assert question.kind == "click"
    numbers = page.locator(".name").filter(has_text=re.compile(r"^\d+$"))
    page.wait_for_function("() => document.querySelectorAll('.name').length > 20")
    expect(numbers).to_have_count(0)


def test_berlin_s_dot_tells_no_status_where_all_are_hidden(page: Page) -> None:
    def is_divided(asked: Question) -> bool:
        return asked.kind == "click" and asked.year in range(1950, 1990)

    seed = next(seed for seed in range(MOST_SEED) if is_divided(quiz(seed, "medium", 1, TABLES)[0]))
    question = begin(page, "medium", seed)[0]
    berlin = page.locator("[data-berlin]")
    expect(berlin).to_have_attribute("cx", re.compile(r"\d"))
    expect(berlin).to_be_hidden()
    answer(page, question, right=False)
    expect(berlin).to_be_visible()


WHOLE = """() => ['.quiz', '.key'].flatMap((name) => {
  const box = document.querySelector(name);
  const hidden = box.getClientRects().length ? box.scrollHeight - box.clientHeight : 0;
  return hidden > 1 ? [[name, hidden]] : [];
})"""
WHOLE_NOW = f"() => ({WHOLE})().length === 0"


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1280, 720)])
@pytest.mark.parametrize(("level", "seed"), [("easy", 3), ("medium", 7), ("hard", 20)])
def test_question_answer_and_key_stand_on_the_wall_whole(
    page: Page, level: str, seed: int, width: int, height: int
) -> None:
    """With the way on, and beside the card that explains."""
    page.set_viewport_size({"width": width, "height": height})
    for question in begin(page, level, seed):
        page.wait_for_function(WHOLE_NOW)
        answer(page, question, right=False)
        expect(page.locator('[data-quiz="next"]')).to_be_in_viewport(ratio=1)
        page.wait_for_function(WHOLE_NOW)
        page.locator('[data-quiz="next"]').press("Enter")
    expect(page.locator(".quiz-final")).to_be_visible()
    size = page.locator(".quiz-body").evaluate("(body) => parseFloat(getComputedStyle(body).fontSize)")
    assert size == pytest.approx(44 * height / 1080, rel=0.06)  # a list that scrolls stays at its size


def test_no_border_has_a_sign_of_its_own_where_the_key_is_hidden(page: Page) -> None:
    """Nor does a dashed one tell that the year is 2008 or later."""

    def is_late(asked: Question) -> bool:
        return asked.kind == "click" and asked.year >= LAST_ROUNDS

    seed = next(seed for seed in range(MOST_SEED) if is_late(quiz(seed, "easy", 1, TABLES)[0]))
    question = begin(page, "easy", seed)[0]
    dashed = page.locator(".borders [data-dashed]").first
    expect(dashed).to_be_attached()
    expect(page.locator(".key")).to_be_hidden()
    expect(dashed).to_have_css("stroke-dasharray", "none")
    answer(page, question, right=False)
    expect(dashed).not_to_have_css("stroke-dasharray", "none")


def begin_with(page: Page, kind: str, level: str) -> Question:
    """Start a quiz whose first question is of a kind."""
    seed = next(seed for seed in range(MOST_SEED) if quiz(seed, level, 1, TABLES)[0].kind == kind)
    return begin(page, level, seed)[0]


@pytest.mark.parametrize("kind", ["year", "outside", "click"])
def test_who_hears_the_page_hears_no_answer(page: Page, kind: str) -> None:
    question = begin_with(page, kind, "medium")
    shown = question.year - (kind == "click")
    expect(page.locator("[data-year-table] caption")).to_contain_text(f" {shown}.")  # the atlas has come to rest
    heard = page.locator("body").aria_snapshot()
    assert question.prompt in heard
    assert " card" not in heard  # nothing promises one before the answer
    assert f"{shown}: " not in heard
    assert "Status of every country" not in heard


def test_which_year_it_is_can_be_told_by_ear_and_by_the_key(page: Page) -> None:
    begin_with(page, "year", "medium")
    walk_to(page, "FRA")
    expect(page.locator("[aria-live]").filter(has_text="France: Member")).not_to_have_count(0)
    expect(page.locator(".key .key-row", has_text="Member")).to_be_visible()
    assert not re.search(r"\d", page.locator(".key").inner_text())  # counts and notes would tell it


def test_no_key_moves_the_map_of_a_question(page: Page) -> None:
    question = begin_with(page, "year", "medium")
    root = page.locator("[data-atlas]")
    expect(root).to_have_attribute("data-year", str(question.year))
    for key in ("ArrowRight", "ArrowLeft", "Home", "PageUp", "Shift+ArrowLeft", "Space", "Enter"):
        page.keyboard.press(key)
        assert root.get_attribute("data-year") == str(question.year), key
    expect(root).to_have_attribute("data-year", str(question.year))
    expect(page.locator(".quiz-prompt")).to_have_text(question.prompt)
    assert page.get_by_role("button", name="Pause", include_hidden=True).count() == 0


def test_the_arrows_walk_the_options(page: Page) -> None:
    question = begin_with(page, "year", "medium")
    for _ in range(question.answer[0] + 1):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")  # chooses
    page.keyboard.press("Enter")  # confirms
    expect(page.locator(".quiz-verdict")).to_have_text("✓ Right.")


def test_teams_pass_the_turn_and_one_wins(page: Page) -> None:
    page.keyboard.press("q")
    page.get_by_role("group", name="Teams").get_by_label("2").check()
    page.locator(".quiz-seed").fill("7")
    page.get_by_role("group", name="Level").get_by_label("Medium").check()
    page.locator(".quiz-seed").press("Enter")
    for place, question in enumerate(quiz(7, "medium", 6, TABLES)):
        expect(page.locator(".quiz-score[data-turn]")).to_contain_text(f"Team {place % 2 + 1}")
        answer(page, question, right=place % 2 == 0)
        page.locator('[data-quiz="next"]').press("Enter")
    expect(page.locator(".quiz-final")).to_have_text(["Team 1: 3", "Team 2: 0", "Team 1 has won."])
    page.get_by_role("button", name="Leave the quiz").press("Enter")
    expect(page.locator(".cover-title")).to_have_text(LESSON.title)


def test_what_was_answered_is_looked_at_again_and_not_answered_twice(page: Page) -> None:
    first, second, *_ = begin(page, "medium", 7)
    assert page.locator('[data-quiz="back"]').count() == 0
    page.keyboard.press("PageUp")  # nothing is before the first
    answer(page, first, right=False)
    page.keyboard.press("PageDown")
    expect(page.locator(".quiz-prompt")).to_have_text(second.prompt)
    for way in (lambda: page.keyboard.press("PageUp"), lambda: page.locator('[data-quiz="back"]').click()):
        way()
        expect(page.locator(".quiz-prompt")).to_have_text(first.prompt)
        expect(page.locator(".quiz-verdict")).to_have_text("✗ Not so.")
        expect(page.locator(".quiz-option:enabled")).to_have_count(0)
        expect(page.locator(".quiz-done")).to_be_hidden()
        expect(page.locator("[data-atlas]")).not_to_have_attribute("data-mask", "")
        page.keyboard.press("Enter")  # on the way on
        expect(page.locator(".quiz-prompt")).to_have_text(second.prompt)
    answer(page, second)
    expect(page.locator(".quiz-head")).to_contain_text("1 right")


def test_a_clock_says_when_it_is_short_ends_a_question_gently_and_what_was_missed_comes_again(
    watched: Watched, address: str
) -> None:
    with watched(offline=True, alone=True) as page:
        page.goto(address)
        expect(page.locator("[data-atlas]")).to_have_attribute("data-ready", "true")
        play_against_the_clock(page)


def play_against_the_clock(page: Page) -> None:
    page.keyboard.press("q")
    assert page.get_by_role("group", name="Time").get_by_label("No limit").is_checked()
    page.get_by_role("group", name="Time").get_by_label("30 s").check()
    page.locator(".quiz-seed").fill("7")
    page.clock.install()
    stop_clock(page)
    page.locator(".quiz-seed").press("Enter")
    first = quiz(7, "easy", COUNT, TABLES)[0]
    expect(page.locator(".quiz-time")).to_have_text("0:30")
    heard = page.locator("[aria-live=polite]", has_text="10 seconds are left.")
    page.clock.run_for(19_000)
    expect(page.locator(".quiz-time")).to_have_text("0:11")
    expect(heard).to_have_count(0)
    page.clock.run_for(1_500)
    expect(heard).to_have_count(1)
    page.clock.run_for(9_500)
    expect(page.locator(".quiz-verdict")).to_have_text("✗ Time is up.")
    expect(page.locator(".quiz-explanation")).to_have_text(first.explanation)
    for _ in range(COUNT - 1):
        page.locator('[data-quiz="next"]').press("Enter")
        page.clock.run_for(31_000)
        expect(page.locator(".quiz-verdict")).to_be_visible()
    page.locator('[data-quiz="next"]').press("Enter")
    expect(page.locator(".quiz-result")).to_have_count(COUNT)
    expect(page.locator(".quiz-result").first).to_contain_text("Not answered")
    with page.expect_download() as saved:
        page.locator('[data-quiz="save"]').click()
    assert saved.value.suggested_filename == "quiz-easy-7.csv"
    page.emulate_media(media="print")
    expect(page.locator(".quiz-results")).to_be_visible()
    expect(page.locator(".quiz-button").first).to_be_hidden()
    expect(page.locator(".footer")).to_be_hidden()
    page.emulate_media(media="screen")
    page.locator('[data-quiz="missed"]').click()
    expect(page.locator(".quiz-prompt")).to_have_text(first.prompt)


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)])
def test_no_card_lies_over_what_is_said_or_the_way_on(watched: Watched, address: str, size: tuple[int, int]) -> None:
    with watched(offline=True, viewport={"width": size[0], "height": size[1]}) as page:
        for question in begin_at(page, address, "medium", 7):
            answer(page, question, right=False)
            expect(page.locator("[data-card]")).to_have_count(int(question.card != ("", "")))
            holds(page, nothing_is_covered, page)
            page.locator('[data-quiz="next"]').press("Enter")


def nothing_is_covered(page: Page) -> None:
    assert page.evaluate(COVERED) == [], page.locator(".quiz-prompt").text_content()


COVERED = """() => ['.quiz-explanation', '[data-quiz="next"]'].filter((name) => {
  const element = document.querySelector(name);
  element.scrollIntoView({block: 'nearest'});
  const {left, top, width, height} = element.getBoundingClientRect();
  const found = document.elementFromPoint(left + width / 2, top + height / 2);
  return !found || !element.contains(found);
})"""


def test_a_seed_that_is_none_is_told(page: Page) -> None:
    page.keyboard.press("q")
    page.locator(".quiz-seed").fill("abc")
    page.locator('[data-quiz="start"]').click()
    expect(page.get_by_role("alert")).to_contain_text("abc is no number")
    page.goto(f"{page.url.partition('?')[0]}?quiz=other-5")
    expect(page.locator(".notice")).to_contain_text("no quiz “other-5”;")


def test_it_is_played_by_touch_on_a_phone_and_keeps_the_rules_of_accessibility(watched: Watched, address: str) -> None:
    phone = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    with watched(offline=True, bypass_csp=True, painted=True, **phone) as page:
        page.goto(f"{address}?quiz=medium-7")
        expect(page.locator(".quiz-prompt")).to_be_visible()
        (question, *_) = quiz(7, "medium", COUNT, TABLES)
        assert faults(page) == []
        page.locator(".quiz-option").nth(question.answer[0]).tap()
        page.locator('[data-quiz="answer"]').tap()
        expect(page.locator(".quiz-verdict")).to_contain_text("Right")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert faults(page) == []
