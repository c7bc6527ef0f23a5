"""What an easy question may take for known: days on which states joined, and what `well_known.toml` lists, with why."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from data.tables import Tables

LIST = Path(__file__).with_suffix(".toml")


@lru_cache(maxsize=1)
def listed() -> dict[str, list[dict[str, str]]]:
    """The list as it stands in the file: `event` and `speaker`, each with `why`."""
    found: dict[str, list[dict[str, str]]] = tomllib.loads(LIST.read_text(encoding="utf-8"))
    return found


def is_known_event(row: Any, tables: Tables) -> bool:
    """Whether a class knows an event: one that is listed, or a day on which states joined."""
    return row.event_id in {one["id"] for one in listed()["event"]} or row.date in set(tables.accessions["joined_on"])


def is_known_speaker(name: str) -> bool:
    """Whether a class knows a speaker."""
    return name in {one["name"] for one in listed()["speaker"]}
