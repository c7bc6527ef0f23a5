"""What one step of the year slider costs in Firefox and in WebKit.

    python benchmarks/engines.py

`performance.now` around the slider's input event, whose handler does all the work, on `/class`, whose page is the same
for every engine. Both engines round their clock to a millisecond, so that the mean over all steps stands beside the
median. The costliest year is the one whose quickest step of all rounds is the longest: what the page does there,
whatever else the machine did in between.
"""

import sys
import tempfile
from contextlib import AbstractContextManager
from pathlib import Path
from statistics import fmean

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "browser"))

from engines import Engine, firefox, webkit

from benchmarks.serve import ROOT, end, median, p95, print_table, streamlit

ROUNDS = 3
MEDIAN_LIMIT_MS, LONGEST_LIMIT_MS = 1, 10
STEP = """
const done = arguments[arguments.length - 1];
const [rounds] = arguments;
const range = document.querySelector('input[type=range][name=year]');
const pause = () => new Promise((go) => setTimeout(go, 40));
(async () => {
  const steps = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (let year = Number(range.min); year <= Number(range.max); year += 1) {
      await pause();
      range.value = year;
      const start = performance.now();
      range.dispatchEvent(new Event('input', {bubbles: true}));
      if (round > 0) steps.push(performance.now() - start); // the first round warms up
    }
  }
  done(steps);
})();
"""


def steps_of(engine: Engine, address: str) -> list[float]:
    """Milliseconds of script of each step."""
    engine.driver.set_script_timeout(600)
    engine.open(f"{address}class")
    steps: list[float] = engine.driver.execute_async_script(STEP, ROUNDS)
    return steps


def main() -> None:
    """Measure and print."""
    rows, kept = [], []
    with streamlit(ROOT / "dashboard.py") as address, tempfile.TemporaryDirectory() as folder:
        opened: dict[str, AbstractContextManager[Engine]] = {
            "Firefox": firefox(Path(folder)),
            "WebKit": webkit(Path(folder)),
        }
        for name, entered in opened.items():
            with entered as engine:
                steps = steps_of(engine, address)
                version = engine.driver.capabilities["browserVersion"]
            years = len(steps) // ROUNDS
            costliest = max(min(steps[year::years]) for year in range(years))
            is_kept = median(steps) <= MEDIAN_LIMIT_MS and max(steps) < LONGEST_LIMIT_MS
            kept.append(is_kept)
            figures = [f"{each:.2f}" for each in (median(steps), fmean(steps), p95(steps), max(steps), costliest)]
            rows.append([f"{name} {version}", *figures, str(len(steps)), "kept" if is_kept else "NOT kept"])
    print_table(["engine", "median", "mean", "p95", "longest", "costliest year", "steps", "limits"], rows)
    end(kept)


if __name__ == "__main__":
    main()
