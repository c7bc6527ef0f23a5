"""What a command that makes its files and ends does without; said before it loads anything."""

import atexit
import gc
import sys
from typing import Any

SITE = "site"
"""The command that writes Parquet beside all else."""


def lean(*, arrow: bool) -> None:
    """Search for no garbage, and without `arrow` load none: pandas takes it wherever it is installed.

    It is a quarter of the time of one picture. The process ends soon, whatever it leaves about; at its end Python would
    search all the same, unless nothing is left to be searched. What the tables hold is the same with Arrow and without.
    """
    gc.disable()
    atexit.register(gc.freeze)
    if not arrow:
        loaded: dict[str, Any] = sys.modules
        loaded.setdefault("pyarrow", None)
