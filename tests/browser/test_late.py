"""What is fetched late is fetched once, and again after a failure, which is told."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Page, expect

from geo.wire.assets import ATLAS, Assets, current_assets

pytestmark = pytest.mark.idle

Serve = Callable[[Assets], AbstractContextManager[str]]
TRIES = """async () => {
  const {createLate} = await import('/core/late.mjs');
  let calls = 0;
  const {ask, got} = createLate(async () => {
    if ((calls += 1) === 1) throw new Error('away');
    return 'there';
  });
  const seen = [await Promise.all([ask(), ask()]).catch((error) => error.message), got(), calls];
  return [...seen, await ask(), await ask(), got(), calls];
}"""
LATE = "**/late.js"
ASKED_IN_HASTE = """async (html) => {
  const {createAtlas} = await import('/atlas.mjs');
  const json = async (name) => (await fetch(`/${name}.json`)).json();
  document.body.innerHTML = html;
  const root = document.querySelector('[data-atlas]');
  const [facts, europe, baltic] = [await json('facts'), await json('europe'), await json('baltic')];
  const shown = [];
  for (const ask of ['openView', 'show']) {
    let come;
    const load = () => new Promise((done) => (come = () => done(baltic)));
    const atlas = createAtlas(root, facts, europe, {views: ['europe', 'baltic'], load, search: '', keep() {}});
    const asked = ['baltic', 'europe'].map((view) => atlas[ask](ask === 'show' ? {view} : view));
    come();
    await Promise.all(asked);
    shown.push(root.dataset.view);
    await atlas[ask](ask === 'show' ? {view: 'baltic'} : 'baltic');
    shown.push(root.dataset.view);
    atlas.stop();
  }
  let come;
  const load = () => new Promise((done) => (come = () => done(baltic)));
  const atlas = createAtlas(root, facts, europe, {views: ['europe', 'baltic'], load, search: '', keep() {}});
  const asked = atlas.openView('baltic');
  await atlas.drawView('europe');
  come();
  await asked;
  shown.push(root.dataset.view);
  atlas.stop();
  return shown;
}"""
"""Which view is shown once a slow one has come that was given up for another, and once it is asked for again."""


def test_what_failed_is_asked_for_again_and_what_came_is_not(page: Page, serve: Serve) -> None:
    with serve(current_assets()) as url:
        page.goto(f"{url}bare")
        assert page.evaluate(TRIES) == ["away", None, 1, "there", "there", "there", 2]


def test_a_part_that_cannot_be_fetched_is_told_and_the_map_stays(
    serve: Serve, watched: Callable[..., AbstractContextManager[Page]]
) -> None:
    with serve(current_assets()) as url, watched(alone=True, pardon="ERR_FAILED") as page:
        page.route(LATE, lambda route: route.abort())
        page.goto(url)
        root = page.locator("[data-atlas]")
        expect(root).to_have_attribute("data-ready", "true", timeout=60_000)
        page.get_by_role("button", name="Cite").click()
        expect(root.locator(".notices")).to_contain_text("had not been fetched yet")
        expect(root.locator("dialog.cite")).to_have_count(0)


def test_the_view_that_was_asked_for_last_is_shown_whichever_comes_first(page: Page, serve: Serve) -> None:
    with serve(current_assets()) as url:
        page.goto(f"{url}bare")
        shown = page.evaluate(ASKED_IN_HASTE, (ATLAS / "atlas.html").read_text(encoding="utf-8"))
    assert shown == [*["europe", "baltic"] * 2, "europe"]  # at last a stop shows its own meanwhile
