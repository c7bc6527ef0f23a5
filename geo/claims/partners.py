"""Claims on the partners."""

from typing import Any

from data.dates import spelled
from data.sentences import listed, number_word
from data.tables import Tables
from data.timeline import picture_day
from data.vocabulary import DIALOGUE_FORMATS, Format, Verdict
from data.words import words
from geo.claims.registry import Finding, choice, claim
from geo.claims.rows import accessions_of, event_of, in_force, is_member, keys_of, pact_rows, row_of, statuses_of
from geo.claims.subjects import CENTRAL_ASIA, LAUNCH, RUSSIA, SIXTH_PARTNER, UKRAINE
from geo.claims.wording import (
    MONTHS_PER_YEAR,
    alphabetical,
    capitalised,
    months_after,
    names_of,
    on_days,
    tell,
    verdict_if,
)

MORE_THAN_TWO_DOZEN = 25

SPAN = choice("months", "12", "6", "13", "24")


@claim("C16", SPAN)
def _two_dozen(tables: Tables, months: str) -> Finding:
    launch = event_of(tables, LAUNCH).day
    end = months_after(launch, int(months))
    signed = _signatures(tables)
    within = [row for row in signed if row.start_day <= end]
    later = [
        tell("C16", "number", n=number, day=spelled(row.start_day))
        for number, row in enumerate(signed[len(within) : MORE_THAN_TWO_DOZEN], start=len(within) + 1)
    ]
    ends = [
        tell("C16", "end", n=sum(row.start_day <= picture_day(year, tables) for row in signed), year=year)
        for year in (launch.year, launch.year + 1)
    ]
    beyond = tell("C16", "beyond", who=listed(later)) if later else ""
    answer = tell("C16", day=spelled(end), months=months, n=len(within), beyond=beyond, ends=listed(ends))
    rests = (*keys_of("statuses", signed[:MORE_THAN_TWO_DOZEN]), ("events", LAUNCH))
    return Finding(answer, verdict_if(len(within) >= MORE_THAN_TWO_DOZEN), rests, end.year)


def _signatures(tables: Tables) -> list[Any]:
    """The first signature of each state under the Partnership for Peace, in order; a second period is no second."""
    return list({row.iso3: row for row in reversed(statuses_of(tables, Format.PFP))}.values())[::-1]


AMONG_THEM = ("GEO", RUSSIA, UKRAINE)


@claim("C17")
def _among_them(tables: Tables) -> Finding:
    launch = event_of(tables, LAUNCH).day
    signed = [row for row in _signatures(tables) if row.iso3 in AMONG_THEM]
    answer = tell("C17", who=on_days((row.name, row.start_day) for row in signed))
    within = {row.iso3 for row in signed if row.start_day <= months_after(launch, MONTHS_PER_YEAR)}
    return Finding(answer, verdict_if(within == set(AMONG_THEM)), keys_of("statuses", signed), launch.year, RUSSIA)


BEYOND_EUROPE = choice("non_european", "central_asia", "beyond")


@claim("C19", BEYOND_EUROPE)
def _open_to_all(tables: Tables, non_european: str) -> Finding:
    """States of the dialogue formats stand for other continents: the tables hold no list of the OSCE region."""
    signed = _signatures(tables)
    units = {row.iso3 for row in signed}
    pact = [row for row in pact_rows(tables) if row.unit == row.iso3]
    missing = [row for row in pact if row.iso3 not in units]
    asian = [row for row in signed if row.iso3 in CENTRAL_ASIA]
    elsewhere = _from_other_continents(tables)
    beyond = [row for row in signed if row.iso3 in elsewhere]
    pact_states = tell("C19", "all_but" if missing else "all", who=names_of(missing))
    answer = tell("C19", pact=pact_states, n=number_word(len(asian)), beyond=names_of(beyond))
    found = asian if non_european == "central_asia" else beyond
    rests = keys_of("statuses", signed) + keys_of("other_blocs", pact)
    return Finding(answer, verdict_if(not missing and bool(found)), rests, max(row.start_day for row in signed).year)


def _from_other_continents(tables: Tables) -> set[str]:
    """Units whose partnership began with a dialogue format: they never were in the bodies for Europe."""
    european = {Format.NACC, Format.EAPC}
    having = {word: {row.iso3 for row in statuses_of(tables, word)} for word in (*DIALOGUE_FORMATS, *european)}
    return set().union(*(having[word] for word in DIALOGUE_FORMATS)) - set().union(*(having[w] for w in european))


SIX = 6


@claim("C23")
def _one_of_six(tables: Tables) -> Finding:
    day, rows = event_of(tables, SIXTH_PARTNER).day, statuses_of(tables, Format.EOP)
    then, now = in_force(rows, day), in_force(rows, tables.as_of)
    numbers = {"then": capitalised(number_word(len(then))), "now": number_word(len(now))}
    answer = tell("C23", day=spelled(day), who=names_of(alphabetical(then)), today=spelled(tables.as_of), **numbers)
    holds = len(then) == SIX and UKRAINE in {row.iso3 for row in then}
    rests = (*keys_of("statuses", then), ("events", SIXTH_PARTNER))
    return Finding(answer, verdict_if(holds), rests, day.year, UKRAINE)


@claim("C24")
def _allies(tables: Tables) -> Finding:
    day = event_of(tables, SIXTH_PARTNER).day
    then = in_force(statuses_of(tables, Format.EOP), day)
    members = [row for row in then if is_member(row.iso3, day, tables)]
    answer = tell("C24", n=number_word(len(then)), day=spelled(day), who=names_of(members))
    verdict = verdict_if(bool(then) and len(members) == len(then), Verdict.WRONG_WORD)
    return Finding(answer, verdict, (*keys_of("statuses", then), ("events", SIXTH_PARTNER)), day.year, "AUS")


PARTNERSHIPS = (
    Format.NACC, Format.PFP, Format.EAPC, Format.INTENSIFIED_DIALOGUE, Format.EOP, Format.NATO_UKRAINE,
)  # fmt: skip
"""The partnerships with a state that is no candidate; a joint body is called by its own name."""


@claim("C06")
def _partner(tables: Tables) -> Finding:
    joined = accessions_of(tables, UKRAINE)
    found = [row for word in PARTNERSHIPS for row in statuses_of(tables, word, [UKRAINE])]
    rows = sorted(found, key=lambda row: row.start_day)
    bodies = words()["partnership_body"]
    told = ", ".join(f"{bodies.get(row.status) or row.detail} {row.start_day.year}" for row in rows)
    about = {"country": row_of(tables, "units", UKRAINE).name, "formats": told or names_of(())}
    if joined:
        answer = tell("C06", "acceded", day=spelled(joined[0].joined_day), **about)
    else:
        answer = tell("C06", "never_acceded", **about)
    rests = keys_of("statuses", rows) + keys_of("accessions", joined)
    return Finding(answer, verdict_if(not joined and bool(rows)), rests, tables.last_year, UKRAINE)
