"""What a run of an analysis page costs the server, and how soon a filter or a search answers.

    python benchmarks/pages.py

A reader changes something, as often as `RUNS`, in Chromium: a year on the page Frontier, a word in a search, a choice.
Beside each page runs a page of one line, `st.write(st.slider(...))`, on a server of its own.

processor
    Milliseconds of processor time that the server's process spent by run, all its threads, from /proc.
answer
    Milliseconds from the message that takes the change to the server to the last one that comes back for it.

Warm means that each change has been made once before: what the page keeps from run to run is there. The searches come
with a new word each time, which nobody has asked for before.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playwright.sync_api import Browser, Page, WebSocket

from benchmarks.serve import ROOT, chromium, end, machine, median, new_page, p95, print_table, serving
from data.tables import current_tables

RUNS = 24
QUIET_S = 0.25  # a run is over when nothing has come for this long
SETTLE_MS = 3000
PATIENCE_S = 10
IDLE_MS = 40  # of processor time in a second
PROCESSOR_LIMIT_MS, ANSWER_LIMIT_MS = 60, 200
NAME_ENDS = ")"  # in /proc/<id>/stat; the fields behind it are counted from 0
USER_TICKS, SYSTEM_TICKS = 11, 12
ONE_LINE = "import streamlit as st; st.write(st.slider('Year', 1949, 2026, 2026))\n"
WORDS = list(current_tables().accessions["name"])

Act = Callable[[Page, int], None]


@dataclass
class Line:
    """When the last messages went over the page's web socket."""

    sent: float = 0
    received: float = 0
    times: list[float] = field(default_factory=list)

    def listen(self, socket: WebSocket) -> None:
        socket.on("framesent", lambda _: setattr(self, "sent", time.monotonic()))
        socket.on("framereceived", lambda _: setattr(self, "received", time.monotonic()))

    def run(self, page: Page, act: Callable[[], None]) -> None:
        """Do something and wait until the server has answered it; keeps how long that took, in ms."""
        before, deadline = self.sent, time.monotonic() + PATIENCE_S
        act()
        while not (before < self.sent <= self.received and time.monotonic() - self.received > QUIET_S):
            if time.monotonic() > deadline:
                raise RuntimeError(f"no answer within {PATIENCE_S} s on {page.url}")
            page.wait_for_timeout(10)
        self.times.append(1000 * (self.received - self.sent))


def processor_ms(process: int) -> float:
    """Processor time that a process has used so far."""
    parts = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(NAME_ENDS)[2].split()
    return 1000 * (int(parts[USER_TICKS]) + int(parts[SYSTEM_TICKS])) / os.sysconf("SC_CLK_TCK")


def wait_until_idle(process: int) -> None:
    """Wait until the server has made what it makes while it starts."""
    while True:
        before = processor_ms(process)
        time.sleep(1)
        if processor_ms(process) - before < IDLE_MS:
            return


def year_back_and_forth(page: Page, at: int) -> None:
    """One year back, then forth again."""
    page.get_by_role("slider").first.press("ArrowRight" if at % 2 else "ArrowLeft")


def search(label: str) -> Act:
    def act(page: Page, at: int) -> None:
        field_ = page.get_by_label(label, exact=True)
        field_.fill(WORDS[at % len(WORDS)])
        field_.press("Enter")

    return act


def aligned(page: Page, at: int) -> None:
    """The bars by years since first contact, then by calendar again."""
    names = ("By years since first contact", "By calendar")
    page.get_by_text(names[at % 2], exact=True).first.click()


@dataclass(frozen=True)
class Case:
    """A page, what is changed on it, and whether every change has been made before it is measured."""

    name: str
    address: str
    act: Act
    warm: bool = True
    limit: str = "processor"


PAGES = (
    Case("Frontier, another year", "frontier?year=2004", year_back_and_forth),
    Case("Countries, paths aligned otherwise", "countries?show=Paths+compared", aligned),
    Case("Red lines, a search", "red_lines", search("Search"), warm=False, limit="answer"),
    Case("Red lines, a search again", "red_lines", search("Search")),
    Case("Countries, a search", "countries", search("Search"), warm=False, limit="answer"),
    Case("Countries, a search again", "countries", search("Search")),
    Case("Data and sources, a search", "data_and_sources", search("Rows with these words"), warm=False, limit="answer"),
)


def measure(browser: Browser, base: str, process: int, case: Case) -> tuple[float, list[float]]:
    """Processor time by run, and the time to each answer, in ms."""
    with new_page(browser, 1280, 720) as page:
        line = Line()
        page.on("websocket", line.listen)
        page.goto(base + case.address)
        page.get_by_role("slider").or_(page.get_by_role("textbox")).or_(page.get_by_role("combobox")).first.wait_for()
        page.wait_for_timeout(SETTLE_MS)
        for at in range(RUNS if case.warm else 0):
            line.run(page, lambda at=at: case.act(page, at))
        line.times.clear()
        before = processor_ms(process)
        for at in range(RUNS):
            line.run(page, lambda at=at: case.act(page, at))
        return (processor_ms(process) - before) / RUNS, line.times


def main() -> None:
    """Measure, one after the other, and print."""
    with chromium() as browser, tempfile.TemporaryDirectory() as folder:
        print(machine(browser))
        script = Path(folder) / "one_line.py"
        script.write_text(ONE_LINE, encoding="utf-8")
        with serving(script) as (base, process):
            line = measure(browser, base, process, Case("a page of one line", "", year_back_and_forth))
        with serving(ROOT / "dashboard.py") as (base, process):
            wait_until_idle(process)
            found = [(case, *measure(browser, base, process, case)) for case in PAGES]
    print()
    rows = [("a page of one line", line[0], line[1])] + [(case.name, spent, times) for case, spent, times in found]
    print_table(
        ["by run", "processor ms", "to one line", "answer ms", "p95", "longest"],
        [
            [name, f"{spent:.0f}", f"{spent / line[0]:.1f}", *(f"{of(times):.0f}" for of in (median, p95, max))]
            for name, spent, times in rows
        ],
    )
    print()
    kept = []
    for case, spent, times in found:
        value, limit, what = (
            (spent, PROCESSOR_LIMIT_MS, "of processor time")
            if case.limit == "processor"
            else (p95(times), ANSWER_LIMIT_MS, "to 95 % of the answers")
        )
        kept.append(value <= limit)
        print(f"{case.name}: {value:.0f} ms {what}, limit {limit}: {'kept' if kept[-1] else 'NOT kept'}")
    end(kept)


if __name__ == "__main__":
    main()
