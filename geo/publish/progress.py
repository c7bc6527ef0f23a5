"""How long work tells how far it is, and how it is stopped."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with the pieces done and all there are, before the first piece and after each; may raise Cancelled."""


class Cancelled(Exception):
    """The reader does not want the work any more; whatever was made so far is thrown away."""


def silent(_done: int, _total: int) -> None:
    """Tell nobody."""
