"""What the pages name: countries and rows in words, each status and verdict behind its chip, each draft on its map."""

import io
import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from paged import html_of, opened
from pptx import Presentation
from streamlit.testing.v1 import AppTest  # noqa: TID251  (a page is tested by its own framework)

from data.compare import STRIP_YEARS
from data.drafts import DRAFT_DAY, articles
from data.rows_in_words import rows_in_words
from data.tables import current_tables
from data.vocabulary import Stance, Status, Verdict
from data.words import words
from geo.claims import claim_ids, evaluate
from geo.drawing.draft_map import HEIGHT, WIDTH, at_the_edge, draft_map
from geo.pair import Pair
from geo.publish.unbroken import unbroken
from geo.wire.assets import current_assets
from geo.wire.day_pictures import PAIR_FORMS, day_picture, pair_name

PAGES = Path(__file__).parent.parent / "pages"
PATIENCE_S = 120
TABLES = current_tables()
CODES = set(TABLES.units["unit"]) - {"USA"}
"""Codes of countries; one is an abbreviation that everybody writes."""
ROW = re.compile(r"\b(?:EV|TC)\d\d\b|\b(?:accessions|statuses|events|other_blocs|borders)/")
DAYS = (date(1989, 12, 31), TABLES.as_of)


def readers_text(app: AppTest) -> str:
    """What a reader of a page reads: its text and labels, without tags, styles and citations."""
    body = re.sub(r"<style>.*?</style>|<[^>]*>", " ", html_of(app), flags=re.DOTALL)
    told = [one.value for kind in (app.markdown, app.caption, app.title, app.header, app.subheader) for one in kind]
    return "\n".join([body, *told, *(one.label for one in app.expander)])


@pytest.fixture(scope="module")
def claims() -> AppTest:
    return opened("claims")


@pytest.fixture(scope="module")
def drafts() -> AppTest:
    return opened("red_lines", part="The drafts of 2021")


@pytest.fixture(scope="module")
def compare() -> AppTest:
    return opened("compare")


@pytest.fixture(scope="module")
def about() -> AppTest:
    return opened("about")


@pytest.mark.parametrize("page", ["claims", "drafts", "compare", "about"])
def test_neither_codes_nor_row_ids_stand_in_the_text(page: str, request: pytest.FixtureRequest) -> None:
    text = readers_text(request.getfixturevalue(page))
    assert set(re.findall(r"\b[A-Z]{3}\b", text)) & CODES == set()
    assert ROW.findall(text) == []


def test_what_the_map_says_around_a_mark_is_explained_with_the_marks(about: AppTest) -> None:
    key, told = words()["key"], readers_text(about)
    for sign in ("badge", "chosen", "arc"):
        assert key[sign] in told
    assert told.count(key["contested"]) == 2, "with its ring, and how many"


def test_every_row_that_a_claim_rests_on_has_words() -> None:
    for claim_id in claim_ids():
        rests = evaluate(claim_id, TABLES).rests_on
        told = rows_in_words(rests, TABLES)
        assert {each.table for each in told} == {table for table, _ in rests}
        assert all(about and about not in CODES for each in told for about in each.about)


def test_rows_of_one_kind_stand_together() -> None:
    (joined,) = rows_in_words([("accessions", "CZE"), ("accessions", "POL"), ("accessions", "CZE")], TABLES)
    assert (joined.label, joined.about) == ("Accessions", ("Czechia", "Poland"))


def test_each_claim_is_a_line_with_its_verdict(claims: AppTest) -> None:
    lines = [box.label for box in claims.expander if box.label != words()["cite"]["open"]]
    assert len(lines) == len(TABLES.claims)
    for line, claim in zip(lines, TABLES.claims.itertuples(), strict=True):
        assert f"*{claim.verdict.capitalize()}.*" in line
    signs = html_of(claims)
    assert all(f".st-key-claim_{id_} summary p" in signs for id_ in TABLES.claims["claim_id"])


def test_every_verdict_is_explained_behind_its_chip(claims: AppTest) -> None:
    assert all(f'data-chip="{verdict}"' in html_of(claims) for verdict in Verdict)


def test_about_shows_every_colour_and_every_mark(about: AppTest) -> None:
    assert [each for each in [*Status, *Stance] if f'data-chip="{each}"' not in html_of(about)] == []


