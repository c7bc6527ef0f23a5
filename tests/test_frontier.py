"""The page Frontier: every charted number is a row of the tables, and the rows are near what is published."""

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import plotly.graph_objects as go
import pytest
from paged import html_of, opened
from pytest import approx

from data import frontier
from data.cities import renamed
from data.csv_out import frame_as_csv
from data.frontier import COMPUTED, OFFICIAL
from data.measures import measured_by_day, measured_days
from data.names import Names
from data.paths import decimal_year
from data.rounds import rounds
from data.tables import current_tables
from data.timeline import picture_day
from geo.charts.frontier import (
    ADDITIONS,
    GROWTH,
    additions_figure,
    at_year,
    border_figure,
    growth_figure,
    nearest_figure,
)
from geo.drawing.palette import THEMES
from geo.shapes.measures import front_borders, front_borders_by_day, nearest_land, nearest_land_by_day

TABLES = current_tables()
MEASURES = TABLES.measures.set_index("year")
YEARS = range(TABLES.first_year, TABLES.last_year + 1)
NAMED = Names.of(TABLES).of_unit
DAYS = measured_days(TABLES)
BY_DAY = measured_by_day(TABLES).set_index("day")
NEAREST_BY_DAY = nearest_land_by_day(TABLES)
LINES_BY_DAY = front_borders_by_day(TABLES)
LINES = front_borders(TABLES)
NEAREST = nearest_land(TABLES)
BORDER = {basis: frontier.border_by_country(LINES, basis) for basis in (OFFICIAL, COMPUTED)}
BORDER_BY_DAY = {basis: frontier.border_by_country(LINES_BY_DAY, basis) for basis in (OFFICIAL, COMPUTED)}
ADDED = frontier.additions(TABLES)
PAGE = Path(__file__).parent.parent / "pages" / "frontier.py"
PATIENCE_S = 60


def charted(figure) -> list[tuple[float, float]]:
    """Every point of a figure."""
    return [point for trace in figure.data for point in zip(trace.x, trace.y, strict=True)]


def at(*day: int) -> float:
    """Where a day stands on an axis of years."""
    return decimal_year(date(*day))


# ---------------------------------------------------------------------- the charts hold the tables


def test_computed_lengths_by_country_add_up_to_the_measures() -> None:
    totals = frontier.border_totals(BORDER[COMPUTED])
    assert totals.to_dict() == approx(MEASURES["russia_border_computed_km"].to_dict(), abs=0.05)


def test_official_lengths_by_country_and_the_rest_add_up_to_the_measures() -> None:
    rows = BORDER[OFFICIAL]
    for length, column in ((OFFICIAL, "russia_border_official_km"), (COMPUTED, "russia_border_rest_km")):
        totals = rows[rows["length"] == length].groupby("year")["km"].sum().reindex(list(YEARS), fill_value=0)
        assert totals.to_dict() == approx(MEASURES[column].to_dict(), abs=0.05)


def test_the_countries_at_the_border_are_those_of_the_front_line() -> None:
    rows = BORDER[OFFICIAL]
    assert set(rows.loc[rows["year"] == 1949, "member"]) == {"NOR"}
    assert set(rows.loc[rows["year"] == 1989, "member"]) == {"NOR", "TUR"}
    assert set(rows.loc[rows["year"] == 2024, "member"]) == {"NOR", "POL", "EST", "LVA", "LTU", "FIN"}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("basis", [OFFICIAL, COMPUTED])
def test_every_length_charted_is_a_row(basis: str, theme: str) -> None:
    rows = BORDER_BY_DAY[basis]
    points = zip(map(decimal_year, rows["day"]), rows["km"], strict=True)
    assert sorted(charted(border_figure(rows, NAMED, theme))) == sorted(points)


@pytest.mark.parametrize("basis", [OFFICIAL, COMPUTED])
def test_a_year_s_picture_is_the_same_by_day_and_by_year(basis: str) -> None:
    pictures = {picture_day(year, TABLES): year for year in YEARS}
    rows = BORDER_BY_DAY[basis][BORDER_BY_DAY[basis]["day"].isin(pictures)]
    assert rows.assign(year=rows["day"].map(pictures))[BORDER[basis].columns].to_dict("list") == (
        BORDER[basis].to_dict("list")
    )
    grown = frontier.growth_by_day(TABLES)
    grown = grown[grown["day"].isin(pictures)].drop(columns="day")
    assert grown.to_dict("list") == frontier.growth(TABLES).drop(columns="year").to_dict("list")


