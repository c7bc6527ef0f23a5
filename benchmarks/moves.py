"""A hand drags the atlas's slider, and moves and zooms its map: the time between frames."""

import json
from collections import defaultdict
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from benchmarks.serve import READY, median, ms, p95

SLIDER = "input[type=range][name=year]"
STAGE = ".stage"
PAUSE_MS = 40
DRAG_STEP_PX = 12
DRAGS = 2
WHEELS, WHEEL_PX = 12, 100
PAN_PX = (-300, 160)
FRAME_LIMIT_MS = 50
RASTER = ["devtools.timeline", "disabled-by-default-devtools.timeline"]

WATCH_FRAMES = """(atlas) => {
  const frames = [];
  const years = new Set();
  new MutationObserver(() => years.add(atlas.dataset.year)).observe(atlas, {attributeFilter: ['data-year']});
  let last = performance.now();
  const tick = () => {
    const now = performance.now();
    frames.push(now - last);
    last = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  window.watched = () => ({frames: frames.splice(0), years: years.size});
}"""


def drag(page: Page) -> tuple[list[float], int, int]:
    """Frame times of a drag over all years and back, the years seen on the way, the years there are."""
    slider = page.locator(SLIDER)
    box = slider.bounding_box()
    assert box
    years = int(slider.get_attribute("max") or 0) - int(slider.get_attribute("min") or 0) + 1
    left, right, y = box["x"] + 12, box["x"] + box["width"] - 12, box["y"] + box["height"] / 2
    page.mouse.move(left, y)
    page.mouse.down()
    page.evaluate("window.watched()")
    moves = round((right - left) / DRAG_STEP_PX)
    page.mouse.move(right, y, steps=moves)
    page.mouse.move(left, y, steps=moves)
    seen = page.evaluate("window.watched()")
    page.mouse.up()
    return seen["frames"], seen["years"], years


def zoom(page: Page) -> list[float]:
    """Frame times while the wheel zooms in at the middle of the map, a hand moves it, and the wheel zooms out."""
    box = page.locator(STAGE).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.evaluate("window.watched()")
    for turn in (-WHEEL_PX, WHEEL_PX):
        for _ in range(WHEELS):
            page.mouse.wheel(0, turn)
            page.wait_for_timeout(PAUSE_MS)
        page.mouse.down()
        page.mouse.move(x + PAN_PX[0], y + PAN_PX[1], steps=30)
        page.mouse.move(x, y, steps=30)
        page.mouse.up()
    frames: list[float] = page.evaluate("window.watched()")["frames"]
    return frames


def raster_ms(browser: Browser, page: Page) -> list[float]:
    """Processor time to raster each frame of a zoom, which no other work on the machine makes longer by much."""
    browser.start_tracing(page=page, categories=RASTER)
    zoom(page)
    frames: defaultdict[int, float] = defaultdict(float)
    for event in json.loads(browser.stop_tracing())["traceEvents"]:
        if event["name"] == "RasterTask" and "tdur" in event:
            frames[event["args"]["tileData"]["sourceFrameNumber"]] += event["tdur"] / 1000
    return list(frames.values())


@dataclass
class Moves:
    """What was seen while a hand moved: the frames of drags, of drags without a map and of zooms; the years.

    `raster` is the processor time to raster each frame of a zoom.
    """

    drags: list[list[float]]
    bare: list[list[float]]
    zooms: list[list[float]]
    seen: int
    years: int
    raster: list[float]

    def tell(self) -> None:
        """The frames of each drag and zoom."""
        print(f"Drags of the atlas at 1920x1080, {self.seen} of {self.years} years seen:")
        told = [("the atlas", frames) for frames in self.drags] + [("map hidden", frames) for frames in self.bare]
        for name, each in told + [("zoomed and moved", frames) for frames in self.zooms]:
            over = sum(frame > FRAME_LIMIT_MS for frame in each)
            print(
                f"  {name}: {len(each)} frames, median {ms(median(each))} ms, p95 {ms(p95(each))}, "
                f"longest {ms(max(each))}, {over} over {FRAME_LIMIT_MS}"
            )
        print(f"  raster of a zoom, processor time: {ms(sum(self.raster))} ms, {ms(max(self.raster))} of one frame")


def moved(browser: Browser, page: Page) -> Moves:
    """Drags, zooms, drags with the map hidden, in one page: each begins where it is at rest."""
    page.locator(READY).evaluate(WATCH_FRAMES)
    dragged = [drag(page) for _ in range(DRAGS)]
    zooms = [zoom(page) for _ in range(DRAGS)]
    raster = raster_ms(browser, page)
    page.locator(STAGE).evaluate("(stage) => { stage.style.display = 'none'; }")
    bare = [drag(page)[0] for _ in range(DRAGS)]
    _, seen, years = dragged[0]
    return Moves([frames for frames, _, _ in dragged], bare, zooms, seen, years, raster)
