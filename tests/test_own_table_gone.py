"""States that are gone: each is shown as what it was, shown with a remark, or refused by name; none goes unsaid."""

from datetime import date

import pytest

from data.own_table.reading import Reading, read_table

SHOWN = {
    "USSR": ("SUN", "1991-12-26"),
    "Soviet Union": ("SUN", "1991-12-26"),
    "Yugoslavia": ("YUG", "1992-04-27"),
    "Czechoslovakia": ("CSK", "1993-01-01"),
    "East Germany": ("DDR", "1990-10-03"),
    "German Democratic Republic": ("DDR", "1990-10-03"),
    "Serbia and Montenegro": ("SCG", "2006-06-05"),
}
ON_LATER_GROUND = {
    "North Yemen": "YEM",
    "Yemen Arab Republic": "YEM",
    "North Vietnam": "VNM",
    "Tanganyika": "TZA",
    "Federation of Malaya": "MYS",
}
SAME_GROUND = {"West Germany": "DEU", "Zaire": "COD", "Burma": "MMR", "Upper Volta": "BFA", "Ceylon": "LKA"}
REFUSED = (
    "South Yemen", "People's Democratic Republic of Yemen", "South Vietnam", "Republic of Vietnam", "Zanzibar", "Tibet",
    "Austria-Hungary", "Papal States", "Netherlands Antilles", "Saar", "Newfoundland", "Bavaria",
)  # fmt: skip
NUMBERS = {"680": "South Yemen", "817": "South Vietnam", "511": "Zanzibar", "300": "Austria-Hungary", "245": "Bavaria"}


def read(rows: str) -> Reading:
    return read_table(rows.encode(), "my.csv", today=date(2026, 11, 28))


def one(name: str) -> Reading:
    return read(f"Country;Joined\nFrance;1960\nSpain;1960\n{name};1961-05-01\n")


@pytest.mark.parametrize("name", SHOWN)
def test_a_state_of_the_atlas_is_shown_until_it_ended_and_that_is_said(name: str) -> None:
    reading = one(name)
    found = reading.taken[-1]
    assert (found.code, found.end_on) == SHOWN[name]
    assert [remark for remark in reading.remarks() if "Row 4" in remark and "ended" in remark]


@pytest.mark.parametrize("name", ON_LATER_GROUND)
def test_a_state_that_was_smaller_than_its_heir_is_shown_with_a_remark(name: str) -> None:
    reading = one(name)
    assert reading.taken[-1].code == ON_LATER_GROUND[name]
    assert [remark for remark in reading.remarks() if name in remark]


@pytest.mark.parametrize("name", SAME_GROUND)
def test_another_name_of_a_country_needs_no_remark(name: str) -> None:
    reading = one(name)
    assert reading.taken[-1].code == SAME_GROUND[name] and reading.remarks() == []


@pytest.mark.parametrize("name", REFUSED)
def test_a_state_that_the_atlas_does_not_have_is_refused_by_name_and_asks_nothing(name: str) -> None:
    reading = one(name)
    assert reading.questions == () and len(reading.taken) == 2
    assert [problem for problem in reading.problems() if "row 4" in problem and name in problem]


def test_a_state_of_two_countries_is_asked_about() -> None:
    (question,) = one("United Arab Republic").questions
    assert [option.label for option in question.options][:2] == ["Egypt", "Syria"]


def test_numbers_of_states_that_are_gone_are_refused_by_name() -> None:
    rows = "\n".join(f"{number},1961" for number in (220, 200, 211, 210, 235, 678, *NUMBERS))
    reading = read(f"ccode,styear\n{rows}\n")
    assert reading.questions == () and len(reading.taken) == 6
    assert [name for name in NUMBERS.values() if not any(name in problem for problem in reading.problems())] == []
    assert [remark for remark in reading.remarks() if "678" in remark]
