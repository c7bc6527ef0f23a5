"""What the tables and shapes say of each claim of `claims.csv`, computed when asked.

No result stands here: every number, date and name comes from the tables at the time of the question. What does stand
here is what a claim itself is about (the number it gives, the span of time it means) and the definitions a reader can
choose. A claim about the words of a document cannot be computed; its finding repeats the recorded evaluation and says
that it rests on the source.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, groupby, pairwise
from typing import Any

import pandas as pd

from data.dates import MONTHS, first_day, spelled
from data.frontier import additions, counted_in
from data.headlines import listed, number_word
from data.membership import picture_day, state_names
from data.schema import INTERVALS, KEYS
from data.tables import Tables, current_tables
from data.timeline import segment_on
from data.vocabulary import (
    DIALOGUE_FORMATS,
    Bloc,
    City,
    Effect,
    EventKind,
    Format,
    FormerBloc,
    Relation,
    Status,
    Verdict,
)
from geo.geodesic import Place, distance_km
from geo.history import Front, state_of
from geo.measures import MID_ATLANTIC_LON, front_borders, nato_land
from geo.shapes import read_shapes

__all__ = ["Choice", "Finding", "choices", "claim_ids", "evaluate"]

KM_PER_MILE = 1.609344
DAYS_PER_YEAR = 365.2425
MONTHS_PER_YEAR = 12
DAYS_PER_MONTH = DAYS_PER_YEAR / MONTHS_PER_YEAR
MILLION = 1_000_000

Rests = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Choice:
    """A definition that the reader can choose; the first option is the default."""

    key: str
    label: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Finding:
    """What the tables say of a claim, in sentences, and where in the atlas to look.

    `rests_on` names the rows used as (table, key), the parts of a key joined by a space; `year` is the year whose
    picture shows it best, `country` a unit to open there and `layers` the layers that help, both possibly empty.
    """

    answer: str
    verdict: Verdict
    rests_on: Rests
    year: int
    country: str = ""
    layers: str = ""


@dataclass(frozen=True)
class _Claim:
    compute: Callable[..., Finding]
    choices: tuple[Choice, ...]


_CLAIMS: dict[str, _Claim] = {}


def claim(claim_id: str, *offered: Choice) -> Callable[[Callable[..., Finding]], Callable[..., Finding]]:
    """Register a computation, which takes the tables and each choice by its key."""

    def register(compute: Callable[..., Finding]) -> Callable[..., Finding]:
        _CLAIMS[claim_id] = _Claim(compute, offered)
        return compute

    return register


def claim_ids() -> tuple[str, ...]:
    """The claims that have a computation, in order."""
    return tuple(sorted(_CLAIMS))


def choices(claim_id: str) -> tuple[Choice, ...]:
    """The definitions that a reader can choose for a claim; raises ValueError for an unknown claim."""
    return _known(claim_id).choices


def evaluate(claim_id: str, tables: Tables | None = None, **chosen: str) -> Finding:
    """The finding under the chosen definitions; the default is taken for each that is not given.

    Raises ValueError for an unknown claim, choice or value.
    """
    known = _known(claim_id)
    offered = {choice.key: [value for value, _ in choice.options] for choice in known.choices}
    for key, value in chosen.items():
        if key not in offered:
            raise ValueError(f"{claim_id} has no choice {key!r}; expected one of {list(offered)}")
        if value not in offered[key]:
            raise ValueError(f"{claim_id}: {key} is {value!r}; expected one of {offered[key]}")
    defaults = {key: values[0] for key, values in offered.items()}
    return known.compute(tables or current_tables(), **(defaults | chosen))


def _known(claim_id: str) -> _Claim:
    if claim_id not in _CLAIMS:
        raise ValueError(f"unknown claim {claim_id!r}; expected one of {list(claim_ids())}")
    return _CLAIMS[claim_id]


# ---------------------------------------------------------------------- rows


def _rows(frame: pd.DataFrame) -> list[Any]:
    return list(frame.itertuples())


def _rests(table: str, rows: Iterable[Any]) -> Rests:
    """The rows as (table, key); rows of a table without a key by what may hold only once at a time."""
    columns = KEYS.get(table) or INTERVALS[table]
    return tuple(dict.fromkeys((table, " ".join(str(getattr(row, column)) for column in columns)) for row in rows))


def _row(tables: Tables, table: str, key: str) -> Any:
    """The one row of a table with a single key; raises ValueError where there is none."""
    frame: pd.DataFrame = getattr(tables, table)
    (column,) = KEYS[table]
    found = _rows(frame[frame[column].astype(str) == key])
    if not found:
        raise ValueError(f"{table} has no {column} {key}, on which the claim rests")
    return found[0]


def _event(tables: Tables, event_id: str) -> Any:
    return _row(tables, "events", event_id)


def _published(tables: Tables, source_id: str) -> date:
    """The first day on which an article can have appeared."""
    return first_day(_row(tables, "sources", source_id).date_published)


def _joined(
    tables: Tables, after: date = date.min, until: date = date.max, blocs: Iterable[str] = FormerBloc
) -> list[Any]:
    """The accessions later than one day and not later than another, of the former blocs named."""
    wanted = set(blocs)
    return [row for row in _rows(tables.accessions) if after < row.joined_day <= until and row.former_bloc in wanted]


def _accessions(tables: Tables, *units: str) -> list[Any]:
    return [row for row in _joined(tables) if row.iso3 in units]


def _statuses(tables: Tables, status: str, units: Iterable[str] = ()) -> list[Any]:
    """The rows with a status, of all units or of those named, as they begin."""
    wanted = set(units)
    rows = _rows(tables.statuses[tables.statuses["status"] == status])
    return sorted((row for row in rows if not wanted or row.iso3 in wanted), key=lambda row: row.start_day)


def _in_force(rows: Iterable[Any], day: date) -> list[Any]:
    return [row for row in rows if row.start_day <= day < row.end_day]


def _pact(tables: Tables) -> list[Any]:
    return _rows(tables.other_blocs[tables.other_blocs["bloc"] == Bloc.WARSAW_PACT])


def _soviet_republics(tables: Tables) -> list[Any]:
    """The parts of the Soviet Union, Russia among them."""
    past = tables.historical_states
    return _rows(past[(past["state_code"] == SOVIET_UNION) & (past["relation"] == Relation.PART)])


def _article(tables: Tables, document: str, article: str) -> list[Any]:
    return [row for row in _rows(tables.draft_treaties) if (row.document, row.article) == (document, article)]


def _territories(tables: Tables, until: date) -> list[Any]:
    """Changes that brought a part of a country, once in the Warsaw Pact, into the treaty area."""
    parts = {row.unit for row in _pact(tables) if row.unit != row.iso3}
    changes = _rows(tables.territory_changes)
    return [row for row in changes if row.effect == Effect.IN_AREA and row.start_day <= until and parts & set(row.unit)]


# ---------------------------------------------------------------------- words


def _verdict(condition: bool, otherwise: Verdict = Verdict.DOES_NOT_HOLD) -> Verdict:
    return Verdict.HOLDS if condition else otherwise


def _named(rows: Iterable[Any]) -> str:
    names = [row.name for row in rows]
    return listed(names) if names else "none"


def _alphabetical(rows: Iterable[Any]) -> list[Any]:
    return sorted(rows, key=lambda row: row.name)


def _on_days(dated: Iterable[tuple[str, date]]) -> str:
    """Names by day, the earliest first: `Albania and Croatia on 1 April 2009`."""
    told = sorted(dated, key=lambda pair: pair[1])
    groups = [(day, [name for name, _ in group]) for day, group in groupby(told, key=lambda pair: pair[1])]
    return listed([f"{listed(names)} on {spelled(day)}" for day, names in groups]) if groups else "none"


def _part(some: int, whole: int) -> str:
    """`all 14`, or `12 of the 14`."""
    return f"all {whole}" if some == whole else f"{some} of the {whole}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def _months(days: int) -> float:
    return days / DAYS_PER_MONTH


def _later(start: date, end: date) -> str:
    """A span in days and months."""
    days = (end - start).days
    return f"{days} days ({_months(days):.1f} months)"


def _years(start: date, end: date) -> str:
    """A span in whole years, and on which side of them it lies."""
    exact = (end - start).days / DAYS_PER_YEAR
    whole = round(exact)
    return f"{'almost' if exact < whole else 'more than'} {whole} years"


def _months_after(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, MONTHS_PER_YEAR)
    return day.replace(year=day.year + years, month=month + 1)


def _rounded(value: float, step: int) -> int:
    return round(value / step) * step


def _in_both(km: float, step: int) -> str:
    """A length in km and miles, both rounded to a step."""
    return f"{_rounded(km, step):,} km ({_rounded(km / KM_PER_MILE, step):,} miles)"


# ---------------------------------------------------------------------- what the claims are about

SOVIET_UNION = "SUN"
RUSSIA = "RUS"
ALASKA_OF = "USA"
UKRAINE = "UKR"
BUCHAREST_PAIR = (UKRAINE, "GEO")
BALTIC_STATES = {"EST", "LVA", "LTU"}
SOUTHERN_FLANK = ("GRC", "TUR")
CENTRAL_ASIA = {"KAZ", "KGZ", "TJK", "TKM", "UZB"}

COLD_WAR_ENDED = date(1990, 1, 1)
"""Whoever joined from this day on joined after the Cold War; nobody did so in 1990."""
YELTSIN_REELECTED = date(1996, 7, 3)
"""The second round of Russia's election; no event of the tables."""
AUTUMN_1990 = date(1990, 9, 23)
"""The equinox of the year of the unification treaty."""
EARLY_1990 = date(1990, 1, 31)
LATE_1990S, EARLY_2000S = date(1994, 12, 31), date(2004, 12, 31)
LATE_2000S = range(2005, 2010)
SUMMER_MONTHS = range(6, 9)
LAUNCH_LASTED = timedelta(days=1)
"""The summit that launched the Partnership for Peace ended the day after it began."""

