"""The atlas or a lesson as a film: pictures with headline, legend and source line, as GIF, MP4 or WebM."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

import av
from PIL import Image

from data.pace import dwell_ms
from data.tables import Tables, current_tables
from geo.drawing.layers import PLAIN
from geo.drawing.sheet import FULL
from geo.drawing.svg import png
from geo.lesson.lesson import Lesson
from geo.picture import svg
from geo.publish.progress import Progress, silent
from geo.publish.stop_picture import stop_svg

Kind = Literal["gif", "mp4", "webm"]

HOLD_MS = 3000  # the first year and the last, and every stop
BT709 = LIMITED = 1  # as ITU-T H.273 numbers the colours of high definition; unmarked, players guess
RATE = 10  # pictures a second; a year is repeated for as long as it is shown
GIF_WIDTH = 960
GIF_COLOURS = 128


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
KINDS: tuple[Kind, ...] = ("gif", *CODERS)


def film(
    kind: Kind,
    years: Sequence[int] | None = None,
    view: str = "europe",
    theme: str = "light",
    tables: Tables | None = None,
    progress: Progress = silent,
) -> bytes:
    """The film of some years (all of them unless given) as bytes; progress counts years.

    Raises ValueError for a kind, year, view or theme that the atlas does not have, and for no year at all.
    """
    tables = tables or current_tables()
    shown = list(years if years is not None else range(tables.first_year, tables.last_year + 1))
    if not shown:
        raise ValueError("no year; expected at least one")
    drawn = (svg(year, view, PLAIN, theme, tables=tables) for year in shown)
    return _written(kind, drawn, durations(shown, tables), progress)


def lesson_film(
    kind: Kind, lesson: Lesson, theme: str = "light", tables: Tables | None = None, progress: Progress = silent
) -> bytes:
    """The film of a lesson's stops, each on its day and as its slide shows it, as bytes; progress counts stops."""
    tables = tables or current_tables()
    drawn = (stop_svg(stop, tables, FULL, theme) for stop in lesson.stops)
    return _written(kind, drawn, [HOLD_MS] * len(lesson.stops), progress)


def _written(kind: Kind, drawn: Iterator[str], dwell: Sequence[int], progress: Progress) -> bytes:
    if kind not in KINDS:
        raise ValueError(f"kind {kind!r} is unknown; expected one of {', '.join(KINDS)}")
    pictures = _pictures(drawn, CODERS[kind].width if kind in CODERS else GIF_WIDTH, len(dwell), progress)
    return _gif(pictures, dwell) if kind == "gif" else _video(kind, pictures, dwell)


def durations(years: Sequence[int], tables: Tables) -> list[int]:
    """How long each year is shown, in ms: as in the atlas's Play at its normal speed, the first and last held."""
    ends = (0, len(years) - 1)
    return [max(HOLD_MS if place in ends else 0, dwell_ms(year, tables)) for place, year in enumerate(years)]


def _pictures(drawn: Iterator[str], width: int, total: int, progress: Progress) -> Iterator[Image.Image]:
    progress(0, total)
    for done, picture in enumerate(drawn, start=1):
        yield Image.open(io.BytesIO(png(picture, width))).convert("RGB")
        progress(done, total)


def _gif(pictures: Iterator[Image.Image], dwell: Sequence[int]) -> bytes:
    frames = [picture.quantize(GIF_COLOURS, dither=Image.Dither.NONE) for picture in pictures]
    file = io.BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:], duration=list(dwell), loop=0, optimize=False)
    return file.getvalue()


def _video(kind: Literal["mp4", "webm"], pictures: Iterator[Image.Image], dwell: Sequence[int]) -> bytes:
    coder = CODERS[kind]
    with TemporaryDirectory() as folder:  # the index of an MP4 moves to the front at the end, which takes a real file
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
