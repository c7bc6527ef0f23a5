"""How long the front line is, how near NATO land lies, how large it is: year by year, from the tables and the shapes.

Nothing is measured while the atlas runs. Whoever changes a fact, a shape or `as_of` runs, by hand::

    python -m geo.shapes.measures

which writes `data/measures.csv` and `data/day_measures.csv` anew and, in `data/borders.csv`, the list of borders and
their computed lengths, and in `data/unit_measures.csv` the areas; what people wrote there stays. A year's measures are
those of its picture: 31 December, or `as_of` in the last year. Every unit has today's outline in every year. The method
stands in `geo/shapes/geodesic.py`.

Columns of `borders.csv`, a row for each land border across which a member ever faced Russia, the Soviet Union, or
another state of the Warsaw Pact or the CSTO:

`border`, `a`, `b`
    The two units in alphabetical order, `FIN|RUS`.
`official_km`, `official_of`, `confidence`
    The length the states themselves give, what it covers, how sure it is; empty where no source gives one.
`computed_km`
    The length at 1:10m. Mostly shorter, since the shapes cut the bends of rivers and ridges short.

Columns of `measures.csv`, a row for each year, and of `day_measures.csv`, a row for each day between the pictures of
two years on which the front line or the land of the treaty area changed:

`members`
    States, as the legend counts them.
`russia_border_*`, `wide_border_*`
    Land borders of the members with Russia or the Soviet Union; and, wide, with any state of the Warsaw Pact or the
    CSTO, Russia and the Soviet Union included. `computed_km` is the computed length of all of them, `official_km` the
    sum of the official lengths there are, `rest_km` the computed length of the borders that have no official one;
    `official_complete` says that every border has one. Computed and official lengths are never added up here: whoever
    adds `official_km` and `rest_km` must say so.
`<city>_km`, `_unit`, `_place`, `_lon`, `_lat`
    How far the nearest NATO land is from the city's `REFERENCE_POINTS`, whose it is, what it is called, where it lies.
`area_km2`, `area_outside_america_km2`
    NATO land as `nato_land` has it, lakes included, parts of a unit outside the treaty area too (Hawaii, Ceuta and
    Melilla); and the same without the units west of the middle of the Atlantic.
`area_europe_km2`
    The same, of the units whose continent is Europe in `unit_measures.csv`: Russia as a whole, Türkiye not at all.
"""

import argparse
import csv
import io
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path

import pandas as pd

from data.borders_in_time import Front, front_of, front_runs, is_ever_front
from data.measures import measured_by_day, measured_days
from data.membership import status_counts_on
from data.rows import rows
from data.schema import SCHEMA
from data.tables import FOLDER, TableError, Tables, current_tables, read_tables
from data.timeline import picture_day, segment_on
from data.treaty_area import days_of_change, nato_land
from data.vocabulary import EUROPE, City, Status
from data.whole_file import write_whole
from geo.shapes.extract import read_shapes
from geo.shapes.geodesic import Nearest, Place, area_km2, length_km, nearest, shared_border
from geo.shapes.topology import Rings, bordering_pairs

REFERENCE_POINTS: dict[City, Place] = {
    City.MOSCOW: (37.6175, 55.752),
    City.ST_PETERSBURG: (30.315, 59.939),
    City.MINSK: (27.561, 53.902),
    City.KYIV: (30.524, 50.450),
}
"""Longitude and latitude of the Kremlin, Palace Square, the centre of Minsk, and Maidan Nezalezhnosti."""

MID_ATLANTIC_LON = -30.0
"""West of it, by a point inside them, lie the units of America, Bermuda and Greenland among them."""

FRONTS = {"russia": (Front.RUSSIA,), "wide": tuple(Front)}
COMPUTED_FROM = "N01;OWN2"
"""Sources of every computed number: the shapes and the method."""

FAULTY_TABLES = 1

Cells = dict[str, str]


# ---------------------------------------------------------------------- what the tables say of a day


_FRONT_COLUMNS = ["border", "member", "other", "front", "official_km", "official_of", "computed_km"]


def front_borders(tables: Tables | None = None) -> pd.DataFrame:
    """Every land border that was front line, year by year, with the lengths of `borders.csv`.

    Columns `year`, `border`, `member` and `other` (units), `front`, `official_km` (NaN where there is none),
    `official_of`, `computed_km`.
    """
    return pd.DataFrame(_fronts_by_year(tables or current_tables()), columns=["year", *_FRONT_COLUMNS])


def front_borders_by_day(tables: Tables | None = None) -> pd.DataFrame:
    """The same on every day that was measured, with the column `day` for `year`."""
    tables = tables or current_tables()
    rows = [(day, *row) for day in measured_days(tables) for row in _fronts_on(day, tables)]
    return pd.DataFrame(rows, columns=["day", *_FRONT_COLUMNS])


