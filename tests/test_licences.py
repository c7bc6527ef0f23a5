"""The licences of what is deployed are known, and listed as they are."""

import runpy
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "scripts" / "licences.py"))


def test_the_list_is_that_of_the_lock(script: dict[str, Any]) -> None:
    assert script["FILE"].read_text(encoding="utf-8") == script["page"](), "run scripts/licences.py"


def test_every_package_states_a_licence(script: dict[str, Any]) -> None:
    packages = [name for name, _ in script["PIN"].findall(script["LOCK"].read_text(encoding="utf-8"))]
    assert len(packages) > 40
    assert not [name for name in packages if not script["stated"](name)]


def test_the_list_says_what_the_encoder_of_films_is_under(script: dict[str, Any]) -> None:
    told = script["FILE"].read_text(encoding="utf-8")
    assert "**GPL 2 or later**" in told
    assert "FILMS=no" in told
    assert "ARG FILMS=yes" in (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8")
