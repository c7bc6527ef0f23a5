"""Nothing that comes in as a lesson can hurt: it is a lesson, or a sentence with line and field, at once."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from each import for_each
from hypothesis import given
from hypothesis import strategies as st

from data.gate.limits import LONGEST_SHOWN
from data.gate.limits import MOST_TOLD as MOST_PROBLEMS
from data.gate.limits import MOST_TOML_BYTES as MOST_BYTES
from data.tables import current_tables
from geo.errors import LessonError
from geo.lesson.gate import admitted
from geo.lesson.head import HEAD_LONGEST
from geo.lesson.lesson import (
    LESSON,
    LONGEST,
    MOST_STOPS,
    Lesson,
    Stop,
    head_problems,
    parse_lesson,
    read_lesson,
    stop_problems,
    write_lesson,
)

ROOT = Path(__file__).parent.parent
TABLES = current_tables()
GOOD = 'title = "T"\n[[stop]]\nyear = 2004\ntitle = "A"\n'
MEGABYTE = 1_000_000
LIMITED = """
import resource, sys
import geo.lesson.lesson as lesson
from data.tables import current_tables
tables = current_tables()
lesson.parse_lesson('title="T"\\n[[stop]]\\nyear=2004\\ntitle="A"', tables)
held = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (held + 100_000_000,) * 2)
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
before = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
try:
    lesson.parse_lesson(sys.stdin.buffer.read(), tables)
except lesson.LessonError as error:
    print(error)
print("seconds", sum(resource.getrusage(resource.RUSAGE_SELF)[:2]) - before)
"""


def problems(text: str | bytes) -> tuple[str, ...]:
    with pytest.raises(LessonError) as caught:
        parse_lesson(text, TABLES)
    return caught.value.problems


# ---------------------------------------------------------------------- size, depth, length


@pytest.mark.skipif(sys.platform != "linux", reason="the limit of memory and /proc are Linux's")
@pytest.mark.parametrize("parts", [20_000, 150_000])
def test_a_key_of_many_parts_takes_neither_time_nor_room(parts: int) -> None:
    text = 'title = "T"\n' + ".".join("a" * parts) + " = 1\n"
    run = subprocess.run(
        [sys.executable, "-c", LIMITED], input=text, capture_output=True, encoding="utf-8", cwd=ROOT, check=True
    )
    told, seconds = run.stdout.splitlines()
    assert told == "lesson.toml line 2: a: a key of more than 8 parts; expected a field of a lesson, such as title"
    assert float(seconds.split()[1]) < 1


@for_each(
    "text, told",
    [
        (f"{GOOD}minutes = {'9' * 5000}", "lesson.toml line 5: stop 1, minutes: 5,000 signs without quotes; expected"),
        (f"{GOOD}minutes = 0x{'f' * 5000}", "line 5: stop 1, minutes: 5,002 signs"),
        (f"{GOOD}minutes = 0o{'7' * 5000}", "line 5: stop 1, minutes: 5,002 signs"),
        (f"{GOOD}minutes = 0b{'1' * 50000}", "line 5: stop 1, minutes: 50,002 signs"),
        (f"{GOOD}minutes = 1.{'1' * 5000}", "line 5: stop 1, minutes: 5,000 signs"),
        (f"{GOOD}minutes = 1e{'9' * 5000}", "line 5: stop 1, minutes: 5,002 signs"),
        (f"{GOOD}minutes = 2004-01-01T00:00:00.{'1' * 5000}Z", "line 5: stop 1, minutes: 5,001 signs"),
        (f"{GOOD}minutes = 99999999999", "line 5: stop 1, minutes: 99999999999; expected a number"),
        (f"{GOOD}minutes = 2004-01-01", "line 5: stop 1, minutes: datetime.date(2004, 1, 1); expected a number"),
        (f"{GOOD}minutes = nan", "line 5: stop 1, minutes: nan; expected a number"),
        (f"{GOOD}focus = {'[' * 9}{']' * 9}", "line 5: stop 1, focus: brackets within brackets"),
        ("a = " + "{a = " * 9, "line 1: a: brackets within brackets"),
        (f"[{'.'.join('a' * 9)}]", "line 1: a: a key of more than 8 parts"),
        (f"{GOOD}focus = {{{'.'.join('a' * 9)} = 1}}", "line 5: stop 1, a: a key of more than 8 parts"),
        (f"{GOOD}text = 'a", "line 5: stop 1, text: a text that does not end; expected ' at its end"),
        (f'{GOOD}text = """a\n\n', 'line 5: stop 1, text: a text that does not end; expected " at its end'),
        (f"{GOOD}focus = {['POL'] * 101}", "line 5: stop 1, focus: 101 entries; expected at most 100"),
        ("#" * MEGABYTE, f"lesson.toml: more than {MOST_BYTES:,} bytes"),
        ("#" + "å" * (MOST_BYTES // 2), f"lesson.toml: more than {MOST_BYTES:,} bytes"),
        (b"#" * MEGABYTE, f"lesson.toml: more than {MOST_BYTES:,} bytes"),
        (b"\n\ntitle = '\xc5'", "line 3: byte 0xc5 is not UTF-8"),
        (f'subtitle = "{"word " * 52}"\n{GOOD}', "line 1: subtitle: 260 characters; expected at most"),
        (f'title = "{"word " * 52}"\n{GOOD[12:]}', "line 1: title: 260 characters; expected at most"),
    ],
)
def test_what_is_too_much_is_told(text: str | bytes, told: str) -> None:
    (problem,) = problems(text)
    assert told in problem


