"""Two memberships of one day side by side as one picture: who is in both, both maps, each with its key, the source."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from itertools import chain

from data.dates import spelled
from data.memberships.answers import counts_on, members_on
from data.memberships.compare import Comparison, sentence
from data.memberships.labels import labels_on
from data.memberships.nato import ID as NATO
from data.memberships.picture import NONE, labels_of, picture_of, with_none
from data.memberships.shipped import called
from data.memberships.told import dates_of_other
from data.memberships.value import Membership
from data.picture import Picture, picture_on
from data.vocabulary import StatusKey
from data.words import counted, phrase, words
from geo.drawing.days_key import together
from geo.drawing.drawn import Drawn
from geo.drawing.key import Row, key_rows, sign
from geo.drawing.label_layout import Box
from geo.drawing.offered import views_for
from geo.drawing.on_map import notes_on, on_map
from geo.drawing.palette import theme_of
from geo.drawing.read_once import map_of as view_of
from geo.drawing.sheet import NO_FOCUS, Sheet, fitted
from geo.drawing.told_in_full import spelled_out
from geo.drawing.views import ALL_VIEWS
from geo.pair import COLUMNS, MAP, MAP_WIDTH, MARGIN, WIDTH, Entry, Key, Side, SideBySide
from geo.picture import drawn

LAYERS = ("names",)


class PairOfMemberships(SideBySide):
    """Two memberships on a day."""

    def __init__(self, comparison: Comparison, theme: str) -> None:
        super().__init__(theme, comparison.first.tables)
        self.comparison, self.day = comparison, comparison.day
        self.two = comparison.first, comparison.second

    @property
    def title(self) -> str:
        first, second = map(called, self.two)
        return str(words()["compare"]["memberships_title"]).format(first=first, second=second, day=spelled(self.day))

    @cached_property
    def sentence(self) -> str:
        return sentence(self.comparison)

    @property
    def source(self) -> str:
        dates = (dates_of_other(each) for each in self.two if each.id != NATO)
        labels = (label for keys in self.keys() for _, _, entries in keys for _, label in entries)
        names = spelled_out((), words_beside=" ".join([self.title, self.sentence, *labels]))
        return " ".join([*filter(None, [names]), *dates, self._source(*self.two)])

    def sides(self) -> tuple[Side, Side]:
        first, second = (self._side_of(*each) for each in zip(self.two, views_of(*self.two), strict=True))
        return first, second

    def _side_of(self, membership: Membership, view: str) -> Side:
        members = counted(words()["compare"]["members"], len(members_on(membership, self.day)))
        return Side(called(membership), members, map_of(membership, self.day, view, self.theme_name, MAP, LAYERS))

    def keys(self) -> Sequence[Sequence[Key]]:
        columns = [(x, MAP_WIDTH, list(self._statuses(each))) for x, each in zip(COLUMNS, self.two, strict=True)]
        beside = [(sign(row, self.theme), row.label) for row in signs_of(self.comparison)]
        return [columns, [(MARGIN, WIDTH - 2 * MARGIN, beside)]]

    def notes(self) -> Sequence[str]:
        return notes_of(self.comparison)

    def _statuses(self, membership: Membership) -> Iterator[Entry]:
        for key, told, count in shown_statuses(membership, self.day):
            label = words()["compare"]["status_count"].format(label=told, n=count)
            row = Row(key, f"status.{key}.label")
            yield sign(row, theme_of(membership, self.theme_name)), label


def views_of(first: Membership, second: Membership) -> tuple[str, str]:
    """The views that two memberships are shown in: one for both where they share one, else the best of each."""
    shared = next((view for view in first.views if view in second.views and view in ALL_VIEWS), None)
    return (shared, shared) if shared else (views_for(first)[0], views_for(second)[0])


def shown_statuses(membership: Membership, day: date) -> list[tuple[StatusKey, str, int]]:
    """The statuses that somebody has on a day, in order of closeness, at last none: what each is called, how many."""
    picture = picture_of_any(membership, day)
    none = phrase("status", NONE, "label") if picture.membership is None else labels_of(membership)[NONE]
    labels = labels_on(membership, day)
    counts = [(key, labels[key], count) for key, count in counts_on(membership, day).items()]
    return [shown for shown in (*counts, (NONE, none, with_none(picture)[NONE])) if shown[-1]]


def signs_of(comparison: Comparison) -> list[Row]:
    """What else the two maps show: the rows of their keys that are of no status, each sign once."""
    two = comparison.first, comparison.second
    keys: list[list[Row]] = []
    for membership, name in zip(two, views_of(*two), strict=True):
        view = view_of(name, membership.tables)
        facts = picture_of_any(membership, comparison.day)
        sight, (k, *_) = Box(*view["frame"]), fitted(view, MAP.map)
        shown = on_map(facts, view, LAYERS, NO_FOCUS, None, sight, k=k / MAP.scale, is_shared=True)
        keys.append(key_rows(replace(shown, counts={}, beyond=())))  # of one map its own would be the other's, too
    return together(keys)


def notes_of(comparison: Comparison) -> tuple[str, ...]:
    """What the keys of the two maps say of ground whose fill and name do not tell all, each sentence once."""
    two = comparison.first, comparison.second
    views = [view_of(name, membership.tables) for membership, name in zip(two, views_of(*two), strict=True)]
    pictures = [picture_of_any(membership, comparison.day) for membership in two]
    told = (notes_on(facts, view, Box(*view["frame"])) for facts, view in zip(pictures, views, strict=True))
    return tuple(dict.fromkeys(chain.from_iterable(told)))


def picture_of_any(membership: Membership, day: date) -> Picture:
    """The picture of a day; NATO's is that of the atlas."""
    return picture_on(day, membership.tables) if membership.id == NATO else picture_of(membership, day)


def map_of(membership: Membership, day: date, view: str, theme: str, sheet: Sheet, layers: tuple[str, ...]) -> Drawn:
    """The map of a membership on a day."""
    return drawn(picture_of_any(membership, day), view, layers, theme, sheet)