@lru_cache(maxsize=8)
def _fronts_by_year(tables: Tables) -> tuple[tuple[object, ...], ...]:
    return tuple(
        (year, *row)
        for year in range(tables.first_year, tables.last_year + 1)
        for row in _fronts_on(picture_day(year, tables), tables)
    )


def _fronts_on(day: date, tables: Tables) -> Iterator[tuple[object, ...]]:
    for row in rows(tables, "borders"):
        if front := front_of(row.a, row.b, day, tables):
            pair = _member_first(row.a, row.b, day, tables)
            yield row.border, *pair, str(front), row.official_km, row.official_of, row.computed_km


def nearest_land(tables: Tables | None = None) -> pd.DataFrame:
    """The nearest NATO land to each city, year by year, as a long table.

    Columns `year`, `city`, `city_lon`, `city_lat`, `unit`, `place`, `lon`, `lat`, `distance_km`.
    """
    return _nearest((tables or current_tables()).measures, "year")


def nearest_land_by_day(tables: Tables | None = None) -> pd.DataFrame:
    """The same on every day that was measured, with the column `day` for `year`."""
    return _nearest(measured_by_day(tables or current_tables()), "day")


def _nearest(measured: pd.DataFrame, when: str) -> pd.DataFrame:
    found = ("unit", "place", "lon", "lat", "km")
    rows = [
        (getattr(row, when), str(city), *point, *(getattr(row, f"{city}_{what}") for what in found))
        for row in measured.itertuples()
        for city, point in REFERENCE_POINTS.items()
    ]
    names = [when, "city", "city_lon", "city_lat", "unit", "place", "lon", "lat", "distance_km"]
    return pd.DataFrame(rows, columns=names)


def _member_first(one: str, other: str, day: date, tables: Tables) -> tuple[str, str]:
    return (one, other) if segment_on(tables, one, day).status == Status.MEMBER else (other, one)


# ---------------------------------------------------------------------- measured on the shapes


def measured_borders(tables: Tables | None = None) -> dict[str, float]:
    """The computed length in km of every land border that was front line on any day, in alphabetical order."""
    tables = tables or current_tables()
    shapes = read_shapes(tables.units).geometry
    return {
        f"{one}|{other}": length_km(shared_border(shapes[one], shapes[other])) for one, other in front_pairs(tables)
    }


def front_pairs(tables: Tables) -> list[tuple[str, str]]:
    """The neighbours between which front line ever ran, in alphabetical order."""
    shapes = read_shapes(tables.units).geometry
    units = list(shapes.index)
    pairs = sorted(sorted((units[one], units[other])) for one, other in bordering_pairs(Rings.of(shapes.to_numpy())))
    return [(one, other) for one, other in pairs if is_ever_front(one, other, tables)]


def measured_years(tables: Tables | None = None, years: Iterable[int] | None = None) -> Iterator[dict[str, object]]:
    """The measures of each year's picture, with the columns of `measures.csv` but the places' names and the sources."""
    tables = tables or current_tables()
    asked = list(years or range(tables.first_year, tables.last_year + 1))
    for year, measured in zip(asked, measured_on([picture_day(year, tables) for year in asked], tables), strict=True):
        yield {"year": year, **measured}


def measured_on(days: Iterable[date], tables: Tables | None = None) -> Iterator[dict[str, object]]:
    """The measures of each day, with the columns of `day_measures.csv` but the places' names and the sources."""
    tables = tables or current_tables()
    shapes = read_shapes(tables.units).geometry
    europe = set(tables.unit_measures.loc[tables.unit_measures["continent"] == EUROPE, "unit"])

    @cache
    def nearest_of(unit: str, city: City) -> Nearest:
        return nearest(REFERENCE_POINTS[city], {unit: shapes[unit]})

    @cache
    def area_of(unit: str) -> float:
        return area_km2(shapes[unit])

    for day in days:
        land = nato_land(day, tables)
        lines = pd.DataFrame(_fronts_on(day, tables), columns=_FRONT_COLUMNS)
        measures: dict[str, object] = {"day": day, "members": status_counts_on(day, tables)[Status.MEMBER]}
        for name, fronts in FRONTS.items():
            measures |= _border_sums(name, lines[lines["front"].isin(fronts)])
        for city in City:
            near = min((nearest_of(unit, city) for unit in land), key=lambda found: found.distance_km)
            measures |= {f"{city}_km": near.distance_km, f"{city}_unit": near.unit}
            measures |= {f"{city}_lon": near.lon, f"{city}_lat": near.lat}
        east = [unit for unit in land if shapes[unit].representative_point().x > MID_ATLANTIC_LON]
        measures["area_km2"] = sum(map(area_of, land))
        measures["area_outside_america_km2"] = sum(map(area_of, east))
        measures["area_europe_km2"] = sum(map(area_of, europe.intersection(land)))
        yield measures


