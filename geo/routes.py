"""Routes beside the pages: the atlas's files, immutable and compressed."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from geo.assets import current_assets

PREFIX = "eastward"
A_YEAR_S = 365 * 24 * 60 * 60


async def asset(request: Request) -> Response:
    """`/eastward/<digest>/<name>`; an old digest or an unknown name is 404."""
    assets = await run_in_threadpool(current_assets)
    name = request.path_params["name"]
    if request.path_params["digest"] != assets.digest or name not in assets.names:
        return PlainTextResponse(f"no file {name} in this edition; the current one is {assets.digest}", 404)
    file = await run_in_threadpool(assets.file, name)
    headers = {"Cache-Control": f"public, max-age={A_YEAR_S}, immutable", "Vary": "Accept-Encoding"}
    if file.is_text and "gzip" in request.headers.get("Accept-Encoding", ""):
        return Response(file.gzipped, media_type=file.media_type, headers={**headers, "Content-Encoding": "gzip"})
    return Response(file.body, media_type=file.media_type, headers=headers)


ROUTES = [Route(f"/{PREFIX}/{{digest}}/{{name}}", asset)]
