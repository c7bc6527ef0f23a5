"""Every title of a source says its language, wherever it is shown, so that a reader of the screen can say it."""

import csv
import re
from pathlib import Path

import pytest

from data.tables import current_tables
from data.title_languages import in_its_language, title_languages
from geo.wire.facts import sources_payload
from pages.parts.statement_cards import cards_of

TABLES = current_tables()
DATA = Path(__file__).parent.parent / "data"
FILES = [DATA / "sources.csv", *sorted(DATA.glob("memberships/*/sources.csv"))]
OF_OTHERS = re.compile(
    r"[À-ÖØ-öø-ʯͰ-῿]|\b(?:der|die|das|und|zur|zum|dem|den|des|aus|vor|el|los|las|y|et|la|le|les|du|della|nel|nella|di"
    r"|do|da|na|nie|w|z|och|om|og|ei|az|nr|Januar|Mai|Juni|Juli|février|ottobre|novembre|marca|marec)\b"
)
"""Letters and small words that other languages have and English does not; not all of them."""
IN_ENGLISH_TOO = re.compile(
    r"[Cc]ommuniqué|Aide-mémoire|Chargé|Türkiye|Česko|Akçakale|Árpád Göncz|Orbán|Drnovšek|Kaczyński|Begović"
)
FRENCH, RUSSIAN, ENGLISH = "S03", "S427", "S01"
SAID = {FRENCH: "La Grèce et la Turquie entrent dans l'OTAN", RUSSIAN: "Лавров выразил тревогу"}


def titles() -> list[str]:
    """Those of all tables, each once."""
    found: list[str] = []
    for path in FILES:
        with path.open(encoding="utf-8", newline="") as opened:
            found += [row["title"] for row in csv.DictReader(opened)]
    return list(dict.fromkeys(found))


def is_marked(title: str) -> bool:
    """Whether a title is in English as far as can be told, or says its language."""
    return bool(in_its_language(title).language) or not OF_OTHERS.search(IN_ENGLISH_TOO.sub("", title))


def test_every_title_that_is_not_in_english_says_its_language() -> None:
    assert [title for title in titles() if not is_marked(title)] == []
    assert not is_marked("Die Lage der Dinge")
    assert not is_marked("Рада")


def test_every_title_of_the_list_is_that_of_a_source() -> None:
    told = {in_its_language(title).told for title in titles()}
    assert [title for title in title_languages() if title not in told] == []


def test_a_page_marks_the_title_and_what_is_added_in_english_is_not_marked() -> None:
    links = cards_of(TABLES, "light").source_links([FRENCH, RUSSIAN, ENGLISH])
    assert '<span lang="fr">La Grèce et la Turquie entrent dans l&#39;OTAN</span> (photo record)' in links
    assert f'<span lang="ru">{SAID[RUSSIAN]}' in links
    assert links.count("lang=") == 2


@pytest.mark.parametrize("source", [FRENCH, RUSSIAN, ENGLISH])
def test_a_card_gets_the_language_and_how_far_it_goes(source: str) -> None:
    told = sources_payload(TABLES)[source]
    language, said, _ = in_its_language(told["title"])
    assert told.get("in") == ({"lang": language, "to": len(said)} if language else None)
