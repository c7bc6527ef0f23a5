"""What the browser knows: the facts of all tables, finished, so that it only looks them up."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from data.called import bare
from data.captions import KINDS, voices
from data.citation import citation_payload
from data.dates import first_day, spelled
from data.disputed_ground import calling_runs
from data.drafts import Article, articles
from data.event_told import event_told
from data.happenings import Happening, happenings
from data.names import state_names
from data.pace import SHARES, STEP_MS, pace_of
from data.quotation import town_of
from data.report import report_payload
from data.rounds import rounds
from data.rows import rows
from data.runs import day_number
from data.sentences import printed
from data.source_order import in_order, producers
from data.statement_places import place_numbers
from data.statement_then import of_its_day
from data.tables import Tables
from data.timeline import picture_day
from data.title_languages import in_its_language
from data.vocabulary import WEST_BERLIN, Confidence, Seen, Stance, Status
from data.votes import asked, result
from data.words import browser_words, phrase, words
from geo.drawing.layers import LAYERS, SHOWN
from geo.drawing.palette import HATCHES, PRINTED, STANCE_INKS, strong_of
from geo.wire.cards import unit_cards
from geo.wire.forces import force_places
from geo.wire.picture_runs import PictureRuns, course_of_nato
from geo.wire.signs import signs_payload
from geo.wire.strict_json import Json, flags

# ---------------------------------------------------------------------- the facts


def facts_payload(tables: Tables) -> Json:
    """The tables as the atlas reads them: units, years, statements, words, and the picture of every day."""
    pictures = PictureRuns(course_of_nato(tables))
    statements = [_statement(of_its_day(row, tables), tables) for row in tables.statements.itertuples()]
    return {
        "first": tables.first_year,
        "last": tables.last_year,
        "first_day": tables.first_day.isoformat(),
        "as_of": tables.as_of.isoformat(),
        "version": tables.version,
        "statuses": [str(status) for status in Status],
        "strong": sorted(strong_of(None)),
        "states": state_names(tables),
        "units": [_unit(card, pictures, tables) for card in unit_cards(tables)],
        "years": [_year(year, tables) for year in range(tables.first_year, tables.last_year + 1)],
        "pictures": pictures.payload(),
        "called_bare": {status: bare(status) for status in words()["way_into"]},
        "forces": force_places(tables),
        "votes": [_vote(row) for row in rows(tables, "votes")],
        "happenings": [_happening(one, tables) for one in happenings(tables)],
        "rounds": [
            {"year": int(r.year), "units": list(r.units), "total": int(r.total)} for r in rounds(tables).itertuples()
        ],
        "eras": list(_eras(tables)),
        "statements": statements,
        "disputed": calling_runs(tables),
        "west_berlin": [
            {"title": row.territory, "note": _berlin_note(row)}
            for row in tables.territory_changes.itertuples()
            if row.change_id == WEST_BERLIN
        ],
        "drafts": [_draft(article, pictures) for article in articles(tables)],
        "voices": _voices(tables),
        "citation": citation_payload(tables),
        "report": report_payload(tables),
        "pace": {"step_ms": STEP_MS, "shares": SHARES},
        "layers": list(LAYERS),
        "layers_shown": list(SHOWN),
        "words": browser_words(),
        "stance_groups": list(_stance_groups()),
        **signs_payload(HATCHES, PRINTED),
    }


def _unit(card: Json, pictures: PictureRuns, tables: Tables) -> Json:
    """A card with the runs of its unit; its bars begin and end on numbered days, half-open."""
    for bar in card["bars"]:
        bar["from"] = _number(bar["start"], tables)
        bar["to"] = _number(bar["end"], tables) if "end" in bar else None
    return {**card, "runs": pictures.of_unit(card["id"], card["name"])}


def _number(text: str, tables: Tables) -> int:
    """The number of the first day that a date can mean; below 0 before the first day of the atlas."""
    return day_number(first_day(text), tables)


def _eras(tables: Tables) -> Iterator[Json]:
    events = tables.events.set_index("event_id").loc[tables.eras["event_id"]]
    days, titles = list(events["day"]), events["title"]
    ends = [*(day.year for day in days[1:]), tables.last_year]
    for key, day, title, end in zip(tables.eras["era"], days, titles, ends, strict=True):
        labels = words()["era"][key]
        says = phrase("era_says", name=labels[0], day=spelled(day), event=printed(title))
        yield {"key": key, "from": day.year, "to": end, "labels": labels, "says": says}


def _stance_groups() -> Iterator[Json]:
    """The stances of one colour, and what stands for it in the key of the bars."""
    for ink in dict.fromkeys(STANCE_INKS.values()):
        stances = [str(stance) for stance in Stance if STANCE_INKS[stance] == ink]
        yield {"key": ink, "stances": stances, "labels": words()["stance_group"][ink]}


def sources_payload(tables: Tables) -> Json:
    """Where all of it was read, by id: needed for cards, not for the map."""
    return {row.id: source_told(row, row.date_published) for row in tables.sources.itertuples()}


def source_told(source: Any, published: str) -> Json:
    """A source as a card names it: a row of the atlas's tables, or of a membership's."""
    known = {"url": source.url, "date": published}
    told = {
        "producer": source.producer,
        "title": source.title,
        **{name: value for name, value in known.items() if value},
        **flags(memory=source.seen == Seen.MEMORY),
    }
    language, said, _ = in_its_language(source.title)
    return {**told, "in": {"lang": language, "to": len(said)}} if language else told


def _year(year: int, tables: Tables) -> Json:
    """The day of a year's picture, how long play rests on it, and its events; of one to come nothing is told."""
    signs = {one.event: one.sign for one in happenings(tables)}
    return {
        "year": year,
        "day": day_number(picture_day(year, tables), tables),
        "pace": str(pace_of(year, tables)),
        "events": [
            {
                "date": row.date,
                "day": day_number(row.day, tables),
                **asdict(event_told(row, tables)),
                **flags(unsure=row.confidence == Confidence.UNSURE),
                "sign": signs.get(row.event_id, ""),
            }
            for row in rows(tables, "events")
            if row.day.year == year and not row.after_as_of
        ],
    }


