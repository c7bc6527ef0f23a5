"""The file of a presentation: the library's own, but that its parts are numbered and packed here.

For the number of each new part the library goes through all parts, for each new picture through the bytes of all
pictures; and it deflates what is deflated already.
"""

import io
import zipfile
from collections.abc import Callable
from typing import Any

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.opc.serialized import PackageWriter, _ZipPkgWriter
from pptx.parts.image import ImagePart
from pptx.util import Emu

IMAGE = "/ppt/media/image%d.png"
HELD = "_eastward_images"


def new_deck() -> Any:
    """A presentation without slides."""
    deck = Presentation()
    package: Any = deck.part.package
    package.next_partname = _counting(package.next_partname)
    setattr(package, HELD, {})
    return deck


def _counting(first: Callable[[str], PackURI]) -> Callable[[str], PackURI]:
    """Names of new parts by their pattern: the first as the library finds it, each other the next."""
    last: dict[str, int] = {}

    def following(pattern: str) -> PackURI:
        last[pattern] = last[pattern] + 1 if pattern in last else int(first(pattern).idx or 1)
        return PackURI(pattern % last[pattern])

    return following


def new_slide(deck: Any, layout: int) -> Any:
    """A slide more, after a layout of the library's template; its shapes are numbered without a look at all others."""
    slide = deck.slides.add_slide(deck.slide_layouts[layout])
    slide.shapes.turbo_add_enabled = True
    return slide


def add_png(slide: Any, image: bytes) -> Any:
    """A picture on a slide, to be placed; one that another slide has is in the file once."""
    package = slide.part.package
    held: dict[bytes, ImagePart] = getattr(package, HELD)
    if image not in held:
        held[image] = _Sized(package.next_partname(IMAGE), CONTENT_TYPE.PNG, package, image)
    relation = slide.part.relate_to(held[image], RELATIONSHIP_TYPE.IMAGE)
    shapes = slide.shapes
    return shapes._shape_factory(shapes._add_pic_from_image_part(held[image], relation, 0, 0, Emu(1), Emu(1)))


class _Sized(ImagePart):
    """A picture that is told its size wherever it stands: the library opens it to ask, though it is told."""

    def scale(self, width: int | None, height: int | None) -> tuple[int, int]:
        return width or 0, height or 0


def saved(deck: Any) -> bytes:
    """The file as bytes."""
    file = io.BytesIO()
    package = deck.part.package
    _Writer(file, package._rels, tuple(package.iter_parts()))._write()
    return file.getvalue()


class _Writer(PackageWriter):
    """What the library writes, its pictures stored as they are."""

    def _write(self) -> None:
        with _Packed(self._pkg_file) as packed:
            self._write_content_types_stream(packed)
            self._write_pkg_rels(packed)
            self._write_parts(packed)


class _Packed(_ZipPkgWriter):
    def write(self, pack_uri: PackURI, blob: bytes) -> None:
        kind = zipfile.ZIP_STORED if pack_uri.ext == "png" else zipfile.ZIP_DEFLATED
        self._zipf.writestr(pack_uri.membername, blob, kind)
