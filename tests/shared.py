"""What the processes of one run share: the first that asks starts it, and stops it once no other uses it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

if sys.platform != "win32":
    from fcntl import LOCK_EX, LOCK_SH, flock


@contextmanager
def shared(start: Callable[[], AbstractContextManager[str]], folder: Path) -> Iterator[str]:
    """What `start` gives, once for all processes with this folder; Windows lacks such locks and has one for each."""
    if sys.platform == "win32":
        with start() as own:
            yield own
        return
    told = folder / "shared.txt"
    with (folder / "shared.users").open("w") as users, ExitStack() as stack:
        with (folder / "shared.lock").open("w") as lock:
            flock(lock, LOCK_EX)
            flock(users, LOCK_SH)
            if not told.exists():
                told.write_text(stack.enter_context(start()), encoding="utf-8")
                stack.callback(flock, users, LOCK_EX)  # waits for the others
                stack.callback(told.unlink)
            given = told.read_text(encoding="utf-8")
        yield given
