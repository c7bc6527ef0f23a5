"""Which memberships are offered to be laid over which maps, and that pages hand the choice on to what they make."""

import json
import re

import pytest
from paged import opened

from data.memberships.reader import current_membership, membership_ids
from data.memberships.shipped import called, shipped, shipped_ids
from data.own_table.reading import read_table
from data.tables import current_tables
from data.words import words
from geo.drawing.kept import drawing
from geo.drawing.offered import laid_over_on, views_for
from geo.publish.embed_page import current_embed_page
from geo.publish.film import KINDS
from geo.publish.progress import silent
from geo.wire.asked import asked_for, known_of
from geo.wire.membership_facts import choices
from pages.parts import lesson_outputs, your_own_take
from pages.parts.outputs import Wanted

NOTHING = words()["membership_choice"]["over"]["none"]
LAID_ON = (".pptx", "handout.pdf", "oecd.pdf", *KINDS)
MADE = ("slides_pptx", "handout_pdf", "lesson_film", "film")


@pytest.mark.parametrize("id_", ["", *membership_ids()])
def test_offered_is_what_has_ground_on_the_views_of_an_atlas(id_: str) -> None:
    membership = current_membership(id_) if id_ else None
    drawn = {unit for view in views_for(membership) for unit in drawing(view, current_tables().units).anchors}
    seen = {other for other in shipped_ids() if drawn & shipped(other).rows_of.keys()}
    assert set(laid_over_on(membership)) == seen - {id_ or "nato"}


@pytest.mark.parametrize("id_", ["", *membership_ids()])
def test_an_address_may_ask_for_what_is_offered_and_for_nothing_else(id_: str) -> None:
    """The address of a picture, and that of the map alone."""
    tables, offered = current_tables(), laid_over_on(current_membership(id_) if id_ else None)
    of = [("membership", id_)] if id_ else []
    for over in shipped_ids():
        given = [*of, ("over", over)]
        assert known_of(given, tables)[0].over == (over if over in offered else "")
        if over not in offered:
            with pytest.raises(ValueError, match=f"over.*{over}"):
                asked_for(given, tables)
    page = current_embed_page("eastward").body.decode()
    told = json.loads(re.search(r'<script type="application/json" id="embed">(.*?)</script>', page)[1])  # type: ignore[index]
    assert tuple(told["over"][id_]) == offered


def test_the_menu_of_nato_does_not_offer_what_lies_beyond_its_map() -> None:
    over = choices(current_tables())["over"]
    assert over["beyond"] == ["asean"]
    assert all(over["widest"] in views_for(shipped(id_)) for id_ in over["beyond"])


def test_a_table_of_africa_has_all_of_them() -> None:
    table = read_table(b"Country;Joined\nKenya;1967\nUganda;1967\nNigeria;1975\n", "mine.csv").membership("Mine")
    assert set(laid_over_on(table)) == set(shipped_ids())


@pytest.mark.parametrize("page", ["lesson", "your_own"])
def test_a_page_hands_the_choice_on(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each file is made with what was chosen last, and anew after another choice; class pages have none."""
    module = {"lesson": lesson_outputs, "your_own": your_own_take}[page]
    shown: list[Wanted] = []
    monkeypatch.setattr(module, "show_outputs_wanted", lambda wanted: shown.__setitem__(slice(None), wanted))
    app = opened(page)
    if page == "your_own":
        app.button(key="own_example_oecd").click().run()
    choice = app.selectbox(key="made_over")
    assert (choice.options[0], choice.value) == (NOTHING, "")
    assert called(shipped("asean")) not in choice.options or page == "your_own"
    before = {each.key for each in shown}
    choice.set_value("schengen").run()
    assert not app.exception
    given = []
    for name in MADE:
        monkeypatch.setattr(module, name, lambda *told, **named: given.append((*told, *named.values())), raising=False)
    made = [each for each in shown if each.output.file.endswith(LAID_ON)]
    for each in made:
        each.output.make(silent)
    assert len(given) == len(made) > len(KINDS)
    assert all("schengen" in told for told in given)
    assert not {each.key for each in made} & before
