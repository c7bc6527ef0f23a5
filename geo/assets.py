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

ATLAS = Path(__file__).parent / "atlas"
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


@dataclass(frozen=True)
class Assets:
    """All files of one edition. `digest` changes when any of them does, so each address is immutable."""

    digest: str
    files: dict[str, Asset]

    @property
    def modules(self) -> list[str]:
        return sorted(name for name in self.files if name.endswith(".mjs"))

    @classmethod
    def of(cls, tables: Tables) -> "Assets":
        texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(ATLAS.glob("*.mjs"))}
        texts["atlas.css"] = palette_css() + (ATLAS / "atlas.css").read_text(encoding="utf-8")
        texts["facts.json"] = to_json(facts_payload(tables))
        texts["europe.json"] = to_json(view_payload("europe", tables))
        files = {name: Asset(name, text.encode()) for name, text in texts.items()}
        digest = hashlib.sha256(b"".join(name.encode() + asset.body for name, asset in sorted(files.items())))
        return cls(digest.hexdigest()[:16], files)


_lock = Lock()
_current: list[Assets] = []


def current_assets() -> Assets:
    """The project's own assets, made at the first call, for all sessions."""
    with _lock:
        if not _current:
            _current.append(Assets.of(current_tables()))
        return _current[0]
