"""An event has one title and one summary, by the names of its day, wherever it is told."""

import re
from datetime import date

import pytest
from made import made_facts

from data.event_told import event_told
from data.happenings import happenings
from data.headlines import headline_on
from data.names import Names
from data.rows import rows
from data.rows_in_words import rows_in_words
from data.tables import current_tables
from geo.charts.red_lines import events_told
from geo.lesson.quiz.order import order
from pages.parts.country_profile import profile_html

TABLES = current_tables()
EVENTS = {row.event_id: row for row in rows(TABLES, "events")}
TITLES = {key: event_told(row, TABLES).title for key, row in EVENTS.items()}
TOOK_ITS_NAME = {"Türkiye": date(2022, 6, 1), "Czechia": date(2016, 5, 2)}


def test_each_name_is_that_of_the_day() -> None:
    for row in EVENTS.values():
        told = event_told(row, TABLES)
        for name, day in TOOK_ITS_NAME.items():
            if row.day < day:
                assert name not in f"{told.title} {told.summary}"
    assert event_told(EVENTS["EV62"], TABLES).summary.startswith("It became possible after a memorandum with Türkiye.")


@pytest.mark.parametrize(
    ("day", "written", "told"),
    [
        ("1999-03-12", "Czechia and Türkiye. Czechia's", "The Czech Republic and Turkey. The Czech Republic’s"),
        ("1999-03-12", "With Czechia; Czechian", "With the Czech Republic; Czechian"),
        ("2018-06-17", "They agree on the name North Macedonia", "They agree on the name North Macedonia"),
        ("2018-06-17", "North Macedonia is invited", "Macedonia is invited"),
        ("2019-02-12", "North Macedonia is invited", "North Macedonia is invited"),
        ("2022-06-01", "Türkiye's measures", "Türkiye’s measures"),
        ("2022-05-31", "Türkiye's measures", "Turkey’s measures"),
    ],
)
def test_a_text_is_told_by_the_names_of_a_day(day: str, written: str, told: str) -> None:
    assert Names.of(TABLES).as_told(written, date.fromisoformat(day)) == told


def test_the_list_of_a_year_and_its_headline_have_the_same() -> None:
    listed = {(one["date"], one["title"]): one["summary"] for year in made_facts()["years"] for one in year["events"]}
    for row in EVENTS.values():
        told = event_told(row, TABLES)
        if not row.after_as_of:
            assert listed[row.date, told.title] == told.summary
    line = headline_on(date(1997, 12, 31), TABLES)
    assert line.detail.startswith("Poland, the Czech Republic and Hungary are chosen;")


def test_the_chart_of_statements_has_the_same() -> None:
    _, told = events_told(TABLES)
    headings = [TITLES[key] for key, row in EVENTS.items() if row.headline and not row.after_as_of]
    for title, shown in zip(headings, told, strict=True):
        assert title in shown


def test_the_quiz_has_the_same() -> None:
    asked = [question for level in ("easy", "medium", "hard") for question in order(level, TABLES)]
    assert {title for question in asked for title in question.options} <= set(TITLES.values())
    for question in asked:
        assert all(f": {title}" in question.explanation for title in question.options)


def test_what_a_finding_rests_on_has_the_same() -> None:
    (told,) = rows_in_words([("events", key) for key in EVENTS], TABLES)
    for title, about in zip(TITLES.values(), told.about, strict=True):
        assert about.startswith(title)


def test_a_use_of_an_article_has_the_names_of_its_day() -> None:
    (used,) = (one for one in happenings(TABLES) if one.date == "2015-07-28")
    assert used.summary.endswith("Turkey’s measures against them.")
    page = "".join(profile_html(TABLES, "light", "TUR"))
    assert used.summary in re.sub(r"\s+", " ", page)
