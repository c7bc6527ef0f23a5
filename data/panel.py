"""Who stood where, one row a unit, with the codes that others join on: on a day, and at the end of every year."""

import io
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from data.citation import WORK
from data.csv_out import frame_as_csv
from data.names import Names
from data.picture import days_that_differ, picture_on
from data.rows import rows
from data.tables import Tables
from data.timeline import check_day, picture_day, segment_on
from data.vocabulary import Status

NUMBERS = ("gw", "cow", "state_gw", "state_cow")
COLUMNS = (
    *("unit", "iso3", "kind", "name", "status", "state", "state_name", "relation", "since", "joined_on"),
    *("gw", "cow", "iso2", "m49", "wikidata", "state_gw", "state_cow", "state_wikidata"),
)
"""Of a day; each is explained in data/words, under `panel_column`."""
PANEL_COLUMNS = ("unit", "year", "day", *COLUMNS[1:])


def units_on(day: date, tables: Tables) -> pd.DataFrame:
    """Every unit on a day, in the order of the tables; ValueError for a day the tables do not cover.

    A date has the precision of its row and stays text; a number that a list does not have is missing.
    """
    check_day(day, tables)
    days = days_that_differ(tables)
    same = days[bisect_right(days, day) - 1]  # the last day on which anything changed, whose picture was made already
    return _typed(pd.DataFrame(_rows(same, tables), columns=list(COLUMNS)))


def panel(tables: Tables) -> pd.DataFrame:
    """Every unit in every year, on the day of the year's picture: 31 December, and `as_of` in the last year."""
    return _panel(tables).copy()


@lru_cache(maxsize=2)
def _panel(tables: Tables) -> pd.DataFrame:
    years = range(tables.first_year, tables.last_year + 1)
    days = {year: picture_day(year, tables) for year in years}
    frames = [units_on(day, tables).assign(year=year, day=pd.Timestamp(day)) for year, day in days.items()]
    whole = pd.concat(frames, ignore_index=True)
    in_order = whole.sort_values(["unit", "year"], kind="stable", ignore_index=True)[list(PANEL_COLUMNS)]
    return in_order.astype({"year": "int16"})


def panel_csv(tables: Tables) -> str:
    """The panel as CSV, formula-like text guarded."""
    whole = panel(tables)
    return frame_as_csv(whole.assign(day=whole["day"].dt.strftime("%Y-%m-%d")))


def panel_parquet(tables: Tables) -> bytes:
    """The panel as Parquet: days as dates, numbers as whole numbers; the same tables give the same bytes."""
    whole = pa.Table.from_pandas(panel(tables), preserve_index=False)
    dated = whole.set_column(whole.schema.get_field_index("day"), "day", whole["day"].cast(pa.date32()))
    told = {"title": WORK, "version": tables.version, "as_of": str(tables.as_of), "licence": "CC-BY-4.0"}
    written = io.BytesIO()
    kept = whole.schema.metadata or {}  # by it pandas reads numbers as whole ones again
    pq.write_table(dated.replace_schema_metadata({**kept, **told}), written, compression="zstd")
    return written.getvalue()


@lru_cache(maxsize=8)
def codes_of(tables: Tables) -> Mapping[str, Any]:
    """The row of `codes.csv` of each unit and each state of its time."""
    return {row.code: row for row in rows(tables, "codes")}


def _rows(day: date, tables: Tables) -> Iterator[tuple[object, ...]]:
    picture, names, codes = picture_on(day, tables), Names.of(tables), codes_of(tables)
    joined = _joined_on(tables)
    for row in rows(tables, "units"):
        here = picture.units[row.unit]
        own, state = codes[row.unit], codes[here.state]
        yield (
            *(row.unit, row.iso3, row.kind, here.name, str(here.status), here.state),
            *(names.of_state(here.state, day), here.relation, here.since),
            joined[here.state] if here.status == Status.MEMBER else "",
            *(own.gw, own.cow, own.iso2, own.m49, own.wikidata, state.gw, state.cow, state.wikidata),
        )


@lru_cache(maxsize=8)
def _joined_on(tables: Tables) -> Mapping[str, str]:
    """By state, the day of its accession; that of Germany is West Germany's."""
    found = {}
    for row in rows(tables, "accessions"):
        found[row.iso3] = found[segment_on(tables, row.iso3, row.joined_day).state] = row.joined_on
    return found


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    texts = dict.fromkeys([name for name in COLUMNS if name not in NUMBERS], "str")
    return frame.astype(texts | dict.fromkeys(NUMBERS, "Int16"))
