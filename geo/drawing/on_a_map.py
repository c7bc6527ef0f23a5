"""What stands on a map, as far as its key may have to explain it: the value from which the rows are made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class OnMap:
    """What stands on a map, as far as a key may have to explain it: plain values, the same in both languages.

    Attributes
    ----------
    layers
        The layers that are on. What belongs to one that is off has no row, whatever the rest says.
    counts
        How many states have each status; empty for a map that tells none.
    land
        Whether there is land that is none of the units.
    joined
        The units outlined because they joined.
    here, edge, away
        The names of those whom the headline is about: who has a place on the map, where neither the words of the
        headline nor a colour tells; whose names have none, though they reach into it; of whom nothing is on it.
    beyond
        What is told of the members of whom nothing is on it: their names, or how many they are.
    others
        And of how many others of each status nothing is.
    as_part
        Whether they did as a part of a member, and no state did.
    outlined
        The names of what is outlined because it is pointed at.
    fronts
        The kinds of front line that run on the map.
    soviet
        Whether they face the Soviet Union and the Pact, not Russia and the CSTO.
    moscow
        The name of the state whose forces are those of the other camp.
    union
        Whether the European Union has followed the European Economic Community.
    nothing
        The layers under which nothing lies on the day, wherever one looks; others that are on may lie beyond the map.
    over
        By overlay what lies under it: the titles of ground in dispute, the units of a bloc.
    laid_over
        What the ground of the membership that is laid over is called; empty for none.
    draft
        The article whose reach is hatched; empty for none.
    west_berlin
        What West Berlin's dot is called; empty where there is none.
    berlin_covered
        Whether it tells of the three powers' guarantee.
    called
        What some statuses are called on the day, not what they always are.
    unseen
        The statuses of which nothing is in sight, as `called` says.
    statuses
        What each status is called, by its key and in their order, where they are not the atlas's own.
    nearest
        What St Petersburg is called, from where, as from Moscow, lines of the layer "nearest" lead; empty without land.
    statements
        Of each sign of a statement its stance and confidence, and whether it is `folded`: only its badge is seen then.
    folded
        Whether several of them stand in one place as a badge.
    pinned
        Whether signs of statements or forces stand beside their places, each with a tail to it.
    said
        The towns beyond the map in which statements were made whose signs stand at its edge.
    chosen
        Whether a ring is around the statement whose words are told.
    arcs
        Whether a line leads from a statement to whom it names.
    forces
        Of each sign of forces its class and camp.
    crowds
        Whether many of them stand folded, as their number.
    """

    layers: Sequence[str] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    land: bool = False
    joined: Sequence[str] = ()
    here: Sequence[str] = ()
    edge: Sequence[str] = ()
    away: Sequence[str] = ()
    beyond: Sequence[str] = ()
    others: Sequence[str] = ()
    as_part: bool = False
    outlined: Sequence[str] = ()
    fronts: Sequence[str] = ()
    soviet: bool = False
    moscow: str = ""
    union: bool = False
    nothing: Sequence[str] = ()
    over: Mapping[str, Sequence[str]] = field(default_factory=dict)
    laid_over: str = ""
    draft: str = ""
    west_berlin: str = ""
    berlin_covered: bool = False
    nearest: str = ""
    statements: Sequence[Mapping[str, Any]] = ()
    folded: bool = False
    pinned: bool = False
    said: Sequence[str] = ()
    chosen: bool = False
    arcs: bool = False
    forces: Sequence[Mapping[str, str]] = ()
    crowds: bool = False
    statuses: Mapping[str, str] = field(default_factory=dict)
    called: Mapping[str, str] = field(default_factory=dict)
    unseen: Sequence[str] = ()
