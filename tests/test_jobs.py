"""Work beside the pages: progress, few at a time, once for each key; seen and cancelled only by those who asked."""

from collections.abc import Callable, Iterator
from threading import Event

import pytest

from geo.publish.jobs import MOST_OF_ONE, MOST_WAITING, Job, Jobs, TooMany
from geo.publish.progress import Progress

PATIENCE_S = 20
ME, YOU = "me", "you"


@pytest.fixture
def until() -> Iterator[Event]:
    """What lets work go on; at the end in any case, so that none is waited for after a test that fails."""
    goes_on = Event()
    yield goes_on
    goes_on.set()


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


def test_a_job_tells_how_far_it_is_and_gives_its_result(until: Event) -> None:
    jobs, begun = Jobs(at_once=1), Event()
    job = jobs.start(ME, "a", held(until, begun))
    assert begun.wait(PATIENCE_S)
    assert (job.done, job.total, job.is_over, job.result) == (0, 2, False, None)
    assert jobs.start(ME, "a", held(until, begun)) is job is jobs.get(ME, "a")
    until.set()
    assert wait(job).result == b"made"
    assert (job.done, job.error) == (2, None)
    assert jobs.start(ME, "a", held(until, begun)) is job


def test_a_cancelled_job_ends_without_result_and_may_be_started_again(until: Event) -> None:
    jobs, begun = Jobs(at_once=1), Event()
    job = jobs.start(ME, "a", held(until, begun))
    assert begun.wait(PATIENCE_S)
    job.cancel()
    until.set()
    again = jobs.start(ME, "a", lambda _tell: b"again")
    assert again is not job
    assert wait(again).result == b"again"
    assert job.is_over
    assert (job.result, job.error, job.done) == (None, None, 1)


def test_a_job_that_waits_is_cancelled_before_it_begins() -> None:
    jobs, until, begun, ran = Jobs(at_once=1), Event(), Event(), Event()
    first = jobs.start(ME, "a", held(until, begun))
    second = jobs.start(ME, "b", lambda _tell: ran.set() or b"")
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
    job = wait(jobs.start(ME, "a", fail))
    assert isinstance(job.error, ValueError)
    assert job.result is None
    assert wait(jobs.start(ME, "a", lambda _tell: b"yes")).result == b"yes"


def test_only_so_many_are_remembered() -> None:
    jobs = Jobs(kept=2)
    for name in "abc":
        wait(jobs.start(ME, name, lambda _tell: b""))
    assert [name for name in "abc" if jobs.get(ME, name)] == ["b", "c"]


@pytest.mark.parametrize("key", ["", "other"])
def test_an_unknown_key_has_no_job(key: str) -> None:
    assert Jobs().get(ME, key) is None


def test_nobody_sees_what_others_asked_for() -> None:
    jobs = Jobs()
    assert wait(jobs.start(ME, "a", lambda _tell: b"mine")).result == b"mine"
    assert jobs.get(YOU, "a") is None
    assert not jobs.was_cancelled(YOU, "a")


def test_the_same_work_is_done_once_for_all_who_ask(until: Event) -> None:
    jobs, begun = Jobs(at_once=1), Event()
    job = jobs.start(ME, "a", held(until, begun))
    assert jobs.start(YOU, "a", held(until, begun)) is job is jobs.get(YOU, "a")
    until.set()
    assert wait(job).result == b"made"


def test_a_wish_taken_back_leaves_the_work_to_the_others(until: Event) -> None:
    jobs, begun = Jobs(at_once=1), Event()
    job = jobs.start(ME, "a", held(until, begun))
    jobs.start(YOU, "a", held(until, begun))
    jobs.cancel(ME, "a")
    jobs.cancel("nobody", "a")
    assert jobs.get(ME, "a") is None
    assert jobs.was_cancelled(ME, "a")
    assert jobs.get(YOU, "a") is job
    assert not job.is_cancelled
    until.set()
    assert wait(job).result == b"made"
    assert jobs.start(ME, "a", held(until, begun)) is job
    assert not jobs.was_cancelled(ME, "a")


def test_the_last_who_takes_the_wish_back_stops_the_work(until: Event) -> None:
    jobs, begun = Jobs(at_once=1), Event()
    job = jobs.start(ME, "a", held(until, begun))
    jobs.start(YOU, "a", held(until, begun))
    jobs.cancel(ME, "a")
    jobs.cancel(YOU, "a")
    assert job.is_cancelled
    until.set()


def test_the_place_in_the_queue_is_known(until: Event) -> None:
    jobs, begun = Jobs(at_once=1), Event()
    first = jobs.start(ME, "a", held(until, begun))
    second, third = (jobs.start(YOU, name, lambda _tell: b"") for name in "bc")
    assert begun.wait(PATIENCE_S)
    assert [jobs.ahead_of(each) for each in (first, second, third)] == [0, 1, 2]
    jobs.start(ME, "b", lambda _tell: b"")  # whoever asks for the same later does not move it
    assert [jobs.ahead_of(each) for each in (second, third)] == [1, 2]
    until.set()
    wait(third)
    assert jobs.ahead_of(third) == 0


def test_the_time_that_is_left_follows_from_the_pieces_done(monkeypatch: pytest.MonkeyPatch) -> None:
    at = [100.0]
    monkeypatch.setattr("geo.publish.jobs.time.monotonic", lambda: at[0])
    left: list[float | None] = []
    started = Event()

    def make(tell: Progress) -> bytes:
        assert started.wait(PATIENCE_S)
        tell(0, 4)
        left.append(job.left_s)
        at[0] += 10
        tell(1, 4)
        left.append(job.left_s)
        return b""

    job = Jobs().start(ME, "a", make)
    started.set()
    assert wait(job).error is None
    assert left == [None, 30]


def test_one_person_may_wait_for_so_much_and_others_still_get_theirs(until: Event) -> None:
    jobs, begun = Jobs(at_once=1), Event()
    for name in range(MOST_OF_ONE):
        jobs.start(ME, str(name), held(until, begun))
    with pytest.raises(TooMany) as mine:
        jobs.start(ME, "more", held(until, begun))
    assert mine.value.is_own
    assert jobs.start(ME, "0", held(until, begun))  # the same again is no more
    assert jobs.start(YOU, "more", held(until, begun))
    with pytest.raises(TooMany):
        jobs.start(ME, "more", held(until, begun))  # nor by way of another
    jobs.cancel(ME, "0")
    jobs.start(ME, "more", held(until, begun))
    until.set()


def test_all_together_may_wait_for_so_much(until: Event) -> None:
    jobs, begun = Jobs(at_once=1), Event()
    for at in range(MOST_WAITING):
        jobs.start(f"person {at}", str(at), held(until, begun))
    with pytest.raises(TooMany) as full:
        jobs.start(ME, "more", held(until, begun))
    assert not full.value.is_own
    assert jobs.start(ME, "0", held(until, begun))  # what is on its way costs nothing
    until.set()


def test_results_are_kept_within_a_bound() -> None:
    jobs = Jobs(kept_bytes=25)
    for name in "abc":
        wait(jobs.start(ME, name, lambda _tell: b"0123456789"))
    wait(jobs.start(ME, "d", lambda _tell: b"0123456789"))
    assert [name for name in "abcd" if jobs.get(ME, name)] == ["b", "c", "d"]
    jobs.start(ME, "d", lambda _tell: b"")
    assert [name for name in "abcd" if jobs.get(ME, name)] == ["c", "d"]
    assert jobs.get(YOU, "c") is None
