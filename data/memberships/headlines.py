"""What to say of a membership on a day: what the year brought up to then, computed from its rows."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby

from data.checks import HEADLINE_SUMMARY, HEADLINE_TITLE
from data.dates import spelled
from data.headlines import NAMED_AT_MOST, Headline, labels_said
from data.kept_with import kept_with
from data.memberships.answers import (
    Change,
    Round,
    Turn,
    changes,
    check_day,
    ended_on,
    last_day_of,
    members_on,
    name_on,
    rounds,
    row_on,
)
from data.memberships.cards import with_article
from data.memberships.value import Event, Membership
from data.sentences import capitalised, listed, number_word
from data.words import words

DAY = timedelta(days=1)
FOUNDERS_AT_MOST = 12
"""Founders each of whom a headline is about; of more it tells their number alone."""


@kept_with(512)
def headline_on(membership: Membership, day: date) -> Headline:
    """Who joined and left in the year up to a day, else its event, else what moved or who came or went last.

    Raises ValueError for a day the membership does not cover.
    """
    check_day(membership, day)
    return _Speaker(membership, day).headline()


def told_of(membership: Membership, told: Sequence[Change], *, counted: bool = False) -> str:
    """What changes of one kind on one day are called: `Poland joins`, or `ten countries join` where `counted`."""
    speaker, turn = _Speaker(membership, told[0].day), told[0].turn
    if turn in (Turn.ENDED, Turn.CONTINUED):
        return speaker.aside(turn).rstrip(".")
    return speaker.verb(told, counted=counted)


def names_of(membership: Membership, told: Sequence[Change]) -> list[str]:
    """Who changed, as a sentence names them."""
    return _Speaker(membership, told[0].day).names(told)


def named_on(membership: Membership, day: date, labels: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of the labels that the headline of a day names; none where it says that nothing happened."""
    return labels_said(headline_on(membership, day), labels) if _Speaker(membership, day).has_news() else ()


def named_of_event(membership: Membership, day: date, labels: Mapping[str, str]) -> tuple[str, ...]:
    """Those of a headline that is about an event; none where it is about who joined or left, whatever else it tells."""
    return () if _Speaker(membership, day).has_changes() else named_on(membership, day, labels)


def concerned_on(membership: Membership, day: date) -> tuple[str, ...]:
    """The codes of those whom the headline of a day is about, whether it names them or not.

    Who joined and left, else those of its event; not many founders at once.
    """
    return _Speaker(membership, day).concerned()


