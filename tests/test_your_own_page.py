"""The page for a table of one's own: given, asked about, shown line by line, coloured, saved, and found again."""

import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from paged import opened
from streamlit.testing.v1 import AppTest  # noqa: TID251  (a page is tested by its own framework)

from data.own_table.link import packed_table
from data.own_table.saved import saved
from data.words import counted, words
from pages.parts import your_own_kept
from pages.parts.your_own_draft import EXAMPLES, FILES, Own, mark_of
from pages.parts.your_own_rows import lines_of

text = words()["your_own"]
TABLE = """Country;Joined;Left;Status
Denmark;1973;;member
United Kingdom;1 January 1973;31 January 2020;member
Norway;1994;;observer
Switzrland;05/06/2001;;observer
Atlantis;1990;;member
"""


@pytest.fixture
def app() -> AppTest:
    return opened("your_own")


def paste(app: AppTest, table: str = TABLE) -> AppTest:
    app.text_area[0].set_value(table)
    app.button(key="own_read").click().run()
    assert not app.exception
    return app


def upload(app: AppTest, name: str, raw: bytes) -> AppTest:
    app.file_uploader[0].upload(name, raw, "application/octet-stream").run()
    assert not app.exception
    return app


def own(app: AppTest) -> Own:
    found = app.session_state["own"]
    assert isinstance(found, Own)
    return found


def press(app: AppTest, id_: str, place: int) -> None:
    app.button(key=f"own_option_{mark_of(id_)}_{place}").click().run()
    assert not app.exception


def field(app: AppTest, kind: str, name: str) -> str:
    """The key of a field, in whichever round the session is."""
    (key,) = (each.key for each in app.get(kind) if str(each.key).startswith(f"own {name} "))
    return str(key)


def codes(app: AppTest) -> list[str]:
    return [each.code for each in own(app).reading.taken]


def test_what_is_pasted_is_asked_about_once_and_then_taken(app: AppTest) -> None:
    paste(app)
    assert codes(app) == ["DNK", "GBR", "NOR"]
    press(app, "order", 0)
    press(app, "country:switzrland", 0)
    press(app, "country:atlantis", 0)
    taken = {each.code: each.start_on for each in own(app).reading.taken}
    assert taken["CHE"] == "2001-06-05" and own(app).reading.questions == ()
    assert any(counted(text["count"]["taken"], 4) in each.value for each in app.markdown)
    app.button(key=f"own_again_{mark_of('order')}").click().run()
    assert "CHE" not in codes(app) and not app.exception


def test_nothing_is_dropped_silently(app: AppTest) -> None:
    paste(app, TABLE + "Greenland;1985;;member\n;;;\n;1999;;\n")
    reading = own(app).reading
    told = lines_of(reading)
    assert [row for row, *_ in told] == [line.number for line in reading.grid.lines]
    assert {kind for _, kind, *_ in told} == {"taken", "asked", "refused", "aside"}
    assert all(what for *_, what in told)
    assert any(f"{text['pasted_file']} row 9" in each.value.replace("\\", "") for each in app.warning)


def test_what_is_no_table_ends_in_a_sentence_and_changes_nothing(app: AppTest) -> None:
    upload(app, "a.pdf", b"%PDF-1.4")
    assert "a.pdf is a PDF; expected" in app.error[0].value.replace("\\", "")
    assert app.session_state["own"] is None
    paste(app)
    before = own(app)
    upload(app, "my.zip", b"PK\x03\x04 no package")
    assert text["not_read"] in app.error[0].value.replace("\\", "")
    assert own(app) is before
    paste(opened("your_own"), " ")


def test_what_is_saved_and_given_again_is_the_same(app: AppTest) -> None:
    paste(app)
    press(app, "order", 1)
    app.text_input(key=field(app, "text_input", "title")).set_value("Mine").run()
    app.text_input(key=field(app, "text_input", f"label_{mark_of('')}")).set_value("In").run()
    app.selectbox(key=field(app, "selectbox", f"colour_{mark_of('observer')}")).set_value(1).run()
    kept = own(app)
    again = upload(opened("your_own"), "mine.zip", saved(kept.reading, kept.title))
    found = own(again)
    assert (found.title, found.reading.answers, found.reading.looks) == (
        "Mine",
        kept.reading.answers,
        kept.reading.looks,
    )
    assert found.reading.taken == kept.reading.taken
    statuses = {status.key: (status.label, status.colour) for status in found.reading.membership("Mine").statuses}
    assert statuses == {"member": ("In", 2), "observer": ("Observer", 1)}


def test_a_table_that_is_given_again_corrected_keeps_its_answers(app: AppTest) -> None:
    paste(app)
    press(app, "order", 0)
    app.text_area[0].set_value(TABLE.replace("Switzrland", "Switzerland"))
    app.button(key="own_read").click().run()
    assert "CHE" in codes(app) and own(app).reading.answers == {"order": "day-first"}
    assert [each.value for each in app.success] == [text["still_answered"].replace(".", "\\.")]


