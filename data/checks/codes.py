"""Whether every unit and every state of its time has one code of ours, and one row of the codes that others use."""

import re
from collections import defaultdict

from data.checks.rows import Problems, Row, Sheets
from data.vocabulary import CodeKind, Relation

ITEM = "wikidata"
FORMS = {
    "iso2": ("[A-Z]{2}", "two capital letters"),
    "m49": (r"\d{3}", "three digits"),
    ITEM: (r"Q[1-9]\d*", "Q and a number"),
}
SHARED = ("gw", "cow", "iso2", "m49")
"""Codes of others that may stand for several states, such as 365 for the Soviet Union and Russia: a note says so."""


def check_one_code_a_state(sheets: Sheets, _sound: Sheets) -> Problems:
    names: dict[str, Row] = {}
    codes: dict[str, Row] = {}
    for row in _states(sheets):
        code, name = row["state_code"], row["state"]
        named = names.setdefault(code, row)["state"]
        if named != name:
            yield row.problem(f"{code} is {name!r}, and {named!r} in line {names[code].line}", "one state a code")
        coded = codes.setdefault(name, row)["state_code"]
        if coded != code:
            yield row.problem(f"{name} is {code}, and {coded} in line {codes[name].line}", "one code a state")


def check_codes_of_others(sheets: Sheets, sound: Sheets) -> Problems:
    expected = {row["state_code"]: CodeKind.STATE for row in _states(sheets)}
    expected |= {row["unit"]: CodeKind.UNIT for row in sheets["units"]}
    shared: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in sound["codes"]:
        if (kind := expected.pop(row["code"], None)) is None:
            yield row.problem(f"code {row['code']!r} is unknown", "a unit, or a state of historical_states.csv")
        elif kind != row["kind"]:
            yield row.problem(f"{row['code']} is a {row['kind']}", f"a {kind}")
        for column, (form, told) in FORMS.items():
            if row[column] and not re.fullmatch(form, row[column], re.ASCII):
                yield row.problem(f"{column} is {row[column]!r}", told)
        for column in (*SHARED, ITEM):
            if row[column]:
                shared[column, row[column]].append(row)
    if expected:
        yield f"codes.csv: no row for {', '.join(sorted(expected))}; expected one for each unit and state of its time"
    for (column, code), rows in shared.items():
        if len(rows) > 1:
            yield from _shared(column, code, rows)


def _shared(column: str, code: str, rows: list[Row]) -> Problems:
    """An item of Wikidata is one thing's alone; any other code may be shared where a note says so."""
    for row in rows[1:] if column == ITEM else rows:
        others = ", ".join(other["code"] for other in rows if other is not row)
        found = f"{row['code']} shares {column} {code} with {others}"
        if column == ITEM:
            yield row.problem(found, "an item of its own")
        elif not row["note"]:
            yield row.problem(found, "a note that says so")


def _states(sheets: Sheets) -> list[Row]:
    """The rows of states of their time; an occupation is none."""
    return [row for row in sheets["historical_states"] if row["relation"] != Relation.OCCUPATION]
