"""The cases of `cases/names.json`, which both languages run: what is asked, and where names stand then."""

import json
from pathlib import Path
from typing import Any

CASES: dict[str, Any] = json.loads((Path(__file__).parent / "cases" / "names.json").read_text(encoding="utf-8"))


def letters(text: str, size: float, bold: bool) -> float:
    """The width of a text if all letters were equally wide, as the cases have it."""
    return len(text) * size * float(CASES["letter"]["bold" if bold else "plain"])


def rounded(placed: dict[str, Any]) -> dict[str, Any]:
    """A name that stands, as the cases write it."""
    leader = placed["leader"]
    return {
        "id": placed["id"],
        "lines": list(placed["lines"]),
        "size": round(placed["size"], 3),
        "x": round(placed["x"], 2),
        "y": round(placed["y"], 2),
        "at_sea": placed["at_sea"],
        "leader": leader and [round(part, 2) for part in leader],
        **({"inland": placed["inland"]} if leader else {}),
        **({"astray": True} if placed["astray"] else {}),
    }
