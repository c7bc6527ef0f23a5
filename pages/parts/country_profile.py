"""One country in full, as HTML: status, steps, waits, notes, borders, territory, statements, sources."""

from functools import lru_cache
from html import escape
from typing import Any

import pandas as pd

from data.dates import spelled
from data.names import state_names
from data.paths import WAITS, Path, Wait, in_words, paths
from data.tables import Tables
from data.timeline import segment_on
from data.vocabulary import Confidence, Effect, Relation, Status, UnitKind
from data.words import words
from geo.charts.paths import cards_by_unit
from geo.wire.strict_json import Json
from pages.parts.countries import WAIT_NAMES, status_label, waiting_rows
from pages.parts.countries_html import page, section, table, unsure
from pages.parts.statement_cards import StatementCards, cards_of

text = words()


@lru_cache(maxsize=256)
def profile_html(tables: Tables, theme: str, unit: str) -> tuple[str, str]:
    """Everything that is known of a country, before and after its chart."""
    cards, card = cards_of(tables, theme), cards_by_unit(tables)[unit]
    path = next(path for path in paths(tables) if path.unit == unit)
    sections = (
        section(text["card"]["accession"], _steps(card)),
        section("Waits", _waits(path, tables)),
        section(text["card"]["notes"], _notes(card)),
        section("Borders and neighbours", _borders(tables, cards, unit)),
        section("Territory", _territory(tables, cards, unit)),
        section(text["card"]["statements"], _statements(tables, cards, unit)),
        section(text["card"]["sources"], f"<p class='small'>{cards.source_links(card['sources'])}</p>"),
    )
    return page(cards, _now(tables, cards, card, path)), page(cards, *sections)


def _now(tables: Tables, cards: StatementCards, card: Json, path: Path) -> str:
    """Its status today, the way to the map, and status and state by years."""
    order, names = list(Status), state_names(tables)
    fill = cards.ink.statuses[path.status].fill
    since = f", since {in_words(path.since)}" if path.since else ""
    count = len(tables.accessions)
    place = text["card"]["order"].format(n=card["order"], total=count) if card["order"] else ""
    formats = segment_on(tables, path.unit, tables.as_of).formats
    ties = ", ".join(text["format"].get(word) or text["bloc"][word] for word in formats)
    rows = []
    for (first, status, state, since_text, relation), after in zip(
        card["runs"], [*(run[0] - 1 for run in card["runs"][1:]), tables.last_year], strict=True
    ):
        here = names[state]
        told = "" if relation in ("", Relation.PART, *UnitKind) else relation
        rows.append(
            (
                escape(str(first) if first == after else f"{first} to {after}"),
                f'<span class="swatch" style="background:{cards.ink.statuses[order[status]].fill}"></span>'
                + escape(status_label(order[status])),
                escape(f"{here} ({told})" if told and state != path.unit else here),
                escape(in_words(since_text)) if order[status] != Status.NONE else "",
            )
        )
    return (
        f'<p class="words"><span class="swatch" style="background:{fill}"></span>'
        f"<b>{escape(status_label(path.status))}</b>{escape(since)}{'. ' + escape(place) if place else ''}</p>"
        + (f'<p class="small">Today: {escape(ties)}</p>' if ties else "")
        + (f'<p class="text">{escape(card["note"])}</p>' if card["note"] else "")
        + f'<p><a href="./?country={escape(path.unit)}&amp;year={tables.last_year}" target="_self">On the map</a></p>'
        + section("Status in years, on 31 December", table(rows, ("Years", "Status", "State", "Since")))
    )


def _steps(card: Json) -> str:
    rows = []
    for step in card["steps"]:
        days = step["days"]
        gap = {None: "", 0: text["card"]["same_day"], 1: text["card"]["day_later"]}.get(
            days, text["card"]["days_later"].format(n=f"{days or 0:,}")
        )
        doubt = text["card"]["not_confirmed"] if step["unsure"] else ""
        place = f"<br><span class='small'>{escape(step['place'])}</span>" if step["place"] else ""
        rows.append(
            (
                escape(text["card"][step["key"]]),
                escape(in_words(step["date"])) + place,
                escape(" · ".join(filter(None, (gap, doubt)))),
            )
        )
    return table(rows)


