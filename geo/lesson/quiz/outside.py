"""Which of these was not a member?"""

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from data.dates import spelled
from data.names import Names
from data.rounds import Joiner, all_joiners
from data.tables import Tables
from data.timeline import picture_day
from data.vocabulary import EUROPE, SOVIET_STATES, Status
from geo.lesson.quiz.apart import seen_outside
from geo.lesson.quiz.question import OPTIONS, Question, sources_of, word
from geo.lesson.quiz.standing import standing

SOON = 12
"""Years within which a state that is still outside will join: a hard one to tell."""
LATE = 1975
"""An easy question is about no year before."""


def outside(level: str, tables: Tables) -> Iterator[Question]:
    """One of some states was no member at the end of a year; the others were."""
    random = Random(f"outside {level}")
    near = in_or_near_europe(tables)
    seen = standing(tables)
    names = Names.of(tables)
    joined = {one.unit: one for one in all_joiners(tables)}
    accessions = tables.accessions.set_index("iso3")["source_ids"]
    for year in range(LATE if level == "easy" else tables.first_year + 1, tables.last_year):
        now, before = seen[year], seen[year - 1]
        own = [unit for unit in now if now[unit].state == unit]
        members = [unit for unit in own if now[unit].status == before[unit].status == Status.MEMBER]
        others = [unit for unit in own if unit in near and Status.MEMBER not in (now[unit].status, before[unit].status)]
        soon = [unit for unit in others if unit in joined and joined[unit].joined_on.year - year <= SOON]
        far = [unit for unit in others if unit not in joined]
        pool = {"easy": far, "medium": others, "hard": soon}[level]
        if not pool:
            continue
        outsider = random.choice(sorted(pool))
        wrong = sorted(random.sample(sorted(members), min(len(members), OPTIONS[level] - 1)))
        if level == "easy":
            wrong = _with_one_of_the_last(wrong, members, joined, random)
        called = [names.of_state(now[unit].state, picture_day(year, tables)) for unit in (outsider, *wrong)]
        yield Question(
            "outside",
            level,
            word("outside", year=year),
            tuple(called),
            (0,),
            _outside_because(joined.get(outsider), called[0], tables),
            year,
            mask="map",
            card=("country", outsider),
            sources=sources_of(
                [accessions.get(unit, ())[: None if unit == outsider else 1] for unit in (outsider, *wrong)]
            ),
            seen=seen_outside(outsider, wrong, tables),
        )


def _with_one_of_the_last(
    wrong: Sequence[str], members: Sequence[str], joined: Mapping[str, Joiner], random: Random
) -> list[str]:
    """Members of which one is of the last round: else the map of nearly every year would tell who was outside."""
    last = max(joined[unit].joined_on.year for unit in members)
    if any(joined[unit].joined_on.year == last for unit in wrong):
        return list(wrong)
    late = sorted(unit for unit in members if joined[unit].joined_on.year == last)
    return sorted([*wrong[1:], random.choice(late)])


def in_or_near_europe(tables: Tables) -> set[str]:
    """Units one could take for a member: in Europe by Natural Earth's list, once Soviet, or a member one day."""
    listed = tables.unit_measures.loc[tables.unit_measures["continent"] == EUROPE, "unit"]
    history = tables.historical_states
    return {
        *listed,
        *history.loc[history["state_code"].isin(SOVIET_STATES), "unit"],
        *(one.unit for one in all_joiners(tables)),
    }


def _outside_because(joined: Joiner | None, name: str, tables: Tables) -> str:
    if joined:
        return word("joined_later", who=name, day=spelled(joined.joined_on))
    return word("never_joined", who=name, day=spelled(tables.as_of))
