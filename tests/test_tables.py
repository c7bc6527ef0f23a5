"""The project's tables hold together, and each way to break them is caught by file and line."""

import csv
import math
import shutil
import sys
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from data.dates import OPEN_END, end_day, first_day
from data.gate.text import first_unfit
from data.schema import SCHEMA, Kind
from data.tables import FOLDER, TableError, current_tables, find_problems, read_tables
from data.vocabulary import City, Format, Stance, Status

AS_OF = current_tables().as_of
TOMORROW = AS_OF + timedelta(days=1)
MAY_LACK = {
    name: [column.name for column in columns if column.kind in (Kind.WHOLE, Kind.NUMBER) and not column.required]
    for name, columns in SCHEMA.items()
}
"""By table: the columns of numbers in which a cell may be empty."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the project's tables, free to spoil."""
    for path in [*FOLDER.glob("*.csv"), FOLDER / "edition.toml"]:
        shutil.copy(path, tmp_path)
    return tmp_path


def line_of(folder: Path, file: str, start: str) -> int:
    """The line of a file that begins with a text."""
    lines = (folder / file).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if line.startswith(start))


def spoil(folder: Path, file: str, start: str, column: str, value: str) -> int:
    """Write a value into one cell and give back the line."""
    line = line_of(folder, file, start)
    with (folder / file).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    rows[line - 1][rows[0].index(column)] = value
    with (folder / file).open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows(rows)
    return line


def test_the_projects_tables_have_no_problem() -> None:
    assert find_problems() == []


def test_the_copy_has_no_problem_before_it_is_spoiled(folder: Path) -> None:
    assert find_problems(folder) == []


