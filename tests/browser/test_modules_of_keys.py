"""Laws of the module of keys, called in a real browser: which act a key asks for, and where the focus stands."""

from typing import Any

import pytest
from each import for_each
from playwright.sync_api import Page
from pure_modules import Call

EVERYWHERE = {
    "shift+ArrowLeft": "previousChange",
    "shift+ArrowRight": "nextChange",
    "PageUp": "tenOn",
    "PageDown": "tenBack",
    "Home": "firstYear",
    "End": "lastYear",
    "Escape": "close",
    "?": "help",
    "shift+?": "help",
    "f": "fullScreen",
    "F": "fullScreen",
    "1": "view1",
    "7": "view7",
    "9": "view9",
    "0": None,
    "c": None,
    "r": None,
    "C": None,
    "R": None,
    "Tab": None,
    "shift+Tab": None,
}
BY_PLACE = {
    "page": {"ArrowLeft": "yearBack", "ArrowRight": "yearOn", " ": "play", "Enter": "play", "shift+ ": "readDay"},
    "range": {"ArrowLeft": "yearBack", "ArrowRight": "yearOn", " ": "play", "Enter": "play"}
    | {"ArrowDown": "yearBack", "ArrowUp": "yearOn", "shift+ ": "readDay"},
    "stage": {"ArrowLeft": "walkLeft", "ArrowRight": "walkRight", "ArrowUp": "walkUp", "ArrowDown": "walkDown"}
    | {" ": "openCard", "Enter": "openCard", "shift+Enter": "readCountry", "shift+ ": "readDay"}
    | {"shift+ArrowUp": "previousAlike", "shift+ArrowDown": "nextAlike"},
    "control": {"ArrowLeft": "yearBack", "ArrowRight": "yearOn", " ": None, "Enter": None, "shift+ ": None},
}
KEYS = [(place, key, act) for place, own in BY_PLACE.items() for key, act in (EVERYWHERE | own).items()]


def pressed(key: str) -> dict[str, Any]:
    shift, _, name = key.rpartition("+") if len(key) > 1 else ("", "", key)
    return {"key": name, "shiftKey": shift == "shift", "ctrlKey": False, "metaKey": False, "altKey": False}


@for_each("place, key, act", KEYS)
def test_each_key_does_what_the_table_says(call: Call, place: str, key: str, act: str | None) -> None:
    assert call("core/keys.mjs", "actOf", pressed(key), place) == act


@for_each("key", sorted({key for _, key, _ in KEYS}))
def test_a_field_keeps_its_keys_to_itself_but_for_escape(call: Call, key: str) -> None:
    assert call("core/keys.mjs", "actOf", pressed(key), "text") == ("close" if key == "Escape" else None)


@pytest.mark.parametrize("modifier", ["ctrlKey", "metaKey", "altKey"])
def test_the_browsers_own_chords_stay_the_browsers(call: Call, modifier: str) -> None:
    for place, key, _ in KEYS:
        assert call("core/keys.mjs", "actOf", {**pressed(key), modifier: True}, place) is None


PLACES = [
    ('<input type="range">', "input", "range"),
    ('<input type="text">', "input", "text"),
    ("<textarea></textarea>", "textarea", "text"),
    ("<select><option>x</option></select>", "select", "text"),
    ('<div contenteditable="true"><b>x</b></div>', "b", "text"),
    ("<button><span>x</span></button>", "span", "control"),
    ('<a href="#x">x</a>', "a", "control"),
    ('<div class="stage"><svg><path></path></svg></div>', "path", "stage"),
    ('<div class="stage"><button>x</button></div>', "button", "control"),
    ("<h2>x</h2>", "h2", "page"),
]


@pytest.mark.parametrize(("html", "target", "place"), PLACES)
def test_where_the_focus_is(bare: Page, html: str, target: str, place: str) -> None:
    script = """async ([html, target]) => {
      const {placeOf} = await import('/core/keys.mjs');
      const host = document.createElement('div');
      host.innerHTML = html;
      document.body.append(host);
      let path;
      host.addEventListener('probe', (event) => (path = event.composedPath()));
      host.querySelector(target).dispatchEvent(new Event('probe', {bubbles: true}));
      host.remove();
      return placeOf(path);
    }"""
    assert bare.evaluate(script, [html, target]) == place
