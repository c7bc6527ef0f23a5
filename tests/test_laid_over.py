"""A membership laid over the map of another: its members' ground as runs, in pictures, and fetched on demand."""

import json
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from data.memberships.answers import days_of_change, members_on
from data.memberships.laid_over import ground_of_members, runs_of_members, told_of_members
from data.memberships.shipped import shipped, shipped_ids
from data.runs import day_number, value_at
from data.tables import current_tables
from geo.drawing.sheet import Focus
from geo.lesson.lesson import Stop
from geo.picture import main, svg
from geo.publish.stop_picture import stop_drawn
from geo.wire.assets import current_assets
from geo.wire.facts import facts_payload
from geo.wire.laid_over import laid_over

TABLES = current_tables()
DAY = timedelta(days=1)


@pytest.mark.parametrize("id_", shipped_ids())
def test_the_runs_are_the_ground_of_members_on_every_day_on_which_it_changes(id_: str) -> None:
    membership = shipped(id_)
    runs = runs_of_members(membership)
    starts = [number for number, _ in runs]
    assert starts == sorted(set(starts)) and starts[0] == 0
    assert all(one != other for (_, one), (_, other) in pairwise(runs))
    for day in {near for turn in days_of_change(membership)[::4] for near in (turn - DAY, turn)}:
        if membership.first_day <= day <= membership.as_of:
            told = value_at(runs, day_number(day, TABLES))
            assert set(told) == set(ground_of_members(membership, day)), day
            assert set(members_on(membership, day)) & set(TABLES.units["unit"]) <= set(told), day


def test_the_ground_of_a_state_gone_and_land_told_apart() -> None:
    pact, eu = shipped("warsaw_pact"), shipped("eu")
    assert {"EST", "UKR", "DEU-EAST"} <= set(ground_of_members(pact, date(1980, 1, 1)))
    assert ground_of_members(pact, date(2000, 1, 1)) == ()
    assert "GRL" in ground_of_members(eu, date(1980, 1, 1))
    assert "GRL" not in ground_of_members(eu, date(1990, 1, 1))
    assert "TUR" not in ground_of_members(eu, date(2010, 1, 1)), "a candidate is no member"


def test_it_is_fetched_when_it_is_chosen_and_not_before() -> None:
    assets = current_assets()
    told = json.loads(assets.file("over-eu.json").body)
    after = day_number(shipped("eu").as_of + DAY, TABLES)
    begun = day_number(date(1952, 7, 23), TABLES)
    assert told["told"] == [
        [0, "No members of the European Union before 23 July 1952"],
        [begun, "In the European Union"],
        [after, "In the European Union, as of 30 December 2025"],
    ]
    assert value_at(told["units"], day_number(date(2020, 2, 1), TABLES)).count("GBR") == 0
    assert assets.has("over-nato.json")
    assert not assets.has("over-atlantis.json")
    assert {f"over-{id_}.json" for id_ in shipped_ids()} < set(assets.names)
    assert "over" not in facts_payload(TABLES)["pictures"]["overlays"]
    assert len(assets.file("over-coe.json").gzipped) < 3_000


def test_a_picture_lays_it_over_and_explains_it(tmp_path: Path) -> None:
    out = tmp_path / "map.svg"
    assert main(["--day", "2004-05-01", "--over", "schengen", "-o", str(out)]) == 0
    drawn = ElementTree.fromstring(out.read_text(encoding="utf-8"))
    over = {each.get("data-over") for each in drawn.iter() if each.get("data-hatch") == "over"}
    assert {"NOR", "SWE", "FRA"} <= over
    assert not {"GBR", "POL"} & over
    assert [each.get("data-sign") for each in drawn.iter() if each.get("data-sign") == "over"] == ["over"]
    assert told_of_members(shipped("schengen"), date(2004, 5, 1)) in "".join(drawn.itertext())
    assert 'data-hatch="over"' not in svg(2004)


@pytest.mark.parametrize(
    ("id_", "day", "told"),
    [
        ("schengen", date(1980, 12, 31), "No members of the Schengen area before 26 March 1995"),
        ("schengen", date(1995, 3, 25), "No members of the Schengen area before 26 March 1995"),
        ("schengen", date(1995, 3, 26), "In the Schengen area"),
        ("warsaw_pact", date(1991, 6, 30), "In the Warsaw Pact"),
        ("warsaw_pact", date(1991, 7, 1), "No members of the Warsaw Pact since 1 July 1991"),
        ("warsaw_pact", date(2008, 4, 3), "No members of the Warsaw Pact since 1 July 1991"),
    ],
)
def test_who_had_no_members_is_told_with_from_when_or_since_when(id_: str, day: date, told: str) -> None:
    membership = shipped(id_)
    assert told_of_members(membership, day) == told
    assert value_at(laid_over(membership)["told"], day_number(day, membership.tables)) == told
    picture = svg(day, focus=Focus(over=id_))
    assert told.replace(" ", "") in "".join("".join(ElementTree.fromstring(picture).itertext()).split())


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["--over", "asean"], "membership 'asean' has no ground on this map"),
        (["--over", "nato"], "membership 'nato' has no ground on this map, or is the one it shows"),
        (["--membership", "eu", "--over", "eu"], "membership 'eu' has no ground on this map, or is the one it shows"),
        (["--layers", "names,eu", "--over", "eu"], "membership 'eu' cannot be laid over layer 'eu'"),
        (["--layers", "csto", "--over", "csto"], "membership 'csto' cannot be laid over layer 'csto'"),
    ],
)
def test_what_cannot_be_seen_is_refused(
    asked: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--year", "2010", *asked, "-o", str(tmp_path / "map.svg")]) == 2
    assert told in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_in_a_lesson_the_layer_gives_way() -> None:
    stop = Stop(2010, "EU", layers=("names", "eu"))
    assert {row.sign for row in stop_drawn(stop, over="eu").key} & {"eu", "over"} == {"over"}
    assert {row.sign for row in stop_drawn(stop).key} & {"eu", "over"} == {"eu"}


def test_what_there_is_not_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--year", "2004", "--over", "atlantis", "-o", str(tmp_path / "map.svg")]) == 2
    assert "membership 'atlantis' is unknown; expected one of nato, eu" in capsys.readouterr().err