WALL, BAKER, UNIFICATION = "EV15", "EV16", "EV18"
PACT_ENDS, UNION_ENDS, LAUNCH = "EV21", "EV23", "EV25"
FOUNDING_ACT, ACTION_PLAN, BUCHAREST, GEORGIA_WAR = "EV28", "EV33", "EV44", "EV45"
CRIMEA, SIXTH_PARTNER, DRAFTS = "EV49", "EV57", "EV59"
NYT, CFR = "S120", "S119"
US_DRAFT, NATO_DRAFT = "US-Russia draft treaty", "NATO-Russia draft agreement"

PACT_OR_UNION = (FormerBloc.WARSAW_PACT, FormerBloc.SOVIET_REPUBLIC)
EASTERN = (*PACT_OR_UNION, FormerBloc.YUGOSLAVIA)
BLOC_WORDS = {
    FormerBloc.WARSAW_PACT: "from the Warsaw Pact",
    FormerBloc.SOVIET_REPUBLIC: "former Soviet republics",
    FormerBloc.YUGOSLAVIA: "formerly of Yugoslavia",
    FormerBloc.NONE: "from neither",
}

AS_OF = Choice("as_of", "Counted on", (("then", "The day of the article"), ("today", "The day of this edition")))


def _counted_on(tables: Tables, as_of: str, source_id: str) -> date:
    return tables.as_of if as_of == "today" else _published(tables, source_id)


