"""Eastward: an atlas of NATO's enlargement and Russia's red lines. Run with `streamlit run dashboard.py`."""

import asyncio
import gc
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from itertools import chain

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route, WebSocketRoute
from streamlit.runtime.pages_manager import PagesManager

from data.settings import frames
from data.words import words
from geo.publish.class_page import Reader, current_class_page, pack_class_pages, packed_pages
from geo.publish.unfinished import clear_leftovers
from geo.wire.answers import GzipWhereWanted
from geo.wire.assets import current_assets, make_views
from geo.wire.broken import BROKEN, logged_if_broken, sentence
from geo.wire.descriptors import raise_limit
from geo.wire.former import folder, keep_files
from geo.wire.guard import Guard
from geo.wire.health import HEALTH
from geo.wire.kept_answers import KeptAnswers
from geo.wire.later import Later
from geo.wire.link_preview import LinkPreview
from geo.wire.made_before import keep_made
from geo.wire.made_before import use as use_made_before
from geo.wire.preload import Preload
from geo.wire.qr import listen_on
from geo.wire.routes import ROUTES
from geo.wire.strangers import Strangers
from geo.wire.turns import take_short_turns
from pages.parts.markdown import as_markdown_lines

PAGES = (
    "atlas",
    "red_lines",
    "claims",
    "countries",
    "frontier",
    "compare",
    "lesson",
    "your_own",
    "data_and_sources",
    "about",
)
"""Every page in the order of the navigation; it begins with the first."""

# Until a first session has called st.navigation, an address such as /about would run its file alone, without this one.
PagesManager.uses_pages_directory = False


def _downloads() -> Sequence[BaseRoute]:
    from geo.wire.downloads import ROUTES

    return ROUTES


def _rooms() -> Sequence[BaseRoute]:
    from geo.room.route import ROUTES

    return ROUTES


DOWNLOADS, ROOMS = Later(_downloads), Later(_rooms)
LATER = (*(Route(path, DOWNLOADS) for path in ("/data", "/data/", "/data/{file}")), WebSocketRoute("/room", ROOMS))
"""What nobody asks for in the first seconds; a fifth of all that is to be loaded."""


@contextmanager
def no_search_for_garbage() -> Iterator[None]:
    """While so much is made that stays, a search finds nothing, and takes an eighth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def make_ready() -> None:
    """Make the class pages and the views, so that the first visitors do not wait for them.

    What an earlier start made of the same edition is only read. What is made here stays for good: it is taken out of
    every later search for garbage.
    """
    with no_search_for_garbage():
        use_made_before(folder())
        clear_leftovers()
        current_class_page()
        make_views()
        current_class_page(Reader.TEACHER)
        keep_files(assets := current_assets())
        pack_class_pages()
        keep_made(assets.digest, chain(packed_pages(), assets.worth_keeping()))
        frames()  # a setting that cannot be used is told at the start
        DOWNLOADS.loaded()
        ROOMS.loaded()
    gc.collect()
    gc.freeze()


@asynccontextmanager
async def warm(_app: st.App) -> AsyncIterator[None]:
    """Make what many will ask for while the server starts, and let go of the rooms when it ends."""
    raise_limit()
    take_short_turns()
    listen_on(st.get_option("server.address") or "")
    asyncio.get_running_loop().run_in_executor(None, logged_if_broken, make_ready)
    yield
    from geo.room.route import close_rooms

    await close_rooms()


# This top level runs again at every rerun, while the routes of the first run stay: keep it light.
app = st.App(
    __file__,
    routes=[*ROUTES, *LATER, HEALTH],
    middleware=[
        Middleware(Guard),
        Middleware(Strangers),
        Middleware(Preload),
        Middleware(KeptAnswers),
        Middleware(GzipWhereWanted, minimum_size=1000),
        Middleware(LinkPreview, pages=PAGES),
    ],
    lifespan=warm,
)

if __name__ == "__main__":
    from pages.parts.chrome import pages_to_go, show_chrome, show_logo

    st.set_page_config(layout="wide", initial_sidebar_state="collapsed")
    show_logo()
    page = st.navigation(pages_to_go(PAGES), position="top")
    show_chrome(page.title, is_first=page.title == words()["frame"][PAGES[0]])
    try:
        page.run()
    except BROKEN as error:
        st.error(as_markdown_lines(sentence(error)))
