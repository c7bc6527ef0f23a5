"""The rows that were taken, as the tables of a membership have them, and the membership that they make."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import PurePath
from typing import Any

from data.checks.rows import Row, Sheets
from data.dates import first_day, spelled_as_given
from data.gate.text import UNFIT_IN_LINE
from data.memberships.about import ABOUT, NONE, About, about_of
from data.memberships.columns import COLUMNS
from data.memberships.reader import membership_of
from data.memberships.value import Membership
from data.own_table.drafts import Draft
from data.own_table.history import History
from data.tables import TableError, Tables
from data.vocabulary import RAMP, Confidence, Seen
from data.words import phrase

MEMBER = "member"
BRACES = str.maketrans("{}", "()")
TAKEN = (MEMBER, NONE)
SOURCE = "S01"
LONGEST_TITLE = 80
LONGEST_LABEL = 40
MOST_COLOURS = len(RAMP)
"""Places on the ramp of colours: so many statuses can be told apart."""


@dataclass(frozen=True)
class Taken:
    """A row that was taken: who had which status from when until when, the end being the first day after."""

    row: int
    code: str
    name: str
    status: str
    start_on: str
    end_on: str
    of: str
    continues: str
    end_reason: str
    note: str
    on_ground_of: str = ""

    def remark(self) -> str:
        """What is to be known of how it is shown, "" for nothing."""
        if self.on_ground_of:
            return phrase("own_table", "remark", "ground", row=self.row, said=self.on_ground_of, name=self.name)
        if self.end_reason:
            day = spelled_as_given(self.end_on)
            return phrase("own_table", "remark", "ended", row=self.row, name=self.name, day=day)
        return ""


@dataclass(frozen=True)
class Look:
    """What a status is called, and its place on the ramp of colours; "" and 0 leave both as the table has them."""

    label: str = ""
    colour: int = 0


Looks = Mapping[str, Look]
"""By the word of the table; "" is plain membership."""


def taken_from(draft: Draft, history: History, names: dict[str, str]) -> Taken:
    """A draft with the name that the atlas has for it."""
    name = history.name_on(draft.code, draft.start, names)
    note = UNFIT_IN_LINE.sub(" ", draft.note).strip()
    return Taken(
        draft.row,
        draft.code,
        name,
        draft.status,
        draft.start,
        draft.end,
        draft.of,
        draft.continues,
        draft.end_reason,
        note,
        draft.on_ground_of,
    )


def membership_from(
    taken: Iterable[Taken],
    statuses: Mapping[str, bool],
    file: str,
    title: str,
    today: date,
    tables: Tables,
    looks: Looks | None = None,
) -> Membership:
    """The membership of these rows; raises TableError where there is none, or where they do not hold together."""
    taken = tuple(taken)
    about = about_rows(taken, statuses, title or title_of(file), today, looks)
    return membership_of(id_of(file), about, sheets_of(taken, statuses, file, today), tables)


def about_rows(
    taken: tuple[Taken, ...], statuses: Mapping[str, bool], title: str, today: date, looks: Looks | None = None
) -> About:
    """What a `membership.toml` would tell of these rows."""
    problems: list[str] = []
    about = about_of(about_table(taken, statuses, title, today, looks), ABOUT, problems)
    if about is None:
        raise TableError(problems)
    return about


def about_table(
    taken: tuple[Taken, ...], statuses: Mapping[str, bool], title: str, today: date, looks: Looks | None = None
) -> dict[str, Any]:
    """The same as it stands in the file: plain membership first, then the others that count, then the rest."""
    if not taken:
        raise TableError([phrase("own_table", "told", "nothing")])
    title = in_line(title, LONGEST_TITLE) or phrase("own_table", "told", "title")
    found = looks_of(statuses, looks or {})
    if len(found) > MOST_COLOURS:
        raise TableError([phrase("own_table", "told", "too_many_statuses", found=len(found), most=MOST_COLOURS)])
    days = [first_day(each) for row in taken for each in (row.start_on, row.end_on) if each]
    others = [status for status in found if status]
    told: list[dict[str, Any]] = [
        {
            "key": key_of_status(status, others) if status else MEMBER,
            "label": look.label,
            "meaning": phrase("own_table", "told", "status_meaning", status=in_line(status, LONGEST_TITLE))
            if status
            else phrase("own_table", "told", "member_meaning", title=title),
            "colour": look.colour,
            "member": statuses.get(status, True),
        }
        for status, look in found.items()
    ]
    return {
        "title": title,
        "short": title,
        "first_day": min(days),
        "as_of": _last_day(taken, days, today),
        "views": ["europe"],
        "status": told,
    }


def _last_day(taken: Iterable[Taken], days: list[date], today: date) -> date:
    """Today, a day to come that is told, or where all is over the end of its last year."""
    if all(row.end_on for row in taken):
        return max(min(today, date(max(days).year, 12, 31)), *days)
    return max(today, *days)


def looks_of(statuses: Mapping[str, bool], looks: Looks) -> dict[str, Look]:
    """By status, in the order of the map's key, what it is called and its colour, each colour once.

    Colours that were chosen stand before those that follow from the order.
    """
    order = ["", *sorted(statuses, key=lambda status: not statuses[status])]
    chosen: dict[int, str] = {}
    for status in order:
        if 1 <= (colour := looks.get(status, Look()).colour) <= MOST_COLOURS:
            chosen.setdefault(colour, status)
    free = (colour for colour in count(1) if colour not in chosen)
    given = {status: colour for colour, status in chosen.items()}
    called = {status: in_line(looks.get(status, Look()).label, LONGEST_LABEL) for status in order}
    plain = phrase("own_table", "told", "member")
    return {
        status: Look(
            called[status] or _capital(in_line(status, LONGEST_LABEL)) or plain, given.get(status) or next(free)
        )
        for status in order
    }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def in_line(text: str, longest: int) -> str:
    """A text of a person in one line, without signs that would fill in something."""
    return " ".join(UNFIT_IN_LINE.sub(" ", text).translate(BRACES).split())[:longest].strip()


def key_of_status(status: str, statuses: Iterable[str]) -> str:
    """The key of a status told in words: its place where its letters make none, or that of another."""
    listed = list(statuses)
    slug = re.sub(r"[^a-z0-9]+", "_", status.lower()).strip("_")
    place = listed.index(status)
    same = [other for other in listed[:place] if re.sub(r"[^a-z0-9]+", "_", other.lower()).strip("_") == slug]
    return f"status_{place + 2}" if not slug or same or slug in TAKEN else slug


def sheets_of(taken: tuple[Taken, ...], statuses: Mapping[str, bool], file: str, today: date) -> Sheets:
    """The tables of these rows; each rests on the file that they came from."""
    order = sorted(statuses, key=lambda status: not statuses[status])
    keys = {status: key_of_status(status, order) for status in order} | {"": MEMBER}
    members = [
        Row(
            "members.csv",
            line,
            dict.fromkeys((column.name for column in COLUMNS["members"]), "")
            | {
                "code": row.code,
                "name": row.name,
                "of": row.of,
                "continues": row.continues,
                "status": keys[row.status],
                "start_on": row.start_on,
                "end_on": row.end_on,
                "end_reason": row.end_reason,
                "note": row.note,
                "source_ids": SOURCE,
                "confidence": str(Confidence.KNOWN),
            },
        )
        for line, row in enumerate(taken, start=2)
    ]
    source = dict.fromkeys((column.name for column in COLUMNS["sources"]), "") | {
        "id": SOURCE,
        "producer": phrase("own_table", "told", "producer"),
        "title": PurePath(file).name or file,
        "date_accessed": today.isoformat(),
        "seen": str(Seen.SEEN),
    }
    return {"members": members, "events": [], "sources": [Row("sources.csv", 2, source)]}


def title_of(file: str) -> str:
    """A title from the name of a file."""
    return in_line(re.sub(r"[\s_-]+", " ", PurePath(file).stem), LONGEST_TITLE) or phrase("own_table", "told", "title")


def id_of(file: str) -> str:
    """An id from the name of a file."""
    return re.sub(r"[^a-z0-9]+", "-", PurePath(file).stem.lower()).strip("-") or "own"
