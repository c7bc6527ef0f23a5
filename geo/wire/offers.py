"""What lies under `/data/`: each file with its address, its form, and what makes it.

What was made is kept, of a file that asks for a day or an address only the last few; it is made once however many ask.
"""

import gzip
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import PurePosixPath
from threading import Lock
from typing import Any

from data.croissant import croissant
from data.export import PACKAGE, data_package, status_csv, table_csv
from data.package import as_json, package_zip
from data.panel import panel_csv, panel_parquet
from data.schema import SCHEMA
from data.tables import Tables, current_tables
from geo.tactile import tactile_svg, tactile_zip
from geo.wire.answers import tag_of
from geo.wire.maps import map_geojson, map_gpkg

CSV = "text/csv; charset=utf-8"
JSON = "application/json"
JSON_LD = "application/ld+json"
GEOJSON = "application/geo+json"
GPKG = "application/geopackage+sqlite3"
PARQUET = "application/vnd.apache.parquet"
ZIP = "application/zip"
SVG = "image/svg+xml"
KEPT = 4
"""Of each file that asks for something; a map is 2 MB, and 1 MB compressed."""
COMPRESSION = 6

Asked = Any
"""A day, the address of the folder of the downloads, or None."""


class Asks(Enum):
    """What a file has to be asked with."""

    NOTHING = auto()
    DAY = auto()
    ADDRESS = auto()


@dataclass(frozen=True)
class Made:
    """A file as it travels: its bytes, their tag, and the same compressed where that helps."""

    body: bytes
    tag: str
    gzipped: bytes | None


@dataclass(frozen=True, eq=False)
class Offer:
    """One file; `name` is that of its words, under `downloads.says`."""

    name: str
    file: str
    media_type: str
    make: Callable[[Tables, Asked], bytes]
    asks: Asks = Asks.NOTHING
    shrinks: bool = True
    _lock: Lock = field(default_factory=Lock, init=False, repr=False)
    _kept: dict[Asked, Made] = field(default_factory=dict, init=False, repr=False)

    def made(self, asked: Asked = None) -> Made:
        """The file for what is asked; it may take seconds the first time."""
        with self._lock:  # who asks for the same waits for it
            made = self._kept.pop(asked, None) or self._make(asked)
            self._kept[asked] = made
            if len(self._kept) > KEPT:
                del self._kept[next(iter(self._kept))]
            return made

    def saved_as(self, asked: Asked) -> str:
        """The name under which it is saved: `map-2008-04-03.geojson`."""
        path = PurePosixPath(self.file)
        return f"{path.stem}-{asked}{path.suffix}" if self.asks is Asks.DAY else self.file

    def _make(self, asked: Asked) -> Made:
        body = self.make(current_tables(), asked)
        packed = gzip.compress(body, COMPRESSION, mtime=0) if self.shrinks else None
        return Made(body, tag_of(body), packed)


def _table(name: str) -> Offer:
    return Offer("tables", f"{name}.csv", CSV, lambda tables, _: table_csv(name, tables).encode())


TABLES = {f"{name}.csv": _table(name) for name in SCHEMA}
"""The tables by file."""

OFFERS = (
    Offer("status", "status.csv", CSV, lambda tables, day: status_csv(day, tables).encode(), Asks.DAY),
    Offer("geojson", "map.geojson", GEOJSON, lambda tables, day: map_geojson(day, tables), Asks.DAY),
    Offer("gpkg", "map.gpkg", GPKG, lambda tables, day: map_gpkg(day, tables), Asks.DAY),
    Offer("tactile", "tactile.svg", SVG, lambda tables, day: tactile_svg(day, tables).encode(), Asks.DAY),
    Offer("tactile_zip", "tactile.zip", ZIP, lambda tables, day: tactile_zip(day, tables), Asks.DAY, shrinks=False),
    Offer("parquet", "status.parquet", PARQUET, lambda tables, _: panel_parquet(tables), shrinks=False),
    Offer("panel", "panel.csv", CSV, lambda tables, _: panel_csv(tables).encode()),
    Offer("package", f"{PACKAGE}.zip", ZIP, lambda tables, _: package_zip(tables), shrinks=False),
    Offer("descriptor", "datapackage.json", JSON, lambda tables, _: as_json(data_package(tables)).encode()),
    Offer("croissant", "croissant.json", JSON_LD, lambda tables, base: as_json(croissant(tables, base)).encode(),
          Asks.ADDRESS),
)  # fmt: skip
"""All that is no table, in the order of the list."""
