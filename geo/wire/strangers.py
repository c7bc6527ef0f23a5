"""What pages of other sites may read, and what every address of ours answers to OPTIONS.

Tables, maps and the files of the atlas are for everybody: a notebook in a browser asks for them as a stranger, and so
does a frame that is kept apart from its own site.
"""

from http import HTTPStatus

from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

OPEN = ("/data", "/eastward", "/picture.png")
"""What pages of other sites may read: an address, or all beneath it."""
OURS = (*OPEN, "/class", "/teach", "/embed", "/join", "/fetch", "/room", "/qr", "/healthz")
METHODS = ", ".join(("GET", "HEAD", "OPTIONS"))
TAKES_MORE = {"/qr": f"{METHODS}, POST"}
"""What may be done at an address beside what may be done at all of them."""
A_DAY_S = 24 * 60 * 60
READABLE = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": ", ".join(
        ("Accept-Ranges", "Content-Disposition", "Content-Encoding", "Content-Range", "ETag")
    ),
    "Cross-Origin-Resource-Policy": "cross-origin",
}
ASKED_FIRST = {
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": ", ".join(("If-None-Match", "If-Range", "Range")),
    "Access-Control-Max-Age": str(A_DAY_S),
}


class Strangers:
    """Lets pages of other sites read what is open to them, and answers OPTIONS for all that is ours."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"].removeprefix(scope.get("root_path", "")) if scope["type"] == "http" else ""
        if not _is_among(OURS, path):
            await self._app(scope, receive, send)
            return
        readable = READABLE if _is_among(OPEN, path) else {}
        if scope["method"] == "OPTIONS":
            headers = {"Allow": TAKES_MORE.get(path, METHODS), **readable, **(ASKED_FIRST if readable else {})}
            await Response(status_code=HTTPStatus.NO_CONTENT, headers=headers)(scope, receive, send)
            return

        async def send_readable(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(raw=message["headers"]).update(readable)
            await send(message)

        await self._app(scope, receive, send_readable)


def _is_among(addresses: tuple[str, ...], path: str) -> bool:
    return any(path == each or path.startswith(f"{each}/") for each in addresses)