# ---------------------------------------------------------------------- how many joined

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
    day = _counted_on(tables, as_of, NYT)
    blocs = EASTERN if bloc == "yugoslavia" else PACT_OR_UNION
    joined = _joined(tables, COLD_WAR_ENDED, day, blocs)
    territories = _territories(tables, day) if bloc == "territory" else []
    count = len(joined) + len(territories)
    told = "; territory: ".join([_named(_alphabetical(joined)), *(row.territory for row in territories)])
    answer = f"{BLOC_STATES[bloc]} that had joined by {spelled(day)}: {count} ({told})."
    if years := [year for year in range(COLD_WAR_ENDED.year, day.year) if _by_year(joined, year) == DOZEN]:
        answer += f" The count stood at exactly {DOZEN} at the end of each year from {years[0]} to {years[-1]}."
    off = abs(count - DOZEN)
    verdict = Verdict.IMPRECISE if ABOUT < off <= ROUGHLY else _verdict(off <= ABOUT)
    rests = _rests("accessions", joined) + _rests("territory_changes", territories)
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
    day = _counted_on(tables, as_of, CFR)
    before, now = _joined(tables, until=picture_day(int(base_year), tables)), _joined(tables, until=day)
    ratio = len(now) / len(before)
    times = "exactly twice" if ratio == TWICE else f"{ratio:.2f} times"
    answer = (
        f"{len(before)} members at the end of {base_year}; {len(now)} on {spelled(day)}, a number reached on "
        f"{spelled(max(row.joined_day for row in now))}: {times} as many."
    )
    verdict = _verdict(NEARLY_TWICE <= ratio < TWICE, Verdict.IMPRECISE if ratio >= TWICE else Verdict.DOES_NOT_HOLD)
    return Finding(answer, verdict, _rests("accessions", now), day.year)


PACT_AND_UNION_ROUNDS = [3, 7]


@claim("C12")
def _three_then_seven(tables: Tables) -> Finding:
    joined = _joined(tables, LATE_1990S, EARLY_2000S)
    years = {year: list(rows) for year, rows in groupby(joined, key=lambda row: row.joined_day.year)}
    answer = " ".join(f"{year}: {_by_bloc(rows)}." for year, rows in years.items())
    as_many = [len(rows) for rows in years.values()] == PACT_AND_UNION_ROUNDS
    all_from_there = all(row.former_bloc in PACT_OR_UNION for row in joined)
    verdict = _verdict(as_many and all_from_there, Verdict.IMPRECISE if as_many else Verdict.DOES_NOT_HOLD)
    return Finding(answer, verdict, _rests("accessions", joined), EARLY_2000S.year, layers="names")


def _by_bloc(rows: Sequence[Any]) -> str:
    """How many came from where; a state that is alone is named."""
    groups = [(words, [row for row in rows if row.former_bloc == bloc]) for bloc, words in BLOC_WORDS.items()]
    return listed(
        [f"{group[0].name}, {words}" if len(group) == 1 else f"{number_word(len(group))} {words} ({_named(group)})"
         for words, group in groups if group]
    )  # fmt: skip


ALSO_IN = (2017, 2020)


@claim("C14")
def _again(tables: Tables) -> Finding:
    joined = [row for row in _joined(tables) if row.joined_day.year in ALSO_IN]
    answer = f"{_on_days((row.name, row.joined_day) for row in joined)}."
    verdict = _verdict({row.joined_day.year for row in joined} == set(ALSO_IN))
    return Finding(_capital(answer), verdict, _rests("accessions", joined), ALSO_IN[-1], layers="names")


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
    joined = [row for row in _joined(tables) if row.joined_day.year > founded]
    years = sorted({row.joined_day.year for row in joined})
    count = {year: sum(row.joined_day.year == year for row in joined) for year in years}
    before = {year: _by_year(_joined(tables), year - 1) for year in years}
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
    return Finding(answer, _verdict(first == [FASTEST]), _rests("accessions", shown), first[0], layers="names")


def _fastest_by_land(tables: Tables) -> Finding:
    """Growth from picture to picture, land that came without a new member included."""
    rows = _rows(tables.measures.sort_values("year"))
    grown = {row.year: row.area_km2 - last.area_km2 for last, row in pairwise(rows)}
    first = max(grown, key=lambda year: grown[year])
    told = listed([f"in {year} by {grown[year] / MILLION:.1f} million km²" for year in sorted({first, FASTEST})])
    answer = f"The land of NATO grew most in {first}; it grew {told}."
    shown = [row for row in rows if row.year in {first - 1, first, FASTEST - 1, FASTEST}]
    return Finding(answer, _verdict(first == FASTEST), _rests("measures", shown), first)


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
    shown = [row for row in _joined(tables) if row.joined_day.year in {first, FASTEST}]
    counted = tables.unit_measures[tables.unit_measures["unit"].isin([row.iso3 for row in shown])]
    return Finding(answer, _verdict(first == FASTEST), _rests("unit_measures", _rows(counted)), first, layers="names")


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
    base, day = _event(tables, FOUNDING_ACT), _event(tables, DRAFTS)
    members = _joined(tables, until=day.day)
    newer = [row for row in members if row.joined_day > base.day]
    more = _accessions(tables, *SOUTHERN_FLANK) if eastern == "south" else []
    territories = _territories(tables, day.day) if eastern == "territory" else []
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
    rests = _rests("accessions", members) + _rests("territory_changes", territories) + _rests("events", [base, day])
    return Finding(answer, _verdict(new >= NEARLY_ALL * total), rests, day.day.year, layers="names")


# ---------------------------------------------------------------------- where the line ran

HUNDREDS_OF_MILES = 200


@dataclass(frozen=True)
class _Point:
    """A place on a front and the unit whose land it is; `at` is lon, lat."""

    name: str
    unit: str
    at: Place


CENTRAL_FRONTS = (
    (_Point("Helmstedt", "DEU", (11.01, 52.23)), _Point("the Polish-Belarusian border", "POL", (23.62, 52.08))),
    (_Point("Lübeck", "DEU", (10.81, 53.89)), _Point("Narva", "EST", (28.19, 59.38))),
)
"""From the inner-German border to the same latitude, nearly, in the east; the crossings at Schlutup and Terespol."""

FRONT_STEP, MOSCOW_STEP, ST_PETERSBURG_STEP = 5, 10, 1
"""Rounding in km and miles: chosen points are not finer, and Moscow is far from any of the land."""

LINE = Choice(
    "line",
    "Which boundary",
    (
        ("front", "The central front, from the inner-German border"),
        ("moscow", "The land nearest to Moscow"),
        ("st_petersburg", "The land nearest to St Petersburg"),
        ("easternmost", "The easternmost land in Europe and Asia Minor"),
    ),
)


