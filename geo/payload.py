"""What crosses to the browser: the facts, and one drawing a view, as strict JSON."""

import json
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from data.dates import OPEN_END
from data.headlines import headline, spoken
from data.membership import (
    joiners,
    picture_day,
    rounds,
    state_names,
    status_at_year_end,
    status_counts,
)
from data.tables import Tables
from data.vocabulary import Bloc, Confidence, Effect, Format, Relation, Seen, Status, UnitKind
from geo.projection import VIEWS, drawing, project_points

Json = dict[str, Any]
WORDS = Path(__file__).parent / "words"

ERAS = (("cold_war", ""), ("after_the_wall", "EV15"), ("enlargement", "EV31"), ("war", "EV49"))
"""Each era begins with an event of the table; the first with the atlas."""

STEPS = (
    ("signed_on", "signed"),
    ("ratification_deposited_on", "ratified"),
    ("invited_on", "invited"),
    ("protocol_signed_on", "protocol_signed"),
    ("protocol_in_force_on", "protocol_in_force"),
    ("legal_invitation_on", "legal_invitation"),
    ("joined_on", "joined"),
)
"""Columns of an accession and the words for them, in the order in which they happen."""

FORMAT_STATUS = {
    Format.INVITED: Status.INVITEE,
    Format.APPLIED: Status.ASPIRANT,
    Format.MEMBERSHIP_ACTION_PLAN: Status.ASPIRANT,
    Format.MEMBERSHIP_ACTION_PLAN_CONDITIONAL: Status.ASPIRANT,
    Format.BUCHAREST_PROMISE: Status.ASPIRANT,
    Format.PFP: Status.PARTNER,
    Format.NACC: Status.PARTNER,
    Format.EAPC: Status.PARTNER,
    Format.PFP_SUSPENDED: Status.SUSPENDED_PARTNER,
    Format.MEDITERRANEAN_DIALOGUE: Status.DIALOGUE_PARTNER,
    Format.ISTANBUL_INITIATIVE: Status.DIALOGUE_PARTNER,
    Format.GLOBAL_PARTNER: Status.DIALOGUE_PARTNER,
    Bloc.WARSAW_PACT: Status.EASTERN_BLOC,
    Bloc.COMECON: Status.EASTERN_BLOC,
}
"""The fill a bar of the path wears: that of the status which the format brings."""


def to_json(value: Json) -> str:
    """Strict JSON: a NaN raises ValueError here instead of blanking the map."""
    return json.dumps(value, allow_nan=False, ensure_ascii=False, separators=(",", ":"))


@cache
def words(language: str = "en") -> Json:
    """Every word the atlas shows."""
    return tomllib.loads((WORDS / f"{language}.toml").read_text(encoding="utf-8"))


# ---------------------------------------------------------------------- a view


def view_payload(name: str, tables: Tables) -> Json:
    """One drawing with the places of the statements and the anchors of names; all in units of the view."""
    drawn = drawing(name, tables.units)
    payload = drawn.payload()
    grounds = grounds_by_state(tables)
    parts = {unit: tuple(rows["unit"]) for unit, rows in tables.units[tables.units["kind"] == UnitKind.PART].groupby("of")}
    wholes = {unit: (unit, *also) for unit, also in parts.items()}
    anchors = {**drawn.anchors, **drawn.anchors_for(wholes), **drawn.anchors_for(grounds)}
    names = state_names(tables)
    labels = [
        *((unit, unit, None) for unit in tables.units.loc[tables.units["kind"] == UnitKind.COUNTRY, "unit"]),
        *((state, units[0], names[state]) for state, units in grounds.items()),
    ]
    x, y = project_points(VIEWS[name], tables.statements["lon"].astype(float), tables.statements["lat"].astype(float))
    return {
        **payload,
        "anchors": {unit: [a.x, a.y, a.radius] for unit, a in drawn.anchors.items() if a},
        "names": {
            key: {"id": key, "unit": unit, "at": list(anchors[key].name)} | ({"text": text} if text else {})
            for key, unit, text in labels
            if anchors.get(key)
        },
        "places": {id_: [int(px), int(py)] for id_, px, py in zip(tables.statements["id"], x, y, strict=True)},
    }


def grounds_by_state(tables: Tables) -> dict[str, tuple[str, ...]]:
    """States of their time that are no unit of today, with the units they held; the main one first."""
    units = set(tables.units["unit"])
    rows = tables.historical_states
    rows = rows[(rows["relation"] == Relation.PART) & ~rows["state_code"].isin(units) & (rows["unit"] != "")]
    rows = rows[[end.year > tables.first_year for end in rows["end_day"]]]
    return {code: tuple(dict.fromkeys(group["unit"])) for code, group in rows.groupby("state_code", sort=False)}


