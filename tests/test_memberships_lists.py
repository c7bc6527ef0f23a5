"""Each membership that is shipped equals public lists of others, by year; the lists stand in golden/memberships."""

import csv
import tomllib
from datetime import date
from pathlib import Path

import pytest

from data.memberships.answers import changes, days_of_change, last_day_of, members_on, standing_on
from data.memberships.ground import ground_on
from data.memberships.reader import current_membership, membership_ids
from data.rows import in_force, rows_with
from data.tables import current_tables
from data.vocabulary import Bloc

LISTS = Path(__file__).parent / "golden" / "memberships"
TABLES = current_tables()
ISO2 = {row.iso2: row.code for row in TABLES.codes.itertuples() if row.kind == "unit" and row.iso2}
Years = list[tuple[str, int, int]]
"""Code, year of joining, and of leaving, 9999 for never."""


def lines(name: str) -> list[dict[str, str]]:
    with (LISTS / f"{name}.csv").open(encoding="utf-8", newline="") as found:
        return list(csv.DictReader(found))


def years(name: str) -> Years:
    return [(row["code"], int(row["joined"]), int(row.get("left") or 9999)) for row in lines(name)]


def at_year_ends(id_: str, first: int, last: int) -> dict[int, set[str]]:
    membership = current_membership(id_)
    return {year: set(members_on(membership, last_day_of(membership, year))) for year in range(first, last + 1)}


def told_at_year_ends(told: Years, first: int, last: int) -> dict[int, set[str]]:
    return {year: {code for code, since, to in told if since <= year < to} for year in range(first, last + 1)}


def changed(told: Years, otherwise: dict[str, int]) -> Years:
    """A list with the years that ours has otherwise, each of which it must hold."""
    assert otherwise.keys() <= {code for code, _, _ in told}
    return [(code, otherwise.get(code, since), to) for code, since, to in told]


def test_every_list_says_where_it_comes_from() -> None:
    told = tomllib.loads((LISTS / "origin.toml").read_text(encoding="utf-8"))
    assert told.keys() == {path.stem for path in LISTS.glob("*.csv")}
    assert all(each.keys() == {"producer", "title", "url", "copy"} for each in told.values())


def test_the_european_union_by_day() -> None:
    """The R data set has the day of each accession, and nobody who left."""
    membership = current_membership("eu")
    listed = {(ISO2[row["iso2c"]], date.fromisoformat(row["date"])) for row in lines("eu_iso2")}
    founders = {(code, date(1958, 1, 1)) for code in ("BEL", "DEU", "FRA", "ITA", "LUX", "NLD")}
    assert founders <= listed
    ours = {(each.code, each.day) for each in changes(membership) if each.turn == "joined"}
    assert {(code, day) for code, day in ours if day.year > 1952} == listed - founders
    assert {code for code, day in ours if day == date(1952, 7, 23)} == {code for code, _ in founders}


def test_the_european_union_by_year() -> None:
    told = changed(years("eu_years"), dict.fromkeys(("BEL", "DEU", "FRA", "ITA", "LUX", "NLD"), 1952))
    assert at_year_ends("eu", 1952, 2025) == told_at_year_ends(told, 1952, 2025)


SETS = {"EU12": ("eu", date(1990, 1, 1)), "EU15": ("eu", date(2000, 1, 1)), "EU28": ("eu", date(2019, 12, 31))}
SETS |= {"CoE": ("coe", date(2025, 1, 1)), "Schengen": ("schengen", date(2022, 12, 31))}
NOT_STATES = {"FRO", "GRL"}


@pytest.mark.parametrize("name", SETS)
def test_a_set_on_a_day(name: str) -> None:
    id_, day = SETS[name]
    listed = {row["code"] for row in lines("sets") if row["set"] == name}
    assert members_on(current_membership(id_), day) == listed - NOT_STATES


def test_the_euro_by_year() -> None:
    told = [*years("euro_years"), ("BGR", 2026, 9999)]
    assert at_year_ends("euro", 1999, 2026) == told_at_year_ends(told, 1999, 2026)


def test_schengen_by_year() -> None:
    told = changed(years("schengen_years"), {"CHE": 2008})
    assert at_year_ends("schengen", 1985, 2025) == told_at_year_ends(told, 1985, 2025)


def test_the_council_of_europe_by_year() -> None:
    otherwise = {"TUR": 1950, "POL": 1991, "CSK": 1991, "AND": 1994, "UKR": 1995}
    told = {code: (since, to) for code, since, to in changed(years("coe_years"), otherwise)}
    told |= {"GRC": (1949, 1969), "CSK": (1991, 1993), "RUS": (1996, 2022), "SCG": (2003, 2006), "SRB": (2006, 9999)}
    listed = [(code, since, to) for code, (since, to) in told.items()] + [("GRC", 1974, 9999)]
    assert at_year_ends("coe", 1949, 2025) == told_at_year_ends(listed, 1949, 2025)


def test_efta_by_year() -> None:
    assert at_year_ends("efta", 1960, 2024) == told_at_year_ends(years("efta_years"), 1960, 2024)


def test_the_csto_by_year() -> None:
    assert at_year_ends("csto", 1992, 2026) == told_at_year_ends(years("csto_years"), 1992, 2026)


def test_asean_by_year() -> None:
    told = [*years("asean_years"), ("TLS", 2025, 9999)]
    assert at_year_ends("asean", 1967, 2025) == told_at_year_ends(told, 1967, 2025)


def test_comecon_in_1989() -> None:
    standing = standing_on(current_membership("warsaw_pact"), date(1989, 6, 1))
    assert {code for code, key in standing.items() if key != "associate"} == {
        row["code"] for row in lines("comecon_1989")
    }


# ---------------------------------------------------------------------- the atlas's own rows of the same

ON_THE_MAP = {
    "warsaw_pact": ({"member"}, (Bloc.WARSAW_PACT,)),
    "csto": ({"member", "frozen"}, (Bloc.CST, Bloc.CSTO)),
}


@pytest.mark.parametrize("id_", ON_THE_MAP)
def test_the_countries_under_a_bloc_are_those_of_the_atlas_on_every_day_of_change(id_: str) -> None:
    """The rows of other_blocs name each piece; here the Soviet Union and Czechoslovakia stand for theirs."""
    keys, blocs = ON_THE_MAP[id_]
    membership = current_membership(id_)
    listed = [row for bloc in blocs for row in rows_with(TABLES, "other_blocs", "bloc", bloc)]
    pieces = {row.unit for row in listed}
    for day in {*days_of_change(membership), *(row.start_day for row in listed)}:
        worn = {unit for unit, key in ground_on(membership, day).items() if key in keys}
        assert worn & pieces == {row.unit for row in in_force(tuple(listed), day)}, day


def test_the_members_of_the_union_are_those_of_the_atlas() -> None:
    membership = current_membership("eu")
    listed = rows_with(TABLES, "other_blocs", "bloc", Bloc.EU)
    for day in days_of_change(membership):
        if day >= date(1958, 1, 1):
            assert members_on(membership, day) == {row.iso3 for row in in_force(listed, day)}, day


def test_all_that_are_shipped_are_compared() -> None:
    assert set(membership_ids()) == {"asean", "coe", "csto", "efta", "eu", "euro", "schengen", "warsaw_pact"}
