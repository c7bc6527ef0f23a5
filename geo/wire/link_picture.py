"""`/picture.png?day=2008-04-03&view=europe`: the picture that a link shows of the page it leads to.

Made when it is asked for, at most two at once, and the last few are kept: it is never in the way of a page.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from http import HTTPStatus
from threading import Lock

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from data.headlines import Headline
from data.memberships.told import picture_when
from data.quotation import words_said
from data.rows import rows_with
from data.tables import Tables, current_tables
from data.words import phrase
from geo.drawing.sheet import CARD, Focus
from geo.drawing.svg import dots, in_few_colours
from geo.picture import drawn
from geo.wire.answers import answer, tag_of
from geo.wire.asked import Asked, asked_for
from geo.wire.broken import told_if_broken

AT_ONCE = 2
MOST_WAITING = 8
KEPT = 24
"""Of 60 kB each."""
LAYERS = ("front", "names")
A_DAY_S = 24 * 60 * 60
SOON_S = 5


def link_picture(asked: Asked, tables: Tables) -> bytes:
    """The card of a day as PNG; of a statement it says who said what."""
    facts = picture_when(asked.day, asked.told(tables))
    headline = Headline(facts.headline.title, "")
    if asked.statement:
        row = rows_with(tables, "statements", "id", asked.statement)[0]
        headline = Headline(row.speaker, words_said(row))
    units = (asked.country,) if asked.country else ()
    focus = Focus(units, asked.statement, over=asked.over)
    made = drawn(facts, asked.view, LAYERS, asked.theme, CARD, focus=focus, headline=headline)
    return in_few_colours(dots(made.svg(), CARD.width))


class Busy(Exception):
    """More pictures are waiting than there is room for."""


class Gallery:
    """Pictures by what they show: each made once however many ask, so many at once, so many waiting, so many kept."""

    def __init__(self, make: Callable[[Asked], bytes]) -> None:
        self._make = make
        self._makers = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="picture")
        self._pictures: OrderedDict[Asked, Future[bytes]] = OrderedDict()
        self._lock = Lock()

    def ask(self, asked: Asked) -> "Future[bytes]":
        """The picture, or what it will be; raises Busy."""
        with self._lock:
            found = self._pictures.get(asked)
            if found is None or (found.done() and found.exception()):
                if sum(not each.done() for each in self._pictures.values()) >= AT_ONCE + MOST_WAITING:
                    raise Busy
                found = self._pictures[asked] = self._makers.submit(self._make, asked)
            self._pictures.move_to_end(asked)
            done = [each for each, future in self._pictures.items() if future.done()]
            for each in done[: max(0, len(self._pictures) - KEPT)]:
                del self._pictures[each]
            return found


_gallery = Gallery(lambda asked: link_picture(asked, current_tables()))


@told_if_broken
async def picture(request: Request) -> Response:
    """The route: 400 with a sentence for what the atlas does not have, 503 while too many others wait."""
    tables = await run_in_threadpool(current_tables)
    try:
        asked = asked_for(request.query_params.multi_items(), tables)
    except ValueError as error:
        return PlainTextResponse(str(error), HTTPStatus.BAD_REQUEST)
    try:
        # One who goes away must not take the picture from the others.
        body = await asyncio.shield(asyncio.wrap_future(_gallery.ask(asked)))
    except Busy:
        headers = {"Retry-After": str(SOON_S), "Cache-Control": "no-store"}
        return PlainTextResponse(phrase("preview", "busy"), HTTPStatus.SERVICE_UNAVAILABLE, headers)
    headers = {"Cache-Control": f"public, max-age={A_DAY_S}"}
    return answer(request, body, "image/png", headers=headers, tag=tag_of(body))
