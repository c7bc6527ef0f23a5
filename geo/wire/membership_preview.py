"""What the address of a membership other than NATO tells those who show a link to it."""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

from data.dates import spelled
from data.export import asked_day
from data.memberships.answers import last_day_of
from data.memberships.headlines import headline_on
from data.memberships.reader import current_membership, membership_ids
from data.memberships.shipped import called
from data.memberships.value import Membership
from data.words import phrase
from geo.drawing.offered import views_for
from geo.wire.asked import Given

MEMBERSHIP = "membership"


def membership_told(given: Given) -> tuple[str, str, str] | None:
    """Title, description and path for the membership that an address asks for; None where it asks for none of ours."""
    asked = dict(reversed([*given]))  # of one that stands twice the first counts, as in the atlas
    if asked.get(MEMBERSHIP) not in membership_ids():
        return None
    membership = current_membership(asked[MEMBERSHIP])
    day, when = _when(asked, membership)
    view = {"view": asked["view"]} if asked.get("view") in views_for(membership) else {}
    path = f"?{urlencode({MEMBERSHIP: membership.id, **when, **view})}"
    if not when:
        about = phrase("preview", "membership_about", title=membership.title)
        return phrase("preview", "page", page=membership.title), about, path
    told = headline_on(membership, day)
    spelled_when = when.get("year") or spelled(day)
    name = called(membership)
    return phrase("preview", "membership", name=name, when=spelled_when, headline=told.title), told.detail, path


def _when(asked: Mapping[str, str], membership: Membership) -> tuple[date, dict[str, str]]:
    """The day that an address asks for, and the parameter that says so; without one that fits, the last."""
    first, last = membership.first_day, membership.as_of
    try:
        day = asked_day(asked.get("day", ""))
    except ValueError:
        day = None
    if day and first <= day <= last:
        return day, {"day": day.isoformat()}
    year = asked.get("year", "")
    if year in map(str, range(first.year, last.year + 1)):
        return last_day_of(membership, int(year)), {"year": year}
    return last, {}
