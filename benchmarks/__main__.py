"""Whether the limits are kept several times in a row, those of load or any; ends with 0 where all were.

python -m benchmarks                     # those of load, three times
python -m benchmarks crowd pages -n 1    # these two, once
python -m benchmarks --promised          # those of load that the project is held to, three times: within half an hour
"""

import argparse
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
LOAD = ("crowd", "processes", "class_page", "films", "room")
PROMISED = ("crowd", "processes", "class_page filming")
"""Sixty readers at once, an hour of a class, one process of four killed, class pages while a film is made."""
TIMES = 3


def main() -> None:
    """Run each as a script of its own, and say at the end how often each was kept."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    asked.add_argument("names", nargs="*", help=f"scripts beside this; {', '.join(LOAD)} unless given")
    asked.add_argument("-n", type=int, default=TIMES, help="how many times in a row")
    asked.add_argument("--promised", action="store_true", help=f"only {', '.join(PROMISED)}")
    wanted = asked.parse_args()
    names = wanted.names or (PROMISED if wanted.promised else LOAD)
    if unknown := [name for name in names if not (HERE / f"{name.split()[0]}.py").exists()]:
        asked.error(f"no benchmark {', '.join(unknown)}")
    kept = dict.fromkeys(names, 0)
    for at in range(1, wanted.n + 1):
        for name in names:
            print(f"== {name}, {at} of {wanted.n}", flush=True)
            script, *parts = name.split()
            begun = time.monotonic()
            ended = subprocess.run([sys.executable, HERE / f"{script}.py", *parts], check=False).returncode
            kept[name] += ended == 0
            print(f"   {time.monotonic() - begun:.0f} s", flush=True)
    for name, times in kept.items():
        print(f"{name}: {'kept' if times == wanted.n else 'NOT kept'} {times} of {wanted.n} times")
    raise SystemExit(0 if all(times == wanted.n for times in kept.values()) else 1)


if __name__ == "__main__":
    main()
