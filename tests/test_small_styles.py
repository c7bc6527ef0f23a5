"""A stylesheet is written small, and says the same."""

import pytest

from geo.wire.look import small_css


@pytest.mark.parametrize(
    ("written", "small"),
    [
        ("a { width: max(44px, calc(64 * var(--px))); }", "a{width:max(44px,64*var(--px))}"),
        ("a:is(b) * .c { width: calc(var(--x) * 0.5); }", "a:is(b) * .c{width:calc(var(--x)*.5)}"),
        ("a { width: calc((1px + 2px) / 2); }", "a{width:calc((1px + 2px)/2)}"),
        ("a { width: min(2px, calc(1px + (2px - 3px))); }", "a{width:min(2px,1px + (2px - 3px))}"),
        ("a { width: calc(1px + 2px); }", "a{width:calc(1px + 2px)}"),
        ("a { width: var(--x, calc(1px + 2px)); }", "a{width:var(--x,calc(1px + 2px))}"),
        ("a { color: #ffffff; fill: #ffffff80; }", "a{color:#fff;fill:#ffffff80}"),
        ("[data-key='one'] { top: 0.5px; }", "[data-key=one]{top:.5px}"),
    ],
)
def test_what_says_nothing_is_left_out_of_a_stylesheet(written: str, small: str) -> None:
    assert small_css(written) == small
