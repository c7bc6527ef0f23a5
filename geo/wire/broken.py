"""What the routes say while the tables, or what rests on them, do not hold together."""

import logging
from collections.abc import Awaitable, Callable
from functools import wraps
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from data.errors import DataError
from data.settings import SettingError
from geo.errors import GeoError

BROKEN: tuple[type[ValueError], ...] = (DataError, GeoError)
"""What is raised where tables, captions, words, shapes, lesson or claims do not hold together."""

Endpoint = Callable[[Request], Awaitable[Response]]
_log = logging.getLogger(__name__)


def sentence(error: ValueError) -> str:
    """What a reader is told."""
    if isinstance(error, SettingError):
        return f"The atlas cannot be shown: a setting of this instance cannot be used.\n\n{error}"
    return f"The atlas cannot be drawn: its tables or shapes do not hold together.\n\n{error}"


def told_if_broken(endpoint: Endpoint) -> Endpoint:
    """A route that answers 503 and the sentence, in plain text, where the tables do not hold together."""

    @wraps(endpoint)
    async def answered(request: Request) -> Response:
        try:
            return await endpoint(request)
        except BROKEN as error:
            return PlainTextResponse(
                sentence(error), HTTPStatus.SERVICE_UNAVAILABLE, headers={"Cache-Control": "no-store"}
            )

    return answered


def logged_if_broken(make: Callable[[], None]) -> None:
    """Do what the start does ahead of time; where the tables do not hold together, the log says so."""
    try:
        make()
    except BROKEN as error:
        _log.error("%s", sentence(error))
