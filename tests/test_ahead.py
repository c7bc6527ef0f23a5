"""Pieces made ahead are the same pieces, in their order, and what goes wrong with one is told."""

import os
import subprocess
import sys
from collections.abc import Iterator
from signal import SIGKILL
from threading import Event, current_thread

import pytest

from geo.publish.ahead import DEPTH, ahead, apart

PATIENCE_S = 20
copies = pytest.mark.skipif(sys.platform != "linux", reason="no process is copied here")


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


APART = """
import os
from geo.publish.ahead import alone, apart

def pieces():
    yield from [os.getpid(), os.getppid()]
    raise ValueError("no third")

def whole():
    yield from apart(pieces())

alone()
made = []
try:
    for piece in apart(whole()):
        made.append(piece)
except ValueError as error:
    print(error, len(made), os.getpid() in made)
taken = apart(iter(range(1000)))
print(next(taken))
taken.close()
"""
"""In a process of its own: one with threads, as that of the tests, may not be copied."""


@copies
def test_who_is_alone_has_pieces_made_in_another_process() -> None:
    command = [sys.executable, "-c", APART]
    told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
    assert told.splitlines() == ["no third 2 False", "0"]


KILLED = """
import os
from signal import SIGKILL
from geo.publish.ahead import alone, apart

def pieces():
    yield from (bytes(300_000) for _ in range(100))

def whole():
    yield from apart(pieces())

alone()
next(apart(whole()))
os.kill(os.getpid(), SIGKILL)
"""
"""Its pieces are larger than what a pipe holds: who makes them waits for whoever takes them."""


@copies
def test_nobody_is_left_who_makes_pieces_for_one_that_was_killed() -> None:
    command = [sys.executable, "-c", KILLED]
    # Its output ends once none of the processes is left that have it.
    ended = subprocess.run(command, stdout=subprocess.PIPE, check=False, timeout=PATIENCE_S)
    assert ended.returncode == -SIGKILL


BEGUN = """
import os
from geo.publish.ahead import alone, apart

read, write = os.pipe()

def pieces():
    os.write(write, b"begun")
    yield from (bytes(300_000) for _ in range(100))

alone()
waiting = apart(pieces())
print(os.read(read, 5).decode())
del waiting
print("gone")
"""


@copies
def test_the_process_is_begun_before_a_piece_is_taken_and_ends_where_none_is() -> None:
    command = [sys.executable, "-c", BEGUN]
    told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=PATIENCE_S).stdout
    assert told.splitlines() == ["begun", "gone"]


def test_who_is_not_alone_has_them_made_here() -> None:
    assert list(apart(os.getpid() for _ in range(2))) == [os.getpid()] * 2
