"""Pictures of days that a page may ask for by name: the small map of one, an article's reach, two side by side.

Of a membership the small map of a day, and two of them side by side.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial

from data.drafts import articles
from data.export import asked_day
from data.memberships.compare import Comparison, compared
from data.memberships.shipped import shipped, shipped_ids
from data.memberships.value import Membership
from data.picture import picture_on
from data.tables import Tables
from geo.drawing.draft_map import WIDTH, draft_map
from geo.drawing.key import Row
from geo.drawing.offered import views_for
from geo.drawing.palette import THEMES
from geo.drawing.svg import dots, in_few_colours, png
from geo.pair import Pair, SideBySide
from geo.pair_of_memberships import PairOfMemberships, map_of, picture_of_any
from geo.picture import SMALL, numbers_of, svg

DAY, THEME = r"\d{4}-\d{2}-\d{2}", "|".join(THEMES)
LOOK = "(?P<look>small|named)"
SMALL_NAME = re.compile(rf"{LOOK}-(?P<day>{DAY})-(?P<theme>{THEME})\.png")
DRAFT_NAME = re.compile(rf"draft-(?P<article>[a-z]+-\d)-(?P<day>{DAY})-(?P<theme>{THEME})\.png")
PAIR_NAME = re.compile(rf"eastward-(?P<day>{DAY})-and-(?P<other>{DAY})-(?P<theme>{THEME})\.(?P<form>png|svg|pptx)")
ID = "[a-z_]{1,40}"
MEMBERSHIP_NAME = re.compile(rf"{LOOK}-(?P<id>{ID})-in-(?P<view>{ID})-(?P<day>{DAY})-(?P<theme>{THEME})\.png")
MEMBERSHIPS_NAME = re.compile(
    rf"eastward-(?P<first>{ID})-and-(?P<second>{ID})-(?P<day>{DAY})-(?P<theme>{THEME})\.(?P<form>png|svg|pptx)"
)
PAIR_FORMS = ("png", "svg", "pptx")
SHEETS = {"small": replace(SMALL, base=24, least=20), "named": SMALL}
"""By look: half as large as drawn, on a phone or nine on a page, with the few names that can be read there; and as
large, with more of them."""
NAMES, LAYERS = ("names",), ("front", "names")
"""The layer of names, and those of a small map of a day."""
WIDTHS = {"small": 960, "named": 1280}  # px of a picture, for screens of more than one dot to the pixel
PAIR_WIDTH = 2560
KEPT = 64
"""Maps whose numbers are kept: a page tells them beneath."""

Make = Callable[[], bytes]


def day_picture(name: str, tables: Tables) -> Make | None:
    """What makes the picture of this name; None where there is none, or none of such a day."""
    match = next(filter(None, (form.fullmatch(name) for form in (SMALL_NAME, DRAFT_NAME, PAIR_NAME))), None)
    if match is None:
        return _memberships_picture(name)
    given = match.groupdict()
    days = [_day(given[key], tables) for key in ("day", "other") if key in given]
    if None in days or given.get("article", ANY) not in {ANY, *(article.id for article in articles(tables))}:
        return None
    asked, theme = [day for day in days if day], given["theme"]
    if match.re is SMALL_NAME:
        return lambda: small_picture(asked[0], theme, tables, given["look"])
    if match.re is DRAFT_NAME:
        return lambda: png(draft_map(given["article"], asked[0], theme, tables), WIDTH)
    return lambda: _pair(Pair((asked[0], asked[1]), theme, tables), given["form"])


def _memberships_picture(name: str) -> Make | None:
    """The same for a picture of one membership, or of two."""
    if match := MEMBERSHIP_NAME.fullmatch(name):
        given = match.groupdict()
        day = _day_of(given["day"], given["id"])
        if day is None or given["view"] not in views_for(shipped(given["id"])):
            return None
        return partial(_small, shipped(given["id"]), day, given["view"], given["theme"], given["look"])
    if match := MEMBERSHIPS_NAME.fullmatch(name):
        given = match.groupdict()
        ids = given["first"], given["second"]
        day = _day_of(given["day"], *ids)
        if day is None:
            return None
        two = compared(shipped(ids[0]), shipped(ids[1]), day)
        return lambda: _pair(PairOfMemberships(two, given["theme"]), given["form"])
    return None


def _small(membership: Membership, day: date, view: str, theme: str, look: str) -> bytes:
    return _few(map_of(membership, day, view, theme, SHEETS[look], NAMES).svg(), WIDTHS[look])


@lru_cache(maxsize=KEPT)
def numbers_on(day: date, tables: Tables, look: str = "small") -> tuple[Row, ...]:
    """What tells the names for which numbers stand on the small map of a day, first that they do."""
    return numbers_of(picture_on(day, tables), "europe", LAYERS, SHEETS[look])


def membership_numbers(membership: Membership, day: date, view: str, look: str = "small") -> tuple[Row, ...]:
    """The same on the small map of a membership."""
    return numbers_of(picture_of_any(membership, day), view, NAMES, SHEETS[look])


def _day_of(text: str, *ids: str) -> date | None:
    """The day, where there are such memberships and all cover it."""
    if not set(ids) <= set(shipped_ids()):
        return None
    try:
        day = asked_day(text)
    except ValueError:
        return None
    return day if all(each.first_day <= day <= each.as_of for each in map(shipped, ids)) else None


ANY = ""


def draft_name(article: str, day: date, theme: str) -> str:
    """The name of the small map of an article."""
    return f"draft-{article}-{day}-{theme}.png"


def pair_name(days: tuple[date, date], theme: str, form: str) -> str:
    """The name of two days side by side, under which it is saved too."""
    return f"eastward-{min(days)}-and-{max(days)}-{theme}.{form}"


def named_name(day: date, theme: str) -> str:
    """The name of the map of a day that is shown as large as drawn."""
    return f"named-{day}-{theme}.png"


def membership_name(membership: Membership, day: date, view: str, theme: str, look: str = "small") -> str:
    """The name of the small map of a membership; `named` is shown as large as drawn."""
    return f"{look}-{membership.id}-in-{view}-{day}-{theme}.png"


def memberships_name(comparison: Comparison, theme: str, form: str) -> str:
    """The name of two memberships side by side, under which it is saved too."""
    return f"eastward-{comparison.first.id}-and-{comparison.second.id}-{comparison.day}-{theme}.{form}"


def small_picture(when: int | date, theme: str, tables: Tables, look: str = "small") -> bytes:
    """The small map of a year or a day as PNG; `named` has more names of countries."""
    return _few(svg(when, layers=LAYERS, theme=theme, sheet=SHEETS[look], tables=tables), WIDTHS[look])


def _few(text: str, width: int) -> bytes:
    """A drawing as PNG in few colours: a page shows nine of them."""
    return in_few_colours(dots(text, width))


def _pair(pair: SideBySide, form: str) -> bytes:
    if form == "pptx":
        from geo.publish.pair_slide import pair_pptx  # with python-pptx a tenth of a second, which no start waits for

        return pair_pptx(pair)
    text = pair.draw()
    return png(text, PAIR_WIDTH) if form == "png" else text.encode()


def _day(text: str, tables: Tables) -> date | None:
    try:
        day = asked_day(text)
    except ValueError:
        return None
    return day if tables.first_day <= day <= tables.as_of else None
