"""The server takes as many descriptors as the machine lets it have, and says so when they are too few."""

import subprocess
import sys
from pathlib import Path

import pytest
from rooms import run

import dashboard

pytest.importorskip("resource", reason="limits of this kind are not Windows's")

ROOT = Path(__file__).parent.parent
ASK = """
import logging, resource, sys
from geo.wire.descriptors import raise_limit
soft, hard = map(int, sys.argv[1:])
resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
raise_limit()
print(*resource.getrlimit(resource.RLIMIT_NOFILE))
"""


def asked(soft: int, hard: int) -> tuple[str, str]:
    """The limits after the start of a process with some, and what it logged."""
    command = [sys.executable, "-c", ASK, str(soft), str(hard)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    return done.stdout.strip(), done.stderr


def test_the_soft_limit_is_raised_to_the_hard_one() -> None:
    assert asked(256, 2048) == ("2048 2048", "")


def test_the_server_asks_for_them_at_its_start(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(dashboard, "raise_limit", lambda: asked.append("limit"))
    monkeypatch.setattr(dashboard, "make_ready", lambda: None)

    async def start() -> None:
        async with dashboard.warm(dashboard.app):
            assert asked == ["limit"]

    run(start())


def test_too_few_are_told_in_one_line() -> None:
    limits, logged = asked(200, 256)
    assert limits == "256 256"
    assert logged.count("\n") == 1
    assert "256 files and connections open, enough for about 25 readers" in logged


def test_what_is_not_limited_stays_so(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource

    from geo.wire.descriptors import raise_limit

    monkeypatch.setattr(resource, "getrlimit", lambda _: (256, resource.RLIM_INFINITY))
    taken: list[int] = []

    def take(_: int, limits: tuple[int, int]) -> None:
        if limits[0] == resource.RLIM_INFINITY:
            raise ValueError("not allowed to raise maximum limit")  # as macOS says
        taken.append(limits[0])

    monkeypatch.setattr(resource, "setrlimit", take)
    assert raise_limit() == 1024
    assert taken == [1024]
