"""Claims on how many joined, and when."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain, groupby, pairwise
from typing import Any

from data.dates import spelled
from data.frontier import additions, counted_in
from data.membership import picture_day
from data.sentences import listed, number_word
from data.tables import Tables
from data.vocabulary import FormerBloc, Verdict
from geo.claims.registry import Choice, Finding, claim
from geo.claims.rows import accessions_of, event_of, joined_between, keys_of, published, rows_of, territory_rows
from geo.claims.subjects import (
    BLOC_WORDS,
    CFR,
    COLD_WAR_ENDED,
    DRAFTS,
    EARLY_2000S,
    EASTERN,
    FOUNDING_ACT,
    LATE_1990S,
    NYT,
    PACT_OR_UNION,
    SOUTHERN_FLANK,
)
from geo.claims.wording import MILLION, alphabetical, capitalised, names_of, on_days, verdict_if

AS_OF = Choice("as_of", "Counted on", (("then", "The day of the article"), ("today", "The day of this edition")))


def counted_on(tables: Tables, as_of: str, source_id: str) -> date:
    return tables.as_of if as_of == "today" else published(tables, source_id)


DOZEN = 12
ABOUT, ROUGHLY = 1, 2
"""About a dozen: one more or less is taken as about, two as rough, and more as wrong."""

SOVIET_BLOC = Choice(
    "bloc",
    "What counts as the Soviet bloc",
    (
        ("pact", "The Warsaw Pact and the Soviet Union"),
        ("territory", "The same, and the territory of East Germany"),
        ("yugoslavia", "The Warsaw Pact, the Soviet Union and Yugoslavia"),
    ),
)


BLOC_STATES = {
    "pact": "Warsaw Pact states or Soviet republics",
    "territory": "States or territories once in the Warsaw Pact or the Soviet Union",
    "yugoslavia": "States once in the Warsaw Pact, the Soviet Union or Yugoslavia",
}


@claim("C01", SOVIET_BLOC, AS_OF)
def _about_a_dozen(tables: Tables, bloc: str, as_of: str) -> Finding:
    day = counted_on(tables, as_of, NYT)
    blocs = EASTERN if bloc == "yugoslavia" else PACT_OR_UNION
    joined = joined_between(tables, COLD_WAR_ENDED, day, blocs)
    territories = territory_rows(tables, day) if bloc == "territory" else []
    count = len(joined) + len(territories)
    told = "; territory: ".join([names_of(alphabetical(joined)), *(row.territory for row in territories)])
    answer = f"{BLOC_STATES[bloc]} that had joined by {spelled(day)}: {count} ({told})."
    if years := [year for year in range(COLD_WAR_ENDED.year, day.year) if _by_year(joined, year) == DOZEN]:
        answer += f" The count stood at exactly {DOZEN} at the end of each year from {years[0]} to {years[-1]}."
    off = abs(count - DOZEN)
    verdict = Verdict.IMPRECISE if ABOUT < off <= ROUGHLY else verdict_if(off <= ABOUT)
    rests = keys_of("accessions", joined) + keys_of("territory_changes", territories)
    return Finding(answer, verdict, rests, day.year, layers="names")


def _by_year(joined: Iterable[Any], year: int) -> int:
    return sum(row.joined_day.year <= year for row in joined)


NEARLY_TWICE, TWICE = 1.75, 2.0
"""Nearly doubled: from seven quarters up to, and not with, the double."""

BASE_YEAR = Choice(
    "base_year",
    "The end of the Cold War",
    (("1990", "The end of 1990"), ("1989", "The end of 1989"), ("1991", "The end of 1991")),
)


@claim("C11", BASE_YEAR, AS_OF)
def _nearly_doubled(tables: Tables, base_year: str, as_of: str) -> Finding:
    day = counted_on(tables, as_of, CFR)
    before, now = joined_between(tables, until=picture_day(int(base_year), tables)), joined_between(tables, until=day)
    ratio = len(now) / len(before)
    times = "exactly twice" if ratio == TWICE else f"{ratio:.2f} times"
    answer = (
        f"{len(before)} members at the end of {base_year}; {len(now)} on {spelled(day)}, a number reached on "
        f"{spelled(max(row.joined_day for row in now))}: {times} as many."
    )
    verdict = verdict_if(NEARLY_TWICE <= ratio < TWICE, Verdict.IMPRECISE if ratio >= TWICE else Verdict.DOES_NOT_HOLD)
    return Finding(answer, verdict, keys_of("accessions", now), day.year)


PACT_AND_UNION_ROUNDS = [3, 7]


@claim("C12")
def _three_then_seven(tables: Tables) -> Finding:
    joined = joined_between(tables, LATE_1990S, EARLY_2000S)
    years = {year: list(rows) for year, rows in groupby(joined, key=lambda row: row.joined_day.year)}
    answer = " ".join(f"{year}: {_by_bloc(rows)}." for year, rows in years.items())
    as_many = [len(rows) for rows in years.values()] == PACT_AND_UNION_ROUNDS
    all_from_there = all(row.former_bloc in PACT_OR_UNION for row in joined)
    verdict = verdict_if(as_many and all_from_there, Verdict.IMPRECISE if as_many else Verdict.DOES_NOT_HOLD)
    return Finding(answer, verdict, keys_of("accessions", joined), EARLY_2000S.year, layers="names")


def _by_bloc(rows: Sequence[Any]) -> str:
    """How many came from where; a state that is alone is named."""
    groups = [(words, [row for row in rows if row.former_bloc == bloc]) for bloc, words in BLOC_WORDS.items()]
    return listed(
        [f"{group[0].name}, {words}" if len(group) == 1 else f"{number_word(len(group))} {words} ({names_of(group)})"
         for words, group in groups if group]
    )  # fmt: skip


ALSO_IN = (2017, 2020)


@claim("C14")
def _again(tables: Tables) -> Finding:
    joined = [row for row in joined_between(tables) if row.joined_day.year in ALSO_IN]
    answer = f"{on_days((row.name, row.joined_day) for row in joined)}."
    verdict = verdict_if({row.joined_day.year for row in joined} == set(ALSO_IN))
    return Finding(capitalised(answer), verdict, keys_of("accessions", joined), ALSO_IN[-1], layers="names")


FASTEST = 2004
RANKS = 3
PERCENT = 100

GROWTH = Choice(
    "measure",
    "Growth is measured by",
    (("countries", "Countries"), ("share", "Share of the members before"), ("area", "Land"), ("people", "People")),
)


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
        told = [f"{number_word(count[group[0]])} joined in {_which(group)}" for group in groups]
    else:
        told = [
            f"{count[year]} joined {before[year]} members in {_which(group)}, {PERCENT * size[year]:.0f} percent"
            for group in groups
            for year in group[:1]
        ]
    answer = f"After {founded}: {told[0]} (next: {'; '.join(told[1:])})."
    shown = [row for row in joined if row.joined_day.year in set(chain.from_iterable(groups))]
    return Finding(answer, verdict_if(first == [FASTEST]), keys_of("accessions", shown), first[0], layers="names")


def _fastest_by_land(tables: Tables) -> Finding:
    """Growth from picture to picture, land that came without a new member included."""
    rows = rows_of(tables.measures.sort_values("year"))
    grown = {row.year: row.area_km2 - last.area_km2 for last, row in pairwise(rows)}
    first = max(grown, key=lambda year: grown[year])
    told = listed([f"in {year} by {grown[year] / MILLION:.1f} million km²" for year in sorted({first, FASTEST})])
    answer = f"The land of NATO grew most in {first}; it grew {told}."
    shown = [row for row in rows if row.year in {first - 1, first, FASTEST - 1, FASTEST}]
    return Finding(answer, verdict_if(first == FASTEST), keys_of("measures", shown), first)


def _fastest_by_people(tables: Tables) -> Finding:
    """By the people of today: those of the years themselves are not in the tables."""
    added = additions(tables).set_index("year")["added_people"]
    first = int(added.idxmax())
    told = listed([f"in {year} where {added[year] / MILLION:.1f} million live" for year in sorted({first, FASTEST})])
    answer = (
        f"By the people who live there today ({counted_in(tables)}), NATO grew most in {first}; countries joined "
        f"{told}. "
        "How many lived there in those years, the tables do not hold."
    )
    shown = [row for row in joined_between(tables) if row.joined_day.year in {first, FASTEST}]
    counted = tables.unit_measures[tables.unit_measures["unit"].isin([row.iso3 for row in shown])]
    return Finding(
        answer, verdict_if(first == FASTEST), keys_of("unit_measures", rows_of(counted)), first, layers="names"
    )


def _which(years: Sequence[int]) -> str:
    return listed([str(year) for year in years])


NEARLY_ALL = 0.8
"""Nearly all: at least four in five."""

EAST = Choice(
    "eastern",
    "What counts as an eastern member",
    (
        ("bloc", "Members once in the Warsaw Pact, the Soviet Union or Yugoslavia"),
        ("south", "The same, and Greece and Türkiye"),
        ("territory", "The same as the first, and the territory of East Germany"),
    ),
)


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
    counting = f", {listed(added)} counted," if added else ""
    noun = "members and territories" if territories else "members"
    answer = (
        f"{len(members) - len(newer)} members had joined by {spelled(base.day)} and {len(newer)} more by "
        f"{spelled(day.day)}. Of the {total} eastern {noun}{counting} {'all' if new == total else new} came later."
    )
    rests = keys_of("accessions", members) + keys_of("territory_changes", territories) + keys_of("events", [base, day])
    return Finding(answer, verdict_if(new >= NEARLY_ALL * total), rests, day.day.year, layers="names")