@claim("C02", LINE)
def _eastward(tables: Tables, line: str) -> Finding:
    match line:
        case "front":
            return _front_moved(tables)
        case "moscow":
            return _nearest_moved(tables, City.MOSCOW, "Moscow", MOSCOW_STEP)
        case "st_petersburg":
            return _nearest_moved(tables, City.ST_PETERSBURG, "St Petersburg", ST_PETERSBURG_STEP)
        case _:
            return _easternmost_moved(tables)


def _front_moved(tables: Tables) -> Finding:
    """From places of members of 1989 to places of members of today, along a geodesic."""
    wall = _event(tables, WALL)
    moved = [
        (f"{west.name} to {east.name}", distance_km(west.at, east.at))
        for west, east in CENTRAL_FRONTS
        if _is_member(west.unit, wall.day, tables) and _is_member(east.unit, tables.as_of, tables)
    ]
    told = listed([f"{name} {_in_both(km, FRONT_STEP)}" for name, km in moved]) if moved else "no member lies east"
    answer = f"Central front, as a geodesic between chosen points and rounded: {told}."
    rests = _rests("accessions", _accessions(tables, *(point.unit for pair in CENTRAL_FRONTS for point in pair)))
    verdict = _verdict(any(_is_hundreds(km) for _, km in moved))
    return Finding(answer, verdict, rests + _rests("events", [wall]), tables.last_year, layers="front")


def _is_member(unit: str, day: date, tables: Tables) -> bool:
    return segment_on(tables, unit, day).status == Status.MEMBER


def _is_hundreds(km: float) -> bool:
    return km / KM_PER_MILE >= HUNDREDS_OF_MILES


def _nearest_moved(tables: Tables, city: City, name: str, step: int) -> Finding:
    wall, names = _event(tables, WALL), state_names(tables)
    rows = [row for row in _rows(tables.measures.sort_values("year")) if row.year >= wall.day.year]
    runs = [next(group) for _, group in groupby(rows, key=lambda row: getattr(row, f"{city}_km"))]
    lengths = [float(getattr(row, f"{city}_km")) for row in runs]
    told = listed(
        [f"{_rounded(km, step):,} km ({getattr(row, f'{city}_place')}, {names[getattr(row, f'{city}_unit')]}) "
         f"{'in' if row is runs[0] else 'since'} {row.year}" for row, km in zip(runs, lengths, strict=True)]
    )  # fmt: skip
    nearer = lengths[0] - lengths[-1]
    answer = f"Nearest Allied land to {name}: about {told}. That is {_in_both(nearer, step)} nearer."
    unit = str(getattr(runs[-1], f"{city}_unit"))
    rests = _rests("measures", runs)
    return Finding(answer, _verdict(_is_hundreds(nearer)), rests, runs[-1].year, unit, "nearest")


def _easternmost_moved(tables: Tables) -> Finding:
    """Compares 1989 with today; America is left out, whose far end lies beyond 180°."""
    wall = _event(tables, WALL)
    (_, before), (unit, now) = (_easternmost(tables, day) for day in (wall.day, tables.as_of))
    row = _row(tables, "accessions", unit)
    far = _row(tables, "accessions", ALASKA_OF)
    moved = "it has not moved since" if now == before else "it moved there in"
    answer = (
        f"The easternmost Allied land outside America is in {row.name}, at about {now:.1f}° E; {moved} "
        f"{row.joined_day.year}. Alaska has been Allied land since {far.joined_day.year}."
    )
    lat = read_shapes(tables.units).geometry[unit].representative_point().y
    verdict = _verdict(_is_hundreds(distance_km((before, lat), (now, lat))))
    return Finding(answer, verdict, _rests("accessions", [row, far]), row.joined_day.year, unit, "front")


def _easternmost(tables: Tables, day: date) -> tuple[str, float]:
    """The unit whose land reaches farthest east on a day, and the longitude it reaches."""
    shapes = read_shapes(tables.units).geometry
    east = [unit for unit in nato_land(day, tables) if shapes[unit].representative_point().x > MID_ATLANTIC_LON]
    unit = max(east, key=lambda unit: float(shapes[unit].bounds[2]))
    return unit, float(shapes[unit].bounds[2])


NEIGHBOUR = Choice(
    "neighbour",
    "Whose border",
    (("either", "Russia's or the Soviet Union's"), ("russia", "Russia's alone, after the Soviet Union")),
)
KALININGRAD = Choice("kaliningrad", "Kaliningrad", (("with", "Counts"), ("without", "Does not count")))


@claim("C29", NEIGHBOUR, KALININGRAD)
def _doorstep(tables: Tables, neighbour: str, kaliningrad: str) -> Finding:
    lines = front_borders(tables)
    left_out = {row.border for row in _rows(tables.borders) if KALININGRAD.label in row.note}
    kept = [
        row
        for row in _rows(lines[lines["front"] == str(Front.RUSSIA)])
        if (kaliningrad == "with" or row.border not in left_out)
        and (neighbour == "either" or state_of(row.other, picture_day(row.year, tables), tables) == RUSSIA)
    ]
    years = {unit: [row.year for row in kept if row.member == unit] for unit in dict.fromkeys(r.member for r in kept)}
    spans = {unit: (min(span), max(span)) for unit, span in years.items()}
    baltic = [spans[unit][0] for unit in BALTIC_STATES if unit in spans]
    first = bool(baltic) and min(baltic) == min(start for start, _ in spans.values())
    whose = "Russia" if neighbour == "russia" else "Russia or the Soviet Union"
    but = "" if kaliningrad == "with" else ", Kaliningrad left out"
    answer = f"Members with a land border with {whose}{but}: {_spans(spans, tables)}."
    verdict = _verdict(first, Verdict.IMPRECISE if baltic else Verdict.DOES_NOT_HOLD)
    rests = tuple(dict.fromkeys(("borders", row.border) for row in kept))
    return Finding(answer, verdict, rests, min(baltic, default=tables.last_year), layers="front")


