"""The colours of the map can be told apart, read upon, and mean what they are kept for."""

import re
from dataclasses import fields
from itertools import combinations
from pathlib import Path

import pytest
from coloraide import Color
from each import for_each

from data.vocabulary import Camp, Stance, Status
from geo.drawing.palette import CAMP_INKS, STANCE_INKS, THEMES, Theme, palette_css, wearing_theme

ROOT = Path(__file__).parent.parent
VISIONS = ("normal", "protan", "deutan", "tritan")
LEAST_DISTANCE = 11
READABLE = 4.5
VISIBLE = 3

each_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


def seen(colour: str, vision: str) -> Color:
    """A colour as seen, with Machado's matrices of 2009 at full severity, in linear light."""
    return Color(colour) if vision == "normal" else Color(colour).filter(vision, method="machado")


def distance(one: str, other: str, vision: str = "normal") -> float:
    """CIEDE2000, lightness and chroma in D65."""
    return seen(one, vision).delta_e(seen(other, vision), method="2000")


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.1."""
    return Color(one).contrast(Color(other), method="wcag21")


def fills(theme: Theme) -> dict[str, str]:
    return {str(status): ink.fill for status, ink in theme.statuses.items()}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # Sharma, Wu and Dalal 2005, table 1: pairs 1, 7, 11, 17 and 25
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.49, -0.001), (50, -2.49, 0.0011), 7.2195),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ],
)
def test_the_distance_is_the_published_one(one: tuple[float, ...], other: tuple[float, ...], expected: float) -> None:
    measured = Color("lab-d65", one).delta_e(Color("lab-d65", other), method="2000")
    assert measured == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize("vision", VISIONS)
@each_theme
def test_fills_and_sea_keep_their_distance(theme: Theme, vision: str) -> None:
    colours = {**fills(theme), "sea": theme.sea}
    near = {
        f"{one} and {other}": round(measured, 1)
        for one, other in combinations(colours, 2)
        if (measured := distance(colours[one], colours[other], vision)) < LEAST_DISTANCE
    }
    assert not near


@pytest.mark.parametrize("vision", VISIONS)
@each_theme
def test_land_that_tells_nothing_is_told_from_every_fill(theme: Theme, vision: str) -> None:
    """Above all from that of countries without a tie, which lie beside it."""
    near = {
        name: round(measured, 1)
        for name, fill in fills(theme).items()
        if (measured := distance(theme.land, fill, vision)) < LEAST_DISTANCE
    }
    assert not near
    assert contrast(theme.coast, theme.land) >= VISIBLE


@each_theme
def test_text_is_readable_on_every_fill(theme: Theme) -> None:
    ratios = {str(status): contrast(ink.fill, ink.text) for status, ink in theme.statuses.items()}
    assert min(ratios.values()) >= READABLE, ratios


@each_theme
@pytest.mark.parametrize("ground", ["page", "raised", "sea"])
def test_text_is_readable_on_every_ground(theme: Theme, ground: str) -> None:
    for text in (theme.text, theme.quiet_text):
        assert contrast(text, getattr(theme, ground)) >= READABLE


@each_theme
@pytest.mark.parametrize(("core", "casing"), [("border_core", "border_casing"), ("news", "news_casing")])
def test_a_line_shows_on_every_fill_by_its_core_or_its_casing(theme: Theme, core: str, casing: str) -> None:
    ratios = {
        name: max(contrast(fill, getattr(theme, line)) for line in (core, casing))
        for name, fill in fills(theme).items()
    }
    assert min(ratios.values()) >= VISIBLE, ratios


@each_theme
def test_an_arc_is_told_from_every_fill_on_which_it_ends(theme: Theme) -> None:
    """Its end is a dot: with a casing around nearly the colour of the fill it would be a ring."""
    assert min(distance(theme.focus, fill) for fill in fills(theme).values()) >= LEAST_DISTANCE


@each_theme
def test_every_status_has_an_ink(theme: Theme) -> None:
    assert set(theme.statuses) == set(Status)


def test_every_stance_has_an_ink_of_the_theme() -> None:
    assert set(STANCE_INKS) == set(Stance)
    assert set(STANCE_INKS.values()) <= {field.name for field in fields(Theme)} - {"statuses"}


@pytest.mark.parametrize("vision", VISIONS)
@each_theme
def test_the_camps_are_told_apart_by_colour_and_read_on_their_plate(theme: Theme, vision: str) -> None:
    inks = {camp: getattr(theme, CAMP_INKS[camp]) for camp in Camp}
    assert distance(*inks.values(), vision) >= LEAST_DISTANCE
    assert min(contrast(ink, theme.mark_casing) for ink in inks.values()) >= READABLE


@for_each("camp", Camp)
def test_the_stylesheet_has_a_rule_for_every_camp(camp: Camp) -> None:
    assert f'[data-camp="{camp}"]{{' in palette_css()


def test_red_is_kept_for_red_lines_and_threats() -> None:
    assert {stance for stance, ink in STANCE_INKS.items() if ink == "red"} == {Stance.RED_LINE, Stance.THREAT}
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "geo" / "atlas").iterdir() if path.is_file()]
    assert not any("--red" in source for source in sources)


@each_theme
def test_nothing_else_looks_red(theme: Theme) -> None:
    others = {name: value for name, value in vars(theme).items() if name not in ("statuses", "red")}
    near = {name for name, value in {**fills(theme), **others}.items() if distance(value, theme.red) < LEAST_DISTANCE}
    assert not near


@for_each("status", Status)
@for_each("wearer", ["path", ".name", ".swatch", ".bar"])
def test_the_stylesheet_has_a_rule_for_every_status(wearer: str, status: Status) -> None:
    assert f'{wearer}[data-status="{status}"]{{' in palette_css()


@for_each("stance", Stance)
def test_the_stylesheet_has_a_rule_for_every_stance(stance: Stance) -> None:
    assert f'[data-stance="{stance}"]{{--stance:var(--{STANCE_INKS[stance]})}}' in palette_css()


@pytest.mark.parametrize(("name", "theme"), THEMES.items(), ids=THEMES)
def test_the_stylesheet_gives_every_colour_of_a_theme(name: str, theme: Theme) -> None:
    block = palette_css().partition(f"{wearing_theme(name)}{{")[2].partition("}")[0]
    for status, ink in theme.statuses.items():
        kebab = status.replace("_", "-")
        assert f"--fill-{kebab}:{ink.fill};--on-{kebab}:{ink.text};" in block
    for field in fields(Theme):
        if field.name != "statuses":
            assert f"--{field.name.replace('_', '-')}:{getattr(theme, field.name)};" in block


# ---------------------------------------------------------------------- no colour is written anywhere else

HEX = r"#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b(?!\s*\{)"
FUNCTION = r"\b(?:rgb|hsl)a?\([^)]*\)|\b(?:hwb|lab|lch|oklab|oklch|color)\([^)]*\)"
WORDS = "black|white|gr[ae]y|red|blue|green|yellow|orange|purple|pink|brown|navy|gold|silver"
NAME = rf"(?<=[:\s,(])(?:{WORDS})(?=\s*[;,)!}}])"
SHADOW = re.compile(r"rgb\(0 0 0 / \d+%\)")
FOLDERS = ("geo", "pages", "data")
SUFFIXES = {".mjs", ".js", ".css", ".html", ".py"}
CANDIDATES = [*ROOT.glob("*.py"), *(path for folder in FOLDERS for path in (ROOT / folder).rglob("*"))]
SOURCES = sorted(path for path in CANDIDATES if path.suffix in SUFFIXES and path.name != "palette.py")


def colours_written(text: str, *, css: bool) -> list[str]:
    """Colour literals of a source; plain words count in a stylesheet only."""
    bare = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL) if css else text
    found = re.findall("|".join([HEX, FUNCTION] + [NAME] * css), bare, flags=re.IGNORECASE)
    return [colour for colour in found if not SHADOW.fullmatch(colour)]


@for_each("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_colour_is_written_outside_the_palette(path: Path) -> None:
    assert colours_written(path.read_text(encoding="utf-8"), css=path.suffix == ".css") == []


@for_each("text", ["a{color:#fff}", "a{color:#1B295A}", "a{color: red;}", "a{fill:rgb(1 2 3)}", "a{fill:hsl(0 0% 0%)}"])
def test_a_colour_would_be_found(text: str) -> None:
    assert colours_written(text, css=True)


def test_shadows_and_mixtures_are_no_colours() -> None:
    css = "a{box-shadow:0 0 1px rgb(0 0 0 / 22%);fill:color-mix(in srgb, var(--x) 6%, transparent)}"
    assert not colours_written(css, css=True)


@each_theme
@pytest.mark.parametrize(
    ("line", "casing"),
    [
        ("front", "front_casing"),
        ("focus", "mark_casing"),
        *((ink, "mark_casing") for ink in sorted({*STANCE_INKS.values(), *CAMP_INKS.values()})),
    ],
)
def test_what_is_drawn_over_the_fills_shows_by_its_line_or_its_casing(theme: Theme, line: str, casing: str) -> None:
    """Fronts, outlines, arcs and signs; the casing has to show on the line, too, or both are one blot."""
    core, around = getattr(theme, line), getattr(theme, casing)
    hidden = {
        name: round(max(contrast(fill, core), contrast(fill, around)), 1)
        for name, fill in {**fills(theme), "sea": theme.sea}.items()
        if max(contrast(fill, core), contrast(fill, around)) < VISIBLE
    }
    assert not hidden
    assert contrast(core, around) >= VISIBLE


@each_theme
def test_a_coast_is_seen_from_the_sea(theme: Theme) -> None:
    assert contrast(theme.coast, theme.sea) >= VISIBLE
    assert contrast(theme.statuses[Status.NONE].fill, theme.coast) >= VISIBLE


@pytest.mark.parametrize(("name", "up"), [("light", False), ("dark", True)])
def test_blue_grows_stronger_with_closeness(name: str, up: bool) -> None:
    """From no tie to member the lightness goes one way only, away from the ground."""
    ramp = (Status.NONE, Status.PARTNER, Status.ASPIRANT, Status.INVITEE, Status.MEMBER)
    lightness = [Color(THEMES[name].statuses[status].fill).convert("lab-d65")["lightness"] for status in ramp]
    assert lightness == sorted(lightness, reverse=not up)


@each_theme
def test_the_periphery_is_quieter_than_the_story(theme: Theme) -> None:
    chroma = {status: Color(ink.fill).convert("lch-d65")["chroma"] for status, ink in theme.statuses.items()}
    story = min(chroma[status] for status in (Status.MEMBER, Status.INVITEE, Status.ASPIRANT))
    assert max(chroma[Status.DIALOGUE_PARTNER], chroma[Status.SUSPENDED_PARTNER]) < story / 1.8
