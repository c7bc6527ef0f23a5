"""Everyone who speaks is found once, with all the cells that name them."""

from each import for_each

from data.red_lines import Filters, chosen
from data.search_text import folded
from data.speakers import is_by, listed_speakers, speakers_of
from data.tables import current_tables

TABLES = current_tables()
CELLS = list(TABLES.statements["speaker"])


@for_each(
    "cell, speakers",
    [
        ("Vladimir Putin", ("Vladimir Putin",)),
        ("Vladimir Putin (as reported by William Burns)", ("Vladimir Putin",)),
        ("Russian delegation (Vladimir Medinsky)", ("Russian delegation", "Vladimir Medinsky")),
        ("Viktor Yushchenko, Yulia Tymoshenko, Arseniy Yatsenyuk",
         ("Viktor Yushchenko", "Yulia Tymoshenko", "Arseniy Yatsenyuk")),
        ("Sauli Niinistö and Sanna Marin", ("Sauli Niinistö", "Sanna Marin")),
        ("Ursula von der Leyen", ("Ursula von der Leyen",)),
        ("Governments of the US, Britain and France", ("Governments of the US, Britain and France",)),
        ("Soviet Union and seven East European states", ("Soviet Union and seven East European states",)),
        ("Government of Türkiye (as reported by the US ambassador)", ("Government of Türkiye",)),
        ("", ("",)),
    ],
)  # fmt: skip
def test_who_speaks(cell: str, speakers: tuple[str, ...]) -> None:
    assert speakers_of(cell) == speakers


@for_each("cell", sorted(set(CELLS)))
def test_nobody_of_the_table_is_called_by_how_it_is_known(cell: str) -> None:
    speakers = speakers_of(cell)
    assert all(speakers)
    assert len(set(speakers)) == len(speakers)
    assert not any(sign in one for one in speakers for sign in "()")
    assert all(is_by(cell, [wanted]) for wanted in (cell, *speakers))


def test_everyone_is_listed_once_with_the_cells_that_name_them_beneath() -> None:
    listed = listed_speakers(CELLS)
    assert len(set(listed)) == len(listed)
    assert set(listed) == set(CELLS) | {one for cell in CELLS for one in speakers_of(cell)}
    for before, name in zip(["", *listed], listed, strict=False):
        if name not in speakers_of(name):
            assert speakers_of(name)[0] in (before, speakers_of(before)[0])
    alone = [folded(name) for name in listed if speakers_of(name) == (name,)]
    assert alone == sorted(alone)


def test_a_person_is_found_with_all_who_report_him() -> None:
    found = chosen(TABLES, Filters(speaker=["Vladimir Putin"]))
    expected = [cell for cell in CELLS if cell.startswith("Vladimir Putin")]
    assert list(found["speaker"]) == expected
    assert len(set(expected)) > 1
    reported = "Vladimir Putin (as reported by Kommersant)"
    assert set(chosen(TABLES, Filters(speaker=[reported]))["speaker"]) == {reported}
