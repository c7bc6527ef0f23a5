"""A table read: each of its lines taken, asked about, refused or left aside, and the membership that comes of it."""

from collections import Counter
from collections.abc import Mapping as Dict
from dataclasses import dataclass, field, replace
from datetime import date

from data.memberships.value import Membership
from data.own_table import questions as ask
from data.own_table.columns import Guess, Mapping, Role, is_header_word, total_words
from data.own_table.countries import Countries, System, key_of
from data.own_table.days import CENTURY, Habits, dated
from data.own_table.drafts import Draft, LeftOut, Reader, Refused, Waits, Wrong
from data.own_table.faults import fault
from data.own_table.files import grid_of
from data.own_table.grid import Grid, Line
from data.own_table.history import History
from data.own_table.joined_up import Joiner, Sorted
from data.own_table.layout import Aside, Layout, Why, layout_of
from data.own_table.overfull import mended
from data.own_table.panel import Panel, unrolled
from data.own_table.questions import Desk, Question
from data.own_table.telling import Looks, Taken, membership_from, taken_from
from data.tables import Tables, current_tables
from data.words import phrase

SOON = 10
APART = 20
"""Years that a table may tell ahead, and by which its first are apart from others where two digits meant them."""


@dataclass(frozen=True)
class Asked:
    """A row that waits for answers."""

    row: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    """What became of a table; every line of it stands in exactly one of `taken`, `asked`, `refused` and `aside`.

    One line may be taken as two rows: a state that is gone, and who took over its seat.
    """

    file: str
    grid: Grid
    layout: Layout
    guess: Guess
    mapping: Mapping
    answers: Dict[str, str]
    taken: tuple[Taken, ...]
    asked: tuple[Asked, ...]
    refused: tuple[Refused, ...]
    aside: tuple[Aside, ...]
    questions: tuple[Question, ...]
    answered: tuple[Question, ...]
    statuses: Dict[str, bool]
    """Every status but plain membership, with whether it counts as a member."""
    today: date
    raw: bytes = field(repr=False)
    tables: Tables = field(repr=False)
    panel: Panel | None = None
    """How the table tells of years, where it is read year by year."""
    looks: Looks = field(default_factory=dict)
    """What was chosen of the statuses' names and colours."""

    def problems(self) -> list[str]:
        """A sentence for each row that was refused."""
        return [each.sentence(self.file) for each in self.refused]

    def remarks(self) -> list[str]:
        """A sentence for each row shown otherwise than one might think, and for where a table of years begins."""
        told = [remark for each in self.taken if (remark := each.remark())]
        if self.panel and any(each.start_on == str(self.panel.first) for each in self.taken):
            told.append(phrase("own_table", "remark", "first_year", year=self.panel.first))
        return told

    def membership(self, title: str = "") -> Membership:
        """The membership of all that was taken; raises TableError where nothing was, or where it does not hold."""
        return membership_from(self.taken, self.statuses, self.file, title, self.today, self.tables, self.looks)

    def again(self, answers: Dict[str, str] | None = None, mapping: Mapping | None = None) -> "Reading":
        """The same table with other answers, or by another mapping."""
        made = read_table(
            self.raw,
            self.file,
            self.answers if answers is None else answers,
            mapping or self.mapping,
            today=self.today,
            tables=self.tables,
        )
        return replace(made, looks=self.looks)


def read_table(
    raw: bytes,
    name: str,
    answers: Dict[str, str] | None = None,
    mapping: Mapping | None = None,
    *,
    today: date | None = None,
    tables: Tables | None = None,
) -> Reading:
    """A table as a file has it, read with the answers there are.

    Parameters
    ----------
    raw
        The bytes of the file.
    name
        What sentences call it.
    answers
        By the id of a question; those to questions that are not asked do nothing.
    mapping
        Which column says what; the guess where not given.
    today
        By which years of two digits are told; the day itself where not given.
    tables
        The atlas's own tables.

    Raises
    ------
    GateError
        With a sentence, where there is no table in the file.
    """
    tables = tables or current_tables()
    today = today or date.today()
    answers = dict(answers or {})
    countries = Countries.of(tables)
    grid = grid_of(raw, name, countries.is_known)
    habits = Habits(grid.day_zero, today.year)
    layout = _without_headings(
        layout_of(grid, lambda cell: _names_somebody(cell, countries), is_header_word), countries
    )
    if not layout.rows:
        raise fault("no_table", file=name)
    cells = {line.number: line.cells for line in layout.rows}
    desk = Desk(answers, countries, habits)
    whole = mended(layout, grid, mapping, desk)
    years = unrolled(whole.layout, whole.guess, desk, today.year)
    layout, guess = (years or whole).layout, (years or whole).guess
    chosen = mapping or guess.mapping
    desk.habits = _with_years_to_come(habits, layout, chosen)
    history = History(tables)
    rows, aside, waiting = _of_group(layout, chosen, desk)
    reader = Reader(layout.columns, rows, chosen, desk, history)
    found, drafts = _drafted(rows, reader)
    found_later = Joiner(history, desk).sorted(drafts)
    waiting |= whole.waiting | (years.waiting if years else set())
    asked = sorted(waiting | found.waiting | found_later.waiting)
    left_out = whole.left_out | found.left_out | found_later.left_out
    for why, out in ((Why.LEFT_OUT, left_out), (Why.NOT_CHOSEN, found_later.not_chosen)):
        aside += [Aside(row, why, cells[row]) for row in sorted(out)]
    refused = sorted((*found.refused, *found_later.refused), key=lambda each: each.row)
    kept = _once(found_later.kept, {each.row for each in refused} | set(asked) | {each.row for each in aside})
    return Reading(
        file=name,
        grid=grid,
        layout=layout,
        guess=guess,
        mapping=chosen,
        answers=answers,
        taken=tuple(taken_from(draft, history, countries.names) for draft in kept),
        asked=tuple(Asked(row, cells[row]) for row in asked),
        refused=tuple(refused),
        aside=tuple(sorted(aside, key=lambda each: each.row)),
        questions=desk.questions(),
        answered=desk.answered(),
        statuses=reader.statuses(iter(kept)),
        today=today,
        raw=raw,
        tables=tables,
        panel=years.panel if years else None,
    )


