"""How a file is answered: as it is, compressed, or as unchanged where the one who asks has it already."""

import hashlib
import re
from collections.abc import Mapping
from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

GZIP = ("gzip", "x-gzip")
ANY = "*"
VARIES = "Accept-Encoding"
PACKED = ("application/zip", "image/png")
"""Types that nobody on the way compresses again."""
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)
_TAG = re.compile(r'(?:W/)?("[^"]*")')


def tag_of(body: bytes) -> str:
    """The tag of a content; weak, since the same text may travel compressed."""
    return f'W/"{hashlib.sha256(body).hexdigest()[:16]}"'


def answer(
    request: Request,
    body: bytes,
    media_type: str,
    *,
    headers: Mapping[str, str],
    tag: str = "",
    gzipped: bytes | None = None,
) -> Response:
    """The body, compressed where there is such a form and it is wanted, or the part of it that is asked for.

    304 where the one who asks has its tag, without the headers that concern the content alone, `Content-*`; 416 where
    the part lies beyond the body. A part is never compressed.
    """
    kept = dict(headers) | ({"ETag": tag} if tag else {})
    if gzipped is not None and VARIES not in (varies := kept.get("Vary", "")):
        kept["Vary"] = f"{varies}, {VARIES}" if varies else VARIES
    if tag and has_tag(request.headers, tag):
        lasting = {name: value for name, value in kept.items() if not name.lower().startswith("content-")}
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=lasting)
    kept["Accept-Ranges"] = "bytes"
    if tag and media_type in PACKED:
        kept["ETag"] = tag.removeprefix("W/")  # the same bytes for all: a part may be joined to another
    if (wanted := _part(request, len(body), kept.get("ETag", ""))) is not None:
        if not wanted:
            return PlainTextResponse(
                "", HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, {"Content-Range": f"bytes */{len(body)}"}
            )
        part = body[wanted.start : wanted.stop]
        kept["Content-Range"] = f"bytes {wanted.start}-{wanted.stop - 1}/{len(body)}"
        return Response(part, HTTPStatus.PARTIAL_CONTENT, media_type=media_type, headers=kept)
    if gzipped is not None and accepts_gzip(request.headers):
        return Response(gzipped, media_type=media_type, headers={**kept, "Content-Encoding": "gzip"})
    return Response(body, media_type=media_type, headers=kept)


def _part(request: Request, length: int, tag: str) -> range | None:
    """The bytes of a body that a request asks for, none of them where they lie beyond it; None where it wants all.

    One range is understood; several, or one of another content than is sent now, are answered with all of it.
    """
    asked = _RANGE.fullmatch(request.headers.get("Range", "").strip())
    known = request.headers.get("If-Range", tag)
    has_the_same = known == tag and not ("If-Range" in request.headers and known.startswith("W/"))
    if not asked or request.method != "GET" or not has_the_same:
        return None
    first, last = asked.groups()
    if not first:
        return range(max(0, length - int(last)), length) if last else None
    stop = int(last) + 1 if last else length
    return range(int(first), min(stop, length)) if stop > int(first) or not last else None


def has_tag(headers: Headers, tag: str) -> bool:
    """Whether If-None-Match names a tag, `*` included; weak comparison (RFC 9110, 8.8.3.2)."""
    given = ",".join(headers.getlist("If-None-Match"))
    return given.strip() == ANY or tag.removeprefix("W/") in _TAG.findall(given)


def prefers(headers: Headers, media_type: str, other: str) -> bool:
    """Whether Accept names a media type, with a weight above that of another."""
    weights = _weights(headers, "Accept")
    return weights.get(media_type, 0) > weights.get(other, 0)


def accepts_gzip(headers: Headers) -> bool:
    """Whether a body may travel as gzip: Accept-Encoding names it, or `*`, with a weight above 0."""
    weights = _weights(headers, "Accept-Encoding")
    named = [weights[coding] for coding in GZIP if coding in weights]
    return max(named, default=weights.get(ANY, 0)) > 0


def _weights(headers: Headers, name: str) -> dict[str, float]:
    """What a header of wishes names, in small letters, each with its weight."""
    weights: dict[str, float] = {}
    for each in ",".join(headers.getlist(name)).split(","):
        wish, *parameters = (part.strip().lower() for part in each.split(";"))
        weights[wish] = _weight(parameters)
    return weights


def _weight(parameters: list[str]) -> float:
    """The weight of a wish: 1 where none is given, 0 where it cannot be read."""
    given = next((each[2:] for each in parameters if each.startswith("q=")), "1")
    return float(given) if re.fullmatch(r"[01](\.\d{0,3})?", given, re.ASCII) else 0


class GzipWhereWanted(GZipMiddleware):
    """Starlette's compression, which takes `gzip;q=0` for a wish."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            scope = dict(scope)
            headers = MutableHeaders(scope=scope)
            accepted = accepts_gzip(headers)
            del headers["Accept-Encoding"]
            if accepted:
                headers["Accept-Encoding"] = GZIP[0]
        await super().__call__(scope, receive, send)
