"""One country in full, as HTML: status, steps, waits, notes, borders, territory, statements, sources."""

from dataclasses import asdict
from functools import lru_cache
from typing import Any

import pandas as pd
from markupsafe import Markup

from data.called import bare_of, called_over
from data.cards import Card, Note, working_notes
from data.cards import cards as known_cards
from data.dates import spelled
from data.disputed_ground import headed, told_of
from data.happenings import use_told
from data.names import Names
from data.paths import WAITS, Path, Wait, in_words, paths
from data.rows import rows as rows_of
from data.sentences import printed
from data.tables import Tables
from data.timeline import picture_day, segment_on
from data.vocabulary import Confidence, Relation, Status, UnitKind
from data.votes import asked, result, votes_of
from data.words import words
from data.year_spans import year_spans
from pages.parts.countries import STEPS, WAIT_NAMES, bare_label, waiting_rows
from pages.parts.countries_html import NOTHING, coloured, doubtful, page, section, table, two_lines
from pages.parts.statement_cards import StatementCards, cards_of
from pages.parts.templates import filled

named = words()
text = named["country"]


@lru_cache(maxsize=256)
def profile_html(tables: Tables, theme: str, unit: str) -> tuple[Markup, Markup]:
    """Everything that is known of a country, before and after its chart."""
    cards, card = cards_of(tables, theme), known_cards(tables)[unit]
    path = next(path for path in paths(tables) if path.unit == unit)
    sections = (
        section(named["card"]["accession"], _steps(card)),
        section(text["waits"], _waits(path, tables)),
        section(named["card"]["votes"], _votes(tables, cards, unit)),
        section(named["card"]["articles"], _articles(tables, cards, unit)),
        section(named["card"]["notes"], _notes(card.notes)),
        _working(working_notes(tables, unit)),
        section(text["borders"], _borders(tables, cards, unit)),
        section(text["territory"], _territory(tables, cards, unit)),
        section(named["card"]["statements"], _statements(tables, cards, unit)),
        section(named["card"]["sources"], filled("small", text=cards.source_links(card.sources))),
        cards.report(row_of(path)),
    )
    return page(cards, _now(tables, cards, card, path)), page(cards, *sections)


def row_of(path: Path) -> str:
    """The row that a country's profile rests on first: its accession, or the unit where it never joined."""
    return f"accessions/{path.unit}" if path.joined else f"units/{path.unit}"


def _now(tables: Tables, cards: StatementCards, card: Card, path: Path) -> Markup:
    """Its status today, the way to the map, and status and state by years."""
    formats = segment_on(tables, path.unit, tables.as_of).formats
    order, total = card.order, len(tables.accessions)
    return filled(
        "country_now",
        fill=cards.ink.statuses[path.status].fill,
        status=bare_label(path.status, tables),
        since=in_words(path.since),
        order=named["card"]["order"].format(n=order, total=total) if order else "",
        ties=", ".join(named["format"].get(word) or _bloc(word) for word in formats),
        note=printed(card.note),
        unit=path.unit,
        year=tables.last_year,
        years=section(text["status_in_years"], _years(tables, cards, path)),
    )


def _bloc(word: str) -> str:
    """What a bloc is called today: one that was renamed by its name of today, as in the key of the map."""
    return str(named["key"].get(f"{word}_now") or named["bloc"][word])


def _years(tables: Tables, cards: StatementCards, path: Path) -> Markup:
    """Status and state, a row for each span of years in which they stayed the same."""
    names = Names.of(tables)
    rows = []
    for span in year_spans(path.unit, tables):
        here = span.here
        state = names.of_state(here.state, picture_day(span.last, tables))
        told = "" if here.relation in ("", Relation.PART, *UnitKind) else here.relation
        days = tuple(picture_day(year, tables) for year in range(span.first, span.last + 1))
        status = bare_of(here.status, called_over(days, tables))
        rows.append(
            (
                str(span.first) if span.first == span.last else text["years"].format(first=span.first, last=span.last),
                coloured(status, cards.ink.statuses[here.status].fill),
                text["state"].format(state=state, relation=told) if told else state,
                in_words(here.since) if here.status != Status.NONE else "",
            )
        )
    heads = [text[f"column_{name}"] for name in ("years", "status", "state", "since")]
    return table(text["status_in_years"], rows, heads)


