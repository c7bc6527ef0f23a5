"""The room of a place is what it is when every shape is measured, and not only those whose boxes are near."""

import shapely
from made import made_view

from data.rows import rows_with
from data.tables import current_tables
from data.vocabulary import UnitKind
from geo.drawing.kept import drawing

TABLES = current_tables()
WHOLE = {row.unit: row.of for row in rows_with(TABLES, "units", "kind", UnitKind.PART)}


def test_the_room_of_a_place_reaches_to_the_nearest_country_but_its_own() -> None:
    shapes = drawing("europe", TABLES.units).shapes
    for x, y, room in made_view("europe")["places"]:
        far: dict[str, float] = {}
        for unit, distance in zip(shapes, shapely.distance(list(shapes.values()), shapely.Point(x, y)), strict=True):
            country = WHOLE.get(unit, unit)
            far[country] = min(distance, far.get(country, distance))
        _own, nearest, *_ = sorted(far.values())
        assert room == round(nearest)
