"""Films and slides are made behind those who read: they get what of the processor nobody else wants."""

import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from geo.publish.jobs import NICE, Jobs
from geo.publish.progress import Progress
from geo.wire.turns import TURN_S, take_short_turns


def own_priority() -> int:
    return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())


def priorities(_tell: Progress) -> bytes:
    """Of the thread that makes something, and of one that it begins, as encoders do."""
    with ThreadPoolExecutor(1) as pool:
        return f"{own_priority()} {pool.submit(own_priority).result()}".encode()


@pytest.mark.skipif(sys.platform != "linux", reason="no priority for a thread")
def test_long_work_stands_back_and_whoever_answers_does_not() -> None:
    before = own_priority()
    behind = min(19, max(before, NICE))
    assert Jobs().start("a reader", "a film", priorities).future.result() == f"{behind} {behind}".encode()
    assert own_priority() == before


def test_threads_take_short_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    set_to: list[float] = []
    monkeypatch.setattr(sys, "setswitchinterval", set_to.append)
    take_short_turns()
    assert set_to == [TURN_S]
    assert TURN_S < 0.005  # the interpreter's own, which another test may have altered
