"""The class page uses nothing newer than its oldest engines: Chrome 92, Safari 15.4, Firefox 102.

What makes a page better and leaves it whole where it is unknown is allowed by name, with how it goes without.
"""

import re
from functools import cache

import pytest

from geo.lesson.lesson import current_lesson
from geo.publish.class_page import CLASSROOM, Reader, class_html
from geo.wire.bundle import join_modules

FLOORS = {"chrome": 92, "safari": 15.4, "firefox": 102}
SINCE = {
    # stylesheets: pattern, and the first Chrome, Safari and Firefox that have it (MDN's compatibility data)
    "media ranges": (r"@media[^{]*[<>]", 104, 16.4, 63),
    ":has()": (r":has\(", 105, 15.4, 121),
    "color-mix()": (r"color-mix\(", 111, 16.2, 113),
    "light-dark()": (r"light-dark\(", 123, 17.5, 120),
    "other colour spaces": (r"\b(?:oklch|oklab|lch|lab)\(", 111, 15.4, 113),
    "relative colours": (r"\brgb\(from\b", 119, 16.4, 128),
    "container queries": (r"@container\b", 105, 16, 110),
    "container units": (r"\d\)?cq(?:w|h|i|b|min|max)\b", 105, 16, 110),
    "small and dynamic viewport units": (r"\d[sdl]v(?:h|w|i|b|min|max)\b", 108, 15.4, 101),
    "cascade layers": (r"@layer\b", 99, 15.4, 97),
    "scopes": (r"@scope\b", 118, 17.4, 128),
    "starting styles": (r"@starting-style\b", 117, 17.5, 129),
    "registered properties": (r"@property\b", 85, 16.4, 128),
    "nesting": (r"(?<=[{;])\s*&", 120, 17.2, 117),
    "subgrid": (r"\bsubgrid\b", 117, 16, 71),
    "text-wrap": (r"\btext-wrap:", 114, 17.5, 121),
    "accent-color": (r"\baccent-color:", 93, 15.4, 92),
    "scrollbar-gutter": (r"\bscrollbar-gutter:", 94, 18.2, 97),
    "translate, rotate, scale": (r"(?<=[{;\s])(?:translate|rotate|scale):", 104, 14.1, 72),
    "round(), mod(), sin() and their like": (r"\b(?:round|mod|rem|sin|cos|tan|sqrt|pow|hypot)\(", 125, 15.4, 118),
    "start and end in flex boxes": (
        r"\{[^{}]*display:\s*flex;[^{}]*(?:justify-content|align-items):\s*(?:start|end)\b",
        93,
        15.4,
        45,
    ),
    "interpolate-size": (r"\binterpolate-size\b|\bcalc-size\(", 129, 99, 999),
}
SINCE_IN_SCRIPT = {
    "Object.hasOwn": (r"\bObject\.hasOwn\b", 93, 15.4, 92),
    "structuredClone": (r"\bstructuredClone\(", 98, 15.4, 94),
    "findLast": (r"\.findLast(?:Index)?\(", 97, 15.4, 104),
    "toSorted and its like": (r"\.(?:toSorted|toReversed|toSpliced|with)\(", 110, 16, 115),
    "Object.groupBy": (r"\b(?:Object|Map)\.groupBy\(", 117, 17.4, 119),
    "Promise.withResolvers": (r"\.withResolvers\(", 119, 17.4, 121),
    "methods of sets": (r"\.(?:union|intersection|difference|isSubsetOf|isSupersetOf)\(", 122, 17, 127),
    "Array.fromAsync": (r"\bfromAsync\(", 121, 16.4, 115),
    "lookbehind": (r"\(\?<[=!]", 62, 16.4, 78),
    "regular expressions with v": (r"/[dgimsuy]*v[dgimsuy]*(?=[.,;)\s])(?<=\\.v)|RegExp\([^)]*'[a-z]*v", 112, 17, 116),
    "static blocks": (r"\bstatic\s*\{", 94, 16.4, 93),
    "import with a kind": (r"\bwith\s*\{\s*type:", 123, 17.2, 138),
    "checkVisibility": (r"\.checkVisibility\(", 105, 17.4, 106),
    "AbortSignal.timeout": (r"\bAbortSignal\.(?:timeout|any)\(", 103, 16, 100),
    "popover": (r"\bpopover\b|\.togglePopover\(", 114, 17, 125),
    "URL.canParse": (r"\bURL\.(?:canParse|parse)\(", 120, 17, 115),
    "scheduler": (r"\bscheduler\.", 94, 99, 142),
    "startViewTransition": (r"\bstartViewTransition\(", 111, 18, 144),
    "OffscreenCanvas": (r"\bOffscreenCanvas\b", 69, 16.4, 105),
    "adopted stylesheets": (r"\badoptedStyleSheets\b", 73, 16.4, 101),
    "requestIdleCallback": (r"\brequestIdleCallback\b", 47, 999, 55),
    "requestFullscreen": (r"\.requestFullscreen\b", 71, 16.4, 64),
    "DecompressionStream of raw data": (r"\bDecompressionStream\b", 103, 16.4, 113),
    "inert": (r"\binert\b", 102, 15.5, 112),
    "container units": (r"\}cq(?:w|h|i|b|min|max)\b", 105, 16, 110),
    "Intl.Segmenter": (r"\bIntl\.(?:Segmenter|DurationFormat)\b", 87, 14.1, 125),
    "Intl.ListFormat": (r"\bIntl\.ListFormat\b", 72, 14.1, 78),
}
GOES_WITHOUT = {
    "container units": "the menu is 300px wide and 60vh high, a stage fills its place",
    "text-wrap": "lines break as they come",
    "accent-color": "boxes have the engine's own colour",
    "requestIdleCallback": "whenIdle works in slices",
    "requestFullscreen": "full_screen.mjs tries the prefixed one, or leaves the button out",
    "DecompressionStream of raw data": "a sentence says that a lesson cannot be opened from an address, and what to do",
    "inert": "what is laid out for a picture stands beside the screen for a moment",
}


