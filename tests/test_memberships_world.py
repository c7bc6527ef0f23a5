"""The countries that the atlas has no unit for: they wear what their own rows say, and no other's colour."""

from datetime import date

import pytest

from data.dates import spelled
from data.memberships.checks import countries
from data.memberships.dependencies import dependencies
from data.memberships.former_names import former_names
from data.memberships.ground import ground_on, ground_runs, unit_status_on, units_of
from data.memberships.named_from import named_from
from data.memberships.picture import picture_of, picture_of_year
from data.memberships.reader import current_membership
from data.memberships.unit_cards import unit_cards_of
from data.memberships.value import Membership, Status, Stretch
from data.tables import current_tables

TABLES = current_tables()
UNITS = set(TABLES.units["unit"])
MEMBER = Status(
    key="member",
    label="Member",
    meaning="In it",
    colour=1,
    member=True,
    becomes_one="{names} joins",
    becomes_many="{names} join",
    ends_one="{names} leaves",
    ends_many="{names} leave",
)


def made(*stretches: Stretch, **more: frozenset[str]) -> Membership:
    """A membership that is nobody's, from rows of a test."""
    first, last = date(1950, 1, 1), date(2020, 12, 31)
    return Membership("made", "Made", "it", first, last, (MEMBER,), stretches, TABLES, **more)


def member(code: str, name: str, start: int, end: int = 0, of: str = "") -> Stretch:
    end_day = date(end, 1, 1) if end else date.max
    return Stretch(code, name, "member", date(start, 1, 1), end_day, of=of)


def test_a_dependency_is_a_country_without_a_unit_and_belongs_to_a_state() -> None:
    assert dependencies().keys() <= countries().keys()
    assert set(dependencies().values()) <= {"", *UNITS, *countries()} - dependencies().keys()
    assert [code for code, of in dependencies().items() if not of] == ["ATA"]


def test_units_are_those_of_the_atlas_then_the_other_countries() -> None:
    assert units_of(current_membership("asean")) == (*TABLES.units["unit"], *countries())


def test_asean_wears_its_rows_on_the_map() -> None:
    asean = current_membership("asean")
    founders = {"IDN", "MYS", "PHL", "SGP", "THA"}
    assert {unit for unit, key in ground_on(asean, date(1967, 8, 8)).items() if key == "member"} == founders
    told = {unit for unit, key in ground_on(asean, date(1999, 12, 31)).items() if key == "member"}
    assert told == founders | {"BRN", "VNM", "LAO", "MMR", "KHM"}
    assert picture_of_year(asean, 1999).joined == ("KHM",)
    assert ground_runs(asean)["TLS"][-1][1] == "member"
    assert "CHN" not in ground_runs(asean)


def test_a_country_wears_nothing_before_and_after_its_rows() -> None:
    here = made(member("KEN", "Kenya", 1970, 1980), member("KEN", "Kenya", 1990))
    days = {year: unit_status_on(here, "KEN", date(year, 6, 1)) for year in (1969, 1970, 1980, 1995)}
    assert days == {1969: "", 1970: "member", 1980: "", 1995: "member"}


def test_a_dependency_shares_its_states_status_on_demand_alone() -> None:
    china, day = member("CHN", "China", 1980), date(2000, 1, 1)
    assert unit_status_on(made(china), "HKG", day) == ""
    assert unit_status_on(made(china, with_state=frozenset({"HKG"})), "HKG", day) == "member"
    assert unit_status_on(made(china, with_state=frozenset({"ATA"})), "ATA", day) == ""
    assert unit_status_on(made(china, member("HKG", "Hong Kong", 1995, of="CHN")), "HKG", day) == "member"
    assert unit_status_on(made(china, member("HKG", "Hong Kong", 1995)), "HKG", date(1994, 1, 1)) == ""


def test_land_told_apart_has_no_status_without_a_row() -> None:
    here = made(member("MAR", "Morocco", 1960), member("ESH", "Western Sahara", 1980, 1990, of="MAR"))
    assert [unit_status_on(here, "ESH", date(year, 6, 1)) for year in (1970, 1985, 1995)] == ["", "member", ""]


