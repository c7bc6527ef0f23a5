"""Whether what a row names exists: sources, units, states, statements."""

from data.checks.rows import Problems, Sheets
from data.gate.links import is_web
from data.gate.text import shown
from data.schema import SCHEMA
from data.vocabulary import City, UnitKind

EVERY_COUNTRY = "*"


def check_sources(sheets: Sheets, _sound: Sheets) -> Problems:
    known = {row["id"] for row in sheets["sources"]}
    used: set[str] = set()
    for name, rows in sheets.items():
        if all(column.name != "source_ids" for column in SCHEMA[name]):
            continue
        for row in rows:
            used.update(row.items("source_ids"))
            for source in row.items("source_ids"):
                if source not in known:
                    yield row.problem(f"source {source!r} is not in sources.csv", "the id of a source")
    if len(sheets) == len(SCHEMA):
        for row in sheets["sources"]:
            if row["id"] not in used:
                yield row.problem(f"source {row['id']} is used by no fact", "a fact that rests on it")


def check_units(sheets: Sheets, _sound: Sheets) -> Problems:
    kinds = {row["unit"]: row["kind"] for row in sheets["units"]}
    for row in sheets["units"]:
        if row["iso3"] not in kinds:
            yield row.problem(f"{row['iso3']} of {row['unit']} has no unit of its own", "a unit with that id")
        whole = row["kind"] in (UnitKind.COUNTRY, UnitKind.TERRITORY)
        if whole and row["of"]:
            yield row.problem(f"{row['unit']} is a {row['kind']} of {row['of']}", "an empty cell")
        if not whole and kinds.get(row["of"]) != UnitKind.COUNTRY:
            yield row.problem(f"{row['unit']} is a {row['kind']} of {row['of']!r}", "the unit of a country")


def check_links(_sheets: Sheets, sound: Sheets) -> Problems:
    for row in sound["sources"]:
        if row["url"] and not is_web(row["url"]):
            yield row.problem(f"url is {shown(row['url'])}", "an address that begins with https:// or http://")


_CODES: dict[str, dict[str, str]] = {
    "accessions": {"iso3": "iso3"},
    "statuses": {"iso3": "iso3"},
    "other_blocs": {"iso3": "iso3", "unit": "unit"},
    "historical_states": {"part_iso3": "iso3", "unit": "unit"},
    "territory_changes": {"iso3": "iso3", "unit": "unit"},
    "events": {"countries": "iso3"},
    "statements": {"country_iso3": "iso3", "targets": "iso3"},
    "draft_treaties": {"affected_iso3_2021": "iso3"},
    "votes": {"iso3": "iso3", "subject": "iso3"},
    "consultations": {"countries": "iso3"},
    "borders": {"a": "unit", "b": "unit"},
    "measures": {f"{city}_unit": "unit" for city in City},
    "day_measures": {f"{city}_unit": "unit" for city in City},
    "disputed": {"unit": "unit"},
    "forces": {"unit": "unit"},
    "unit_measures": {"unit": "unit"},
}
"""Which columns name units, and by which column of units.csv."""


def check_codes(sheets: Sheets, _sound: Sheets) -> Problems:
    known = {column: {row[column] for row in sheets["units"]} for column in ("iso3", "unit")}
    for name, columns in _CODES.items():
        for row in sheets.get(name, []):
            for column, of in columns.items():
                for code in row.items(column):
                    if code not in known[of] and not (column == "targets" and code == EVERY_COUNTRY):
                        what = "an ISO code" if of == "iso3" else "a unit"
                        yield row.problem(f"{column} {code!r} is unknown", f"{what} of units.csv")


def check_states(sheets: Sheets, _sound: Sheets) -> Problems:
    codes = {row["unit"] for row in sheets["units"]} | {row["state_code"] for row in sheets["historical_states"]}
    named = (("historical_states", "next_state"), ("other_blocs", "as_part_of"), ("forces", "whose"), ("names", "code"))
    for name, column in named:
        for row in sheets.get(name, []):
            for code in row.items(column):
                if code not in codes:
                    yield row.problem(f"{column} {code!r} is unknown", "a unit or a state of historical_states.csv")


def check_statement_ids(sheets: Sheets, sound: Sheets) -> Problems:
    known = {row["id"] for row in sheets["statements"]}
    named = [(row, id_) for row in sound["line_phases"] for id_ in row.items("statement_ids")]
    named += [(row, row["statement"]) for name in ("readings", "draft_treaties") for row in sound[name]]
    for row, id_ in named:
        if id_ and id_ not in known:
            yield row.problem(f"statement {id_!r} is unknown", "the id of a statement")
