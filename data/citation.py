"""How a part of the atlas is cited: for readers (APA, ISO 690), and for reference managers (BibTeX, RIS).

The templates stand once, in data/words: the browser receives them with the facts and fills in the same fields. What is
cited is an edition, which is what a library keeps; where it was read comes last, and only if the instance has an
address of its own (`EASTWARD_URL`): the host that somebody happens to use leads nobody else anywhere.
"""

import re
from datetime import date
from typing import Any

from data.dates import MONTHS
from data.settings import address
from data.tables import Tables
from data.words import phrase, words

_WORDS = words()["citation"]
AUTHOR: str = _WORDS["author"]
WORK: str = _WORDS["work"]
TITLE: str = _WORDS["title"]
ROW: str = _WORDS["row"]
STYLES: dict[str, list[str]] = _WORDS["styles"]
"""By style: APA (7th edition), ISO 690, BibTeX and RIS, each in pieces."""
ESCAPES: dict[str, str] = _WORDS["bibtex_escapes"]
VERBATIM = ("address", "key")
"""What BibTeX takes as it stands."""
_FIELD = re.compile(r"\{(\w+)\}")
_NO_KEY = re.compile(r"[^A-Za-z0-9.]+")


def edition_name(tables: Tables) -> str:
    """What an edition is called: its number, and that it is in preparation while its tables may change."""
    return tables.version if tables.is_published else phrase("citation", "open", number=tables.version)


def imprint(tables: Tables) -> str:
    """What stands at the foot of a picture, a slide or a page: the work and its edition."""
    return phrase("citation", "imprint", edition=edition_name(tables))


def title_of(part: str, row: str = "") -> str:
    """The title of a part of the work, `Europe in 2004`, with the row it rests on, `statements/<id>`, if any."""
    return _filled(TITLE, {"part": _filled(ROW, {"part": part, "row": row}) if row else part, "work": WORK})


def citation(style: str, title: str, path: str, accessed: date, tables: Tables) -> str:
    """A reference in a style of `STYLES`.

    `title` is as `title_of` gives it, or `WORK`; `path` as it stands behind the address of an instance:
    `countries?country=POL`.
    """
    base = address()
    fields = {
        "author": AUTHOR,
        "title": title,
        "edition": edition_name(tables),
        "key": _NO_KEY.sub("-", f"eastward-{tables.version}-{path}").strip("-"),
        "address": f"{base}{path}" if base else "",
        "path": "" if base else f"/{path}",
        **_days("edition", tables.edition_date),
        **_days("as_of", tables.as_of),
        **_days("accessed", accessed),
    }
    if style == "bibtex":
        escaped = str.maketrans(ESCAPES)
        fields = {name: text if name in VERBATIM else text.translate(escaped) for name, text in fields.items()}
    pieces = (piece for piece in STYLES[style] if all(fields[name] for name in _FIELD.findall(piece)))
    return "".join(_filled(piece, fields) for piece in pieces)


def _filled(template: str, fields: dict[str, str]) -> str:
    """A template with its fields; unlike `str.format` it leaves other braces alone, of which BibTeX is full."""
    return _FIELD.sub(lambda match: fields[match[1]], template)


def _days(name: str, day: date) -> dict[str, str]:
    iso = day.isoformat()
    told = {"day": str(day.day), "month": MONTHS[day.month - 1], "year": str(day.year)}
    told |= {"iso": iso, "slashed": iso.replace("-", "/")}
    return {f"{name}_{field}": value for field, value in told.items()}


def citation_payload(tables: Tables) -> dict[str, Any]:
    """What the browser cites with: the templates, the edition, the address of the instance or none."""
    templates = {name: _WORDS[name] for name in ("author", "work", "title", "row", "styles", "bibtex_escapes")}
    edition = {"edition": edition_name(tables), "date": tables.edition_date.isoformat()}
    return {**templates, **edition, "imprint": imprint(tables), "address": address()}
