"""Claims on days, and on how long after one event another came."""

from datetime import timedelta

from data.borders_in_time import state_of
from data.dates import DAYS_PER_YEAR, spelled
from data.headlines import listed, number_word
from data.membership import state_names
from data.tables import Tables
from data.vocabulary import EventKind, Verdict
from geo.claims.registry import Choice, Finding, claim
from geo.claims.rows import (
    accessions_of,
    article_rows,
    event_of,
    in_force,
    is_member,
    keys_of,
    pact_rows,
    row_of,
    rows_of,
    soviet_republics,
)
from geo.claims.subjects import (
    AUTUMN_1990,
    BAKER,
    BUCHAREST,
    CRIMEA,
    DRAFTS,
    EARLY_1990,
    GEORGIA_WAR,
    LAUNCH,
    LAUNCH_LASTED,
    PACT_ENDS,
    RUSSIA,
    SUMMER_MONTHS,
    UKRAINE,
    UNIFICATION,
    UNION_ENDS,
    US_DRAFT,
)
from geo.claims.wording import MONTHS_PER_YEAR, days_and_months, in_months, verdict_if, verdict_in_part

FOUR_MONTHS = 4
WAR_BEGAN = Choice(
    "began", "When the war began", (("table", "On the day of the tables"), ("before", "On the day before it"))
)


@claim("C04", WAR_BEGAN)
def _short_war(tables: Tables, began: str) -> Finding:
    summit, war = event_of(tables, BUCHAREST), event_of(tables, GEORGIA_WAR)
    start = war.day - timedelta(days=began == "before")
    span = days_and_months(summit.day, start)
    answer = f"From {spelled(summit.day)} to {spelled(start)}: {span}. Who won is not in the tables."
    holds = round(in_months((start - summit.day).days)) == FOUR_MONTHS
    return Finding(answer, verdict_in_part(holds), keys_of("events", [summit, war]), war.day.year, "GEO")


@claim("C21")
def _summer_after(tables: Tables) -> Finding:
    summit, war = event_of(tables, BUCHAREST), event_of(tables, GEORGIA_WAR)
    answer = f"The summit was on {spelled(summit.day)}, the war began on {spelled(war.day)}."
    holds = war.day.year == summit.day.year and war.day.month in SUMMER_MONTHS and war.day > summit.day
    return Finding(answer, verdict_if(holds), keys_of("events", [summit, war]), war.day.year, "GEO")


ANNEXED = 2014


@claim("C09")
def _annexed(tables: Tables) -> Finding:
    event = event_of(tables, CRIMEA)
    answer = f"The events list it on {spelled(event.day)}: {event.title}. The war in the east has no row of its own."
    verdict = verdict_in_part(event.day.year == ANNEXED)
    return Finding(answer, verdict, keys_of("events", [event]), event.day.year, UKRAINE)


YEARS_LATER = 6


@claim("C22")
def _years_later(tables: Tables) -> Finding:
    war, annexed = event_of(tables, GEORGIA_WAR), event_of(tables, CRIMEA)
    years = annexed.day.year - war.day.year
    answer = f"{annexed.day.year} less {war.day.year} is {years}."
    return Finding(
        answer, verdict_if(years == YEARS_LATER), keys_of("events", [war, annexed]), annexed.day.year, UKRAINE
    )


YEARLY = 1.5
"""Summits are yearly where less than this many years lies between them."""


@claim("C18")
def _annual(tables: Tables) -> Finding:
    launch = event_of(tables, LAUNCH)
    summits = [row for row in rows_of(tables.events) if row.kind == EventKind.SUMMIT]
    before = max((row for row in summits if row.day < launch.day), key=lambda row: row.day)
    after = min((row for row in summits if row.day > launch.day), key=lambda row: row.day)
    gaps = [(launch.day - before.day).days, (after.day - launch.day).days]
    answer = (
        f"The nearest other summits in the tables are those of {spelled(before.day)} and {spelled(after.day)}, "
        f"{gaps[0] / DAYS_PER_YEAR:.1f} years before the launch and {gaps[1] / DAYS_PER_YEAR:.1f} years after it. "
        "The tables do not hold every summit: that there was none in the year before rests on the source, not on a "
        "computation."
    )
    verdict = verdict_if(max(gaps) < YEARLY * DAYS_PER_YEAR, Verdict.IMPRECISE)
    return Finding(answer, verdict, keys_of("events", [before, launch, after]), launch.day.year)


SUMMER = Choice(
    "summer", "When summer ends", (("calendar", "At the equinox"), ("months", "With August, as for the weather"))
)
NO_FOREIGN_FORCES = "TC05"


