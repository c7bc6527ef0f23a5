"""The claims that have the words a reader looks for."""

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
    texts = [folded(" ".join(cells)) for cells in rows[list(SEARCHED)].itertuples(index=False, name=None)]
    return rows[[all(word in told for word in wanted) for told in texts]]
