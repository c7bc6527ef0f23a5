"""What can be made of something while its reader waits: a row to make and fetch each of it, with how far it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from secrets import token_hex

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.words import phrase, words
from geo.publish import jobs
from geo.publish.film import Kind
from geo.publish.progress import Progress
from pages.parts.markdown import as_markdown_text

LOOK_S = 0.7  # between two looks at work that is going on
MINUTE_S = 60
STEP_S = 5  # a foretold time is none to the second
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"

text = words()["lesson_page"]


@dataclass(frozen=True)
class Output:
    """What can be made: its word, file, type, and how."""

    label: str
    file: str
    media_type: str
    make: Callable[[Progress], bytes]


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


def film_type(kind: Kind) -> str:
    """The media type of a film of a kind."""
    return {"gif": "image/gif"}.get(kind, f"video/{kind}")


def show_outputs_wanted(wanted: Sequence[Wanted]) -> None:
    """A row for each thing to make, looked at again while one is being made."""
    running = any((job := jobs.JOBS.get(_asker(), each.key)) and not job.is_over for each in wanted)
    st.fragment(_show_rows, run_every=LOOK_S if running else None)(wanted, running)


def _show_rows(wanted: Sequence[Wanted], running: bool) -> None:
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
        if more.button(text["cancel"].format(file=wanted.output.file), key=f"cancel {key}"):
            jobs.JOBS.cancel(asker, key)
            st.rerun()
        return True
    if act.button(text["make"].format(file=wanted.output.file), key=f"make {key}", disabled=wanted.is_faulty):
        try:
            jobs.JOBS.start(asker, key, wanted.output.make)
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
    return str(st.session_state.setdefault("outputs_asker", token_hex(16)))


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
