"""Things of different heights in columns."""

from geo.drawing.columns import in_columns


def test_columns_are_of_about_one_height_and_keep_the_order() -> None:
    assert in_columns("abcd", [1, 1, 1, 1], 2) == [["a", "b"], ["c", "d"]]
    assert in_columns("abc", [1, 1, 4], 2) == [["a", "b"], ["c"]]


def test_no_column_is_left_empty_before_a_full_one() -> None:
    assert in_columns("a", [1], 2) == [["a"]]
    assert in_columns("abc", [10, 1, 1], 3) == [["a"], ["b", "c"]]
    assert in_columns("", [], 2) == []
