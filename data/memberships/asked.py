"""A membership as the command line asks for it: by its id, or as a file or folder of one's own."""

from collections.abc import Callable
from pathlib import Path

from data.memberships.nato import ID as NATO
from data.memberships.reader import current_membership, membership_ids, read_membership
from data.memberships.value import Membership
from data.tables import current_tables
from data.words import phrase

ASKED = f"{NATO}, {', '.join(membership_ids())}, or a file or folder of your own"
"""What a membership can be asked for by."""
Tell = Callable[[str], None]


def asked_membership(asked: str, tell: Tell) -> Membership | None:
    """The membership of an id or a path; None for NATO's, which the atlas's own tables tell.

    `tell` receives a sentence where rows of a table are not on the map. Raises ValueError for what is neither an id nor
    there, TableError and GateError for what does not hold.
    """
    if asked == NATO:
        return None
    if asked in membership_ids():
        return current_membership(asked)
    path = Path(asked)
    if path.is_dir():
        return read_membership(path, current_tables())
    if not path.exists():
        known = ", ".join((NATO, *membership_ids()))
        raise ValueError(f"membership {asked!r} is unknown; expected one of {known}, or a file or folder of your own")
    from data.own_table.command import read_file  # takes its time, and the server starts without it

    reading, title = read_file(path)
    left_out = len(reading.asked) + len(reading.refused)
    if left_out:
        tell(phrase("membership", "left_out", file=path.name, n=left_out))
    return reading.membership(title)
