"""The page of a pupil's phone: the code of a room, and the map that follows the wall. It is no one's but the room's."""

from functools import cache
from pathlib import Path

from data.settings import address
from data.words import words
from geo.drawing.offered import views_of_memberships
from geo.drawing.views import VIEWS
from geo.publish.class_look import CLASSROOM, QUIZ_LOOK
from geo.publish.embed_page import EMBED_LOOK
from geo.publish.whole_page import WholePage, ready, whole_page
from geo.wire.assets import current_assets
from geo.wire.link_preview import join_preview
from geo.wire.strict_json import to_json

PHONE = Path(__file__).parent.parent / "room" / "phone"
PHONE_LOOK = (*EMBED_LOOK, *QUIZ_LOOK, CLASSROOM / "ink" / "ink.css", PHONE / "phone.css")
"""The page is the map alone, with a question beneath it, hides what an open question must not tell, and shows what is
drawn on the wall."""


@cache
def current_join_page(folder: str) -> WholePage:
    """The page, made at the first call; `folder` is where the files of the atlas lie, beneath the page's own."""
    base = f"{folder}/{current_assets().digest}/"
    offered = {"views": list(VIEWS), "memberships": views_of_memberships()}
    payload = to_json({"base": base, **offered, "words": words()["room"]["phone"]})
    head = join_preview().html(address())
    return ready(whole_page(PHONE / "phone.mjs", head, {"phone": payload}, layout="embed", styles=PHONE_LOOK))
