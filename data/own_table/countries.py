"""Countries by what people call them: names in many languages, and the codes of many lists."""

import csv
import re
import tomllib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from math import isnan
from pathlib import Path
from typing import Any

from data.kept_short import kept_short
from data.memberships.checks import countries as countries_of_memberships
from data.memberships.ground import same_ground
from data.names import state_names
from data.rows import rows
from data.tables import Tables
from data.vocabulary import Relation

HERE = Path(__file__).parent
CLDR = HERE.parent / "cldr"
SUPERSCRIPT = re.compile(
    r"<sup>.{0,40}?</sup>|[\u00b9\u00b2\u00b3\u2070-\u2079*†‡§^]+|\[[\w\s]{1,3}\]|\{\{[^{}]*\}\}", re.IGNORECASE
)
BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
FORM = re.compile(
    r"^(?:the )?(?:(?:people s|peoples|democratic|socialist|islamic|federal|federative|arab|united|co operative|"
    r"oriental|hashemite|independent|grand|principality|sovereign|popular|sozialistische|demokratische|bundes|islamische|"
    r"socialiste|democratique|populaire|islamica|federativa) )*"
    r"(?:republic|kingdom|state|principality|duchy|commonwealth|federation|union|sultanate|rep|republik|konigreich|"
    r"furstentum|republique|royaume|principaute|republica|reino|principado|repubblica|regno|principato|republika|"
    r"krolestwo|ksiestwo|республика|королевство|княжество|республіка|королівство|князівство)"
    r" (?:of |de la |de l |de |du |d |del |della |dell |di |von |)(?:the |den |der |)"
)
FORM_LAST = re.compile(
    r" (?:the )?(?:(?:islamic|democratic|people s|arab|federal|socialist|kingdom|republic|rep|of|state|the|"
    r"principality|republika|republik) ?)+$"
)
ALIKE = 0.72
MOST_LIKELY = 3


class System(StrEnum):
    """Lists of codes, the likeliest first where several fit."""

    ISO3 = "iso3"
    ISO2 = "iso2"
    M49 = "m49"
    GW = "gw"
    COW = "cow"
    WIKIDATA = "wikidata"


NUMBERED = (System.GW, System.COW)
"""Lists that give states numbers which no other has had."""


@kept_short(1 << 15)
def key_of(text: str) -> str:
    """A name as it is looked up: without accents, case, points and articles."""
    folded = unicodedata.normalize(
        "NFKD", SUPERSCRIPT.sub(" ", text).casefold().replace("&", " and ").replace("ı", "i").replace("ł", "l")
    )
    letters = "".join(sign if sign.isalnum() else " " for sign in folded if not unicodedata.combining(sign))
    key = re.sub(r"\b(?:st|sankt)\b(?= \w)", "saint", " ".join(letters.split()))
    return key.removeprefix("the ")


@dataclass(frozen=True)
class Called:
    """Whom a text may mean, the likeliest first; `is_asked` where only somebody can tell which."""

    codes: tuple[str, ...] = ()
    is_asked: bool = False
    by_day: bool = False
    is_gone: bool = False

    @property
    def code(self) -> str:
        """Whom it means, "" where that is not sure."""
        return self.codes[0] if len(self.codes) == 1 and not self.is_asked else ""


NOBODY = Called()


