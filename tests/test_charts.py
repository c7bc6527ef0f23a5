"""What every chart of the pages has: its finding, computed, over it; words; a table; figures as people write them."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from paged import html_of, opened
from streamlit.testing.v1 import AppTest  # noqa: TID251  (a page is tested by its own framework)

from data import frontier
from data.figures import area, listed, people, significant
from data.path_findings import paths_finding, paths_to_quote, waits_finding
from data.paths import waiting
from data.red_lines import GENERAL, line_by_year, line_finding, statements_finding, years_by_count
from data.tables import current_tables
from data.vocabulary import Stance
from data.words import words
from geo.charts.paths import stage_colours, waits_figure
from geo.charts.red_lines import SAID, names_of_line
from geo.charts.signs import said_uris, stance_uri
from geo.drawing.palette import THEMES
from pages.parts.countries import SORTS, overview, sorted_by, waits_text
from pages.parts.frontier import differences
from pages.parts.frontier_words import method_notes, with_unit

ROOT = Path(__file__).parent.parent
TABLES = current_tables()
PATIENCE_S = 120
LINE, ARMS = (words()["red_lines_page"]["parts"][part] for part in ("line", "arms"))
PAGES: dict[str, tuple[str, dict[str, str], int]] = {
    "frontier": ("frontier", {}, 4),
    "statements": ("red_lines", {"text": "walesa"}, 1),
    "line": ("red_lines", {"part": LINE}, 1),
    "arms": ("red_lines", {"part": ARMS}, 1),
    "countries": ("countries", {}, 0),
    "country": ("countries", {"country": "FIN"}, 1),
    "paths": ("countries", {"show": "Paths compared"}, 1),
    "waits": ("countries", {"show": "How long did it take?"}, 1),
}
"""Pages with charts: the file, the address, and how many charts."""
TAG = re.compile(r"<style.*?</style>|<details class=\"cite\".*?</details>|<[^>]*>", re.DOTALL)
ISO = re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d\b")
LONG = re.compile(r"\d\.\d{7,}|\d{1,3}(?:,\d{3}){2,}")
"""More digits than anyone reads; a mile is told as it is defined, to the millimetre."""


@pytest.fixture(scope="module")
def shown() -> dict[str, AppTest]:
    """Each page after its first run."""
    return {name: opened(file, **query) for name, (file, query, _) in PAGES.items()}


def read(app: AppTest) -> str:
    """All that a page says outside its charts and its citations."""
    spoken = [part.value for kind in (app.title, app.header, app.subheader, app.markdown, app.caption) for part in kind]
    return "\n".join([*spoken, TAG.sub(" ", html_of(app))])


@pytest.mark.parametrize("name", PAGES)
def test_every_chart_has_words_a_finding_over_it_and_its_table(shown: dict[str, AppTest], name: str) -> None:
    app, charts = shown[name], PAGES[name][2]
    assert len(app.get("plotly_chart")) == charts
    assert all(chart.proto.alt for chart in app.get("plotly_chart"))
    tables = re.findall(r'<details class="as-table">.*?</details>', html_of(app), re.DOTALL)
    assert len(tables) == charts
    findings = [told.value.replace("\\", "") for kind in (app.header, app.subheader) for told in kind]
    for table in tables:
        (caption,) = re.findall(r"<caption>(.*?)</caption>", table)
        assert caption.replace("&#39;", "'") in findings
        assert table.count('<th scope="col"') > 1
        assert '<th scope="row"' in table


@pytest.mark.parametrize("name", PAGES)
def test_no_date_stands_as_the_tables_write_it_and_no_figure_has_idle_digits(
    shown: dict[str, AppTest], name: str
) -> None:
    said = read(shown[name])
    drawn = "".join(
        text for chart in shown[name].get("plotly_chart")
        for text in re.findall(r'"(?:text|hovertemplate)":("[^"]*"|\[[^\]]*\])', chart.proto.spec)
    )  # fmt: skip
    assert not ISO.findall(said + drawn)
    assert not LONG.findall(said)


@pytest.mark.parametrize("name", PAGES)
def test_no_chart_has_plotlys_legend_or_modebar(shown: dict[str, AppTest], name: str) -> None:
    for chart in shown[name].get("plotly_chart"):
        assert '"showlegend":false' in chart.proto.spec
        assert '"displayModeBar": false' in chart.proto.config or '"displayModeBar":false' in chart.proto.config


def test_a_page_has_one_note_on_its_method(shown: dict[str, AppTest]) -> None:
    assert read(shown["frontier"]).count("pyproj.Geod") == 1
    assert read(shown["paths"]).count("First contact** is the day") == 1


# ---------------------------------------------------------------------- findings follow the tables


def test_the_finding_on_statements_follows_the_rows() -> None:
    rows = TABLES.statements
    (year, n), *_ = years_by_count(rows)
    assert n == sum(day.year == year for day in rows["day"])
    assert statements_finding(rows).startswith(f"{n} of these {len(rows)} statements fall in {year}")
    without = rows[[day.year != year for day in rows["day"]]]
    assert str(year) not in statements_finding(without)
    assert statements_finding(rows.head(0)) == ""
    assert statements_finding(rows.head(1)) == f"One statement, from {rows['day'].iloc[0].year}"


def test_the_finding_on_the_line_follows_the_cells() -> None:
    table, names = line_by_year(TABLES), names_of_line(TABLES)
    counts = table[table["country"] != GENERAL]["country"].value_counts()
    told = line_finding(table, names)
    assert names[counts.index[0]] in told
    assert f"in {counts.iloc[0]} years" in told
    fewer = table[table["country"] != counts.index[0]]
    assert names[counts.index[0]] not in line_finding(fewer, names)


def test_a_comparison_can_be_quoted() -> None:
    assert paths_to_quote(["FIN", "UKR"], TABLES) == (
        "Finland joined NATO on 4 April 2023, 30.8 years after its first contact on 5 June 1992. Ukraine had its first "
        "contact with NATO on 10 March 1992 and, on 8 July 2026, had waited 34.3 years for membership."
    )
    assert paths_finding(["FIN", "UKR"], TABLES) == (
        "Counted from first contact, Finland joined after 30.8 years; Ukraine has waited 34.3 years"
    )
    assert paths_to_quote(["BEL"], TABLES).startswith("Belgium is a founder of NATO")
    assert "neither a member nor" in paths_to_quote(["CHE"], TABLES)
    later = TABLES.accessions.assign(
        joined_on=TABLES.accessions["joined_on"].where(TABLES.accessions["iso3"] != "FIN", "2024-04-04")
    )
    assert "on 4 April 2024, 31.8 years after" in paths_to_quote(["FIN"], replace(TABLES, accessions=later))


def test_the_finding_on_waits_names_the_slowest_and_the_quickest() -> None:
    told = waits_finding(TABLES)
    assert "Finland took longest, 30.8 years, and Spain least, 0.5 years" in told
    assert told.endswith("Ukraine has waited 34.3 years")


def test_the_finding_on_the_fastest_year_has_every_answer() -> None:
    best = frontier.fastest(frontier.additions(TABLES))
    told = frontier.fastest_finding(best)
    assert all(year in told for years in best["years"] for year in years.split(", "))
    assert frontier.fastest_finding(best.head(1)).endswith(f"is {best['years'].iloc[0]}")


# ---------------------------------------------------------------------- figures and signs


def test_figures_are_written_as_people_write_them() -> None:
    assert [people(n) for n in (94_145_937, 9_345_000, 622_137)] == ["94 million", "9.3 million", "622,000"]
    assert [area(n) for n in (27_104_905, 911_433, 13_728)] == ["27.1 million km²", "911,000 km²", "13,700 km²"]
    assert [significant(n) for n in (1340, 0, 999_999)] == ["1,340", "0", "1,000,000"]
    assert [listed(each) for each in (["a"], ["a", "b"], ["a", "b", "c"])] == ["a", "a and b", "a, b and c"]


def test_signs_of_number_are_those_of_print() -> None:
    """A percent sign close to its number, a minus and no hyphen, and an en dash between pages."""
    assert with_unit(36.84, "%") == "36.8%"
    for text in (*(told for _, told in method_notes(current_tables())), differences("light").rpartition("</style>")[2]):
        assert not re.search(r"\d\s%|(?<!\w)-\d|\d-\d\d?\b(?!-)", text), text


@pytest.mark.parametrize("theme", THEMES)
def test_the_key_to_the_waits_is_hatched_where_the_bars_are(theme: str) -> None:
    bars = waits_figure(current_tables(), theme).data
    hatched = {bar.name: any(bar.marker.pattern.shape or ()) for bar in bars}
    assert {name: "gradient" in fill for name, fill in stage_colours(theme)} == hatched
    assert sum(hatched.values()) == 1


def test_who_still_waits_has_the_colour_of_the_status() -> None:
    assert waits_text(current_tables(), "light").count('class="swatch"') == len(waiting(current_tables()))


@pytest.mark.parametrize("theme", THEMES)
def test_every_sign_of_a_chart_is_its_own(theme: str) -> None:
    ink = THEMES[theme]
    signs = [stance_uri(stance, ink) for stance in Stance]
    assert len(set(signs)) == len(Stance)
    assert set(said_uris(ink)) == set(SAID)
    assert len(set(said_uris(ink).values())) == len(SAID)
    assert said_uris(ink)["refused"] == stance_uri(Stance.RED_LINE, ink)


# ---------------------------------------------------------------------- the table of countries


@pytest.mark.parametrize("is_turned", [False, True])
@pytest.mark.parametrize("by", SORTS)
def test_the_table_of_countries_is_sorted_and_keeps_every_row(by: str, is_turned: bool) -> None:
    table = overview(TABLES)
    rows = sorted_by(current_tables(), table, by, is_turned=is_turned)
    assert sorted(rows["unit"]) == sorted(table["unit"])
    values = list(rows[SORTS[by]])
    known = [value for value in values if isinstance(value, str) or (value == value and value is not None)]
    assert values[: len(known)] == known
    if by != "status":
        assert known == sorted(known, reverse=is_turned)
