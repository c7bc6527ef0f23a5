"""A link shows what it leads to: tags for the address asked, the picture of its day, and never a host of a stranger."""

import gzip
import io
import re
from collections.abc import Iterator
from concurrent.futures import Future
from datetime import date
from html import escape, unescape
from html.parser import HTMLParser
from threading import Event

import pytest
from each import for_each
from PIL import Image
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from data.tables import current_tables
from geo.lesson.lesson import current_lesson
from geo.publish.class_page import current_class_page
from geo.wire import assets as made
from geo.wire.answers import GzipWhereWanted
from geo.wire.asked import Asked, asked_for
from geo.wire.assets import current_assets
from geo.wire.icons_later import icons_later
from geo.wire.link_picture import AT_ONCE, KEPT, MOST_WAITING, Busy, Gallery
from geo.wire.link_preview import LinkPreview, lesson_preview
from geo.wire.old_browsers import check
from geo.wire.page_type import page_type
from geo.wire.routes import ROUTES

PAGES = ("atlas", "red_lines", "claims", "countries", "about")
OURS = "http://127.0.0.1:8501"
MUNICH = "2007-02-10-putin-munich"
DOCUMENT = f"<!DOCTYPE html><html><head><title>Streamlit</title></head><body>{'x' * 2000}</body></html>"


async def document(_request: Request) -> Response:
    return HTMLResponse(DOCUMENT, headers={"ETag": '"file"', "Last-Modified": "Mon, 01 Jan 2024 00:00:00 GMT"})


async def other(_request: Request) -> Response:
    return JSONResponse({"title": "<title>Streamlit</title>"})


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("static") / "index.html"
    path.write_text(DOCUMENT, encoding="utf-8")

    async def file(_request: Request) -> Response:
        return FileResponse(path)

    current_assets()
    routes = [Route("/", document), Route("/red_lines", file), Route("/claims", other), *ROUTES]
    routes += [Route(f"/{page}", document) for page in ("countries", "about", "elsewhere")]
    middleware = [Middleware(GzipWhereWanted, minimum_size=1000), Middleware(LinkPreview, pages=PAGES)]
    with TestClient(Starlette(routes=routes, middleware=middleware), base_url=OURS) as opened:
        yield opened


