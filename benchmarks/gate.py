"""Whether anything hostile is answered in a sentence, at once and in little memory.

    python benchmarks/gate.py            # 20,000 inputs of each kind, then the worst megabytes of each
    python benchmarks/gate.py 2000       # fewer
    python benchmarks/gate.py --worst K  # the worst megabytes of kind K alone

An input of a kind is a good one with a few changes. The worst are read in a process of their own that may take 100 MB
more than it has, and which is ended after a while.
"""

import random
import resource
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.hostile import KINDS, ROOT, answer, changed

INPUTS = 20_000
SEED = 1949
MOST_S = 1.0
MOST_MEMORY = 100_000_000
LONGEST_S = 100
WORST = "--worst"


def fuzzed(name: str, inputs: int, seed: int = SEED) -> Counter[bool]:
    """How many inputs of a kind were accepted and refused; AssertionError for one that was answered badly."""
    kind, pick = KINDS[name], random.Random(f"{seed} {name}")
    return Counter(answer(kind, changed(kind.seeds, pick)) == "" for _ in range(inputs))


def worst(name: str) -> float:
    """The most seconds of the processor that one of the worst megabytes of a kind takes, within the limit of memory."""
    kind = KINDS[name]
    for seed in kind.seeds:
        answer(kind, seed)  # what is read once for all is no cost of the input
    inputs = list(kind.large())
    held = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    _, hardest = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (held + MOST_MEMORY, hardest))
    taken = []
    for raw in inputs:
        before = time.process_time()
        answer(kind, raw)
        taken.append(time.process_time() - before)
    resource.setrlimit(resource.RLIMIT_AS, (hardest, hardest))
    return max(taken)


def alone(names: list[str]) -> dict[str, float]:
    """The same of some kinds in a process of their own; CalledProcessError where it came to an end."""
    command = [sys.executable, str(Path(__file__).resolve()), WORST, *names]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout
    return dict(zip(names, map(float, told.split()), strict=True))


def main() -> None:
    """Measure and print."""
    if WORST in sys.argv:
        resource.setrlimit(resource.RLIMIT_CPU, (LONGEST_S, LONGEST_S))
        print(*map(worst, sys.argv[sys.argv.index(WORST) + 1 :]))
        return
    inputs = int(sys.argv[1]) if len(sys.argv) > 1 else INPUTS
    is_kept = True
    for name in KINDS:
        before = time.process_time()
        try:
            counted = fuzzed(name, inputs)
            slowest = alone([name])[name]
        except (AssertionError, subprocess.CalledProcessError) as error:
            print(f"{name}: {getattr(error, 'stderr', None) or error}: BROKEN", flush=True)
            is_kept = False
            continue
        fits = slowest < MOST_S
        is_kept &= fits
        each_ms = 1000 * (time.process_time() - before) / inputs
        print(
            f"{name}: {inputs:,} inputs, {counted[True]:,} accepted, {each_ms:.2f} ms each; the worst {slowest:.2f} s: "
            f"{'kept' if fits else 'BROKEN'}",
            flush=True,
        )
    raise SystemExit(0 if is_kept else 1)


if __name__ == "__main__":
    main()
