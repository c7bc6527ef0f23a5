"""Every claim is computed from the tables, agrees with its recorded row, and follows a row that changes.

Agreement is exact in both directions: the numbers (in figures or in words up to thirty) and days that the record and
the computation do not share are those of `LEFT_OUT` and `ADDED` and no others. What a record tells must be computed
under some choice; what is computed by default, or under any choice where the claim holds under a definition, must
stand in the record.
"""

import dataclasses
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import product
from typing import Any

import pytest
from each import for_each
from recorded import AS_RECORDED

import geo.claims
from data.dates import MONTHS, spelled
from data.keys import INTERVALS, KEYS
from data.tables import Tables
from data.vocabulary import UnitKind, Verdict
from geo.claims import Finding, choices, claim_ids
from geo.drawing.layers import LAYERS

CLAIMS = list(AS_RECORDED.claims["claim_id"])
FROM_SOURCE = ["C05", "C07", "C26", "C31", "C33"]
"""They repeat the record, since only a document can tell."""

LEFT_OUT: dict[str, set[str]] = {
    "C15": {"59", "44"},  # millions of people in the years of joining, which the tables do not hold
    "C16": {"3 August"},  # the day on which a report of Congress counted
    "C18": {"1991"},  # the summit of Rome, which is no event
}
"""Numbers and days that the record has and the computation has not."""

ADDED: dict[str, set[str]] = {
    "C02": {"920", "830", "510", "828", "514"},  # the land nearest to Moscow since 1999, and how far it moved
    "C06": {"2005"},  # the Intensified Dialogue, which the record leaves out
    "C11": {"1 January", "27 March", "2020"},  # the first day of the article's year, and the last accession before it
    "C15": {"2019", "94.1", "39.9"},  # millions of people of today, and when they were counted
    "C16": {"6", "13", "21", "10 July", "13 July", "5 October", "1996"},  # spans that the record does not count
    "C18": {"6 July", "1990", "8 July", "3.5"},  # the nearest summits that are events
    "C24": {"12 June", "2020"},  # the day counted
    "C25": {"31 August", "1994", "2", "4"},  # the note of the table, and the name of the treaty
    "C28": {"9.6", "15.4"},  # months, which the record gives rounded
    "C30": {"17 December"},  # the day of the drafts
    "C31": {"4"},  # articles described in the table
}
"""Numbers and days that the computation has and no cell of the record has."""

UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
TEENS = "seventeen eighteen nineteen twenty"
TENS = [f"twenty-{unit}" for unit in UNITS.split()[1:10]]
NUMBER_WORDS = {word: str(number) for number, word in enumerate([*UNITS.split(), *TEENS.split(), *TENS, "thirty"])}
DAY = re.compile(rf"(?:(\d{{1,2}})-)?(\d{{1,2}}) ({'|'.join(MONTHS)})\b")
NUMBER = re.compile(rf"\d+(?:,\d{{3}})*(?:\.\d+)?|\b(?:{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})\b")


def told(text: str) -> set[str]:
    """The numbers of a text and its days without the year, which counts as a number."""
    days = {f"{day} {month}" for *both, month in DAY.findall(text) for day in both if day}
    numbers = (number.replace(",", "") for number in NUMBER.findall(DAY.sub("", text).lower()))
    return days | {NUMBER_WORDS.get(number, number) for number in numbers}


@cache
def countries() -> list[str]:
    units = AS_RECORDED.units
    return list(units.loc[units["kind"] == UnitKind.COUNTRY, "name"])


def named(text: str) -> set[str]:
    return {name for name in countries() if re.search(rf"\b{name}\b", text)}


def recorded(claim_id: str) -> Any:
    claims = AS_RECORDED.claims
    return next(claims[claims["claim_id"] == claim_id].itertuples())


def all_choices(claim_id: str) -> Iterator[dict[str, str]]:
    offered = choices(claim_id)
    for values in product(*([value for value, _ in choice.options] for choice in offered)):
        yield dict(zip((choice.key for choice in offered), values, strict=True))


def every(claim_id: str, tables: Tables | None = None) -> list[Finding]:
    return [evaluate(claim_id, tables, **chosen) for chosen in all_choices(claim_id)]


def evaluate(claim_id: str, tables: Tables | None = None, **chosen: str) -> Finding:
    """What the tables say, by default those that the record was made from."""
    return geo.claims.evaluate(claim_id, tables or AS_RECORDED, **chosen)