def test_the_fullest_lesson_passes_the_gate() -> None:
    full = {key: "\N{EARTH GLOBE EUROPE-AFRICA}" * most for key, most in LONGEST.items()}
    head = {key: "\N{EARTH GLOBE EUROPE-AFRICA}" * most for key, most in HEAD_LONGEST.items()}
    lesson = Lesson(**head, stops=(Stop(year=2004, **full),) * MOST_STOPS)
    assert parse_lesson(write_lesson(lesson).encode(), TABLES) == lesson


def test_a_file_larger_than_the_gate_is_not_read_to_its_end(tmp_path: Path) -> None:
    (tmp_path / "large.toml").write_bytes(b"#" * MEGABYTE)
    with pytest.raises(LessonError, match=r"large\.toml: more than"):
        read_lesson(tmp_path / "large.toml", TABLES)


def test_no_message_is_long() -> None:
    many = problems('title = "T"\n' + "[[stop]]\nyear = 1\ntitle = 'A'\nview = 'moon'\n" * 200)
    assert len(many) == MOST_PROBLEMS + 1
    assert many[-1] == f"and {1 + 2 * MOST_STOPS - MOST_PROBLEMS} more"
    for text in (f"{GOOD}view = '{'x' * 9999}'", f"{GOOD}focus = {['x' * 9] * 99}", f"{GOOD}{'x' * 9999} = 1"):
        assert all(len(problem) < 4 * LONGEST_SHOWN for problem in problems(text))
        assert "…" in problems(text)[0]


# ---------------------------------------------------------------------- signs that no reader sees


@for_each("sign", ["\x00", "\x01", "\x0b", "\x1b", "\x7f", "\x85", "\x9f", "\uffff"])
@for_each("field", [*HEAD_LONGEST, *(f"stop {key}" for key in LONGEST)])
def test_a_control_character_is_refused_by_line_and_field(field: str, sign: str) -> None:
    stop, _, name = field.rpartition(" ")
    lines = [
        *(f'{key} = "{key[0].upper()}"' for key in HEAD_LONGEST),
        "[[stop]]",
        "year = 2004",
        *(f'{key} = "x"' for key in LONGEST),
    ]
    at = lines.index(f'{name} = "x"') if stop else lines.index(f'{name} = "{name[0].upper()}"')
    for spelled in (sign, f"\\u{ord(sign):04x}"):
        text = "\n".join([*lines[:at], f'{name} = "a{spelled}b"', *lines[at + 1 :]])
        where = f"line {at + 1}: {'stop 1, ' if stop else ''}{name}"
        assert problems(text) == (f"lesson.toml {where}: control character U+{ord(sign):04X}; expected text",)


