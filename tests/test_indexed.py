"""The pictures of a PDF keep every dot where they are told by a list of their colours."""

import io

import numpy as np
import pikepdf
import pytest
from PIL import Image
from typst import compile as compiled

from geo.publish.indexed import MOST, with_indexed_pictures

SIDE = 64


def picture(colours: int) -> bytes:
    """A square of so many colours, in stripes of a dot each, as PNG."""
    dots = np.zeros((SIDE, SIDE, 3), dtype=np.uint8)
    numbers = np.arange(SIDE * SIDE).reshape(SIDE, SIDE) % colours
    dots[..., 0], dots[..., 1], dots[..., 2] = numbers % 256, numbers // 256 * 100, 7
    file = io.BytesIO()
    Image.fromarray(dots).save(file, "PNG")
    return file.getvalue()


def file_of(*pictures: bytes) -> bytes:
    shown = "\n".join(f'#image(bytes({tuple(each)}), format: "png", width: 3cm)' for each in pictures)
    made = compiled(f"Before\n{shown}\nAfter".encode(), format="pdf")
    assert isinstance(made, bytes)
    return made


def pictures_in(pdf: bytes) -> list[tuple[str, Image.Image]]:
    """Each picture of a file in its order: how its dots are told, and these."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert opened.check_pdf_syntax() == []
        found = [
            each for each in opened.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        ]
        return [
            (str(pikepdf.PdfImage(each).mode), pikepdf.PdfImage(each).as_pil_image().convert("RGB")) for each in found
        ]


@pytest.fixture(scope="module")
def before() -> bytes:
    return file_of(picture(2), picture(MOST), picture(MOST + 1), picture(3))


def test_pictures_of_few_colours_are_told_by_a_list_and_look_as_before(before: bytes) -> None:
    was, now = pictures_in(before), pictures_in(with_indexed_pictures(before))
    assert [mode for mode, _ in was] == ["RGB"] * 4
    assert sorted(mode for mode, _ in now) == ["P", "P", "P", "RGB"]
    for (_, old), (_, new) in zip(was, now, strict=True):
        assert old.tobytes() == new.tobytes()
    assert len({image.tobytes() for _, image in now}) == 4


def test_the_same_file_gives_the_same(before: bytes) -> None:
    assert with_indexed_pictures(before) == with_indexed_pictures(before)


def test_a_file_without_pictures_keeps_its_pages() -> None:
    with pikepdf.open(io.BytesIO(with_indexed_pictures(file_of()))) as opened:
        assert len(opened.pages) == 1
