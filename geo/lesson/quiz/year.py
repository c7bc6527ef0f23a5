"""Which year is this map?"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from operator import ne
from random import Random

from data.rounds import joiners
from data.rows import rows
from data.sentences import listed
from data.tables import Tables
from geo.lesson.quiz.question import MANY, OPTIONS, Question, sources_of, word
from geo.lesson.quiz.standing import standing

YEARS_APART = {"easy": 14, "medium": 6, "hard": 2}
LEAST_DIFFERENCE = 3  # countries that two maps must show differently, to be told apart


def of_year(level: str, tables: Tables) -> Iterator[Question]:
    """Which year a map is; the maps of all years offered differ."""
    random = Random(f"year {level}")
    apart, others_of = YEARS_APART[level], _unlike(tables)
    distinct = {year: {each for each in others if abs(each - year) >= apart} for year, others in others_of.items()}
    for year in others_of:
        near = [each for each in others_of if level != "hard" or abs(each - year) <= MANY * 2]
        others = [each for each in near if each in distinct[year]]
        sets = _sets(others, OPTIONS[level] - 1, distinct)
        if not sets:
            continue
        chosen = random.choice(sets)
        joined = joiners(year, tables)
        names = listed([one.name for one in joined]) if joined else ""
        yield Question(
            "year",
            level,
            word("year"),
            (str(year), *map(str, chosen)),
            (0,),
            word("year_joined", year=year, who=names) if names else word("year_quiet", year=year),
            year,
            mask="year",
            card=("country", joined[0].unit) if joined else ("", ""),
            sources=sources_of(
                tables.accessions.set_index("iso3").loc[[one.unit for one in joined], "source_ids"]
                if joined
                else _changed(year, tables)
            ),
        )


@lru_cache(maxsize=4)
def _unlike(tables: Tables) -> dict[int, set[int]]:
    return unlike({year: tuple(each.status for each in now.values()) for year, now in standing(tables).items()})


def unlike(maps: Mapping[int, Sequence[str]]) -> dict[int, set[int]]:
    """For each year in which the map changed: those whose map can be told from its own, by more than a country or two.

    The map of a year that changed nothing is that of the year before.
    """
    years = [year for year in maps if maps[year] != maps.get(year - 1)]
    found: dict[int, set[int]] = {year: set() for year in years}
    for one, other in combinations(years, 2):
        if sum(map(ne, maps[one], maps[other])) >= LEAST_DIFFERENCE:
            found[one].add(other)
            found[other].add(one)
    return found


def _sets(years: Sequence[int], count: int, distinct: Mapping[int, set[int]]) -> list[tuple[int, ...]]:
    """Every choice of so many years that are all distinct from each other, in order."""
    if count == 1:
        return [(year,) for year in years]
    return [
        (year, *others)
        for at, year in enumerate(years, start=1)
        for others in _sets([each for each in years[at:] if each in distinct[year]], count - 1, distinct)
    ]


def _changed(year: int, tables: Tables) -> list[tuple[str, ...]]:
    """The first source of each tie that began or ended in a year."""
    ties = (row for name in ("statuses", "other_blocs", "territory_changes") for row in rows(tables, name))
    return [row.source_ids[:1] for row in ties if year in (row.start_day.year, row.end_day.year)]
