"""Pieces of long work made ahead of whoever takes them, so that two cores share it.

A picture is laid out by Python, and painted and coded by libraries that let it go on meanwhile.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from itertools import islice, repeat
from typing import TypeVar

Given = TypeVar("Given")
Piece = TypeVar("Piece")

CORES = 2
DEPTH = 3
"""Pieces held ready: enough for a slow one now and then, and never a whole film of pictures."""


def side_by_side(make: Callable[[Given], Piece], given: Iterable[Given]) -> Iterator[Piece]:
    """What is made of each, in their order, two at a time; for pieces that do not need the one before.

    What making one raises is raised where it is taken; whoever stops taking waits for those that are begun.
    """
    return _made((partial(make, one) for one in given), CORES)


def ahead(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The same pieces, made one after another in a thread of their own; else as `side_by_side`."""
    end = object()
    with closing(_made(repeat(partial(next, pieces, end)), 1)) as made:
        for piece in made:
            if piece is end:
                return
            yield piece


def _made(orders: Iterator[Callable[[], Piece]], workers: int) -> Generator[Piece, None, None]:
    with ThreadPoolExecutor(workers, thread_name_prefix="ahead") as pool:
        coming = deque(pool.submit(order) for order in islice(orders, DEPTH))
        try:
            while coming:
                piece = coming.popleft().result()
                coming.extend(pool.submit(order) for order in islice(orders, 1))
                yield piece
        finally:
            for one in coming:
                one.cancel()
