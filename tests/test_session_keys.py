"""No page trips over what another left in the session: each key belongs to one page."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

PAGES = Path(__file__).parent.parent / "pages"
SOURCES = {path.relative_to(PAGES).as_posix(): path.read_text(encoding="utf-8") for path in sorted(PAGES.rglob("*.py"))}
BOUND = "the name of a control in the address, on which links rest; a bound control's value goes when its page goes"
SHARED = {"search": BOUND, "from": BOUND, "to": BOUND}
"""Keys that several pages use on purpose, each with the reason."""
COMPUTED = {
    ("compare.py", "key"): ["from", "to"],
    ("parts/charts.py", "key"): [
        "about_tables",
        "countries_charts",
        "data_tables",
        "frontier_charts",
        "red_lines_charts",
        "chart_*",
        "chart",
        "line",
        "arms",
        "bars",
        "waits",
    ],
    ("parts/page_parts.py", "key"): ["show", "part"],
    ("parts/two_memberships.py", "key"): ["first_membership", "second_membership"],
    ("parts/lesson_draft.py", "key"): ["chosen *"],
    ("parts/lesson_fields.py", "field"): ["stop * * *"],
    ("parts/lesson_stops.py", "head"): ["lesson * *"],
    ("parts/lesson_whole.py", "head"): ["lesson * *"],
    ("parts/red_lines_filters.py", "name"): ["stance", "side", "speaker", "country", "confidence", "form"],
    ("parts/red_lines_filters.py", "key"): ["first_year", "last_year"],
    **{(f"parts/your_own_{part}.py", "named"): ["own * *"] for part in ("columns", "look", "rows", "table")},
    ("parts/your_own_draft.py", "key"): ["own * *"],
    ("parts/outputs.py", "key"): ["make *", "get *", "cancel *"],
    ("parts/your_own_questions.py", "named"): ["own * *"],
    ("parts/your_own_table.py", "PASTE"): ["own paste 0"],
}
"""Keys that come by way of a parameter, a loop or another module: by file and name, what they can be; * is any."""
METHODS = {"get", "setdefault", "pop"}
ORDERING = ("sorted", "sort", "min", "max")
"""Calls whose `key` is another thing."""


@dataclass(frozen=True)
class Use:
    """A key, with * for what is filled in, where it stands, and whether it names a control of the address."""

    key: str
    line: int
    bound: bool


class Reader:
    """Finds the keys that a page gives to its controls or to the session."""

    def __init__(self, source: str, file: str) -> None:
        self.tree, self.file = ast.parse(source), file
        self.returns = {
            node.name: node.body[-1].value
            for node in ast.walk(self.tree)
            if isinstance(node, ast.FunctionDef) and isinstance(node.body[-1], ast.Return)
        }
        self.values: dict[str, list[ast.expr]] = defaultdict(list)
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                self.values[node.targets[0].id].append(node.value)

    def is_session(self, node: ast.expr) -> bool:
        if isinstance(node, ast.Name):
            return any(self.is_session(value) for value in self.values[node.id])
        return isinstance(node, ast.Attribute) and node.attr == "session_state"

    def uses(self) -> Iterator[Use]:
        for node in ast.walk(self.tree):
            match node:
                case ast.Call(func=ast.Name(id="atlas"), args=[key, *_]):
                    yield from self.named(key)
                case ast.Call(func=ast.Attribute(value=held, attr=name), args=[key, *_]) if name in METHODS:
                    yield from self.named(key) if self.is_session(held) else ()
                case ast.Attribute(value=held, attr=key) if key not in METHODS and self.is_session(held):
                    yield Use(key, node.lineno, bound=False)
                case ast.Subscript(value=held, slice=key) if self.is_session(held):
                    yield from self.named(key)
                case ast.Compare(left=key, comparators=[held]) if self.is_session(held):
                    yield from self.named(key)
            if isinstance(node, ast.Call) and not ast.unparse(node.func).endswith(ORDERING):
                given = {keyword.arg: keyword.value for keyword in node.keywords}
                if key := given.get("key"):
                    yield from self.named(key, bound="bind" in given)

    def named(self, node: ast.expr, bound: bool = False) -> Iterator[Use]:
        yield from (Use(key, node.lineno, bound) for key in self.keys(node))

    def keys(self, node: ast.expr) -> list[str]:
        """What a key can be."""
        match node:
            case ast.Constant(value=str(text)):
                return [text]
            case ast.JoinedStr(values=parts):
                return ["".join(part.value if isinstance(part, ast.Constant) else "*" for part in parts)]
            case ast.Call(func=ast.Name(id=name)) if name in self.returns:
                return self.keys(self.returns[name])
            case ast.Name(id=name) | ast.Call(func=ast.Name(id=name)) if (self.file, name) in COMPUTED:
                return COMPUTED[self.file, name]
            case ast.Name(id=name) if self.values[name]:
                return [key for value in self.values[name] for key in self.keys(value)]
        pytest.fail(f"{self.file} line {node.lineno}: key {ast.unparse(node)}; expected a text, or a line in COMPUTED")


@cache
def page_of(file: str) -> str:
    """The page that a file belongs to: `parts/lesson_stops.py` is a part of `lesson.py`, other files stand alone."""
    begins = (page for page in SOURCES if "/" not in page and Path(file).stem.startswith(f"{Path(page).stem}_"))
    return next(begins, file)


def can_be_one(one: str, other: str) -> bool:
    """Whether two keys can come out as the same text."""
    return any(
        re.fullmatch(".+".join(map(re.escape, pattern.split("*"))), text.replace("*", "0"))
        for pattern, text in ((one, other), (other, one))
    )


def clashes(pages: dict[str, str]) -> list[str]:
    """The keys, by file and line, that can be those of another page and are not meant to be."""
    uses = [(file, use) for file, source in pages.items() for use in Reader(source, file).uses()]
    return [
        f"{file} line {use.line}: {use.key!r} is in {other_file} line {other.line}, too; expected a key of its own"
        for file, use in uses
        for other_file, other in uses
        if file < other_file
        and page_of(file) != page_of(other_file)
        and can_be_one(use.key, other.key)
        and not (use.key in SHARED and use.bound and other.bound)
    ]


def test_no_two_pages_share_a_key() -> None:
    assert clashes(SOURCES) == []


def test_what_is_meant_to_be_shared_is_shared() -> None:
    found = defaultdict(set)
    for file, source in SOURCES.items():
        for use in Reader(source, file).uses():
            found[use.key].add(page_of(file))
    assert {key for key, files in found.items() if len(files) > 1} == set(SHARED)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('st.session_state["shown"] = []', "state = st.session_state\nstate.setdefault('shown', None)"),
        ('st.session_state["shown"] = []', "state = st.session_state\nprint(state.shown)"),
        ('st.text_input("A", key="a")', 'x = "a" in st.session_state'),
        ('st.text_input("A", key=f"a {b} c")', 'st.button("B", key="a 1 c")'),
        ('st.text_input("A", key="search", bind="query-params")', 'st.session_state["search"] = ""'),
        (
            'def field(name):\n    return f"stop {name}"\nst.text_input("A", key=field("b"))',
            "st.button('B', key='stop b')",
        ),
        ('atlas("atlas")', 'atlas("atlas", height=700)'),
    ],
)
def test_a_key_of_two_pages_is_found(one: str, other: str) -> None:
    assert len(clashes({"one.py": one, "other.py": other})) == 1
