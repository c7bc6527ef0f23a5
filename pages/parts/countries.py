"""What the page Countries shows of all countries: its tables, and how long each step took.

They stand apart from the page, whose script runs anew for every reader and every change.
"""

from functools import cache, lru_cache
from typing import Any

import pandas as pd
from markupsafe import Markup

from data.called import bare, bare_of, called_on, label_of
from data.cards import cards
from data.csv_out import frame_as_csv
from data.dates import DAYS_PER_YEAR, spelled
from data.paths import WAITS, Path, Wait, accession_waits, extremes, in_words, medians_by_round, paths, waiting
from data.search_text import folded
from data.tables import Tables
from data.vocabulary import Status, StatusKey
from data.words import words
from geo.charts.paths import STAGES, path_bars, path_figure, waits_figure, waits_table
from geo.charts.style import Drawn, Room, ready
from pages.parts.charts import as_table
from pages.parts.countries_html import coloured, listed, page, section, table, two_lines
from pages.parts.statement_cards import cards_of
from pages.parts.templates import filled

KEPT = 32
"""Choices of countries in an order, each made once; the table of all takes 50 kB."""
DECIMALS = 4
"""Of years in a download."""
named = words()
text = named["countries_page"]
STEPS: dict[str, str] = text["step"]
WAIT_NAMES: dict[str, str] = text["wait"]
COLUMNS: dict[str, str] = text["column"]


def status_label(status: StatusKey, tables: Tables) -> str:
    """What a status is called today, by the ways into it that hold."""
    return label_of(status, called_on(tables.as_of, tables))


def bare_label(status: StatusKey, tables: Tables) -> str:
    """The same for the status of one country, without the ways, which have days of their own."""
    return bare_of(status, called_on(tables.as_of, tables))


@cache
def overview(tables: Tables) -> pd.DataFrame:
    """The table of all countries; dates as the tables write them, so that they sort. Not to be changed.

    Under the reader's headings, and `unit` and `searched` for the page alone.
    """
    still = waiting_rows(tables)
    return pd.DataFrame([_row(tables, path, still.get(path.unit)) for path in paths(tables)])


def _row(tables: Tables, path: Path, still: Any) -> dict[str, Any]:
    steps = {label: getattr(path, name) for name, label in STEPS.items()}
    total = path.wait("contact_to_joined")
    label = bare_label(path.status, tables)
    return {
        COLUMNS["country"]: path.name,
        COLUMNS["status"]: label,
        COLUMNS["since"]: path.since or None,
        **{label: step.text if step else None for label, step in steps.items()},
        COLUMNS["contact_by"]: named["format"][path.contact.by] if path.contact else None,
        COLUMNS["contact_to_joined"]: total.years if total else None,
        COLUMNS["invited_to_joined"]: (path.joined.day - path.invited.day).days
        if path.joined and path.invited
        else None,
        COLUMNS["waiting"]: still.contact_days / DAYS_PER_YEAR if still else None,
        COLUMNS["about"]: ", ".join(label.lower() for label, step in steps.items() if step and step.about),
        "unit": path.unit,
        "searched": folded(" ".join([path.name, path.unit, label, *labels(tables, path.unit)])),
    }


def waiting_rows(tables: Tables) -> dict[str, Any]:
    return {row.unit: row for row in waiting(tables).itertuples()}


def labels(tables: Tables, unit: str) -> list[str]:
    """The formats and blocs of a country, to search in."""
    return [bar.label for bar in cards(tables)[unit].bars]


@lru_cache(maxsize=256)
def bars_of(tables: Tables, units: tuple[str, ...], aligned: str) -> pd.DataFrame:
    """The bars of some countries; not to be changed."""
    return path_bars(tables, units, aligned)


@lru_cache(maxsize=256)
def path_chart(tables: Tables, theme: str, units: tuple[str, ...], aligned: str, room: Room) -> Drawn:
    return ready(path_figure(tables, theme, units, aligned, room))


@cache
def waits_chart(tables: Tables, theme: str, room: Room) -> Drawn:
    return ready(waits_figure(tables, theme, room))


