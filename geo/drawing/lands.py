"""Great lands that are named on the map though they are none of its countries, so that no large ground is a riddle."""

from collections.abc import Mapping

import numpy as np

from geo.drawing.anchors import Anchor
from geo.drawing.views import View, project_points

LANDS = {
    "ARG": (-62.9, -28.7, 663),
    "BRA": (-52.3, -7.2, 1913),
    "CHN": (99.3, 34.4, 1852),
    "ETH": (40.6, 7.4, 717),
    "IDN": (113.3, -0.1, 454),
    "IND": (79.5, 23.8, 918),
    "MEX": (-102.8, 25.4, 541),
    "PER": (-73.1, -11.9, 441),
    "ZAF": (23.8, -31.5, 543),
}
"""By Natural Earth's code, where a name has most room (as an `Anchor` has it, measured on the same shapes): lon, lat,
half its width in km. Only states that had the name in every year of the atlas, for the map is that of any day."""

TERRITORY = "GRL"
"""A unit that is no country, and as large as some."""


def lands_in(view: View, anchors: Mapping[str, Anchor | None]) -> dict[str, list[int]]:
    """By code, where the names of great lands stand in a view that has no shape for them: x, y, half the width."""
    lon, lat, half = np.array(list(LANDS.values())).T
    x, y = project_points(view, lon, lat)
    left, top, width, height = view.frame_box
    here = (x >= left) & (y >= top) & (x <= left + width) & (y <= top + height)
    wide = np.round(half * 1000 / view.unit_m)
    found = {
        code: [int(x[i]), int(y[i]), int(wide[i])] for i, code in enumerate(LANDS) if here[i] and code not in anchors
    }
    territory = anchors.get(TERRITORY)
    return {**found, **({TERRITORY: list(territory.name)} if territory else {})}
