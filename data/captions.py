"""The headline of a year in the words of one side: NATO's or Moscow's, from `captions.toml`.

Only the caption changes, never a fact. Every loaded word names the statement that it was taken from.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import Any

from data.checks import HEADLINE_TITLE
from data.errors import DataError
from data.gate.text import first_unfit, named, shown
from data.headlines import Headline, headline_on
from data.membership import members_on
from data.names import Names
from data.rounds import joiners_up_to
from data.rows import rows, rows_with
from data.sentences import capitalised, in_sentence, listed, number_word
from data.tables import Tables, current_tables
from data.timeline import check_day, picture_day, segments_on
from data.vocabulary import EventKind, FormerBloc, Status, UnitKind

CAPTIONS = Path(__file__).parent / "captions.toml"
VOICES = ("nato", "moscow")
KINDS = ("founding", "eastward", "joined", "invited", "other", "quiet")
LOADED_KEYS = ("word", "meaning", "used_by", "statement")
FIELDS = ("n", "names", "join", "members", "title", "detail")
NAMED_AT_MOST = 3
NOT_ABOUT_MEMBERS = (EventKind.WAR, EventKind.CRISIS)


class CaptionError(DataError):
    """`captions.toml` does not hold together; the text says where, what was found and what was expected."""


@dataclass(frozen=True)
class LoadedWord:
    """A word that takes a side: what it means in plain words, who used it, and in which statement."""

    word: str
    meaning: str
    used_by: str
    statement: str
    quoted: bool
    """False where only our paraphrase of the statement has the word."""


@dataclass(frozen=True)
class Voice:
    """One side's words for a year."""

    id: str
    name: str
    explanation: str
    templates: Mapping[str, Headline]
    loaded: tuple[LoadedWord, ...]
    years: tuple[int, int]
    """The years of the first and the last statement that the words come from."""

    def used_in(self, kind: str) -> tuple[LoadedWord, ...]:
        """The loaded words that a year of this kind brings, in the order of the file."""
        text = f"{self.templates[kind].title} {self.templates[kind].detail}".lower()
        return tuple(loaded for loaded in self.loaded if loaded.word.lower() in text)


def voices(tables: Tables | None = None) -> tuple[Voice, ...]:
    """NATO's words and Moscow's; raises CaptionError where the file does not hold together."""
    return read_voices(tables or current_tables())


