"""What the statements say together: filters, exchanges, the line by country and year."""

from dataclasses import replace
from datetime import date

import pandas as pd
import plotly.graph_objects as go
import pytest
from each import for_each
from hypothesis import given
from hypothesis import strategies as st

from data.headlines import headline, news_of
from data.red_lines import (
    GENERAL,
    MOSCOW,
    OBJECTS,
    REFUSES,
    TOLERATES,
    Filters,
    chosen,
    exchanges,
    line_by_year,
    moscow_beside,
    promised_1990,
    reasons_by_country,
)
from data.tables import current_tables
from data.vocabulary import Confidence, Form, Side, Stance
from geo.charts.peaks import peaks
from geo.charts.red_lines import line_figure, statements_figure
from geo.charts.style import NARROW, WIDE, Drawn, Room

TABLES = current_tables()
ROWS = TABLES.statements
some = st.fixed_dictionaries(
    {},
    optional={
        "stance": st.lists(st.sampled_from(list(map(str, Stance)))),
        "side": st.lists(st.sampled_from(list(map(str, Side)))),
        "country": st.lists(st.sampled_from(["UKR", "POL", "FIN", GENERAL])),
        "confidence": st.lists(st.sampled_from(list(map(str, Confidence)))),
        "form": st.lists(st.sampled_from(list(map(str, Form)))),
        "text": st.sampled_from(["", "nato", "Putin", "ukraine baltic", "no such words"]),
        "years": st.tuples(st.integers(1948, 2026), st.integers(1948, 2026)).map(sorted).map(tuple),
    },
)


def test_no_filter_shows_every_statement() -> None:
    assert Filters().is_empty
    assert list(chosen(TABLES, Filters())["id"]) == list(ROWS["id"])


@given(one=some, other=some)
def test_filters_combine_as_and(one: dict, other: dict) -> None:
    both = {**one, **{key: value for key, value in other.items() if key not in one}}
    together = set(chosen(TABLES, Filters(**both))["id"])
    apart = [set(chosen(TABLES, Filters(**{key: value}))["id"]) for key, value in both.items()]
    assert together == set(ROWS["id"]).intersection(*apart)


def test_search_minds_neither_accents_nor_capitals_and_knows_the_countries() -> None:
    assert "1993-04-21-walesa-clinton" in set(chosen(TABLES, Filters(text="WALESA"))["id"])
    assert "2015-12-02-peskov-montenegro" in set(chosen(TABLES, Filters(text="montenegro peskov"))["id"])
    assert chosen(TABLES, Filters(text="zzz")).empty


def test_an_exchange_holds_every_answer() -> None:
    pairs = [(said, answer) for said, answers in exchanges(TABLES) for answer in answers]
    assert sorted(pairs) == sorted(
        zip(ROWS.loc[ROWS["reply_to"] != "", "reply_to"], ROWS.loc[ROWS["reply_to"] != "", "id"], strict=True)
    )


@for_each(
    "country, year, said",
    [
        ("NOR", 1949, "objected"),
        ("POL", 1993, "both"),
        ("EST", 1997, "refused"),
        ("EST", 2002, "tolerated"),
        ("*", 1996, "worked"),
        ("*", 1997, "worked"),
        ("*", 2004, "worked"),
        ("RUS", 1954, "offer"),
        ("RUS", 1991, "offer"),
        ("RUS", 2000, "offer"),
        ("UKR", 2002, "tolerated"),
        ("UKR", 2008, "refused"),
        ("GEO", 2008, "refused"),
        ("FIN", 2022, "both"),
        ("UKR", 2026, "objected"),
    ],
)
def test_where_the_line_ran(country: str, year: int, said: str) -> None:
    table = line_by_year(TABLES).set_index(["country", "year"])
    assert table.loc[(country, year), "said"] == said


def test_every_cell_follows_from_the_statements_behind_it() -> None:
    rows = ROWS.set_index("id")
    for cell in line_by_year(TABLES).itertuples():
        behind = rows.loc[list(cell.ids)]
        assert set(behind["side"]) <= set(MOSCOW)
        assert all(day.year == cell.year for day in behind["day"])
        assert all(cell.country in targets for targets in behind["targets"])
        stances = set(behind["stance"])
        accepted = {"*": {"worked"}, "RUS": {"offer"}}.get(cell.country, {"tolerated", "both"})
        assert (cell.said in accepted) == bool(stances & TOLERATES)
        assert (cell.said == "refused") == (bool(stances & REFUSES) and not stances & TOLERATES)
        assert stances <= REFUSES | OBJECTS | TOLERATES


