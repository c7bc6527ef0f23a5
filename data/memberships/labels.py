"""What the statuses of a membership are called on a day; NATO's are named by the ways into them that hold then."""

from datetime import date

from data.called import bare_of, called_on
from data.memberships.nato import ID as NATO
from data.memberships.value import Membership
from data.vocabulary import StatusKey


def labels_on(membership: Membership, day: date) -> dict[StatusKey, str]:
    """By status, in order of closeness."""
    always = {status.key: status.label for status in membership.statuses}
    if membership.id != NATO:
        return always
    return always | {key: told.label for key, told in called_on(day, membership.tables).items()}


def label_of_one(membership: Membership, status: StatusKey, day: date) -> str:
    """The status of one country: without the ways into it, not all of which are its own."""
    if membership.id != NATO:
        return labels_on(membership, day)[status]
    return bare_of(status, called_on(day, membership.tables))
