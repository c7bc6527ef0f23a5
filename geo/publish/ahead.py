"""Pieces of long work made ahead of whoever takes them, so that two cores share it.

A picture is laid out by Python, and painted and coded by libraries that let it go on meanwhile.
"""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Piece = TypeVar("Piece")

DEPTH = 3
"""Pieces held ready: enough for a slow one now and then, and never a whole film of pictures."""


def ahead(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The same pieces in their order, made in a thread of their own while the caller works at those before.

    What making one raises is raised where it is taken; whoever stops taking waits for those that are begun.
    """
    end = object()
    with ThreadPoolExecutor(1, thread_name_prefix="ahead") as pool:
        coming = deque(pool.submit(next, pieces, end) for _ in range(DEPTH))
        try:
            while (piece := coming.popleft().result()) is not end:
                coming.append(pool.submit(next, pieces, end))
                yield piece  # type: ignore[misc]
        finally:
            for one in coming:
                one.cancel()
