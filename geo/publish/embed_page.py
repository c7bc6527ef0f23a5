"""The map alone as a page for the frame of a learning platform: without Streamlit, without a lesson, without memory."""

from functools import cache
from pathlib import Path

from data.settings import address
from data.words import words
from geo.drawing.offered import laid_over_on_each, views_of_memberships
from geo.drawing.views import VIEWS
from geo.publish.whole_page import WholePage, ready, whole_page
from geo.wire.assets import current_assets
from geo.wire.link_preview import embed_preview
from geo.wire.strict_json import to_json

EMBED = Path(__file__).parent.parent / "embed"
EMBED_LOOK = tuple(EMBED / f"{topic}.css" for topic in ("alone", "alone_key", "beneath", "beside", "menu"))
"""The stylesheets of the map alone, over the atlas's. Where two rules weigh the same, the later wins."""


@cache
def current_embed_page(folder: str) -> WholePage:
    """The page, made at the first call; `folder` is where the files of the atlas lie, beneath the page's own."""
    base = f"{folder}/{current_assets().digest}/"
    told = {name: words()["embed"][name] for name in ("full", "failed", "unknown", "key")}
    told["not_over"] = words()["membership_choice"]["over"]["unknown"]
    offered = {"views": list(VIEWS), "memberships": views_of_memberships(), "over": laid_over_on_each()}
    payload = to_json({"base": base, **offered, **told})
    head = embed_preview().html(address())
    return ready(whole_page(EMBED / "embed.mjs", head, {"embed": payload}, layout="embed", styles=EMBED_LOOK))