def _waits(path: Path, tables: Tables) -> str:
    rows = [(escape(WAIT_NAMES[name]), escape(str(wait))) for name in WAITS if (wait := path.wait(name))]
    if path.contact:
        by = text["format"][path.contact.by]
        when = in_words(path.contact.text)
        about = "about " if path.contact.about else ""
        rows.insert(0, ("First contact", escape(f"{about}{when}, {by}")))
    if now := waiting_rows(tables).get(path.unit):
        for name, words_for_it in (
            ("contact", "first contact"),
            ("towards", "the first step towards membership"),
            ("since", "the status of today"),
        ):
            told = str(Wait(getattr(now, f"{name}_days"), getattr(now, f"{name}_about")))
            rows.append((escape(f"Waiting since {words_for_it}"), escape(f"{told}, until {spelled(tables.as_of)}")))
    return table(rows)


def _span(row: Any) -> str:
    start, end = in_words(row.start_on), in_words(row.end_on)
    return f"{start} to {end}" if end else f"from {start}"


def _notes(card: Json) -> str:
    items = []
    for note in card["notes"]:
        when = " – ".join(filter(None, (in_words(note["start"]), in_words(note["end"]))))
        of = f"<b>{escape(note['of'])}:</b> " if note["of"] else ""
        items.append(
            f"<li><span class='small'>{escape(when)}</span> {of}{escape(note['text'])}{unsure(note['unsure'])}</li>"
        )
    return f"<ul class='text'>{''.join(items)}</ul>" if items else ""


def _parts(tables: Tables, unit: str) -> set[str]:
    units = tables.units
    return {unit, *units.loc[(units["of"] == unit) & (units["kind"] == UnitKind.PART), "unit"]}


def _borders(tables: Tables, cards: StatementCards, unit: str) -> str:
    parts = _parts(tables, unit)
    rows: list[tuple[str, ...]] = []
    more: list[str] = []
    for row in tables.borders.itertuples():
        if not {row.a, row.b} & parts:
            continue
        official = "" if pd.isna(row.official_km) else f"{row.official_km:,.0f} km"
        covers = f" ({row.official_of})" if row.official_of and official else ""
        ends = [cards.names[end] for end in sorted((row.a, row.b), key=lambda end: end not in parts) if end != unit]
        rows.append(
            (
                escape(" with ".join(ends)),
                escape(official + covers) + unsure(row.confidence == Confidence.UNSURE),
                f"{row.computed_km:,.1f} km",
            )
        )
        more.append(f"{escape(row.note)}<br><span class='small'>{cards.source_links(row.source_ids)}</span>")
    told = (
        "<p class='small text'>The tables hold the land borders across which a member ever faced Russia, the Soviet "
        "Union, or another state of the Warsaw Pact or the CSTO; other neighbours are not listed.</p>"
    )
    lengths = table(rows, ("With", "Official length", "Computed at 1:10m"), more)
    return told + lengths if lengths else ""


def _territory(tables: Tables, cards: StatementCards, unit: str) -> str:
    """Rows on the treaty area, on disputed ground and on earlier states that concern it or its parts."""
    parts = _parts(tables, unit)
    effects = {effect: effect.replace("_", " ") for effect in map(str, Effect)}
    items = []
    for row in tables.territory_changes.itertuples():
        if row.iso3 in parts or parts & set(row.unit):
            basis = f" ({row.legal_basis})" if row.legal_basis else ""
            items.append((row, f"{row.territory}: {effects[row.effect]}", f"{row.change}{basis}. {row.note}"))
    for row in tables.disputed.itertuples():
        if row.unit in parts:
            items.append((row, f"{row.title}: disputed", row.note))
    for row in tables.historical_states.itertuples():
        if row.part_iso3 == unit or row.unit in parts:
            of = f"{row.state} ({row.relation})" if row.relation != Relation.PART else row.state
            if row.unit != unit:
                of = f"{cards.names.get(row.unit, row.part_name)}: {of}"
            declared = row.independence_declared_on
            ended = text["card"]["declared"].format(date=in_words(declared)) if declared else ""
            items.append((row, of, f"{row.note} {ended}".strip()))
    items.sort(key=lambda item: item[0].start_day)
    return table(
        (
            escape(_span(row)),
            f"<b>{escape(title)}</b>{unsure(row.confidence == Confidence.UNSURE)}<br>{escape(note)}"
            f"<br><span class='small'>{cards.source_links(row.source_ids)}</span>",
        )
        for row, title, note in items
    )


def _statements(tables: Tables, cards: StatementCards, unit: str) -> str:
    parts = _parts(tables, unit)
    rows = tables.statements
    ids = [id_ for id_, targets in zip(rows["id"], rows["targets"], strict=True) if parts & set(targets)]
    return f"<p class='small'>{len(ids)}, in the order of their dates.</p>{cards.listed(ids)}" if ids else ""
