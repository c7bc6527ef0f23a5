"""Routes beside the pages: the atlas's files, immutable and compressed, and the class pages."""

from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from data.gate.text import plain
from geo.publish.class_page import Reader, class_page_made, current_class_page
from geo.publish.embed_page import current_embed_page
from geo.publish.fetch_page import PATH as FETCH
from geo.publish.fetch_page import current_fetch_page
from geo.publish.join_page import current_join_page
from geo.publish.whole_page import WholePage
from geo.wire.answers import answer
from geo.wire.asked import PICTURE, membership_in
from geo.wire.assets import PREFIX as PREFIX
from geo.wire.assets import current_assets, membership_of_file
from geo.wire.broken import BROKEN, told_if_broken
from geo.wire.former import former_file, is_kept, keep_late
from geo.wire.guard import POLICY
from geo.wire.qr import TooLongError, qr_svg, reach_of

A_YEAR_S = 365 * 24 * 60 * 60
LONGEST_PATH = 4000
"""What is longer fits no code, so that no more of it is read."""
FOR_GOOD = f"public, max-age={A_YEAR_S}, immutable"


@told_if_broken
async def asset(request: Request) -> Response:
    """`/eastward/<digest>/<name>`; an unknown digest or name is 404. A former digest is served for a day."""
    assets = await run_in_threadpool(current_assets)
    digest, name = request.path_params["digest"], request.path_params["name"]
    if digest == assets.digest and assets.has(name):
        file, kept = await run_in_threadpool(assets.file, name), FOR_GOOD
        await run_in_threadpool(keep_late, digest, file)
    elif digest != assets.digest and (former := await run_in_threadpool(former_file, digest, name)):
        file, kept = former, FOR_GOOD
    elif assets.has(name) and _is_of_any_edition(name) and await run_in_threadpool(is_kept, digest):
        file, kept = await run_in_threadpool(assets.file, name), "no-cache"
    else:
        return PlainTextResponse(f"no file {plain(name)} in this edition; the current one is {assets.digest}", 404)
    headers = {"Cache-Control": kept, "Vary": "Accept-Encoding"}
    gzipped = await run_in_threadpool(getattr, file, "gzipped") if file.is_text else None
    return answer(request, file.body, file.media_type, headers=headers, gzipped=gzipped)


def _is_of_any_edition(name: str) -> bool:
    """Whether a former edition takes the file of this one: a picture, or facts that nobody had asked for before."""
    return name.endswith(".png") or membership_of_file(name) is not None


@told_if_broken
async def class_page(request: Request) -> Response:
    """`/class`, `/teach`: the lesson over the atlas in one file, for pupils and for the teacher.

    `?membership=eu` asks for that of a membership; of one there is not, the page says so. A browser asks again, and
    hears if nothing has changed.
    """
    reader = Reader(request.url.path.rpartition("/")[2])
    membership = membership_in(request.query_params.multi_items())
    page = class_page_made(reader, membership)  # no thread for each of a whole class
    if page is None:
        page = await run_in_threadpool(current_class_page, reader, membership)
    return _whole(request, page)


@told_if_broken
async def embed(request: Request) -> Response:
    """`/embed`: the map alone, to stand in a frame of another site."""
    page = await run_in_threadpool(current_embed_page, PREFIX)
    return _whole(request, page)


def _whole(request: Request, page: WholePage) -> Response:
    headers = {"Cache-Control": "no-cache", POLICY: page.policy}
    return answer(request, page.body, "text/html", headers=headers, tag=page.tag, gzipped=page.gzipped)


@told_if_broken
async def join(request: Request) -> Response:
    """`/join`: the page of a pupil's phone, which asks for the code of a room; `?code=` has it already."""
    return _whole(request, await run_in_threadpool(current_join_page, PREFIX))


@told_if_broken
async def fetch(request: Request) -> Response:
    """`/fetch`: the frame in which a browser fetches the table of a reader."""
    return _whole(request, await run_in_threadpool(current_fetch_page))


async def picture(request: Request) -> Response:
    """`/picture.png`: what a link shows of the page it leads to."""
    from geo.wire.link_picture import picture as pictured  # all that draws, which no start waits for

    return await pictured(request)


async def _start(request: Request, most: int) -> bytes:
    """At most so many bytes of the body."""
    read = b""
    async for part in request.stream():
        read += part
        if len(read) >= most:
            break
    return read[:most]


@told_if_broken
async def qr(request: Request) -> Response:
    """`/qr?path=/class?stop=5`: the address at which others open a path, how far it reaches, its code; 400 if bad.

    A path that is nobody else's business comes as the body of a POST, which no log of addresses keeps. A path that is
    too long for a code has neither address nor code.
    """
    given = request.query_params.multi_items()
    if request.method == "POST":
        given.append(("path", (await _start(request, LONGEST_PATH)).decode(errors="replace")))
    if [name for name, _ in given] != ["path"]:
        found = plain(", ".join(name for name, _ in given)) or "none"
        return PlainTextResponse(f"parameters: {found}; expected path, once", HTTPStatus.BAD_REQUEST)
    try:
        asker = request.client.host if request.client else None
        reach = reach_of(str(request.base_url).rstrip("/"), given[0][1], asker)
        answer = {"address": reach.address, "how": reach.how, "svg": qr_svg(reach.address)}
    except BROKEN:
        raise
    except TooLongError:
        answer = {"address": "", "how": "long", "svg": ""}  # not the fault of who asks
    except ValueError as error:
        return PlainTextResponse(str(error), HTTPStatus.BAD_REQUEST)
    return JSONResponse(answer, headers={"Cache-Control": "no-store"})


ROUTES = [
    Route(f"/{PREFIX}/{{digest}}/{{name:path}}", asset),
    *(Route(f"/{reader}", class_page) for reader in Reader),
    Route("/embed", embed),
    Route("/join", join),
    Route(f"/{FETCH}", fetch),
    Route("/qr", qr, methods=["GET", "POST"]),
    Route(f"/{PICTURE}", picture),
]
