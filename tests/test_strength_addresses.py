"""What an address asks for and a page does not have is told, briefly, on every page; nothing in an address hurts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from each import for_each
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest  # noqa: TID251  (a page is tested by its own framework)
from test_session_keys import SOURCES, Reader, page_of

from data.gate.limits import LONGEST_QUERY, LONGEST_SHOWN
from data.gate.text import cut
from data.search_text import looked_for
from data.tables import current_tables
from geo.lesson.edit import stop_of_address
from geo.wire.asked import asked_for, known_of
from geo.wire.downloads import ROUTES as DOWNLOADS
from geo.wire.routes import ROUTES
from pages.parts import address
from pages.parts.address import (
    ANY_TEXT,
    AWAY,
    MOST,
    MOST_KEPT,
    SWITCH,
    TOLD,
    Parameter,
    between,
    one_of,
    problems,
    some_of,
)
from pages.parts.red_lines_filters import typed_years

ROOT = Path(__file__).parent.parent
PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
TABLES = current_tables()
PARTS = {"changes.py": "data_and_sources", "page_parts.py": "", "two_memberships.py": "compare"}
"""Files whose controls stand on a page of another name; of several pages, which give the key."""
UNBOUND = {"compare": {"first", "second"}, "countries": {"country", "status"}, "red_lines": {"statement"}}
"""What pages read of the address by themselves."""
CHOSEN = {"countries": {"show"}, "red_lines": {"part"}}
"""The key of a page of several parts."""
HOSTILE = "<b>![i](http://127.0.0.1/i.png)</b>"


def controls(page: str) -> set[str]:
    """The parameters that a page's controls are bound to; * stands for what is filled in."""
    found = set()
    for file, source in SOURCES.items():
        own = PARTS.get(Path(file).name, Path(page_of(file)).stem)
        if own == page:
            found |= {use.key for use in Reader(source, file).uses() if use.bound}
    return found | UNBOUND.get(page, set()) | CHOSEN.get(page, set())


