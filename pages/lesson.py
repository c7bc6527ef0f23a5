"""Your own lesson: stops taken from the atlas, edited, saved as a file, and given away in every form."""

import hashlib
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from typing import Any
from urllib.parse import urlsplit

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.dates import spelled_as_given
from data.drafts import articles
from data.tables import current_tables
from data.words import words
from geo.atlas import Shown, atlas
from geo.drawing.views import VIEWS
from geo.lesson.edit import Draft, added, moved, removed, stop_of_address, stop_of_state, with_stop
from geo.lesson.lesson import (
    LESSON_FIELDS,
    LESSON_LAYERS,
    LONGEST,
    MOST_MINUTES,
    MOST_STOPS,
    STOP_FIELDS,
    Lesson,
    LessonError,
    Stop,
    current_lesson,
    parse_lesson,
    stop_problems,
    write_lesson,
)
from geo.lesson.quiz import LEVELS, MOST_SEED
from geo.publish.class_page import class_html
from geo.publish.film import KINDS, film
from geo.publish.jobs import JOBS
from geo.publish.paper import handout_pdf, worksheet_pdf
from geo.publish.progress import Progress
from geo.publish.slides import slides_pptx
from geo.wire.qr import qr_svg, reach_of
from pages.parts.markdown import as_markdown_text

named = words()
text = named["lesson_page"]
tables = current_tables()
state = st.session_state
ATLAS_PX = 700
LOOK_S = 0.7  # between two looks at work that is going on
EMPTY = Lesson(text["untitled"])
NOTHING = ""


@dataclass(frozen=True)
class Output:
    """What can be made of a lesson: its word, file, type, and how."""

    label: str
    file: str
    media_type: str
    make: Callable[[Lesson, Progress], bytes]


OUTPUTS = (
    Output(text["html"], "lesson.html", "text/html", lambda lesson, tell: class_html(lesson, progress=tell)),
    Output(
        text["pptx"],
        "lesson.pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        lambda lesson, tell: slides_pptx(lesson, progress=tell),
    ),
    Output(text["pdf"], "handout.pdf", "application/pdf", lambda lesson, tell: handout_pdf(lesson, progress=tell)),
)

# ---------------------------------------------------------------------- the draft and the widgets that show it

state.setdefault("draft", Draft(current_lesson()))
state.setdefault("at", 0)
state.setdefault("round", 0)  # grows when the fields must show something else; until then a reader's focus stays
state.setdefault("shown", None)
state.setdefault("said", None)


def lesson() -> Lesson:
    return state.draft.lesson


def take_up(draft: Draft, at: int | None = None) -> None:
    """Go on with a draft that the fields do not show yet."""
    state.draft = draft
    state.at = max(0, min(len(draft.lesson.stops) - 1, state.at if at is None else at))
    state.round += 1


def change(lesson_: Lesson, at: int | None = None) -> None:
    take_up(state.draft.changed(lesson_), at)


def settle() -> None:
    """Keep what the fields hold: Streamlit may bring a press before the words that were typed just before it."""
    made = replace(lesson(), **{name: state[head(name)] for name in LESSON_FIELDS if head(name) in state})
    typed = {name: value_of(name) for name in STOP_FIELDS if field(name) in state}
    if made.stops and typed:
        made = with_stop(made, state.at, replace(made.stops[state.at], **typed))
    state.draft = state.draft.changed(made)


def button(where: DeltaGenerator, name: str, act: Callable[[], None], disabled: bool = False) -> None:
    """A button for an act on the lesson with everything in it that was typed before."""

    def done() -> None:
        settle()
        act()

    where.button(text[name], on_click=done, disabled=disabled)


def take_stop(make: Callable[[], Stop]) -> bool:
    """Put a stop behind the one chosen and tell whether; or say what is wrong with it."""
    try:
        stop = make()
    except ValueError as error:
        state.said = ("error", str(error).splitlines())
        return False
    at = min(len(lesson().stops), state.at + 1)
    change(added(lesson(), at, stop), at)
    state.said = ("success", [text["taken"].format(at=at + 1, year=stop.year)])
    return True


