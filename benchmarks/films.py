"""What a server holds while four people wait for films and slides, beside one that makes nothing.

    python benchmarks/films.py

All that a server keeps is made first, as at its start; then four people ask at once for what takes most. The limit is
for the whole process.
"""

import os
import resource
import sys
import time
from pathlib import Path

sys.path.pop(0)  # `pages` beside this file is not the folder of pages
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.crowd import held_mb
from benchmarks.serve import end
from dashboard import make_ready
from geo.lesson.lesson import current_lesson
from geo.publish.film import film, lesson_film
from geo.publish.jobs import JOBS, Make
from geo.publish.slides import slides_pptx

LIMIT_MB = 1000
KILO, MEGA = 1024, 1e6
WISHES: dict[str, Make] = {
    "eastward.gif": lambda tell: film("gif", progress=tell),
    "eastward.mp4": lambda tell: film("mp4", progress=tell),
    "lesson.mp4": lambda tell: lesson_film("mp4", current_lesson(), progress=tell),
    "lesson.pptx": lambda tell: slides_pptx(current_lesson(), progress=tell),
}
"""One of each person."""


def main() -> None:
    """Let each wait for a file, and print."""
    make_ready()
    at_rest, begun = held_mb(os.getpid()), time.monotonic()
    jobs = [JOBS.start(f"who wants {name}", name, make) for name, make in WISHES.items()]
    sizes = [len(job.future.result()) for job in jobs]
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILO / MEGA
    kept = "kept" if most <= LIMIT_MB else "NOT kept"
    print(f"{len(WISHES)} people had their files of {', '.join(f'{size / MEGA:.1f}' for size in sizes)} MB")
    print(f"  after {time.monotonic() - begun:.0f} s; at rest {at_rest:.0f} MB, at most {most:.0f},")
    print(f"  after it {held_mb(os.getpid()):.0f}; limit {LIMIT_MB}: {kept}")
    end([most <= LIMIT_MB])


if __name__ == "__main__":
    main()
