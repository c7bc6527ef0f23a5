"""Things of different heights in columns."""

from geo.drawing.columns import evenly, in_columns


def test_columns_are_of_about_one_height_and_keep_the_order() -> None:
    assert in_columns("abcd", [1, 1, 1, 1], 2) == [["a", "b"], ["c", "d"]]
    assert in_columns("abc", [1, 1, 4], 2) == [["a", "b"], ["c"]]


def test_no_column_is_left_empty_before_a_full_one() -> None:
    assert in_columns("a", [1], 2) == [["a"]]
    assert in_columns("abc", [10, 1, 1], 3) == [["a"], ["b", "c"]]
    assert in_columns("", [], 2) == []


def test_columns_are_as_alike_as_their_order_allows() -> None:
    assert evenly("abcdefg", [1, 3, 1, 1, 1, 1, 4], 3) == [["a", "b"], ["c", "d", "e", "f"], ["g"]]
    assert evenly("abc", [10, 1, 1], 3) == [["a"], ["b"], ["c"]]
    assert evenly("ab", [1, 1], 3) == [["a"], ["b"]]
    assert evenly("", [], 2) == []