def findings(claim_id: str, tables: Tables | None = None) -> list[Finding]:
    """Those that must keep to the record: all where the claim rests on a definition, else the default."""
    under_a_definition = recorded(claim_id).verdict == Verdict.HOLDS_UNDER_A_DEFINITION
    return every(claim_id, tables) if under_a_definition else [evaluate(claim_id, tables)]


def answers(found: list[Finding]) -> str:
    return " ".join(finding.answer for finding in found)


def differences(claim_id: str, tables: Tables | None = None) -> tuple[set[str], set[str]]:
    """What the record alone has, and what the computation alone has."""
    row = recorded(claim_id)
    cells = " ".join([row.claim, row.how_to_test, row.own_evaluation, row.depends_on_definition])
    known = told(cells) | told(spelled(AS_RECORDED.as_of))
    return (
        told(row.own_evaluation) - told(answers(every(claim_id, tables))),
        told(answers(findings(claim_id, tables))) - known,
    )


def unnamed(claim_id: str, tables: Tables | None = None) -> set[str]:
    """The countries that the record names and no answer does."""
    return named(recorded(claim_id).own_evaluation) - named(answers(every(claim_id, tables)))


def agrees(claim_id: str, tables: Tables | None = None) -> bool:
    """Numbers, days and countries; the verdict, which is coarser, is left aside."""
    expected = LEFT_OUT.get(claim_id, set()), ADDED.get(claim_id, set())
    return differences(claim_id, tables) == expected and not unnamed(claim_id, tables)


# ---------------------------------------------------------------------- copies of the tables


def edited(table: str, where: dict[str, str], **cells: object) -> Tables:
    """The project's tables with other cells in the rows that `where` finds."""
    tables = AS_RECORDED
    frame = getattr(tables, table).copy()
    found = (frame[list(where)] == list(where.values())).all(axis="columns")
    assert found.any()
    for column, value in cells.items():
        frame[column] = frame[column].mask(found, value)
    return dataclasses.replace(tables, **{table: frame})


def without(table: str, **where: str) -> Tables:
    tables = AS_RECORDED
    frame = getattr(tables, table)
    found = (frame[list(where)] == list(where.values())).all(axis="columns")
    assert found.any()
    return dataclasses.replace(tables, **{table: frame[~found].reset_index(drop=True)})


def joining(unit: str, day: date) -> Tables:
    return edited("accessions", {"iso3": unit}, joined_day=day, joined_on=day.isoformat())


def happening(event_id: str, day: date) -> Tables:
    return edited("events", {"event_id": event_id}, day=day, date=day.isoformat())


# ---------------------------------------------------------------------- every row of claims.csv


def test_every_claim_has_a_computation() -> None:
    assert list(claim_ids()) == CLAIMS


@for_each("claim_id", CLAIMS)
def test_agreement(claim_id: str) -> None:
    assert differences(claim_id) == (LEFT_OUT.get(claim_id, set()), ADDED.get(claim_id, set()))


@for_each("claim_id", CLAIMS)
def test_the_countries_of_the_record_are_named(claim_id: str) -> None:
    assert unnamed(claim_id) == set()


@for_each("claim_id", CLAIMS)
def test_the_verdict_is_the_recorded_one(claim_id: str) -> None:
    """What holds under a definition holds under one choice at least, and under one at least it does not."""
    verdicts = {finding.verdict for finding in findings(claim_id)}
    if recorded(claim_id).verdict == Verdict.HOLDS_UNDER_A_DEFINITION:
        assert Verdict.HOLDS in verdicts
        assert len(verdicts) > 1
    else:
        assert verdicts == {recorded(claim_id).verdict}


@for_each("claim_id", CLAIMS)
def test_a_claim_half_outside_the_tables_holds_in_part(claim_id: str) -> None:
    outside = any(text in evaluate(claim_id).answer for text in ("not in the tables", "has no row of its own"))
    assert not (outside and recorded(claim_id).verdict == Verdict.HOLDS)


@pytest.mark.parametrize("claim_id", FROM_SOURCE)
def test_what_rests_on_a_source_says_so(claim_id: str) -> None:
    answer = evaluate(claim_id).answer
    assert recorded(claim_id).own_evaluation in answer
    assert "rests on the source, not on a computation" in answer


@for_each("claim_id", CLAIMS)
def test_a_finding_points_at_what_exists(claim_id: str) -> None:
    tables = AS_RECORDED
    for finding in every(claim_id):
        assert finding.rests_on
        assert len(set(finding.rests_on)) == len(finding.rests_on)
        for table, key in finding.rests_on:
            assert key in keys(table)
        assert tables.first_year <= finding.year <= tables.last_year
        assert finding.country in {"", *tables.units["unit"]}
        assert set(filter(None, finding.layers.split(","))) <= set(LAYERS)