def _spans(spans: dict[str, tuple[int, int]], tables: Tables) -> str:
    """Members by the years of their border: `Norway (since 1949)`, or the year in which it ended."""
    names = state_names(tables)
    told = sorted((span, names[unit]) for unit, span in spans.items())
    groups = [(span, [name for _, name in group]) for span, group in groupby(told, key=lambda one: one[0])]
    return "; ".join(
        f"{listed(group)} ({f'since {start}' if end == tables.last_year else f'{start} to {end + 1}'})"
        for (start, end), group in groups
    )


# ---------------------------------------------------------------------- promised, asked, invited


@claim("C03")
def _promise(tables: Tables) -> Finding:
    summit = _event(tables, BUCHAREST)
    promises = [row for row in _statuses(tables, Format.BUCHAREST_PROMISE) if row.start_day == summit.day]
    units = [row.iso3 for row in promises]
    plans = _plans(tables, units)
    republics = [row for row in _soviet_republics(tables) if row.unit in units]
    noun = "country" if len(promises) == 1 else "countries"
    answer = (
        f"{_capital(number_word(len(promises)))} {noun}, {_named(promises)}, on {spelled(summit.day)}; "
        f"a Membership Action Plan has been given to {_named(plans) if plans else 'neither'}."
    )
    holds = len(promises) == len(republics) == len(BUCHAREST_PAIR) and not plans
    rests = _rests("statuses", promises + plans) + _rests("historical_states", republics) + _rests("events", [summit])
    return Finding(answer, _verdict(holds), rests, summit.day.year, UKRAINE)


def _plans(tables: Tables, units: Sequence[str]) -> list[Any]:
    return _statuses(tables, Format.MEMBERSHIP_ACTION_PLAN, units) if units else []


@claim("C34")
def _still_open(tables: Tables) -> Finding:
    promises = _statuses(tables, Format.BUCHAREST_PROMISE)
    still = [row for row in _in_force(promises, tables.as_of) if not _is_member(row.iso3, tables.as_of, tables)]
    told = _on_days((row.name, row.start_day) for row in promises)
    answer = f"Promised to {told}; "
    if still:
        span = _years(min(row.start_day for row in still), tables.as_of)
        answer += f"still open for {_named(still)} {span} later, on {spelled(tables.as_of)}."
    else:
        answer += "no longer open."
    holds = {row.iso3 for row in promises if row.start_day.year in LATE_2000S} >= set(BUCHAREST_PAIR)
    return Finding(answer, _verdict(holds), _rests("statuses", promises), _event(tables, BUCHAREST).day.year, UKRAINE)


@claim("C08")
def _no_plan(tables: Tables) -> Finding:
    summit = _event(tables, BUCHAREST)
    asked = _statuses(tables, Format.APPLIED_FOR_ACTION_PLAN, BUCHAREST_PAIR)
    plans = _plans(tables, BUCHAREST_PAIR)
    told = listed([f"{row.name} in {_month(row.start_day)}" for row in asked]) if asked else "nobody"
    ended = "".join(
        f" The request of {row.name} ended on {spelled(row.end_day)}: {row.end_reason}."
        for row in asked
        if row.end_day <= tables.as_of
    )
    answer = (
        f"Asked for a Membership Action Plan: {told}; granted to {_named(plans)}.{ended} "
        "What each government wanted is not in the tables."
    )
    holds = {row.iso3 for row in asked if row.start_day < summit.day} == set(BUCHAREST_PAIR) and not plans
    rests = _rests("statuses", asked + plans) + _rests("events", [summit])
    return Finding(answer, _verdict(holds), rests, summit.day.year, UKRAINE)


@claim("C10")
def _on_their_wish(tables: Tables) -> Finding:
    """Whether each eastern member was in the partnership, and the later ones in the plan, before its invitation."""
    plan = _event(tables, ACTION_PLAN)
    joined = _joined(tables, COLD_WAR_ENDED, blocs=EASTERN)
    partners = _before_invitation(tables, joined, Format.PFP)
    later = [row for row in joined if first_day(row.invited_on) > plan.day]
    planned = _before_invitation(tables, later, Format.MEMBERSHIP_ACTION_PLAN)
    others = [row for row in _joined(tables, COLD_WAR_ENDED) if not _plans(tables, [row.iso3]) and row not in joined]
    answer = (
        f"{_part(len(partners), len(joined))} joiners from the former Soviet bloc and Yugoslavia were in the "
        f"Partnership for Peace before their invitation; {_part(len(planned), len(later))} who joined from "
        f"{min(row.joined_day.year for row in later)} on were in the Membership Action Plan. Joiners from elsewhere "
        f"without that plan: {_named(others)}. The wish itself is not measured."
    )
    rests = _rests("accessions", joined) + _rests("statuses", partners + planned) + _rests("events", [plan])
    holds = len(partners) == len(joined) and len(planned) == len(later)
    return Finding(_capital(answer), _verdict(holds), rests, max(row.joined_day.year for row in joined))


def _before_invitation(tables: Tables, joined: Iterable[Any], status: str) -> list[Any]:
    """The first row with a status of each joiner that had it before its invitation."""
    firsts = [(row, next(iter(_statuses(tables, status, [row.iso3])), None)) for row in joined]
    return [first for row, first in firsts if first is not None and first.start_day < first_day(row.invited_on)]


INVITED_AT_BUCHAREST = ("ALB", "HRV")


@claim("C13")
def _invited_and_joined(tables: Tables) -> Finding:
    summit = _event(tables, BUCHAREST)
    rows = _accessions(tables, *INVITED_AT_BUCHAREST)
    answer = (
        f"Invited: {_on_days((row.name, first_day(row.invited_on)) for row in rows)}. "
        f"Members: {_on_days((row.name, row.joined_day) for row in rows)}."
    )
    next_year = summit.day.year + 1
    holds = all(first_day(row.invited_on) == summit.day and row.joined_day.year == next_year for row in rows)
    rests = _rests("accessions", rows) + _rests("events", [summit])
    return Finding(answer, _verdict(bool(rows) and holds), rests, next_year, INVITED_AT_BUCHAREST[0], "names")


