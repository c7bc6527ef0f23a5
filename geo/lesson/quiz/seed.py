"""A choice from the bank that a number, the seed, repeats; the browser has the same generator in quiz_pick.mjs."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice, zip_longest

from data.memberships.told import Told
from data.tables import current_tables
from geo.lesson.quiz.apart import is_apart, rank_of
from geo.lesson.quiz.bank import kinds_of, questions
from geo.lesson.quiz.question import LEVELS, Question

MOST_SEED = 999_999
MOST_QUESTIONS = 10
"""So many has every level without asking one twice."""


def mulberry32(seed: int) -> Callable[[], int]:
    """A generator of numbers from 0 to 2**32 - 1; the browser has the same in quiz_pick.mjs.

    Tommy Ettinger's Mulberry32, public domain.
    """
    state = seed & 0xFFFFFFFF

    def step() -> int:
        nonlocal state
        state = (state + 0x6D2B79F5) & 0xFFFFFFFF
        mixed = ((state ^ (state >> 15)) * (state | 1)) & 0xFFFFFFFF
        mixed ^= (mixed + ((mixed ^ (mixed >> 7)) * (mixed | 61) & 0xFFFFFFFF)) & 0xFFFFFFFF
        return (mixed ^ (mixed >> 14)) & 0xFFFFFFFF

    return step


def shuffled(count: int, step: Callable[[], int]) -> list[int]:
    """The numbers below `count` in an order that the generator gives."""
    order = list(range(count))
    for last in range(count - 1, 0, -1):
        other = step() % (last + 1)
        order[last], order[other] = order[other], order[last]
    return order


def quiz(seed: int, level: str, count: int, told: Told | None = None) -> tuple[Question, ...]:
    """The questions of a seed: the kinds in turn, none twice; options in an order of their own.

    None answers another, as far as the bank has others. Fewer where a membership has not as many. Raises ValueError for
    a level that is unknown, or that has no questions, and a seed or count out of range.
    """
    told = told or current_tables()
    if level not in LEVELS:
        raise ValueError(f"level {level!r} is unknown; expected one of {', '.join(LEVELS)}")
    if not 0 <= seed <= MOST_SEED:
        raise ValueError(f"seed {seed}; expected a number from 0 to {MOST_SEED}")
    asked = [one for one in questions(told) if one.level == level]
    if not asked:
        there = [each for each in LEVELS if any(one.level == each for one in questions(told))]
        raise ValueError(f"level {level!r} has no questions here; expected one of {', '.join(there) or 'none'}")
    if not 0 < count <= MOST_QUESTIONS:
        raise ValueError(f"count {count}; expected a number from 1 to {MOST_QUESTIONS}")
    present = {one.kind for one in questions(told)}
    pools = [[one for one in asked if one.kind == kind] for kind in kinds_of(told) if kind in present]
    step = mulberry32(seed)
    kinds = shuffled(len(pools), step)
    waiting = [[pool[place] for place in shuffled(len(pool), step)] for pool in pools]
    in_turn = chain.from_iterable(zip_longest(*(waiting[kind] for kind in kinds)))
    turns = [one.kind for one in islice(filter(None, in_turn), count)]
    chosen = _chosen(turns, {pool[0].kind: pool for pool in waiting if pool})
    return tuple(_dealt(question, step) for question in chosen)


def _chosen(turns: Sequence[str], waiting: Mapping[str, list[Question]]) -> list[Question]:
    """A question for each turn of its kind: the first that waits and stands beside those chosen.

    And that leaves enough that do so for the turns to come; where none does, the first.
    """
    chosen: dict[int, Question] = {}
    to_come = Counter(turns)
    for turn in sorted(range(len(turns)), key=lambda turn: rank_of(turns[turn])):
        to_come[turns[turn]] -= 1
        pool, others = waiting[turns[turn]], [(waiting[kind], count) for kind, count in to_come.items() if count]
        fits = (at for at, one in enumerate(pool) if _stands(one, tuple(chosen.values()), others))
        chosen[turn] = pool.pop(next(fits, 0))
    return [chosen[turn] for turn in range(len(turns))]


def _stands(one: Question, chosen: Sequence[Question], others: Sequence[tuple[Sequence[Question], int]]) -> bool:
    beside = [*chosen, one]
    return is_apart(one, chosen) and all(
        sum(each is not one and is_apart(each, beside) for each in pool) >= count for pool, count in others
    )


def _dealt(question: Question, step: Callable[[], int]) -> Question:
    """The same question with its options in another order."""
    order = shuffled(len(question.options), step)
    answer = question.answer if question.kind == "click" else tuple(order.index(place) for place in question.answer)
    options = tuple(question.options[place] for place in order)
    return replace(question, options=options, answer=answer, then=question.then and _dealt(question.then, step))
