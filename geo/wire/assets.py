"""The files of the atlas as the browser fetches them: named by their content, compressed once."""

import gzip
import hashlib
import re
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property, partial
from importlib.metadata import version
from pathlib import Path
from platform import python_version
from threading import Lock

from data.memberships.reader import current_membership, membership_ids
from data.memberships.shipped import shipped_ids
from data.schema import SCHEMA
from data.settings import address, report
from data.tables import Tables, current_tables
from geo.drawing.palette import THEMES
from geo.drawing.view import view_payload
from geo.drawing.views import ALL_VIEWS, VIEWS
from geo.wire.bundle import joined_module
from geo.wire.ear import ear_of_the_world, ear_payload
from geo.wire.facts import facts_payload, sources_payload
from geo.wire.forces import force_details
from geo.wire.laid_over import file_over, laid_over, laid_over_by
from geo.wire.look import look_css
from geo.wire.made_before import Packed, made_before
from geo.wire.search import search_payload
from geo.wire.strict_json import to_json

ROOT = Path(__file__).parent.parent.parent
ATLAS = ROOT / "geo" / "atlas"
PREFIX = "eastward"
"""The path at which the files lie, each edition in a folder of its own."""
ROOMS = ("data", "geo")
MADE_FROM = {".py", ".mjs", ".js", ".css", ".html", ".toml", ".csv", ".zip", ".npz"}
"""Files of the rooms that a change of can change what is served."""
DRAWN_WITH = ("shapely", "pyproj", "geopandas", "typst", "pillow", "font-source-sans-pro")
"""Packages whose next release may draw another line."""
WRITTEN_WITH = ("numpy", "pandas", "rjsmin", "rcssmin")
"""Packages whose next release may write it in other letters."""
ENTRIES = (ATLAS / "atlas.mjs", ATLAS / "server.mjs")
SCRIPT = "atlas.js"
"""All modules in one: the page asks for it, while each of them can be had by itself, too."""
LATE = ATLAS / "late.mjs"
LATE_SCRIPT = "late.js"
"""The parts that few ask for, with what they need: fetched when the page is at rest, or when somebody asks."""
EAR = ATLAS / "ear" / "ear.mjs"
EAR_SCRIPT = "ear.js"
"""What reads the map out, fetched after it."""
SOUND = ATLAS / "ear" / "sound.mjs"
SOUND_SCRIPT = "sound.js"
"""What plays the years, fetched by those who switched it on."""
MEMBERSHIP = ATLAS / "membership.mjs"
MEMBERSHIP_SCRIPT = "membership.js"
"""What only the atlas of a membership other than NATO has."""
FACTS = "facts.json"
CHOICES = "memberships.json"
FACTS_OF = re.compile(r"facts-(\w+)\.json")
"""The facts of a membership other than NATO."""
JAVASCRIPT = "text/javascript"
TYPES = {
    ".js": JAVASCRIPT,
    ".mjs": JAVASCRIPT,
    ".css": "text/css",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
DAY_PICTURES = "small pictures of days"
MOST_DAY_PICTURES = 60
MAKERS = 2
"""While one compresses, which leaves Python to others, the next draws."""


@dataclass(frozen=True)
class Asset:
    """One file: its bytes, plain and compressed, and its media type."""

    name: str
    body: bytes
    packed: bytes | None = None
    """Compressed before, if it was."""

    @property
    def media_type(self) -> str:
        return TYPES[Path(self.name).suffix]

    @property
    def is_text(self) -> bool:
        """Whether compressing it pays."""
        return Path(self.name).suffix not in {".png", ".pptx"}

    @cached_property
    def gzipped(self) -> bytes:
        return self.packed or gzip.compress(self.body, 9, mtime=0)


Part = tuple[str, bytes]


def edition_digest(tables: Tables, root: Path = ROOT) -> str:
    """What all files are made from, in 16 letters: code, words, shapes, tables, what draws, the settings.

    The same on every machine with the same releases, for it knows neither paths nor times. Taken from what goes in,
    since what comes out takes seconds to draw.
    """
    made_with = ((name, version(name).encode()) for name in (*DRAWN_WITH, *WRITTEN_WITH))
    told = ("python", python_version().encode()), ("settings", f"{address()} {report()}".encode())
    return digest_of([*files_of(root), *_tables(tables), *made_with, *told])


def digest_of(parts: Iterable[Part]) -> str:
    """Names and contents as one digest; no two lists of parts run into the same bytes."""
    digest = hashlib.sha256()
    for name, content in parts:
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:16]


def files_of(root: Path) -> Iterator[Part]:
    """Every file of the rooms that something served is made from."""
    for path in sorted(path for room in ROOMS for path in (root / room).rglob("*") if path.suffix in MADE_FROM):
        yield path.relative_to(root).as_posix(), path.read_bytes()


def _tables(tables: Tables) -> Iterator[Part]:
    for name, columns in SCHEMA.items():
        frame = getattr(tables, name)
        yield name, repr([frame[column.name].tolist() for column in columns]).encode()
    told = (tables.version, tables.as_of, tables.edition_date, tables.edition_note, tables.is_published)
    yield "edition", repr(told).encode()


