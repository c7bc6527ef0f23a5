"""Long work beside the pages: few at once, each with its progress, for those who asked for it.

The same work is done once, however many ask; yet nobody sees or stops what only others asked for. Results are kept for
a while, within a bound of memory.
"""

import os
import sys
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Lock

from geo.publish.progress import Cancelled, Progress

FEW_CORES = 2
AT_ONCE = 1 if (os.cpu_count() or 1) <= FEW_CORES else 2
"""A film takes a core, and pages need one."""
MOST_OF_ONE = 3
"""Pieces of work that one person may wait for."""
MOST_WAITING = 20
KEPT = 24
"""Jobs remembered; the oldest that is done goes first."""
KEPT_BYTES = 64_000_000
"""Of all results together; a film has up to 8 MB."""
MOST_WISHES = 2000
NICE = 10
"""How far the threads of long work stand back behind those that answer readers, as nice(1) counts."""

Make = Callable[[Progress], bytes]


def stand_back() -> None:
    """Let every other thread of the machine go before this one, and those that it begins, encoders' as well.

    Linux alone has a priority for a thread; elsewhere work goes on as it is.
    """
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICE)


class TooMany(Exception):
    """One person, or all together, wait for as much as there may be; `is_own` tells which."""

    def __init__(self, *, is_own: bool) -> None:
        super().__init__("too much is waiting")
        self.is_own = is_own


class Job:
    """One piece of work: how far it is, and what came of it."""

    def __init__(self, make: Make, pool: ThreadPoolExecutor) -> None:
        self.done, self.total = 0, 0
        self.asked = time.monotonic()
        self.begun: float | None = None
        self._make, self._stop = make, Event()
        self.future = pool.submit(self._run)

    def _run(self) -> bytes:
        self.begun = time.monotonic()
        return self._make(self._tell)

    def _tell(self, done: int, total: int) -> None:
        self.done, self.total = done, total
        if self._stop.is_set():
            raise Cancelled

    def cancel(self) -> None:
        """Stop before the next piece, or before the first."""
        self._stop.set()
        self.future.cancel()

    @property
    def is_over(self) -> bool:
        return self.future.done()

    @property
    def is_cancelled(self) -> bool:
        return self._stop.is_set()

    @property
    def left_s(self) -> float | None:
        """The seconds that are left, as the pieces done so far foretell; None before the first is done."""
        if self.begun is None or not self.done:
            return None
        return (time.monotonic() - self.begun) / self.done * max(0, self.total - self.done)

    @property
    def result(self) -> bytes | None:
        """What was made, or None where it is not done, failed or was cancelled."""
        return self.future.result() if self.is_over and not self.is_cancelled and not self.error else None

    @property
    def error(self) -> BaseException | None:
        """Why it failed, if it did; being cancelled is no failure."""
        if not self.is_over or self.is_cancelled:
            return None
        return self.future.exception()


class Jobs:
    """Jobs by key, with those who wish for each. Any thread may ask."""

    def __init__(self, kept: int = KEPT, kept_bytes: int = KEPT_BYTES, at_once: int = AT_ONCE) -> None:
        self._kept, self._kept_bytes, self._lock = kept, kept_bytes, Lock()
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._wishes: OrderedDict[tuple[str, str], bool] = OrderedDict()  # whether it still stands
        self._pool = ThreadPoolExecutor(at_once, thread_name_prefix="publish", initializer=stand_back)

    def start(self, owner: str, key: str, make: Make) -> Job:
        """The job of a key: the one there is, or a new one where there is none, it failed, or it was cancelled.

        Raises TooMany where this person, or all together, wait for enough.
        """
        with self._lock:
            found = self._jobs.get(key)
            is_new = found is None or found.is_cancelled or found.error is not None
            if is_new or not (found and found.is_over):
                self._check_room(owner, key, is_new=is_new)
            if found is None or is_new:
                found = self._jobs[key] = Job(make, self._pool)
            self._jobs.move_to_end(key)
            self._wishes[owner, key] = True
            self._wishes.move_to_end((owner, key))
            self._forget()
            return found

    def get(self, owner: str, key: str) -> Job | None:
        """The job of a key, if this person asked for it, did not cancel it, and it is remembered."""
        with self._lock:
            return self._jobs.get(key) if self._wishes.get((owner, key)) else None

    def cancel(self, owner: str, key: str) -> None:
        """Take a wish back; the work stops where nobody else wishes for it."""
        with self._lock:
            if not self._wishes.get((owner, key)):
                return
            self._wishes[owner, key] = False
            if not any(stands and wished == key for (_, wished), stands in self._wishes.items()):
                self._jobs[key].cancel()

    def was_cancelled(self, owner: str, key: str) -> bool:
        """Whether this person took the wish back, and has not asked again."""
        with self._lock:
            return self._wishes.get((owner, key)) is False

    def ahead_of(self, job: Job) -> int:
        """How many others are made or wait before a job that has not begun."""
        with self._lock:
            waiting = list(self._waiting())
        return waiting.index(job) if job in waiting and job.begun is None else 0

    def _waiting(self) -> Iterator[Job]:
        """Those being made or waiting, in the order in which they were asked for."""
        pending = (each for each in self._jobs.values() if not each.is_over)
        yield from sorted(pending, key=lambda each: each.asked)

    def _check_room(self, owner: str, key: str, *, is_new: bool) -> None:
        own = [
            wished
            for (wisher, wished), stands in self._wishes.items()
            if wisher == owner and stands and wished != key and (job := self._jobs.get(wished)) and not job.is_over
        ]
        if len(own) >= MOST_OF_ONE:
            raise TooMany(is_own=True)
        if is_new and sum(1 for _ in self._waiting()) >= MOST_WAITING:
            raise TooMany(is_own=False)

    def _forget(self) -> None:
        """Drop what is over, the oldest first, until the rest is within its bounds."""
        over = [key for key, each in self._jobs.items() if each.is_over]
        held = sum(len(self._jobs[key].result or b"") for key in over)
        for key in over:
            if len(self._jobs) <= self._kept and held <= self._kept_bytes:
                break
            held -= len(self._jobs.pop(key).result or b"")
        while len(self._wishes) > MOST_WISHES:
            self._wishes.popitem(last=False)


JOBS = Jobs()
"""The jobs of this server."""
