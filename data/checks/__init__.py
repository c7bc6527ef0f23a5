"""Whether the tables hold together: every cell, then every table, then the tables with each other.

Problems are sentences that name the file, the line, what was found and what was expected.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from data.checks.cells import cells_checked, cells_hold
from data.checks.certainty import check_claims, check_notes, check_phases, check_verified
from data.checks.codes import check_codes_of_others, check_one_code_a_state
from data.checks.forces import check_forces
from data.checks.measures import check_borders, check_continents, check_measures, check_unit_measures
from data.checks.members import check_accessions, check_invitations
from data.checks.one_table import check_as_of, check_intervals, check_keys
from data.checks.references import (
    check_codes,
    check_links,
    check_sources,
    check_statement_ids,
    check_states,
    check_units,
)
from data.checks.rows import Row, Sheets
from data.checks.treaties import check_consultations, check_treaties
from data.checks.votes import check_votes
from data.checks.words_said import (
    HEADLINE_SUMMARY,
    HEADLINE_TITLE,
    check_drafts,
    check_eras,
    check_headlines,
    check_letters_of_originals,
    check_originals,
    check_quotes,
    check_statements,
    check_two_sentences,
)
from data.schema import SCHEMA

__all__ = ["HEADLINE_SUMMARY", "HEADLINE_TITLE", "Row", "Sheets", "check_sheets", "sheet_problems"]


_CHECKS: dict[Callable[[Sheets, Sheets], Iterable[str]], tuple[str, ...]] = {
    check_units: ("units",),
    check_codes: ("units",),
    check_states: ("units", "historical_states"),
    check_sources: ("sources",),
    check_links: ("sources",),
    check_accessions: ("accessions",),
    check_invitations: ("accessions", "statuses"),
    check_headlines: ("events",),
    check_statements: ("statements",),
    check_statement_ids: ("statements", "line_phases", "readings", "draft_treaties"),
    check_quotes: ("statements", "readings", "two_sentences"),
    check_two_sentences: ("two_sentences",),
    check_originals: ("statements",),
    check_letters_of_originals: ("statements",),
    check_drafts: ("draft_treaties",),
    check_eras: ("eras", "events", "accessions"),
    check_votes: ("votes",),
    check_consultations: ("consultations", "events"),
    check_treaties: ("treaties",),
    check_notes: (),
    check_verified: ("sources",),
    check_phases: ("statements", "line_phases"),
    check_claims: ("claims",),
    check_borders: ("borders",),
    check_forces: ("forces", "accessions"),
    check_measures: ("measures",),
    check_unit_measures: ("units", "unit_measures"),
    check_continents: ("unit_measures",),
    check_one_code_a_state: ("historical_states",),
    check_codes_of_others: ("units", "historical_states", "codes"),
}
"""Each check, and the tables it cannot do without."""


def check_sheets(sheets: Sheets, as_of: date | None) -> list[str]:
    """Every problem of the tables that could be read, as `sheet_problems` finds them."""
    return list(sheet_problems(sheets, as_of))


def sheet_problems(sheets: Sheets, as_of: date | None) -> Iterator[str]:
    """The problems of the tables that could be read, one after the other.

    What rests on several tables is left out while one of them is missing, and what rests on dates
    passes over lines whose dates cannot be read, so that one slip is told once.
    """
    sound: Sheets = {}
    for name, rows in sheets.items():
        is_sound = cells_hold(SCHEMA[name], rows)
        sound[name] = list(rows) if is_sound else []
        problems_of = cells_checked(SCHEMA[name])
        for row in () if is_sound else rows:
            if found := problems_of(row):
                yield from found
            else:
                sound[name].append(row)
        yield from check_keys(name, rows)
        yield from check_intervals(name, sound[name])
        if as_of is not None:
            yield from check_as_of(name, sound[name], as_of)
    for check, needs in _CHECKS.items():
        if all(name in sheets for name in needs):
            yield from check(sheets, sound)
