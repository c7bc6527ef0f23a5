"""The signs of the verdicts on claims: strokes on a plate, told apart by their shapes alone.

Green agrees, the colour of news agrees nearly, ink disagrees, the quiet one cannot tell; red is kept for statements.
"""

from dataclasses import dataclass

from data.vocabulary import Verdict


@dataclass(frozen=True)
class VerdictSign:
    """A round plate and the strokes on it, about 20 px; inks are names of `Theme`, a plate without fill is a ring."""

    plate: str
    strokes: str
    ink: str
    fill: str = ""


WAVES = "M-4.6-1C-3-3.6-1.6-3.4 0-2.2S3-.8 4.6-3.4M-4.6 3.4C-3 .8-1.6 1 0 2.2S3 3.6 4.6 1"
HALF = "M0-9V9A9 9 0 0 1 0-9z"
"""What fills half of a ring."""

SIGNS: dict[Verdict, VerdictSign] = {
    Verdict.HOLDS: VerdictSign("calm", "M-4.4.4L-1.2 3.6L4.6-3.6", "page", "calm"),
    Verdict.HOLDS_IN_PART: VerdictSign("calm", "", "calm"),
    Verdict.HOLDS_UNDER_A_DEFINITION: VerdictSign("calm", "M0 5V.8L-3.4-3.8M0 .8L3.4-3.8", "calm"),
    Verdict.IMPRECISE: VerdictSign("news", WAVES, "news_casing", "news"),
    Verdict.WRONG_WORD: VerdictSign("news", "M-4.4-1.9H4.4M-4.4 1.9H4.4M2.3-5L-2.3 5", "news_casing", "news"),
    Verdict.DOES_NOT_HOLD: VerdictSign("ink", "M-3.4-3.4L3.4 3.4M3.4-3.4L-3.4 3.4", "page", "ink"),
    Verdict.NOT_TESTABLE_HERE: VerdictSign(
        "quiet_text", "M-2.6-2.3A2.6 2.6 0 1 1 .8.1C.1.4 0 .9 0 1.7M0 4.7V4.8", "quiet_text"
    ),
}
