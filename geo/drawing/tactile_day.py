"""A day to be felt: its land on a sheet, with the labels that have room there."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from data.dates import spelled
from data.picture import Picture, picture_on
from data.tables import Tables, current_tables
from data.words import phrase
from geo.drawing.tactile_labels import Label, place_labels
from geo.drawing.tactile_land import Land, land_on
from geo.drawing.tactile_sheet import FRONT, MAP, STROKE


@dataclass(frozen=True)
class Tactile:
    """A day to be felt: its land, the label of each state that has room for one, and the states' names."""

    day: date
    land: Land
    labels: tuple[Label, ...]
    texts: dict[str, str]
    facts: Picture

    @property
    def title(self) -> str:
        return phrase("tactile", "title", day=spelled(self.day))

    def name(self, state: str) -> str:
        """What a state, or a land that belonged to one, was called."""
        here = self.facts.units.get(state)
        own = here and (here.state != state) and here.name
        return own or self.facts.state_name(state)


def tactile_on(day: date, tables: Tables | None = None) -> Tactile:
    """The map of a day to be felt; raises ValueError for a day the tables do not cover."""
    return _tactile(day, tables or current_tables())


@lru_cache(maxsize=8)
def _tactile(day: date, tables: Tables) -> Tactile:
    facts = picture_on(day, tables)
    land = land_on(day, MAP, tables)
    iso2 = tables.codes.set_index("code")["iso2"].fillna("").to_dict()
    texts = {ground.state: (iso2.get(ground.state) or ground.state).lower() for ground in land.grounds}
    labels = place_labels(land, texts, MAP, STROKE, FRONT)
    return Tactile(day, land, tuple(labels), texts, facts)
