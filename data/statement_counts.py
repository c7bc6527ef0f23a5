"""How many statements there are: by side, seen in their source, and with the words of their own language."""

from dataclasses import dataclass

import pandas as pd

from data.vocabulary import TRANSLATED_FROM, Confidence, Side
from data.words import counted, words


@dataclass(frozen=True)
class Counts:
    """Of some statements; `translated` are the quotations in translation, `originals` those with the words spoken.

    `seen` are those that were seen in the source named: a quotation stands only where its wording was. Of
    `contested` among them historians or the sides dispute the wording or what it meant, as of `contested_in_all`, with
    those told without a quotation.
    """

    total: int
    seen: int
    contested: int
    contested_in_all: int
    translated: int
    originals: int
    by_side: dict[str, int]


def counts_of(rows: pd.DataFrame) -> Counts:
    """The counts of some rows of the statements; sides from the most words to the fewest, none without any."""
    is_translated = (rows["quote"] != "") & rows["quote_language"].str.startswith(TRANSLATED_FROM)
    in_all = rows["confidence"] == Confidence.CONTESTED
    is_contested = in_all & (rows["quote"] != "")
    sides = rows["side"].value_counts()
    order = {str(side): place for place, side in enumerate(Side)}
    return Counts(
        total=len(rows),
        seen=int(((rows["confidence"] == Confidence.VERIFIED) | is_contested).sum()),
        contested=int(is_contested.sum()),
        contested_in_all=int(in_all.sum()),
        translated=int(is_translated.sum()),
        originals=int((rows["original"] != "").sum()),
        by_side={side: int(sides[side]) for side in sorted(sides.index, key=lambda one: (-sides[one], order[one]))},
    )


def more_of(counts: Counts) -> str:
    """How many are contested, and have the words that were spoken, in a sentence; of what there is none, nothing."""
    forms, parts = words()["statement_counts"], []
    if n := counts.contested_in_all:
        form = "contested_and_quoted" if counts.contested else "contested"
        parts.append(counted(forms[form], n, quoted=counts.contested))
    if counts.originals:
        parts.append(counted(forms["originals"], counts.originals, translated=counts.translated))
    return forms["sentence"].format(parts="; ".join(parts)) if parts else ""
