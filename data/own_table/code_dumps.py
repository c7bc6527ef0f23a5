"""Tables inside code: INSERT of SQL, data frames and named vectors of R, lists of objects in JSON."""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice

from data.gate.limits import MOST_OWN_CELLS
from data.own_table.faults import fault
from data.own_table.grid import Builder, Grid

TOKEN = re.compile(
    r"""(?P<blank>\s+|--[^\n]*|\#[^\n]*|/\*.*?\*/)
    |(?P<text>'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.)*")
    |(?P<number>-?\d[\w.]*)
    |(?P<name>[^\W\d][\w.]*|`[^`]*`|\[[\w ]+\]|~[\w.`]+)
    |(?P<sign>.)""",
    re.DOTALL | re.VERBOSE,
)
INSERT = re.compile(r"\b(?:INSERT\s(?:\s*\w+\s){0,2}?\s*INTO|REPLACE\s+INTO)\b", re.IGNORECASE)
R_TABLE = re.compile(r"\b(?:data\.frame|tibble|tribble|structure\s*\(\s*list|data\.table)\s*\(|<-\s*c\s*\(|=\s*c\s*\(")
NOTHING = frozenset({"null", "na", "na_character_", "na_integer_", "na_real_", "nan"})
MOST_TOKENS = 500_000
FIRST_DAY = date(1970, 1, 1)
Token = tuple[str, str, int]
"""Its kind, its text, and the line on which it stands."""


def is_sql(text: str) -> bool:
    """Whether a text fills a table of a database."""
    found = INSERT.search(text)
    return found is not None and "values" in text[found.end() :].lower()


def is_r(text: str) -> bool:
    """Whether a text makes a table in R."""
    return R_TABLE.search(text) is not None


def is_json(text: str) -> bool:
    """Whether a text is a list of objects, or an object."""
    if text.lstrip()[:1] not in ("[", "{"):
        return False
    try:
        return isinstance(json.loads(text), list | dict)
    except (ValueError, RecursionError):
        return False


def tokens(text: str, file: str) -> Iterator[Token]:
    """The tokens of a text but blanks and remarks; GateError where there are too many."""
    line = 1
    for count, found in enumerate(TOKEN.finditer(text)):
        if count > MOST_TOKENS:
            raise fault("too_many_cells", file=file, most=f"{MOST_OWN_CELLS:,}")
        kind = found.lastgroup or "sign"
        if kind != "blank":
            yield kind, found[0], line
        line += found[0].count("\n")


def value_of(kind: str, text: str) -> str:
    """What a token stands for, "" for none."""
    if kind == "text":
        inner = text[1:-1].replace("''", "'") if text[0] == "'" else text[1:-1]
        return re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), inner).replace("\\", "")
    if kind == "number":
        return re.sub(r"(?<=\d)L$", "", text)
    return "" if text.lower() in NOTHING else text.strip("`[]~")


def grid_of_sql(text: str, file: str) -> Grid:
    """The rows of the table that gets the most of them, with the columns that the statement names."""
    tables: dict[tuple[str, ...], list[list[str]]] = {}
    for statement in _statements(text, file):
        words = [token[1].lower() for token in statement]
        if "values" not in words or not {"insert", "replace"} & set(words):
            continue
        at = words.index("values")
        rows = list(_groups(statement[at + 1 :]))
        columns = _alias_columns(statement) or _named_columns(statement[:at])
        tables.setdefault(columns, []).extend(rows)
    if not tables:
        raise fault("no_table", file=file)
    columns, rows = max(tables.items(), key=lambda item: len(item[1]))
    made = Builder(file)
    made.add_all(rows)
    return Grid(file, tuple(made.lines), "sql", header=columns or None)


def _statements(text: str, file: str) -> Iterator[list[Token]]:
    statement: list[Token] = []
    for token in tokens(text, file):
        if token[1] == ";" and token[0] == "sign":
            yield statement
            statement = []
        else:
            statement.append(token)
    yield statement


def _groups(given: Sequence[Token]) -> Iterator[list[str]]:
    """What stands between brackets, cell by cell; brackets within a cell belong to it."""
    depth = 0
    cells: list[str] = []
    cell: list[str] = []
    for kind, text, _ in given:
        if text == "(" and kind == "sign":
            depth += 1
            if depth == 1:
                cells, cell = [], []
                continue
        elif text == ")" and kind == "sign":
            depth -= 1
            if depth == 0:
                yield [*cells, " ".join(cell)]
                continue
            if depth < 0:
                return
        elif depth == 0 and text != ",":
            return
        if depth == 1 and text == "," and kind == "sign":
            cells.append(" ".join(cell))
            cell = []
        elif kind != "sign" and not (kind == "name" and text.lower() in ("date", "to_date", "n")):
            cell.append(value_of(kind, text))


def _named_columns(given: Sequence[Token]) -> tuple[str, ...]:
    last = max((place for place, token in enumerate(given) if token[1] == "("), default=None)
    if last is None:
        return ()
    return tuple(value_of(kind, text).strip('"') for kind, text, _ in given[last:] if kind in ("name", "text"))


def _alias_columns(given: Sequence[Token]) -> tuple[str, ...]:
    """The columns of `(VALUES ...) AS v(one, two)`."""
    for place, (_, text, _) in enumerate(given):
        if text.lower() == "as" and [token[1] for token in given[place + 2 : place + 3]] == ["("]:
            ends = next((at for at, token in enumerate(given) if at > place and token[1] == ")"), len(given))
            return tuple(value_of(kind, name) for kind, name, _ in given[place + 3 : ends] if kind == "name")
    return ()


