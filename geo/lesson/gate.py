"""The gate that the text of a lesson passes before it is read as TOML: nothing that comes in can hurt.

What a TOML reader does with a text can take far more time and room than the text has: so size, depth, the parts of a
key and the length of a number are looked at first, in one pass that also notes where each field stands.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from geo.errors import LessonError

MOST_BYTES = 380_000
"""The longest lesson that holds: 40 stops and a head whose fields are full of signs of four bytes."""
MOST_DEPTH = 8
MOST_PARTS = 8
LONGEST_NUMBER = 40
LONGEST_SHOWN = 80
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What no text of a lesson may have: no reader sees it, and files of slides and pictures break on it."""
REFUSED = re.compile("[\x00-\x08\x0b-\x1f\x7f]")  # of these, what TOML itself refuses
TOKEN = re.compile(
    r"""
    (?P<newline>\n) | (?P<blank>[ \t]++|\#[^\n]*+) | (?P<sign>[\[\]{}=,.])
    | (?P<text>\"{3}(?:[^"\\]++|\\.|"(?!""))*+\"{3,5} | '{3}(?:[^']++|'(?!''))*+'{3,5}
        | "(?:[^"\\\n]++|\\[^\n])*+" | '[^'\n]*+')
    | (?P<quote>["']) | (?P<word>[^ \t\n"'\#\[\]{}=,.]++)
    """,
    re.VERBOSE | re.DOTALL,
)


def shown(value: object) -> str:
    """A value as a message shows it, cut where it is long."""
    return cut(repr(value))


def cut(text: str) -> str:
    """A text, cut where it is long."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"


@dataclass(frozen=True)
class Places:
    """Says where a field of a stop stands: file, line, stop, field."""

    name: str
    lines: Mapping[tuple[int, str], int]

    def of(self, stop: int, key: str) -> str:
        """The place as a sentence begins with it; stop 0 is what stands outside of all stops."""
        place = key.rpartition(", ")[0]  # the table that a field stands in: "starter 2, right"
        near = (key, place, place.partition(" ")[0], "")
        return self.at(next((self.lines[stop, each] for each in near if (stop, each) in self.lines), 1), stop, key)

    def at(self, line: int, stop: int, key: str) -> str:
        """The same for a line that is known."""
        which = f"stop {stop}, " if stop else ""
        plain = cut(key) if key.isprintable() else shown(key)
        return f"{cut(self.name)} line {line}: {which}{plain}:"


def decoded(raw: bytes, name: str) -> str:
    """The text of a file; LessonError for one that is too large, before it is looked at, or no UTF-8."""
    if len(raw) > MOST_BYTES:
        raise LessonError([f"{cut(name)}: more than {MOST_BYTES:,} bytes; expected a lesson of at most as many"])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        found = f"byte 0x{raw[error.start]:02x} is no text in UTF-8"
        raise LessonError([f"{cut(name)} line {line}: {found}; expected a lesson as TOML"]) from None


def admitted(text: str, name: str) -> tuple[dict[str, Any], Places]:
    """What the TOML of a lesson holds, and where it stands; LessonError for a text that could hurt, or is no TOML."""
    decoded(text.encode("utf-8", "surrogatepass") if len(text) <= MOST_BYTES else bytes(MOST_BYTES + 1), name)
    places = _Scan(text.replace("\r\n", "\n"), name).places()
    try:
        return tomllib.loads(text), places
    except ValueError as error:
        raise LessonError([f"{cut(name)}: {cut(str(error))}; expected TOML"]) from None


@dataclass
class _Scan:
    """One pass through a text: refuses what could hurt, notes the line of each field.

    `where` says what is being read: a line's begin, a header, a key, a value, or what follows a header. `brackets` are
    those open in a value; `owner` is the stop that the keys of this table belong to, -1 in a table within a table, 0
    elsewhere. There `inside` begins their names, as "starter 2, " does in the second [[starter]].
    """

    text: str
    name: str
    line: int = 1
    stops: int = 0
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
        for token in TOKEN.finditer(self.text):
            kind, word = str(token.lastgroup), token[0]
            if kind == "newline":
                self.line += 1
                if not self.brackets:
                    self.where = "begin"
            elif kind != "blank":
                self._step(kind, word)
                self.line += word.count("\n")
        return Places(self.name, self.lines)

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
            if first == "stop" and not more:
                self.stops += 1
                self.owner = self.stops
                self.lines[self.stops, ""] = self.line
            elif first == "stop" or more:
                self.lines.setdefault((self.stops, more[0]) if first == "stop" else (0, first), self.line)
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
        elif self.brackets == ["[", "{"] and self.top == (0, "stop"):
            self.lines.setdefault((self.stops, first), self.line)

    def _value(self, kind: str, word: str) -> None:
        if kind == "word" and len(word) > LONGEST_NUMBER:
            raise self._refusal(f"{len(word):,} signs without quotes", f"text in quotes, or at most {LONGEST_NUMBER}")
        if kind == "text" and (control := REFUSED.search(word)):
            raise self._refusal(f"control character U+{ord(control[0]):04X}", "text")
        if word in ("[", "{"):
            if word == "{" and self.brackets == ["["] and self.top == (0, "stop"):
                self.stops += 1
                self.lines[self.stops, ""] = self.line
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
            raise self._refusal(f"a key of more than {MOST_PARTS} parts", "a field of a lesson, such as title")

    def _refusal(self, found: str, expected: str) -> LessonError:
        stop, name = self.top if self.where == "value" else (self.owner, self.key[0] if self.key else "key")
        if self.brackets and self.top == (0, "stop"):
            stop = self.stops
        return LessonError([f"{Places(self.name, {}).at(self.line, max(stop, 0), name)} {found}; expected {expected}"])
