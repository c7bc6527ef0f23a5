"""Start what is given, wait until the atlas and the class page answer, end it: `python .ci/started.py COMMAND ...`."""

import subprocess
import sys
import time
import urllib.request

BASE = "http://localhost:8501/"
PAGES = ("healthz", "", "class", "data/accessions.csv")
LONGEST_S = 300


def answers(page: str) -> bool:
    """Whether a page is there."""
    try:
        with urllib.request.urlopen(f"{BASE}{page}", timeout=LONGEST_S) as told:
            return bool(told.read())
    except OSError:  # nobody listens yet, or an error was answered
        return False


def main(command: list[str]) -> int:
    """Run the command; the exit code is 0 where every page was there in time."""
    server = subprocess.Popen([*command, "--server.headless", "true"])
    try:
        deadline = time.monotonic() + LONGEST_S
        for page in PAGES:
            while not answers(page):
                if server.poll() is not None or time.monotonic() > deadline:
                    print(f"no answer from {BASE}{page}", file=sys.stderr)
                    return 1
                time.sleep(1)
            print(f"{BASE}{page} is there", flush=True)
    finally:
        server.terminate()
        server.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
