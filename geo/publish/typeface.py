"""The typeface that the class page carries: letters and figures of Source Sans, as many as its words can need.

Run as `python -m geo.publish.typeface` it makes the file again, from the variable font that Streamlit ships and with
fonttools and brotli, which nothing else here needs; `typeface.toml` beside it says what it was made from and holds.
"""

import base64
import hashlib
import importlib
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

import tomli_w

FOLDER = Path(__file__).parent.parent / "classroom" / "typeface"
FONT = FOLDER / "eastward-sans.woff2"
RECORD = FOLDER / "typeface.toml"
FAMILY = "Eastward Sans"
"""Its own name: the licence keeps the name Source for fonts that nobody has changed."""
LIGHTEST, BOLDEST = 300, 700
RANGES = (
    (0x20, 0x7E),  # what a keyboard has
    (0xA0, 0x17F),  # Latin letters of Europe, from Iceland to Turkey
    (0x218, 0x21B),  # Romanian
    (0x400, 0x45F),  # Cyrillic, for words in the language in which they were said
    (0x490, 0x491),  # Ukrainian
    (0x2010, 0x2026),  # dashes, quotation marks
    (0x2030, 0x203A),
    (0x20AC, 0x20AC),
    (0x2116, 0x2116),
    (0x2190, 0x2193),  # arrows
    (0x2212, 0x2212),
    (0x2713, 0x2717),  # right and wrong
)
FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "tnum", "lnum", "liga")
NAMED = {1: FAMILY, 3: FAMILY, 4: FAMILY, 6: "EastwardSans", 16: FAMILY}


@cache
def record() -> dict[str, Any]:
    """What the file was made from, its digest, and the ranges of characters in it."""
    return tomllib.loads(RECORD.read_text(encoding="utf-8"))


def has(character: str) -> bool:
    """Whether the typeface has a character; where it has not, the page falls back to the system's."""
    return any(first <= ord(character) <= last for first, last in record()["characters"])


def typeface_css() -> str:
    """The typeface as a rule of a stylesheet, the font inside it."""
    inside = base64.b64encode(FONT.read_bytes()).decode()
    return (
        f"/* {record()['copyright']} {record()['license']} */\n"
        f"@font-face {{ font-family: '{FAMILY}'; font-weight: {LIGHTEST} {BOLDEST};"
        f" src: url(data:font/woff2;base64,{inside}) format('woff2'); }}\n"
    )


def _streamlits() -> Path:
    """The upright variable font among Streamlit's files, whose names carry a digest."""
    spec = find_spec("streamlit")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("Streamlit is not installed; expected it for its font")
    (found,) = (Path(spec.origin).parent / "static" / "static" / "media").glob("SourceSansVF-Upright*.woff2")
    return found


def _cut(source: Path) -> Any:
    """The font with the characters and weights that are wanted, under a name of its own."""
    tools, subset, instancer = map(
        importlib.import_module, ("fontTools.ttLib", "fontTools.subset", "fontTools.varLib.instancer")
    )
    unpacked = BytesIO()
    font = tools.TTFont(source)
    font.flavor = None
    font.save(unpacked)
    font = tools.TTFont(unpacked)
    options = subset.Options()
    options.layout_features = list(FEATURES)
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    cutter.subset(font)
    font = instancer.instantiateVariableFont(font, {"wght": (LIGHTEST, BOLDEST)})
    for name in font["name"].names:
        if name.nameID in NAMED:
            name.string = NAMED[name.nameID]
    return font


def _runs(codes: Iterable[int]) -> list[list[int]]:
    """Numbers as runs of [first, last]."""
    runs: list[list[int]] = []
    for code in sorted(codes):
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return runs


def make() -> None:
    """Write the font and its record."""
    source = _streamlits()
    font = _cut(source)
    names = {name.nameID: str(name) for name in font["name"].names}
    font.flavor = "woff2"
    font.save(FONT)
    made = {
        "source": f"{source.name}, as Streamlit {version('streamlit')} ships it",
        "copyright": names[0],
        "license": "SIL Open Font License 1.1, https://openfontlicense.org",
        "sha256": hashlib.sha256(FONT.read_bytes()).hexdigest(),
        "characters": _runs(font.getBestCmap()),
    }
    head = "# Written by geo/publish/typeface.py; a test compares it with the file.\n"
    RECORD.write_text(head + tomli_w.dumps(made), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    make()
