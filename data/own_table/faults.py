"""What is said of a file of somebody that cannot be read as a table."""

from data.gate.limits import MOST_OWN_BYTES, MOST_OWN_MEGABYTES
from data.gate.problems import GateError
from data.words import phrase


def fault(key: str, **values: object) -> GateError:
    """The error of a key in the words of files, told with these values."""
    return GateError(phrase("own_table", "file", key, **values))


def check_size(raw: bytes, file: str) -> None:
    """Raise GateError for a file that is empty or too large."""
    if not raw.strip():
        raise fault("empty", file=file)
    if len(raw) > MOST_OWN_BYTES:
        raise fault("too_large", file=file, most=MOST_OWN_MEGABYTES)
