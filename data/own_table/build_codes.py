"""Build `codes.csv`: what the countries that the atlas has no unit for are called by the lists of others.

Run by hand, never by the atlas, with the packages of `ORIGINS` (which the atlas does not need) installed::

    python data/own_table/build_codes.py

Columns and meaning are those of the atlas's own `codes.csv`. Numbers and ids are facts; no name is taken.
"""

import csv
import json
from pathlib import Path

import country_converter
from babel.core import get_global
from rigour._core import territories_jsonl

HERE = Path(__file__).parent
COUNTRIES = HERE.parent / "memberships" / "countries.csv"
CODES = HERE / "codes.csv"
ORIGINS = {"iso2": "babel", "m49": "babel", "gw": "country_converter", "wikidata": "rigour"}
COW_ALONE = {"KIR": "946", "TUV": "947", "TON": "955", "NRU": "970", "YEM": "679", "VNM": "816", "PRK": "731"}
"""Where Correlates of War has another number than Gleditsch and Ward; else both number a country alike."""
GW = {"VNM": "816", "YEM": "678"}
"""Vietnam and Yemen have two numbers there; these are those of the states of today."""


def main() -> None:
    """Write the codes of all countries that the atlas has no unit for."""
    aliases: dict[str, list[str]] = {}
    for alias, targets in get_global("territory_aliases").items():
        aliases.setdefault(targets[0], []).append(alias)
    iso2 = {alias: target for target, known in aliases.items() for alias in known}
    table = Path(country_converter.__file__).parent / "country_data.tsv"
    with table.open(encoding="utf-8", newline="") as file:
        gw = {row["ISO3"]: row["GWcode"] for row in csv.DictReader(file, delimiter="\t")} | GW
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
            number = gw.get(code, "")
            writer.writerow((code, short, m49, number, COW_ALONE.get(code, number), items.get(short, "")))


if __name__ == "__main__":
    main()
