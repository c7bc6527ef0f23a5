"""What the atlas could show but would show wrongly: measures of other tables, partners that are members.

The start does without these: whoever adds a member measures only after the tables hold together.
"""

from collections.abc import Iterator

from data.borders_in_time import is_ever_front
from data.membership import status_counts
from data.tables import Tables
from data.timeline import picture_day, segment_on
from data.vocabulary import WEST_BERLIN, Bloc, City, Status

MEASURE = "measure again with python -m geo.shapes.measures"
MAY_GO_ON = {Bloc.EU}
"""What a state may stay in when it becomes a member."""


def step_problems(tables: Tables) -> Iterator[str]:
    """Every way in which sound tables are out of step with each other, one sentence each."""
    yield from _measured_years(tables)
    yield from _measured_borders(tables)
    yield from _ended_partnerships(tables)
    if WEST_BERLIN not in set(tables.territory_changes["change_id"]):
        yield f"territory_changes.csv: no row {WEST_BERLIN}; expected the one that the mark of West Berlin tells"


def _measured_years(tables: Tables) -> Iterator[str]:
    years = list(range(tables.first_year, tables.last_year + 1))
    found = [int(year) for year in tables.measures["year"]]
    if found != years:
        odd = sorted(set(found) ^ set(years))
        told = f"not measured, or not to be: {', '.join(map(str, odd))}" if odd else "years out of order"
        yield f"measures.csv: {told}; expected {years[0]} to {years[-1]}, {MEASURE}"
        return
    for row in tables.measures.itertuples():
        day, members = picture_day(row.year, tables), status_counts(row.year, tables)[Status.MEMBER]
        if (row.day, row.members) != (day.isoformat(), members):
            found_here = f"{row.members} members on {row.day}"
            yield f"measures.csv: {row.year} has {found_here}; expected {members} on {day}, {MEASURE}"
            continue
        for city in City:
            unit = getattr(row, f"{city}_unit")
            if segment_on(tables, unit, day).status != Status.MEMBER:
                yield f"measures.csv: {row.year}: {city}_unit is {unit}; expected land of a member, {MEASURE}"


def _measured_borders(tables: Tables) -> Iterator[str]:
    for row in tables.borders.itertuples():
        if not is_ever_front(row.a, row.b, tables):
            yield f"borders.csv: {row.border} was never front line; expected only borders that were, {MEASURE}"


def _ended_partnerships(tables: Tables) -> Iterator[str]:
    """Whoever is a member is no partner, not invited and not neutral any more."""
    joined = dict(zip(tables.accessions["iso3"], tables.accessions["joined_day"], strict=True))
    texts = dict(zip(tables.accessions["iso3"], tables.accessions["joined_on"], strict=True))
    rows = [("statuses", row.iso3, row.status, row) for row in tables.statuses.itertuples()]
    rows += [("other_blocs", row.unit, row.bloc, row) for row in tables.other_blocs.itertuples()]
    for name, unit, word, row in rows:
        if unit in joined and word not in MAY_GO_ON and row.end_day > joined[unit]:
            found = f"{unit} {word} from {row.start_on} ends {row.end_on or 'never'}"
            yield f"{name}.csv: {found}; expected an end by {texts[unit]}, when {unit} joined"
