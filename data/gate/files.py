"""Files from outside, read up to their limit and no further."""

from pathlib import Path

from data.gate.problems import GateError
from data.gate.text import plain

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def missing(path: Path, expected: str, name: str = "") -> str:
    """What is said of a file that is not there; of its folder the name alone, since strangers may read it."""
    return f"{name or path.name}: not found in {path.parent.resolve().name}; expected {expected}"


def read_within(path: Path, most: int, name: str = "") -> bytes:
    """The bytes of a file; GateError for one that is larger, by its `name` if given; OSError for an unreadable one."""
    if path.exists() and not path.is_file() and not path.is_dir():
        raise GateError(f"{plain(name or path.name)}: a device; expected a file")
    with path.open("rb") as file:
        return within(file.read(most + 1), name or path.name, most)


def within(raw: bytes, name: str, most: int) -> bytes:
    """The same bytes; GateError for more than `most`."""
    if len(raw) > most:
        raise GateError(f"{plain(name)}: more than {most:,} bytes; expected at most as many")
    return raw


def in_utf8(raw: bytes, name: str, expected: str) -> str:
    """The text of a file; GateError with the line for what is no UTF-8."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        found = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        raise GateError(f"{plain(name)} line {line}: {found}; expected {expected}") from None