class Assets:
    """All files of one edition.

    Each address holds the digest of all that a file can be made from, so it is immutable. Each file is made when it is
    first asked for, or was made by an earlier start.
    """

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._locks: dict[str, Lock] = defaultdict(Lock)
        self._files: dict[str, Callable[[], str]] = {
            path.relative_to(ATLAS).as_posix(): partial(path.read_text, encoding="utf-8")
            for path in sorted(ATLAS.rglob("*.mjs"))
        }
        self._files |= {
            SCRIPT: lambda: joined_module(*ENTRIES),
            LATE_SCRIPT: lambda: joined_module(LATE),
            EAR_SCRIPT: lambda: joined_module(EAR),
            SOUND_SCRIPT: lambda: joined_module(SOUND),
            MEMBERSHIP_SCRIPT: lambda: joined_module(MEMBERSHIP),
            "atlas.css": look_css,
            FACTS: lambda: to_json(facts_payload(tables)),
            "sources.json": lambda: to_json(sources_payload(tables)),
            "forces.json": lambda: to_json(force_details(tables)),
            "search.json": lambda: to_json(search_payload(tables)),
            "ear.json": lambda: to_json(ear_payload()),
            "ear-of-the-world.json": lambda: to_json(ear_of_the_world()),
        }
        self._made: dict[str, Asset] = {}
        self._views = {f"{view}.json" for view in ALL_VIEWS}
        facts, over = map(facts_file, membership_ids()), map(file_over, shipped_ids())
        self._of_memberships = (CHOICES, *over, *facts)
        years = range(tables.first_year, tables.last_year + 1)
        self._small = {f"small-{year}-{theme}.png": (year, theme) for year in years for theme in THEMES}
        self._day_pictures: OrderedDict[str, Asset] = OrderedDict()  # any day can be asked for: a few are kept
        self.digest = edition_digest(tables)

    @property
    def names(self) -> list[str]:
        """Every file: modules, facts, the views in the order of their keys, what memberships have, small pictures."""
        views = (f"{view}.json" for view in ALL_VIEWS)
        return [*self._files, *views, *self._of_memberships, *self._small]

    def has(self, name: str) -> bool:
        """Whether there is a file of this name: one of `names`, or a picture of a day or two."""
        return self._is_listed(name) or self._picture_maker(name) is not None

    def _is_listed(self, name: str) -> bool:
        known = (self._files, self._small, self._views, self._of_memberships)
        return any(name in files for files in known)

    def _picture_maker(self, name: str) -> Callable[[], bytes] | None:
        from geo.wire.day_pictures import day_picture  # all that draws, which no start waits for

        return day_picture(name, self._tables)

    def _picture_of_day(self, name: str) -> Asset:
        with self._locks[DAY_PICTURES]:
            if name not in self._day_pictures:
                make = self._picture_maker(name)
                if make is None:
                    raise KeyError(name)
                self._day_pictures[name] = Asset(name, make())
            self._day_pictures.move_to_end(name)
            while len(self._day_pictures) > MOST_DAY_PICTURES:
                self._day_pictures.popitem(last=False)
            return self._day_pictures[name]

    def file(self, name: str) -> Asset:
        """A file by name, made at the first call; KeyError for a name that there is none of."""
        if not self._is_listed(name):
            return self._picture_of_day(name)
        with self._locks[name]:
            if name not in self._made:
                packed = made_before(self.digest, name)
                self._made[name] = (
                    Asset(name, self._make(name)) if packed is None else Asset(name, gzip.decompress(packed), packed)
                )
            return self._made[name]

    def worth_keeping(self) -> Iterator[Packed]:
        """What the next start of this edition would have to make again: all but the modules and the small pictures.

        Of what is made when it is asked for, the facts of memberships, only what has been.
        """
        for name in self.names:
            if not name.endswith((".mjs", ".png")) and (name in self._made or not membership_of_file(name)):
                yield name, self.file(name).gzipped

    def _make(self, name: str) -> bytes:
        if name in self._files:
            return self._files[name]().encode()
        if name in self._small:
            from geo.wire.day_pictures import small_picture

            year, theme = self._small[name]
            return small_picture(year, theme, self._tables)
        if name == CHOICES:
            from geo.wire.membership_facts import choices

            return to_json(choices(self._tables)).encode()
        if over := laid_over_by(name):
            return to_json(laid_over(over)).encode()
        if membership := membership_of_file(name):
            from geo.wire.membership_facts import membership_facts

            return to_json(membership_facts(current_membership(membership))).encode()
        return to_json(view_payload(name.removesuffix(".json"), self._tables)).encode()


def facts_file(membership: str) -> str:
    """What the facts of a membership other than NATO are called."""
    return f"facts-{membership}.json"


def membership_of_file(name: str) -> str | None:
    """The id of the membership whose facts a file has, which are made when they are asked for; None for any other."""
    found = FACTS_OF.fullmatch(name)
    return found[1] if found and found[1] in membership_ids() else None


_lock = Lock()
_current: list[Assets] = []


def current_assets() -> Assets:
    """The project's own assets, made at the first call, for all sessions."""
    with _lock:
        if not _current:
            assets = Assets(current_tables())
            assets.file(FACTS)  # what cannot be told is told to whoever asks for a page
            _current.append(assets)
        return _current[0]


def assets_made() -> Assets | None:
    """The project's own assets, if they have been made."""
    return _current[0] if _current else None


def make_views() -> None:
    """Make what the atlas asks for first, then its every other view, so that no visitor waits for one.

    Those of the world are made in a moment when a membership asks for them.
    """
    assets = current_assets()
    first, *others = (f"{view}.json" for view in VIEWS)
    with ThreadPoolExecutor(MAKERS) as pool:
        list(pool.map(lambda name: assets.file(name).gzipped, (FACTS, first, SCRIPT, *others)))
