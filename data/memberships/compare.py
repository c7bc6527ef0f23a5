"""Two memberships of one day: who belongs to both, who to one and not the other, in a sentence and as rows.

Land told apart from its state counts on neither side, and a state of its time is its country where that is the same
ground: West Germany in one list is Germany in another.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from data.csv_out import as_csv
from data.dates import spelled, spelled_as_given
from data.memberships.answers import check_day, members_on, name_on, row_on
from data.memberships.cards import with_article
from data.memberships.ground import same_ground
from data.memberships.labels import label_of_one
from data.memberships.value import Membership, Stretch
from data.search_text import folded
from data.sentences import capitalised, listed
from data.typed_days import typed_day
from data.words import phrase

NAMED_AT_MOST = 12
"""Of those who belong to one only, more than these are counted; the rows name everybody."""


@dataclass(frozen=True)
class Standing:
    """How a country stands in a membership; `since` only where it is counted as a member, else ""."""

    status: str
    label: str
    since: str
    member: bool


@dataclass(frozen=True)
class Shared:
    """A country that belongs to at least one of two, and how it stands in each; None where it has no status."""

    code: str
    name: str
    first: Standing | None
    second: Standing | None


@dataclass(frozen=True)
class Comparison:
    """Two memberships on a day. The three groups hold everybody who belongs to one of them, each once, by name."""

    first: Membership
    second: Membership
    day: date
    both: tuple[Shared, ...]
    first_only: tuple[Shared, ...]
    second_only: tuple[Shared, ...]

    @property
    def rows(self) -> tuple[Shared, ...]:
        """Everybody: those in both, then those in the first only, then those in the second only."""
        return self.both + self.first_only + self.second_only

    @property
    def groups(self) -> tuple[tuple[str, tuple[Shared, ...]], ...]:
        """The groups that have somebody, each with what it is called."""
        pair = {"first": self.first.short, "second": self.second.short}
        told = (("both", self.both), ("first_only", self.first_only), ("second_only", self.second_only))
        return tuple((phrase("membership", "compare", name, **pair), rows) for name, rows in told if rows)


def common_days(first: Membership, second: Membership) -> tuple[date, date] | None:
    """The first and the last day that both cover; None where there is none."""
    days = max(first.first_day, second.first_day), min(first.as_of, second.as_of)
    return days if days[0] <= days[1] else None


def asked_for(text: str, first: Membership, second: Membership) -> date:
    """The day that a text means of two memberships; a year means the last day of it that both cover.

    Raises ValueError, with a sentence for the reader, for a text that is no day and a day that one does not cover.
    """
    day, days = typed_day(text, first.tables), common_days(first, second)
    told = {"first": first.short, "second": second.short}
    if days is None:
        raise ValueError(capitalised(phrase("membership", "compare", "never", **told)))
    if text.strip() == str(day.year):
        day = min(date(day.year, 12, 31), days[1])
    if not days[0] <= day <= days[1]:
        start, end = map(spelled, days)
        outside = phrase("membership", "compare", "outside", day=spelled(day), start=start, end=end, **told)
        raise ValueError(capitalised(outside))
    return day


def compared(first: Membership, second: Membership, day: date) -> Comparison:
    """Who belongs to which of two memberships on a day; raises ValueError for a day that one does not cover."""
    check_day(first, day)
    check_day(second, day)
    one, other = _members(first, day), _members(second, day)

    def told(codes: Iterable[str]) -> tuple[Shared, ...]:
        rows = (
            Shared(
                code,
                name_on(first, one[code], day) if code in one else name_on(second, other[code], day),
                _standing(first, code, day),
                _standing(second, code, day),
            )
            for code in codes
        )
        return tuple(sorted(rows, key=lambda row: (folded(row.name), row.code)))

    return Comparison(
        first,
        second,
        day,
        told(one.keys() & other.keys()),
        told(one.keys() - other.keys()),
        told(other.keys() - one.keys()),
    )


def sentence(comparison: Comparison) -> str:
    """How many belong to both, and who to one only: named where they are few."""
    first, second = comparison.first.short, comparison.second.short
    n = len(comparison.both)
    form = "none" if n == 0 else "one" if n == 1 else "other"
    said = {"n": n, "day": spelled(comparison.day), "first": first, "second": second}
    both = phrase("membership", "compare", "in_both", form, **said)
    parts = [both, _only(comparison.first_only, first), _only(comparison.second_only, second)]
    return "; ".join(parts) + "."


def comparison_csv(comparison: Comparison) -> str:
    """The rows as CSV: where each belongs, and its status in either with the day from which a member has it."""
    first, second = comparison.first.id, comparison.second.id
    if first == second:
        second = f"{second}_2"
    stands = (f"{id_}_{column}" for id_ in (first, second) for column in ("status", "since"))
    header = ("code", "name", f"in_{first}", f"in_{second}", *stands)
    return as_csv(header, map(_cells, comparison.rows))


def said_of(standing: Standing | None) -> str:
    """A cell of the table: `Member since 1 May 2004`, the status alone of who is no member, or nothing."""
    if standing is None:
        return ""
    if not standing.member:
        return standing.label
    return phrase("membership", "compare", "since", label=standing.label, start=spelled_as_given(standing.since))


def _only(rows: tuple[Shared, ...], short: str) -> str:
    form = "nobody" if not rows else "named" if len(rows) <= NAMED_AT_MOST else "counted"
    names = listed([with_article(row.name) for row in rows]) if rows else ""
    return phrase("membership", "compare", "only", form, short=short, names=names, n=len(rows))


def _cells(row: Shared) -> tuple[str, ...]:
    pair = (row.first, row.second)
    belongs = ("true" if each and each.member else "false" for each in pair)
    told = (cell for each in pair for cell in ((each.status, each.since) if each else ("", "")))
    return (row.code, row.name, *belongs, *told)


def _members(membership: Membership, day: date) -> dict[str, str]:
    """The members by the code that two lists share, each with its code in this one."""
    same = same_ground(membership.tables)
    return {same.get(code, code): code for code in sorted(members_on(membership, day))}


def _standing(membership: Membership, code: str, day: date) -> Standing | None:
    same = same_ground(membership.tables)
    codes = (own for own in membership.countries if own == code or same.get(own) == code)
    rows = [row for own in codes if (row := row_on(membership, own, day)) and not row.of]
    if not rows:
        return None
    row = min(rows, key=lambda row: membership.closeness[row.status])
    member = row.status in membership.counting
    label = label_of_one(membership, row.status, day)
    return Standing(row.status, label, _since(membership, row) if member else "", member)


def _since(membership: Membership, row: Stretch) -> str:
    """From when a status holds: rows that follow on one another without a gap are one time."""
    first = row
    for each in reversed(membership.rows_of[row.code]):
        follows = each.start_day < first.start_day <= each.end_day
        if follows and each.status == row.status and not each.of:
            first = each
    return first.since
