"""What each country of the map was at the end of each year."""

from functools import lru_cache

from data.tables import Tables
from data.timeline import Segment, picture_day, segment_on
from data.vocabulary import UnitKind
from geo.drawing.kept import drawing

LEAST_RADIUS = 8  # units of the view, of a country that can be seen


@lru_cache(maxsize=4)
def _on_map(tables: Tables) -> list[str]:
    """Countries that can be seen on the map of Europe."""
    anchors = drawing("europe", tables.units).anchors
    countries = tables.units.loc[tables.units["kind"] == UnitKind.COUNTRY, "unit"]
    return sorted(unit for unit in countries if (at := anchors.get(unit)) and at.radius >= LEAST_RADIUS)


@lru_cache(maxsize=4)
def standing(tables: Tables) -> dict[int, dict[str, Segment]]:
    """What each country of the map was at the end of each whole year."""
    on_map = _on_map(tables)
    return {
        year: {unit: segment_on(tables, unit, picture_day(year, tables)) for unit in on_map}
        for year in range(tables.first_year, tables.last_year)
    }
