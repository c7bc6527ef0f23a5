"""Whom a headline is about, as the map of its day names them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from data.vocabulary import Relation, StatusKey


def with_labels_of(codes: Iterable[str], named: Iterable[str], ground: Mapping[str, Any]) -> tuple[str, ...]:
    """The keys of labels with those of units or states, in the order of the labels; `ground` has both."""
    units, labels = ground["units"], ground["labels"]
    found = {*named, *codes, *(units[code].state for code in codes if code in units)}
    return tuple(key for key in labels if key in found)


def untold_of(
    codes: Iterable[str], concerned: Sequence[str], named: Iterable[str], ground: Mapping[str, Any]
) -> tuple[str, ...]:
    """Of several labels `concerned` all, if none is `named` and no status is theirs alone.

    None where a code has no label: the list would not be whole.
    """
    units, labels = ground["units"], ground["labels"]
    is_whole = all(labels.keys() & {code, units[code].state if code in units else code} for code in codes)
    if len(concerned) <= 1 or not is_whole or not set(concerned).isdisjoint(named):
        return ()
    states = {units[key].state if key in units else key for key in concerned}
    alike: dict[StatusKey, set[str]] = {}
    for here in units.values():
        if here.relation in ("", Relation.PART):
            alike.setdefault(here.status, set()).add(here.state)
    return () if states in alike.values() else tuple(concerned)
