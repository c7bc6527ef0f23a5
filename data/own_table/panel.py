"""Tables that tell of each year, in a row or in a column of its own: read as from when to when.

A year told with membership begins a spell where the year before it in the table has none, and ends where the next has
none. Who leaves and comes back has two spells.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from data.own_table import questions as ask
from data.own_table.columns import Guess, Role, header_words, kind_of
from data.own_table.columns import Mapping as Columns
from data.own_table.countries import key_of
from data.own_table.days import FIRST_YEAR, LAST_YEAR
from data.own_table.grid import Line
from data.own_table.layout import Aside, Layout, Why
from data.own_table.questions import Desk
from data.words import phrase

YEAR_HEADER = re.compile(r"(?:[a-z]{1,8}[ _.]?)?(\d{4})", re.IGNORECASE)
YEAR_CELL = re.compile(r"(\d{4})(?:\.0+)?")
YEAR_NAMES = frozenset({"year", "years", "jahr", "annee", "ano", "anno", "rok", "год", "рік", "time", "period", "yr"})
FEWEST_YEARS = 3
MOST_KINDS = 12
NEARLY_ALL = 0.95
ROWS_EACH = 2
YES = frozenset(
    {"1", "1 0", "yes", "y", "true", "t", "x", "ja", "j", "oui", "o", "si", "s", "sim", "tak", "да", "так", "✓", "✔"}
)
NO = frozenset({"0", "0 0", "no", "n", "false", "f", "nein", "non", "nie", "nao", "нет", "ні", "✗", "✘", ""})
GAPS = frozenset({"na", "n a", "nan", "null", "none", "unknown", "99", "9", "88", "77"})
SIGNS = frozenset("✓✔✗✘")
THROUGH = "through"
LEFT = "left"
STILL = "still"
END = "end"
AS_ROWS = "rows"
PRESENCE = "presence"
PANEL = "panel"
"""The id under which it is kept that a table is not to be read year by year."""


@dataclass(frozen=True)
class Panel:
    """How a table tells of years: a column for each, or a row; `value` is the column that says who belongs."""

    is_wide: bool
    first: int
    last: int
    countries: int
    year: str = ""
    value: str = ""


@dataclass
class Unrolled:
    """The same table as from when to when, the lines that say nothing more, and those that wait."""

    panel: Panel
    layout: Layout
    guess: Guess
    waiting: set[int] = field(default_factory=set)


def flag_of(cell: str) -> str | None:
    """The status that a cell says, "" for plain membership, `ask.NO_DAY` for none, and None where it is not told."""
    text = cell.strip()
    key = text if text in SIGNS else key_of(text)
    if text.startswith("-") and text[1:].isdigit():
        return None
    if key in YES or kind_of(text) == "member":
        return ""
    if key in NO or kind_of(text) == "former" or key in ("non member", "not a member"):
        return ask.NO_DAY
    return None if key in GAPS else text


def _is_flag(cell: str) -> bool:
    """Whether a cell may say that somebody belongs: a word for it, or a number that is a kind."""
    found = flag_of(cell)
    return found in ("", ask.NO_DAY, None) or kind_of(cell) != "" or (cell.isdigit() and len(cell) == 1)


def unrolled(layout: Layout, guess: Guess, desk: Desk, this_year: int) -> Unrolled | None:
    """The spells of a table of years; None for any other table, and where it was said that it is none."""
    if desk.answers.get(PANEL) == AS_ROWS or not layout.has_header:
        return None
    who = [guess.mapping.column(role) for role in (Role.COUNTRY, Role.CODE)]
    if not any(who):
        return None
    return _wide(layout, guess, desk, this_year) or _long(layout, guess, desk, this_year)


# A column for each year


def _wide(layout: Layout, guess: Guess, desk: Desk, this_year: int) -> Unrolled | None:
    years = {
        place: int(found[1])
        for place, name in enumerate(layout.columns)
        if (found := YEAR_HEADER.fullmatch(name)) and FIRST_YEAR <= int(found[1]) <= LAST_YEAR
    }
    if len(years) < FEWEST_YEARS or len(set(years.values())) < len(years):
        return None
    cells = Counter(line.cell(place) for line in layout.rows for place in years)
    filled = {cell: n for cell, n in cells.items() if cell}
    fitting = sum(n for cell, n in filled.items() if _is_flag(cell))
    if len(filled) > MOST_KINDS or fitting < NEARLY_ALL * sum(filled.values()) or not fitting:
        return None
    is_blank_no = not any(flag_of(cell) == ask.NO_DAY for cell in filled)
    told = {
        line.number: {
            year: None if not line.cell(place) and not is_blank_no else flag_of(line.cell(place))
            for place, year in years.items()
        }
        for line in layout.rows
    }
    panel = Panel(True, min(years.values()), max(years.values()), len(layout.rows))
    made = _Spells(panel, layout, guess, desk, this_year, sorted(years.values()))
    for line in layout.rows:
        made.add(line, told[line.number])
    return made.result()


# A row for each year


def _long(layout: Layout, guess: Guess, desk: Desk, this_year: int) -> Unrolled | None:
    year = _year_column(layout)
    if not year or guess.mapping.column(Role.LEFT):
        return None
    at = layout.columns.index(year)
    groups: dict[tuple[str, str], dict[int, Line]] = defaultdict(dict)
    for line in layout.rows:
        found = YEAR_CELL.fullmatch(line.cell(at))
        who = groups[_who(line, layout, guess.mapping)]
        if found is None or int(found[1]) in who:
            return None
        who[int(found[1])] = line
    if len(layout.rows) < ROWS_EACH * len(groups) or max(map(len, groups.values())) < FEWEST_YEARS:
        return None
    years = sorted({each for told in groups.values() for each in told})
    panel = Panel(False, years[0], years[-1], len({who for who, _ in groups}), year)
    values = _value_columns(layout, guess.mapping, year)
    value = values[0] if len(values) == 1 else ""
    if len(values) > 1:
        question = ask.which_value(values)
        answers = {desk.ask(question, line.number) for line in layout.rows}
        value = answers.pop()
        if not value:
            return Unrolled(panel, replace(layout, rows=()), guess, {line.number for line in layout.rows})
        value = "" if value == PRESENCE else value
    place = layout.columns.index(value) if value else -1
    made = _Spells(replace(panel, value=value), layout, guess, desk, this_year, years)
    for told in groups.values():
        lines = [told[each] for each in sorted(told)]
        made.add(lines[0], {each: flag_of(line.cell(place)) if value else "" for each, line in told.items()}, told)
    return made.result()


def _year_column(layout: Layout) -> str:
    for place, name in enumerate(layout.columns):
        cells = [line.cell(place) for line in layout.rows]
        if key_of(name) in YEAR_NAMES and all(YEAR_CELL.fullmatch(cell) for cell in cells):
            return name
    return ""


def _who(line: Line, layout: Layout, mapping: Columns) -> tuple[str, str]:
    """Whom a row is about, and of which membership."""

    def cell(role: Role) -> str:
        name = mapping.column(role)
        return line.cell(layout.columns.index(name)) if name in layout.columns else ""

    return cell(Role.COUNTRY) or cell(Role.CODE), cell(Role.GROUP)


def _value_columns(layout: Layout, mapping: Columns, year: str) -> tuple[str, ...]:
    """The columns that may say who belongs; those that are called so where some are."""
    taken = {year, *(mapping.column(role) for role in (Role.COUNTRY, Role.CODE, Role.GROUP))}
    found = []
    for place, name in enumerate(layout.columns):
        cells = Counter(line.cell(place) for line in layout.rows)
        flags = [flag_of(cell) for cell in cells]
        belongs = any(flag is not None and flag != ask.NO_DAY for flag in flags)
        if name not in taken and len(cells) <= MOST_KINDS and all(map(_is_flag, cells)) and belongs:
            found.append(name)
    words = header_words()[Role.STATUS].keys() | {"member", "membership", "is member", "belongs"}
    called = [name for name in found if key_of(name.replace("_", " ")) in words]
    return tuple(called if len(called) == 1 else found)


# Years held against each other


class _Spells:
    """Collects the spells of each country."""

    def __init__(
        self, panel: Panel, layout: Layout, guess: Guess, desk: Desk, this_year: int, years: list[int]
    ) -> None:
        self._panel, self._layout, self._guess, self._desk = panel, layout, guess, desk
        self._years = years
        self._is_old = years[-1] < this_year - 1
        self._kept = [name for role in (Role.COUNTRY, Role.CODE, Role.GROUP) if (name := guess.mapping.column(role))]
        self._rows: list[Line] = []
        self._aside: list[Aside] = []
        self._waiting: set[int] = set()

    def add(self, line: Line, told: Mapping[int, str | None], lines: Mapping[int, Line] | None = None) -> None:
        """Add what a country's years say; `lines` are those of the years, where each has its own."""
        rows = {each.number: each for each in (lines or {0: line}).values()}
        values = self._with_gaps([told.get(year) for year in self._years], line)
        if values is None or not (spells := list(self._spells(values, line))):
            if values is None or line.number in self._waiting:
                self._waiting |= rows.keys()
            else:
                self._aside += (Aside(row, Why.NEVER, each.cells) for row, each in rows.items())
            return
        used = set()
        for status, start, end in spells:
            of_spell = lines[start].number if lines else line.number
            used.add(of_spell)
            cells = [line.cell(self._layout.columns.index(name)) for name in self._kept]
            self._rows.append(Line(of_spell, (*cells, str(start), end, status)))
        self._aside += (Aside(row, Why.OTHER_YEAR, each.cells) for row, each in rows.items() if row not in used)

    def _with_gaps(self, values: list[str | None], line: Line) -> list[str] | None:
        """The values with an answer for years that are missing between two that say the same; None while it waits."""
        known = [place for place, value in enumerate(values) if value is not None]
        filled = [ask.NO_DAY if value is None else value for value in values]
        for one, two in pairwise(known):
            value = values[one]
            if two - one < 2 or value == ask.NO_DAY or value != values[two]:  # noqa: PLR2004
                continue
            question = ask.were_they_there(self._name(line), str(self._years[one + 1]), str(self._years[two - 1]))
            answer = self._desk.ask(question, line.number)
            if not answer:
                return None
            if answer == THROUGH:
                filled[one:two] = [value or ""] * (two - one)
        return filled

    def _spells(self, values: list[str], line: Line) -> Iterator[tuple[str, int, str]]:
        begun = 0
        for place, value in enumerate(values):
            is_last = place + 1 == len(values)
            if not is_last and values[place + 1] == value:
                continue
            if value != ask.NO_DAY:
                end = "" if is_last else str(self._years[place + 1])
                if is_last and self._is_old:
                    answer = self._desk.ask(ask.still_there(str(self._years[-1])), line.number)
                    if not answer:
                        self._waiting.add(line.number)
                        return
                    end = str(self._years[-1] + 1) if answer == END else ""
                yield value, self._years[begun], end
            begun = place + 1

    def _name(self, line: Line) -> str:
        return line.cell(self._layout.columns.index(self._kept[0]))

    def result(self) -> Unrolled:
        """The table of spells."""
        rows = sorted((row for row in self._rows if row.number not in self._waiting), key=lambda row: row.number)
        aside = [each for each in self._aside if each.row not in self._waiting]
        names = tuple(phrase("own_table", PANEL, name) for name in ("start", "end", "status"))
        layout = Layout((*self._kept, *names), tuple(rows), (*self._layout.aside, *aside), has_header=True)
        roles = zip((Role.JOINED, Role.LEFT, Role.STATUS), names, strict=True)
        old = self._guess
        columns = {role: name for role, name in old.mapping.columns.items() if name in self._kept}
        given = {**columns, **{str(role): name for role, name in roles}}
        why = phrase("own_table", PANEL, "reason")
        reasons = {role: old.reasons.get(role, why) for role in columns} | dict.fromkeys(
            (Role.JOINED, Role.LEFT, Role.STATUS), why
        )
        guess = Guess(Columns(given, old.mapping.system), reasons, ())
        return Unrolled(self._panel, layout, guess, self._waiting)