# ---------------------------------------------------------------------- votes, and what happened beside the events


def _vote(row: Any) -> Json:
    """A vote by where it was held and whom it was about, what was asked and what came out."""
    return {"on": row.held_on, "in": row.iso3, "of": list(row.subject), "asked": asked(row), "result": result(row)}


def _happening(one: Happening, tables: Tables) -> Json:
    """A use of an article or a day of a treaty; `told` where an event of the year says the same."""
    return {
        "date": one.date,
        "day": day_number(one.day, tables),
        "sign": one.sign,
        "title": printed(one.title),
        "summary": one.summary,
        **flags(unsure=one.unsure),
        "outcome": one.outcome,
        "units": list(one.units),
        "told": bool(one.event),
    }


def _berlin_note(row: Any) -> str:
    """What the mark of West Berlin tells, on days before it holds too."""
    return phrase("west_berlin", "told", change=row.change, start=spelled(row.start_day), note=row.note)


# ---------------------------------------------------------------------- a draft article, a side's words


def _draft(article: Article, pictures: PictureRuns) -> Json:
    """An article with those it would touch and its ground, as runs."""
    return {
        **{name: getattr(article, name) for name in ("id", "document", "article", "demand", "affected", "note")},
        "confidence": article.confidence,
        "sources": list(article.sources),
        "statement": article.statement,
        **pictures.of_draft(article.id),
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


# ---------------------------------------------------------------------- a statement


STATEMENT_COLUMNS = (
    "id",
    "date",
    "speaker",
    "role",
    "side",
    "stance",
    "form",
    "venue",
    "quote",
    "quote_language",
    "confidence",
)
"""What a statement's card tells as the table has it."""
SELDOM = ("original", "original_language", "reply_to", "words_seen_in")
"""What the table has of few statements: sent of those alone."""
OUR_WORDS = ("paraphrase", "context", "what_followed", "trigger_event", "note")
"""What it tells in words of our own, set as print is."""


def _statement(row: Any, tables: Tables) -> Json:
    return {
        **{name: getattr(row, name) for name in STATEMENT_COLUMNS},
        **{name: printed(getattr(row, name)) for name in OUR_WORDS},
        "city": town_of(row),
        "place": place_numbers(tables)[row.id],
        "day": max(0, day_number(row.day, tables)),
        "targets": list(row.targets),
        "lean": bool(row.lean),
        "sources": in_order(row.source_ids, producers(tables)),
        **{name: known for name in SELDOM if (known := getattr(row, name))},
    }
