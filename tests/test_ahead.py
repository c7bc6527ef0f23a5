"""Pieces made ahead are the same pieces, in their order, and what goes wrong with one is told."""

from collections.abc import Iterator
from threading import Barrier, Event, current_thread

import pytest

from geo.publish.ahead import CORES, DEPTH, ahead, side_by_side

PATIENCE_S = 20


def test_all_pieces_come_in_their_order() -> None:
    assert list(ahead(iter(range(20)))) == list(range(20))
    assert list(ahead(iter([None, 0]))) == [None, 0]
    assert not list(ahead(iter(())))


def test_the_next_pieces_are_made_while_one_is_worked_at() -> None:
    made_more, makers = Event(), set()

    def pieces() -> Iterator[int]:
        for piece in range(DEPTH):
            makers.add(current_thread())
            yield piece
        made_more.set()
        yield DEPTH

    taken = ahead(pieces())
    assert next(taken) == 0
    assert made_more.wait(PATIENCE_S)
    assert list(taken) == list(range(1, DEPTH + 1))
    assert len(makers) == 1
    assert current_thread() not in makers


def test_what_a_piece_raises_is_raised_where_it_is_taken() -> None:
    def pieces() -> Iterator[int]:
        yield 1
        raise ValueError("no second")

    taken = ahead(pieces())
    assert next(taken) == 1
    with pytest.raises(ValueError, match="no second"):
        next(taken)


def test_nothing_more_is_made_for_one_who_stops() -> None:
    made = []

    def pieces() -> Iterator[int]:
        for piece in range(1000):
            made.append(piece)
            yield piece

    taken = ahead(pieces())
    next(taken)
    taken.close()  # type: ignore[attr-defined]
    assert len(made) <= DEPTH + 2


def test_pieces_made_side_by_side_come_in_their_order() -> None:
    meet = Barrier(CORES)

    def make(piece: int) -> int:
        meet.wait(PATIENCE_S)  # passes only where two are made at a time
        return 10 * piece

    assert list(side_by_side(make, range(2 * CORES))) == [10 * piece for piece in range(2 * CORES)]
