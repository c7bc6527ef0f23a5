"""What the browser knows of a membership other than NATO: facts of the same shape, without what only NATO has."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import groupby

from data.citation import citation_payload
from data.dates import spelled
from data.disputed_ground import calling_runs
from data.memberships.answers import (
    days_of_change,
    joiners,
    last_day_of,
    lost,
    members_on,
    name_on,
    opening_day,
)
from data.memberships.happenings import Happened, happened
from data.memberships.nato import nato
from data.memberships.pace import pace_of_membership
from data.memberships.picture import days_that_differ_of, picture_of, with_none
from data.memberships.reader import current_membership, membership_ids
from data.memberships.shipped import called
from data.memberships.unit_cards import UnitCard, unit_cards_of
from data.memberships.value import Membership, Status
from data.names import state_names
from data.pace import SHARES, STEP_MS
from data.picture import Picture
from data.report import report_payload
from data.runs import day_number, runs_of
from data.sentences import capitalised
from data.tables import Tables
from data.vocabulary import Status as NatoStatus
from data.words import Words, browser_words, phrase, words
from geo.drawing.offered import GLOBE, borders_of, laid_over_on, views_for
from geo.drawing.palette import strong_of
from geo.lesson.of_membership import lesson_of
from geo.wire.facts import source_told
from geo.wire.membership_look import membership_css, printed_of
from geo.wire.picture_runs import Course, PictureRuns
from geo.wire.signs import signs_payload
from geo.wire.strict_json import Json, flags

LAYERS = ("names",)
"""The one layer that is not NATO's own; ground in dispute is hatched always."""
DISPUTED, OVER = "disputed", "over"
OVER_WORDS = ("title", "none", "unknown", "failed")
"""Of what is laid over, those that the choice needs."""
NONE = str(NatoStatus.NONE)


def membership_facts(membership: Membership) -> Json:
    """A membership as the atlas reads it: units, years, words, its colours, and the picture of every day."""
    tables = membership.tables
    keys = [status.key for status in _in_order(membership)]
    pictures = PictureRuns(
        Course(
            tables,
            days_that_differ_of(membership),
            days_of_change(membership),
            partial(_picture, membership),
            [*keys, NONE],
        )
    )
    years = range(membership.first_day.year, membership.as_of.year + 1)
    return {
        "first": years[0],
        "last": years[-1],
        "first_day": tables.first_day.isoformat(),
        "as_of": membership.as_of.isoformat(),
        "version": tables.version,
        "statuses": [*keys, NONE],
        "strong": sorted(strong_of(membership)),
        "states": _state_names(membership),
        "units": [_unit(card, pictures, membership) for card in unit_cards_of(membership)],
        "years": list(_years(years, membership)),
        "pictures": {**pictures.payload(), "left_count": _left_count(membership)},
        "forces": [],
        "votes": [],
        "happenings": [],
        "rounds": list(_rounds(years, membership)),
        "eras": [],
        "statements": [],
        "disputed": calling_runs(tables),
        "called_bare": {},
        "west_berlin": [],
        "drafts": [],
        "voices": {},
        "citation": citation_payload(tables),
        "report": report_payload(tables) if is_ours(membership) else None,
        "pace": {"step_ms": STEP_MS, "shares": SHARES},
        "layers": list(LAYERS),
        "layers_shown": list(LAYERS),
        "words": words_of(membership),
        "stance_groups": [],
        **signs_payload((DISPUTED, OVER), printed_of(membership)),
        "membership": _about(membership),
    }


def _picture(membership: Membership, day: date) -> Picture:
    """The picture of a day, which counts those without a status, too: the legend explains their ground."""
    picture = picture_of(membership, day)
    return replace(picture, counts=with_none(picture))


def is_ours(membership: Membership) -> bool:
    """Whether a membership is one of the project's own, which the address may ask for, and not a person's."""
    return membership.id in membership_ids() and current_membership(membership.id) is membership


def choices(tables: Tables) -> Json:
    """The memberships to choose from, NATO first and the others by their names."""
    own = [current_membership(id_) for id_ in membership_ids()]
    others = sorted((_choice(one.id, one, views_for(one)) for one in own), key=lambda one: one["name"])
    all_ = [_choice("", nato(tables), views_for(None)), *others]
    said = words()["membership_choice"]
    over = {key: said["over"][key] for key in OVER_WORDS}
    beyond = [id_ for id_ in membership_ids() if id_ not in laid_over_on(None)]
    return {"title": said["title"], "all": all_, "over": {**over, "beyond": beyond, "widest": GLOBE}}


def _choice(id_: str, membership: Membership, views: Sequence[str]) -> Json:
    days = {"first": membership.first_day.isoformat(), "last": opening_day(membership).isoformat()}
    return {"id": id_, "name": called(membership), "views": list(views), **days}


