"""Tables in pages and notes: HTML, Markdown and the language of wikis."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from data.gate.limits import LONGEST_OWN_CELL, MOST_OWN_COLUMNS, MOST_OWN_ROWS
from data.own_table.faults import fault
from data.own_table.grid import WIDEST, Builder, Grid

RULE = re.compile(r"\|?[\s:|+-]*-[\s:|+-]*\|?")
LINK = re.compile(r"\[\[(?:[^\]|\[]*\|)?([^\]|\[]*)\]\]")
SHORT_LINK = re.compile(r"!?\[([^\]\[]*)\]\([^)\s]*\)")
FLAG = re.compile(
    r"\{\{\s*(?:flag|flagcountry|flagu|flagdeco|flagicon|drapeau|pays)\w*\s*\|([^}|]*)[^}]*\}\}", re.IGNORECASE
)
DATE = re.compile(r"\{\{\s*(?:dts|date table sorting|dtsh|start date)\s*\|([^}]*)\}\}", re.IGNORECASE)
TEMPLATE = re.compile(r"\{\{[^{}]*\}\}")
TAG = re.compile(r"<[^<>]*>")
ATTRIBUTES = re.compile(
    r'\s*[\w-]+\s*=\s*(?:"[^"]*"|[^\s|"]+)(?:\s+[\w-]+\s*=\s*(?:"[^"]*"|[^\s|"]+))*\s*\|(?!\|)',
)
SPAN = re.compile(r'rowspan\s*=\s*"?\s*(\d{1,4})', re.IGNORECASE)
FEW_DIGITS = 4
LEFT_OUT = ("sup", "style", "script", "noscript")


def is_html(text: str) -> bool:
    """Whether a text holds a table of HTML."""
    head = text[:200_000].lower()
    return "<table" in head and "<t" in head.partition("<table")[2]


def is_wiki(text: str) -> bool:
    """Whether a text holds a table as wikis have it."""
    return any(line.lstrip().startswith("{|") for line in text.splitlines())


def is_markdown(text: str) -> bool:
    """Whether a line of a text is the rule under the header of a table."""
    return any("|" in line and RULE.fullmatch(line.strip()) for line in text.splitlines()[:500])


def grid_of_html(text: str, file: str) -> Grid:
    """The table with the most cells; cells that reach over several rows hold in each."""
    parser = etree.HTMLParser(encoding="utf-8", recover=True, no_network=True, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    except (etree.ParseError, ValueError) as error:
        raise fault("no_table", file=file) from error
    tables = list(root.iter("table")) if root is not None else []
    if not tables:
        raise fault("no_table", file=file)
    rows = max((_own_rows(table) for table in tables), key=lambda rows: sum(len(row) for row in rows))
    made = Builder(file)
    hanging: dict[int, tuple[int, str]] = {}
    for number, row in enumerate(rows, start=1):
        made.add(number, list(_html_cells(row, hanging)))
    return Grid(file, tuple(made.lines), "html")


def _own_rows(table: Any) -> list[Any]:
    return list(table.iterfind("./tr")) + list(table.iterfind("./*/tr"))


def _html_cells(row: Any, hanging: dict[int, tuple[int, str]]) -> Iterator[str]:
    place = 0
    for cell in row.iterfind("./*"):
        if cell.tag not in ("td", "th"):
            continue
        while place in hanging:
            yield _hung(hanging, place)
            place += 1
        text = _shown(cell)
        down, wide = (_number(cell.get(name)) for name in ("rowspan", "colspan"))
        for turn in range(min(wide, MOST_OWN_COLUMNS)):
            if down > 1:
                hanging[place] = (min(down, MOST_OWN_ROWS) - 1, text)
            yield text if turn == 0 else ""
            place += 1
    while place in hanging:
        yield _hung(hanging, place)
        place += 1


def _hung(hanging: dict[int, tuple[int, str]], place: int) -> str:
    left, text = hanging.pop(place)
    if left > 1:
        hanging[place] = (left - 1, text)
    return text


def _number(given: str | None) -> int:
    return max(1, int(given)) if given and given.isdigit() and len(given) <= FEW_DIGITS else 1


def _shown(cell: Any) -> str:
    """The text of a cell, without footnote marks and what pages hide."""
    pieces: list[str] = []

    def walk(element: Any) -> None:
        if element.tag not in LEFT_OUT and "display:none" not in (element.get("style") or "").replace(" ", ""):
            pieces.append(element.text or "")
            for child in element:
                pieces.append(" " if child.tag in ("br", "p", "div", "li") else "")
                walk(child)
                pieces.append(child.tail or "")

    walk(cell)
    return "".join(pieces)


def grid_of_markdown(text: str, file: str) -> Grid:
    """The lines between upright strokes; what stands above and below is left aside as lines of one cell."""
    made = Builder(file)
    for number, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        if not stripped or ("|" in stripped and RULE.fullmatch(stripped)):
            continue
        if "|" in stripped:
            cells = stripped.removeprefix("|").removesuffix("|").replace("\\|", "\x00").split("|")
            made.add(number, [unmarked(cell.replace("\x00", "|")) for cell in cells[: WIDEST + 1]])
        else:
            made.add(number, [unmarked(stripped)])
    return Grid(file, tuple(made.lines), "markdown")


def grid_of_wiki(text: str, file: str) -> Grid:
    """The first table of a wiki page."""
    made = Builder(file)
    cells: list[tuple[str, int]] = []
    begun = hanging_rows = 0
    hanging: dict[int, tuple[int, str]] = {}

    def close() -> None:
        nonlocal cells
        if cells:
            row: list[str] = []
            for told, down in cells:
                while len(row) in hanging:
                    row.append(_hung(hanging, len(row)))
                if down > 1:
                    hanging[len(row)] = (down - 1, told)
                row.append(told)
            while len(row) in hanging:
                row.append(_hung(hanging, len(row)))
            made.add(begun, row)
        cells = []

    for number, line in enumerate(_without_references(text).splitlines(), start=1):
        stripped = line.strip()
        if stripped.startswith("{|"):
            hanging_rows = 1
        elif not hanging_rows or stripped.startswith("|+"):
            continue
        elif stripped.startswith("|}"):
            break
        elif stripped.startswith("|-"):
            close()
        elif stripped[:1] in ("|", "!"):
            begun = begun if cells else number
            body = stripped[1:].replace("!!", "||") if stripped[0] == "!" else stripped[1:]
            cells += [_wiki_cell(cell) for cell in body.split("||")]
        elif cells:
            told, down = cells[-1]
            cells[-1] = (f"{told} {unmarked(stripped)}".strip(), down)
    close()
    if not made.lines:
        raise fault("no_table", file=file)
    return Grid(file, tuple(made.lines), "wiki")


def _without_references(text: str) -> str:
    """A text without its footnotes, which end before the next begins."""
    first, *others = text.split("<ref")
    kept = [first]
    for other in others:
        head, closed, rest = other.partition("</ref>")
        if not closed or "/>" in head.partition(">")[0] + ">":
            rest = other.partition("/>")[2]
        kept.append(rest)
    return "".join(kept)


def _wiki_cell(cell: str) -> tuple[str, int]:
    attributes = ATTRIBUTES.match(cell)
    down = int(found[1]) if attributes and (found := SPAN.search(attributes[0])) else 1
    return unmarked(cell[attributes.end() :] if attributes else cell), max(1, min(down, MOST_OWN_ROWS))


def unmarked(cell: str) -> str:
    """A cell without the signs that make links, flags and bold letters of it."""
    if len(cell) > LONGEST_OWN_CELL:
        return cell
    cell = DATE.sub(lambda found: _dated(found[1]), FLAG.sub(r"\1", cell))
    cell = SHORT_LINK.sub(r"\1", LINK.sub(r"\1", TEMPLATE.sub("", cell)))
    return TAG.sub("", cell).replace("'''", "").replace("''", "").replace("**", "").replace("`", "").strip()


def _dated(given: str) -> str:
    """The parts of a template for a date, by which tables are sorted: year, month and day, or a date in words."""
    parts = [part.strip() for part in given.split("|") if part.strip() and "=" not in part]
    return "-".join(part.zfill(2) for part in parts) if all(part.isdigit() for part in parts) else " ".join(parts)