class _Speaker:
    """The sentences of one day of one membership."""

    def __init__(self, membership: Membership, day: date) -> None:
        self.membership = membership
        self.day = day
        self.members = len(members_on(membership, day))
        told = [each for each in changes(membership) if each.day.year == day.year and each.day <= day]
        self.told = {turn: [each for each in told if each.turn is turn] for turn in Turn}

    def has_changes(self) -> bool:
        """Whether the year brought or took somebody up to the day."""
        return bool(self.told[Turn.JOINED] or self.told[Turn.LEFT])

    def has_news(self) -> bool:
        """Whether it did, or has an event up to the day."""
        return self.has_changes() or self.event() is not None

    def concerned(self) -> tuple[str, ...]:
        joined, left = self.told[Turn.JOINED], self.told[Turn.LEFT]
        if joined and joined[0].day == self.first_joined() and len(joined) > FOUNDERS_AT_MOST:
            return ()
        if joined or left:
            return tuple(each.code for each in (*joined, *left))
        event = self.event()
        return event.codes if event else ()

    def headline(self) -> Headline:
        joined, left = self.told[Turn.JOINED], self.told[Turn.LEFT]
        event = self.event()
        if (joined or left) and not self.members:
            title, detail = self.over()
        elif joined and joined[0].day == self.first_joined():
            title, detail = self.founding(joined)
        elif joined or left:
            title, detail = self.came_and_went(joined, left)
        elif event:
            title, detail, event = event.title, event.summary, None
        elif self.first_joined() is None or self.day < (self.first_joined() or self.day):
            title, detail = self.before()
        else:
            title, detail = self.quiet()
        ended = ended_on(self.membership, self.membership.as_of)
        if ended and self.day == ended - DAY:
            detail = self.both(self.say("last_day", short=self.membership.short, day=spelled(ended)), detail)
        if event:
            detail = self.both(detail, self.say("event_too", day=_spelled(event.day), title=event.title))
        if self.day == self.membership.as_of:
            detail = self.both(detail, self.say("as_of", day=spelled(self.day)))
        return Headline(title, detail)

    # ------------------------------------------------------------------ what the year brought

    def founding(self, joined: Sequence[Change]) -> tuple[str, str]:
        founders = [each for each in joined if each.day == joined[0].day]
        number = number_word(len(founders)).capitalize()
        names = capitalised(listed(self.names(founders)))
        title = self.say("founding_title", Number=number, short=self.membership.short)
        detail = self.say("founding_detail", names=names, day=_spelled(joined[0].day))
        if len(detail) > HEADLINE_SUMMARY:
            detail = self.say("founding_short", day=_spelled(joined[0].day))
        more = joined[len(founders) :]
        return title, self.both(detail, self.came(more, is_counted=True)) if more else detail

    def came_and_went(self, joined: Sequence[Change], left: Sequence[Change]) -> tuple[str, str]:
        groups = [group for group in (joined, left) if group]
        title = self.together([self.verb(group) for group in groups])
        is_counted = len(title) > HEADLINE_TITLE or any(len(group) > NAMED_AT_MOST for group in groups)
        if is_counted:
            title = self.together([self.verb(group, counted=len(group) > 1) for group in groups])
        went = self.went(left, is_counted=is_counted and len(left) > 1)
        came = self.came(joined, is_counted=is_counted and len(joined) > 1)
        detail = self.both(went, came if came != went else "")
        for turn in (Turn.CONTINUED, Turn.ENDED):
            detail = self.both(detail, capitalised(self.aside(turn)))
        return title, detail

    def together(self, verbs: Sequence[str]) -> str:
        """What joined and what left as one title."""
        title = verbs[0] if len(verbs) == 1 else self.say("joins_and_leaves", joins=verbs[0], leaves=verbs[1])
        return capitalised(title)

    def came(self, joined: Sequence[Change], *, is_counted: bool) -> str:
        return self.by_day(joined, "joined_on", self.members, is_counted=is_counted) if joined else ""

    def went(self, left: Sequence[Change], *, is_counted: bool) -> str:
        remain = len(members_on(self.membership, left[-1].day)) if left else 0
        return self.by_day(left, "left_on", remain, is_counted=is_counted) if left else ""

    def by_day(self, told: Sequence[Change], key: str, n: int, *, is_counted: bool) -> str:
        """When they came or went, and by name whom a title only counts, as far as there is room."""
        days = list(dict.fromkeys(each.day for each in told))
        short = self.say(key, n=n, day=_spelled(days[-1]))
        if len(days) > 1:
            long = self.say("joined_apart", dated=capitalised(listed(list(self.dated(told)))), n=n)
        elif is_counted:
            names = capitalised(listed(self.names(told)))
            long = self.say("joined_named", names=names, day=_spelled(days[0]), n=n)
        else:
            return short
        return long if len(long) <= HEADLINE_SUMMARY else short

    def dated(self, told: Sequence[Change]) -> Iterable[str]:
        for day, group in groupby(told, key=lambda change: change.day):
            yield self.say("on_day", names=listed(self.names(list(group))), day=_spelled(day))

    def over(self) -> tuple[str, str]:
        ended = ended_on(self.membership, self.day) or self.day
        years = ended.year - (self.first_joined() or ended).year
        fields = {"short": self.membership.short, "day": _spelled(ended), "years": number_word(years)}
        return capitalised(self.say("over_title", **fields)), self.say("over_detail", **fields)

    def aside(self, turn: Turn) -> str:
        """States that ended, or that took over the seat of another."""
        told = self.told[turn]
        if not told:
            return ""
        if turn is Turn.ENDED:
            many = "many" if len(told) > 1 else "one"
            return self.say(f"ended_{many}", names=listed(self.names(told))) + "."
        taken = ((each, row_on(self.membership, each.code, each.day)) for each in told)
        sentences = [
            self.say(
                "continued",
                names=with_article(self.name(each)),
                before=with_article(name_on(self.membership, row.continues, each.day - DAY)),
            )
            for each, row in taken
            if row and row.continues
        ]
        return "; ".join(sentences) + "." if sentences else ""

    # ------------------------------------------------------------------ a year without

    def before(self) -> tuple[str, str]:
        first = self.first_joined()
        detail = self.say("before_detail", day=spelled(first)) if first else ""
        return self.say("before_title"), detail

    def quiet(self) -> tuple[str, str]:
        moves = self.moves()
        if not self.members:
            return self.say("none_left"), moves or self.latest()
        if moves and len(moves) <= HEADLINE_SUMMARY:
            return self.say("still", n=self.members), moves
        whole = self.day == last_day_of(self.membership, self.day.year)
        return self.say("no_change" if whole else "no_change_so_far", n=self.members), self.latest()

    def moves(self) -> str:
        """What else changed in the year up to the day, each country by its last change."""
        last = {each.code: each for turn in (Turn.MOVED, Turn.CONTINUED) for each in self.told[turn]}
        sentences: dict[tuple[str, str], list[Change]] = {}
        for each in last.values():
            if each.turn is Turn.MOVED:
                sentences.setdefault((each.after, "" if each.after else each.before), []).append(each)
        told = [self.verb(group) for group in sentences.values()]
        told += filter(None, (self.aside(turn).rstrip(".") for turn in (Turn.CONTINUED, Turn.ENDED)))
        return self.say("moves_end", moves=capitalised("; ".join(told))) if told else ""

    def latest(self) -> str:
        earlier = [each for each in rounds(self.membership) if each.year < self.day.year]
        if not earlier:
            return ""
        last = earlier[-1]
        if last.founding:
            return self.say("founders_only", number=number_word(len(last.joined)), year=last.year)
        told, key = (last.joined, "last_joined") if last.joined else (last.left, "last_left")
        return self.one_two_or_many(told, key, last)

    def one_two_or_many(self, told: Sequence[Change], key: str, last: Round) -> str:
        if len(told) > NAMED_AT_MOST:
            return self.say(f"{key}_count", number=number_word(len(told)), year=last.year)
        many = f"{key}_many" if len(told) > 1 else key
        return self.say(many, names=listed(self.names(told)), year=last.year)

    # ------------------------------------------------------------------ words

    def event(self) -> Event | None:
        """The headline event of the year, once it has come."""
        return next(
            (
                each
                for each in self.membership.events
                if each.headline and each.day.year == self.day.year and each.day <= self.day
            ),
            None,
        )

    def verb(self, told: Sequence[Change], *, counted: bool = False) -> str:
        """What a change is called, by the verbs of the status: `Poland joins`, or `Ten countries join`."""
        many = "many" if len(told) > 1 else "one"
        one = told[0]
        ends = one.turn is Turn.LEFT or not one.after
        status = self.membership.status[one.before if ends else one.after]
        text = getattr(status, f"ends_{many}" if ends else f"becomes_{many}")
        names = self.say("countries", number=number_word(len(told))) if counted else listed(self.names(told))
        verb = str(text.format(names=names))
        return self.say("again", verb=verb) if all(each.again for each in told) else verb

    def names(self, told: Sequence[Change]) -> list[str]:
        return [with_article(name) for name in sorted(map(self.name, told))]

    def name(self, each: Change) -> str:
        """What who changed was called: who is no more, by the last name it had."""
        day = each.day - DAY if each.turn is Turn.ENDED else each.day
        return name_on(self.membership, each.code, day)

    def first_joined(self) -> date | None:
        return _first_joined(self.membership)

    def say(self, key: str, **fields: object) -> str:
        text = self.membership.headline.get(key) or words()["membership"]["headline"][key]
        return str(text).format(**fields)

    def both(self, one: str, other: str) -> str:
        """Both sentences, or the first alone where there is no room for two."""
        joined = " ".join(filter(None, (one, other)))
        return joined if len(joined) <= HEADLINE_SUMMARY else one


def _spelled(day: date) -> str:
    """A day of the year that is told of."""
    return spelled(day, year=False)


@kept_with()
def _first_joined(membership: Membership) -> date | None:
    return next((each.day for each in changes(membership) if each.turn is Turn.JOINED), None)
