"""Claims on how many joined, and when."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain, groupby, pairwise
from typing import Any

from data.dates import spelled
from data.frontier import additions, counted_in
from data.sentences import listed, number_word
from data.tables import Tables
from data.timeline import picture_day
from data.vocabulary import FormerBloc, Verdict
from data.words import words
from geo.claims.registry import Finding, choice, claim
from geo.claims.rows import accessions_of, event_of, joined_between, keys_of, published, rows_of, territory_rows
from geo.claims.subjects import (
    CFR,
    COLD_WAR_ENDED,
    DRAFTS,
    EARLY_2000S,
    EASTERN,
    FORMER_BLOCS,
    FOUNDING_ACT,
    LATE_1990S,
    NYT,
    PACT_OR_UNION,
    SOUTHERN_FLANK,
)
from geo.claims.wording import MILLION, alphabetical, capitalised, names_of, on_days, tell, verdict_if

AS_OF = choice("as_of", "then", "today")


def counted_on(tables: Tables, as_of: str, source_id: str) -> date:
    return tables.as_of if as_of == "today" else published(tables, source_id)


DOZEN = 12
ABOUT, ROUGHLY = 1, 2
"""About a dozen: one more or less is taken as about, two as rough, and more as wrong."""

SOVIET_BLOC = choice("bloc", "pact", "territory", "yugoslavia")
BLOC_STATES = {"pact": "pact", "territory": "in_territory", "yugoslavia": "yugoslavia"}
"""What is counted, in the words of the answer."""


@claim("C01", SOVIET_BLOC, AS_OF)
def _about_a_dozen(tables: Tables, bloc: str, as_of: str) -> Finding:
    day = counted_on(tables, as_of, NYT)
    blocs = EASTERN if bloc == "yugoslavia" else PACT_OR_UNION
    joined = joined_between(tables, COLD_WAR_ENDED, day, blocs)
    territories = territory_rows(tables, day) if bloc == "territory" else []
    count = len(joined) + len(territories)
    told = names_of(alphabetical(joined))
    for row in territories:
        told = tell("C01", "territory", who=told, territory=row.territory)
    answer = tell("C01", states=tell("C01", BLOC_STATES[bloc]), day=spelled(day), count=count, who=told)
    if years := [year for year in range(COLD_WAR_ENDED.year, day.year) if _by_year(joined, year) == DOZEN]:
        answer += tell("C01", "exactly", count=DOZEN, first=years[0], last=years[-1])
    off = abs(count - DOZEN)
    verdict = Verdict.IMPRECISE if ABOUT < off <= ROUGHLY else verdict_if(off <= ABOUT)
    rests = keys_of("accessions", joined) + keys_of("territory_changes", territories)
    return Finding(answer, verdict, rests, day.year, layers="names")


def _by_year(joined: Iterable[Any], year: int) -> int:
    return sum(row.joined_day.year <= year for row in joined)


NEARLY_TWICE, TWICE = 1.75, 2.0
"""Nearly doubled: from seven quarters up to, and not with, the double."""

BASE_YEAR = choice("base_year", "1990", "1989", "1991")


@claim("C11", BASE_YEAR, AS_OF)
def _nearly_doubled(tables: Tables, base_year: str, as_of: str) -> Finding:
    day = counted_on(tables, as_of, CFR)
    before, now = joined_between(tables, until=picture_day(int(base_year), tables)), joined_between(tables, until=day)
    ratio = len(now) / len(before)
    times = tell("C11", "twice" if ratio == TWICE else "times", ratio=ratio)
    reached = spelled(max(row.joined_day for row in now))
    numbers = {"before": len(before), "now": len(now), "times": times}
    answer = tell("C11", year=base_year, day=spelled(day), reached=reached, **numbers)
    verdict = verdict_if(NEARLY_TWICE <= ratio < TWICE, Verdict.IMPRECISE if ratio >= TWICE else Verdict.DOES_NOT_HOLD)
    return Finding(answer, verdict, keys_of("accessions", now), day.year)


PACT_AND_UNION_ROUNDS = [3, 7]


@claim("C12")
def _three_then_seven(tables: Tables) -> Finding:
    joined = joined_between(tables, LATE_1990S, EARLY_2000S)
    years = {year: list(rows) for year, rows in groupby(joined, key=lambda row: row.joined_day.year)}
    answer = " ".join(tell("C12", year=year, who=_by_bloc(rows)) for year, rows in years.items())
    as_many = [len(rows) for rows in years.values()] == PACT_AND_UNION_ROUNDS
    all_from_there = all(row.former_bloc in PACT_OR_UNION for row in joined)
    verdict = verdict_if(as_many and all_from_there, Verdict.IMPRECISE if as_many else Verdict.DOES_NOT_HOLD)
    return Finding(answer, verdict, keys_of("accessions", joined), EARLY_2000S.year, layers="names")


def _by_bloc(rows: Sequence[Any]) -> str:
    """How many came from where; a state that is alone is named."""
    named = words()["former_bloc"]
    groups = [(named[bloc], [row for row in rows if row.former_bloc == bloc]) for bloc in FORMER_BLOCS]
    return listed(
        [
            tell(
                "C12", "alone" if len(group) == 1 else "many", who=names_of(group), bloc=bloc, n=number_word(len(group))
            )
            for bloc, group in groups
            if group
        ]
    )


ALSO_IN = (2017, 2020)


@claim("C14")
def _again(tables: Tables) -> Finding:
    joined = [row for row in joined_between(tables) if row.joined_day.year in ALSO_IN]
    answer = tell("C14", who=on_days((row.name, row.joined_day) for row in joined))
    verdict = verdict_if({row.joined_day.year for row in joined} == set(ALSO_IN))
    return Finding(capitalised(answer), verdict, keys_of("accessions", joined), ALSO_IN[-1], layers="names")


FASTEST = 2004
RANKS = 3
PERCENT = 100

GROWTH = choice("measure", "countries", "share", "area", "people")


@claim("C15", GROWTH)
def _fastest(tables: Tables, measure: str) -> Finding:
    if measure == "people":
        return _fastest_by_people(tables)
    return _fastest_by_land(tables) if measure == "area" else _fastest_by_members(tables, measure)


def _fastest_by_members(tables: Tables, measure: str) -> Finding:
    founded = tables.first_year
    joined = [row for row in joined_between(tables) if row.joined_day.year > founded]
    years = sorted({row.joined_day.year for row in joined})
    count = {year: sum(row.joined_day.year == year for row in joined) for year in years}
    before = {year: _by_year(joined_between(tables), year - 1) for year in years}
    size = count if measure == "countries" else {year: count[year] / before[year] for year in years}
    ranked = sorted(set(size.values()), reverse=True)[:RANKS]
    groups = [[year for year in years if size[year] == rank] for rank in ranked]
    first = groups[0]
    if measure == "countries":
        told = [tell("C15", "joined", n=number_word(count[group[0]]), years=_which(group)) for group in groups]
    else:
        told = [
            tell("C15", "share", n=count[year], before=before[year], years=_which(group), percent=PERCENT * size[year])
            for group in groups
            for year in group[:1]
        ]
    answer = tell("C15", "members", founded=founded, first=told[0], next="; ".join(told[1:]))
    shown = [row for row in joined if row.joined_day.year in set(chain.from_iterable(groups))]
    return Finding(answer, verdict_if(first == [FASTEST]), keys_of("accessions", shown), first[0], layers="names")


def _fastest_by_land(tables: Tables) -> Finding:
    """Growth from picture to picture, land that came without a new member included."""
    rows = rows_of(tables.measures.sort_values("year"))
    grown = {row.year: row.area_km2 - last.area_km2 for last, row in pairwise(rows)}
    first = max(grown, key=lambda year: grown[year])
    told = listed(
        [tell("C15", "land_grown", year=year, area=grown[year] / MILLION) for year in sorted({first, FASTEST})]
    )
    answer = tell("C15", "land", year=first, grown=told)
    shown = [row for row in rows if row.year in {first - 1, first, FASTEST - 1, FASTEST}]
    return Finding(answer, verdict_if(first == FASTEST), keys_of("measures", shown), first)


def _fastest_by_people(tables: Tables) -> Finding:
    """By the people of today: those of the years themselves are not in the tables."""
    added = additions(tables).set_index("year")["added_people"]
    first = int(added.idxmax())
    years = sorted({first, FASTEST})
    told = listed([tell("C15", "people_grown", year=year, people=added[year] / MILLION) for year in years])
    answer = tell("C15", "people", counted_in=counted_in(tables), year=first, grown=told)
    shown = [row for row in joined_between(tables) if row.joined_day.year in {first, FASTEST}]
    counted = tables.unit_measures[tables.unit_measures["unit"].isin([row.iso3 for row in shown])]
    return Finding(
        answer, verdict_if(first == FASTEST), keys_of("unit_measures", rows_of(counted)), first, layers="names"
    )


def _which(years: Sequence[int]) -> str:
    return listed([str(year) for year in years])


NEARLY_ALL = 0.8
"""Nearly all: at least four in five."""

EAST = choice("eastern", "bloc", "south", "territory")


@claim("C30", EAST)
def _old_and_new(tables: Tables, eastern: str) -> Finding:
    base, day = event_of(tables, FOUNDING_ACT), event_of(tables, DRAFTS)
    members = joined_between(tables, until=day.day)
    newer = [row for row in members if row.joined_day > base.day]
    more = accessions_of(tables, *SOUTHERN_FLANK) if eastern == "south" else []
    territories = territory_rows(tables, day.day) if eastern == "territory" else []
    counted = [row for row in members if row.former_bloc != FormerBloc.NONE] + more
    new = sum(row.joined_day > base.day for row in counted) + sum(row.start_day > base.day for row in territories)
    total = len(counted) + len(territories)
    added = [row.name for row in more] + [row.territory for row in territories]
    counting = tell("C30", "counting", who=listed(added)) if added else ""
    answer = tell(
        "C30",
        "with_territories" if territories else "answer",
        old=len(members) - len(newer),
        base=spelled(base.day),
        more=len(newer),
        day=spelled(day.day),
        total=total,
        counting=counting,
        new=tell("C30", "all") if new == total else new,
    )
    rests = keys_of("accessions", members) + keys_of("territory_changes", territories) + keys_of("events", [base, day])
    return Finding(answer, verdict_if(new >= NEARLY_ALL * total), rests, day.day.year, layers="names")
