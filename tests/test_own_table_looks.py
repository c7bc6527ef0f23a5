"""Names and colours chosen for the statuses of a table of one's own stay with it: in its file, and in a link."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.gate.problems import GateError
from data.own_table.link import packed_table, read_packed
from data.own_table.reading import Reading, read_table
from data.own_table.saved import read_saved, saved
from data.own_table.telling import MOST_COLOURS, Look, looks_of
from data.packed import packed
from data.tables import TableError

TODAY = date(2026, 11, 28)
TABLE = """Country;Joined;Status
France;1958;member
Norway;1970;observer
Turkey;1964;associate member
"""
ANSWERS = {"status:associate member": "member"}
LOOKS = {"": Look("In the league", 3), "observer": Look("Looks on", 1)}


def reading(text: str = TABLE) -> Reading:
    return replace(read_table(text.encode(), "my.csv", ANSWERS, today=TODAY), looks=LOOKS)


def test_what_was_chosen_is_in_the_membership() -> None:
    found = {status.key: (status.label, status.colour) for status in reading().membership().statuses}
    assert found["member"] == ("In the league", 3)
    assert found["observer"] == ("Looks on", 1)
    assert found["associate_member"] == ("Associate member", 2)


def test_a_file_and_a_link_bring_all_of_it_back() -> None:
    again, title = read_saved(saved(reading(), "Mine"), "my.zip")
    linked, of_link = read_packed(packed_table(reading(), "Mine"))
    assert title == of_link == "Mine"
    for other in (again, linked):
        assert (other.raw, other.taken, other.answers, other.looks) == (
            reading().raw,
            reading().taken,
            ANSWERS,
            LOOKS,
        )
    assert packed_table(linked, of_link) == packed_table(reading(), "Mine")


def test_a_table_that_is_no_text_travels_in_a_link_too() -> None:
    raw = TABLE.replace("Turkey", "Türkei").encode("cp1252")
    own = read_table(raw, "my.csv", ANSWERS, today=TODAY)
    assert read_packed(packed_table(own))[0].raw == raw


@pytest.mark.parametrize("text", ["", "x", "é", packed("{}"), packed("[]"), packed('{"text": 3}'), "A" * 3001])
def test_a_link_that_holds_no_table_ends_in_a_sentence(text: str) -> None:
    with pytest.raises(GateError, match="; expected "):
        read_packed(text)


def test_a_link_cannot_unpack_to_more_than_a_table() -> None:
    with pytest.raises(GateError, match="cut short"):
        read_packed(packed('{"text": "' + "x" * 11_000_000 + '"}'))


STATUS = st.text(max_size=3)
STATUSES = st.dictionaries(STATUS.filter(bool), st.booleans(), max_size=6)
ANY_LOOKS = st.dictionaries(STATUS, st.builds(Look, st.text(max_size=50), st.integers(-2, 9)), max_size=7)


@given(STATUSES, ANY_LOOKS)
def test_each_status_has_a_colour_of_its_own_and_a_name_in_one_line(
    statuses: dict[str, bool], looks: dict[str, Look]
) -> None:
    found = looks_of(statuses, looks)
    assert set(found) == {"", *statuses}
    colours = [look.colour for look in found.values()]
    assert len(set(colours)) == len(colours) and set(colours) <= set(range(1, MOST_COLOURS + 1))
    assert all(look.label and not set(look.label) & set("{}\n") for look in found.values())


def test_more_statuses_than_colours_end_in_a_sentence() -> None:
    rows = "\n".join(f"{name};1990;kind {place}" for place, name in enumerate(COUNTRIES))
    own = read_table(
        f"Country;Joined;Status\n{rows}".encode(), "my.csv", {f"status:kind {n}": "other" for n in range(8)}
    )
    with pytest.raises(TableError, match="9 statuses"):
        own.membership()


COUNTRIES = ["France", "Norway", "Spain", "Italy", "Malta", "Poland", "Greece", "Sweden"]
