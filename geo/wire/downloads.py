"""Routes to the tables: each as CSV, the status of every unit on a day, and all of them as one package.

An address stays while its content may change with an edition: a browser asks again, and hears if nothing has changed.
"""

from collections.abc import Callable, Iterable
from functools import cache
from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from data.dates import WHOLE_DATE
from data.export import PACKAGE, asked_day, package_zip, status_csv, table_csv
from data.schema import SCHEMA
from data.tables import current_tables
from data.words import phrase, words
from geo.wire.answers import answer, tag_of
from geo.wire.broken import told_if_broken

PREFIX = "data"
CSV = "text/csv; charset=utf-8"
ZIP = "application/zip"
DATE = "date"


@told_if_broken
async def table(request: Request) -> Response:
    """`/data/<table>.csv`; an unknown table is 404."""
    file = request.path_params["file"]
    name = file.removesuffix(".csv")
    if name == file or name not in SCHEMA:
        known = ", ".join(f"{table}.csv" for table in SCHEMA)
        sentence = phrase("download", "no_table", file=file, known=known, day=WHOLE_DATE, package=PACKAGE)
        return PlainTextResponse(sentence, HTTPStatus.NOT_FOUND)
    return _refused(request, ()) or await _answer(request, lambda: _table(name), CSV, file)


@told_if_broken
async def status(request: Request) -> Response:
    """`/data/status.csv?date=1999-12-31`; a bad or missing date is 400."""
    if refused := _refused(request, (DATE,)):
        return refused
    text = request.query_params.get(DATE)
    tables = await run_in_threadpool(current_tables)
    try:
        if text is None:
            raise ValueError(phrase("download", "no_date", day=WHOLE_DATE))
        day = asked_day(text)
        body = await run_in_threadpool(lambda: status_csv(day, tables).encode())
    except ValueError as error:
        return PlainTextResponse(str(error), HTTPStatus.BAD_REQUEST)
    return await _answer(request, lambda: body, CSV, f"status-{day}.csv")


@told_if_broken
async def package(request: Request) -> Response:
    """`/data/eastward.zip`: every table with its description."""
    return _refused(request, ()) or await _answer(request, _package, ZIP, f"{PACKAGE}.zip")


@cache
def _table(name: str) -> bytes:
    return table_csv(name, current_tables()).encode()


@cache
def _package() -> bytes:
    return package_zip(current_tables())


def _refused(request: Request, known: Iterable[str]) -> Response | None:
    """A sentence about a parameter that is unknown or stands twice, or None where all is well."""
    names = [name for name, _ in request.query_params.multi_items()]
    for name in names:
        if name not in known:
            expected = ", ".join(known) or words()["download"]["no_parameter"]
            sentence = phrase("download", "unknown_parameter", name=name, known=expected)
            return PlainTextResponse(sentence, HTTPStatus.BAD_REQUEST)
        if names.count(name) > 1:
            sentence = phrase("download", "twice", name=name, n=names.count(name))
            return PlainTextResponse(sentence, HTTPStatus.BAD_REQUEST)
    return None


async def _answer(request: Request, make: Callable[[], bytes], media_type: str, file: str) -> Response:
    body = await run_in_threadpool(make)
    headers = {"Cache-Control": "no-cache", "Content-Disposition": f'attachment; filename="{file}"'}
    return answer(request, body, media_type, headers=headers, tag=tag_of(body))


ROUTES = [
    Route(f"/{PREFIX}/status.csv", status),
    Route(f"/{PREFIX}/{PACKAGE}.zip", package),
    Route(f"/{PREFIX}/{{file}}", table),
]