CELLS = [
    # table, line begins with, column, value, found, expected
    ("accessions", "POL", "joined_on", "1999-02-30", "joined_on is '1999-02-30'", "a date of the calendar"),
    ("accessions", "POL", "joined_on", "12.3.1999", "joined_on is '12.3.1999'", "YYYY-MM-DD"),
    ("accessions", "POL", "joined_on", "1999-3", "joined_on is '1999-3'", "YYYY-MM-DD"),
    ("accessions", "POL", "joined_on", "", "joined_on is empty", "a value"),
    ("accessions", "POL", "order_of_joining", "nineteen", "order_of_joining is 'nineteen'", "a whole number"),
    ("accessions", "POL", "order_of_joining", "9" * 5000, "order_of_joining is '999", "a whole number of at most 9"),
    ("accessions", "POL", "invited_on", "", "POL has neither signed_on nor invited_on", "invited_on alone"),
    ("accessions", "POL", "signed_on", "1998", "POL has signed_on and invited_on", "invited_on alone"),
    ("accessions", "BEL", "signed_on", "", "BEL has neither signed_on nor invited_on", "signed_on alone"),
    ("accessions", "POL", "name", "Po\0land", "name has U+0000", "text in one line"),
    ("accessions", "POL", "note", "one\ntwo", "note has U+000A", "text in one line"),
    ("accessions", "POL", "note", "one\u2028two", "note has U+2028", "text in one line"),
    ("events", "EV04", "title", "a\x01b", "title has U+0001", "text in one line"),
    ("events", "EV04", "title", "a\ufffeb", "title has U+FFFE", "text in one line"),
    ("events", "EV04", "title", "a\x85b", "title has U+0085", "text in one line"),
    ("accessions", "POL", "order_of_joining", "33", "POL is number 33", "19, in order of joining"),
    ("accessions", "POL", "iso3", "PLO", "iso3 'PLO' is unknown", "an ISO code of units.csv"),
    ("accessions", "POL", "former_bloc", "pact", "former_bloc is 'pact'", "warsaw_pact"),
    ("accessions", "POL", "protocol_signed_on", "1997-06-16", "is before invited_on 1997-07-08", "in order"),
    ("accessions", "POL", "joined_on", "1998-12-31", "POL joined 1998-12-31, before HUN", "order of joining"),
    ("accessions", "POL", "joined_on", "1999-03-13", "POL is invited from 1997-07-08 to 1999-03-12", "1999-03-13"),
    ("accessions", "SWE", "joined_on", f"{TOMORROW}", f"joined_on is {TOMORROW}", f"nothing after {AS_OF}"),
    ("accessions", "POL", "source_ids", "S10;S999", "source 'S999' is not in sources.csv", "the id of a source"),
    ("accessions", "POL", "source_ids", "S10;S10", "source_ids is 'S10;S10'", "none twice"),
    ("accessions", "POL", "name", " Poland", "name is ' Poland'", "no blanks"),
    ("accessions", "POL", "confidence", "contested", "confidence is 'contested'", "verified, known, unsure"),
    ("statuses", "POL,Poland,pfp", "status", "pact", "status is 'pact'", "one of invited"),
    ("statuses", "POL,Poland,pfp", "end_on", "1990-01-01", "POL pfp ends 1990-01-01, before it", "a later end"),
    ("statuses", "POL,Poland,pfp", "end_on", "1994-02-02", "on the day it starts", "a later end"),
    ("statuses", "MLT,Malta,pfp,participant (second", "start_on", "1996-10", "still holds", "a start on or after"),
    ("statuses", "POL,Poland,invited", "start_on", "1997-07-09", "POL is invited from 1997-07-09", "1997-07-08"),
    ("statuses", "POL,Poland,invited", "status", "applied", "POL has no invited row", "one from 1997-07-08"),
    ("other_blocs", "warsaw_pact,BGR", "bloc", "warsaw", "bloc is 'warsaw'", "warsaw_pact"),
    ("other_blocs", "warsaw_pact,BGR", "unit", "BULG", "unit 'BULG' is unknown", "a unit of units.csv"),
    ("other_blocs", "warsaw_pact,BGR", "bars_membership", "no", "bars_membership is 'no'", "true or false"),
    ("other_blocs", "warsaw_pact,BGR", "as_part_of", "BULG", "as_part_of 'BULG' is unknown", "a unit or a state"),
    ("historical_states", "Serbia and Mon", "start_on", "2003-02-03", "MNE starts 2003-02-03", "2003-02-04"),
    ("historical_states", "Serbia,SRB,XKX", "relation", "vassal", "relation is 'vassal'", "occupation"),
    ("historical_states", "Serbia,SRB,XKX", "next_state", "KOS", "next_state 'KOS' is unknown", "a unit or a state"),
    ("territory_changes", "TC25", "unit", "GRL;FAR", "unit 'FAR' is unknown", "a unit of units.csv"),
    ("territory_changes", "TC25", "effect", "inside", "effect is 'inside'", "in_area"),
    ("events", "EV02", "event_id", "EV01", "EV01 stands in line 2 too", "each once"),
    ("events", "EV04", "kind", "party", "kind is 'party'", "treaty"),
    ("events", "EV50", "headline", "true", "a second headline for 2014", "at most one a year"),
    ("events", "EV09", "title", "wall " * 12 + "walls", "a headline's title of 65 characters", "at most 60"),
    ("events", "EV09", "summary", "w" * 161, "a headline's summary of 161 characters", "at most 160"),
    ("events", "EV72", "date", f"{TOMORROW}", f"date is {TOMORROW}", f"nothing after {AS_OF}"),
    ("events", "EV04", "countries", "GRC;TRK", "countries 'TRK' is unknown", "an ISO code"),
    ("statements", "2007-02-10", "stance", "angry", "stance is 'angry'", "red_line"),
    ("statements", "2007-02-10", "side", "moscow", "side is 'moscow'", "russian"),
    ("statements", "2007-02-10", "quote", "word " * 30 + "word", "a quotation of 31 words", "at most 30"),
    ("statements", "1997-04-08", "original", "Tai mūsų pasirinkimas", "in 'no language'", "both or neither"),
    ("statements", "2007-02-10", "original_language", "en", "original_language is 'en'", "one of cs"),
    ("statements", "2022-02-24", "original", "rasshirenie NATO", "in ru 'rasshirenie NATO'", "cyrillic letters"),
    ("statements", "2023-07-12-kallas", "original", "членство", "in et 'членство'", "latin letters"),
    ("statements", "1981-09-08", "quote", "Injerencia en asuntos españoles", "that are the quotation", "a translation"),
    ("statements", "2007-02-10", "quote_language", "ru", "quote_language is 'ru'", "translated-from-ru"),
    ("statements", "2007-02-10", "lat", "91", "lat is '91'", "from -90 to 90"),
    ("statements", "2007-02-10", "lon", "east", "lon is 'east'", "from -180 to 180"),
    ("statements", "2007-02-10", "lon", "1_0", "lon is '1_0'", "from -180 to 180"),
    ("statements", "2007-02-10", "lon", "nan", "lon is 'nan'", "from -180 to 180"),
    ("statements", "2007-02-10", "targets", "*;ZZZ", "targets 'ZZZ' is unknown", "an ISO code"),
    ("statements", "2007-02-10", "reply_to", "nobody", "reply_to 'nobody' is unknown", "the id of a statement"),
    ("statements", "1994-12-05-yeltsin", "reply_to", "2007-02-10-putin-munich", "is later than 1994-12-05", "earlier"),
    ("statements", "1994-12-05-clinton", "reply_to", "1994-12-05-yeltsin-cold-peace", "on the same day", "earlier"),
    ("statements", "2007-02-10", "reply_to", "2007-02-10-putin-munich", "answers itself", "another statement"),
    ("statements", "2007-02-10", "date", "2007-02-11", "does not begin with the date", "one that does"),
    ("statements", "2007-02-10", "lean", "", "lean is empty", "a value"),
    ("draft_treaties", "us,US-Russia draft treaty,7", "affected_count_2021", "6", "6 counted and 5 listed", "same"),
    ("draft_treaties", "us,US-Russia draft treaty,7", "article", "6", "treaty 6 stands in line 4 too", "each once"),
    ("draft_treaties", "us,US-Russia draft treaty,7", "article", "7.1", "article is '7.1'", "the number of an article"),
    ("draft_treaties", "nato,NATO-Russia draft agreement,7", "draft", "us", "us is 'NATO-Russia", "of line 2"),
    ("draft_treaties", "us,US-Russia draft treaty,7", "touched", "all", "touched is 'all'", "members, members_but"),
    ("draft_treaties", "us,US-Russia draft treaty,7", "statement", "no", "statement 'no' is unknown", "a statement"),
    ("eras", "war", "era", "peace", "era is 'peace'", "one of cold_war"),
    ("eras", "war", "event_id", "EV00", "event 'EV00' is unknown or planned", "an event of the past"),
    ("events", "EV49", "planned", "true", "event 'EV49' is unknown or planned", "an event of the past"),
    ("eras", "war", "event_id", "EV15", "war begins in 1989", "a year after 1999"),
    ("eras", "cold_war", "event_id", "EV09", "the first era begins in 1961", "1949, the year of the first"),
    ("claims", "C05", "verdict", "false", "verdict is 'false'", "holds"),
    ("votes", "1986-03-12-esp", "held_on", "1986-03-13", "does not begin with the day", "one that does"),
    ("votes", "1986-03-12-esp", "yes_percent", "156.85", "yes_percent is 156.85", "at most 100"),
    ("votes", "1986-03-12-esp", "yes_percent", "46.85", "carried with 46.85 percent", "more than half"),
    ("votes", "1986-03-12-esp", "yes_percent", "", "carried without yes_percent", "a value"),
    ("votes", "1986-03-12-esp", "turnout_percent", "", "a referendum without turnout_percent", "a value"),
    ("votes", "1986-03-12-esp", "yeas", "9054509", "a referendum with yeas", "shares for voters"),
    ("votes", "1981-10-29-esp", "turnout_percent", "97", "own_accession with turnout_percent", "counts for a parl"),
    ("votes", "1981-10-29-esp", "yeas", "", "own_accession without yeas", "a value"),
    ("votes", "1981-10-29-esp", "yeas", "146", "carried by 146 to 146", "more yeas than nays"),
    ("votes", "1981-10-29-esp", "yeas", "186.5", "yeas is '186.5'", "a whole number"),
    ("votes", "1981-10-29-esp", "subject", "PRT", "own_accession of ESP about PRT", "its own country in all else"),
    ("votes", "1998-04-30-usa", "subject", "USA", "another_accession of USA about USA", "others"),
    ("votes", "1998-04-30-usa", "iso3", "US", "iso3 'US' is unknown", "an ISO code of units.csv"),
    ("votes", "1998-04-30-usa", "kind", "poll", "kind is 'poll'", "referendum"),
    ("consultations", "2014-03-04-pol", "date", "2014-03-03", "does not begin with the date", "one that does"),
    ("consultations", "2014-03-04-pol", "requested_on", "2014-03-05", "after 2014-03-04", "a day up to the meeting"),
    ("consultations", "2014-03-04-pol", "requested_on", "", "article 4, asked for on no day", "for article 4 only"),
    ("consultations", "2001-09-12-usa", "requested_on", "2001-09-12", "article 5, asked for", "for article 4 only"),
    ("consultations", "2001-09-12-usa", "event_id", "EV35", "event 'EV35' is of 2002-05-28", "event of 2001-09-12"),
    ("consultations", "2014-03-04-pol", "article", "6", "article is '6'", "one of 4, 5"),
    ("consultations", "2014-03-04-pol", "countries", "POL;BAL", "countries 'BAL' is unknown", "an ISO code"),
    ("treaties", "inf", "in_force_on", "1987-12-07", "is before signed_on 1987-12-08", "the steps in order"),
    ("treaties", "inf", "suspended_on", "2019-08-03", "ended_on 2019-08-02 is before suspended_on", "in order"),
    ("treaties", "inf", "ended_by", "", "ended on 2019-08-02, by nothing", "both, or neither"),
    ("treaties", "inf", "said_moscow", "", "inf tells said_west", "what both sides said"),
    ("treaties", "start", "ended_by", "left_by_us", "start tells no side", "what both sides said"),
    ("treaties", "start", "signed_on", "1990-01-01", "start is older than cfe", "the treaties by age"),
    ("claims", "C08", "verdict", "holds", "verdict is 'holds', though a part is not in the", "the part that is"),
    ("statuses", "BGR,Bulgaria,nacc", "source_ids", "K08", "by sources from memory only", "a source that was seen"),
    ("line_phases", "former-soviet", "statement_ids", "1993-09-15-yeltsin-letter-clinton",
     "statement 1993-09-15-yeltsin-letter-clinton is known", "no surer than its statements"),
    ("statuses", "BGR,Bulgaria,nacc", "note", "See Wikipedia.", "the work on the row ('Wikipedia')", "working_note"),
    ("names", "TUR", "code", "TRK", "code 'TRK' is unknown", "a unit or a state of historical_states.csv"),
    ("names", "TUR", "form", "", "form is empty", "a value"),
    ("names", "TUR", "code", "MKD", "MKD starts 1949-01-01 while", "a start on or after its end, 2019-02-12"),
    ("borders", "FIN|RUS", "border", "RUS|FIN", "RUS|FIN is the border of FIN and RUS", "alphabetical order"),
    ("borders", "FIN|RUS", "a", "FINN", "a 'FINN' is unknown", "a unit of units.csv"),
    ("borders", "FIN|RUS", "official_km", "1,290", "official_km is '1,290'", "a number of 0 or more"),
    ("borders", "FIN|RUS", "official_km", "", "official_of and confidence without official_km", "in full, or none"),
    ("borders", "ALB|GRC", "official_km", "300", "without official_of and confidence", "in full, or none"),
    ("borders", "EST|RUS", "computed_km", "", "computed_km is empty", "a value"),
    ("borders", "EST|RUS", "computed_km", "-1", "computed_km is '-1'", "a number of 0 or more"),
    ("measures", "1999", "year", "1998", "1998 stands in line", "each once"),
    ("measures", "1999", "day", "1998-12-31", "the picture of 1999 is of 1998-12-31", "a day of that year"),
    ("measures", "1999", "moscow_unit", "PLO", "moscow_unit 'PLO' is unknown", "a unit of units.csv"),
    ("measures", "1999", "moscow_lat", "nan", "moscow_lat is 'nan'", "from -90 to 90"),
    ("measures", "1999", "russia_official_complete", "yes", "russia_official_complete is 'yes'", "true or false"),
    ("unit_measures", "POL", "population", "", "the date of no population", "both, or none"),
    ("unit_measures", "POL", "population_on", "", "a population without its date", "both, or none"),
    ("unit_measures", "POL", "unit", "PLO", "unit 'PLO' is unknown", "a unit of units.csv"),
    ("codes", "RUS", "gw", "3.65", "gw is '3.65'", "a whole number"),
    ("codes", "RUS", "note", "", "RUS shares gw 365 with SUN", "a note that says so"),
    ("codes", "RUS", "wikidata", "Q15180", "SUN shares wikidata Q15180 with RUS", "an item of its own"),
    ("codes", "RUS", "wikidata", "159", "wikidata is '159'", "Q and a number"),
    ("codes", "RUS", "m49", "64", "m49 is '64'", "three digits"),
    ("codes", "RUS", "kind", "state", "RUS is a state", "a unit"),
    ("codes", "RUS", "code", "RSF", "code 'RSF' is unknown", "a unit, or a state of historical_states.csv"),
    ("historical_states", "Soviet Union,SUN,UKR", "state_code", "YUG", "Yugoslavia", "one state a code"),
    ("historical_states", "Yugoslavia,YUG,BIH", "state_code", "FRY", "Yugoslavia is FRY, and YUG", "one code a state"),
    ("sources", "S01", "seen", "yes", "seen is 'yes'", "memory"),
    ("sources", "K13b", "id", "K13z", "source K13z is used by no fact", "a fact that rests on it"),
    ("forces", "tapa-battlegroup", "unit", "ESTO", "unit 'ESTO' is unknown", "a unit of units.csv"),
    ("forces", "tapa-battlegroup", "kind", "division", "kind is 'division'", "battlegroup"),
    ("forces", "tapa-battlegroup", "end_on", "2017-04-20", "on the day it starts", "a later end"),
    ("forces", "tapa-battlegroup", "start_on", f"{TOMORROW}", f"start_on is {TOMORROW}", f"nothing after {AS_OF}"),
    ("forces", "tapa-battlegroup", "whose", "GBT", "whose 'GBT' is unknown", "a unit or a state"),
    ("forces", "tapa-battlegroup", "whose", "RUS", "forces of RUS, nato is true", "one camp"),
    ("forces", "orzysz-battlegroup", "whose", "USA;RUS", "forces of USA;RUS, nato is true", "one camp"),
    ("forces", "tapa-battlegroup", "whose", "UKR", "forces of UKR", "members, or RUS, SUN"),
    ("units", "GRL", "of", "DAN", "GRL is a dependency of 'DAN'", "the unit of a country"),
    ("units", "POL", "of", "RUS", "POL is a country of RUS", "an empty cell"),
    ("units", "POL", "kind", "land", "kind is 'land'", "country"),
    ("units", "DEU-EAST", "iso3", "GDR", "GDR of DEU-EAST has no unit of its own", "a unit with that id"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "start", "column", "value", "found", "expected"), CELLS)
