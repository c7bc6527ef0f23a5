"""A file of somebody as a grid of cells, whatever its form; by what stands in it, not by its name."""

from collections.abc import Callable

from data.own_table.code_dumps import grid_of_json, grid_of_r, grid_of_sql, is_json, is_r, is_sql
from data.own_table.delimited import grid_of_delimited
from data.own_table.faults import check_size, fault
from data.own_table.grid import Grid
from data.own_table.markup import grid_of_html, grid_of_markdown, grid_of_wiki, is_html, is_markdown, is_wiki
from data.own_table.open_document import CONTENT, grid_of_open_document
from data.own_table.text import text_of
from data.own_table.workbook import grid_of_workbook

ZIPPED = b"PK\x03\x04"
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
OTHERS = {
    b"%PDF": "pdf",
    OLD_OFFICE: "old_office",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
}
Maker = Callable[[str, str], Grid]
FORMS: tuple[tuple[Callable[[str], bool], Maker], ...] = (
    (is_html, grid_of_html),
    (is_wiki, grid_of_wiki),
    (is_sql, grid_of_sql),
    (is_r, grid_of_r),
    (is_markdown, grid_of_markdown),
    (is_json, grid_of_json),
)


def grid_of(raw: bytes, file: str, is_known: Callable[[str], bool]) -> Grid:
    """The cells of a file; GateError with a sentence where there is no table in it.

    Parameters
    ----------
    raw
        The bytes.
    file
        Its name, for sentences.
    is_known
        Whether a word is the name of a country, by which an encoding is found.
    """
    check_size(raw, file)
    if raw.startswith(ZIPPED):
        return grid_of_open_document(raw, file) if _is_open_document(raw) else grid_of_workbook(raw, file)
    for sign, kind in OTHERS.items():
        if raw.startswith(sign):
            raise fault(kind, file=file)
    text, encoding = text_of(raw, file, is_known)
    for is_form, grid_of_form in FORMS:
        if is_form(text):
            return grid_of_form(text, file)
    return grid_of_delimited(text, file, encoding)


def _is_open_document(raw: bytes) -> bool:
    return b"opendocument" in raw[:200] or (CONTENT.encode() in raw and b"xl/workbook.xml" not in raw)
