"""What a reader sees stands in `data/words/`: no sentence or label in the code, and no HTML put together there."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from each import for_each

from data.paths import WAITS
from data.vocabulary import Effect, Verdict
from data.words import counted, words

ROOT = Path(__file__).parent.parent
ROOMS = ("dashboard.py", "pages")
"""Where no word may stand: files, and folders with all that is in them."""

ALLOWED = {
    ("pages/parts/announcing.py", "{}\nexport default announce;"): "the last line of a script",
    ("pages/parts/charts.py", "{}\nexport default watch;"): "the last line of a script",
    ("pages/parts/kept.py", "{}\nexport default keep;"): "the last line of a script",
    ("pages/parts/frame.py", "{}\nexport default frame;"): "the last line of a script",
    ("pages/parts/your_own_address.py", "{}\nexport default ask;"): "the last line of a script",
    ("pages/parts/copying.py", "{}\nexport default listen;"): "the last line of a script",
    ("pages/parts/lesson_draft.py", "lesson {} {}"): "the key of a widget",
    ("pages/parts/lesson_draft.py", "stop {} {} {}"): "the key of a widget",
    ("pages/parts/lesson_stops.py", "chosen {}"): "the key of a widget",
    ("pages/parts/lesson_stops.py", "{}\nexport default order;"): "the last line of a script",
    ("pages/parts/your_own_draft.py", "own {} {}"): "the key of a widget",
    ("pages/parts/your_own_draft.py", "own paste 0"): "the key of a widget",
}
"""Text in the code that no reader sees, though it looks as if; with the reason."""

SHOWS = {
    *("badge", "button", "caption", "code", "download_button", "error", "expander", "file_uploader", "header", "info"),
    *("link_button", "markdown", "metric", "multiselect", "number_input", "pills", "radio", "segmented_control"),
    *("selectbox", "slider", "subheader", "success", "text", "text_area", "text_input", "title", "toast", "toggle"),
    *("warning", "date_input", "checkbox", "write", "html"),
}
"""Calls of Streamlit whose first argument a reader sees."""
SHOWN = {"label", "placeholder", "help", "alt", "body", "title", "page_title", "caption", "text", "value"}
"""Keyword arguments that a reader sees, in the same calls and others of Streamlit."""
CODE = {"key", "bind", "format", "selection_mode", "on_select", "gap", "label_visibility", "border", "type", "name"}
"""Keyword arguments that are never seen."""
JOINS = {"join", "format", "in_words"}
"""Calls that give a text for a reader; what stands in for an empty one is for the reader, too."""

LETTERS = re.compile(r"[^\W\d_]{2,}")
SEVERAL_WORDS = re.compile(r"\s")
CAPITALISED = re.compile(r"[A-Z][a-z]+[.:!?]?")
HOLE = "{}"


def files_of(rooms: tuple[str, ...], suffix: str) -> list[Path]:
    """All files of some rooms with a suffix."""
    found = (path for room in rooms for path in [ROOT / room, *sorted((ROOT / room).rglob("*"))])
    return [path for path in found if path.suffix == suffix]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


# ---------------------------------------------------------------------- the rule for Python


def words_in(source: str) -> Iterator[tuple[int, str]]:
    """Line and text of every string of a source that a reader would see; what is filled in stands as {}.

    That is a text of several words, or with a capital like a label; any text that is shown by Streamlit; any text
    chosen within an f-string, or in place of an empty text. Docstrings, errors that are raised, annotations,
    subscripts, keys of widgets are no such text.
    """
    yield from _visit(ast.parse(source))


def _visit(node: ast.AST, shown: bool = False) -> Iterator[tuple[int, str]]:
    match node:
        case ast.Raise() | ast.Expr(value=ast.Constant()):
            return
        case ast.Constant(value=str(text)):
            if _is_for_readers(text, shown):
                yield node.lineno, text
        case ast.JoinedStr(values=values):
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else HOLE for part in values)
            if _is_for_readers(text, shown):
                yield node.lineno, text
            for part in values:
                if isinstance(part, ast.FormattedValue):
                    yield from _visit_hole(part.value)
        case ast.BoolOp(op=ast.Or(), values=values):
            stands_in = any(isinstance(value, ast.JoinedStr) or _called(value) in JOINS for value in values)
            for value in values:
                yield from _visit(value, shown or stands_in)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            yield from _visit(test)
            yield from _visit(body, shown)
            yield from _visit(orelse, shown)
        case ast.Subscript(value=value):
            yield from _visit(value)
        case ast.Call(func=func, args=args, keywords=keywords):
            yield from _visit(func)
            shows = _called(node) in SHOWS
            for at, arg in enumerate(args):
                yield from _visit(arg, shows and at == 0)
            for keyword in keywords:
                if keyword.arg not in CODE or (shows and keyword.arg in SHOWN):
                    yield from _visit(keyword.value, keyword.arg in SHOWN)
        case ast.AnnAssign(value=value):
            if value:
                yield from _visit(value)
        case ast.FunctionDef(body=body, args=args, decorator_list=decorators):
            for part in (*decorators, *args.defaults, *filter(None, args.kw_defaults), *body):
                yield from _visit(part)
        case _:
            for child in ast.iter_child_nodes(node):
                yield from _visit(child)


def _visit_hole(value: ast.expr) -> Iterator[tuple[int, str]]:
    """What is chosen within a sentence is a part of it."""
    yield from _visit(value, isinstance(value, ast.IfExp | ast.BoolOp | ast.Constant))


def _called(node: ast.AST) -> str:
    match node:
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)):
            return name
        case _:
            return ""


def _is_for_readers(text: str, shown: bool) -> bool:
    bare = text.replace(HOLE, " ") if shown else text
    if not LETTERS.search(bare):
        return False
    return shown or bool(SEVERAL_WORDS.search(text.strip("\n"))) or bool(CAPITALISED.fullmatch(text))


# ---------------------------------------------------------------------- the rule for templates

BLOCK = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
LITERAL = re.compile(r'"([^"]*)"')
SEEN_ATTRIBUTES = {"alt", "title", "aria-label", "placeholder"}


class Reader(HTMLParser):
    """Collects what a reader of a page sees or hears."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.in_style = tag == "style"
        self.found += [value or "" for name, value in attrs if name in SEEN_ATTRIBUTES]

    def handle_endtag(self, tag: str) -> None:
        self.in_style = False

    def handle_data(self, data: str) -> None:
        if not self.in_style:
            self.found.append(data)


