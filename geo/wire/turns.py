"""How long a thread may keep the others of the server waiting."""

import sys

TURN_S = 0.001
"""Runs of pages and films take Python for long; whoever sends an answer meanwhile waits a turn for each piece of it.

While a film is made on a crowded machine, 95 % of the runs of a page end in 0.8 to 0.7 of the time that Python's own
turns take, and 95 % of class pages in 0.8 to 0.6: medians of 24 pairs, each seconds apart in one process.
"""


def take_short_turns() -> None:
    """Have the threads of this process take turns of a millisecond; Python's own are five times as long."""
    sys.setswitchinterval(TURN_S)