@lru_cache(maxsize=8)
def read_voices(tables: Tables, path: Path = CAPTIONS) -> tuple[Voice, ...]:
    """The voices of a file, checked against the statements; raises CaptionError."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CaptionError(
            f"{path.name}: not found in {path.parent.name}; expected the captions of each side"
        ) from None
    except OSError as error:
        raise CaptionError(f"{path.name}: {error.strerror}; expected a file that can be read") from error
    except (ValueError, RecursionError) as error:
        raise CaptionError(f"{path.name}: {error}; expected TOML in UTF-8") from error
    _same_keys(path.name, found, VOICES)
    return tuple(_voice(f"{path.name} [{id_}]", id_, found[id_], tables) for id_ in VOICES)


def caption(voice: Voice, day: date, tables: Tables | None = None) -> Headline:
    """The headline of a day in the words of one side.

    Raises ValueError for a day the tables do not cover.
    """
    tables = tables or current_tables()
    neutral = headline_on(day, tables)
    kind, names = _kind(day, tables)
    template = voice.templates[kind]
    counted = f"{number_word(len(names))} countries"
    named = listed(names) if 0 < len(names) <= NAMED_AT_MOST else counted
    fields: dict[str, object] = {
        "n": number_word(len(names)),
        "names": named,
        "join": "joins" if len(names) == 1 else "join",
        "members": len(members_on(day, tables)),
        "title": neutral.title,
        "detail": neutral.detail,
    }
    if len(template.title.format(**fields)) > HEADLINE_TITLE:
        fields["names"] = counted
    return Headline(capitalised(template.title.format(**fields)), capitalised(template.detail.format(**fields)))


def kind_on(day: date, tables: Tables | None = None) -> str:
    """What kind of year it has been up to a day: one of KINDS.

    Raises ValueError for a day the tables do not cover.
    """
    tables = tables or current_tables()
    check_day(day, tables)
    return _kind(day, tables)[0]


@lru_cache(maxsize=2048)
def _kind(day: date, tables: Tables) -> tuple[str, tuple[str, ...]]:
    """What kind of year it has been up to a day, and the names of those who joined or were invited."""
    joined = joiners_up_to(day, tables)
    names = tuple(in_sentence(one.name) for one in joined)
    if joined and joined[0].founder:
        return "founding", names
    if joined:
        blocs = dict(zip(tables.accessions["iso3"], tables.accessions["former_bloc"], strict=True))
        eastward = any(blocs[one.unit] != FormerBloc.NONE for one in joined)
        return "eastward" if eastward else "joined", names
    headlines = [row for row in rows(tables, "events") if row.headline and not row.after_as_of]
    kinds = [row.kind for row in headlines if row.day.year == day.year and row.day <= day]
    invited = _invited(day, tables)
    if invited and not any(kind in NOT_ABOUT_MEMBERS for kind in kinds):
        return "invited", invited
    return "other" if kinds else "quiet", ()


def _invited(day: date, tables: Tables) -> tuple[str, ...]:
    """The countries that became invitees between the picture of the year before and a day."""
    if day.year == tables.first_year:
        return ()
    before, today = (segments_on(tables, each) for each in (picture_day(day.year - 1, tables), day))
    names = Names.of(tables)
    told = []
    for row in rows_with(tables, "units", "kind", UnitKind.COUNTRY):
        now = today[row.unit]
        if now.status == Status.INVITEE != before[row.unit].status:
            told.append(in_sentence(names.of_state(now.state, day)))
    return tuple(told)


# ---------------------------------------------------------------------- the file, checked


def _voice(where: str, id_: str, given: object, tables: Tables) -> Voice:
    table = _same_keys(where, given, ("name", "explanation", *KINDS, "loaded"))
    if not isinstance(table["loaded"], list) or not table["loaded"]:
        raise CaptionError(
            f"{where}: loaded is {table['loaded']!r}; expected one [[{id_}.loaded]] for each loaded word"
        )
    templates = {kind: _template(f"{where} {kind}", table[kind]) for kind in KINDS}
    loaded = tuple(_loaded(f"{where} loaded {at}", entry, tables) for at, entry in enumerate(table["loaded"], start=1))
    days = dict(zip(tables.statements["id"], tables.statements["day"], strict=True))
    years = [days[entry.statement].year for entry in loaded]
    return Voice(
        id=id_,
        name=_text(where, "name", table),
        explanation=_text(where, "explanation", table),
        templates=templates,
        loaded=loaded,
        years=(min(years), max(years)),
    )


def _template(where: str, given: object) -> Headline:
    table = _same_keys(where, given, ("title", "detail"))
    texts = [_text(where, key, table) for key in ("title", "detail")]
    for text in texts:
        try:
            strange = [part for _, *part in Formatter().parse(text) if part[0] not in (None, *FIELDS) or any(part[1:])]
        except ValueError as error:
            raise CaptionError(f"{where}: {text!r} ({error}); expected only the fields {', '.join(FIELDS)}") from error
        if strange:
            raise CaptionError(f"{where}: {text!r}; expected only the fields {', '.join(FIELDS)}")
    return Headline(*texts)


def _loaded(where: str, given: object, tables: Tables) -> LoadedWord:
    table = _same_keys(where, given, LOADED_KEYS)
    word, meaning, used_by, statement = (_text(where, key, table) for key in LOADED_KEYS)
    quotes = dict(zip(tables.statements["id"], tables.statements["quote"], strict=True))
    if statement not in quotes:
        raise CaptionError(f"{where}: statement {statement!r} is not in statements.csv; expected the id of one that is")
    return LoadedWord(word, meaning, used_by, statement, quoted=word.lower() in quotes[statement].lower())


def _same_keys(where: str, given: object, keys: tuple[str, ...]) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise CaptionError(f"{where}: found {shown(given)}; expected a table with {', '.join(keys)}")
    missing, unknown = [key for key in keys if key not in given], [key for key in given if key not in keys]
    if missing or unknown:
        found = "; ".join(
            f"{word} {', '.join(names)}" for word, names in (("no", missing), ("unknown", unknown)) if names
        )
        raise CaptionError(f"{where}: {found}; expected {', '.join(keys)}")
    return given


def _text(where: str, key: str, table: Mapping[str, Any]) -> str:
    value = table[key]
    if not isinstance(value, str) or not value.strip():
        raise CaptionError(f"{where}: {key} is {shown(value)}; expected text")
    if unfit := first_unfit(value):
        raise CaptionError(f"{where}: {key} has {named(unfit)}; expected text in one line")
    return value
