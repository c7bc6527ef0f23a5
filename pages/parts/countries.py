"""What the page Countries shows of all countries: its tables, and how long each step took.

They stand apart from the page, whose script runs anew for every reader and every change.
"""

from functools import cache, lru_cache
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from markupsafe import Markup

from data.cards import cards
from data.dates import DAYS_PER_YEAR, spelled
from data.paths import WAITS, Path, Wait, accession_waits, extremes, in_words, medians_by_round, paths, waiting
from data.search_text import folded
from data.tables import Tables
from data.words import words
from geo.charts.paths import path_bars, path_figure, waits_figure, waits_table
from pages.parts.countries_html import page, section, table, two_lines
from pages.parts.statement_cards import cards_of

named = words()
text = named["countries_page"]
STEPS: dict[str, str] = text["step"]
WAIT_NAMES: dict[str, str] = text["wait"]
COLUMNS: dict[str, str] = text["column"]


def status_label(status: str) -> str:
    return str(named["status"][status]["label"])


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
    label = status_label(path.status)
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
def path_chart(tables: Tables, theme: str, units: tuple[str, ...], aligned: str) -> go.Figure:
    return path_figure(tables, theme, units, aligned)


@cache
def waits_chart(tables: Tables, theme: str) -> go.Figure:
    return waits_figure(tables, theme)


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
            status_label(row.status),
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
    return page(
        cards_of(tables, theme),
        section(
            text["quickest_and_slowest"], table(extreme, [COLUMNS[name] for name in ("wait", "quickest", "slowest")])
        ),
        section(text["still_waiting"].format(day=spelled(tables.as_of), n=len(still)), table(still, heads)),
    )


def _group(name: str, group: tuple[Path, ...]) -> Markup:
    """Those whose wait was equally long, and how long it was."""
    first, *others = [path.wait(name) for path in group] or [None]
    told = str(first or "")
    if any(wait and wait.about for wait in others):
        told = text["about_wait"].format(wait=told)
    return two_lines(", ".join(path.name for path in group), told)


@cache
def waits_frames(tables: Tables) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """What is charted, every accession, and the medians, as a reader's tables."""
    medians = medians_by_round(tables)
    medians[COLUMNS["about"]] = about(medians)
    kept = {"round": COLUMNS["round"], "joined": COLUMNS["joined"], **WAIT_NAMES, COLUMNS["about"]: COLUMNS["about"]}
    return (
        waits_table(tables),
        in_days_and_years(accession_waits(tables).iloc[::-1]),
        medians[list(kept)].rename(columns=kept),
    )


def in_days_and_years(accessions: pd.DataFrame) -> pd.DataFrame:
    """The waits of every accession as a reader's table; founders have none."""
    shown = {COLUMNS["country"]: accessions["name"], COLUMNS["round"]: accessions["round"],
             **{label: accessions[name] for name, label in STEPS.items()}}  # fmt: skip
    for name, label in WAIT_NAMES.items():
        if name != "contact_to_invited":
            shown[in_days(label)] = accessions[name]
            shown[in_years(label)] = accessions[name].astype("Float64") / DAYS_PER_YEAR
    return pd.DataFrame({**shown, COLUMNS["about"]: about(accessions)})


def in_days(wait: str) -> str:
    """The heading of a wait in days."""
    return COLUMNS["in_days"].format(wait=wait)


def in_years(wait: str) -> str:
    """The heading of a wait in years."""
    return COLUMNS["in_years"].format(wait=wait)


def about(table: pd.DataFrame) -> list[str]:
    """Which waits of each row are known only about, in words."""
    marks = zip(*(table[f"{name}_about"] for name in WAIT_NAMES), strict=True)
    return [
        ", ".join(label.lower() for label, is_about in zip(WAIT_NAMES.values(), row, strict=True) if is_about)
        for row in marks
    ]
