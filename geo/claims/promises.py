"""Claims on what was promised, who asked, and who was invited."""

from collections.abc import Iterable, Sequence
from typing import Any

from data.dates import first_day, spelled
from data.sentences import listed, number_word
from data.tables import Tables
from data.vocabulary import Format
from geo.claims.registry import Finding, claim
from geo.claims.rows import (
    accessions_of,
    event_of,
    in_force,
    is_member,
    joined_between,
    keys_of,
    soviet_republics,
    statuses_of,
)
from geo.claims.subjects import (
    ACTION_PLAN,
    BUCHAREST,
    BUCHAREST_PAIR,
    COLD_WAR_ENDED,
    EASTERN,
    LATE_2000S,
    UKRAINE,
    YELTSIN_REELECTED,
)
from geo.claims.wording import (
    about_years,
    capitalised,
    month_of,
    names_of,
    on_days,
    part_of,
    tell,
    verdict_if,
    verdict_in_part,
)


@claim("C03")
def _promise(tables: Tables) -> Finding:
    summit = event_of(tables, BUCHAREST)
    promises = [row for row in statuses_of(tables, Format.BUCHAREST_PROMISE) if row.start_day == summit.day]
    units = [row.iso3 for row in promises]
    plans = _plans(tables, units)
    republics = [row for row in soviet_republics(tables) if row.unit in units]
    answer = tell(
        "C03",
        "answer_one" if len(promises) == 1 else "answer",
        n=capitalised(number_word(len(promises))),
        who=names_of(promises),
        day=spelled(summit.day),
        plans=names_of(plans) if plans else tell("C03", "neither"),
    )
    holds = len(promises) == len(republics) == len(BUCHAREST_PAIR) and not plans
    rests = (
        keys_of("statuses", promises + plans) + keys_of("historical_states", republics) + keys_of("events", [summit])
    )
    return Finding(answer, verdict_if(holds), rests, summit.day.year, UKRAINE)


def _plans(tables: Tables, units: Sequence[str]) -> list[Any]:
    return statuses_of(tables, Format.MEMBERSHIP_ACTION_PLAN, units) if units else []


@claim("C34")
def _still_open(tables: Tables) -> Finding:
    promises = statuses_of(tables, Format.BUCHAREST_PROMISE)
    still = [row for row in in_force(promises, tables.as_of) if not is_member(row.iso3, tables.as_of, tables)]
    now = tell("C34", "closed")
    if still:
        span = about_years(min(row.start_day for row in still), tables.as_of)
        now = tell("C34", "open", who=names_of(still), span=span, day=spelled(tables.as_of))
    answer = tell("C34", who=on_days((row.name, row.start_day) for row in promises), now=now)
    holds = {row.iso3 for row in promises if row.start_day.year in LATE_2000S} >= set(BUCHAREST_PAIR)
    return Finding(
        answer, verdict_if(holds), keys_of("statuses", promises), event_of(tables, BUCHAREST).day.year, UKRAINE
    )


@claim("C08")
def _no_plan(tables: Tables) -> Finding:
    summit = event_of(tables, BUCHAREST)
    asked = statuses_of(tables, Format.APPLIED_FOR_ACTION_PLAN, BUCHAREST_PAIR)
    plans = _plans(tables, BUCHAREST_PAIR)
    told = [tell("C08", "asked", who=row.name, month=month_of(row.start_day)) for row in asked]
    ended = "".join(
        tell("C08", "ended", who=row.name, day=spelled(row.end_day), reason=row.end_reason)
        for row in asked
        if row.end_day <= tables.as_of
    )
    who = listed(told) if told else tell("C08", "nobody")
    answer = tell("C08", asked=who, granted=names_of(plans), ended=ended)
    holds = {row.iso3 for row in asked if row.start_day < summit.day} == set(BUCHAREST_PAIR) and not plans
    rests = keys_of("statuses", asked + plans) + keys_of("events", [summit])
    return Finding(answer, verdict_in_part(holds), rests, summit.day.year, UKRAINE)


@claim("C10")
def _on_their_wish(tables: Tables) -> Finding:
    """Whether each eastern member was in the partnership, and the later ones in the plan, before its invitation."""
    plan = event_of(tables, ACTION_PLAN)
    joined = joined_between(tables, COLD_WAR_ENDED, blocs=EASTERN)
    partners = _before_invitation(tables, joined, Format.PFP)
    later = [row for row in joined if first_day(row.invited_on) > plan.day]
    planned = _before_invitation(tables, later, Format.MEMBERSHIP_ACTION_PLAN)
    others = [
        row for row in joined_between(tables, COLD_WAR_ENDED) if not _plans(tables, [row.iso3]) and row not in joined
    ]
    answer = tell(
        "C10",
        partners=part_of(len(partners), len(joined)),
        planned=part_of(len(planned), len(later)),
        year=min(row.joined_day.year for row in later),
        others=names_of(others),
    )
    rests = keys_of("accessions", joined) + keys_of("statuses", partners + planned) + keys_of("events", [plan])
    holds = len(partners) == len(joined) and len(planned) == len(later)
    return Finding(capitalised(answer), verdict_if(holds), rests, max(row.joined_day.year for row in joined))


def _before_invitation(tables: Tables, joined: Iterable[Any], status: str) -> list[Any]:
    """The first row with a status of each joiner that had it before its invitation."""
    firsts = [(row, next(iter(statuses_of(tables, status, [row.iso3])), None)) for row in joined]
    return [first for row, first in firsts if first is not None and first.start_day < first_day(row.invited_on)]


INVITED_AT_BUCHAREST = ("ALB", "HRV")


@claim("C13")
def _invited_and_joined(tables: Tables) -> Finding:
    summit = event_of(tables, BUCHAREST)
    rows = accessions_of(tables, *INVITED_AT_BUCHAREST)
    answer = tell(
        "C13",
        invited=on_days((row.name, first_day(row.invited_on)) for row in rows),
        members=on_days((row.name, row.joined_day) for row in rows),
    )
    next_year = summit.day.year + 1
    holds = all(first_day(row.invited_on) == summit.day and row.joined_day.year == next_year for row in rows)
    rests = keys_of("accessions", rows) + keys_of("events", [summit])
    return Finding(answer, verdict_if(bool(rows) and holds), rests, next_year, INVITED_AT_BUCHAREST[0], "names")


@claim("C20")
def _after_the_election(tables: Tables) -> Finding:
    joined = joined_between(tables, COLD_WAR_ENDED)
    invited = min(joined, key=lambda row: first_day(row.invited_on))
    entered = min(joined, key=lambda row: row.joined_day)
    day = first_day(invited.invited_on)
    days = {"invited": day, "joined": entered.joined_day, "elected": YELTSIN_REELECTED}
    answer = tell("C20", **{name: spelled(each) for name, each in days.items()})
    rests = keys_of("accessions", [invited, entered])
    return Finding(answer, verdict_if(day > YELTSIN_REELECTED), rests, day.year)
