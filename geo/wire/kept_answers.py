"""Streamlit's own files as they were sent before: compressed once, not for every visitor.

They are named by their content and never change while the server runs. A first visit asks for seventy of them.
"""

from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from geo.wire.answers import accepts_gzip

STATIC = "/static/"
"""Below it lie Streamlit's files, so many and no more."""
FOR_GOOD = "immutable"
ASKS_FOR_LESS = ("If-None-Match", "If-Modified-Since", "If-Range", "Range")


class KeptAnswers:
    """Answers from memory what was asked for before, as whoever takes gzip was answered; the rest goes through."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._kept: dict[str, tuple[Message, Message]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"].removeprefix(scope.get("root_path", "")) if _is_usual(scope) else ""
        if not path.startswith(STATIC):
            await self._app(scope, receive, send)
            return
        if path not in self._kept:
            await self._app(scope, receive, _Keeping(path, self._kept, send))
            return
        start, body = self._kept[path]
        await send(_own(start))
        await send(body)


def _is_usual(scope: Scope) -> bool:
    """Whether a whole file is asked for, compressed where that pays."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    headers = Headers(scope=scope)
    return accepts_gzip(headers) and not any(name in headers for name in ASKS_FOR_LESS)


def _own(start: Message) -> Message:
    """The same with a list of headers of its own: those who send it on write into that."""
    return {**start, "headers": list(start["headers"])}


class _Keeping:
    """Sends an answer on, and keeps it where it is good for ever."""

    def __init__(self, path: str, kept: dict[str, tuple[Message, Message]], send: Send) -> None:
        self._path, self._kept, self._send = path, kept, send
        self._start: Message | None = None
        self._body = bytearray()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_for_good(message):
            self._start = _own(message)
        elif message["type"] == "http.response.body" and self._start:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                self._kept[self._path] = self._start, {"type": message["type"], "body": bytes(self._body)}
        await self._send(message)


def _is_for_good(start: Message) -> bool:
    headers = Headers(raw=start["headers"])
    return start["status"] == HTTPStatus.OK and FOR_GOOD in headers.get("Cache-Control", "")
