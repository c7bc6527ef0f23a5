"""Countries are known by names in many languages and by the codes of many lists; what can be two is asked."""

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest
from each import for_each

from data.memberships.checks import countries as others
from data.own_table.countries import Countries, System
from data.tables import current_tables


@pytest.fixture(scope="module")
def countries() -> Countries:
    return Countries.of(current_tables())


@for_each(
    "name, code",
    {
        "Poland": "POL", "Polen": "POL", "Pologne": "POL", "Polonia": "POL", "Polska": "POL", "Польша": "POL",
        "Польща": "POL", "Germany[a]": "DEU", "ALLEMAGNE": "DEU", "Niemcy": "DEU", "Німеччина": "DEU",
        "Vereinigtes Königreich": "GBR", "Reino Unido": "GBR", "UK": "GBR", "U.S.A.": "USA", "États-Unis": "USA",
        "Czech Republic": "CZE", "Türkiye": "TUR", "Turkey": "TUR", "Kingdom of Denmark": "DNK", "The Gambia": "GMB",
        "Gambia, The": "GMB", "Korea, Republic of": "KOR", "Korea (Republic of)": "KOR", "Viet Nam": "VNM",
        "Democratic People's Republic of Korea": "PRK", "Iran (Islamic Republic of)": "IRN", "Burma": "MMR",
        "Tanzania, United Republic of": "TZA", "Congo [Republic]": "COG", "Democratic Republic of the Congo": "COD",
        "Congo, Dem. Rep.": "COD", "Zaire": "COD", "Republic of China": "TWN", "People’s Republic of China": "CHN",
        "Côte d Ivoire": "CIV", "Ivory Coast": "CIV", "St. Lucia": "LCA", "Sierra Leone<sup>1</sup>": "SLE",
        "Greenland (covered by Denmark Patent but not EP(DK)).": "GRL", "Swaziland": "SWZ", "Holy See": "VAT",
        "USSR": "SUN", "Sowjetunion": "SUN", "ЗSРR": "", "СССР": "SUN", "Czechoslovakia": "CSK", "DDR": "",
        "Deutsche Demokratische Republik": "DDR", "West Germany": "DEU", "Republic of Moldova": "MDA",
        "Королевство Испания": "ESP", "Russian Federation": "RUS", "Serbia and Montenegro": "SCG", "Atlantis": "",
    }.items(),
)  # fmt: skip
def test_a_name_means(countries: Countries, name: str, code: str) -> None:
    assert countries.by_name(name).code == code


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Korea", ("KOR", "PRK")),
        ("Congo", ("COG", "COD")),
        ("Guinea", ("GIN", "GNB", "GNQ", "PNG")),
        ("Macedonia", ("MKD",)),
        ("Georgia", ("GEO",)),
        ("Georgia (US)", ("GEO", "USA")),
        ("Virgin Islands", ("VIR", "VGB")),
    ],
)
def test_what_can_be_several_is_asked_with_the_likeliest_first(
    countries: Countries, name: str, codes: tuple[str, ...]
) -> None:
    found = countries.by_name(name)
    assert found.is_asked and found.codes == codes and found.code == ""


@pytest.mark.parametrize(
    ("name", "code"),
    {"Germny": "DEU", "Frnace": "FRA", "Lichtenstein": "LIE", "Phillipines": "PHL", "Slovnia": "SVN",
     "Kazahkstan": "KAZ", "Белорусь": "BLR"}.items(),
)  # fmt: skip
def test_a_misspelt_name_gets_the_right_suggestion_first(countries: Countries, name: str, code: str) -> None:
    assert countries.by_name(name).code == ""
    assert countries.likely(name)[0] == code


def test_what_resembles_nobody_gets_none(countries: Countries) -> None:
    assert countries.likely("Xyzzy qwrt") == ()
    assert countries.by_name("Netherlands Antilles").is_gone


def test_states_that_are_gone_have_the_numbers_of_the_lists(countries: Countries) -> None:
    with (Path(__file__).parent / "golden/codes/gone_states.csv").open(encoding="utf-8", newline="") as file:
        gone = {row["number"]: row for row in csv.DictReader(file)}
    known = {number for number in map(str, range(2, 1000)) if countries.gone_by_code(number, System.GW)}
    assert known == gone.keys()
    for number, row in gone.items():
        assert row["cow"] or row["gw"]
        assert not countries.by_code(number, System.GW)
        assert not countries.by_code(number, System.COW)


CODES: Mapping[tuple[str, System], tuple[str, ...]] = {
    ("NA", System.ISO2): ("NAM",),
    ("UK", System.ISO2): ("GBR",),
    ("EL", System.ISO2): ("GRC",),
    ("XK", System.ISO2): ("XKX",),
    ("DE", System.ISO2): ("DEU",),
    ("fra", System.ISO3): ("FRA",),
    ("DDR", System.ISO3): ("DDR",),
    ("4", System.M49): ("AFG",),
    ("004", System.M49): ("AFG",),
    ("384", System.M49): ("CIV",),
    ("255", System.COW): ("DEU",),
    ("260", System.GW): ("DEU",),
    ("365", System.GW): ("RUS", "SUN"),
    ("970", System.GW): ("KIR",),
    ("946", System.COW): ("KIR",),
    ("Q183", System.WIKIDATA): ("DEU",),
    ("http://www.wikidata.org/entity/Q155", System.WIKIDATA): ("BRA",),
    ("ZZ", System.ISO2): (),
}


@for_each("text, system, codes", [(*asked, codes) for asked, codes in CODES.items()])
def test_a_code_means(countries: Countries, text: str, system: System, codes: tuple[str, ...]) -> None:
    assert countries.by_code(text, system) == codes


def test_every_country_is_known_by_its_name_and_by_three_lists(countries: Countries) -> None:
    named = {code: countries.by_name(name) for code, name in others().items()}
    assert {code for code, found in named.items() if code not in found.codes} == set()
    for system in (System.ISO2, System.ISO3, System.M49, System.WIKIDATA):
        told = {code for codes in countries._codes[system].values() for code in codes}
        assert set(others()) <= told, system
