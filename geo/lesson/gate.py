"""The gate that the text of a lesson passes: that of all TOML, with what a lesson's sentences say."""

from typing import Any

from data.gate import toml
from data.gate.files import in_utf8, within
from data.gate.limits import MOST_TOML_BYTES
from data.gate.problems import GateError
from data.gate.toml import Places
from geo.errors import LessonError

STOP = "stop"
FIELD = "a field of a lesson, such as title"
EXPECTED = "a lesson as TOML"


def decoded(raw: bytes, name: str) -> str:
    """The text of a file; LessonError for one that is too large, before it is looked at, or no UTF-8."""
    try:
        return in_utf8(within(raw, name, MOST_TOML_BYTES), name, EXPECTED).removeprefix("\ufeff")
    except GateError as error:
        raise LessonError([str(error)]) from None


def admitted(text: str, name: str) -> tuple[dict[str, Any], Places]:
    """What the TOML of a lesson holds, and where it stands; LessonError for a text that could hurt, or is no TOML."""
    try:
        return toml.admitted(text, name, STOP, key=FIELD)
    except GateError as error:
        raise LessonError([str(error)]) from None
