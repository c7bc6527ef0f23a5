"""Work beside the pages: progress, cancelling, one at a time, once for each key."""

from collections.abc import Callable
from threading import Event

import pytest

from geo.publish.jobs import Job, Jobs
from geo.publish.progress import Progress

PATIENCE_S = 20


def wait(job: Job) -> Job:
    job.future.exception(PATIENCE_S) if not job.is_cancelled else None
    return job


def held(until: Event, begun: Event) -> Callable[[Progress], bytes]:
    """Work that says it has begun and goes on when it may."""

    def make(tell: Progress) -> bytes:
        tell(0, 2)
        begun.set()
        assert until.wait(PATIENCE_S)
        tell(1, 2)
        tell(2, 2)
        return b"made"

    return make


def test_a_job_tells_how_far_it_is_and_gives_its_result() -> None:
    jobs, until, begun = Jobs(), Event(), Event()
    job = jobs.start("a", held(until, begun))
    assert begun.wait(PATIENCE_S)
    assert (job.done, job.total, job.is_over, job.result) == (0, 2, False, None)
    assert jobs.start("a", held(until, begun)) is job is jobs.get("a")
    until.set()
    assert wait(job).result == b"made"
    assert (job.done, job.error) == (2, None)
    assert jobs.start("a", held(until, begun)) is job


def test_a_cancelled_job_ends_without_result_and_may_be_started_again() -> None:
    jobs, until, begun = Jobs(), Event(), Event()
    job = jobs.start("a", held(until, begun))
    assert begun.wait(PATIENCE_S)
    job.cancel()
    until.set()
    again = jobs.start("a", lambda _tell: b"again")
    assert again is not job
    assert wait(again).result == b"again"
    assert job.is_over
    assert (job.result, job.error, job.done) == (None, None, 1)


def test_a_job_that_waits_is_cancelled_before_it_begins() -> None:
    jobs, until, begun, ran = Jobs(), Event(), Event(), Event()
    first = jobs.start("a", held(until, begun))
    second = jobs.start("b", lambda _tell: ran.set() or b"")
    assert begun.wait(PATIENCE_S)
    assert not second.is_over  # one at a time
    second.cancel()
    until.set()
    assert wait(first).result == b"made"
    assert second.is_over
    assert not ran.is_set()


def test_a_failure_is_kept_and_the_next_start_tries_again() -> None:
    def fail(_tell: Progress) -> bytes:
        raise ValueError("no")

    jobs = Jobs()
    job = wait(jobs.start("a", fail))
    assert isinstance(job.error, ValueError)
    assert job.result is None
    assert wait(jobs.start("a", lambda _tell: b"yes")).result == b"yes"


def test_only_so_many_are_remembered() -> None:
    jobs = Jobs(kept=2)
    for name in "abc":
        wait(jobs.start(name, lambda _tell: b""))
    assert [name for name in "abc" if jobs.get(name)] == ["b", "c"]


@pytest.mark.parametrize("key", ["", "other"])
def test_an_unknown_key_has_no_job(key: str) -> None:
    assert Jobs().get(key) is None
