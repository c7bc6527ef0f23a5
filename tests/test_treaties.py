"""Treaties of arms control: when they were applied and ended, on the page and in its chart."""

from datetime import date
from pathlib import Path

import pytest
from paged import html_of, opened

from data.paths import decimal_year
from data.sentences import number_word, printed
from data.tables import current_tables
from data.treaties import treaties
from data.words import words
from geo.charts.treaties import told, treaties_figure

ROOT = Path(__file__).parent.parent
TABLES = current_tables()
ALL = {treaty.row.id: treaty for treaty in treaties(TABLES)}
PATIENCE_S = 60


@pytest.mark.parametrize(
    ("id_", "start", "applied_until", "end"),
    [
        ("abm", date(1972, 10, 3), date(2002, 6, 13), date(2002, 6, 13)),
        ("inf", date(1988, 6, 1), date(2019, 2, 2), date(2019, 8, 2)),
        ("cfe", date(1992, 11, 9), date(2007, 12, 12), date(2023, 11, 7)),
        ("start", date(1994, 12, 5), date(2009, 12, 5), date(2009, 12, 5)),
        ("open-skies", date(2002, 1, 1), date(2020, 11, 22), date(2020, 11, 22)),
        ("new-start", date(2011, 2, 5), date(2023, 2, 28), date(2026, 2, 5)),
        ("vienna", date(1990, 1, 1), date(2023, 1, 16), TABLES.as_of),
    ],
)
def test_how_long_a_treaty_was_applied_and_bound_both(id_: str, start: date, applied_until: date, end: date) -> None:
    treaty = ALL[id_]
    assert (treaty.start, treaty.applied_until, treaty.end) == (start, applied_until, end)


def test_what_stands_has_no_end() -> None:
    assert [id_ for id_, treaty in ALL.items() if treaty.stands] == ["vienna"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_bars_of_a_treaty_reach_from_its_start_to_its_end(theme: str) -> None:
    figure = treaties_figure(TABLES, theme)
    bars = {
        id_: [
            (base, base + width)
            for trace in figure.data
            if trace.type == "bar"
            for (at,), base, width in zip(trace.customdata, trace.base, trace.x, strict=True)
            if at == id_
        ]
        for id_ in ALL
    }
    for id_, treaty in ALL.items():
        assert min(left for left, _ in bars[id_]) == decimal_year(treaty.start)
        assert max(right for _, right in bars[id_]) == pytest.approx(decimal_year(treaty.end))
        assert len(bars[id_]) == (1 if treaty.applied_until == treaty.end else 2)


def test_over_each_bar_stand_its_name_its_years_and_how_it_ended() -> None:
    told_over = [label.text for label in treaties_figure(TABLES, "light").layout.annotations]
    assert len(told_over) == len(ALL)
    for text, treaty in zip(told_over, ALL.values(), strict=True):
        end = "" if treaty.stands else f" to {treaty.end.year}, {words()['treaties_chart'][treaty.row.ended_by]}"
        assert text.startswith(f"<b>{treaty.row.name}</b>")
        assert text.endswith(f" {treaty.start.year}{end}")


def test_a_treaty_is_told_with_both_its_days() -> None:
    assert told(ALL["abm"], TABLES.as_of) == "ABM Treaty, 3 October 1972 to 13 June 2002"
    assert told(ALL["vienna"], TABLES.as_of).startswith("Vienna Document, 1990 to today (")


def test_the_page_shows_every_treaty_with_what_both_sides_said() -> None:
    app = opened("red_lines", part=words()["red_lines_page"]["parts"]["arms"])
    page = html_of(app)
    for row in TABLES.treaties.itertuples():
        for text in (row.name, row.limits, row.ending, row.said_west, row.said_moscow):
            assert printed(text) in page.replace("&#39;", "’")
    assert any(f"Of {number_word(len(ALL))} agreements on arms one still stands" in told.value for told in app.header)