@claim("C25", SUMMER)
def _summer_treaty(tables: Tables, summer: str) -> Finding:
    treaty, limit = event_of(tables, UNIFICATION), row_of(tables, "territory_changes", NO_FOREIGN_FORCES)
    in_summer = treaty.day < AUTUMN_1990 if summer == "calendar" else treaty.day.month in SUMMER_MONTHS
    answer = (
        f"{spelled(treaty.day)} is {'' if in_summer else 'not '}in summer by this reckoning. The tables record for the "
        f"east ({limit.legal_basis}): {limit.note}"
    )
    rests = keys_of("events", [treaty]) + keys_of("territory_changes", [limit])
    verdict = verdict_if(in_summer, Verdict.IMPRECISE)
    return Finding(answer, verdict, rests, treaty.day.year, "DEU-EAST")


@claim("C27")
def _two_germanies(tables: Tables) -> Finding:
    west, names = accessions_of(tables, "DEU"), state_names(tables)
    east = [row for row in pact_rows(tables) if row.unit == "DEU-EAST"]
    told = [
        f"{names[state_of(row.iso3, row.joined_day, tables)]} was a member from {spelled(row.joined_day)}"
        for row in west
    ] + [f"{names[row.as_part_of]} in the Warsaw Pact until {spelled(row.end_day)}" for row in east]
    answer = f"{', '.join(told) or 'Neither is in the tables'}."
    holds = bool(west) and west[0].joined_day <= EARLY_1990 and bool(in_force(east, EARLY_1990))
    rests = keys_of("accessions", west) + keys_of("other_blocs", east)
    return Finding(answer, verdict_if(holds), rests, EARLY_1990.year - 1, "DEU", "front")


COUNTED_FROM = Choice(
    "counted_from", "Counted from", (("treaty", "The unification treaty"), ("talk", "Baker's talk in Moscow"))
)
STARTS = {"treaty": UNIFICATION, "talk": BAKER}


@claim("C28", COUNTED_FROM)
def _matter_of_months(tables: Tables, counted_from: str) -> Finding:
    start, pact, union = (event_of(tables, event) for event in (STARTS[counted_from], PACT_ENDS, UNION_ENDS))
    to_pact, to_union = (days_and_months(start.day, end.day) for end in (pact, union))
    answer = (
        f"Counted from {spelled(start.day)} the Pact ended {to_pact} later ({spelled(pact.day)}), "
        f"the Soviet Union {to_union} later ({spelled(union.day)})."
    )
    longest = in_months((max(pact.day, union.day) - start.day).days)
    verdict = verdict_if(longest <= MONTHS_PER_YEAR, Verdict.IMPRECISE)
    return Finding(answer, verdict, keys_of("events", [start, pact, union]), pact.day.year)


@claim("C32")
def _barred(tables: Tables) -> Finding:
    drafts = event_of(tables, DRAFTS)
    republics = [row for row in soviet_republics(tables) if row.part_iso3 != RUSSIA]
    outside = [row for row in republics if not is_member(row.unit, drafts.day, tables)]
    article = article_rows(tables, US_DRAFT, "4")
    same = all(set(row.affected_iso3_2021) == {one.part_iso3 for one in outside} for row in article)
    answer = (
        f"{len(outside)} on {spelled(drafts.day)}, Russia left out: "
        f"{listed(sorted(row.part_name for row in outside))}. The table of the drafts lists "
        f"{'the same' if same else 'others'}."
    )
    rests = keys_of("historical_states", outside) + keys_of("draft_treaties", article) + keys_of("events", [drafts])
    holds = same and UKRAINE in {row.part_iso3 for row in outside}
    return Finding(answer, verdict_if(holds), rests, drafts.day.year, UKRAINE)


COLD_PEACE, WHEN_AND_HOW = "1994-12-05-yeltsin-cold-peace", "1994-01-12-clinton-prague"
DECEMBER = 12


@claim("C35")
def _cold_peace(tables: Tables) -> Finding:
    said, launch = row_of(tables, "statements", COLD_PEACE), event_of(tables, LAUNCH)
    answer = (
        f"Said by {said.speaker} in {said.city} ({said.venue}) on {spelled(said.day)}; "
        f"the Partnership for Peace began in {launch.day.year}."
    )
    holds = said.day.year == launch.day.year and said.day.month == DECEMBER
    rests = keys_of("statements", [said]) + keys_of("events", [launch])
    return Finding(answer, verdict_if(holds), rests, said.day.year, RUSSIA, "statements")


SUMMIT_DAY = Choice(
    "launch", "Counted from", (("first", "The first day of the summit"), ("last", "Its second and last day"))
)
DAYS_AFTER = 7


@claim("C36", SUMMIT_DAY)
def _days_after(tables: Tables, launch: str) -> Finding:
    said, event = row_of(tables, "statements", WHEN_AND_HOW), event_of(tables, LAUNCH)
    start = event.day + (LAUNCH_LASTED if launch == "last" else timedelta())
    days = (said.day - start).days
    span = f"{number_word(days)} {'day' if days == 1 else 'days'}"
    answer = f"Said in {said.city} on {spelled(said.day)}, {span} after {spelled(start)}."
    rests = keys_of("statements", [said]) + keys_of("events", [event])
    return Finding(answer, verdict_if(0 < days <= DAYS_AFTER), rests, said.day.year, "CZE", "statements")
