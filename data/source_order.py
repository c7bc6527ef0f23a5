"""In which order sources are told: what states and organisations say of themselves leads, encyclopaedias stand last."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from data.tables import Tables

ORDER = Path(__file__).with_suffix(".toml")
GOES_ON = (",", " (")


def in_order(ids: Iterable[str], whose: Mapping[str, str]) -> list[str]:
    """The ids of sources, each once; within a rank as they come."""
    return sorted(dict.fromkeys(ids), key=lambda id_: rank(whose.get(id_, "")))


@lru_cache(maxsize=8)
def producers(tables: Tables) -> Mapping[str, str]:
    """Whose each source of the atlas is, by its id."""
    return {row.id: row.producer for row in tables.sources.itertuples()}


@lru_cache(maxsize=1024)
def rank(producer: str) -> int:
    """-1 for who leads, 1 for who stands last, 0 for all others."""
    told = _order()
    return sum(sign for sign, names in ((-1, told["first"]), (1, told["last"])) if _is_of(producer, names))


def _is_of(producer: str, names: Iterable[str]) -> bool:
    return any(producer == name or producer.startswith(tuple(name + after for after in GOES_ON)) for name in names)


@lru_cache(maxsize=1)
def _order() -> dict[str, list[str]]:
    return tomllib.loads(ORDER.read_text(encoding="utf-8"))