@cache
def style() -> str:
    """The teacher's, which holds the pupils' as well."""
    page = class_html(current_lesson(), reader=Reader.TEACHER).decode()
    (told,) = re.findall(r"<style>(.*?)</style>", page, flags=re.DOTALL)
    return re.sub(r"/\*.*?\*/|url\([^)]*\)", "", told, flags=re.DOTALL)


@cache
def script() -> str:
    """What leads the lesson, and what the pupils' page has of its own."""
    told = "\n".join(join_modules(CLASSROOM / name) for name in ("class.mjs", "teach.mjs"))
    return re.sub(r"/\*[\s\S]*?\*/|^\s*//.*$|\s//\s.*$", "", told, flags=re.MULTILINE)


def newer(text: str, features: dict[str, tuple[str, float, float, float]]) -> dict[str, str]:
    """What a text uses that one of the oldest engines does not have: its name, and where."""
    found = {}
    for name, (pattern, *since) in features.items():
        if any(first > floor for first, floor in zip(since, FLOORS.values(), strict=True)):
            use = re.search(pattern, text)
            if use:
                found[name] = text[max(0, use.start() - 60) : use.end() + 20]
    return found


@pytest.mark.parametrize(("text", "features"), [(style, SINCE), (script, SINCE_IN_SCRIPT)], ids=["style", "script"])
def test_nothing_is_newer_than_the_oldest_engines(text, features) -> None:  # type: ignore[no-untyped-def]
    found = newer(text(), features)
    assert not {name: use for name, use in found.items() if name not in GOES_WITHOUT}


def test_every_excuse_is_needed() -> None:
    used = {*newer(style(), SINCE), *newer(script(), SINCE_IN_SCRIPT)}
    assert {*GOES_WITHOUT} == used & {*GOES_WITHOUT}


@pytest.mark.parametrize(
    "text",
    [
        "@media (width < 700px) {}",
        "a:has(b){}",
        "a{color:color-mix(in srgb, var(--x) 8%, transparent)}",
        "a{height:calc(100cqh - 4px)}",
        "a{height:100dvh}",
        "a{color:var(--x);& b{color:var(--y)}}",
        "a{display:flex;gap:4px;justify-content:end}",
    ],
)
def test_what_is_newer_would_be_found_in_a_style(text: str) -> None:
    assert newer(text, SINCE)


@pytest.mark.parametrize(
    "text", ["Object.hasOwn(a, b)", "structuredClone(a)", "a.findLast(b)", "a.toSorted()", r"/(?<=a)b/", "static {"]
)
def test_what_is_newer_would_be_found_in_a_script(text: str) -> None:
    assert newer(text, SINCE_IN_SCRIPT)


def without_fallback(text: str) -> list[str]:
    """The rules in which a container unit has no other before it, but for those that ask a container anyhow."""
    told = re.sub(r"@container[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", text)
    found = []
    for rule in re.findall(r"\{[^{}]*\}", told):
        for use in re.finditer(r"([\w-]+):[^;{}]*\dcq[whib]", rule):
            if not re.search(rf"\b{use[1]}:", rule[: use.start()]):
                found.append(rule)
    return found


def test_a_container_unit_has_one_of_the_window_before_it_unless_its_engine_is_sure_to_have_both() -> None:
    assert without_fallback(style()) == []
    assert without_fallback("a{height:9vh;height:9cqh}@container b (width > 1px){a{width:9cqw}c{d:e}}") == []
    assert without_fallback("@container b (width > 1px){a{b:c}}a{height:9cqh}") == ["{height:9cqh}"]
