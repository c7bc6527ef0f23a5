"""What is kept has an end: nothing that a visitor chooses, an address, a filter, a table, adds to it for ever."""

import ast
import functools
import gc
import re
import sys
import weakref
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from paged import opened
from rooms import run

from data.kept_short import LONGEST_KEPT, kept_short
from data.kept_with import kept_with
from data.memberships.told import cited, picture_when
from data.own_table.reading import read_table
from data.tables import current_tables
from geo.charts.style import WIDE
from geo.drawing import kept, read_once
from geo.drawing.offered import views_for
from geo.drawing.palette import THEMES
from geo.drawing.sheet import SMALL
from geo.lesson.of_membership import lesson_of
from geo.lesson.quiz.bank import questions
from geo.pair_of_memberships import map_of
from geo.publish.questions.maps import asked_map
from geo.room import bus, limits
from geo.room.bus import MemoryBus
from geo.room.house import House
from geo.room.limits import Tries
from geo.room.line import Line
from geo.room.refused import Refused
from geo.wire import assets as assets_module
from geo.wire.assets import MOST_DAY_PICTURES, Assets
from geo.wire.membership_facts import membership_facts
from pages.parts import frontier

ROOT = Path(__file__).parent.parent
ROOMS = ("data", "geo", "pages")
TABLES = current_tables()
ENDLESS = {"cache", "functools.cache", "lru_cache(maxsize=None)", "functools.lru_cache(maxsize=None)"}
FEW = {"tables": "Tables", "cards": "StatementCards", "room": "Room", "theme": "str", "language": "str"}
"""Parameters, with their types, that have few values whoever asks: one edition a process, two themes, two widths."""
OF_THE_HOUSE = {
    "data/checks/cells.py _reader": "columns, as the code has them",
    "data/memberships/reader.py current_membership": "those of the project; of others a KeyError, which is not kept",
    "geo/atlas/__init__.py _text": "files beside it, by names that stand in the code",
    "geo/drawing/kept.py _digest": "modules that draw, and the shapes",
    "geo/drawing/neighbours.py neighbours": "two files of the project",
    "geo/drawing/svg.py _font": "weights of the font, by names that stand in the code",
    "geo/publish/embed_page.py current_embed_page": "the folder of the files, which stands in the code",
    "geo/publish/join_page.py current_join_page": "the same",
    "geo/shapes/extract.py _read": "two files of the project",
    "geo/shapes/measures.py nearest_of": "units and cities, for as long as one table is written, by hand",
    "geo/shapes/measures.py area_of": "the same",
    "geo/shapes/whereabouts.py whereabouts": "two files of the project",
    "pages/parts/changes.py rows_since": "editions that were published: a control lets choose no other",
    "pages/parts/changes.py searchable": "the same",
    "pages/parts/changes.py package": "the same",
    "pages/parts/changes.py counts": "the same",
    "pages/parts/changes.py offered": "the same",
    "pages/parts/chrome.py _found": "the pages, as `dashboard.py` lists them",
    "pages/parts/claim_cards.py offered": "claims of the table",
    "pages/parts/column_widths.py columns_of": "tables of the atlas: a control lets choose no other",
    "pages/parts/countries.py waits_as_table": "a caption that stands among the words",
    "pages/parts/data_tables.py shown_rows": "tables of the atlas: a control lets choose no other",
    "pages/parts/data_tables.py searchable": "the same",
    "pages/parts/data_tables.py sent": "the same",
    "pages/parts/data_tables.py downloads_html": "the same",
    "pages/parts/data_tables.py columns_html": "the same",
    "pages/parts/frontier.py figure_of": "charts of the page, by names that stand in the code",
    "pages/parts/frontier.py csv_of": "the same",
    "pages/parts/frontier.py finding": "the same",
    "pages/parts/frontier.py method": "two ways to measure: a control lets choose no other",
    "pages/parts/frontier_tables.py table_of": "charts of the page, by names that stand in the code",
    "pages/parts/source_table.py _told": "lists of sources that stand in the code",
}
"""Caches without a bound that have other parameters, each with the values that these can have."""
HELD = {
    "geo/claims/registry.py _CLAIMS": "claims that are computed, each by a function of its own",
    "geo/drawing/kept.py _drawing_locks": "views",
    "geo/drawing/kept.py _drawings": "views",
    "geo/publish/class_page.py _current": "two readers for each membership of the project",
    "geo/room/route.py _door": "one",
    "geo/wire/assets.py _current": "one",
    "geo/wire/made_before.py _used": "one",
}
"""What modules gather while the server runs, and what can be in it."""
BEGINS_EMPTY = {"{}", "[]", "dict()", "list()", "set()", "OrderedDict()", "Counter()", "deque()"}


