"""Pictures of few colours in a PDF as they came: a byte a dot and a list of colours.

The program that writes the file spells out each dot's red, green and blue, which takes two thirds more.
"""

import io

import numpy as np
from numpy.typing import NDArray
from pikepdf import Array, Name, ObjectStreamMode, Pdf, PdfImage, Stream, String

MOST = 256
"""Colours that a byte can tell apart."""
ALL = 1 << 24


def with_indexed_pictures(pdf: bytes) -> bytes:
    """The same file with its pictures of at most 256 colours by a list of these."""
    places, made = np.zeros(ALL, dtype=np.uint8), io.BytesIO()
    with Pdf.open(io.BytesIO(pdf)) as file:
        for each in file.objects:
            if isinstance(each, Stream) and each.get("/Subtype") == Name.Image:
                _index(each, places)
        file.save(made, deterministic_id=True, object_stream_mode=ObjectStreamMode.disable)
    return made.getvalue()


def _index(picture: Stream, places: NDArray[np.uint8]) -> None:
    """Tell a picture by its colours, unless it has too many.

    `places` has room for that of any colour; what stands there of other pictures does not matter.
    """
    image = PdfImage(picture).as_pil_image()
    colours = [colour for _, colour in image.getcolors(MOST) or []] if image.mode == "RGB" else []
    if not colours:
        return
    table: NDArray[np.uint8] = np.array(sorted(colours, key=str), dtype=np.uint8)
    places[_as_numbers(table)] = np.arange(len(table))
    picture.write(places[_as_numbers(np.asarray(image).reshape(-1, 3))].tobytes())
    picture.ColorSpace = Array([Name.Indexed, picture.ColorSpace, len(table) - 1, String(table.tobytes())])


def _as_numbers(colours: NDArray[np.uint8]) -> NDArray[np.uint32]:
    red, green, blue = colours.astype(np.uint32).T
    numbers: NDArray[np.uint32] = red << 16 | green << 8 | blue
    return numbers