def test_a_spoiled_cell_is_named_with_file_line_found_and_expected(
    folder: Path, name: str, start: str, column: str, value: str, found: str, expected: str
) -> None:
    line = spoil(folder, f"{name}.csv", start, column, value)
    told = find_problems(folder)
    problems = [problem for problem in told if found in problem]
    assert problems, f"not caught: {told}"
    if f"{column} is" in found:
        assert any(problem.startswith(f"{name}.csv line {line}: {column} is") for problem in told)
    where, _, rest = problems[0].partition(": ")
    assert where.split(" line ")[0] in {f"{name}.csv" for name in SCHEMA}
    assert int(where.split(" line ")[1]) > 1
    assert expected in rest.split("; expected ")[1]


def replaced(old: bytes, new: bytes) -> Callable[[Path], None]:
    """A change of a file's bytes."""

    def change(path: Path) -> None:
        raw = path.read_bytes()
        assert old in raw
        path.write_bytes(raw.replace(old, new, 1))

    return change


def with_mark(path: Path) -> None:
    """Put a byte order mark in front."""
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())


def header_only(path: Path) -> None:
    """Leave nothing but the first line."""
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])


def unclosed(path: Path) -> None:
    """End the file inside a quotation."""
    path.write_bytes(path.read_bytes() + b'C99,"open')


