"""What the browser gets of a membership that a reader lays over the map: `over-eu.json`, fetched when it is chosen."""

import re

from data.memberships.laid_over import runs_of_members, told_runs
from data.memberships.shipped import shipped, shipped_ids
from data.memberships.value import Membership
from geo.wire.strict_json import Json

FILE = re.compile(r"over-(\w+)\.json")


def file_over(membership: str) -> str:
    """What the ground of a membership is called."""
    return f"over-{membership}.json"


def laid_over_by(file: str) -> Membership | None:
    """The membership whose ground a file has; None for any other file."""
    found = FILE.fullmatch(file)
    return shipped(found[1]) if found and found[1] in shipped_ids() else None


def laid_over(membership: Membership) -> Json:
    """The ground of its members, and what a key says of it, as runs."""
    return {"units": runs_of_members(membership), "told": told_runs(membership)}
