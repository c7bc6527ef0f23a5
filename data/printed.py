"""What commands print, the same on every machine."""

import io
import sys


def print_in_utf_8() -> None:
    """Print UTF-8 with bare line ends from here on; Windows would print into a file what its own code page has."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