@pytest.mark.parametrize(
    ("member", "first", "last"),
    [("NOR", at(1949, 8, 24), at(2026, 7, 8)), ("TUR", at(1952, 2, 18), at(1991, 7, 1)),
     ("EST", at(2004, 3, 29), at(2026, 7, 8)), ("FIN", at(2023, 4, 4), at(2026, 7, 8))],
)  # fmt: skip
def test_a_border_begins_at_the_day_of_its_treaty(member: str, first: float, last: float) -> None:
    """That of Turkey ends where the next day begins that others have a point on, the last of the Soviet Union."""
    figure = border_figure(BORDER_BY_DAY[COMPUTED], NAMED, "light")
    (trace,) = (each for each in figure.data if each.name == NAMED(member, date(1989, 12, 31)))
    assert (trace.line.shape, trace.x[0], trace.x[-1]) == ("hv", first, last)
    assert at(1991, 12, 26) in next(each.x for each in figure.data if each.name == "Norway")


def test_countries_and_cities_have_their_names_of_the_day() -> None:
    border = border_figure(BORDER_BY_DAY[OFFICIAL], NAMED, "light")
    (turkey,) = (trace for trace in border.data if trace.name.startswith("Turkey"))
    assert {name for name, _ in turkey.customdata} == {"Turkey (computed)"}
    cities = nearest_figure(NEAREST_BY_DAY, frontier.runs(NEAREST_BY_DAY), NAMED, "light").data
    (petersburg,) = (trace for trace in cities if trace.name == "St Petersburg")
    read = {day: city for city, day, _ in petersburg.customdata}
    assert (read["31 December 1990"], read["31 December 1991"]) == ("Leningrad", "St Petersburg")
    html = html_of(opened("frontier", year="1970", **{"from": "1949", "to": "1980"}))
    assert "Leningrad" in html
    assert "Turkey 502 (computed)" in html
    assert "Leningrad:" in html.replace("</b>", "").replace("</dt>", "")


def test_a_hatched_band_says_on_the_chart_that_its_length_is_computed() -> None:
    def labels(basis: str) -> list[str]:
        return [told.text for told in border_figure(BORDER_BY_DAY[basis], NAMED, "light").layout.annotations]

    assert "Turkey 502<br>(computed)" in labels(OFFICIAL)
    assert [text for text in labels(COMPUTED) if "computed" in text] == []


@pytest.mark.parametrize("theme", THEMES)
def test_every_distance_charted_is_in_the_measures(theme: str) -> None:
    figure = nearest_figure(NEAREST_BY_DAY, frontier.runs(NEAREST_BY_DAY), NAMED, theme)
    cities = list(dict.fromkeys(NEAREST_BY_DAY["city"]))
    for city, trace in zip(cities, figure.data, strict=True):
        assert list(zip(trace.x, trace.y, strict=True)) == [
            (decimal_year(day), km) for day, km in BY_DAY[f"{city}_km"].items()
        ]
        countries = [NAMED(unit, day) for day, unit in BY_DAY[f"{city}_unit"].items()]
        assert [place.split(", ")[-1] for _, _, place in trace.customdata] == countries


def test_every_member_and_area_charted_is_in_the_measures() -> None:
    grown = frontier.growth(TABLES)
    by_day = frontier.growth_by_day(TABLES)
    for (column, unit), trace in zip(GROWTH.items(), growth_figure(by_day, "light").data, strict=True):
        assert [unit * value for value in trace.y] == approx(by_day[column].tolist())
    for column in ("members", "area_km2", "area_outside_america_km2", "area_europe_km2"):
        assert grown[column].tolist() == MEASURES[column].tolist()


UNIT_MEASURES = TABLES.unit_measures.set_index("unit")