def days_to_measure(tables: Tables | None = None) -> list[date]:
    """The days that are no year's picture, on which the front line or the land of the treaty area changed, in order."""
    tables = tables or current_tables()
    pictures = {picture_day(year, tables) for year in range(tables.first_year, tables.last_year + 1)}
    turns = {day for row in tables.borders.itertuples() for day in _front_turns(row.a, row.b, tables)}
    begun = min(tables.accessions["joined_day"])
    return sorted(day for day in {*turns, *days_of_change(tables)} - pictures if begun <= day <= tables.as_of)


def _front_turns(one: str, other: str, tables: Tables) -> list[date]:
    return [tables.first_day + timedelta(days=number) for number, _ in front_runs(one, other, tables)[1:]]


def measured_units(tables: Tables | None = None) -> dict[str, float]:
    """The area in km² of every unit."""
    tables = tables or current_tables()
    shapes = read_shapes(tables.units).geometry
    return {unit: area_km2(shapes[unit]) for unit in tables.units["unit"]}


def _border_sums(name: str, lines: pd.DataFrame) -> dict[str, object]:
    official = lines["official_km"].notna()
    return {
        f"{name}_border_computed_km": lines["computed_km"].sum(),
        f"{name}_border_official_km": lines.loc[official, "official_km"].sum(),
        f"{name}_border_rest_km": lines.loc[~official, "computed_km"].sum(),
        f"{name}_official_complete": bool(official.all()),
    }


# ---------------------------------------------------------------------- written into the tables


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and write; the exit code is 0, or 1 where the tables are at fault."""
    parser = argparse.ArgumentParser(
        prog="python -m geo.shapes.measures", description="Measure, and write the tables of it."
    )
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER, metavar="DIR", help="the folder of the tables")
    folder = parser.parse_args(arguments).folder
    try:
        _write(folder, "borders", _border_rows(measured_borders(read_tables(folder)), _read(folder, "borders")))
        _write(folder, "unit_measures", _unit_rows(measured_units(read_tables(folder)), _read(folder, "unit_measures")))
        tables, before = read_tables(folder), [*_read(folder, "measures"), *_read(folder, "day_measures")]
        _write(folder, "measures", _measured_rows(measured_years(tables), before))
        _write(folder, "day_measures", _measured_rows(measured_on(days_to_measure(tables), tables), before))
    except TableError as error:
        print(error, file=sys.stderr)
        return FAULTY_TABLES
    return 0


def _border_rows(lengths: Mapping[str, float], before: Iterable[Cells]) -> Iterator[Cells]:
    """Each border with its computed length, and what people wrote of it."""
    written = {row["border"]: row for row in before}
    for border, length in lengths.items():
        one, other = border.split("|")
        computed = {"border": border, "a": one, "b": other, "computed_km": f"{length:.1f}"}
        yield {"source_ids": COMPUTED_FROM} | written.get(border, {}) | computed


def _unit_rows(areas: Mapping[str, float], before: Iterable[Cells]) -> Iterator[Cells]:
    """Each unit with its area, and what is written of it."""
    written = {row["unit"]: row for row in before}
    for unit, area in areas.items():
        yield {"source_ids": COMPUTED_FROM} | written.get(unit, {}) | {"unit": unit, "area_km2": f"{area:.0f}"}


def _measured_rows(measured: Iterable[Mapping[str, object]], before: Iterable[Cells]) -> Iterator[Cells]:
    """What was measured, with the names people gave to its places, as long as the places stay the same."""
    known = {_spot(row, city): row[f"{city}_place"] for row in before for city in City}
    for values in measured:
        cells = {column: _cell(column, value) for column, value in values.items()}
        places = {f"{city}_place": known.get(_spot(cells, city), "") for city in City}
        yield cells | places | {"source_ids": COMPUTED_FROM}


def _spot(cells: Cells, city: City) -> tuple[str, ...]:
    return tuple(cells[f"{city}_{what}"] for what in ("unit", "lon", "lat"))


def _cell(column: str, value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case float() if column.endswith("_km2"):
            return f"{value:.0f}"
        case float() if column.endswith("_km"):
            return f"{value:.1f}"
        case float():
            return f"{value:.4f}"
        case _:
            return str(value)


def _read(folder: Path, name: str) -> list[Cells]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _write(folder: Path, name: str, rows: Iterable[Cells]) -> None:
    made = list(rows)
    out = io.StringIO()
    table = csv.DictWriter(out, [column.name for column in SCHEMA[name]], lineterminator="\n")
    table.writeheader()
    table.writerows(made)
    write_whole(folder / f"{name}.csv", out.getvalue().encode())


if __name__ == "__main__":
    sys.exit(main())
