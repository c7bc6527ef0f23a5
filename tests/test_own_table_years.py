"""Tables that tell of each year, in a row or in a column of its own, become spells; what is open is asked once."""

from datetime import date

import pytest

from data.own_table.layout import Why
from data.own_table.reading import Reading, read_table

TODAY = date(2026, 11, 28)


def read(text: str, answers: dict[str, str] | None = None) -> Reading:
    found = read_table(text.encode(), "my.csv", answers, today=TODAY)
    lines = {line.number for line in found.grid.lines}
    told = [{each.row for each in rows} for rows in (found.taken, found.asked, found.refused, found.aside)]
    assert set().union(*told) == lines and sum(map(len, told)) == len(lines)
    return found


def told(reading: Reading) -> list[str]:
    return [f"{row.code} {row.status} {row.start_on}/{row.end_on}".replace("  ", " ") for row in reading.taken]


def by_rows(values: dict[str, str], first: int, header: str = "country,year,member") -> str:
    """A row for each year: `1`, `0`, or `-` for a year without a row."""
    years = [(name, first + place, value) for name, row in values.items() for place, value in enumerate(row)]
    rows = [f"{name},{year},{value}" for name, year, value in years if value != "-"]
    return "\n".join((header, *rows))


def by_columns(values: dict[str, str], first: int) -> str:
    years = [str(first + place) for place in range(len(next(iter(values.values()))))]
    return "\n".join(("country," + ",".join(years), *(f"{name},{','.join(row)}" for name, row in values.items())))


VALUES = {"Denmark": "011111", "United Kingdom": "111100", "Greece": "110011", "Norway": "000000"}
SPELLS = ["DNK 2021/", "GBR 2020/2024", "GRC 2020/2022", "GRC 2024/"]


@pytest.mark.parametrize("made", [by_rows, by_columns])
def test_years_that_follow_one_another_are_one_spell(made: object) -> None:
    reading = read(made(VALUES, 2020))  # type: ignore[operator]
    assert told(reading) == SPELLS and reading.questions == () and reading.refused == ()
    assert reading.panel and (reading.panel.first, reading.panel.last) == (2020, 2025)
    assert {each.why for each in reading.aside} >= {Why.HEADER, Why.NEVER}


def test_words_crosses_and_kinds_say_who_belongs() -> None:
    yes_no = by_columns({name: row for name, row in VALUES.items()}, 2020).replace(",1", ",yes").replace(",0", ",No")
    assert told(read(yes_no)) == SPELLS
    crosses = by_columns(VALUES, 2020).replace(",1", ",x").replace(",0", ",")
    assert told(read(crosses)) == SPELLS
    kinds = read(by_rows({"Denmark": "133111", "Norway": "000333"}, 2020))
    assert [question.id for question in kinds.questions] == ["status:3"]
    known = read(by_rows({"Denmark": "133111", "Norway": "000333"}, 2020), {"status:3": "other"})
    assert told(known) == ["DNK 2020/2021", "DNK 3 2021/2023", "DNK 2023/", "NOR 3 2023/"]


def test_whoever_has_a_row_belongs_where_nothing_else_says_so() -> None:
    values = {"Denmark": "111111", "United Kingdom": "1111--"}
    rows = by_rows(values, 2020, "country,year,gdp").replace(",1", ",312.5")
    assert told(read(rows)) == ["DNK 2020/", "GBR 2020/2024"]


def test_several_columns_that_could_say_it_are_asked_about() -> None:
    rows = "\n".join(f"Denmark,{year},1,0\nSweden,{year},{int(year > 2022)},1" for year in range(2020, 2026))
    text = f"country,year,eu,euro\n{rows}"
    reading = read(text)
    assert [question.id for question in reading.questions] == ["panel-value"] and not reading.taken
    assert told(read(text, {"panel-value": "eu"})) == ["DNK 2020/", "SWE 2023/"]
    assert told(read(text, {"panel-value": "presence"})) == ["DNK 2020/", "SWE 2020/"]


def test_missing_years_are_asked_about_once_and_a_no_is_not() -> None:
    text = by_rows({"Denmark": "11-111", "Sweden": "1--111", "Greece": "100111"}, 2020)
    (question,) = read(text).questions
    assert question.id == "panel-gap" and "Denmark in 2022" in question.text
    assert told(read(text, {"panel-gap": "through"})) == ["DNK 2020/", "SWE 2020/", "GRC 2020/2021", "GRC 2023/"]
    assert told(read(text, {"panel-gap": "left"}))[:2] == ["DNK 2020/2022", "DNK 2023/"]


def test_a_table_of_the_past_is_asked_whether_it_still_holds() -> None:
    text = by_rows({"Denmark": "1111", "Sweden": "1110"}, 1990)
    assert [question.id for question in read(text).questions] == ["panel-last"]
    assert told(read(text, {"panel-last": "still"})) == ["DNK 1990/", "SWE 1990/1993"]
    assert told(read(text, {"panel-last": "end"})) == ["DNK 1990/1994", "SWE 1990/1993"]


def test_a_table_of_every_fifth_year_has_no_gaps() -> None:
    text = "country,2005,2010,2015,2020,2025\nDenmark,1,1,0,1,1\n"
    assert told(read(text)) == ["DNK 2005/2015", "DNK 2020/"]


def test_states_that_end_and_begin_within_the_years_ask_nothing() -> None:
    rows = {"Czechoslovakia": "111---", "Slovakia": "---111", "Ukraine": "-11111"}
    text = by_rows(rows, 1990, "country,year,member")
    reading = read(text, {"panel-last": "still"})
    assert reading.questions == ()
    assert told(reading) == ["CSK 1990/1993", "SVK 1993/", "UKR 1991-12-26/"]


@pytest.mark.parametrize(
    "text",
    [
        "Country,Joined\nDenmark,1973\nSweden,1995\nFinland,1995\n",
        "country,year,end\nDenmark,1973,\nDenmark,1980,1990\nDenmark,1991,2000\nDenmark,2001,2002\n",
        "country,2019,2020,2021\nDenmark,312.5,340.1,350.9\nSweden,412.5,440.1,450.9\n",
    ],
)
def test_other_tables_are_left_as_they_are(text: str) -> None:
    assert read(text).panel is None


def test_it_can_be_said_that_each_row_stands_for_itself() -> None:
    assert read(by_rows(VALUES, 2020), {"panel": "rows"}).panel is None
