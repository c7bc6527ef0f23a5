"""The page Claims: a search that the address keeps, and the talks of 1990 and 1991 one click away."""

from pathlib import Path

import pytest
from paged import html_of, opened

from data.claim_search import claims_with
from data.red_lines import promised_1990
from data.tables import current_tables
from geo.claims import choices, evaluate

PAGE = Path(__file__).parent.parent / "pages" / "claims.py"
PATIENCE_S = 120
TABLES = current_tables()
PROMISED = 'href="./red_lines?part=1990+and+1991"'


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", list(TABLES.claims["claim_id"])),
        ("ONE INCH", ["C37"]),
        ("times inch", ["C37"]),
        ("c05", ["C05"]),
        ("zzz", []),
    ],
)
def test_a_search_wants_every_word_somewhere(text: str, found: list[str]) -> None:
    assert list(claims_with(text, TABLES)["claim_id"]) == found


def test_origin_and_verdict_are_searched() -> None:
    assert set(claims_with("wrong word", TABLES)["verdict"]) >= {"wrong word"}
    origins = set(claims_with("foreign relations", TABLES)["origin"])
    assert origins == {origin for origin in TABLES.claims["origin"] if "Foreign Relations" in origin}


def test_the_address_keeps_the_search() -> None:
    app = opened("claims", search="one inch")
    assert f"**1 of {len(TABLES.claims)} claims**" in [told.value for told in app.markdown]
    page = html_of(app)
    assert 'id="C37"' in page
    assert all(f'id="{id_}"' in page for id_ in promised_1990(TABLES)["id"])
    assert page.count(PROMISED) == 2


def test_nothing_found_says_so() -> None:
    app = opened("claims", search="zzz")
    assert [told.value for told in app.info] == ["No claim meets all of this."]
    assert html_of(app).count(PROMISED) == 1


def test_the_page_says_how_many_articles_it_checks() -> None:
    assert TABLES.claims["origin"].nunique() == 3
    assert any("Sentences from three press articles" in told.value for told in opened("claims", search="zzz").markdown)


def test_one_inch_follows_what_counts_as_a_promise() -> None:
    (choice,) = choices("C37")
    verdicts = {value: str(evaluate("C37", TABLES, promise=value).verdict) for value, _ in choice.options}
    assert verdicts == {"spoken": "holds", "written": "does not hold"}
    for value, _ in choice.options:
        assert {key for table, key in evaluate("C37", TABLES, promise=value).rests_on if table == "statements"} == set(
            promised_1990(TABLES)["id"]
        )
