"""A citation names author, title, edition and days; an address only where the instance has one of its own."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import bibtexparser
import pytest
import rispy
from bibtexparser.bparser import BibTexParser
from bibtexparser.latexenc import latex_to_unicode
from each import for_each
from hypothesis import given
from hypothesis import strategies as st

from data.citation import AUTHOR, STYLES, WORK, citation, title_of
from data.editions import Edition
from data.tables import current_tables

DAY, AS_OF, ACCESSED = date(2026, 11, 28), date(2026, 7, 8), date(2026, 11, 30)
LISTED = (Edition("1.1", DAY, AS_OF, "", ""),)
TABLES = replace(current_tables(), version="1.1", edition_date=DAY, as_of=AS_OF, editions=LISTED)
OPEN = replace(TABLES, editions=())
ADDRESS = "https://atlas.example.org/eastward"
PATH = "countries?country=POL&search=a%20b_c"
TITLE = title_of("Poland in 2004", "units/POL")
HOSTILE = [
    "{address}",
    "{0}",
    "{",
    "}",
    "<b>",
    "%s",
    "\\input{x}",
    "a & b_c #1 $2 50% ~ ^",
    "Türkiye – “Łódź”",
    "@misc{",
]


@pytest.fixture
def addressed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EASTWARD_URL", ADDRESS)


@pytest.fixture(autouse=True)
def no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EASTWARD_URL", raising=False)


def cited(style: str, title: str = TITLE, path: str = PATH) -> str:
    return citation(style, title, path, ACCESSED, TABLES)


def bibtex(text: str) -> dict[str, str]:
    (entry,) = bibtexparser.loads(text, parser=BibTexParser(common_strings=True)).entries
    return dict(entry)


def ris(text: str) -> dict[str, object]:
    (entry,) = rispy.loads(text)
    return dict(entry)


# ---------------------------------------------------------------------- for readers


def test_the_apas_style() -> None:
    assert cited("apa") == (
        "Eastward. (2026). Poland in 2004 [cited row: units/POL], in Eastward: an atlas of NATO’s enlargement and "
        "Russia’s red lines (Edition 1.1, November 28, 2026; facts as of July 8, 2026) [Interactive map]. "
        "Retrieved November 30, 2026, in the atlas at /countries?country=POL&search=a%20b_c"
    )


def test_iso_690() -> None:
    assert cited("iso690") == (
        "Eastward. Poland in 2004 [cited row: units/POL], in Eastward: an atlas of NATO’s enlargement and Russia’s "
        "red lines [online]. Edition 1.1, 28 November 2026, facts as of 8 July 2026 [viewed 30 November 2026]. "
        "In the atlas at /countries?country=POL&search=a%20b_c"
    )


@pytest.mark.usefixtures("addressed")
def test_an_address_of_its_own_is_named_in_every_style() -> None:
    full = f"{ADDRESS}/{PATH}"
    assert cited("apa").endswith(f"Retrieved November 30, 2026, from {full}")
    assert cited("iso690").endswith(f"[viewed 30 November 2026]. Available from: {full}")
    assert bibtex(cited("bibtex"))["url"] == full
    assert ris(cited("ris"))["urls"] == [full]
    assert all("in the atlas at" not in cited(style).lower() for style in STYLES)


@pytest.mark.parametrize("style", STYLES)
def test_without_one_no_host_is_named(style: str) -> None:
    assert "http" not in cited(style)
    assert "localhost" not in cited(style)


@pytest.mark.parametrize("style", STYLES)
def test_an_edition_that_may_still_change_says_so(style: str) -> None:
    assert "1.1 in preparation" in citation(style, TITLE, PATH, ACCESSED, OPEN)
    assert "in preparation" not in cited(style)


def test_without_a_row_the_part_stands_alone() -> None:
    assert title_of("Europe in 1949") == f"Europe in 1949, in {WORK}"


@for_each("hostile", HOSTILE)
@for_each("style", ["apa", "iso690"])
def test_braces_in_what_is_cited_stay_as_they_are(style: str, hostile: str) -> None:
    assert cited(style, title_of(hostile)).startswith(f"Eastward. {'(2026). ' if style == 'apa' else ''}{hostile}, in")


# ---------------------------------------------------------------------- for reference managers


def test_bibtex_is_an_entry_that_a_library_accepts() -> None:
    entry = bibtex(cited("bibtex"))
    assert entry["ENTRYTYPE"] == "misc"
    assert entry["ID"] == "eastward-1.1-countries-country-POL-search-a-20b-c"
    assert entry["author"] == f"{{{AUTHOR}}}"  # braces keep a corporate author whole
    assert (entry["year"], entry["edition"], entry["urldate"]) == ("2026", "1.1", "2026-11-30")
    assert "facts as of 8 July 2026" in entry["note"]


@pytest.mark.parametrize("title", ["a & b_c #1 50%", "Türkiye – “Łódź”", TITLE])
def test_bibtex_reads_a_title_back(title: str) -> None:
    assert latex_to_unicode(bibtex(cited("bibtex", title))["title"]) == title


@for_each("hostile", HOSTILE)
def test_no_title_breaks_an_entry(hostile: str) -> None:
    entry = bibtex(cited("bibtex", hostile))
    assert (entry["ENTRYTYPE"], entry["author"], entry["year"]) == ("misc", f"{{{AUTHOR}}}", "2026")


@given(st.text(alphabet="{}\\&%$#_~^ab", min_size=1, max_size=12))
def test_bibtexs_signs_are_escaped_and_its_braces_closed(odd: str) -> None:
    text = cited("bibtex", f"x{odd}x")
    title = text.partition("title = {{")[2].partition("}},\n")[0]
    without = title
    for written in ("\\textbackslash{}", "\\textbraceleft{}", "\\textbraceright{}", "\\textasciitilde{}",
                    "\\textasciicircum{}", *(f"\\{sign}" for sign in "&%$#_")):  # fmt: skip
        without = without.replace(written, "")
    assert not set(without) & set("{}\\&%$#_~^")
    assert bibtex(text)["year"] == "2026"


def test_two_parts_have_two_keys() -> None:
    keys = {bibtex(cited("bibtex", path=path))["ID"] for path in ("?year=2004", "?year=2005", "", "red_lines")}
    assert len(keys) == 4
    assert "eastward-1.1" in keys


@for_each("title", [TITLE, *HOSTILE])
def test_ris_is_a_record_that_reads_back(title: str) -> None:
    entry = ris(cited("ris", title))
    assert entry["type_of_reference"] == "MAP"
    assert entry["authors"] == [AUTHOR]
    assert entry["title"] == title
    assert (entry["year"], entry["date"], entry["edition"]) == ("2026", "2026/11/28", "1.1")
    assert entry["access_date"] == "2026/11/30"
    (note,) = entry["notes"]  # type: ignore[misc]
    assert note == f"Facts as of 8 July 2026; in the atlas at /{PATH}"


def test_the_citation_file_names_the_same_author_and_work() -> None:
    text = (Path(__file__).parent.parent / "CITATION.cff").read_text(encoding="utf-8")
    assert f'title: "{WORK}"' in text
    assert f"authors:\n  - name: {AUTHOR}\n" in text
