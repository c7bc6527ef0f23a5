"""Which year is this map?"""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from random import Random

from data.rounds import joiners
from data.sentences import listed
from data.tables import Tables
from data.vocabulary import Status
from geo.lesson.quiz.question import MANY, OPTIONS, Question, sources_of, word
from geo.lesson.quiz.standing import standing

YEARS_APART = {"easy": 14, "medium": 6, "hard": 2}
LEAST_DIFFERENCE = 3  # countries that two maps must show differently, to be told apart


def of_year(level: str, tables: Tables) -> Iterator[Question]:
    """Which year a map is; the maps of all years offered differ."""
    random = Random(f"year {level}")
    maps = {year: tuple(each.status for each in now.values()) for year, now in standing(tables).items()}
    years = [year for year in maps if year == tables.first_year or maps[year] != maps[year - 1]]
    for year in years:
        apart = YEARS_APART[level]
        others = [
            each for each in years if abs(each - year) >= apart and (level != "hard" or abs(each - year) <= MANY * 2)
        ]
        others = [each for each in others if _differ(maps[each], maps[year])]
        sets = [
            each
            for each in combinations(others, OPTIONS[level] - 1)
            if _spread((year, *each), apart)
            and all(_differ(maps[one], maps[other]) for one, other in combinations(each, 2))
        ]
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


def _changed(year: int, tables: Tables) -> list[tuple[str, ...]]:
    """The first source of each tie that began or ended in a year."""
    rows = [
        row for table in (tables.statuses, tables.other_blocs, tables.territory_changes) for row in table.itertuples()
    ]
    return [row.source_ids[:1] for row in rows if year in (row.start_day.year, row.end_day.year)]


def _spread(years: Sequence[int], apart: int) -> bool:
    ordered = sorted(years)
    return all(later - year >= apart for year, later in pairwise(ordered))


def _differ(one: Sequence[Status], other: Sequence[Status]) -> bool:
    """Whether two maps can be told apart by more than a country or two."""
    return sum(status != there for status, there in zip(one, other, strict=True)) >= LEAST_DIFFERENCE
