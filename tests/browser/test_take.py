"""Taking a view away: the picture as the browser makes it, opened with programs that are no browser; link and code."""

import io
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from xml.etree import ElementTree

import pytest
from heard import faults
from made import made_class_page
from PIL import Image
from playwright.sync_api import Page, expect

from data.memberships.told import as_of_told
from data.tables import current_tables
from data.vocabulary import Status
from geo.drawing.palette import THEMES
from geo.lesson.lesson import Lesson, Stop
from geo.picture import png
from geo.publish.class_page import Reader
from geo.publish.unbroken import NO_BREAK

pytestmark = pytest.mark.unpainted

Watched = Callable[..., AbstractContextManager[Page]]
MEMBER, SOVIET = (THEMES["light"].statuses[each].fill for each in (Status.MEMBER, Status.EASTERN_BLOC))
STATEMENT = "2007-02-10-putin-munich"
LESSON = Lesson("A lesson", "", (Stop(2004, "One", question="Why?"),))
MAKE_MS = 90_000
"""To make the largest picture takes as long as a machine is busy."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("take") / "class.html"
    path.write_bytes(made_class_page(LESSON, Reader.PUPIL))
    return path.as_uri()


@pytest.fixture
def page(watched: Watched, address: str) -> Iterator[Page]:
    """The class page as a file, without a network, exploring the year 1988."""
    with watched(offline=True) as opened:
        open_take(opened, f"{address}?year=1988&layers=front,names,statements,eu")
        yield opened


def open_take(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("[data-atlas]")).to_have_attribute("data-ready", "true")
    opener = page.get_by_role("button", name="Take with you").filter(visible=True)
    if not opener.count():  # a phone has it in the help
        page.get_by_role("button", name="Keys and help").filter(visible=True).click()
    opener.click()


def taken(page: Page, kind: str) -> tuple[str, bytes]:
    with page.expect_download(timeout=MAKE_MS) as download:
        page.locator(f'dialog [data-take="{kind}"]').click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def shares(picture: Image.Image) -> dict[tuple[int, ...], float]:
    """The share of each colour among the pixels of a picture."""
    small = picture.convert("RGB").resize((960, 540), Image.Resampling.NEAREST)
    return {colour: count / (960 * 540) for count, colour in small.getcolors(1 << 20) or []}


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))


def test_the_png_is_the_view_and_3840_px_wide(page: Page) -> None:
    name, body = taken(page, "png")
    assert name == "eastward-1988-europe.png"
    picture = Image.open(io.BytesIO(body))
    assert picture.size == (3840, 2160)
    found = shares(picture)
    assert found[rgb(MEMBER)] > 0.05
    assert found[rgb(SOVIET)] > 0.1
    expect(page.locator("dialog.take")).to_contain_text("Saved: eastward-1988-europe.png")


def test_the_svg_opens_without_a_browser_and_says_what_it_is(page: Page) -> None:
    name, body = taken(page, "svg")
    assert name == "eastward-1988-europe.svg"
    text = body.decode()
    for part in (
        "<title>1988: ",
        ">1988<",
        "Status on 31 December 1988",
        f"{as_of_told(current_tables())}.".replace(" ", NO_BREAK),
        "Natural Earth",
        "Soviet Union",
    ):
        assert part in text
    assert "var(" not in text
    assert "class=" not in text
    found = shares(Image.open(io.BytesIO(png(text, 1920))))
    assert found[rgb(MEMBER)] > 0.05
    assert found[rgb(SOVIET)] > 0.1


@pytest.mark.parametrize("size", [(390, 844), (1024, 768)])
def test_the_picture_is_the_same_from_every_screen(watched: Watched, address: str, size: tuple[int, int]) -> None:
    drawn = []
    for width, height in [(1920, 1080), size]:
        with watched(offline=True, viewport={"width": width, "height": height}) as page:
            open_take(page, f"{address}?year=1988")
            drawn.append(taken(page, "svg")[1])
            expect(page.locator(".stage")).to_have_count(1)
    assert drawn[0] == drawn[1]


def test_the_picture_shows_the_part_of_the_map_that_is_on_the_screen(watched: Watched, address: str) -> None:
    with watched(offline=True) as page:
        page.goto(f"{address}?year=1988")
        expect(page.locator("[data-atlas]")).to_have_attribute("data-ready", "true")
        for _ in range(2):
            page.locator(".tools .tool").first.click()
        page.locator('[data-take="open"]').click()
        text = taken(page, "svg")[1].decode()
    said = " ".join(re.sub(r"<[^>]*>", " ", text).split())
    assert "Border with the Soviet Union" not in said  # the Turkish and the Norwegian border lie beyond its edges
    assert "Border with Soviet allies" in said


def test_the_key_lists_the_numbers_on_the_map_and_the_page_keeps_its_own_list(watched: Watched, address: str) -> None:
    with watched(offline=True, viewport={"width": 390, "height": 844}) as page:  # where more names have no room
        open_take(page, f"{address}?year=2004&view=north_atlantic")
        own = page.locator("[data-numbered]").all_text_contents()
        text = taken(page, "svg")[1].decode()
        assert page.locator("[data-numbered]").all_text_contents() == own
    words = [node.text or "" for node in ElementTree.fromstring(text).iter() if node.text]
    on_map, in_key = re.findall(r"<tspan[^>]*>(\d+)<", text), re.findall(r'<text[^>]*="middle"[^>]*>(\d+)<', text)
    assert "On the map:" in words
    assert in_key == [str(number) for number in range(1, len(in_key) + 1)]
    assert sorted(on_map) == in_key != []
    assert len(re.findall("[A-Z]", own[0])) != len(in_key) + 1
    rows = words[words.index("On the map:") + 1 :][: 2 * len(in_key)]
    assert rows[::2] == in_key
    assert rows[1::2] == sorted(rows[1::2])
    joined = {"Bulgaria", "Estonia", "Latvia", "Lithuania", "Romania", "Slovakia", "Slovenia"}
    assert {*rows[1::2]} & joined
    assert {*rows[1::2]} - joined
    bold = {name for name in rows[1::2] if re.search(f'<text[^>]*font-weight="700"[^>]*>{name}<', text)}
    assert bold == {*rows[1::2]} & joined


def test_the_legend_tells_each_sign_on_the_map_and_no_other(watched: Watched, address: str) -> None:
    with watched(offline=True) as page:
        open_take(page, f"{address}?year=2008&draft=nato-4&layers=front,names,statements,csto,area&country=UKR")
        text = taken(page, "svg")[1].decode()
    for sign in (
        "Outlined: Ukraine",
        "Border with Russia",
        "In dispute: Abkhazia",
        "Border in dispute: Kosovo",
        "CSTO",
        "Outside the area",  # beyond this map, as it says
    ):
        assert sign in text, sign
    for stance in ("Red line", "Threat", "Assurance", "Reason to join", "Dissent", "Contested"):
        assert f">{stance}<" in text, stance
    for absent in ("Joined this year", "West Berlin", "Acceptance"):
        assert absent not in text, absent


def test_a_headline_in_the_words_of_a_side_says_whose(watched: Watched, address: str) -> None:
    with watched(offline=True) as page:
        open_take(page, f"{address}?year=2004&words=moscow")
        text = taken(page, "svg")[1].decode()
    assert "In Moscow’s words" in text


def test_an_open_statement_is_quoted_with_who_said_it_and_the_source(watched: Watched, address: str) -> None:
    said = current_tables().statements.set_index("id").loc[STATEMENT]
    with watched(offline=True) as page:
        open_take(page, f"{address}?statement={STATEMENT}")
        words = re.sub(r"<[^>]*>", " ", taken(page, "svg")[1].decode())
    told = re.sub(r"\s+", " ", words)
    for part in (said["quote"], said["speaker"], said["city"], "Source: "):
        assert part in told, part


def test_nothing_is_given_away_while_a_question_is_open(watched: Watched, address: str) -> None:
    with watched(offline=True) as page:
        page.goto(f"{address}?quiz=medium-5")
        expect(page.locator("[data-atlas]")).to_have_attribute("data-mask", re.compile("status"))
        expect(page.locator('[data-take="open"]')).to_be_hidden()
        expect(page.get_by_role("button", name="Cite")).to_be_hidden()


def test_a_file_says_why_it_has_no_code_and_the_link_is_the_address(page: Page) -> None:
    expect(page.locator(".take-reach")).to_contain_text("opened as a file")
    expect(page.locator(".take-code")).to_have_count(0)
    assert re.search(r"year=1988", page.locator(".take-link").input_value())
    page.keyboard.press("Escape")
    expect(page.locator("dialog.take")).to_be_hidden()


def test_a_server_s_page_shows_the_code_of_its_address(server: str, watched: Watched) -> None:
    with watched(bypass_csp=True, painted=True) as page:
        page.goto(f"{server}class?stop=1", timeout=90_000)  # a server that has just started draws its maps first
        expect(page.locator("[data-atlas]")).to_have_attribute("data-ready", "true")
        page.locator('[data-take="open"]').click()
        expect(page.locator(".take-code")).to_be_visible()
        expect(page.locator(".take-reach")).to_contain_text(
            re.compile(r"Leads to http://127\.0\.0\.1:\d+/class\?stop=1")
        )
        assert page.locator(".take-code").evaluate("(image) => image.decode().then(() => image.naturalWidth)") > 100
        assert faults(page) == []


def test_a_view_too_wide_for_a_column_lies_under_a_band_of_words(watched: Watched, tmp_path: Path) -> None:
    path = tmp_path / "world.html"
    path.write_bytes(made_class_page(Lesson("A lesson", "", (Stop(1988, "One", view="world"),)), Reader.PUPIL))
    with watched(offline=True) as page:
        open_take(page, f"{path.as_uri()}?year=1988&view=world")
        text = taken(page, "svg")[1].decode()
    assert 'x="0" y="232" width="1920" height="848"' in text
    words = ElementTree.fromstring(text).findall("{http://www.w3.org/2000/svg}g")
    assert words
    tops = [float(re.findall(r"translate\([\d.]+ ([\d.]+)\)", each.get("transform", ""))[0]) for each in words[0]]
    assert max(tops) < 232
