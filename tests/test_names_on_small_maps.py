"""Names on maps as small as those of phones: a crowd stands by numbers, and no line crosses another."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from laid_names import laid_out

from geo.wire.assets import current_assets

DESK, LAND, UPRIGHT, SHORT, LEAST = [940, 560], [534, 220], [390, 292], [360, 220], [308, 147]
PICKED = ["1952-12-31", "1955-12-31", "1968-12-31", "1990-12-31", "2004-12-31", "2008-04-03", "2023-12-31"]


@pytest.fixture(scope="module")
def layouts(program: Callable[[str], str]) -> list[dict[str, Any]]:
    """The names of Europe on small maps in every year that has some to name, and on some days on larger ones, too."""
    files = [json.loads(current_assets().file(f"{name}.json").body) for name in ("facts", "europe")]
    found = laid_out(program("node"), *files, [DESK, LAND, UPRIGHT, SHORT, LEAST], PICKED)
    assert len(found) > 60
    return found


def test_no_line_to_a_name_crosses_another_and_a_crowd_stands_by_numbers(layouts: list[dict[str, Any]]) -> None:
    small = [layout for layout in layouts if layout["hasList"]]
    assert [layout for layout in small if layout["crossing"]] == []
    crowd = next(layout for layout in small if layout["day"] == "2004-12-31" and layout["width"] == SHORT[0])
    assert len(crowd["numbers"]) >= 4
    # Where even numbers lie on each other, somebody has none; and there alone.
    assert {layout["width"] for layout in small if layout["lost"]} <= {LEAST[0]}


def test_a_few_names_stand_as_names(layouts: list[dict[str, Any]]) -> None:
    # Where the line would lead over a neighbour, or far, a number stands.
    over_a_neighbour = {"1952": {"GRC"}, "2023": {"FIN", "SWE"}, "2024": {"SWE"}}
    for layout in layouts:
        if layout["day"][:4] in {"1952", "1982", "2023", "2024"} and layout["width"] >= SHORT[0]:
            assert set(layout["numbers"]) <= over_a_neighbour.get(layout["day"][:4], set()), layout
    wide = [layout for layout in layouts if layout["day"][:4] == "2024" and layout["width"] >= UPRIGHT[0]]
    assert [layout["numbers"] for layout in wide] == [[]] * len(wide)


def test_the_countries_of_the_headline_are_named(layouts: list[dict[str, Any]]) -> None:
    at = {(layout["day"], layout["width"]): dict(layout["named"]) for layout in layouts}
    assert at["1968-12-31", DESK[0]]["CSK"] == "Czechoslovakia"
    for width in (DESK[0], LAND[0], UPRIGHT[0]):
        assert "CSK" in at["1968-12-31", width]  # where it is too long, by a number that the list beside it tells
        assert {"ALB", "HRV", "MKD", "GEO", "UKR"} <= at["2008-04-03", width].keys()
    assert at["2008-04-03", DESK[0]]["MKD"] == "Macedonia"


def test_no_other_name_lies_over_the_gold_where_the_sea_has_room(layouts: list[dict[str, Any]]) -> None:
    over = {(layout["day"][:4], id_) for layout in layouts if layout["width"] == DESK[0] for id_ in layout["over"]}
    assert over.isdisjoint({("1990", "DEU"), ("1955", "DDR")})