class Countries:
    """Everybody a table can tell of; ask for them by `Countries.of(tables)`.

    A state that was one country of today and nothing else, as West Germany, is told as that country.
    """

    def __init__(self, tables: Tables) -> None:
        aliases = tomllib.loads((HERE / "aliases.toml").read_text(encoding="utf-8"))
        self.names = state_names(tables) | countries_of_memberships()
        self._same = same_ground(tables)
        self._asked: dict[str, tuple[str, ...]] = {key_of(key): tuple(codes) for key, codes in aliases["asked"].items()}
        self._by_day = {key_of(key): tuple(codes) for key, codes in aliases["by_day"].items()}
        self._gone = frozenset(map(key_of, aliases["gone"]["names"]))
        self._gone_numbers: dict[str, str] = aliases["gone_numbers"]
        smaller = aliases["on_later_ground"]
        self._smaller = frozenset(map(key_of, smaller["names"]))
        self._smaller_numbers = frozenset(map(str, smaller["numbers"]))
        self.provinces = frozenset(map(key_of, aliases["provinces"]["names"]))
        self._index = self._indexed(tables, aliases["names"])
        self._codes = _codes(tables, aliases["codes"], self._same)
        self._parts: dict[str, set[str]] = defaultdict(set)
        for key in self._index:
            for part in _thirds(key):
                self._parts[part].add(key)

    @staticmethod
    @lru_cache(maxsize=4)
    def of(tables: Tables) -> "Countries":
        """Those of an edition of the atlas, read once."""
        return Countries(tables)

    def _indexed(self, tables: Tables, aliases: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
        """By key, whom it means. The atlas's own names count most, then those by hand, then those of CLDR."""
        found: dict[str, tuple[str, ...]] = {}
        taken = self._asked.keys() | self._by_day.keys()
        own = [(code, name) for code, name in self.names.items()]
        own += [(row.code, row.name) for row in rows(tables, "names")]
        by_hand = [(code, name) for code, names in aliases.items() for name in names]
        for source in (own, by_hand, list(_of_cldr())):
            new: dict[str, set[str]] = defaultdict(set)
            for code, name in source:
                if (key := key_of(name)) not in found and key not in taken and code in self.names:
                    new[key].add(self._same.get(code, code))
            found |= {key: tuple(sorted(codes)) for key, codes in new.items() if key}
        return found

    def by_name(self, text: str) -> Called:
        """Whom a name means: as it stands, turned around at brackets or a comma, or without its form of state."""
        return self._named(text)

    @kept_short(1 << 14)
    def _named(self, text: str) -> Called:
        if found := self._exactly(key_of(text)):
            return found
        inside = BRACKETS.search(text)
        before, comma, after = text.partition(",")
        turned = f"{after} {before}" if comma else ""
        outside = BRACKETS.sub(" ", text) if inside else ""
        if inside:
            turned = f"{inside[1]} {outside}"
        for key in (key_of(turned), FORM.sub("", key_of(text)), FORM_LAST.sub("", key_of(text))):
            if key and (found := self._exactly(key)):
                return found
        if text.count("/") == 1 and (code := self._of_two_names(*text.split("/"))):
            return Called((code,))
        return self._beside_brackets(outside, inside[1]) if inside else self._beside_comma(before) if comma else NOBODY

    def _exactly(self, key: str) -> Called | None:
        if codes := self._asked.get(key):
            return Called(codes, is_asked=True)
        if codes := self._by_day.get(key):
            return Called(codes, by_day=True)
        if key in self._gone:
            return Called(is_gone=True)
        if codes := self._index.get(key):
            return Called(codes, is_asked=len(codes) > 1)
        return None

    def _of_two_names(self, one: str, other: str) -> str:
        """Whom two names mean together: Tanzania/Tanganyika."""
        code = self._named(one).code
        return code if code == self._named(other).code else ""

    def _beside_brackets(self, outside: str, inside: str) -> Called:
        """Without a remark in brackets; asked where the remark names another country, as in Georgia (US)."""
        found = self._named(outside) if outside.strip() else NOBODY
        other = self._exactly(key_of(inside)) or NOBODY
        if found.codes and other.codes and set(found.codes).isdisjoint(other.codes):
            return Called((*found.codes, *other.codes), is_asked=True)
        return found if found.codes or found.is_gone else Called(other.codes, is_asked=bool(other.codes))

    def _beside_comma(self, before: str) -> Called:
        found = self._named(before)
        return Called(found.codes, is_asked=True) if found.codes else NOBODY

    def by_code(self, text: str, system: System) -> tuple[str, ...]:
        """Whom a code of a list means; several where a state followed another under one number."""
        return self._codes[system].get(_code_key(text, system), ())

    def gone_by_code(self, text: str, system: System) -> str:
        """The name of a state that is gone, of which the atlas has nothing, by its number; "" for any other."""
        return self._gone_numbers.get(_code_key(text, system), "") if system in NUMBERED else ""

    def is_smaller(self, name: str, code: str, system: System | None) -> bool:
        """Whether a state is meant that was smaller than the country on whose ground it is shown."""
        has_number = system in NUMBERED and _code_key(code, System.GW) in self._smaller_numbers
        return key_of(name) in self._smaller or has_number

    def is_known(self, text: str) -> bool:
        """Whether a text names somebody."""
        found = self.by_name(text)
        return bool(found.codes) or found.is_gone

    @kept_short(1 << 10)
    def likely(self, text: str) -> tuple[str, ...]:
        """Whom a misspelt name may mean, the likeliest first."""
        key = key_of(BRACKETS.sub(" ", text) or text)
        shared = Counter(known for part in _thirds(key) for known in self._parts.get(part, ()))
        near = sorted(shared, key=lambda known: shared[known] / (len(known) + len(key)), reverse=True)[:60]
        alike = {known: SequenceMatcher(None, key, known, autojunk=False).ratio() for known in near}
        order = sorted((known for known in near if alike[known] >= ALIKE), key=lambda known: -alike[known])
        codes = (code for known in order for code in self._index[known])
        return tuple(dict.fromkeys(codes))[:MOST_LIKELY]


def _thirds(key: str) -> set[str]:
    padded = f"  {key} "
    return {padded[place : place + 3] for place in range(len(padded) - 2)}


def _of_cldr() -> Iterable[tuple[str, str]]:
    for file in ("names.toml", "world.toml"):
        told: dict[str, Any] = tomllib.loads((CLDR / file).read_text(encoding="utf-8"))["names"]
        for code, names in told.items():
            for name in names:
                yield code, name


def _code_key(text: str, system: System) -> str:
    plain = SUPERSCRIPT.sub("", text).strip().upper()
    if system in (System.M49, System.GW, System.COW):
        return plain.lstrip("0") if plain.isdigit() else ""
    if system is System.WIKIDATA:
        return plain.rpartition("/")[2].removeprefix("WD:")
    return plain


def _cell(value: object) -> str:
    """A cell of a table as its file has it: numbers that may be missing are read as fractions."""
    if isinstance(value, float):
        return "" if isnan(value) else str(int(value))
    return str(value)


def _codes(tables: Tables, others: dict[str, str], same: dict[str, str]) -> dict[System, dict[str, tuple[str, ...]]]:
    found: dict[System, dict[str, list[str]]] = {system: defaultdict(list) for system in System}
    states = {row.state_code for row in rows(tables, "historical_states") if row.relation != Relation.OCCUPATION}
    told: list[dict[str, str]] = [
        {
            "code": row.code,
            "kind": row.kind,
            **{system: _cell(getattr(row, system)) for system in System if system != System.ISO3},
        }
        for row in rows(tables, "codes")
    ]
    with (HERE / "codes.csv").open(encoding="utf-8", newline="") as file:
        told += [{"kind": "unit", **row} for row in csv.DictReader(file)]
    for row in sorted(told, key=lambda row: row["kind"] == "state"):
        code = row["code"]
        if row["kind"] == "state" and code not in states:
            continue
        row[System.ISO3] = code if len(code) == 3 else ""  # noqa: PLR2004
        for system in System:
            key = _code_key(row[system], system)
            if key and not (row["kind"] == "state" and system in (System.ISO2, System.ISO3) and key in found[system]):
                found[system][key].append(same.get(code, code))
    for short, code in others.items():
        system = System.ISO2 if len(short) == 2 else System.ISO3  # noqa: PLR2004
        found[system].setdefault(short, []).append(code)
    return {
        system: {key: tuple(dict.fromkeys(codes)) for key, codes in known.items()} for system, known in found.items()
    }
