"""Build `codes.csv`: what the countries that the atlas has no unit for are called by the lists of others.

Run by hand, never by the atlas, with the packages of `PACKAGES` (which the atlas does not need) installed::

    python data/own_table/build_codes.py

Columns and meaning are those of the atlas's own `codes.csv`. Numbers and ids are facts; no name is taken. Those of
Gleditsch and Ward and of the Correlates of War are of the lists in `tests/golden/codes_of_the_world`, whose
`origin.toml` says where they come from; `tests/test_codes_of_the_world.py` holds the table to them.
"""

import csv
import json
from pathlib import Path

from babel.core import get_global
from rigour._core import territories_jsonl

HERE = Path(__file__).parent
COUNTRIES = HERE.parent / "memberships" / "countries.csv"
CODES = HERE / "codes.csv"
LISTS = HERE.parent.parent / "tests" / "golden" / "codes_of_the_world"
PACKAGES = {"iso2": "babel", "m49": "babel", "wikidata": "rigour"}
GW, COW = ("gw_states", "gw_microstates"), ("cow_states2016",)


def main() -> None:
    """Write the codes of all countries that the atlas has no unit for."""
    aliases: dict[str, list[str]] = {}
    for alias, targets in get_global("territory_aliases").items():
        aliases.setdefault(targets[0], []).append(alias)
    iso2 = {alias: target for target, known in aliases.items() for alias in known}
    gw, cow = numbers(*GW), numbers(*COW)
    territories = [json.loads(line) for line in territories_jsonl().splitlines() if line.strip()]
    items = {each["code"].upper(): each.get("qid", "") for each in territories}
    with COUNTRIES.open(encoding="utf-8", newline="") as file:
        codes = [row["code"] for row in csv.DictReader(file)]
    with CODES.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "iso2", "m49", "gw", "cow", "wikidata"))
        for code in codes:
            short = iso2[code]
            m49 = next(alias for alias in aliases[short] if alias.isdigit())
            writer.writerow((code, short, m49, gw.get(code, ""), cow.get(code, ""), items.get(short, "")))


def numbers(*lists: str) -> dict[str, str]:
    """The number that each country has in some lists, by its code of ours."""
    found: dict[str, str] = {}
    for name in lists:
        with (LISTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            found |= {code: number for number, _, code in list(csv.reader(file))[1:]}
    return found


if __name__ == "__main__":
    main()
