"""What those who hear the map are told, and what the years sound like: run in node, held to the tables."""

import json
import re
import subprocess
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from data.headlines import headline_on, spoken_on
from data.measures import measures_on
from data.membership import status_counts_on
from data.picture import picture_on
from data.runs import day_number
from data.tables import current_tables
from data.timeline import picture_day
from data.vocabulary import Status, UnitKind
from data.words import words
from geo.shapes.whereabouts import measured_whereabouts, whereabouts
from geo.wire.assets import current_assets

GEO = Path(__file__).parent.parent / "geo"
TABLES = current_tables()
WORDS = words()["ear"]
MOSCOW = {"soviet", "russian"}
YEAR_ENDS = [picture_day(year, TABLES) for year in range(TABLES.first_year, TABLES.last_year + 1)]
DAYS = [date(1949, 1, 1), date(1955, 5, 14), date(1982, 5, 30), date(1990, 10, 3), date(1999, 3, 12), date(2008, 4, 3),
        date(2024, 3, 7), *YEAR_ENDS[::5], TABLES.as_of]  # fmt: skip
LEVELS = ("terse", "", "full")
COUNTRIES = [("POL", 2004), ("POL", 1985), ("LTU", 1985), ("DEU-EAST", 2004), ("UKR-CRIMEA", 2020), ("UKR", 2020),
             ("ISL", 1950), ("RUS", 2024)]  # fmt: skip
SOUGHT = [("tur", None), ("p", None), ("p", "POL"), ("ppp", "PRT"), ("pol", "POL"), ("north m", None), ("xyz", None)]
LOUDEST = 0.2
LOWEST_HZ = 110
SCRIPT = """
import {readFileSync} from 'node:fs';
const {geo, facts: raw, data, days, ends, countries, levels, sought} = JSON.parse(readFileSync(0, 'utf8'));
const names = ['core/facts', 'core/describe', 'core/words',
  'ear/country_text', 'ear/day_text', 'ear/seek', 'ear/score'];
const all = Object.assign({}, ...await Promise.all(names.map((name) => import(`file://${geo}/atlas/${name}.mjs`))));
const facts = all.indexFacts(raw);
const t = (key, values) => all.word(facts.words, key, values);
const say = (key, values) => all.word(data.words, key, values);
const from = {facts, t, say, data, describe: all.createDescriptions({facts, t})};
const [dayText, countryText] = [all.createDayText(from), all.createCountryText(from)];
const units = Object.keys(data.neighbours.europe);
const sides = (id) => Object.fromEntries(all.SIDES.map((side, i) => [side, data.neighbours.europe[id][i]]));
const walk = (id, day, direction) => all.alikeBeside(facts, {units, id, day, direction});
console.log(JSON.stringify({
  days: days.map((day) => levels.map((level) => dayText({day, words: null}, level))),
  countries: countries.map(([id, year]) =>
    levels.map((level) => countryText(id, facts.yearEnd(year), sides(id), level))),
  alike: ['UKR', 'UKR-CRIMEA', 'FIN'].map((id) =>
    [1, -1].map((direction) => walk(id, facts.yearEnd(2020), direction))),
  sought: sought.map(([typed, at]) => all.unitTyped(facts, {units, from: at, day: facts.yearEnd(2020), typed})),
  steps: ends.slice(1).map((to, i) => [all.notesOf(facts, data.longitudes, ends[i], to),
    all.notesOf(facts, data.longitudes, to, ends[i])]),
}));
"""


