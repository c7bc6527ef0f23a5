"""How to cite a view of the atlas. No personal author is known, so the title comes first.

The templates stand once, in data/words: the browser receives them with the facts and fills in the same fields.
"""

from datetime import date

from data.dates import MONTHS
from data.words import words

_WORDS = words()["citation"]
WORK: str = _WORDS["work"]
TITLE: str = _WORDS["title"]
ROW: str = _WORDS["row"]
TEMPLATES: dict[str, str] = _WORDS["styles"]
"""By style: APA (7th edition) and ISO 690, title first."""


def title_of(part: str, row: str = "") -> str:
    """The title of a part of the work, `Europe in 2004`, with the row it rests on, `statements/<id>`, if any."""
    return TITLE.format(part=ROW.format(part=part, row=row) if row else part, work=WORK)


def apa(title: str, version: str, as_of: date, address: str, accessed: date) -> str:
    """A reference in the style of the APA; `title` as `title_of` gives it, or `WORK`."""
    return _filled("apa", title, version, as_of, address, accessed)


def iso690(title: str, version: str, as_of: date, address: str, accessed: date) -> str:
    """A reference after ISO 690; `title` as `title_of` gives it, or `WORK`."""
    return _filled("iso690", title, version, as_of, address, accessed)


def _filled(style: str, title: str, version: str, as_of: date, address: str, accessed: date) -> str:
    days = {
        f"{name}_{field}": value
        for name, day in (("as_of", as_of), ("accessed", accessed))
        for field, value in (("day", day.day), ("month", MONTHS[day.month - 1]), ("year", day.year))
    }
    return TEMPLATES[style].format(title=title, version=version, address=address, **days)
