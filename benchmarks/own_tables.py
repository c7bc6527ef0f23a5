"""How long somebody who has never seen it takes to make an atlas of a public list on the page "Your own".

    python benchmarks/own_tables.py [--shots FOLDER] [NAME...]

Each file goes through the page in Chromium as a person would take it: choose the file, give the likeliest answer (the
first) to whatever is asked, and see the atlas. One page for all, put back in between.

presses
    Of the mouse: choosing the file, and each answer.
asked
    Questions that were answered; more than five are too many for a lesson that begins in ten minutes.
machine
    Seconds from the choice of the file to the atlas with all rows, as this machine and its browser took them.
person
    The same with what a person needs beside: 20 s to find the file, 12 s to read and decide each question, 15 s to
    look over what was understood. Three minutes are the limit.
"""

import argparse
import re
import sys
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playwright.sync_api import Page

from benchmarks.serve import ROOT, chromium, print_table, streamlit
from data.words import words

TEXT = words()["your_own"]
LISTS = (
    "tests/files/own_tables/eu-iso2.csv",
    "tests/files/own_tables/cites-day-month.csv",
    "tests/files/own_tables/asean-pays.sql",
    "tests/files/own_tables/un-admissions.csv",
    "tests/files/own_tables/wto-two-columns-of-days.csv",
    "tests/files/own_tables/commonwealth.html",
    "tests/files/own_tables/african-union.md",
    "tests/files/own_tables/schengen-area.tsv",
    "data/own_table/examples/pct-two-digit-years.tsv",
    "data/own_table/examples/groups.sql",
    "data/own_table/examples/oecd.R",
    "tests/golden/memberships/efta_years.csv",
    "tests/golden/memberships/csto_years.csv",
    "tests/golden/memberships/coe_years.csv",
    "tests/golden/codes/cow_states2016.csv",
)
FIND_S, DECIDE_S, LOOK_S = 20, 12, 15
LIMIT_S = 180
MOST_ASKED = 5
PATIENCE_MS = 180_000
QUIET = "[data-testid='stApp'][data-test-script-state='notRunning']"
ATLAS = ".st-key-own_stage [data-atlas][data-ready='true']"
QUESTION = "[class*='st-key-own_question_']"


@dataclass(frozen=True)
class Walk:
    """What became of one file."""

    name: str
    presses: int
    asked: int
    machine_s: float
    told: str

    @property
    def person_s(self) -> float:
        """Seconds with those of a person."""
        return self.machine_s + FIND_S + LOOK_S + DECIDE_S * self.asked


def settle(page: Page) -> None:
    """Wait until the page has nothing left to say."""
    page.wait_for_timeout(150)
    page.wait_for_selector(QUIET, timeout=PATIENCE_MS)


def walk(page: Page, path: Path, shots: Path | None) -> Walk:
    """One file from the choice to the atlas."""
    begun, step = time.monotonic(), 0

    def shoot() -> None:
        if shots:
            page.screenshot(path=shots / f"{path.stem}-{step}.png", full_page=True)

    page.locator("input[type=file]").first.set_input_files(path)
    page.wait_for_selector(f".st-key-own_put_away, {QUESTION}", timeout=PATIENCE_MS)
    settle(page)
    asked = 0
    while page.locator(QUESTION).count():
        step += 1
        shoot()
        question = page.locator(QUESTION).first
        key = next(each for each in (question.get_attribute("class") or "").split() if "own_question_" in each)
        if buttons := question.locator("button").all():
            buttons[0].click()
        else:
            raise SystemExit(f"{path.name}: a question that no press answers: {question.inner_text()}")
        page.locator(f".{key}").wait_for(state="detached", timeout=PATIENCE_MS)
        settle(page)
        asked += 1
    page.wait_for_selector(ATLAS, timeout=PATIENCE_MS)
    took = time.monotonic() - begun
    step += 1
    shoot()
    told = page.locator("[data-testid='stMarkdown']", has_text=re.compile(r"on the map|no rows")).first.inner_text()
    return Walk(path.name, 1 + asked, asked, took, " ".join(told.split()))


def main() -> None:
    """Walk, print, and say whether the limits are kept."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shots", type=Path, help="a folder for a picture of each step")
    parser.add_argument("--phone", action="store_true", help="in a window of 390x844 instead of 1280x720")
    parser.add_argument("names", nargs="*", help="parts of the names of files; all where none is given")
    given = parser.parse_args()
    paths = [ROOT / each for each in LISTS if not given.names or any(name in each for name in given.names)]
    size = (390, 844) if given.phone else (1280, 720)
    walks = []
    with streamlit(ROOT / "dashboard.py") as address, chromium() as browser:
        page = browser.new_page(viewport={"width": size[0], "height": size[1]})
        for path in paths:
            page.goto(f"{address}your_own")
            page.wait_for_selector("input[type=file]", state="attached", timeout=PATIENCE_MS)
            settle(page)
            walks.append(walk(page, path, given.shots))
            print(f"{path.name}: {walks[-1].machine_s:.0f} s", file=sys.stderr)
            page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    rows = [
        (each.name, str(each.presses), str(each.asked), f"{each.machine_s:.1f}", f"{each.person_s:.0f}", each.told)
        for each in walks
    ]
    print_table(("file", "presses", "asked", "machine, s", "person, s", "on the page"), rows)
    late = [each.name for each in walks if each.person_s > LIMIT_S or each.asked > MOST_ASKED]
    print("all within three minutes and five questions" if not late else f"too long: {', '.join(late)}")
    sys.exit(bool(late))


if __name__ == "__main__":
    main()
