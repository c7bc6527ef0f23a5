"""An address typed or pasted, and what comes of fetching it: which file is meant, its name, what goes wrong."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from data.words import words
from geo.wire.guard import POLICY, Guard
from geo.wire.routes import ROUTES
from pages.parts.your_own_draft import give_fetched, state

ROOT = Path(__file__).parent.parent
SHEET = "https://docs.google.com/spreadsheets/d/abcdefghijklmnopqrstuvwx"
ADDRESSES = {
    "https://example.org/a/members.csv": ("https://example.org/a/members.csv", "members.csv"),
    " example.org/EU%20members.csv ": ("https://example.org/EU%20members.csv", "EU members.csv"),
    "https://github.com/o/r/blob/main/eu.csv": ("https://raw.githubusercontent.com/o/r/main/eu.csv", "eu.csv"),
    "https://gitlab.com/a/b/-/blob/main/x.csv": ("https://gitlab.com/a/b/-/raw/main/x.csv", "x.csv"),
    f"{SHEET}/edit?usp=sharing#gid=12": (f"{SHEET}/export?format=csv&gid=12", "docs.google.com"),
    f"{SHEET}/edit?gid=12": (f"{SHEET}/export?format=csv&gid=12", "docs.google.com"),
    f"{SHEET}?usp=sharing": (f"{SHEET}/export?format=csv", "docs.google.com"),
    f"{SHEET}/export?format=xlsx": (f"{SHEET}/export?format=xlsx", "docs.google.com"),
    SHEET.replace("/d/", "/u/0/d/") + "/edit": (f"{SHEET}/export?format=csv", "docs.google.com"),
    "https://docs.google.com/spreadsheets/d/e/2PACX-1v/pubhtml?gid=3&single=true": (
        "https://docs.google.com/spreadsheets/d/e/2PACX-1v/pub?output=csv&gid=3",
        "docs.google.com",
    ),
    "https://gist.github.com/me/0a1b#file-eu-csv": ("https://gist.githubusercontent.com/me/0a1b/raw", "raw"),
    "https://www.dropbox.com/s/abc/eu.csv?dl=0": ("https://dl.dropboxusercontent.com/s/abc/eu.csv", "eu.csv"),
    "https://www.dropbox.com/scl/fi/abc/eu.xlsx?rlkey=k&dl=0": (
        "https://dl.dropboxusercontent.com/scl/fi/abc/eu.xlsx?rlkey=k",
        "eu.xlsx",
    ),
    "https://www.dropbox.com/scl/fi/abc/eu.xlsx?dl=0&rlkey=k": (
        "https://dl.dropboxusercontent.com/scl/fi/abc/eu.xlsx?rlkey=k",
        "eu.xlsx",
    ),
    "https://de.m.wikipedia.org/w/index.php?title=AC/DC&action=edit": (
        "https://de.wikipedia.org/api/rest_v1/page/html/AC%2FDC",
        "AC/DC",
    ),
    "https://en.wikipedia.org/wiki/Member_states_of_NATO": (
        "https://en.wikipedia.org/api/rest_v1/page/html/Member_states_of_NATO",
        "Member_states_of_NATO",
    ),
    "https://example.org": ("https://example.org/", "example.org"),
    "https://example.org/100%.csv": ("https://example.org/100%.csv", "100%.csv"),
    **dict.fromkeys(("http://example.org/a.csv", "javascript:alert(1)", "https://me:secret@example.org/", "two words",
                     "ftp://example.org/a", "file:///etc/passwd", "intranet", "", "data:text/csv,a"), None),
}  # fmt: skip
SCRIPT = """
import {readFileSync} from 'node:fs';
const {root, addresses} = JSON.parse(readFileSync(0, 'utf8'));
const {addressOf, nameOf} = await import(`file://${root}/pages/parts/your_own_address.mjs`);
const {fetched} = await import(`file://${root}/geo/publish/fetch_page.mjs`);
const read = addresses.map((typed) => addressOf(typed)).map((found) => found && [found.href, nameOf(found)]);
const asked = [];
async function outcome(answer, online = true) {
  Object.defineProperty(globalThis, 'navigator', {value: {onLine: online}, configurable: true});
  globalThis.fetch = (address, how) => (asked.push(how), answer(how.signal));
  const {bytes, failure} = await fetched('https://example.org/', 10, 50);
  return failure ?? new TextDecoder().decode(bytes);
}
const endless = new ReadableStream({pull: (way) => way.enqueue(new Uint8Array(4))});
const never = (stop) => new Promise((_, fail) => stop.addEventListener('abort', () => fail(stop.reason)));
const told = {
  whole: await outcome(async () => new Response('ten bytes!')),
  nothing: await outcome(async () => new Response(null)),
  said: await outcome(async () => new Response('x', {headers: {'Content-Length': '11'}})),
  endless: await outcome(async () => new Response(endless)),
  gone: await outcome(async () => new Response('', {status: 410})),
  closed: await outcome(async () => new Response('', {status: 403})),
  broken: await outcome(async () => new Response('', {status: 503})),
  never: await outcome(never),
  apart: await outcome(async () => { throw new TypeError('Failed to fetch'); }),
  offline: await outcome(async () => { throw new TypeError('Failed to fetch'); }, false),
};
const hows = asked.map(({credentials, referrerPolicy}) => [credentials, referrerPolicy]);
console.log(JSON.stringify({read, told, asked: hows}));
"""


@pytest.fixture(scope="module")
def found(program: Callable[[str], str]) -> dict[str, Any]:
    """What the browser's scripts make of the addresses, and of what sites answer."""
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    given = json.dumps({"root": str(ROOT), "addresses": list(ADDRESSES)})
    ran = subprocess.run(command, input=given, capture_output=True, text=True, check=True)
    return dict(json.loads(ran.stdout))


