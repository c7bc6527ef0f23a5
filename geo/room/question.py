"""What a class is asked, which answers fit, and how they are counted.

Every answer is a list: of units for countries, of places among the options for a choice or an order, of one year.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

Answer = tuple[str, ...] | tuple[int, ...]
Vote = str | int | tuple[int, ...]
"""What is counted: a unit, a place among the options, a year; an order as a whole."""
FIRST_YEAR, LAST_YEAR = 1900, 2100


class Kind(StrEnum):
    """How a question is answered."""

    COUNTRIES = "countries"
    CHOICE = "choice"
    ORDER = "order"
    YEAR = "year"


@dataclass(frozen=True)
class Question:
    """One question. `options` are the units that can be tapped, or texts; `most` is how many of them may be chosen.

    `right` is the right answer, empty where there is none, as for an opinion. It leaves the room at the reveal.
    """

    id: str
    kind: Kind
    prompt: str
    options: tuple[str, ...] = ()
    most: int = 1
    right: Answer = ()

    def takes(self, answer: Answer) -> bool:
        """Whether an answer is one to this question."""
        match self.kind:
            case Kind.YEAR:
                return len(answer) == 1 and isinstance(answer[0], int) and FIRST_YEAR <= answer[0] <= LAST_YEAR
            case Kind.ORDER:
                return sorted(map(str, answer)) == sorted(map(str, range(len(self.options))))
            case Kind.CHOICE:
                known: set[str | int] = set(range(len(self.options)))
            case Kind.COUNTRIES:
                known = set(self.options)
        return 1 <= len(answer) <= self.most and len(set(answer)) == len(answer) and set(answer) <= known

    def is_right(self, answer: Answer) -> bool:
        """Whether an answer is the right one; where a choice has several right options, any of them will do."""
        if not self.right or not answer:
            return False
        if self.kind == Kind.CHOICE and self.most == 1:
            return answer[0] in self.right
        if self.kind in (Kind.CHOICE, Kind.COUNTRIES):
            return set(answer) == set(self.right)
        return answer == self.right


@dataclass(frozen=True)
class Result:
    """What came of a question: how many answered, how many of them rightly, and the votes, most frequent first."""

    question: Question
    answered: int
    rightly: int
    votes: tuple[tuple[Vote, int], ...]


def counted(question: Question, answers: Iterable[Answer]) -> Result:
    """All answers to a question as counts, without a trace of who gave which."""
    given = list(answers)
    votes: Counter[Vote] = Counter()
    for answer in given:
        # An order is one vote: its places say nothing by themselves.
        votes.update([tuple(map(int, answer))] if question.kind == Kind.ORDER else answer)
    frequent = sorted(votes.items(), key=lambda vote: (-vote[1], str(vote[0])))
    return Result(question, len(given), sum(map(question.is_right, given)), tuple(frequent))
