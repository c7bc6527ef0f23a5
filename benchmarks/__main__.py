"""Whether the limits of load are kept, several times in a row; ends with 0 where all were.

python -m benchmarks                    # all of them, three times
python -m benchmarks crowd room -n 1    # two of them, once
"""

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
NAMES = ("crowd", "processes", "class_page", "films", "room")
TIMES = 3


def main() -> None:
    """Run each as a script of its own, and say at the end how often each was kept."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    asked.add_argument("names", nargs="*", help=f"which of {', '.join(NAMES)}; all unless given")
    asked.add_argument("-n", type=int, default=TIMES, help="how many times in a row")
    wanted = asked.parse_args()
    names = wanted.names or NAMES
    if unknown := set(names).difference(NAMES):
        asked.error(f"no benchmark {', '.join(sorted(unknown))}; expected some of {', '.join(NAMES)}")
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
