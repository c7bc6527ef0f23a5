"""What is asked of whoever gave a table, with the likeliest answers, and what an answer may be."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from data.dates import spelled_as_given
from data.gate.text import cut
from data.own_table.countries import Countries, key_of
from data.own_table.days import Habits, Span, dated
from data.words import phrase

GROUP = "group"
LEAVE_OUT = "leave-out"
DAY_FIRST = "day-first"
MONTH_FIRST = "month-first"
AS_TOLD = "as-told"
SPLIT = "split"
LATER = "later"
STATE = "state"
NO_DAY = "none"
EACH = "each"
MEMBER = "member"
OTHER = "other"
SHOWN_ROWS = 3


class Free(StrEnum):
    """What else may be answered than one of the options."""

    NOTHING = ""
    COUNTRY = "country"
    DAY = "day"


@dataclass(frozen=True)
class Option:
    """A possible answer, and how it reads."""

    value: str
    label: str


@dataclass(frozen=True)
class Question:
    """One question; `rows` are those that it is about, by number, `given` its answer, or one that does not fit."""

    id: str
    text: str
    options: tuple[Option, ...]
    free: Free = Free.NOTHING
    rows: tuple[int, ...] = ()
    given: str = ""


@dataclass
class Desk:
    """Takes the questions of a reading, and gives the answers there are."""

    answers: Mapping[str, str]
    countries: Countries
    habits: Habits
    _asked: dict[str, Question] = field(default_factory=dict)
    _answered: dict[str, Question] = field(default_factory=dict)
    _rows: dict[str, dict[int, None]] = field(default_factory=dict)

    def ask(self, question: Question, row: int) -> str:
        """The answer to a question, "" as long as there is none that fits; the row then waits for it."""
        answer = self._fitting(question)
        told = self._answered if answer else self._asked
        told.setdefault(question.id, replace(question, given=answer or self.answers.get(question.id, "").strip()))
        self._rows.setdefault(question.id, {})[row] = None
        return answer

    def _fitting(self, question: Question) -> str:
        given = self.answers.get(question.id, "").strip()
        if any(option.value == given for option in question.options):
            return given
        if question.free is Free.COUNTRY and given:
            return given if given in self.countries.names else self.countries.by_name(given).code
        if question.free is Free.DAY and given:
            read = dated(given, self.habits)
            return read.day_first.start if read.day_first and not read.is_open else ""
        return ""

    def questions(self) -> tuple[Question, ...]:
        """All that is open, in the order in which rows came to it."""
        return self._with_rows(self._asked)

    def answered(self) -> tuple[Question, ...]:
        """All that was asked and has its answer, as `given`."""
        return self._with_rows(self._answered)

    def _with_rows(self, asked: Mapping[str, Question]) -> tuple[Question, ...]:
        return tuple(replace(each, rows=tuple(self._rows[id_])) for id_, each in asked.items())


def option(value: str, key: str, **told: object) -> Option:
    """An answer with the words of a key."""
    return Option(value, phrase("own_table", "option", key, **told))


def leave_out() -> Option:
    """The answer that takes the rows out."""
    return option(LEAVE_OUT, "leave_out")


def _text(key: str, **told: object) -> str:
    return phrase("own_table", "question", key, **told)


def which_country(text: str, code: str, codes: tuple[str, ...], names: Mapping[str, str]) -> Question:
    """Whom a name means, or a name and a code that do not agree."""
    options = (*(Option(each, names[each]) for each in codes), leave_out())
    if code:
        return Question(
            f"country:{code}:{key_of(text)}", _text("two_countries", name=text, code=code), options, Free.COUNTRY
        )
    kind = "country" if codes else "nobody"
    return Question(f"country:{key_of(text) or text}", _text(kind, name=text), options, Free.COUNTRY)


def which_cells(cells: tuple[str, ...], columns: int, ways: Mapping[str, tuple[str, tuple[str, ...]]]) -> Question:
    """Which cells of a line are one, where it has more than the table has columns; by column, that one and the line."""
    options = (*(option(column, "cells", column=column, cell=one) for column, (one, _) in ways.items()), leave_out())
    told = " | ".join(cells)
    return Question(f"cells:{told}", _text("cells", cells=cut(told), found=len(cells), columns=columns), options)


def which_order(column: str, cell: str, spans: tuple[Span, Span]) -> Question:
    """Whether the days of a table have the day first or the month."""
    options = tuple(
        option(value, key, date=cell, day=spelled_as_given(span.start or span.end))
        for value, key, span in zip((DAY_FIRST, MONTH_FIRST), ("day_first", "month_first"), spans, strict=True)
    )
    return Question("order", _text("order", column=column, date=cell), options)


def which_day(column: str, cell: str, days: tuple[str, ...], key: str) -> Question:
    """What a cell of a column of days says, asked in the words of a key."""
    options = (*(Option(day, spelled_as_given(day)) for day in days), option(NO_DAY, "no_day"), leave_out())
    return Question(f"day:{column}:{cell}", _text(key, column=column, cell=cell), options, Free.DAY)


def no_day(first: str) -> Question:
    """Since when those belong of whom the table says no day."""
    options = (leave_out(), *([option(first, "from_first", day=spelled_as_given(first))] if first else []))
    return Question("no-day", _text("no_day" if first else "no_days"), options, Free.DAY)


def when_left(row: int, name: str) -> Question:
    """When somebody left who is called a former member."""
    return Question(f"left:{row}", _text("left", name=name), (leave_out(),), Free.DAY)


def is_member(status: str) -> Question:
    """Whether those of a status are counted as members."""
    options = (option(MEMBER, "member"), option(OTHER, "other"), leave_out())
    return Question(f"status:{key_of(status) or status}", _text("status", status=status), options)


def which_group(column: str, groups: Mapping[str, int]) -> Question:
    """Of which membership a table is to be taken that tells of several."""
    options = tuple(option(group, "group", group=group, n=rows) for group, rows in groups.items())
    return Question(GROUP, _text("group", column=column, n=len(groups)), options)


def which_state(name: str, state: str, start: str, first: str, code: str, kept: tuple[str, ...]) -> Question:
    """What is meant where a country was part of another state on the day on which a table says it joined."""
    began, own_day = spelled_as_given(start), spelled_as_given(first)
    known = {
        SPLIT: option(SPLIT, "split", state=state, name=name, day=own_day),
        LATER: option(LATER, "later", name=name, day=own_day),
        STATE: option(STATE, "state", state=state),
        AS_TOLD: option(AS_TOLD, "as_told", name=name, day=began),
    }
    options = (*(known[each] for each in kept), leave_out())
    return Question(f"state:{code}:{start}", _text("state", name=name, state=state, day=began), options)


def just_before(name: str, state: str, start: str, first: str) -> Question:
    """What is meant where several countries joined shortly before they were states; the first of them is named."""
    options = (option(LATER, "each_later"), option(EACH, "each"), leave_out())
    told = _text("just_before", name=name, state=state, day=spelled_as_given(start), first=spelled_as_given(first))
    return Question("just-before", told, options)


def which_row(name: str, code: str, status: str, rows: Mapping[int, str]) -> Question:
    """Which of several rows holds that say different things of one time."""
    options = tuple(option(str(row), "row", row=row, span=span) for row, span in rows.items())
    return Question(f"twice:{code}:{status}", _text("twice", name=name), options)


def which_value(columns: tuple[str, ...]) -> Question:
    """Which column of a table of years says who belongs."""
    options = (*(Option(column, column) for column in columns), option("presence", "presence"))
    return Question("panel-value", _text("value"), options)


def were_they_there(name: str, first: str, last: str) -> Question:
    """Whether countries belonged in years that are missing between two in which they do; the first is named."""
    key = "gap" if first != last else "gap_year"
    options = (option("through", "through"), option("left", "left_between"))
    return Question("panel-gap", _text(key, name=name, first=first, last=last), options)


def still_there(last: str) -> Question:
    """Whether those who belong in the last year of a table of years still do."""
    options = (option("still", "still"), option("end", "ends_with", year=last))
    return Question("panel-last", _text("last_year", year=last), options)
