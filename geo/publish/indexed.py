"""Pictures of few colours in a PDF as they came: a byte a dot and a list of colours.

The program that writes the file spells out each dot's red, green and blue, which takes two thirds more.
"""

import re
import zlib

import numpy as np
from numpy.typing import NDArray
from PIL import Image

PICTURE = re.compile(
    rb"<<(?P<before>[^<>]*/Subtype/Image/Filter/FlateDecode/Width (?P<width>\d+)/Height (?P<height>\d+))"
    rb"/ColorSpace (?P<space>\d+ \d+ R)/BitsPerComponent 8>>\nstream\n"
)
LENGTH = re.compile(rb"/Length (\d+)")
TABLE = re.compile(rb"\nxref\n0 \d+\n(?P<entries>(?:\d{10} \d{5} [nf]\r?\n)+)trailer")
ENTRY = re.compile(rb"\d{10}(?= \d{5} n)")
BEGIN = re.compile(rb"startxref\n(\d+)")
MOST = 256
"""Colours that a byte can tell apart."""
ALL = 1 << 24


def with_indexed_pictures(pdf: bytes) -> bytes:
    """The same file with its pictures of at most 256 colours by a list of these, its table of contents set right."""
    parts, moved, done = list[bytes](), list[tuple[int, int]](), 0
    places = np.zeros(ALL, dtype=np.uint8)
    for found in PICTURE.finditer(pdf):
        length = LENGTH.search(found["before"])
        if length is None:
            continue
        end = found.end() + int(length[1])
        if made := _indexed(found, pdf[found.end() : end], places):
            parts += [pdf[done : found.start()], made]
            moved.append((end, len(made) - (end - found.start())))
            done = end
    return _set_right(b"".join([*parts, pdf[done:]]), moved)


def _indexed(found: re.Match[bytes], data: bytes, places: NDArray[np.uint8]) -> bytes | None:
    """A picture by its colours, up to the end of its data; None for one that has too many.

    `places` has room for that of any colour; what stands there of other pictures does not matter.
    """
    size = int(found["width"]), int(found["height"])
    image = Image.frombytes("RGB", size, zlib.decompress(data))
    colours = [colour for _, colour in image.getcolors(MOST) or []]
    if not colours:
        return None
    table: NDArray[np.uint8] = np.array(sorted(colours, key=str), dtype=np.uint8)
    places[_as_numbers(table)] = np.arange(len(table))
    packed = zlib.compress(places[_as_numbers(np.asarray(image).reshape(-1, 3))].tobytes())
    before = LENGTH.sub(b"/Length %d" % len(packed), found["before"])
    space = b"[/Indexed %s %d <%s>]" % (found["space"], len(table) - 1, table.tobytes().hex().encode())
    return b"<<%s/ColorSpace%s/BitsPerComponent 8>>\nstream\n%s" % (before, space, packed)


def _as_numbers(colours: NDArray[np.uint8]) -> NDArray[np.uint32]:
    red, green, blue = colours.astype(np.uint32).T
    numbers: NDArray[np.uint32] = red << 16 | green << 8 | blue
    return numbers


def _set_right(pdf: bytes, moved: list[tuple[int, int]]) -> bytes:
    """The file with the places in its table as they are once from some on all others moved by so many bytes."""

    def now(place: int) -> int:
        return place + sum(by for at, by in moved if at <= place)

    def entry(old: re.Match[bytes]) -> bytes:
        return b"%010d" % now(int(old[0]))

    table = TABLE.search(pdf, pdf.rindex(b"\nxref\n"))
    if table is None:
        raise ValueError("the table of a PDF was not found; expected one in the form of PDF 1.4")
    start, end = table.span("entries")
    rest = BEGIN.sub(lambda old: b"startxref\n%d" % now(int(old[1])), pdf[end:])
    return pdf[:start] + ENTRY.sub(entry, table["entries"]) + rest
