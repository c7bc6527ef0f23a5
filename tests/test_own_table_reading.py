"""No row is lost: each line of a file is taken, asked about, refused or left aside, in whichever form it comes."""

import io
import time
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from xml.sax.saxutils import escape

import pytest
import xlsxwriter
from each import for_each
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.memberships.answers import members_on, status_on
from data.own_table.layout import Why
from data.own_table.reading import Reading, read_table
from data.tables import TableError

TODAY = date(2026, 11, 28)


def read(text: str, answers: dict[str, str] | None = None, name: str = "my.csv", encoding: str = "utf-8") -> Reading:
    return read_table(text.encode(encoding), name, answers, today=TODAY)


def told(reading: Reading) -> list[str]:
    return [f"{row.code} {row.start_on}/{row.end_on}".removesuffix("/") for row in reading.taken]


def check_none_is_lost(reading: Reading) -> None:
    """Every line of the grid stands in exactly one of the four."""
    found = [
        {row.row for row in reading.taken},
        {row.row for row in reading.asked},
        {row.row for row in reading.refused},
        {row.row for row in reading.aside},
    ]
    lines = [line.number for line in reading.grid.lines]
    assert sorted(row for rows in found for row in rows) == sorted(lines) and len(set(lines)) == len(lines)
    waiting = {row for question in reading.questions for row in question.rows}
    assert waiting >= found[1] or not reading.questions


CELLS = st.sampled_from(
    ["", "Poland", "Polen", "FRA", "DE", "Georgia", "Congo", "Guinea", "USSR", "Russia", "Greenland", "Denmrak",
     "Atlantis", "1999", "1.5.2004", "05/06/2004", "13/06/2004", "06/13/2004", "since 1973", "1973–2020", "24-Jan-78",
     "—", "member", "observer", "former member", "Country", "Joined", "Left", "Status", "[1] a note", "x" * 90,
     "2004-02-30", "38108"]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=9), st.booleans())
def test_no_row_is_lost(rows: list[list[str]], has_header: bool) -> None:
    lines = [*([["Country", "Joined", "Left", "Status", "Note"]] if has_header else []), ["Malta", "2004"], *rows]
    text = "\n".join(";".join(row) for row in lines)
    reading = read(text)
    check_none_is_lost(reading)
    answers = {question.id: question.options[0].value for question in reading.questions if question.options}
    again = read(text, answers)
    check_none_is_lost(again)
    if again.taken:
        again.membership()


TABLE = [("Country", "Joined"), ("Belgium", "1958-01-01"), ("Österreich", "1995-01-01"), ("España", "1986-01-01")]
WANTED = ["BEL 1958-01-01", "AUT 1995-01-01", "ESP 1986-01-01"]


def parted(separator: str, rows: Iterable[Sequence[str]] = TABLE) -> str:
    return "\r\n".join(separator.join(row) for row in rows)