def bars_table(bars: pd.DataFrame, caption: str) -> Markup:
    """The bars of a chart as a table, with their days."""
    heads = [COLUMNS[name] for name in ("country", "belonged", "from", "to", "status")]
    rows = [
        (
            row.country,
            row.label,
            in_words(row.start),
            in_words(row.end) or text["today"],
            bare(row.status) if row.status else "",
        )
        for row in bars.itertuples()
    ]
    return as_table(caption, heads, rows)


@cache
def waits_as_table(tables: Tables, caption: str) -> Markup:
    """The waits of the chart as a table, in years."""
    stages = [stage for stage, _ in STAGES]
    heads = [COLUMNS["country"], COLUMNS["joined_on"], *(WAIT_NAMES[stage] for stage in stages), COLUMNS["in_all"]]
    rows = [
        (
            row.name,
            in_words(row.joined) or text["still"],
            *(years(getattr(row, stage), getattr(row, f"{stage}_about")) for stage in (*stages, "total")),
        )
        for row in waits_table(tables).itertuples()
    ]
    return as_table(caption, heads, rows, range(2, 6))


def years(value: float, is_about: bool) -> str:
    """Years to one decimal; nothing where there are none."""
    form = named["waits_chart"]["total_about" if is_about else "total"]
    return "" if pd.isna(value) else str(form.format(years=value))


def bars_in_words(bars: pd.DataFrame) -> str:
    """Bars as a sentence, for those who cannot see them."""
    return "; ".join(
        text["bar"].format(
            country=row.country, label=row.label, start=in_words(row.start), end=in_words(row.end) or text["today"]
        )
        for row in bars.itertuples()
    )


def waits_in_words(waits: pd.DataFrame) -> str:
    """The bars of the waits as a sentence, for those who cannot see them."""
    return "; ".join(map(_wait_in_words, waits.itertuples()))


def _wait_in_words(row: Any) -> str:
    bar = text["wait_bar_about" if row.total_about else "wait_bar"].format(country=row.name, years=f"{row.total:.1f}")
    return str(text["wait_bar_waiting"].format(bar=bar) if row.kind == "waiting" else bar)


@cache
def waits_text(tables: Tables, theme: str) -> Markup:
    """Quickest and slowest of each wait, and who still waits."""
    extreme = [(WAIT_NAMES[name], *(_group(name, group) for group in extremes(name, tables))) for name in WAITS]
    still = [
        (
            row.name,
            coloured(bare_label(row.status, tables), cards_of(tables, theme).ink.statuses[row.status].fill),
            *(
                two_lines(
                    in_words(getattr(row, name)),
                    str(Wait(getattr(row, f"{name}_days"), getattr(row, f"{name}_about"))),
                )
                for name in ("contact", "towards", "since")
            ),
        )
        for row in waiting(tables).itertuples()
    ]
    heads = [COLUMNS[name] for name in ("country", "status")] + [STEPS["contact"]]
    heads += [COLUMNS[name] for name in ("towards", "status_since")]
    spans, waited = text["quickest_and_slowest"], text["still_waiting"].format(day=spelled(tables.as_of), n=len(still))
    return page(
        cards_of(tables, theme),
        section(spans, table(spans, extreme, [COLUMNS[name] for name in ("wait", "quickest", "slowest")])),
        section(waited, table(waited, still, heads)),
    )


def _group(name: str, group: tuple[Path, ...]) -> Markup:
    """Those whose wait was equally long, and how long it was."""
    first, *others = [path.wait(name) for path in group] or [None]
    told = str(first or "")
    if any(wait and wait.about for wait in others):
        told = text["about_wait"].format(wait=told)
    return two_lines(", ".join(path.name for path in group), told)


@cache
def accessions_html(tables: Tables, theme: str) -> Markup:
    """Every accession, the latest first, and the medians by round, in days; founders have no waits."""
    accessions, medians = accession_waits(tables).iloc[::-1], medians_by_round(tables)
    first = listed(
        text["accessions_alt"],
        [COLUMNS["country"], COLUMNS["round"], *STEPS.values(), *map(in_days, WAIT_NAMES.values())],
        [
            [row.name, row.round, *(in_words(getattr(row, step)) for step in STEPS), *_days(row)]
            for row in accessions.itertuples()
        ],
        range(2 + len(STEPS), 2 + len(STEPS) + len(WAIT_NAMES)),
    )
    second = listed(
        text["medians_alt"],
        [COLUMNS["round"], COLUMNS["joined"], *map(in_days, WAIT_NAMES.values())],
        [[row.round, str(row.joined), *_days(row)] for row in medians.itertuples()],
        range(1, 2 + len(WAIT_NAMES)),
    )
    return page(
        cards_of(tables, theme),
        section(text["accessions"].format(n=len(accessions)), first),
        section(text["medians"], second),
    )


