"""No tag at the edge of a picture is without a word: an arrow alone tells nobody where something was said."""

from itertools import product

from data.picture import picture_on
from data.tables import current_tables
from data.timeline import picture_day
from geo.drawing.mark_layout import ARROWS
from geo.drawing.palette import THEMES
from geo.drawing.sheet import FORMATS, Focus
from geo.drawing.views import VIEWS
from geo.picture import _Picture
from geo.publish.stop_picture import STOP

TABLES = current_tables()
YEARS = range(1954, TABLES.as_of.year, 4)
LAYERS = ("front", "names", "statements")
SHEETS = (*FORMATS.values(), STOP)


def test_every_tag_says_where() -> None:
    count, mute = 0, []
    for year, view, sheet in product(YEARS, VIEWS, SHEETS):
        facts = picture_on(picture_day(year, TABLES), TABLES)
        signs = _Picture(facts, view, LAYERS, THEMES["light"], sheet, Focus())._signs
        for held in signs.held if signs else ():
            count += 1
            if not held.name.text.strip("".join(ARROWS.values()) + " "):
                mute.append(f"{year} {view} {sheet.width}")
    assert count > 200
    assert mute == []
