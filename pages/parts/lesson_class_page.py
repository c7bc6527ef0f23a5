"""The way to the class page of this server: its address as a code and as words."""

from base64 import b64encode
from urllib.parse import urlsplit

import streamlit as st

from data.words import words
from geo.wire.qr import qr_svg, reach_of
from pages.parts.markdown import as_markdown_text
from pages.parts.templates import filled


def show_class_page() -> None:
    text, take = words()["lesson_page"], words()["take"]
    st.header(text["class_page"])
    st.markdown(text["class_why"])
    used = urlsplit(st.context.url or "")
    if not used.netloc:
        return
    asker = st.context.ip_address or "localhost"  # Streamlit tells none of a reader at this machine
    reach = reach_of(f"{used.scheme}://{used.netloc}", "/class", asker)
    code, told = st.columns([1, 3], vertical_alignment="center")
    picture = b64encode(qr_svg(reach.address).encode()).decode()
    code.html(filled("code", picture=picture, alt=take["code_of"].format(address=reach.address)))
    told.markdown(as_markdown_text(take[f"reach_{reach.how}"].format(address=reach.address)))
    told.link_button(text["open_class"], "/class")
