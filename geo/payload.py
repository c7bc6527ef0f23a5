"""What crosses to the browser: the facts, and one drawing a view, as strict JSON."""

import json
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from data.captions import KINDS, caption, kind_of, voices
from data.citation import ROW, TEMPLATES, TITLE, WORK
from data.drafts import Article, affected, articles
from data.headlines import headline, spoken
from data.membership import picture_day, status_counts
from data.rounds import joiners, rounds, state_names
from data.tables import Tables
from data.timeline import segment_on
from data.vocabulary import City, Confidence, Effect, Relation, Seen, Status, UnitKind
from geo.cards import unit_cards
from geo.history import front_runs
from geo.measures import REFERENCE_POINTS
from geo.palette import GLYPHS, HATCHES
from geo.projection import VIEWS, drawing, project_points

Json = dict[str, Any]
WORDS = Path(__file__).parent / "words"

ERAS = (("cold_war", ""), ("after_the_wall", "EV15"), ("enlargement", "EV31"), ("war", "EV49"))
"""Each era begins with an event of the table; the first with the atlas."""


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
    parts = {
        unit: tuple(rows["unit"]) for unit, rows in tables.units[tables.units["kind"] == UnitKind.PART].groupby("of")
    }
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
            key: {"id": key, "unit": unit, "at": list(anchor.name)} | ({"text": text} if text else {})
            for key, unit, text in labels
            if (anchor := anchors.get(key))
        },
        "fronts": _fronts(drawn.borders, tables),
        "nearest": {city: _nearest(name, city, tables) for city in NEAREST_TO},
        "berlin": _points(name, [BERLIN])[0],
        "places": {id_: [int(px), int(py)] for id_, px, py in zip(tables.statements["id"], x, y, strict=True)},
    }


def _points(view: str, lonlat: Sequence[tuple[float, float]]) -> list[list[int]]:
    lon, lat = zip(*lonlat, strict=True)
    x, y = project_points(VIEWS[view], lon, lat)
    return [[int(px), int(py)] for px, py in zip(x, y, strict=True)]


def _nearest(view: str, city: City, tables: Tables) -> Json:
    """The city and, by year, the nearest NATO land, in units of the view."""
    rows = tables.measures
    if rows.empty:
        return {}
    spots = _points(view, list(zip(rows[f"{city}_lon"], rows[f"{city}_lat"], strict=True)))
    return {
        "city": _points(view, [REFERENCE_POINTS[city]])[0],
        "land": dict(zip(map(int, rows["year"]), spots, strict=True)),
    }


def _fronts(borders: Iterable[str], tables: Tables) -> dict[str, list[tuple[int, str]]]:
    """The runs of every border that was ever front line."""
    runs = {}
    for border in borders:
        one, other = border.split("|")
        if front := front_runs(one, other, tables):
            runs[border] = front
    return runs


def grounds_by_state(tables: Tables) -> dict[str, tuple[str, ...]]:
    """States of their time that are no unit of today, with the units they held; those that stayed longest first.

    The first carries the state's name on the map, which so stands as long as the state does.
    """
    units = set(tables.units["unit"])
    rows = tables.historical_states
    rows = rows[(rows["relation"] == Relation.PART) & ~rows["state_code"].isin(units) & (rows["unit"] != "")]
    rows = rows[[end.year > tables.first_year for end in rows["end_day"]]]
    rows = rows.sort_values("end_day", ascending=False, kind="stable")
    return {code: tuple(dict.fromkeys(group["unit"])) for code, group in rows.groupby("state_code", sort=False)}


# ---------------------------------------------------------------------- the facts


def facts_payload(tables: Tables) -> Json:
    """The tables as the atlas reads them: units with their runs of years, years, statements, sources, words."""
    years = range(tables.first_year, tables.last_year + 1)
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
        "names": {
            f"{unit}|{state}": names[state] for state, held in grounds.items() for unit in held if len(held) == 1
        },
        "units": unit_cards(tables, words()),
        "years": [_year(year, tables) for year in years],
        "rounds": [
            {"year": int(r.year), "units": list(r.units), "total": int(r.total)} for r in rounds(tables).itertuples()
        ],
        "eras": list(_eras(tables)),
        "statements": statements,
        "statements_naming": dict(naming),
        "disputed": [
            {name: getattr(row, name) for name in ("unit", "style", "start_on", "end_on", "title", "note")}
            for row in tables.disputed.itertuples()
        ],
        "area": [
            {
                "territory": row.territory,
                "effect": row.effect,
                "start": row.start_on,
                "end": row.end_on,
                "units": list(row.unit),
            }
            for row in tables.territory_changes.itertuples()
            if row.effect in (Effect.IN_AREA, Effect.OUT_OF_AREA, Effect.DISPUTED)
        ],
        "west_berlin": [
            {"title": row.territory, "note": f"{row.change}. {row.note}"}
            for row in tables.territory_changes.itertuples()
            if row.change_id == WEST_BERLIN
        ],
        "sources": {row.id: _source(row) for row in tables.sources.itertuples()},
        "drafts": [_draft(article, tables) for article in articles(tables)],
        "voices": _voices(tables),
        "citation": {"work": WORK, "title": TITLE, "row": ROW, "styles": TEMPLATES},
        "words": words(),
        "glyphs": GLYPHS,
        "hatches": {name: asdict(hatch) for name, hatch in HATCHES.items()},
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


