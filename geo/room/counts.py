"""What a class answered, as counts in a spreadsheet: one row an answer, nobody's name."""

from collections.abc import Iterator

from data.csv_out import as_csv
from data.words import words
from geo.room.question import Kind, Question, Result, Vote
from geo.room.room import Room


def counts_csv(room: Room) -> str:
    """All that was revealed, in the order of asking; right answers that nobody gave have a row, too."""
    told = words()["room"]["counts"]
    header = [told[name] for name in ("question", "prompt", "kind", "answer", "votes", "right", "answered")]
    return as_csv(header, (row for number, result in enumerate(room.done, 1) for row in _rows(number, result)))


def _rows(number: int, result: Result) -> Iterator[list[str]]:
    question = result.question
    missed = [(each, 0) for each in _right_votes(question) if each not in {vote for vote, _ in result.votes}]
    head = [str(number), question.prompt, question.kind.value]
    for vote, n in (*result.votes, *missed):
        is_right = ("true" if vote in _right_votes(question) else "false") if question.right else ""
        yield [*head, _answer(question, vote), str(n), is_right, str(result.answered)]
    if not result.votes and not missed:
        yield [*head, words()["room"]["counts"]["no_answer"], "0", "", "0"]


def _right_votes(question: Question) -> list[Vote]:
    if question.kind == Kind.ORDER:
        return [tuple(map(int, question.right))] if question.right else []
    return list(question.right)


def _answer(question: Question, vote: Vote) -> str:
    if isinstance(vote, tuple):
        return " / ".join(question.options[place] for place in vote)
    if question.kind == Kind.CHOICE and isinstance(vote, int):
        return question.options[vote]
    return str(vote)
