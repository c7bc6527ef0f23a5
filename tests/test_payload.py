"""What crosses to the browser is strict JSON, says what the tables say, and brings every word the atlas asks for."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from each import for_each
from made import made_facts, made_view

from data.captions import KINDS, VOICES, caption, kind_on, voices
from data.cards import STEPS
from data.citation import STYLES
from data.dates import first_day
from data.drafts import affected, articles
from data.headlines import headline
from data.membership import status_at_year_end, status_counts
from data.names import state_names
from data.rounds import joiners
from data.runs import day_number, value_at
from data.tables import current_tables
from data.timeline import picture_day
from data.vocabulary import (
    FACT_CONFIDENCE,
    ORIGINAL_LANGUAGES,
    STATEMENT_CONFIDENCE,
    Bloc,
    Camp,
    ForceSign,
    Form,
    Format,
    QuoteLanguage,
    Side,
    Stance,
    Status,
)
from data.words import words
from geo.drawing.layers import LAYERS
from geo.drawing.views import VIEWS
from geo.lesson.quiz import LEVELS
from geo.wire.facts import facts_payload, sources_payload
from geo.wire.strict_json import to_json

TABLES = current_tables()
FACTS = made_facts()
PICTURES = FACTS["pictures"]
VIEW = made_view("europe")
YEARS = range(TABLES.first_year, TABLES.last_year + 1)
ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden" / "members_by_year.csv"


def strictly_read(text: str) -> Any:
    """JSON as a browser reads it: no NaN, no Infinity."""

    def refuse(constant: str) -> None:
        raise ValueError(f"{constant} is not JSON")

    return json.loads(text, parse_constant=refuse)


# ---------------------------------------------------------------------- strict JSON


@pytest.mark.parametrize("payload", [FACTS, VIEW], ids=["facts", "view"])
def test_a_payload_is_strict_json(payload: dict[str, Any]) -> None:
    assert strictly_read(to_json(payload)).keys() == payload.keys()


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")], ids=str)
def test_what_is_no_json_raises_before_it_leaves(value: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_json({"units": [{"at": [value]}]})


HOSTILE = """</script><img src=x onerror="alert(1)">\u2028\u2029 “'`${7*7}` &amp; {year} \\u003c"""


def test_hostile_text_stays_text() -> None:
    tables = replace(
        TABLES,
        statements=TABLES.statements.assign(paraphrase=HOSTILE, speaker=HOSTILE),
        units=TABLES.units.assign(note=HOSTILE),
        events=TABLES.events.assign(title=HOSTILE),
    )
    facts = strictly_read(to_json(facts_payload(tables)))
    assert {statement["paraphrase"] for statement in facts["statements"]} == {HOSTILE}
    assert {statement["speaker"] for statement in facts["statements"]} == {HOSTILE}
    assert {unit["note"] for unit in facts["units"]} == {HOSTILE}
    assert {event["title"] for year in facts["years"] for event in year["events"]} == {HOSTILE}


# ---------------------------------------------------------------------- the tables, faithfully


def at_year_end(runs: list[Any], year: int) -> Any:
    """The value of some runs in the picture of a year."""
    return value_at(runs, day_number(picture_day(year, TABLES), TABLES))


def spread(runs: list[Any]) -> Iterator[tuple[int, Any]]:
    """The value of some runs in the picture of each year."""
    for year in YEARS:
        yield year, at_year_end(runs, year)


def test_every_unit_has_in_every_year_what_the_tables_say() -> None:
    told = {
        (unit["id"], year): (FACTS["statuses"][status], state, since)
        for unit in FACTS["units"]
        for year, (status, state, since, *_rest) in spread(unit["runs"])
    }
    known = {
        (unit, year): (row.status, row.state, row.since)
        for year in YEARS
        for unit, row in status_at_year_end(year, TABLES).iterrows()
    }
    assert told == known


