"""Which column of a table says what: a guess with its reasons, and a mapping that can be changed by hand."""

import tomllib
from collections.abc import Mapping as Dict
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from itertools import pairwise
from pathlib import Path

from data.own_table.countries import Countries, System, key_of
from data.own_table.days import NOTHING, Habits, dated, next_after
from data.own_table.grid import Line
from data.own_table.layout import Layout
from data.words import phrase

HEADERS = Path(__file__).parent / "headers.toml"
SAMPLED = 400
SAMPLED_CELLS = 8_000
MOST = 0.6
SOME = 0.3
MOST_STATUSES = 8
MOST_GROUPS = 40
SURE = 100


class Role(StrEnum):
    """What a column can say."""

    COUNTRY = "country"
    CODE = "code"
    JOINED = "joined"
    LEFT = "left"
    STATUS = "status"
    NOTE = "note"
    GROUP = "group"


@dataclass(frozen=True)
class Mapping:
    """The column of each role, by its name; a role without one is left out.

    `system` is the list that codes are from; `is_last_day` says whether a day in the column of those who left is the
    last as a member, and not the first without.
    """

    columns: Dict[str, str] = field(default_factory=dict)
    system: str = ""
    is_last_day: bool = False

    def column(self, role: Role) -> str:
        """The name of the column of a role, "" where there is none."""
        return self.columns.get(role, "")

    def changed(self, **columns: str) -> "Mapping":
        """The same with other columns for some roles, by the word of the role; "" leaves a role without one."""
        merged = {role: name for role, name in {**self.columns, **columns}.items() if name}
        return Mapping(merged, self.system, self.is_last_day)


@dataclass(frozen=True)
class Guess:
    """A mapping, why each of its columns was chosen, by role, and which columns nothing is read from."""

    mapping: Mapping
    reasons: Dict[str, str]
    unused: tuple[str, ...]


@cache
def header_words() -> dict[str, dict[str, int]]:
    """By role, the words of headers as they are looked up, with their places: the surest have the lowest."""
    told = tomllib.loads(HEADERS.read_text(encoding="utf-8"))
    return {role: {key_of(word): place for place, word in enumerate(told[role]["words"])} for role in Role}


@cache
def status_words() -> dict[str, frozenset[str]]:
    """By kind (`member`, `former`, `other`), the words that people have for a status."""
    told = tomllib.loads(HEADERS.read_text(encoding="utf-8"))["statuses"]
    return {kind: frozenset(map(key_of, words)) for kind, words in told.items()}


@cache
def total_words() -> frozenset[str]:
    """The words that a row of sums begins with."""
    return frozenset(map(key_of, tomllib.loads(HEADERS.read_text(encoding="utf-8"))["totals"]["words"]))


def kind_of(status: str) -> str:
    """Whether a status is that of a `member`, a `former` one, another (`other`), or cannot be told ("")."""
    key = key_of(status)
    return next((kind for kind, words in status_words().items() if key in words), "")


def is_header_word(cell: str) -> bool:
    """Whether a cell is a word by which a column is known."""
    key = key_of(cell)
    return any(key in words for words in header_words().values())


