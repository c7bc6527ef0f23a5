"""Names that are made up: a city for each phone, and the team it goes to."""

from collections import Counter
from collections.abc import Collection, Iterable
from itertools import count

from data.words import words


def free_name(taken: Collection[str], seed: str) -> str:
    """A city that nobody has, else one with a number; the digest `seed` decides where in the list the search begins."""
    cities: list[str] = words()["room"]["cities"]
    first = int(seed, 16) % len(cities)
    turned = cities[first:] + cities[:first]
    rounds = (city if n == 1 else f"{city} {n}" for n in count(1) for city in turned)
    return next(name for name in rounds if name not in taken)


def small_team(teams: int, members: Iterable[int]) -> int:
    """The team with the fewest members, the first of several; 0 where everybody answers alone."""
    sizes = Counter(members)
    return min(range(1, teams + 1), key=lambda team: sizes[team], default=0)
