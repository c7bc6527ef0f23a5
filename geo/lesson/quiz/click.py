"""Questions to click: those that joined in a year."""

from collections.abc import Iterator

from data.dates import spelled
from data.rounds import joiners, rounds
from data.sentences import listed, number_word
from data.tables import Tables
from geo.lesson.quiz.apart import seen_joined
from geo.lesson.quiz.question import MANY, Question, sources_of, word

FEW = 2
"""A round of up to so many is easy to click where it is not long ago."""
LATE = 1990


def click(level: str, tables: Tables) -> Iterator[Question]:
    """Click all that joined in a year; the map shows the year before the first of them was invited."""
    accessions = tables.accessions.set_index("iso3")
    for row in rounds(tables).itertuples():
        count = row.joined
        if level_of_round(count, row.year, row.founding) != level:
            continue
        form = "founders" if row.founding else "one" if count == 1 else "many"
        joined = joiners(row.year, tables)
        yield Question(
            "click",
            level,
            word(f"click_{form}", n=number_word(count), year=row.year),
            (),
            row.units,
            word(
                "joined_on", who=listed([one.name for one in joined]), days=listed([spelled(day) for day in row.days])
            ),
            row.year,
            mask="status",
            view="north_atlantic" if row.founding else "europe",
            card=("country", row.units[0]),
            sources=sources_of(accessions.loc[list(row.units), "source_ids"]),
            on_paper=word(f"colour_{form}", n=number_word(count), year=row.year),
            seen=seen_joined(row.year, tables),
        )


def level_of_round(count: int, year: int, founding: bool) -> str:
    """How hard those are to find who joined in a year."""
    return "hard" if count >= MANY or founding else "easy" if count <= FEW and year >= LATE else "medium"
