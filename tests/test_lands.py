"""Great lands that are named though they are none of the countries."""

import numpy as np
import pytest

from data.tables import current_tables
from data.words import browser_words
from geo.drawing.ground import ELSEWHERE, Ground, OnSheet
from geo.drawing.label_layout import Box
from geo.drawing.lands import LANDS, TERRITORY
from geo.drawing.name_forms import Wish
from geo.drawing.name_layout import place_names
from geo.drawing.view import map_payload

TABLES = current_tables()


@pytest.mark.parametrize(
    ("view", "some"), [("world", {*LANDS, TERRITORY}), ("north_atlantic", {"MEX", "GRL"}), ("europe", set())]
)
def test_each_land_has_its_word_and_lies_on_its_ground(view: str, some: set[str]) -> None:
    drawn = map_payload(view, TABLES)
    lands = drawn.get("lands", {})
    assert set(lands) == some <= set(browser_words()["land"])
    ground = Ground.of(drawn)
    for code, (x, y, _) in lands.items():
        under = OnSheet(ground, 1, 0, 0).under(np.array([x]), np.array([y]))
        assert under[0] == ground.index.get(code, ELSEWHERE), code


def test_a_quiet_name_stands_inside_its_land_or_not_at_all() -> None:
    path = {"width": 400, "height": 400, "land": "M100 100l200 0 0 200 -200 0z", "paths": {}}
    ground = Ground.of(path)

    def placed(text: str, *, quiet: bool) -> list[str]:
        wish = Wish("LAND", text, "", 200, 200, 200, ground.own(()), must=False, joined=False, quiet=quiet)
        sheet = OnSheet(ground, 1, 0, 0)
        names = place_names(
            [wish], 12, (11, 11), lambda line, size, _: len(line) * size / 2, sheet, [], Box(0, 0, 400, 400)
        )
        return [name.key for name in names]

    assert placed("China", quiet=True) == ["LAND"]
    assert placed("An" + "o" * 48, quiet=True) == []
    assert placed("An" + "o" * 48, quiet=False) == ["LAND"]
