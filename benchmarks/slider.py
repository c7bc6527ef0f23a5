"""What one step of the year slider costs: the atlas, Plotly's animated choropleth, a Streamlit rerun.

    python benchmarks/slider.py

Same units, years and simplified shapes, one headless Chromium, a window of 1920x1080. For each step:

script
    Milliseconds of JavaScript. For the atlas `performance.now` around the slider's input event, whose handler does
    all the work. The other two work in promises and timers, where a clock around the event sees nothing: for them
    the script slices of Chromium's trace between the event and the drawn map.
painted
    Milliseconds from the event to the first task after the frame that shows the new year was painted: the map is
    drawn, one requestAnimationFrame, one message. On average half a frame of it is waiting for the frame to begin.
second frame
    The same to the second requestAnimationFrame, when the frame has left the page for the screen. At 60 frames a
    second this cannot be less than 17 ms.

The atlas is stepped twice: as it opens, and with every layer on.

At the end a hand drags the atlas's slider from the first year to the last and back, a few times: the time between
frames; and the same with the map hidden, which tells what the machine itself adds. The verdict is on the drag that was
least disturbed. Last, the wheel zooms into the map and out again, and the hand moves it.
"""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playwright.sync_api import Browser, Page

from benchmarks.figures import animated, base_map
from benchmarks.serve import READY, ROOT, chromium, end, files, machine, median, new_page, p95, print_table, streamlit

SLIDER = "input[type=range][name=year]"
STAGE = ".stage"
PLOT = ".js-plotly-plot"
ROUNDS = 3
RERUNS = 25
PAUSE_MS = 40
SETTLE_MS = 2500
DRAG_STEP_PX = 6
DRAGS = 3
WHEELS, WHEEL_PX = 12, 100
PAN_PX = (-300, 160)
EVERY_LAYER = "?layers=front,statements,names,nearest,csto,eu,command,area"
SCRIPT_LIMIT_MS, LONGEST_SCRIPT_MS, PAINT_LIMIT_MS, FRAME_LIMIT_MS = 0.5, 5, 16, 50
FRAME_MS = 1000 / 60

TRACE = ["devtools.timeline", "blink.user_timing"]
SCRIPT_SLICES = {
    "EvaluateScript",
    "EventDispatch",
    "FireAnimationFrame",
    "FireIdleCallback",
    "FunctionCall",
    "RunMicrotasks",
    "TimerFire",
}

MEASURE = """
window.nextFrame = () => new Promise(requestAnimationFrame);
window.pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const afterPaint = () => new Promise((resolve) => {
  const {port1, port2} = new MessageChannel();
  port1.onmessage = resolve;
  port2.postMessage(null);
});
// Time one step from `act` until `drawn` resolves and the frame after it is painted.
window.measure = async (act, drawn) => {
  performance.mark('step');
  const start = performance.now();
  act?.();
  const script = performance.now() - start;
  await drawn;
  await nextFrame();
  const painted = afterPaint().then(() => {
    performance.mark('painted');
    return performance.now() - start;
  });
  await nextFrame();
  return {script, second: performance.now() - start, painted: await painted};
};
"""

STEP_ATLAS = """async (range, [rounds, gap]) => {
  const steps = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (let year = Number(range.min); year <= Number(range.max); year += 1) {
      await pause(gap + Math.random() * 16);
      const step = await measure(() => {
        range.value = year;
        range.dispatchEvent(new Event('input', {bubbles: true}));
      });
      if (round > 0) steps.push(step); // the first round warms up
    }
  }
  return steps;
}"""

STEP_PLOTLY = """async (plot, gap) => {
  const rail = plot.querySelector('.slider-rail-touch-rect');
  const {left, top, width, height} = rail.getBoundingClientRect();
  const last = plot._fullLayout.sliders[0].steps.length - 1;
  const steps = [];
  for (let at = 1; at <= last; at += 1) {
    await pause(gap + Math.random() * 16);
    const mouse = {bubbles: true, view: window, clientX: left + width * at / last, clientY: top + height / 2};
    const drawn = new Promise((resolve) => plot.once('plotly_afterplot', resolve));
    const step = await measure(() => rail.dispatchEvent(new MouseEvent('mousedown', mouse)), drawn);
    plot.dispatchEvent(new MouseEvent('mouseup', mouse));
    if (plot._fullLayout.sliders[0].active !== at) throw new Error(`the slider is not at step ${at}`);
    steps.push(step);
  }
  return steps;
}"""

