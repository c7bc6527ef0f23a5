"""Votes of the people and of parliaments on NATO: whose they are, and what came out, in words."""

import math
from typing import Any

from data.rows import rows
from data.tables import Tables
from data.vocabulary import VoteKind, VoteOutcome
from data.words import counted, words


def votes_of(unit: str, tables: Tables) -> tuple[Any, ...]:
    """The votes held in a country, and those held elsewhere about it; in the order of their days."""
    return tuple(row for row in rows(tables, "votes") if row.iso3 == unit or unit in row.subject)


def asked(vote: Any) -> str:
    """Who voted on what."""
    return str(words()["vote"]["asked"].format(body=vote.body, question=vote.question))


def result(vote: Any) -> str:
    """The count of a vote, and that it decided nothing where so: 56.9% yes, turnout 59.4%; 37 to 13, 2 abstained."""
    text = words()["vote"]
    count = _shares(vote) if vote.kind == VoteKind.REFERENDUM else _heads(vote)
    return str(text["no_decision"].format(count=count)) if vote.outcome == VoteOutcome.NO_DECISION else count


def _shares(vote: Any) -> str:
    form = "not_counted" if math.isnan(vote.yes_percent) else "shares"
    return str(words()["vote"][form].format(yes=vote.yes_percent, turnout=vote.turnout_percent))


def _heads(vote: Any) -> str:
    text = words()["vote"]
    count = str(text["yeas" if math.isnan(vote.nays) else "heads"].format(yeas=vote.yeas, nays=vote.nays))
    if math.isnan(vote.abstentions) or not vote.abstentions:
        return count
    return str(text["with"].format(count=count, more=counted(text["abstained"], int(vote.abstentions))))
