"""Everything made of tables full of markup, by a process of its own: `python tests/spoilt.py` prints what is wrong.

The tables are such as the check accepts. It needs its own process since what is made of the project's tables is kept.
"""

import csv
import io
import json
import runpy
import sys
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import streamlit as st  # noqa: E402, TID251
from pptx import Presentation  # noqa: E402
from streamlit.testing.v1 import AppTest  # noqa: E402, TID251
from test_csv_out import NUMBER, STARTS_A_FORMULA  # noqa: E402
from test_what_passes_is_shown import accepted, read, with_texts  # noqa: E402

import data.tables  # noqa: E402
from data.package import package_zip  # noqa: E402
from data.tables import Tables, current_tables  # noqa: E402
from geo.drawing.layers import DRAWN  # noqa: E402
from geo.lesson.lesson import Lesson, Stop  # noqa: E402
from geo.picture import svg  # noqa: E402
from geo.publish.class_page import class_html  # noqa: E402
from geo.publish.paper import handout_pdf  # noqa: E402
from geo.publish.slides import slides_pptx  # noqa: E402
from geo.publish.worksheet import worksheet_pdf  # noqa: E402
from geo.tactile import tactile_files  # noqa: E402

PICTURE = "![i](http://127.0.0.1/i.png)"
MARK = f"{PICTURE}<b class=hostile>b</b>"
TEXTS = (
    MARK,
    f"=HYPERLINK(1){MARK}",
    f"@{MARK}",
    f"{MARK} שלום العربية e\u0301 👩‍👩‍👧",
    f"[a](javascript:alert(1)) **b** $x^2$ #eval(1) :red[c] {MARK}",
    f"{MARK} {'W' * 200}",
)
CHECKED = ("body", "label", "help", "text")
"""What Streamlit reads as Markdown or HTML, by the field of an element."""
PLAIN = (
    "text_area",
    "text_input",
    "selectbox",
    "multiselect",
    "code",
    "arrow_data_frame",
    "download_button",
    "bidi_component",
)


class Elements(HTMLParser):
    """The elements of a document that came out of a text."""

    def __init__(self) -> None:
        super().__init__()
        self.hostile: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("class") == "hostile" or "127.0.0.1/i.png" in str(given.get("src")):
            self.hostile.append(tag)
        if str(given.get("href")).lower().startswith("javascript:"):
            self.hostile.append(f"{tag} href")


def in_html(name: str, text: str) -> Iterator[str]:
    parser = Elements()
    parser.feed(text)
    yield from (f"{name}: an element {tag} of a text" for tag in parser.hostile)


def in_pages() -> Iterator[str]:
    """What is wrong with a page: an exception, markup that came out of a table, or none of its text."""
    for path in sorted((ROOT / "pages").glob("*.py")):
        parts = {"red_lines": 8, "countries": 3}.get(path.stem, 1)
        for at in range(parts):
            yield from in_page(path, at)


def in_page(path: Path, part: int) -> Iterator[str]:
    chosen = SimpleNamespace(title=path.stem, run=lambda: runpy.run_path(str(path)))
    st.navigation = lambda *_, **__: chosen  # the tester knows no pages made by st.navigation
    app = AppTest.from_file(ROOT / "dashboard.py", default_timeout=120)
    if part:
        name = {"red_lines": "part", "countries": "show"}[path.stem]
        from data.words import words

        app.query_params[name] = list(words()[f"{path.stem}_page"]["parts"].values())[part]
    if path.stem == "countries" and not part:
        app.query_params["country"] = "POL"
    app.run()
    for error in (*app.exception, *app.error):
        yield f"{path.stem} {part}: {error.value[:300]}"
    for kind, field, text in told(app._tree.root):
        where = f"{path.stem} {part} {kind}.{field}"
        if kind == "html":
            yield from in_html(where, text)
        elif PICTURE in text:
            yield f"{where}: Markdown of a text, {text[max(0, text.index(PICTURE) - 60) :][:160]!r}"


def told(node: Any) -> Iterator[tuple[str, str, str]]:
    """Every text of an element or a block that Streamlit may take for Markdown or HTML."""
    proto = getattr(node, "proto", None)
    kind = str(getattr(node, "type", ""))
    for field in CHECKED if proto is not None and kind not in PLAIN else ():
        value = getattr(proto, field, "")
        if isinstance(value, str) and value:
            yield kind, field, value
    if proto is not None and hasattr(proto, "expandable"):
        yield "expander", "label", proto.expandable.label
    for child in getattr(node, "children", {}).values():
        yield from told(child)


def in_files(tables: Tables) -> Iterator[str]:
    """What is wrong with what leaves the house."""
    for year in (tables.last_year,):
        picture = ElementTree.fromstring(svg(year, layers=DRAWN, tables=tables))
        texts = "".join(picture.itertext())
        if PICTURE[:12] not in texts:
            yield f"svg {year}: none of the text is in it"
        if any("hostile" in element.attrib.values() for element in picture.iter()):
            yield f"svg {year}: an element of a text"
    said = tables.statements["id"].iloc[0]
    stop = Stop(
        1999, MARK[:60], focus=("POL",), statement=said, text=TEXTS[4][:170], question=MARK, notes=" ".join(TEXTS)
    )
    lesson = Lesson(MARK, TEXTS[3], (stop,))
    deck = Presentation(io.BytesIO(slides_pptx(lesson, tables)))
    in_deck = "\n".join(
        shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame
    )
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in deck.slides if slide.has_notes_slide)
    for what, text in (("slides", in_deck), ("notes of the slides", notes)):
        if PICTURE not in text:
            yield f"{what}: none of the text is in it"
    yield from in_html("class page", class_html(lesson, tables).decode())
    for what, made in (
        ("handout", handout_pdf(lesson, tables)),
        ("worksheet", worksheet_pdf(tables=tables)),
    ):
        if len(made) < 1000:
            yield f"{what}: {len(made)} bytes"
    for name, content in tactile_files(tables.as_of, tables):
        if name.endswith(".svg"):
            ElementTree.fromstring(content)
    with zipfile.ZipFile(io.BytesIO(package_zip(tables))) as package:
        for name in package.namelist():
            if name.endswith(".json"):
                json.loads(package.read(name))
            elif name.endswith(".csv"):
                cells = csv.reader(io.StringIO(package.read(name).decode(), newline=""))
                live = [
                    cell
                    for row in cells
                    for cell in row
                    if cell.startswith(STARTS_A_FORMULA) and not NUMBER.fullmatch(cell)
                ]
                yield from (f"{name}: a live cell {cell[:40]!r}" for cell in live)


def main() -> None:
    """Spoil, make, and print what is wrong as JSON."""
    sheets = accepted(lambda sheets: with_texts(sheets, TEXTS))
    with TemporaryDirectory() as folder:
        tables = read(sheets, Path(folder))
    current_tables.cache_clear()
    data.tables.read_tables = lambda *_: tables
    marked = {name: sum(MARK in row.cells[cell] for row in rows for cell in row.cells) for name, rows in sheets.items()}
    wrong = [*in_files(tables), *in_pages()]
    print(json.dumps({"marked": marked, "wrong": wrong}))


if __name__ == "__main__":
    main()
