"""The map without a browser: the same fills as the atlas, text that is drawn, bad orders told."""

import io
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from each import for_each
from hypothesis import given
from hypothesis import strategies as st
from made import made_view
from PIL import Image

from data.compare import changes
from data.dates import spelled
from data.drafts import articles
from data.picture import days_that_differ, picture_on
from data.tables import current_tables
from data.timeline import picture_day
from data.vocabulary import Overlay
from geo.drawing.layers import DRAWN
from geo.drawing.palette import HATCHES, THEMES
from geo.drawing.read_once import map_of
from geo.drawing.rings import main_rings
from geo.drawing.sheet import FULL, NO_FOCUS, SMALL, Focus
from geo.drawing.svg import png
from geo.picture import main, svg
from geo.wire.assets import Assets

TABLES = current_tables()
YEARS = range(TABLES.first_year, TABLES.last_year + 1)
SVG = "{http://www.w3.org/2000/svg}"


BARE = tuple(layer for layer in DRAWN if layer not in {"names", "statements", "forces"})
"""What history decides, without what has to be measured to be placed."""
HATCHED = tuple(Overlay(layer) for layer in BARE if layer in HATCHES)
OUTLINED = ("UKR", "GEO", "MDA", "CYP", "DEU", "SRB")
EUROPE = made_view("europe")


def drawn_on(day: date, focus: Focus = NO_FOCUS) -> list[dict[str, str]]:
    """The attributes of every path of the picture of a day, and of marks that stand alone."""
    drawn = ElementTree.fromstring(svg(day, "europe", BARE, sheet=SMALL, tables=TABLES, focus=focus))
    return [each.attrib for each in drawn.iter() if each.tag == f"{SVG}path" or "data-hatch" in each.attrib]


def here(units: Iterable[str]) -> list[str]:
    return sorted(unit for unit in units if unit in EUROPE["paths"])


def under(paths: list[dict[str, str]], hatch: str) -> list[str]:
    return sorted({path["data-over"] for path in paths if path.get("data-hatch") == hatch})


@pytest.mark.slow
@for_each("day", days_that_differ(TABLES))
def test_what_history_decides_is_drawn_as_the_picture_of_the_day_has_it(day: date) -> None:
    picture = picture_on(day, TABLES)
    paths = drawn_on(day, Focus(units=OUTLINED))
    inks = THEMES["light"].statuses
    units = {path["data-unit"]: (path["data-status"], path["fill"]) for path in paths if "data-unit" in path}
    assert len(units) > 60
    assert units == {unit: (at.status, inks[at.status].fill) for unit in units for at in [picture.units[unit]]}
    borders = EUROPE["borders"]
    fronts = {path["data-at"]: path["data-front"] for path in paths if "data-front" in path}
    assert fronts == {border: front for border in borders if (front := picture.front_of(border))}
    dashed = {path["data-border"]: "stroke-dasharray" in path for path in paths if "data-border" in path}
    assert dashed == {border: picture.is_dashed(border) for border in borders if not picture.is_inner(border)}
    for overlay in (Overlay.DISPUTED, *HATCHED):
        assert under(paths, overlay) == here(picture.overlays[overlay])
    assert sorted(path["data-joined"] for path in paths if "data-joined" in path) == here(picture.joined)
    outlines = {path["data-outline"]: path["data-units"].split() for path in paths if "data-outline" in path}
    assert {unit: sorted(inside) for unit, inside in outlines.items()} == {
        unit: here(picture.outline_of(unit))
        for unit in OUTLINED
        if unit not in picture.joined  # these wear gold
    }


@pytest.mark.parametrize("article", [article.id for article in articles(TABLES)])
def test_the_ground_of_an_article_is_drawn_whenever_it_changes(article: str) -> None:
    before: list[str] = []
    for day in days_that_differ(TABLES):
        ground = here(picture_on(day, TABLES).drafts[article].ground)
        if ground != before:
            assert under(drawn_on(day, Focus(draft=article, news=False)), "draft") == ground
        before = ground
    assert before


def test_the_picture_tells_year_headline_legend_and_where_it_comes_from() -> None:
    text = " ".join(ElementTree.fromstring(svg(2004, tables=TABLES)).itertext())
    for words in ("2004", "Seven countries", "Member", "26", "Natural Earth", spelled(TABLES.as_of), "Lithuania"):
        assert words in text


def test_every_layer_draws_something_of_its_own() -> None:
    places = {"command": (1970, "europe"), "front": (1970, "europe"), "area": (2015, "world")}
    plain = {place: svg(*place, layers=(), tables=TABLES) for place in {*places.values(), (2015, "europe")}}
    for layer in DRAWN:
        place = places.get(layer, (2015, "europe"))
        assert len(svg(*place, layers=(layer,), tables=TABLES)) > len(plain[place]) + 100, layer


def test_no_statement_can_break_out_of_the_drawing() -> None:
    drawn = svg(2008, layers=DRAWN, tables=TABLES)
    ElementTree.fromstring(drawn)
    assert "<script" not in drawn


def test_a_png_is_as_wide_as_asked_and_its_text_is_drawn() -> None:
    text = svg(2004, tables=TABLES)
    with_text = Image.open(io.BytesIO(png(text, 1920)))
    without = Image.open(io.BytesIO(png(re.sub(r"<text.*?</text>", "", text), 1920)))
    assert with_text.size == (1920, round(1920 * FULL.height / FULL.width))
    year = (40, 60, 300, 200)
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
    monkeypatch.setattr("geo.drawing.read_once.map_payload", lambda _, tables: tables.version)
    for version in ("first", "second"):  # the second stand where the first, gone by now, stood in memory
        many = [replace(TABLES, version=version) for _ in range(200)]
        assert {map_of("europe", each) for each in many} == {version}
        del many


# ------------------------------------------------------------------ placing


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
