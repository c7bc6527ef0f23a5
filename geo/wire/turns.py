"""How long a thread may keep the others of the server waiting."""

import sys

TURN_S = 0.001
"""Runs of pages and films take Python for long; whoever sends an answer meanwhile waits a turn for each piece of it."""


def take_short_turns() -> None:
    """Have the threads of this process take turns of a millisecond; Python's own are five times as long."""
    sys.setswitchinterval(TURN_S)
