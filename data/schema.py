"""What each table looks like: its columns, in order, and what a cell may hold."""

from collections.abc import Iterable

from data.column import Column, Kind
from data.vocabulary import (
    FACT_CONFIDENCE,
    ORIGINAL_LANGUAGES,
    STATEMENT_CONFIDENCE,
    Bloc,
    City,
    CodeKind,
    Draft,
    Effect,
    Era,
    EventKind,
    ForceKind,
    Form,
    Format,
    FormerBloc,
    GroundStyle,
    QuoteLanguage,
    ReadingKind,
    Relation,
    Seen,
    Sentence,
    Side,
    Stance,
    Touched,
    TreatyEnd,
    UnitKind,
    UsedArticle,
    Verdict,
    VoteKind,
    VoteOutcome,
)

__all__ = ["SCHEMA", "Column", "Kind"]


def _texts(names: str) -> tuple[Column, ...]:
    return tuple(Column(name) for name in names.split())


def _named(names: str) -> tuple[Column, ...]:
    return tuple(Column(name, required=True) for name in names.split())


def _each(names: str, kind: Kind) -> tuple[Column, ...]:
    return tuple(Column(name, kind) for name in names.split())


def _dates(names: str) -> tuple[Column, ...]:
    return _each(names, Kind.DATE)


def _lists(names: str) -> tuple[Column, ...]:
    return _each(names, Kind.LIST)


def _date(name: str) -> Column:
    return Column(name, Kind.DATE, required=True)


def _flag(name: str) -> Column:
    return Column(name, Kind.FLAG, required=True)


def _number(name: str) -> Column:
    return Column(name, Kind.NUMBER, required=True)


def _degrees(name: str, limit: float) -> Column:
    return Column(name, Kind.DEGREES, required=True, limit=limit)


def _word(name: str, words: Iterable[str]) -> Column:
    return Column(name, Kind.WORD, required=True, words=tuple(str(word) for word in words))


def _front(name: str) -> tuple[Column, ...]:
    return (
        *(_number(f"{name}_border_{basis}_km") for basis in ("computed", "official", "rest")),
        _flag(f"{name}_official_complete"),
    )


def _nearest(city: City) -> tuple[Column, ...]:
    return (
        _number(f"{city}_km"),
        *_named(f"{city}_unit"),
        *_texts(f"{city}_place"),
        _degrees(f"{city}_lon", 180),
        _degrees(f"{city}_lat", 90),
    )


_SOURCES = Column("source_ids", Kind.LIST, required=True)
_CONFIDENCE = _word("confidence", FACT_CONFIDENCE)
_INTERVAL = (_date("start_on"), *_dates("end_on"))

WORKING_NOTE = "working_note"
_NOTES = _texts(f"note {WORKING_NOTE}")

_MEASURED = (
    _date("day"),
    Column("members", Kind.WHOLE, required=True),
    *(column for front in ("russia", "wide") for column in _front(front)),
    *(column for city in City for column in _nearest(city)),
    _number("area_km2"),
    _number("area_outside_america_km2"),
    _number("area_europe_km2"),
    _SOURCES,
)

