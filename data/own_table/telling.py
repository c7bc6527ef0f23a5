"""The rows that were taken, as the tables of a membership have them, and the membership that they make."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Any

from data.checks.rows import Row, Sheets
from data.dates import first_day
from data.gate.text import UNFIT_IN_LINE
from data.memberships.about import ABOUT, NONE, About, about_of
from data.memberships.columns import COLUMNS
from data.memberships.reader import membership_of
from data.memberships.value import Membership
from data.own_table.drafts import Draft
from data.own_table.history import History
from data.tables import TableError, Tables
from data.vocabulary import Confidence, Seen
from data.words import phrase

MEMBER = "member"
TAKEN = (MEMBER, NONE)
SOURCE = "S01"
LONGEST_TITLE = 80


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
    )


def membership_from(
    taken: Iterable[Taken], statuses: Mapping[str, bool], file: str, title: str, today: date, tables: Tables
) -> Membership:
    """The membership of these rows; raises TableError where there is none, or where they do not hold together."""
    taken = tuple(taken)
    about = about_rows(taken, statuses, title or title_of(file), today)
    return membership_of(id_of(file), about, sheets_of(taken, statuses, file, today), tables)


def about_rows(taken: tuple[Taken, ...], statuses: Mapping[str, bool], title: str, today: date) -> About:
    """What a `membership.toml` would tell of these rows."""
    problems: list[str] = []
    about = about_of(about_table(taken, statuses, title, today), ABOUT, problems)
    if about is None:
        raise TableError(problems)
    return about


def about_table(taken: tuple[Taken, ...], statuses: Mapping[str, bool], title: str, today: date) -> dict[str, Any]:
    """The same as it stands in the file: plain membership first, then the others that count, then the rest."""
    if not taken:
        raise TableError([phrase("own_table", "told", "nothing")])
    days = [first_day(each) for row in taken for each in (row.start_on, row.end_on) if each]
    order = sorted(statuses, key=lambda status: not statuses[status])
    told: list[dict[str, Any]] = [
        {
            "key": MEMBER,
            "label": phrase("own_table", "told", "member"),
            "meaning": phrase("own_table", "told", "member_meaning", title=title),
            "colour": 1,
            "member": True,
        }
    ]
    for place, status in enumerate(order, start=2):
        meaning = phrase("own_table", "told", "status_meaning", status=status)
        told.append(
            {
                "key": key_of_status(status, order),
                "label": status,
                "meaning": meaning,
                "colour": place,
                "member": statuses[status],
            }
        )
    return {
        "title": title,
        "short": title,
        "first_day": min(days),
        "as_of": max(today, *days),
        "views": ["europe"],
        "status": told,
    }


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
    words = re.sub(r"[\s_-]+", " ", UNFIT_IN_LINE.sub(" ", PurePath(file).stem)).strip()
    return words[:LONGEST_TITLE] or phrase("own_table", "told", "title")


def id_of(file: str) -> str:
    """An id from the name of a file."""
    return re.sub(r"[^a-z0-9]+", "-", PurePath(file).stem.lower()).strip("-") or "own"
