"""Codes that others join on equal public lists, extracts of which stand in golden/codes; none is typed from memory."""

import csv
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from each import for_each

from data.tables import current_tables
from data.timeline import segment_on
from data.vocabulary import Relation

LISTS = Path(__file__).parent / "golden" / "codes"
TABLES = current_tables()
CODES: dict[str, Any] = {row.code: row for row in TABLES.codes.itertuples()}
LISTED = list(CODES.values())

COUNTRIES_IN_COW = {
    "Austria": "AUT", "Bosnia and Herzegovina": "BIH", "Czech Republic": "CZE", "German Democratic Republic": "DDR",
    "German Federal Republic": "FRG", "Macedonia": "MKD", "South Korea": "KOR", "Turkey": "TUR",
    "United States of America": "USA", "Yugoslavia": "YUG",
}  # fmt: skip
"""Where the list's name is not ours, the code of ours that it means."""
COUNTRIES_IN_GW = COUNTRIES_IN_COW | {
    "Belarus (Byelorussia)": "BLR", "Bosnia-Herzegovina": "BIH", "Germany (Prussia)": "", "Iran (Persia)": "IRN",
    "Italy/Sardinia": "ITA", "Korea, Republic of": "KOR", "Kyrgyz Republic": "KGZ",
    "Macedonia (Former Yugoslav Republic of)": "MKD", "Rumania": "ROU", "Russia (Soviet Union)": "RUS",
    "Turkey (Ottoman Empire)": "TUR",
}  # fmt: skip
BESIDES_GW = {"DEU": 260, "SUN": 365, "FRY": 345, "SCG": 345, "AND": 232, "LIE": 223, "MCO": 221, "SMR": 331}
"""States the list has under another's name, and microstates, which are in a list of their own."""
BESIDES_COW = {"SUN": 365, "FRY": 345, "SCG": 345, "SRB": 345}
FAULTS_OF_CONVERTER = {"CZE": ("315", 316)}
"""315 is Czechoslovakia."""
OF_OTHER_ITEMS = {"DNK", "NLD", "UKR-CRIMEA", "GEO-ABKHAZIA"}
"""Where rigour means another item, and lists ours among the similar ones."""
TERRITORIES = {
    "XKX": "xk", "CYP-NORTH": "cy-trnc", "GEO-ABKHAZIA": "ge-ab", "GEO-SOUTH-OSSETIA": "x-so", "UKR-CRIMEA": "ua-cri",
    "MDA-TRANSNISTRIA": "md-pmr", "SUN": "suhh", "YUG": "yucs", "CSK": "cshh", "SCG": "csxx", "DDR": "dd",
}  # fmt: skip
"""The codes of rigour where they are not those of ISO."""
OF_NATURAL_EARTH = {"KOS": "XKX", "ESB": "GBR-DHEKELIA", "WSB": "GBR-AKROTIRI"}
NOT_NATURAL_EARTH = {"PSE", "SHN"}
"""Where Natural Earth names a region or an island, and the notes say so."""


