"""Statements as HTML for the pages beside the map: both sides' words the same size."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from typing import Any
from urllib.parse import quote

import pandas as pd
from markupsafe import Markup

from data.cities import Source
from data.dates import first_day, spelled, spelled_as_given
from data.drafts import Article
from data.red_lines import GENERAL
from data.report import report_address
from data.sentences import printed
from data.statement_text import statement_text
from data.statement_then import of_its_day
from data.tables import Tables
from data.two_sentences import Document
from data.vocabulary import Confidence, Stance, Status, StatusKey, Verdict
from data.words import words
from geo.charts.signs import stance_uri
from geo.drawing.draft_map import at_the_edge
from geo.drawing.key import Row
from geo.drawing.lone_signs import alone
from geo.drawing.palette import THEMES
from pages.parts.chips import verdict_picture
from pages.parts.templates import Html, css, filled, shown


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
        self.by_id = {row.id: of_its_day(row, tables) for row in tables.statements.itertuples()}
        self.sources = {row.id: row for row in tables.sources.itertuples()}
        self.answers: dict[str, list[Any]] = {}
        for row in self.by_id.values():
            self.answers.setdefault(row.reply_to, []).append(row)
        self._made: dict[tuple[str, bool], Markup] = {}

    def page(self, *parts: Markup) -> Html:
        """Parts under one style sheet."""
        return shown(filled("cards_page", style=self._style, ink=self.ink, parts=parts))

    def further(self, *parts: Markup) -> Html:
        """Further parts of a page that has the style sheet already."""
        return shown(filled("cards_page", style="", ink=self.ink, parts=parts))

    def style(self, more: Markup) -> Html:
        """The style sheet and `more` rules without a part: such a piece takes no room on a page."""
        return shown(self._style + more)

    @cached_property
    def _style(self) -> Markup:
        fills = [(status, ink.fill) for status, ink in self.ink.statuses.items()]
        signs = [*self._signs(), *self._verdicts()]
        return filled("cards_style", css=css("statement_cards") + css("chips"), signs=signs, fills=fills)

    def listed(self, rows: pd.DataFrame | Iterable[str], opened: str = "") -> Markup:
        """A line for each statement that opens into its card, from the keyboard too."""
        ids = rows["id"] if isinstance(rows, pd.DataFrame) else rows
        return Markup("").join(self._detail(id_, is_open=id_ == opened) for id_ in ids)

    def _detail(self, id_: str, *, is_open: bool) -> Markup:
        if (id_, is_open) not in self._made:
            row = self.by_id[id_]
            self._made[id_, is_open] = filled(
                "statement", cards=self, row=row, is_open=is_open, facts=self._facts(row), linked=self._linked(row)
            )
        return self._made[id_, is_open]

    def pair(self, left: Iterable[str], right: Iterable[str]) -> Markup:
        """Statements on the left, their answers or counterparts on the right."""
        return filled("pair", cards=self, sides=[[self.by_id[id_] for id_ in ids] for ids in (left, right)])

    def reasons(self, country: str, own: pd.DataFrame, moscow: pd.DataFrame) -> Markup:
        """A country on a line with its first reason; it opens to all of them beside what Moscow said in those years."""
        pair = self.pair(own["id"], moscow["id"])
        years = ", ".join(dict.fromkeys(str(day.year) for day in own["day"]))
        return filled(
            "reasons", country=country, years=years, first=next(own.itertuples()), own=own, moscow=moscow, pair=pair
        )

    def map_key(
        self,
        statuses: Collection[StatusKey] | Mapping[StatusKey, str],
        rows: Iterable[Row] = (),
        ground: str = "",
        notes: Iterable[str] = (),
    ) -> Markup:
        """What the colours of maps mean that show these statuses, in the order of the atlas; then lines and hatches.

        A mapping has what they are called where that is not what they always are. `ground` says what land is that has
        none of these colours, where there is such. A row of words alone has no room for a sign; `notes`
        are sentences of their own.
        """
        called = statuses if isinstance(statuses, Mapping) else {}
        shown = [(status, called.get(status, "")) for status in Status if status in statuses]
        signs = [
            ("" if row.is_plain else f"data:image/svg+xml,{quote(alone(row, self.ink))}", row.label) for row in rows
        ]
        return filled("map_key", statuses=shown, signs=signs, ground=ground, land=self.ink.land, notes=notes)

    def account(self, row: Any) -> Markup:
        """A reading of 1990 or a witness's later account."""
        return filled("account", cards=self, row=row)

    def draft(self, article: Article, touched: Sequence[str], day: date, picture: str) -> Markup:
        """An article of the drafts with those whom it touches on a day; `picture` is the address of their map."""
        edge = sorted(self.names[unit] for unit in at_the_edge(touched, self.tables))
        return filled(
            "draft",
            cards=self,
            article=article,
            touched=sorted(self.names[unit] for unit in touched),
            edge=edge,
            day=spelled(day),
            address=f"./?year={day.year}&draft={article.id}",
            picture=picture,
        )

    def two_sentences(self, document: Document) -> Markup:
        """A document with its two sentences side by side."""
        return filled("two_sentences", cards=self, document=document)

    def phase(self, row: Any) -> Markup:
        """A step in which the line moved, with its statements."""
        return filled("phase", cards=self, row=row)

    def treaty(self, row: Any) -> Markup:
        """A treaty of arms control: its days, its end, and what both sides said of it."""
        named = self.text["red_lines_page"]["treaty"]
        facts = [
            (named["limits"], printed(row.limits)),
            (named["parties"], row.parties),
            *(
                (named[name], spelled_as_given(day) if day else "")
                for name, day in (
                    ("signed", row.signed_on),
                    ("in_force", row.in_force_on),
                    ("suspended", row.suspended_on),
                    ("ended", row.ended_on),
                )
            ),
            (named["ending"], printed(row.ending)),
            (named["note"], printed(row.note)),
        ]
        return filled("treaty", cards=self, row=row, facts=facts)

    def address(self, id_: str) -> str:
        """The atlas at the statement's year, with its card open."""
        year = max(self.tables.first_year, first_day(self.by_id[id_].date).year)
        return f"./?year={year}&statement={id_}"

    def page_address(self, id_: str) -> str:
        """The page Red lines with the statement on top, where it can be cited."""
        return f"./red_lines?statement={id_}"

    def text_of(self, row: Any) -> str:
        """The statement as text to paste."""
        return statement_text(row, self.sources)

    def report(self, row: str) -> Markup:
        """The link that reports a row, `statements/<id>`; nothing where the deployer set no place for it."""
        address = report_address(row, self.tables)
        return filled("report", address=address) if address else Markup("")

    def source_links(self, ids: Iterable[str], *more: Source) -> Markup:
        """Sources by id, and some that no table has, one click away each."""
        return filled("sources", sources=[*(self.sources[id_] for id_ in ids), *more])

    def _signs(self) -> list[tuple[str, str]]:
        """The signs of the stances as on the map: a selector and the picture, fit for an address."""
        return [
            (selector, stance_uri(stance, self.ink, ringed=ringed))
            for stance in Stance
            for selector, ringed in ((f".g-{stance}", False), (f".g-{stance}.g-ring", True))
        ]

    def _verdicts(self) -> list[tuple[str, str]]:
        """The signs of the verdicts in the same way."""
        return [(f".v-{verdict.replace(' ', '-')}", verdict_picture(verdict, self.ink)) for verdict in Verdict]

    def _facts(self, row: Any) -> list[tuple[str, str]]:
        """What is told of a statement: a name, or none, and the text, or none."""
        text, contested = self.text["statement"], row.confidence == Confidence.CONTESTED
        language = row.quote_language.removeprefix("translated-from-")
        spoken = self.text["language_name"][language]
        # Beside the original words the summary says so already.
        is_told = language == "en" or row.original
        told = "" if is_told else text["translated" if row.quote else "original_in"].format(language=spoken)
        targets = ", ".join(
            text["enlargement_in_general"] if target == GENERAL else self.names[target] for target in row.targets
        )
        return [
            ("", told if row.quote else ". ".join(filter(None, (text["quote_none"].rstrip("."), told)))),
            ("", printed(row.paraphrase) if row.quote else ""),
            (text["names"], targets),
            (text["reacted_to"], printed(row.trigger_event)),
            (text["context"], printed(row.context)),
            (text["followed"], printed(row.what_followed)),
            (text["note"], "" if contested else printed(row.note)),
            (text["words_seen"], printed(row.words_seen_in)),
            (text["confidence"], self.text["confidence"][row.confidence]),
        ]

    def _linked(self, row: Any) -> list[tuple[str, list[Any]]]:
        """The statement that it answers, and those that answer it."""
        text = self.text["statement"]
        return [
            (text["answers"], [self.by_id[row.reply_to]] if row.reply_to else []),
            (text["answered_by"], self.answers.get(row.id, [])),
        ]