def folder_of(path: Path) -> None:
    """Put a folder where the file was."""
    path.unlink()
    path.mkdir()


LATIN = replaced("Türkiye".encode(), "Türkiye".encode("latin-1"))
FILES = [
    ("statuses.csv", Path.unlink, "statuses.csv: not found", "expected a table"),
    ("statuses.csv", lambda path: path.write_bytes(b""), "statuses.csv: empty", "expected a header"),
    ("statuses.csv", with_mark, "statuses.csv line 1: begins with a byte order mark", "UTF-8"),
    ("accessions.csv", LATIN, "accessions.csv line 14: byte 0xfc", "UTF-8"),
    ("statuses.csv", replaced(b"end_reason", b"start_on"), "line 1: column start_on stands twice", "each column once"),
    ("statuses.csv", replaced(b"end_reason", b"reason"), "line 1: no column end_reason", "expected iso3, name"),
    ("statuses.csv", replaced(b"end_reason", b"reason"), "line 1: unknown column 'reason'", "expected iso3, name"),
    ("statuses.csv", replaced(b",nacc,", b",nacc,,"), "statuses.csv line 2: 12 cells", "11 cells as in the header"),
    ("statuses.csv", replaced(b"\nEST,", b"\n\nEST,"), "statuses.csv line 3: an empty line", "11 cells"),
    ("statuses.csv", replaced(b"BGR,Bulgaria", b'"BGR"x,Bulgaria'), "statuses.csv line 2: ", "closed quotes"),
    ("claims.csv", unclosed, "claims.csv line 39: ", "closed quotes"),
    ("statuses.csv", lambda path: folder_of(path), "statuses.csv: Is a directory", "a file that can be read"),
    ("edition.toml", lambda path: folder_of(path), "edition.toml: Is a directory", "a file that can be read"),
    ("statuses.csv", replaced(b"Bulgaria", b"Bul\0garia"), "statuses.csv line 2: name has U+0000", "in one line"),
    (
        "edition.toml",
        replaced(b"version = ", b"more = " + b"9" * 5000 + b"\nversion = "),
        "edition.toml line 1: more: 5,000 signs without quotes",
        "text in quotes",
    ),
    (
        "edition.toml",
        replaced(b"version = ", b"more = " + b"[" * 9000 + b"\nversion = "),
        "line 1: more: brackets",
        "8 deep",
    ),
    (
        "edition.toml",
        replaced(b'version = "', b'version = "\\u0001'),
        "edition.toml: version has U+0001",
        "in one line",
    ),
    ("edition.toml", replaced(str(AS_OF).encode(), b"2206-01-01"), "edition.toml: as_of is 2206-01-01", "a day up to"),
    ("edition.toml", replaced(str(AS_OF).encode(), b"1948-01-01"), "signed_on is 1949", "nothing after 1948-01-01"),
    ("eras.csv", header_only, "eras.csv: no rows", "one era"),
    ("edition.toml", Path.unlink, "edition.toml: not found", "the date up to which"),
    ("edition.toml", replaced(str(AS_OF).encode(), b"soon"), "edition.toml: ", "TOML"),
    ("edition.toml", replaced(str(AS_OF).encode(), b"2026"), "edition.toml: as_of is 2026", "expected a date"),
    ("edition.toml", replaced(b"version", b"edition"), "edition.toml: no version", "expected a text"),
    ("accessions.csv", header_only, "accessions.csv: no rows", "the founders"),
]