def told(app: AppTest) -> list[str]:
    """The sentences above a page."""
    notices = [each.proto.body for each in app.get("html") if 'class="notice"' in each.proto.body]
    return [line.removesuffix("</p>") for line in "".join(notices).split("<p>")[1:] for line in line.splitlines()[:1]]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_lists_what_its_address_may_ask_for_and_tells_the_rest(
    page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: dict[str, Parameter] = {}
    tell = address.tell_unknown
    monkeypatch.setattr(address, "tell_unknown", lambda page, takes: (taken.update(takes), tell(page, takes)))
    app = AppTest.from_file(ROOT / "pages" / f"{page}.py", default_timeout=60)
    app.query_params["utm_source"] = "newsletter"
    names = sorted(name for name in controls(page) if "*" not in name)
    typed = (
        {"from", "to", "day"} if page == "compare" else set()
    )  # where a day is typed, the field itself says what is none
    for name in names:
        app.query_params[name] = ["1999", "1999"] if name in typed else [HOSTILE, "no" * 300]
    app.run()
    assert not app.exception
    exact = {name for name in taken if not any(fits(name, key) for key in controls(page))}
    assert (exact, set(names) - taken.keys()) == (set(), set())
    lines = told(app)
    assert bool(lines) == bool(names)
    assert len(lines) <= MOST + 1
    assert all(len(line) < 4 * LONGEST_SHOWN for line in lines)
    assert not any("utm_source" in line or "<b>" in line for line in lines)
    if names:
        app.run()
        assert told(app)[: len(lines)] == lines, "it stays while controls drop the values"
        app.button(key="address_dismiss").click().run()
        assert told(app) == []


def test_a_session_keeps_so_many_sentences_whatever_addresses_are_tried() -> None:
    app = AppTest.from_file(ROOT / "pages" / "frontier.py", default_timeout=60)
    for at in range(3):
        app.query_params["year"] = [f"{at} {n}" for n in range(MOST_KEPT)]
        app.run()
        assert not app.exception
        assert len(app.session_state[TOLD][1]) == MOST_KEPT
    for _ in range(2):
        app.button(key="address_dismiss").click().run()
        app.query_params["year"] = [f"again {n}" for n in range(MOST_KEPT)]
        app.run()
    assert len(app.session_state[AWAY]) <= MOST_KEPT


def fits(name: str, key: str) -> bool:
    """Whether a name is a key, or one of those that a key with * stands for."""
    head, star, tail = key.partition("*")
    return name == key or bool(star and name.startswith(head) and name.endswith(tail.rpartition("*")[2]))


def test_the_atlas_s_own_page_leaves_its_address_to_the_browser() -> None:
    assert controls("atlas") == set()


@for_each(
    "parameter, values, count",
    [
        (ANY_TEXT, ["x" * 5000], 0),
        (ANY_TEXT, ["a", "b"], 1),
        (SWITCH, ["True"], 0),
        (SWITCH, ["yes"], 1),
        (one_of(["a", "b"]), ["a"], 0),
        (one_of(["a", "b"]), [""], 0),
        (one_of(["a", "b"]), ["a", "a"], 1),
        (one_of(["a", "b"]), ["A"], 1),
        (some_of(["a", "b"]), ["a", "b"], 0),
        (some_of(["a", "b"]), [str(n) for n in range(200)], 201),
        (some_of(["a", "b", "c"], 2), ["a", "b", "c"], 1),
        (between(1949, 2026), ["2004"], 0),
        (between(1949, 2026), ["2²04"], 1),
        (between(1949, 2026), ["9" * 5000], 1),
        (between(1949, 2026, most=2), ["1999", "2004"], 0),
    ],
)
def test_each_value_that_a_page_does_not_take_is_counted(parameter: Parameter, values: list[str], count: int) -> None:
    found = list(problems({"name": parameter}, {"name": values, "other": ["x"]}))
    assert len(found) == count
    assert all(len(each) < 3 * LONGEST_SHOWN for each in found)


# ---------------------------------------------------------------------- numbers, searches, routes


@pytest.mark.parametrize("typed", ["9" * 5000, "²", "٢٠٠٤", "-1", "1e3", ""])
def test_no_number_in_a_field_or_an_address_is_too_long(typed: str) -> None:
    for years in ((typed, "2004"), ("1999", typed)):
        with pytest.raises(ValueError, match=r"^(?!Exceeds|invalid)") as caught:
            typed_years(*years, (1949, 2026))
        assert len(str(caught.value)) < 3 * LONGEST_SHOWN
    for name in ("year", "day"):
        with pytest.raises(ValueError, match=r"expected") as caught:
            stop_of_address(f"/?{name}={typed}", TABLES)
        assert len(str(caught.value)) < 4 * LONGEST_SHOWN


def test_a_search_is_as_long_as_a_question() -> None:
    assert looked_for("Wałęsa  walesa NATO") == ("walesa", "nato")
    assert len(looked_for("".join(f"{n} " for n in range(500_000)))) < LONGEST_QUERY


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=[*ROUTES, *DOWNLOADS]), raise_server_exceptions=True) as client:
        yield client


LONG = "n" * 20_000
ADDRESSES = [
    f"/eastward/0123456789abcdef/{LONG}",
    f"/data/{LONG}.csv",
    f"/data/status.csv?{LONG}=1",
    f"/data/status.csv?date={LONG}",
    f"/data/status.csv?date=1&date={LONG}",
    f"/qr?{LONG}=1",
    f"/qr?path={LONG}",
    f"/picture.png?{LONG}=1",
    f"/picture.png?year={'9' * 20_000}",
    f"/picture.png?statement={LONG}",
    "/data/status.csv?date=%00%ED%A0%80",
]


@for_each("asked", ADDRESSES)
def test_no_route_tells_again_all_that_it_was_asked(client: TestClient, asked: str) -> None:
    answer = client.get(asked)
    assert 400 <= answer.status_code < 500
    assert len(answer.text) < 4000
    assert str(ROOT) not in answer.text


PIECES = ["year", "day", "country", "view", "statement", "=", "&", "2004", "EST", "%00", "\x00", "²", "9" * 400, "--"]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=12))
def test_any_address_is_a_state_or_a_sentence(pieces: list[str]) -> None:
    text = "".join(pieces)
    pairs = [tuple(part.partition("=")[::2]) for part in text.split("&")]
    known_of(pairs, TABLES)
    for read in (lambda: asked_for(pairs, TABLES), lambda: stop_of_address(f"/?{text}", TABLES)):
        try:
            read()
        except ValueError as error:
            assert len(str(error)) < 20 * LONGEST_SHOWN
            assert "literal" not in str(error)


def test_of_a_doubled_parameter_the_first_counts() -> None:
    asked, _ = known_of([("year", "1999"), ("year", "2004")], TABLES)
    assert asked.day.year == 1999


def test_a_value_is_cut_at_its_end() -> None:
    assert cut("x" * 81) == "x" * 79 + "…"
    assert cut("x" * 80) == "x" * 80
