"""The key of a picture names each place to which a tag at its edge points: an arrow alone tells nobody where it was."""

from collections import Counter
from itertools import product

import pytest

from data.picture import picture_on
from data.quotation import town_of
from data.tables import current_tables
from data.timeline import picture_day
from data.words import phrase
from geo.drawing.key import SAID, key_rows
from geo.drawing.palette import THEMES, TIMES
from geo.drawing.sheet import FORMATS, Focus
from geo.drawing.views import VIEWS
from geo.picture import _Picture
from geo.publish.stop_picture import STOP

TABLES = current_tables()
YEARS = range(1954, TABLES.as_of.year, 4)
LAYERS = ("front", "names", "statements")
SHEETS = (*FORMATS.values(), STOP)
MOST = 5
"""Towns that are named, or one less and how many more."""


@pytest.mark.slow
def test_the_key_says_where_what_hangs_at_the_edge_was_said() -> None:
    count = 0
    for year, view, sheet in product(YEARS, VIEWS, SHEETS):
        picture = _Picture(picture_on(picture_day(year, TABLES), TABLES), view, LAYERS, THEMES["light"], sheet, Focus())
        signs = picture._signs
        towns = Counter(
            town_of(signs.rows[id_]) for held in (signs.held if signs else ()) for id_, _, _ in held.stack.marks
        )
        told = [f"{town} {TIMES}{n}" if n > 1 else town for town, n in sorted(towns.items(), key=lambda each: -each[1])]
        if len(told) > MOST:
            told[MOST - 1 :] = [phrase("key", "more", n=len(told) - MOST + 1)]
        # The names, most of a picture's work, add rows behind these: one year has them, the others go without.
        key = picture.key if year == YEARS[-1] else key_rows(picture._on_map)
        rows = [row for row in key if row.sign == SAID]
        assert [row.names for row in rows] == ([tuple(told)] if told else [])
        count += len(towns)
    assert count > 200
