"""No letter on paper loses a part to the halo of the letter after it."""

import re

from data.tables import current_tables
from geo.picture import svg
from geo.publish.halos import with_halos_beneath
from geo.publish.paper_file import ON_PAPER

TEXT = re.compile(r"<text ([^>]*)>([^<]*)</text>")


def test_each_text_stands_on_its_halo() -> None:
    before = svg(1999, "europe", ("names",), sheet=ON_PAPER, tables=current_tables())
    cased = [(look, words) for look, words in TEXT.findall(before) if "paint-order=" in look]
    after = [each for each in TEXT.findall(with_halos_beneath(before)) if "clip-path=" not in each[0]]
    assert len(cased) > 20
    assert len(after) == 2 * len(cased)
    for (look, words), (beneath, said), (above, told) in zip(cased, after[::2], after[1::2], strict=True):
        assert words == said == told
        assert 'fill="none"' in beneath
        for kept in re.findall(r' (?:stroke(?:-width|-linejoin)?)="[^"]*"', look):
            assert kept in beneath
            assert kept not in above
        for kept in re.findall(r'(?:x|y|font-size|font-weight|text-anchor)="[^"]*"', look):
            assert kept in beneath
            assert kept in above
        assert re.findall(r' fill="[^"]*"', look) == re.findall(r' fill="[^"]*"', above)
        assert "paint-order" not in beneath + above
