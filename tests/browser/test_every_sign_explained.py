"""Wherever a map stands with a key of its own, each sign on it has its row there, and no row is without its sign."""

import pytest
from playwright.sync_api import Page, expect

from data.words import phrase

pytestmark = pytest.mark.unpainted

READY = '[data-atlas][data-ready="true"]'
START_MS = 60_000
YEARS = [1955, 1961, 1990, 1999, 2008, 2014, 2022]
IN_WORDS = ["outlined", "arc"]
"""What the words of a stop say."""
SAID = tuple(phrase("key", key, names="") for key in ("nobody", "beyond"))
"""How the row of a layer ends that shows nothing: it explains no sign, nor do those of who is beyond the map."""
WALK = """async ([years, told, said]) => {
  const STEPS = 500;
  const root = document.querySelector('[data-atlas]');
  const stage = root.querySelector('.stage');
  const slider = root.querySelector('input[name=year]');
  const seen = (selector) => [...stage.querySelectorAll(selector)].filter((node) => {
    const [box, edge] = [node.getBoundingClientRect(), stage.getBoundingClientRect()];
    return box.width + box.height > 0 && box.right > edge.left && box.left < edge.right && box.bottom > edge.top &&
      box.top < edge.bottom && getComputedStyle(node).display !== 'none';
  });
  const reachesIn = (path) => { // a box may have a corner on the map and nothing of its line
    const [toScreen, edge] = [path.getScreenCTM(), stage.getBoundingClientRect()];
    return [...Array(STEPS).keys()].some((i) => {
      const {x, y} = path.getPointAtLength((path.getTotalLength() * i) / STEPS).matrixTransform(toScreen);
      return x > edge.left && x < edge.right && y > edge.top && y < edge.bottom;
    });
  };
  const drawn = () => [...new Set([
    ...seen('.mark .glyph').map(({dataset}) => dataset.stance),
    ...seen('.force .force-sign').flatMap(({dataset}) => [dataset.sign, `camp_${dataset.camp}`]),
    ...seen('.fronts .front-line:not([hidden])').map(({dataset}) => `front_${dataset.kind}`),
    ...(seen('.joined [data-outlined]').some(reachesIn) ? ['joined'] : []),
    ...(seen('.focus [data-outlined]').length ? ['outlined'] : []),
    ...(seen('.marks > .badge').length ? ['badge'] : []),
    ...(seen('.tag').length ? ['said'] : []),
    ...(seen('.pin').length ? ['pin'] : []),
    ...(seen('.arc').length ? ['arc'] : []),
    ...(seen('.mark .contested-ring').length ? ['contested'] : []),
    ...seen('[data-berlin]').map(({dataset}) => 'covered' in dataset ? 'west_berlin' : 'west_berlin_uncovered'),
    ...['disputed', 'csto', 'eu', 'over']
      .filter((name) => seen(`:is([data-overlay="${name}"], [data-lone-of="${name}"]) path`).length),
    ...(seen('.borders path[data-dashed]:not([hidden])').length ? ['dashed'] : []),
  ])].filter((sign) => !told.includes(sign)).sort().join();
  const rows = () => [...root.querySelectorAll('.key [data-key] [data-sign]')]
    .filter(({dataset}) => !['land', 'edge', 'away', 'no_over', 'undrawn'].includes(dataset.sign))
    .filter(({textContent}) => !said.some((end) => textContent.trim().endsWith(end)))
    .map(({dataset}) => dataset.sign).sort().join();
  const faults = [];
  for (const year of years) {
    slider.value = year;
    slider.dispatchEvent(new Event('input', {bubbles: true}));
    slider.dispatchEvent(new Event('change', {bubbles: true}));
    const end = performance.now() + 5000;
    while ((stage.dataset.drawn !== String(year) || drawn() !== rows()) && performance.now() < end)
      await new Promise(requestAnimationFrame);
    if (stage.dataset.drawn !== String(year)) faults.push([year, stage.dataset.drawn]);
    if (drawn() !== rows()) faults.push([year, drawn(), rows()]);
  }
  return faults;
}"""


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("embed?layers=front,statements,names,forces,csto,eu", []),
        ("embed?year=2014&statement=2014-03-18-putin-crimea&layers=front", []),
        ("embed?membership=eu&over=schengen", []),
        ("class?stop=11", IN_WORDS),
    ],
)
def test_every_sign_has_its_row(page: Page, server: str, address: str, told: list[str]) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{server}{address}")
    page.locator(READY).wait_for(timeout=START_MS)
    expect(page.locator(".key [data-key]")).to_have_count(1)
    assert page.evaluate(WALK, [YEARS, told, SAID]) == []


def test_what_is_out_of_sight_has_no_row(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{server}embed?year=1988&layers=front")
    page.locator(READY).wait_for(timeout=START_MS)
    key = page.locator(".key [data-key]")
    expect(key.locator('[data-sign="front_russia"]')).to_have_count(1)
    for _ in range(2):
        page.get_by_role("button", name="Zoom in").click()
    expect(key.locator('[data-sign="front_russia"]')).to_have_count(0)
    expect(key.locator('[data-sign="front_bloc"]')).to_have_count(1)


def test_a_small_frame_has_its_key_behind_a_button(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(f"{server}embed?year=2022&layers=front,statements,names")
    page.locator(READY).wait_for(timeout=START_MS)
    row, button = page.locator('.key [data-sign="badge"]'), page.get_by_role("button", name="Key", exact=True)
    expect(row).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(row).to_be_visible()
    page.keyboard.press("Escape")
    expect(row).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(row).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(button).to_be_hidden()
    page.locator(".menu-button").press("Enter")
    expect(page.locator(".menu-sheet")).to_be_visible()
    page.keyboard.press("Escape")  # closes what is open, not the key that has its place again
    expect(page.locator(".menu-sheet")).to_be_hidden()
    expect(page.locator(".menu-button")).to_be_focused()


@pytest.mark.parametrize("size", [(320, 256), (600, 420), (600, 800)], ids=str)
def test_a_small_map_alone_has_its_menu_and_tools_behind_a_button(
    page: Page, server: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{server}embed?year=2022")
    page.locator(READY).wait_for(timeout=START_MS)
    fold, menu = page.get_by_role("button", name="Views, layers and tools"), page.locator(".menu-button")
    zoom = page.get_by_role("button", name="Zoom in")
    expect(zoom).to_be_hidden()
    expect(menu).to_be_hidden()
    covered = page.evaluate(
        """() => {
          const size = (name) => document.querySelector(name).getBoundingClientRect();
          const [fold, map] = ['.tool-fold', '.map-area'].map(size);
          return (fold.width * fold.height) / (map.width * map.height);
        }"""
    )
    assert covered < 0.05
    fold.focus()
    page.keyboard.press("Enter")
    expect(zoom).to_be_visible()
    for _ in range(12):  # by the map and what can be opened on it
        page.keyboard.press("Tab")
        if zoom.evaluate("(node) => node === document.activeElement"):
            break
    expect(zoom).to_be_focused()
    menu.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".menu-sheet")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".menu-sheet")).to_be_hidden()
    expect(menu).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(fold).to_be_focused()
