"""Statements as HTML for the pages beside the map: every text escaped, both sides' words the same size."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache, cached_property
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pandas as pd

from data.dates import first_day, spelled
from data.drafts import Article
from data.red_lines import GENERAL
from data.tables import Tables
from data.vocabulary import Confidence, Stance
from data.words import words
from geo.drawing.palette import GLYPHS, STANCE_INKS, THEMES

STYLE = (Path(__file__).parent / "statement_cards.css").read_text(encoding="utf-8")


@cache
def cards_of(tables: Tables, theme: str) -> "StatementCards":
    """The cards of these tables in a theme, made once."""
    return StatementCards(tables, theme)


class StatementCards:
    """Rows of the table of statements as HTML in one theme."""

    def __init__(self, tables: Tables, theme: str) -> None:
        self.tables = tables
        self.ink = THEMES[theme]
        self.text = words()
        self.names = dict(zip(tables.units["unit"], tables.units["name"], strict=True))
        self.by_id = {row.id: row for row in tables.statements.itertuples()}
        self.sources = {row.id: row for row in tables.sources.itertuples()}
        self.answers: dict[str, list[Any]] = {}
        for row in self.by_id.values():
            self.answers.setdefault(row.reply_to, []).append(row)
        self._made: dict[tuple[str, bool], str] = {}

    def page(self, *parts: str) -> str:
        """Parts under one style sheet."""
        return f"{self._head}{''.join(parts)}</div>"

    @cached_property
    def _head(self) -> str:
        ink = self.ink
        colours = f"--es-rule:{ink.rule};--es-focus:{ink.focus};--es-quiet:{ink.quiet_text}"
        return f'<style>{STYLE}{self._signs()}</style><div class="es" style="{colours}">'

    def listed(self, rows: pd.DataFrame | Iterable[str], opened: str = "") -> str:
        """A line for each statement that opens into its card, from the keyboard too."""
        ids = rows["id"] if isinstance(rows, pd.DataFrame) else rows
        return "".join(self._detail(id_, is_open=id_ == opened) for id_ in ids)

    def _detail(self, id_: str, *, is_open: bool) -> str:
        if (id_, is_open) not in self._made:
            self._made[id_, is_open] = self._details(self.by_id[id_], is_open=is_open)
        return self._made[id_, is_open]

    def pair(self, left: Iterable[str], right: Iterable[str]) -> str:
        """Statements on the left, their answers or counterparts on the right."""
        return f'<div class="pair"><div>{self._articles(left)}</div><div>{self._articles(right)}</div></div>'

    def account(self, row: Any) -> str:
        """A reading of 1990 or a witness's later account."""
        contested = row.confidence == Confidence.CONTESTED
        badge = f' <span class="badge">{escape(self.text["statement"]["contested"])}</span>' if contested else ""
        quote = f'<p class="words">“{escape(row.quote)}”</p>' if row.quote else ""
        when = f", {_day(row.date)}" if row.date else ""
        link = self._link(self.by_id[row.statement]) if row.statement else ""
        return (
            f"<h4>{escape(row.title)}{badge}</h4><p class='small'>{escape(row.who)}{when}</p>"
            f"{quote}<p>{escape(row.text)}</p>"
            f"<p class='small'>{escape(row.note)}</p><p class='small'>{self.source_links(row.source_ids)}</p>{link}"
        )

    def draft(self, article: Article, touched: Sequence[str], day: date) -> str:
        """An article of the drafts with those whom it touches on a day."""
        names = ", ".join(self.names[unit] for unit in touched) or "none"
        note = f'<p class="small">{escape(article.note)}</p>' if article.note else ""
        return (
            f"<h4>{escape(article.document)}, Article {escape(article.article)}</h4>"
            f"<p class='words'>{escape(article.demand)}</p>"
            f"<p><b>On {spelled(day)} it touches {len(touched)}:</b> {escape(names)}</p>"
            f"<p class='small'>Whom: {escape(article.affected)}</p>"
            f"{note}<p class='small'>{self.source_links(article.sources)}</p>"
            f'<a href="./?year={day.year}&draft={article.id}" target="_self">On the map</a>'
        )

    def phase(self, row: Any) -> str:
        """A step in which the line moved, with its statements."""
        title = f"<h4>{_day(row.start_on)}: {escape(row.title)}</h4>"
        return f"{title}<p>{escape(row.text)}</p>{self.listed(row.statement_ids)}"

    def address(self, id_: str) -> str:
        """The atlas at the statement's year, with its card open."""
        year = max(self.tables.first_year, first_day(self.by_id[id_].date).year)
        return f"./?year={year}&statement={id_}"

    def glyph(self, stance: str, confidence: str = "") -> str:
        """The sign of a stance, as on the map; its picture stands in the style sheet."""
        ring = " g-ring" if confidence == Confidence.CONTESTED else ""
        return f'<span class="g g-{stance}{ring}" aria-hidden="true"></span>'

    def _signs(self) -> str:
        rules = []
        for stance in Stance:
            colour = getattr(self.ink, STANCE_INKS[stance])
            body, *holes = GLYPHS[stance]
            shape = f"<path d='{body}' fill='{colour}'/>" + "".join(
                f"<path d='{hole}' fill='{self.ink.page}'/>" for hole in holes
            )
            ring = f"<circle r='11' fill='none' stroke='{colour}' stroke-width='1.4' stroke-dasharray='3 2.2'/>"
            for name, drawn in ((f".g-{stance}", shape), (f".g-{stance}.g-ring", ring + shape)):
                svg = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='-12 -12 24 24'>{drawn}</svg>"
                rules.append(f'{name}{{background-image:url("data:image/svg+xml,{quote(svg)}")}}')
        return "".join(rules)

    def source_links(self, ids: Iterable[str]) -> str:
        """Sources by id, one click away each."""
        return "<br>".join(self._source(self.sources[id_]) for id_ in ids)

    def _source(self, row: Any) -> str:
        name = escape(", ".join(filter(None, (row.producer, row.title, row.date_published))))
        web = row.url.startswith(("http://", "https://"))
        return f'<a href="{escape(row.url)}" target="_blank" rel="noopener noreferrer">{name}</a>' if web else name

    def _words(self, row: Any) -> str:
        return f"“{escape(row.quote)}”" if row.quote else escape(row.paraphrase)

    def _by(self, row: Any) -> str:
        stance, form = self.text["stance"][row.stance]["label"], self.text["form"][row.form]
        contested = self.text["statement"]["contested"]
        badge = f' <span class="badge">{escape(contested)}</span>' if row.confidence == Confidence.CONTESTED else ""
        return f"{escape(row.speaker)} · {escape(row.city)}, {_day(row.date)} · {stance} · {form}{badge}"

    def _details(self, row: Any, *, is_open: bool) -> str:
        return (
            f'<details{" open" if is_open else ""} id="{escape(row.id)}">'
            f"<summary>{self.glyph(row.stance, row.confidence)}"
            f'<span><span class="words">{self._words(row)}</span><span class="by">{self._by(row)}</span>'
            f"{self._doubt(row)}</span>"
            f'</summary><div class="body">{self._body(row)}</div></details>'
        )

    def _articles(self, ids: Iterable[str]) -> str:
        return "".join(
            f"<article>{self.glyph(row.stance, row.confidence)}<div><span class='words'>{self._words(row)}</span>"
            f"<span class='by'>{self._by(row)} · {self._link(row)}</span>"
            f"{self._note(row) if row.confidence == Confidence.CONTESTED else ''}</div></article>"
            for row in (self.by_id[id_] for id_ in ids)
        )

    def _link(self, row: Any) -> str:
        return f'<a href="{self.address(row.id)}" target="_self">On the map</a>'

    def _doubt(self, row: Any) -> str:
        """What is disputed about a contested statement, in sight before its card is opened."""
        return f'<span class="by doubt">{escape(row.note)}</span>' if row.confidence == Confidence.CONTESTED else ""

    def _note(self, row: Any) -> str:
        return f'<p class="note"><b>{escape(self.text["statement"]["contested"])}.</b> {escape(row.note)}</p>'

    def _body(self, row: Any) -> str:
        text, contested = self.text["statement"], row.confidence == Confidence.CONTESTED
        language = row.quote_language.removeprefix("translated-from-")
        spoken = self.text["language_name"][language]
        told = "" if language == "en" else text["translated" if row.quote else "original_in"].format(language=spoken)
        targets = ", ".join(
            text["enlargement_in_general"] if target == GENERAL else self.names[target] for target in row.targets
        )
        answers = self.answers.get(row.id, [])
        facts = [
            ("", told if row.quote else ". ".join(filter(None, (text["quote_none"].rstrip("."), told)))),
            ("", row.paraphrase if row.quote else ""),
            (text["names"], targets),
            (text["reacted_to"], row.trigger_event),
            (text["context"], row.context),
            (text["followed"], row.what_followed),
            (text["note"], "" if contested else row.note),
            (text["words_seen"], row.words_seen_in),
            (text["confidence"], self.text["confidence"][row.confidence]),
        ]
        linked = [
            (text["answers"], [self.by_id[row.reply_to]] if row.reply_to else []),
            (text["answered_by"], answers),
        ]
        lines = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts if value) + "".join(
            f"<dt>{escape(name)}</dt><dd>"
            + "<br>".join(
                f'<a href="{self.address(one.id)}" target="_self">{escape(one.speaker)}, {_day(one.date)}</a>'
                for one in ones
            )
            + "</dd>"
            for name, ones in linked
            if ones
        )
        return (
            f'<p class="small">{escape(", ".join((row.role, row.venue)))} · {self.text["side"][row.side]}</p>'
            f"<dl>{lines}"
            f"<dt>{escape(text['source'])}</dt><dd>{self.source_links(row.source_ids)}</dd></dl>{self._link(row)}"
        )


def _day(text: str) -> str:
    """A date as precise as it is known: 12 March 1999, March 1999, 1999."""
    match text.count("-"):
        case 2:
            return spelled(first_day(text))
        case 1:
            return spelled(first_day(text)).partition(" ")[2]
        case _:
            return text
