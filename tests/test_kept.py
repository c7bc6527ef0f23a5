"""The kept drawings: what drawing gives today, and passed over once anything they were made from is another."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import shapely

from data.tables import current_tables
from geo.drawing import kept as kept_module
from geo.drawing.coverage import simplified
from geo.drawing.draw import Drawing, draw
from geo.drawing.kept import keep, kept
from geo.drawing.views import VIEWS, View
from geo.shapes.extract import read_land, read_shapes

UNITS = tuple(current_tables().units["unit"])
BALKANS = VIEWS["balkans"]

each_view = pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)


@cache
def found(view: View) -> Drawing:
    drawn = kept(view, UNITS)
    assert drawn is not None, f"{view.name} was made from something else: run python -m geo.drawing.kept"
    return drawn


@each_view
def test_every_view_is_kept_as_it_would_be_drawn_today(view: View) -> None:
    anew = draw(view, simplified(view, read_shapes(current_tables().units), read_land()))
    assert replace(found(view), shapes={}) == replace(anew, shapes={})
    assert list(found(view).shapes) == list(anew.shapes)
    assert list(found(view).paths) == list(anew.paths)
    pairs = zip(found(view).shapes.values(), anew.shapes.values(), strict=True)
    assert all(shapely.equals_exact(one, other, tolerance=1e-6) for one, other in pairs)


@each_view
def test_what_is_kept_is_valid_and_fits_together(view: View) -> None:
    shapes = list(found(view).shapes.values())
    assert shapely.is_valid(shapes).all()
    assert shapely.coverage_is_valid(shapes)


@pytest.mark.parametrize(
    "other",
    [
        replace(BALKANS, tolerance=0.4),
        replace(BALKANS, unit_m=640),
        replace(BALKANS, extent=(*BALKANS.extent[:3], 1_008_001)),
        replace(BALKANS, crs=VIEWS["baltic"].crs),
        replace(BALKANS, frame=(*BALKANS.frame[:3], 711_901)),
        replace(BALKANS, name="no_such_view"),
    ],
    ids=["tolerance", "unit_m", "extent", "crs", "frame", "name"],
)
def test_another_view_has_nothing_kept(other: View) -> None:
    assert kept(BALKANS, UNITS) is not None
    assert kept(other, UNITS) is None


def test_other_units_have_nothing_kept() -> None:
    assert kept(BALKANS, UNITS[1:]) is None
    assert kept(BALKANS, (*UNITS, "NEW")) is None


def test_other_shapes_or_code_have_nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_module, "_shapes_and_code", lambda: b"other")
    assert kept(BALKANS, UNITS) is None


def test_a_broken_file_is_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    whole = (kept_module.FOLDER / "balkans.npz").read_bytes()
    monkeypatch.setattr(kept_module, "FOLDER", tmp_path)
    for body in (b"", b"no archive", whole[:1000], whole[:-1000], whole[:5000] + bytes(5000) + whole[10_000:]):
        (tmp_path / "balkans.npz").write_bytes(body)
        assert kept(BALKANS, UNITS) is None


def test_rings_with_holes_come_back_as_they_went(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lake = shapely.Polygon([(0, 0), (9, 0), (9, 9), (0, 9)], [[(3, 3), (3, 6), (6, 6), (6, 3)]])
    shapes = {
        "one": shapely.MultiPolygon([lake, shapely.box(20, 20, 21.125, 21)]),
        "two": shapely.MultiPolygon([shapely.box(3, 3, 6, 6)]),
    }
    drawn = replace(found(BALKANS), shapes=shapes)
    monkeypatch.setattr(kept_module, "FOLDER", tmp_path)
    keep(BALKANS, shapes, drawn, tmp_path)
    again = kept(BALKANS, ["two", "one"])
    assert again == drawn
