"""Whether the files beside the tables hold together with them: captions, cities, columns, words, lesson, shapes.

A folder that lacks one of them is checked with the project's own.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from data.captions import CaptionError, read_voices
from data.drafts import articles
from data.export import EVERY_TABLE, LIKE
from data.gate.problems import GateError
from data.gate.text import first_unfit, named, shown
from data.gate.toml import read_toml
from data.happenings import ARMS
from data.named import many_of_tables, one_of_tables
from data.schema import SCHEMA
from data.tables import FOLDER, Tables
from data.vocabulary import (
    FACT_CONFIDENCE,
    STATEMENT_CONFIDENCE,
    Bloc,
    City,
    Draft,
    Era,
    Form,
    Format,
    QuoteLanguage,
    Side,
    Stance,
    Status,
    TreatyEnd,
    UsedArticle,
)
from data.words import WordsError, read_words, words

Toml = dict[str, Any]
TRANSLATED = "translated-from-"


def beside_problems(folder: Path, tables: Tables) -> Iterator[str]:
    """Every problem of the files beside the tables, one sentence each."""
    for name, check in _CHECKS.items():
        yield from check(beside(folder, name), tables)


def beside(folder: Path, name: str) -> Path:
    """A file of a folder, or the project's own where the folder has none."""
    own = folder / name
    return own if own.exists() else FOLDER / name


def _captions(path: Path, tables: Tables) -> Iterator[str]:
    if problems := _toml(path)[1]:
        yield from problems
        return
    try:
        read_voices(tables, path)
    except CaptionError as error:
        yield str(error)


def _cities(path: Path, _tables: Tables) -> Iterator[str]:
    """Each city is known, and tells until when it had another name, with a source."""
    found, problems = _toml(path)
    yield from problems
    for city, told in found.items():
        if city not in set(City) or not isinstance(told, dict):
            yield f"{path.name}: unknown {city}; expected one of {', '.join(City)}"
            continue
        if type(until := told.get("until")) is not date:
            yield f"{path.name} [{city}]: until is {shown(until)}; expected a date"
        if city not in words().get("city_before", {}):
            yield f"{path.name} [{city}]: words have no city_before.{city}; expected its name before that day"
        if problem := _unfit(told.get("note")):
            yield f"{path.name} [{city}] note: {problem}"
        if not (sources := told.get("sources")) or not isinstance(sources, list):
            yield f"{path.name} [{city}]: no sources; expected one at least"
            continue
        for number, source in enumerate(sources, start=1):
            for key in ("producer", "title", "url"):
                if problem := _unfit(source.get(key) if isinstance(source, dict) else None):
                    yield f"{path.name} [{city}] source {number}, {key}: {problem}"


def _toml(path: Path) -> tuple[Toml, list[str]]:
    """What a file holds, or the sentence why it cannot be read."""
    try:
        return read_toml(path), []
    except OSError as error:
        return {}, [f"{path.name}: {error.strerror}; expected a file that can be read"]
    except GateError as error:
        return {}, [str(error)]


def _columns(path: Path, _tables: Tables) -> Iterator[str]:
    """Every column is explained, under its table, one like it or `every`, and nothing else is."""
    found, problems = _toml(path)
    if problems:
        yield from problems
        return
    every = found.get(EVERY_TABLE, {})
    columns = {table: {column.name for column in columns} for table, columns in SCHEMA.items()}
    columns[EVERY_TABLE] = set().union(*columns.values())
    for table, told in found.items():
        if table not in columns or not isinstance(told, dict):
            yield f"{path.name}: unknown {table}; expected {EVERY_TABLE} or a table"
            continue
        for column, text in told.items():
            if column not in columns[table]:
                yield f"{path.name} [{table}]: unknown column {column!r}; expected one of the table's"
            elif problem := _unfit(text):
                yield f"{path.name} [{table}] {column}: {problem}"
    for table in SCHEMA:
        explained = {*found.get(table, {}), *found.get(LIKE.get(table, ""), {}), *every}
        for column in sorted(columns[table] - explained):
            yield f"{path.name} [{table}]: no {column}; expected what the column means"


SEVERAL = {"era"}
"""Topics with a list of texts for each word: the first that has room is written."""


