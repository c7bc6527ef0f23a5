"""The legend of the atlas: its counts, its rows; and when fills fade."""

import pytest
from atlas_page import FIRST, LAST, Open
from playwright.sync_api import expect

from data.membership import status_counts

pytestmark = pytest.mark.unpainted

# ---------------------------------------------------------------------- legend


def test_the_legend_counts_what_the_tables_count(open_plain: Open) -> None:
    atlas = open_plain(f"?year={FIRST}")
    script = "(rows) => rows.map(({dataset}) => [dataset.status, Number(dataset.count)])"
    for year in (FIRST, 1955, 1990, 1992, 1999, 2004, 2014, LAST):
        atlas.set_year(year)
        shown = atlas.root.locator("[data-legend] [data-count]").evaluate_all(script)
        assert dict(shown) == {str(status): count for status, count in status_counts(year).items()}


def test_a_row_of_the_legend_singles_its_status_out(open_plain: Open) -> None:
    atlas = open_plain("?year=2004")
    opacity = "(path) => Number(getComputedStyle(path).opacity)"
    atlas.row("member").click()
    expect(atlas.row("member")).to_have_attribute("aria-pressed", "true")
    assert atlas.unit("FRA").evaluate(opacity) == 1
    assert atlas.unit("FIN").evaluate(opacity) < 0.5
    atlas.row("partner").click()
    expect(atlas.row("member")).to_have_attribute("aria-pressed", "false")
    assert atlas.unit("FRA").evaluate(opacity) < 0.5
    atlas.row("partner").click()
    assert atlas.unit("FRA").evaluate(opacity) == atlas.unit("FIN").evaluate(opacity) == 1
    atlas.row("member").click()
    atlas.page.keyboard.press("Escape")
    expect(atlas.row("member")).to_have_attribute("aria-pressed", "false")


# ---------------------------------------------------------------------- motion

DURATION = "(path) => Math.max(...getComputedStyle(path).transitionDuration.split(',').map(parseFloat))"


@pytest.mark.parametrize(("motion", "fades"), [("no-preference", True), ("reduce", False)])
def test_fills_fade_on_a_step_but_not_while_dragging_nor_for_whom_motion_hurts(
    open_plain: Open, motion: str, fades: bool
) -> None:
    atlas = open_plain("?year=2003", reduced_motion=motion)
    atlas.page.keyboard.press("ArrowRight")
    assert (atlas.unit("EST").evaluate(DURATION) > 0) == fades
    atlas.set_year(1990)
    assert atlas.unit("EST").evaluate(DURATION) == 0


def test_the_notes_of_the_layers_follow_the_day_and_the_layers(open_plain: Open) -> None:
    atlas = open_plain("?year=2015&layers=front,csto")
    notes = atlas.root.locator(".layer-notes")
    expect(notes).to_contain_text("Armenia")
    atlas.set_year(1980)
    expect(notes).not_to_contain_text("Armenia")
    atlas.set_year(2015)
    expect(notes).to_contain_text("Armenia")
    atlas.root.locator('.menu input[value="csto"]').evaluate("(box) => box.click()")
    expect(notes).not_to_contain_text("Armenia")