def sources() -> Iterator[tuple[str, str]]:
    for room in ROOMS:
        for path in (ROOT / room).rglob("*.py"):
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def endless(source: str) -> Iterator[str]:
    """The functions of a source that keep all they ever made of parameters that may have any value."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and ENDLESS & set(map(ast.unparse, node.decorator_list)):
            own = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
            more = [each for each in (node.args.vararg, node.args.kwarg) if each]
            typed = {each.arg: ast.unparse(each.annotation) if each.annotation else "" for each in (*own, *more)}
            if not typed.items() <= FEW.items():
                yield node.name
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in {"cache", "functools.cache"}:
            yield ast.unparse(node)


def gathers(source: str) -> Iterator[str]:
    """What a module has that begins empty, and so is filled later."""
    for node in ast.parse(source).body:
        match node:
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=value)
                | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
            ):
                begun = ast.unparse(value)
                if begun in BEGINS_EMPTY or begun.startswith("defaultdict("):
                    yield name


def test_no_cache_without_a_bound_has_a_key_that_readers_choose() -> None:
    assert {f"{file} {name}" for file, source in sources() for name in endless(source)} == OF_THE_HOUSE.keys()


def test_no_module_gathers_what_readers_choose() -> None:
    assert {f"{file} {name}" for file, source in sources() for name in gathers(source)} == HELD.keys()


@pytest.mark.parametrize("kept", sorted(ENDLESS))
@pytest.mark.parametrize("given", ["year: int", "tables: Tables, *, text: str", "*days: date", "theme: int", "tables"])
def test_an_endless_cache_would_be_found(kept: str, given: str) -> None:
    assert list(endless(f"@{kept}\ndef f({given}) -> int:\n    return 1")) == ["f"]
    assert list(endless(f"@lru_cache(maxsize=8)\ndef f({given}) -> int:\n    return 1")) == []
    assert list(endless(f"@{kept}\ndef f(tables: Tables, theme: str) -> int:\n    return 1")) == []


@pytest.mark.parametrize("begins", [*sorted(BEGINS_EMPTY), "defaultdict(list)"])
def test_what_gathers_would_be_found(begins: str) -> None:
    assert list(gathers(f"_seen = {begins}\n_known: object = {begins}\n")) == ["_seen", "_known"]
    assert list(gathers("A = {'a': 1}\nB = [1]\ndef f():\n    c = {}\n")) == []


# ---------------------------------------------------------------------- and as the pages run


def endless_caches() -> dict[str, Any]:
    """The caches without a bound that are loaded, by name."""
    found: dict[str, Any] = {}
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in ROOMS:
            for holder in (module, *(each for each in vars(module).values() if isinstance(each, type))):
                for each in list(vars(holder).values()):
                    if isinstance(each, functools._lru_cache_wrapper) and each.cache_info().maxsize is None:
                        found[f"{each.__module__}.{each.__qualname__}"] = each
    return found


CHOSEN: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "claims": ({"search": "promise"}, {"search": "treaty"}),
    "compare": ({"from": "1999", "to": "2004"}, {"from": "1955-05-06", "to": "2009-04-02"}),
    "countries": ({"country": "POL", "search": "a"}, {"country": "EST", "search": "b"}),
    "data_and_sources": ({"search": "Poland"}, {"search": "Estonia"}),
    "frontier": ({"year": "1999", "from": "1949", "to": "1999"}, {"year": "2004", "from": "1952", "to": "2004"}),
    "red_lines": ({"text": "NATO", "years": "1990"}, {"text": "treaty", "years": "2007"}),
}
"""Pages, with what two readers ask of each."""


@pytest.mark.parametrize("page", CHOSEN)
def test_what_a_second_reader_chooses_adds_to_no_cache_without_a_bound(page: str) -> None:
    first, second = CHOSEN[page]
    opened(page, **first)
    before = {name: each.cache_info().currsize for name, each in endless_caches().items()}
    assert len(before) > 20
    opened(page, **second)
    after = {name: each.cache_info().currsize for name, each in endless_caches().items()}
    assert {name for name, size in after.items() if size > before.get(name, 0)} == set()


def test_the_frontier_keeps_some_of_its_charts() -> None:
    frontier.figure_at.cache_clear()
    for year in frontier.every_year:
        frontier.figure_at("growth", year, "light", WIDE)
    assert frontier.figure_at.cache_info().currsize == frontier.KEPT < len(frontier.every_year)


# ---------------------------------------------------------------------- tables that people bring along

COUNTRIES = list(TABLES.accessions["name"])
OWN = "Country,Joined\n" + "\n".join(f"{name},{1950 + at}-05-01" for at, name in enumerate(COUNTRIES))


def test_what_is_made_of_somebody_s_table_goes_with_it() -> None:
    membership = read_table(OWN.encode(), "own.csv", today=date(2026, 1, 1)).membership("Mine")
    assert membership_facts(membership)
    assert questions(membership)
    assert lesson_of(membership).stops
    assert asked_map(1980, membership)
    for day in membership.first_day, date(2004, 5, 1), membership.as_of:
        assert map_of(membership, day, views_for(membership)[0], "light", SMALL, ())
        assert picture_when(day, membership).headline.title
    assert cited([membership.sources[0].id], membership)
    left = weakref.ref(membership)
    del membership
    gc.collect()
    assert left() is None


def holds_a_table(source: str) -> Iterator[str]:
    """The functions of a source whose cache holds memberships, of which somebody's table is one."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and any("cache" in ast.unparse(each) for each in node.decorator_list):
            typed = {
                ast.unparse(each.annotation) for each in (*node.args.args, *node.args.kwonlyargs) if each.annotation
            }
            if any(re.search(r"\b(Membership|Told|Reading)\b", each) for each in typed):
                yield node.name


