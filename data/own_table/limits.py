"""What a file of somebody may be at most, held to before anything is read of it."""

import io
import zipfile
from collections.abc import Iterator
from xml.parsers import expat

from data.errors import DataError
from data.words import phrase

MOST_BYTES = 5_000_000
MOST_ROWS = 10_000
MOST_COLUMNS = 200
MOST_CELLS = 300_000
LONGEST_CELL = 5_000
MOST_PARTS = 400
MOST_UNPACKED = 30_000_000
CHUNK = 1 << 16


class FileError(DataError):
    """A file that cannot be read as a table; the text is a sentence for whoever gave it."""


def fault(key: str, **values: object) -> FileError:
    """The error of a key in the words of files, told with these values."""
    return FileError(phrase("own_table", "file", key, **values))


def check_size(raw: bytes, file: str) -> None:
    """Raise FileError for a file that is empty or too large."""
    if not raw.strip():
        raise fault("empty", file=file)
    if len(raw) > MOST_BYTES:
        raise fault("too_large", file=file, found=f"{len(raw):,}", most=f"{MOST_BYTES:,}")


class Package:
    """A ZIP whose parts are unpacked piece by piece, all of them together no further than `MOST_UNPACKED`."""

    def __init__(self, raw: bytes, file: str) -> None:
        self.file = file
        self._left = MOST_UNPACKED
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise fault("no_zip", file=file) from error
        self.names = self._zip.namelist()
        if len(self.names) > MOST_PARTS:
            raise fault("too_many_parts", file=file, found=len(self.names), most=MOST_PARTS)

    def pieces(self, name: str) -> Iterator[bytes]:
        """A part in pieces; FileError where it is damaged, locked or too long."""
        try:
            with self._zip.open(name) as part:
                while piece := part.read(CHUNK):
                    self._left -= len(piece)
                    if self._left < 0:
                        raise fault("bomb", file=self.file, most=f"{MOST_UNPACKED:,}")
                    yield piece
        except (
            zipfile.BadZipFile,
            KeyError,
            EOFError,
            RuntimeError,
            NotImplementedError,
            ValueError,
            OSError,
        ) as error:
            raise fault("damaged", file=self.file, part=name) from error
        except zipfile.zlib.error as error:  # type: ignore[attr-defined]
            raise fault("damaged", file=self.file, part=name) from error

    def read(self, name: str) -> bytes:
        """A part as a whole."""
        return b"".join(self.pieces(name))

    def parse(self, name: str, parser: expat.XMLParserType) -> None:
        """Give a part to a parser of XML, which sees no entity that the part makes up itself."""

        def refuse(*_given: object) -> None:
            raise fault("doctype", file=self.file, part=name)

        parser.StartDoctypeDeclHandler = refuse
        try:
            for piece in self.pieces(name):
                parser.Parse(piece, False)
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise fault("damaged", file=self.file, part=name) from error
