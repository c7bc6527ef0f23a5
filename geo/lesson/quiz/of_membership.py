"""Questions about a membership other than NATO, from its own rows alone.

Who joined when and who left is told as on the cards: by the stretches of those asked about, with their sources. Nobody
is asked about on a day on which the tables know of no such state.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from random import Random

from data.dates import WHOLE_DATE, spelled, spelled_as_given
from data.kept_with import kept_with
from data.memberships.answers import (
    Change,
    Turn,
    changes,
    last_day_of,
    members_on,
    name_on,
    rounds,
    row_on,
    status_on,
    within,
)
from data.memberships.cards import Line, card_on, with_article
from data.memberships.ground import code_of, ground_on, kinds_of, units_of
from data.memberships.value import Membership
from data.sentences import listed, number_word
from data.timeline import segments_on
from data.vocabulary import UnitKind
from data.words import phrase
from geo.drawing.kept import drawing
from geo.drawing.offered import EUROPE, views_for
from geo.lesson.quiz.click import level_of_round
from geo.lesson.quiz.order import EVENTS_APART, ORDERED
from geo.lesson.quiz.outside import SOON, in_or_near_europe
from geo.lesson.quiz.question import A_POOL, MANY, OPTIONS, Question, sources_of, word
from geo.lesson.quiz.standing import LEAST_RADIUS
from geo.lesson.quiz.year import YEARS_APART, unlike

LEAST_ORDERED = 3


def click(level: str, membership: Membership) -> Iterator[Question]:
    """Click all that joined in a year, where each of them is a piece of the map and was a state the year before."""
    view = views_for(membership)[0]
    on_map = drawing(view, membership.tables.units).anchors.keys() & set(units_of(membership))
    for each in rounds(membership):
        units, count = tuple(change.code for change in each.joined), len(each.joined)
        if not units or not on_map.issuperset(units) or level_of_round(count, each.year, each.founding) != level:
            continue
        if not all(_is_apart(membership, unit, date(each.year - 1, 12, 31)) for unit in units):
            continue
        said = {"n": number_word(count), "year": each.year}
        one_or_many = "one" if count == 1 else "many"
        yield _question(
            membership,
            "click",
            level,
            _word("click_first", **said) if each.founding else _word(f"click_{one_or_many}", **said),
            answer=units,
            told=units,
            year=each.year,
            mask="status",
            on_paper=_word("colour_first", **said) if each.founding else _word(f"colour_{one_or_many}", **said),
            explanation=_joined_on(membership, each.joined),
        )


def outside(level: str, membership: Membership) -> Iterator[Question]:
    """One of some states was no member at the end of a year, and each is it once; the others were, then and before."""
    random = Random(f"outside {level}")
    is_in_europe = views_for(membership)[0] == EUROPE
    near = in_or_near_europe(membership.tables) & _seen(membership) if is_in_europe else set()
    asked: set[str] = set()
    years = _years(membership)[1:]
    for year in random.sample(years, len(years)):
        day = last_day_of(membership, year)
        now, before = members_on(membership, day), members_on(membership, last_day_of(membership, year - 1))
        others = [code for code in _states_on(membership, day) if code not in now | before | asked]
        known = [code for code in others if _lines(membership, code)]
        pool = {
            "easy": [code for code in others if code in near and code not in known],
            "medium": known,
            "hard": [code for code in known if _turned(membership, code, year)],
        }[level]
        members = sorted(now & before)
        if pool and len(members) >= OPTIONS[level] - 1:
            outsider = random.choice(pool)
            asked.add(outsider)
            named = [(code, day) for code in (outsider, *random.sample(members, OPTIONS[level] - 1))]
            yield _choice(membership, "outside", level, word("outside", year=year), named, year, [outsider])


def order(level: str, membership: Membership) -> Iterator[Question]:
    """States to be put in the order in which they joined, no two of them nearer than the level allows."""
    random = Random(f"order {level}")
    alone = _joined_once(membership)
    for _ in range(A_POOL * 2):
        random.shuffle(alone)
        chosen: list[Change] = []
        for each in alone:
            if all(abs(each.day.year - other.day.year) >= EVENTS_APART[level] for other in chosen):
                chosen.append(each)
        chosen = sorted(chosen[:ORDERED], key=lambda change: change.day)
        if len(chosen) >= LEAST_ORDERED:
            prompt = _word("order", n=number_word(len(chosen)))
            named = [(each.code, each.day) for each in chosen]
            places = tuple(range(len(chosen)))
            told = [each.code for each in chosen]
            yield _choice(membership, "order", level, prompt, named, membership.as_of.year, told, answer=places)


def of_year(level: str, membership: Membership) -> Iterator[Question]:
    """Which year a map is; the maps of all years offered differ."""
    random = Random(f"year {level}")
    distinct = _distinct(membership)
    for year, others in distinct.items():
        near = sorted(each for each in others if level != "hard" or abs(each - year) <= MANY * 2)
        random.shuffle(near)
        apart = _apart([year, *near], YEARS_APART[level], distinct)
        turned = [row for row in membership.stretches if year in (row.start_day.year, row.end_day.year)]
        if len(apart) < OPTIONS[level] or not turned:
            continue
        joined, left = _of_year(membership, year, Turn.JOINED), _of_year(membership, year, Turn.LEFT)
        said = word("year_quiet", year=year)
        if joined or left:
            names = listed([with_article(name_on(membership, each.code, each.day)) for each in joined or left])
            said = (word if joined else _word)("year_joined" if joined else "year_left", year=year, who=names)
        codes = [each.code for each in changes(membership) if each.day.year == year]
        yield _question(
            membership,
            "year",
            level,
            word("year"),
            options=tuple(map(str, apart[: OPTIONS[level]])),
            told=codes,
            year=year,
            mask="year",
            explanation=said,
            sources=[row.sources for row in turned],
        )


def when(level: str, membership: Membership) -> Iterator[Question]:
    """In which year somebody joined; years in which others did are offered beside it."""
    random = Random(f"when {level}")
    years = [each.year for each in rounds(membership)]
    for change in _joined_once(membership):
        near = random.sample(years, len(years))
        apart = _apart([change.day.year, *near], YEARS_APART[level])
        if len(apart) >= OPTIONS[level]:
            yield _question(
                membership,
                "when",
                level,
                _word("when", who=with_article(name_on(membership, change.code, change.day))),
                options=tuple(map(str, apart[: OPTIONS[level]])),
                told=[change.code],
                year=change.day.year,
            )


def joins_next(level: str, membership: Membership) -> Iterator[Question]:
    """Who joined next after a year; the others joined in later years, of a hard question in the years right after."""
    random = Random(f"next {level}")
    once = _joined_once(membership)
    for each in rounds(membership)[1:]:
        first = [one for one in once if one in each.joined and one.day == each.joined[0].day]
        later = [one for one in once if one.day.year > each.year]
        wrong = OPTIONS[level] - 1
        near = {"easy": later[-2 * wrong :], "medium": later, "hard": later[: 2 * wrong]}[level]
        if first and len(near) >= wrong:
            chosen = [random.choice(first), *random.sample(near, wrong)]
            named = [(one.code, one.day) for one in chosen]
            told = [one.code for one in chosen]
            yield _choice(membership, "next", level, _word("next", year=each.year - 1), named, each.year, told)


def left(level: str, membership: Membership) -> Iterator[Question]:
    """Who was a member at the end of one year and no longer at the end of the next; the others were both times."""
    random = Random(f"left {level}")
    for each in rounds(membership):
        if membership.as_of < date(each.year, 12, 31):
            break  # nobody knows its end yet
        now, before = (members_on(membership, last_day_of(membership, year)) for year in (each.year, each.year - 1))
        stayed = sorted(now & before)
        for change in each.left:
            if change.code in before and change.code not in now and len(stayed) >= OPTIONS[level] - 1:
                day = last_day_of(membership, each.year - 1)
                named = [(code, day) for code in (change.code, *random.sample(stayed, OPTIONS[level] - 1))]
                prompt = _word("left", before=each.year - 1, year=each.year)
                yield _choice(membership, "left", level, prompt, named, each.year, [change.code])


MAKERS = {
    "click": click,
    "outside": outside,
    "order": order,
    "year": of_year,
    "when": when,
    "next": joins_next,
    "left": left,
}


# ------------------------------------------------------------------ who and when


def _years(membership: Membership) -> range:
    """The years that the rows cover to their end."""
    return range(membership.first_day.year, membership.as_of.year)


def _joined_once(membership: Membership) -> list[Change]:
    """Who joined and never joined again, by day."""
    joined = [each for each in changes(membership) if each.turn is Turn.JOINED]
    often = Counter(each.code for each in joined)
    return [each for each in joined if often[each.code] == 1]


def _of_year(membership: Membership, year: int, turn: Turn) -> list[Change]:
    return [each for each in changes(membership) if each.day.year == year and each.turn is turn]


@kept_with(256)
def _states_on(membership: Membership, day: date) -> list[str]:
    """The states that a day knows of: those with a status, and the countries of the atlas that were none's part.

    The latter on days that the atlas's own tables cover: nobody says here which states there were in 1890.
    """
    is_covered = within(membership.tables, day) == day
    ground = segments_on(membership.tables, day) if is_covered else {}
    kinds = kinds_of(membership)
    own = {code for code, part in ground.items() if part.state == code and kinds[code] == UnitKind.COUNTRY}
    return sorted(own | {code for code in membership.countries if status_on(membership, code, day)})


def _turned(membership: Membership, code: str, year: int) -> bool:
    """Whether a country joined or left not long before or after a year."""
    turns = (each for each in changes(membership) if each.code == code and each.turn in (Turn.JOINED, Turn.LEFT))
    return any(abs(each.day.year - year) <= SOON for each in turns)


def _is_apart(membership: Membership, unit: str, day: date) -> bool:
    """Whether a unit of the map was the whole ground of its state on a day, so that nothing else is clicked with it."""
    part = segments_on(membership.tables, within(membership.tables, day)).get(unit)
    return part is None or code_of(membership, part.state) == unit


@kept_with(512)
def _lines(membership: Membership, code: str) -> list[Line]:
    """The lines of its card that tell when a country belonged."""
    if code not in membership.rows_of:
        return []
    return [each for each in card_on(membership, code, membership.as_of).lines if each.status in membership.counting]


def _seen(membership: Membership) -> frozenset[str]:
    """The units of the map that are large enough to be seen."""
    anchors = drawing(views_for(membership)[0], membership.tables.units).anchors
    large = (unit for unit in units_of(membership) if (at := anchors.get(unit)) and at.radius >= LEAST_RADIUS)
    return frozenset(large)


@kept_with()
def _distinct(membership: Membership) -> dict[int, set[int]]:
    """For each year in which the map changed those whose map differs, by what can be seen at their end."""
    seen = sorted(_seen(membership))
    worn = {year: ground_on(membership, last_day_of(membership, year)) for year in _years(membership)}
    return unlike({year: tuple(ground.get(unit, "") for unit in seen) for year, ground in worn.items()})


def _apart(years: Iterable[int], least: int, distinct: Mapping[int, set[int]] | None = None) -> list[int]:
    """The first year and of the others, in their order, those that are so far from all before them, and distinct."""
    found: list[int] = []
    for year in years:
        if all(abs(year - each) >= least and (distinct is None or year in distinct[each]) for each in found):
            found.append(year)
    return found


# ------------------------------------------------------------------ a question


def _word(key: str, **values: object) -> str:
    return phrase("membership_quiz", key, **values)


def _choice(
    membership: Membership,
    kind: str,
    level: str,
    prompt: str,
    named: Iterable[tuple[str, date]],
    year: int,
    told: Sequence[str],
    answer: tuple[int, ...] = (0,),
) -> Question:
    """One of some countries, or all of them in order, without a map; each by its name of a day."""
    chosen = list(named)
    names = tuple(name_on(membership, code, day) for code, day in chosen)
    rests_on = [line.sources for code, _ in chosen for line in _lines(membership, code)]
    return _question(
        membership, kind, level, prompt, options=names, answer=answer, told=told, year=year, sources=rests_on
    )


def _question(
    membership: Membership,
    kind: str,
    level: str,
    prompt: str,
    *,
    told: Sequence[str],
    year: int,
    options: tuple[str, ...] = (),
    answer: tuple[int, ...] | tuple[str, ...] = (0,),
    mask: str = "map",
    on_paper: str = "",
    explanation: str = "",
    sources: Iterable[tuple[str, ...]] = (),
) -> Question:
    """A question that is explained by the stretches of those told of; the card is that of the first."""
    card = next((code for code in told if code in units_of(membership)), "")
    ways = [_way(membership, code) for code in told]
    return Question(
        kind,
        level,
        prompt,
        options,
        answer,
        explanation or " ".join(way for way in ways if way),
        year,
        mask=mask,
        view=views_for(membership)[0],
        card=("country", card) if card else ("", ""),
        sources=sources_of(sources or [line.sources for code in told for line in _lines(membership, code)]),
        on_paper=on_paper,
    )


def _joined_on(membership: Membership, joined: Iterable[Change]) -> str:
    """Who joined on which days, "" where a day is not known."""
    named = [name_on(membership, each.code, each.day) for each in joined]
    begun = [row.since for each in joined if (row := row_on(membership, each.code, each.day))]
    if any(len(since) != len(WHOLE_DATE) for since in begun):
        return ""
    return word("joined_on", who=listed(named), days=listed([spelled_as_given(day) for day in dict.fromkeys(begun)]))


def _way(membership: Membership, code: str) -> str:
    """When a country belonged, as its card says; where it never did, that it had not joined by the last day."""
    day = membership.as_of
    lines = _lines(membership, code)
    if not lines:
        return word("never_joined", who=name_on(membership, code, day), day=spelled(day))
    begun = membership.rows_of[code][0].start_day
    return _word("way", who=name_on(membership, code, begun), stretches="; ".join(line.text for line in lines))