def _in_order(membership: Membership) -> list[Status]:
    """The statuses as the legend has them: by their colours."""
    return sorted(membership.statuses, key=lambda status: status.colour)


def _about(membership: Membership) -> Json:
    ours, frame = is_ours(membership), words()["frame"]
    return {
        "id": membership.id if ours else None,
        "tab": frame["tab"].format(page=membership.title, name=frame["name"]),
        "members": [status.key for status in _in_order(membership) if status.member],
        "begins": day_number(membership.first_day, membership.tables),
        "opens": day_number(opening_day(membership), membership.tables),
        "css": membership_css(membership),
        "sources": {source.id: source_told(source, source.published) for source in membership.sources},
        "spoken": {key: told["label"] for key, told in _status_words(membership).items()},
        "table": f"memberships/{membership.id}/members" if ours else "",
        "start": phrase("lesson_page", "start", minutes=f"{lesson_of(membership).minutes:g}") if ours else "",
    }


def _state_names(membership: Membership) -> dict[str, str]:
    """The names of states, with those of countries that the atlas does not have."""
    known = state_names(membership.tables)
    others = membership.rows_of.keys() - known.keys()
    return known | {code: name_on(membership, code, membership.as_of) for code in sorted(others)}


def _rounds(years: range, membership: Membership) -> Iterator[Json]:
    """The years that brought or took members, as many as make the difference."""
    for year in years:
        joined, left = ([one.code for one in turned(membership, year)] for turned in (joiners, lost))
        if joined or left:
            total = len(members_on(membership, last_day_of(membership, year)))
            yield {"year": year, "units": joined, "left": left, "total": total}


def _left_count(membership: Membership) -> list[tuple[int, int]]:
    def left_by(day: date) -> int:
        return sum(change.day <= day for change in lost(membership, day.year))

    return runs_of(days_that_differ_of(membership), left_by, membership.tables)


# ---------------------------------------------------------------------- units and years


def _unit(card: UnitCard, pictures: PictureRuns, membership: Membership) -> Json:
    tables, known = membership.tables, {source.id for source in membership.sources}
    bars = [
        {
            "kind": bar.status,
            "label": bar.label,
            "status": bar.status,
            "listed": False,
            "detail": bar.whose,
            "start": bar.start,
            **({"end": bar.end} if bar.end else {}),
            **flags(unsure=bar.unsure),
            "from": day_number(bar.start_day, tables),
            "to": day_number(bar.end_day, tables) if bar.end else None,
        }
        for bar in card.stretches
    ]
    lines = [
        {
            "status": one.status,
            "whose": one.whose,
            "text": one.text,
            "notes": list(one.notes),
            **flags(unsure=one.unsure),
        }
        for one in card.stretches
    ]
    return {
        "id": card.unit,
        "name": card.name,
        "kind": card.kind,
        "of": card.of,
        "note": card.note,
        "bars": bars,
        "steps": [],
        "order": card.order,
        "notes": [],
        "sources": [source for source in card.sources if source in known],
        "runs": pictures.of_unit(card.unit, card.name),
        "told": [(day_number(day, tables), sentence.removesuffix(".")) for day, sentence in card.sentences],
        "stretches": lines,
    }


def _years(years: range, membership: Membership) -> Iterator[Json]:
    by_year = {year: list(group) for year, group in groupby(happened(membership), key=lambda one: one.day.year)}
    for year in years:
        yield {
            "year": year,
            "day": day_number(last_day_of(membership, year), membership.tables),
            "pace": str(pace_of_membership(year, membership)),
            "events": [_event(one, membership.tables) for one in by_year.get(year, [])],
        }


def _event(one: Happened, tables: Tables) -> Json:
    told = {"date": one.date, "day": day_number(one.day, tables), "title": one.title, "summary": one.summary}
    return {**told, **flags(unsure=one.unsure), "sign": ""}


# ---------------------------------------------------------------------- words


def words_of(membership: Membership) -> Words:
    """The words of the atlas, with what a membership says otherwise, and its statuses in place of those of NATO."""
    fields = {
        "title": membership.title,
        "short": membership.short,
        "Short": capitalised(membership.short),
        "first": spelled(membership.first_day),
        "last": spelled(membership.as_of),
    }
    told = deepcopy(browser_words())
    for topic, texts in words()["membership_atlas"].items():
        if topic not in ("status", "answer"):
            told[topic] |= {key: text.format(**fields) for key, text in texts.items()}
    told["footer"]["borders"] = borders_of(membership)
    return {**told, "status": _status_words(membership)}


def _status_words(membership: Membership) -> Words:
    return {
        **{one.key: {"label": one.label, "short": one.label, "explain": one.meaning} for one in _in_order(membership)},
        NONE: words()["membership_atlas"]["status"][NONE],
    }
