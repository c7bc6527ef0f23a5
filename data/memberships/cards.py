"""What a card tells of a country's way with a membership: a sentence for the day, and a line for each stretch."""

from dataclasses import dataclass
from datetime import date, timedelta

from data.dates import WHOLE_DATE, spelled_as_given
from data.memberships.answers import Turn, changes, name_on, row_on
from data.memberships.value import Membership, Stretch
from data.sentences import in_sentence
from data.words import phrase, words


@dataclass(frozen=True)
class Line:
    """One stretch as a line: its words, what must be told beside it, and what it rests on."""

    status: str
    text: str
    reason: str
    note: str
    confidence: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class MembershipCard:
    """All that is told of a country on a day; `order` is its place among those who ever joined, 0 for none."""

    code: str
    name: str
    sentence: str
    order: int
    lines: tuple[Line, ...]


def card_on(membership: Membership, code: str, day: date) -> MembershipCard:
    """The card of a country, or of land told apart from its state; KeyError for one without a row."""
    rows = membership.rows_of[code]
    return MembershipCard(
        code,
        name_on(membership, code, day),
        _sentence(membership, code, day),
        order_of_joining(membership).get(code, 0),
        tuple(_line(membership, row) for row in rows),
    )


def with_article(name: str) -> str:
    """A name as a sentence has it, with its article where it has one: of the countries of the whole world."""
    said = words()
    told = said["membership"]["as_one"].get(name) or name
    return str(said["article"]).format(name=told) if told in said["membership"]["with_article"] else in_sentence(told)


def order_of_joining(membership: Membership) -> dict[str, int]:
    """By code, the place of each among those who ever joined, counted once; those of one day by their codes."""
    joined = dict.fromkeys(each.code for each in changes(membership) if each.turn is Turn.JOINED)
    return {code: place for place, code in enumerate(joined, start=1)}


def _sentence(membership: Membership, code: str, day: date) -> str:
    row = row_on(membership, code, day)
    if row is not None:
        said = _say("again" if _returned(membership, row) else "since", row, membership)
        state = with_article(name_on(membership, row.of, day)) if row.of else ""
        return f"{said} {phrase('membership', 'card', 'land', state=state)}" if state else said
    rows = membership.rows_of[code]
    member = [each for each in rows if each.status in membership.counting] or list(rows)
    past = [each for each in member if each.end_day <= day]
    return _say("no_longer", past[-1], membership) if past else _say("not_yet", member[0], membership)


def _returned(membership: Membership, row: Stretch) -> bool:
    """Whether who has the status had it before, and then had not."""
    earlier = [each for each in membership.rows_of[row.code] if each.start_day < row.start_day]
    counted = [each for each in earlier if each.status in membership.counting]
    return row.status in membership.counting and bool(counted) and max(each.end_day for each in counted) < row.start_day


def _say(key: str, row: Stretch, membership: Membership) -> str:
    label = membership.status[row.status].label
    return phrase("membership", "card", key, label=label, start=_start(row), end=_last_day(row))


def _line(membership: Membership, row: Stretch) -> Line:
    key = "line" if row.until else "line_open"
    text = phrase(
        "membership",
        "card",
        key,
        label=membership.status[row.status].label,
        start=_start(row),
        end=_last_day(row),
    )
    return Line(row.status, text, row.end_reason, row.note, row.confidence, row.sources)


def _start(row: Stretch) -> str:
    return spelled_as_given(row.since)


def _last_day(row: Stretch) -> str:
    """The last day of a stretch at the precision of its end: rows name the first day after."""
    if not row.until:
        return ""
    is_whole = len(row.until) == len(WHOLE_DATE)
    return spelled_as_given((row.end_day - timedelta(days=1)).isoformat() if is_whole else row.until)