def in_days(wait: str) -> str:
    """The heading of a wait in days."""
    return str(COLUMNS["in_days"].format(wait=wait))


def _days(row: Any) -> list[str]:
    """The waits of a row in days, with "about" where they are."""
    return [days(getattr(row, name), getattr(row, f"{name}_about")) for name in WAIT_NAMES]


def days(value: float, is_about: bool) -> str:
    """Days as people write them; nothing where there are none."""
    if pd.isna(value):
        return ""
    return str(text["about_days"].format(days=f"{value:,.0f}") if is_about else f"{value:,.0f}")


# ---------------------------------------------------------------------- the table of all countries

SORTS: dict[str, str] = {
    **{name: COLUMNS[name] for name in ("country", "status", "since")},
    **STEPS,
    **{name: COLUMNS[name] for name in ("contact_to_joined", "invited_to_joined", "waiting")},
}
"""What the table can be sorted by: the columns of `overview`, with their headings."""


def sorted_by(tables: Tables, table: pd.DataFrame, by: str, *, is_turned: bool) -> pd.DataFrame:
    """The rows of `overview` in the order of a column; of statuses in that of closeness, what is empty last."""
    order = {bare_label(status, tables): place for place, status in enumerate(Status)}
    column = table[SORTS[by]]
    ranks = column.map(order) if by == "status" else column
    return table.loc[ranks.sort_values(ascending=not is_turned, kind="stable", na_position="last").index]


@lru_cache(maxsize=KEPT)
def overview_csv(tables: Tables, shown: tuple[int, ...]) -> str:
    """Rows of `overview` to take away, by their places."""
    return frame_as_csv(overview(tables).loc[list(shown)].drop(columns=["searched"]), DECIMALS)


@lru_cache(maxsize=KEPT)
def overview_html(tables: Tables, theme: str, shown: tuple[int, ...]) -> Markup:
    """The table of countries to read: each opens its own page part; statuses behind their colours, dates in words.

    `shown` are places of rows of `overview`. Who joined and who waits share a column; by what a contact came is told
    with its country.
    """
    cards = cards_of(tables, theme)
    fills = {bare_label(status, tables): ink.fill for status, ink in cards.ink.statuses.items()}
    heads = [head for name, head in SORTS.items() if name != "waiting"]
    rows = []
    for row in overview(tables).loc[list(shown)].to_dict("records"):
        status = row[COLUMNS["status"]]
        rows.append(
            [
                filled("country_link", unit=row["unit"], name=row[COLUMNS["country"]]),
                filled("status_chip", name=status, fill=fills[status]),
                _day(row[COLUMNS["since"]]),
                *(_day(row[step]) for step in STEPS.values()),
                _number(row[COLUMNS["contact_to_joined"]], "{:.1f}") or _waits(row[COLUMNS["waiting"]]),
                _number(row[COLUMNS["invited_to_joined"]], "{:,.0f}"),
            ]
        )
    numbers = range(3 + len(STEPS), 5 + len(STEPS))
    return page(cards, listed(text["table_alt"].format(n=len(shown)), heads, rows, numbers))


def _waits(years: float | None) -> Markup | str:
    """How long a country has waited that has not joined; nothing where none waits."""
    waited = _number(years, "{:.1f}")
    return two_lines(waited, text["still"]) if waited else ""


def _text(value: str | float | None) -> str:
    """A cell of a table; one without a value has nothing to read."""
    return value if isinstance(value, str) else ""


def _day(value: str | float | None) -> str:
    return in_words(_text(value))


def _number(value: float | None, form: str) -> str:
    return "" if value is None or pd.isna(value) else form.format(value)
