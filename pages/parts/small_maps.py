"""What stands under a small map."""

from data.memberships.told import joined_by
from data.picture import Picture
from data.sentences import listed


def headline_of(picture: Picture) -> str:
    """The headline of a small map, on which few names can be read: it tells who joined, be they many."""
    title, names = picture.headline.title, joined_by(picture) if picture.joined else []
    return title if not names or any(name in title for name in names) else f"{title}: {listed(names)}"
