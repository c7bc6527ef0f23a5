"""How long the files take that leave the house, each in a process of its own, as from the command line.

    python benchmarks/exports.py

Beside each time stand its limit and how many bare pictures it lasts: one map of 1,920 by 1,080 painted from SVG, by
which a busy machine can be told from slow code.
"""

import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.serve import ROOT
from geo.drawing.svg import png
from geo.picture import svg

EXPORTS = {
    "one PNG": (["geo.picture", "--year", "2004"], "map.png", 1.5),
    "slides": (["geo.publish", "slides"], "lesson.pptx", 4),
    "handout": (["geo.publish", "handout"], "handout.pdf", 4),
    "film as GIF": (["geo.publish", "gif"], "film.gif", 10),
    "film as MP4": (["geo.publish", "mp4"], "film.mp4", 15),
}
"""By name: the module and its arguments, the file, and the limit in seconds."""
YEARS = (1990, 1999, 2004)


def pace() -> float:
    """Seconds that a bare picture takes, at the best of some."""
    times = []
    for year in YEARS:
        drawn = svg(year)
        begun = time.perf_counter()
        png(drawn, 1920)
        times.append(time.perf_counter() - begun)
    return min(times)


def seconds(order: list[str], file: Path) -> float:
    """How long a command takes that writes a file."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-m", *order, "-o", file], check=True, cwd=ROOT, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begun


def main() -> None:
    """Measure and print."""
    with TemporaryDirectory() as folder:
        for name, (order, file, limit) in EXPORTS.items():
            bare = pace()
            took = seconds(order, Path(folder) / file)
            size = (Path(folder) / file).stat().st_size
            kept = "kept" if took <= limit else "NOT kept"
            print(f"{name}: {took:.1f} s, limit {limit}: {kept}; {took / bare:.0f} bare pictures; {size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
