"""What a key shortens, told in full: short names spelled out, and what is laid over a map beside its subject."""

import re
from collections.abc import Iterable

from data.memberships.shipped import shipped, shipped_ids
from data.memberships.value import Membership
from data.words import phrase, words
from geo.drawing.key import OVER, Row


def spelled_out(
    rows: Iterable[Row], membership: Membership | None = None, over: str = "", words_beside: str = ""
) -> str:
    """What the short names in the rows of a key and in the words beside them stand for, but for those told in full.

    What the statuses of a `membership` other than NATO are called is its own, and so is its full name, which stands
    over its map. `over` is the id of one that is laid over the map; it is told where it has a row.
    """
    told = [row for row in rows if membership is None or not row.is_fill]
    said = " ".join([words_beside, *(row.label for row in told)])
    names = {term["term"]: str(term["name"]) for term in words()["glossary"].values()}
    if membership is None or over:
        names = words()["membership"]["full_name"] | names
    found = (f"{term}: {name}" for term, name in names.items() if _is_in(term, said) and f"{name} ({term})" not in said)
    full = "; ".join(found)
    return f"{full}." if full else ""


def _is_in(term: str, said: str) -> bool:
    return bool(re.search(rf"\b{re.escape(term)}\b", said))


def named_with(subject: str, rows: Iterable[Row], over: str) -> str:
    """What a map is called, with the membership `over` where that is laid over it: `..., with the Schengen area`."""
    with_it = over_in_key(rows, over)
    return phrase("picture", "named_with", subject=subject, over=with_it) if with_it else subject


def over_in_key(rows: Iterable[Row], over: str) -> str:
    """The membership `over` where a key has its row: `with the Schengen area`; empty where it has none."""
    is_seen = any(row.sign == OVER for row in rows)
    return phrase("picture", "with_over", short=shipped(over).short) if is_seen else ""


def told_of_over(over: str) -> str:
    """What a lesson says of the membership that lies over its maps; empty for none, or for one that there is not."""
    return phrase("picture", "over", short=shipped(over).short) if over and over in shipped_ids() else ""
