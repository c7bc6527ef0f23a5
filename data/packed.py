"""A text in the letters that an address may have: packed (RFC 1951), then written by RFC 4648, section 5."""

import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode

RAW = -15  # without the frame of zlib


def packed(text: str) -> str:
    """A text packed."""
    packing = zlib.compressobj(9, zlib.DEFLATED, RAW)
    made = packing.compress(text.encode()) + packing.flush()
    return urlsafe_b64encode(made).decode().rstrip("=")


def unpacked(text: str, most: int) -> str:
    """The text that was packed; ValueError for one that is none, or whose bytes are more than `most`."""
    unpacking = zlib.decompressobj(RAW)
    try:
        made = unpacking.decompress(urlsafe_b64decode(text + "=" * (-len(text) % 4)), most)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not unpacking.eof:
        raise ValueError("cut short or too long")
    return made.decode()