def grid_of_r(text: str, file: str) -> Grid:
    """The columns of a data frame, the rows of a tribble, or a vector of values with names."""
    found = list(tokens(text, file))
    if (at := _find(found, "tribble")) is not None:
        return _tribble(found[at + 2 :], file)
    columns = _r_columns(found)
    if not columns:
        raise fault("no_table", file=file)
    length = max(len(values) for _, values, _ in columns)
    whole = [each for each in columns if len(each[1]) == length]
    made = Builder(file)
    named = next((keys for _, _, keys in whole if keys), None)
    for row in range(length):
        cells = [values[row] for _, values, _ in whole]
        made.add(row + 1, [named[row], *cells] if named else cells)
    names = tuple(name for name, _, _ in whole)
    return Grid(file, tuple(made.lines), "r", header=("name", *names) if named else names)


def _find(found: Sequence[Token], name: str) -> int | None:
    return next((place for place, token in enumerate(found) if token[1] == name), None)


def _tribble(found: Sequence[Token], file: str) -> Grid:
    columns = [value_of(kind, text) for kind, text, _ in found if text.startswith("~")]
    made = Builder(file)
    cells: list[str] = []
    for kind, text, line in found:
        if text == ")" and kind == "sign":
            break
        if kind in ("text", "number") or (kind == "name" and not text.startswith("~") and text != "as.Date"):
            cells.append(value_of(kind, text))
            if columns and len(cells) == len(columns):
                made.add(line, cells)
                cells = []
    return Grid(file, tuple(made.lines), "r", header=tuple(columns))


Column = tuple[str, list[str], list[str]]
"""Its name, its values, and their names where they have some."""


def _r_columns(found: Sequence[Token]) -> list[Column]:
    """Every `name = c(...)`, or `name <- c(...)`, in its order."""
    columns: list[Column] = []
    place = 0
    while place < len(found) - 3:
        name, sign = found[place], found[place + 1]
        after = place + 2
        if name[0] in ("name", "text") and sign[1] in ("=", "<"):
            after += sign[1] == "<"
            opened = _opening(found, after)
            if opened is not None:
                values, keys, end = _vector(found, opened)
                is_levels = value_of(name[0], name[1]) in ("levels", "labels", "class", "row.names", ".Label", "names")
                if is_levels and columns:
                    _apply(columns, value_of(name[0], name[1]), values)
                elif len(values) > 1:
                    if [token[1] for token in found[end : end + 4]] == [",", "class", "=", '"Date"']:
                        values = [day_of_r(value) for value in values]
                    columns.append((value_of(name[0], name[1]), values, keys))
                place = end
                continue
        place += 1
    return columns


def _opening(found: Sequence[Token], place: int) -> int | None:
    """Where the values of `c(`, `as.Date(c(`, `factor(c(` or `structure(c(` begin."""
    for token in islice(found, place, place + 6):
        if token[1] == "c":
            at = found.index(token, place)
            return at + 2 if at + 1 < len(found) and found[at + 1][1] == "(" else None
        if token[1] == "(" or token[1] in ("as.Date", "factor", "structure", "as.character", "I"):
            continue
        return None
    return None


def _vector(found: Sequence[Token], place: int) -> tuple[list[str], list[str], int]:
    values: list[str] = []
    keys: list[str] = []
    while place < len(found) and len(values) <= MOST_OWN_CELLS:
        kind, text, _ = found[place]
        if text == ")" and kind == "sign":
            break
        if kind in ("text", "number", "name"):
            if place + 2 < len(found) and found[place + 1][1] == "=":
                keys.append(value_of(kind, text))
                place += 2
                continue
            values.append(value_of(kind, text))
        place += 1
    return values, keys if len(keys) == len(values) else [], place + 1


def _apply(columns: list[Column], what: str, values: list[str]) -> None:
    """Numbers of a factor become its words; numbers of a date become days."""
    name, given, keys = columns[-1]
    if what in ("levels", ".Label") and all(value.isdigit() for value in given if value):
        told = [values[int(each) - 1] if each and 0 < int(each) <= len(values) else "" for each in given]
        columns[-1] = (name, told, keys)


def grid_of_json(text: str, file: str) -> Grid:
    """A list of objects, or the longest one within an object."""
    given = json.loads(text)
    lists = [given] if isinstance(given, list) else [each for each in given.values() if isinstance(each, list)]
    if not lists and isinstance(given, dict):
        lists = [[{"name": key, **each} for key, each in given.items() if isinstance(each, dict)]]
    rows = [row for row in max(lists, key=len, default=[]) if isinstance(row, dict)]
    columns = tuple(dict.fromkeys(str(key) for row in rows for key in row))
    if not rows:
        raise fault("no_table", file=file)
    made = Builder(file)
    for number, row in enumerate(rows, start=1):
        made.add(number, [_told(row.get(column)) for column in columns])
    return Grid(file, tuple(made.lines), "json", header=columns)


def _told(value: object) -> str:
    return "" if value is None or isinstance(value, dict | list) else str(value)


def day_of_r(value: str) -> str:
    """The day of a number of days since 1970; the value where it is none."""
    try:
        return (FIRST_DAY + timedelta(days=int(float(value)))).isoformat()
    except (ValueError, OverflowError):
        return value
