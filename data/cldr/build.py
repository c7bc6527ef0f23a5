"""Build the names of countries and of months in other languages, by which the search and people's tables are read.

Run by hand, never by the atlas, with Babel (which the atlas does not need) installed::

    python data/cldr/build.py

Babel brings the territory names of the Unicode CLDR. The shapes' own source has such names too, but the extract that is
kept here holds none, and its names are those of a map: CLDR's are what people call a country in their language.
"""

import tomllib
import unicodedata
from pathlib import Path

import babel
import pandas as pd
from babel import Locale
from babel.core import get_global

HERE = Path(__file__).parent
DATA = HERE.parent
NAMES = HERE / "names.toml"
WORLD = HERE / "world.toml"
"""The same of the countries and dependencies that the search does not know, for people's own tables."""
MONTHS = HERE / "months.toml"
LANGUAGES = """
    ar az be bg bs ca cs da de el en es et eu fa fi fr ga he hr hu hy is it ja ka kk ko ky lb lt lv mk mn mt nb nl pl
    pt ro ru sk sl sq sr sr_Latn sv tg tk tr uk uz zh
""".split()  # noqa: SIM905
"""Those of the countries that the atlas follows and of their neighbours, and the other great ones."""
MONTH_LANGUAGES = "bg cs da de el en es et fi fr hu it lt lv nb nl pl pt ro ru sk sl sv tr uk".split()  # noqa: SIM905
"""Those in whose tables dates are read; Croatian is left out, whose listopad is October and that of Poles November."""
HEAD = """\
# {what} in other languages. Written by build.py.

[source]
producer = "Unicode Consortium"
title = "Common Locale Data Repository, names of {kind}"
url = "https://cldr.unicode.org"
license = "Unicode-3.0"
retrieved_from = "PyPI package Babel {version}"
languages = {languages}

[names]
"""


def alpha_2_codes() -> dict[str, str]:
    """ISO 3166-1 alpha-2 by unit, for the units that are countries of today."""
    codes = pd.read_csv(DATA / "codes.csv", dtype=str, keep_default_na=False)
    found = dict(zip(codes["code"], codes["iso2"], strict=True))
    units = pd.read_csv(DATA / "units.csv", dtype=str, keep_default_na=False)
    countries = units.loc[units["kind"] == "country", "unit"]
    return {unit: found[unit] for unit in countries}


def alpha_2_codes_of_others() -> dict[str, str]:
    """The same for dependencies, and for the countries of memberships that the atlas has no unit for."""
    codes = pd.read_csv(DATA / "codes.csv", dtype=str, keep_default_na=False)
    units = codes[(codes["kind"] == "unit") & (codes["iso2"] != "")]
    found = dict(zip(units["code"], units["iso2"], strict=True))
    others = pd.read_csv(DATA / "memberships" / "countries.csv", dtype=str, keep_default_na=False)["code"]
    aliases = get_global("territory_aliases")
    found |= {code: aliases[code][0] for code in others}
    return {code: found[code] for code in sorted(found.keys() - alpha_2_codes().keys())}


def names_of(code: str) -> list[str]:
    """The names of a territory in all languages, in alphabetical order; of those that differ in accents alone, one."""
    names = sorted((Locale.parse(language).territories[code] for language in LANGUAGES), reverse=True)
    return sorted({without_accents(name): name for name in names}.values())


def without_accents(name: str) -> str:
    """A name as somebody types it who lacks the keys; the search forgives as much."""
    return "".join(sign for sign in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(sign))


def month_names() -> dict[str, list[str]]:
    """The names of each month, in full and short, as they stand alone and in a date, without a closing point."""
    found: dict[str, set[str]] = {str(number): set() for number in range(1, 13)}
    for language in MONTH_LANGUAGES:
        for form in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in Locale.parse(language).months[form][width].items():
                    plain = without_accents(name).strip(". ")
                    if not plain.isdigit():
                        found[str(number)].add(plain)
    return {number: sorted(names) for number, names in found.items()}


def write(path: Path, what: str, kind: str, languages: list[str], names: dict[str, list[str]]) -> None:
    quoted = ", ".join(f'"{language}"' for language in languages)
    lines = [HEAD.format(what=what, kind=kind, version=babel.__version__, languages=f"[{quoted}]")]
    for key, called in names.items():
        told = ", ".join(f'"{name}"' for name in called)
        lines.append(f"{key} = [{told}]\n")
    text = "".join(lines)
    tomllib.loads(text)
    path.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    for path, codes in ((NAMES, alpha_2_codes()), (WORLD, alpha_2_codes_of_others())):
        names = {code: names_of(alpha_2) for code, alpha_2 in codes.items()}
        write(path, "What countries are called", "territories", LANGUAGES, names)
    write(MONTHS, "What months are called", "months", MONTH_LANGUAGES, month_names())


if __name__ == "__main__":
    main()
