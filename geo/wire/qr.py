"""An address of this server as a QR code, for devices on the same network, and whether they can reach it."""

import io
import socket
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

import segno

MOST_PATH = 1000
NOWHERE = ((socket.AF_INET, "203.0.113.1"), (socket.AF_INET6, "2001:db8::1"))
"""Addresses kept for documentation (RFC 5737, RFC 3849): choosing a route to them sends nothing."""
DISCARD = 9
KNOCK_S = 0.5
IPV6 = 6


@dataclass(frozen=True)
class Reach:
    """Where a page of this server can be opened: `how` is 'own', 'network', 'here' or 'nowhere'.

    'own' is the address the reader used, 'network' the machine's on its network; 'here' means that the server answers
    on this machine only, 'nowhere' that the machine is on no network.
    """

    address: str
    how: str


def qr_svg(text: str) -> str:
    """A text as a QR code, SVG, with its quiet zone; raises ValueError where it is too long for one."""
    try:
        code = segno.make(text, error="m", micro=False)
    except segno.DataOverflowError:
        raise ValueError(f"{len(text)} characters; expected fewer, for a QR code") from None
    drawing = io.BytesIO()
    code.save(drawing, kind="svg", scale=8, border=4, light="white", xmldecl=False)
    return drawing.getvalue().decode().strip()


def network_address() -> str | None:
    """The machine's address on its network, IPv4 where it has one, or None without a network. Nothing is sent."""
    for family, nowhere in NOWHERE:
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as probe:
                probe.connect((nowhere, DISCARD))
                found = ip_address(probe.getsockname()[0])
        except OSError:
            continue
        # An address of the link alone needs a zone, which no address of a page can carry.
        if not (found.is_loopback or found.is_unspecified or (found.version == IPV6 and found.is_link_local)):
            return str(found)
    return None


def check_path(path: str) -> str:
    """A path of this server; raises ValueError for what could lead elsewhere."""
    is_plain = path.isascii() and path.isprintable() and not set(path) & {" ", "\\"}  # a browser rewrites the rest
    if not is_plain or not path.startswith("/") or path.startswith("//"):
        raise ValueError(f"path {path[:80]!r}; expected one of this server, such as /class?stop=5")
    if len(path) > MOST_PATH:
        raise ValueError(f"path of {len(path)} characters; expected at most {MOST_PATH}")
    return path


def reach_of(base: str, path: str) -> Reach:
    """Where others open a path, given the base address that the reader used, such as `http://localhost:8501`."""
    used = urlsplit(base)
    own = f"{used.scheme}://{used.netloc}{check_path(path)}"
    if not _is_this_machine(used.hostname or ""):
        return Reach(own, "own")
    found = network_address()
    if found is None:
        return Reach(own, "nowhere")
    port = used.port or {"http": 80, "https": 443}[used.scheme]
    if not _answers(found, port):
        return Reach(own, "here")
    host = f"[{found}]" if ":" in found else found
    return Reach(f"{used.scheme}://{host}:{port}{path}", "network")


def _is_this_machine(host: str) -> bool:
    """Whether a host means whatever machine the reader sits at; `0.0.0.0`, which Streamlit may print, does so too."""
    try:
        found = ip_address(host)
        return found.is_loopback or found.is_unspecified
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _answers(host: str, port: int) -> bool:
    try:
        with socket.create_connection((host, port), timeout=KNOCK_S):
            return True
    except OSError:
        return False
