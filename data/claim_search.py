"""The claims that have the words a reader looks for."""

from functools import cache

import pandas as pd

from data.search_text import folded, looked_for
from data.tables import Tables

SEARCHED = (
    "claim_id",
    "claim",
    "origin",
    "verdict",
    "verdict_note",
    "how_to_test",
    "own_evaluation",
    "depends_on_definition",
)


def claims_with(text: str, tables: Tables) -> pd.DataFrame:
    """The claims with every word of a text somewhere in what is told of them, in the order of the table."""
    wanted = looked_for(text)
    rows = tables.claims
    return rows[[all(word in told for word in wanted) for told in searchable(tables)]] if wanted else rows


@cache
def searchable(tables: Tables) -> tuple[str, ...]:
    """One plain text a claim, in the order of the table."""
    cells = tables.claims[list(SEARCHED)].itertuples(index=False, name=None)
    return tuple(folded(" ".join(each)) for each in cells)
