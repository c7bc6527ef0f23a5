"""How long the files take that leave the house, and how large they are: whether the limits are kept.

    python benchmarks/exports.py [name of one ...]

Each is made in a process of its own, as from the command line; of one PNG there is a second figure, in a process that
has drawn another, as a server has. The modules are compiled before, as they are where the atlas is installed: where the
environment lets Python keep none, each process would compile them all. The limits are seconds on two cores that have
nothing else to do. Processor time and the load of the machine stand beside them, by which a busy machine can be told
from slow code: where the processor time is within the limit and the seconds are not, others had the cores.
"""

import os
import resource
import subprocess
import sys
import time
from compileall import compile_dir
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.serve import ROOT, end
from geo.drawing.svg import png
from geo.picture import svg


@dataclass(frozen=True)
class Export:
    """What is made by which module with which arguments, and the most that it may take."""

    order: tuple[str, ...]
    file: str
    seconds: float
    megabytes: float | None = None


EXPORTS = {
    "one PNG": Export(("geo.picture", "--year", "2004"), "map.png", 1.5),
    "slides": Export(("geo.publish", "slides"), "lesson.pptx", 4),
    "handout": Export(("geo.publish", "handout"), "handout.pdf", 4, 1.5),
    "film as GIF": Export(("geo.publish", "gif"), "film.gif", 10),
    "film as MP4": Export(("geo.publish", "mp4"), "film.mp4", 15),
}
WARM = "one PNG more"
WARM_SECONDS = 1.5
BEFORE, ASKED = 1999, 2004


@dataclass(frozen=True)
class Taken:
    """Seconds by the clock and of processors."""

    seconds: float
    processor: float


def made(order: tuple[str, ...], file: Path) -> Taken:
    """What a command takes that writes a file."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, "-m", *order, "-o", file], check=True, cwd=ROOT, stderr=subprocess.DEVNULL)
    took, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Taken(took, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def drawn_again() -> Taken:
    """What a picture takes where another was drawn before."""
    png(svg(BEFORE))
    begun, processor = time.perf_counter(), time.process_time()
    png(svg(ASKED))
    return Taken(time.perf_counter() - begun, time.process_time() - processor)


def tell(name: str, taken: Taken, limit: float) -> bool:
    """Print a figure of time; gives whether its limit is kept."""
    load = f"{taken.processor:.1f} s of processors, load {os.getloadavg()[0]:.1f}"
    print(f"{verdict(taken.seconds, limit)}: {name} {taken.seconds:.1f} s, limit {limit:g} s ({load})", flush=True)
    return taken.seconds <= limit


def verdict(found: float, limit: float) -> str:
    """Whether a limit is kept, in a word."""
    return "kept" if found <= limit else "NOT kept"


def main() -> None:
    """Measure and print."""
    asked, kept = sys.argv[1:] or [*EXPORTS, WARM], []
    for room in ("data", "geo"):
        compile_dir(ROOT / room, quiet=1)
    with TemporaryDirectory() as folder:
        for name in asked:
            if name == WARM:
                kept.append(tell(name, drawn_again(), WARM_SECONDS))
                continue
            export = EXPORTS[name]
            file = Path(folder) / export.file
            kept.append(tell(name, made(export.order, file), export.seconds))
            size = file.stat().st_size / 1e6
            if export.megabytes:
                kept.append(size <= export.megabytes)
                print(f"{verdict(size, export.megabytes)}: {name} {size:.2f} MB, limit {export.megabytes:g} MB")
            else:
                print(f"      {name} {size:.2f} MB")
    end(kept)


if __name__ == "__main__":
    main()