def _steps(card: Card) -> Markup:
    told = named["card"]
    rows = []
    for step in card.steps:
        days = step.days
        gap = {None: "", 0: told["same_day"], 1: told["day_later"]}.get(
            days, told["days_later"].format(n=f"{days or 0:,}")
        )
        doubt = told["not_confirmed"] if step.unsure else ""
        when = in_words(step.date)
        rows.append(
            (
                told[step.key],
                two_lines(when, step.place) if step.place else when,
                " · ".join(filter(None, (gap, doubt))),
            )
        )
    return table(told["accession"], rows)


def _waits(path: Path, tables: Tables) -> Markup:
    rows = [(WAIT_NAMES[name], str(wait)) for name in WAITS if (wait := path.wait(name))]
    if contact := path.contact:
        form = text["contact_about" if contact.about else "contact"]
        by = named["format"][contact.by]
        rows.insert(0, (STEPS["contact"], form.format(when=in_words(contact.text), by=by)))
    if now := waiting_rows(tables).get(path.unit):
        for name, label in text["waiting_since"].items():
            wait = Wait(getattr(now, f"{name}_days"), getattr(now, f"{name}_about"))
            rows.append((label, text["waited"].format(wait=wait, day=spelled(tables.as_of))))
    return table(text["waits"], rows)


def _votes(tables: Tables, cards: StatementCards, unit: str) -> Markup:
    """Votes held there or elsewhere about it."""
    votes = votes_of(unit, tables)
    return table(
        named["card"]["votes"],
        [(in_words(vote.held_on), _asked(vote, cards, unit), result(vote)) for vote in votes],
        [text[f"column_{name}"] for name in ("day", "asked", "result")],
        [_below(vote, cards) for vote in votes],
    )


def _below(row: Any, cards: StatementCards) -> Markup:
    """The note of a row, where it has one, and its sources."""
    sources = cards.source_links(row.source_ids)
    return two_lines(printed(row.note), sources) if row.note else filled("small", text=sources)


def _asked(vote: Any, cards: StatementCards, unit: str) -> str:
    """Who voted on what, with the country where it was another."""
    if vote.iso3 == unit:
        return asked(vote)
    return str(named["vote"]["elsewhere"].format(country=cards.names[vote.iso3], asked=asked(vote)))


def _articles(tables: Tables, cards: StatementCards, unit: str) -> Markup:
    """Uses of Articles 4 and 5 by it or for it."""
    uses = [use for use in rows_of(tables, "consultations") if unit in use.countries]
    return table(
        named["card"]["articles"],
        [
            (
                in_words(use.date),
                named["sign"][f"article_{use.article}"],
                *use_told(use, tables),
            )
            for use in uses
        ],
        [text[f"column_{name}"] for name in ("day", "article", "why", "outcome")],
        [_below(use, cards) for use in uses],
    )


def _span(row: Any) -> str:
    start, end = in_words(row.start_on), in_words(row.end_on)
    return str(text["span" if end else "span_open"].format(start=start, end=end))


def _notes(notes: tuple[Note, ...]) -> Markup:
    shown = [
        {**asdict(note), "when": " – ".join(filter(None, (in_words(note.start), in_words(note.end))))} for note in notes
    ]
    return filled("country_notes", notes=shown) if shown else NOTHING


def _working(notes: tuple[Note, ...]) -> Markup:
    """The working notes of its rows, folded away."""
    return filled("working_notes", n=len(notes), notes=_notes(notes)) if notes else NOTHING


