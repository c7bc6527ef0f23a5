"""The GIF has every colour that fills a part of its film, however few of its pictures have it."""

from PIL import Image

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
