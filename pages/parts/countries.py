"""What the page Countries shows of all countries: its tables, and how long each step took.

They stand apart from the page, whose script runs anew for every reader and every change.
"""

from functools import cache, lru_cache
from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from data.dates import DAYS_PER_YEAR, spelled
from data.paths import WAITS, Wait, accession_waits, extremes, in_words, medians_by_round, paths, waiting
from data.search_text import folded
from data.tables import Tables
from data.words import words
from geo.charts.paths import cards_by_unit, path_bars, path_figure, waits_figure, waits_table
from pages.parts.countries_html import page, section, table
from pages.parts.statement_cards import cards_of

STEPS = {"contact": "First contact", "invited": "Invited", "protocol": "Protocol signed", "joined": "Joined"}
WAIT_NAMES = {
    "contact_to_joined": "First contact to membership",
    "contact_to_invited": "First contact to invitation",
    "invited_to_protocol": "Invitation to protocol",
    "protocol_to_joined": "Protocol to accession",
}

text = words()


def status_label(status: str) -> str:
    return str(text["status"][status]["label"])


@cache
def overview(tables: Tables) -> pd.DataFrame:
    """The table of all countries; dates as the tables write them, so that they sort. Not to be changed."""
    rows, still = [], waiting_rows(tables)
    for path in paths(tables):
        steps = {label: getattr(path, name) for name, label in STEPS.items()}
        total = path.wait("contact_to_joined")
        now = still.get(path.unit)
        rows.append(
            {
                "Country": path.name,
                "Status": status_label(path.status),
                "Since": path.since or None,
                **{label: step.text if step else None for label, step in steps.items()},
                "First contact by": text["format"][path.contact.by] if path.contact else None,
                "Contact to membership, years": total.years if total else None,
                "Invitation to accession, days": (path.joined.day - path.invited.day).days
                if path.joined and path.invited
                else None,
                "Waiting since contact, years": now.contact_days / DAYS_PER_YEAR if now else None,
                "About": ", ".join(label.lower() for label, step in steps.items() if step and step.about),
                "unit": path.unit,
                "searched": folded(
                    " ".join([path.name, path.unit, status_label(path.status), *labels(tables, path.unit)])
                ),
            }
        )
    return pd.DataFrame(rows)


def waiting_rows(tables: Tables) -> dict[str, Any]:
    return {row.unit: row for row in waiting(tables).itertuples()}


def labels(tables: Tables, unit: str) -> list[str]:
    """The formats and blocs of a country, to search in."""
    return [bar["label"] for bar in cards_by_unit(tables)[unit]["bars"]]


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


@cache
def waits_text(tables: Tables, theme: str) -> str:
    """Quickest and slowest of each wait, and who still waits."""
    cards = cards_of(tables, theme)
    rows = [
        (
            escape(WAIT_NAMES[name]),
            *(
                f"{escape(', '.join(path.name for path in group))}<br>"
                f"<span class='small'>{escape(str(group[0].wait(name)) if group else '')}"
                f"{escape(' (about)') if any(path.wait(name).about for path in group[1:]) else ''}</span>"
                for group in extremes(name, tables)
            ),
        )
        for name in WAITS
    ]
    still = [
        (
            escape(row.name),
            escape(status_label(row.status)),
            *(
                f"{escape(in_words(getattr(row, name)))}<br><span class='small'>"
                f"{escape(str(Wait(getattr(row, f'{name}_days'), getattr(row, f'{name}_about'))))}</span>"
                for name in ("contact", "towards", "since")
            ),
        )
        for row in waiting(tables).itertuples()
    ]
    heads = ("Country", "Status", "First contact", "First step towards membership", "Status of today since")
    return page(
        cards,
        section("Quickest and slowest", table(rows, ("Wait", "Quickest", "Slowest"))),
        section(f"Still waiting on {spelled(tables.as_of)}: {len(still)}", table(still, heads)),
    )


@cache
def waits_frames(tables: Tables) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """What is charted, every accession, and the medians, as a reader's tables."""
    medians = medians_by_round(tables)
    medians["About"] = about(medians)
    kept = {"round": "Round", "joined": "Joined", **WAIT_NAMES, "About": "About"}
    return (
        waits_table(tables),
        in_days_and_years(accession_waits(tables).iloc[::-1]),
        medians[list(kept)].rename(columns=kept),
    )


def in_days_and_years(accessions: pd.DataFrame) -> pd.DataFrame:
    """The waits of every accession as a reader's table; founders have none."""
    shown = {"Country": accessions["name"], "Round": accessions["round"],
             **{label: accessions[name] for name, label in STEPS.items()}}  # fmt: skip
    for name, label in WAIT_NAMES.items():
        if name != "contact_to_invited":
            shown[f"{label}, days"] = accessions[name]
            shown[f"{label}, years"] = accessions[name].astype("Float64") / DAYS_PER_YEAR
    return pd.DataFrame({**shown, "About": about(accessions)})


def about(table: pd.DataFrame) -> list[str]:
    """Which waits of each row are known only about, in words."""
    marks = zip(*(table[f"{name}_about"] for name in WAIT_NAMES), strict=True)
    return [
        ", ".join(label.lower() for label, is_about in zip(WAIT_NAMES.values(), row, strict=True) if is_about)
        for row in marks
    ]