def words_in_template(source: str) -> list[str]:
    """Every text of a template that a reader would see and that is not filled in."""
    reader = Reader()
    reader.feed(BLOCK.sub(" ", source))
    code = (block for block in BLOCK.findall(source) if not block.startswith("{#"))
    chosen = [text for block in code for text in LITERAL.findall(block) if _is_for_readers(text, shown=False)]
    return [text.strip() for text in reader.found if LETTERS.search(text)] + chosen


# ---------------------------------------------------------------------- the tests


@for_each("path", files_of(ROOMS, ".py"), ids=named)
def test_no_word_stands_in_the_code(path: Path) -> None:
    found = [
        f"{named(path)} line {line}: {text!r}"
        for line, text in words_in(path.read_text(encoding="utf-8"))
        if (named(path), text) not in ALLOWED
    ]
    assert found == []


def test_what_is_allowed_is_still_there() -> None:
    found = {
        (named(path), text) for path in files_of(ROOMS, ".py") for _, text in words_in(path.read_text(encoding="utf-8"))
    }
    assert set(ALLOWED) <= found


@for_each("path", files_of(ROOMS, ".html"), ids=named)
def test_no_word_stands_in_a_template(path: Path) -> None:
    assert words_in_template(path.read_text(encoding="utf-8")) == []


