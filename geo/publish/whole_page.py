"""An atlas as one document without Streamlit: its look, its script and what the script reads stand inside it."""

import gzip
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from string import Template

from data.words import phrase
from geo.publish.typeface import typeface_css
from geo.wire.answers import tag_of
from geo.wire.bundle import join_modules
from geo.wire.guard import hashes_of
from geo.wire.look import GREETING, look_css, small_css

POLICY = (
    "default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; font-src data:; "
    "img-src data: blob: 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'"
)
"""What a page may use: its own scripts, and of the rest only what stands inside it or lies beside it."""
QUICKLY, WELL = 5, 9
"""Levels of compression: the first takes a tenth of the time for 6 % more bytes."""


@dataclass(frozen=True)
class WholePage:
    """A page ready to be sent: plain, compressed, the tag that its content has, and what it may use."""

    body: bytes
    gzipped: bytes
    tag: str
    policy: str
    is_packed_well: bool = False


def ready(body: bytes) -> WholePage:
    """A page as it is sent, for whoever waits for it."""
    return WholePage(body, gzip.compress(body, QUICKLY, mtime=0), tag_of(body), policy_of(body))


def packed_well(page: WholePage) -> WholePage:
    """The same page in as few bytes as can be, for all who come later."""
    if page.is_packed_well:
        return page
    return replace(page, gzipped=gzip.compress(page.body, WELL, mtime=0), is_packed_well=True)


def packed_before(packed: bytes) -> WholePage:
    """The page that an earlier start packed well."""
    body = gzip.decompress(packed)
    return WholePage(body, packed, tag_of(body), policy_of(body), is_packed_well=True)


def policy_of(body: bytes) -> str:
    """What a page may use, for its headers and for the page itself."""
    return POLICY.format(scripts=" ".join(hashes_of(body)))


def whole_page(
    script: Path,
    head: str,
    data: Mapping[str, str],
    layout: str = "",
    styles: Iterable[Path] = (),
) -> bytes:
    """The document of a module and all it imports, UTF-8; nothing of it is fetched.

    Parameters
    ----------
    script
        The module.
    head
        The title, with more tags.
    data
        JSON by the id of the element that the script reads it from.
    layout
        What the root is told of its layout, if anything.
    styles
        Its stylesheets, over the atlas's look; where two rules weigh the same, the later wins.
    """
    own = (path.read_text(encoding="utf-8") for path in styles)
    held = (f'<script type="application/json" id="{id_}">{_inside_html(text)}</script>' for id_, text in data.items())
    parts = {
        "head": head,
        "style": typeface_css() + look_css(without={GREETING}) + small_css(*own),
        "layout": f' data-layout="{layout}"' if layout else "",
        "wait": escape(phrase("whole_page", "wait")),
        "noscript": escape(phrase("whole_page", "noscript")),
        "data": "\n".join(held),
        "script": join_modules(script),
    }
    page = Template(Path(__file__).with_suffix(".html").read_text(encoding="utf-8"))
    parts["policy"] = policy_of(page.substitute(parts, policy="").encode())
    return page.substitute(parts).encode()


def _inside_html(text: str) -> str:
    """JSON that no HTML parser can take for markup."""
    return text.replace("<", "\\u003c")
