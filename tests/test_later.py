"""What no start waits for is loaded later, and answers at the same addresses."""

import subprocess
import sys
from pathlib import Path

from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

import dashboard
from geo.room.route import ROUTES as ROOMS
from geo.wire.downloads import ROUTES as DOWNLOADS
from geo.wire.later import Later

ROOT = Path(__file__).parent.parent
DRAWS = {"geo.picture", "geo.wire.downloads", "geo.room.route", "pyogrio", "PIL.ImageFont"}


def test_every_address_of_what_is_loaded_later_leads_there() -> None:
    assert [route.path for route in dashboard.LATER] == [
        *dict.fromkeys(
            "/data/{file}" if route.path.count("/") > 1 and route.path != "/data/" else route.path
            for route in DOWNLOADS
        ),
        *(route.path for route in ROOMS),
    ]


def test_nothing_is_loaded_before_somebody_asks() -> None:
    loads: list[int] = []

    def load() -> list[Route]:
        loads.append(1)
        return [Route("/x/{name}", lambda request: PlainTextResponse(request.path_params["name"]))]

    with TestClient(Starlette(routes=[Route("/x/{anything}", Later(load))])) as client:
        assert loads == []
        assert [client.get(f"/x/{name}").text for name in ("one", "two")] == ["one", "two"]
        assert client.post("/x/one").status_code == 405
    assert loads == [1]


def test_the_app_is_there_before_what_draws() -> None:
    code = f"import sys, dashboard; sys.exit(' '.join({DRAWS} & set(sys.modules)) or 0)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, text=True)
    assert not done.returncode, done.stderr


ONLY_FOR_ITS_OWN = {"pptx", "genanki", "xlsxwriter", "av"}
"""Libraries of one kind of file each."""


def test_a_command_loads_no_library_of_another_file_than_it_makes() -> None:
    modules = "geo.publish.__main__, geo.publish.paper, geo.publish.worksheet"
    code = f"import sys, {modules}; sys.exit(' '.join({ONLY_FOR_ITS_OWN} & set(sys.modules)) or 0)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, text=True)
    assert not done.returncode, done.stderr
