"""How long states took to NATO, who waits, and the page that tells it."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path as File

import pandas as pd
import pytest
from each import for_each
from hypothesis import given
from hypothesis import strategies as st
from paged import html_of, opened

from data.cards import cards
from data.dates import DAYS_PER_YEAR, first_day
from data.keys import KEYS
from data.paths import (
    WAITS,
    Step,
    Wait,
    accession_waits,
    between,
    decimal_year,
    extremes,
    in_words,
    medians_by_round,
    paths,
    waiting,
)
from data.schema import SCHEMA, Kind
from data.tables import Tables, current_tables
from data.timeline import segment_on
from data.vocabulary import Status, UnitKind
from geo.charts.paths import (
    SINCE_CONTACT,
    STAGES,
    path_bars,
    path_colours,
    path_figure,
    waits_figure,
    waits_table,
)

ROOT = File(__file__).parent.parent
TABLES = current_tables()
EVERY = {path.unit: path for path in paths(TABLES)}
some_units = st.lists(st.sampled_from(sorted(EVERY)), min_size=1, max_size=4, unique=True)


def changed(table: str, iso3: str, **cells: object) -> Tables:
    """The tables with some cells of the rows of one country written anew."""
    frame = getattr(TABLES, table).copy()
    for column, value in cells.items():
        frame.loc[frame["iso3"] == iso3, column] = value
    return replace(TABLES, **{table: frame})


# ---------------------------------------------------------------------- waits


@for_each(
    "unit, contact, invited_to_protocol, protocol_to_joined, contact_to_joined",
    [
        ("TUR", "1950", 27, 124, 778),
        ("DEU", "1954-10-23", 0, 195, 195),
        ("ESP", "1981-12-02", 0, 171, 179),
        ("POL", "1991-12-20", 161, 451, 2639),
        ("EST", "1991-12-20", 125, 369, 4483),
        ("HRV", "2000-05-25", 97, 266, 3233),
        ("MKD", "1995-11-15", 210, 415, 8899),
        ("FIN", "1992-06-05", 6, 273, 11260),
        ("SWE", "1994-05-09", 6, 611, 10895),
    ],
)
def test_waits_counted_by_hand(
    unit: str, contact: str, invited_to_protocol: int, protocol_to_joined: int, contact_to_joined: int
) -> None:
    path = EVERY[unit]
    assert path.contact is not None
    assert path.contact.text == contact
    counted = {"invited_to_protocol": invited_to_protocol, "protocol_to_joined": protocol_to_joined,
               "contact_to_joined": contact_to_joined}  # fmt: skip
    assert {name: wait.days for name in counted if (wait := path.wait(name))} == counted


def test_every_accession_appears_once_in_order() -> None:
    table = accession_waits(TABLES)
    assert list(table["unit"]) == list(TABLES.accessions.sort_values("order_of_joining")["iso3"])


def test_founders_have_no_first_contact_and_everybody_else_has() -> None:
    table = accession_waits(TABLES)
    signed = set(TABLES.accessions.loc[TABLES.accessions["signed_on"] != "", "iso3"])
    assert set(table.loc[table["founder"], "unit"]) == signed
    assert table.loc[table["founder"], list(WAITS)].isna().all(axis=None)
    assert table.loc[~table["founder"], list(WAITS)].notna().all(axis=None)


def test_steps_are_in_order_and_no_wait_is_negative() -> None:
    for path in EVERY.values():
        days = [step.day for step in (path.contact, path.invited, path.protocol, path.joined) if step]
        assert days == sorted(days), path.name
        assert all(wait.days >= 0 for name in WAITS if (wait := path.wait(name)))


def test_the_stages_add_up() -> None:
    for path in EVERY.values():
        if total := path.wait("contact_to_joined"):
            assert sum(path.wait(stage).days for stage, _ in STAGES) == total.days


def test_the_first_contact_is_the_earliest_row_of_the_state() -> None:
    for row in TABLES.statuses[TABLES.statuses["status"] != "declared_aim"].itertuples():
        contact = EVERY[row.iso3].contact
        assert contact is not None
        assert contact.day <= row.start_day


def test_an_aim_declared_alone_is_no_contact() -> None:
    aim = TABLES.statuses[TABLES.statuses["status"] == "declared_aim"].iloc[0]
    contact = EVERY[aim["iso3"]].contact
    assert contact is not None
    assert contact.day > aim["start_day"]


def test_a_changed_row_changes_the_wait() -> None:
    tables = changed("accessions", "FIN", protocol_signed_on="2022-07-06")
    path = next(path for path in paths(tables) if path.unit == "FIN")
    assert path.wait("protocol_to_joined").days == EVERY["FIN"].wait("protocol_to_joined").days - 1
    assert path.wait("contact_to_joined") == EVERY["FIN"].wait("contact_to_joined")


def test_what_is_not_known_to_the_day_is_told_as_about() -> None:
    assert str(EVERY["GRC"].wait("contact_to_joined")) == "about 2 years"
    assert str(EVERY["ESP"].wait("invited_to_protocol")) == "about the same day"
    assert str(EVERY["DEU"].wait("invited_to_protocol")) == "same day"
    assert str(EVERY["POL"].wait("protocol_to_joined")) == "451 days (1.2 years)"
    assert str(between(Step("2005-02", about=True), Step("2006-02-01", about=False))) == "about 365 days (1.0 years)"


@given(days=st.integers(0, 40_000), about=st.booleans(), only_years=st.booleans())
def test_a_wait_in_words_never_loses_its_about(days: int, about: bool, only_years: bool) -> None:
    told = str(Wait(days, about, only_years))
    assert told.startswith("about ") == (about or only_years)


def test_those_who_wait_are_those_invited_or_on_a_path() -> None:
    units = TABLES.units.loc[TABLES.units["kind"] == UnitKind.COUNTRY, "unit"]
    on_the_way = {unit for unit in units
                  if segment_on(TABLES, unit, TABLES.as_of).status in (Status.INVITEE, Status.ASPIRANT)}  # fmt: skip
    table = waiting(TABLES).set_index("unit")
    assert set(table.index) == on_the_way == {"UKR", "GEO", "BIH"}
    assert table.loc["GEO", "contact_days"] == (TABLES.as_of - date(1992, 6, 5)).days
    assert table.loc["UKR", "towards_days"] == (TABLES.as_of - date(2008, 4, 3)).days
    assert table.loc["UKR", "since_days"] == (TABLES.as_of - date(2014, 12, 23)).days
    assert (table["contact_days"] >= table["towards_days"]).all()


def test_who_ends_its_path_no_longer_waits() -> None:
    statuses = TABLES.statuses.copy()
    path = (statuses["iso3"] == "BIH") & (statuses["status"] == "map")
    statuses.loc[path, ["end_on", "end_day"]] = ["2020-01-01", date(2020, 1, 1)]
    assert set(waiting(replace(TABLES, statuses=statuses))["unit"]) == {"UKR", "GEO"}


def test_medians_by_round_lie_between_its_members() -> None:
    table = accession_waits(TABLES)
    medians = medians_by_round(TABLES).set_index("round")
    assert list(medians.index) == list(dict.fromkeys(table.loc[~table["founder"], "round"]))
    for name, rows in table[~table["founder"]].groupby("round"):
        for wait in WAITS:
            assert rows[wait].min() <= medians.loc[name, wait] <= rows[wait].max()
    assert medians.loc["2009", "contact_to_joined"] == (6144 + 3233) / 2
    assert medians["joined"].sum() == (~table["founder"]).sum()


def test_the_quickest_and_the_slowest() -> None:
    quickest, slowest = extremes("protocol_to_joined", TABLES)
    assert {path.unit for path in quickest} == {"GRC", "TUR"}
    assert {path.unit for path in slowest} == {"SWE"}


def test_every_country_of_the_tables_is_listed() -> None:
    named = {*TABLES.accessions["iso3"], *TABLES.statuses["iso3"], *TABLES.other_blocs["iso3"]}
    assert set(EVERY) == named


def test_dates_in_words_and_on_an_axis() -> None:
    assert [in_words(text) for text in ("1999-03-12", "1999-03", "1999", "")] == [
        "12 March 1999",
        "March 1999",
        "1999",
        "",
    ]
    assert decimal_year(date(2000, 1, 1)) == 2000
    assert decimal_year(date(2000, 12, 31)) == 2000 + 365 / 366


# ---------------------------------------------------------------------- figures


@given(units=some_units, aligned=st.sampled_from(["calendar", SINCE_CONTACT]), theme=st.sampled_from(["light", "dark"]))
def test_the_path_chart_has_a_bar_for_every_row(units: list[str], aligned: str, theme: str) -> None:
    bars, figure = path_bars(TABLES, units, aligned), path_figure(TABLES, theme, units, aligned)
    marks = sorted((unit, kind) for trace in figure.data for unit, kind in trace.customdata)
    assert marks == sorted(zip(bars["unit"], bars["kind"], strict=True))
    assert all(width >= 0 for trace in figure.data for width in trace.x)
    rows = {(mark[0], mark[1]): y for trace in figure.data for mark, y in zip(trace.customdata, trace.y, strict=True)}
    assert len(set(rows.values())) == len(rows)


def test_the_bars_are_those_of_the_card_in_the_colour_of_their_status() -> None:
    bars = path_bars(TABLES, ["POL"])
    assert sorted(bars["kind"]) == sorted(bar.kind for bar in cards(TABLES)["POL"].bars)
    figure, colours = path_figure(TABLES, "light", ["POL"]), path_colours("light")
    status = dict(zip(bars["kind"], bars["status"], strict=True))
    for trace in figure.data:
        assert {colours[status[kind]][1] for _, kind in trace.customdata} == {trace.marker.color}


def test_a_bar_wears_the_colour_that_the_table_of_years_marks() -> None:
    bars = path_bars(TABLES, ["UKR", "SVK"])
    status = dict(zip(bars["kind"], bars["status"], strict=True))
    assert status["state-SUN"] == status["warsaw_pact"] == Status.EASTERN_BLOC
    assert status["state-CSK"] == ""  # it was in the Pact in a part of its years


def test_since_first_contact_the_first_format_begins_at_zero() -> None:
    bars = path_bars(TABLES, ["POL", "UKR", "USA"], SINCE_CONTACT)
    assert "USA" not in set(bars["unit"])
    assert bars.loc[bars["kind"] == "nacc", "left"].abs().max() < 1e-9


def test_the_chart_of_waits_has_a_mark_for_every_stage_and_country() -> None:
    table, figure = waits_table(TABLES), waits_figure(TABLES, "dark")
    joined, still = (table["kind"] == "joined").sum(), (table["kind"] == "waiting").sum()
    assert sum(len(trace.customdata) for trace in figure.data) == joined * len(STAGES) + still
    reached: dict[str, float] = {}
    for trace in figure.data:
        for (unit,), base, width in zip(trace.customdata, trace.base, trace.x, strict=True):
            reached[unit] = max(reached.get(unit, 0), base + width)
    assert reached == pytest.approx(dict(zip(table["unit"], table["total"], strict=True)))
    assert table["total"].max() * DAYS_PER_YEAR == waiting(TABLES)["contact_days"].max()


# ---------------------------------------------------------------------- the page

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> & </div></details>"
BOUND = {"former_bloc", "reply_to", "statement", "article", "document", "country_iso3", "of", "iso3", "state_code",
         "part_iso3", "next_state", "unit", "as_part_of", "a", "b", "url"}  # fmt: skip
"""Columns of text that hold the keys of other rows, or an address."""
WITH_LANGUAGE = "original"
"""Stands only where its language does."""


def test_the_page_counts_all_countries() -> None:
    app = opened("countries")
    assert not app.exception
    assert any(told.value.startswith(f"**{len(EVERY)} of {len(EVERY)} countries**") for told in app.markdown)
    assert not app.header


@pytest.mark.parametrize("country", ["POL", "pol", "Poland"])
def test_the_address_opens_a_country_by_code_or_name(country: str) -> None:
    app = opened("countries", country=country)
    assert not app.exception
    assert [head.value for head in app.header] == ["Poland"]
    assert app.query_params["country"] in ("POL", ["POL"])
    page = html_of(app)
    assert f'href="./?country=POL&amp;year={TABLES.last_year}" target="_self"' in page
    assert "206.2 km" in page
    assert "1993-08-25-yeltsin-warsaw" in page
    assert "[cited row: accessions/POL]" in page


def test_an_unknown_country_is_said_and_nothing_breaks() -> None:
    app = opened("countries", country="<b>XXX")
    assert not app.exception
    assert any("“country=&lt;b&gt;XXX”" in told.proto.body for told in app.get("html"))


def test_search_and_status_filter_the_table() -> None:
    app = opened("countries", search="istanbul initiative")
    assert any(told.value.startswith("**4 of ") for told in app.markdown)
    app = opened("countries", status="aspirant")
    assert sorted(listed_in(html_of(app))) == sorted(waiting(TABLES)["unit"])


def listed_in(page: str) -> list[str]:
    return re.findall(r'<a href="./countries[?]country=(\w+)"', page)


def test_the_address_names_a_status_by_what_it_is_and_not_by_what_it_is_called_today() -> None:
    app = opened("countries", status="On a path: MAP, promise, application")  # as an earlier address, of the same words
    assert sorted(listed_in(html_of(app))) == sorted(waiting(TABLES)["unit"])
    assert app.query_params["status"] == "aspirant"
    app.multiselect(key="status").set_value([Status.MEMBER, Status.PARTNER]).run()
    assert app.query_params["status"] == ["member", "partner"]
    app.multiselect(key="status").set_value([]).run()
    assert "status" not in app.query_params
    assert len(listed_in(html_of(app))) == len(EVERY)


def test_a_status_called_otherwise_on_another_day_is_told_and_nothing_is_left_out() -> None:
    app = opened("countries", status="Partner (PfP, NACC)")
    assert any("“status=Partner (PfP, NACC)”" in told.proto.body for told in app.get("html"))
    assert len(listed_in(html_of(app))) == len(EVERY)


@pytest.mark.parametrize("show", ["Paths compared", "How long did it take?"])
def test_the_other_parts_run(show: str) -> None:
    app = opened("countries", show=show)
    assert not app.exception
    assert len(app.get("plotly_chart")) == 1
    assert len(app.get("download_button")) == 1


def test_every_profile_can_be_drawn() -> None:
    app = opened("countries")
    for unit in ("DEU", "RUS", "UKR", "XKX", "CYP", "USA", "AFG", "JPN", "GEO", "FRA"):
        app.selectbox(key="profile").set_value(unit).run()
        assert not app.exception
        assert [head.value for head in app.header] == [EVERY[unit].name]


def test_a_hostile_string_in_any_text_column_shows_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    spoilt: dict[str, pd.DataFrame] = {}
    for name, columns in SCHEMA.items():
        frame = getattr(TABLES, name).copy()
        for column in columns:
            if column.kind is Kind.TEXT and column.name not in {*KEYS.get(name, ()), *BOUND}:
                spoiled = frame[column.name] != "" if column.name == WITH_LANGUAGE else slice(None)
                frame.loc[spoiled, column.name] = HOSTILE
        spoilt[name] = frame
    tables = replace(TABLES, **spoilt)
    monkeypatch.setattr("data.tables.current_tables", lambda: tables)
    for query in (
        {"country": "DEU"},
        {"country": "UKR"},
        {"show": "Paths compared"},
        {"show": "How long did it take?"},
    ):
        app = opened("countries", **query)
        assert not app.exception
        page = html_of(app)
        assert "<script" not in page
        assert "<img" not in page
        assert page.count("</div>") == page.count("<div")
        assert page.count("</details>") == page.count("<details")
        assert all("<img" not in told.value.replace("\\<", "") for told in app.markdown)
        charts = "".join(chart.proto.spec for chart in app.get("plotly_chart"))
        assert "<img" not in charts.replace("\\u003c", "<")
    assert "&lt;script&gt;" in html_of(opened("countries", country="DEU"))


def test_first_days_are_what_the_steps_count_from() -> None:
    assert Step("1950", about=True).day == first_day("1950") == date(1950, 1, 1)
