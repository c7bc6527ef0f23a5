"""What the address of a membership other than NATO tells those who show a link to it."""

from data.memberships.picture import labels_of, picture_of
from data.memberships.shipped import called
from data.memberships.value import Membership
from data.words import phrase
from geo.wire.asked import Asked


def membership_told(membership: Membership, asked: Asked, *, is_day_asked: bool) -> tuple[str, str]:
    """Title and description of a day; of the membership itself where no day is asked for."""
    if not is_day_asked:
        about = phrase("preview", "membership_about", title=membership.title)
        return phrase("preview", "page", page=membership.title), about
    picture = picture_of(membership, asked.day)
    when, headline = picture.when, picture.headline
    if not asked.country:
        name = called(membership)
        return phrase("preview", "membership", name=name, when=when, headline=headline.title), headline.detail
    unit = picture.units[asked.country]
    title = phrase("preview", "membership_country", membership=called(membership), name=unit.name, when=when)
    status = labels_of(membership)[unit.status]
    return title, phrase("preview", "country", status=status, when=when, headline=headline.title)
