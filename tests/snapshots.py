"""Pictures of what leaves the house, kept to be compared: `python -m tests.snapshots` renews them.

A picture that differs is shown: kept, made and the difference side by side, in a folder that the failure names.
"""

import io
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from PIL import Image, ImageChops

from data.tables import current_tables
from geo.drawing.drawn import Drawn
from geo.drawing.painter import Painter
from geo.drawing.sheet import CARD, UPRIGHT
from geo.drawing.svg import png
from geo.lesson.lesson import Lesson, current_lesson
from geo.pair import Pair
from geo.picture import drawn
from geo.publish.paper import handout_pdf
from geo.publish.stop_picture import stop_drawn
from geo.publish.worksheet import worksheet_pdf

FOLDER = Path(__file__).parent / "snapshots"
WIDTH = 960
COLOURS = 192
TOLD_APART = 48
"""Steps of 255 by which two dots differ to a reader; less is rounding, and the few colours of what is kept."""
MOST = 120
"""Dots that may differ so."""
PAIR = (date(1990, 12, 31), date(2004, 12, 31))


def _painted(made: Drawn) -> Image.Image:
    return Painter(WIDTH).paint(made)


def _page(pdf: bytes) -> Image.Image:
    with TemporaryDirectory() as folder:
        (Path(folder) / "paper.pdf").write_bytes(pdf)
        program = which("pdftoppm") or "pdftoppm"
        command = [program, "-r", "75", "-f", "1", "-png", "-singlefile", f"{folder}/paper.pdf", f"{folder}/page"]
        subprocess.run(command, check=True)
        return _opened((Path(folder) / "page.png").read_bytes())


def _opened(file: bytes) -> Image.Image:
    return Image.open(io.BytesIO(file)).convert("RGB")


def _first_stops() -> Lesson:
    whole = current_lesson()
    return Lesson(whole.title, whole.subtitle, whole.stops[1:3])


MAKERS: dict[str, Callable[[], Image.Image]] = {
    "atlas-2004": lambda: _painted(drawn(2004)),
    "atlas-2008-04-03": lambda: _painted(drawn(date(2008, 4, 3), layers=("front", "statements", "names"))),
    "atlas-1990": lambda: _painted(drawn(1990)),
    "world-2022": lambda: _painted(drawn(2022, "world")),
    "dark-2004": lambda: _painted(drawn(2004, theme="dark")),
    "upright-1999": lambda: _painted(drawn(1999, sheet=UPRIGHT)),
    "link-1999": lambda: _painted(drawn(1999, layers=("front", "names"), sheet=CARD)),
    "pair-1990-2004": lambda: _opened(png(Pair(PAIR, "light", current_tables()).draw(), WIDTH)),
    "slide-before-2004": lambda: _painted(stop_drawn(current_lesson().stops[7], current_tables(), asked=True)),
    "slide-2004": lambda: _painted(stop_drawn(current_lesson().stops[7], current_tables())),
    "handout": lambda: _page(handout_pdf(_first_stops())),
    "worksheet": lambda: _page(worksheet_pdf(3, "medium")),
}
"""The pictures by name, and how each is made."""


def kept(name: str) -> Image.Image:
    """The picture as it was kept."""
    return Image.open(FOLDER / f"{name}.png").convert("RGB")


def amiss(one: Image.Image, other: Image.Image) -> int:
    """How many dots a reader could tell apart; all of them where the sizes differ."""
    if one.size != other.size:
        return one.width * one.height
    return sum(ImageChops.difference(one, other).convert("L").histogram()[TOLD_APART:])


def show(name: str, made: Image.Image, folder: Path) -> Path:
    """The file that shows what was kept, what was made, and where they differ."""
    before = kept(name)
    width, height = (max(sizes) for sizes in zip(before.size, made.size, strict=True))
    sheet = Image.new("RGB", (3 * width, height), "white")
    sheet.paste(before, (0, 0))
    sheet.paste(made, (width, 0))
    if before.size == made.size:
        sheet.paste(ImageChops.difference(before, made).point(lambda step: min(255, 4 * step)), (2 * width, 0))
    folder.mkdir(parents=True, exist_ok=True)
    sheet.save(folder / f"{name}.png")
    return folder / f"{name}.png"


def renew(names: list[str]) -> None:
    """Keep the pictures as they are made now: those named, or all."""
    FOLDER.mkdir(exist_ok=True)
    for name in names or MAKERS:
        few = MAKERS[name]().quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        few.save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    renew(sys.argv[1:])
