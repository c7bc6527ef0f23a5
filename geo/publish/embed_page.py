"""The map alone as a page for the frame of a learning platform: without Streamlit, without a lesson, without memory."""

from functools import cache
from html import escape
from pathlib import Path
from string import Template

from data.settings import address
from data.words import phrase
from geo.drawing.views import VIEWS
from geo.publish.class_page import ClassPage, inside_html, ready
from geo.publish.typeface import typeface_css
from geo.wire.assets import current_assets
from geo.wire.bundle import join_modules
from geo.wire.link_preview import embed_preview
from geo.wire.look import look_css
from geo.wire.strict_json import to_json

EMBED = Path(__file__).parent.parent / "embed"


@cache
def current_embed_page(folder: str) -> ClassPage:
    """The page, made at the first call; `folder` is where the files of the atlas lie, beneath the page's own."""
    base = f"{folder}/{current_assets().digest}/"
    told = {name: phrase("embed", name) for name in ("full", "failed")}
    parts = {
        "head": embed_preview().html(address()),
        "style": typeface_css() + look_css() + (EMBED / "embed.css").read_text(encoding="utf-8"),
        "wait": escape(phrase("embed", "wait")),
        "noscript": escape(phrase("embed", "noscript")),
        "payload": inside_html(to_json({"base": base, "views": list(VIEWS), **told})),
        "script": join_modules(EMBED / "embed.mjs"),
    }
    return ready(Template((EMBED / "embed.html").read_text(encoding="utf-8")).substitute(parts).encode())
