"""What a state or a unit is called, on any day.

The names of today, or of a state's last day, stand in `units.csv` and `historical_states.csv`; those that held for a
time only stand in `names.csv`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache, partial

from data.rows import rows_with
from data.sentences import capitalised, in_sentence, printed
from data.tables import Tables, current_tables
from data.timeline import segment_on, segments_on
from data.vocabulary import Relation, UnitKind
from data.words import words

SPOKEN_OF = "the name "
"""What stands in the tables before a name that is told as a name, whoever bears it."""


class Names:
    """The names of one edition; ask for them by `Names.of(tables)`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._lasting = state_names(tables)
        self._grounds = grounds_by_state(tables)
        self._dated: dict[str, list[tuple[date, date, str]]] = defaultdict(list)
        for row in tables.names.itertuples():
            self._dated[row.code].append((row.start_day, row.end_day, row.name))

    @staticmethod
    @lru_cache(maxsize=8)
    def of(tables: Tables) -> "Names":
        """The names of these tables, read once."""
        return Names(tables)

    def of_state(self, code: str, day: date) -> str:
        """What a state or a unit was called on a day; KeyError for a code that no table has."""
        for start, end, name in self._dated.get(code, ()):
            if start <= day < end:
                return name
        return self._lasting[code]

    def of_unit(self, unit: str, day: date) -> str:
        """What a unit was called on a day: by its state where that was another name for the same ground."""
        state = segment_on(self._tables, unit, day).state
        return self.of_state(state if self.is_same_ground(unit, state) else unit, day)

    def as_told(self, text: str, day: date) -> str:
        """A text as the tables write it, by names that last, with those that held on a day, in print.

        A name that is itself what the text speaks of stays: "the name North Macedonia". Days before the tables are told
        by their first day.
        """
        day = max(day, self._tables.first_day)
        for code in filter(self._lasting.__contains__, self._dated):
            lasting, then = self._lasting[code], self.of_state(code, day)
            if then != lasting:
                used = rf"(?P<begins>^|(?<=[.!?] ))?(?<!{re.escape(SPOKEN_OF)})\b{re.escape(lasting)}\b"
                text = re.sub(used, partial(_put, in_sentence(then)), text)
        return printed(text)

    def is_same_ground(self, unit: str, state: str) -> bool:
        """Whether a state of its time was this unit and nothing else: West Germany, East Germany."""
        return self._grounds.get(state) == (unit,)

    def on_map(self, day: date) -> Iterator[tuple[str, str]]:
        """The names that stand on the map: (unit or state, name); a state of several units has one for all of them."""
        standing = segments_on(self._tables, day)
        for row in rows_with(self._tables, "units", "kind", UnitKind.COUNTRY):
            if standing[row.unit].state not in self._grounds:
                yield row.unit, self.of_unit(row.unit, day)
        for state, held in self._grounds.items():
            if standing[held[0]].state == state:
                yield state, self.of_state(state, day)

    def had_others(self, code: str) -> bool:
        """Whether a state or a unit ever had a name but the one it has, or had at its end."""
        return code in self._dated

    def turns(self) -> Iterator[date]:
        """Every day on which a name begins or ends."""
        for rows in self._dated.values():
            for start, end, _ in rows:
                yield from (start, end)


def _put(name: str, found: re.Match[str]) -> str:
    return name if found["begins"] is None else capitalised(name)


def state_names(tables: Tables | None = None) -> dict[str, str]:
    """A reader's name for every state, those of the past included, and for every unit under its own id."""
    return _state_names(tables or current_tables())


@lru_cache(maxsize=8)
def _state_names(tables: Tables) -> dict[str, str]:
    past = tables.historical_states
    past = past[past["relation"] != Relation.OCCUPATION]
    return dict(zip(past["state_code"], past["state"], strict=True)) | dict(
        zip(tables.units["unit"], tables.units["name"], strict=True)
    )


@lru_cache(maxsize=8)
def grounds_by_state(tables: Tables) -> dict[str, tuple[str, ...]]:
    """States of their time that are no unit of today, with the units they held; those that stayed longest first.

    The first carries the state's name on the map, which so stands as long as the state does.
    """
    units = set(tables.units["unit"])
    rows = tables.historical_states
    rows = rows[(rows["relation"] == Relation.PART) & ~rows["state_code"].isin(units) & (rows["unit"] != "")]
    rows = rows[[end.year > tables.first_year for end in rows["end_day"]]]
    rows = rows.sort_values("end_day", ascending=False, kind="stable")
    return {code: tuple(dict.fromkeys(group["unit"])) for code, group in rows.groupby("state_code", sort=False)}


@cache
def short_names() -> dict[str, str]:
    """What a name may shrink to on a map, by the whole name."""
    return {**words()["short_name"], **words()["membership_atlas"]["short_name"]}
