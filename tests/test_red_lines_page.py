"""The page Red lines: filters by hand and in the address, years two ways, the rows to take, one statement to copy."""

import csv
import io
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from paged import html_of, opened
from spoken import MUNICH, ONE_LANGUAGE, SPOKEN, TRANSLATION, TWO_LANGUAGES
from streamlit.testing.v1 import AppTest  # noqa: TID251  (a page is tested by its own framework)

from data.csv_out import plain_csv
from data.export import cells
from data.schema import SCHEMA
from data.statement_counts import counts_of, more_of
from data.statement_text import statement_text
from data.tables import Tables, current_tables
from geo.drawing.palette import THEMES
from pages.parts.red_lines_filters import typed_years
from pages.parts.statement_cards import StatementCards

PAGE = Path(__file__).parent.parent / "pages" / "red_lines.py"
PATIENCE_S = 60
TABLES = current_tables()
ROWS = TABLES.statements
OLDEST, LAST = min(day.year for day in ROWS["day"]), TABLES.last_year


def shown(app: AppTest) -> int:
    """How many statements the page says it shows."""
    (told,) = [found for one in app.markdown if (found := re.match(r"\*\*(\d+) of \d+ statements\*\*", one.value))]
    return int(told[1])


def between(first: int, last: int) -> int:
    return sum(first <= day.year <= last for day in ROWS["day"])


# ---------------------------------------------------------------------- years


def test_the_fields_show_the_years_of_the_slider() -> None:
    app = opened("red_lines")
    assert app.slider(key="years").value == (OLDEST, LAST)
    assert [app.text_input(key=key).value for key in ("first_year", "last_year")] == [str(OLDEST), str(LAST)]


def test_a_year_typed_moves_the_slider_and_the_rows() -> None:
    app = opened("red_lines")
    app.text_input(key="first_year").set_value(" 1990 ").run()
    app.text_input(key="last_year").set_value("1999").run()
    assert app.slider(key="years").value == (1990, 1999)
    assert shown(app) == between(1990, 1999)
    assert not app.error
    app.slider(key="years").set_value((2007, 2008)).run()
    assert [app.text_input(key=key).value for key in ("first_year", "last_year")] == ["2007", "2008"]
    assert shown(app) == between(2007, 2008)


@pytest.mark.parametrize(
    ("key", "typed", "told"),
    [
        ("first_year", "soon", "“soon” is no year"),
        ("first_year", "", "“” is no year"),
        ("first_year", "１９９０", "is no year"),
        ("first_year", "1815", f"1815 is outside the collection, which goes from {OLDEST} to {LAST}."),
        ("last_year", "3000", "3000 is outside"),
        ("last_year", "1990", "2000 is later than 1990"),
    ],
)
def test_what_is_no_year_is_told_and_changes_nothing(key: str, typed: str, told: str) -> None:
    app = opened("red_lines")
    app.slider(key="years").set_value((2000, 2004)).run()
    app.text_input(key=key).set_value(typed).run()
    assert not app.exception
    assert [told in one.value.replace("\\", "") for one in app.error] == [True]
    assert shown(app) == between(2000, 2004)
    app.slider(key="years").set_value((2001, 2004)).run()
    assert not app.error
    assert app.text_input(key="first_year").value == "2001"


def test_two_years_typed() -> None:
    assert typed_years("1990", "1999", (1948, 2026)) == (1990, 1999)
    with pytest.raises(ValueError, match="1999 is later than 1990"):
        typed_years("1999", "1990", (1948, 2026))


def test_clearing_shows_all_years_again() -> None:
    app = opened("red_lines", text="zzz")
    app.text_input(key="last_year").set_value("1999").run()
    next(one for one in app.button if one.label == "Clear the filters").click().run()
    assert shown(app) == len(ROWS)
    assert app.text_input(key="last_year").value == str(LAST)


# ---------------------------------------------------------------------- speakers and counts


@pytest.mark.parametrize("name", ["Vladimir Putin", "Vladimir Putin (as reported by Kommersant)"])
def test_a_speaker_of_an_address_is_found(name: str) -> None:
    app = opened("red_lines", speaker=name)
    assert shown(app) == sum(cell.startswith(name) for cell in ROWS["speaker"])


def test_the_page_counts_what_it_shows() -> None:
    app = opened("red_lines", side="Ukrainian")
    (told,) = (one.value for one in app.caption if one.value.startswith("By side"))
    count = int((ROWS["side"] == "ukrainian").sum())
    seen = int(((ROWS["side"] == "ukrainian") & (ROWS["confidence"] == "verified")).sum())
    assert told.startswith(
        f"By side: Ukrainian\N{NO-BREAK SPACE}{count}. {seen} of {count} were seen in the source named."
    )


def test_what_is_contested_is_told_in_its_number_and_nothing_where_there_is_none() -> None:
    contested = ROWS[ROWS["confidence"] == "contested"]
    quoted, told = contested[contested["quote"] != ""], contested[contested["quote"] == ""]
    n, m = len(contested), len(quoted)
    assert more_of(counts_of(ROWS)).startswith(
        f"{n} are contested in wording or meaning, {m} of them quoted as seen there; "
    )
    assert more_of(counts_of(quoted[:1])).startswith("1 is contested in wording or meaning, and quoted as seen there")
    assert more_of(counts_of(told[:1])) == "1 is contested in wording or meaning."
    assert more_of(counts_of(ROWS[:0])) == ""
    sure = ROWS[(ROWS["confidence"] != "contested") & (ROWS["original"] != "")]
    assert more_of(counts_of(sure[:1])) == ("1 of 1 translated quotations has the words that were spoken beside it.")


