"""What stays on one line: the parts of a date, and the last two words of a bold text."""

import re
from functools import lru_cache
from typing import Final

from data.dates import MONTHS

NO_BREAK: Final = "\u00a0"
_DATE = re.compile(rf"(?:\b\d{{1,2}} )?\b(?:{'|'.join(MONTHS)})\b(?: \d{{4}}\b)?")
LONGEST = 18
"""Letters of the last two words together: longer ones would leave a hole on the line before."""


def with_whole_dates(text: str) -> str:
    """A text none of whose dates breaks over two lines."""
    return _DATE.sub(lambda found: found[0].replace(" ", NO_BREAK), text)


@lru_cache(maxsize=1024)
def unbroken(text: str, *, bold: bool = True) -> str:
    """The same; the last word of a bold text takes the one before with it, if both are short and others stand before.

    What is bold is large and read at once: a title, a heading, a question, the right answer.
    """
    whole = with_whole_dates(text)
    if not bold:
        return whole
    *before, last = whole.rsplit(" ", 1)
    if not last or not before or " " not in before[0] or len(before[0].rpartition(" ")[2]) + len(last) > LONGEST:
        return whole
    return NO_BREAK.join((*before, last))
