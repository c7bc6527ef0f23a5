"""What the headers of every answer forbid a browser: sources from elsewhere, guesses of types, frames not wanted.

Streamlit's pages need more than ours: styles inside elements, modules and workers from blobs.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from http import HTTPStatus

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.settings import SettingError, frames

POLICY = "Content-Security-Policy"
HTML = "text/html"
SVG = "image/svg+xml"
PICTURE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
"""Of a picture that is opened by itself: nothing in it runs."""
DOCUMENT = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""Of a page of ours without scripts."""
UNUSED = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone",
          "midi", "payment", "usb")  # fmt: skip
TYPES = "X-Content-Type-Options"
ALWAYS = {
    TYPES: "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{each}=()" for each in UNUSED),
}
PARTS = ("text/javascript", "application/javascript", "text/css", "font/", "image/png")
"""Kinds that no browser opens as a page: a first visit fetches a hundred, and headers travel as they are."""
SCRIPT = re.compile(rb"<script\b([^>]*)>([^<]*(?:<(?!/script\s*>)[^<]*)*)</script\s*>", re.IGNORECASE)
"""Of documents that are ours or Streamlit's; what this misses does not run. Megabytes without `<` are one stride."""
DATA = re.compile(rb"""\btype\s*=\s*["']application/(?:ld\+)?json\b""", re.IGNORECASE)


def hashes_of(document: bytes) -> tuple[str, ...]:
    """The scripts that stand in a document, as a policy names them."""
    found = (match for match in SCRIPT.finditer(document) if b"src=" not in match[1] and not DATA.search(match[1]))
    return tuple(f"'sha256-{b64encode(sha256(match[2]).digest()).decode()}'" for match in found)


@lru_cache(maxsize=16)
def policy_of_pages(scripts: tuple[str, ...] = ()) -> str:
    """The policy of Streamlit's pages, with the scripts that may stand in the document.

    The atlas arrives as a module in a blob, and so do the workers of tables; React writes styles into elements.
    """
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(("script-src 'self' blob:", *scripts)),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )


def ancestors() -> str:
    """Who may frame the pages, as a policy says it; nobody while the setting cannot be used."""
    try:
        return f"frame-ancestors {frames()}"
    except SettingError:
        return "frame-ancestors 'none'"


class Guard:
    """Adds the headers to every answer over HTTP, and to a part of a page the one that concerns it.

    A policy that a route has set itself stays, with who may frame it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                _guard(MutableHeaders(raw=message["headers"]), message["status"])
            await send(message)

        await self._app(scope, receive, send_guarded)


def _guard(headers: MutableHeaders, status: int) -> None:
    if headers.get("Content-Type", "").startswith(PARTS):
        headers.setdefault(TYPES, ALWAYS[TYPES])
        return
    for name, value in ALWAYS.items():
        headers.setdefault(name, value)
    if status == HTTPStatus.NOT_MODIFIED:
        # The browser has the content with its policy, and would take this one for that.
        del headers[POLICY]
        return
    headers[POLICY] = "; ".join((*_policy(headers), ancestors()))


def _policy(headers: MutableHeaders) -> Iterable[str]:
    if own := headers.get(POLICY):
        return (own,)
    media_type = headers.get("Content-Type", "").partition(";")[0]
    return {HTML: (policy_of_pages(),), SVG: (PICTURE,)}.get(media_type, ())
