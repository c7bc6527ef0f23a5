"""Whether the limits are kept several times in a row, those of load or any; ends with 0 where all were.

python -m benchmarks                     # those of load, three times
python -m benchmarks crowd pages -n 1    # these two, once
"""

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
LOAD = ("crowd", "processes", "class_page", "films", "room")
TIMES = 3


def main() -> None:
    """Run each as a script of its own, and say at the end how often each was kept."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    asked.add_argument("names", nargs="*", help=f"scripts beside this; {', '.join(LOAD)} unless given")
    asked.add_argument("-n", type=int, default=TIMES, help="how many times in a row")
    wanted = asked.parse_args()
    names = wanted.names or LOAD
    if unknown := [name for name in names if not (HERE / f"{name}.py").exists()]:
        asked.error(f"no benchmark {', '.join(unknown)}")
    kept = dict.fromkeys(names, 0)
    for at in range(1, wanted.n + 1):
        for name in names:
            print(f"== {name}, {at} of {wanted.n}", flush=True)
            kept[name] += subprocess.run([sys.executable, HERE / f"{name}.py"], check=False).returncode == 0
    for name, times in kept.items():
        print(f"{name}: {'kept' if times == wanted.n else 'NOT kept'} {times} of {wanted.n} times")
    raise SystemExit(0 if all(times == wanted.n for times in kept.values()) else 1)


if __name__ == "__main__":
    main()