@cache
def keys(table: str) -> set[str]:
    columns = list(KEYS.get(table) or INTERVALS[table])
    rows = getattr(AS_RECORDED, table)[columns].itertuples(index=False)
    return {" ".join(map(str, row)) for row in rows}


@for_each("claim_id", CLAIMS)
def test_an_answer_is_a_short_neutral_text(claim_id: str) -> None:
    for answer in (finding.answer for finding in every(claim_id)):
        assert answer[0].isupper() or answer[0].isdigit()
        assert answer.endswith(".")
        assert len(re.findall(r"(?<!Art)\.(?= |$)", answer)) <= 4
        assert not re.search(r"\b(we|our|nan|None)\b|  ", answer)


# ---------------------------------------------------------------------- a row that changes


CHANGED = [
    ("C01", without("accessions", iso3="ALB")),
    ("C02", edited("measures", {"moscow_unit": "LVA"}, moscow_km=700.0)),
    ("C03", without("statuses", iso3="GEO", status="bucharest_promise")),
    ("C04", happening("EV45", date(2008, 8, 9))),
    ("C06", without("statuses", iso3="UKR", status="eop")),
    ("C08", edited("statuses", {"iso3": "UKR", "status": "applied_map"}, end_day=date(2023, 7, 12))),
    ("C09", happening("EV49", date(2014, 3, 21))),
    ("C10", without("statuses", iso3="HRV", status="map")),
    ("C11", without("accessions", iso3="SWE")),
    ("C12", without("accessions", iso3="SVN")),
    ("C13", joining("ALB", date(2009, 4, 2))),
    ("C14", joining("MNE", date(2017, 6, 6))),
    ("C15", joining("SVN", date(2005, 3, 29))),
    ("C16", without("statuses", iso3="MDA", status="pfp")),
    ("C17", edited("statuses", {"iso3": "RUS", "status": "pfp"}, start_day=date(1994, 6, 23))),
    ("C18", happening("EV30", date(1997, 7, 9))),
    ("C19", without("statuses", iso3="KAZ", status="pfp")),
    ("C20", joining("POL", date(1999, 3, 11))),
    ("C21", happening("EV44", date(2008, 4, 2))),
    ("C22", happening("EV49", date(2015, 3, 18))),
    ("C23", without("statuses", iso3="JOR", status="eop")),
    ("C24", without("statuses", iso3="JOR", status="eop")),
    ("C25", happening("EV18", date(1990, 9, 13))),
    ("C27", edited("other_blocs", {"unit": "DEU-EAST", "bloc": "warsaw_pact"}, end_day=date(1990, 9, 25))),
    ("C28", happening("EV21", date(1991, 7, 2))),
    ("C29", joining("FIN", date(2022, 4, 4))),
    ("C30", without("accessions", iso3="MKD")),
    ("C31", without("draft_treaties", document="US-Russia draft treaty", article="7")),
    ("C32", without("accessions", iso3="LVA")),
    ("C34", edited("statuses", {"status": "bucharest_promise"}, start_day=date(2008, 4, 2))),
    ("C35", edited("statements", {"id": "1994-12-05-yeltsin-cold-peace"}, day=date(1994, 12, 6))),
    ("C36", edited("statements", {"id": "1994-01-12-clinton-prague"}, day=date(1994, 1, 13))),
    ("C37", edited("statements", {"id": "1990-02-09-baker-one-inch"}, day=date(1990, 2, 10))),
]


@for_each("claim_id, tables", CHANGED, ids=lambda case: case[0])
def test_a_changed_row_breaks_the_agreement(claim_id: str, tables: Tables) -> None:
    assert agrees(claim_id)
    assert not agrees(claim_id, tables)


def test_what_can_change_is_tested() -> None:
    """Every claim but those that only repeat the record has a changed row above."""
    assert set(CLAIMS) - {claim_id for claim_id, _ in CHANGED} == {"C05", "C07", "C26", "C33"}


def test_a_dozen_follows_the_accessions() -> None:
    assert "2021: 10 (" in evaluate("C01").answer
    fewer = without("accessions", iso3="ALB")
    assert "2021: 9 (" in evaluate("C01", fewer).answer
    assert "Albania" not in evaluate("C01", fewer).answer
    assert evaluate("C01", fewer).verdict == Verdict.DOES_NOT_HOLD
    assert ": 11 (" in evaluate("C01", bloc="territory").answer
    assert ": 14 (" in evaluate("C01", bloc="yugoslavia").answer
    assert ": 13 (" in evaluate("C01", joining("MKD", date(2022, 1, 1)), bloc="yugoslavia").answer


