"""How many files and connections the server may hold open at once: as many as the machine lets it, told if too few."""

import logging
from importlib.util import find_spec

from data.words import phrase

ENOUGH = 1024
"""A session takes three, gone ones are kept for a while, and each browser holds up to seven connections."""
OF_A_READER = 10
_log = logging.getLogger(__name__)


def raise_limit() -> int | None:
    """Raise the soft limit to the hard one; the limit then, or None where the system has none of this kind.

    A limit below `ENOUGH` is told in one line of the log.
    """
    if not find_spec("resource"):  # Windows
        return None
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    for wanted in (hard, ENOUGH):  # macOS says that there is no limit, and takes none above its own
        if soft in (resource.RLIM_INFINITY, hard):
            break
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
            soft = wanted
        except (OSError, ValueError):
            continue
    if soft == resource.RLIM_INFINITY:
        return None
    if soft < ENOUGH:
        told = phrase("server", "few_descriptors", limit=soft, readers=soft // OF_A_READER, enough=ENOUGH)
        _log.warning("%s", told)
    return soft
