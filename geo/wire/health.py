"""`/healthz`: whether everything that readers are sent holds together, for whoever watches or restarts the server."""

from functools import cache

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from data.settings import frames
from data.tables import current_tables
from geo.publish.class_page import Reader, current_class_page
from geo.publish.embed_page import current_embed_page
from geo.wire.assets import make_views
from geo.wire.broken import told_if_broken
from geo.wire.routes import PREFIX


@told_if_broken
async def health(_request: Request) -> Response:
    """The edition, once views and pages are made of its tables and shapes; 503 with the sentence where they cannot be.

    While the server starts it waits for them; later it only looks.
    """
    said = await run_in_threadpool(_found_whole)
    return PlainTextResponse(said, headers={"Cache-Control": "no-store"})


@cache
def _found_whole() -> str:
    tables = current_tables()
    frames()
    make_views()
    for reader in Reader:
        current_class_page(reader)
    current_embed_page(PREFIX)
    return f"ok: edition {tables.version}, facts up to {tables.as_of}\n"


HEALTH = Route("/healthz", health)