def taken() -> None:
    settle()
    if found := state.atlas.taken:
        take_stop(partial(stop_of_state, dict(found), tables))


def pasted() -> None:
    settle()
    if (address := state.address.strip()) and take_stop(partial(stop_of_address, address, tables)):
        state.address = ""


def loaded() -> None:
    """Take a lesson from a file; one that does not hold leaves the lesson as it is."""
    settle()
    if state.file is None:
        return
    try:
        found = parse_lesson(state.file.getvalue().decode("utf-8-sig"), tables, state.file.name)
    except UnicodeDecodeError:
        state.said = ("error", [text["not_utf8"].format(name=state.file.name)])
    except LessonError as error:
        state.said = ("error", [text["not_loaded"].format(name=state.file.name), *error.problems])
    else:
        change(found, 0)
        state.said = ("success", [text["loaded"].format(name=state.file.name, stops=len(found.stops))])


def field(name: str) -> str:
    """The key of a field of the stop that is shown."""
    return f"{name} {state.round} {state.at}"


def head(name: str) -> str:
    """The key of a field of the whole lesson."""
    return f"lesson {name} {state.round}"


def value_of(name: str) -> Any:
    """What a field of the stop that is shown holds."""
    value = state[field(name)]
    if isinstance(value, list):
        return tuple(value)
    return NOTHING if value is None else value


def chosen(key: str) -> None:
    settle()
    state.at = state[key]


def show_in_atlas() -> None:
    stop = lesson().stops[state.at]
    turn = (state.shown.turn if state.shown else 0) + 1
    country = stop.focus[0] if len(stop.focus) == 1 and not stop.statement else None
    seen = {"year": stop.year, "view": stop.view, "layers": ",".join(stop.layers), "focus": list(stop.focus)}
    state.shown = Shown(
        turn, {**seen, "country": country, "statement": stop.statement or None, "draft": stop.draft or None}
    )


def duplicate() -> None:
    change(added(lesson(), state.at + 1, lesson().stops[state.at]), state.at + 1)


# ---------------------------------------------------------------------- the page

st.title(text["title"])
st.markdown(text["why"])
if state.said:
    kind, lines = state.said
    getattr(st, kind)("\n\n".join(as_markdown_text(line) for line in lines))
    state.said = None

atlas("atlas", height=ATLAS_PX, take=text["take"], shown=state.shown, on_taken=taken)
st.text_input(text["paste"], key="address", on_change=pasted, placeholder="http://…/?year=2004&country=EST")

steps = st.container(horizontal=True)
button(steps, "undo", lambda: take_up(state.draft.undone()), disabled=not state.draft.past)
button(steps, "redo", lambda: take_up(state.draft.redone()), disabled=not state.draft.future)
button(steps, "ours", lambda: change(current_lesson(), 0), disabled=lesson() == current_lesson())
button(steps, "empty", lambda: change(EMPTY, 0), disabled=lesson() == EMPTY)
steps.download_button(text["save"], write_lesson(lesson()), "lesson.toml", "application/toml")

list_side, stop_side = st.columns([2, 3], gap="large")


names = [
    f"{at} · {stop.year} · {as_markdown_text(stop.title) or text['no_title']}"
    for at, stop in enumerate(lesson().stops, start=1)
]

