"""No sentence that a reader sees is left in the code of data/ and geo/: they stand in data/words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from each import for_each

ROOT = Path(__file__).parent.parent
ROOMS = ("data", "geo")
SENTENCE = re.compile(r"(?=.*[A-Z])(?=.*[A-Za-z]{2,}[,.:;]? +[A-Za-z(]{2,})", re.DOTALL)
"""Two words after one another, and a capital letter somewhere."""
FOR_DEVELOPERS = {"re.compile", "argparse.ArgumentParser", "add_argument", "add_parser", "TableError", "print"}
"""What these are given is a pattern, a word of the command line or an error."""
ALLOWED = {
    "US-Russia draft treaty": "the key of a document in the tables",
    "NATO-Russia draft agreement": "the key of a document in the tables",
    "Material Symbols": "the name of a font",
    "Source Sans Pro": "the name of a font",
    "Source Sans, sans-serif": "the name of a font",
}
EXCUSED = {
    "data/checks/cells.py": "what is wrong with a file of data/, for whoever edits it",
    "data/checks/editions.py": "the same",
    "data/checks/in_step.py": "the same",
    "data/checks/measures.py": "the same",
    "data/editions.py": "the same",
    "data/checks/references.py": "the same",
    "data/memberships/about.py": "the same",
    "data/memberships/checks.py": "the same",
    "data/named.py": "the same",
    "data/sheets.py": "the same",
    "data/gate/archive.py": "what is wrong with a file from outside, for whoever gave it",
    "data/gate/xml.py": "the same",
    "data/gate/files.py": "the same",
    "data/gate/toml.py": "the same",
    "data/cldr/build.py": "run by hand; writes the names of countries in other languages",
    "data/natural_earth/build.py": "run by hand; writes the record of the shapes",
    "data/natural_earth/build_world.py": "the same",
    "geo/drawing/neighbours.py": "run by hand; writes the neighbours of the views",
    "geo/shapes/whereabouts.py": "run by hand; writes who borders on whom",
    "geo/lesson/gate.py": "what is wrong with a lesson, for whoever writes it",
    "geo/publish/__main__.py": "the command line",
    "geo/publish/typeface.py": "run by hand; writes the record of the typeface",
    "geo/wire/broken.py": "told when the words themselves may be what does not hold together",
}


def sentences(source: str) -> Iterator[str]:
    """The string constants of a source that read like a sentence, an f-string as one with … for what is filled in."""
    tree = ast.parse(source)
    left_out = {id(node) for part in _not_for_readers(tree) for node in ast.walk(part)}
    for node in ast.walk(tree):
        if id(node) in left_out:
            continue
        match node:
            case ast.JoinedStr(values=values):
                left_out |= {id(value) for value in values}
                text = "".join(str(each.value) if isinstance(each, ast.Constant) else "…" for each in values)
            case ast.Constant(value=str(text)):
                pass
            case _:
                continue
        if SENTENCE.search(text) and "<" not in text and text not in ALLOWED:
            yield text


def _not_for_readers(tree: ast.Module) -> Iterator[ast.AST]:
    """Docstrings and lines of explanation, errors, annotations, and what the command line says."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()) | ast.Raise():
                yield node
            case ast.Call(func=called) if ast.unparse(called).rpartition(".")[2] in FOR_DEVELOPERS or (
                ast.unparse(called) in FOR_DEVELOPERS
            ):
                yield node
            case ast.arg(annotation=ast.AST() as hint) | ast.AnnAssign(annotation=hint):
                yield hint


def of_rooms() -> list[Path]:
    found = (path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")))
    return [path for path in found if path.relative_to(ROOT).as_posix() not in EXCUSED]


@for_each("path", of_rooms(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_sentence_stands_in_the_code(path: Path) -> None:
    assert list(sentences(path.read_text(encoding="utf-8"))) == []


@for_each("name", EXCUSED)
def test_what_is_excused_has_need_of_it(name: str) -> None:
    assert list(sentences((ROOT / name).read_text(encoding="utf-8")))


@for_each(
    "source",
    [
        'x = "The land border grew most"',
        'def f(a):\n    return f"The land border grew {a} km in {a}"',
        'x = {"label": "Countries that joined"}',
        'x = ("Said in the year",)',
    ],
)
def test_a_sentence_would_be_found(source: str) -> None:
    assert list(sentences(source))


@for_each(
    "source",
    [
        '"""What comes back, in words."""',
        'raise ValueError("No year; expected one")',
        'import re\nx = re.compile("No year at all")',
        'x = "+proj=laea +lat_0=52 +lon_0=20"',
        'x: "Question | None" = None',
        'x = "Content-Type"',
    ],
)
def test_what_no_reader_sees_is_left_alone(source: str) -> None:
    assert not list(sentences(source))
