"""What can be made of a lesson: what each is, whether it can be made, and a row to make and fetch it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from math import ceil
from secrets import token_hex

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.words import phrase, words
from geo.lesson.lesson import Lesson, head_problems, stop_problems, write_lesson
from geo.lesson.quiz import LEVELS, MOST_SEED
from geo.publish import jobs
from geo.publish.class_page import FILES, Reader, class_html
from geo.publish.film import KINDS, Kind, film, lesson_film
from geo.publish.paper import handout_pdf, worksheet_pdf
from geo.publish.progress import Progress
from geo.publish.questions import FORMATS, questions_file
from geo.publish.slides import slides_pptx
from pages.parts.lesson_draft import in_lines, lesson, tables, text
from pages.parts.markdown import as_markdown_text

LOOK_S = 0.7  # between two looks at work that is going on
MINUTE_S = 60
STEP_S = 5  # a foretold time is none to the second


@dataclass(frozen=True)
class Output:
    """What can be made of a lesson: its word, file, type, and how."""

    label: str
    file: str
    media_type: str
    make: Callable[[Lesson, Progress], bytes]


@dataclass(frozen=True)
class Wanted:
    """An output of this very content, and whether something is in its way."""

    output: Output
    content: str
    is_faulty: bool = False

    @property
    def key(self) -> str:
        """What names the work: the same content is made once."""
        return f"{self.output.file} {self.content}"


OF_THE_LESSON = (
    Output(text["html"], FILES[Reader.TEACHER], "text/html", lambda lesson, tell: class_html(lesson, progress=tell)),
    Output(
        text["html_pupils"],
        FILES[Reader.PUPIL],
        "text/html",
        lambda lesson, tell: class_html(lesson, progress=tell, reader=Reader.PUPIL),
    ),
    Output(
        text["pptx"],
        "lesson.pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        lambda lesson, tell: slides_pptx(lesson, progress=tell),
    ),
    Output(text["pdf"], "handout.pdf", "application/pdf", lambda lesson, tell: handout_pdf(lesson, progress=tell)),
)


def film_output(kind: Kind) -> Output:
    """The atlas as a film of one kind."""
    media_type = {"gif": "image/gif"}.get(kind, f"video/{kind}")
    return Output(text[kind], f"eastward.{kind}", media_type, lambda _, tell: film(kind, progress=tell))


def lesson_film_output(kind: Kind) -> Output:
    """The lesson as a film of one kind."""
    media_type = {"gif": "image/gif"}.get(kind, f"video/{kind}")
    label = text["film_of_lesson"].format(kind=kind.upper())
    return Output(label, f"lesson.{kind}", media_type, lambda lesson, tell: lesson_film(kind, lesson, progress=tell))


def worksheet_output(level: str, seed: int) -> Output:
    """The worksheet of the quiz of a level and a number."""
    return Output(
        text["worksheet"], "worksheet.pdf", "application/pdf", lambda _, tell: worksheet_pdf(seed, level, progress=tell)
    )


def questions_output(form: str, level: str, seed: int) -> Output:
    """The questions of a level and a number in a format, the same as on the worksheet."""
    asked = FORMATS[form]
    return Output(
        text["questions"].format(form=text[f"form_{form}"]),
        asked.file,
        asked.media_type,
        lambda _, tell: questions_file(form, seed, level, progress=tell),
    )


def show_outputs() -> None:
    """A header, what the worksheet is made of, a row for each output, and what is in their way."""
    st.header(text["outputs"])
    st.markdown(text["outputs_why"])
    sheet = st.container(horizontal=True, vertical_alignment="bottom")
    level = sheet.selectbox(text["level"], LEVELS, index=1, format_func=words()["quiz"].__getitem__, width=180)
    seed = int(sheet.number_input(text["seed"], 0, MOST_SEED, 1, width=180))
    form = sheet.selectbox(text["form"], FORMATS, format_func=lambda name: text[f"form_{name}"], width=260)
    faults = faults_of(lesson())
    content = hashlib.sha256(write_lesson(lesson()).encode()).hexdigest()[:16]
    wanted = [
        *(Wanted(output, content, bool(faults)) for output in OF_THE_LESSON),
        *(Wanted(lesson_film_output(kind), content, bool(faults)) for kind in KINDS),
        Wanted(worksheet_output(level, seed), f"{seed} {level}"),
        Wanted(questions_output(form, level, seed), f"{seed} {level}"),
        *(Wanted(film_output(kind), "") for kind in KINDS),
    ]
    running = any((job := jobs.JOBS.get(_asker(), each.key)) and not job.is_over for each in wanted)
    st.fragment(_show_rows, run_every=LOOK_S if running else None)(wanted, running)
    if faults:
        st.warning(in_lines([text["faulty"], *faults]))


def faults_of(lesson_: Lesson) -> list[str]:
    """Why a lesson cannot be given away yet; nothing where it can."""
    faults = head_problems(lesson_) + [
        text["stop_fault"].format(at=at, problem=problem)
        for at, stop in enumerate(lesson_.stops, start=1)
        for problem in stop_problems(stop, tables)
    ]
    if not lesson_.stops:
        faults.append(text["no_stops"])
    return faults


def _show_rows(wanted: list[Wanted], running: bool) -> None:
    """A row for each thing to make; the page runs anew when the last work is over."""
    still = [_show_row(each) for each in wanted]
    if running and not any(still):
        st.rerun()


def _show_row(wanted: Wanted) -> bool:
    """A button, then its progress, then the file; whether it is being made."""
    asker, key = _asker(), wanted.key
    job = jobs.JOBS.get(asker, key)
    name, act, more = st.columns([3, 3, 2], vertical_alignment="center")
    name.markdown(wanted.output.label)
    if job and job.result is not None:
        _show_file(wanted, job.result, act, more)
        return False
    if job and not job.is_over:
        act.progress(job.done / max(1, job.total), _how_far(job))
        if more.button(text["cancel"].format(file=wanted.output.file), key=f"stop {key}"):
            jobs.JOBS.cancel(asker, key)
            st.rerun()
        return True
    if act.button(text["make"].format(file=wanted.output.file), key=f"make {key}", disabled=wanted.is_faulty):
        try:
            jobs.JOBS.start(asker, key, partial(wanted.output.make, lesson()))
        except jobs.TooMany as full:
            more.warning(text["enough"].format(most=jobs.MOST_OF_ONE) if full.is_own else text["busy"])
            return False
        st.rerun()
    if job and job.error:
        more.error(as_markdown_text(str(job.error) or type(job.error).__name__))
    elif jobs.JOBS.was_cancelled(asker, key):
        more.markdown(text["cancelled"])
    return False


def _asker() -> str:
    """Who asks: this session, by a name that nobody else can know."""
    return str(st.session_state.setdefault("lesson_outputs_asker", token_hex(16)))


def _how_far(job: jobs.Job) -> str:
    """How many wait before it, or how much of it is done and how long the rest may take."""
    if job.begun is None:
        return phrase("lesson_page", "waits", ahead=jobs.JOBS.ahead_of(job))
    far = phrase("lesson_page", "progress", done=job.done, total=job.total or "…")
    if job.left_s is None:
        return far
    if job.left_s >= MINUTE_S:
        return phrase("lesson_page", "left_min", far=far, left=ceil(job.left_s / MINUTE_S))
    return phrase("lesson_page", "left_s", far=far, left=max(STEP_S, ceil(job.left_s / STEP_S) * STEP_S))


def _show_file(wanted: Wanted, made: bytes, act: DeltaGenerator, more: DeltaGenerator) -> None:
    output = wanted.output
    act.download_button(
        text["download"].format(file=output.file),
        made,
        output.file,
        output.media_type,
        key=f"get {wanted.key}",
        on_click="ignore",
    )
    more.markdown(text["size"].format(size=f"{len(made) / 1e6:,.1f}"))
