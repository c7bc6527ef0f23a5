"""What leaves the house looks as it did when it was last looked at; `python -m tests.snapshots` renews the pictures."""

from pathlib import Path

import pytest
from PIL import ImageDraw

from tests.snapshots import FOLDER, MAKERS, MOST, amiss, kept, show

SHOWN_IN = Path("/tmp") / "eastward-snapshots"


@pytest.mark.parametrize("name", MAKERS)
def test_a_picture_looks_as_it_was_kept(name: str) -> None:
    made = MAKERS[name]()
    differing = amiss(kept(name), made)
    if differing > MOST:
        pytest.fail(f"{differing} dots differ: look at {show(name, made, SHOWN_IN)}; python -m tests.snapshots {name}")


def test_a_name_amiss_would_be_seen(tmp_path: Path) -> None:
    before, spoilt = kept("atlas-2004"), kept("atlas-2004")
    ImageDraw.Draw(spoilt).rectangle((20, 300, 60, 308), fill="black")
    assert amiss(before, before) == 0
    assert amiss(before, spoilt) > MOST
    assert show("atlas-2004", spoilt, tmp_path).exists()


def test_the_kept_pictures_are_small() -> None:
    assert {path.stem for path in FOLDER.glob("*.png")} == set(MAKERS)
    assert sum(path.stat().st_size for path in FOLDER.glob("*.png")) < 1_500_000
