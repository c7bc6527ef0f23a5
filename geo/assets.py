"""The files of the atlas as the browser fetches them: named by their content, compressed once."""

import gzip
import hashlib
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock

from data.tables import Tables, current_tables
from geo.palette import THEMES, palette_css
from geo.payload import facts_payload, to_json, view_payload
from geo.picture import SMALL, png, svg
from geo.projection import VIEWS
from geo.shapes import EXTRACT

GEO = Path(__file__).parent
ATLAS = GEO / "atlas"
TYPES = {".mjs": "text/javascript", ".css": "text/css", ".json": "application/json", ".png": "image/png"}
SMALL_WIDTH = 960  # px of a small picture, for screens of more than one dot to the pixel


@dataclass(frozen=True)
class Asset:
    """One file: its bytes, plain and compressed, and its media type."""

    name: str
    body: bytes

    @property
    def media_type(self) -> str:
        return TYPES[Path(self.name).suffix]

    @property
    def is_text(self) -> bool:
        """Whether compressing it pays."""
        return self.media_type != TYPES[".png"]

    @cached_property
    def gzipped(self) -> bytes:
        return gzip.compress(self.body, 9, mtime=0)


class Assets:
    """All files of one edition.

    `digest` changes when a file, the code or the shapes do, so each address is immutable. Views and small pictures are
    made when they are first asked for.
    """

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._locks: dict[str, Lock] = defaultdict(Lock)
        self._files = {path.name: path.read_text(encoding="utf-8") for path in sorted(ATLAS.glob("*.mjs"))}
        self._files["atlas.css"] = palette_css() + (ATLAS / "atlas.css").read_text(encoding="utf-8")
        self._files["facts.json"] = to_json(facts_payload(tables))
        self._made: dict[str, Asset] = {}
        years = range(tables.first_year, tables.last_year + 1)
        self._small = {f"small-{year}-{theme}.png": (year, theme) for year in years for theme in THEMES}
        code = [*sorted(GEO.glob("*.py")), EXTRACT]
        parts = [*(text.encode() for _, text in sorted(self._files.items())), *(path.read_bytes() for path in code)]
        self.digest = hashlib.sha256(b"".join(parts)).hexdigest()[:16]

    @property
    def modules(self) -> list[str]:
        return sorted(name for name in self._files if name.endswith(".mjs"))

    @property
    def names(self) -> list[str]:
        """Every file: modules, facts, the views in the order of their keys, small pictures."""
        return [*self._files, *(f"{view}.json" for view in VIEWS), *self._small]

    def file(self, name: str) -> Asset:
        """A file by name, made at the first call; KeyError for a name that is not among `names`."""
        with self._locks[name]:
            if name not in self._made:
                self._made[name] = Asset(name, self._make(name))
            return self._made[name]

    def _make(self, name: str) -> bytes:
        if name in self._files:
            return self._files[name].encode()
        if name in self._small:
            year, theme = self._small[name]
            return png(svg(year, layers=("front",), theme=theme, sheet=SMALL, tables=self._tables), SMALL_WIDTH)
        view = name.removesuffix(".json")
        if view not in VIEWS or view == name:
            raise KeyError(name)
        return to_json(view_payload(view, self._tables)).encode()


_lock = Lock()
_current: list[Assets] = []


def current_assets() -> Assets:
    """The project's own assets, made at the first call, for all sessions."""
    with _lock:
        if not _current:
            _current.append(Assets(current_tables()))
        return _current[0]


def make_views() -> None:
    """Make every view, the first one first, so that no visitor waits for one."""
    assets = current_assets()
    for view in VIEWS:
        _ = assets.file(f"{view}.json").gzipped