def test_a_run_ends_only_where_something_changes() -> None:
    for unit in FACTS["units"]:
        assert all(one[1] != other[1] for one, other in pairwise(unit["runs"])), unit["id"]


@pytest.mark.parametrize(
    ("unit", "year", "relation"),
    [
        ("LVA", 1975, "part"),
        ("LVA", 2004, ""),
        ("DZA", 1955, "part"),
        ("MAR", 1955, "protectorate"),
        ("GRL", 1960, "dependency"),
        ("GBR-AKROTIRI", 1959, "colony"),
        ("GBR-AKROTIRI", 1960, "dependency"),
        ("POL", 1960, ""),
    ],
)
def test_how_a_unit_belonged_to_another_state(unit: str, year: int, relation: str) -> None:
    card = next(card for card in FACTS["units"] if card["id"] == unit)
    assert dict(spread(card["runs"]))[year][3] == relation


@for_each("year", YEARS)
def test_a_years_counts_are_those_of_the_tables(year: int) -> None:
    assert FACTS["years"][year - YEARS.start]["year"] == year
    assert at_year_end(PICTURES["counts"], year) == list(status_counts(year, TABLES).values())
    assert at_year_end(PICTURES["joined_count"], year) == len(joiners(year, TABLES))


with GOLDEN.open(encoding="utf-8", newline="") as golden:
    BY_HAND = {int(row["year"]): row for row in csv.DictReader(golden)}
ROUNDS = {year: row["joined"] for year, row in BY_HAND.items() if row["joined"]}


def test_members_are_counted_as_they_were_by_hand() -> None:
    by_hand = {year: int(row["members"]) for year, row in BY_HAND.items()}
    assert {year: counts[0] for year, counts in spread(PICTURES["counts"])} == by_hand


def test_units_join_in_the_known_years() -> None:
    assert {year: " ".join(joined) for year, joined in spread(PICTURES["joined"]) if joined} == ROUNDS


def test_the_ticks_are_the_founding_and_the_rounds() -> None:
    rounds = {entry["year"]: (entry["units"], entry["total"]) for entry in FACTS["rounds"]}
    assert set(rounds) == {1949, *ROUNDS} - {1990}
    assert len(rounds[1949][0]) == 12
    assert rounds[2024] == (["SWE"], 32)


def test_the_eras_cover_all_years_without_a_gap() -> None:
    eras = FACTS["eras"]
    assert [era["key"] for era in eras] == list(TABLES.eras["era"])
    assert (eras[0]["from"], eras[-1]["to"]) == (YEARS.start, YEARS.stop - 1)
    assert [era["to"] for era in eras[:-1]] == [era["from"] for era in eras[1:]]


def test_a_name_is_there_for_every_state_of_every_year() -> None:
    states = {state for unit in FACTS["units"] for _year, (_status, state, *_rest) in spread(unit["runs"])}
    assert states <= set(FACTS["states"])
    assert FACTS["states"] == state_names(TABLES)


# ---------------------------------------------------------------------- cards


def card(unit: str) -> dict[str, Any]:
    found: dict[str, Any] = next(card for card in FACTS["units"] if card["id"] == unit)
    return found


@pytest.mark.parametrize(
    ("unit", "steps"),
    [
        (
            "POL",
            [
                ("invited", "1997-07-08", None),
                ("protocol_signed", "1997-12-16", 161),
                ("protocol_in_force", "1998-12-04", 353),
                ("legal_invitation", "1999-01-29", 56),
                ("joined", "1999-03-12", 42),
            ],
        ),
        (
            "FIN",
            [
                ("invited", "2022-06-29", None),
                ("protocol_signed", "2022-07-05", 6),
                ("protocol_in_force", "2023-04-04", 273),
                ("legal_invitation", "2023-04-04", 0),
                ("joined", "2023-04-04", 0),
            ],
        ),
    ],
)
def test_the_days_between_the_steps_counted_by_hand(unit: str, steps: list[tuple[str, str, int | None]]) -> None:
    assert [(step["key"], step["date"], step["days"]) for step in card(unit)["steps"]] == steps


