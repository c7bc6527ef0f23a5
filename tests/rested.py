"""What a page comes to, asked again until it is so; a hand and a clock that do not mind how busy the machine is."""

import time
from collections.abc import Callable, Iterator

import pytest
from conftest import PATIENCE_MS
from playwright.sync_api import Locator, Page, expect

PATIENCE_S = 15
PAGES_MS = 60_000
LOOK_MS = 50
AHEAD_S = 3600
STEADY = """(element) => new Promise((done) => {
  let [last, looks] = ['', 0];
  const look = () => {
    const {x, y, width, height} = element.getBoundingClientRect();
    const now = [x, y, width, height].join(' ');
    [last, looks] = [now, now === last ? looks + 1 : 0];
    if (looks < 3) requestAnimationFrame(look);
    else done([x + width / 2, y + height / 2]);
  };
  look();
})"""
"""The middle of an element that has stood where it stands for a few frames, as after its room has changed."""

COME = """(label, from) => {
  const {left, top, width, height} = label.getBoundingClientRect();
  const to = [left + width / 2, top + height / 2];
  for (const part of [0.25, 0.5, 0.75, 1]) {
    const [clientX, clientY] = from.map((at, i) => at + part * (to[i] - at));
    const at = {clientX, clientY, bubbles: true, composed: true, pointerType: 'mouse'};
    label.getRootNode().elementFromPoint(clientX, clientY)?.dispatchEvent(new PointerEvent('pointermove', at));
  }
  return to;
}"""


@pytest.fixture(scope="module", autouse=True)
def patient() -> Iterator[None]:
    """More patience for a module that imports it: the parts of a page of the server come as it makes them."""
    expect.set_options(timeout=PAGES_MS)
    yield
    expect.set_options(timeout=PATIENCE_MS)


def holds(page: Page, check: Callable[..., object], *given: object) -> None:
    """Check until nothing is wrong with what is given; layout, and what waits for a pause of the hand, come later.

    What is wrong to the end is told as the check tells it. For what comes to stay, not for what has to be so at once.
    """
    end = time.monotonic() + PATIENCE_S
    while True:
        try:
            check(*given)
        except AssertionError:
            if time.monotonic() > end:
                raise
        else:
            return
        page.wait_for_timeout(LOOK_MS)


def two_frames(page: Page) -> None:
    """Wait until what follows the sizes of the parts of a page has been done."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def middle_of(part: Locator) -> tuple[float, float]:
    """Where the middle of a part is once it stands still: a driver presses places, not parts of a map."""
    x, y = part.evaluate(STEADY)
    return x, y


def come_to(label: Locator, start: tuple[float, float]) -> None:
    """Lead the hand onto a label over what lies between, in one go: one that is long on its way does not come."""
    label.page.mouse.move(*label.evaluate(COME, list(start)))


def stop_clock(page: Page) -> None:
    """Let a clock of the page's own stand; until then it goes on by itself, more the slower the machine."""
    page.clock.pause_at(page.evaluate("Date.now()") / 1000 + AHEAD_S)  # it cannot stop where it has been
