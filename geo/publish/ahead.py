"""Pieces of long work made ahead of whoever takes them, so that two cores share it.

A server makes them in a thread: painting and coding let Python go on meanwhile. A command says `alone`, and they are
made in a process of their own, in which the layout of a picture is beside all else, too.
"""

import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from itertools import islice, repeat
from multiprocessing import get_context
from typing import Any, Final, TypeVar

Piece = TypeVar("Piece")

DEPTH = 3
"""Pieces held ready: enough for a slow one now and then, and never a whole film of pictures."""
COPIED: Final = "fork"
_END = "end"
_modes = {"copies": False}


def alone() -> None:
    """Say that nobody else works in this process: it may be copied, as one with the threads of a server may not.

    On Linux: the libraries of macOS may fail in a copy, and Windows makes none. What is loaded by then is taken out of
    every search for garbage: one would write to the memory that the copies share with this process.
    """
    gc.freeze()
    _modes["copies"] = sys.platform == "linux"


def apart(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The same pieces, made one after another in a process of their own where there can be one; else as `ahead`.

    They have to begin there: what is given must not have given any yet. The process is begun at once, before whoever
    takes the pieces does what may not be copied.
    """
    return ahead(_begun(_received(pieces))) if _modes["copies"] else ahead(iter(pieces))


def ahead(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The same pieces, made one after another in a thread of their own.

    What making one raises is raised where it is taken; whoever stops taking waits for those that are begun.
    """
    end = object()
    with closing(_made(repeat(partial(next, pieces, end)))) as made:
        for piece in made:
            if piece is end:
                return
            yield piece


def _made(orders: Iterator[Callable[[], Piece]]) -> Generator[Piece, None, None]:
    with ThreadPoolExecutor(1, thread_name_prefix="ahead") as pool:
        coming = deque(pool.submit(order) for order in islice(orders, DEPTH))
        try:
            while coming:
                piece = coming.popleft().result()
                coming.extend(pool.submit(order) for order in islice(orders, 1))
                yield piece
        finally:
            for one in coming:
                one.cancel()


def _begun(pieces: Generator[Piece | None, None, None]) -> Iterator[Any]:
    next(pieces)
    return pieces


def _received(pieces: Iterable[Piece]) -> Generator[Piece | None, None, None]:
    """None once their process is begun, then the pieces."""
    copies = get_context(COPIED)
    taken, given = copies.Pipe(duplex=False)
    worker = copies.Process(target=_give, args=(given, taken, pieces))
    worker.start()
    given.close()
    try:
        yield None
        while (told := taken.recv()) != _END:
            piece, error = told
            if error:
                raise error
            yield piece
    finally:
        taken.close()
        worker.terminate()
        worker.join()


def _give(to: Any, taken: Any, pieces: Iterable[Any]) -> None:
    taken.close()  # else this copy of it would keep this process waiting once nobody takes any more
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever takes the pieces stops, and ends this process
    try:
        for piece in pieces:
            to.send((piece, None))
        to.send(_END)
    except BrokenPipeError:
        os._exit(1)  # whoever took is gone: in good order this process would wait for those that make for it
    except Exception as error:  # noqa: BLE001 (raised where the piece is taken)
        to.send((None, error))
