"""What holds for NATO's maps holds for those of every other membership: names, keys, colours, and both renderers."""

import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from laid_names import laid_out

from data.memberships.answers import days_of_change, joiners
from data.memberships.picture import picture_of, with_none
from data.memberships.reader import current_membership, membership_ids
from data.memberships.value import Membership
from geo.drawing.layers import OF_ANY
from geo.drawing.offered import views_for
from geo.drawing.palette import THEMES, inks_of
from geo.picture import svg
from geo.wire.assets import current_assets

DESK, UPRIGHT, SHORT = [940, 560], [390, 292], [360, 220]
MOST_LOST = 2
ON_MAP = {"joined": "data-joined=", "disputed": 'data-hatch="disputed"'}


def told_days(membership: Membership) -> list[date]:
    """The first day, the day of the largest round, one on which somebody left or ended, and the last."""
    days = [day for day in days_of_change(membership) if day <= membership.as_of]
    largest = max(days, key=lambda day: len(joiners(membership, day.year)))
    return sorted({days[0], largest, days[len(days) // 2], membership.as_of})


def file(name: str) -> Any:
    return json.loads(current_assets().file(f"{name}.json").body)


@pytest.mark.slow
@pytest.mark.parametrize("id_", membership_ids())
def test_names_stand_apart_and_on_the_sheet_and_who_joins_is_named(id_: str, program: Callable[[str], str]) -> None:
    """On every day of the browser's that has somebody to name, on a desk and on phones."""
    membership = current_membership(id_)
    view = views_for(membership)[0]
    days = [day.isoformat() for day in told_days(membership)]
    found = laid_out(program("node"), file(f"facts-{id_}"), file(view), [DESK, UPRIGHT, SHORT], days)
    assert {layout["day"] for layout in found} >= set(days)
    assert [(layout["day"], layout["width"], layout["amiss"]) for layout in found if layout["amiss"]] == []
    assert [layout["day"] for layout in found if layout["crossing"] and layout["hasList"]] == []
    # On a phone the list beneath tells who has no room.
    lost = {(layout["width"], *layout["lost"]) for layout in found if layout["lost"]}
    assert all(width != DESK[0] and len(names) <= MOST_LOST for width, *names in lost), lost


@pytest.mark.parametrize("id_", membership_ids())
def test_a_picture_wears_its_statuses_and_its_key_explains_them_and_no_more(id_: str) -> None:
    membership = current_membership(id_)
    view, inks = views_for(membership)[0], inks_of(membership, "light")
    for day in told_days(membership):
        picture = picture_of(membership, day)
        text = svg(picture, view, OF_ANY)
        drawn, key = text[: text.index("<g data-key")], text[text.index("<g data-key") :]
        signs = re.findall(r'data-sign="(\w+)"', key)
        assert set(signs) & {*inks} == {status for status, count in with_none(picture).items() if count}, day
        for sign, mark in ON_MAP.items():
            assert (sign in signs) >= (mark in drawn), (day, sign)
        for tag in re.findall(r"<path ([^>]*data-unit=[^>]*)", text):
            path = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
            status = picture.units[path["data-unit"]].status
            assert (path["data-status"], path["fill"]) == (status, inks[status].fill), (day, path["data-unit"])


@pytest.mark.parametrize("id_", membership_ids())
def test_every_status_is_told_from_every_other_in_both_themes(id_: str) -> None:
    for theme in THEMES:
        fills = [ink.fill for ink in inks_of(current_membership(id_), theme).values()]
        assert len(fills) == len(set(fills))
