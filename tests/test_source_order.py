"""What states and organisations say of themselves leads where sources are listed; encyclopaedias stand last."""

import json
import tomllib

import pytest

from data.cards import cards
from data.memberships.reader import current_membership, membership_ids
from data.memberships.told import cited, dates_from
from data.memberships.unit_cards import unit_cards_of
from data.source_order import ORDER, in_order, producers, rank
from data.tables import current_tables
from geo.wire.assets import current_assets

TABLES = current_tables()
MEMBERSHIPS = [current_membership(id_) for id_ in membership_ids()]
TOLD = tomllib.loads(ORDER.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("producer", "expected"),
    [
        ("NATO", -1),
        ("NATO, SHAPE", -1),
        ("President of Russia (kremlin.ru)", -1),
        ("NATO Watch", 0),
        ("United States of whoever", 0),
        ("Reuters", 0),
        ("Wikipedia (German)", 1),
        ("Wikipedia", 1),
    ],
)
def test_a_producer_leads_or_stands_last_by_its_name(producer: str, expected: int) -> None:
    assert rank(producer) == expected


def test_within_a_rank_sources_keep_the_order_of_their_row() -> None:
    whose = {"a": "Wikipedia", "b": "Reuters", "c": "NATO", "d": "Time", "e": "United Nations"}
    assert in_order("abcdea", whose) == ["c", "e", "b", "d", "a"]


def test_every_name_is_that_of_a_source() -> None:
    known = {*producers(TABLES).values(), *(one.producer for each in MEMBERSHIPS for one in each.sources)}
    for name in [*TOLD["first"], *TOLD["last"]]:
        assert any(one == name or one.startswith((f"{name},", f"{name} (")) for one in known), name
    assert not set(TOLD["first"]) & set(TOLD["last"])


def test_no_list_has_an_encyclopaedia_before_anything_else() -> None:
    whose, facts = producers(TABLES), json.loads(current_assets().file("facts.json").body)
    lists = [one["sources"] for one in (*facts["statements"], *facts["units"])]
    lists += [list(card.sources) for card in cards(TABLES).values()]
    ranks = [[rank(whose[id_]) for id_ in ids] for ids in lists]
    for membership in MEMBERSHIPS:
        own = {one.id: one.producer for one in membership.sources}
        ranks += [[rank(own[id_]) for id_ in card.sources if id_ in own] for card in unit_cards_of(membership)]
        ranks.append([rank(one.producer) for one in cited(own, membership)])
    assert all(each == sorted(each) for each in ranks)
    assert {-1, 0, 1} <= {one for each in ranks for one in each}


def test_the_line_of_a_picture_leads_with_the_union_itself() -> None:
    told = dates_from(current_membership("eu"))
    assert told.index("European Commission") < told.index("Wikipedia")
    assert dates_from(current_membership("csto")).startswith("Dates: Belarus, Ministry of Foreign Affairs; Wikipedia")
