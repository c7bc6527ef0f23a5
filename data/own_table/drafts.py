"""One line of a table as far as it can be told by itself: who, in which status, from when to when."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from data.dates import end_day, first_day
from data.own_table import questions as ask
from data.own_table.columns import Mapping, Role, kind_of
from data.own_table.countries import Called, Countries, System, key_of
from data.own_table.days import Dated, Habits, Span, dated, days_within, next_after, without_footnotes
from data.own_table.grid import Line
from data.own_table.history import History
from data.own_table.questions import Desk
from data.words import phrase

MOST_DAYS = 3


@dataclass(frozen=True)
class Draft:
    """What a line says; days as in the tables, the end being the first day after."""

    row: int
    code: str
    status: str
    start: str
    end: str = ""
    note: str = ""
    of: str = ""
    continues: str = ""
    end_reason: str = ""
    on_ground_of: str = ""
    """What the table calls a state that is shown on the larger ground of a later one."""


@dataclass(frozen=True)
class Refused:
    """A row that cannot be taken: what was found, and what was expected."""

    row: int
    found: str
    expected: str

    def sentence(self, file: str) -> str:
        """The row as a problem of its file."""
        return phrase(
            "own_table", "refused", "sentence", file=file, row=self.row, found=self.found, expected=self.expected
        )


class Waits(Exception):
    """A line waits for answers."""


class LeftOut(Exception):
    """A line was left out by an answer."""


class Wrong(Exception):
    """A line cannot be taken; `refused` says why."""

    def __init__(self, row: int, key: str, **told: object) -> None:
        super().__init__(key)
        found = phrase("own_table", "refused", f"{key}_found", **told)
        self.refused = Refused(row, found, phrase("own_table", "refused", f"{key}_expected", **told))


class Reader:
    """Reads the lines of a table by a mapping; knows the habits of its columns."""

    def __init__(
        self, columns: tuple[str, ...], lines: tuple[Line, ...], mapping: Mapping, desk: Desk, history: History
    ) -> None:
        self._desk = desk
        self._history = history
        self._countries: Countries = desk.countries
        self._habits: Habits = desk.habits
        self._mapping = mapping
        self._places = {role: columns.index(name) for role in Role if (name := mapping.column(role)) in columns}
        self._order = self._order_of(lines)
        self._named = frozenset(code for line in lines if (code := self._called(line).code))
        self._has_provinces = any(key_of(self._cell(line, Role.COUNTRY)) in self._countries.provinces for line in lines)
        self._first = min(filter(None, map(self._plain_start, lines)), default="")

    def _cell(self, line: Line, role: Role) -> str:
        return line.cell(self._places.get(role, -1))

    def _plain_start(self, line: Line) -> str:
        read = dated(self._cell(line, Role.JOINED), self._habits)
        return read.day_first.start if read.day_first and not read.is_open else ""

    def _order_of(self, lines: tuple[Line, ...]) -> str:
        """Which number of a day comes first: as the cells say that can be read one way only; "" for undecided."""
        found: Counter[str] = Counter()
        for line in lines:
            for role in (Role.JOINED, Role.LEFT):
                read = dated(self._cell(line, role), self._habits)
                if read.day_first is None or read.month_first is None:
                    found[ask.DAY_FIRST] += read.day_first is not None
                    found[ask.MONTH_FIRST] += read.month_first is not None
        said = [order for order in (ask.DAY_FIRST, ask.MONTH_FIRST) if found[order]]
        return said[0] if len(said) == 1 else "both" if said else ""

    def draft(self, line: Line) -> Draft:
        """What a line says. Raises Waits, LeftOut or Wrong."""
        waits = False
        code = status = ""
        span = Span()
        try:
            span = self._span(line)
        except Waits:
            waits = True
        try:
            code = self._code(line, span.start)
        except Waits:
            waits = True
        try:
            status = self._status(line)
        except Waits:
            waits = True
        if waits:
            raise Waits
        span = self._complete(line, span, code, status)
        note = self._cell(line, Role.NOTE)
        return Draft(line.number, code, self._key(status), span.start, span.end, note, on_ground_of=self._smaller(line))

    # Who

    def _called(self, line: Line) -> Called:
        name, code = self._cell(line, Role.COUNTRY), self._cell(line, Role.CODE)
        if code and self._mapping.system:
            codes = self._countries.by_code(code, System(self._mapping.system))
            if codes:
                return Called(codes, by_day=len(codes) > 1)
        if not name:
            return Called()
        found = self._countries.by_name(name)
        if found.codes or found.is_gone or len(name) > len("DEU"):
            return found
        return Called(self._countries.by_code(name, System.ISO3) or self._countries.by_code(name, System.ISO2))

    def _system(self) -> System | None:
        return System(self._mapping.system) if self._mapping.system else None

    def _smaller(self, line: Line) -> str:
        name, code = self._cell(line, Role.COUNTRY), self._cell(line, Role.CODE)
        return name or code if self._countries.is_smaller(name, code, self._system()) else ""

    def _code(self, line: Line, start: str) -> str:
        name, given = self._cell(line, Role.COUNTRY), self._cell(line, Role.CODE)
        if not name and not given:
            raise Wrong(line.number, "no_country", cells=" | ".join(line.filled)[:80])
        found = self._called(line)
        by_name = self._countries.by_name(name) if name and given else Called()
        if found.by_day:
            found = self._of_several(found, by_name, start)
        if found.code and by_name.code and not self._agree(found.code, by_name.code):
            return self._answer(ask.which_country(name, given, (found.code, by_name.code), self._countries.names), line)
        system = self._system()
        if system and given and not found.codes and (gone := self._countries.gone_by_code(given, system)):
            raise Wrong(line.number, "gone", name=name or gone)
        if found.is_gone and not by_name.codes:
            raise Wrong(line.number, "gone", name=name)
        if found.code and not self._is_american(found.code):
            return found.code
        rest = tuple(code for code in found.codes if code not in self._named) if found.is_asked else found.codes
        if self._is_settled(found, rest):
            return rest[0]
        known = rest or found.codes or self._countries.likely(name or given)
        likely = tuple(sorted(known, key=lambda code: bool(start) and not self._history.was_there(code, start)))
        return self._answer(ask.which_country(name or given, "", likely, self._countries.names), line)

    def _is_american(self, code: str) -> bool:
        return code == "GEO" and self._has_provinces

    def _is_settled(self, found: Called, rest: tuple[str, ...]) -> bool:
        """Whether the other rows of the table say whom a name means: all others have rows of their own."""
        if found.codes == ("GEO",):
            return not self._has_provinces
        return len(found.codes) > 1 and len(rest) == 1

    def _of_several(self, found: Called, by_name: Called, start: str) -> Called:
        """Which of several states of one name or number: the one that is named, or that was there on the day."""
        if by_name.code in found.codes:
            return by_name
        there = [code for code in found.codes if start and self._history.was_there(code, start)]
        return Called((there[0],)) if len(there) == 1 else Called(found.codes, is_asked=True)

    def _agree(self, one: str, two: str) -> bool:
        return one == two or self._history.follow_one_another(one, two)

    def _answer(self, question: ask.Question, line: Line) -> str:
        answer = self._desk.ask(question, line.number)
        if not answer:
            raise Waits
        if answer == ask.LEAVE_OUT:
            raise LeftOut
        return answer

    # When

    def _span(self, line: Line) -> Span:
        joined, left = self._day(line, Role.JOINED), self._day(line, Role.LEFT)
        return Span(joined.start, self._ended(left.start or left.end or joined.end))

    def _ended(self, end: str) -> str:
        return next_after(end) if end and self._mapping.is_last_day else end

    def _day(self, line: Line, role: Role) -> Span:
        cell = self._cell(line, role)
        read = dated(cell, self._habits)
        if not read.is_readable:
            return self._asked_day(line, role, cell, days_within(cell, self._habits)[:MOST_DAYS])
        if not read.is_open:
            return read.day_first or read.month_first or Span()
        return self._by_order(line, role, cell, read)

    def _by_order(self, line: Line, role: Role, cell: str, read: Dated) -> Span:
        spans = (read.day_first or Span(), read.month_first or Span())
        order = self._order
        if order == "both":
            return self._asked_day(line, role, cell, tuple(span.start or span.end for span in spans), "two_days")
        if not order:
            order = self._answer(ask.which_order(self._mapping.column(role), cell, spans), line)
        return spans[0] if order == ask.DAY_FIRST else spans[1]

    def _asked_day(self, line: Line, role: Role, cell: str, days: tuple[str, ...], key: str = "") -> Span:
        key = key or ("days" if len(days) > 1 else "day")
        answer = self._answer(ask.which_day(self._mapping.column(role), cell, days, key), line)
        return Span() if answer == ask.NO_DAY else Span(answer)

    def _complete(self, line: Line, span: Span, code: str, status: str) -> Span:
        """With a first day, and with a last one for those who are called former members."""
        if not span.start:
            span = replace(span, start=self._answer(ask.no_day(self._first), line))
        if not span.end and kind_of(status) == "former":
            span = replace(span, end=self._answer(ask.when_left(line.number, self._countries.names[code]), line))
        if span.end and end_day(span.end) <= first_day(span.start):
            raise Wrong(line.number, "backwards", joined=span.start, left=span.end)
        return span

    # In which status

    def _status(self, line: Line) -> str:
        text = without_footnotes(self._cell(line, Role.STATUS))
        if not text or kind_of(text) in ("member", "former"):
            return text
        if kind_of(text) == "":
            self._answer(ask.is_member(text), line)
        return text

    def _key(self, status: str) -> str:
        return "" if not status or kind_of(status) in ("member", "former") else status

    def statuses(self, drafts: Iterator[Draft]) -> dict[str, bool]:
        """Every status but plain membership, the most frequent first, each with whether it counts as a member."""
        counted = Counter(draft.status for draft in drafts if draft.status)
        return {
            status: self._desk.answers.get(f"status:{key_of(status) or status}") == ask.MEMBER
            for status, _ in counted.most_common()
        }
