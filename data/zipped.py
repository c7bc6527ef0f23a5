"""Files as a ZIP whose bytes depend on nothing but the files and a day."""

import io
import zipfile
from collections.abc import Iterable
from datetime import date

FIRST_ZIP_DAY = date(1980, 1, 1)  # a ZIP knows no earlier one
READABLE = 0o644 << 16


def zipped(files: Iterable[tuple[str, bytes]], day: date) -> bytes:
    """A ZIP of files by name, in the order given, all of them dated to a day."""
    moment = max(day, FIRST_ZIP_DAY).timetuple()[:6]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, wherever it is made
            entry.external_attr = READABLE
            archive.writestr(entry, content)
    return packed.getvalue()
