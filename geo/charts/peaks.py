"""The years with most statements, told over a chart: how many, and what such a year brought."""

from datetime import date, timedelta

import pandas as pd

from data.headlines import news_of
from data.red_lines import years_by_count
from data.tables import Tables
from data.words import phrase, words
from geo.charts.style import BREAK, TICK_PX, label, safe, text_px
from geo.drawing.palette import Theme
from geo.wire.strict_json import Json

YEARS_PX = 24
"""The years of the axis, beneath the notes."""
LINE_PX = 17
APART = 10
"""No two notes are about years that are less apart: they would tell of one and the same."""


def peaks(rows: pd.DataFrame) -> list[tuple[int, int]]:
    """The fullest years and how many statements each has, in order; of neighbours the fullest."""
    found: list[tuple[int, int]] = []
    for year, count in years_by_count(rows):
        if found and 2 * count < found[0][1]:
            break
        if all(abs(year - other) >= APART for other, _ in found):
            found.append((year, count))
    return sorted(found)


def peak_notes(
    rows: pd.DataFrame, span: tuple[date, date], px: int, tables: Tables, ink: Theme
) -> tuple[list[Json], int]:
    """The notes, each on lines of its own, its number over the year's place; and how high they are together.

    They stand over a foot that the caller gives them as `y`, on paper.
    """
    notes: list[Json] = []
    up = YEARS_PX
    for year, count in reversed(peaks(rows)):
        told, lines = _note(year, count, (date(year, 7, 1) - span[0]) / (span[1] - span[0]), px, tables)
        day = span[0] + timedelta(days=(date(year, 7, 1) - span[0]).days)
        notes.insert(0, {**told, "x": day, "yref": "paper", "yanchor": "bottom", "yshift": up})
        up += LINE_PX * lines
    if not notes:
        return [], YEARS_PX
    heading = label(words()["statements_chart"]["fullest"], TICK_PX, xref="paper", x=0, yref="paper")
    quiet = {"yanchor": "bottom", "yshift": up, "font": {"size": TICK_PX, "color": ink.quiet_text}}
    return [heading | quiet, *notes], up + LINE_PX


def _note(year: int, count: int, at: float, px: int, tables: Tables) -> tuple[Json, int]:
    """A note that begins or ends at its year, wherever there is more room, and how many lines it has."""
    number = f"<b>{phrase('statements_chart', 'peak', year=year, n=count)}</b>"
    half = text_px(number, TICK_PX) / 2
    is_left = at < 1 / 2
    beyond = min(half, px * (at if is_left else 1 - at))
    news = safe(news_of(year, tables)).split()
    words_ = [number, *news] if is_left else [*news, number]
    lines = _wrapped(words_, px * (1 - at if is_left else at) + beyond)
    side = "left" if is_left else "right"
    told = label(BREAK.join(lines), TICK_PX)
    return told | {"xanchor": side, "align": side, "xshift": -beyond if is_left else beyond}, len(lines)


def _wrapped(parts: list[str], px: float) -> list[str]:
    """Parts in lines, each no wider than there is room; a part alone may be."""
    lines = parts[:1]
    for part in parts[1:]:
        longer = f"{lines[-1]} {part}"
        if text_px(longer, TICK_PX) <= px:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines
