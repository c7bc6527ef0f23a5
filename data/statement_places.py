"""The places where statements were made, each once."""

from collections.abc import Mapping
from functools import lru_cache

import pandas as pd

from data.tables import Tables

PLACE = ["lon", "lat"]


@lru_cache(maxsize=4)
def statement_places(tables: Tables) -> pd.DataFrame:
    """The places in the order of the first statement that was made at each: columns `lon` and `lat`, in degrees."""
    return tables.statements[PLACE].drop_duplicates(ignore_index=True)


@lru_cache(maxsize=4)
def place_numbers(tables: Tables) -> Mapping[str, int]:
    """For each statement, by id, the row of its place among `statement_places`."""
    statements = tables.statements
    return dict(zip(statements["id"], statements.groupby(PLACE, sort=False).ngroup().tolist(), strict=True))
