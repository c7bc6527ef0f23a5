"""Archives from outside: packages of tables, and the workbooks XLSX and ODS, which are ZIPs of XML."""

import io
import zipfile
import zlib
from collections.abc import Container, Iterator

from data.gate.files import within
from data.gate.limits import MOST_ENTRIES, MOST_PACKED_BYTES, MOST_UNPACKED_BYTES
from data.gate.problems import GateError
from data.gate.text import plain

UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
"""What the standard reader raises for an archive that is broken, locked, or packed in another way."""
STEP = 65_536
END = b"PK\x05\x06"
COUNT = slice(10, 12)
"""Where the end of an archive says how many entries it has."""


class Archive:
    """A ZIP whose files are unpacked piece by piece, all of them together no further than `MOST_UNPACKED_BYTES`.

    What an entry says of its size is not believed. GateError for what is no ZIP, would be too much, or is damaged.
    """

    def __init__(self, raw: bytes, name: str) -> None:
        within(raw, name, MOST_PACKED_BYTES)
        self.name, self._where, self._left = name, plain(name), MOST_UNPACKED_BYTES
        # Counted before the standard reader makes an object of each.
        end = raw.rfind(END)
        if end >= 0 and int.from_bytes(raw[end:][COUNT], "little") > MOST_ENTRIES:
            raise GateError(f"{self._where}: more than {MOST_ENTRIES} entries; expected at most as many")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
        except UNREADABLE as error:
            raise self._unreadable(error) from None
        self.names = tuple(self._zip.namelist())
        if len(self.names) > MOST_ENTRIES:
            raise GateError(f"{self._where}: {len(self.names):,} entries; expected at most {MOST_ENTRIES}")

    def pieces(self, entry: str) -> Iterator[bytes]:
        """A file of the archive in pieces."""
        try:
            with self._zip.open(entry) as file:
                while piece := file.read(STEP):
                    self._left -= len(piece)
                    if self._left < 0:
                        raise self._too_much()
                    yield piece
        except (*UNREADABLE, KeyError) as error:
            if isinstance(error, GateError):
                raise
            raise self._unreadable(error) from None

    def read(self, entry: str) -> bytes:
        """A file of the archive as a whole."""
        return b"".join(self.pieces(entry))

    def read_all(self, wanted: Container[str] | None = None) -> dict[str, bytes]:
        """Every file by name, or those wanted; GateError before the first where they say that they are too much."""
        if sum(entry.file_size for entry in self._zip.infolist()) > MOST_UNPACKED_BYTES:
            raise self._too_much()
        files: dict[str, bytes] = {}
        for entry in self.names:
            if wanted is None or entry in wanted:
                if entry in files:
                    raise GateError(f"{self._where}: {plain(entry)} stands twice; expected each entry once")
                files[entry] = self.read(entry)
        return files

    def _too_much(self) -> GateError:
        return GateError(f"{self._where}: more than {MOST_UNPACKED_BYTES:,} bytes unpacked; expected at most as many")

    def _unreadable(self, error: Exception) -> GateError:
        return GateError(f"{self._where}: {plain(str(error))}; expected a ZIP archive that can be read")


def unpacked(raw: bytes, name: str, wanted: Container[str] | None = None) -> dict[str, bytes]:
    """The files of an archive by name, or those wanted; GateError as `Archive` has it."""
    return Archive(raw, name).read_all(wanted)
