"""Rows of the tables that claims rest on."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pandas as pd

from data.dates import first_day
from data.keys import INTERVALS, KEYS
from data.rows import rows, rows_with
from data.tables import Tables
from data.timeline import segment_on
from data.vocabulary import Bloc, Draft, Effect, FormerBloc, Relation, Status
from geo.claims.registry import Rests
from geo.claims.subjects import SOVIET_UNION


def rows_of(frame: pd.DataFrame) -> list[Any]:
    """The rows of what was counted or sorted; those of a whole table are read once, in `data.rows`."""
    return list(frame.itertuples())


def keys_of(table: str, found: Iterable[Any]) -> Rests:
    """The rows as (table, key); rows of a table without a key by what may hold only once at a time."""
    columns = KEYS.get(table) or INTERVALS[table]
    return tuple(dict.fromkeys((table, " ".join(str(getattr(row, column)) for column in columns)) for row in found))


def row_of(tables: Tables, table: str, key: str) -> Any:
    """The one row of a table with a single key; raises ValueError where there is none."""
    (column,) = KEYS[table]
    found = next((row for row in rows(tables, table) if str(getattr(row, column)) == key), None)
    if found is None:
        raise ValueError(f"{table} has no {column} {key}, on which the claim rests")
    return found


def event_of(tables: Tables, event_id: str) -> Any:
    return row_of(tables, "events", event_id)


def published(tables: Tables, source_id: str) -> date:
    """The first day on which an article can have appeared."""
    return first_day(row_of(tables, "sources", source_id).date_published)


def joined_between(
    tables: Tables, after: date = date.min, until: date = date.max, blocs: Iterable[str] = FormerBloc
) -> list[Any]:
    """The accessions later than one day and not later than another, of the former blocs named."""
    wanted = set(blocs)
    return [row for row in rows(tables, "accessions") if after < row.joined_day <= until and row.former_bloc in wanted]


def accessions_of(tables: Tables, *units: str) -> list[Any]:
    return [row for row in joined_between(tables) if row.iso3 in units]


def statuses_of(tables: Tables, status: str, units: Iterable[str] = ()) -> list[Any]:
    """The rows with a status, of all units or of those named, as they begin."""
    wanted = set(units)
    found = rows_with(tables, "statuses", "status", status)
    return sorted((row for row in found if not wanted or row.iso3 in wanted), key=lambda row: row.start_day)


def in_force(found: Iterable[Any], day: date) -> list[Any]:
    return [row for row in found if row.start_day <= day < row.end_day]


def pact_rows(tables: Tables) -> list[Any]:
    return list(rows_with(tables, "other_blocs", "bloc", Bloc.WARSAW_PACT))


def soviet_republics(tables: Tables) -> list[Any]:
    """The parts of the Soviet Union, Russia among them."""
    past = rows_with(tables, "historical_states", "state_code", SOVIET_UNION)
    return [row for row in past if row.relation == Relation.PART]


def article_rows(tables: Tables, draft: Draft, article: str) -> list[Any]:
    return [row for row in rows(tables, "draft_treaties") if (row.draft, row.article) == (draft, article)]


def territory_rows(tables: Tables, until: date) -> list[Any]:
    """Changes that brought a part of a country, once in the Warsaw Pact, into the treaty area."""
    parts = {row.unit for row in pact_rows(tables) if row.unit != row.iso3}
    changes = rows_with(tables, "territory_changes", "effect", Effect.IN_AREA)
    return [row for row in changes if row.start_day <= until and parts & set(row.unit)]


def is_member(unit: str, day: date, tables: Tables) -> bool:
    return segment_on(tables, unit, day).status == Status.MEMBER
