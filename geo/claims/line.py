"""Claims on where the line between the blocs ran, and how far it moved."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from data.borders_in_time import Front, state_of
from data.frontier import KM_PER_MILE
from data.membership import picture_day, state_names
from data.sentences import listed
from data.tables import Tables
from data.treaty_area import nato_land
from data.vocabulary import City, Verdict
from geo.claims.registry import Choice, Finding, claim
from geo.claims.rows import accessions_of, event_of, is_member, keys_of, row_of, rows_of
from geo.claims.subjects import ALASKA_OF, BALTIC_STATES, RUSSIA, WALL
from geo.claims.wording import km_and_miles, to_step, verdict_if
from geo.shapes.extract import read_shapes
from geo.shapes.geodesic import Place, distance_km
from geo.shapes.measures import MID_ATLANTIC_LON, front_borders

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
    wall = event_of(tables, WALL)
    moved = [
        (f"{west.name} to {east.name}", distance_km(west.at, east.at))
        for west, east in CENTRAL_FRONTS
        if is_member(west.unit, wall.day, tables) and is_member(east.unit, tables.as_of, tables)
    ]
    told = listed([f"{name} {km_and_miles(km, FRONT_STEP)}" for name, km in moved]) if moved else "no member lies east"
    answer = f"Central front, as a geodesic between chosen points and rounded: {told}."
    rests = keys_of("accessions", accessions_of(tables, *(point.unit for pair in CENTRAL_FRONTS for point in pair)))
    verdict = verdict_if(any(_is_hundreds(km) for _, km in moved))
    return Finding(answer, verdict, rests + keys_of("events", [wall]), tables.last_year, layers="front")


def _is_hundreds(km: float) -> bool:
    return km / KM_PER_MILE >= HUNDREDS_OF_MILES


def _nearest_moved(tables: Tables, city: City, name: str, step: int) -> Finding:
    wall, names = event_of(tables, WALL), state_names(tables)
    rows = [row for row in rows_of(tables.measures.sort_values("year")) if row.year >= wall.day.year]
    runs = [next(group) for _, group in groupby(rows, key=lambda row: getattr(row, f"{city}_km"))]
    lengths = [float(getattr(row, f"{city}_km")) for row in runs]
    told = listed(
        [f"{to_step(km, step):,} km ({getattr(row, f'{city}_place')}, {names[getattr(row, f'{city}_unit')]}) "
         f"{'in' if row is runs[0] else 'since'} {row.year}" for row, km in zip(runs, lengths, strict=True)]
    )  # fmt: skip
    nearer = lengths[0] - lengths[-1]
    answer = f"Nearest Allied land to {name}: about {told}. That is {km_and_miles(nearer, step)} nearer."
    unit = str(getattr(runs[-1], f"{city}_unit"))
    rests = keys_of("measures", runs)
    return Finding(answer, verdict_if(_is_hundreds(nearer)), rests, runs[-1].year, unit, "nearest")


def _easternmost_moved(tables: Tables) -> Finding:
    """Compares 1989 with today; America is left out, whose far end lies beyond 180°."""
    wall = event_of(tables, WALL)
    (_, before), (unit, now) = (_easternmost(tables, day) for day in (wall.day, tables.as_of))
    row = row_of(tables, "accessions", unit)
    far = row_of(tables, "accessions", ALASKA_OF)
    moved = "it has not moved since" if now == before else "it moved there in"
    answer = (
        f"The easternmost Allied land outside America is in {row.name}, at about {now:.1f}° E; {moved} "
        f"{row.joined_day.year}. Alaska has been Allied land since {far.joined_day.year}."
    )
    lat = read_shapes(tables.units).geometry[unit].representative_point().y
    verdict = verdict_if(_is_hundreds(distance_km((before, lat), (now, lat))))
    return Finding(answer, verdict, keys_of("accessions", [row, far]), row.joined_day.year, unit, "front")


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
    left_out = {row.border for row in rows_of(tables.borders) if KALININGRAD.label in row.note}
    kept = [
        row
        for row in rows_of(lines[lines["front"] == str(Front.RUSSIA)])
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
    verdict = verdict_if(first, Verdict.IMPRECISE if baltic else Verdict.DOES_NOT_HOLD)
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