def _parts(tables: Tables, unit: str) -> set[str]:
    units = tables.units
    return {unit, *units.loc[(units["of"] == unit) & (units["kind"] == UnitKind.PART), "unit"]}


def _borders(tables: Tables, cards: StatementCards, unit: str) -> Markup:
    parts = _parts(tables, unit)
    rows: list[tuple[str, ...]] = []
    more: list[str] = []
    for row in tables.borders.itertuples():
        if not {row.a, row.b} & parts:
            continue
        first, *others = [
            cards.names[end] for end in sorted((row.a, row.b), key=lambda end: end not in parts) if end != unit
        ]
        rows.append(
            (
                text["border_of_parts"].format(one=first, other=others[0]) if others else first,
                doubtful(_official(row), row.confidence == Confidence.UNSURE),
                text["km"].format(km=f"{row.computed_km:,.1f}"),
            )
        )
        more.append(two_lines(printed(row.note), cards.source_links(row.source_ids)))
    heads = [text[f"column_{name}"] for name in ("with", "official", "computed")]
    return filled("country_borders", lengths=table(text["borders"], rows, heads, more)) if rows else NOTHING


def _official(border: Any) -> str:
    """The published length of a border and what it covers; nothing where none is published."""
    if pd.isna(border.official_km):
        return ""
    form = text["official" if border.official_of else "km"]
    return str(form.format(km=f"{border.official_km:,.0f}", covers=border.official_of))


def _territory(tables: Tables, cards: StatementCards, unit: str) -> Markup:
    """Rows on the treaty area, on disputed ground and on earlier states that concern it or its parts."""
    items = sorted(_changes_of_territory(tables, cards, unit), key=lambda item: item[0].start_day)
    rows = [
        (
            _span(row),
            filled(
                "country_row",
                row=row,
                title=printed(title),
                note=printed(note),
                sources=cards.source_links(row.source_ids),
            ),
        )
        for row, title, note in items
    ]
    return table(text["territory"], rows)


def _changes_of_territory(tables: Tables, cards: StatementCards, unit: str) -> list[tuple[Any, str, str]]:
    """Row, title and note of each."""
    parts = _parts(tables, unit)
    items: list[tuple[Any, str, str]] = []
    for row in tables.territory_changes.itertuples():
        if row.iso3 in parts or parts & set(row.unit):
            title = text["territory_change"].format(territory=row.territory, effect=text["effect"][row.effect])
            note = text["territory_note_basis" if row.legal_basis else "territory_note"]
            items.append((row, title, note.format(change=row.change, basis=row.legal_basis, note=row.note)))
    for row in tables.disputed.itertuples():
        if row.unit in parts:
            items.append((row, text["disputed"].format(title=headed(row)), told_of(row)))
    for row in tables.historical_states.itertuples():
        if row.part_iso3 == unit or row.unit in parts:
            items.append((row, _earlier_state(row, cards, unit), _note_on_state(row)))
    return items


def _earlier_state(row: Any, cards: StatementCards, unit: str) -> str:
    is_part = row.relation == Relation.PART
    state = row.state if is_part else text["state"].format(state=row.state, relation=row.relation)
    if row.unit == unit:
        return str(state)
    return str(text["part_of"].format(part=cards.names.get(row.unit, row.part_name), state=state))


def _note_on_state(row: Any) -> str:
    declared = row.independence_declared_on
    ended = named["card"]["declared"].format(date=in_words(declared)) if declared else ""
    return f"{row.note} {ended}".strip()


def _statements(tables: Tables, cards: StatementCards, unit: str) -> Markup:
    parts = _parts(tables, unit)
    rows = tables.statements
    ids = [id_ for id_, targets in zip(rows["id"], rows["targets"], strict=True) if parts & set(targets)]
    return filled("country_statements", n=len(ids), statements=cards.listed(ids)) if ids else NOTHING
