"""Long work beside the pages: one piece at a time, with its progress, to be cancelled, its result kept for a while."""

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Lock

from geo.publish.progress import Cancelled, Progress

KEPT = 24
"""Jobs remembered; the oldest that is done goes first."""

Make = Callable[[Progress], bytes]


class Job:
    """One piece of work: how far it is, and what came of it."""

    def __init__(self, make: Make, pool: ThreadPoolExecutor) -> None:
        self.done, self.total = 0, 0
        self._stop = Event()
        self.future = pool.submit(make, self._tell)

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
    """Jobs by key, so that the same work is done once. Any thread may ask."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept, self._lock = kept, Lock()
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="publish")

    def start(self, key: str, make: Make) -> Job:
        """The job of a key: the one there is, or a new one where there is none, it failed, or it was cancelled."""
        with self._lock:
            found = self._jobs.get(key)
            if found and not found.is_cancelled and not found.error:
                self._jobs.move_to_end(key)
                return found
            job = self._jobs[key] = Job(make, self._pool)
            self._jobs.move_to_end(key)
            for old in [name for name, each in self._jobs.items() if each.is_over][
                : max(0, len(self._jobs) - self._kept)
            ]:
                del self._jobs[old]
            return job

    def get(self, key: str) -> Job | None:
        """The job of a key, if it was started and is remembered."""
        with self._lock:
            return self._jobs.get(key)


JOBS = Jobs()
"""The jobs of this server."""