def test_a_control_character_in_a_key_is_told_as_one() -> None:
    assert "line 5: stop 1, 'a\\x01': unknown" in problems(f'{GOOD}"a\\u0001" = 1')[0]


def test_what_is_typed_on_the_page_is_held_to_the_same() -> None:
    assert stop_problems(Stop(2004, "a\x01"), TABLES) == ["title: control character U+0001; expected text"]
    assert head_problems(Lesson(" ", "a" * 260)) == [
        "title: ' '; expected the title of the lesson",
        "subtitle: 260 characters; expected at most 200",
    ]


# ---------------------------------------------------------------------- lines


@for_each(
    "text, told",
    [
        (GOOD.replace("\n", " # \u2028\u0085\n") + "view = 'moon'", "line 5: stop 1, view"),
        (GOOD.replace("\n", "\r\n") + "view = 'moon'", "line 5: stop 1, view"),
        (f"{GOOD}\"view\" = 'moon'", "line 5: stop 1, view"),
        (f"{GOOD}'view' = 'moon'", "line 5: stop 1, view"),
        (f"{GOOD}\"v\\u0069ew\" = 'moon'", "line 5: stop 1, view"),
        (f"{GOOD}text = '''\n[[stop]]\nview = 1\n'''\nview = 'moon'", "line 9: stop 1, view"),
        (f"{GOOD}focus = [\n'POL',\n]\nview = 'moon'", "line 8: stop 1, view"),
        (f"{GOOD}[[ stop ]] # two\nyear = 1\ntitle = 'B'", "line 6: stop 2, year"),
        (f"{GOOD}[['stop']]\nyear = 1\ntitle = 'B'", "line 6: stop 2, year"),
        ("title = 'T'\nstop = [\n{year = 2004, title = 'A'},\n\n{year = 1, title = 'B'}]", "line 5: stop 2, year"),
        (f"{GOOD}[stop.view]\nx = 1", "line 5: stop 1, view"),
        (f"{GOOD}view.x = 1", "line 5: stop 1, view"),
        (f"\n[other]\nyear = 1\n{GOOD}".replace('title = "T"\n', ""), "line 2: other: unknown"),
    ],
)
def test_a_line_is_counted_as_toml_counts_it(text: str, told: str) -> None:
    assert any(told in problem for problem in problems(text))


# ---------------------------------------------------------------------- anything at all

WORDS = ["title", "stop", "year", "view", "[[stop]]", "1", "0x", "2004", "a" * 50, GOOD]
SIGNS = [*"\"'[]{}=.,#\\ \n\r\x00\u2028\u0085\ufeff\ud800", '"""', "'''"]
PIECES = st.lists(st.sampled_from([*WORDS, *SIGNS]), max_size=40).map("".join)


@given(st.one_of(st.text(max_size=80), PIECES))
def test_any_text_is_a_lesson_or_a_lesson_error(text: str) -> None:
    try:
        parse_lesson(text, TABLES)
    except LessonError as error:
        assert error.problems


@given(
    st.one_of(
        st.binary(max_size=80), st.lists(PIECES, max_size=40).map(lambda all_: "".join(all_).encode(errors="replace"))
    )
)
def test_any_bytes_are_a_lesson_or_a_lesson_error(raw: bytes) -> None:
    try:
        parse_lesson(raw, TABLES)
    except LessonError as error:
        assert error.problems


def test_the_gate_reads_what_toml_reads() -> None:
    text = LESSON.read_text(encoding="utf-8")
    found, places = admitted(text, "lesson.toml")
    assert found == tomllib.loads(text)
    lines = text.split("\n")
    for number, stop in enumerate(found["stop"], start=1):
        for key in stop:
            assert lines[places.lines[number, key] - 1].startswith(key)