@pytest.fixture(scope="module")
def told(program: Callable[[str], str]) -> Any:
    given = {
        "geo": str(GEO),
        "facts": json.loads(current_assets().file("facts.json").body),
        "data": json.loads(current_assets().file("ear.json").body),
        "days": [day_number(day, TABLES) for day in DAYS],
        "ends": [day_number(day, TABLES) for day in YEAR_ENDS],
        "countries": COUNTRIES,
        "levels": LEVELS,
        "sought": SOUGHT,
    }
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    ran = subprocess.run(command, input=json.dumps(given), capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


# ---------------------------------------------------------------------- a day


def of_tables(day: date) -> dict[str, str]:
    """The sentences with numbers that are usual for a day, put together from the tables."""
    counts = status_counts_on(day, TABLES)
    label = {status: words()["status"][status]["short"] for status in Status}
    listed = [WORDS["count"].format(status=label[s], n=counts[s]) for s in Status if counts.get(s)]
    said = TABLES.statements[TABLES.statements["side"].isin(MOSCOW)]
    in_year = said[[each.year == day.year and each <= day for each in said["day"]]]
    answered = in_year["id"].isin(set(TABLES.statements["reply_to"]))
    key = "moscow" if day in YEAR_ENDS else "moscow_by"
    places = ", ".join(dict.fromkeys(in_year["city"]))
    values = {"year": day.year, "n": len(in_year), "places": places, "answered": int(answered.sum())}
    sentence = WORDS[key] if len(in_year) else WORDS[key.replace("moscow", "moscow_silent")]
    return {"counts": WORDS["counts"].format(counts=", ".join(listed)), "moscow": sentence.format(**values)}


def changes(day: date) -> tuple[int, int]:
    """How many states became members since the year before, and how many changed to another status."""
    is_first = day.year == TABLES.first_year
    before = picture_on(TABLES.first_day if is_first else YEAR_ENDS[day.year - 1 - TABLES.first_year])
    kinds = dict(zip(TABLES.units["unit"], TABLES.units["kind"], strict=True))
    changed = {
        (here.status, here.state if here.relation else unit)
        for unit, here in picture_on(day).units.items()
        if kinds[unit] == UnitKind.COUNTRY
        and here.relation in {"", "part"}
        and here.status != before.units[unit].status
    }
    joined = sum(status == Status.MEMBER for status, _ in changed)
    return joined, len(changed) - joined


def test_a_day_is_told_as_the_tables_have_it(told: Any) -> None:
    for day, (_, usual, full) in zip(DAYS, told["days"], strict=True):
        for sentence in of_tables(day).values():
            assert sentence in usual, day
            assert sentence in full, day


def test_every_number_of_a_day_is_one_of_the_tables(told: Any) -> None:
    for day, (_, usual, _) in zip(DAYS, told["days"], strict=True):
        joined, others = changes(day)
        (changed,) = (one for one in usual if one.startswith(("Changed", "No country")))
        assert re.findall(r"\d+", changed) == [str(day.year), *([str(others)] if others else [])], day
        assert changed.count(",") == max(joined - 1, 0), day
        known = {changed, *of_tables(day).values(), usual[0]}
        assert [one for one in usual if one not in known and not one.startswith("How near")] == []


def test_how_near_is_what_was_measured(told: Any) -> None:
    for day, levels in zip(DAYS, told["days"], strict=True):
        measures = measures_on(day, TABLES)
        near = [next((one for one in level if one.startswith("How near")), "") for level in levels]
        if measures is None:
            assert near == ["", "", ""]
            continue
        moscow, petersburg = (measures.nearest[city] for city in measures.nearest)
        assert all(f"{moscow.km:,}" in one for one in near), day
        assert all(moscow.place in one and petersburg.place in one and f"{petersburg.km:,}" in one for one in near[1:])


def test_terse_is_the_count_alone_and_every_other_begins_with_the_headline(told: Any) -> None:
    for day, (terse, usual, full) in zip(DAYS, told["days"], strict=True):
        assert terse[0] == f"{spoken_on(day, TABLES)}."
        assert usual[0] == full[0] == f"{headline_on(day, TABLES).title}."
        assert len(terse) <= len(usual) <= len(full)


def test_every_change_of_a_day_is_told(told: Any) -> None:
    _, usual, full = told["days"][DAYS.index(date(2008, 4, 3))]
    assert any("Invited: Albania, Croatia; On a path: Georgia, Ukraine" in one for one in full)
    assert any("2008 up to this day: other changes: " in one for one in usual)
    members = next(one for one in told["days"][DAYS.index(date(1949, 12, 31))][2] if one.startswith("Changed in 1949"))
    assert members.split("Member: ")[1].split(";")[0].count(",") + 1 == 12
    assert "Czechoslovakia" in members
    assert "Algeria" not in members


def test_each_statement_of_moscow_is_told_in_full_with_its_answer(told: Any) -> None:
    *_, full = told["days"][DAYS.index(date(2008, 4, 3))]
    said = [one for one in full if one.startswith(("Moscow.", "Answer.", WORDS["no_answer"]))]
    silence = WORDS["no_answer"].partition(".")[0]
    assert [one.partition(".")[0] for one in said] == [*["Moscow", "Answer"] * 2, "Moscow", silence]


# ---------------------------------------------------------------------- a country


def test_a_country_is_read_with_those_it_borders_on(told: Any) -> None:
    read = {key: levels for key, levels in zip(map(tuple, COUNTRIES), told["countries"], strict=True)}
    terse, usual, full = (" ".join(sentences) for sentences in read["POL", 2004])
    assert usual.startswith(
        "Poland: Member, since 12 March 1999. Borders with Belarus, partner; Czech Republic, member;"
    )
    assert "On this map: left Germany, right Belarus, above Lithuania, below Slovakia." in usual
    assert "On this map" not in terse
    assert "Germany;" in terse
    naming = sum("POL" in targets for targets in TABLES.statements["targets"])
    assert full.endswith(f"Statements that name it: {naming}.")
    assert "the Soviet Union." in " ".join(read["POL", 1985][1])
    assert read["UKR-CRIMEA", 2020][1][0].endswith(": On a path, since 23 December 2014.")
    assert "Within the Soviet Union, beside Byelorussia, Latvia, Russia." in read["LTU", 1985][1]
    assert "In dispute: Crimea." in read["UKR-CRIMEA", 2020][0]
    without = words()["key"]["undrawn"].format(names="").strip()
    assert f"{without} parts of the Donbas." in read["UKR", 2020][0]
    assert "No land border." in read["ISL", 1950][1]
    assert not any("Abkhazia" in one or "Crimea" in one for one in read["RUS", 2024][0])


def test_the_borders_and_longitudes_kept_are_those_of_the_shapes() -> None:
    assert measured_whereabouts(TABLES) == whereabouts()


def test_next_and_previous_go_round_those_of_the_same_status(told: Any) -> None:
    (ukraine, before), (crimea, _), (finland, _) = told["alike"]
    assert ukraine["alike"] == ["BIH", "GEO", "UKR"] == crimea["alike"]
    assert (ukraine["next"], before["next"]) == ("BIH", "GEO")
    assert finland["next"] in finland["alike"]


def test_letters_find_a_name_and_one_letter_goes_on(told: Any) -> None:
    assert told["sought"] == ["TUR", "POL", "PRT", "POL", "POL", "MKD", None]


# ---------------------------------------------------------------------- the sound


def members(day: date) -> int:
    return int(status_counts_on(day, TABLES).get(Status.MEMBER, 0))


def test_the_pitch_is_the_number_of_members_a_semitone_each(told: Any) -> None:
    for (before, after), (there, back) in zip(pairwise(YEAR_ENDS), told["steps"], strict=True):
        assert there[-1]["hz"] == pytest.approx(LOWEST_HZ * 2 ** (members(after) / 12))
        assert back[-1]["hz"] == pytest.approx(LOWEST_HZ * 2 ** (members(before) / 12))


def test_whoever_joins_is_a_note_from_west_to_east_and_going_back_falls(told: Any) -> None:
    for (before, after), (there, back) in zip(pairwise(YEAR_ENDS), told["steps"], strict=True):
        joined = members(after) - members(before)
        assert len(there) == len(back) == max(joined, 1)
        if joined:
            assert [note["pan"] for note in there] == sorted(note["pan"] for note in there)
            assert [note["hz"] for note in there] == sorted(note["hz"] for note in there)
            assert [note["hz"] for note in back] == sorted((note["hz"] for note in back), reverse=True)


def test_it_is_never_loud_nor_long(told: Any) -> None:
    for notes in [notes for step in told["steps"] for notes in step]:
        for one in notes:
            heard = [n for n in notes if n["at"] <= one["at"] < n["at"] + n["seconds"]]
            assert sum(n["gain"] for n in heard) <= LOUDEST
            assert -1 <= one["pan"] <= 1
        assert notes[-1]["at"] + notes[-1]["seconds"] < 1.5
