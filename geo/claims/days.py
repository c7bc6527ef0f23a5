"""Claims on days, and on how long after one event another came."""

from datetime import timedelta

from data.borders_in_time import state_of
from data.dates import DAYS_PER_YEAR, spelled
from data.event_told import event_told
from data.names import state_names
from data.rows import rows
from data.sentences import listed, number_word, printed
from data.tables import Tables
from data.vocabulary import Draft, EventKind, Verdict
from geo.claims.registry import Finding, choice, claim
from geo.claims.rows import (
    accessions_of,
    article_rows,
    event_of,
    in_force,
    is_member,
    keys_of,
    pact_rows,
    row_of,
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
)
from geo.claims.wording import MONTHS_PER_YEAR, days_and_months, in_months, tell, verdict_if, verdict_in_part

FOUR_MONTHS = 4
WAR_BEGAN = choice("began", "table", "before")


@claim("C04", WAR_BEGAN)
def _short_war(tables: Tables, began: str) -> Finding:
    summit, war = event_of(tables, BUCHAREST), event_of(tables, GEORGIA_WAR)
    start = war.day - timedelta(days=began == "before")
    span = days_and_months(summit.day, start)
    answer = tell("C04", summit=spelled(summit.day), war=spelled(start), span=span)
    holds = round(in_months((start - summit.day).days)) == FOUR_MONTHS
    return Finding(answer, verdict_in_part(holds), keys_of("events", [summit, war]), war.day.year, "GEO")


@claim("C21")
def _summer_after(tables: Tables) -> Finding:
    summit, war = event_of(tables, BUCHAREST), event_of(tables, GEORGIA_WAR)
    answer = tell("C21", summit=spelled(summit.day), war=spelled(war.day))
    holds = war.day.year == summit.day.year and war.day.month in SUMMER_MONTHS and war.day > summit.day
    return Finding(answer, verdict_if(holds), keys_of("events", [summit, war]), war.day.year, "GEO")


ANNEXED = 2014


@claim("C09")
def _annexed(tables: Tables) -> Finding:
    event = event_of(tables, CRIMEA)
    answer = tell("C09", day=spelled(event.day), event=printed(event_told(event, tables).title))
    verdict = verdict_in_part(event.day.year == ANNEXED)
    return Finding(answer, verdict, keys_of("events", [event]), event.day.year, UKRAINE)


YEARS_LATER = 6


@claim("C22")
def _years_later(tables: Tables) -> Finding:
    war, annexed = event_of(tables, GEORGIA_WAR), event_of(tables, CRIMEA)
    years = annexed.day.year - war.day.year
    answer = tell("C22", later=annexed.day.year, earlier=war.day.year, years=years)
    return Finding(
        answer, verdict_if(years == YEARS_LATER), keys_of("events", [war, annexed]), annexed.day.year, UKRAINE
    )


YEARLY = 1.5
"""Summits are yearly where less than this many years lies between them."""


@claim("C18")
def _annual(tables: Tables) -> Finding:
    launch = event_of(tables, LAUNCH)
    summits = [row for row in rows(tables, "events") if row.kind == EventKind.SUMMIT]
    before = max((row for row in summits if row.day < launch.day), key=lambda row: row.day)
    after = min((row for row in summits if row.day > launch.day), key=lambda row: row.day)
    gaps = [(launch.day - before.day).days, (after.day - launch.day).days]
    years_before, years_after = (days / DAYS_PER_YEAR for days in gaps)
    spans = {"years_before": years_before, "years_after": years_after}
    answer = tell("C18", before=spelled(before.day), after=spelled(after.day), **spans)
    verdict = verdict_if(max(gaps) < YEARLY * DAYS_PER_YEAR, Verdict.IMPRECISE)
    return Finding(answer, verdict, keys_of("events", [before, launch, after]), launch.day.year)


SUMMER = choice("summer", "calendar", "months")
NO_FOREIGN_FORCES = "TC05"


@claim("C25", SUMMER)
def _summer_treaty(tables: Tables, summer: str) -> Finding:
    treaty, limit = event_of(tables, UNIFICATION), row_of(tables, "territory_changes", NO_FOREIGN_FORCES)
    in_summer = treaty.day < AUTUMN_1990 if summer == "calendar" else treaty.day.month in SUMMER_MONTHS
    part = "in_summer" if in_summer else "not_in_summer"
    answer = tell("C25", part, day=spelled(treaty.day), basis=limit.legal_basis, limit=limit.note)
    rests = keys_of("events", [treaty]) + keys_of("territory_changes", [limit])
    verdict = verdict_if(in_summer, Verdict.IMPRECISE)
    return Finding(answer, verdict, rests, treaty.day.year, "DEU-EAST")