def test_the_people_of_a_year_are_those_of_its_members_today() -> None:
    counted, people = UNIT_MEASURES["population"], frontier.people(TABLES)
    joined = TABLES.accessions.groupby(TABLES.accessions["joined_day"].map(lambda day: day.year))["iso3"].apply(list)
    assert people.index.tolist() == list(YEARS)
    for year in YEARS:
        grown = people[year] - people.get(year - 1, 0)
        assert grown == counted.loc[joined.get(year, [])].sum()
    assert frontier.counted_in(TABLES) == "2019"


def test_a_member_without_a_population_leaves_the_year_without_one() -> None:
    unknown = TABLES.unit_measures.assign(
        population=TABLES.unit_measures["population"].where(TABLES.unit_measures["unit"] != "SWE")
    )
    people = frontier.people(replace(TABLES, unit_measures=unknown))
    assert people[people.isna()].index.tolist() == list(range(2024, TABLES.last_year + 1))


def test_europe_is_what_natural_earth_lists() -> None:
    without, whole = frontier.europe_km2(TABLES)
    assert whole - without == UNIT_MEASURES.loc["RUS", "area_km2"]
    # Europe to the Urals is about 10 million km², of which about 4 are Russia's; the islands far out add a little.
    assert 5.7e6 < without < 6.4e6
    europe = UNIT_MEASURES[UNIT_MEASURES["continent"] == "Europe"].index
    assert {"UKR-CRIMEA", "DEU-EAST", "SJM", "RUS"} <= set(europe)
    assert not {"TUR", "CYP", "GEO", "GRL", "GUF"} & set(europe)
    assert set(frontier.growth(TABLES)["share_of_europe"].between(0, 100)) == {True}


def codes_of(year: int) -> list[str]:
    return [row.iso3 for row in TABLES.accessions.itertuples() if row.joined_day.year == year]


def test_every_addition_charted_is_a_row_and_comes_from_the_measures() -> None:
    figure = additions_figure(ADDED, DAYS, "dark")
    assert {trace.x for trace in figure.data} == {tuple(decimal_year(days[0]) for days in rounds(TABLES)["days"][1:])}
    for column, trace in zip(ADDITIONS, figure.data, strict=True):
        assert [ADDITIONS[column] * value for value in trace.y] == approx(ADDED[column].tolist())
    for row in ADDED.itertuples():
        now, before = MEASURES.loc[row.year], MEASURES.loc[row.year - 1]
        assert row.joined == now["members"] - before["members"]
        assert row.added_km2 == now["area_km2"] - before["area_km2"]
        assert row.share_of_members == approx(100 * row.joined / before["members"], abs=0.0501)
        assert row.added_people == UNIT_MEASURES["population"].loc[codes_of(row.year)].sum()
        assert row.share_of_people == approx(100 * row.added_people / row.people_before, abs=0.00501)
        assert row.share_of_area == approx(100 * row.added_km2 / before["area_km2"], abs=0.00501)


def test_the_founding_is_no_addition() -> None:
    assert ADDED["year"].tolist() == rounds(TABLES)["year"].tolist()[1:]


def test_a_changed_row_changes_the_figures() -> None:
    measures, borders = TABLES.measures.copy(), TABLES.borders.copy()
    measures.loc[measures["year"] == 2024, ["moscow_km", "area_km2"]] = [500.0, 30_000_000.0]
    borders.loc[borders["border"] == "FIN|RUS", "official_km"] = 1340.0
    tables = replace(TABLES, measures=measures, borders=borders)
    near, end = nearest_land_by_day(tables), at(2024, 12, 31)
    assert (end, 500.0) in charted(nearest_figure(near, frontier.runs(near), NAMED, "light"))
    assert (end, 30.0) in charted(growth_figure(frontier.growth_by_day(tables), "light"))
    lines = frontier.border_by_country(front_borders_by_day(tables))
    assert (at(2023, 4, 4), 1340.0) in charted(border_figure(lines, NAMED, "light"))
    assert "2,621 km" in frontier.border_finding(frontier.border_by_country(front_borders(tables)))