@pytest.mark.parametrize(("file", "change", "found", "expected"), FILES)
def test_a_spoiled_file_gives_a_sentence_not_a_traceback(
    folder: Path, file: str, change: Callable[[Path], object], found: str, expected: str
) -> None:
    change(folder / file)
    problems = [problem for problem in find_problems(folder) if found in problem]
    assert problems, f"not caught: {find_problems(folder)}"
    assert expected in problems[0]


def test_a_byte_order_mark_is_told_once_and_the_rest_is_read(folder: Path) -> None:
    with_mark(folder / "statuses.csv")
    assert len(find_problems(folder)) == 1


def test_a_later_line_keeps_its_number_after_a_cell_with_line_breaks(folder: Path) -> None:
    line = spoil(folder, "statuses.csv", "BGR,Bulgaria,nacc", "note", "one\ntwo\nthree")
    (problem,) = find_problems(folder)
    assert problem.startswith(f"statuses.csv line {line}: note has U+000A")
    with (folder / "statuses.csv").open("a", encoding="utf-8") as out:
        out.write("POL,Poland,pact,,1990,,,,,S01,known\n")
    last = len((folder / "statuses.csv").read_text(encoding="utf-8").splitlines())
    assert f"statuses.csv line {last}: status is 'pact'" in find_problems(folder)[1]


