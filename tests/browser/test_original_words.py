"""A statement's card on the map: the translation and the words that were spoken, together, in one size and weight."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Page, expect
from spoken import MUNICH, ONE_LANGUAGE, SPOKEN, TRANSLATION, TWO_LANGUAGES

from data.tables import Tables
from geo.wire.assets import Assets

pytestmark = pytest.mark.unpainted

Watched = Callable[..., AbstractContextManager[Page]]
Serve = Callable[[Assets], AbstractContextManager[str]]
LOOK = """(words) => {const {fontSize, fontWeight, fontStyle, color, lineHeight} = getComputedStyle(words);
  return {fontSize, fontWeight, fontStyle, color, lineHeight}}"""


def opened(page: Page, url: str) -> None:
    page.goto(f"{url}?year=2007&statement={MUNICH}")
    expect(page.locator(f'[data-card][data-statement="{MUNICH}"]')).to_be_visible()


@pytest.mark.parametrize("width", [1920, 390])
def test_both_stand_on_the_card_in_one_size(watched: Watched, serve: Serve, width: int) -> None:
    with serve(Assets(TWO_LANGUAGES)) as url, watched(viewport={"width": width, "height": 1080}) as page:
        opened(page, url)
        translation = page.locator("[data-card] blockquote p").get_by_text(f"“{TRANSLATION}”")
        spoken = page.locator("[data-card] blockquote [lang='ru']")
        expect(spoken).to_have_text(f"«{SPOKEN}»")
        expect(spoken).to_have_attribute("dir", "auto")
        expect(page.locator("[data-card] blockquote")).to_contain_text("Original in Russian")
        assert translation.evaluate(LOOK) == spoken.evaluate(LOOK)
        boxes = [each.bounding_box() for each in (translation, spoken)]
        assert all(box and box["width"] > 0 for box in boxes)


def test_without_original_words_the_card_has_the_translation_alone(watched: Watched, serve: Serve) -> None:
    tables: Tables = ONE_LANGUAGE
    with serve(Assets(tables)) as url, watched() as page:
        opened(page, url)
        expect(page.locator("[data-card] blockquote")).to_contain_text("Translated from Russian")
        expect(page.locator("[data-card] [data-original]")).to_have_count(0)