@claim("C20")
def _after_the_election(tables: Tables) -> Finding:
    joined = _joined(tables, COLD_WAR_ENDED)
    invited = min(joined, key=lambda row: first_day(row.invited_on))
    entered = min(joined, key=lambda row: row.joined_day)
    day = first_day(invited.invited_on)
    answer = (
        f"The first invitation after the Cold War came on {spelled(day)}, the first accession on "
        f"{spelled(entered.joined_day)}; Yeltsin was re-elected on {spelled(YELTSIN_REELECTED)}."
    )
    rests = _rests("accessions", [invited, entered])
    return Finding(answer, _verdict(day > YELTSIN_REELECTED), rests, day.year)


# ---------------------------------------------------------------------- partners

MORE_THAN_TWO_DOZEN = 25

SPAN = Choice(
    "months",
    "How long the months after January 1994 last",
    (("12", "12 months"), ("6", "6 months"), ("13", "13 months"), ("24", "24 months")),
)


@claim("C16", SPAN)
def _two_dozen(tables: Tables, months: str) -> Finding:
    launch = _event(tables, LAUNCH).day
    end = _months_after(launch, int(months))
    signed = _signatures(tables)
    within = [row for row in signed if row.start_day <= end]
    answer = f"By {spelled(end)}, {months} months after the launch: {len(within)} signatures."
    if beyond := signed[len(within) : MORE_THAN_TWO_DOZEN]:
        number = len(within) + 1
        told = listed([f"number {number + i} on {spelled(row.start_day)}" for i, row in enumerate(beyond)])
        answer += f" Then came {told}."
    ends = (picture_day(year, tables) for year in (launch.year, launch.year + 1))
    told = listed([f"{sum(row.start_day <= day for row in signed)} by the end of {day.year}" for day in ends])
    answer += f" There were {told}."
    rests = (*_rests("statuses", signed[:MORE_THAN_TWO_DOZEN]), ("events", LAUNCH))
    return Finding(answer, _verdict(len(within) >= MORE_THAN_TWO_DOZEN), rests, end.year)


def _signatures(tables: Tables) -> list[Any]:
    """The first signature of each state under the Partnership for Peace, in order; a second period is no second."""
    return list({row.iso3: row for row in reversed(_statuses(tables, Format.PFP))}.values())[::-1]


AMONG_THEM = ("GEO", RUSSIA, UKRAINE)


@claim("C17")
def _among_them(tables: Tables) -> Finding:
    launch = _event(tables, LAUNCH).day
    signed = [row for row in _signatures(tables) if row.iso3 in AMONG_THEM]
    answer = f"Signed: {_on_days((row.name, row.start_day) for row in signed)}."
    within = {row.iso3 for row in signed if row.start_day <= _months_after(launch, MONTHS_PER_YEAR)}
    return Finding(answer, _verdict(within == set(AMONG_THEM)), _rests("statuses", signed), launch.year, RUSSIA)


BEYOND_EUROPE = Choice(
    "non_european",
    "What counts as a non-European country",
    (("central_asia", "Central Asia counts"), ("beyond", "Only what lies beyond Europe and Central Asia")),
)


@claim("C19", BEYOND_EUROPE)
def _open_to_all(tables: Tables, non_european: str) -> Finding:
    """States of the dialogue formats stand for other continents: the tables hold no list of the OSCE region."""
    signed = _signatures(tables)
    units = {row.iso3 for row in signed}
    pact = [row for row in _pact(tables) if row.unit == row.iso3]
    missing = [row for row in pact if row.iso3 not in units]
    asian = [row for row in signed if row.iso3 in CENTRAL_ASIA]
    elsewhere = _from_other_continents(tables)
    beyond = [row for row in signed if row.iso3 in elsewhere]
    pact_states = "All states of the former Pact and their successors" if not missing else f"All but {_named(missing)}"
    answer = (
        f"{pact_states} signed, and {number_word(len(asian))} Central Asian states are among the signatories. "
        f"Signatories among the partners from the Mediterranean, the Gulf and other continents: {_named(beyond)}. "
        "The tables hold no list of the OSCE region."
    )
    found = asian if non_european == "central_asia" else beyond
    rests = _rests("statuses", signed) + _rests("other_blocs", pact)
    return Finding(answer, _verdict(not missing and bool(found)), rests, max(row.start_day for row in signed).year)


def _from_other_continents(tables: Tables) -> set[str]:
    """Units whose partnership began with a dialogue format: they never were in the bodies for Europe."""
    european = {Format.NACC, Format.EAPC}
    having = {word: {row.iso3 for row in _statuses(tables, word)} for word in (*DIALOGUE_FORMATS, *european)}
    return set().union(*(having[word] for word in DIALOGUE_FORMATS)) - set().union(*(having[w] for w in european))


SIX = 6


@claim("C23")
def _one_of_six(tables: Tables) -> Finding:
    day, rows = _event(tables, SIXTH_PARTNER).day, _statuses(tables, Format.EOP)
    then, now = _in_force(rows, day), _in_force(rows, tables.as_of)
    answer = (
        f"{_capital(number_word(len(then)))} on {spelled(day)}: {_named(_alphabetical(then))}; "
        f"{number_word(len(now))} on {spelled(tables.as_of)}."
    )
    holds = len(then) == SIX and UKRAINE in {row.iso3 for row in then}
    rests = (*_rests("statuses", then), ("events", SIXTH_PARTNER))
    return Finding(answer, _verdict(holds), rests, day.year, UKRAINE)


@claim("C24")
def _allies(tables: Tables) -> Finding:
    day = _event(tables, SIXTH_PARTNER).day
    then = _in_force(_statuses(tables, Format.EOP), day)
    members = [row for row in then if _is_member(row.iso3, day, tables)]
    answer = (
        f"Members among the {number_word(len(then))} on {spelled(day)}: {_named(members)}. "
        "An ally, in NATO's usage, is a member."
    )
    verdict = _verdict(bool(then) and len(members) == len(then), Verdict.WRONG_WORD)
    return Finding(answer, verdict, (*_rests("statuses", then), ("events", SIXTH_PARTNER)), day.year, "AUS")


