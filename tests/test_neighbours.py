"""The walk of the arrow keys over each view: who lies on which side, and that nobody is left out."""

import pytest
from each import for_each

from data.tables import current_tables
from geo.drawing.kept import drawing
from geo.drawing.neighbours import BACK, OF_THE_WORLD, SIDES, by_hand, neighbours, out_of_reach, walk_of
from geo.drawing.view import map_payload
from geo.drawing.views import VIEWS

TABLES = current_tables()
AXES = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
LEAST_RETURNS = 0.5
STEPS = [(view, unit, side, end) for view, walk in neighbours().items() for unit, ends in walk.items()
         for side, end in ends.items()]  # fmt: skip
EXPECTED = {
    ("europe", "FIN", "down"): "EST",
    ("europe", "NOR", "left"): "ISL",
    ("europe", "GBR", "right"): "NLD",
    ("europe", "EST", "up"): "FIN",
    ("europe", "MLT", "up"): "ITA",
    ("balkans", "GRC", "right"): "TUR",
    ("black_sea", "UKR", "down"): "UKR-CRIMEA",
    ("baltic", "DNK", "up"): "NOR",
    ("north_atlantic", "USA", "right"): "PRT",
    ("north_atlantic", "CAN", "right"): "GRL",
    ("arctic", "USA", "right"): "RUS",
    ("world", "NZL", "left"): "AUS",
}
"""Typed from looking at the maps."""


def test_each_view_has_the_walk_of_its_units() -> None:
    assert list(neighbours()) == list(VIEWS)
    for view, walk in neighbours().items():
        assert set(walk) == set(map_payload(view, TABLES)["anchors"]), view
        assert {end for ends in walk.values() for end in ends.values()} <= set(walk), view


@pytest.mark.parametrize("view", VIEWS)
def test_arrows_lead_from_every_unit_to_every_other(view: str) -> None:
    assert not out_of_reach(neighbours()[view])


def test_whoever_has_no_way_to_it_is_out_of_reach() -> None:
    assert out_of_reach({"A": {"right": "B"}, "B": {}}) == {"A"}


def test_no_arrow_leads_to_the_other_side() -> None:
    anchors = {view: drawing(view, TABLES.units).anchors for view in VIEWS}
    wrong = []
    for view, unit, side, end in STEPS:
        start, other = anchors[view][unit], anchors[view][end]
        assert start and other
        (x, y) = AXES[side]
        if (other.x - start.x) * x + (other.y - start.y) * y <= 0:
            wrong.append((view, unit, side, end))
    assert wrong == []


@pytest.mark.parametrize("view", VIEWS)
def test_mostly_the_arrow_back_leads_back(view: str) -> None:
    walk = neighbours()[view]
    steps = [(unit, side, end) for unit, ends in walk.items() for side, end in ends.items()]
    returns = [walk[end].get(BACK[side]) == unit for unit, side, end in steps]
    assert sum(returns) >= LEAST_RETURNS * len(returns)


def test_whoever_borders_on_a_country_is_two_steps_away_at_most_one_way_or_the_other() -> None:
    walk = neighbours()["europe"]

    def is_near(one: str, other: str) -> bool:
        first = set(walk[one].values())
        return other in first.union(*(walk[step].values() for step in first))

    pairs = [border.split("|") for border in drawing("europe", TABLES.units).borders]
    here = [(one, other) for one, other in pairs if one in walk and other in walk]
    far = [(one, other) for one, other in here if not is_near(one, other) and not is_near(other, one)]
    assert far == [("NOR", "RUS")]  # they meet in the far north, where Sweden and Finland lie between their middles


def test_what_is_said_by_hand_is_kept() -> None:
    kept = neighbours() | neighbours(OF_THE_WORLD)
    for view, walk in by_hand().items():
        for unit, ends in walk.items():
            assert set(ends) <= set(SIDES)
            assert {side: kept[view][unit].get(side, "") for side in ends} == ends, (view, unit)


@for_each("step, end", EXPECTED.items())
def test_a_reader_finds_who_lies_there(step: tuple[str, str, str], end: str) -> None:
    view, unit, side = step
    assert neighbours()[view][unit][side] == end


def test_the_kept_walk_is_that_of_the_shapes() -> None:
    """Of the view that is quickest to measure; another shape or rule wants `python -m geo.drawing.neighbours`."""
    made = {unit: {side: end for side, end in ends.items() if end} for unit, ends in walk_of("baltic", TABLES).items()}
    assert made == neighbours()["baltic"]
