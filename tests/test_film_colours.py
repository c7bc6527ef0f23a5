"""The GIF has every colour that fills a part of its film, however few of its pictures have it."""

from typing import cast

import pytest
from PIL import Image, ImageChops

from geo.publish import film
from geo.publish.film import GIF_COLOURS, _palette

GOLD = (255, 176, 0)


def test_what_fills_a_part_of_one_frame_keeps_its_colour() -> None:
    shades = Image.radial_gradient("L")
    other = Image.linear_gradient("L")
    plain = Image.merge("RGB", (shades, other, other.rotate(90)))
    with_gold = plain.copy()
    with_gold.paste(GOLD, (20, 20, 30, 30))
    frames = [plain] * 20
    frames[3] = with_gold  # none of the few of which the shades are taken
    palette = _palette(frames)
    shown = with_gold.quantize(palette=palette, dither=Image.Dither.NONE).convert("RGB")
    assert shown.getpixel((25, 25)) == GOLD
    assert len(palette.getpalette() or ()) <= 3 * GIF_COLOURS


YEARS = (1949, 1960, 1968, 1989, 1999, 2004, 2014, 2023)
FAR = 32  # of 255: a stroke that is so far off is broken


def test_the_fine_strokes_of_names_keep_their_shades(monkeypatch: pytest.MonkeyPatch) -> None:
    """On brown they were bare of stems: “Soviet Union”, “E. Germany”."""
    monkeypatch.setattr(film, "_gif", lambda pictures, _: list(pictures))
    frames = cast("list[Image.Image]", film.film("gif", YEARS))
    of_1989 = frames[YEARS.index(1989)]
    shown = of_1989.quantize(palette=_palette(frames), dither=Image.Dither.NONE).convert("RGB")
    differing = ImageChops.difference(of_1989, shown).getcolors(960 * 540) or []
    assert sum(dots for dots, parts in differing if isinstance(parts, tuple) and max(parts) >= FAR) < 60