def test_names_are_those_of_the_rows_and_every_country_but_a_dependency_has_one() -> None:
    here = made(member("MMR", "Burma", 1960, 1989), member("MMR", "Myanmar", 1989))
    labels = {year: picture_of(here, date(year, 6, 1)).labels for year in (1980, 2012)}
    assert (labels[1980]["MMR"], labels[2012]["MMR"]) == ("Burma", "Myanmar")
    assert countries().keys() - labels[2012].keys() == dependencies().keys()
    own = picture_of(made(member("HKG", "Hong Kong", 1995)), date(2000, 1, 1))
    assert (own.labels["HKG"], own.units["HKG"].name) == ("Hong Kong", "Hong Kong")


@pytest.mark.parametrize(
    ("code", "before", "since"),
    [
        ("BGD", date(1971, 12, 15), date(1971, 12, 16)),
        ("VNM", date(1976, 7, 1), date(1976, 7, 2)),
        ("NAM", date(1990, 3, 20), date(1990, 3, 21)),
        ("ERI", date(1993, 5, 23), date(1993, 5, 24)),
        ("TLS", date(2002, 5, 19), date(2002, 5, 20)),
        ("SSD", date(2011, 7, 8), date(2011, 7, 9)),
    ],
)
def test_no_state_is_named_before_it_was_one(code: str, before: date, since: date) -> None:
    asean = current_membership("asean")
    assert code not in picture_of(asean, before).labels
    assert code in picture_of(asean, since).labels
    assert picture_of(asean, before).units[code].name  # a card still has it
    assert spelled(since) in next(card.note for card in unit_cards_of(asean) if card.unit == code)


def test_who_belongs_is_named_whatever_it_was() -> None:
    """Papua New Guinea may sit at a table before it is a state; a row that holds says so."""
    here = made(member("NAM", "Namibia", 1980, 1985))
    assert [("NAM" in picture_of(here, date(year, 6, 1)).labels) for year in (1979, 1982, 1986, 1991)] == [
        False,
        True,
        False,
        True,
    ]


def test_every_day_of_a_name_has_a_source_and_is_of_a_country_with_a_name() -> None:
    assert named_from().keys() <= countries().keys() - dependencies().keys()
    assert all(each.source and date(1949, 1, 1) < each.day for each in named_from().values())


def test_every_former_name_has_a_source_and_is_of_a_country_with_another() -> None:
    for one in former_names():
        assert one.source
        assert one.start < one.end
        assert countries()[one.code] != one.name


def test_a_country_has_the_name_of_its_day_on_the_map_and_its_card_tells_the_former_one() -> None:
    asean = current_membership("asean")
    told = {year: picture_of_year(asean, year) for year in (1971, 1972, 1984, 1989)}
    assert {year: picture.labels["MMR"] for year, picture in told.items()} == {
        1971: "Burma",
        1972: "Burma",
        1984: "Burma",
        1989: "Myanmar",
    }
    assert told[1984].units["MMR"].name == "Burma"
    assert (told[1971].labels["LKA"], told[1972].labels["LKA"]) == ("Ceylon", "Sri Lanka")
    assert picture_of(asean, date(1997, 5, 16)).labels["COD"] == "Zaire"
    assert picture_of(asean, date(1997, 5, 17)).labels["COD"] == "Democratic Republic of the Congo"
    notes = {card.unit: card.note for card in unit_cards_of(asean)}
    assert notes["LKA"].startswith("Called Ceylon before 22 May 1972 (")
    assert notes["BFA"].count("(") == 2
    assert "Called Zaire from 27 October 1971 to 17 May 1997 (" in notes["COD"]


def test_no_border_of_theirs_lies_inside_a_state() -> None:
    picture = picture_of_year(current_membership("asean"), 2000)
    assert not picture.is_inner("CHN|HKG")
    assert not picture.is_inner("CHN|RUS")
    assert picture_of_year(current_membership("warsaw_pact"), 1960).is_inner("RUS|UKR")


def test_a_name_within_a_longer_one_is_not_said() -> None:
    here = made(member("GIN", "Guinea", 1960), member("GNB", "Guinea-Bissau", 1975), member("COD", "Congo", 1970))
    assert picture_of(here, date(1975, 6, 1)).named == ("GNB",)
    assert picture_of(here, date(1960, 6, 1)).named == ("GIN",)
