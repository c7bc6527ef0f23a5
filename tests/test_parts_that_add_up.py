"""What is told in parts adds up, rounded as it is: the border with Russia, on its page and beside the map."""

import re
from datetime import date

import hypothesis.strategies as st
import pytest
from each import for_each
from hypothesis import given

from data.figures import whole_parts
from data.frontier import COMPUTED, OFFICIAL
from data.measures import measures_on
from data.names import state_names
from data.tables import current_tables
from data.timeline import picture_day
from geo.charts.frontier import border_figure
from pages.parts.frontier import by_day, charted
from pages.parts.frontier_tables import table_of
from pages.parts.frontier_words import told_of_border

TABLES = current_tables()
NAMES = state_names(TABLES)


@for_each(
    "parts, whole",
    [
        ([], []),
        ([2.5], [2]),
        ([197.7, 210.0, 336.2, 253.7, 283.6, 1290.0], [198, 210, 336, 254, 283, 1290]),
        ([0.4, 0.4, 0.4], [1, 0, 0]),
        ([0.1 + 0.2, 0.7], [0, 1]),
    ],
)
def test_parts_are_rounded_so_that_they_add_up(parts: list[float], whole: list[int]) -> None:
    assert whole_parts(parts) == whole


@given(st.lists(st.integers(0, 50_000).map(lambda tenths: tenths / 10), max_size=12))
def test_no_part_is_rounded_by_more_than_one_and_the_sum_is_the_rounded_sum(parts: list[float]) -> None:
    whole = whole_parts(parts)
    assert sum(whole) == round(round(sum(parts), 6))
    assert all(abs(part - told) < 1 for part, told in zip(parts, whole, strict=True))


def numbers_in(sentence: str) -> list[int]:
    return [int(found.replace(",", "")) for found in re.findall(r"\d[\d,]*\d|\d", sentence)]


def named(member: str, _: date) -> str:
    return NAMES[member]


@pytest.mark.parametrize("basis", [OFFICIAL, COMPUTED])
def test_the_chart_of_the_border_has_the_numbers_of_its_sentence(basis: str) -> None:
    lengths = charted()[basis]
    last = lengths[lengths["year"] == lengths["year"].max()]
    _, _, *told = numbers_in(told_of_border(last, basis, picture_day(int(last["year"].iloc[0]), TABLES), named))
    ends = [each["text"] for each in border_figure(by_day(basis), named, "light")["layout"]["annotations"]]
    for member, km in zip(last["member"], told, strict=True):
        assert any(text.startswith(f"{NAMES[member]} {km:,}") for text in ends), (NAMES[member], km, ends)


@pytest.mark.parametrize("basis", [OFFICIAL, COMPUTED])
def test_the_border_of_each_year_is_the_sum_of_its_parts_on_the_page_and_beside_the_map(basis: str) -> None:
    lengths = charted()[basis]
    table = re.findall(r"<tr[^>]*>(.*?)</tr>", str(table_of(basis, "light")), flags=re.DOTALL)
    in_table = {found[0]: found[1:] for row in table if (found := numbers_in(re.sub(r"<[^>]*>", " ", row)))}
    for year, here in lengths.groupby("year"):
        total, _, *parts = numbers_in(told_of_border(here, basis, picture_day(int(year), TABLES), named))
        assert total == sum(parts), year
        assert in_table[year] == [total, *in_table[year][1:]]
        assert total == sum(in_table[year][1:]), year
        if basis == OFFICIAL:
            found = measures_on(picture_day(int(year), TABLES), TABLES)
            assert found is not None
            assert found.official_km + found.measured_km == total, year