def word_score(name: str, role: Role) -> int:
    """How surely a header names a role: up to 100 for a word of its own, less for one among others, 0 for none."""
    words = header_words()[role]
    key = key_of(name.replace("_", " "))
    if key in words:
        return SURE - min(words[key], SURE // 2)
    parts = key.split()
    pairs = [" ".join(parts[place : place + 2]) for place in range(len(parts) - 1)]
    return max((SURE // 2 - min(words[part], SURE // 4) for part in (*pairs, *parts) if part in words), default=0)


@dataclass(frozen=True)
class _Column:
    name: str
    cells: tuple[str, ...]
    filled: int
    told: int
    """How many of its cells say a day or anything else, and not that there is none."""
    names: float
    days: float
    system: str
    codes: float


def guess_of(layout: Layout, countries: Countries, habits: Habits) -> Guess:
    """The guess for a layout: first by what stands in the columns, then by their headers."""
    columns = [_looked_at(place, layout, countries, habits) for place in range(len(layout.columns))]
    made = _Guessing(columns)
    made.choose_names()
    system = made.choose_codes()
    made.choose_days()
    made.choose_texts()
    mapping = Mapping(made.chosen, system, _are_last_days(made.chosen.get(Role.LEFT, ""), columns, habits))
    return Guess(mapping, made.reasons, tuple(column.name for column in made.left()))


def system_of(name: str, layout: Layout, countries: Countries, habits: Habits) -> str:
    """The list that most codes of a column are from, "" where they are from none."""
    return _looked_at(layout.columns.index(name), layout, countries, habits).system


class _Guessing:
    """Columns given to roles, one after the other."""

    def __init__(self, columns: list[_Column]) -> None:
        self._columns = columns
        self.chosen: dict[str, str] = {}
        self.reasons: dict[str, str] = {}

    def left(self) -> list[_Column]:
        """The columns without a role."""
        return [column for column in self._columns if column.name not in self.chosen.values()]

    def _choose(self, role: Role, column: _Column, reason: str, **told: object) -> None:
        self.chosen[role] = column.name
        self.reasons[role] = phrase("own_table", "reason", reason, column=column.name, **told)

    def choose_names(self) -> None:
        fitting = [each for each in self.left() if each.names >= (SOME if is_called(each, Role.COUNTRY) else MOST)]
        if fitting:
            best = max(fitting, key=lambda each: each.names + word_score(each.name, Role.COUNTRY) / SURE / 4)
            self._choose(Role.COUNTRY, best, "names", share=f"{best.names:.0%}")

    def choose_codes(self) -> str:
        coded = [each for each in self.left() if each.codes >= MOST]
        fitting = [each for each in coded if each.days < MOST or is_called(each, Role.CODE)]
        if not fitting:
            return ""
        best = max(fitting, key=lambda each: each.codes + word_score(each.name, Role.CODE) / SURE / 4)
        system = phrase("own_table", "system", best.system)
        self._choose(Role.CODE, best, "codes", share=f"{min(best.codes, 1):.0%}", system=system)
        return best.system

    def choose_days(self) -> None:
        """By header; a column of days whose header says nothing tells when somebody joined."""
        for role in (Role.LEFT, Role.JOINED):
            fitting = [each for each in self.left() if word_score(each.name, role) and _may_tell_days(each, role)]
            if fitting:
                self._choose(role, max(fitting, key=lambda each: word_score(each.name, role)), "days_named")
        others = [each for each in self.left() if each.days >= MOST and each.filled]
        if Role.JOINED not in self.chosen and others:
            self._choose(Role.JOINED, max(others, key=lambda each: each.days * each.filled), "days")

    def choose_texts(self) -> None:
        for role, most in ((Role.GROUP, MOST_GROUPS), (Role.STATUS, MOST_STATUSES), (Role.NOTE, 0)):
            fitting = [each for each in self.left() if word_score(each.name, role) and each.days < MOST and each.filled]
            if most:
                fitting = [each for each in fitting if len(set(filter(None, each.cells))) <= most]
            if fitting:
                self._choose(role, max(fitting, key=lambda each: word_score(each.name, role)), "header")


def is_called(column: _Column, role: Role) -> bool:
    """Whether the header of a column names a role."""
    return word_score(column.name, role) > 0


def _may_tell_days(column: _Column, role: Role) -> bool:
    """Whether a column has days; that of those who left may be empty as yet."""
    return column.days >= MOST or (role is Role.LEFT and column.told == 0)


def _looked_at(place: int, layout: Layout, countries: Countries, habits: Habits) -> _Column:
    cells = tuple(line.cell(place) for line in _sampled(layout.rows))
    filled = [cell for cell in cells if cell]
    of = max(len(filled), 1)
    name = layout.columns[place]
    names = sum(1 for cell in filled if len(cell) > 3 and countries.is_known(cell)) / of  # noqa: PLR2004
    told = [cell for cell in filled if dated(cell, habits) != NOTHING]
    days = sum(1 for cell in told if _is_day(cell, habits)) / max(len(told), 1)
    system, codes = "", 0.0
    for each in System:
        found = sum(1 for cell in filled if countries.by_code(cell, each) or countries.gone_by_code(cell, each)) / of
        if each in (System.M49, System.GW, System.COW):
            found = found if word_score(name, Role.CODE) or days < MOST else 0.0
            found = found if len(set(filled)) > 1 and not _counts_on(filled) else 0.0
            found += 0.01 if each.value in key_of(name) or (each is System.M49 and "iso" in key_of(name)) else 0.0
        if found > codes + 1e-9:
            system, codes = each.value, found
    return _Column(name, cells, len(filled), len(told), names, days, system, codes)


def _sampled(rows: tuple[Line, ...]) -> tuple[Line, ...]:
    width = max((len(row.cells) for row in rows), default=1)
    step = max(1, len(rows) // SAMPLED, len(rows) * width // SAMPLED_CELLS)
    return rows[::step]


def _is_day(cell: str, habits: Habits) -> bool:
    found = dated(cell, habits)
    return any(span is not None and (span.start or span.end) for span in (found.day_first, found.month_first))


def _counts_on(cells: list[str]) -> bool:
    """Whether numbers only count the rows: 1, 2, 3."""
    numbers = [int(cell) for cell in cells if cell.isdigit() and len(cell) < 7]  # noqa: PLR2004
    return len(numbers) == len(cells) and numbers[:1] <= [1] and all(two > one for one, two in pairwise(numbers))


def _are_last_days(name: str, columns: list[_Column], habits: Habits) -> bool:
    """Whether those who left did so mostly on the last day of a month, which is then their last as members."""
    cells = next((column.cells for column in columns if column.name == name), ())
    ends = [span.start or span.end for cell in cells if (span := dated(cell, habits).day_first)]
    whole = [end for end in ends if len(end) == len("2000-01-01")]
    return bool(whole) and sum(1 for end in whole if _is_last_of_month(end)) * 2 > len(whole)


def _is_last_of_month(day: str) -> bool:
    return next_after(day).endswith("-01")
