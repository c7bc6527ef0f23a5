"""What stands under a small map."""

from collections.abc import Sequence

from data.memberships.told import joined_by
from data.picture import Picture
from data.sentences import listed
from geo.drawing.key import Row


def headline_of(picture: Picture) -> str:
    """The headline of a small map, on which few names can be read: it tells who joined, be they many."""
    title, names = picture.headline.title, joined_by(picture) if picture.joined else []
    return title if not names or any(name in title for name in names) else f"{title}: {listed(names)}"


def numbers_beneath(small: Sequence[Row], named: Sequence[Row] = ()) -> dict[str, Sequence[Row]]:
    """The lists of names for which numbers stand on a small map, by where it is seen in which look."""
    if small == named:
        return {"": small} if small else {}
    return {look: rows for look, rows in (("small", small), ("named", named)) if rows}
