"""Rings of path data, alike in both languages."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from made import made_view
from pytest import approx

from geo.drawing.rings import breadth_of_path

ROOT = Path(__file__).parent.parent
SCRIPT = """
import {readFileSync} from 'node:fs';
import {breadthOf} from './geo/atlas/core/rings.mjs';
process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(breadthOf)));
"""


@pytest.mark.parametrize(
    ("path", "breadth"),
    [
        ("M0 0l10 0 0 10-10 0z", 10),  # a square is as broad as its side,
        ("M0 0l100 0 0 10-100 0z", 4000 / 220),  # a strip less than twice as its width,
        ("M0 0l10 0 0 10-10 0zM50 50l2 0 0 2-2 0z", 10),  # an islet changes nothing,
        ("M5 5l0 0z", 0),  # and a point has none.
    ],
)
def test_how_broad_path_data_is(path: str, breadth: float) -> None:
    assert breadth_of_path(path) == approx(breadth)


def test_the_browser_finds_every_country_as_broad(program: Callable[[str], str]) -> None:
    paths = list(made_view("europe")["paths"].values())
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    done = subprocess.run(command, cwd=ROOT, input=json.dumps(paths), capture_output=True, encoding="utf-8", check=True)
    assert json.loads(done.stdout) == approx([breadth_of_path(path) for path in paths])