@for_each("row", list(TABLES.accessions.itertuples()), ids=lambda row: row.iso3)
def test_the_steps_of_every_member_follow_its_accession(row: Any) -> None:
    steps = card(row.iso3)["steps"]
    columns = {key: column for column, key in STEPS} | {"in_force_founder": "joined_on"}
    assert {step["key"]: step["date"] for step in steps} == {
        step["key"]: getattr(row, columns[step["key"]]) for step in steps
    }
    assert len(steps) == sum(bool(getattr(row, column)) for column, _ in STEPS)
    assert steps[0]["days"] is None
    for before, step in pairwise(steps):
        between = (date.fromisoformat(step["date"]) - date.fromisoformat(before["date"])).days
        assert step["days"] == between >= 0


def test_only_members_have_steps() -> None:
    assert {card["id"] for card in FACTS["units"] if card["steps"]} == set(TABLES.accessions["iso3"])
    assert [card(unit)["order"] for unit in ("BEL", "SWE", "UKR")] == [1, 32, 0]


def test_every_source_of_a_card_or_a_statement_is_told() -> None:
    telling = (*FACTS["units"], *FACTS["statements"], *FACTS["drafts"])
    used = {source for told in telling for source in told["sources"]}
    assert used <= set(sources_payload(TABLES))


# ---------------------------------------------------------------------- statements


def test_every_statement_appears_in_a_year_at_a_place() -> None:
    statements = FACTS["statements"]
    assert [statement["id"] for statement in statements] == TABLES.statements["id"].tolist()
    assert {statement["place"] for statement in statements} == set(range(len(VIEW["places"])))
    for statement in statements:
        day = TABLES.first_day + timedelta(days=statement["day"])
        assert day == max(TABLES.first_day, first_day(statement["date"]))
        assert all(isinstance(at, int) for at in VIEW["places"][statement["place"]])


def test_a_statement_names_units_and_its_answer() -> None:
    units = {card["id"] for card in FACTS["units"]}
    ids = {statement["id"] for statement in FACTS["statements"]}
    for statement in FACTS["statements"]:
        assert set(statement["targets"]) <= units | {"*"}
        assert statement.get("reply_to") in ids | {None}


def test_a_contested_statement_always_brings_its_note() -> None:
    contested = [statement for statement in FACTS["statements"] if statement["confidence"] == "contested"]
    assert contested
    assert all(statement["note"] for statement in contested)


def test_remarks_on_how_a_statement_was_made_stay_in_the_table() -> None:
    remarks = [remark for remark in TABLES.statements["working_note"] if remark]
    told = json.dumps(FACTS, ensure_ascii=False)
    assert remarks
    assert not [remark for remark in remarks if json.dumps(remark, ensure_ascii=False)[1:-1] in told]


# ---------------------------------------------------------------------- draft articles, a side's words


def test_a_draft_article_touches_in_every_year_whom_the_tables_say() -> None:
    assert [draft["id"] for draft in FACTS["drafts"]] == [article.id for article in articles(TABLES)]
    for draft in FACTS["drafts"]:
        assert all(one[1] != other[1] for one, other in pairwise(draft["touches"])), draft["id"]
        for year, units in spread(draft["touches"]):
            assert tuple(units) == affected(draft["id"], picture_day(year, TABLES), TABLES), (draft["id"], year)


def test_a_draft_article_leads_to_the_statement_that_published_it() -> None:
    days = dict(zip(TABLES.statements["id"], TABLES.statements["date"], strict=True))
    assert {days[draft["statement"]] for draft in FACTS["drafts"]} == {"2021-12-17"}


