"""Every page is as wide by its own address as by the menu."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_one_place_alone_says_how_wide_the_pages_are() -> None:
    files = [ROOT / "dashboard.py", *sorted((ROOT / "pages").rglob("*.py"))]
    said = {path.name: re.findall(r"layout=\"(\w+)\"", path.read_text(encoding="utf-8")) for path in files}
    assert {name: layouts for name, layouts in said.items() if layouts} == {"dashboard.py": ["wide"]}
