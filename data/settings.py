"""What a deployer sets for an instance, in the environment: its address, where rows are reported, who may frame it.

Each has a good value where it is not set. SettingError where one is set to what cannot be used.
"""

import ipaddress
import os
import re
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from data.errors import DataError

ADDRESS = "EASTWARD_URL"
REPORT = "EASTWARD_REPORT"
FRAMES = "EASTWARD_FRAMES"
KEEP = "EASTWARD_KEEP"
LONGEST = 300
PLAIN = re.compile(r"[!-~]+", re.ASCII)
UNFIT = re.compile(r"[\\{}<>\"'`^|]")
ANYBODY = "*"
NOBODY = "none"
SELF = "self"
MOST_FRAMES = 20
FRAME = re.compile(r"https?://(\*\.)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:(\d{1,5}|\*))?|[a-z][a-z0-9+.-]*:", re.ASCII)
"""An origin, one with any subdomain, or the scheme of an app."""
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


def frames() -> str:
    """Who may show the pages in a frame, as `frame-ancestors` of a policy lists it; anybody where it is not set.

    Learning platforms frame pages, so that is allowed unless a deployer says otherwise.
    """
    wanted = os.environ.get(FRAMES, "").split() or [ANYBODY]
    if wanted in ([ANYBODY], [NOBODY]):
        return {ANYBODY: ANYBODY, NOBODY: "'none'"}[wanted[0]]
    for each in wanted:
        if len(wanted) > MOST_FRAMES or len(each) > LONGEST or not (each == SELF or FRAME.fullmatch(each)):
            raise SettingError(
                f"{FRAMES}: {each[:LONGEST]!r}; expected *, none, or at most {MOST_FRAMES} of self, origins such as "
                "https://moodle.school.example, and schemes of apps such as moodleappfs:"
            )
    return " ".join("'self'" if each == SELF else each for each in wanted)


def keep() -> str | None:
    """The folder for the files of former editions, absolute; empty for none at all, None where it is not set."""
    text = os.environ.get(KEEP, "").strip()
    if not text or text == NOBODY:
        return "" if text else None
    if not Path(text).is_absolute():
        raise SettingError(f"{KEEP}: {text[:LONGEST]!r}; expected the whole path of a folder, or none")
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
