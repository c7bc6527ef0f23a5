"""The atlas or a lesson as a film: pictures with headline, key and source beside the map, as GIF, MP4 or WebM."""

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Any, Literal

from PIL import Image

from data.citation import imprint
from data.memberships.pace import dwell_of
from data.memberships.told import Told, as_of_told, picture_when, tables_of, years_of
from data.tables import current_tables
from data.words import words
from geo.drawing.beside import title_frame
from geo.drawing.drawn import Drawn
from geo.drawing.layers import PLAIN
from geo.drawing.painter import Painter
from geo.drawing.palette import THEMES
from geo.drawing.sheet import FULL, Focus
from geo.drawing.told_in_full import told_of_over
from geo.lesson.lesson import Lesson
from geo.picture import drawn
from geo.publish.ahead import ahead, apart
from geo.publish.progress import Progress, silent
from geo.publish.stop_picture import pictures_of, stop_drawn
from geo.publish.unfinished import working_folder

Kind = Literal["gif", "mp4", "webm"]

HOLD_MS = 3000  # the first year and the last, the title, and every stop
READING_MS = 45  # a letter of a stop's text
BT709 = LIMITED = 1  # as ITU-T H.273 numbers the colours of high definition; unmarked, players guess
RATE = 10  # pictures a second; a year is repeated for as long as it is shown
GIF_WIDTH = 960
GIF_COLOURS = 256
GIF_FLAT = 60
"""Dots in one colour that are a part of a picture, and not the shade between two of them."""


@dataclass(frozen=True)
class Coder:
    """How a kind of video is written."""

    name: str
    width: int
    options: dict[str, str]
    container: dict[str, str]


CODERS: dict[Kind, Coder] = {
    "mp4": Coder("libx264", 1920, {"crf": "20", "preset": "veryfast", "tune": "stillimage"}, {"movflags": "faststart"}),
    "webm": Coder("libvpx-vp9", 1920, {"crf": "32", "b": "0", "deadline": "realtime", "cpu-used": "7"}, {}),
}
KINDS: tuple[Kind, ...] = ("gif", *(CODERS if find_spec("av") else ()))
"""Those that can be made here: video wants the package `av`, whose encoder for MP4 is under the GPL."""


def film(
    kind: Kind,
    years: Sequence[int] | None = None,
    view: str = "europe",
    theme: str = "light",
    told: Told | None = None,
    progress: Progress = silent,
    over: str = "",
) -> bytes:
    """The film of some years (all of them unless given) as bytes; progress counts years.

    The membership `over` is laid over its maps.

    Raises ValueError for a kind, year, view or theme that the atlas does not have, and for no year at all.
    """
    told = told or current_tables()
    shown = list(years if years is not None else years_of(told))
    if not shown:
        raise ValueError("no year; expected at least one")
    focus = Focus(over=over)
    pictures = (drawn(picture_when(year, told), view, PLAIN, theme, focus=focus) for year in shown)
    return _written(kind, pictures, durations(shown, told), progress)


def lesson_film(
    kind: Kind,
    lesson: Lesson,
    theme: str = "light",
    told: Told | None = None,
    progress: Progress = silent,
    over: str = "",
) -> bytes:
    """The film of a lesson as bytes: its title, then each stop on its day with its words, its question before it.

    The membership `over` is laid over its maps. Progress counts pictures.
    """
    told = told or current_tables()
    shown = pictures_of(lesson)
    pictures = (stop_drawn(stop, told, FULL, theme, asked=asked, over=over) for stop, asked in shown)
    held = [HOLD_MS + READING_MS * len(stop.question if asked else stop.text) for stop, asked in shown]
    return _written(kind, chain([_title(lesson, theme, told, over)], pictures), [HOLD_MS, *held], progress)


def _title(lesson: Lesson, theme: str, told: Told, over: str) -> Drawn:
    said = {"minutes": f"{lesson.minutes:g}", "as_of": as_of_told(told), "imprint": imprint(tables_of(told))}
    foot = words()["slides"]["cover"].format(stops=len(lesson.stops), **said)
    return title_frame(lesson.title, (lesson.subtitle, told_of_over(over)), foot, THEMES[theme])


