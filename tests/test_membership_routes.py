"""The pages of a membership from the server: its lesson at `/class` and `/teach`, kept, and kept apart by the proxy."""

import json
import re
import subprocess
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from data.memberships.reader import current_membership, membership_ids
from geo.lesson.of_membership import lesson_of
from geo.publish.class_look import LEADING
from geo.publish.class_page import Reader, current_class_page
from geo.wire.routes import ROUTES

ROOT = Path(__file__).parent.parent
CONFIG = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
EFTA = current_membership("efta")
OF_EFTA = "?membership=efta"


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=ROUTES)) as opened:
        yield opened


def held(page: str) -> dict[str, Any]:
    """What a page holds, by the id of its element."""
    found = re.findall(r'<script type="application/json" id="(\w+)">(.*?)</script>', page, re.DOTALL)
    return {id_: json.loads(text) for id_, text in found}


@pytest.mark.parametrize("reader", Reader)
def test_the_page_of_a_membership_has_its_own_lesson(client: TestClient, reader: Reader) -> None:
    answer = client.get(f"/{reader}{OF_EFTA}")
    assert answer.status_code == 200
    page = held(answer.text)
    assert page["facts"]["membership"]["id"] == "efta"
    assert [stop["title"] for stop in page["lesson"]["stops"]] == [stop.title for stop in lesson_of(EFTA).stops]
    assert page["around"]["memberships"] == list(membership_ids())
    assert page["around"]["limits"]["layers"] == ["names"]
    head = answer.text.partition("<style>")[0]
    assert f"{EFTA.title} – Eastward</title>" in head
    first = lesson_of(EFTA).stops[0].year
    assert f'property="og:image" content="picture.png?membership=efta&amp;year={first}' in head
    assert "both sides" not in head


