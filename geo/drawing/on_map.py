"""What stands on a drawn map beside its fills: the picture of a day, drawn in a view, as far as it is seen."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from data.borders_in_time import RUSSIA
from data.disputed_ground import called_on
from data.forces import camp_of, sign_of
from data.ground_note import sentences_of
from data.memberships.laid_over import ground_of_members, told_of_members
from data.memberships.picture import labels_of, with_none
from data.memberships.shipped import shipped, union_day
from data.memberships.value import Membership
from data.picture import EAST_GERMANY, Picture
from data.rows import rows
from data.tables import Tables
from data.vocabulary import WEST_BERLIN, Overlay, StatusKey, WestBerlin
from data.words import phrase
from geo.drawing.ground import OnSheet
from geo.drawing.key import DRAFT, FORCES, OVER
from geo.drawing.label_layout import Box
from geo.drawing.members_beyond import members_beyond, others_beyond, told_beyond, told_of_others
from geo.drawing.on_a_map import OnMap
from geo.drawing.out_of_sight import (
    is_largely_seen,
    is_seen,
    news_here,
    sight_of,
    specks,
    statuses_beyond,
    without_place,
)
from geo.drawing.rings import main_rings, shows
from geo.drawing.sheet import Focus
from geo.drawing.statement_signs import StatementSigns

LEAST_LAND = 8
"""Px that are seen of a piece of land that is no unit; of less nobody could tell the colour."""


def on_map(
    facts: Picture,
    view: Mapping[str, Any],
    layers: Sequence[str],
    focus: Focus,
    signs: StatementSigns | None,
    sight: Box,
    on_sheet: OnSheet | None = None,
    *,
    k: float,
    is_shared: bool = False,
) -> OnMap:
    """What a key has to explain.

    Parameters
    ----------
    facts, view
        The picture of the day, and the drawing as `view_payload` gives it.
    layers
        The layers that are on.
    focus
        What the picture points at.
    signs
        The signs of statements that stand on it; None for none.
    sight
        The part of the view that the sheet shows, in units of the view; what lies beyond it needs no row.
    on_sheet
        The ground as the sheet shows it, where names stand on that or in a list.
    k
        Px that a unit takes as the map is read.
    is_shared
        Whether several maps have the key: it counts no others beyond the map, for that would be another's.
    """
    paths, tables, shown = view["paths"], facts.tables, signs.standing if signs else []

    borders = [id_ for id_, d in view["borders"].items() if not facts.is_inner(id_) and is_seen(d, sight)]
    joined = facts.joined if focus.news else ()
    gold = [unit for unit in joined if unit in paths and sight_of(view)(main_rings(paths[unit]), sight)]
    edge, away = without_place(facts, view, sight, on_sheet) if focus.news and not focus.blank else ([], [])
    here = news_here(facts, edge, away) if focus.news and not focus.blank else []
    unseen = statuses_beyond(facts, view, sight)
    other = shipped(focus.over) if focus.over else None
    under = _laid_over(facts, focus, other)
    asked = [*layers, OVER] if other else layers
    over = {name: _seen(units, paths, sight) for name, units in under.items()}
    over |= _disputed(facts, paths, over[Overlay.DISPUTED], borders, sight)
    outlined = (unit for unit in focus.units if unit not in joined and _seen(facts.outline_of(unit), paths, sight))
    divided = facts.west_berlin and EAST_GERMANY in paths and _lies_in(view["berlin"], sight)
    return OnMap(
        layers=layers,
        statuses=labels_of(facts.membership) if facts.membership else {},
        called=_called(facts, unseen, specks(facts, view, sight, k)),
        unseen=sorted(map(str, unseen)),
        counts={} if focus.blank else {str(status): n for status, n in with_none(facts).items()},
        land=not focus.blank and shows(view["land"], sight, LEAST_LAND / k),
        joined=gold,
        here=here,
        edge=edge,
        away=away,
        beyond=() if focus.blank else told_beyond(members_beyond(facts, view, sight, k), away),
        others=() if focus.blank or is_shared else told_of_others(facts, others_beyond(facts, view, sight, k, unseen)),
        as_part=not facts.joined_count,
        union=Overlay.EU in layers and facts.day >= union_day(),
        outlined=[facts.units[unit].name for unit in outlined],
        fronts=sorted({str(front) for id_ in borders if (front := facts.front_of(id_))}),
        soviet=facts.units[RUSSIA].state != RUSSIA,
        moscow=facts.state_name(facts.units[RUSSIA].state),
        nothing=[name for name in asked if not (facts.forces if name == FORCES else under.get(name))],
        over=over,
        laid_over=told_of_members(other, facts.day) if other and (over[OVER] or not under[OVER]) else "",
        draft=focus.draft,
        west_berlin=_west_berlin(tables) if divided else "",
        berlin_covered=bool(divided) and facts.west_berlin == WestBerlin.COVERED,
        statements=[{"stance": row.stance, "confidence": row.confidence, "folded": folded} for row, folded in shown],
        folded=any(folded for _, folded in shown),
        pinned=bool(signs and signs.pins),
        said=signs.beyond if signs else (),
        arcs=bool(focus.statement) and any(target in view["anchors"] for row, _ in shown for target in row.targets),
        forces=_forces_in(facts, view, sight),
    )


def _seen(units: Iterable[str], paths: Mapping[str, str], sight: Box) -> list[str]:
    return [unit for unit in units if unit in paths and is_seen(paths[unit], sight)]


def _laid_over(facts: Picture, focus: Focus, other: Membership | None) -> dict[str, Collection[str]]:
    """The ground of each pattern: of those that may lie over the map on a day, and of what is laid over it."""
    draft = {DRAFT: facts.drafts[focus.draft].ground} if focus.draft else {}
    members = {OVER: ground_of_members(other, facts.day)} if other else {}
    return {**{str(name): facts.overlays[name] for name in Overlay}, **draft, **members}


def _called(facts: Picture, unseen: Iterable[StatusKey], small: Mapping[StatusKey, str]) -> dict[StatusKey, str]:
    """What statuses are called on the day where that changes, and of those that nobody sees on the map why.

    They lie beyond it, or are too `small`.
    """
    called = {status: told.label for status, told in facts.called.items()}
    labels = labels_of(facts.membership) if facts.membership else {}
    for status in {*unseen, *small}:
        label = called.get(status) or labels.get(status) or phrase("status", status, "label")
        names = small.get(status)
        called[status] = phrase("key", "speck", label=label, names=names) if names else beyond(label)
    return called


def beyond(label: str) -> str:
    """What a status that is not in sight is called, or the title of news of which nothing is."""
    return phrase("key", "beyond", names=label)


def notes_on(facts: Picture, view: Mapping[str, Any], sight: Box) -> tuple[str, ...]:
    """What the legend says of the ground that is seen."""
    if not facts.ground_notes:
        return ()
    in_sight = sight_of(view)
    seen = {unit for unit, path in view["paths"].items() if in_sight(main_rings(path), sight)}
    return sentences_of(facts.ground_notes, seen)


def in_sight(frame: Box, k: float, x: float, y: float) -> Box:
    """The part of a view that a frame on the sheet shows: a unit takes `k` px, the view's corner lies at x and y."""
    return Box((frame.x - x) / k, (frame.y - y) / k, frame.width / k, frame.height / k)


