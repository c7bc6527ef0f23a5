"""The world for those who hear the map: arrows that reach every country, borders and longitudes of all of them."""

import pytest

from data.memberships.checks import countries
from data.tables import current_tables
from geo.drawing.kept import drawing
from geo.drawing.neighbours import OF_THE_WORLD, SIDES, neighbours, out_of_reach
from geo.drawing.views import VIEWS, WORLD_VIEWS
from geo.shapes.whereabouts import OF_THE_WORLD as WORLD_BORDERS
from geo.shapes.whereabouts import measured_in_the_world, whereabouts
from geo.wire.ear import ear_of_the_world, ear_payload

TABLES = current_tables()
AXES = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
EXPECTED = {
    ("africa", "EGY", "down"): "SDN",
    ("africa", "KEN", "up"): "ETH",
    ("asia", "THA", "right"): "KHM",
    ("asia", "IND", "down"): "LKA",
    ("southeast_asia", "KHM", "right"): "VNM",
    ("southeast_asia", "MYS", "down"): "IDN",
    ("americas", "ARG", "left"): "CHL",
    ("americas", "USA", "up"): "CAN",
    ("globe", "AUS", "right"): "NZL",
}
"""Typed from looking at the maps."""


@pytest.mark.parametrize("view", WORLD_VIEWS)
def test_arrows_lead_from_every_country_to_every_other(view: str) -> None:
    walk, anchors = neighbours(OF_THE_WORLD)[view], drawing(view, TABLES.units).anchors
    assert set(walk) == {unit for unit, anchor in anchors.items() if anchor}
    assert not out_of_reach(walk)
    for unit, ends in walk.items():
        for side, end in ends.items():
            (x, y), start, other = AXES[side], anchors[unit], anchors[end]
            assert start and other
            assert (other.x - start.x) * x + (other.y - start.y) * y > 0, (unit, side, end)


@pytest.mark.parametrize(("view", "unit", "side"), EXPECTED)
def test_an_arrow_leads_where_a_reader_expects(view: str, unit: str, side: str) -> None:
    assert neighbours(OF_THE_WORLD)[view][unit][side] == EXPECTED[view, unit, side]


def test_the_borders_and_longitudes_kept_are_those_of_the_shapes() -> None:
    assert whereabouts(WORLD_BORDERS) == measured_in_the_world(TABLES)


def test_a_country_borders_on_those_it_does() -> None:
    found = {pair.replace("VNM", "").replace("|", "") for pair in whereabouts(WORLD_BORDERS).borders if "VNM" in pair}
    assert found == {"CHN", "KHM", "LAO"}
    assert not any("LKA" in pair for pair in whereabouts(WORLD_BORDERS).borders)
    assert set(whereabouts(WORLD_BORDERS).longitudes) == {*TABLES.units["unit"], *countries()}
    assert set(whereabouts().borders) <= set(whereabouts(WORLD_BORDERS).borders)


def test_nato_is_told_of_its_own_views_and_others_of_all() -> None:
    nato, others = ear_payload(), ear_of_the_world()
    assert list(nato["neighbours"]) == list(VIEWS)
    assert list(others["neighbours"]) == [*VIEWS, *WORLD_VIEWS]
    assert nato.keys() == others.keys()
    assert all(len(ends) == len(SIDES) for walk in others["neighbours"].values() for ends in walk.values())
