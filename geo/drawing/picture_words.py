"""The words of the command that draws a picture."""

import argparse
from pathlib import Path

from data.dates import WHOLE_DATE
from data.memberships.asked import ASKED
from data.memberships.nato import ID as NATO
from geo.drawing.layers import DRAWN
from geo.drawing.palette import THEMES
from geo.drawing.sheet import FORMATS
from geo.drawing.views import VIEWS, WORLD_VIEWS


def parser() -> argparse.ArgumentParser:
    """What reads them, as `python -m geo.picture` takes them."""
    reading = argparse.ArgumentParser(
        prog="python -m geo.picture", description="Draw the map of a year or a day as SVG or PNG."
    )
    asked = reading.add_mutually_exclusive_group(required=True)
    asked.add_argument("--year", type=int, help="the picture of its last day")
    asked.add_argument("--day", help=WHOLE_DATE)
    reading.add_argument("--membership", default=NATO, help=ASKED)
    reading.add_argument("--view", help=f"{', '.join(VIEWS)}; of a membership also {', '.join(WORLD_VIEWS)}")
    reading.add_argument("--layers", help=f"{', '.join(DRAWN)}, or none; of another membership than NATO: names")
    reading.add_argument("--over", default="", help="a membership laid over it: nato, eu, ...")
    reading.add_argument("--theme", default="light", help=", ".join(THEMES))
    reading.add_argument("--format", default="landscape", choices=FORMATS, help="of the sheet")
    reading.add_argument("-o", "--output", type=Path, required=True, help="a file that ends in .svg or .png")
    return reading
