"""What a lesson has beside its stops: goals, key words, a misconception, questions before and after, and guidance.

`exit`, `guidance` and the right answers of `starter` are the teacher's: `head_payload` tells what a page may have.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, fields
from typing import Any

from data.gate.limits import MOST_TOML_BYTES
from data.gate.text import UNFIT, cut, first_unfit, named, shown
from data.named import Known, many_of_tables
from data.tables import Tables
from data.words import words

HEAD_LONGEST = {"title": 120, "subtitle": 200, "guidance": 1500}
"""Characters that a text of a whole lesson may have."""
GOAL_LONGEST = 140
MISCONCEPTION_LONGEST = {"text": 200, "answer": 400}
QUESTION_LONGEST = {"prompt": 160, "why": 300}
OPTION_LONGEST = 100
MOST_GOALS = 6
MOST_KEY_WORDS = 12
MOST_QUESTIONS = 6
"""As many can be asked before a lesson, and as many after it."""
OPTIONS = (2, 5)
"""How few and how many answers a question offers."""

MOST_NAMED = 100
"""Ids of units, layers or sources in one list."""

At = Callable[[str], str]
"""Where a field stands, as a sentence begins with it."""


class Unfinished(str):
    """A problem that a lesson in the making may have: it is told, and keeps nobody from going on."""


@dataclass(frozen=True)
class CheckQuestion:
    """A question with answers to choose from; `right` is the place of the right one, counted from 0."""

    prompt: str = ""
    options: tuple[str, ...] = ()
    right: int = 0
    why: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Misconception:
    """What a class often believes, and what is to be said to it."""

    text: str = ""
    answer: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Head:
    """All of a lesson but its stops; `key_words` are ids of the glossary."""

    title: str
    subtitle: str = ""
    _: KW_ONLY
    goals: tuple[str, ...] = ()
    key_words: tuple[str, ...] = ()
    misconception: Misconception = Misconception()
    guidance: str = ""
    starter: tuple[CheckQuestion, ...] = ()
    exit: tuple[CheckQuestion, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of what stands here, each once."""
        asked = (source for question in (*self.starter, *self.exit) for source in question.sources)
        return tuple(dict.fromkeys((*self.misconception.sources, *asked)))


HEAD_FIELDS = tuple(each.name for each in fields(Head))
QUESTIONS = ("starter", "exit")


def glossary() -> dict[str, dict[str, str]]:
    """The words that a lesson can have as its key words, by id: `term`, `name` and what it `says`."""
    return dict(words()["glossary"])