@claim("C27")
def _two_germanies(tables: Tables) -> Finding:
    west, names = accessions_of(tables, "DEU"), state_names(tables)
    east = [row for row in pact_rows(tables) if row.unit == "DEU-EAST"]
    told = [
        tell("C27", "member", who=names[state_of(row.iso3, row.joined_day, tables)], day=spelled(row.joined_day))
        for row in west
    ] + [tell("C27", "pact", who=names[row.as_part_of], day=spelled(row.end_day)) for row in east]
    answer = tell("C27", who=", ".join(told) or tell("C27", "neither"))
    holds = bool(west) and west[0].joined_day <= EARLY_1990 and bool(in_force(east, EARLY_1990))
    rests = keys_of("accessions", west) + keys_of("other_blocs", east)
    return Finding(answer, verdict_if(holds), rests, EARLY_1990.year - 1, "DEU", "front")


COUNTED_FROM = choice("counted_from", "treaty", "talk")
STARTS = {"treaty": UNIFICATION, "talk": BAKER}


@claim("C28", COUNTED_FROM)
def _matter_of_months(tables: Tables, counted_from: str) -> Finding:
    start, pact, union = (event_of(tables, event) for event in (STARTS[counted_from], PACT_ENDS, UNION_ENDS))
    to_pact, to_union = (days_and_months(start.day, end.day) for end in (pact, union))
    spans = {"to_pact": to_pact, "to_union": to_union}
    answer = tell("C28", start=spelled(start.day), pact=spelled(pact.day), union=spelled(union.day), **spans)
    longest = in_months((max(pact.day, union.day) - start.day).days)
    verdict = verdict_if(longest <= MONTHS_PER_YEAR, Verdict.IMPRECISE)
    return Finding(answer, verdict, keys_of("events", [start, pact, union]), pact.day.year)


@claim("C32")
def _barred(tables: Tables) -> Finding:
    drafts = event_of(tables, DRAFTS)
    republics = [row for row in soviet_republics(tables) if row.part_iso3 != RUSSIA]
    outside = [row for row in republics if not is_member(row.unit, drafts.day, tables)]
    article = article_rows(tables, Draft.US, "4")
    same = all(set(row.affected_iso3_2021) == {one.part_iso3 for one in outside} for row in article)
    who = listed(sorted(row.part_name for row in outside))
    answer = tell("C32", "same" if same else "others", n=len(outside), day=spelled(drafts.day), who=who)
    rests = keys_of("historical_states", outside) + keys_of("draft_treaties", article) + keys_of("events", [drafts])
    holds = same and UKRAINE in {row.part_iso3 for row in outside}
    return Finding(answer, verdict_if(holds), rests, drafts.day.year, UKRAINE)


COLD_PEACE, WHEN_AND_HOW = "1994-12-05-yeltsin-cold-peace", "1994-01-12-clinton-prague"
DECEMBER = 12


@claim("C35")
def _cold_peace(tables: Tables) -> Finding:
    said, launch = row_of(tables, "statements", COLD_PEACE), event_of(tables, LAUNCH)
    where = {"city": said.city, "venue": said.venue}
    answer = tell("C35", speaker=said.speaker, **where, day=spelled(said.day), year=launch.day.year)
    holds = said.day.year == launch.day.year and said.day.month == DECEMBER
    rests = keys_of("statements", [said]) + keys_of("events", [launch])
    return Finding(answer, verdict_if(holds), rests, said.day.year, RUSSIA, "statements")


SUMMIT_DAY = choice("launch", "first", "last")
DAYS_AFTER = 7


@claim("C36", SUMMIT_DAY)
def _days_after(tables: Tables, launch: str) -> Finding:
    said, event = row_of(tables, "statements", WHEN_AND_HOW), event_of(tables, LAUNCH)
    start = event.day + (LAUNCH_LASTED if launch == "last" else timedelta())
    days = (said.day - start).days
    part = "answer_one" if days == 1 else "answer"
    answer = tell("C36", part, city=said.city, said=spelled(said.day), n=number_word(days), start=spelled(start))
    rests = keys_of("statements", [said]) + keys_of("events", [event])
    return Finding(answer, verdict_if(0 < days <= DAYS_AFTER), rests, said.day.year, "CZE", "statements")
