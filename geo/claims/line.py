"""Claims on where the line between the blocs ran, and how far it moved."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from data.borders_in_time import Front, state_of
from data.frontier import miles
from data.names import state_names
from data.rows import rows
from data.sentences import listed
from data.tables import Tables
from data.timeline import picture_day
from data.treaty_area import nato_land
from data.vocabulary import City, Verdict
from data.words import words
from geo.claims.registry import Finding, choice, claim
from geo.claims.rows import accessions_of, event_of, is_member, keys_of, row_of, rows_of
from geo.claims.subjects import ALASKA_OF, BALTIC_STATES, KALININGRAD, RUSSIA, WALL
from geo.claims.wording import km_and_miles, tell, to_step, verdict_if
from geo.shapes.extract import read_shapes
from geo.shapes.geodesic import Place, distance_km
from geo.shapes.measures import MID_ATLANTIC_LON, front_borders

HUNDREDS_OF_MILES = 200


@dataclass(frozen=True)
class _Point:
    """A place on a front, by the key of its name, and the unit whose land it is; `at` is lon, lat."""

    key: str
    unit: str
    at: Place

    @property
    def name(self) -> str:
        return tell("C02", self.key)


CENTRAL_FRONTS = (
    (_Point("helmstedt", "DEU", (11.01, 52.23)), _Point("brest", "POL", (23.62, 52.08))),
    (_Point("luebeck", "DEU", (10.81, 53.89)), _Point("narva", "EST", (28.19, 59.38))),
)
"""From the inner-German border to the same latitude, nearly, in the east; the crossings at Schlutup and Terespol."""

FRONT_STEP, MOSCOW_STEP, ST_PETERSBURG_STEP = 5, 10, 1
"""Rounding in km and miles: chosen points are not finer, and Moscow is far from any of the land."""

LINE = choice("line", "front", "moscow", "st_petersburg", "easternmost")


@claim("C02", LINE)
def _eastward(tables: Tables, line: str) -> Finding:
    match line:
        case "front":
            return _front_moved(tables)
        case "moscow":
            return _nearest_moved(tables, City.MOSCOW, MOSCOW_STEP)
        case "st_petersburg":
            return _nearest_moved(tables, City.ST_PETERSBURG, ST_PETERSBURG_STEP)
        case _:
            return _easternmost_moved(tables)


def _front_moved(tables: Tables) -> Finding:
    """From places of members of 1989 to places of members of today, along a geodesic."""
    wall = event_of(tables, WALL)
    moved = [
        (west, east, distance_km(west.at, east.at))
        for west, east in CENTRAL_FRONTS
        if is_member(west.unit, wall.day, tables) and is_member(east.unit, tables.as_of, tables)
    ]
    told = [
        tell("C02", "pair", west=west.name, east=east.name, distance=km_and_miles(km, FRONT_STEP))
        for west, east, km in moved
    ]
    answer = tell("C02", "front", moved=listed(told) if told else tell("C02", "no_member"))
    rests = keys_of("accessions", accessions_of(tables, *(point.unit for pair in CENTRAL_FRONTS for point in pair)))
    verdict = verdict_if(any(_is_hundreds(km) for *_, km in moved))
    return Finding(answer, verdict, rests + keys_of("events", [wall]), tables.last_year, layers="front")


def _is_hundreds(km: float) -> bool:
    return miles(km) >= HUNDREDS_OF_MILES


def _nearest_moved(tables: Tables, city: City, step: int) -> Finding:
    wall, names = event_of(tables, WALL), state_names(tables)
    rows = [row for row in rows_of(tables.measures.sort_values("year")) if row.year >= wall.day.year]
    runs = [next(group) for _, group in groupby(rows, key=lambda row: getattr(row, f"{city}_km"))]
    lengths = [float(getattr(row, f"{city}_km")) for row in runs]
    told = [
        tell(
            "C02",
            "first_step" if row is runs[0] else "step",
            km=to_step(km, step),
            place=getattr(row, f"{city}_place"),
            country=names[getattr(row, f"{city}_unit")],
            year=row.year,
        )
        for row, km in zip(runs, lengths, strict=True)
    ]
    nearer = lengths[0] - lengths[-1]
    name = words()["city"][city]
    answer = tell("C02", "nearest", city=name, steps=listed(told), nearer=km_and_miles(nearer, step))
    unit = str(getattr(runs[-1], f"{city}_unit"))
    rests = keys_of("measures", runs)
    return Finding(answer, verdict_if(_is_hundreds(nearer)), rests, runs[-1].year, unit, "nearest")


def _easternmost_moved(tables: Tables) -> Finding:
    """Compares 1989 with today; America is left out, whose far end lies beyond 180°."""
    wall = event_of(tables, WALL)
    (_, before), (unit, now) = (_easternmost(tables, day) for day in (wall.day, tables.as_of))
    row = row_of(tables, "accessions", unit)
    far = row_of(tables, "accessions", ALASKA_OF)
    moved = tell("C02", "not_moved" if now == before else "moved", year=row.joined_day.year)
    answer = tell("C02", "easternmost", country=row.name, lon=now, moved=moved, alaska=far.joined_day.year)
    lat = read_shapes(tables.units).geometry[unit].representative_point().y
    verdict = verdict_if(_is_hundreds(distance_km((before, lat), (now, lat))))
    return Finding(answer, verdict, keys_of("accessions", [row, far]), row.joined_day.year, unit, "front")


def _easternmost(tables: Tables, day: date) -> tuple[str, float]:
    """The unit whose land reaches farthest east on a day, and the longitude it reaches."""
    shapes = read_shapes(tables.units).geometry
    east = [unit for unit in nato_land(day, tables) if shapes[unit].representative_point().x > MID_ATLANTIC_LON]
    unit = max(east, key=lambda unit: float(shapes[unit].bounds[2]))
    return unit, float(shapes[unit].bounds[2])


NEIGHBOUR = choice("neighbour", "either", "russia")
KALININGRAD_COUNTS = choice("kaliningrad", "with", "without")


@claim("C29", NEIGHBOUR, KALININGRAD_COUNTS)
def _doorstep(tables: Tables, neighbour: str, kaliningrad: str) -> Finding:
    lines = front_borders(tables)
    left_out = {row.border for row in rows(tables, "borders") if KALININGRAD in row.note}
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
    but = "" if kaliningrad == "with" else tell("C29", "without")
    answer = tell("C29", whose=tell("C29", neighbour), but=but, who=_spans(spans, tables))
    verdict = verdict_if(first, Verdict.IMPRECISE if baltic else Verdict.DOES_NOT_HOLD)
    rests = tuple(dict.fromkeys(("borders", row.border) for row in kept))
    return Finding(answer, verdict, rests, min(baltic, default=tables.last_year), layers="front")


def _spans(spans: dict[str, tuple[int, int]], tables: Tables) -> str:
    """Members by the years of their border: `Norway (since 1949)`, or the year in which it ended."""
    names = state_names(tables)
    told = sorted((span, names[unit]) for unit, span in spans.items())
    groups = [(span, [name for _, name in group]) for span, group in groupby(told, key=lambda one: one[0])]
    return "; ".join(
        tell("C29", "since" if end == tables.last_year else "until", who=listed(group), first=start, end=end + 1)
        for (start, end), group in groups
    )