class Tags(HTMLParser):
    """The tags of a document by name; the title under `title`."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {"title": unescape(re.findall(r"<title>(.*?)</title>", text)[0])}
        assert text.count("<title>") == 1
        self.feed(text.partition("</head>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "meta" and (name := given.get("property") or given.get("name")):
            assert name not in self.found
            self.found[name] = given["content"] or ""


def tags(client: TestClient, address: str, **headers: str) -> dict[str, str]:
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200
    return Tags(answer.text).found


WORK = "Eastward: an atlas of NATO’s enlargement and Russia’s red lines"
TOLD = [
    ("/", WORK, "Drag the year", "", "year=2026"),
    ("/?year=2004", "2004: Seven countries join, the largest round since 1949", "29 March", "?year=2004", "year=2004"),
    ("/?day=2008-04-03", "3 April 2008: Bucharest Summit", "", "?day=2008-04-03", "day=2008-04-03"),
    ("/?year=1999&view=baltic", "1999: ", "", "?year=1999&view=baltic", "year=1999&view=baltic"),
    ("/?year=1999&country=POL", "Poland in 1999", "Member since 12 March 1999", "?year=1999&country=POL",
     "year=1999&country=POL"),
    ("/?day=1990-03-03&country=DEU", "West Germany on 3 March 1990", "Member since", "?day=1990-03-03&country=DEU",
     "day=1990-03-03&country=DEU"),
    ("/?year=2015&country=UKR", "Ukraine in 2015", "On a path since 23 December 2014", "?year=2015&country=UKR",
     "year=2015&country=UKR"),
    (f"/?statement={MUNICH}&year=1999", "Vladimir Putin, 10 February 2007", "serious provocation",
     f"?day=2007-02-10&statement={MUNICH}", f"day=2007-02-10&statement={MUNICH}"),
    ("/?year=1700&view=moon&country=XYZ&utm=1", WORK, "Drag the year", "", "year=2026"),
    (f"/red_lines?statement={MUNICH}&year=1999", "Vladimir Putin, 10 February 2007", "serious provocation",
     f"red_lines?day=2007-02-10&statement={MUNICH}", f"day=2007-02-10&statement={MUNICH}"),
    ("/countries?country=FIN", "Finland in 2026", "Member since 4 April 2023", "countries?year=2026&country=FIN",
     "year=2026&country=FIN"),
    ("/about?year=1999", "About · Eastward", "What the colours and marks mean", "about", "year=2026"),
]  # fmt: skip


@for_each("address, title, description, path, picture", TOLD)
def test_an_address_tells_what_it_leads_to(
    client: TestClient, address: str, title: str, description: str, path: str, picture: str
) -> None:
    found = tags(client, address)
    assert found["title"].startswith(title)
    assert found["og:title"] == found["twitter:title"] == found["title"]
    assert description in found["description"]
    assert found["og:description"] == found["twitter:description"] == found["description"]
    assert found["og:url"] == f"{OURS}/{path}"
    assert found["og:image"] == found["twitter:image"] == f"{OURS}/picture.png?{picture}"
    assert found["twitter:card"] == "summary_large_image"
    assert found["og:image:alt"]


def test_the_class_page_tells_its_lesson() -> None:
    lesson = current_lesson()
    found = Tags(current_class_page().body.decode()[:20_000]).found
    assert found["og:title"] == found["title"] == f"{lesson.title} – Eastward"
    assert lesson.subtitle in found["og:description"]
    assert found["og:image"] == "picture.png?year=1949&view=north_atlantic"
    assert "og:url" not in found


def test_with_an_address_of_its_own_the_class_page_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    html = lesson_preview(current_lesson(), current_tables(), "class").html("https://atlas.school.example/nato/")
    assert 'content="https://atlas.school.example/nato/picture.png?year=1949&amp;view=north_atlantic"' in html
    assert 'content="https://atlas.school.example/nato/class"' in html


# ---------------------------------------------------------------------- whose address it is

HOSTILE = [
    "evil.example",
    "evil.example:8501",
    "127.0.0.1:2024",
    "10.0.0.7:8501",
    "127.0.0.1:8501@evil.example",
    "evil.example#127.0.0.1:8501",
    "127.0.0.1:8501/evil",
    '127.0.0.1:8501"><script>alert(1)</script>',
    "[::ffff:10.0.0.7]:8501",
    "localhost.evil.example:8501",
    "[evil",
    "127.0.0.1:port",
    "",
]


def without_scripts(text: str) -> str:
    """A document without the style and the two scripts that each has."""
    for part in (page_type(), check(), icons_later()):
        text = text.replace(part.decode(), "", 1)
    return text


@for_each("host", HOSTILE)
def test_no_host_of_a_stranger_comes_back(client: TestClient, host: str) -> None:
    found = tags(client, "/?year=2004", Host=host)
    assert "og:url" not in found
    assert found["og:image"] == found["twitter:image"] == "picture.png?year=2004"
    answer = client.get("/?year=2004", headers={"Host": host, "X-Forwarded-Host": "evil.example"})
    text = without_scripts(answer.text)
    assert not re.search(r"evil|<script|alert|:2024|10\.0\.0\.7", text)


@pytest.mark.parametrize("host", ["127.0.0.1:8501", "localhost:8501", "[::1]:8501"])
def test_the_socket_itself_is_believed(client: TestClient, host: str) -> None:
    assert tags(client, "/", Host=host)["og:url"] == f"http://{host}/"


def test_the_deployers_address_goes_before_every_host(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EASTWARD_URL", "https://atlas.school.example/nato")
    found = tags(client, "/?year=2004", Host="evil.example")
    assert found["og:url"] == "https://atlas.school.example/nato/?year=2004"
    assert found["og:image"] == "https://atlas.school.example/nato/picture.png?year=2004"


@pytest.mark.parametrize("name", ["year", "view", "statement", "country", "day", "other"])
def test_nothing_of_an_address_comes_back_as_markup(client: TestClient, name: str) -> None:
    text = without_scripts(client.get("/", params={name: '"><script>alert(1)</script>'}).text)
    assert "<script" not in text and escape("<script") not in text


# ---------------------------------------------------------------------- the document as an answer


def test_an_answer_is_as_long_as_it_says_in_every_form(client: TestClient) -> None:
    for path in ("/?year=2004", "/red_lines"):
        plain = client.get(path, headers={"Accept-Encoding": "identity"})
        assert int(plain.headers["Content-Length"]) == len(plain.content) > len(DOCUMENT)
        assert "Content-Encoding" not in plain.headers
        with client.stream("GET", path, headers={"Accept-Encoding": "gzip"}) as answer:
            packed = b"".join(answer.iter_raw())
            assert answer.headers["Content-Encoding"] == "gzip"
            assert int(answer.headers["Content-Length"]) == len(packed)
        assert gzip.decompress(packed) == plain.content
        head = client.head(path, headers={"Accept-Encoding": "identity"})
        assert head.headers["Content-Length"] == plain.headers["Content-Length"]


def test_a_document_is_sent_whole_whoever_has_the_file(client: TestClient) -> None:
    for asks in (
        {"If-None-Match": "*"},
        {"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"},
        {"Range": "bytes=0-9"},
    ):
        answer = client.get("/red_lines", headers=asks)
        assert answer.status_code == 200
        assert not {"ETag", "Last-Modified", "Accept-Ranges"} & {name.title() for name in answer.headers}
        assert "og:title" in answer.text


def test_other_answers_are_left_alone(client: TestClient) -> None:
    assert client.get("/claims").json() == {"title": "<title>Streamlit</title>"}
    assert client.get("/elsewhere").text == DOCUMENT


def test_before_the_tables_are_read_a_page_tells_its_name(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made, "_current", [])
    found = tags(client, "/?year=2004")
    assert found["og:title"] == WORK
    assert found["twitter:card"] == "summary"
    assert "og:image" not in found


# ---------------------------------------------------------------------- the picture


def test_the_picture_has_its_size_and_is_kept(client: TestClient) -> None:
    first = client.get(f"/picture.png?statement={MUNICH}&theme=dark&view=black_sea")
    assert first.headers["Content-Type"] == "image/png"
    assert first.headers["Cache-Control"] == "public, max-age=86400"
    with Image.open(io.BytesIO(first.content)) as painted:
        assert painted.size == (1200, 630)
    again = client.get(first.request.url, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@for_each(
    "query, said",
    [
        ("year=1948", "expected a year from 1949 to 2026"),
        ("year=²⁰⁰⁴", "expected a year from"),
        ("day=2030-01-01", "expected a day from 1949-01-01"),
        ("day=2008-02-30", "2008-02-30"),
        ("day=2008", "YYYY-MM-DD"),
        ("view=moon", "expected one of europe"),
        ("theme=red", "expected one of light, dark"),
        ("statement=nobody", "the id of a statement"),
        ("country=XYZ", "expected one of"),
        ("width=9", "unknown parameter 'width'; expected day, year"),
        ("year=2004&year=2004", "year stands 2 times"),
    ],
)
def test_what_the_atlas_does_not_have_is_refused_in_a_sentence(client: TestClient, query: str, said: str) -> None:
    answer = client.get(f"/picture.png?{query}")
    assert answer.status_code == 400
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert said in answer.text


def test_the_same_is_one_picture_however_it_is_asked_for() -> None:
    tables = current_tables()
    assert asked_for([("day", "2004-12-31")], tables) == asked_for([("view", "europe"), ("year", "2004")], tables)
    assert asked_for([], tables) == asked_for([("day", str(tables.as_of)), ("country", "")], tables)


def asked(number: int) -> Asked:
    return Asked(date.fromordinal(720_000 + number), "europe", "light", "", "")


def test_two_at_once_a_few_waiting_and_no_more() -> None:
    go_on, running = Event(), []

    def make(one: Asked) -> bytes:
        running.append(one)
        assert go_on.wait(60)
        return str(one.day).encode()

    gallery = Gallery(make)
    waiting = [gallery.ask(asked(number)) for number in range(AT_ONCE + MOST_WAITING)]
    assert gallery.ask(asked(0)) is waiting[0]
    with pytest.raises(Busy):
        gallery.ask(asked(99))
    assert len(running) <= AT_ONCE
    go_on.set()
    assert [each.result(60) for each in waiting] == [str(asked(number).day).encode() for number in range(len(waiting))]
    assert len(running) == len(waiting)
    assert gallery.ask(asked(99)).result(60)


def test_the_last_few_are_kept_and_a_failure_is_tried_again() -> None:
    made_of: list[Asked] = []

    def make(one: Asked) -> bytes:
        made_of.append(one)
        if len(made_of) == 1:
            raise OSError("no room")
        return b"picture"

    gallery = Gallery(make)
    first: Future[bytes] = gallery.ask(asked(0))
    assert isinstance(first.exception(60), OSError)
    assert gallery.ask(asked(0)).result(60) == b"picture"
    for number in range(1, KEPT + 1):
        gallery.ask(asked(number)).result(60)
    gallery.ask(asked(KEPT)).result(60)
    assert made_of.count(asked(KEPT)) == 1
    gallery.ask(asked(0)).result(60)
    assert made_of.count(asked(0)) == 3
