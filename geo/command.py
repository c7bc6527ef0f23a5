"""What a command that makes one file and ends does without; said before it loads anything."""

import gc
import sys
from typing import Any


def lean() -> None:
    """Search for no garbage, and load no Arrow, which pandas takes where it is installed: a fifth of the time.

    What the tables hold is the same with it and without.
    """
    gc.disable()
    loaded: dict[str, Any] = sys.modules
    loaded.setdefault("pyarrow", None)