@for_each(
    "source",
    [
        'st.title("two words")',
        'st.text_input(label, placeholder="names")',
        'st.plotly_chart(figure, alt=f"{n} lines")',
        'left.button("go")',
        'LABELS = {"a": "Country"}',
        'told = f"{km:,.0f} km"',
        "told = f\"{n}{'nearer' if n > 0 else 'farther'}\"",
        'told = ", ".join(names) or "none"',
        'def f(label: str = "Download this"): pass',
        'async def f(): return "one two"',
        'return_value = (\n"one "\n"two")',
    ],
)
def test_a_word_in_the_code_would_be_found(source: str) -> None:
    assert list(words_in(source))


@for_each(
    "source",
    [
        '"""Two words."""',
        'raise ValueError(f"no such {name}; expected one")',
        'st.button(label, key="go on")',
        'rows["first contact"]',
        'theme = st.context.theme.type or "light"',
        'def f() -> "Cards": pass',
        'name: "Cards"',
        'st.html(filled("claim", claim=claim))',
        'address = f"./?year={year}&draft={id_}"',
    ],
)
def test_code_is_not_taken_for_words(source: str) -> None:
    assert not list(words_in(source))


@pytest.mark.parametrize(
    "source",
    [
        "<p>Source</p>",
        '<img alt="a map">',
        '{{ names or "Not one" }}',
        "<p>{{ n }} km</p>",
        "<b>{% if x %}on{% endif %}</b>",
    ],
)
def test_a_word_in_a_template_would_be_found(source: str) -> None:
    assert words_in_template(source)


def test_a_template_of_words_filled_in_has_none() -> None:
    assert not words_in_template(
        '{# Why. #}<p class="small">{{ words.card.unsure }}</p><style>.a { color: red }</style>'
    )


# ---------------------------------------------------------------------- HTML

TAG = re.compile(r"</?[a-zA-Z][\w-]*[\s/>{]|<[a-zA-Z/]+$")


def html_in(source: str) -> Iterator[tuple[int, str]]:
    """Line and text of every string with a tag, docstrings left out, and of every call of `escape`."""
    nodes = list(ast.walk(ast.parse(source)))
    alone = {node.value for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        match node:
            case ast.Constant(value=str(text)) if TAG.search(text) and node not in alone:
                yield node.lineno, text
            case ast.Call() if _called(node) == "escape":
                yield node.lineno, "escape"


@for_each("path", files_of(("pages",), ".py"), ids=named)
def test_html_of_the_pages_stands_in_templates(path: Path) -> None:
    found = [
        (line, text) for line, text in html_in(path.read_text(encoding="utf-8")) if text not in ast_docstrings(path)
    ]
    assert found == []


def ast_docstrings(path: Path) -> set[str]:
    """The texts that stand alone in a file: its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    alone = (node.value for node in ast.walk(tree) if isinstance(node, ast.Expr))
    return {str(value.value) for value in alone if isinstance(value, ast.Constant)}


@pytest.mark.parametrize(
    "source", ['x = f"<p>{x}</p>"', "x = '<br>'", 'x = f"<a href={x}>"', "escape(x)", "html.escape(x)"]
)
def test_html_in_the_code_would_be_found(source: str) -> None:
    assert list(html_in(source))


# ---------------------------------------------------------------------- what reads the words


def test_a_number_has_its_form() -> None:
    forms = {"one": "1 row of {source}", "other": "{n} rows of {source}"}
    assert counted(forms, 1, source="A") == "1 row of A"
    assert counted(forms, 0, source="A") == "0 rows of A"


def test_every_word_of_a_closed_list_is_told() -> None:
    assert set(words()["claims_page"]["meaning"]) == set(Verdict)
    assert set(words()["country"]["effect"]) == set(Effect)
    assert set(words()["countries_page"]["wait"]) == set(WAITS)
