"""Routes below `/data/`: the list of all addresses, every table, map and status of a day, the panel, the package.

An address stays while its content may change with an edition: a browser asks again, and hears if nothing has changed.
"""

from collections.abc import Iterable
from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from data.dates import WHOLE_DATE
from data.export import asked_day
from data.gate.text import plain
from data.tables import current_tables
from data.timeline import check_day
from data.words import phrase, words
from geo.wire.answers import answer, prefers
from geo.wire.broken import Endpoint, told_if_broken
from geo.wire.data_page import HTML, INDEX, PAGE
from geo.wire.guard import DOCUMENT, POLICY
from geo.wire.offers import JSON, OFFERS, TABLES, Asked, Asks, Offer

PREFIX = "data"
DATE = "date"


@told_if_broken
async def table(request: Request) -> Response:
    """`/data/<table>.csv`; an unknown file is 404."""
    file = request.path_params["file"]
    if file not in TABLES:
        others = [f"{each.file}?{DATE}={WHOLE_DATE}" if each.asks is Asks.DAY else each.file for each in OFFERS]
        sentence = phrase("download", "no_table", file=plain(file), known=", ".join(TABLES), others=", ".join(others))
        return PlainTextResponse(sentence, HTTPStatus.NOT_FOUND)
    return _refused(request, ()) or await _sent(request, TABLES[file], None)


@told_if_broken
async def listing(request: Request) -> Response:
    """`/data/`: all addresses as a page, or as JSON for whoever would rather have that."""
    offer = INDEX if prefers(request.headers, JSON, HTML) else PAGE
    return _refused(request, ()) or await _sent(request, offer, _folder(request), Vary="Accept")


async def listing_without_slash(request: Request) -> Response:
    """`/data`: to the list, whose links rest on the slash."""
    return RedirectResponse(f"{PREFIX}/", HTTPStatus.PERMANENT_REDIRECT)


def answering(offer: Offer) -> Endpoint:
    """The route of a file: a bad or missing date is 400, with a sentence."""

    @told_if_broken
    async def answered(request: Request) -> Response:
        if refused := _refused(request, (DATE,) if offer.asks is Asks.DAY else ()):
            return refused
        asked: Asked = _folder(request) if offer.asks is Asks.ADDRESS else None
        if offer.asks is Asks.DAY:
            tables = await run_in_threadpool(current_tables)
            text = request.query_params.get(DATE)
            try:
                if text is None:
                    raise ValueError(phrase("download", "no_date", day=WHOLE_DATE))
                asked = asked_day(text)
                check_day(asked, tables)
            except ValueError as error:
                return PlainTextResponse(str(error), HTTPStatus.BAD_REQUEST)
        return await _sent(request, offer, asked)

    return answered


def _folder(request: Request) -> str:
    """The address of the folder of the downloads, as the one who asks sees it."""
    return f"{str(request.base_url).rstrip('/')}/{PREFIX}/"


def _refused(request: Request, known: Iterable[str]) -> Response | None:
    """A sentence about a parameter that is unknown or stands twice, or None where all is well."""
    names = [name for name, _ in request.query_params.multi_items()]
    for name in names:
        if name not in known:
            expected = ", ".join(known) or words()["download"]["no_parameter"]
            sentence = phrase("download", "unknown_parameter", name=plain(name), known=expected)
            return PlainTextResponse(sentence, HTTPStatus.BAD_REQUEST)
        if names.count(name) > 1:
            sentence = phrase("download", "twice", name=name, n=names.count(name))
            return PlainTextResponse(sentence, HTTPStatus.BAD_REQUEST)
    return None


async def _sent(request: Request, offer: Offer, asked: Asked, **headers: str) -> Response:
    made = await run_in_threadpool(offer.made, asked)
    headers["Cache-Control"] = "no-cache"
    if offer.media_type == HTML:
        headers[POLICY] = DOCUMENT
    else:
        headers["Content-Disposition"] = f'attachment; filename="{offer.saved_as(asked)}"'
    return answer(request, made.body, offer.media_type, headers=headers, tag=made.tag, gzipped=made.gzipped)


ROUTES = [
    Route(f"/{PREFIX}", listing_without_slash),
    Route(f"/{PREFIX}/", listing),
    *(Route(f"/{PREFIX}/{offer.file}", answering(offer)) for offer in (*OFFERS, INDEX)),
    Route(f"/{PREFIX}/{{file}}", table),
]