def _written(kind: Kind, pictures: Iterator[Drawn], dwell: Sequence[int], progress: Progress) -> bytes:
    if kind not in KINDS:
        raise ValueError(f"kind {kind!r} is unknown; expected one of {', '.join(KINDS)}")
    painted = _painted(apart(pictures), CODERS[kind].width if kind in CODERS else GIF_WIDTH, len(dwell), progress)
    return _gif(painted, dwell) if kind == "gif" else _video(kind, ahead(painted), dwell)


def durations(years: Sequence[int], told: Told) -> list[int]:
    """How long each year is shown, in ms: as in the atlas's Play at its normal speed, the first and last held."""
    ends = (0, len(years) - 1)
    return [max(HOLD_MS if place in ends else 0, dwell_of(year, told)) for place, year in enumerate(years)]


def _painted(pictures: Iterator[Drawn], width: int, total: int, progress: Progress) -> Iterator[Image.Image]:
    painter = Painter(width)
    progress(0, total)
    for done, picture in enumerate(pictures, start=1):
        yield painter.paint(picture)
        progress(done, total)


def _gif(pictures: Iterator[Image.Image], dwell: Sequence[int]) -> bytes:
    frames = list(pictures)
    palette = _palette(frames)
    painted = [frame.quantize(palette=palette, dither=Image.Dither.NONE) for frame in frames]
    file = io.BytesIO()
    painted[0].save(file, "GIF", save_all=True, append_images=painted[1:], duration=list(dwell), loop=0, optimize=False)
    return file.getvalue()


def _palette(frames: Sequence[Image.Image]) -> Image.Image:
    """One palette for all frames, so that no colour flickers: what fills a part of some frame, and shades between.

    The shades are of what stands in some of them, spread over the film, and none is spent on what fills: without those
    between ink and brown a name was bare of its fine strokes.
    """
    flat = _flat_colours(frames)
    spare: Counter[tuple[int, ...]] = Counter()
    for frame in frames[:: max(1, len(frames) // 8)]:
        spare.update({colour: dots for dots, colour in _colours(frame)})
    for colour in flat:
        del spare[colour]
    dots = b"".join(bytes(colour) * count for colour, count in spare.items()) or bytes(3)
    sheet = Image.frombytes("RGB", (len(dots) // 3, 1), dots)
    shades = sheet.quantize(GIF_COLOURS - len(flat), dither=Image.Dither.NONE).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([*(part for colour in flat for part in colour), *shades])
    return palette


def _flat_colours(frames: Sequence[Image.Image]) -> list[tuple[int, ...]]:
    """The colours that fill a part of some frame, the largest first: the gold of a year may be in no frame chosen."""
    most: Counter[tuple[int, ...]] = Counter()
    for frame in frames:
        most |= Counter({colour: dots for dots, colour in _colours(frame) if dots >= GIF_FLAT})
    return [colour for colour, _ in most.most_common(GIF_COLOURS // 2)]


def _colours(frame: Image.Image) -> list[Any]:
    return frame.getcolors(frame.width * frame.height) or []


def _video(kind: Literal["mp4", "webm"], pictures: Iterator[Image.Image], dwell: Sequence[int]) -> bytes:
    import av  # may be missing, and takes its time

    coder = CODERS[kind]
    with working_folder() as folder:  # the index of an MP4 moves to the front at the end, which takes a real file
        path = Path(folder) / f"film.{kind}"
        with av.open(path, "w", format=kind, container_options=coder.container) as container:
            stream: Any = container.add_stream(coder.name, rate=RATE, options=coder.options)
            stream.width, stream.height = coder.width, coder.width * FULL.height // FULL.width
            stream.pix_fmt = "yuv420p"
            context = stream.codec_context
            context.colorspace = context.color_primaries = context.color_trc = BT709
            context.color_range = LIMITED
            shown = 0
            for picture, ms in zip(pictures, dwell, strict=True):
                frame = av.VideoFrame.from_image(picture).reformat(format="yuv420p", dst_colorspace="ITU709")
                for _ in range(max(1, round(ms * RATE / 1000))):
                    frame.pts, frame.time_base = shown, Fraction(1, RATE)
                    container.mux(stream.encode(frame))
                    shown += 1
            container.mux(stream.encode())
        return path.read_bytes()
