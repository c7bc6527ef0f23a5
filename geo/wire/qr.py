"""An address of this server as a QR code, for devices on the same network, and whether they can reach it.

Nothing is asked of the network, and nobody is told more than they sent, unless they sit at this machine.
"""

import io
import socket
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from data.gate.text import shown
from data.settings import address

MOST_PATH = 1900
"""Characters of an address whose code a phone still reads from a wall; a lesson may travel in it."""
SHORT = 900
"""Up to here a code can do without one in seven of its signs, above without one in fourteen."""
NOWHERE = ((socket.AF_INET, "203.0.113.1"), (socket.AF_INET6, "2001:db8::1"))
"""Addresses kept for documentation (RFC 5737, RFC 3849): choosing a route to them sends nothing."""
DISCARD = 9
IPV6 = 6


_bound_to = [""]
"""The address that the server listens at; empty for all of the machine's."""


class TooLongError(ValueError):
    """An address too long for a code."""


@dataclass(frozen=True)
class Reach:
    """Where a page of this server can be opened: `how` is 'own', 'network', 'here', 'nowhere' or 'behind'.

    'own' is the deployer's address or else the one the reader used, 'network' the machine's on its network; 'here' says
    that the server listens on this machine only, 'nowhere' that the machine is on no network, 'behind' that something
    stands between reader and server, such as a container, which knows no address for others.
    """

    address: str
    how: str


def listen_on(host: str) -> None:
    """Tell where the server listens; empty for all addresses of the machine."""
    _bound_to[0] = host


def qr_svg(text: str) -> str:
    """A text as a QR code, SVG, with its quiet zone; raises ValueError where it is too long for one."""
    import segno

    try:
        code = segno.make(text, error="m" if len(text) <= SHORT else "l", micro=False)
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
        raise ValueError(f"path {shown(path)}; expected one of this server, such as /class?stop=5")
    if len(path) > MOST_PATH:
        raise TooLongError(f"path of {len(path)} characters; expected at most {MOST_PATH}")
    return path


def reach_of(base: str, path: str, asker: str | None) -> Reach:
    """Where others open a path.

    Parameters
    ----------
    base
        The base address that the reader used, such as `http://localhost:8501`.
    path
        A path of this server; ValueError for what could lead elsewhere.
    asker
        The address that the question came from; None where nobody knows.
    """
    check_path(path)
    if address():
        return Reach(address().rstrip("/") + path, "own")
    used = urlsplit(base)
    own = f"{used.scheme}://{used.netloc}{path}"
    if not is_this_machine(used.hostname or ""):
        return Reach(own, "own")
    if not is_this_machine(asker or ""):
        return Reach(own, "behind")
    bound = "" if _is_any(_bound_to[0]) else _bound_to[0]
    if bound and is_this_machine(bound):
        return Reach(own, "here")
    found = bound or network_address()
    if found is None:
        return Reach(own, "nowhere")
    port = used.port or {"http": 80, "https": 443}[used.scheme]
    host = f"[{found}]" if ":" in found else found
    return Reach(f"{used.scheme}://{host}:{port}{path}", "network")


def is_this_machine(host: str) -> bool:
    """Whether a host means whatever machine the reader sits at; `0.0.0.0`, which Streamlit may print, does so too."""
    try:
        found = ip_address(host)
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
    mapped = getattr(found, "ipv4_mapped", None)  # how a socket for both families names the loop
    return found.is_loopback or found.is_unspecified or bool(mapped and mapped.is_loopback)


def _is_any(host: str) -> bool:
    try:
        return ip_address(host).is_unspecified
    except ValueError:
        return False
