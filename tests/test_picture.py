"""The map without a browser: the same fills as the atlas, text that is drawn, bad orders told."""

import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from data.compare import changes
from data.dates import spelled
from data.tables import current_tables
from data.timeline import picture_day
from data.vocabulary import Status
from geo.drawing.label_layout import Box, break_name, candidate, place_names, stack_marks
from geo.drawing.layers import DRAWN
from geo.drawing.palette import THEMES
from geo.drawing.rings import main_rings
from geo.drawing.sheet import FULL, SMALL
from geo.drawing.svg import measure, png
from geo.picture import _view, main, svg
from geo.wire.assets import Assets
from geo.wire.facts import facts_payload

TABLES = current_tables()
YEARS = range(TABLES.first_year, TABLES.last_year + 1)
SVG = "{http://www.w3.org/2000/svg}"
STAGE = Box(0, 0, 1000, 600)


@pytest.fixture(scope="module")
def runs() -> dict[str, list[list[object]]]:
    return {unit["id"]: unit["runs"] for unit in facts_payload(TABLES)["units"]}


@pytest.mark.parametrize("year", YEARS)
def test_a_unit_has_the_fill_that_the_atlas_gives_it(year: int, runs: dict[str, list[list[object]]]) -> None:
    statuses = list(Status)
    drawn = ElementTree.fromstring(svg(year, layers=(), sheet=SMALL, tables=TABLES))
    units = {path.get("data-unit"): path for path in drawn.iter(f"{SVG}path") if path.get("data-unit")}
    assert len(units) > 80
    for unit, path in units.items():
        run = [run for run in runs[unit] if run[0] <= year][-1]
        assert path.get("data-status") == statuses[run[1]]
        assert path.get("fill") == THEMES["light"].statuses[statuses[run[1]]].fill


def test_the_picture_tells_year_headline_legend_and_where_it_comes_from() -> None:
    text = " ".join(ElementTree.fromstring(svg(2004, tables=TABLES)).itertext())
    for words in ("2004", "Seven countries", "Member", "26", "Natural Earth", spelled(TABLES.as_of), "Lithuania"):
        assert words in text


def test_every_layer_draws_something_of_its_own() -> None:
    plain = svg(1970, layers=(), tables=TABLES)
    later = svg(2015, layers=(), tables=TABLES)
    for layer in DRAWN:
        year, base = (1970, plain) if layer in {"command", "front"} else (2015, later)
        assert len(svg(year, layers=(layer,), tables=TABLES)) > len(base) + 100, layer


def test_no_statement_can_break_out_of_the_drawing() -> None:
    drawn = svg(2008, layers=DRAWN, tables=TABLES)
    ElementTree.fromstring(drawn)
    assert "<script" not in drawn


def test_a_png_is_as_wide_as_asked_and_its_text_is_drawn() -> None:
    text = svg(2004, tables=TABLES)
    with_text = Image.open(io.BytesIO(png(text, 1920)))
    without = Image.open(io.BytesIO(png(re.sub(r"<text.*?</text>", "", text), 1920)))
    assert with_text.size == (1920, round(1920 * FULL.height / FULL.width))
    year = (28, 500, 300, 1000)
    assert with_text.crop(year).tobytes() != without.crop(year).tobytes()


@pytest.mark.parametrize(
    ("order", "told"),
    [
        (["--year", "1900"], "1900"),
        (["--year", "2004", "--view", "moon"], "view 'moon'"),
        (["--year", "2004", "--layers", "fog"], "layer 'fog'"),
        (["--year", "2004", "--theme", "sepia"], "theme 'sepia'"),
    ],
)
def test_a_bad_order_is_told_in_a_sentence(
    order: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*order, "-o", str(tmp_path / "map.svg")]) == 2
    assert told in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_the_command_writes_what_its_file_name_says(tmp_path: Path) -> None:
    assert main(["--year", "1955", "-o", str(tmp_path / "map.svg")]) == 0
    ElementTree.parse(tmp_path / "map.svg")
    assert main(["--year", "1955", "-o", str(tmp_path / "map.gif")]) == 2


