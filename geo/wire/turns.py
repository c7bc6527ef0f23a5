"""How long a thread may keep the others of the server waiting."""

import sys

TURN_S = 0.001
"""Runs of pages and films take Python for long; whoever sends an answer meanwhile waits a turn for each piece of it.

While a film is made on a crowded machine, the time in which 95 % of the runs of a page end is 0.7 to 0.8 of that with
Python's own turns, and for class pages 0.6 to 0.8: medians of 24 pairs, each seconds apart in one process.
"""


def take_short_turns() -> None:
    """Have the threads of this process take turns of a millisecond; Python's own are five times as long."""
    sys.setswitchinterval(TURN_S)