PARTNERSHIPS = {
    Format.NACC: "North Atlantic Cooperation Council",
    Format.PFP: "Partnership for Peace",
    Format.EAPC: "Euro-Atlantic Partnership Council",
    Format.INTENSIFIED_DIALOGUE: "Intensified Dialogue",
    Format.EOP: "Enhanced Opportunities",
    Format.NATO_UKRAINE: "",
}
"""The partnerships with a state that is no candidate; a joint body is called by its own name."""


@claim("C06")
def _partner(tables: Tables) -> Finding:
    joined = _accessions(tables, UKRAINE)
    found = [row for word in PARTNERSHIPS for row in _statuses(tables, word, [UKRAINE])]
    rows = sorted(found, key=lambda row: row.start_day)
    told = ", ".join(f"{PARTNERSHIPS[Format(row.status)] or row.detail} {row.start_day.year}" for row in rows)
    member = f"acceded on {spelled(joined[0].joined_day)}" if joined else "has never acceded"
    name = _row(tables, "units", UKRAINE).name
    answer = f"{name} {member}. Its formats: {told or 'none'}. Article 5 covers members only."
    rests = _rests("statuses", rows) + _rests("accessions", joined)
    return Finding(answer, _verdict(not joined and bool(rows)), rests, tables.last_year, UKRAINE)


# ---------------------------------------------------------------------- days and events

FOUR_MONTHS = 4
WAR_BEGAN = Choice(
    "began", "When the war began", (("table", "On the day of the tables"), ("before", "On the day before it"))
)


@claim("C04", WAR_BEGAN)
def _short_war(tables: Tables, began: str) -> Finding:
    summit, war = _event(tables, BUCHAREST), _event(tables, GEORGIA_WAR)
    start = war.day - timedelta(days=began == "before")
    answer = (
        f"From {spelled(summit.day)} to {spelled(start)}: {_later(summit.day, start)}. Who won is not in the tables."
    )
    holds = round(_months((start - summit.day).days)) == FOUR_MONTHS
    return Finding(answer, _verdict(holds), _rests("events", [summit, war]), war.day.year, "GEO")


@claim("C21")
def _summer_after(tables: Tables) -> Finding:
    summit, war = _event(tables, BUCHAREST), _event(tables, GEORGIA_WAR)
    answer = f"The summit was on {spelled(summit.day)}, the war began on {spelled(war.day)}."
    holds = war.day.year == summit.day.year and war.day.month in SUMMER_MONTHS and war.day > summit.day
    return Finding(answer, _verdict(holds), _rests("events", [summit, war]), war.day.year, "GEO")


ANNEXED = 2014


@claim("C09")
def _annexed(tables: Tables) -> Finding:
    event = _event(tables, CRIMEA)
    answer = f"The events list it on {spelled(event.day)}: {event.title}. The war in the east has no row of its own."
    return Finding(answer, _verdict(event.day.year == ANNEXED), _rests("events", [event]), event.day.year, UKRAINE)


YEARS_LATER = 6


@claim("C22")
def _years_later(tables: Tables) -> Finding:
    war, annexed = _event(tables, GEORGIA_WAR), _event(tables, CRIMEA)
    years = annexed.day.year - war.day.year
    answer = f"{annexed.day.year} less {war.day.year} is {years}."
    return Finding(answer, _verdict(years == YEARS_LATER), _rests("events", [war, annexed]), annexed.day.year, UKRAINE)


YEARLY = 1.5
"""Summits are yearly where less than this many years lies between them."""


@claim("C18")
def _annual(tables: Tables) -> Finding:
    launch = _event(tables, LAUNCH)
    summits = [row for row in _rows(tables.events) if row.kind == EventKind.SUMMIT]
    before = max((row for row in summits if row.day < launch.day), key=lambda row: row.day)
    after = min((row for row in summits if row.day > launch.day), key=lambda row: row.day)
    gaps = [(launch.day - before.day).days, (after.day - launch.day).days]
    answer = (
        f"The nearest other summits in the tables are those of {spelled(before.day)} and {spelled(after.day)}, "
        f"{gaps[0] / DAYS_PER_YEAR:.1f} years before the launch and {gaps[1] / DAYS_PER_YEAR:.1f} years after it. "
        "The tables do not hold every summit: that there was none in the year before rests on the source, not on a "
        "computation."
    )
    verdict = _verdict(max(gaps) < YEARLY * DAYS_PER_YEAR, Verdict.IMPRECISE)
    return Finding(answer, verdict, _rests("events", [before, launch, after]), launch.day.year)


SUMMER = Choice(
    "summer", "When summer ends", (("calendar", "At the equinox"), ("months", "With August, as for the weather"))
)
NO_FOREIGN_FORCES = "TC05"


@claim("C25", SUMMER)
def _summer_treaty(tables: Tables, summer: str) -> Finding:
    treaty, limit = _event(tables, UNIFICATION), _row(tables, "territory_changes", NO_FOREIGN_FORCES)
    in_summer = treaty.day < AUTUMN_1990 if summer == "calendar" else treaty.day.month in SUMMER_MONTHS
    answer = (
        f"{spelled(treaty.day)} is {'' if in_summer else 'not '}in summer by this reckoning. The tables record for the "
        f"east ({limit.legal_basis}): {limit.note}"
    )
    rests = _rests("events", [treaty]) + _rests("territory_changes", [limit])
    verdict = _verdict(in_summer, Verdict.IMPRECISE)
    return Finding(answer, verdict, rests, treaty.day.year, "DEU-EAST")


@claim("C27")
def _two_germanies(tables: Tables) -> Finding:
    west, names = _accessions(tables, "DEU"), state_names(tables)
    east = [row for row in _pact(tables) if row.unit == "DEU-EAST"]
    told = [
        f"{names[state_of(row.iso3, row.joined_day, tables)]} was a member from {spelled(row.joined_day)}"
        for row in west
    ] + [f"{names[row.as_part_of]} in the Warsaw Pact until {spelled(row.end_day)}" for row in east]
    answer = f"{', '.join(told) or 'Neither is in the tables'}."
    holds = bool(west) and west[0].joined_day <= EARLY_1990 and bool(_in_force(east, EARLY_1990))
    rests = _rests("accessions", west) + _rests("other_blocs", east)
    return Finding(answer, _verdict(holds), rests, EARLY_1990.year - 1, "DEU", "front")


