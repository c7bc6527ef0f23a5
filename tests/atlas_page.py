"""The atlas as tests hold it: by its hooks."""

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

from asked import asked
from playwright.sync_api import Locator, Page, expect

from data.membership import status_at_year_end
from data.tables import current_tables
from data.treaty_area import days_of_change
from geo.wire.assets import Assets, current_assets

Watched = Callable[..., AbstractContextManager[Page]]
Serve = Callable[[Assets], AbstractContextManager[str]]
TABLES = current_tables()
FIRST, LAST = TABLES.first_year, TABLES.last_year
FACTS = json.loads(current_assets().file("facts.json").body)
VIEW = json.loads(current_assets().file("europe.json").body)
STATEMENTS = {statement["id"]: statement for statement in FACTS["statements"]}
DAYS = {id_: (TABLES.first_day + timedelta(days=said["day"])).isoformat() for id_, said in STATEMENTS.items()}
YEARS = {id_: int(day[:4]) for id_, day in DAYS.items()}
NAMES = {unit["id"]: unit["name"] for unit in FACTS["units"]}
ROUNDS = {1952: 2, 1955: 1, 1982: 1, 1990: 1, 1999: 3, 2004: 7, 2009: 2, 2017: 1, 2020: 1, 2023: 1, 2024: 1}
QUIET_YEAR = 1970  # no statement, no round
WIDE, LAPTOP, PHONE, SHORT_PHONE = (1920, 1080), (1280, 720), (390, 844), (360, 640)
SHOWN = """(root) => [root.dataset.year,
  [...root.querySelectorAll('path[data-unit]')].map(({dataset}) => [dataset.unit, dataset.status])]"""
PICTURE = """(root) => ({
  year: root.dataset.year,
  units: [...root.querySelectorAll('path[data-unit]')].map(({dataset: {unit, status, state}}) => [unit, status, state]),
  borders: [...root.querySelectorAll('path[data-border]')].map((path) =>
    [path.dataset.border, path.dataset.front ?? '', path.hasAttribute('hidden')]),
  outlined: [...root.querySelectorAll('.joined [data-outlined]')].map(({dataset}) => dataset.outlined),
  words: [...root.querySelectorAll('svg text')].map((text) => [text.textContent, text.innerHTML,
    ...[...text.attributes].map(({name, value}) => `${name}=${value}`).sort()]).sort(),
  marks: [...root.querySelectorAll('svg [data-statement]')].map((mark) =>
    [mark.dataset.statement, mark.getAttribute('transform')]).sort(),
  legend: [...root.querySelectorAll('[data-legend] [data-count]')].map(({dataset}) => [dataset.status, dataset.count]),
  title: root.querySelector('h1').textContent,
  slider: root.querySelector('input[name=year]').value,
  spoken: root.querySelector('input[name=year]').getAttribute('aria-valuetext'),
  statements: [...root.querySelectorAll('[data-open-statement]')].map(({dataset}) => dataset.openStatement),
  table: root.querySelector('[data-year-table]').textContent,
})"""
"""All that a year shows."""


@dataclass(frozen=True)
class Atlas:
    """An open atlas, by its hooks."""

    page: Page

    @property
    def root(self) -> Locator:
        return self.page.locator("[data-atlas]")

    @property
    def slider(self) -> Locator:
        return self.root.locator("input[type=range][name=year]")

    @property
    def stage(self) -> Locator:
        return self.root.get_by_role("application")

    @property
    def typed(self) -> Locator:
        return self.root.get_by_role("textbox", name="Year or day, typed")

    @property
    def year(self) -> int:
        return int(self.root.get_attribute("data-year") or 0)

    @property
    def day(self) -> str:
        return self.root.get_attribute("data-day") or ""

    def button(self, name: str) -> Locator:
        return self.root.get_by_role("button", name=name, exact=True)

    def unit(self, unit: str) -> Locator:
        return self.root.locator(f'path[data-unit="{unit}"]')

    def mark(self, statement: str) -> Locator:
        return self.root.locator(f'svg [data-statement="{statement}"]')

    def card(self, **of: str) -> Locator:
        return self.root.locator("[data-card]" + "".join(f'[data-{key}="{value}"]' for key, value in of.items()))

    def row(self, status: str) -> Locator:
        return self.root.locator(f'[data-legend] [data-status="{status}"][data-count]')

    def shown(self) -> tuple[int, dict[str, str]]:
        """The year and the status of every unit, read at once."""
        year, statuses = self.root.evaluate(SHOWN)
        return int(year), dict(statuses)

    def set_year(self, year: int) -> None:
        """What a drag does, in one go; lines and names follow the fills."""
        self.slider.evaluate(
            "(range, year) => { range.value = year; range.dispatchEvent(new Event('input', {bubbles: true})); }", year
        )
        expect(self.root).to_have_attribute("data-year", str(year))
        expect(self.stage).to_have_attribute("data-drawn", str(year))

    def at_rest(self, **state: str | int | None) -> None:
        """Wait until the address tells this state: all that follows a step has then followed."""
        want = {key: value and str(value) for key, value in state.items()}
        self.page.wait_for_url(lambda url: want.items() <= address(url, *want).items())

    def picture(self) -> dict[str, Any]:
        shown: dict[str, Any] = asked(self.root, PICTURE)
        return shown

    def place_of(self, unit: str) -> tuple[float, float]:
        """Where the middle of a unit is on the screen."""
        script = "(path, [x, y]) => new DOMPoint(x, y).matrixTransform(path.getScreenCTM()).toJSON()"
        at = self.unit(unit).evaluate(script, VIEW["anchors"][unit][:2])
        return at["x"], at["y"]

    def click_unit(self, unit: str) -> None:
        """Click a unit with a hand from beside the map: the label where it rested before would take the press."""
        self.page.mouse.move(0, 0)
        self.page.mouse.click(*self.place_of(unit))

    def along_slider(self, share: float) -> tuple[float, float]:
        box = box_of(self.slider)
        return box["x"] + 1 + share * (box["width"] - 2), box["y"] + box["height"] / 2

    def grab_thumb(self) -> None:
        """Press the button on the thumb, which stands at the first or the last year."""
        self.page.mouse.move(*self.along_slider(0.008 if self.year == FIRST else 0.992))
        self.page.mouse.down()


def address(url: str, *names: str) -> dict[str, str | None]:
    query = parse_qs(urlsplit(url).query)
    return {name: query.get(name, [None])[0] for name in names or query}


Open = Callable[..., Atlas]


def known(year: int, units: Iterable[str]) -> dict[str, str]:
    """What the tables say of units at the end of a year."""
    statuses: dict[str, str] = status_at_year_end(year)["status"].to_dict()
    return {unit: statuses[unit] for unit in units}


CHANGES = [day.isoformat() for day in days_of_change(TABLES)]
CONTESTED = next(id_ for id_, statement in STATEMENTS.items() if statement["confidence"] == "contested")
ANSWER = next(id_ for id_, statement in STATEMENTS.items() if statement.get("reply_to") and statement["lean"])
SPOKEN = next(id_ for id_, s in STATEMENTS.items() if s["lean"] and YEARS[id_] == 2004)


def box_of(part: Locator) -> Mapping[str, float]:
    box = part.bounding_box()
    assert box
    return box
