"""What the tables and shapes say of each claim of `claims.csv`, computed when asked.

No result stands here: every number, date and name comes from the tables at the time of the question. What does stand
here is what a claim itself is about (the number it gives, the span of time it means) and the definitions a reader can
choose; the words stand in data/words. A claim about the words of a document cannot be computed; its finding repeats the
recorded evaluation and says that it rests on the source.
"""

from geo.claims import days, documents, joined, line, one_inch, partners, promises
from geo.claims.documents import on_record
from geo.claims.registry import Choice, ClaimError, Finding, choices, claim_ids, evaluate

__all__ = ["TOPICS", "Choice", "ClaimError", "Finding", "choices", "claim_ids", "evaluate", "on_record"]

TOPICS = (joined, line, promises, partners, days, documents, one_inch)
"""To import a topic is to register its claims."""