@pytest.mark.parametrize("year", [1949, 2004, 2026])
def test_the_line_stands_at_the_year_and_changes_nothing_else(year: int) -> None:
    figure, day = growth_figure(frontier.growth_by_day(TABLES), "light"), picture_day(year, TABLES)
    drawn = figure.to_dict()
    lined = at_year(drawn, day, "light")
    assert drawn == figure.to_dict()
    assert lined.to_dict()["data"] == drawn["data"]
    # What a chart library would refuse, it refuses here.
    lines = go.Figure(lined.to_dict()).layout.shapes
    assert {(line.x0, line.x1, line.yref) for line in lines} == {(decimal_year(day), decimal_year(day), "paper")}
    panels = [figure.layout[f"yaxis{place or ''}"].domain for place in (0, *range(2, len(GROWTH) + 1))]
    assert [(line.y0, line.y1) for line in lines] == panels


def test_every_year_lies_within_every_chart() -> None:
    figures = [
        border_figure(BORDER_BY_DAY[OFFICIAL], NAMED, "light"),
        nearest_figure(NEAREST_BY_DAY, frontier.runs(NEAREST_BY_DAY), NAMED, "light"),
        growth_figure(frontier.growth_by_day(TABLES), "light"),
        additions_figure(ADDED, DAYS, "light"),
    ]
    (window,) = {figure.layout.xaxis.range for figure in figures}
    assert window[0] < YEARS[0]
    assert decimal_year(TABLES.as_of) < window[1]


# ---------------------------------------------------------------------- plausible against what is published


@pytest.mark.parametrize(
    ("border", "short_by"), [("FIN", 0.05), ("NOR", 0.17), ("EST", 0.16), ("LVA", 0.25), ("LTU", 0.21)]
)
def test_computed_lengths_fall_short_of_the_published_ones_by_the_bends(border: str, short_by: float) -> None:
    """A line at 1:10m cuts bends short, as the notes of the table say.

    By five per cent along Finland, by up to a quarter where rivers and lakes (Norway, Estonia), bends (Latvia) or
    rivers (Lithuania) make the border.
    """
    lengths = {basis: rows.set_index(["year", "member"])["km"] for basis, rows in BORDER.items()}
    official, computed = (lengths[basis][2024, border] for basis in (OFFICIAL, COMPUTED))
    assert official * (1 - short_by) <= computed < official


def test_the_border_of_poland_is_as_long_as_published() -> None:
    """The table says that the two hardly differ: two per cent either way."""
    assert BORDER[COMPUTED].set_index(["year", "member"])["km"][2024, "POL"] == approx(210, rel=0.02)


@pytest.mark.parametrize(
    ("city", "year", "km"),
    [("moscow", 1989, 1420), ("moscow", 2004, 590), ("st_petersburg", 1998, 963), ("st_petersburg", 1999, 761),
     ("st_petersburg", 2004, 135)],
)  # fmt: skip
def test_distances_are_those_recorded_with_claim_c02(city: str, year: int, km: float) -> None:
    """The claim's evaluation gives them rounded to ten km for Moscow; the shapes are good to about one."""
    (own,) = TABLES.claims.loc[TABLES.claims["claim_id"] == "C02", "own_evaluation"]
    assert f"{km:,}" in own
    assert MEASURES.loc[year, f"{city}_km"] == approx(km, abs=5)


@pytest.mark.parametrize(("year", "km2"), [(1999, 484_600), (2023, 338_400), (2024, 450_000)])
def test_areas_added_are_near_the_published_ones(year: int, km2: float) -> None:
    """Countries with their lakes as statistics give them; the coast at 1:10m leaves small islands out: two per cent."""
    assert ADDED.set_index("year")["added_km2"][year] == approx(km2, rel=0.02)


# ---------------------------------------------------------------------- distances moved


def test_the_nearest_land_moved_by_the_difference_of_the_distances() -> None:
    moved = frontier.moved(NEAREST, 1989, 2004).set_index("city")
    assert moved.loc["moscow", "nearer_km"] == approx(1417.3 - 588.7)
    assert moved.loc["moscow", "nearer_miles"] == approx((1417.3 - 588.7) / 1.609344, abs=0.06)
    assert moved.loc["st_petersburg", ["unit_before", "unit_after"]].tolist() == ["NOR", "EST"]


