"""What the atlas needs is told with the document, so that it is on its way before Streamlit's own script runs."""

from collections.abc import Iterator
from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.memberships.reader import current_membership, membership_ids
from geo.drawing.offered import views_for
from geo.drawing.views import VIEWS
from geo.wire.assets import MEMBERSHIP_SCRIPT, SCRIPT, assets_made, facts_file
from geo.wire.routes import PREFIX


class Preload:
    """Adds `Link` headers (RFC 8288) to the document of the first page, once the files have been made."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].removeprefix(scope.get("root_path", "")) not in ("", "/"):
            await self._app(scope, receive, send)
            return

        async def send_with_links(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message["headers"])
                if headers.get("Content-Type", "").startswith("text/html"):
                    for link in links(scope["query_string"].decode("latin-1")):
                        headers.append("Link", link)
            await send(message)

        await self._app(scope, receive, send_with_links)


def links(query: str) -> Iterator[str]:
    """The files that the atlas of an address asks for first, relative to the document; none before they are made."""
    assets = assets_made()
    if assets is None:
        return
    asked = parse_qs(query)
    membership = next((id_ for id_ in asked.get("membership", []) if id_ in membership_ids()), None)
    views = views_for(current_membership(membership)) if membership else tuple(VIEWS)
    view = asked.get("view", [""])[-1]
    view = view if view in views else views[0]
    base = f"{PREFIX}/{assets.digest}/"
    yield f"<{base}{SCRIPT}>; rel=modulepreload"
    yield f"<{base}atlas.css>; rel=preload; as=style"
    if membership:
        yield f"<{base}{MEMBERSHIP_SCRIPT}>; rel=modulepreload"
    for name in (facts_file(membership) if membership else "facts.json", f"{view}.json"):
        yield f"<{base}{name}>; rel=preload; as=fetch; crossorigin"
