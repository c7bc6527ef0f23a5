"""TOML from outside, looked at before it is read: nothing that comes in can hurt.

What a TOML reader does with a text can take far more time and room than the text has: so size, depth, the parts of a
key and the length of a number are looked at first, in one pass that also notes where each field stands.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data.gate.files import in_utf8, read_within, within
from data.gate.limits import LONGEST_NUMBER, MOST_DEPTH, MOST_PARTS, MOST_TOKENS, MOST_TOML_BYTES
from data.gate.problems import GateError
from data.gate.text import cut, named, plain

REFUSED = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
"""What TOML itself refuses."""
TOKEN = re.compile(
    r"""
    (?P<newline>\n) | (?P<blank>[ \t]++|\#[^\n]*+) | (?P<sign>[\[\]{}=,.])
    | (?P<text>\"{3}(?:[^"\\]++|\\.|"(?!""))*+\"{3,5} | '{3}(?:[^']++|'(?!''))*+'{3,5}
        | "(?:[^"\\\n]++|\\[^\n])*+" | '[^'\n]*+')
    | (?P<quote>["']) | (?P<word>[^ \t\n"'\#\[\]{}=,.]++)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True)
class Places:
    """Says where a field stands: file, line, entry, field; `each` is the list of tables whose entries are counted."""

    name: str
    lines: Mapping[tuple[int, str], int]
    each: str = ""

    def of(self, entry: int, key: str) -> str:
        """The place as a sentence begins with it; entry 0 is what stands outside of all entries."""
        place = key.rpartition(", ")[0]  # the table that a field stands in: "starter 2, right"
        near = (key, place, place.partition(" ")[0], "")
        return self.at(next((self.lines[entry, each] for each in near if (entry, each) in self.lines), 1), entry, key)

    def at(self, line: int, entry: int, key: str) -> str:
        """The same for a line that is known."""
        which = f"{self.each} {entry}, " if entry else ""
        return f"{cut(self.name)} line {line}: {which}{plain(key)}:"


def read_toml(path: Path) -> dict[str, Any]:
    """What a file of TOML holds; GateError for one that could hurt or is no TOML, OSError where it cannot be read."""
    raw = read_within(path, MOST_TOML_BYTES)
    return admitted(in_utf8(raw, path.name, "TOML in UTF-8"), path.name, expected="TOML in UTF-8")[0]


def admitted(
    text: str, name: str, each: str = "", *, key: str = "a plain key", expected: str = "TOML"
) -> tuple[dict[str, Any], Places]:
    """What a text of TOML holds, and where it stands; GateError for a text that could hurt, or is no TOML.

    `each` is the list of tables whose entries are counted for the places; `key` says what a key is like.
    """
    if len(text) > MOST_TOML_BYTES or not text.isascii():
        in_utf8(within(text.encode("utf-8", "surrogatepass"), name, MOST_TOML_BYTES), name, expected)
    places = _Scan(text.replace("\r\n", "\n"), name, each, key).places()
    try:
        return tomllib.loads(text), places
    except (ValueError, RecursionError) as error:
        raise GateError(f"{cut(name)}: {cut(str(error))}; expected {expected}") from None


@dataclass
class _Scan:
    """One pass through a text: refuses what could hurt, notes the line of each field.

    `where` says what is being read: a line's begin, a header, a key, a value, or what follows a header. `brackets` are
    those open in a value; `owner` is the entry that the keys of this table belong to, -1 in a table within a table, 0
    elsewhere. There `inside` begins their names, as "starter 2, " does in the second [[starter]].
    """

    text: str
    name: str
    each: str
    expected_key: str
    line: int = 1
    entries: int = 0
    owner: int = 0
    inside: str = ""
    opened: int = 0
    tables: Counter[str] = field(default_factory=Counter)
    where: str = "begin"
    brackets: list[str] = field(default_factory=list)
    key: list[str] = field(default_factory=list)
    top: tuple[int, str] = (0, "")
    lines: dict[tuple[int, str], int] = field(default_factory=dict)

    def places(self) -> Places:
        for number, token in enumerate(TOKEN.finditer(self.text)):
            if number > MOST_TOKENS:
                raise self._refusal(f"more than {MOST_TOKENS:,} words and signs", "at most as many")
            kind, word = str(token.lastgroup), token[0]
            if kind == "newline":
                self.line += 1
                if not self.brackets:
                    self.where = "begin"
            elif kind != "blank":
                self._step(kind, word)
                self.line += word.count("\n")
        return Places(self.name, self.lines, self.each)

    def _step(self, kind: str, word: str) -> None:
        if kind == "quote":
            raise self._refusal("a text that does not end", f"{word} at its end")
        if self.where == "begin":
            self.key, self.opened, self.where = [], 0, "header" if word == "[" else "key"
        if self.where == "header":
            self._header(kind, word)
        elif self.where == "key":
            self._key(kind, word)
        elif self.where == "value":
            self._value(kind, word)

    def _header(self, kind: str, word: str) -> None:
        if kind != "sign":
            self._part(kind, word)
        elif word == "[":
            self.opened += 1
        elif word == "]":
            self.where = "after"
            first, *more = self.key or [""]
            if first == self.each and not more:
                self.entries += 1
                self.owner = self.entries
                self.lines[self.entries, ""] = self.line
            elif first == self.each or more:
                self.lines.setdefault((self.entries, more[0]) if first == self.each else (0, first), self.line)
                self.owner = -1
            else:
                self.tables[first] += 1
                self.owner = 0
                self.inside = f"{first} {self.tables[first]}, " if self.opened > 1 else f"{first}, "
                for place in (first, self.inside.removesuffix(", ")):
                    self.lines.setdefault((0, place), self.line)

    def _key(self, kind: str, word: str) -> None:
        if kind != "sign":
            self._part(kind, word)
        elif word == "=":
            self.where = "value"
            self._note()
            self.key = []
        elif word == "}":
            self.where = "value"
            self._value(kind, word)

    def _note(self) -> None:
        """Note where the field stands whose key has been read."""
        first = self.key[0] if self.key else ""
        if not self.brackets:
            self.top = (self.owner, first if self.owner else self.inside + first)
        if not self.brackets and self.owner >= 0:
            self.lines.setdefault(self.top, self.line)
        elif self.brackets == ["[", "{"] and self.top == (0, self.each):
            self.lines.setdefault((self.entries, first), self.line)

    def _value(self, kind: str, word: str) -> None:
        if kind == "word" and len(word) > LONGEST_NUMBER:
            raise self._refusal(f"{len(word):,} signs without quotes", f"text in quotes, or at most {LONGEST_NUMBER}")
        if kind == "text" and (control := REFUSED.search(word)):
            raise self._refusal(f"control character {named(control[0])}", "text")
        if word in ("[", "{"):
            if word == "{" and self.brackets == ["["] and self.top == (0, self.each):
                self.entries += 1
                self.lines[self.entries, ""] = self.line
            self.brackets.append(word)
            if len(self.brackets) > MOST_DEPTH:
                raise self._refusal("brackets within brackets within brackets", f"at most {MOST_DEPTH} deep")
        elif word in ("]", "}") and self.brackets:
            self.brackets.pop()
        if word in ("{", ",") and self.brackets[-1:] == ["{"]:
            self.key, self.where = [], "key"

    def _part(self, kind: str, word: str) -> None:
        """One more part of a key, without its quotes."""
        if kind == "text":
            try:
                word = str(tomllib.loads(f"key = {word}")["key"])
            except tomllib.TOMLDecodeError:
                word = word.strip("\"'")
        self.key.append(word)
        if len(self.key) > MOST_PARTS:
            raise self._refusal(f"a key of more than {MOST_PARTS} parts", self.expected_key)

    def _refusal(self, found: str, expected: str) -> GateError:
        entry, name = self.top if self.where == "value" else (self.owner, self.key[0] if self.key else "key")
        if self.brackets and self.top == (0, self.each):
            entry = self.entries
        where = Places(self.name, {}, self.each).at(self.line, max(entry, 0), name)
        return GateError(f"{where} {found}; expected {expected}")