def test_a_column_says_one_thing_and_the_guess_comes_back(app: AppTest) -> None:
    paste(app)
    app.selectbox(key=field(app, "selectbox", "column_note")).set_value("Status").run()
    assert (own(app).reading.mapping.column("note"), own(app).reading.mapping.column("status")) == ("Status", "")
    app.selectbox(key=field(app, "selectbox", "column_code")).set_value("Country").run()
    assert not app.exception
    app.button(key="own_as_guessed").click().run()
    assert own(app).reading.mapping == own(app).reading.guess.mapping


@pytest.mark.parametrize("name", FILES)
def test_an_example_becomes_an_atlas(app: AppTest, name: str) -> None:
    app.button(key=f"own_example_{name}").click().run()
    while own(app).reading.questions:
        press(app, own(app).reading.questions[0].id, 0)
    assert not app.exception and not app.error
    assert len(codes(app)) > 10
    assert (EXAMPLES / FILES[name]).read_bytes() == own(app).reading.raw


def test_cells_are_text_wherever_they_are_shown(app: AppTest) -> None:
    paste(app, "Country;Joined\nFrance;1958\n![x](http://127.0.0.1/i.png)<b>;1999\n:red[Italee];1960\n")
    shown = "".join(each.value for each in (*app.markdown, *app.warning))
    assert "![x](" not in shown and ":red[" not in shown


def test_many_answers_are_a_list_and_five_thousand_rows_take_no_three_seconds(app: AppTest) -> None:
    rows = "\n".join(f"{name};{1950 + place % 70}" for place, name in enumerate(["France", "Norwey", "Italy"] * 1667))
    began = time.process_time()
    upload(app, "big.csv", f"Country;Joined\n{rows}".encode())
    assert time.process_time() - began < 3
    assert len(app.button) < 40
    assert len([each for each in app.selectbox if str(each.key).startswith("own_many")]) > 0


# ---------------------------------------------------------------------- kept in the browser


def given_back(found: Mapping[str, object], monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """A page after a browser gave back what it keeps."""
    keep = your_own_kept.keep_in_browser

    def first_take_back() -> None:
        if "own_was_given" not in your_own_kept.state:
            your_own_kept.state["own_was_given"] = True
            your_own_kept.take_back(found)
        keep()

    monkeypatch.setattr(your_own_kept, "keep_in_browser", first_take_back)
    return opened("your_own")


def test_what_a_browser_kept_is_there_again(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    press(paste(app), "order", 0)
    kept = packed_table(own(app).reading, "Kept")
    found = own(given_back({"text": kept, "typed": {}}, monkeypatch))
    assert (found.title, found.reading.taken) == ("Kept", own(app).reading.taken)


def test_what_was_pasted_and_not_read_is_read_now(monkeypatch: pytest.MonkeyPatch) -> None:
    back = given_back({"text": "", "typed": {"own paste 0": TABLE}}, monkeypatch)
    assert codes(back) == ["DNK", "GBR", "NOR"]


@pytest.mark.parametrize("kept", ["x", "A" * 5000, 3, None, ["x"]])
def test_what_cannot_be_read_any_more_is_said(kept: object, monkeypatch: pytest.MonkeyPatch) -> None:
    back = given_back({"text": kept, "typed": "x"}, monkeypatch)
    assert back.session_state["own"] is None
    assert bool(back.warning) == isinstance(kept, str)


def test_the_examples_say_where_they_are_from() -> None:
    told = (Path(EXAMPLES) / "origin.toml").read_text(encoding="utf-8")
    assert all(f"[{Path(file).stem}]" in told for file in FILES.values())


def test_a_question_says_whom_it_is_about_and_the_way_to_the_atlas_is_shown(app: AppTest) -> None:
    paste(app)
    captions = [each.value.replace("\\", "") for each in app.caption]
    assert "Row 5 (Switzrland)" in captions
    assert any("](#your-atlas)" in each.value for each in app.markdown)
    paste(opened("your_own"), "Country;Joined\nAtlantis;1999\nLemuria;1999\n")


def test_a_table_of_years_can_be_read_row_by_row_and_back(app: AppTest) -> None:
    rows = "\n".join(f"{name},{year},{int(year < end)}" for name, end in (("Denmark", 3000), ("Malta", 2023))
                     for year in range(2020, 2026))  # fmt: skip
    paste(app, f"country,year,member\n{rows}")
    assert codes(app) == ["DNK", "MLT"] and own(app).reading.panel
    app.button(key="own_as_rows").click().run()
    assert own(app).reading.panel is None and not app.exception
    app.button(key="own_as_years").click().run()
    assert codes(app) == ["DNK", "MLT"] and not app.exception


def test_an_answer_that_brings_a_status_shows_every_status_with_its_colour(app: AppTest) -> None:
    paste(app, "Country;Joined;Status\nBrazil;1991;Full member\nVenezuela;2012;Suspended\nBolivia;2012;Suspended\n"
               "Chile;1996;Associate\nNew Zealand;2010;Observer\n")  # fmt: skip
    press(app, "status:suspended", 1)
    shown = {status: int(app.selectbox(key=field(app, "selectbox", f"colour_{mark_of(status)}")).value)
             for status in ("Suspended", "Associate", "Observer")}  # fmt: skip
    assert sorted(shown.values()) == [2, 3, 4]
    assert shown == {status.key.capitalize(): status.colour
                     for status in own(app).reading.membership("M").statuses if not status.member}  # fmt: skip