def _words(folder: Path, tables: Tables) -> Iterator[str]:
    """Every word of a closed list, every era and draft article has what a reader sees for it."""
    if problems := [problem for path in sorted(folder.rglob("*.toml")) for problem in _toml(path)[1]]:
        yield from problems
        return
    try:
        found = read_words(folder)
    except WordsError as error:
        yield f"words: {error}"
        return
    for key in _wanted(tables):
        node: Any = found
        for part in key.split("."):
            node = node.get(part) if isinstance(node, dict) else None
        texts = node if key.partition(".")[0] in SEVERAL and isinstance(node, list) and node else [node]
        if problem := next(filter(None, map(_unfit, texts)), ""):
            yield f"words: {key}: {problem}"


def _wanted(tables: Tables) -> Iterator[str]:
    yield from (f"status.{status}.{part}" for status in Status for part in ("label", "short", "explain"))
    yield from (f"stance.{stance}.{part}" for stance in Stance for part in ("label", "explain"))
    topics: dict[str, Iterable[str]] = {
        "city": City,
        "city_before": _toml(FOLDER / "cities.toml")[0],
        "format": (*Format, "member", "command_only"),
        "bloc": Bloc,
        "form": Form,
        "side": Side,
        "confidence": STATEMENT_CONFIDENCE,
        "confidence_of_fact": FACT_CONFIDENCE,
        "era": Era,
        "sign": (ARMS, *(f"article_{article}" for article in UsedArticle)),
        "treaty": TreatyEnd,
        "treaties_chart": TreatyEnd,
        "language_name": (language.removeprefix(TRANSLATED) for language in QuoteLanguage),
        "draft": (*(article.id for article in articles(tables)), *(f"answer_{draft}" for draft in Draft)),
    }
    for topic, keys in topics.items():
        yield from (f"{topic}.{word}" for word in keys)


def _unfit(text: object) -> str:
    """Why a reader cannot be shown a text, or nothing."""
    if not isinstance(text, str) or not text.strip():
        return f"{'nothing' if text is None else shown(text)}; expected text"
    if sign := first_unfit(text):
        return f"has {named(sign)}; expected text in one line"
    return ""


def _lesson(path: Path, tables: Tables) -> Iterator[str]:
    """What the stops name stands in the tables. Whatever else a stop must keep to, the lesson's reader knows."""
    found, problems = _toml(path)
    yield from problems
    stops = found.get("stop", [])
    for number, stop in enumerate(stops if isinstance(stops, list) else [], start=1):
        if not isinstance(stop, dict):
            continue
        for key, known in (one_of_tables(tables) | many_of_tables(tables)).items():
            given = stop.get(key, [])
            for name in given if isinstance(given, list) else [given]:
                if not isinstance(name, str) or name not in known.ids:
                    yield f"{path.name} stop {number}: {key} {shown(name)}; expected {known.expected}"


def _shapes(path: Path, tables: Tables) -> Iterator[str]:
    """The extract is the one on record, and has a shape for each unit and for no other."""
    found, problems = _toml(path)
    yield from problems
    record = found.get("extract", {})
    if problems or not isinstance(record, dict) or not {"file", "sha256", "units"} <= record.keys():
        yield from [] if problems else [f"{path.name} [extract]: expected file, sha256 and units"]
        return
    extract = path.parent / str(record["file"])
    if not extract.is_file() or hashlib.sha256(extract.read_bytes()).hexdigest() != record["sha256"]:
        yield f"{path.name}: {extract.name} is not the file on record; expected the one that build.py wrote with it"
    units, shapes = set(tables.units["unit"]), set(record["units"])
    for unit in sorted(units - shapes):
        yield f"units.csv: {unit} has no shape in {extract.name}; expected one for each unit"
    for shape in sorted(shapes - units):
        yield f"units.csv: no row for {shape}, which has a shape in {extract.name}; expected one"


_CHECKS: dict[str, Callable[[Path, Tables], Iterator[str]]] = {
    "captions.toml": _captions,
    "cities.toml": _cities,
    "columns.toml": _columns,
    "words/en": _words,
    "lesson.toml": _lesson,
    "natural_earth/origin.toml": _shapes,
}
"""Each file that the start reads beside the tables, and what looks at it."""
