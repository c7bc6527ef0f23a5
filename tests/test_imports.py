"""No arrow points back: dashboard.py -> pages/ -> geo/ -> data/; and the browser's modules need only each other."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

from each import for_each

from geo.publish.class_page import Reader
from geo.wire.assets import EAR, ENTRIES, LATE, MEMBERSHIP, SOUND

ROOT = Path(__file__).parent.parent
ATLAS = ROOT / "geo" / "atlas"
MAY_IMPORT = {
    "dashboard": {"pages", "geo", "data"},
    "pages": {"pages", "geo", "data"},
    "geo": {"geo", "data"},
    "data": {"data"},
}
"""What a room may import of the project; `data` says when, `geo` where, `pages` what the reader meets."""

SHOWS_STREAMLIT = re.compile(r"dashboard\.py|pages/(?:parts/)?\w+\.py|geo/atlas/__init__\.py")
PYTHON = [
    ROOT / "dashboard.py",
    *(path for room in ("pages", "geo", "data") for path in sorted((ROOT / room).rglob("*.py"))),
]
FILES = frozenset(PYTHON)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def room_of(path: Path) -> str:
    return named(path).partition("/")[0].removesuffix(".py")


@cache
def imported_by(path: Path) -> frozenset[str]:
    """What a file imports; each is read once for all that is asked of it."""
    return frozenset(imports(*nodes_of(path)))


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """What may import something in a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return tuple(node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom | ast.Call))


def imports(*nodes: ast.AST) -> Iterator[str]:
    """The modules that are imported anywhere, in functions too; a relative import as `.`."""
    for node in nodes:
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=module, level=level):
                yield "." * level + (module or "")
            case ast.Call(func=ast.Name(id="__import__") | ast.Attribute(attr="import_module")):
                yield "a name made up at run time"


def test_there_is_something_to_check() -> None:
    assert {room_of(path) for path in PYTHON} == set(MAY_IMPORT)


@for_each("path", PYTHON, ids=named)
def test_no_import_points_back(path: Path) -> None:
    rooms = {name.partition(".")[0] for name in imported_by(path)} & {*MAY_IMPORT, "tests"}
    assert rooms <= MAY_IMPORT[room_of(path)]


@for_each("path", PYTHON, ids=named)
def test_imports_are_absolute_and_written_out(path: Path) -> None:
    assert not {name for name in imported_by(path) if name.startswith((".", "a name"))}


@for_each("path", PYTHON, ids=named)
def test_streamlit_is_imported_only_where_pages_are_made(path: Path) -> None:
    names = {name.partition(".")[0] for name in imported_by(path)}
    assert "streamlit" not in names or SHOWS_STREAMLIT.fullmatch(named(path))


def test_the_rooms_below_the_pages_load_without_streamlit() -> None:
    code = "import sys, data.membership, geo.wire.facts, geo.wire.assets; sys.exit('streamlit' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def modules_needed(path: Path) -> set[Path]:
    """The files of the project that a module imports, be it in a function or for its types alone."""
    needed: set[Path] = set()
    for node in nodes_of(path):
        match node:
            case ast.Import(names=names):
                needed |= {file for alias in names for file in files_of(alias.name)}
            case ast.ImportFrom(module=str(module), names=names):
                needed |= {file for alias in names for file in files_of(f"{module}.{alias.name}") or files_of(module)}
    return needed


def files_of(name: str) -> set[Path]:
    """The file of a module of the project; none for another module, and for what is no module."""
    place = ROOT.joinpath(*name.split("."))
    return {file for file in (place.with_suffix(".py"), place / "__init__.py") if file in FILES}


def test_no_module_of_python_needs_itself() -> None:
    needs = {path: modules_needed(path) for path in PYTHON}
    assert sum(map(len, needs.values())) > len(PYTHON)
    TopologicalSorter(needs).prepare()  # raises CycleError, which names the circle


def test_an_import_in_a_function_is_found() -> None:
    source = "def f():\n    from pages.atlas import x\n    import streamlit as st"
    assert list(imports(*ast.walk(ast.parse(source)))) == ["pages.atlas", "streamlit"]


# ---------------------------------------------------------------------- the browser's modules

MODULES = sorted(ATLAS.rglob("*.mjs"))
FETCHED = sorted(path for path in ATLAS.rglob("*") if path.suffix in {".mjs", ".js", ".css", ".html"})
STATIC = re.compile(
    r"""^\s*(?:import|export)\b[^'"`]*?\bfrom\s*(['"])(.+?)\1|^\s*import\s*(['"])(.+?)\3""", re.MULTILINE
)
DYNAMIC = re.compile(r"\bimport\(([^)]*\)?)\)")
OTHER_HOST = re.compile(r"""\b(?:https?|wss?)://|(?<=['"`(\s])//(?=\w[\w-]*\.\w)""")
SVG_NAMESPACE = "http://www.w3.org/2000/svg"  # a name, never fetched


def module_imports(source: str) -> list[str]:
    return [match[2] or match[4] for match in STATIC.finditer(source)]


