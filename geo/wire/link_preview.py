"""What the document of a page tells those who show a link to it: title, description, and the picture of the day.

Messengers and learning platforms run no script: what Streamlit writes into the title later they never see. The tags are
therefore put into its document as it leaves.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from http import HTTPStatus
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import parse_qsl, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.called import bare_of
from data.dates import spelled_as_given
from data.headlines import when_on
from data.memberships.laid_over import told_of_members
from data.memberships.reader import current_membership
from data.memberships.shipped import shipped
from data.memberships.told import Told, membership_of, picture_when, tables_of
from data.names import Names
from data.picture import picture_on
from data.quotation import words_said
from data.rows import rows_with
from data.settings import address
from data.tables import Tables, current_tables
from data.words import phrase, words
from geo.drawing.offered import view_name
from geo.drawing.sheet import CARD
from geo.lesson.lesson import Lesson, day_of
from geo.wire.asked import MEMBERSHIP, PICTURE, Asked, Given, known_of
from geo.wire.assets import assets_made
from geo.wire.broken import BROKEN
from geo.wire.guard import POLICY, hashes_of, policy_of_pages
from geo.wire.icons_later import icons_later
from geo.wire.old_browsers import check
from geo.wire.page_type import page_type

FIRST = ""
"""The path of the first page."""
TAKES = {
    FIRST: frozenset({"day", "year", "view", "statement", "country", MEMBERSHIP, "over"}),
    "red_lines": frozenset({"statement"}),
    "countries": frozenset({"country"}),
}
"""What of an address changes what a page shows at first."""
MOST_QUERY = 2000
NOT_SHOWN = frozenset({"view", "over", MEMBERSHIP})
"""What of it tells of no day: alone it leaves the title of the page as it is."""
TITLE = b"<title>Streamlit</title>"
END_OF_HEAD = b"</head>"
ASKS_FOR_LESS = ("If-None-Match", "If-Modified-Since", "If-Range", "Range", "Accept-Encoding")
OF_THE_FILE = ("ETag", "Last-Modified", "Accept-Ranges")


@dataclass(frozen=True)
class Preview:
    """What is told of a page; `path` is its own and `picture` that of its picture, relative to the instance."""

    title: str
    description: str
    path: str
    picture: str = ""
    alt: str = ""

    def html(self, base: str) -> str:
        """The tags; `base` is the address of the instance, or empty where nobody knows it for sure."""
        return "\n".join((f"<title>{escape(self.title)}</title>", *self._tags(base)))

    def _tags(self, base: str) -> Iterator[str]:
        yield _meta("name", "description", self.description)
        told = {"title": self.title, "description": self.description}
        more = {"site_name": phrase("preview", "site"), "type": "website", "locale": "en"}
        if base:
            more["url"] = base + self.path
        if self.picture:
            told["image"] = base + self.picture
            more |= {"image:width": str(CARD.width), "image:height": str(CARD.height), "image:alt": self.alt}
        for name, content in (told | more).items():
            yield _meta("property", f"og:{name}", content)
        card = "summary_large_image" if self.picture else "summary"
        for name, content in ({"card": card} | told).items():
            yield _meta("name", f"twitter:{name}", content)


def _meta(kind: str, name: str, content: str) -> str:
    return f'<meta {kind}="{name}" content="{escape(content)}">'


# -------------------------------------------------------------------- what is told


def preview_of(page: str, given: Given, tables: Tables) -> Preview:
    """What is told of a page at an address; what the atlas does not have is left out of it."""
    taken = TAKES.get(page, frozenset())
    asked, known = known_of([(name, value) for name, value in given if name in taken], tables)
    address = asked.address(tables)
    path = f"{page}?{address}" if known else page
    if asked.membership:
        from geo.wire.membership_preview import membership_told  # draws on much that no start waits for

        membership = current_membership(asked.membership)
        title, description = membership_told(membership, asked, is_day_asked=bool(known - NOT_SHOWN))
        path = path if known != {MEMBERSHIP} else f"{page}?{MEMBERSHIP}={asked.membership}"
    else:
        title, description = _told(page, asked, known, tables)
    return Preview(title, description, path, f"{PICTURE}?{address}", _alt(asked, tables))


def general_preview(page: str) -> Preview:
    """What is told of a page before the tables have been read: no day and no picture."""
    return Preview(*_general(page), page)


def lesson_preview(lesson: Lesson, told: Told, path: str) -> Preview:
    """What is told of a class page of a lesson, the pupil's or the teacher's, with the picture of its first stop."""
    first, membership, tables = lesson.stops[0], membership_of(told), tables_of(told)
    asked = Asked(day_of(first, told), first.view, "light", "", "", membership.id if membership else "")
    description = phrase("preview", "membership_lesson" if membership else "lesson", subtitle=lesson.subtitle)
    title = phrase("class_file", "title", lesson=lesson.title)
    of = f"{path}?{MEMBERSHIP}={membership.id}" if membership else path
    return Preview(title, description, of, f"{PICTURE}?{asked.address(tables)}", _alt(asked, tables))


def embed_preview() -> Preview:
    """What is told of the map alone, with the picture of the last day."""
    return Preview(phrase("preview", "work"), phrase("preview", "embed"), "embed", PICTURE, phrase("preview", "work"))


def join_preview() -> Preview:
    """What is told of the page that a class joins with."""
    return Preview(
        phrase("room", "phone", "title"), phrase("preview", "join"), "join", PICTURE, phrase("preview", "work")
    )


def _told(page: str, asked: Asked, known: frozenset[str], tables: Tables) -> tuple[str, str]:
    picture, when = picture_on(asked.day, tables), when_on(asked.day, tables)
    line = picture.headline
    if asked.statement:
        row = rows_with(tables, "statements", "id", asked.statement)[0]
        return phrase("preview", "statement", speaker=row.speaker, when=spelled_as_given(row.date)), words_said(row)
    if asked.country:
        unit = picture.units[asked.country]
        key = "named" if when == str(asked.day.year) else "named_day"
        title = phrase("preview", key, name=Names.of(tables).of_unit(asked.country, asked.day), when=when)
        told = {"when": when, "headline": line.title, "status": bare_of(unit.status, picture.called)}
        if not unit.since:
            return title, phrase("preview", "country", **told)
        return title, phrase("preview", "country_since", since=spelled_as_given(unit.since), **told)
    if known:
        return phrase("preview", "title", when=when, headline=line.title), line.detail
    return _general(page)


def _general(page: str) -> tuple[str, str]:
    told = words()["preview"]
    if page not in told["pages"]:
        return told["work"], told["about"]
    return phrase("preview", "page", page=words()["frame"][page]), told["pages"][page]


def _alt(asked: Asked, tables: Tables) -> str:
    picture = picture_when(asked.day, asked.told(tables))
    told = {"view": view_name(asked.view), "when": picture.when, "headline": picture.headline.title}
    over = f" {told_of_members(shipped(asked.over), asked.day)}." if asked.over else ""
    return phrase("preview", "picture", **told) + over


# -------------------------------------------------------------------- where the instance is


def base_of(scope: Scope) -> str:
    """The address of the instance with a slash: the deployer's, else what the reader used if it can be no other's.

    A host in a request is whatever its sender likes, and what stands in a document may be kept and shown to others.
    Only one that is the very socket on which the request came is believed; else the base is empty.
    """
    if base := address():
        return base
    host, port = scope.get("server") or ("", None)
    try:
        used = urlsplit(f"//{Headers(scope=scope).get('Host', '')}")
        here, asked = ip_address(host), _ip(used.hostname or "")
        is_ours = asked == here or (here.is_loopback and asked.is_loopback)
        used_port = used.port or {"http": 80, "https": 443}[scope["scheme"]]
    except (ValueError, KeyError):
        return ""
    if not is_ours or used_port != port or "@" in used.netloc or used.path or used.query or used.fragment:
        return ""
    named = used.hostname if ":" not in (used.hostname or "") else f"[{asked}]"
    return f"{scope['scheme']}://{named}:{port}{scope.get('root_path', '')}/"


def _ip(host: str) -> IPv4Address | IPv6Address:
    return ip_address("127.0.0.1" if host == "localhost" else host)


# -------------------------------------------------------------------- into the document


@lru_cache(maxsize=256)
def _tags(page: str, query: str, base: str) -> bytes:
    given = parse_qsl(query[:MOST_QUERY])
    return preview_of(page, given, current_tables()).html(base).encode()


def _tags_at(page: str, scope: Scope) -> bytes:
    """The tags for what is asked; without the tables where they have not been read, or do not hold together."""
    try:
        base = base_of(scope)
        if assets_made() is not None:
            return _tags(page, scope["query_string"].decode("latin-1"), base)
    except BROKEN:
        base = ""
    return general_preview(page).html(base).encode()


class LinkPreview:
    """Puts the tags into the documents of the pages named, the first of which has the empty path."""

    def __init__(self, app: ASGIApp, pages: Sequence[str]) -> None:
        self._app = app
        self._pages = frozenset((FIRST, *pages[1:]))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_asked = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        page = scope["path"].removeprefix(scope.get("root_path", "")).strip("/") if is_asked else None
        if page not in self._pages:
            await self._app(scope, receive, send)
            return
        await self._app(_whole(scope), receive, _Rewriting(page, scope, send))


def _whole(scope: Scope) -> Scope:
    """The same request for the whole document as it is: tags change with the day, which the file does not know."""
    scope = {**scope, "method": "GET"}  # the server leaves out the body of an answer to HEAD, and needs its length
    headers = MutableHeaders(scope=scope)
    for name in ASKS_FOR_LESS:
        del headers[name]
    return scope


class _Rewriting:
    """Takes an answer; sends it on as it is, or a document as soon as it is whole."""

    def __init__(self, page: str, scope: Scope, send: Send) -> None:
        self._page, self._scope, self._send = page, scope, send
        self._start: Message | None = None
        self._body = bytearray()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_document(message):
            self._start = message
        elif message["type"] == "http.response.body" and self._start:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._finish(self._start)
        else:
            await self._send(message)

    async def _finish(self, start: Message) -> None:
        tags = await run_in_threadpool(_tags_at, self._page, self._scope)
        more = b"\n".join((tags, page_type(), check(), icons_later())) + END_OF_HEAD
        body = bytes(self._body).replace(TITLE, b"", 1).replace(END_OF_HEAD, more, 1)
        headers = MutableHeaders(raw=list(start["headers"]))
        for name in OF_THE_FILE:
            del headers[name]
        headers["Content-Length"] = str(len(body))
        headers[POLICY] = policy_of_pages(hashes_of(body))
        await self._send({**start, "headers": headers.raw})
        await self._send({"type": "http.response.body", "body": body})


def _is_document(start: Message) -> bool:
    headers = Headers(raw=start["headers"])
    is_plain = "Content-Encoding" not in headers
    return start["status"] == HTTPStatus.OK and is_plain and headers.get("Content-Type", "").startswith("text/html")
