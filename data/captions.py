"""The headline of a year in the words of one side: NATO's or Moscow's, from `captions.toml`.

Only the caption changes, never a fact. Every loaded word names the statement that it was taken from.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import Any

from data.checks.cells import is_unfit, named
from data.headlines import Headline, headline, listed, number_word
from data.rounds import all_joiners, joiners, state_names
from data.tables import Tables, current_tables
from data.timeline import picture_day, segment_on
from data.vocabulary import EventKind, FormerBloc, Status, UnitKind

CAPTIONS = Path(__file__).parent / "captions.toml"
VOICES = ("nato", "moscow")
KINDS = ("founding", "eastward", "joined", "invited", "other", "quiet")
LOADED_KEYS = ("word", "meaning", "used_by", "statement")
FIELDS = ("n", "names", "join", "members", "title", "detail")
NAMED_AT_MOST = 3
NOT_ABOUT_MEMBERS = (EventKind.WAR, EventKind.CRISIS)


class CaptionError(ValueError):
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
        raise CaptionError(f"{path.name}: not found in {path.parent}; expected the captions of each side") from None
    except OSError as error:
        raise CaptionError(f"{path.name}: {error.strerror}; expected a file that can be read") from error
    except (ValueError, RecursionError) as error:
        raise CaptionError(f"{path.name}: {error}; expected TOML in UTF-8") from error
    _same_keys(path.name, found, VOICES)
    return tuple(_voice(f"{path.name} [{id_}]", id_, found[id_], tables) for id_ in VOICES)


def caption(voice: Voice, year: int, tables: Tables | None = None) -> Headline:
    """The headline of a year in the words of one side.

    Raises ValueError for a year the tables do not cover.
    """
    tables = tables or current_tables()
    neutral = headline(year, tables)
    kind, names = _kind(year, tables)
    template = voice.templates[kind]
    fields: dict[str, object] = {
        "n": number_word(len(names)),
        "names": listed(names) if 0 < len(names) <= NAMED_AT_MOST else f"{number_word(len(names))} countries",
        "join": "joins" if len(names) == 1 else "join",
        "members": sum(one.joined_on.year <= year for one in all_joiners(tables)),
        "title": neutral.title,
        "detail": neutral.detail,
    }
    return Headline(template.title.format(**fields), template.detail.format(**fields))


def kind_of(year: int, tables: Tables | None = None) -> str:
    """What kind of year it is: one of KINDS.

    Raises ValueError for a year the tables do not cover.
    """
    tables = tables or current_tables()
    picture_day(year, tables)
    return _kind(year, tables)[0]


@lru_cache(maxsize=256)
def _kind(year: int, tables: Tables) -> tuple[str, tuple[str, ...]]:
    """What kind of year it is, and the names of those who joined or were invited."""
    joined = joiners(year, tables)
    names = tuple(one.name for one in joined)
    if joined and joined[0].founder:
        return "founding", names
    if joined:
        blocs = dict(zip(tables.accessions["iso3"], tables.accessions["former_bloc"], strict=True))
        eastward = any(blocs[one.unit] != FormerBloc.NONE for one in joined)
        return "eastward" if eastward else "joined", names
    headlines = tables.events[tables.events["headline"] & ~tables.events["after_as_of"]]
    kinds = [row.kind for row in headlines.itertuples() if row.day.year == year]
    invited = _invited(year, tables)
    if invited and not any(kind in NOT_ABOUT_MEMBERS for kind in kinds):
        return "invited", invited
    return "other" if kinds else "quiet", ()


def _invited(year: int, tables: Tables) -> tuple[str, ...]:
    """The countries that became invitees between the pictures of two years."""
    if year == tables.first_year:
        return ()
    before, day, names = picture_day(year - 1, tables), picture_day(year, tables), state_names(tables)
    told = []
    for unit in tables.units.loc[tables.units["kind"] == UnitKind.COUNTRY, "unit"]:
        now = segment_on(tables, unit, day)
        if now.status == Status.INVITEE != segment_on(tables, unit, before).status:
            told.append(names[now.state])
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
        raise CaptionError(f"{where}: found {given!r}; expected a table with {', '.join(keys)}")
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
        raise CaptionError(f"{where}: {key} is {value!r}; expected text")
    if unfit := next(filter(is_unfit, value), ""):
        raise CaptionError(f"{where}: {key} has {named(unfit)}; expected text in one line")
    return value