ROOMS = {
    "core": {"core"},
    "stage": {"core", "stage", ""},
    "panel": {"core", "panel", ""},
    "share": {"core", "share", ""},
    "frame": {"core", "panel", "frame", ""},
    "ear": {"core", "panel", "ear", ""},
    "": {"core", "stage", "panel", "share", "frame", ""},
}
"""Which rooms of the atlas a room may import; "" is the folder itself. What is in `core` knows no DOM."""
DOM = re.compile(r"\b(?:document|window|getComputedStyle|matchMedia|HTMLElement)\b|\.(?:append|classList|dataset)\b")


def room_in(path: Path) -> str:
    return path.relative_to(ATLAS).parent.as_posix().removeprefix(".")


def needed_by(path: Path) -> set[Path]:
    return {(path.parent / name).resolve() for name in module_imports(path.read_text(encoding="utf-8"))}


@for_each("path", MODULES, ids=named)
def test_a_module_imports_only_from_rooms_it_may(path: Path) -> None:
    needed = needed_by(path)
    assert needed <= set(MODULES)
    assert {room_in(each) for each in needed} <= ROOMS[room_in(path)]
    assert not DYNAMIC.findall(path.read_text(encoding="utf-8"))


@for_each("path", [path for path in MODULES if room_in(path) == "core"], ids=named)
def test_the_core_knows_no_document(path: Path) -> None:
    bare = re.sub(r"^\s*(?://|\*|/\*).*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert not DOM.findall(bare)


def test_modules_import_without_a_circle() -> None:
    needs = {path: needed_by(path) for path in MODULES}
    while leaves := {path for path, needed in needs.items() if not needed}:
        needs = {path: needed - leaves for path, needed in needs.items() if path not in leaves}
    assert needs == {}


def test_every_module_is_needed() -> None:
    loaded = {each for path in MODULES for each in needed_by(path)}
    assert set(MODULES) == loaded | {*ENTRIES, LATE, EAR, SOUND, MEMBERSHIP}


CLASSROOM = ROOT / "geo" / "classroom"
CLASS_MODULES = sorted(CLASSROOM.rglob("*.mjs"))
LIVE, LIVE_ROOM = {CLASSROOM / "live", CLASSROOM / "afar"}, ROOT / "geo" / "room"
"""The class on the wall and the notes that lead it from afar, and what they share with the phones."""
FETCHED = ROOT / "geo" / "embed" / "fetched.mjs"
CLASS_ROOMS: dict[str, set[str]] = {
    "lesson": {"lesson"},
    "quiz": {"quiz"},
    "ink": {"lesson", "ink", "ink/freehand"},
    "ink/freehand": set(),
    "leading": {"leading"},
    "link": {"link"},
    "notes": {"lesson", "notes", "ink", "link"},
    "afar": {"lesson", "notes", "link", "afar"},
    "live": {"lesson", "quiz", "afar", "live"},
    "": {"lesson", "quiz", "ink", "leading", "notes", "afar", "link", "live", ""},
}
"""Which rooms of the class page a room may import; "" is the folder itself."""


@for_each("path", CLASS_MODULES, ids=named)
def test_a_module_of_the_class_page_imports_only_from_rooms_it_may(path: Path) -> None:
    needed = needed_by(path)
    if path.parent in LIVE:
        needed -= {each for each in needed if each.parent == LIVE_ROOM}
    own = {each for each in needed if each.is_relative_to(CLASSROOM)}
    rooms = {each.relative_to(CLASSROOM).parent.as_posix().removeprefix(".") for each in own}
    assert rooms <= CLASS_ROOMS[path.relative_to(CLASSROOM).parent.as_posix().removeprefix(".")]
    stage = {"stage"} if path.name == "notes_maps.mjs" else set[str]()  # small pictures beside the notes
    assert {room_in(each) for each in needed - own - {FETCHED}} <= {"core", "panel", "ear", "", *stage}


def test_every_module_of_the_class_page_is_needed() -> None:
    loaded = {each for path in CLASS_MODULES for each in needed_by(path)}
    assert set(CLASS_MODULES) - loaded == {CLASSROOM / f"{reader}.mjs" for reader in Reader}


def test_the_loader_builds_its_addresses_from_the_documents() -> None:
    loader = (ATLAS / "loader.js").read_text(encoding="utf-8")
    assert not module_imports(loader)
    assert all(address.startswith("at('") for address in DYNAMIC.findall(loader))


@for_each(
    "path", sorted(path for path in ATLAS.rglob("*") if path.suffix in {".mjs", ".js", ".css", ".html"}), ids=named
)
def test_no_address_of_another_host_is_written(path: Path) -> None:
    assert not OTHER_HOST.findall(path.read_text(encoding="utf-8").replace(SVG_NAMESPACE, ""))


@for_each("path", sorted((ROOT / "pages").rglob("*.css")), ids=named)
def test_no_stylesheet_of_a_page_fetches_from_another_host(path: Path) -> None:
    assert not OTHER_HOST.findall(path.read_text(encoding="utf-8"))


@for_each("text", ["url(//cdn.example.org/x.css)", "fetch('https://x.org')", 'src="http://x"', "'wss://x'"])
def test_an_address_would_be_found(text: str) -> None:
    assert OTHER_HOST.findall(text)


def test_a_comment_is_no_address() -> None:
    assert not OTHER_HOST.findall("const a = 1; // see the words\n// once")
