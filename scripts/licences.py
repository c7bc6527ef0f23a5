"""The licences of all that a deployment takes, as their packages state them, into `docs/licences.md`.

    .venv/bin/python scripts/licences.py

Wants the packages of requirements.lock installed. A package that states none stops it: somebody has to look.
"""

import re
import tomllib
from importlib.metadata import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
FILE = ROOT / "docs" / "licences.md"
HELD = [ROOT / "geo" / "classroom" / "ink" / "freehand" / "origin.toml"]
"""Packages of which the tree holds a copy."""
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+) \\$", re.MULTILINE)
"""What every Python needs; what only some need has a condition, and may not be installed."""
LONGEST = 60
"""A field that holds more holds the text of the licence instead of its name."""
TEXT = """# Licences

What a deployment takes, with the licence that each package states of itself. Written by `scripts/licences.py` from
`requirements.lock`; a test compares the two. `scripts/bom FILE` writes the same as a bill of materials (CycloneDX),
with the hashes of the lock.

Eastward's own code is under the MIT licence, the compilation of its facts under CC BY 4.0, see [LICENSE](../LICENSE).
The shapes are Natural Earth's, in the public domain. What the tests and the tools for the browser code need
(`requirements-dev.lock`, `package-lock.json`) is not part of a deployment.

## The encoder of films

The package `av` is under a BSD licence. Its wheels hold more: FFmpeg, under the LGPL 3 or later, and the encoders
libx264 and libx265, under the **GPL 2 or later**. Eastward asks for libx264 where somebody makes a film as MP4. Who
gives the installed packages away, as an image of a container is, gives these along, under their terms.

They are optional. Without `av` (`pip uninstall av`, or `--build-arg FILMS=no` for the container) everything works, and
films are moving GIFs alone.

## In the tree

Of these the tree holds a copy, with the licence beside it.

| Package | Release | Licence |
| --- | --- | --- |
{held}

## Packages

| Package | Release | Licence |
| --- | --- | --- |
{packages}
"""


def stated(package: str) -> str:
    """The licence that an installed package states: as an expression, else a short text, else by its classifiers."""
    told = metadata(package)
    short = (told.get("License") or "").strip()
    classified = [line.split(" :: ")[-1] for line in told.get_all("Classifier") or [] if line.startswith("License ::")]
    found = told.get("License-Expression") or (short if 0 < len(short) <= LONGEST and "\n" not in short else "")
    return found or ", ".join(classified)


def page() -> str:
    """The page as it should stand."""
    rows, silent = [], []
    for package, release in PIN.findall(LOCK.read_text(encoding="utf-8")):
        licence = stated(package)
        if not licence:
            silent.append(package)
        rows.append(f"| {package} | {release} | {licence.replace('|', '/')} |")
    if silent:
        raise SystemExit(f"no licence stated by {', '.join(silent)}; find out which, or do without")
    return TEXT.format(held="\n".join(map(_held, HELD)), packages="\n".join(rows))


def _held(origin: Path) -> str:
    """The row of a package by the record of where its copy comes from."""
    told = tomllib.loads(origin.read_text(encoding="utf-8"))
    return f"| [{told['package']}]({told['url']}) | {told['version']} | {told['license']} |"


if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8", newline="\n")
