"""How much one may send, and how many codes a network may try. Addresses are kept as hashes, in memory, for minutes."""

import hashlib
import secrets
from collections import deque
from ipaddress import IPv6Address, ip_address
from time import monotonic

NETWORK_OF_ONE = 64
"""Bits of an IPv6 address that one household has; the others change as it likes."""
MOST_KNOWN = 10_000


class Allowance:
    """So many at once, and so many a second after that."""

    def __init__(self, at_once: float, a_second: float) -> None:
        self._most, self._a_second = at_once, a_second
        self._left, self._since = at_once, monotonic()

    def take(self) -> bool:
        """Whether there is one more; it is used up."""
        now = monotonic()
        self._left = min(self._most, self._left + (now - self._since) * self._a_second)
        self._since = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


class Tries:
    """How often a network has tried something within the last minutes."""

    def __init__(self, most: int, minutes: int) -> None:
        self.minutes = minutes
        self._most = most
        self._salt = secrets.token_bytes(16)
        self._tried: dict[bytes, deque[float]] = {}

    def note(self, address: str) -> None:
        """One more try from an address."""
        self._forget()
        self._tried.setdefault(self._hash(address), deque(maxlen=self._most)).append(monotonic())

    def are_many(self, address: str) -> bool:
        """Whether there were as many as are allowed."""
        self._forget()
        return len(self._tried.get(self._hash(address), ())) >= self._most

    def _forget(self) -> None:
        """What is older than some minutes; where thousands try, the oldest networks first."""
        past = monotonic() - self.minutes * 60
        for network, times in list(self._tried.items()):
            while times and times[0] < past:
                times.popleft()
            if not times or len(self._tried) > MOST_KNOWN:
                del self._tried[network]

    def _hash(self, address: str) -> bytes:
        return hashlib.blake2b(_network(address).encode(), key=self._salt, digest_size=8).digest()


def _network(address: str) -> str:
    try:
        ip = ip_address(address)
    except ValueError:
        return address
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped is None:
        return str(int(ip) >> NETWORK_OF_ONE)
    return str(ip)
