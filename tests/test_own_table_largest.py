"""The largest table that is taken, saved, can be given again: on the page and on the command line."""

import io
import zipfile
from pathlib import Path
from random import Random

from openpyxl import Workbook
from paged import opened

from data.gate.limits import MOST_OWN_BYTES, MOST_SAVED_BYTES, MOST_SAVED_MEGABYTES
from data.own_table.command import read_file
from data.own_table.reading import read_table
from data.own_table.saved import saved
from data.tables import current_tables

ROWS = 3_000


def largest() -> bytes:
    """A workbook with a picture that nothing packs, and notes of chance, of nearly as many bytes as are taken."""
    book, kept, chance = Workbook(), io.BytesIO(), Random(1)
    names = list(current_tables().units["name"])
    book.active.append(["Country", "Joined", "Left", "Note"])
    for place in range(ROWS):
        year = 1950 + place // len(names)
        book.active.append([names[place % len(names)], year, year + 1, chance.randbytes(60).hex()])
    book.save(kept)
    with zipfile.ZipFile(kept, "a") as package:
        package.writestr("xl/media/image1.png", chance.randbytes(MOST_OWN_BYTES - len(kept.getvalue()) - 1_000))
    return kept.getvalue()


def test_what_was_saved_of_the_largest_table_can_be_given_again(tmp_path: Path) -> None:
    raw = largest()
    reading = read_table(raw, "large.xlsx")
    kept = saved(reading, "Large")
    assert len(raw) <= MOST_OWN_BYTES < len(kept) < MOST_SAVED_BYTES
    path = tmp_path / "large.zip"
    path.write_bytes(kept)
    again, title = read_file(path)
    assert (title, again.taken) == ("Large", reading.taken)


def test_the_page_lets_as_much_be_chosen() -> None:
    assert opened("your_own").file_uploader[0].proto.max_upload_size_mb == MOST_SAVED_MEGABYTES
