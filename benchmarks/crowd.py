"""Whether sixty readers at once are served on the heaviest pages, and whether an hour of a class leaves nothing behind.

    python benchmarks/crowd.py

Sixty sessions without a browser, in a process of their own on the same two cores, each on one of the heaviest pages. A
reader changes something every `PAUSE_S` on average, at times drawn by chance, as sixty who look and read do: another
country in a search, another year. Beside it, in the same run, sixty sessions do so on a page of one line.

rerun
    Milliseconds from the wish to the end of the run, 95 percent of them; limit 1.5 times the bare page's + 100 ms.
wrong
    Runs that did not end well, or put an error on the page; none may.
hour
    Sixty come, change something `CHANGES` times, once in two minutes of an hour, and go, `LESSONS` times; the hour is
    sped up to what the server can do, and sessions that are gone end after `GONE_S` in place of a minute. What it holds
    once it has let go of them: at most 1 MB a session more while they are there, and within 10 percent of the first
    hour's rest after the last.
"""

import asyncio
import multiprocessing
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.pages import wait_until_idle
from benchmarks.serve import ROOT, end, median, p95, serving
from benchmarks.session import Session
from data.tables import current_tables

READERS = 60
HEAVY = ("red_lines", "claims", "data_and_sources")
"""Those whose run costs most, by `pages.py` and by a profile; each has something to search in."""
FIELDS = {"red_lines": "text", "claims": "search", "countries": "search", "data_and_sources": "search"}
"""What is typed into."""
SLIDERS = {"frontier": "year"}
COUNTRIES = tuple(current_tables().accessions["name"])
PAUSE_S = 10.0
ROUNDS = 8
TIMES_A_BARE_PAGE, MORE_MS = 1.5, 100
LESSONS, CHANGES = 3, 30
GONE_S = 5
GONE = {"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": str(GONE_S)}
LET_GO_S = 3
GROWTH_MB, BACK = 1.0, 1.10
ONE_LINE = "import streamlit as st; st.write(st.slider('Year', 1949, 2026, 2026))\n"
Run = tuple[list[float], int]


def held_mb(process: int) -> float:
    """What a process holds in memory of its own."""
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def pages_of(names: tuple[str, ...]) -> list[str]:
    return [names[place % len(names)] for place in range(READERS)]


def changed(page: str, pick: random.Random) -> dict[str, str | float]:
    """What a reader of a page sets anew."""
    if page in FIELDS:
        return {FIELDS[page]: pick.choice(COUNTRIES)}
    return {SLIDERS[page]: pick.randrange(1949, 2026)} if page in SLIDERS else {}


async def _read(session: Session, rounds: int, pause_s: float, seed: int) -> None:
    pick = random.Random(seed)
    await asyncio.sleep(pick.uniform(0, pause_s))
    for _ in range(rounds):
        await session.run(change=changed(session.page, pick))
        await asyncio.sleep(pick.uniform(0, 2 * pause_s))


async def crowd(address: str, names: list[str], rounds: int, pause_s: float) -> Run:
    """Let a crowd read; the times of all runs but each reader's first, and how many went wrong."""
    async with AsyncExitStack() as stack:
        sessions = [await stack.enter_async_context(Session(address, name)) for name in names]
        for session in sessions:
            await session.run()
            session.times_ms.clear()
        await asyncio.gather(*(_read(each, rounds, pause_s, seed) for seed, each in enumerate(sessions)))
        return [time for each in sessions for time in each.times_ms], sum(each.wrong for each in sessions)


def _work(job: Callable[..., Any], given: tuple[Any, ...]) -> Any:
    return asyncio.run(job(*given))


@contextmanager
def beside(job: Callable[..., Any], *given: Any) -> Iterator[Any]:
    """Run a crowd in a process of its own; gives what it will answer."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        yield pool.apply_async(_work, (job, given))


def answer_of(job: Callable[..., Any], *given: Any) -> Any:
    with beside(job, *given) as answer:
        return answer.get()


def reruns() -> bool:
    """Sixty on heavy pages, beside sixty on a page of one line."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.py"
        plain.write_text(ONE_LINE, encoding="utf-8")
        with serving(plain) as (bare, _), serving(ROOT / "dashboard.py") as (ours, process):
            wait_until_idle(process)
            answer_of(crowd, ours, list(HEAVY), 1, 0.1)  # what pages keep from run to run is there
            of_bare, _ = answer_of(crowd, bare, pages_of(("",)), ROUNDS, PAUSE_S)
            of_ours, wrong = answer_of(crowd, ours, pages_of(HEAVY), ROUNDS, PAUSE_S)
    limit = TIMES_A_BARE_PAGE * p95(of_bare) + MORE_MS
    is_kept = p95(of_ours) <= limit and not wrong
    print(f"{READERS} readers of a bare page: median {median(of_bare):.0f}, 95 % within {p95(of_bare):.0f} ms")
    print(f"{READERS} readers of {', '.join(HEAVY)}: median {median(of_ours):.0f}, 95 % within {p95(of_ours):.0f} ms,")
    print(f"  {len(of_ours)} runs, {wrong} wrong; limit {limit:.0f} ms: {'kept' if is_kept else 'NOT kept'}")
    return is_kept


async def lesson(address: str) -> Run:
    """What a class does in an hour, one change after another."""
    return await crowd(address, pages_of(("", "countries", "frontier", *HEAVY)), CHANGES, 0.5)


def let_go(address: str) -> None:
    """Wait until the server has ended the sessions of those who left: it looks for them when somebody goes."""
    for _ in range(2):
        time.sleep(GONE_S + LET_GO_S)
        answer_of(crowd, address, [""], 1, 0.1)
    time.sleep(LET_GO_S)


def hour() -> bool:
    """Class after class, and what the server holds before, in between and after."""
    with serving(ROOT / "dashboard.py", **GONE) as (address, process):
        wait_until_idle(process)
        rests, peaks, hour_s, wrong = [held_mb(process)], [], 0.0, 0
        for _ in range(LESSONS):
            begun = time.monotonic()
            with beside(lesson, address) as answer:
                peak = 0.0
                while not answer.ready():
                    peak = max(peak, held_mb(process))
                    answer.wait(0.5)
                wrong += answer.get()[1]
            hour_s = max(hour_s, time.monotonic() - begun)
            let_go(address)
            peaks.append(peak)
            rests.append(held_mb(process))
    growth = max(peak - rest for peak, rest in zip(peaks[1:], rests[1:], strict=False)) / READERS
    is_kept = growth <= GROWTH_MB and rests[-1] <= BACK * rests[1] and not wrong
    print(f"{LESSONS} classes of {READERS}, each an hour with {CHANGES} changes in {hour_s / 60:.0f} min:")
    print(f"  at rest {', '.join(f'{rest:.0f}' for rest in rests)} MB,")
    print(f"  at most {', '.join(f'{peak:.0f}' for peak in peaks)}; {growth:.2f} MB a session, limit {GROWTH_MB};")
    print(f"  back to {rests[-1] / rests[1]:.2f} of the first rest, limit {BACK}; {wrong} runs wrong:", end=" ")
    print("kept" if is_kept else "NOT kept")
    return is_kept


def main() -> None:
    """Measure and print."""
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    kept = [reruns(), hour()]
    end(kept)


if __name__ == "__main__":
    main()