def _year(year: int, tables: Tables) -> Json:
    day = picture_day(year, tables)
    changed, entered, left = False, [], []
    if year > tables.first_year:
        before = picture_day(year - 1, tables)
        for unit in tables.units.itertuples():
            was, now = (segment_on(tables, unit.unit, at).status for at in (before, day))
            changed |= was != now
            if unit.kind != UnitKind.DEPENDENCY and was != now:
                entered += [unit.unit] if now == Status.MEMBER else []
                left += [unit.unit] if was == Status.MEMBER else []
    joined = joiners(year, tables)
    line = headline(year, tables)
    events = [row for row in tables.events.itertuples() if row.day.year == year and not row.after_as_of]
    return {
        "year": year,
        "day": day.isoformat(),
        "title": line.title,
        "detail": line.detail,
        "spoken": spoken(year, tables),
        "captions": _captions(year, tables),
        "counts": {str(status): count for status, count in status_counts(year, tables).items()},
        "joined": entered,
        "joined_count": len(joined),
        "area": bool(left) or bool(entered and not joined),
        "changed": changed,
        "measures": _measures(year, tables),
        "events": [
            {
                "date": row.date,
                "title": row.title,
                "summary": row.summary,
                "unsure": row.confidence == Confidence.UNSURE,
            }
            for row in events
        ],
    }


# ---------------------------------------------------------------------- a draft article, a side's words


def _draft(article: Article, tables: Tables) -> Json:
    """An article with the countries it would touch, as runs [[first year, units], ...] of pictures."""
    runs: list[tuple[int, tuple[str, ...]]] = []
    for year in range(tables.first_year, tables.last_year + 1):
        units = affected(article.id, picture_day(year, tables), tables)
        if not runs or runs[-1][1] != units:
            runs.append((year, units))
    return {
        **{name: getattr(article, name) for name in ("id", "document", "article", "demand", "affected", "note")},
        "confidence": article.confidence,
        "sources": list(article.sources),
        "statement": DRAFT_STATEMENTS[article.id.partition("-")[0]],
        "runs": runs,
    }


def _voices(tables: Tables) -> Json:
    """Each side's words: who says them, what they mean, and which of them a kind of year uses."""
    return {
        voice.id: {
            "name": voice.name,
            "explanation": voice.explanation,
            "years": voice.years,
            "loaded": [asdict(loaded) for loaded in voice.loaded],
            "used": {kind: [voice.loaded.index(loaded) for loaded in voice.used_in(kind)] for kind in KINDS},
        }
        for voice in voices(tables)
    }


def _captions(year: int, tables: Tables) -> Json:
    """The headline in each side's words, and the kind of the year; nothing where the neutral one stays."""
    kind = kind_of(year, tables)
    told = {voice.id: (voice.used_in(kind), caption(voice, year, tables)) for voice in voices(tables)}
    return {id_: [kind, line.title, line.detail] for id_, (used, line) in told.items() if used}


DRAFT_STATEMENTS = {"us": "2021-12-17-draft-us-treaty", "nato": "2021-12-17-draft-nato-agreement"}
"""The statements that published the two drafts."""


# ---------------------------------------------------------------------- a statement


NEAREST_TO = (City.MOSCOW, City.ST_PETERSBURG)
"""The cities whose nearest NATO land the atlas shows."""

WEST_BERLIN = "TC02"
BERLIN = (13.37, 52.51)
"""Lon, lat of the mark for West Berlin, which the shapes cannot separate."""

STATEMENT_COLUMNS = (
    "id",
    "date",
    "speaker",
    "role",
    "side",
    "stance",
    "form",
    "venue",
    "city",
    "quote",
    "quote_language",
    "paraphrase",
    "context",
    "what_followed",
    "trigger_event",
    "confidence",
    "note",
    "reply_to",
    "words_seen_in",
)
"""What a statement's card tells as the table has it."""


def _measures(year: int, tables: Tables) -> Json:
    """The border with Russia or the Soviet Union and the nearest NATO land to two cities, in km; {} if not measured."""
    rows = tables.measures[tables.measures["year"] == year]
    if rows.empty:
        return {}
    row = rows.iloc[0]
    return {
        "official_km": round(row["russia_border_official_km"]),
        "measured_km": round(row["russia_border_rest_km"]),
        **{
            city: {"km": round(row[f"{city}_km"]), "unit": row[f"{city}_unit"], "place": row[f"{city}_place"]}
            for city in NEAREST_TO
        },
    }


def _statement(row: Any, tables: Tables) -> Json:
    return {
        **{name: getattr(row, name) for name in STATEMENT_COLUMNS},
        "year": max(tables.first_year, int(row.date[:4])),
        "targets": list(row.targets),
        "lean": bool(row.lean),
        "sources": list(row.source_ids),
    }
