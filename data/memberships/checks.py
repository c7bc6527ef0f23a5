"""Whether the rows of a membership hold together: each cell, each table, then all with each other."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from data.checks.cells import check_cells
from data.checks.certainty import check_row_notes, check_row_sureness
from data.checks.one_table import check_days, intervals_hold, keys_hold
from data.checks.rows import Problems, Row, Sheets
from data.checks.words_said import check_headlines
from data.dates import first_day
from data.memberships.about import About
from data.memberships.columns import COLUMNS
from data.names import Names, state_names
from data.rows import rows
from data.sheets import read_sheet
from data.tables import TableError, Tables
from data.timeline import own_segment_on
from data.vocabulary import Seen, UnitKind

COUNTRIES = Path(__file__).parent / "countries.csv"
KEYS = {"events": ("event_id",), "sources": ("id",)}


def check_sheets(sheets: Sheets, about: About, tables: Tables) -> list[str]:
    """Every problem of the rows, one sentence each; what rests on dates passes over lines that cannot be read."""
    problems: list[str] = []
    sound: Sheets = {}
    for name, lines in sheets.items():
        sound[name] = []
        for row in lines:
            found = check_cells(row, COLUMNS[name])
            problems += found
            if not found:
                sound[name].append(row)
        problems += keys_hold(lines, KEYS[name]) if name in KEYS else ()
        if name != "sources":
            problems += check_days(sound[name], COLUMNS[name], about.as_of)
            problems += (problem for row in sound[name] for problem in check_row_notes(row))
    problems += intervals_hold(sound["members"], ("code", "status"))
    problems += check_headlines(sheets, sound)
    for check in (_statuses, _known_codes, _relations, _first_day):
        problems += check(sound["members"], about, tables)
    problems += _event_codes(sound)
    problems += _sources(sheets, sound)
    if not problems:
        problems += states_of_their_time(sound["members"], tables)
    return problems


def _statuses(members: list[Row], about: About, _tables: Tables) -> Problems:
    known = [status.key for status in about.statuses]
    for row in members:
        if row["status"] not in known:
            yield row.problem(f"status is {row['status']!r}", f"one of {', '.join(known)}")


def names_in_step(members: list[Row], tables: Tables) -> Problems:
    """Countries of the atlas have the atlas's names.

    Told to whoever edits the rows, and no reason not to show them: what is shown are the atlas's names.
    """
    dated = names_of_codes(tables)
    for row in members:
        code, name = row["code"], row["name"]
        if name not in dated.get(code, (name,)):
            yield row.problem(f"{code} is called {name}", " or ".join(sorted(dated[code])))


def _known_codes(members: list[Row], about: About, tables: Tables) -> Problems:
    """A code is the atlas's or ISO's."""
    known = state_names(tables)
    for row in members:
        code = row["code"]
        if code not in known and code not in countries():
            yield row.problem(f"code {code!r} is unknown", "a unit, a state of historical_states.csv or an ISO code")
    for key in ("with_state", "apart"):
        for unit in sorted(getattr(about, key) - set(tables.units["unit"]) - countries().keys()):
            yield f"{_file(members)}: {key} has {unit!r}; expected units of units.csv or countries.csv"


def _file(members: list[Row]) -> str:
    from_rows = members[0].file if members else "members.csv"
    return from_rows.replace("members.csv", "membership.toml")


def names_of_codes(tables: Tables) -> dict[str, set[str]]:
    """By code, every name the atlas has for it."""
    found = {code: {name} for code, name in state_names(tables).items()}
    for row in rows(tables, "names"):
        found[row.code].add(row.name)
    return found


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """Today's names of the countries of ISO 3166-1 that the atlas has no unit for, by code."""
    problems: list[str] = []
    found = read_sheet(COUNTRIES, ("code", "name"), problems)
    if found is None or problems:
        raise TableError(problems)
    return {row["code"]: row["name"] for row in found}


def _relations(members: list[Row], _about: About, _tables: Tables) -> Problems:
    """Land is told of a state that has rows; a seat is taken over on the day on which it was given up."""
    states = {row["code"] for row in members if not row["of"]}
    ends = {(row["code"], row["status"], row["end_on"]) for row in members}
    for row in members:
        before, status, start = row["continues"], row["status"], row["start_on"]
        if row["of"] and (row["of"] not in states or row["of"] == row["code"]):
            yield row.problem(f"of is {row['of']!r}", "another code that has rows of its own here")
        if before and (before, status, start) not in ends:
            yield row.problem(f"continues {before!r}, which is no {status} to {start}", "whose row ends on that day")


def _first_day(members: list[Row], about: About, _tables: Tables) -> Problems:
    for row in members:
        if first_day(row["start_on"]) < about.first_day:
            yield row.problem(f"start_on is {row['start_on']}", f"nothing before {about.first_day}, the first day")


def _event_codes(sound: Sheets) -> Problems:
    known = {row["code"] for row in sound["members"]}
    for row in sound["events"]:
        for code in row.items("codes"):
            if code not in known:
                yield row.problem(f"code {code!r} has no row in members.csv", "a code that has")


def _sources(sheets: Sheets, sound: Sheets) -> Problems:
    known = {row["id"]: row for row in sheets["sources"]}
    memory = {id_ for id_, row in known.items() if row["seen"] == Seen.MEMORY}
    used: set[str] = set()
    for name in ("members", "events"):
        for row in sheets[name]:
            used.update(row.items("source_ids"))
            for source in row.items("source_ids"):
                if source not in known:
                    yield row.problem(f"source {source!r} is not in sources.csv", "the id of a source")
        for row in sound[name]:
            yield from check_row_sureness(row, memory)
    for id_, row in known.items():
        if id_ not in used:
            yield row.problem(f"source {id_} is used by no row", "a row that rests on it")


def states_of_their_time(members: list[Row], tables: Tables) -> Iterator[str]:
    """Rows of a country that was then no state of its own: they want the state's code, or `of`."""
    units = {row.unit: row.kind for row in rows(tables, "units")}
    names = Names.of(tables)
    for row in members:
        code, day = row["code"], first_day(row["start_on"])
        if row["of"] or units.get(code, UnitKind.COUNTRY) == UnitKind.COUNTRY:
            if row["of"] or code not in units or not tables.first_day <= day <= tables.as_of:
                continue
            state = own_segment_on(tables, code, day).state
            if state != code and not names.is_same_ground(code, state):
                found = f"{code} belonged to {names.of_state(state, day)} on {row['start_on']}"
                yield row.problem(found, f"{state} as code, or as `of`")
        else:
            yield row.problem(f"{code} is a {units[code]}", "the state whose ground it is as `of`")