def test_a_sides_words_stand_beside_the_neutral_ones_and_never_replace_them() -> None:
    assert list(FACTS["voices"]) == list(VOICES)
    texts = PICTURES["headlines"]
    for year in YEARS:
        neutral, day = headline(year), picture_day(year, TABLES)
        assert texts[at_year_end(PICTURES["headline"], year)] == [neutral.title, neutral.detail]
        for voice in voices(TABLES):
            kind = kind_on(day, TABLES)
            line = caption(voice, day, TABLES)
            told = at_year_end(PICTURES["captions"][voice.id], year)
            if voice.used_in(kind):
                assert (told[0], texts[told[1]]) == (kind, [line.title, line.detail])
            else:
                assert told is None
                assert line == neutral


def test_the_words_a_kind_of_year_uses_are_told_by_their_place() -> None:
    for voice in voices(TABLES):
        told = FACTS["voices"][voice.id]
        assert set(told["used"]) == set(KINDS)
        for kind in KINDS:
            assert [told["loaded"][at]["word"] for at in told["used"][kind]] == [w.word for w in voice.used_in(kind)]


# ---------------------------------------------------------------------- the drawing


def test_the_drawing_and_the_facts_speak_of_the_same_units() -> None:
    units = {card["id"] for card in FACTS["units"]}
    assert set(VIEW["paths"]) <= units
    assert set(VIEW["anchors"]) <= units
    assert {unit for border in VIEW["borders"] for unit in border.split("|")} <= set(VIEW["paths"])
    assert all(border == "|".join(sorted(border.split("|"))) for border in VIEW["borders"])
    assert all(name["unit"] in units for name in VIEW["names"].values())


# ---------------------------------------------------------------------- words

MODULES = [path for room in ("atlas", "classroom") for path in sorted((ROOT / "geo" / room).rglob("*.mjs"))]
SOURCES = {path.relative_to(ROOT / "geo").as_posix(): path.read_text(encoding="utf-8") for path in MODULES}
LINK = ("lesson_gate", "lesson_link")
LIVE = "".join(source for name, source in SOURCES.items() if name.startswith("classroom/live/"))
FIRST_VISIT = SOURCES["atlas/frame/first_visit.mjs"]
DYNAMIC = {
    "answer.*": {*map(str, Status), "founder", "alone", "round"},
    "card.*": {key for _, key in STEPS} | {"in_force_founder"},
    "cite.*": set(STYLES),
    "cover.*": {"present", "quiz", "sources"},
    "ink.*": set(words()["ink"]) - {"open", "bar", "full"},
    "cite.country_*": {"year", "day"},
    "cite.map_*": {"year", "day"},
    "class.*": {"previous", "next"},
    "class.key_*": set(re.findall(r"\['[^']+', '(\w+)'\]", SOURCES["classroom/class_keys.mjs"])),
    "confidence.*": set(map(str, STATEMENT_CONFIDENCE)),
    "confidence_of_fact.*": set(map(str, FACT_CONFIDENCE)),
    "draft.*": {article.id for article in articles(TABLES)} | {"none"},
    "first_visit.*": set(re.findall(r"'(\w+)'", re.findall(r"TRIES = (.*)", FIRST_VISIT)[0])),
    "force.bar.*": set(map(str, Camp)),
    "force.camp.*": set(map(str, Camp)),
    "force.sign.*": set(map(str, ForceSign)),
    "form.*": set(map(str, Form)),
    "help.*": set(re.findall(r"\[['`][^'`]+['`], '(\w+)'\]", SOURCES["atlas/panel/help.mjs"])),
    "key.*": set(words()["key"]) - {"title"},
    "language_name.*": {str(language).removeprefix("translated-from-") for language in QuoteLanguage},
    "layer.*": set(LAYERS),
    "leading.*": {"blank", "freeze", "phone", "spot"},
    "notice.unknown_*": set(re.findall(r"take\('(\w+)'", SOURCES["atlas/core/address.mjs"])) | {"layer", "twice"},
    "link.*": set(re.findall(r"LinkError\('(\w+)'\)", "".join(SOURCES[f"classroom/link/{name}.mjs"] for name in LINK))),
    "live.*": {
        *re.findall(r"\bt\((?:\w+(?:\(\))? \? )?'(\w+)'", LIVE),
        *(f"next_{step}" for step in ("reveal", "result", "question", "leave")),
        *(f"own_{kind}" for kind in re.findall(r"'(\w+)'", re.findall(r"const KINDS = (.*)", LIVE)[0])),
        *(f"own_{wrong}" for wrong in re.findall(r"return '(\w+_(?:prompt|options))'", LIVE)),
        *re.findall(r"\bend\((?:\w+\.why === 'hours' \? 'hours' : )?'(\w+)'", LIVE),
        *("phones_one", "phones_many", "tap_one", "tap_many", "hours", "open", "label"),
    },
    "notes.where_*": {"title", "close"},
    "notes.*": {"here", "total", "left"},
    "panel.*": {"earlier", "later"},
    "quiz.column_*": {"question", "team", "prompt", "given", "right", "was_right"},
    "quiz.*": {"level", "count", "teams", *LEVELS},
    "quoted.*": set(ORIGINAL_LANGUAGES),
    "side.*": set(map(str, Side)),
    "sign.*": {one["sign"] for one in FACTS["happenings"]},
    "stance.*.explain": set(map(str, Stance)),
    "stance.*.label": set(map(str, Stance)),
    "statement.*": set(re.findall(r"\b(?:text|go)\('(\w+)'", SOURCES["atlas/panel/statement_card.mjs"])),
    "status.*.explain": set(map(str, Status)),
    "status.*.label": set(map(str, Status)),
    "status.*.short": set(map(str, Status)),
    "take.*": {"png", "svg", "copy"},
    "take.reach_*": {"own", "network", "here", "nowhere", "behind", "long"},
    "table.*": {"country", "state", "status", "since"},
    "timeline.*": {"slow", "normal", "fast"},
    "view.*": set(VIEWS),
    "view_note.*": {view for view in VIEWS if made_view(view).get("graticule")},
}
"""Keys that the modules put together, and what may stand for the star."""

