"""What is laid over the map is on slides, handout, film and the picture of a link, with its row of the key in words."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageChops
from pptx import Presentation

from data.memberships.reader import current_membership
from data.sentences import printed
from data.words import words
from geo.drawing.key import NO_OVER, OVER
from geo.drawing.sheet import CARD, FULL, Focus
from geo.lesson.lesson import Stop, current_lesson
from geo.lesson.of_membership import lesson_of
from geo.picture import drawn
from geo.publish import paper
from geo.publish.__main__ import main
from geo.publish.film import film
from geo.publish.paper import handout_pdf
from geo.publish.slides import slides_pptx
from geo.publish.stop_picture import stop_drawn

TOLD = "In the Schengen area"
NOT_YET = "No members of the Schengen area before 26 March 1995"
EU = current_membership("eu")
STOP = next(stop for stop in lesson_of(EU).stops if stop.year == 2007)
LESSON = replace(lesson_of(EU), stops=(STOP,))


def hatched(svg: str) -> set[str | None]:
    return {each.get("data-over") for each in ElementTree.fromstring(svg).iter() if each.get("data-hatch") == "over"}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_map_of_a_stop_has_it_and_its_key(theme: str) -> None:
    made = stop_drawn(STOP, EU, FULL, theme, over="schengen")
    assert {"NOR", "POL", "FRA"} <= hatched(made.svg())
    assert not {"GBR", "ROU"} & hatched(made.svg())
    assert TOLD in made.svg()
    assert hatched(stop_drawn(STOP, EU, FULL, theme).svg()) == set()
    asked = replace(STOP, before=2003, question="Who joins?")
    assert "POL" not in hatched(stop_drawn(asked, EU, FULL, theme, asked=True, over="schengen").svg())


def test_a_name_on_its_strokes_has_more_of_the_ground_around_it() -> None:
    def halo(over: str) -> dict[str, float]:
        widest: dict[str, float] = {}
        for text in ElementTree.fromstring(drawn(2008, focus=Focus(over=over)).svg()).iterfind(".//{*}text"):
            name, width = str(text.text), float(text.get("stroke-width") or 0)
            widest[name] = max(width, widest.get(name, 0))
        return widest

    plain, laid = halo(""), halo("schengen")
    for name in ("France", "Poland"):
        assert laid[name] >= 2 * plain[name] > 0
    assert laid["Malta"] == plain["Malta"], "which stands at sea"


def test_the_card_of_a_link_explains_it() -> None:
    made = drawn(date(2007, 12, 31), sheet=CARD, focus=Focus(over="schengen"))
    assert TOLD in made.svg()


def test_of_what_is_laid_over_a_day_before_it_began_is_said_when_with_sources_and_no_pattern_is_explained() -> None:
    before, after = (drawn(date(year, 12, 31), focus=Focus(over="schengen")) for year in (1955, 2007))
    assert [row.label for row in before.key if row.sign in (OVER, NO_OVER)] == [NOT_YET]
    assert {row.sign for row in after.key} & {OVER, NO_OVER} == {OVER}
    for made in (before, after):
        assert made.source.startswith("Dates of the Schengen area: ")


def test_a_slide_explains_it_beside_the_map_and_says_it() -> None:
    slide = list(Presentation(io.BytesIO(slides_pptx(LESSON, EU, over="schengen"))).slides)[1]
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    assert TOLD in texts
    picture = next(shape for shape in slide.shapes if shape.shape_type == 13)
    assert f"With rings: {TOLD}." in picture._element.nvPicPr.cNvPr.get("descr")


def test_the_sources_of_the_slides_are_also_those_of_what_is_laid_over() -> None:
    slide = list(Presentation(io.BytesIO(slides_pptx(LESSON, EU, over="schengen"))).slides)[-1]
    schengen = current_membership("schengen")
    said = "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert "Dates of the Schengen area:" in said
    titles = [printed(source.title) for source in schengen.sources]
    assert all(title in said and title in slide.notes_slide.notes_text_frame.text for title in titles)


def test_a_handout_explains_it_and_says_it(monkeypatch: pytest.MonkeyPatch) -> None:
    pages: list[dict[str, Any]] = []

    def compiled(page: dict[str, Any], pictures: dict[str, Any], _told: object) -> bytes:
        pages.append({**page, "pictures": pictures})
        return b""

    monkeypatch.setattr(paper, "compiled", compiled)
    handout_pdf(LESSON, EU, over="schengen")
    handout_pdf(LESSON, EU)
    (over,), (plain,) = (page["stops"] for page in pages)
    more = [sign["label"] for sign in over["signs"] if sign not in plain["signs"]]
    numbers = words()["key"]["numbers"]  # in one sentence, where there is more to explain
    assert [label for label in more if not label.startswith(numbers)] == [TOLD]
    assert over["alt"] == f"{plain['alt']} With rings: {TOLD}."
    assert "sign-over" in pages[0]["pictures"]


def test_a_film_has_it_on_every_picture() -> None:
    over, plain = (Image.open(io.BytesIO(film("gif", [2007], over=each))).convert("RGB") for each in ("schengen", ""))
    left, top, right, bottom = ImageChops.difference(over, plain).getbbox() or (0, 0, 0, 0)
    assert left < 230 < right, "in the key beside the map and on the map"
    assert bottom - top > 100


def test_the_command_line_lays_it_over_and_refuses_what_there_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    short = replace(current_lesson(), stops=(Stop(2007, "One"),), starter=(), exit=())
    monkeypatch.setattr("geo.publish.__main__.read_lesson", lambda _path: short)
    out = tmp_path / "lesson.pptx"
    assert main(["slides", "--over", "schengen", "-o", str(out)]) == 0
    assert any(TOLD in shape.text_frame.text for slide in Presentation(str(out)).slides for shape in slide.shapes
               if shape.has_text_frame)  # fmt: skip
    assert main(["slides", "--over", "atlantis", "-o", str(tmp_path / "no.pptx")]) == 2
    assert "membership 'atlantis' is unknown; expected one of nato" in capsys.readouterr().err
