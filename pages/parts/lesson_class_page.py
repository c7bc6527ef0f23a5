"""The ways to this server's class pages, with the lesson in hand: the teacher's to start, the pupils' to give away."""

from base64 import b64encode
from urllib.parse import urlsplit

import streamlit as st

from data.words import words
from geo.lesson.lesson import Lesson, current_lesson
from geo.lesson.link import lesson_hash
from geo.wire.qr import Reach, TooLongError, qr_svg, reach_of
from pages.parts.lesson_draft import lesson, tables
from pages.parts.lesson_outputs import faults_of
from pages.parts.markdown import as_markdown_text
from pages.parts.templates import filled

FEW = 300
"""Characters whose code a phone reads from afar in a small picture."""

text, take = words()["lesson_page"], words()["take"]


def show_start() -> None:
    """The first thing on the page: the lesson in hand on the teacher's page, or the atlas's own while it has faults."""
    shown = _in_hand()
    path = "/teach" if shown is None else f"/teach#{lesson_hash(shown, tables, for_teacher=True)}"
    minutes = (shown or current_lesson()).minutes
    st.link_button(text["start"].format(minutes=f"{minutes:g}"), path, type="primary")


def show_class_page() -> None:
    """The pupil's page as a code, as words and as a link; where the lesson is too long for a code, as a link."""
    shown = _in_hand()
    st.header(text["class_page"])
    st.markdown(text["class_why"] if shown is None else text["class_why_own"])
    hash_ = "" if shown is None else f"#{lesson_hash(shown, tables)}"
    used = urlsplit(st.context.url or "")
    if used.netloc:
        _show_reach(f"{used.scheme}://{used.netloc}", hash_)
    st.link_button(text["open_class"], f"/class{hash_}")


def _in_hand() -> Lesson | None:
    """The reader's own lesson, if it is another than the atlas's and can be given away."""
    return None if lesson() == current_lesson() or faults_of(lesson()) else lesson()


def _show_reach(base: str, hash_: str) -> None:
    asker = st.context.ip_address or "localhost"  # Streamlit tells none of a reader at this machine
    page = reach_of(base, "/class", asker)
    try:
        reach = reach_of(base, f"/class{hash_}", asker)
    except TooLongError:
        st.markdown(text["too_long"].format(stops=len(lesson().stops)))
        st.code(page.address + hash_, language=None, height=90, wrap_lines=True)
        return
    code, told = st.columns([1, 3] if len(reach.address) <= FEW else [1, 1], vertical_alignment="center")
    picture = b64encode(qr_svg(reach.address).encode()).decode()
    code.container(key="lesson_code").html(
        filled("code", picture=picture, alt=take["code_of"].format(address=page.address))
    )
    told.markdown(_told(page, reach.address))
    if hash_:
        told.code(reach.address, language=None, height=90, wrap_lines=True)


def _told(page: Reach, address: str) -> str:
    """How far the code reaches, with a link to all of its address."""
    before, _, after = (as_markdown_text(part) for part in take[f"reach_{page.how}"].partition("{address}"))
    return f"{before} [{as_markdown_text(page.address)}]({address}){after}"
