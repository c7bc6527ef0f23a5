"""Streamlit's own files as they were sent before: compressed once, not for every visitor.

They are named by their content and never change while the server runs. A first visit asks for seventy of them.
"""

from collections import OrderedDict
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from geo.wire.answers import accepts_gzip

STATIC = "/static/"
"""Below it lie Streamlit's files, so many and no more."""
FOR_GOOD = "immutable"
ASKS_FOR_LESS = ("If-None-Match", "If-Modified-Since", "If-Range", "Range")
KEPT_BYTES = 24_000_000
"""Of all answers together; Streamlit's files take a third. Yet each has as many addresses as slashes can be doubled.

The smallest have sixty bytes, an address up to sixteen thousand: it counts as well.
"""


class _Shelf:
    """Answers by path, up to so many bytes: what nobody asked for longest goes first."""

    def __init__(self) -> None:
        self._answers: OrderedDict[str, tuple[Message, Message]] = OrderedDict()
        self._held = 0

    def get(self, path: str) -> tuple[Message, Message] | None:
        found = self._answers.get(path)
        if found:
            self._answers.move_to_end(path)
        return found

    def put(self, path: str, start: Message, body: bytes) -> None:
        answer: tuple[Message, Message] = start, {"type": "http.response.body", "body": body}
        size = _size(path, answer)
        if path in self._answers or size > KEPT_BYTES:
            return
        self._answers[path] = answer
        self._held += size
        while self._held > KEPT_BYTES:
            self._held -= _size(*self._answers.popitem(last=False))


def _size(path: str, answer: tuple[Message, Message]) -> int:
    """The bytes of an answer with its headers, and of its address."""
    start, body = answer
    return len(path) + sum(len(name) + len(value) for name, value in start["headers"]) + len(body["body"])


class KeptAnswers:
    """Answers from memory what was asked for before, as whoever takes gzip was answered; the rest goes through."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._kept = _Shelf()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"].removeprefix(scope.get("root_path", "")) if _is_usual(scope) else ""
        if not path.startswith(STATIC):
            await self._app(scope, receive, send)
            return
        kept = self._kept.get(path)
        if kept is None:
            await self._app(scope, receive, _Keeping(path, self._kept, send))
            return
        start, body = kept
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

    def __init__(self, path: str, kept: _Shelf, send: Send) -> None:
        self._path, self._kept, self._send = path, kept, send
        self._start: Message | None = None
        self._body = bytearray()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_for_good(message):
            self._start = _own(message)
        elif message["type"] == "http.response.body" and self._start:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                self._kept.put(self._path, self._start, bytes(self._body))
        await self._send(message)


def _is_for_good(start: Message) -> bool:
    headers = Headers(raw=start["headers"])
    return start["status"] == HTTPStatus.OK and FOR_GOOD in headers.get("Cache-Control", "")
