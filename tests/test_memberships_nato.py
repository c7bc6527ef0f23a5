"""NATO told as a membership like the others is what the atlas's own rules say, on every day of change."""

from datetime import date, timedelta

from each import for_each

from data.membership import members_on as nato_members_on
from data.membership import status_counts_on
from data.memberships.answers import (
    Turn,
    changes,
    counts_on,
    days_of_change,
    joiners,
    last_day_of,
    leavers,
    members_on,
    name_on,
    rounds,
)
from data.memberships.cards import card_on, order_of_joining
from data.memberships.ground import ground_on, ground_runs
from data.memberships.headlines import headline_on
from data.memberships.nato import nato
from data.rounds import all_joiners
from data.rounds import rounds as nato_rounds
from data.runs import day_number, value_at
from data.tables import current_tables
from data.timeline import segments, segments_on
from data.vocabulary import Status

TABLES = current_tables()
NATO = nato(TABLES)
TURNS = sorted({part.start_day for history in segments(TABLES).values() for part in history})
DAY = timedelta(days=1)


def test_every_day_on_which_a_status_changes_is_a_day_of_change() -> None:
    before: dict[str, str] = {}
    for day in TURNS:
        now = {unit: str(part.status) for unit, part in segments_on(TABLES, day).items()}
        assert now == before or day in days_of_change(NATO)
        before = now


def test_members_and_counts_are_those_of_the_tables() -> None:
    for day in TURNS:
        assert members_on(NATO, day) == nato_members_on(day, TABLES), day
        counts = {status: n for status, n in status_counts_on(day, TABLES).items() if status != Status.NONE}
        assert counts_on(NATO, day) == counts, day


def test_every_unit_wears_the_status_of_the_tables_the_day_before_a_change_too() -> None:
    runs = ground_runs(NATO)
    days = {day for turn in TURNS for day in (turn - DAY, turn) if day >= TABLES.first_day}
    for day in days:
        number = day_number(day, TABLES)
        for unit, part in segments_on(TABLES, day).items():
            worn = value_at(runs[unit], number) if unit in runs else ""
            assert (worn or Status.NONE) == part.status, (day, unit)


def test_a_day_alone_gives_what_the_runs_give() -> None:
    day = date(1984, 7, 1)
    runs, number = ground_runs(NATO), day_number(day, TABLES)
    assert ground_on(NATO, day) == {unit: key for unit, run in runs.items() if (key := value_at(run, number))}


def test_rounds_and_joiners_are_those_of_the_tables() -> None:
    told = nato_rounds(TABLES)
    assert [(each.year, len(each.joined), each.total, each.founding) for each in rounds(NATO)] == list(
        told[["year", "joined", "total", "founding"]].itertuples(index=False, name=None)
    )
    names = {joiner.unit: joiner.name for joiner in all_joiners(TABLES)}
    for year in told["year"]:
        for each in joiners(NATO, year):
            assert name_on(NATO, each.code, each.day) == names[each.code]


def test_nobody_left_though_states_ended() -> None:
    assert not any(leavers(NATO, year) for year in range(TABLES.first_year, TABLES.last_year + 1))
    assert [change.code for change in changes(NATO) if change.turn is Turn.ENDED] == ["SBZ", "DDR", "SUN", "CSK"]


@for_each("year", range(TABLES.first_year, TABLES.last_year + 1))
def test_every_year_has_a_headline_of_the_atlas_s_lengths(year: int) -> None:
    line = headline_on(NATO, last_day_of(NATO, year))
    assert 0 < len(line.title) <= 60
    assert len(line.detail) <= 160


def test_a_card_tells_the_way_of_a_country() -> None:
    card = card_on(NATO, "SWE", TABLES.as_of)
    assert card.sentence == "Member since 7 March 2024."
    assert [line.status for line in card.lines] == ["partner", "aspirant", "invitee", "member"]
    assert order_of_joining(NATO)["SWE"] == len(TABLES.accessions)
