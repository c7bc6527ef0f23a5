"""A command that makes its files and ends loads less, searches for no garbage, and makes the same."""

import subprocess
import sys
from pathlib import Path

import pytest

from geo.picture import svg

ROOT = Path(__file__).parent.parent


def loaded_by(*command: str) -> set[str]:
    """The modules that a command loads."""
    whole = [sys.executable, "-X", "importtime", "-m", *command]
    told = subprocess.run(whole, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120).stderr
    return {line.rpartition("|")[2].strip() for line in told.splitlines()}


def test_a_command_draws_what_the_server_draws_without_loading_arrow_and_geopandas(tmp_path: Path) -> None:
    file = tmp_path / "map.svg"
    loaded = loaded_by("geo.picture", "--year", "2004", "-o", str(file))
    assert file.read_text(encoding="utf-8") == svg(2004)
    assert "pandas" in loaded
    assert not {name for name in loaded if name.startswith(("pyarrow.", "geopandas."))}


ASKS_FOR_SHAPES = """
import sys

from geo.command import lean

lean(arrow=False)
import geo.drawing.coverage
from data.tables import current_tables
from geo.shapes.extract import read_shapes

assert "geopandas.geodataframe" not in sys.modules
import geopandas

print(type(read_shapes(current_tables().units)) is geopandas.GeoDataFrame, geopandas.__version__[:1].isdigit())
assert sys.modules["geopandas"].__spec__
"""


def test_a_command_that_asks_for_shapes_has_geopandas() -> None:
    command = [sys.executable, "-c", ASKS_FOR_SHAPES]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120).stdout
    assert told.split() == ["True", "True"]


def test_a_command_that_may_write_parquet_has_arrow() -> None:
    assert "pyarrow.lib" in loaded_by("geo.publish", "site", "--help")


WITHOUT_ARROW = """
import pkgutil
import sys

from geo.command import lean

lean(arrow=False)
import geo.publish

for module in pkgutil.walk_packages(geo.publish.__path__, "geo.publish."):
    if module.name not in {"geo.publish.site", "geo.publish.__main__"}:
        __import__(module.name)
"""


def test_every_other_file_is_published_without_arrow() -> None:
    assert not {name for name in loaded_by("geo.publish", "slides", "--help") if name.startswith("pyarrow.")}
    subprocess.run([sys.executable, "-c", WITHOUT_ARROW], cwd=ROOT, check=True, timeout=120)


ASKED_AT_ITS_END = """
import gc
import runpy
import sys


class Left:
    def __del__(self):
        print("searches at its very end")


sys.argv[1:] = ["--help"]
try:
    runpy.run_module("{name}", run_name="__main__", alter_sys=True)
except SystemExit:
    left = Left()
    left.itself = left
    del left
    print("searches" if gc.isenabled() else "searches for none")
"""


@pytest.mark.parametrize("name", ["geo.picture", "geo.publish"])
def test_a_command_searches_for_no_garbage(name: str) -> None:
    command = [sys.executable, "-c", ASKED_AT_ITS_END.format(name=name)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120).stdout
    assert told.splitlines()[-1] == "searches for none"


def test_a_command_that_ends_at_once_tells_what_went_wrong(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "geo.picture", "--year", "2004", "-o", str(tmp_path / "map.bmp")]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert ended.returncode == 2
    assert "map.bmp ends in '.bmp'" in ended.stderr