@for_each("separator", [",", ";", "\t", "|"])
@for_each("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_separators_and_encodings(separator: str, encoding: str) -> None:
    assert told(read(parted(separator), encoding=encoding)) == WANTED


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
def test_cyrillic_encodings(encoding: str) -> None:
    text = parted(";", [("Страна", "Дата вступления"), ("Польша", "1 мая 2004"), ("Венгрия", "1 мая 2004")])
    assert told(read(text, encoding=encoding)) == ["POL 2004-05-01", "HUN 2004-05-01"]


FORMS = {
    "markdown": "# Members\n\n| Country | Joined |\n| --- | --- |\n| [Belgium](https://a.b) | 1958-01-01 |\n"
    "| **Österreich** | 1995-01-01 |\n| España | 1986-01-01 |\n",
    "wiki": '{| class="wikitable"\n|+ Members\n! Country !! Joined\n|-\n| {{flag|Belgium}} || {{dts|1958|1|1}}\n|-\n'
    '| [[Austria|Österreich]]<ref>Note</ref>\n| 1 January 1995\n|-\n| style="x" | España || 1986-01-01\n|}',
    "html": "<p>x</p><table><tr><th>Country<th>Joined</tr><tr><td>Belgium<sup>1</sup><td>1958-01-01"
    "<tr><td>&Ouml;sterreich<td>1 January 1995<tr><td>España<td>1986-01-01</table>",
    "r": 'x <- data.frame(country = c("Belgium", "\\u00d6sterreich", "España"),\n  joined = as.Date(c("1958-01-01", '
    '"1995-01-01", "1986-01-01")), stringsAsFactors = FALSE)',
    "structure": 'structure(list(country = structure(1:3, levels = c("Belgium", "Österreich", "España"), '
    'class = "factor"), joined = structure(c(-4383, 9131, 5844), class = "Date")), class = "data.frame", '
    "row.names = c(NA, -3L))",
    "tribble": 'tribble(~country, ~joined, "Belgium", "1958-01-01", "Österreich", "1995-01-01",\n'
    '"España", "1986-01-01")',
    "sql": "CREATE TABLE m (c text, d date);\nINSERT INTO `m` (`country`, `joined`) VALUES\n('Belgium', "
    "DATE '1958-01-01'),\n('Österreich', '1995-01-01');\n"
    "INSERT INTO `m` (`country`, `joined`) VALUES ('España', '1986-01-01');",
    "json": '[{"country": "Belgium", "joined": "1958-01-01"}, {"country": "Österreich", "joined": "1995-01-01"}, '
    '{"country": "España", "joined": "1986-01-01"}]',
    "delimited": 'sep=;\n"Country";"Joined"\n"Belgium";"1958-01-01"\n"Österreich";"1995-01-01"\n'
    '"España";"1986-01-01"\n',
}


@for_each("form", FORMS)
def test_forms_of_text(form: str) -> None:
    reading = read(FORMS[form])
    assert told(reading) == WANTED
    check_none_is_lost(reading)


def workbook(rows: Sequence[Sequence[object]], *, is_1904: bool = False, merged: str = "") -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "date_1904": is_1904})
    day = book.add_format({"num_format": "d mmm yyyy"})
    book.add_worksheet("Empty")
    sheet = book.add_worksheet("Members")
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(number, place, cell, day)
            else:
                sheet.write(number, place, cell)
    if merged:
        sheet.merge_range(merged, date(1995, 1, 1), day)
    book.close()
    return out.getvalue()


@pytest.mark.parametrize("is_1904", [False, True])
def test_a_workbook_with_a_title_real_dates_and_a_footnote(is_1904: bool) -> None:
    rows = [
        ["Members of the Union, with the days on which they joined"],
        [],
        ["No.", "Country", "Joined", "Left"],
        [1, "Belgium", date(1958, 1, 1)],
        [2, "United Kingdom [1]", date(1973, 1, 1), date(2020, 1, 31)],
        [3, "Spain", 1986],
        ["[1] Left in 2020."],
    ]
    reading = read_table(workbook(rows, is_1904=is_1904), "my.xlsx", today=TODAY)
    assert told(reading) == ["BEL 1958-01-01", "GBR 1973-01-01/2020-02-01", "ESP 1986"]
    assert {(line.row, line.why) for line in reading.aside} == {(1, Why.TITLE), (3, Why.HEADER), (7, Why.FOOTNOTE)}
    check_none_is_lost(reading)


def test_merged_cells_hold_in_each_row() -> None:
    rows = [["Country", "Joined"], ["Austria"], ["Finland"], ["Sweden"]]
    reading = read_table(workbook(rows, merged="B2:B4"), "my.xlsx", today=TODAY)
    assert told(reading) == ["AUT 1995-01-01", "FIN 1995-01-01", "SWE 1995-01-01"]


