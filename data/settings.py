"""What a deployer sets for an instance, in the environment: its own address, and where readers report a row.

Both are off where they are not set. SettingError where one is set to what cannot be used.
"""

import ipaddress
import os
import re
from urllib.parse import SplitResult, urlsplit

from data.errors import DataError

ADDRESS = "EASTWARD_URL"
REPORT = "EASTWARD_REPORT"
LONGEST = 300
PLAIN = re.compile(r"[!-~]+", re.ASCII)
UNFIT = re.compile(r"[\\{}<>\"'`^|]")
MAILBOX = re.compile(r"[\w.+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", re.ASCII)


class SettingError(DataError):
    """A setting cannot be used; the text says which, what was found and what was expected."""


def address() -> str:
    """The address of this instance, ending with a slash; empty where it is not set."""
    text = os.environ.get(ADDRESS, "").strip()
    if not text:
        return ""
    parts = _web(ADDRESS, text, "an address as readers open it, such as https://atlas.school.example/")
    if _is_here(parts.hostname or ""):
        raise SettingError(f"{ADDRESS}: {text!r}; expected an address that opens on other machines, too")
    return text if text.endswith("/") else f"{text}/"


def report() -> str:
    """Where a reader reports a row: `mailto:` and a mailbox, or a page for a new issue; empty where it is not set."""
    text = os.environ.get(REPORT, "").strip()
    expected = "mailto:atlas@school.example or https://github.com/owner/name/issues/new"
    if text.startswith("mailto:"):
        if len(text) > LONGEST or not MAILBOX.fullmatch(text.removeprefix("mailto:")):
            raise SettingError(f"{REPORT}: {text[:LONGEST]!r}; expected {expected}")
    elif text:
        _web(REPORT, text, expected)
    return text


def _web(name: str, text: str, expected: str) -> SplitResult:
    """A web address taken apart: http or https and a host, without a user, a query or a fragment."""
    found = SettingError(
        f"{name}: {text[:LONGEST]!r}; expected {expected}, with no query, at most {LONGEST} characters"
    )
    if len(text) > LONGEST or not PLAIN.fullmatch(text) or UNFIT.search(text) or "?" in text or "#" in text:
        raise found
    try:
        parts = urlsplit(text)
        _ = parts.port  # one that is no number is told only when asked for
    except ValueError:
        raise found from None
    if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
        raise found
    return parts


def _is_here(host: str) -> bool:
    """Whether a host means the machine itself."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        ip = ipaddress.ip_address(host)
    except ValueError:
        return False
    return ip.is_loopback or ip.is_unspecified
