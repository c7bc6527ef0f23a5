"""The lesson, slides, handout and film of a membership: made by rule, with its words, colours, days and sources."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation

from data.memberships.answers import rounds
from data.memberships.headlines import headline_on
from data.memberships.pace import pace_of_membership
from data.memberships.reader import current_membership, membership_ids
from data.memberships.told import cited, day_of_year, years_of
from data.memberships.value import Membership, Status, Stretch
from data.own_table.reading import read_table
from data.own_table.saved import saved
from data.pace import Pace
from data.tables import current_tables
from geo.lesson.halt import halted_on, halted_when
from geo.lesson.lesson import LONGEST, MOST_STOPS
from geo.lesson.of_membership import PERIOD, lesson_of
from geo.publish.__main__ import main
from geo.publish.film import durations, film
from geo.publish.map_words import alt_text
from geo.publish.paper import handout_pdf
from geo.publish.slides import slides_pptx
from geo.publish.unbroken import NO_BREAK

EU = current_membership("eu")
LESSON = lesson_of(EU)
STOPS = {stop.year: stop for stop in LESSON.stops}


def text_of(slide: Any) -> str:
    return "\n".join(shape.text_frame.text.replace(NO_BREAK, " ") for shape in slide.shapes if shape.has_text_frame)


# ---------------------------------------------------------------------- the lesson


@pytest.mark.parametrize("id_", membership_ids())
def test_each_round_and_each_great_event_is_a_stop_and_so_is_the_last_day(id_: str) -> None:
    membership = current_membership(id_)
    lesson = lesson_of(membership)
    told = {each.year for each in rounds(membership)} | {one.day.year for one in membership.events if one.headline}
    assert [stop.year for stop in lesson.stops] == sorted(told | {membership.as_of.year})
    assert (lesson.minutes, {int(stop.minutes) == stop.minutes for stop in lesson.stops}) == (PERIOD, {True})
    known = {source.id for source in membership.sources}
    for stop in lesson.stops:
        headline = headline_on(membership, day_of_year(stop.year, membership))
        assert stop.title == headline.title
        assert stop.text.endswith(headline.detail)
        assert set(stop.sources) <= known
        assert stop.sources or stop.year not in told
        assert all(len(getattr(stop, name)) <= most for name, most in LONGEST.items())


def test_who_left_is_outlined_and_told() -> None:
    assert STOPS[2020].focus == ("GBR",)
    assert STOPS[2020].text == "The first member to do so, after a vote in 2016. From 1 February on: 27 members."
    assert STOPS[2020].notes.startswith("United Kingdom: Member: 1 January 1973 to 31 January 2020. Left on 31 January")
    assert (STOPS[2004].focus, STOPS[1972].focus) == ((), ("NOR",))
    assert "Poland: Member: since 1 May 2004." in STOPS[2004].notes
    assert {"S07", "S08"} <= set(STOPS[2020].sources)


def test_a_league_of_sixty_years_keeps_the_first_the_last_and_the_fullest() -> None:
    codes = list(current_tables().units["unit"])[:62]
    rows = [Stretch(code, code, "in", date(1950 + max(0, at - 1), 1, 1)) for at, code in enumerate(codes)]
    rows += [Stretch(code, code, "in", date(2005, 1, 1)) for code in current_tables().units["unit"][70:73]]
    days = date(1950, 1, 1), date(2020, 1, 1)
    status = Status("in", "In", "", 1, True, *("{names}",) * 4)
    league = Membership("own", "A league", "the league", *days, (status,), tuple(rows), current_tables())
    lesson = lesson_of(league)
    years = [stop.year for stop in lesson.stops]
    assert (len(years), years[0], years[-1]) == (MOST_STOPS, 1950, 2020)
    assert 2005 in years
    assert "most changed" in lesson.subtitle


def test_a_stop_of_a_membership_halts_at_the_year_before() -> None:
    stop = replace(STOPS[2004], before=2003, question="Who joins?")
    assert halted_on(stop, EU) == date(2003, 12, 31)
    assert halted_when(stop, EU) == "2003"


# ---------------------------------------------------------------------- its files


def test_a_stop_shows_whom_it_is_about() -> None:
    assert STOPS[1985].focus[0] == "GRL"
    assert STOPS[1985].view == "north_atlantic"
    assert {stop.view for year, stop in STOPS.items() if year != 1985} == {"europe"}


def test_slides_have_the_words_counts_and_sources_of_the_membership() -> None:
    lesson = replace(LESSON, stops=(STOPS[2004], STOPS[2020]))
    deck = Presentation(io.BytesIO(slides_pptx(lesson, EU)))
    cover, enlarged, left, sources = list(deck.slides)
    assert "The European Union and its communities" in text_of(cover)
    assert "The European Union as of 30 December 2025" in text_of(cover)
    assert "Candidate 4" in text_of(enlarged)
    assert any("Candidate\u00a04" in shape.text_frame.text for shape in enlarged.shapes if shape.has_text_frame)
    assert "Joined this year" in text_of(enlarged)
    assert "Outlined: United Kingdom" in text_of(left)
    described = next(shape for shape in left.shapes if shape.shape_type == 13)
    assert described._element.nvPicPr.cNvPr.get("descr") == alt_text(STOPS[2020], EU)
    assert "Member 27, Candidate 5, Applicant 1" in alt_text(STOPS[2020], EU)
    assert "Lexology: United Kingdom officially left the European Union" in text_of(sources)
    assert cited(["S08"], EU)[0].url in sources.notes_slide.notes_text_frame.text


def test_the_alternative_text_names_who_joined() -> None:
    assert "Cyprus, Czech Republic, Estonia" in alt_text(STOPS[2004], EU)


def test_a_handout_and_a_film_are_made(tmp_path: Path) -> None:
    assert handout_pdf(replace(LESSON, stops=(STOPS[1973],)), EU).startswith(b"%PDF-")
    made = Image.open(io.BytesIO(film("gif", [1973, 2020], told=EU)))
    assert (made.n_frames, made.size) == (2, (960, 540))


def test_years_rest_as_long_as_much_happened() -> None:
    paces = {year: pace_of_membership(year, EU) for year in (1952, 1954, 1973, 1977, 2020)}
    assert list(paces.values()) == [Pace.EMPTY, Pace.EMPTY, Pace.JOINED, Pace.CHANGED, Pace.JOINED]
    years = years_of(EU)
    assert (years[0], years[-1]) == (1952, 2025)
    held = dict(zip(years, durations(years, EU), strict=True))
    assert held[1973] == held[2020] > held[1977] > held[1954]


def test_the_command_line_makes_slides_of_a_saved_table(tmp_path: Path) -> None:
    table = b"country;joined;left\nFrance;1958-01-01;\nUnited Kingdom;1973-01-01;2020-01-31\n"
    file, target = tmp_path / "league.zip", tmp_path / "league.pptx"
    file.write_bytes(saved(read_table(table, "league.csv", today=date(2021, 5, 1)), "Our league"))
    assert main(["slides", "--membership", str(file), "-o", str(target)]) == 0
    told = [text_of(slide) for slide in Presentation(str(target)).slides]
    assert told[0].startswith("Our league")
    assert "United Kingdom leaves" in told[3]
    assert "league.csv" in told[-1]
    assert len(told) == 1 + len((1958, 1973, 2020, 2021)) + 1


def test_a_file_is_of_a_lesson_or_of_a_membership(tmp_path: Path, capsys: Any) -> None:
    with pytest.raises(SystemExit):
        main(["slides", "--membership", "eu", "--lesson", "my.toml", "-o", str(tmp_path / "a.pptx")])
    assert "not allowed with" in capsys.readouterr().err
    assert main(["handout", "--membership", "eec", "-o", str(tmp_path / "a.pdf")]) == 2
    assert "membership 'eec' is unknown" in capsys.readouterr().err
