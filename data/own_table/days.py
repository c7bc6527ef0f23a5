"""Days as people write them: each cell read with the day first and with the month first, at the precision it has."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from data.kept_short import kept_short

MONTHS = Path(__file__).parent.parent / "cldr" / "months.toml"
FIRST_YEAR = 1500
LAST_YEAR = 2200
FIRST_SERIAL = 10_000
LAST_SERIAL = 80_000
CENTURY = 100
NONE = frozenset(
    """
    -, --, ---, –, —, ―, ., …, ..., ?, /, x, n/a, n.a., n. a., na, nan, nat, none, null, nil, nothing, not applicable,
    open, present, today, now, current, currently, ongoing, to date, unknown, never, 0000-00-00, heute, bis heute,
    offen, laufend, presente, hasta la fecha, actualidad, actual, oggi, attuale, in corso, aujourd'hui, présent,
    à ce jour, en cours, obecnie, dziś, nadal, do dziś, brak, н.в., наст., настоящее время, по настоящее время,
    до сих пор, нет, сьогодні, дотепер, немає
    """.replace("\n", " ")
    .replace("     ", " ")
    .strip()
    .replace(", ", ",")
    .split(",")
)
"""What people write where there is no day."""
SINCE = re.compile(
    r"^(?:since|from|as of|depuis(?: le)?|a partir du|des le|le|seit(?: dem)?|ab(?: dem)?|am|desde(?: el)?|el|"
    r"dal(?:l['’])?|il|od|dnia|с|з|від|fra|fran|joined|acceded|founding member|founder|c\.|ca\.?|circa|около|on)\s+",
    re.IGNORECASE,
)
UNTIL = re.compile(
    r"^(?:until|till|to|up to|left|bis(?: zum)?|jusqu['’]?(?:en|au|a)?|hasta(?: el)?|fino al?|do|до|по)\s+",
    re.IGNORECASE,
)
RANGE = re.compile(
    r"\s*[–—―]\s*|\s+-\s+|\s+(?:to|until|till|bis|au|a|hasta|al|do|по|до)\s+|(?<=^\d{4})-(?=\d{4}$)|(?<=^\d{4})/(?=\d{4}$)"
)
FOOTNOTE = re.compile(
    r"<sup>.{0,40}?</sup>|\[[\w\s]{1,20}\]|[\u00b9\u00b2\u00b3\u2070-\u2079*†‡§#]+|\{\{[^{}]*\}\}", re.IGNORECASE
)
REMARK = re.compile(r"\([^()]*\)")
CLOCK = re.compile(r"[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$|(?<=\d)T00.*$")
YEAR_WORDS = re.compile(r"\s*(?:г\.?|год\w*|р\.?|рік|року|roku|r\.|a\.?d\.?|ce|年)$")
YEAR = r"(?P<year>\d{4}|['’]?\d{2})"
FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<year>\d{4})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})\.?",
        r"(?P<year>\d{4})[-./](?P<month>\d{1,2})",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        r"(?P<year>\d{4})年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?)?",
        r"(?P<year>\d{4})",
        rf"(?P<day>\d{{1,2}})\s*(?:st|nd|rd|th|er|\.|º|ª|°|-е|-го)?[\s-]*(?:of |de |d['’]|di )?(?P<name>[^\W\d_]+)"
        rf"\.?[\s,/-]*(?:de |del |of )?{YEAR}",
        rf"(?P<name>[^\W\d_]+)\.?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{YEAR}",
        rf"(?P<name>[^\W\d_]+)\.?[\s,-]*(?:de |del |of )?{YEAR}",
        r"(?P<year>\d{4})[.,]?[\s-]+(?P<name>[^\W\d_]+)\.?(?:[\s-]+(?P<day>\d{1,2})\.?)?",
        r"(?P<month>\d{1,2})[./-](?P<year>\d{4})",
    )
)
YEARS = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
NUMBERS = re.compile(rf"(\d{{1,2}})\s*([./ -])\s*(\d{{1,2}})\s*\2\s*{YEAR}\.?")


@dataclass(frozen=True)
class Span:
    """From when until when, each as `1994`, `1994-02`, `1994-02-08` or "" for not told."""

    start: str = ""
    end: str = ""


@dataclass(frozen=True)
class Habits:
    """How the numbers of a table are meant."""

    day_zero: date
    newest_short_year: int
    """The last year that two digits can mean: of `26` and `27` one is 2026, the other 1927."""


@dataclass(frozen=True)
class Dated:
    """What a cell says, with the day first and with the month first; None where it says no day that way."""

    day_first: Span | None
    month_first: Span | None
    has_short_year: bool = False

    @property
    def is_readable(self) -> bool:
        """Whether it says a day at all, or that there is none."""
        return self.day_first is not None or self.month_first is not None

    @property
    def is_open(self) -> bool:
        """Whether it says two days."""
        return (
            self.is_readable and self.day_first != self.month_first and None not in (self.day_first, self.month_first)
        )


NOTHING = Dated(Span(), Span())


def dated(cell: str, habits: Habits) -> Dated:
    """What a cell says; `Span()` for nothing, None for what is no day."""
    return _dated(habits, cell)


@kept_short(1 << 14)
def _dated(habits: Habits, cell: str) -> Dated:
    text = YEAR_WORDS.sub("", cleaned(cell))
    if not text or text.casefold() in NONE:
        return NOTHING
    short = bool(re.search(r"(?:^|\D)\d{2}\D+\d{2}$|[^\W\d][\s,'’-]+\d{2}$", text))
    return Dated(_span(text, habits, day_first=True), _span(text, habits, day_first=False), short)


def cleaned(cell: str) -> str:
    """A cell without footnote marks, remarks in brackets and times of day."""
    text = without_footnotes(cell)
    text = CLOCK.sub("", (REMARK.sub(" ", text).strip() or text).strip())
    return " ".join(text.split()).strip(" ;,")


def days_within(cell: str, habits: Habits) -> tuple[str, ...]:
    """The days that a cell with more than one of them names, else the years; each once."""
    words = [word.strip(",;") for word in cleaned(cell).split()]
    found, place = [], 0
    while place < len(words):
        for many in (3, 2, 1):
            text = " ".join(words[place : place + many])
            if YEARS.search(text) and (day := _single(text, habits, day_first=True)):
                found.append(day)
                place += many - 1
                break
        place += 1
    return tuple(dict.fromkeys(found or YEARS.findall(cell)))


def without_footnotes(cell: str) -> str:
    """A cell without marks of footnotes."""
    return " ".join(FOOTNOTE.sub(" ", cell).split())


def _span(text: str, habits: Habits, *, day_first: bool) -> Span | None:
    if (single := _single(text, habits, day_first=day_first)) is not None:
        return Span(single)
    parts = RANGE.split(text, maxsplit=1)
    if len(parts) == 2:  # noqa: PLR2004
        ends = [_end(SINCE.sub("", part.strip()), habits, day_first=day_first) for part in parts]
        return None if None in ends or not any(ends) else Span(ends[0] or "", ends[1] or "")
    if UNTIL.match(text):
        until = _single(UNTIL.sub("", text), habits, day_first=day_first)
        return None if until is None else Span("", until)
    since = SINCE.sub("", SINCE.sub("", text))
    found = _single(since, habits, day_first=day_first) if since != text else None
    return None if found is None else Span(found)


def _end(text: str, habits: Habits, *, day_first: bool) -> str | None:
    if not text or text.casefold() in NONE:
        return ""
    return _single(YEAR_WORDS.sub("", text), habits, day_first=day_first)


def _single(text: str, habits: Habits, *, day_first: bool) -> str | None:
    if found := NUMBERS.fullmatch(text):
        one, sign, two = found[1], found[2], found[3]
        day, month = (one, two) if day_first or sign == "." else (two, one)
        return told(_year(found["year"], habits), month, day)
    if re.fullmatch(r"\d{5}(?:\.\d+)?", text) and FIRST_SERIAL <= float(text) <= LAST_SERIAL:
        return (habits.day_zero + timedelta(days=int(float(text)))).isoformat()
    for form in FORMS:
        if found := form.fullmatch(text):
            given = found.groupdict()
            month = given.get("month") or month_of(given.get("name") or "")
            if given.get("name") and not month:
                continue
            return told(_year(given["year"], habits), month or "", given.get("day") or "")
    return None


def _year(text: str, habits: Habits) -> int:
    year = int(text.lstrip("'’"))
    if year >= CENTURY:
        return year
    century = habits.newest_short_year // CENTURY * CENTURY
    return century + year if century + year <= habits.newest_short_year else century - CENTURY + year


def told(year: int, month: str = "", day: str = "") -> str | None:
    """A date at the precision it has, or None where the calendar has none such."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        whole = date(year, int(month or 1), int(day or 1))
    except ValueError:
        return None
    text = whole.isoformat()
    return text if day else text[:7] if month else text[:4]


def month_of(name: str) -> str:
    """The number of a month by its name in one of many languages, "" for another word."""
    return _months().get(_plain(name), "")


@cache
def _months() -> dict[str, str]:
    names: dict[str, list[str]] = tomllib.loads(MONTHS.read_text(encoding="utf-8"))["names"]
    return {_plain(name): number for number, called in names.items() for name in called}


def _plain(name: str) -> str:
    signs = unicodedata.normalize("NFD", name.casefold())
    return "".join(sign for sign in signs if not unicodedata.combining(sign)).strip(".")


def next_after(text: str) -> str:
    """The day, month or year after one, at the same precision."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return f"{parts[0] + 1:04}"
    if len(parts) == 2:  # noqa: PLR2004
        return f"{parts[0] + parts[1] // 12:04}-{parts[1] % 12 + 1:02}"
    return (date.fromisoformat(text) + timedelta(days=1)).isoformat()
