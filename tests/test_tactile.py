"""The map to be felt: sizes in millimetres, labels apart and unique, textures that say the status of the day."""

import io
import re
import zipfile
from datetime import date
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
import shapely

from data.picture import picture_on
from data.tables import current_tables
from data.vocabulary import Status
from geo.drawing import braille, tactile_day
from geo.drawing.tactile_day import tactile_on
from geo.drawing.tactile_key import key_svgs, key_text
from geo.drawing.tactile_labels import CLOSE
from geo.drawing.tactile_land import APART, DASHES, PATTERNS, PLAIN, SPOTS, STRIPES
from geo.drawing.tactile_sheet import AROUND_LABEL, FRONT, LEAD, LONG, MARGIN, SHORT, STROKE
from geo.drawing.tactile_texture import texture
from geo.tactile import main, tactile_svg, tactile_zip

TABLES = current_tables()
DAYS = (date(1960, 1, 1), date(1990, 10, 3), date(2004, 5, 1), TABLES.as_of)
SVG = "{http://www.w3.org/2000/svg}"
days = pytest.mark.parametrize("day", DAYS, ids=str)
EIGHTH_INCH, QUARTER_INCH = 25.4 / 8, 25.4 / 4
A_LITTLE = 0.02
"""Coordinates are written to a hundredth of a millimetre."""


def drawn(day: date) -> ElementTree.Element:
    return ElementTree.fromstring(tactile_svg(day, TABLES))


def centres(group: ElementTree.Element) -> list[tuple[float, float]]:
    return [(float(dot.get("cx", "")), float(dot.get("cy", ""))) for dot in group.iter(f"{SVG}circle")]


def test_braille_has_the_sizes_of_marburg_medium_and_the_letters_of_the_alphabet() -> None:
    assert (braille.DOT, braille.STEP, braille.CELL, braille.LINE) == (1.6, 2.5, 6.0, 10.0)
    assert braille.dots(("14", "6"), 0, 0) == [(0, 0), (2.5, 0), (8.5, 5)]
    patterns = [chr(0x2800 + sum(1 << (int(dot) - 1) for dot in braille.LETTERS[letter])) for letter in "abcdefghijklm"]
    assert "".join(patterns) == "⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍"
    patterns = [chr(0x2800 + sum(1 << (int(dot) - 1) for dot in braille.LETTERS[letter])) for letter in "nopqrstuvwxyz"]
    assert "".join(patterns) == "⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵"


def test_capitals_numbers_and_accents_are_written_by_the_rules() -> None:
    assert braille.cells("NATO") == ("6", "6", "1345", "1", "2345", "135")
    assert braille.cells("Türkiye")[:3] == ("6", "2345", "136")
    assert braille.cells("1 May 2004,") == (
        "3456", "1", "", "6", "134", "1", "13456", "", "3456", "12", "245", "245", "145", "2",
    )  # fmt: skip
    assert braille.cells("2 €") == ("3456", "12", "", braille.LACKING)
    assert braille.cells("\u0301") == (braille.LACKING,)


def test_every_name_on_any_map_can_be_written() -> None:
    for day in DAYS:
        for name in picture_on(day, TABLES).labels.values():
            assert braille.LACKING not in braille.cells(name)


@days
def test_the_sheet_is_a4_black_on_white_and_says_what_it_is(day: date) -> None:
    for page in (tactile_svg(day, TABLES), *key_svgs(day, TABLES)):
        root = ElementTree.fromstring(page)
        assert (root.get("width"), root.get("height")) == (f"{LONG}mm", f"{SHORT}mm") == ("297mm", "210mm")
        assert root.get("viewBox") == "0 0 297 210"
        assert root.findtext(f"{SVG}title")
        assert root.findtext(f"{SVG}desc")
        inks = {value for each in root.iter() for name in ("fill", "stroke") if (value := each.get(name))}
        assert inks <= {"#000", "#fff", "none"}
        for group in root.iter(f"{SVG}g"):
            assert {float(dot.get("r", "")) for dot in group} == {0.8}
            for x, y in centres(group):
                assert MARGIN <= x <= LONG - MARGIN
                assert MARGIN <= y <= SHORT - MARGIN


@days
def test_labels_are_unique_and_stand_apart_from_lines_and_from_one_another(day: date) -> None:
    made = tactile_on(day, TABLES)
    assert len({label.cells for label in made.labels}) == len(made.labels) >= 12
    ink = shapely.union_all([made.land.lines.buffer(STROKE / 2), made.land.front.buffer(FRONT / 2)])
    for label in made.labels:
        assert label.box.distance(ink) >= CLOSE - A_LITTLE
        assert 2 <= len(label.cells) <= 3
    for one, other in combinations(made.labels, 2):
        assert one.box.distance(other.box) >= APART - A_LITTLE
        if other.lead is not None:
            assert one.box.distance(other.lead) >= APART - A_LITTLE


@days
def test_a_label_stands_on_its_ground_or_a_line_leads_there(day: date) -> None:
    made = tactile_on(day, TABLES)
    for label in made.labels:
        own = shapely.union_all([ground.area for ground in made.land.grounds if ground.state == label.state])
        others = shapely.union_all([ground.area for ground in made.land.grounds if ground.state != label.state])
        if label.lead is None:
            assert own.contains(label.box)
        else:
            assert own.contains(shapely.Point(label.lead.coords[-1]))
            assert label.lead.distance(others) > LEAD
            assert label.box.distance(shapely.union_all([own, others])) >= APART