def test_no_cache_holds_somebody_s_table() -> None:
    found = {f"{file} {name}" for file, source in sources() for name in holds_a_table(source)}
    assert found == {"pages/parts/two_memberships.py _shown"}, "whose memberships are those of the project"
    assert list(holds_a_table("@lru_cache(maxsize=8)\ndef f(of: Membership | None, day: date):\n    pass")) == ["f"]


def test_a_thing_holds_what_was_made_of_it_up_to_a_number() -> None:
    class Thing:
        """Something with a place for what is made of it."""

    made: list[int] = []

    @kept_with(3)
    def doubled(_thing: Thing, number: int) -> int:
        made.append(number)
        return 2 * number

    one, other = Thing(), Thing()
    assert [doubled(thing, number) for thing in (one, other, one, other) for number in (1, 2)] == [2, 4] * 4
    assert made == [1, 2, 1, 2]
    assert [doubled(one, number) for number in (3, 4, 1)] == [6, 8, 2]
    assert made[4:] == [3, 4, 1], "of four the one that was asked for longest ago is made anew"


def test_what_is_longer_than_a_name_is_not_kept() -> None:
    made: list[str] = []

    @kept_short(2)
    def length(_of: object, text: str) -> int:
        made.append(text)
        return len(text)

    short, long = "x" * LONGEST_KEPT, "x" * (LONGEST_KEPT + 1)
    assert [length(None, text) for text in (short, short, long, long)] == [len(short)] * 2 + [len(long)] * 2
    assert made == [short, long, long]


BY_CELLS = {
    "data/checks/cells.py": "kept_short(1 << 12)(partial(_fault, column))",
    "data/own_table/countries.py": "@kept_short(1 << 15)\ndef key_of(",
    "data/own_table/days.py": "@kept_short(1 << 14)\ndef _dated(",
}
"""What is kept by cells of somebody's table, in each of these files; in none of them is anything kept otherwise."""


