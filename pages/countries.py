"""Every country's path: all in a table, up to four compared, how long it took, and one country in full."""

import pandas as pd
import streamlit as st

from data.csv_out import frame_as_csv
from data.dates import spelled
from data.path_findings import paths_finding, paths_to_quote, waits_finding
from data.paths import Path, paths, waiting
from data.search_text import looked_for
from data.tables import current_tables
from data.vocabulary import Status
from data.words import words
from geo.charts.paths import CALENDAR, SINCE_CONTACT, path_colours, stage_colours, waits_table
from pages.parts.address import ANY_TEXT, SWITCH, Parameter, one_of, some_of, tell_unknown
from pages.parts.announcing import show_count
from pages.parts.charts import quotable, room_here, show_chart, watch_charts
from pages.parts.citing import cite
from pages.parts.copying import copy_buttons
from pages.parts.countries import (
    COLUMNS,
    DECIMALS,
    SORTS,
    accessions_html,
    bare_label,
    bars_in_words,
    bars_of,
    bars_table,
    overview,
    overview_csv,
    overview_html,
    path_chart,
    sorted_by,
    status_label,
    waits_as_table,
    waits_chart,
    waits_in_words,
    waits_text,
)
from pages.parts.countries_html import key_to_colours, page
from pages.parts.country_profile import profile_html, row_of
from pages.parts.markdown import as_markdown_text
from pages.parts.page_parts import show_chosen
from pages.parts.statement_cards import StatementCards, cards_of

MOST = 4

tables = current_tables()
theme = st.context.theme.type or "light"
text = words()["countries_page"]
every = {path.unit: path for path in paths(tables)}
today = spelled(tables.as_of)
held = {path.status for path in every.values()}
statuses = [status for status in Status if status in held]


def label_of(status: Status) -> str:
    return status_label(status, tables)


def name_of(unit: str) -> str:
    return every[unit].name


def code_of(asked: str) -> str:
    """The country that an address names, by its code as the atlas does or by its name; nothing where there is none."""
    names = {path.name.casefold(): path.unit for path in every.values()}
    code = names.get(asked.casefold(), asked.upper())
    return code if code in every else ""


def status_of(asked: str) -> Status | None:
    """The status that an address names, by its value or by what it is called today: that changes from day to day."""
    return next((status for status in statuses if asked in (status.value, label_of(status))), None)


def read_address() -> None:
    """Open the country that the address names, and choose the statuses."""
    code = code_of(st.query_params.get("country", ""))
    if code and "profile" not in st.session_state:
        st.session_state["profile"] = code
    asked = [status for name in st.query_params.get_all("status") if (status := status_of(name))]
    if asked and "status" not in st.session_state:
        st.session_state["status"] = list(dict.fromkeys(asked))


def takes() -> dict[str, Parameter]:
    """What the address of this page may ask for."""
    return {
        "show": one_of(text["parts"].values()),
        "country": Parameter(lambda asked: bool(code_of(asked))),
        "search": ANY_TEXT,
        "status": Parameter(lambda asked: status_of(asked) is not None, max(2, len(statuses))),
        "sort": one_of(SORTS.values()),
        "turned": SWITCH,
        "paths": some_of([path.name for path in every.values()], MOST),
        "aligned": one_of(text["alignments"].values()),
    }


def write_address(country: str | None, wanted: list[Status]) -> None:
    """Keep what is chosen in the address, so that a link opens it; a bound control would write its label there."""
    for name, value in {"country": country, "status": [status.value for status in wanted]}.items():
        if value:
            st.query_params[name] = value
        else:
            st.query_params.pop(name, None)


def show_countries() -> None:
    read_address()
    table = overview(tables)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        searched = st.text_input(
            text["search"], key="search", bind="query-params", placeholder=text["search_example"], width=220
        )
        wanted = st.multiselect(text["status"], statuses, format_func=label_of, key="status", width=260)
        chosen = st.selectbox(
            text["country"], list(every), index=None, format_func=name_of, key="profile",
            placeholder=text["choose"], width=240,
        )  # fmt: skip
        by = st.selectbox(
            text["sort"], list(SORTS), format_func=SORTS.__getitem__, key="sort", bind="query-params", width=220
        )
        is_turned = st.toggle(text["turned"], key="turned", bind="query-params")
    write_address(chosen, wanted)
    shown = sorted_by(tables, table[matching(table, searched, wanted)], by, is_turned=is_turned)
    told = text["shown_chosen" if chosen else "shown"]
    name = as_markdown_text(every[chosen].name) if chosen else ""
    show_count(told.format(n=len(shown), total=len(table), day=today, name=name))
    if chosen:
        show_profile(every[chosen])
    places = tuple(shown.index)
    st.html(overview_html(tables, theme, places))
    st.download_button(
        text["download_table"], overview_csv(tables, places), "countries.csv", "text/csv", on_click="ignore"
    )


