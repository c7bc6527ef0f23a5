"""A command that makes one file loads less, and makes the same."""

import subprocess
import sys
from pathlib import Path

from geo.picture import svg

ROOT = Path(__file__).parent.parent


def loaded_by(*command: str) -> set[str]:
    """The modules that a command loads."""
    whole = [sys.executable, "-X", "importtime", "-m", *command]
    told = subprocess.run(whole, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120).stderr
    return {line.rpartition("|")[2].strip() for line in told.splitlines()}


def test_a_command_draws_what_the_server_draws_without_loading_arrow(tmp_path: Path) -> None:
    file = tmp_path / "map.svg"
    loaded = loaded_by("geo.picture", "--year", "2004", "-o", str(file))
    assert file.read_text(encoding="utf-8") == svg(2004)
    assert "pandas" in loaded
    assert not {name for name in loaded if name.startswith("pyarrow.")}


def test_a_command_that_may_write_parquet_has_arrow() -> None:
    assert "pyarrow.lib" in loaded_by("geo.publish", "site", "--help")