with list_side:
    st.text_input(text["lesson_title"], lesson().title, key=head("title"), on_change=settle)
    st.text_input(text["subtitle"], lesson().subtitle, key=head("subtitle"), on_change=settle)
    st.markdown(text["plan"].format(stops=len(lesson().stops), minutes=f"{lesson().minutes:g}"))
    if lesson().stops:
        # Streamlit keeps a choice by its label: a list with another label is another list.
        listed = head(f"chosen {hashlib.sha256(repr(names).encode()).hexdigest()}")
        st.radio(
            text["stops"],
            range(len(lesson().stops)),
            index=state.at,
            key=listed,
            format_func=names.__getitem__,
            on_change=chosen,
            args=(listed,),
        )
        row = st.container(horizontal=True)
        first, last = state.at == 0, state.at == len(lesson().stops) - 1
        button(row, "up", lambda: change(moved(lesson(), state.at, -1), state.at - 1), disabled=first)
        button(row, "down", lambda: change(moved(lesson(), state.at, 1), state.at + 1), disabled=last)
        full = len(lesson().stops) >= MOST_STOPS
        button(row, "duplicate", duplicate, disabled=full)
        button(row, "delete", lambda: change(removed(lesson(), state.at)))
        button(row, "show", show_in_atlas)
    else:
        st.info(text["no_stops"])
    st.file_uploader(text["load"], type=["toml"], key="file", on_change=loaded)


def source_name(id_: str) -> str:
    row = sources.loc[id_]
    return f"{id_}: {row['producer']}, {row['title']}"


def statement_name(id_: str) -> str:
    if not id_:
        return text["none"]
    row = statements.loc[id_]
    return f"{spelled_as_given(row['date'])}, {row['speaker']}: {row['quote'] or row['paraphrase']}"


sources = tables.sources.set_index("id")
statements = tables.statements.set_index("id")
units = dict(zip(tables.units["unit"], tables.units["name"], strict=True))


def field_of(make: Callable[..., Any], name: str, **more: Any) -> None:
    """One field of the stop."""
    make(text[f"field_{name}"], key=field(name), on_change=settle, **more)


def choice_of(stop: Stop, name: str, options: list[str], tell: Callable[[str], str]) -> None:
    found = getattr(stop, name)
    known = options if found in options else [found, *options]
    field_of(st.selectbox, name, options=known, index=known.index(found), format_func=tell)


def several_of(stop: Stop, name: str, options: list[str], tell: Callable[[str], str]) -> None:
    known = [*options, *(each for each in getattr(stop, name) if each not in options)]
    field_of(st.multiselect, name, options=known, default=list(getattr(stop, name)), format_func=tell)


with stop_side:
    if lesson().stops:
        stop = lesson().stops[state.at]
        if problems := stop_problems(stop, tables):
            st.warning("\n\n".join(as_markdown_text(problem) for problem in problems))
        years = st.columns(3)
        with years[0]:
            field_of(st.number_input, "year", value=stop.year, min_value=tables.first_year, max_value=tables.last_year)
        with years[1]:
            field_of(
                st.number_input,
                "before",
                value=stop.before,
                min_value=0,
                max_value=tables.last_year,
                help=text["before_help"],
            )
        with years[2]:
            field_of(
                st.number_input,
                "minutes",
                value=float(stop.minutes),
                min_value=0.0,
                max_value=float(MOST_MINUTES),
                step=0.5,
            )
        field_of(st.text_input, "title", value=stop.title, max_chars=LONGEST["title"])
        field_of(st.text_area, "text", value=stop.text, max_chars=LONGEST["text"], height=90)
        field_of(st.text_area, "question", value=stop.question, max_chars=LONGEST["question"], height=70)
        field_of(st.text_area, "notes", value=stop.notes, max_chars=LONGEST["notes"], height=170)
        field_of(st.text_area, "wrong_answer", value=stop.wrong_answer, max_chars=LONGEST["wrong_answer"], height=70)
        several_of(stop, "focus", sorted(units, key=lambda unit: units[unit]), lambda unit: units.get(unit, unit))
        choice_of(stop, "statement", [NOTHING, *statements.index], statement_name)
        with st.expander(text["map"]):
            choice_of(stop, "view", list(VIEWS), lambda view: named["view"].get(view, view))
            several_of(stop, "layers", list(LESSON_LAYERS), lambda layer: named["layer"].get(layer, layer))
            drafts = [NOTHING, *(article.id for article in articles(tables))]
            choice_of(stop, "draft", drafts, lambda id_: named["draft"].get(id_ or "none", id_))
        several_of(stop, "sources", list(sources.index), source_name)

