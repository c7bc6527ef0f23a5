"""The figures of two charts of the page Red lines as tables to read."""

from collections.abc import Sequence

from data.dates import spelled_as_given
from data.red_lines import line_by_year
from data.tables import Tables
from data.treaties import treaties
from data.words import words
from geo.charts.red_lines import names_of_line

Table = tuple[list[str], Sequence[tuple[str, ...]]]
"""The heads of the columns, and the rows."""


def line_table(tables: Tables) -> Table:
    """What Moscow said of each country, the latest year first."""
    text, names, told = words()["red_lines_page"]["table"], names_of_line(tables), words()["line_chart"]
    rows = [
        (str(cell.year), names[cell.country], told[cell.said], str(len(cell.ids)))
        for cell in line_by_year(tables).iloc[::-1].itertuples()
    ]
    return [text[name] for name in ("year", "country", "said", "statements")], rows


def treaties_table(tables: Tables) -> Table:
    """The days of each treaty."""
    text, how = words()["red_lines_page"]["table"], words()["treaties_chart"]
    rows = [
        (
            row.name,
            *(spelled_as_given(day) if day else "" for day in (row.in_force_on, row.suspended_on, row.ended_on)),
            how[row.ended_by] if row.ended_by else "",
        )
        for treaty in treaties(tables)
        for row in [treaty.row]
    ]
    return [text[name] for name in ("treaty", "in_force", "suspended", "ended", "how")], rows