def test_the_days_follow_the_events() -> None:
    assert "127 days" in evaluate("C04").answer
    assert "158 days" in evaluate("C04", happening("EV45", date(2008, 9, 8))).answer
    assert evaluate("C04", happening("EV45", date(2008, 9, 8))).verdict == Verdict.DOES_NOT_HOLD


def test_the_ratio_follows_the_accessions() -> None:
    assert "30 on 1 January 2022" in evaluate("C11").answer
    assert "29 on 1 January 2022" in evaluate("C11", without("accessions", iso3="MNE")).answer
    assert "1.81 times" in evaluate("C11", without("accessions", iso3="MNE")).answer
    assert "exactly twice" in evaluate("C11", as_of="today").answer
    assert evaluate("C11", as_of="today").verdict == Verdict.IMPRECISE


def test_the_signatures_follow_the_statuses() -> None:
    verdicts = {months: evaluate("C16", months=months).verdict for months in ("6", "12", "13", "24")}
    assert verdicts == {
        "6": Verdict.DOES_NOT_HOLD,
        "12": Verdict.DOES_NOT_HOLD,
        "13": Verdict.HOLDS,
        "24": Verdict.HOLDS,
    }
    fewer = without("statuses", iso3="MDA", status="pfp")
    assert "22 signatures" in evaluate("C16", fewer).answer
    assert evaluate("C16", fewer, months="13").verdict == Verdict.DOES_NOT_HOLD


def test_the_six_follow_the_statuses() -> None:
    fewer = without("statuses", iso3="JOR", status="eop")
    assert evaluate("C23").answer.startswith("Six on 12 June 2020: Australia,")
    assert evaluate("C23", fewer).answer.startswith("Five on 12 June 2020: Australia,")
    assert evaluate("C23", fewer).verdict == Verdict.DOES_NOT_HOLD


def test_a_missing_row_is_told_by_its_key() -> None:
    with pytest.raises(ValueError, match="events has no event_id EV44"):
        evaluate("C04", without("events", event_id="EV44"))


# ---------------------------------------------------------------------- choices


def test_the_first_option_is_the_default() -> None:
    for claim_id in CLAIMS:
        defaults = {choice.key: choice.options[0][0] for choice in choices(claim_id)}
        assert evaluate(claim_id, **defaults) == evaluate(claim_id)


def test_the_line_decides_how_far_the_boundary_moved() -> None:
    assert evaluate("C02", line="moscow").verdict == Verdict.HOLDS
    assert evaluate("C02", line="easternmost").verdict == Verdict.DOES_NOT_HOLD
    assert evaluate("C02", line="easternmost").country == "TUR"


def test_the_measure_decides_when_growth_was_fastest() -> None:
    assert evaluate("C15", measure="area").verdict == Verdict.DOES_NOT_HOLD
    people = evaluate("C15", measure="people")
    assert people.verdict == Verdict.DOES_NOT_HOLD
    assert "grew most in 1952" in people.answer


def test_kaliningrad_decides_who_is_a_neighbour() -> None:
    assert "Poland" in evaluate("C29").answer
    assert "Poland" not in evaluate("C29", kaliningrad="without").answer
    assert "Türkiye" not in evaluate("C29", neighbour="russia").answer


@pytest.mark.parametrize("ask", [choices, evaluate])
def test_an_unknown_claim_is_refused(ask: Any) -> None:
    with pytest.raises(ValueError, match="unknown claim 'C99'"):
        ask("C99")


def test_an_unknown_choice_or_value_is_refused() -> None:
    with pytest.raises(ValueError, match="C16 has no choice 'years'"):
        evaluate("C16", years="1")
    with pytest.raises(ValueError, match="C16: months is '7'; expected one of"):
        evaluate("C16", months="7")


# ---------------------------------------------------------------------- how texts are compared


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("1,225 km (760 miles)", {"1225", "760"}),
        ("Six of the thirty, twenty-two of 2.5", {"6", "30", "22", "2.5"}),
        ("on 3 April 2008 and 10-11 January", {"3 April", "2008", "10 January", "11 January"}),
        ("nobody, 0.9 million km²; someone", {"0.9"}),
    ],
)
def test_numbers_and_days_are_read(text: str, tokens: set[str]) -> None:
    assert told(text) == tokens
