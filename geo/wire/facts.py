"""What the browser knows: the facts of all tables, finished, so that it only looks them up."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from data.captions import KINDS, caption, kind_of, voices
from data.citation import ROW, TEMPLATES, TITLE, WORK
from data.drafts import Article, affected, articles
from data.headlines import headline, spoken
from data.membership import picture_day, status_counts
from data.pace import SHARES, STEP_MS
from data.rounds import grounds_by_state, joiners, rounds, state_names
from data.tables import Tables
from data.timeline import segment_on
from data.vocabulary import Confidence, Effect, Seen, Status, UnitKind
from data.words import browser_words, words
from geo.drawing.palette import GLYPHS, HATCHES
from geo.shapes.measures import NEAREST_TO
from geo.wire.cards import unit_cards
from geo.wire.strict_json import Json

ERAS = (("cold_war", ""), ("after_the_wall", "EV15"), ("enlargement", "EV31"), ("war", "EV49"))
"""Each era begins with an event of the table; the first with the atlas."""


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
        "units": unit_cards(tables),
        "years": [_year(year, tables) for year in years],
        "pace": {"step_ms": STEP_MS, "shares": SHARES},
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
        "words": browser_words(),
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


WEST_BERLIN = "TC02"
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
