"""Questions from the tables: a bank of them, and a choice from it that a number, the seed, repeats.

The bank is made once and is always the same. The browser and the worksheet choose from it with the same small
generator, so that a class and its paper have the same questions.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import lru_cache
from itertools import combinations, pairwise
from random import Random
from typing import Any

from data.dates import DAYS_PER_YEAR, spelled, spelled_as_given
from data.names import state_names
from data.rounds import Joiner, all_joiners, joiners, rounds
from data.sentences import listed, number_word
from data.tables import Tables, current_tables
from data.timeline import Segment, picture_day, segment_on
from data.vocabulary import EUROPE, SOVIET_STATES, Confidence, Form, Status, UnitKind
from data.words import words
from geo.drawing.draw import drawing
from geo.wire.strict_json import Json

LEVELS = ("easy", "medium", "hard")
KINDS = ("click", "outside", "order", "year", "who")
MOST_SEED = 999_999
MOST_QUESTIONS = 10
"""So many has every level without asking one twice."""
A_POOL = 24
"""Questions of one kind and level in the bank, at most."""
OPTIONS = {"easy": 3, "medium": 4, "hard": 5}
EVENTS_APART = {"easy": 7, "medium": 4, "hard": 1}
YEARS_APART = {"easy": 14, "medium": 6, "hard": 2}
ORDERED = 5
FEW, MANY = 2, 7
"""A round of up to FEW is easy to click where it lies far back; one of MANY or more is hard to name in full."""
LATE = 1990
LEAST_DIFFERENCE = 3  # countries that two maps must show differently, to be told apart
LEAST_RADIUS = 8  # units of the view, of a country that can be seen
LEAST_WORDS = 4  # of a quotation that can be recognised
SOON = 12
"""Years within which a state that is still outside will join: a hard one to tell."""


@dataclass(frozen=True)
class Question:
    """One question. `answer` holds places among `options`, in order where order is asked; for a click, units.

    `year` and `view` are the map to show and `mask` what it must not tell; `card` names what explains the answer;
    `on_paper` is the prompt where there is nothing to click.
    """

    kind: str
    level: str
    prompt: str
    options: tuple[str, ...]
    answer: tuple[Any, ...]
    explanation: str
    year: int
    mask: str = ""
    view: str = "europe"
    card: tuple[str, str] = ("", "")
    sources: tuple[str, ...] = ()
    then: "Question | None" = field(default=None)
    on_paper: str = ""


# ---------------------------------------------------------------------- the choice


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


def quiz(seed: int, level: str, count: int, tables: Tables | None = None) -> tuple[Question, ...]:
    """The questions of a seed: the kinds in turn, none twice; options in an order of their own.

    Raises ValueError for a level that is unknown and a seed or count out of range.
    """
    if level not in LEVELS:
        raise ValueError(f"level {level!r} is unknown; expected one of {', '.join(LEVELS)}")
    if not 0 <= seed <= MOST_SEED:
        raise ValueError(f"seed {seed}; expected a number from 0 to {MOST_SEED}")
    pools = [
        [one for one in questions(tables or current_tables()) if (one.kind, one.level) == (kind, level)]
        for kind in KINDS
    ]
    if not 0 < count <= MOST_QUESTIONS:
        raise ValueError(f"count {count}; expected a number from 1 to {MOST_QUESTIONS}")
    step = mulberry32(seed)
    kinds = shuffled(len(KINDS), step)
    orders = [shuffled(len(pool), step) for pool in pools]
    chosen = []
    for place in range(count):
        kind = kinds[place % len(KINDS)]
        chosen.append(_dealt(pools[kind][orders[kind][place // len(KINDS)]], step))
    return tuple(chosen)


def _dealt(question: Question, step: Callable[[], int]) -> Question:
    """The same question with its options in another order."""
    order = shuffled(len(question.options), step)
    answer = question.answer if question.kind == "click" else tuple(order.index(place) for place in question.answer)
    options = tuple(question.options[place] for place in order)
    return replace(question, options=options, answer=answer, then=question.then and _dealt(question.then, step))


def bank(tables: Tables | None = None) -> Json:
    """Every question, as the browser reads it."""
    return {
        "levels": LEVELS,
        "kinds": KINDS,
        "most_seed": MOST_SEED,
        "most_questions": MOST_QUESTIONS,
        "questions": [asdict(one) for one in questions(tables)],
    }


@lru_cache(maxsize=4)
def questions(tables: Tables | None = None) -> tuple[Question, ...]:
    """Every question of the bank, by kind and level."""
    tables = tables or current_tables()
    return tuple(
        question
        for kind, make in MAKERS.items()
        for level in LEVELS
        for question in _some(list(make(level, tables)), f"{kind} {level}")
    )


def _some(made: Sequence[Question], name: str) -> Sequence[Question]:
    """Not more than a pool holds, drawn evenly by a seed of its own."""
    if len(made) <= A_POOL:
        return made
    return [made[place] for place in sorted(Random(name).sample(range(len(made)), A_POOL))]


# ---------------------------------------------------------------------- the questions


def _word(key: str, **values: object) -> str:
    return str(words()["quiz"][key]).format(**values)


def _click(level: str, tables: Tables) -> Iterator[Question]:
    """Click all that joined in a year; the map shows the year before the first of them was invited."""
    accessions = tables.accessions.set_index("iso3")
    for row in rounds(tables).itertuples():
        count = row.joined
        found = "hard" if count >= MANY or row.founding else "easy" if count <= FEW and row.year >= LATE else "medium"
        if found != level:
            continue
        form = "founders" if row.founding else "one" if count == 1 else "many"
        joined = joiners(row.year, tables)
        yield Question(
            "click",
            level,
            _word(f"click_{form}", n=number_word(count), year=row.year),
            (),
            row.units,
            _word(
                "joined_on", who=listed([one.name for one in joined]), days=listed([spelled(day) for day in row.days])
            ),
            row.year,
            mask="status",
            view="north_atlantic" if row.founding else "europe",
            card=("country", row.units[0]),
            sources=_sources(accessions.loc[list(row.units), "source_ids"]),
            on_paper=_word(f"colour_{form}", n=number_word(count), year=row.year),
        )


def _outside(level: str, tables: Tables) -> Iterator[Question]:
    """One of some states was no member at the end of a year; the others were."""
    random = Random(f"outside {level}")
    near = _in_or_near_europe(tables)
    standing = _standing(tables)
    names = state_names(tables)
    joined = {one.unit: one for one in all_joiners(tables)}
    accessions = tables.accessions.set_index("iso3")["source_ids"]
    for year in range(tables.first_year + 1, tables.last_year):
        now, before = standing[year], standing[year - 1]
        own = [unit for unit in now if now[unit].state == unit]
        members = [unit for unit in own if now[unit].status == before[unit].status == Status.MEMBER]
        others = [unit for unit in own if unit in near and Status.MEMBER not in (now[unit].status, before[unit].status)]
        soon = [unit for unit in others if unit in joined and joined[unit].joined_on.year - year <= SOON]
        far = [unit for unit in others if unit not in joined]
        pool = {"easy": far, "medium": others, "hard": soon}[level]
        if not pool:
            continue
        outside = random.choice(sorted(pool))
        wrong = sorted(random.sample(sorted(members), min(len(members), OPTIONS[level] - 1)))
        yield Question(
            "outside",
            level,
            _word("outside", year=year),
            tuple(names[now[unit].state] for unit in (outside, *wrong)),
            (0,),
            _outside_because(joined.get(outside), names[now[outside].state], tables),
            year,
            mask="map",
            card=("country", outside),
            sources=_sources(
                [accessions.get(unit, ())[: None if unit == outside else 1] for unit in (outside, *wrong)]
            ),
        )


def _in_or_near_europe(tables: Tables) -> set[str]:
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
        return _word("joined_later", who=name, day=spelled(joined.joined_on))
    return _word("never_joined", who=name, day=spelled(tables.as_of))


def _order(level: str, tables: Tables) -> Iterator[Question]:
    """Events to be put in order, no two of them nearer than the level allows; the first of them is the oldest."""
    random = Random(f"order {level}")
    rows = tables.events
    rows = rows[~rows["planned"] & rows["confidence"].isin([Confidence.VERIFIED, Confidence.KNOWN])]
    rows = rows[~rows["title"].str.contains(r"\d{4}")]
    known = sorted(rows.itertuples(), key=lambda row: row.day)
    for _ in range(A_POOL * 40):
        chosen = sorted(random.sample(known, ORDERED), key=lambda row: row.day)
        gaps = [(later.day - row.day).days / DAYS_PER_YEAR for row, later in pairwise(chosen)]
        if min(gaps) < EVENTS_APART[level] or (level == "hard" and min(gaps) > EVENTS_APART["medium"]):
            continue
        yield Question(
            "order",
            level,
            _word("order", n=number_word(ORDERED)),
            tuple(row.title for row in chosen),
            tuple(range(ORDERED)),
            "; ".join(f"{spelled_as_given(row.date)}: {row.title}" for row in chosen) + ".",
            tables.last_year,
            mask="map",
            sources=_sources(row.source_ids for row in chosen),
        )


def _year(level: str, tables: Tables) -> Iterator[Question]:
    """Which year a map is; the maps of all years offered differ."""
    random = Random(f"year {level}")
    maps = {year: tuple(each.status for each in now.values()) for year, now in _standing(tables).items()}
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
            _word("year"),
            (str(year), *map(str, chosen)),
            (0,),
            _word("year_joined", year=year, who=names) if names else _word("year_quiet", year=year),
            year,
            mask="year",
            card=("country", joined[0].unit) if joined else ("", ""),
            sources=_sources(
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


def _who(level: str, tables: Tables) -> Iterator[Question]:
    """Who said a thing, and where; only words whose speaker nobody disputes."""
    random = Random(f"who {level}")
    rows = tables.statements
    rows = rows[(rows["quote"] != "") & rows["confidence"].isin([Confidence.VERIFIED]) & (rows["form"] == Form.SAID)]
    rows = rows[rows["quote"].str.split().str.len() >= LEAST_WORDS]
    known = list(rows.itertuples())
    for row in known:
        if {"easy": not row.lean, "medium": False, "hard": row.lean}[level]:
            continue
        # An easy question offers speakers of other sides, a hard one those of the same.
        near = [each for each in known if each.speaker != row.speaker and (each.side == row.side) == (level == "hard")]
        if level == "medium":
            near = [each for each in known if each.speaker != row.speaker]
        speakers = sorted({each.speaker for each in near if each.speaker not in row.quote})
        elsewhere = sorted({_place(each) for each in known if each.city != row.city and each.speaker != row.speaker})
        if len(speakers) < OPTIONS[level] - 1:
            continue
        where = Question(
            "who",
            level,
            _word("where"),
            (_place(row), *random.sample(elsewhere, OPTIONS[level] - 1)),
            (0,),
            _said(row),
            max(tables.first_year, row.day.year),
            mask="statements",
            card=("statement", row.id),
            sources=_sources([row.source_ids]),
        )
        yield replace(
            where,
            prompt=_word("who", year=row.day.year, quote=row.quote),
            options=(row.speaker, *random.sample(speakers, OPTIONS[level] - 1)),
            then=where,
        )


def _place(row: Any) -> str:
    return f"{row.venue}, {row.city}"


def _said(row: Any) -> str:
    return f"{row.speaker}, {row.role}, {_place(row)}, {spelled_as_given(row.date)}."


MAKERS = dict(zip(KINDS, (_click, _outside, _order, _year, _who), strict=True))


# ---------------------------------------------------------------------- what they stand on


@lru_cache(maxsize=4)
def _on_map(tables: Tables) -> list[str]:
    """Countries that can be seen on the map of Europe."""
    anchors = drawing("europe", tables.units).anchors
    countries = tables.units.loc[tables.units["kind"] == UnitKind.COUNTRY, "unit"]
    return sorted(unit for unit in countries if (at := anchors.get(unit)) and at.radius >= LEAST_RADIUS)


@lru_cache(maxsize=4)
def _standing(tables: Tables) -> dict[int, dict[str, Segment]]:
    """What each country of the map was at the end of each whole year."""
    on_map = _on_map(tables)
    return {
        year: {unit: segment_on(tables, unit, picture_day(year, tables)) for unit in on_map}
        for year in range(tables.first_year, tables.last_year)
    }


def _sources(rows: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for row in rows for source in row))