def rows(name: str) -> list[dict[str, str]]:
    with (LISTS / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def meant(names: dict[str, str], name: str) -> str:
    """The code of ours that a list's name means."""
    ours = {row.name: row.code for row in LISTED}
    return names[name] if name in names else ours[name]


def test_every_list_says_where_it_comes_from() -> None:
    origins = tomllib.loads((LISTS / "origin.toml").read_text(encoding="utf-8"))
    assert {path.stem for path in LISTS.glob("*.csv")} == set(origins)
    assert all(origin["url"].startswith("http") and origin["copy"] for origin in origins.values())


def test_the_numbers_of_gleditsch_and_ward_are_their_list() -> None:
    listed = {meant(COUNTRIES_IN_GW, row["countryname"]): int(row["statenumber"]) for row in rows("gw_states")}
    del listed[""]
    assert {row.code: row.gw for row in LISTED if row.gw == row.gw} == listed | BESIDES_GW
    assert set(BESIDES_GW.values()) - {232, 223, 221, 331} <= set(listed.values())


def test_a_second_list_has_the_same_numbers() -> None:
    for row in rows("country_converter"):
        code, gw = row["ISO3"], CODES[row["ISO3"]].gw
        if code in FAULTS_OF_CONVERTER:
            assert (row["GWcode"], gw) == FAULTS_OF_CONVERTER[code]
        else:
            assert (float(row["GWcode"]) if row["GWcode"] else None) == (gw if gw == gw else None), code


def test_the_numbers_of_the_correlates_of_war_are_their_list() -> None:
    listed = {meant(COUNTRIES_IN_COW, row["statenme"]): int(row["ccode"]) for row in rows("cow_states2016")}
    assert {row.code: row.cow for row in LISTED if row.cow == row.cow} == listed | BESIDES_COW
    assert set(BESIDES_COW.values()) <= set(listed.values())


def test_letters_and_numbers_are_those_of_iso() -> None:
    iso = {row["alpha_3"]: (row["alpha_2"], row["numeric"]) for row in rows("iso3166_1")}
    past = {row["alpha_3"]: (row["alpha_2"], row["numeric"]) for row in rows("iso3166_3")}
    renumbered = {row["alpha_3"]: row for row in rows("numbers_replaced")}
    assert past["YUG"] == ("YU", renumbered["YUG"]["added"])
    expected = iso | past | {"FRY": past["YUG"], "XKX": ("XK", "")}
    expected["FRG"] = (renumbered["DEU"]["alpha_2"], renumbered["DEU"]["replaced"])
    expected["YUG"] = (renumbered["YUG"]["alpha_2"], renumbered["YUG"]["replaced"])
    assert {row.code: (row.iso2, row.m49) for row in LISTED if row.iso2} == expected
    assert not [row.code for row in LISTED if row.m49 and not row.iso2]
    for row in rows("country_converter"):
        assert row["UNcode"].zfill(3) == (CODES[row["ISO3"]].m49 or "000")


def test_items_of_wikidata_are_those_of_two_lists() -> None:
    rigour = {row["code"]: row for row in rows("rigour_territories")}
    natural = {}
    for row in sorted(rows("natural_earth"), key=lambda row: row["ADM0_A3"] == row["ISO_A3_EH"]):
        key = row["ADM0_A3"] if row["ISO_A3_EH"] == "-99" else row["ISO_A3_EH"]
        natural[OF_NATURAL_EARTH.get(key, key)] = row["WIKIDATAID"]  # the country itself comes after its islands
    later = {row["name"]: row["wikidata"] for row in rows("strhistory")}
    found = {}
    for row in LISTED:
        territory = rigour.get(TERRITORIES.get(row.code, row.iso2.lower() if row.kind == "unit" else ""))
        if row.code in OF_OTHER_ITEMS:
            assert territory and row.wikidata in territory["other_qids"].split(";"), row.code
        elif territory:
            found[row.code] = territory["qid"]
        if row.code in natural and row.code not in NOT_NATURAL_EARTH:
            assert found.setdefault(row.code, natural[row.code]) == natural[row.code], row.code
        if row.name in later:
            assert found.setdefault(row.code, later[row.name]) == later[row.name], row.code
    assert {row.code: row.wikidata for row in LISTED if row.wikidata} == found | {
        "UKR-CRIMEA": "Q7835", "GEO-ABKHAZIA": "Q23334",
    }  # fmt: skip


def test_only_what_no_list_has_is_without_an_item() -> None:
    assert {row.code for row in LISTED if not row.wikidata} == {"DEU-EAST", "SBZ", "LBA"}


@for_each(
    "unit, day, gw, cow",
    [
        ("DEU", "1989-11-09", 260, 260),
        ("DEU", "1990-10-03", 260, 255),
        ("DEU-EAST", "1989-11-09", 265, 265),
        ("UKR", "1991-12-25", 365, 365),
        ("UKR", "1991-12-26", 369, 369),
        ("SRB", "2000-01-01", 345, 345),
        ("SRB", "2006-06-05", 340, 345),
        ("CZE", "1992-12-31", 315, 315),
        ("CZE", "1993-01-01", 316, 316),
    ],
)
def test_the_state_of_a_day_has_the_numbers_of_its_time(unit: str, day: str, gw: int, cow: int) -> None:
    state = CODES[segment_on(TABLES, unit, date.fromisoformat(day)).state]
    assert (state.gw, state.cow) == (gw, cow)


def test_each_state_of_its_time_has_one_code() -> None:
    states = TABLES.historical_states[TABLES.historical_states["relation"] != Relation.OCCUPATION]
    pairs = states[["state", "state_code"]].drop_duplicates()
    assert pairs["state"].is_unique
    assert pairs["state_code"].is_unique


def test_a_code_is_called_as_in_its_table() -> None:
    states = TABLES.historical_states.set_index("state_code")["state"].to_dict()
    named = states | TABLES.units.set_index("unit")["name"].to_dict()
    assert {row.code: row.name for row in LISTED} == {code: named[code] for code in CODES}