def test_it_is_made_once_and_asked_for_again_in_a_few_bytes(client: TestClient) -> None:
    answer = client.get(f"/class{OF_EFTA}")
    assert current_class_page(Reader.PUPIL, "efta") is current_class_page(Reader.PUPIL, "efta")
    again = client.get(f"/class{OF_EFTA}&stop=3", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    head = client.head(f"/class{OF_EFTA}")
    assert head.headers["content-length"] == answer.headers["content-length"]
    assert head.headers["content-security-policy"] == answer.headers["content-security-policy"]
    assert answer.headers["etag"] != client.get("/class").headers["etag"]


def test_the_pupils_page_has_nothing_that_leads(client: TestClient) -> None:
    page = held(client.get(f"/class{OF_EFTA}").text)
    assert not set(LEADING) & page["words"].keys()
    assert all("notes" not in stop for stop in page["lesson"]["stops"])
    assert any(stop["notes"] for stop in held(client.get(f"/teach{OF_EFTA}").text)["lesson"]["stops"])


@pytest.mark.parametrize("asked", ["?membership=atlantis", "?membership=&membership=efta", "?membership=EFTA"])
def test_of_one_there_is_not_the_page_is_that_of_all(client: TestClient, asked: str) -> None:
    assert client.get(f"/class{asked}").text == client.get("/class").text


def key_of(query: str) -> str:
    """What the proxy keeps of a query, as its configuration says."""
    pattern = re.findall(r"map \$args \$of \{\s*default\s+'';\s*'~\*(.*?)' \$args;\s*\}", CONFIG)
    assert len(pattern) == 1
    assert "proxy_cache_key $http_host$uri?$of;" in CONFIG
    return query if re.search(pattern[0], query, re.IGNORECASE) else ""


def test_the_proxy_keeps_apart_what_differs_and_nothing_else(client: TestClient) -> None:
    queries = ["", "stop=3", "quiz=easy-1", "code=ABCDEF&year=2004", "membership=efta", "membership=efta&stop=2",
               "Membership=efta", "stop=1&membership=efta", "%6dembership=efta", "membership=%65fta",
               "membership=x&membership=efta", "a=1;membership=efta", "m+embership=efta"]  # fmt: skip
    pages = defaultdict(set)
    for query in queries:
        pages[key_of(query)].add(client.get(f"/class?{query}").headers["etag"])
    assert all(len(tags) == 1 for tags in pages.values())
    assert len(set().union(*pages.values())) == 2
    assert [key_of(query) for query in queries[:4]] == [""] * 4


# ---------------------------------------------------------------------- in the browser

SCRIPT = """
import {readFileSync} from 'node:fs';
const {classroom} = JSON.parse(readFileSync(0, 'utf8'));
const {otherPage, readClassAddress, writeClassAddress} = await import(`file://${classroom}/class_address.mjs`);
const {ofPage} = await import(`file://${classroom}/../atlas/core/of_page.mjs`);
const [eu, own, nato] = [{membership: {id: 'eu'}}, {membership: {id: null}}, {}];
const place = (at, cover = null) => ({at, revealed: [], cover});
const keep = (facts, search, shown) => writeClassAddress(search, {quiz: null, isPresenting: true, of: ofPage(facts),
  ...shown});
const site = {name: 'teach', memberships: ['eu', 'coe']};
const asked = (search, hash = '') => ({search, hash});
const bank = {levels: ['easy'], kinds: [], questions: [], most_seed: 9};
const {isPresenting, place: at} = readClassAddress('?membership=eu&stop=2', {stops: [{}, {}], bank});
console.log(JSON.stringify({
  kept: [keep(eu, '', {place: place(2)}), keep(eu, '?patterns=1', {place: place(0, 'title')}),
    keep(eu, '', {place: place(0), quiz: 'easy-1'}), keep(nato, '?patterns=1', {place: place(0, 'title')}),
    keep(nato, '', {place: place(1)}), keep(own, '', {place: place(1)})],
  over: [keep(eu, '?patterns=1', {place: place(2), over: 'nato'}),
    keep(nato, '', {place: place(0, 'title'), over: 'eu'}),
    keep(nato, '?year=2004&stop=2', {place: place(1), isPresenting: false, over: 'eu'})],
  other: [otherPage(asked('?membership=eu'), eu, site),
    otherPage(asked('?membership=coe&stop=2', '#lesson=x'), eu, site),
    otherPage(asked('?stop=2'), eu, site), otherPage(asked('?membership=atlantis'), nato, site),
    otherPage(asked('?membership=eu'), nato, {name: 'class', memberships: []})],
  read: [isPresenting, at.at, readClassAddress('?membership=eu', {stops: [{}], bank}).isPresenting,
    readClassAddress('?membership=eu&year=2004', {stops: [{}], bank}).isPresenting],
}));
"""


@pytest.fixture(scope="module")
def told(program: Callable[[str], str]) -> Any:
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    given = json.dumps({"classroom": str(ROOT / "geo" / "classroom")})
    ran = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def test_the_address_of_the_page_keeps_its_membership(told: Any) -> None:
    *ours, nato, also_nato, of_a_person = told["kept"]
    assert ours == ["?membership=eu&stop=3", "?membership=eu&patterns=1", "?membership=eu&quiz=easy-1"]
    assert [nato, also_nato, of_a_person] == ["?patterns=1", "?stop=2", "?stop=2"]
    assert told["read"] == [True, 1, True, False]


def test_the_address_of_the_page_keeps_what_is_laid_over_its_map(told: Any) -> None:
    lesson, title, explored = told["over"]
    assert lesson == "?membership=eu&stop=3&patterns=1&over=nato"
    assert title == "?over=eu"
    assert explored == "?year=2004&over=eu"


def test_a_site_of_files_leads_to_the_page_of_the_membership(told: Any) -> None:
    there, other, none, unknown, from_a_stick = told["other"]
    assert there is none is None
    assert other == {"file": "teach-coe.html?membership=coe&stop=2#lesson=x"}
    assert (unknown, from_a_stick) == ({"unknown": "atlantis"}, {"unknown": "eu"})