# ---------------------------------------------------------------------- what can be made of it

st.header(text["outputs"])
st.markdown(text["outputs_why"])
faulty = [
    text["stop_fault"].format(at=at, problem=problem)
    for at, each in enumerate(lesson().stops, start=1)
    for problem in stop_problems(each, tables)
]
if not lesson().stops:
    faulty.append(text["no_stops"])
if not lesson().title.strip():
    faulty.append(text["no_lesson_title"])
sheet = st.container(horizontal=True, vertical_alignment="bottom")
level = sheet.selectbox(text["level"], LEVELS, index=1, format_func=lambda each: named["quiz"][each], width=180)
seed = int(sheet.number_input(text["seed"], 0, MOST_SEED, 1, width=180))
WORKSHEET = Output(
    text["worksheet"], "worksheet.pdf", "application/pdf", lambda _, tell: worksheet_pdf(seed, level, progress=tell)
)
FILMS = tuple(
    Output(
        text[kind],
        f"eastward.{kind}",
        {"gif": "image/gif"}.get(kind, f"video/{kind}"),
        lambda _, tell, kind=kind: film(kind, progress=tell),
    )
    for kind in KINDS
)
content = hashlib.sha256(write_lesson(lesson()).encode()).hexdigest()[:16]
whole = [
    *((output, content, faulty) for output in OUTPUTS),
    (WORKSHEET, f"{seed} {level}", []),
    *((output, "", []) for output in FILMS),
]
keys = {output.file: f"{output.file} {version}" for output, version, _ in whole}
running = any((job := JOBS.get(key)) and not job.is_over for key in keys.values())


@st.fragment(run_every=LOOK_S if running else None)
def makers() -> None:
    """A row for each thing to make: a button, then its progress, then the file."""
    still = False
    for output, _, problems in whole:
        key = keys[output.file]
        job = JOBS.get(key)
        name, act, more = st.columns([3, 3, 2], vertical_alignment="center")
        name.markdown(output.label)
        if job and job.result is not None:
            act.download_button(
                text["download"].format(file=output.file),
                job.result,
                output.file,
                output.media_type,
                key=f"get {key}",
                on_click="ignore",
            )
            more.markdown(text["size"].format(size=f"{len(job.result) / 1e6:,.1f}"))
        elif job and not job.is_over and not job.is_cancelled:
            still = True
            act.progress(job.done / max(1, job.total), text["progress"].format(done=job.done, total=job.total or "…"))
            if more.button(text["cancel"], key=f"stop {key}"):
                job.cancel()
                st.rerun()
        else:
            if act.button(text["make"], key=f"make {key}", disabled=bool(problems)):
                JOBS.start(key, partial(output.make, lesson()))
                st.rerun()
            if job and job.error:
                more.error(as_markdown_text(str(job.error) or type(job.error).__name__))
            elif job and job.is_cancelled:
                more.markdown(text["cancelled"])
    if running and not still:
        st.rerun()


makers()
if faulty:
    st.warning("\n\n".join(as_markdown_text(line) for line in [text["faulty"], *faulty]))

# ---------------------------------------------------------------------- the class page on the network

st.header(text["class_page"])
st.markdown(text["class_why"])
used = urlsplit(st.context.url or "")
if used.netloc:
    reach = reach_of(f"{used.scheme}://{used.netloc}", "/class")
    code, told = st.columns([1, 3], vertical_alignment="center")
    drawn = b64encode(qr_svg(reach.address).encode()).decode()
    alt = escape(named["take"]["code_of"].format(address=reach.address))
    code.html(f'<img src="data:image/svg+xml;base64,{drawn}" alt="{alt}" width="220" height="220">')
    told.markdown(as_markdown_text(named["take"][f"reach_{reach.how}"].format(address=reach.address)))
    told.link_button(text["open_class"], "/class")
