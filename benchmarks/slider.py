"""What one step of the year slider costs: the atlas, Plotly's animated choropleth, a Streamlit rerun.

    python benchmarks/slider.py            # two minutes on two idle cores
    python benchmarks/slider.py --alone    # the atlas without its rivals: one

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

The atlas is stepped twice: as it opens, and with every layer on. A step to the same year costs the same in each round:
what one of them took longer, the machine did beside it, and the longest step is told of the least of each year.

Then a hand drags the atlas's slider from the first year to the last and back, a few times: the time between frames; and
the same with the map hidden, which tells what the machine itself adds. The verdict is on the drag that was least
disturbed. Last, the wheel zooms into the map and out again, and the hand moves it: on a busy machine the processor time
that each frame of it takes to raster tells more than the time between frames.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playwright.sync_api import Browser, Page

from benchmarks.figures import animated, base_map
from benchmarks.moves import FRAME_LIMIT_MS, SLIDER, Moves, moved
from benchmarks.serve import (
    READY,
    ROOT,
    chromium,
    end,
    files,
    machine,
    median,
    ms,
    new_page,
    p95,
    print_table,
    streamlit,
)

PLOT = ".js-plotly-plot"
ROUNDS = 3
RERUNS = 12
PAUSE_MS, STEP_PAUSE_MS = 40, 10
SETTLE_MS = 2500
EVERY_LAYER = "?layers=front,statements,names,nearest,csto,eu,command,area"
SCRIPT_LIMIT_MS, LONGEST_SCRIPT_MS, PAINT_LIMIT_MS = 0.5, 5, 16
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
      if (round > 0) steps.push({...step, year}); // the first round warms up
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


@dataclass
class Steps:
    """What was measured of one way to show a year, in ms by step; `sent` in bytes by step."""

    script: list[float]
    painted: list[float]
    second: list[float]
    sent: list[float] = field(default_factory=lambda: [0.0])
    longest: float = 0.0
    """The longest script of a step, of each year the least that any round took."""

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
        measured = page.locator(SLIDER).evaluate(STEP_ATLAS, [ROUNDS, STEP_PAUSE_MS])
    steps = Steps.of(measured)
    steps.longest = max(
        min(s["script"] for s in measured if s["year"] == year) for year in {s["year"] for s in measured}
    )
    return steps


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


def verdicts(atlas: Steps, layered: Steps, moves: Moves) -> list[bool]:
    """Which limits were kept."""
    frames = min(moves.drags, key=max)
    longest = max(atlas.longest, layered.longest)
    return [
        verdict("script of a step, median", median(atlas.script), SCRIPT_LIMIT_MS),
        verdict("the same with every layer on", median(layered.script), SCRIPT_LIMIT_MS),
        verdict("the longest script of a step, with or without them", longest, LONGEST_SCRIPT_MS),
        verdict("a step painted, median", median(atlas.painted), PAINT_LIMIT_MS),
        verdict("a frame of the drag, median", median(frames), FRAME_MS * 1.05),
        verdict("the longest frame of it", max(frames), FRAME_LIMIT_MS),
        verdict("the longest frame of a zoom", min(max(each) for each in moves.zooms), FRAME_LIMIT_MS),
    ]


@contextmanager
def told(what: str) -> Iterator[None]:
    """Say when it has been measured: a busy machine takes its time."""
    begun = time.monotonic()
    yield
    print(f"  {what}: {time.monotonic() - begun:.0f} s", flush=True)


def measure_rivals(browser: Browser) -> tuple[Steps, Steps]:
    """Plotly's animation, and the rerun of a Streamlit script."""
    html = animated().to_html(include_plotlyjs=True, auto_play=False, config={"topojsonURL": "./"}).encode()
    empty = json.dumps(base_map()).encode()
    with files({"animated.html": html, **{f"world_{scale}.json": empty for scale in ("110m", "50m")}}) as base:
        with told("Plotly's slider"):
            plotly = step_plotly(browser, base)
        os.environ["BENCHMARK_BASE_MAP"] = base
        with streamlit(ROOT / "benchmarks" / "rerun_app.py") as address, told("the rerun"):
            return plotly, step_rerun(browser, address)


def main() -> None:
    """Measure, one after the other, and print."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--alone", action="store_true", help="the atlas without its rivals")
    is_alone = asked.parse_args().alone
    with chromium() as browser:
        print(machine(browser), flush=True)
        with streamlit(ROOT / "dashboard.py") as address:
            with told("steps"):
                atlas, layered = (step_atlas(browser, f"{address}{query}") for query in ("", EVERY_LAYER))
            with told("drags and zooms"), atlas_page(browser, address) as page:
                moves = moved(browser, page)
        rivals = () if is_alone else measure_rivals(browser)
    names = ("(b) px.choropleth, animation_frame", "(c) st.slider + px.choropleth, rerun")
    rows = [row("(a) the atlas", atlas), row("    with every layer on", layered)]
    print()
    print_table(
        ["ms per step", "script", "p95", "painted", "p95", "second frame", "p95", "kB sent", "steps"],
        [*rows, *(row(name, rival) for name, rival in zip(names, rivals, strict=False))],
    )
    print()
    for letter, rival in zip("bc", rivals, strict=False):
        print(ratio(f"({letter}) to (a)", rival, atlas))
    print()
    moves.tell()
    print()
    end(verdicts(atlas, layered, moves))


if __name__ == "__main__":
    main()