SCHEMA: dict[str, tuple[Column, ...]] = {
    "accessions": (
        *_named("iso3 name"),
        Column("order_of_joining", Kind.WHOLE, required=True),
        *_named("round"),
        *_dates("signed_on invited_on"),
        *_texts("invited_at"),
        *_dates("protocol_signed_on protocol_in_force_on legal_invitation_on"),
        _date("joined_on"),
        *_dates("ratification_deposited_on"),
        _word("former_bloc", FormerBloc),
        *_NOTES,
        *_lists("fields_from_memory"),
        _SOURCES,
        _CONFIDENCE,
    ),
    "statuses": (
        *_named("iso3 name"),
        _word("status", Format),
        *_texts("detail"),
        *_INTERVAL,
        *_texts("end_reason"),
        *_NOTES,
        _SOURCES,
        _CONFIDENCE,
    ),
    "other_blocs": (
        _word("bloc", Bloc),
        *_named("iso3 unit name"),
        *_INTERVAL,
        *_texts("end_reason"),
        *_named("territory as_part_of"),
        _flag("bars_membership"),
        *_NOTES,
        _SOURCES,
        _CONFIDENCE,
    ),
    "historical_states": (
        *_named("state state_code part_iso3"),
        *_texts("unit"),
        _word("relation", Relation),
        *_named("part_name"),
        *_INTERVAL,
        *_dates("independence_declared_on"),
        *_named("next_state"),
        *_texts("not_recognised_by"),
        *_NOTES,
        _SOURCES,
        _CONFIDENCE,
    ),
    "territory_changes": (
        *_named("change_id iso3"),
        *_lists("unit"),
        *_named("territory change"),
        *_INTERVAL,
        _word("effect", Effect),
        *_texts("legal_basis"),
        *_NOTES,
        _SOURCES,
        _CONFIDENCE,
    ),
    "events": (
        *_named("event_id"),
        _date("date"),
        *_named("title summary"),
        *_texts(WORKING_NOTE),
        _word("kind", EventKind),
        *_lists("countries"),
        _flag("headline"),
        _flag("planned"),
        _SOURCES,
        _CONFIDENCE,
    ),
    "eras": (_word("era", Era), *_named("event_id")),
    "statements": (
        *_named("id"),
        _date("date"),
        *_named("speaker role"),
        _word("side", Side),
        _word("stance", Stance),
        _word("form", Form),
        *_named("venue city country_iso3"),
        _degrees("lat", 90),
        _degrees("lon", 180),
        Column("targets", Kind.LIST, required=True),
        *_texts("quote"),
        _word("quote_language", QuoteLanguage),
        *_texts("original"),
        Column("original_language", Kind.WORD, words=ORIGINAL_LANGUAGES),
        *_named("paraphrase context what_followed trigger_event"),
        _word("confidence", STATEMENT_CONFIDENCE),
        *_texts("note working_note reply_to"),
        _flag("lean"),
        *_texts("words_seen_in"),
        _SOURCES,
    ),
    "draft_treaties": (
        _word("draft", Draft),
        *_named("document article statement demand affected affected_rule"),
        _word("touched", Touched),
        *_lists("affected_iso3_2021"),
        Column("affected_count_2021", Kind.WHOLE, required=True),
        *_NOTES,
        _SOURCES,
        _CONFIDENCE,
    ),
    "claims": (
        *_named("claim_id origin claim how_to_test own_evaluation"),
        _word("verdict", Verdict),
        *_named("depends_on_definition"),
        _SOURCES,
        _CONFIDENCE,
        *_named("verdict_note"),
        *_texts(WORKING_NOTE),
    ),
    "readings": (
        *_named("reading_id"),
        _word("kind", ReadingKind),
        *_named("title who"),
        *_dates("date"),
        *_texts("quote"),
        *_named("text"),
        *_texts("statement"),
        *_NOTES,
        _SOURCES,
        _word("confidence", STATEMENT_CONFIDENCE),
    ),
    "two_sentences": (
        *_named("id document"),
        _date("date"),
        *_named("place"),
        _word("sentence", Sentence),
        *_texts("quote text"),
        *_named("cited_by"),
        *_texts("note"),
        _SOURCES,
        _CONFIDENCE,
    ),
    "line_phases": (
        *_named("phase_id title"),
        _date("start_on"),
        *_named("text"),
        Column("statement_ids", Kind.LIST, required=True),
        _SOURCES,
        _CONFIDENCE,
    ),
    "votes": (
        *_named("id iso3"),
        _date("held_on"),
        _word("kind", VoteKind),
        *_named("body question"),
        Column("subject", Kind.LIST, required=True),
        *_each("yes_percent turnout_percent", Kind.NUMBER),
        *_each("yeas nays abstentions", Kind.WHOLE),
        _word("outcome", VoteOutcome),
        *_texts("note"),
        _SOURCES,
        _CONFIDENCE,
    ),
    "consultations": (
        *_named("id"),
        _word("article", UsedArticle),
        _date("date"),
        *_dates("requested_on"),
        Column("countries", Kind.LIST, required=True),
        *_named("why outcome"),
        *_texts("event_id note"),
        _SOURCES,
        _CONFIDENCE,
    ),
    "treaties": (
        *_named("id name limits parties"),
        _date("signed_on"),
        _date("in_force_on"),
        *_dates("suspended_on ended_on"),
        Column("ended_by", Kind.WORD, words=tuple(map(str, TreatyEnd))),
        *_named("ending"),
        *_texts("said_west said_moscow note"),
        _SOURCES,
        _CONFIDENCE,
    ),
    "disputed": (
        *_named("unit"),
        _word("style", GroundStyle),
        *_INTERVAL,
        *_named("title note"),
        _SOURCES,
        _CONFIDENCE,
    ),
    "forces": (
        *_named("id place unit"),
        _degrees("lat", 90),
        _degrees("lon", 180),
        *_INTERVAL,
        Column("whose", Kind.LIST, required=True),
        _flag("nato"),
        _word("kind", ForceKind),
        *_named("what"),
        *_texts("note working_note"),
        _SOURCES,
        _CONFIDENCE,
    ),
    "names": (
        *_named("code name"),
        *_INTERVAL,
        *_named("form"),
        *_texts("note"),
        _SOURCES,
        _CONFIDENCE,
    ),
    "borders": (
        *_named("border a b"),
        Column("official_km", Kind.NUMBER),
        *_texts("official_of"),
        _number("computed_km"),
        *_texts("note"),
        _SOURCES,
        Column("confidence", Kind.WORD, words=FACT_CONFIDENCE),
    ),
    "measures": (Column("year", Kind.WHOLE, required=True), *_MEASURED),
    "day_measures": _MEASURED,
    "unit_measures": (
        *_named("unit"),
        *_texts("continent"),
        _number("area_km2"),
        Column("population", Kind.NUMBER),
        *_dates("population_on"),
        *_texts("note"),
        _SOURCES,
    ),
    "codes": (
        *_named("code"),
        _word("kind", CodeKind),
        *_named("name"),
        Column("gw", Kind.WHOLE),
        Column("cow", Kind.WHOLE),
        *_texts("iso2 m49 wikidata note"),
        _SOURCES,
        _CONFIDENCE,
    ),
    "sources": (
        *_named("id producer title"),
        *_texts("url"),
        *_dates("date_published date_accessed"),
        _word("seen", Seen),
        *_texts("note"),
    ),
    "units": (
        *_named("unit iso3 name"),
        _word("kind", UnitKind),
        *_texts("of note"),
        *_lists("source_ids"),
    ),
}
