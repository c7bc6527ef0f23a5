"""The pages' document says what it needs to browsers that cannot run it, instead of staying blank.

Streamlit's script uses regular expressions with the flag `v`, from Chrome 112, Firefox 116 and Safari 17 on. The class
page runs in older ones.
"""

import json
from functools import cache
from html import escape
from http import HTTPStatus
from pathlib import Path
from string import Template

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.words import words

SHELL = b'<div id="root">'
"""What only the document of the pages has."""
HEAD_ENDS = b"</head>"
LOOK = "max-width:36em;margin:12vh auto;padding:0 1.5em;font:1.125em/1.5 sans-serif"


class OldBrowsers:
    """Puts the check into the document of the pages; goes inside whatever compresses."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        start: Message | None = None
        body = b""

        async def send_with_check(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start" and _is_whole_page(message):
                start = message
            elif start is None or message["type"] != "http.response.body":
                await send(message)
            else:
                body += message.get("body", b"")
                if not message.get("more_body", False):
                    checked = with_check(body)
                    MutableHeaders(raw=start["headers"])["Content-Length"] = str(len(checked))
                    await send(start)
                    await send({"type": "http.response.body", "body": checked})

        await self._app(scope, receive, send_with_check)


def _is_whole_page(start: Message) -> bool:
    headers = MutableHeaders(raw=start["headers"])
    is_html = headers.get("Content-Type", "").startswith("text/html")
    return start["status"] == HTTPStatus.OK and is_html and "Content-Encoding" not in headers


def with_check(page: bytes) -> bytes:
    """The document with the check at the end of its head; any other document as it is."""
    if SHELL not in page:
        return page
    return page.replace(HEAD_ENDS, check() + HEAD_ENDS, 1)


@cache
def check() -> bytes:
    """The script that tells, where the pages cannot run, what they need and where else to go."""
    text = words()["old_browser"]
    link = f'<a href="class">{escape(text["link"])}</a>'
    told = f'<main style="{LOOK}"><h1>{escape(text["title"])}</h1><p>{escape(text["needs"])}</p><p>{link}</p></main>'
    script = Path(__file__).with_name("old_browsers.html").read_text(encoding="utf-8")
    return Template(script).substitute(words=json.dumps(told).replace("</", "<\\/")).encode()
