"""The class page as a file and as an answer: one script of many modules, nothing that could become markup."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from data.tables import current_tables
from geo.lesson.lesson import Lesson, Stop, current_lesson
from geo.publish.class_page import ALWAYS, class_html, class_views, current_class_page, lesson_payload
from geo.publish.progress import Cancelled
from geo.wire.bundle import BundleError, join_modules, joined_module
from geo.wire.routes import ROUTES

TAG = "</script><script>alert(1)</script>"


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(Starlette(routes=ROUTES))


# ---------------------------------------------------------------------- many modules as one


def write(folder: Path, **modules: str) -> Path:
    for name, text in modules.items():
        (folder / f"{name}.mjs").write_text(text, encoding="utf-8")
    return folder / f"{next(iter(modules))}.mjs"


def test_a_module_stands_after_those_it_needs_and_once(tmp_path: Path) -> None:
    entry = write(
        tmp_path,
        a="import {two as b, one} from './b.mjs';\nimport {three} from './c.mjs';\nb(one, three);\n",
        b="import {three} from './c.mjs';\nexport const one = three;\nexport function two() {}\n",
        c="export const three = 3;\nconst hidden = 1;\n",
    )
    script = join_modules(entry)
    assert [script.count(f"$_{i}") for i in range(3)] == [3, 2, 1]
    assert script.index("three=3") < script.index("one=three") < script.index("b(one,three)")
    assert "two:b" in script
    assert "hidden" not in re.findall(r"return\{(.*?)\}", script)[0]
    assert not re.search(r"^\s*(import|export)\b", script, re.MULTILINE)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("import x from './b.mjs';", "import x"),
        ("import * as x from './b.mjs';", "import \\*"),
        ("export default 1;", "export default"),
        ("export {x};", "export \\{x\\}"),
        ("const x = () => import('./b.mjs');", "import\\("),
        ("import {x} from './missing.mjs';", "no such file"),
        ("import {x} from './a.mjs';", "needs itself"),
    ],
)
def test_a_form_that_cannot_be_joined_is_named(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(BundleError, match=complaint):
        join_modules(write(tmp_path, a=text, b=""))


def test_comments_stay_behind_and_nothing_else_does(tmp_path: Path) -> None:
    text = "/**\n * Three.\n * @returns {number}\n */\nexport function a() {\n  return 3; // not 4\n}\n"
    text += "export const glob = 'x/**/y';\n  /** @type {string} */\nlet last;\n"
    text += "const cast = [\n  /** @type {number} */ (last),\n];\n/** The end. */\n"
    text += "const lines = `one\n  /* two */ // ${last}\n`;\nconst slashes = /\\/\\/[/*]/;\n"
    script = join_modules(write(tmp_path, a=text))
    assert "@returns" not in script and "The end" not in script
    assert "not 4" not in script
    kept = (
        "function a(){return 3}",
        "glob='x/**/y'",
        "let last;",
        "(last)",
        "`one\n  /* two */ // ${last}\n`",
        r"/\/\/[/*]/",
    )
    assert [part for part in kept if part not in script] == []


def test_what_a_browser_does_not_need_goes_and_nothing_else(tmp_path: Path, program: Callable[[str], str]) -> None:
    text = """
const twice = (x) => 2 * x;
const later = async (x) => {
  const [a, b] = [
    x,
    (y) => y + 1,
  ];
  return b(
    a,
  );
};
globalThis.later = later;
globalThis.told = [`;
}`, [1, , 2].length, '(x)=>', ((x) => (y) => x + y)(1)(2), twice(3), true ? 0.5 : 10.25,
  'true 0.5', `${0.5} false`, {true: !false}.true];
"""
    script = join_modules(write(tmp_path, a=text))
    assert "y=>y+1" in script
    assert "return b(a)}" in script
    assert "!0?.5:10.25" in script
    told = subprocess.run(
        [program("node"), "--input-type=module", "--eval", f"{script}\nconsole.log(JSON.stringify(told))"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    assert json.loads(told) == [";\n}", 3, "(x)=>", 3, 6, 0.5, "true 0.5", "0.5 false", True]


def test_names_within_functions_take_the_shorter_word(tmp_path: Path) -> None:
    text = "const one = 1;\nconst add = (two) => {\n  const three = one + two;\n  return three;\n};\nadd(one);\n"
    script = join_modules(write(tmp_path, a=text))
    assert "const one=1;const add=" in script
    assert "let three=one+two;" in script


def test_a_joined_module_exports_what_its_entries_export(tmp_path: Path) -> None:
    write(tmp_path, a="import {two} from './c.mjs';\nexport const one = two;\n", c="export const two = 2;\n")
    module = joined_module(tmp_path / "a.mjs", tmp_path / "c.mjs")
    assert re.findall(r"export const([^;]*);", module) == ["{one}=$_1", "{two}=$_0"]


# ---------------------------------------------------------------------- the page


def test_the_views_of_a_lesson_come_in_the_order_of_their_keys() -> None:
    assert class_views(Lesson("", "", (Stop(1949, "", view="world"),))) == (*ALWAYS, "world")
    assert set(ALWAYS) <= set(class_views(current_lesson()))


def test_no_text_of_a_lesson_becomes_markup() -> None:
    stop = Stop(1949, TAG, text=TAG, question=TAG, notes=TAG, wrong_answer=TAG)
    page = class_html(Lesson(TAG, TAG, (stop,)), current_tables()).decode()
    assert TAG not in page
    assert page.count("<script") == page.count("</script>") == 11
    found = re.search(r'<script type="application/json" id="lesson">(.*?)</script>', page)
    assert found
    assert json.loads(found[1])["stops"][0]["title"] == TAG
    assert "http-equiv" in page
    assert "&lt;/script&gt;" in page  # the title of the window


def test_the_payload_holds_every_stop() -> None:
    payload = lesson_payload(current_lesson())
    assert [stop["title"] for stop in payload["stops"]] == [stop.title for stop in current_lesson().stops]


def test_progress_is_told_and_may_stop_the_work() -> None:
    told: list[tuple[int, int]] = []
    class_html(current_lesson(), current_tables(), lambda done, total: told.append((done, total)))
    total = len(class_views(current_lesson())) + 1
    assert told == [(done, total) for done in range(total + 1)]

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        class_html(current_lesson(), current_tables(), stop)


# ---------------------------------------------------------------------- the route


def test_the_page_comes_compressed_or_plain_and_is_the_same(client: TestClient) -> None:
    plain = client.get("/class", headers={"Accept-Encoding": "identity"})
    packed = client.get("/class?stop=5", headers={"Accept-Encoding": "gzip"})
    assert plain.status_code == packed.status_code == 200
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert plain.content == packed.content == current_class_page().body
    assert plain.headers["content-type"].startswith("text/html")


def test_an_unchanged_page_is_not_sent_again(client: TestClient) -> None:
    tag = client.get("/class").headers["etag"]
    again = client.get("/class", headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert not again.content
    assert client.get("/class", headers={"If-None-Match": '"other"'}).status_code == 200