def _disputed(
    facts: Picture, paths: Mapping[str, str], seen: Iterable[str], borders: Iterable[str], sight: Box
) -> dict[str, list[str]]:
    """The names of grounds in dispute in sight.

    Then those of whose borders one is in sight that is drawn dashed, and those without an outline where enough of the
    country is in which they lie.
    """
    titles = called_on(facts.ground_day, facts.tables)
    dashed = {unit for id_ in borders if facts.is_dashed(id_) for unit in id_.split("|")}
    undrawn = facts.overlays[Overlay.UNDRAWN]
    return {
        Overlay.DISPUTED: [titles[unit] for unit in seen],
        Overlay.DASHED: [titles[unit] for unit in facts.overlays[Overlay.DASHED] if unit in dashed],
        Overlay.UNDRAWN: [titles[unit] for unit in undrawn if unit in paths and is_largely_seen(paths[unit], sight)],
    }


def _forces_in(facts: Picture, view: Mapping[str, Any], sight: Box) -> list[dict[str, Any]]:
    """The forces of the day that stand in a part of a view."""
    standing = zip(rows(facts.tables, "forces"), view["forces"], strict=True)
    return [
        {"sign": sign_of(row), "camp": camp_of(row)}
        for row, at in standing
        if row.id in facts.forces and _lies_in(at, sight)
    ]


def _lies_in(point: Sequence[int], box: Box) -> bool:
    x, y = point
    return box.x <= x <= box.x + box.width and box.y <= y <= box.y + box.height


@lru_cache(maxsize=8)
def _west_berlin(tables: Tables) -> str:
    changes = (row for row in rows(tables, "territory_changes") if row.change_id == WEST_BERLIN)
    return next((str(row.territory) for row in changes), "")