def test_two_problems_in_two_files_are_both_listed(folder: Path) -> None:
    first = spoil(folder, "accessions.csv", "POL", "confidence", "sure")
    second = spoil(folder, "events.csv", "EV09", "kind", "wall")
    with pytest.raises(TableError) as caught:
        read_tables(folder)
    assert [problem.partition(":")[0] for problem in caught.value.problems] == [
        f"accessions.csv line {first}",
        f"events.csv line {second}",
    ]
    assert str(caught.value) == "\n".join(caught.value.problems)


def test_one_slip_is_told_once(folder: Path) -> None:
    spoil(folder, "statuses.csv", "MLT,Malta,pfp,participant (second", "start_on", "April 2008")
    assert len(find_problems(folder)) == 1


def test_a_unit_that_is_not_measured_is_named(folder: Path) -> None:
    spoil(folder, "unit_measures.csv", "POL", "unit", "PLO")
    assert "unit_measures.csv: no row for POL; expected one for each unit of units.csv" in find_problems(folder)


def test_a_unit_without_its_codes_is_named(folder: Path) -> None:
    spoil(folder, "codes.csv", "SUN", "code", "URS")
    problem = "codes.csv: no row for SUN; expected one for each unit and state of its time"
    assert problem in find_problems(folder)


def test_unfit_is_what_unicode_says() -> None:
    """Control characters, surrogates, ends of lines, what turns text round, and the last two places of each plane."""
    turns = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    for place in range(sys.maxunicode + 1):
        sign = chr(place)
        is_unseen = unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} or unicodedata.bidirectional(sign) in turns
        unfit = is_unseen or place % 0x10000 >= 0xFFFE
        assert (first_unfit(f"a{sign}b") == sign) == unfit, hex(place)


