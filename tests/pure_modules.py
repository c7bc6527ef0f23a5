"""What the tests of the atlas's pure modules share: the facts and a view as they cross over, and days of theirs."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from geo.wire.assets import current_assets

Call = Callable[..., Any]
FACTS = json.loads(current_assets().file("facts.json").body)
VIEW = json.loads(current_assets().file("europe.json").body)
RANGE = {"first": FACTS["first"], "last": FACTS["last"]}
FIRST_DAY = date.fromisoformat(FACTS["first_day"])
AS_OF = FACTS["as_of"]
LAST_DAY = (date.fromisoformat(AS_OF) - FIRST_DAY).days
YEAR_ENDS = [year["day"] for year in FACTS["years"]]
MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905

laws = settings(max_examples=40, deadline=None)
days = st.dates(date(1949, 1, 1), date.fromisoformat(AS_OF))
numbers = st.integers(0, LAST_DAY)
"""Days as they cross over."""
