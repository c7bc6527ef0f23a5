"""Build the names of countries in other languages, by which the search finds them.

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

HERE = Path(__file__).parent
DATA = HERE.parent
NAMES = HERE / "names.toml"
LANGUAGES = """
    ar az be bg bs ca cs da de el en es et eu fa fi fr ga he hr hu hy is it ja ka kk ko ky lb lt lv mk mn mt nb nl pl
    pt ro ru sk sl sq sr sr_Latn sv tg tk tr uk uz zh
""".split()  # noqa: SIM905
"""Those of the countries that the atlas follows and of their neighbours, and the other great ones."""
HEAD = """\
# What countries are called in other languages. Written by build.py.

[source]
producer = "Unicode Consortium"
title = "Common Locale Data Repository, names of territories"
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


def names_of(code: str) -> list[str]:
    """The names of a territory in all languages, in alphabetical order; of those that differ in accents alone, one."""
    names = sorted((Locale.parse(language).territories[code] for language in LANGUAGES), reverse=True)
    return sorted({without_accents(name): name for name in names}.values())


def without_accents(name: str) -> str:
    """A name as somebody types it who lacks the keys; the search forgives as much."""
    return "".join(sign for sign in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(sign))


def main() -> None:
    quoted = ", ".join(f'"{language}"' for language in LANGUAGES)
    lines = [HEAD.format(version=babel.__version__, languages=f"[{quoted}]")]
    for unit, code in alpha_2_codes().items():
        names = ", ".join(f'"{name}"' for name in names_of(code))
        lines.append(f"{unit} = [{names}]\n")
    text = "".join(lines)
    tomllib.loads(text)
    NAMES.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