def _names_somebody(cell: str, countries: Countries) -> bool:
    """Whether a cell names a country, or is a code in capital letters."""
    if countries.is_known(cell):
        return True
    return cell.isupper() and any(countries.by_code(cell, system) for system in (System.ISO2, System.ISO3))


def _without_headings(layout: Layout, countries: Countries) -> Layout:
    """A layout without sums and without lines of one cell that resemble nobody, such as those above groups of rows."""
    if max((len(line.filled) for line in layout.rows), default=0) < 2:  # noqa: PLR2004
        return layout
    out = {}
    for line in layout.rows:
        if key_of(line.filled[0]) in total_words():
            out[line.number] = Aside(line.number, Why.TOTAL, line.cells)
        elif len(set(line.filled)) == 1 and not _resembles(line.filled[0], countries):
            out[line.number] = Aside(line.number, Why.HEADING, line.cells)
    rows = tuple(line for line in layout.rows if line.number not in out)
    return replace(layout, rows=rows, aside=(*layout.aside, *out.values()))


def _resembles(cell: str, countries: Countries) -> bool:
    """Whether a cell names somebody, could be a misspelt name, or is a number."""
    return any(sign.isdigit() for sign in cell) or _names_somebody(cell, countries) or bool(countries.likely(cell))


def _with_years_to_come(habits: Habits, layout: Layout, mapping: Mapping) -> Habits:
    """Habits by which two digits mean a year soon to come, where that suits the other days and the past does not."""
    names = [mapping.column(role) for role in (Role.JOINED, Role.LEFT)]
    places = [layout.columns.index(name) for name in names if name in layout.columns]
    read = [dated(line.cell(place), habits) for line in layout.rows for place in places]
    spans = [each.day_first for each in read if each.has_short_year and each.day_first]
    short = [int(span.start[:4]) for span in spans if span.start]
    soon = habits.newest_short_year + SOON
    early = [year for year in short if year + CENTURY <= soon]
    rest = [year for year in short if year + CENTURY > soon]
    is_apart = bool(early and rest) and min(rest) - max(early) > APART
    return replace(habits, newest_short_year=soon) if is_apart else habits


def _of_group(layout: Layout, mapping: Mapping, desk: Desk) -> tuple[tuple[Line, ...], list[Aside], set[int]]:
    """The rows of the membership that is meant, where a table tells of several; all wait until that is said."""
    aside = list(layout.aside)
    column = mapping.column(Role.GROUP)
    if column not in layout.columns:
        return layout.rows, aside, set()
    place = layout.columns.index(column)
    groups = Counter(line.cell(place) for line in layout.rows if line.cell(place))
    if len(groups) < 2:  # noqa: PLR2004
        return layout.rows, aside, set()
    question = ask.which_group(column, dict(groups.most_common()))
    answers = {line.number: desk.ask(question, line.number) for line in layout.rows}
    chosen = next(iter(answers.values()))
    if not chosen:
        return (), aside, set(answers)
    aside += [Aside(line.number, Why.OTHER_GROUP, line.cells) for line in layout.rows if line.cell(place) != chosen]
    return tuple(line for line in layout.rows if line.cell(place) == chosen), aside, set()


def _drafted(rows: tuple[Line, ...], reader: Reader) -> tuple[Sorted, list[Draft]]:
    found = Sorted()
    drafts: list[Draft] = []
    for line in rows:
        try:
            drafts.append(reader.draft(line))
        except Waits:
            found.waiting.add(line.number)
        except LeftOut:
            found.left_out.add(line.number)
        except Wrong as wrong:
            found.refused.append(wrong.refused)
    return found, drafts


def _once(drafts: list[Draft], elsewhere: set[int]) -> list[Draft]:
    """Drafts of lines that are nowhere else."""
    return [draft for draft in drafts if draft.row not in elsewhere]