# The step begins with a real key and ends when the figure of that year is drawn; Streamlit makes its element anew.
AWAIT_RERUN = """([plot, year]) => {
  window.rerun = new Promise((resolve) => {
    const drawn = async () => {
      const deadline = performance.now() + 60_000;
      const shown = () => [...document.querySelectorAll(plot)]
        .some((each) => each.layout?.meta === year && each.querySelector('.choroplethlayer path[d]'));
      while (!shown()) {
        if (performance.now() > deadline) throw new Error(`the figure of ${year} did not come`);
        await nextFrame();
      }
    };
    document.addEventListener('keydown', () => resolve(measure(null, drawn())), {capture: true, once: true});
  });
}"""

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


@dataclass
class Steps:
    """What was measured of one way to show a year, in ms by step; `sent` in bytes by step."""

    script: list[float]
    painted: list[float]
    second: list[float]
    sent: list[float] = field(default_factory=lambda: [0.0])

    @classmethod
    def of(cls, measured: Sequence[dict[str, float]], script: Sequence[float] | None = None) -> "Steps":
        painted, second = ([step[name] for step in measured] for name in ("painted", "second"))
        return cls(list(script or [step["script"] for step in measured]), painted, second)


@contextmanager
def traced(browser: Browser, page: Page) -> Iterator[list[float]]:
    """Gives a list that holds the script time of every measured step once the block is left."""
    script: list[float] = []
    browser.start_tracing(page=page, categories=TRACE)
    yield script
    script += script_ms(json.loads(browser.stop_tracing())["traceEvents"])


def script_ms(events: Sequence[dict[str, Any]]) -> list[float]:
    """Script time between each pair of the marks `step` and `painted`, slices within slices counted once."""
    timed = [each for each in events if "user_timing" in each["cat"]]
    marks = {name: [each for each in timed if each["name"] == name] for name in ("step", "painted")}
    thread = marks["step"][0]["pid"], marks["step"][0]["tid"]
    slices = sorted(
        (each["ts"], each["ts"] + each["dur"])
        for each in events
        if each["name"] in SCRIPT_SLICES and "dur" in each and (each["pid"], each["tid"]) == thread
    )
    starts, ends = (sorted(each["ts"] for each in marks[name]) for name in ("step", "painted"))
    return [_covered(slices, start, end) / 1000 for start, end in zip(starts, ends, strict=True)]


def _covered(slices: Sequence[tuple[float, float]], start: float, end: float) -> float:
    total, reached = 0.0, start
    for begin, stop in slices:
        total += max(0.0, min(stop, end) - max(begin, reached))
        reached = max(reached, min(stop, end))
    return total


def step_atlas(browser: Browser, address: str) -> Steps:
    """The slider's input event for every year, several times over."""
    with atlas_page(browser, address) as page:
        return Steps.of(page.locator(SLIDER).evaluate(STEP_ATLAS, [ROUNDS, PAUSE_MS]))


@contextmanager
def atlas_page(browser: Browser, address: str) -> Iterator[Page]:
    """The atlas, drawn and at rest in its first year."""
    with new_page(browser) as page:
        page.add_init_script(MEASURE)
        page.goto(address)
        page.wait_for_selector(READY)
        page.keyboard.press("Home")
        page.wait_for_timeout(SETTLE_MS)
        yield page


def step_plotly(browser: Browser, base: str) -> Steps:
    """Plotly's own slider, pressed at every year."""
    with new_page(browser) as page:
        page.add_init_script(MEASURE)
        page.goto(f"{base}animated.html")
        page.wait_for_selector(".choroplethlayer path", state="attached")
        page.wait_for_timeout(SETTLE_MS)
        with traced(browser, page) as script:
            measured = page.locator(PLOT).evaluate(STEP_PLOTLY, PAUSE_MS)
        return Steps.of(measured, script)


def step_rerun(browser: Browser, address: str) -> Steps:
    """A key on `st.slider`, the rerun, the new figure."""
    with new_page(browser) as page:
        page.add_init_script(MEASURE)
        sent: list[int] = []
        page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: sent.append(len(frame))))
        page.goto(address)
        page.wait_for_selector(".choroplethlayer path", state="attached", timeout=120_000)
        page.wait_for_timeout(SETTLE_MS)
        thumb = page.get_by_role("slider").first
        thumb.focus()
        first = int(thumb.input_value())
        measured, by_step = [], []
        with traced(browser, page) as script:
            for year in range(first + 1, first + 1 + RERUNS):
                page.evaluate(AWAIT_RERUN, [PLOT, year])
                before = sum(sent)
                page.keyboard.press("ArrowRight")
                measured.append(page.evaluate("window.rerun"))
                page.wait_for_timeout(300)
                by_step.append(float(sum(sent) - before))
        steps = Steps.of(measured, script)
        steps.sent = by_step
        return steps