def head_of(found: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a head out of a table of TOML that has been checked."""
    made: dict[str, Any] = {key: found[key] for key in ("title", "subtitle", "guidance") if key in found}
    made |= {key: tuple(found[key]) for key in ("goals", "key_words") if key in found}
    if "misconception" in found:
        made["misconception"] = Misconception(**_tuples(found["misconception"]))
    return made | {
        key: tuple(CheckQuestion(**_tuples(each)) for each in found[key]) for key in QUESTIONS if key in found
    }


def _tuples(table: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in table.items()}


def head_table(head: Head) -> dict[str, Any]:
    """The same as a table for TOML; what is empty is left out, and tables stand after what is none."""
    values = {key: getattr(head, key) for key in HEAD_FIELDS}
    made = {key: list(value) if isinstance(value, tuple) else value for key, value in values.items() if value}
    made.pop("misconception", None)
    for key in QUESTIONS:
        made.pop(key, None)
    if head.misconception != Misconception():
        made["misconception"] = _plain(head.misconception)
    return made | {key: [_plain(each) for each in values[key]] for key in QUESTIONS if values[key]}


def _plain(value: CheckQuestion | Misconception) -> dict[str, Any]:
    found = {each.name: getattr(value, each.name) for each in fields(value)}
    return {name: list(each) if isinstance(each, tuple) else each for name, each in found.items() if each or each == 0}


def head_payload(head: Head, *, teacher: bool = True) -> dict[str, Any]:
    """A head as the browser reads it; a pupil's has no guidance, no exit questions and no answers to the starter."""
    glossed = glossary()
    made: dict[str, Any] = {
        "title": head.title,
        "subtitle": head.subtitle,
        "goals": list(head.goals),
        "key_words": [{"id": word, **glossed[word]} for word in head.key_words],
        "starter": [{"prompt": each.prompt, "options": list(each.options)} for each in head.starter],
    }
    if teacher:
        made["misconception"] = {"text": head.misconception.text, "answer": head.misconception.answer}
        made["guidance"] = head.guidance
        for key in QUESTIONS:
            made[key] = [_asked_payload(each) for each in getattr(head, key)]
    return made


def _asked_payload(question: CheckQuestion) -> dict[str, Any]:
    return {
        "prompt": question.prompt,
        "options": list(question.options),
        "right": question.right,
        "why": question.why,
        "sources": list(question.sources),
    }


# ---------------------------------------------------------------------- what a head must hold to


def head_problems_of(found: Mapping[str, Any], at: At, tables: Tables) -> Iterator[str]:
    """What is wrong with the head of a lesson as its file has it, one sentence each."""
    title = found.get("title", "")
    if isinstance(title, str) and not title.strip():
        yield Unfinished(f"{at('title')} {shown(title or 'nothing')}; expected the title of the lesson")
    yield from text_problems(found, HEAD_LONGEST, at)
    yield from _list_problems(found, "goals", MOST_GOALS, GOAL_LONGEST, at)
    known = Known(frozenset(glossary()), f"some of {', '.join(glossary())}")
    yield from id_problems(found, "key_words", known, MOST_KEY_WORDS, at)
    if "misconception" in found:
        yield from _misconception_problems(found["misconception"], at, tables)
    for key in QUESTIONS:
        asked = found.get(key, [])
        if not isinstance(asked, list) or not all(isinstance(each, dict) for each in asked):
            yield f"{at(key)} {shown(asked)}; expected [[{key}]]"
            continue
        if len(asked) > MOST_QUESTIONS:
            yield f"{at(key)} {len(asked)} questions; expected at most {MOST_QUESTIONS}"
        for number, question in enumerate(asked[:MOST_QUESTIONS], start=1):
            yield from _question_problems(question, _within(at, f"{key} {number}"), tables)


def text_problems(found: Mapping[str, Any], longest: Mapping[str, int], at: At) -> Iterator[str]:
    """What is wrong with texts, by the characters that each may have."""
    for key, most in longest.items():
        value = found.get(key, "")
        if not isinstance(value, str):
            yield f"{at(key)} {shown(value)}; expected text"
        elif len(value) > most:
            yield f"{at(key)} {len(value)} characters; expected at most {most}"
        elif sign := first_unfit(value, UNFIT):
            yield f"{at(key)} control character {named(sign)}; expected text"


def id_problems(found: Mapping[str, Any], key: str, known: Known, most: int, at: At) -> Iterator[str]:
    """What is wrong with a list of ids."""
    values = found.get(key, [])
    if not isinstance(values, list | tuple):
        yield f"{at(key)} {shown(values)}; expected a list: {known.expected}"
        return
    if len(values) > most:
        yield f"{at(key)} {len(values)} entries; expected at most {most}"
    unknown = [value for value in values if not isinstance(value, str) or value not in known.ids]
    if unknown:
        yield f"{at(key)} {cut(', '.join(map(repr, unknown)))}; expected {known.expected}"


def _within(at: At, place: str) -> At:
    return lambda key: at(f"{place}, {key}")


def _list_problems(found: Mapping[str, Any], key: str, most: int, longest: int, at: At) -> Iterator[str]:
    """What is wrong with a list of texts of which none is empty."""
    values = found.get(key, [])
    if not isinstance(values, list | tuple):
        yield f"{at(key)} {shown(values)}; expected a list of texts"
        return
    if len(values) > most:
        yield Unfinished(f"{at(key)} {len(values)} entries; expected at most {most}")
    for value in values:
        if isinstance(value, str) and len(value) > longest:
            yield Unfinished(f"{at(key)} {len(value)} characters; expected at most {longest}")
        elif isinstance(value, str) and not value.strip():
            yield Unfinished(f"{at(key)} an empty entry; expected text")
        yield from text_problems({key: value}, {key: MOST_TOML_BYTES}, at)


def _misconception_problems(found: object, at: At, tables: Tables) -> Iterator[str]:
    at_field = _within(at, "misconception")
    if not isinstance(found, Mapping):
        yield f"{at('misconception')} {shown(found)}; expected text and answer"
        return
    yield from _unknown(found, Misconception, at_field)
    yield from text_problems(found, MISCONCEPTION_LONGEST, at_field)
    yield from id_problems(found, "sources", many_of_tables(tables)["sources"], MOST_NAMED, at_field)
    for key in MISCONCEPTION_LONGEST:
        if isinstance(value := found.get(key, ""), str) and not value.strip():
            yield Unfinished(f"{at_field(key)} nothing; expected text")


def _question_problems(found: Mapping[str, Any], at: At, tables: Tables) -> Iterator[str]:
    yield from _unknown(found, CheckQuestion, at)
    yield from text_problems(found, QUESTION_LONGEST, at)
    yield from id_problems(found, "sources", many_of_tables(tables)["sources"], MOST_NAMED, at)
    if isinstance(prompt := found.get("prompt", ""), str) and not prompt.strip():
        yield Unfinished(f"{at('prompt')} nothing; expected a question")
    fewest, most = OPTIONS
    yield from _list_problems(found, "options", most, OPTION_LONGEST, at)
    options: Sequence[Any] = found.get("options", [])
    if not isinstance(options, list | tuple):
        return
    if len(options) < fewest:
        yield Unfinished(f"{at('options')} {len(options)}; expected {fewest} to {most} answers")
    if type(right := found.get("right", 0)) is not int:
        yield f"{at('right')} {shown(right)}; expected the place of the right answer, counted from 0"
    elif options and right not in range(len(options)):
        yield Unfinished(f"{at('right')} {shown(right)}; expected a place among the answers, 0 to {len(options) - 1}")


def _unknown(found: Mapping[str, Any], kind: type[CheckQuestion | Misconception], at: At) -> Iterator[str]:
    known = [each.name for each in fields(kind)]
    for key in found:
        if key not in known:
            yield f"{at(key)} unknown; expected one of {', '.join(known)}"
