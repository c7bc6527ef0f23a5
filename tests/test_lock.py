"""The locks hold what the short lists pin, with hashes for all, and name no place that packages come from."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
PLACE = re.compile(r"https?://|file:|--index|--extra-index|--find-links|--trusted-host|^-i\b", re.MULTILINE)
lists = pytest.mark.parametrize("name", ["requirements", "requirements-dev"])


def pins(file: str) -> dict[str, str]:
    """Releases by package, the names as an index writes them."""
    text = (ROOT / file).read_text(encoding="utf-8")
    return {re.sub(r"[-_.]+", "-", package).lower(): release for package, release in PIN.findall(text)}


@lists
def test_every_pin_stands_in_the_lock(name: str) -> None:
    short = pins(f"{name}.txt")
    assert short
    assert short.items() <= pins(f"{name}.lock").items()


@lists
def test_every_locked_package_has_hashes_and_no_place(name: str) -> None:
    text = (ROOT / f"{name}.lock").read_text(encoding="utf-8")
    unhashed = [line for line in text.splitlines() if PIN.match(line) and not line.endswith("\\")]
    assert not unhashed
    assert not PLACE.findall(text)


def test_what_runs_the_tests_is_what_is_deployed() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


def test_the_lock_of_the_browser_tools_names_no_place() -> None:
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text(encoding="utf-8")
