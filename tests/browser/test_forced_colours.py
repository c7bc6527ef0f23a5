"""Where the system forces its colours, what can be pressed keeps an edge: on the wall and in its quiz."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from class_pages import LESSON
from made import made_class_page
from playwright.sync_api import Page, expect

from geo.publish.class_page import Reader

Watched = Callable[..., AbstractContextManager[Page]]
EDGELESS = """() => {
  const edged = (node) => {
    const {borderTopStyle, borderTopWidth} = getComputedStyle(node);
    return borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0;
  };
  const as_text = '.link, .close, .tool, .bar-pick, .handle, .legend-row, .figure, .beyond-chip, .speed';
  return [...document.querySelectorAll('button')]
    .filter((each) => each.checkVisibility({visibilityProperty: true}) && !each.matches(as_text) && !edged(each))
    .map((each) => each.className);
}"""
"""The buttons without one; what lies in a frame of its own or reads as text needs none."""


def test_what_can_be_pressed_keeps_an_edge(watched: Watched, tmp_path: Path) -> None:
    file = tmp_path / "class.html"
    file.write_bytes(made_class_page(LESSON, Reader.TEACHER))
    with watched(offline=True, forced_colors="active") as page:
        for asked, there in (
            ("stop=2", '[data-act="next"]'),
            ("quiz=easy-3", ".quiz-main"),
            ("quiz=medium-7", ".quiz-option >> nth=0"),
        ):
            page.goto(f"{file.as_uri()}?{asked}")
            expect(page.locator(there)).to_be_visible()
            assert page.evaluate(EDGELESS) == []