def test_no_cell_of_somebody_s_table_is_kept_whatever_its_length() -> None:
    by_file = dict(sources())
    assert [file for file, told in BY_CELLS.items() if told not in by_file[file]] == []
    others = [file for file in by_file if file.startswith(("data/own_table/", "data/checks/"))]
    texts = re.compile(r"lru_cache\([^)]*\)\s*\n\s*def \w+\([^)]*: str\b")
    assert [file for file in others if texts.search(by_file[file])] == []


# ---------------------------------------------------------------------- rooms


def test_of_rooms_that_are_left_or_were_never_there_nothing_stays() -> None:
    async def lesson() -> None:
        house = House(MemoryBus)
        code, key = await house.open(0)
        wall, pupil = Line("here", ""), Line("there", "")
        await house.lead(wall, code, key)
        await house.come(pupil, code, "token", first=True)
        assert vars(house)["_served"].keys() == {code}
        for at in range(50):
            with pytest.raises(Refused):
                await house.come(Line(str(at), ""), f"NEVER{at}", "token", first=True)
            with pytest.raises(Refused):
                await house.lead(Line(str(at), ""), code, "another key")
        for line in (wall, pupil):
            await house.go(line)
        held = {name: vars(house)[name] for name in ("_served", "_waiting", "_tasks")}
        assert held == {"_served": {}, "_waiting": {}, "_tasks": {}}
        await house.close()

    run(lesson())


def test_a_process_has_so_many_rooms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bus, "MOST_ROOMS", 3)

    async def lessons() -> None:
        house = House(MemoryBus)
        for _ in range(3):
            await house.open(0)
        with pytest.raises(Refused, match="rooms"):
            await house.open(0)
        await house.close()

    run(lessons())


def test_so_many_networks_are_known_that_tried_a_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_KNOWN", 5)
    tries = Tries(2, minutes=5)
    for at in range(100):
        tries.note(f"192.0.{at}.1")
    assert len(vars(tries)["_tried"]) <= 6


# ---------------------------------------------------------------------- small pictures

SMALL_BYTES = 200_000
"""At most, of one."""


def test_pictures_of_days_are_kept_up_to_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    assets = Assets(TABLES)
    monkeypatch.setattr("geo.wire.day_pictures.day_picture", lambda name, _: lambda: name.encode())
    for at in range(3 * MOST_DAY_PICTURES):
        assets.file(f"small-{1950 + at // 12}-{at % 12 + 1:02}-02-light.png")
    assert len(assets._day_pictures) == MOST_DAY_PICTURES


def test_first_visits_to_many_small_pictures_draw_the_map_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many years are asked for, each of them costs what is its own, and stays as a small file."""
    made: list[str] = []

    def counted(module: Any, name: str) -> None:
        make = getattr(module, name)
        monkeypatch.setattr(module, name, lambda *given, **more: (made.append(name), make(*given, **more))[1])

    monkeypatch.setattr(kept, "_drawings", {})
    read_once.map_of.cache_clear()
    read_once.ground_of.cache_clear()
    counted(kept, "kept")
    counted(kept, "_anew")
    counted(read_once, "map_payload")
    counted(assets_module.Assets, "_make")
    assets = Assets(TABLES)
    names = [f"small-{year}-{theme}.png" for year in (1949, 1955, 1990, 2004, 2024) for theme in THEMES]
    pictures = [assets.file(name) for name in names + names]
    kept.drawing("europe", TABLES.units)  # as what else is drawn asks for it
    assert sorted(made) == ["_make"] * len(names) + ["kept", "map_payload"]
    assert max(len(each.body) for each in pictures) < SMALL_BYTES
    assert all("gzipped" not in vars(each) for each in pictures), "no second form is kept of what nothing packs"


def test_all_small_pictures_of_years_together_are_small() -> None:
    small = [name for name in Assets(TABLES).names if name.startswith("small-")]
    assert 0 < len(small) * SMALL_BYTES < 32_000_000
