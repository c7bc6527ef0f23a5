"""Lines of a table held against each other and against history: states of their time, land, and who stands twice."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import pairwise

from data.dates import OPEN_END, WHOLE_DATE, end_day, first_day, spelled_as_given
from data.own_table import questions as ask
from data.own_table.drafts import Draft, LeftOut, Refused, Waits, Wrong
from data.own_table.history import History
from data.own_table.questions import Desk
from data.words import phrase

YEAR = timedelta(days=367)
SOON = timedelta(days=400)
"""Who joined so shortly before the day of independence most likely did so in its own name."""


@dataclass
class Sorted:
    """The rows of a table: what is taken, and the numbers of those that wait, were refused, left out or not chosen."""

    kept: list[Draft] = field(default_factory=list)
    waiting: set[int] = field(default_factory=set)
    refused: list[Refused] = field(default_factory=list)
    left_out: set[int] = field(default_factory=set)
    not_chosen: set[int] = field(default_factory=set)


class Joiner:
    """Holds the drafts of one table against each other."""

    def __init__(self, history: History, desk: Desk) -> None:
        self._history = history
        self._desk = desk
        self._names = desk.countries.names

    def sorted(self, drafts: Iterable[Draft]) -> Sorted:
        """The drafts with all that history says of them."""
        drafts = list(drafts)
        found = Sorted()
        codes = {draft.code for draft in drafts}
        told: list[Draft] = []
        for draft in drafts:
            try:
                told += self._in_history(draft, codes)
            except Waits:
                found.waiting.add(draft.row)
            except LeftOut:
                found.left_out.add(draft.row)
            except Wrong as wrong:
                found.refused.append(wrong.refused)
        self._without_twice(told, found)
        self._without_stateless(found)
        return found

    # States of their time

    def _in_history(self, draft: Draft, codes: set[str]) -> list[Draft]:
        history = self._history
        start = first_day(draft.start)
        if history.last_day(draft.code) < OPEN_END:
            return [self._of_gone_state(draft)]
        state = history.state_on(draft.code, start)
        if history.is_land(draft.code):
            if state not in codes:
                raise Wrong(draft.row, "land", name=self._names[draft.code], state=self._names.get(state, state))
            return [replace(draft, of=state)]
        if state == draft.code:
            return [draft]
        return self._once_part(draft, state, codes)

    def _of_gone_state(self, draft: Draft) -> Draft:
        history, name = self._history, self._names[draft.code]
        last = history.last_day(draft.code)
        if first_day(draft.start) >= last:
            raise Wrong(draft.row, "ended", name=name, day=last.isoformat(), joined=draft.start)
        if not history.ends_before(draft.code, draft.end):
            return draft
        return replace(draft, end=last.isoformat(), end_reason=phrase("own_table", "told", "state_ended"))

    def _once_part(self, draft: Draft, state: str, codes: set[str]) -> list[Draft]:
        """A country that was part of another state when it joined: what is meant is asked."""
        history, name = self._history, self._names[draft.code]
        if draft.end and end_day(draft.end) <= history.tables.first_day:
            return [draft]
        own = history.own_day(draft.code, max(first_day(draft.start), history.tables.first_day))
        if own == OPEN_END or (draft.end and end_day(draft.end) <= own):
            raise Wrong(draft.row, "no_state", name=name, state=self._names.get(state, state), day=draft.start)
        later = replace(draft, start=own.isoformat())
        if own.isoformat().startswith(draft.start):
            return [later]  # the year that is told is that in which it became a state
        is_gone = history.last_day(state) < OPEN_END
        is_soon = own - first_day(draft.start) < SOON
        kept = [ask.LATER] if not is_gone else [ask.LATER, ask.SPLIT] if is_soon else [ask.SPLIT, ask.LATER]
        if first_day(draft.start) < history.tables.first_day:
            kept.append(ask.AS_TOLD)
        if is_gone:
            kept.append(ask.STATE)
        if is_gone and state in codes:
            kept = [ask.LATER, *(each for each in kept if each not in (ask.LATER, ask.SPLIT, ask.STATE))]
        told = (name, self._names[state], draft.start, own.isoformat())
        answer = self._answer(ask.just_before(*told), draft) if is_soon else ask.EACH
        if answer == ask.EACH:
            answer = self._answer(ask.which_state(*told, draft.code, tuple(kept)), draft)
        if answer == ask.AS_TOLD:
            return [draft]
        if answer == ask.LATER:
            return [later]
        before = self._of_gone_state(replace(draft, code=state, end=""))
        if answer == ask.STATE:
            return [before]
        return [before, replace(later, continues=state if before.end == later.start else "")]

    def _answer(self, question: ask.Question, draft: Draft) -> str:
        answer = self._desk.ask(question, draft.row)
        if not answer:
            raise Waits
        if answer == ask.LEAVE_OUT:
            raise LeftOut
        return answer

    # Who stands twice

    def _without_twice(self, told: list[Draft], found: Sorted) -> None:
        groups: dict[tuple[str, str], list[Draft]] = defaultdict(list)
        doubles: dict[int, Wrong] = {}
        for draft in told:
            groups[draft.code, draft.status].append(draft)
        for (code, status), group in groups.items():
            held = _touching(list(self._once_each(group, doubles)))
            clashing = list(_clashing(held))
            if not clashing:
                found.kept += held
                continue
            rows = {draft.row: _spelled(draft) for draft in clashing}
            question = ask.which_row(self._names[code], code, status, rows)
            answers = [self._desk.ask(question, draft.row) for draft in clashing]
            for draft in held:
                if draft not in clashing or answers[0] == str(draft.row):
                    found.kept.append(draft)
                elif not answers[0]:
                    found.waiting.add(draft.row)
                else:
                    found.not_chosen.add(draft.row)
        found.kept = [draft for draft in found.kept if draft.row not in found.waiting]
        told_of = {draft.row for draft in found.kept} | found.waiting | found.not_chosen
        found.refused += (wrong.refused for row, wrong in doubles.items() if row not in told_of)
        found.kept.sort(key=lambda draft: draft.row)

    def _once_each(self, group: list[Draft], doubles: dict[int, Wrong]) -> Iterator[Draft]:
        """Those that say something the group has not said yet; a row with nothing else to say is a double."""
        said: dict[tuple[str, str], int] = {}
        for draft in sorted(group, key=lambda draft: draft.row):
            key = (draft.start, draft.end)
            if key not in said:
                said[key] = draft.row
                yield draft
            else:
                doubles[draft.row] = Wrong(draft.row, "twice", name=self._names[draft.code], other=said[key])

    def _without_stateless(self, found: Sorted) -> None:
        """Land whose state has no row after all, and seats taken over from nobody."""
        own = {draft.code for draft in found.kept if not draft.of}
        ends = {(draft.code, draft.status, draft.end) for draft in found.kept}
        kept = []
        for draft in found.kept:
            if draft.of and draft.of not in own:
                if found.waiting:
                    found.waiting.add(draft.row)
                    continue
                wrong = Wrong(
                    draft.row, "land", name=self._names[draft.code], state=self._names.get(draft.of, draft.of)
                )
                found.refused.append(wrong.refused)
            elif draft.continues and (draft.continues, draft.status, draft.start) not in ends:
                kept.append(replace(draft, continues=""))
            else:
                kept.append(draft)
        found.kept = kept


def _spelled(draft: Draft) -> str:
    """From when to when a draft holds, in words."""
    start = spelled_as_given(draft.start)
    if not draft.end:
        return phrase("own_table", "told", "span_open", start=start)
    return phrase("own_table", "told", "span", start=start, end=spelled_as_given(draft.end))


def _touching(group: list[Draft]) -> list[Draft]:
    """The same drafts, an end that is told by its year brought forward to where the next begins in that year."""
    group = sorted(group, key=lambda draft: first_day(draft.start))
    for place, (one, two) in enumerate(pairwise(group)):
        is_rough = one.end and len(one.end) < len(WHOLE_DATE) and first_day(one.end) > first_day(two.start)
        if (
            is_rough
            and first_day(one.end) - first_day(two.start) < YEAR
            and first_day(one.start) < first_day(two.start)
        ):
            group[place] = replace(one, end=two.start)
    return group


def _clashing(group: list[Draft]) -> Iterator[Draft]:
    """The drafts of one country and status that hold at one time."""
    for one in group:
        for two in group:
            if one is not two and first_day(one.start) < end_day(two.end) and first_day(two.start) < end_day(one.end):
                yield one
                break