def matching(table: pd.DataFrame, searched: str, wanted: list[Status]) -> pd.Series:
    """Which rows have every word searched for, and one of the statuses wanted."""
    keep = pd.Series(data=True, index=table.index)
    for word in looked_for(searched):
        keep &= table["searched"].str.contains(word, regex=False)
    return keep & table[COLUMNS["status"]].isin([bare_label(status, tables) for status in wanted]) if wanted else keep


def download(table: pd.DataFrame, name: str) -> None:
    taken = frame_as_csv(table, DECIMALS)
    st.download_button(text["download_chart"], taken, f"{name}.csv", "text/csv", on_click="ignore")


# ---------------------------------------------------------------------- one country


def show_profile(path: Path) -> None:
    cards = cards_of(tables, theme)
    before, after = profile_html(tables, theme, path.unit)
    st.header(as_markdown_text(path.name), anchor=False)
    st.html(before)
    bars = bars_of(tables, (path.unit,), CALENDAR)
    if not bars.empty:
        st.subheader(as_markdown_text(paths_finding((path.unit,), tables)), anchor=False)
        st.caption(text["bars_of_country"].format(country=as_markdown_text(path.name), first=tables.first_year))
        show_bars((path.unit,), CALENDAR, cards)
        download(bars, f"path-{path.unit}")
    st.html(after)
    cite(path.name, f"./countries?country={path.unit}", row_of(path))


def show_bars(units: tuple[str, ...], aligned: str, cards: StatementCards) -> None:
    bars = bars_of(tables, units, aligned)
    shown = set(bars["status"])
    st.html(page(cards, key_to_colours(both for status, both in path_colours(theme).items() if status in shown)))
    alt = text["bars_alt"].format(bars=bars_in_words(bars))
    show_chart(path_chart(tables, theme, units, aligned, room), "bars", alt, room)
    st.html(page(cards, quotable(paths_to_quote(units, tables)), bars_table(bars, paths_finding(units, tables))))


# ---------------------------------------------------------------------- several countries


def show_paths() -> None:
    newest = max((path for path in every.values() if path.joined), key=lambda path: path.order)
    default = [newest.unit, *waiting(tables)["unit"]][:MOST]
    row = st.container(horizontal=True, gap="small")
    chosen = row.multiselect(
        text["chosen_countries"].format(most=MOST), list(every), default=default, max_selections=MOST, key="paths",
        bind="query-params", format_func=name_of, width=560,
    )  # fmt: skip
    aligned = row.segmented_control(
        text["aligned"], [CALENDAR, SINCE_CONTACT], default=CALENDAR, required=True,
        format_func=text["alignments"].__getitem__, key="aligned", bind="query-params",
    )  # fmt: skip
    if aligned == SINCE_CONTACT and (none := [name_of(unit) for unit in chosen if not every[unit].contact]):
        st.markdown(text["no_contact"].format(countries=", ".join(map(as_markdown_text, none))))
    bars = bars_of(tables, tuple(chosen), aligned)
    if bars.empty:
        st.info(text["no_bars"])
    else:
        st.header(as_markdown_text(paths_finding(chosen, tables)), anchor=False)
        st.markdown(text["bars_by_year" if aligned == CALENDAR else "bars_since_contact"])
        show_bars(tuple(chosen), aligned, cards_of(tables, theme))
        download(bars, "paths")
    st.caption(text["bars_note"].format(day=today, first=tables.first_year))


# ---------------------------------------------------------------------- how long


def show_waits() -> None:
    table, found = waits_table(tables), waits_finding(tables)
    waited, still = (table["kind"] == "joined").sum(), (table["kind"] == "waiting").sum()
    st.header(as_markdown_text(found), anchor=False)
    st.markdown(text["waits"].format(accessions=waited, waiting=still, day=today))
    st.html(page(cards_of(tables, theme), key_to_colours(stage_colours(theme))))
    alt = text["waits_alt"].format(bars=waits_in_words(table))
    show_chart(waits_chart(tables, theme, room), "waits", alt, room)
    st.html(
        page(cards_of(tables, theme), quotable(text["to_quote"].format(sentence=found)), waits_as_table(tables, found))
    )
    download(table, "waits")
    st.html(waits_text(tables, theme))
    st.html(accessions_html(tables, theme))


PARTS = {"countries": show_countries, "paths": show_paths, "waits": show_waits}

st.title(text["title"])
tell_unknown("countries", takes())
room = room_here("countries_charts")
show_chosen(PARTS, text["part"], text["parts"], "show")
st.markdown(text["first_contact"])
copy_buttons()
watch_charts("countries_charts")