# ---------------------------------------------------------------------- the facts


def facts_payload(tables: Tables) -> Json:
    """The tables as the atlas reads them: units with their runs of years, years, statements, sources, words."""
    years = range(tables.first_year, tables.last_year + 1)
    pictures = {year: status_at_year_end(year, tables) for year in years}
    statements = [_statement(row, tables) for row in tables.statements.itertuples()]
    naming: dict[str, list[str]] = defaultdict(list)
    for statement in statements:
        for target in statement["targets"]:
            naming[target].append(statement["id"])
    names = state_names(tables)
    grounds = grounds_by_state(tables)
    return {
        "first": tables.first_year,
        "last": tables.last_year,
        "as_of": tables.as_of.isoformat(),
        "version": tables.version,
        "statuses": [str(status) for status in Status],
        "states": names,
        "grounds": grounds,
        "names": {f"{unit}|{state}": names[state] for state, held in grounds.items() for unit in held if len(held) == 1},
        "units": [_unit(row, pictures, tables) for row in tables.units.itertuples()],
        "years": [_year(year, pictures, tables) for year in years],
        "rounds": [{"year": int(r.year), "units": list(r.units), "total": int(r.total)} for r in rounds(tables).itertuples()],
        "eras": list(_eras(tables)),
        "statements": statements,
        "statements_naming": dict(naming),
        "sources": {row.id: _source(row) for row in tables.sources.itertuples()},
        "words": words(),
    }


def _eras(tables: Tables) -> Iterator[Json]:
    days = dict(zip(tables.events["event_id"], tables.events["day"], strict=True))
    starts = [days[event].year if event else tables.first_year for _, event in ERAS]
    for (key, _), start, end in zip(ERAS, starts, [*starts[1:], tables.last_year], strict=True):
        yield {"key": key, "from": start, "to": end, "label": words()["era"][key]}


def _source(row: Any) -> Json:
    return {
        "producer": row.producer,
        "title": row.title,
        "url": row.url,
        "date": row.date_published,
        "memory": row.seen == Seen.MEMORY,
    }


def _year(year: int, pictures: dict[int, pd.DataFrame], tables: Tables) -> Json:
    now = pictures[year]
    before = pictures.get(year - 1)
    joined = joiners(year, tables)
    changed, entered, left = False, [], []
    if before is not None:
        changed = bool((now["status"] != before["status"]).any())
        own = tables.units.set_index("unit")["kind"].reindex(now.index) != UnitKind.DEPENDENCY
        member, was = now["status"] == Status.MEMBER, before["status"] == Status.MEMBER
        entered, left = list(now.index[own & member & ~was]), list(now.index[own & was & ~member])
    line = headline(year, tables)
    return {
        "year": year,
        "day": picture_day(year, tables).isoformat(),
        "title": line.title,
        "detail": line.detail,
        "spoken": spoken(year, tables),
        "counts": {str(status): count for status, count in status_counts(year, tables).items()},
        "joined": entered,
        "joined_count": len(joined),
        "area": bool(left) or bool(entered and not joined),
        "changed": changed,
    }


# ---------------------------------------------------------------------- a unit


def _unit(row: Any, pictures: dict[int, pd.DataFrame], tables: Tables) -> Json:
    accession = tables.accessions[tables.accessions["iso3"] == row.unit]
    bars = list(_bars(row, tables))
    notes = list(_notes(row, tables))
    used = [*row.source_ids, *(s for a in accession["source_ids"] for s in a)]
    used += [s for item in (*bars, *notes) for s in item.pop("sources")]
    return {
        "id": row.unit,
        "name": row.name,
        "kind": row.kind,
        "of": row.of,
        "note": row.note,
        "runs": _runs(row, pictures, tables),
        "bars": bars,
        "steps": [step for a in accession.itertuples() for step in _steps(a)],
        "order": int(accession["order_of_joining"].iloc[0]) if len(accession) else 0,
        "notes": notes,
        "sources": list(dict.fromkeys(used)),
    }


def _runs(row: Any, pictures: dict[int, pd.DataFrame], tables: Tables) -> list[list[Any]]:
    """`[year, status, state, since, relation]` whenever one of them changes from picture to picture."""
    order = [str(status) for status in Status]
    past = tables.historical_states[tables.historical_states["unit"] == row.unit]
    relations = dict(zip(past["state_code"], past["relation"], strict=True))
    runs: list[list[Any]] = []
    for year, picture in pictures.items():
        here = picture.loc[row.unit]
        relation = "" if here["state"] == row.unit else str(relations.get(here["state"], row.kind))
        run = [order.index(here["status"]), here["state"], here["since"], relation]
        if not runs or runs[-1][1:] != run:
            runs.append([year, *run])
    return runs


