"""What a picture's key leaves out."""

import re

from data.tables import current_tables
from data.vocabulary import Confidence, Stance
from geo.picture import SMALL, drawn

TABLES = current_tables()
LAYERS = ("front", "statements")
ALONE = re.compile(r'<g transform="[^"]*" data-statement="([^"]+)"')


def test_a_sign_that_is_in_badges_only_has_no_row() -> None:
    statements = TABLES.statements.set_index("id")
    for year in (2008, 2022):
        made = drawn(year, layers=LAYERS, sheet=SMALL, tables=TABLES)
        alone = statements.loc[ALONE.findall(made.svg())]
        signs = {row.sign for row in made.key}
        assert signs & set(Stance) == {*alone["stance"]}, year
        assert ("contested" in signs) == (Confidence.CONTESTED in {*alone["confidence"]}), year
        assert "data-badge" in made.svg(), year
        assert "badge" in signs


def test_one_who_joins_and_only_reaches_into_a_view_has_its_gold() -> None:
    assert 'data-joined="SVK"' in drawn(2004, "balkans", tables=TABLES).svg()