@pytest.mark.parametrize(
    "asked",
    [{"speaker": "Vladimir Putin (as reported by Kommersant)"}, {"side": "Ukrainian"}, {"speaker": "Boris Yeltsin"}],
    ids=["one", "many", "none"],
)
def test_the_page_counts_one_as_one_and_tells_no_count_of_nothing(asked: dict[str, str]) -> None:
    app = opened("red_lines", **asked)
    (told,) = (one.value for one in app.caption if one.value.startswith("By side"))
    assert not re.search(r"\b0 (are|is|of)\b|\b1 are\b|\b1 of \d+ were\b", told)


def test_counts_follow_the_rows() -> None:
    counts = counts_of(ROWS)
    assert counts.total == len(ROWS) == sum(counts.by_side.values())
    assert list(counts.by_side.values()) == sorted(counts.by_side.values(), reverse=True)
    assert counts_of(TWO_LANGUAGES.statements).originals == counts_of(ONE_LANGUAGE.statements).originals + 1
    assert counts.originals <= counts.translated <= counts.total
    contested = ROWS[ROWS["confidence"] == "contested"]
    quoted = int((contested["quote"] != "").sum())
    assert counts.contested == quoted < len(contested)  # one without a quotation was not seen word for word
    assert counts.contested_in_all == len(contested)  # as the key to the chart counts them
    assert counts.seen == int((ROWS["confidence"] == "verified").sum()) + quoted
    none = counts_of(ROWS.head(0))
    assert (none.total, none.seen, none.by_side) == (0, 0, {})


# ---------------------------------------------------------------------- to take away


def test_the_rows_shown_are_given_as_csv(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Callable[[], str]] = []
    monkeypatch.setattr("streamlit.download_button", lambda _label, data, *_, **__: given.append(data))
    app = opened("red_lines", stance="Dissent")
    rows = list(csv.reader(io.StringIO(plain_csv(given[-1]()))))
    assert rows[0] == [column.name for column in SCHEMA["statements"]]
    expected = cells("statements", TABLES)[ROWS["stance"] == "dissent"]
    assert rows[1:] == expected.to_numpy().tolist()
    assert shown(app) == len(expected)


def text_of(tables: Tables) -> str:
    row = next(row for row in tables.statements.itertuples() if row.id == MUNICH)
    return statement_text(row, {row.id: row for row in tables.sources.itertuples()})


def test_a_statement_as_text_has_words_speaker_place_date_and_source() -> None:
    first, original, by, known, *sources = text_of(TWO_LANGUAGES).split("\n")
    assert first == f"“{TRANSLATION}”"
    assert original == f"«{SPOKEN}» (Original in Russian)"
    assert by == "Vladimir Putin, President of Russia; Munich Security Conference, Munich, 10 February 2007"
    assert known == "Translated from Russian."
    assert sources
    assert all(line.startswith("Source: ") for line in sources)
    assert "(Original in" not in text_of(ONE_LANGUAGE)


def test_what_is_not_quoted_is_not_put_in_quotation_marks() -> None:
    sources = {row.id: row for row in TABLES.sources.itertuples()}
    for row in ROWS.itertuples():
        first = statement_text(row, sources).split("\n")[0]
        assert first.startswith("“") == bool(row.quote)
        assert ("wording was not seen" in first) == (not row.quote)
        assert ("\nContested" in statement_text(row, sources)) == (row.confidence == "contested")


def test_every_card_offers_its_text_and_its_citation() -> None:
    cards = StatementCards(TABLES, "light")
    html = cards.listed([MUNICH])
    (copied,) = re.findall(r'data-copy="([^"]*)"', html)
    assert unescape(copied) == text_of(TABLES)
    assert re.search(r'data-done="Copied" data-failed="[^"]+" aria-live="polite">Copy as text</button>', html)
    assert f'href="./red_lines?statement={MUNICH}"' in html
    assert "./red_lines?statement=" not in cards.listed([MUNICH], MUNICH)


@pytest.mark.parametrize("part", ["Two sentences", "1990 and 1991"])
def test_a_part_can_be_linked(part: str) -> None:
    pages = "".join(one.proto.body for one in opened("red_lines", part=part).get("html"))
    assert ("Charter of Paris" in pages) == (part == "Two sentences")


def test_the_statement_of_an_address_is_on_top_with_its_citation() -> None:
    app = opened("red_lines", statement=MUNICH)
    assert f"[cited row: statements/{MUNICH}]" in html_of(app)


@pytest.mark.parametrize("page", ["red_lines", "claims"])
def test_the_buttons_of_a_page_with_cards_are_brought_to_life(page: str) -> None:
    app = opened(page, search="one inch")
    assert any(one.proto.component_name.endswith("eastward_copying") for one in app.get("bidi_component"))


# ---------------------------------------------------------------------- the drafts of 2021


def test_the_drafts_open_on_their_day_as_people_write_it_and_take_another() -> None:
    app = opened("red_lines", part="The drafts of 2021")
    (field,) = (each for each in app.selectbox if each.key == "draft_day")
    assert field.value == "17 December 2021"
    assert "On 17 December 2021 it touches 11:" in html_of(app)
    field.set_value("1999").run()
    assert "On 31 December 1999 it touches" in html_of(app)
    assert "17 December 2021 it" not in html_of(app)


def test_the_key_to_the_drafts_says_what_grey_land_is() -> None:
    body = html_of(opened("red_lines", part="The drafts of 2021"))
    (key,) = re.findall(r'<ul class="map-key".*?</ul>', body, re.DOTALL)
    assert THEMES["light"].land in key
    assert "Not touched" in key
