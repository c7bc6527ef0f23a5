"""The names that a picture asks for, and which of them may give way to numbers."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from data.borders_in_time import Front
from data.memberships.picture import with_none
from data.names import short_names
from data.picture import Picture
from data.vocabulary import Overlay, Status, StatusKey
from geo.drawing.about import units_about
from geo.drawing.ground import Ground, OnSheet
from geo.drawing.label_layout import Box
from geo.drawing.name_forms import Wish
from geo.drawing.name_numbers import is_rare, is_told, with_room_for_numbers
from geo.drawing.name_sight import in_sight, is_hardly_seen
from geo.drawing.name_signs import land_wishes, least_sizes
from geo.drawing.numbers import as_numbers, is_within, numbered
from geo.drawing.on_map import in_sight as part_in_sight
from geo.drawing.out_of_sight import specks
from geo.drawing.palette import strong_of
from geo.drawing.sheet import Focus, Sheet

NOWHERE = Box(0, 0, -1, -1)
"""The frame of the world: nobody has a number there who would but be missed."""


@dataclass(frozen=True)
class NamesAsked:
    """The names of a day on a view, of which `place` tells px to a unit and the offset.

    Those of who `joined`, of units that are pointed at, and those in the headline must stand, or their numbers where
    the sheet has a list of these.
    """

    facts: Picture
    view: Any
    place: tuple[float, float, float]
    sheet: Sheet
    layers: Sequence[str]
    focus: Focus
    joined: Sequence[str]
    pointed_at: Set[str]
    ground: Ground

    @cached_property
    def wishes(self) -> list[Wish]:
        """What is asked for, with the ground of each."""
        seen = OnSheet(self.ground, *self.place)
        asked = [in_sight(wish, seen, self.sheet.map) for wish in self._of_states()]
        if self._tells_few:
            asked = [replace(wish, rare=self._is_rare(wish.key)) for wish in asked]
        if self.sheet.lists and not self.focus.blank:
            asked = [replace(wish, counts=self._counts(wish, seen)) for wish in asked]
            told = {wish.key for wish in asked if self._is_told(wish.key, wish.belongs)}
            asked = with_room_for_numbers(asked, told, self.sheet.base, self.sheet.map, self._frame)
        if "names" in self.layers and not self.focus.blank:
            asked += land_wishes(self.view, self.ground, self._screen, self.place[0], self.pointed_at)
        return asked

    @cached_property
    def numbered(self) -> tuple[str, ...]:
        """The names of a blank map in the order of their numbers."""
        if not self.focus.blank:
            return ()
        return numbered(self.facts, self.view, self._screen, self.place[0], self.sheet.map)

    @cached_property
    def dear(self) -> frozenset[int]:
        """The ground that the map is about."""
        units = units_about(self.facts, self.joined, self.pointed_at, news=self.focus.news)
        return frozenset(self.ground.index[unit] for unit in units if unit in self.ground.index)

    @property
    def least(self) -> tuple[float, float]:
        """How small names may be: one that need not stand, and one that must."""
        return least_sizes(self.sheet.base, self.sheet.least, blank=self.focus.blank)

    def is_left_out(self, unit: str) -> bool:
        """Whether a unit of a blank map with numbers has none: nothing is asked of it."""
        if not self._counted or "names" not in self.layers:
            return False
        return self._counted.isdisjoint(self.facts.labels.get(key) for key in (unit, self.facts.units[unit].state))

    @cached_property
    def _counted(self) -> frozenset[str]:
        return frozenset(self.numbered)

    @cached_property
    def _faced(self) -> frozenset[str]:
        """The states that a front line parts from an ally of Moscow in the headline.

        Of Moscow itself a headline seldom tells because of a border.
        """
        named, facts = {*self.facts.named}, self.facts
        fronts = (id_.split("|") for id_ in self.view["borders"] if named and facts.front_of(id_) == Front.BLOC)
        parted = [[facts.units[unit].state for unit in units] for units in fronts]
        return frozenset(one for pair in parted for one, other in (pair, pair[::-1]) if other in named)

    @cached_property
    def _members(self) -> int:
        return sum(self.facts.counts.get(status, 0) for status in self.facts.counting)

    @cached_property
    def _bearers(self) -> Mapping[StatusKey, int]:
        return with_none(self.facts)

    @cached_property
    def _frame(self) -> Box:
        if self.view.get("sphere"):
            return NOWHERE
        left, top, width, height = self.view["frame"]
        k, _, _ = self.place
        return Box(*self._screen((left, top)), width * k, height * k)

    def _screen(self, point: Sequence[float]) -> tuple[float, float]:
        k, x, y = self.place
        return point[0] * k + x, point[1] * k + y

    def _of_states(self) -> Iterator[Wish]:
        short, belonging = short_names(), {*self.facts.counting, Status.INVITEE}
        named, concerned = (set(self.facts.named), set(self.facts.concerned)) if self.focus.news else (set(), set())
        for key, text in (as_numbers(self.facts, self.numbered) if self.focus.blank else self.facts.labels).items():
            label = self.view["names"].get(key)
            if label is None or not (label["unit"] in self.joined or "names" in self.layers):
                continue
            unit, joined = label["unit"], label["unit"] in self.joined
            if key == unit and is_within(self.facts, self.view, unit):
                continue
            x, y = self._screen(label["at"])
            units = self.facts.named_by(key, unit)
            # Within the gold of a part that came in with its state, the name would be the part's.
            units_own = [each for each in units if each not in self.joined] or units
            plain = [each for each in units_own if each not in self.facts.overlays[Overlay.DISPUTED]]
            own = self.ground.own(units_own)
            must = self.focus.blank or key in named or unit in self.pointed_at
            belongs = self.facts.units[unit].status in belonging
            off = self.ground.own(plain) if 0 < len(plain) < len(units_own) else None
            must = must or not {unit, *units}.isdisjoint(self.joined)
            is_member = self.facts.units[unit].status in self.facts.counting
            must = must or (key in concerned and not (is_member and self._is_told(key, belongs)))
            room = 2 * label["at"][2] * self.place[0]
            # On a blank map that of a small state rather stands upon it than at the end of a line across others.
            number = text if self.focus.blank and room < self.sheet.base * len(text) else ""
            told = short.get(text, "")
            tied = self.facts.units[unit].status != Status.NONE and not self.focus.blank
            strong = self.facts.units[unit].status in self._strong
            yield Wish(
                key, text, told, x, y, room, own, must, joined, number=number, belongs=belongs, tied=tied, plain=off,
                strong=strong, status=self.facts.units[unit].status,
            )  # fmt: skip

    @cached_property
    def _strong(self) -> frozenset[StatusKey]:
        """A blank map has one ink."""
        return frozenset() if self.focus.blank else strong_of(self.facts.membership)

    @cached_property
    def _specks(self) -> Mapping[StatusKey, str]:
        sight = part_in_sight(self.sheet.map, *self.place)
        return specks(self.facts, self.view, sight, self.place[0] / self.sheet.scale)

    def _counts(self, wish: Wish, seen: OnSheet) -> bool:
        """Whether a state on the map has a colour, so that it is told: without news of a status, that of a member."""
        here = self.facts.units[self.view["names"][wish.key]["unit"]]
        tells = self.focus.news and here.status not in self._specks
        is_coloured = here.state == wish.key and (here.status in self.facts.counting or (tells and wish.tied))
        return is_coloured and not is_hardly_seen(wish, seen, self.sheet.map, self.sheet.base)

    @property
    def _tells_few(self) -> bool:
        """Whether each of few with a status is told: without news, what a lesson asks of a map would be given away.

        The list beneath a draft is of whom it touches.
        """
        return self.focus.news and not (self.focus.blank or self.focus.draft)

    def _is_rare(self, key: str) -> bool:
        """Whether few have its status, which the key does not tell with their names as that of specks."""
        here = self.facts.units[self.view["names"][key]["unit"]]
        return here.status not in self._specks and is_rare(
            is_state=here.state == key,
            bearers=self._bearers[here.status],
            is_world=bool(self.view.get("sphere")),
            is_news=bool(self.facts.joined),
        )

    def _is_told(self, key: str, belongs: bool) -> bool:
        here = self.facts.units[self.view["names"][key]["unit"]]
        return is_told(
            belongs=belongs,
            is_member=here.status in self.facts.counting,
            is_state=here.state == key,
            is_faced=key in self._faced,
            members=self._members,
        )
