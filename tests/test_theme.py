"""The theme of the pages around the map: the colours of `.streamlit/config.toml` are the palette's."""

import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from coloraide import Color

from geo.drawing.palette import CONTROLS, THEMES
from pages.parts.chrome import logo

CONFIG = Path(__file__).parent.parent / ".streamlit" / "config.toml"
THEME = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"]
TEXT, SIGN = 4.5, 3.0


@pytest.mark.parametrize("name", THEMES)
def test_the_theme_of_the_pages_has_the_colours_of_the_palette(name: str) -> None:
    ink = THEMES[name]
    assert THEME[name] == {
        "primaryColor": CONTROLS[name].fill,
        "linkColor": CONTROLS[name].fill,
        "backgroundColor": ink.page,
        "secondaryBackgroundColor": {"light": ink.sea, "dark": ink.raised}[name],
        "textColor": ink.text,
        "borderColor": ink.rule,
        "dataframeHeaderTextColor": ink.quiet_text,
    }


@pytest.mark.parametrize("name", THEMES)
def test_what_can_be_pressed_reads_on_the_page_and_in_a_field(name: str) -> None:
    theme = THEME[name]
    for ground in ("backgroundColor", "secondaryBackgroundColor"):
        for text in ("primaryColor", "linkColor", "textColor", "dataframeHeaderTextColor"):
            assert Color(theme[text]).contrast(theme[ground], method="wcag21") >= TEXT, (text, ground)


@pytest.mark.parametrize("name", THEMES)
def test_the_name_at_the_head_of_a_page_reads_in_either_theme(name: str) -> None:
    fills = {part.get("fill") for part in ElementTree.fromstring(logo(name)).iter() if part.get("fill")}
    assert fills == {CONTROLS[name].fill}
    assert Color(CONTROLS[name].fill).contrast(THEMES[name].page, method="wcag21") >= SIGN