def test_an_address_leads_to_the_table_itself(found: dict[str, Any]) -> None:
    read = [tuple(each) if each else None for each in found["read"]]
    assert dict(zip(ADDRESSES, read, strict=True)) == ADDRESSES


def test_what_a_site_answers_ends_in_a_table_or_in_a_sentence(found: dict[str, Any]) -> None:
    told = found["told"]
    assert told == {
        "whole": "ten bytes!", "nothing": "", "said": "large", "endless": "large", "gone": "missing",
        "closed": "closed", "broken": "refused", "never": "slow", "apart": "unreached", "offline": "offline",
    }  # fmt: skip
    said = words()["your_own"]["address"]
    assert all(said[outcome] for name, outcome in told.items() if name not in ("whole", "nothing"))


def test_a_site_is_asked_as_by_a_stranger(found: dict[str, Any]) -> None:
    assert {tuple(each) for each in found["asked"]} == {("omit", "no-referrer")}


def test_only_the_frame_may_ask_other_sites_and_it_may_do_nothing_else() -> None:
    with TestClient(Starlette(routes=ROUTES, middleware=[Middleware(Guard)])) as client:
        policy = client.get("/fetch").headers[POLICY].split("; ")
    assert "connect-src https:" in policy and "default-src 'none'" in policy and "sandbox allow-scripts" in policy
    (scripts,) = (each for each in policy if each.startswith("script-src"))
    assert scripts.startswith("script-src 'sha256-") and scripts.count("'") == 2


def test_what_was_fetched_goes_through_the_gate_of_files(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[tuple[bytes, str]] = []
    monkeypatch.setattr("pages.parts.your_own_draft.give", lambda raw, file: given.append((raw, file)))
    give_fetched({"raw": "YSxi", "name": "a.csv"})
    assert given == [(b"a,b", "a.csv")]
    give_fetched({"raw": "no letters!", "name": "a.csv"})
    assert len(given) == 1 and state.own_said[0] == "error"