def open_document(rows: Sequence[Sequence[str]]) -> bytes:
    cells = "".join(
        "<table:table-row>" + "".join(
            f'<table:table-cell office:value-type="date" office:date-value="{cell}"/>' if cell[:1].isdigit()
            else f"<table:table-cell><text:p>{escape(cell)}</text:p></table:table-cell>" for cell in row
        ) + '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        for row in rows
    )  # fmt: skip
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("table", "office", "text")
    )
    content = (
        f'<office:document-content {names}><office:body><office:spreadsheet><table:table table:name="One">{cells}'
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return out.getvalue()


def test_an_open_document() -> None:
    reading = read_table(open_document(TABLE), "my.ods", today=TODAY)
    assert told(reading) == WANTED and reading.grid.sheet == "One"


def test_one_row_tells_the_order_for_all() -> None:
    rows = "Country,Joined\nPoland,05/06/2004\nHungary,{}\n"
    assert told(read(rows.format("13/06/2004"))) == ["POL 2004-06-05", "HUN 2004-06-13"]
    assert told(read(rows.format("06/13/2004"))) == ["POL 2004-05-06", "HUN 2004-06-13"]
    asked = read(rows.format("07/06/2004"))
    assert [question.id for question in asked.questions] == ["order"] and asked.questions[0].rows == (2, 3)
    assert told(read(rows.format("07/06/2004"), {"order": "month-first"})) == ["POL 2004-05-06", "HUN 2004-07-06"]
    both = read(f"{rows.format('13/06/2004')}Malta,06/13/2004\n")
    assert [(question.id, question.rows) for question in both.questions] == [("day:Joined:05/06/2004", (2,))]


def test_other_rows_say_which_korea_is_meant() -> None:
    alone = read("Country,Joined\nKorea,1996\nJapan,1964\n")
    assert [option.value for option in alone.questions[0].options] == ["KOR", "PRK", "leave-out"]
    assert alone.questions[0].id == "country:korea" and [row.row for row in alone.asked] == [2]
    both = read("Country,Joined\nKorea,1991\nNorth Korea,1991\n")
    assert told(both) == ["KOR 1991", "PRK 1991"]


def test_two_digits_may_mean_a_year_to_come_where_all_others_are_late() -> None:
    rows = "Country,Joined\nPoland,1-May-04\nCroatia,1-Jul-13\n{}\n"
    assert told(read(rows.format("Iceland,1-Jan-28")))[-1] == "ISL 2028-01-01"
    assert told(read(rows.format("Iceland,1-Jan-28\nFrance,1-Jan-45")))[2] == "ISL 1928-01-01"


def test_headings_within_a_table_are_set_aside() -> None:
    reading = read("Country,From,To\nFounders,,\nFrance,1949,—\nLater ones,,\nGreece,1952,present\nPolnd,,\n")
    assert told(reading) == ["FRA 1949", "GRC 1952"] and [row.row for row in reading.asked] == [6]
    assert [(line.row, line.why) for line in reading.aside[1:]] == [(2, Why.HEADING), (4, Why.HEADING)]
    assert reading.mapping.columns["left"] == "To"


def test_georgia_among_states_of_america_is_asked() -> None:
    assert told(read("Member,Joined\nGeorgia,1999\nArmenia,2001\n")) == ["GEO 1999", "ARM 2001"]
    asked = read(
        "Member,Joined\nGeorgia,1788\nFlorida,1845\nAlabama,1819\nTexas,1845\nFrance,1958\nSpain,1986\nItaly,1958\n"
    )
    assert asked.questions[0].id == "country:georgia"


def test_a_misspelt_name_is_asked_with_suggestions_and_may_be_answered_freely() -> None:
    text = "Country,Joined\nFrnace,1958\nItaly,1958\n"
    question = read(text).questions[0]
    assert (question.id, question.options[0].value, question.rows) == ("country:frnace", "FRA", (2,))
    assert told(read(text, {question.id: "Frankreich"})) == ["FRA 1958", "ITA 1958"]
    assert read(text, {question.id: "Nowhere"}).questions[0].given == "Nowhere"
    left_out = read(text, {question.id: "leave-out"})
    assert [(line.row, line.why) for line in left_out.aside if line.why is Why.LEFT_OUT] == [(2, Why.LEFT_OUT)]


def test_name_and_code_that_do_not_agree_are_asked() -> None:
    reading = read("Country,ISO2,Joined\nAustria,AU,1995\nFrance,FR,1958\nItaly,IT,1958\n")
    assert [option.value for option in reading.questions[0].options] == ["AUS", "AUT", "leave-out"]


def test_states_that_are_gone_end_when_they_ended() -> None:
    reading = read(
        "Country,Joined\nUSSR,1955-05-14\nCzechoslovakia,1955-05-14\nEast Germany,1956-01-28\nPoland,1955-05-14\n"
    )
    assert told(reading) == [
        "SUN 1955-05-14/1991-12-26", "CSK 1955-05-14/1993-01-01", "DDR 1956-01-28/1990-10-03", "POL 1955-05-14",
    ]  # fmt: skip
    assert told(read("Country,Joined\nYugoslavia,1960\nYugoslavia,1995\n")) == [
        "YUG 1960/1992-04-27", "FRY 1995/2003-02-04",
    ]  # fmt: skip


def test_rows_that_cannot_be_taken_say_why() -> None:
    reading = read("Country,Joined,Left\nPoland,2004,1999\nUSSR,1995,\nGreenland,1973,\nNetherlands Antilles,1954,\n")
    assert reading.problems() == [
        "my.csv row 2: left 1999, joined 2004; expected a day of leaving after that of joining",
        "my.csv row 3: Soviet Union, which ended on 1991-12-26, joined 1995; "
        "expected a day on which the state was there",
        "my.csv row 4: Greenland belongs to Denmark, which has no row; "
        "expected a row of the state, whose status its land can share",
        "my.csv row 5: “Netherlands Antilles”, of which the atlas has neither shape nor history; "
        "expected a country, or a state that the atlas tells of",
    ]
    with pytest.raises(TableError, match="No row of the table was taken"):
        reading.membership()


def test_land_shares_the_row_of_its_state() -> None:
    membership = read("Country,Joined,Left\nDenmark,1973-01-01,\nGreenland,1973-01-01,1985-02-01\n").membership()
    assert members_on(membership, date(1980, 1, 1)) == {"DNK"}
    assert status_on(membership, "GRL", date(1980, 1, 1)) == "member"


def test_statuses_are_told_apart_and_asked_where_unknown() -> None:
    rows = "Poland,Member,2004,\nTurkey,Candidate,1999,\nNorway,Friend,1994,\nUK,Former member,1973,\n"
    text = f"Country,Status,Since,Until\n{rows}"
    asked = read(text)
    assert {question.id for question in asked.questions} == {"status:friend", "left:5"}
    membership = read(text, {"status:friend": "other", "left:5": "2020-02-01"}).membership()
    day = date(2026, 1, 1)
    assert members_on(membership, day) == {"POL"} and members_on(membership, date(2019, 1, 1)) == {"POL", "GBR"}
    assert (status_on(membership, "TUR", day), status_on(membership, "NOR", day)) == ("candidate", "friend")
    assert members_on(read(text, {"status:friend": "member", "left:5": "leave-out"}).membership(), day) == {
        "POL",
        "NOR",
    }


def test_who_left_and_came_back() -> None:
    reading = read("Member,Membership\nGreece,1949-08-09 – 1969-12-31\nGreece,since 28 November 1974\nTurkey,1950\n")
    assert told(reading) == ["GRC 1949-08-09/1969-12-31", "GRC 1974-11-28", "TUR 1950"]


def test_who_stands_twice_is_asked_or_told() -> None:
    text = "Country,Joined\nPoland,1999\nHungary,1999\nPoland,1999\nHungary,2004\n"
    reading = read(text)
    assert reading.problems() == [
        "my.csv row 4: Poland for the same time as row 2; expected each country once at a time"
    ]
    assert reading.questions[0].id == "twice:HUN:" and reading.questions[0].rows == (3, 5)
    assert told(read(text, {"twice:HUN:": "5"})) == ["POL 1999", "HUN 2004"]


def test_two_rows_of_one_country_that_was_part_of_another_are_told() -> None:
    reading = read("Country,Joined\nRussia,1955\nPoland,1955\nRussia,1955\n", {"state:RUS:1955": "split"})
    assert told(reading) == ["SUN 1955/1991-12-26", "RUS 1991-12-26", "POL 1955"]
    assert [each.row for each in reading.refused] == [4]
    check_none_is_lost(reading)


def test_a_list_without_days_is_asked_once() -> None:
    text = "Members\nBelgium\nFrance\nItaly\n"
    reading = read(text)
    assert [(question.id, question.rows) for question in reading.questions] == [("no-day", (2, 3, 4))]
    assert told(read(text, {"no-day": "1 January 1958"})) == ["BEL 1958-01-01", "FRA 1958-01-01", "ITA 1958-01-01"]


def test_columns_are_guessed_with_reasons_and_changed_by_hand() -> None:
    rows = "Polen;PL;16.04.2003;01.05.2004;x\nUngarn;HU;16.04.2003;01.05.2004;\n"
    text = f"Land;Kürzel;Unterzeichnung;Beitritt;Bemerkung\n{rows}"
    reading = read(text)
    assert dict(reading.mapping.columns) == {
        "country": "Land", "code": "Kürzel", "joined": "Beitritt", "note": "Bemerkung",
    }  # fmt: skip
    assert reading.guess.reasons["joined"] == "Its cells are days, and it is called “Beitritt”"
    assert reading.guess.unused == ("Unterzeichnung",)
    changed = read_table(text.encode(), "my.csv", mapping=reading.mapping.changed(joined="Unterzeichnung"), today=TODAY)
    assert told(changed) == ["POL 2003-04-16", "HUN 2003-04-16"]


def test_five_thousand_rows_take_less_than_three_seconds() -> None:
    names = ["Poland", "Frankreich", "Италия", "Korea, Republic of", "Slovnia", "Russian Federation", "Congo"]
    lines = [f"{names[place % 7]},{1950 + place % 70}-0{1 + place % 9}-11,note {place}" for place in range(5000)]
    begun = time.process_time()
    reading = read("\n".join(["Country,Joined,Remarks", *lines]))
    assert time.process_time() - begun < 3
    check_none_is_lost(reading)


def test_a_cell_with_two_days_offers_both_of_them() -> None:
    reading = read_table(
        b"State;Signed\nIceland;19 December 1996[64] 18 May 1999[65]\nSpain;25 June 1991\nItaly;1990\n", "a.csv"
    )
    (question,) = reading.questions
    assert [each.value for each in question.options[:2]] == ["1996-12-19", "1999-05-18"]
    assert "more than one day" in question.text
    years = read_table(b"State;Joined\nIceland;1970, 1992\nSpain;1986\nItaly;1990\n", "a.csv").questions[0]
    assert [each.value for each in years.options[:2]] == ["1970", "1992"]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ('"country","joined"\n"1","Denmark",1973\n"2","France",1958\n', ("#1", "country", "joined")),
        ("State | Joined |\n---|---|---\n![](a.svg) | France | 1958 |\n![](b.svg) | Spain | 1986 |\n",
         ("#1", "State", "Joined")),
        ("Country,Joined\nFrance,1958,x\nSpain,1986,y\n", ("Country", "Joined", "#3")),
    ],
    ids=["rows by number", "flags", "a remark without a name"],
)  # fmt: skip
def test_a_header_without_a_name_for_the_first_column_stands_over_the_others(
    text: str, columns: tuple[str, ...]
) -> None:
    reading = read_table(text.encode(), "a.txt")
    assert reading.layout.columns == columns
    assert {each.code for each in reading.taken} >= {"FRA"}


def test_a_sum_is_set_aside_and_a_status_has_no_mark_of_a_footnote() -> None:
    text = "Country;Joined;Status\nBrazil;1991;Full member\nVenezuela;2012;Suspended[c]\nTotal;557,000,000;\n"
    reading = read_table(text.encode(), "a.csv")
    assert [(each.row, each.why) for each in reading.aside] == [(1, Why.HEADER), (4, Why.TOTAL)]
    (question,) = reading.questions
    assert question.text == "Are countries with the status “Suspended” counted as members?"