def test_compare_has_a_key_in_the_order_of_the_atlas(compare: AppTest) -> None:
    strip, pair, *_ = (body for one in compare.get("html") if 'class="map"' in (body := one.proto.body))
    for body in (strip, pair):
        folded = re.findall(r'data-chip="(\w+)"', "".join(re.findall(r"<details.*?</details>", body, re.DOTALL)))
        shown = re.findall(r'data-chip="(\w+)"', re.sub(r"<details.*?</details>", "", body, flags=re.DOTALL))
        assert folded == shown  # the same for a phone
        assert shown == [status for status in Status if status in shown]
        assert {Status.MEMBER, Status.EASTERN_BLOC, Status.PARTNER} <= set(shown)
    assert strip.count('class="map"') == 9


def test_each_article_of_the_drafts_is_a_line_that_opens(drafts: AppTest) -> None:
    lines = [box.label for box in drafts.expander]
    assert len(lines) == len(articles(TABLES))
    for line, article in zip(lines, articles(TABLES), strict=True):
        assert line.startswith(f"**Article {article.article}") and f"*Touches {article.recorded_count}" in line
    signs = html_of(drafts)
    assert all(f".st-key-draft_{each.id} summary p" in signs for each in articles(TABLES)), "the map before each"


def test_each_article_has_its_map_with_words(drafts: AppTest) -> None:
    body = html_of(drafts)
    pictures = re.findall(r'<img src="eastward/\w+/(draft-[\w-]+\.png)"[^>]*loading="lazy" alt="([^"]+)"', body)
    assert [name for name, _ in pictures] == [f"draft-{each.id}-{DRAFT_DAY}-light.png" for each in articles(TABLES)]
    assert all(current_assets().has(name) for name, _ in pictures)
    assert "Kazakhstan" in pictures[0][1]


@pytest.mark.parametrize("article", [each.id for each in articles(TABLES)])
def test_a_map_of_an_article_colours_whom_it_touches(article: str) -> None:
    drawn = ElementTree.fromstring(draft_map(article, DRAFT_DAY, "dark", TABLES))
    coloured = {each.get("data-unit") for each in drawn.iter() if each.get("data-unit")}
    (touched,) = (each.recorded_units for each in articles(TABLES) if each.id == article)
    assert set(touched) - set(at_the_edge(touched, TABLES)) <= coloured
    assert (drawn.get("width"), drawn.get("height")) == (str(WIDTH), str(HEIGHT))


def test_no_count_of_members_stands_on_its_map(compare: AppTest) -> None:
    """An islet before a count is read as its sign."""
    strip, pair, *_ = (body for one in compare.get("html") if 'class="map"' in (body := one.proto.body))
    figures = (strip + pair).split('<a class="map"')[1:]
    assert len(figures) == len(STRIP_YEARS) + 2
    for figure in figures:
        assert re.search(r"</b> \d+ members</span>(<picture><source [^>]+>)?<img ", figure)
    drawn = ElementTree.fromstring(Pair(DAYS, "light", TABLES).draw())
    top = min(float(each.get("y") or 0) for each in drawn.iterfind("{*}svg"))
    counts = [each for each in drawn.iterfind("{*}text") if re.fullmatch(r"\d+ members", each.text or "")]
    assert len(counts) == 2
    assert all(float(each.get("y") or 0) < top for each in counts)


def test_a_pair_opens_in_every_form_and_holds_both_days() -> None:
    made = {form: day_picture(pair_name(DAYS, "light", form), TABLES) for form in PAIR_FORMS}
    drawn = made["svg"]().decode() if made["svg"] else ""
    sheet = ElementTree.fromstring(drawn)
    text = " ".join("".join(each.itertext()) for each in sheet.iter() if each.tag.endswith("text"))
    for told in ("31 December 1989", "8 July 2026", "16 members", "32 members", "Member 16 → 32", "Natural Earth"):
        assert told in text
    assert len([each for each in sheet if each.tag.endswith("svg")]) == 2
    ids = [each.get("id") for each in sheet.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    (slide,) = Presentation(io.BytesIO(made["pptx"]() if made["pptx"] else b"")).slides
    assert unbroken("31 December 1989 and 8 July 2026") in slide.shapes.title.text_frame.text
    picture = slide.shapes[-1]
    assert picture.image.size[0] > 2000
    assert picture.top + picture.height <= 1080 * (12_192_000 // 1920)
    assert "Sweden joined" in picture._element.nvPicPr.cNvPr.get("descr")


def test_a_pair_is_saved_under_its_days() -> None:
    name = pair_name((DAYS[1], DAYS[0]), "dark", "png")
    assert name == f"eastward-1989-12-31-and-{TABLES.as_of}-dark.png"
    assert current_assets().has(name)
    assert not current_assets().has(name.replace("1989-12-31", "1939-12-31"))
    assert not current_assets().has("draft-us-9-2021-12-17-light.png")