def test_text_stays_text_and_lists_become_tuples() -> None:
    tables = read_tables()
    for name in SCHEMA:
        assert not getattr(tables, name).drop(columns=MAY_LACK[name]).isna().to_numpy().any(), name
    baker = tables.statements.set_index("id").loc["1990-02-09-baker-one-inch"]
    assert baker["targets"] == ("DEU",)
    assert baker["lat"] == 55.752
    assert baker["day"] == date(1990, 2, 9)
    with (FOLDER / "statements.csv").open(encoding="utf-8", newline="") as lines:
        assert tables.statements["lean"].tolist() == [row["lean"] == "true" for row in csv.DictReader(lines)]
    assert tables.accessions.set_index("iso3").loc["GRC", "signed_on"] == ""


def test_a_number_that_is_not_known_is_not_a_number() -> None:
    borders = read_tables().borders.set_index("border")
    assert borders.loc["FIN|RUS", "official_km"] == 1290
    assert math.isnan(borders.loc["BGR|GRC", "official_km"])


def test_intervals_are_half_open_and_an_open_end_is_the_last_day() -> None:
    statuses = read_tables().statuses.set_index(["iso3", "status"])
    assert statuses.loc[("POL", "pfp"), "end_day"] == date(1999, 3, 12)
    assert statuses.loc[("UKR", "bucharest_promise"), "end_day"] == OPEN_END
    assert statuses.loc[("JOR", "mediterranean_dialogue"), "start_day"] == date(1995, 11, 1)


