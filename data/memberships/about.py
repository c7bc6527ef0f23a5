"""What `membership.toml` tells of a membership, read strictly."""

import string
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

from data.gate.files import in_utf8, missing, read_within
from data.gate.limits import MOST_TOML_BYTES
from data.gate.problems import GateError
from data.gate.text import first_unfit, named, shown
from data.gate.toml import admitted
from data.memberships.value import Status
from data.vocabulary import Status as NatoStatus
from data.words import words

ABOUT = "membership.toml"
Toml = dict[str, Any]
REQUIRED: dict[str, type] = {
    "title": str,
    "short": str,
    "first_day": date,
    "as_of": date,
    "views": list,
    "status": list,
}
OPTIONAL: dict[str, type] = {"note": str, "with_state": list, "apart": list, "headline": dict}
KINDS = {str: "a text", date: "a date", list: "a list", dict: "a table", int: "a whole number", bool: "true or false"}
STATUS: dict[str, type] = {"key": str, "label": str, "meaning": str, "colour": int, "member": bool}
NONE = str(NatoStatus.NONE)
VERBS = tuple(each.name for each in fields(Status) if each.name not in STATUS)


@dataclass(frozen=True)
class About:
    """The file as values; `statuses` in order of closeness."""

    title: str
    short: str
    first_day: date
    as_of: date
    views: tuple[str, ...]
    statuses: tuple[Status, ...]
    headline: dict[str, str]
    note: str
    with_state: frozenset[str]
    apart: frozenset[str]


TOML = "TOML in UTF-8"


def read_about(path: Path, file: str, problems: list[str]) -> About | None:
    """What a file tells, or None, with a sentence for each reason."""
    try:
        raw = read_within(path, MOST_TOML_BYTES, file)
        found, _ = admitted(in_utf8(raw, file, TOML), file, expected=TOML)
    except FileNotFoundError:
        problems.append(missing(path, "what the membership is", file))
        return None
    except OSError as error:
        problems.append(f"{file}: {error.strerror}; expected a file that can be read")
        return None
    except GateError as error:
        problems.append(str(error))
        return None
    return about_of(found, file, problems)


def about_of(found: Toml, file: str, problems: list[str]) -> About | None:
    """The same of a table that lay in no file."""
    known = len(problems)

    def tell(wrong: str) -> None:
        problems.append(f"{file}: {wrong}")

    _check_keys(found, REQUIRED, OPTIONAL, tell)
    if len(problems) > known:
        return None
    for key in ("views", "with_state", "apart"):
        _check_texts(key, found.get(key, []), tell)
    if found["first_day"] > found["as_of"]:
        tell(f"first_day is {found['first_day']}, as_of {found['as_of']}; expected a day up to as_of")
    _check_headline(found.get("headline", {}), tell)
    statuses = _statuses(found["status"], file, problems)
    if len(problems) > known:
        return None
    return About(
        found["title"],
        found["short"],
        found["first_day"],
        found["as_of"],
        tuple(found["views"]),
        statuses,
        found.get("headline", {}),
        found.get("note", ""),
        frozenset(found.get("with_state", ())),
        frozenset(found.get("apart", ())),
    )


Tell = Callable[[str], None]


def _check_keys(found: Toml, required: dict[str, type], optional: dict[str, type], tell: Tell) -> None:
    for key, kind in (required | optional).items():
        if key not in found:
            if key in required:
                tell(f"no {key}; expected {KINDS[kind]}")
        elif not _is(found[key], kind):
            tell(f"{key} is {shown(found[key])}; expected {KINDS[kind]}")
        elif kind is str and (problem := _unfit(found[key])):
            tell(f"{key} {problem}")
    for key in found.keys() - required.keys() - optional.keys():
        tell(f"unknown {key}; expected one of {', '.join(required | optional)}")


def _is(value: object, kind: type) -> bool:
    if isinstance(value, datetime) or (kind is int and isinstance(value, bool)):
        return False
    return isinstance(value, kind)


def _unfit(text: str) -> str:
    if not text.strip():
        return "is empty; expected a text"
    return f"has {named(sign)}; expected a text in one line" if (sign := first_unfit(text)) else ""


def _check_texts(key: str, found: list[object], tell: Tell) -> None:
    for value in found:
        if not isinstance(value, str) or _unfit(value):
            tell(f"{key} has {shown(value)}; expected texts")
    if key == "views" and not found:
        tell("views is empty; expected the view shown at first")


def _check_headline(found: Toml, tell: Tell) -> None:
    """A sentence may be put in place of one there is, and fill in what that one fills in."""
    known = words()["membership"]["headline"]
    for key, text in found.items():
        if key not in known:
            tell(f"headline.{key} is unknown; expected one of {', '.join(known)}")
        elif not isinstance(text, str) or _unfit(text):
            tell(f"headline.{key} is {shown(text)}; expected a text in one line")
        elif problem := _braces(text, known[key]):
            tell(f"headline.{key} {problem}")


def _braces(text: str, model: str) -> str:
    """What is wrong with the {braces} of a text that stands in for another."""
    try:
        used, allowed = (_filled_in(each) for each in (text, model))
    except ValueError as error:
        return f"cannot be filled in: {error}; expected words and {{braces}}"
    if used <= allowed:
        return ""
    return f"fills in {', '.join(sorted(used - allowed))}; expected {', '.join(sorted(allowed)) or 'nothing'}"


def _filled_in(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _statuses(found: Iterable[Any], file: str, problems: list[str]) -> tuple[Status, ...]:
    statuses: list[Status] = []
    default = words()["membership"]["verb"]
    for number, given in enumerate(found, start=1):
        known = len(problems)

        def tell(wrong: str, number: int = number) -> None:
            problems.append(f"{file} status {number}: {wrong}")

        if not isinstance(given, dict):
            tell(f"{shown(given)}; expected a table")
            continue
        _check_keys(given, STATUS, dict.fromkeys(VERBS, str), tell)
        for verb in given.keys() & set(VERBS):
            if isinstance(given[verb], str) and (problem := _braces(given[verb], "{names}")):
                tell(f"{verb} {problem}")
        if len(problems) > known:
            continue
        verbs = default["member" if given["member"] else "other"]
        told = {verb: given.get(verb, verbs[verb].replace("{label}", given["label"])) for verb in VERBS}
        statuses.append(Status(**{key: given[key] for key in STATUS}, **told))
    for status in statuses:
        if status.key == NONE:
            problems.append(f"{file}: a status is called {NONE}; expected another key: it is that of who has none")
        if status.colour < 1:
            problems.append(f"{file}: colour {status.colour} of {status.key}; expected a place on the ramp, from 1")
    for what in ("key", "colour"):
        values = [getattr(status, what) for status in statuses]
        for twice in sorted({value for value in values if values.count(value) > 1}):
            problems.append(f"{file}: {what} {twice} stands in two statuses; expected each once")
    if statuses and not any(status.member for status in statuses):
        problems.append(f"{file}: no status with member = true; expected one whose countries are counted as members")
    if not found:
        problems.append(f"{file}: no status; expected at least one")
    return tuple(statuses)
