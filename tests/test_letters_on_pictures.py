"""The words of a key on a picture can be read where it is printed as wide as a page."""

import re

import pytest

from data.tables import current_tables
from geo.drawing.beside import KEY_WELL
from geo.drawing.key import ALSO, LEAD, Row
from geo.drawing.number_rows import number_row, numbers_in_a_row
from geo.drawing.sheet import FORMATS
from geo.picture import drawn

TABLES = current_tables()


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("year", [1997, 2004, 2024])
def test_so_can_those_of_the_world_in_years_with_a_list_of_numbers(form: str, year: int) -> None:
    made = drawn(year, "world", sheet=FORMATS[form], tables=TABLES)
    key = next(part for part in made.around if "data-key" in part)
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', key)]
    assert sizes
    assert min(sizes) >= KEY_WELL


def test_a_list_of_numbers_is_told_whole_in_a_sentence() -> None:
    before, after = Row("joined", "key.joined"), Row("land", "key.land")
    listed = Row(LEAD, "key.numbers"), number_row("5", "North Macedonia"), number_row("", "Malta")
    also = Row(f"{ALSO}-member", "key.numbers_also", ("Cyprus", "Latvia"))
    first, told, *last = numbers_in_a_row([before, *listed, also, after])
    assert (first, last) == (before, [also, after])
    told_of = "On the map: 5\u00a0North\u00a0Macedonia, Malta"
    assert told.label == told_of
    assert numbers_in_a_row([before, after]) == (before, after)