def test_a_planned_event_is_carried_and_marked(folder: Path) -> None:
    with (folder / "events.csv").open("a", encoding="utf-8") as out:
        out.write(f"EV99,{TOMORROW},Something planned,It may happen.,,summit,TUR,true,true,S98,unsure\n")
    ahead = read_tables(folder).events.set_index("event_id")["after_as_of"]
    assert (ahead["EV99"], ahead["EV72"]) == (True, False)


def test_names_agree_with_the_units() -> None:
    tables = read_tables()
    names = dict(zip(tables.units["unit"], tables.units["name"], strict=True))
    for name, column in (("accessions", "name"), ("statuses", "name"), ("other_blocs", "name")):
        frame = getattr(tables, name)
        assert {(iso3, called) for iso3, called in zip(frame["iso3"], frame[column], strict=True)} <= set(names.items())


def test_a_name_of_its_time_is_another_than_the_usual_one() -> None:
    tables = read_tables()
    usual = dict(zip(tables.units["unit"], tables.units["name"], strict=True))
    usual |= dict(zip(tables.historical_states["state_code"], tables.historical_states["state"], strict=True))
    assert not [row.code for row in tables.names.itertuples() if row.name == usual[row.code]]


def test_no_working_notes_are_left_in_what_readers_see() -> None:
    tables = read_tables()
    for name, columns in {
        "accessions": ["note"],
        "statuses": ["detail", "end_reason", "note"],
        "other_blocs": ["end_reason", "note"],
        "historical_states": ["note"],
        "territory_changes": ["territory", "change", "note"],
        "events": ["title", "summary"],
        "statements": ["paraphrase", "context", "what_followed", "trigger_event", "note"],
        "draft_treaties": ["demand", "affected", "affected_rule", "note"],
        "claims": ["claim", "how_to_test", "own_evaluation", "depends_on_definition", "verdict_note"],
        "names": ["form", "note"],
        "borders": ["official_of", "note"],
        "measures": [f"{city}_place" for city in City],
        "units": ["note"],
    }.items():
        for column in columns:
            for text in getattr(tables, name)[column]:
                for jargon in ("from memory", "re-seen", " seen)", "stored copy", "dossier", "==", " row "):
                    assert jargon not in text, (name, column, text)


def test_a_date_has_three_precisions() -> None:
    assert first_day("1994") == date(1994, 1, 1)
    assert first_day("1994-02") == date(1994, 2, 1)
    assert first_day("1994-02-08") == date(1994, 2, 8)
    assert end_day("") == OPEN_END


@pytest.mark.parametrize("text", ["", "94", "1994-2", "1994-02-29", "1994-13", "1994-02-08 ", "1994/02/08", "١٩٩٤"])
def test_anything_else_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        first_day(text)


def test_words_are_spelled_as_outside_tools_know_them() -> None:
    assert [str(status) for status in Status] == [
        "member", "invitee", "aspirant", "suspended_partner", "partner", "dialogue_partner", "eastern_bloc", "none",
    ]  # fmt: skip
    assert Format.MEMBERSHIP_ACTION_PLAN == "map"
    assert Stance.RED_LINE == "red_line"
