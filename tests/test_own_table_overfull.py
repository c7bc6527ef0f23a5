"""A separator within a cell, not in quotation marks: the row is asked about, and read as it was meant."""

import pytest

from data.own_table.link import packed_table, read_packed
from data.own_table.questions import LEAVE_OUT
from data.own_table.reading import Reading, read_table

CUT = "Country,Joined,Left\nDenmark,1973,\nGermany, East,1950,1990\nFrance,1958,\nUnited Kingdom,1973,2020\n"


def read(text: str, answers: dict[str, str] | None = None) -> Reading:
    return read_table(text.encode(), "mine.csv", answers)


def test_a_name_that_a_comma_cuts_is_never_guessed_and_read_as_it_was_meant() -> None:
    asked = read(CUT)
    assert [each.code for each in asked.taken] == ["DNK", "FRA", "GBR"]
    assert [each.row for each in asked.asked] == [3]
    (question,) = asked.questions
    assert "has 4 cells, the table 3 columns" in question.text and "Germany | East | 1950 | 1990" in question.text
    assert question.options[0].label == "“Germany, East” under “Country”"
    told = asked.again({question.id: question.options[0].value})
    assert ("DDR", "1950", "1990") in [(each.code, each.start_on, each.end_on) for each in told.taken]
    assert told.layout.columns == ("Country", "Joined", "Left")
    again, _ = read_packed(packed_table(told))
    assert again.taken == told.taken and not again.questions
    left_out = asked.again({question.id: LEAVE_OUT})
    assert [each.row for each in left_out.aside if each.why == "left_out"] == [3]


def test_a_note_that_a_comma_cuts_stays_the_note_of_its_row() -> None:
    asked = read("Country,Joined,Note\nDenmark,1973,with two others, after a vote\nFrance,1958,\nItaly,1958,x\n")
    (question,) = asked.questions
    told = asked.again({question.id: "Note"})
    assert {each.code: each.note for each in told.taken}["DNK"] == "with two others, after a vote"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ('"country","joined"\n"1","Denmark",1973\n"2","France",1958\n"3","Italy",1958\n', ["DNK", "FRA", "ITA"]),
        ("Country,Joined\nDenmark,1973,,,\nFrance,1958\n", ["DNK", "FRA"]),
        ("Country\tJoined\nDenmark\t1973\tsee below\nFrance\t1958\nItaly\t1958\n", ["DNK", "FRA", "ITA"]),
        ("Country,Joined,\nDenmark,1973,see below\nFrance,1958\nItaly,1958\n", ["DNK", "FRA", "ITA"]),
    ],
    ids=["R leaves the name of its first column out", "empty cells", "a tab is in no cell", "a column without a name"],
)
def test_no_row_is_asked_about_that_only_looks_too_long(text: str, codes: list[str]) -> None:
    found = read(text)
    assert [each.code for each in found.taken] == codes and not found.questions


def test_a_table_without_a_header_goes_by_most_of_its_rows() -> None:
    asked = read("Denmark,1973\nGermany, East,1950\nFrance,1958\nItaly,1958\n")
    (question,) = asked.questions
    assert question.options[0].label == "“Germany, East” under “#1”"
    assert [each.code for each in asked.taken] == ["DNK", "FRA", "ITA"]


def test_a_row_far_too_long_can_only_be_left_out() -> None:
    asked = read("Country,Joined\nDenmark,1973\nFrance,1958\nItaly" + ",x" * 30 + "\n")
    (question,) = asked.questions
    assert [each.value for each in question.options] == [LEAVE_OUT]
