"""The tables of 3 March 2026, on which the claims and the drafts were recorded: who joins later changes neither."""

from dataclasses import replace
from datetime import date

from data.tables import current_tables

RECORDED_ON = date(2026, 3, 3)
_NOW = current_tables()
AS_RECORDED = replace(_NOW, as_of=RECORDED_ON, accessions=_NOW.accessions[_NOW.accessions["joined_day"] <= RECORDED_ON])
