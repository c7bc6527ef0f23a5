"""The files of the atlas as the browser fetches them: named by their content, compressed once."""

import gzip
import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock

from data.tables import Tables, current_tables
from geo.palette import palette_css
from geo.payload import facts_payload, to_json, view_payload
from geo.projection import VIEWS
from geo.shapes import EXTRACT

GEO = Path(__file__).parent
ATLAS = GEO / "atlas"
TYPES = {".mjs": "text/javascript", ".css": "text/css", ".json": "application/json"}


@dataclass(frozen=True)
class Asset:
    """One file: its bytes, plain and compressed, and its media type."""

    name: str
    body: bytes

    @property
    def media_type(self) -> str:
        return TYPES[Path(self.name).suffix]

    @cached_property
    def gzipped(self) -> bytes:
        return gzip.compress(self.body, 9, mtime=0)


class Assets:
    """All files of one edition.

    `digest` changes when a file, the code or the shapes do, so each address is immutable. The first view is drawn at once;
    the others when they are first asked for.
    """

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._lock = Lock()
        self._files = {path.name: path.read_text(encoding="utf-8") for path in sorted(ATLAS.glob("*.mjs"))}
        self._files["atlas.css"] = palette_css() + (ATLAS / "atlas.css").read_text(encoding="utf-8")
        self._files["facts.json"] = to_json(facts_payload(tables))
        self._made: dict[str, Asset] = {}
        code = [*sorted(GEO.glob("*.py")), EXTRACT]
        parts = [*(text.encode() for _, text in sorted(self._files.items())), *(path.read_bytes() for path in code)]
        self.digest = hashlib.sha256(b"".join(parts)).hexdigest()[:16]

    @property
    def modules(self) -> list[str]:
        return sorted(name for name in self._files if name.endswith(".mjs"))

    @property
    def names(self) -> list[str]:
        """Every file, the views in the order of their keys last."""
        return [*self._files, *(f"{view}.json" for view in VIEWS)]

    def file(self, name: str) -> Asset:
        """A file by name, made at the first call; KeyError for a name that is not among `names`."""
        with self._lock:
            if name not in self._made:
                self._made[name] = Asset(name, (self._files.get(name) or self._view(name)).encode())
            return self._made[name]

    def _view(self, name: str) -> str:
        view = name.removesuffix(".json")
        if view not in VIEWS or view == name:
            raise KeyError(name)
        return to_json(view_payload(view, self._tables))


_lock = Lock()
_current: list[Assets] = []


def current_assets() -> Assets:
    """The project's own assets, made at the first call, for all sessions."""
    with _lock:
        if not _current:
            _current.append(Assets(current_tables()))
        return _current[0]


def make_all() -> None:
    """Make every file, so that no visitor waits for one; the first view first."""
    assets = current_assets()
    for view in VIEWS:
        _ = assets.file(f"{view}.json").gzipped
