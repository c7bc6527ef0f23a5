"""Meridians and parallels lie on the maps that are turned, and on no other."""

import numpy as np
import pytest

from geo.drawing.graticule import graticule
from geo.drawing.views import VIEWS, project_points
from geo.shapes.topology import decode

TURNED = {"north_atlantic", "arctic"}


def test_only_turned_maps_have_one() -> None:
    assert {name for name, view in VIEWS.items() if graticule(view)} == TURNED


@pytest.mark.parametrize("name", sorted(TURNED))
def test_its_lines_lie_on_the_map_and_none_runs_across_it(name: str) -> None:
    view = VIEWS[name]
    lines = decode(graticule(view))
    points = np.vstack(lines)
    assert points.min() >= 0
    assert (points.max(axis=0) <= [view.width, view.height]).all()
    meridians, parallels = 12, 4
    assert len(lines) >= meridians + parallels - 2, "an open cone may keep some of them off the map"


@pytest.mark.parametrize("name", sorted(TURNED))
def test_the_meridians_meet_at_the_pole(name: str) -> None:
    view = VIEWS[name]
    x, y = project_points(view, 0.0, 90.0)
    pole = np.array([x[0], y[0]])
    at_pole = [line for line in decode(graticule(view)) if np.hypot(*(line - pole).T).min() <= 1]
    assert len(at_pole) >= 8


def test_a_parallel_is_a_circle_around_the_pole() -> None:
    view = VIEWS["arctic"]
    pole = np.array([part[0] for part in project_points(view, 0.0, 90.0)])
    ring = np.array([part[0] for part in project_points(view, 0.0, 70.0)])
    away = np.hypot(*(ring - pole))
    circles = [line for line in decode(graticule(view)) if len(line) > 20]
    radii = [np.hypot(*(line - pole).T) for line in circles]
    assert any(np.allclose(radius, away, atol=3) for radius in radii)