def _interval(row: Any, *, kind: str, label: str, listed: bool, detail: str = "") -> Json:
    return {
        "kind": kind,
        "label": label,
        "status": str(FORMAT_STATUS.get(kind, "")),  # type: ignore[call-overload]
        "start": row.start_on,
        "end": row.end_on if row.end_day < OPEN_END else "",
        "detail": detail,
        "unsure": row.confidence == Confidence.UNSURE,
        "listed": listed,
        "note": row.note,
        "sources": list(row.source_ids),
    }


def _bars(unit: Any, tables: Tables) -> Iterator[Json]:
    """Every format, bloc, state of its time and membership of a unit as a bar from `start` to `end` (half-open)."""
    seen_from = date(tables.first_year, 1, 1)
    named = words()
    for row in tables.historical_states.itertuples():
        if row.unit == unit.unit and row.end_day > seen_from and row.relation != Relation.OCCUPATION:
            yield _interval(row, kind=f"state-{row.state_code}", label=row.state, listed=False)
    for row in tables.other_blocs.itertuples():
        if row.unit == unit.unit:
            yield _interval(row, kind=row.bloc, label=named["bloc"][row.bloc], listed=True)
    for row in tables.statuses.itertuples():
        if row.iso3 == unit.unit:
            yield _interval(row, kind=row.status, label=named["format"][row.status], listed=True, detail=row.detail)
    for row in tables.accessions.itertuples():
        if row.iso3 == unit.unit:
            yield {
                "kind": "member", "label": named["format"]["member"], "status": str(Status.MEMBER), "start": row.joined_on,
                "end": "", "detail": "", "unsure": False, "listed": False, "note": row.note, "sources": list(row.source_ids),
            }  # fmt: skip
    for row in tables.territory_changes.itertuples():
        if row.iso3 == unit.unit and row.effect == Effect.COMMAND_ONLY:
            yield _interval(row, kind="command_only", label=named["format"]["command_only"], listed=True)


def _notes(unit: Any, tables: Tables) -> Iterator[Json]:
    """What must be told of a unit beside its status, with dates and sources."""

    def note(row: Any, text: str, start: str, end: str) -> Json:
        unsure = row.confidence == Confidence.UNSURE
        return {"text": text, "start": start, "end": end, "unsure": unsure, "sources": list(row.source_ids)}

    for row in tables.accessions.itertuples():
        if row.iso3 == unit.unit and row.note:
            yield note(row, row.note, "", "")
    for row in tables.historical_states.itertuples():
        if row.unit == unit.unit and row.note:
            yield note(row, f"{row.state}: {row.note}", row.start_on, row.end_on)
    for row in tables.territory_changes.itertuples():
        if row.iso3 == unit.unit or unit.unit in row.unit:
            text = f"{row.territory}: {row.change[:1].lower()}{row.change[1:]}. {row.note}".strip()
            yield note(row, text, row.start_on, row.end_on)
    for row in tables.other_blocs.itertuples():
        if row.unit == unit.unit and row.note:
            yield note(row, f"{words()['bloc'][row.bloc]}: {row.note}", row.start_on, row.end_on)
    for row in tables.statuses.itertuples():
        if row.iso3 == unit.unit and row.note:
            yield note(row, f"{words()['format'][row.status]}: {row.note}", row.start_on, row.end_on)


def _steps(accession: Any) -> Iterator[Json]:
    """The steps to membership with the days since the step before; only whole dates can be counted from."""
    unsure = [field.partition("(")[0] for field in accession.fields_from_memory]
    founder = bool(accession.signed_on)
    previous: date | None = None
    steps = sorted((getattr(accession, column), i, column, key) for i, (column, key) in enumerate(STEPS) if getattr(accession, column))
    for text, _, column, key in steps:
        day = date.fromisoformat(text)
        yield {
            "key": "in_force_founder" if founder and column == "joined_on" else key,
            "date": text,
            "days": None if previous is None else (day - previous).days,
            "unsure": column in unsure,
            "place": accession.invited_at if column == "invited_on" else "",
        }
        previous = day


# ---------------------------------------------------------------------- a statement


def _statement(row: Any, tables: Tables) -> Json:
    kept = (
        "id date speaker role side stance venue city quote quote_language paraphrase context what_followed trigger_event"
        " confidence note reply_to words_seen_in"
    ).split()
    return {
        **{name: getattr(row, name) for name in kept},
        "year": max(tables.first_year, int(row.date[:4])),
        "targets": list(row.targets),
        "lean": bool(row.lean),
        "sources": list(row.source_ids),
    }