@days
def test_the_texture_of_each_unit_says_its_status_of_the_day(day: date) -> None:
    facts, made = picture_on(day, TABLES), tactile_on(day, TABLES)
    shown = {}
    for each in drawn(day).iter(f"{SVG}path"):
        if unit := each.get("data-unit"):
            assert each.get("data-pattern") == PATTERNS[facts.units[unit].status], unit
            assert (each.get("fill") == "none") == (each.get("data-pattern") == PLAIN), unit
            shown[unit] = each.get("data-pattern")
    told = key_text(day, TABLES)
    for unit in made.land.units.keys() - shown.keys():
        here = facts.units[unit]
        if PATTERNS[here.status] != PLAIN and not here.relation:
            assert here.name in told
    assert {shown[member] for member in ("FRA", "NOR", "ITA", "ISL")} == {STRIPES}
    for ground in made.land.grounds:
        mistaken = [unit for unit in ground.units if PATTERNS[facts.units[unit].status] != ground.pattern]
        assert not mistaken
        foreign = (made.land.units[unit] for unit in made.land.units if shown.get(unit) not in {None, ground.pattern})
        assert ground.own.intersection(shapely.union_all(list(foreign))).area < 2, ground.state


def test_the_textures_are_four_and_each_is_itself() -> None:
    assert {PATTERNS[status] for status in Status} == {STRIPES, SPOTS, DASHES, PLAIN}
    square = shapely.box(0, 0, 60, 60)
    filled = [texture(name, square) for name in (STRIPES, SPOTS, DASHES)]
    assert texture(PLAIN, square).is_empty
    for black in filled:
        assert square.buffer(1e-6).contains(black)
        assert 0.1 < black.area / square.area < 0.45
    spots = shapely.get_parts(filled[1])
    across = {round(spot.bounds[2] - spot.bounds[0], 1) for spot in spots}
    assert across == {2.2}
    assert min(one.distance(other) for one, other in combinations(spots[:40], 2)) > braille.DOT
    small = shapely.box(0.4, 0.4, 3.5, 3.5)
    assert len(shapely.get_parts(texture(SPOTS, small))) == 1


@days
def test_lines_lie_apart_and_grounds_have_room_for_a_finger(day: date) -> None:
    land = tactile_on(day, TABLES).land
    assert all(ground.area.buffer(-2).area > 0 for ground in land.grounds)
    outer = [part for ground in land.grounds for part in shapely.get_parts(ground.own)]
    masses = shapely.get_parts(shapely.union_all([part.buffer(0.2) for part in outer]))
    for one, other in combinations(masses, 2):
        assert one.distance(other) > APART - 2  # widened where it is too narrow, by less than a millimetre on each side
    assert AROUND_LABEL >= APART > EIGHTH_INCH - 0.2
    assert all(line.length > 1 for line in land.lines.geoms)


def test_the_thick_line_is_the_border_with_russia_and_its_allies() -> None:
    assert "Border with the Soviet Union" in key_text(date(1960, 1, 1), TABLES)
    assert "Border with Russia" in key_text(date(2004, 5, 1), TABLES)
    for day, other in ((date(1960, 1, 1), "TUR"), (TABLES.as_of, "FIN")):
        land = tactile_on(day, TABLES).land
        assert land.front.distance(land.units[other]) < 1
    assert (
        tactile_on(TABLES.as_of, TABLES).land.front.length > tactile_on(date(2004, 5, 1), TABLES).land.front.length + 20
    )


def test_the_first_day_has_no_members_and_no_thick_line() -> None:
    land = tactile_on(TABLES.first_day, TABLES).land
    assert land.front.is_empty
    assert STRIPES not in {ground.pattern for ground in land.grounds}
    assert "thick line" not in key_text(TABLES.first_day, TABLES)
    assert "data-front" not in tactile_svg(TABLES.first_day, TABLES)


@days
def test_the_key_names_every_label_on_two_pages_at_most(day: date) -> None:
    made = tactile_on(day, TABLES)
    lines = key_text(day, TABLES).splitlines()
    for label in made.labels:
        assert f"{made.texts[label.state]} {made.name(label.state)}" in lines
    pages = key_svgs(day, TABLES)
    assert 1 <= len(pages) <= 2
    written = {
        tuple(sorted((round(x - dots[0][0], 1), round(y - dots[0][1], 1)) for x, y in dots))
        for page in pages
        for group in ElementTree.fromstring(page).iter(f"{SVG}g")
        if (dots := centres(group))
    }
    for label in made.labels:
        dots = braille.dots(braille.cells(f"{made.texts[label.state]} {made.name(label.state)}"), 0, 0)
        line = tuple(sorted((round(x - dots[0][0], 1), round(y - dots[0][1], 1)) for x, y in dots))
        assert line in written or len(made.name(label.state)) > 14  # a longer one goes on in a second line


def test_the_same_day_gives_the_same_bytes() -> None:
    day = date(2004, 5, 1)
    first = tactile_zip(day, TABLES)
    tactile_day._tactile.cache_clear()
    assert tactile_zip(day, TABLES) == first
    names = zipfile.ZipFile(io.BytesIO(first)).namelist()
    assert names == ["map.svg", "map-key-1.svg", "map-key-2.svg", "map-key.txt"]
    assert len(first) < 200_000


def test_the_command_writes_map_and_key_or_says_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--day", "2004-05-01", "-o", str(tmp_path / "felt.svg")]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "felt-key-1.svg", "felt-key-2.svg", "felt-key.txt", "felt.svg",
    ]  # fmt: skip
    assert re.match(r"<svg ", (tmp_path / "felt.svg").read_text(encoding="utf-8"))
    assert main(["--day", "1900-01-01", "-o", str(tmp_path / "felt.svg")]) == 2
    assert main(["--day", "2004-05-01", "-o", str(tmp_path / "felt.png")]) == 2
    told = capsys.readouterr().err
    assert "1900-01-01 is outside the tables" in told
    assert "expected .svg" in told