COUNTED_FROM = Choice(
    "counted_from", "Counted from", (("treaty", "The unification treaty"), ("talk", "Baker's talk in Moscow"))
)
STARTS = {"treaty": UNIFICATION, "talk": BAKER}


@claim("C28", COUNTED_FROM)
def _matter_of_months(tables: Tables, counted_from: str) -> Finding:
    start, pact, union = (_event(tables, event) for event in (STARTS[counted_from], PACT_ENDS, UNION_ENDS))
    answer = (
        f"Counted from {spelled(start.day)} the Pact ended {_later(start.day, pact.day)} later ({spelled(pact.day)}), "
        f"the Soviet Union {_later(start.day, union.day)} later ({spelled(union.day)})."
    )
    longest = _months((max(pact.day, union.day) - start.day).days)
    verdict = _verdict(longest <= MONTHS_PER_YEAR, Verdict.IMPRECISE)
    return Finding(answer, verdict, _rests("events", [start, pact, union]), pact.day.year)


@claim("C32")
def _barred(tables: Tables) -> Finding:
    drafts = _event(tables, DRAFTS)
    republics = [row for row in _soviet_republics(tables) if row.part_iso3 != RUSSIA]
    outside = [row for row in republics if not _is_member(row.unit, drafts.day, tables)]
    article = _article(tables, US_DRAFT, "4")
    same = all(set(row.affected_iso3_2021) == {one.part_iso3 for one in outside} for row in article)
    answer = (
        f"{len(outside)} on {spelled(drafts.day)}, Russia left out: "
        f"{listed(sorted(row.part_name for row in outside))}. The table of the drafts lists "
        f"{'the same' if same else 'others'}."
    )
    rests = _rests("historical_states", outside) + _rests("draft_treaties", article) + _rests("events", [drafts])
    holds = same and UKRAINE in {row.part_iso3 for row in outside}
    return Finding(answer, _verdict(holds), rests, drafts.day.year, UKRAINE)


COLD_PEACE, WHEN_AND_HOW = "1994-12-05-yeltsin-cold-peace", "1994-01-12-clinton-prague"
DECEMBER = 12


@claim("C35")
def _cold_peace(tables: Tables) -> Finding:
    said, launch = _row(tables, "statements", COLD_PEACE), _event(tables, LAUNCH)
    answer = (
        f"Said by {said.speaker} in {said.city} ({said.venue}) on {spelled(said.day)}; "
        f"the Partnership for Peace began in {launch.day.year}."
    )
    holds = said.day.year == launch.day.year and said.day.month == DECEMBER
    rests = _rests("statements", [said]) + _rests("events", [launch])
    return Finding(answer, _verdict(holds), rests, said.day.year, RUSSIA, "statements")


SUMMIT_DAY = Choice(
    "launch", "Counted from", (("first", "The first day of the summit"), ("last", "Its second and last day"))
)
DAYS_AFTER = 7


@claim("C36", SUMMIT_DAY)
def _days_after(tables: Tables, launch: str) -> Finding:
    said, event = _row(tables, "statements", WHEN_AND_HOW), _event(tables, LAUNCH)
    start = event.day + (LAUNCH_LASTED if launch == "last" else timedelta())
    days = (said.day - start).days
    span = f"{number_word(days)} {'day' if days == 1 else 'days'}"
    answer = f"Said in {said.city} on {spelled(said.day)}, {span} after {spelled(start)}."
    rests = _rests("statements", [said]) + _rests("events", [event])
    return Finding(answer, _verdict(0 < days <= DAYS_AFTER), rests, said.day.year, "CZE", "statements")


# ---------------------------------------------------------------------- what only a document can tell


def _from_source(tables: Tables, claim_id: str, missing: str, rests: Rests, year: int, country: str = "") -> Finding:
    """What the tables lack, then the recorded evaluation and verdict, marked as resting on the source."""
    recorded = _row(tables, "claims", claim_id)
    answer = f"{missing} {recorded.own_evaluation} This rests on the source, not on a computation."
    return Finding(answer, Verdict(recorded.verdict), (*rests, ("claims", claim_id)), year, country)


@claim("C05")
def _purpose(tables: Tables) -> Finding:
    missing = "The tables hold who signed the treaty and when, not its words."
    return _from_source(tables, "C05", missing, (("events", "EV01"),), tables.first_year)


@claim("C07")
def _missions(tables: Tables) -> Finding:
    began = _statuses(tables, Format.PFP, [UKRAINE])
    year = began[0].start_day.year if began else tables.last_year
    return _from_source(tables, "C07", "The tables hold no missions.", _rests("statuses", began), year, UKRAINE)


@claim("C26")
def _only_germany(tables: Tables) -> Finding:
    treaty = _event(tables, UNIFICATION)
    missing = "The tables hold the day of the treaty and its limits for the east, not its words."
    return _from_source(tables, "C26", missing, _rests("events", [treaty]), treaty.day.year, "DEU-EAST")


@claim("C31")
def _articles(tables: Tables) -> Finding:
    drafts, rows = _event(tables, DRAFTS), _rows(tables.draft_treaties)
    told = [f"{sum(row.document == name for row in rows)} articles of the {name}" for name in (US_DRAFT, NATO_DRAFT)]
    missing = f"The tables describe {listed(told)}, and do not hold the texts."
    rests = _rests("draft_treaties", rows) + _rests("events", [drafts])
    return _from_source(tables, "C31", missing, rests, drafts.day.year)


@claim("C33")
def _consent(tables: Tables) -> Finding:
    rows = _article(tables, NATO_DRAFT, "4")
    missing = "The tables tell of the exceptions in a note, and do not hold the text."
    return _from_source(tables, "C33", missing, _rests("draft_treaties", rows), _event(tables, DRAFTS).day.year)
