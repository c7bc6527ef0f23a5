"""Many cases in one test: each is tried, and each that fails is told by its name."""

import inspect

import pytest
from each import for_each

TRIED: list[tuple[int, str]] = []


@for_each("number, text", [(1, "one"), (2, "two"), (3, "three"), (4, "four")], ids=lambda case: case[1])
def odd(number: int, text: str, tmp_path: object) -> None:
    TRIED.append((number, text))
    assert number % 2, tmp_path


def test_all_cases_are_tried_and_those_that_fail_are_told() -> None:
    TRIED.clear()
    with pytest.raises(AssertionError, match=r"(?s)2 of 4 cases fail\ntwo: here.*four: here") as told:
        odd(tmp_path="here")
    assert "three" not in str(told.value)
    assert [number for number, _ in TRIED] == [1, 2, 3, 4]


def test_pytest_sees_the_fixtures_alone() -> None:
    assert [*inspect.signature(odd).parameters] == ["tmp_path"]


def test_an_error_tells_its_case() -> None:
    @for_each("number", [1, 0])
    def inverse(number: int) -> None:
        assert 1 / number

    with pytest.raises(ZeroDivisionError) as told:
        inverse()
    assert told.value.__notes__ == ["in the case 0"]


def test_what_pytest_itself_finds_wrong_is_told_too() -> None:
    @for_each("number", [1, 2, 3])
    def unlike(number: int) -> None:
        if number == 1:
            pytest.skip("none may be")
        with pytest.raises(ValueError, match="two"):
            int("two" if number == 2 else "3")

    with pytest.raises(AssertionError, match=r"(?s)2 of 3 cases fail\n1: none may be\n3: DID NOT RAISE"):
        unlike()


def test_no_case_at_all_is_a_failure() -> None:
    with pytest.raises(AssertionError, match="no case"):
        for_each("number", [])(lambda number: None)()


def test_a_parameter_that_is_not_there_is_told() -> None:
    with pytest.raises(AssertionError, match="does not take numbr"):
        for_each("numbr", [1])(lambda number: None)
