"""The chosen layers of which nothing is on the map."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geo.drawing.layers import LAYERS

LAYERS_OF_CORE = Path(__file__).parent.parent / "geo" / "atlas" / "core" / "layers.mjs"
SCRIPT = """
const {layersUnseen} = await import(`file://${process.argv[1]}`);
console.log(JSON.stringify(layersUnseen(JSON.parse(process.argv[2]))));
"""
ALL: dict[str, Any] = {
    "fronts": ["bloc"],
    "nearest": True,
    "statements": [{"stance": "demand", "confidence": ""}],
    "forces": [{"sign": "base", "camp": "nato"}],
    "over": {"csto": ["ARM"], "eu": ["FRA"], "command": ["DEU"], "area": ["ITA"]},
}


def unseen(program: Callable[[str], str], layers: tuple[str, ...], seen: dict[str, Any]) -> list[str]:
    given = json.dumps({"layers": layers, **seen})
    command = [program("node"), "--input-type=module", "--eval", SCRIPT, str(LAYERS_OF_CORE), given]
    found: list[str] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return found


@pytest.mark.parametrize(
    ("layers", "seen", "expected"),
    [
        (LAYERS, ALL, []),
        (LAYERS, {}, [layer for layer in LAYERS if layer != "names"]),
        (("front", "csto"), {**ALL, "over": {"csto": []}}, ["csto"]),
        (("front", "eu"), {**ALL, "fronts": []}, ["front"]),
        ((), {}, []),
    ],
)
def test_a_layer_is_unseen_where_nothing_of_it_is_on_the_map(
    program: Callable[[str], str], layers: tuple[str, ...], seen: dict[str, Any], expected: list[str]
) -> None:
    assert unseen(program, layers, seen) == expected
