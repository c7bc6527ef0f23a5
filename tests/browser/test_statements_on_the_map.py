"""Statements on the map and their cards, from mark to mark."""

import pytest
from asked import asked
from atlas_page import ANSWER, CONTESTED, DAYS, FACTS, FIRST, SPOKEN, STATEMENTS, VIEW, YEARS, Open
from playwright.sync_api import expect

pytestmark = pytest.mark.unpainted


def test_the_pager_walks_through_every_statement(open_plain: Open) -> None:
    ids = list(STATEMENTS)
    atlas = open_plain(f"?statement={ids[0]}")
    script = """(root) => {
      const seen = [];
      for (;;) {
        const card = root.querySelector('[data-card]');
        const {statement} = card.dataset;
        const mark = root.querySelectorAll(`svg [data-statement="${statement}"]`).length;
        seen.push([statement, root.dataset.day, mark, card.innerText]);
        const next = [...card.querySelectorAll('button')].find(({textContent}) => textContent === 'Next statement');
        if (next.disabled) return seen;
        next.click();
      }
    }"""
    seen = asked(atlas.root, script)
    assert [statement for statement, *_ in seen] == ids
    for statement, day, marks, text in seen:
        told = STATEMENTS[statement]
        assert (statement, day, marks) == (statement, DAYS[statement], 1)
        for words in (told["speaker"], told["role"], told["quote"] or told["paraphrase"], told["city"]):
            assert words in text
        if told["confidence"] == "contested":
            assert told["note"] in text
            assert "Contested" in text


def test_an_address_opens_its_statement(open_plain: Open) -> None:
    """One in eight, each on a fresh atlas over the same page; the pager has walked through all."""
    atlas = open_plain()
    script = """async ([facts, views, ids]) => {
      const {createAtlas} = await import('./atlas.mjs');
      const opened = [];
      const others = {views: Object.keys(views), load: async (name) => views[name]};
      for (const id of ids) {
        history.replaceState(null, '', `?statement=${id}`);
        const root = document.createElement('div');
        document.body.append(root);
        const atlas = createAtlas(root, facts, views.europe, others);
        const {statement} = root.querySelector('[data-card]')?.dataset ?? {};
        const marks = root.querySelectorAll(`svg [data-statement="${id}"]`).length;
        opened.push([statement, root.dataset.day, marks]);
        atlas.stop();
        root.remove();
      }
      return opened;
    }"""
    some = list(STATEMENTS)[::8]
    opened = asked(atlas.page, script, [FACTS, {"europe": VIEW}, some])
    assert opened == [[id_, DAYS[id_], 1] for id_ in some]


def test_a_mark_opens_its_card(open_atlas: Open) -> None:
    atlas = open_atlas("?year=2004")
    atlas.mark(SPOKEN).click()
    expect(atlas.card(statement=SPOKEN)).to_be_visible()
    atlas.at_rest(statement=SPOKEN, day=DAYS[SPOKEN], year=None)
    atlas.button("Close").click()
    expect(atlas.card()).to_have_count(0)
    atlas.at_rest(statement=None, day=DAYS[SPOKEN], year=None)


def test_an_answer_and_what_it_answers_are_linked(open_plain: Open) -> None:
    atlas = open_plain(f"?statement={ANSWER}")
    first = STATEMENTS[ANSWER]["reply_to"]
    atlas.card(statement=ANSWER).locator(f'[data-open-statement="{first}"]').click()
    expect(atlas.card(statement=first)).to_be_visible()
    expect(atlas.root).to_have_attribute("data-day", DAYS[first])
    atlas.card(statement=first).locator(f'[data-open-statement="{ANSWER}"]').click()
    expect(atlas.card(statement=ANSWER)).to_be_visible()


def test_a_contested_statement_carries_its_mark_and_its_note(open_plain: Open) -> None:
    atlas = open_plain(f"?statement={CONTESTED}")
    expect(atlas.card(statement=CONTESTED).get_by_text(STATEMENTS[CONTESTED]["note"])).to_be_visible()
    expect(atlas.card(statement=CONTESTED).get_by_text("Contested", exact=True).first).to_be_visible()
    assert atlas.mark(CONTESTED).locator("circle").count() > 1
    assert atlas.mark(CONTESTED).locator("path").count() > 0


def test_the_lean_set_is_shown_at_first_and_all_on_demand(open_plain: Open) -> None:
    atlas = open_plain("?year=2008")
    made = [statement for statement in STATEMENTS.values() if YEARS[statement["id"]] == 2008]
    lean = [statement for statement in made if statement["lean"]]
    assert 0 < len(lean) < len(made)
    rows = atlas.root.locator("[data-open-statement]")
    expect(rows).to_have_count(len(lean))
    expect(atlas.root.locator("svg g[data-statement]")).to_have_count(len(lean))
    atlas.button(f"Show all {len(made)} statements").click()
    expect(rows).to_have_count(len(made))
    expect(atlas.root.locator("svg g[data-statement]")).to_have_count(len(made))
    atlas.button(f"Show the {len(lean)} main ones").click()
    expect(rows).to_have_count(len(lean))
    expect(atlas.root.get_by_role("heading", name="Statements", exact=True)).to_be_attached()


def test_a_statement_from_before_the_first_year_appears_in_it(open_plain: Open) -> None:
    early = next(id_ for id_, statement in STATEMENTS.items() if statement["date"] < str(FIRST))
    expect(open_plain(f"?year={FIRST}").mark(early)).to_be_attached()