def test_small_pictures_are_among_the_files() -> None:
    assets = Assets(TABLES)
    assert {f"small-{year}-{theme}.png" for year in YEARS for theme in THEMES} <= set(assets.names)
    assert assets.file("small-1999-dark.png").body.startswith(b"\x89PNG")
    with pytest.raises(KeyError):
        assets.file("small-1800-dark.png")


def test_an_outline_leaves_the_islets_out() -> None:
    big, islet = "M0 0l100 0 0 100-100 0z", "M500 500l3 0 0 3-3 0z"
    assert main_rings(big + islet) == big
    assert main_rings(islet) == islet


def test_a_view_of_other_tables_is_never_taken_for_one_of_these(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.picture.view_payload", lambda _, tables: tables.version)
    for version in ("first", "second"):  # the second stand where the first, gone by now, stood in memory
        many = [replace(TABLES, version=version) for _ in range(200)]
        assert {_view("europe", each) for each in many} == {version}
        del many


# ------------------------------------------------------------------ placing


texts = st.text(alphabet="abcdefgh ", min_size=1, max_size=24).map(str.strip).filter(bool)
spots = st.tuples(st.floats(0, 1000), st.floats(0, 600), st.floats(0, 200))


@given(st.lists(st.tuples(texts, spots, st.booleans()), max_size=25))
def test_no_two_names_meet_and_none_leaves_the_stage(asked: list[tuple[str, tuple[float, float, float], bool]]) -> None:
    wishes = [candidate(str(i), text, at, 15, must, measure) for i, (text, at, must) in enumerate(asked)]
    sizes = {wish.key: (wish.width, wish.height) for wish in wishes}
    boxes = []
    for name in place_names(wishes, [], STAGE):
        width, height = sizes[name.key]
        boxes.append(Box(name.x - width / 2, name.y - height / 2, width, height))
    for i, box in enumerate(boxes):
        assert box.x >= 0
        assert box.x + box.width <= STAGE.width
        assert not any(box.meets(other) for other in boxes[:i])


@given(st.lists(st.tuples(st.floats(-5000, 5000), st.floats(-5000, 5000)), max_size=30))
def test_every_mark_stands_on_the_stage(points: list[tuple[float, float]]) -> None:
    placed = stack_marks([(str(i), x, y) for i, (x, y) in enumerate(points)], STAGE)
    assert {id_ for id_, _, _ in placed} == {str(i) for i in range(len(points))}
    for _, x, y in placed:
        assert -1 <= x <= STAGE.width + 1
        assert -1 <= y <= STAGE.height + 1


@given(texts)
def test_breaking_a_name_keeps_its_words(text: str) -> None:
    assert " ".join(break_name(text)).split() == text.split()


# ------------------------------------------------------------------ comparing


def end_of(year: int) -> date:
    return picture_day(year, TABLES)


def test_two_days_are_compared_in_a_sentence() -> None:
    said = changes(end_of(1989), end_of(2004), TABLES)
    assert "from 16 to 26 members" in said
    for name in ("Poland", "Slovenia", "Soviet Union", "East Germany"):
        assert name in said
    assert changes(end_of(2004), end_of(1989), TABLES) == said
    assert changes(end_of(1975), end_of(1975), TABLES) == "Both pictures show 1975."
    with pytest.raises(ValueError, match="1800"):
        changes(date(1800, 1, 1), end_of(2004), TABLES)


def test_the_days_around_an_accession_are_told_apart() -> None:
    eve, day = date(2023, 4, 3), date(2023, 4, 4)
    assert changes(eve, day, TABLES).startswith(
        "From 3 April 2023 to 4 April 2023 NATO went from 30 to 31 members: Finland"
    )
    assert changes(date(2023, 4, 2), eve, TABLES).startswith(
        "From 2 April 2023 to 3 April 2023 NATO kept its 30 members"
    )


@given(st.dates(TABLES.first_day, TABLES.as_of), st.dates(TABLES.first_day, TABLES.as_of))
def test_any_two_days_can_be_compared(one: date, other: date) -> None:
    assert changes(one, other, TABLES).endswith(".")
