"""What can be made of a lesson: what each is, and whether it can be made."""

import hashlib

import streamlit as st

from data.memberships.nato import ID as NATO
from data.memberships.shipped import called, shipped, shipped_ids
from data.memberships.told import Told
from data.memberships.value import Membership
from data.words import words
from geo.lesson.lesson import Lesson, head_problems, stop_problems, write_lesson
from geo.lesson.quiz import MOST_SEED, levels_of
from geo.publish.class_page import FILES, Reader, class_html
from geo.publish.film import KINDS, Kind, film, lesson_film
from geo.publish.paper import handout_pdf
from geo.publish.questions import FORMATS, questions_file
from geo.publish.slides import slides_pptx
from geo.publish.worksheet import worksheet_pdf
from pages.parts.lesson_draft import in_lines, lesson, tables, text
from pages.parts.outputs import SLIDES, Output, Wanted, film_type, show_outputs_wanted
from pages.parts.over_choice import over_chosen


def of_the_lesson(shown: Lesson, over: str) -> tuple[Output, ...]:
    """The pages, slides and paper of a lesson; on the last two with a membership `over` their maps."""
    return (
        Output(text["html"], FILES[Reader.TEACHER], "text/html", lambda tell: class_html(shown, progress=tell)),
        Output(
            text["html_pupils"],
            FILES[Reader.PUPIL],
            "text/html",
            lambda tell: class_html(shown, progress=tell, reader=Reader.PUPIL),
        ),
        Output(text["pptx"], "lesson.pptx", SLIDES, lambda tell: slides_pptx(shown, progress=tell, over=over)),
        Output(
            text["pdf"], "handout.pdf", "application/pdf", lambda tell: handout_pdf(shown, progress=tell, over=over)
        ),
    )


def film_output(kind: Kind, over: str) -> Output:
    """The atlas as a film of one kind."""
    return Output(text[kind], f"eastward.{kind}", film_type(kind), lambda tell: film(kind, progress=tell, over=over))


def lesson_film_output(kind: Kind, shown: Lesson, over: str) -> Output:
    """The lesson as a film of one kind."""
    label = text["film_of_lesson"].format(kind=text["film_kind"][kind])
    return Output(
        label, f"lesson.{kind}", film_type(kind), lambda tell: lesson_film(kind, shown, progress=tell, over=over)
    )


def worksheet_output(level: str, seed: int) -> Output:
    """The worksheet of the quiz of a level and a number."""
    return Output(
        text["worksheet"], "worksheet.pdf", "application/pdf", lambda tell: worksheet_pdf(seed, level, progress=tell)
    )


def questions_output(form: str, level: str, seed: int, about: Told | None = None) -> Output:
    """The questions of a level and a number in a format, of NATO the same as on the worksheet."""
    asked = FORMATS[form]
    return Output(
        text["questions"].format(
            about=called(about if isinstance(about, Membership) else shipped(NATO)), form=text[f"form_{form}"]
        ),
        asked.file,
        asked.media_type,
        lambda tell: questions_file(form, seed, level, about, tell),
    )


def show_outputs() -> None:
    """A header, what the worksheet is made of, a row for each output, and what is in their way."""
    st.header(text["outputs"])
    st.markdown(text["outputs_why"])
    over = over_chosen()
    sheet = st.container(horizontal=True, vertical_alignment="bottom")
    names = {id_: called(shipped(id_)) for id_ in shipped_ids()}
    id_ = sheet.selectbox(text["about"], names, format_func=names.__getitem__, key="asked_about", width=220)
    about = None if id_ == NATO else shipped(id_)
    levels = levels_of(about or tables)
    middle = len(levels) // 2
    level = sheet.selectbox(text["level"], levels, index=middle, format_func=words()["quiz"].__getitem__, width=250)
    seed = int(sheet.number_input(text["seed"], 0, MOST_SEED, 1, width=180))
    form = sheet.selectbox(text["form"], FORMATS, format_func=lambda name: text[f"form_{name}"], width=260)
    faults = faults_of(lesson())
    content = hashlib.sha256(f"{over} {write_lesson(lesson())}".encode()).hexdigest()[:16]
    wanted = [
        *(Wanted(output, content, bool(faults)) for output in of_the_lesson(lesson(), over)),
        *(Wanted(lesson_film_output(kind, lesson(), over), content, bool(faults)) for kind in KINDS),
        Wanted(worksheet_output(level, seed), f"{seed} {level}"),
        Wanted(questions_output(form, level, seed, about), f"{id_} {seed} {level}"),
        *(Wanted(film_output(kind, over), over) for kind in KINDS),
    ]
    show_outputs_wanted(wanted)
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