def test_a_changed_stance_moves_the_line() -> None:
    rows = ROWS.copy()
    rows.loc[rows["id"] == "1981-09-07-soviet-spain", "stance"] = str(Stance.ACCEPTANCE)
    table = line_by_year(replace(TABLES, statements=rows)).set_index(["country", "year"])
    assert table.loc[("ESP", 1981), "said"] == "tolerated"


def test_reasons_stand_beside_moscows_words_of_the_same_years() -> None:
    reasons = reasons_by_country(TABLES)
    assert {"POL", "HUN", "EST", "FIN", "SWE", "TUR", "UKR"} <= set(reasons)
    assert all(set(rows["stance"]) == {Stance.REASON} for rows in reasons.values())
    beside = moscow_beside("POL", [1993], TABLES)
    assert "1993-08-25-yeltsin-warsaw" in set(beside["id"])
    assert set(beside["side"]) <= set(MOSCOW)


def test_a_russian_critic_does_not_speak_for_moscow() -> None:
    critics = ROWS[ROWS["side"].isin(list(MOSCOW)) & (ROWS["stance"] == Stance.DISSENT)]
    assert not critics.empty
    years = {day.year for day in critics["day"]}
    assert not set(critics["id"]) & set(moscow_beside("UKR", years, TABLES)["id"])
    assert not set(critics["id"]) & {id_ for ids in line_by_year(TABLES)["ids"] for id_ in ids}


def test_what_was_promised_is_told_in_order() -> None:
    rows = promised_1990(TABLES)
    assert next(iter(rows["id"])) == "1990-01-31-genscher-tutzing"
    assert "1991-03-05-major-yazov" in set(rows["id"])
    assert list(rows["day"]) == sorted(rows["day"])
    assert all(date(1990, 1, 1) <= day <= date(1991, 12, 31) for day in rows["day"])


def checked(drawn: Drawn) -> go.Figure:
    """The chart as Plotly makes it of the dictionary; an unknown property or value raises."""
    return go.Figure(drawn.to_dict())


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_time_chart_has_a_mark_for_every_statement_and_none_meet(theme: str) -> None:
    figure = checked(statements_figure(ROWS, TABLES, theme))
    marks = [(custom[0], x, y) for trace in figure.data if trace.customdata is not None
             for custom, x, y in zip(trace.customdata, trace.x, trace.y, strict=True)]  # fmt: skip
    assert sorted(id_ for id_, _, _ in marks) == sorted(ROWS["id"])
    assert len({(x, y) for _, x, y in marks}) == len(marks)


@pytest.mark.parametrize("room", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_fullest_years_say_what_they_brought_on_every_width(room: Room) -> None:
    told = [
        note["text"] for note in statements_figure(ROWS, TABLES, "light", "", room).to_dict()["layout"]["annotations"]
    ]
    assert [year for year, _ in peaks(ROWS)] == [1997, 2008, 2022]
    for year, count in peaks(ROWS):
        (note,) = (text for text in told if f"<b>{year}: {count}</b>" in text)
        assert note.replace("<br>", " ") == f"{headline(year, TABLES).title} <b>{year}: {count}</b>"


def test_a_year_that_brought_nothing_has_no_news() -> None:
    assert news_of(1948, TABLES) == news_of(1973, TABLES) == ""
    assert news_of(2004, TABLES) == headline(2004, TABLES).title


def test_the_grid_has_a_sign_for_every_cell() -> None:
    figure = checked(line_figure(TABLES, "light"))
    cells = [tuple(custom) for trace in figure.data for custom in trace.customdata]
    table = line_by_year(TABLES)
    assert sorted(cells) == sorted(zip(table["country"], table["year"], strict=True))


def test_markup_in_a_text_stays_text_in_the_chart() -> None:
    rows = ROWS.head(1).assign(quote="<b>bold</b> & <script>alert(1)</script>", speaker="<i>x</i>")
    figure = checked(statements_figure(rows, TABLES, "light"))
    texts = [text for trace in figure.data if trace.customdata is not None for text in trace.text]
    assert "&lt;script&gt;" in texts[0]
    assert "<script>" not in texts[0]
    assert "&lt;i&gt;" in texts[0]


def test_an_empty_choice_still_draws_the_members() -> None:
    figure = checked(statements_figure(pd.DataFrame(ROWS.head(0)), TABLES, "light"))
    assert max(figure.data[0].y) == TABLES.measures["members"].max()
