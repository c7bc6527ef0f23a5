"""A pupil's phone: it joins by the code, follows the wall, answers by touch, comes back after the network was gone."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from phones import ON_ITS_SIDE, PHONE, Network, tap
from playwright.sync_api import Locator, Page, expect
from rested import holds
from rested import patient as patient
from websockets.sync.client import ClientConnection, connect

from tests.rooms import CHOICE, STOP, VERSION

pytestmark = pytest.mark.unpainted

Watched = Callable[..., AbstractContextManager[Page]]
PICK = {
    "id": "q2",
    "kind": "countries",
    "prompt": "Who is next?",
    "options": ["HUN", "POL"],
    "most": 1,
    "right": ["POL"],
}
ORDER = {"id": "q3", "kind": "order", "prompt": "In order", "options": ["B", "A"], "most": 1, "right": [1, 0]}
START_MS = 90_000
YEAR = {"id": "q4", "kind": "year", "prompt": "When?", "options": [], "most": 1, "right": [2004]}


class Wall:
    """A wall without a screen."""

    def __init__(self, line: ClientConnection) -> None:
        self.line = line

    def say(self, kind: str, /, **fields: object) -> None:
        self.line.send(json.dumps({"v": VERSION, "kind": kind, **fields}))

    def hear(self, kind: str, is_so: Callable[[dict[str, Any]], bool] = lambda _: True) -> dict[str, Any]:
        while True:
            found: dict[str, Any] = json.loads(self.line.recv(timeout=60))
            if found["kind"] == kind and is_so(found):
                return found


@contextmanager
def lesson(server: str) -> Iterator[tuple[Wall, str]]:
    with connect(f"ws{server.removeprefix('http')}room", proxy=None) as line:
        wall = Wall(line)
        wall.say("open", teams=0)
        yield wall, wall.hear("opened")["code"]


def test_a_phone_follows_answers_and_comes_back(watched: Watched, server: str) -> None:
    with lesson(server) as (wall, code), watched(**PHONE) as page:
        network = Network(page)
        wall.say("show", **STOP | {"halted": True})
        page.goto(f"{server}join", timeout=START_MS)
        field = page.get_by_label("Type the code on the wall")
        field.fill("abc")
        page.get_by_role("button", name="Take part").tap()
        expect(page.get_by_role("alert")).to_have_text("A code has six letters.")
        field.fill("bbbbbb" if code != "BBBBBB" else "cccccc")
        field.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("no room with this code")
        field.fill(f"{code[:3].lower()} {code[3:]}")
        field.press("Enter")
        atlas = page.locator("[data-atlas]")
        expect(atlas).to_have_attribute("data-phone", "follow")
        expect(atlas).to_have_attribute("data-day", "1999-03-12")
        expect(page.locator("input[type=range][name=year]")).to_be_hidden()
        expect(page.locator(".phone-who")).to_have_text(re.compile(r"\w"))
        name = page.locator(".phone-who").inner_text()
        wall.say("rank", shown=True)
        expect(page.get_by_text("Nobody has points yet.")).to_be_visible()
        wall.say("rank", shown=False)
        expect(page.locator(".phone-cover")).to_be_hidden()

        wall.say("ask", exit=False, questions=[PICK])
        expect(page.get_by_role("heading", name="Who is next?")).to_be_visible()
        tap(page, "HUN")
        expect(page.locator(".phone-chosen")).to_have_text("Hungary")
        tap(page, "DEU")
        expect(page.locator(".phone-chosen")).to_have_text("Hungary")
        page.get_by_role("button", name="Send").tap()
        assert wall.hear("class", lambda told: told["answered"] == [1])
        assert "right" not in page.locator(".phone-ask").inner_text()
        wall.say("reveal")
        expect(page.locator(".phone-vote")).to_have_text(["Hungary1", "Poland right0"])

        network.cut()
        expect(page.locator(".phone-note")).to_contain_text("No connection.")
        wall.hear("class", lambda told: told["phones"] == 0)
        wall.say("ask", exit=True, questions=[CHOICE, ORDER, YEAR])
        wall.say("show", **STOP | {"stop": 4, "day": 20454, "place": ""})
        network.is_there = True
        expect(atlas).to_have_attribute("data-day", "2005-01-01")
        expect(page.locator(".phone-note")).to_be_hidden()
        page.get_by_role("button", name="Two").tap()
        page.get_by_role("button", name="Send").tap()
        for option in ("A", "B"):
            page.get_by_role("button", name=option, exact=True).tap()
        page.get_by_role("button", name="Send").tap()
        page.get_by_label("When?").fill("2004")
        page.get_by_role("button", name="Send").tap()
        wall.hear("class", lambda told: told["answered"] == [1, 1, 1])

        page.reload()
        expect(atlas).to_have_attribute("data-phone", "follow")
        expect(page.locator(".phone-who")).to_have_text(name)
        expect(page.get_by_role("button", name="Two")).to_have_attribute("aria-pressed", "true")
        expect(page.get_by_text("Sent. You can change it")).to_be_visible()

        page.get_by_role("button", name="Look around").tap()
        expect(page.locator("input[type=range][name=year]")).to_be_visible()
        wall.say("show", **STOP)
        page.get_by_role("button", name="Back to the wall").tap()
        expect(atlas).to_have_attribute("data-day", "1999-03-12")
        wall.say("reveal")
        wall.say("rank", shown=True)
        expect(page.locator(".phone-board")).to_contain_text(name)
        expect(page.locator(".phone-own")).to_have_text("You: 3 of 4 right")
        wall.say("end")
        expect(page.get_by_role("heading", name="The room is over.")).to_be_visible()
        page.wait_for_function("Object.keys(localStorage).length + Object.keys(sessionStorage).length === 0")


def test_a_year_is_typed_while_the_network_goes_and_comes(watched: Watched, server: str) -> None:
    with lesson(server) as (wall, code), watched(**PHONE) as page:
        network = Network(page)
        wall.say("show", **STOP | {"halted": True})
        wall.say("ask", exit=False, questions=[YEAR])
        page.goto(f"{server}join?code={code}", timeout=START_MS)
        field = page.get_by_label("When?")
        field.tap()
        page.keyboard.type("20")
        network.cut()
        expect(page.locator(".phone-note")).to_contain_text("No connection.")
        network.is_there = True
        expect(page.locator(".phone-note")).to_be_hidden()
        expect(field).to_be_focused()
        page.keyboard.type("04")
        expect(field).to_have_value("2004")
        page.get_by_role("button", name="Send").tap()
        wall.hear("class", lambda told: told["answered"] == [1])


def test_a_code_in_the_address_joins_at_once_and_all_fits_on_its_side(watched: Watched, server: str) -> None:
    with lesson(server) as (wall, code), watched(**ON_ITS_SIDE) as page:
        wall.say("show", **STOP)
        wall.say("ask", exit=False, questions=[CHOICE])
        page.goto(f"{server}join?code={code}", timeout=START_MS)
        expect(page.locator("[data-atlas]")).to_have_attribute("data-phone", "follow")
        expect(page.locator(".phone-who")).to_have_text(re.compile(r"\w"))
        option, stage = page.locator(".phone-option").first, page.locator(".stage")
        expect(option).to_be_visible()
        holds(page, stand_side_by_side, page, stage, option)
        page.get_by_role("button", name="Leave").tap()
        expect(page.get_by_label("Type the code on the wall")).to_be_visible()
        wall.hear("class", lambda told: told["phones"] == 0)


def stand_side_by_side(page: Page, stage: Locator, option: Locator) -> None:
    boxes = [each.bounding_box() for each in (option, stage)]
    assert boxes[0]
    assert boxes[1]
    assert boxes[1]["width"] > 300
    assert boxes[1]["height"] > 300
    assert boxes[0]["x"] >= boxes[1]["x"] + boxes[1]["width"] - 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


FOUND_UNDER = """([x, y]) => document.elementFromPoint(x, y)?.closest('.panel, .stage')?.className ?? ''"""


@pytest.mark.parametrize("held", [PHONE, ON_ITS_SIDE], ids=["upright", "on its side"])
def test_a_card_leaves_the_map_and_its_country_in_sight_and_goes_by_a_press(
    watched: Watched, server: str, held: dict[str, Any]
) -> None:
    with lesson(server) as (wall, code), watched(**held) as page:
        wall.say("show", **STOP)
        page.goto(f"{server}join?code={code}", timeout=START_MS)
        expect(page.locator("[data-atlas]")).to_have_attribute("data-phone", "follow")
        page.get_by_role("button", name="Look around").tap()
        expect(page.locator("[data-atlas]")).to_have_attribute("data-phone", "look")
        tap(page, "POL")
        card, shut = page.locator(".card"), page.locator(".card").get_by_role("button", name="Close")
        expect(card).to_be_visible()
        expect(shut).to_be_in_viewport(ratio=1)
        holds(page, map_and_card_have_room, page, held)
        shut.tap()
        expect(card).to_be_hidden()


def map_and_card_have_room(page: Page, held: dict[str, Any]) -> None:
    panel, stage = (page.locator(name).bounding_box() for name in (".panel", ".map-area"))
    assert panel
    assert stage
    assert panel["height"] > 180
    assert panel["width"] > 220
    assert panel["y"] + panel["height"] <= held["viewport"]["height"] + 1
    is_beside = panel["x"] >= stage["x"] + stage["width"] - 1
    assert is_beside == (held is ON_ITS_SIDE)
    assert is_beside or panel["y"] >= stage["y"] + stage["height"] - 1
    assert stage["height"] > 250
    poland = page.locator("path[data-unit=POL]").bounding_box()
    assert poland
    middle = [poland["x"] + poland["width"] / 2, poland["y"] + poland["height"] / 2]
    assert page.evaluate(FOUND_UNDER, middle) == "stage"
    foot = [panel["x"] + panel["width"] / 2, panel["y"] + panel["height"] - 20]
    assert page.evaluate(FOUND_UNDER, foot) == "panel"


CLEAR = """(root) => {
  const seen = (name) => {
    const part = root.querySelector(name);
    const {x, y, width, height} = part.getBoundingClientRect();
    const at = document.elementFromPoint(x + width / 2, y + Math.min(height / 2, 20));
    return Boolean(at && part.contains(at));
  };
  return Object.fromEntries(['.phone-ask h2', '.phone-option', '.phone-main'].map((name) => [name, seen(name)]));
}"""
WAYS = """(root) => {
  const isSeen = (part) => {
    const {x, y, width, height} = part.getBoundingClientRect();
    return part.checkVisibility({visibilityProperty: true}) &&
      part.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  };
  return ['.tool-fold', '.menu-button', '.tools .tool'].filter((name) => {
    const part = root.querySelector(name);
    return part && isSeen(part);
  });
}"""


@pytest.mark.parametrize("size", [(390, 844), (844, 390), (640, 360)], ids=str)
def test_a_question_that_comes_shuts_a_card_and_one_that_is_opened_then_leaves_it_in_sight(
    watched: Watched, server: str, size: tuple[int, int]
) -> None:
    held = {**PHONE, "viewport": {"width": size[0], "height": size[1]}}
    with lesson(server) as (wall, code), watched(**held) as page:
        wall.say("show", **STOP)
        page.goto(f"{server}join?code={code}", timeout=START_MS)
        atlas, card = page.locator("[data-atlas]"), page.locator(".card")
        expect(atlas).to_have_attribute("data-phone", "follow")
        tap(page, "POL")
        expect(card).to_be_visible()
        wall.say("ask", exit=False, questions=[CHOICE])
        expect(page.get_by_role("heading", name=CHOICE["prompt"])).to_be_visible()
        expect(card).to_be_hidden()
        holds(page, question_is_clear, atlas)
        tap(page, "POL")
        expect(card).to_be_visible()
        holds(page, question_is_clear, atlas)
        expect(card.get_by_role("button", name="Close")).to_be_in_viewport(ratio=1)
        if size == (844, 390):  # the map is seen beside the card, and what it can do, also above a keyboard
            ways = f"(wanted) => ({WAYS})(document.querySelector('[data-atlas]')).join() === wanted"
            page.wait_for_function(ways, arg=".tool-fold")
            page.locator(".tool-fold").tap()
            page.wait_for_function(ways, arg=".tool-fold,.tools .tool")
            page.locator(".tool-fold").tap()
            page.set_viewport_size({"width": 844, "height": 160})
            page.wait_for_function(ways, arg=".tool-fold")
            page.set_viewport_size({"width": 844, "height": 390})
        page.get_by_role("button", name="Two").tap()
        page.get_by_role("button", name="Send").tap()
        wall.hear("class", lambda told: told["answered"] == [1])
        expect(card).to_be_visible()  # what the room says again of the same question shuts none
        card.get_by_role("button", name="Close").tap()
        page.wait_for_function(f"({WAYS})(document.querySelector('[data-atlas]')).length > 0")


def question_is_clear(atlas: Locator) -> None:
    assert all(atlas.evaluate(CLEAR).values())
