"""Bytes as text, in whichever encoding they were written."""

import codecs
from collections.abc import Callable
from itertools import islice, pairwise

from data.own_table.faults import fault

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
OLD = ("cp1252", "cp1250", "cp1251", "koi8-r", "mac-roman", "cp852", "cp866")
"""The encodings of older spreadsheets; of several that fit equally well the first is taken."""
SAMPLE = 200_000
LONGEST_NAME = 80
MOST_NAMES = 400


def text_of(raw: bytes, file: str, is_known: Callable[[str], bool]) -> tuple[str, str]:
    """The text and the name of its encoding.

    Parameters
    ----------
    raw
        The bytes.
    file
        What an error calls the file.
    is_known
        Whether a word is one that such tables have; it decides between encodings that all give some text.
    """
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return _decoded(raw.removeprefix(mark) if encoding == "utf-8" else raw, encoding, file), encoding
    if b"\x00" in raw:
        return _without_mark(raw, file)
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    best = max(OLD, key=lambda encoding: _fitness(raw[:SAMPLE], encoding, is_known))
    return raw.decode(best, errors="replace"), best


def _decoded(raw: bytes, encoding: str, file: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise fault("not_text", file=file, encoding=encoding) from error


def _without_mark(raw: bytes, file: str) -> tuple[str, str]:
    """UTF-16 that does not say so: every other byte of Latin letters is zero."""
    sample = raw[:SAMPLE]
    halves = sample[::2].count(0), sample[1::2].count(0)
    if max(halves) * 4 < len(sample) or min(halves) > max(halves) // 4:
        raise fault("not_a_table", file=file)
    encoding = "utf-16-le" if halves[1] > halves[0] else "utf-16-be"
    return _decoded(raw, encoding, file), encoding


def _fitness(raw: bytes, encoding: str, is_known: Callable[[str], bool]) -> tuple[int, int]:
    """How many words with other letters than English ones are known, and how few signs make no word."""
    text = raw.decode(encoding, errors="replace")
    found = (cell.strip(" \"'") for line in text.splitlines() for cell in _cells(line) if not cell.isascii())
    cells = set(islice((cell for cell in found if len(cell) < LONGEST_NAME), MOST_NAMES))
    odd = sum(1 for sign in text if not sign.isascii() and not sign.isalpha() and sign not in "–—’‘“”„«»°º·…\xa0")
    broken = sum(1 for cell in cells for one, two in pairwise(cell) if one.islower() and two.isupper())
    mixed = sum(1 for cell in cells if _mixes(cell))
    return sum(1 for cell in cells if is_known(cell)), -(odd + broken + mixed)


def _cells(line: str) -> list[str]:
    for separator in "\t;,|":
        line = line.replace(separator, "\n")
    return line.split("\n")


def _mixes(cell: str) -> bool:
    """Whether a cell has Latin letters beyond English ones beside Cyrillic, or either within a word of the other."""
    for word in cell.split():
        latin = any("a" <= sign.lower() <= "z" or "\xc0" <= sign <= "\u024f" for sign in word)
        if latin and any("\u0400" <= sign <= "\u04ff" for sign in word):
            return True
    return False
