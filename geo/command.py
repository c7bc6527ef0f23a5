"""What a command that makes its files and ends does without; said before it loads anything."""

import atexit
import gc
import os
import sys
from importlib import import_module
from types import ModuleType
from typing import Any, NoReturn

SITE = "site"
"""The command that writes Parquet beside all else."""
SHAPES = "geopandas"
"""What reads shapes, which is loaded with the code that draws them; kept drawings need none of it."""


def lean(*, arrow: bool) -> None:
    """Search for no garbage, load GeoPandas where it is used, and without `arrow` none of that.

    Pandas takes Arrow wherever it is installed. It is a quarter of the time of one picture. The process ends soon,
    whatever it leaves about. One that does its work ends by `leave`; one that only tells its help, or refuses what it
    was asked, ends as Python does, which would search all the same, unless nothing is left to be searched: that is a
    fifth of it. What the tables hold is the same with Arrow and without.
    """
    gc.disable()
    atexit.register(gc.freeze)
    if not arrow:
        loaded: dict[str, Any] = sys.modules
        loaded.setdefault("pyarrow", None)
    sys.modules.setdefault(SHAPES, _Late(SHAPES))


def leave(code: int) -> NoReturn:
    """End the process, everything being written: to take down all that is loaded is a twentieth of one picture."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


class _Late(ModuleType):
    """Stands for a module until something of it is asked for. The library's own is woken by a mere `import`."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)
