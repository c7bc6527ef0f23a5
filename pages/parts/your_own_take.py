"""What is taken away of one's own atlas: the file that reads back here, a link, slides, paper and film."""

from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from urllib.parse import urlsplit

import streamlit as st

from data.memberships.value import Membership
from data.own_table.link import LONGEST, NAME, packed_table
from data.own_table.saved import saved
from data.own_table.telling import id_of
from geo.drawing.offered import views_for
from geo.lesson.of_membership import lesson_of
from geo.publish.class_page import Reader, class_html
from geo.publish.film import KINDS, Kind, film
from geo.publish.paper import handout_pdf
from geo.publish.progress import Progress
from geo.publish.slides import slides_pptx
from pages.parts.outputs import SLIDES, Output, Wanted, film_type, show_outputs_wanted
from pages.parts.over_choice import over_chosen
from pages.parts.your_own_draft import Own, text
from pages.parts.your_own_kept import mark_saved

LINK_PX = 90


def show_take(found: Own, membership: Membership) -> None:
    """The file, the link or why there is none, and what is made when it is asked for."""
    st.subheader(text["take"], anchor=False)
    st.markdown(text["pictures_why"])
    packed = packed_table(found.reading, found.title)
    name = id_of(found.title)
    st.download_button(
        text["save"],
        lambda: saved(found.reading, found.title),
        f"{name}.zip",
        "application/zip",
        key="own_save",
        type="primary",
        on_click=mark_saved,
    )
    st.caption(text["save_why"].format(file=f"{name}.zip"))
    with st.expander(text["link"], key="own_link"):
        _show_link(packed)
    with st.expander(text["outputs"], key="own_outputs"):
        over = over_chosen(membership)
        content = sha256(f"{over} {packed}".encode()).hexdigest()[:16]
        show_outputs_wanted([Wanted(output, content) for output in _outputs(name, membership, over)])


def _show_link(packed: str) -> None:
    if len(packed) > LONGEST:
        st.markdown(text["link_too_long"])
        return
    used = urlsplit(st.context.url or "")
    st.markdown(text["link_why"])
    address = f"{used.scheme}://{used.netloc}{used.path}#{NAME}={packed}"
    st.code(address, language=None, height=LINK_PX, wrap_lines=True)


def _outputs(name: str, membership: Membership, over: str) -> Iterator[Output]:
    """Class pages, slides, paper and films of a membership; the lesson on them is made of it by rule.

    The membership `over` is laid over the maps of all but the class pages.
    """
    for reader in Reader:
        make = partial(_class_page, reader, membership)
        yield Output(text["class_page"][reader], f"{name}-{reader}.html", "text/html", make)
    yield Output(text["pptx"], f"{name}.pptx", SLIDES, partial(_slides, membership, over))
    yield Output(text["pdf"], f"{name}.pdf", "application/pdf", partial(_handout, membership, over))
    for kind in KINDS:
        yield Output(text["film"][kind], f"{name}.{kind}", film_type(kind), partial(_film, kind, membership, over))


def _class_page(reader: Reader, membership: Membership, tell: Progress) -> bytes:
    return class_html(lesson_of(membership), membership, tell, reader=reader)


def _slides(membership: Membership, over: str, tell: Progress) -> bytes:
    return slides_pptx(lesson_of(membership), membership, tell, over)


def _handout(membership: Membership, over: str, tell: Progress) -> bytes:
    return handout_pdf(lesson_of(membership), membership, tell, over)


def _film(kind: Kind, membership: Membership, over: str, tell: Progress) -> bytes:
    return film(kind, view=views_for(membership)[0], told=membership, progress=tell, over=over)