KEY = re.compile(r"'([a-z_]+(?:\.[a-z_]+)+)'")
TEMPLATE = re.compile(r"`([a-z_]+\.[^`\s]*\$\{[^`\s]*)`")
BRACES = re.compile(r"\$\{[^}]*\}")


def look_up(key: str) -> object:
    """The word of a key, for all atlases or for those of other memberships than NATO."""
    return next((found for topics in (words(), words()["membership_atlas"]) if (found := _within(topics, key))), None)


def _within(topics: Any, key: str) -> Any:
    node = topics
    for part in key.split("."):
        node = node.get(part) if isinstance(node, dict) else None
    return node


def asked_for() -> set[str]:
    """Every key of a word in the modules: written out, or put together."""
    written = {key for source in SOURCES.values() for key in KEY.findall(source) if key.partition(".")[0] in words()}
    return written | {key.replace("*", value) for key, values in DYNAMIC.items() for value in values}


def test_every_key_that_is_put_together_is_known_here() -> None:
    assert {BRACES.sub("*", key) for source in SOURCES.values() for key in TEMPLATE.findall(source)} <= set(DYNAMIC)
    assert all(DYNAMIC.values())


@for_each("key", sorted(asked_for()))
def test_every_word_the_atlas_asks_for_is_there(key: str) -> None:
    text = look_up(key)
    assert isinstance(text, str)
    assert text


def test_every_format_bloc_and_era_has_its_word() -> None:
    assert set(words()["format"]) >= set(map(str, Format)) | {"member", "command_only"}
    assert set(words()["bloc"]) == set(map(str, Bloc))
    assert set(words()["era"]) == set(TABLES.eras["era"])