def test_between_a_year_and_itself_nothing_moved_and_back_is_the_opposite() -> None:
    assert (frontier.moved(NEAREST, 2004, 2004)["nearer_km"] == 0).all()
    there, back = frontier.moved(NEAREST, 1949, 2026), frontier.moved(NEAREST, 2026, 1949)
    assert (there["nearer_km"] == -back["nearer_km"]).all()


def test_the_runs_cover_every_year_of_every_city_once() -> None:
    for city, steps in frontier.runs(NEAREST).groupby("city"):
        years = [year for row in steps.itertuples() for year in range(row.first_year, row.last_year + 1)]
        assert years == list(YEARS), city


# ---------------------------------------------------------------------- the fastest year


@pytest.mark.parametrize(
    ("column", "years", "value", "next_years"),
    [
        ("joined", "2004", 7, "1999"),
        ("share_of_members", "2004", 36.8, "1999"),
        ("added_km2", "1952", 911_433, "2004"),
        ("share_of_area", "1952", 3.55, "2004"),
        ("share_outside_america", "1952", 22.27, "1982"),
        ("added_people", "1952", 94_145_937, "1955"),
        ("share_of_people", "1952", 15.4, "1955"),
    ],
)
def test_the_fastest_year_by_each_definition(column: str, years: str, value: float, next_years: str) -> None:
    row = frontier.fastest(ADDED).set_index("definition").loc[frontier.DEFINITIONS[column][0]]
    assert (row["years"], row["value"], row["next_years"]) == (years, approx(value), next_years)


def test_years_that_tie_stand_together() -> None:
    tied = ADDED.assign(joined=[2 if year in (1952, 2009) else 1 for year in ADDED["year"]])
    assert frontier.fastest(tied)["years"][0] == "1952, 2009"


def test_land_changed_without_a_round_in_three_years() -> None:
    assert frontier.changes_without_a_round(TABLES)["year"].tolist() == [1962, 1964, 1990]


# ---------------------------------------------------------------------- to take away


def test_a_download_is_the_charted_table() -> None:
    rows = BORDER[OFFICIAL]
    read = list(csv.DictReader(io.StringIO(frame_as_csv(rows))))
    assert [(int(row["year"]), row["member"], float(row["km"])) for row in read] == list(
        zip(rows["year"], rows["member"], rows["km"], strict=True)
    )


# ---------------------------------------------------------------------- the page


def test_one_year_stands_in_every_chart_and_text() -> None:
    app = opened("frontier", year="1999")
    assert app.slider(key="year").value == 1999
    charts = app.get("plotly_chart")
    assert len(charts) == 4
    for chart in charts:
        assert '"x0":{0},"x1":{0}'.format(at(1999, 12, 31)) in chart.proto.spec
        assert "1999" in chart.proto.alt
    assert html_of(app).count('./?year=1999&amp;layers=front,names" target="_self"') == 4
    assert "408 km (253 miles): Norway 198, Poland 210." in html_of(app)


def test_the_control_changes_the_basis() -> None:
    assert "2,571 km" in html_of(opened("frontier"))
    app = opened("frontier", length="Computed at 1:10m")
    assert "2,294 km" in html_of(app)
    assert next(told.value for told in app.header).endswith("in 2023, from 1,068 to 2,294 km")


def test_two_years_give_the_distance_moved() -> None:
    app = opened("frontier", **{"from": "1989", "to": "2004"})
    assert "From 1989 to 2004" in html_of(app)
    assert "829 km (515 miles) nearer" in html_of(app)


def test_the_page_says_where_the_name_of_a_city_is_from() -> None:
    html = html_of(opened("frontier"))
    assert "St Petersburg has its name from 6 September 1991 on. The Presidium" in html
    for change in renamed().values():
        for source in change.sources:
            assert f'<a href="{source.url}"' in html
            assert source.title in html


def test_the_page_says_what_it_leaves_out() -> None:
    app = opened("frontier")
    (told,) = [told.value for told in app.markdown if "founding of 1949 is left out" in told.value]
    assert "not in the tables" in told
    assert "People are those of 2019" in html_of(app)
    assert "Russia is on that list as a whole" in html_of(app)
    people = frontier.people(TABLES)[TABLES.last_year] / 1e6
    assert f"{people:,.0f} million people live today" in html_of(app)