def drag(browser: Browser, address: str, *, bare: bool = False) -> tuple[list[float], int, int]:
    """Frame times of a drag over all years and back, the years seen on the way, the years there are.

    `bare` hides the map: what then remains is the slider, the panel and the machine.
    """
    with atlas_page(browser, address) as page:
        if bare:
            page.locator(STAGE).evaluate("(stage) => { stage.style.display = 'none'; }")
        page.locator(READY).evaluate(WATCH_FRAMES)
        slider = page.locator(SLIDER)
        box = slider.bounding_box() or {}
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


def zoom(browser: Browser, address: str) -> list[float]:
    """Frame times while the wheel zooms in at the middle of the map, a hand moves it, and the wheel zooms out."""
    with atlas_page(browser, address) as page:
        page.locator(READY).evaluate(WATCH_FRAMES)
        box = page.locator(STAGE).bounding_box() or {}
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


def ms(value: float) -> str:
    return f"{value:,.2f}" if value < 10 else f"{value:,.0f}"


def row(name: str, steps: Steps) -> list[str]:
    columns = (steps.script, steps.painted, steps.second)
    numbers = [ms(of(values)) for values in columns for of in (median, p95)]
    return [name, *numbers, f"{median(steps.sent) / 1000:,.0f}", str(len(steps.painted))]


def ratio(name: str, steps: Steps, atlas: Steps) -> str:
    script, painted = (median(getattr(steps, part)) / median(getattr(atlas, part)) for part in ("script", "painted"))
    return f"{name}: {script:,.0f} times the script, {painted:,.1f} times as long to paint"


def verdict(what: str, value: float, limit: float) -> bool:
    """Say whether a limit was kept, and give it."""
    print(f"{what}: {ms(value)} ms, limit {ms(limit)}: {'kept' if value <= limit else 'NOT kept'}")
    return value <= limit


def main() -> None:
    """Measure, one after the other, and print."""
    html = animated().to_html(include_plotlyjs=True, auto_play=False, config={"topojsonURL": "./"}).encode()
    empty = json.dumps(base_map()).encode()
    maps = {f"world_{scale}.json": empty for scale in ("110m", "50m")}
    with files({"animated.html": html, **maps}) as base, chromium() as browser:
        print(machine(browser))
        with streamlit(ROOT / "dashboard.py") as address:
            atlas = step_atlas(browser, address)
            layered = step_atlas(browser, f"{address}{EVERY_LAYER}")
            drags = [drag(browser, address) for _ in range(DRAGS)]
            bare = [drag(browser, address, bare=True)[0] for _ in range(DRAGS)]
            zoomed = [zoom(browser, address) for _ in range(DRAGS)]
        plotly = step_plotly(browser, base)
        os.environ["BENCHMARK_BASE_MAP"] = base
        with streamlit(ROOT / "benchmarks" / "rerun_app.py") as address:
            rerun = step_rerun(browser, address)
    print()
    print_table(
        ["ms per step", "script", "p95", "painted", "p95", "second frame", "p95", "kB sent", "steps"],
        [
            row("(a) the atlas", atlas),
            row("    with every layer on", layered),
            row("(b) px.choropleth, animation_frame", plotly),
            row("(c) st.slider + px.choropleth, rerun", rerun),
        ],
    )
    print()
    print(ratio("(b) to (a)", plotly, atlas))
    print(ratio("(c) to (a)", rerun, atlas))
    print()
    _, seen, years = drags[0]
    print(f"Drags of the atlas at 1920x1080, {seen} of {years} years seen:")
    told = [("the atlas", frames) for frames, _, _ in drags]
    told += [("map hidden", frames) for frames in bare] + [("zoomed and moved", frames) for frames in zoomed]
    for name, each in told:
        over = sum(frame > FRAME_LIMIT_MS for frame in each)
        print(
            f"  {name}: {len(each)} frames, median {ms(median(each))} ms, p95 {ms(p95(each))}, "
            f"longest {ms(max(each))}, {over} over {FRAME_LIMIT_MS}"
        )
    frames = min((frames for frames, _, _ in drags), key=max)
    print()
    longest = max(atlas.script + layered.script)
    kept = [
        verdict("script of a step, median", median(atlas.script), SCRIPT_LIMIT_MS),
        verdict("the same with every layer on", median(layered.script), SCRIPT_LIMIT_MS),
        verdict("the longest script of a step, with or without them", longest, LONGEST_SCRIPT_MS),
        verdict("a step painted, median", median(atlas.painted), PAINT_LIMIT_MS),
        verdict("a frame of the drag, median", median(frames), FRAME_MS * 1.05),
        verdict("the longest frame of it", max(frames), FRAME_LIMIT_MS),
        verdict("the longest frame of a zoom", min(max(each) for each in zoomed), FRAME_LIMIT_MS),
    ]
    end(kept)


if __name__ == "__main__":
    main()
