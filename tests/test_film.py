"""The film in each kind, opened with programs that did not make it."""

import io
import json
import subprocess
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from made import made_facts
from PIL import Image, ImageChops, ImageStat

from data.pace import SHARES, STEP_MS, Pace, pace_of
from data.tables import current_tables
from geo.drawing.layers import PLAIN
from geo.drawing.sheet import FULL
from geo.drawing.svg import png
from geo.lesson.lesson import Lesson, Stop
from geo.picture import svg
from geo.publish.film import HOLD_MS, KINDS, READING_MS, Kind, durations, film, lesson_film
from geo.publish.progress import Cancelled
from geo.publish.stop_picture import stop_drawn

TABLES = current_tables()
YEARS = (2004, 2003)
COMPARED_WIDTH = 480


def test_a_year_lasts_as_long_as_in_the_atlas() -> None:
    assert made_facts()["pace"] == {"step_ms": STEP_MS, "shares": SHARES}
    first, *others, last = durations(range(TABLES.first_year, TABLES.last_year + 1), TABLES)
    assert first == last == HOLD_MS
    assert set(others) == {round(STEP_MS["normal"] * share) for share in SHARES.values()}
    assert durations((2003, 2004, 2006), TABLES)[1] == round(STEP_MS["normal"] * SHARES[Pace.JOINED])


def test_what_happened_in_a_year_is_what_the_atlas_is_told() -> None:
    paces = {row["year"]: row["pace"] for row in made_facts()["years"]}
    assert paces == {year: pace_of(year, TABLES) for year in range(TABLES.first_year, TABLES.last_year + 1)}
    rounds = {day.year for day in TABLES.accessions["joined_day"]} - {TABLES.first_year}
    assert {paces[year] for year in rounds} == {"joined"}
    told = {1962: "joined", 1990: "joined", 1991: "changed", 2008: "changed", 2024: "joined"}
    assert {year: paces[year] for year in told} == told


@pytest.fixture(scope="module")
def made() -> dict[Kind, bytes]:
    return {kind: film(kind, YEARS, told=TABLES) for kind in KINDS}


@pytest.mark.slow
def test_the_gif_opens_with_pillow(made: dict[Kind, bytes]) -> None:
    picture = Image.open(io.BytesIO(made["gif"]))
    assert (picture.n_frames, picture.size, picture.info["loop"]) == (2, (960, 540), 0)
    spans = []
    for place in range(2):
        picture.seek(place)
        spans.append(picture.info["duration"])
    assert spans == [pytest.approx(span, abs=10) for span in durations(YEARS, TABLES)]


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "codec"), [("mp4", "h264"), ("webm", "vp9")])
def test_the_video_opens_with_ffmpeg_and_shows_each_year(
    made: dict[Kind, bytes], kind: Kind, codec: str, tmp_path: Path, program: Callable[[str], str]
) -> None:
    path = tmp_path / f"film.{kind}"
    path.write_bytes(made[kind])
    entries = "stream=codec_name,width,height,pix_fmt,color_space:format=duration"
    command = [program("ffprobe"), "-v", "error", "-show_entries", entries, "-of", "json", path]
    found = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    (stream,) = found["streams"]
    assert (stream["codec_name"], stream["width"], stream["height"]) == (codec, 1920, 1080)
    assert (stream["pix_fmt"], stream["color_space"]) == ("yuv420p", "bt709")
    spans = durations(YEARS, TABLES)
    assert float(found["format"]["duration"]) == pytest.approx(sum(spans) / 1000, abs=0.2)
    begins = [0.5, spans[0] / 1000 + 0.5]
    for year, begin in zip(YEARS, begins, strict=True):
        still = tmp_path / f"{year}.png"
        command = [program("ffmpeg"), "-v", "error", "-ss", f"{begin}", "-i", path, "-frames:v", "1", still]
        subprocess.run(command, check=True, capture_output=True)
        frame = Image.open(still).convert("RGB")
        own, other = (differs(frame, at) for at in (year, 1955))
        assert own < 4
        assert own < other


def differs(frame: Image.Image, when: int | date, view: str = "europe", layers: Sequence[str] = PLAIN) -> float:
    """The mean difference of a frame to the picture of a year or a day, both made small."""
    drawn = Image.open(io.BytesIO(png(svg(when, view, layers, tables=TABLES), COMPARED_WIDTH))).convert("RGB")
    return sum(ImageStat.Stat(ImageChops.difference(frame.resize(drawn.size), drawn)).mean) / 3


@pytest.mark.slow
def test_a_film_of_a_lesson_begins_with_its_title_and_asks_before_it_shows() -> None:
    stops = (
        Stop(2014, "Crimea", day="2014-03-18", view="black_sea", text="Annexed."),
        Stop(2014, "The end of a year", before=2013, question="And then?", view="black_sea"),
    )
    made = Image.open(io.BytesIO(lesson_film("gif", Lesson("Title", "", stops), told=TABLES)))
    assert made.n_frames == 4
    spans = []
    expected = [None, (date(2014, 3, 18), "Crimea"), (date(2013, 12, 31), "And then?"), (date(2014, 12, 31), "The")]
    for place, shown in enumerate(expected):
        made.seek(place)
        spans.append(made.info["duration"])
        if shown:
            day, _ = shown
            others = [other[0] for other in expected if other and other[0] != day]
            frame = made.convert("RGB")
            own = differs(frame, day, "black_sea")
            assert all(own < differs(frame, other, "black_sea") for other in others)
    assert spans == [pytest.approx(HOLD_MS + READING_MS * letters, abs=10) for letters in (0, 8, 9, 0)]


def test_the_words_of_a_stop_stand_beside_its_map() -> None:
    stop = Stop(2004, "Seven at once", text="Members 20 to 26.", question="Who?", before=1999)
    shown, asked = (stop_drawn(stop, TABLES, FULL, asked=asked).svg() for asked in (False, True))
    assert "Seven at once" in shown
    assert "Members 20 to 26." in shown
    assert "Who?" in asked
    assert "Seven at once" not in asked


def test_progress_is_told_and_stops_the_work() -> None:
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))
        if done:
            raise Cancelled

    for kind in ("gif", "mp4"):
        with pytest.raises(Cancelled):
            film(kind, YEARS, told=TABLES, progress=tell)
    assert told == [(0, 2), (1, 2)] * 2


def test_what_the_atlas_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="expected one of gif, mp4, webm"):
        film("avi", YEARS)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="no year"):
        film("gif", ())
