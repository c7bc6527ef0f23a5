"""Every country's path: all in a table, up to four compared, how long it took, and one country in full."""

import pandas as pd
import streamlit as st

from data.csv_out import frame_as_csv
from data.dates import spelled
from data.paths import Path, in_words, paths, waiting
from data.search_text import folded
from data.tables import current_tables
from data.vocabulary import Status
from data.words import words
from geo.charts.paths import CALENDAR, SINCE_CONTACT, path_colours, stage_colours
from pages.parts.citing import cite
from pages.parts.countries import (
    STEPS,
    WAIT_NAMES,
    bars_of,
    overview,
    path_chart,
    status_label,
    waits_chart,
    waits_frames,
    waits_text,
)
from pages.parts.countries_html import key_to_colours, page
from pages.parts.country_profile import profile_html
from pages.parts.markdown import plain
from pages.parts.statement_cards import StatementCards, cards_of

PARTS = {"countries": "All countries", "paths": "Paths compared", "waits": "How long did it take?"}
ALIGNED = {CALENDAR: "By calendar", SINCE_CONTACT: "By years since first contact"}
MOST = 4
DECIMALS = 4  # of years in a download
CHART = {"displayModeBar": False, "scrollZoom": False}
FIRST_CONTACT = (
    "**First contact** is the day from which the tables first list a state in one of NATO's formats (NACC, Partnership "
    "for Peace, EAPC, Mediterranean Dialogue and the like, as observer too), or as having applied or been invited. An "
    "aim that a state declared by itself does not count; a seat held as part of an earlier state counts where the "
    "tables list it. Founders have no first contact: they wrote the treaty. **About** means that the day of a step is "
    "not known or not confirmed; a date known only to its month or year counts from the first day it can mean."
)

tables = current_tables()
theme = st.context.theme.type or "light"
text = words()
every = {path.unit: path for path in paths(tables)}
today = spelled(tables.as_of)


def pick(table: str) -> None:
    """The row that the reader chose in the table becomes the country."""
    rows = st.session_state[table]["selection"]["rows"]
    shown = st.session_state["shown"]
    if rows and rows[0] < len(shown):
        st.session_state["country"] = shown[rows[0]]


def unpick() -> None:
    """A country chosen by name leaves no row of the table marked: the table begins anew."""
    st.session_state["table_turn"] = st.session_state.get("table_turn", 0) + 1


def read_address() -> None:
    """Open the country that the address names, by its code as the atlas does or by its name; say when there is none."""
    asked = st.query_params.get("country", "")
    if not asked or "country" in st.session_state:
        return
    names = {path.name.casefold(): path.unit for path in every.values()}
    code = names.get(asked.casefold(), asked.upper())
    if code in every:
        st.session_state["country"] = code
    else:
        st.text(text["notice"]["unknown_country"].format(value=asked))


def write_address(country: str | None) -> None:
    """Keep the chosen country in the address, so that a link opens it; a bound control would write its label there."""
    if country:
        st.query_params["country"] = country
    else:
        st.query_params.pop("country", None)


def show_countries() -> None:
    read_address()
    table = overview(tables)
    with st.container(horizontal=True, gap="small"):
        searched = st.text_input("Search", key="search", bind="query-params", placeholder="names, formats", width=220)
        statuses = [status_label(status) for status in Status if status_label(status) in set(table["Status"])]
        wanted = st.multiselect("Status today", statuses, key="status", bind="query-params", width=300)
        chosen = st.selectbox(
            "Country", list(every), index=None, format_func=lambda unit: every[unit].name, key="country",
            placeholder="Choose one", width=260, on_change=unpick,
        )  # fmt: skip
    write_address(chosen)
    keep = pd.Series(data=True, index=table.index)
    for word in folded(searched).split():
        keep &= table["searched"].str.contains(word, regex=False)
    if wanted:
        keep &= table["Status"].isin(wanted)
    shown = table[keep]
    st.session_state["shown"] = list(shown["unit"])
    st.markdown(f"**{len(shown)} of {len(table)} countries**, status on {today}. Choose a row to see its path.")
    years, days = st.column_config.NumberColumn(format="%.1f"), st.column_config.NumberColumn(format="%d")
    key = f"table {st.session_state.get('table_turn', 0)} {searched} {wanted}"
    st.dataframe(
        shown.drop(columns=["unit", "searched"]),
        key=key, hide_index=True, placeholder="", on_select=lambda: pick(key), selection_mode="single-row",
        height=250 if chosen else 420,
        alt=f"Table of {len(shown)} countries with their status, dates and waiting times.",
        column_config={
            "Country": st.column_config.TextColumn(pinned=True),
            **dict.fromkeys(["Since", *STEPS.values()], st.column_config.TextColumn(width=105)),
            "Contact to membership, years": years,
            "Waiting since contact, years": years,
            "Invitation to accession, days": days,
        },
    )  # fmt: skip
    if chosen:
        show_profile(every[chosen])
    else:
        st.markdown(FIRST_CONTACT)
    download(shown.drop(columns=["searched"]), "countries", "Download this table (CSV)")


def download(table: pd.DataFrame, name: str, label: str = "Download what is charted (CSV)") -> None:
    st.download_button(label, frame_as_csv(table, DECIMALS), f"{name}.csv", "text/csv", on_click="ignore")


# ---------------------------------------------------------------------- one country


def show_profile(path: Path) -> None:
    cards = cards_of(tables, theme)
    before, after = profile_html(tables, theme, path.unit)
    st.header(path.name, anchor=False)
    st.html(before)
    bars = bars_of(tables, (path.unit,), CALENDAR)
    if not bars.empty:
        st.markdown(f"**What {plain(path.name)} belonged to, {tables.first_year} to today, in years**")
        chart((path.unit,), CALENDAR, f"Bars over the years: {listed(bars)}.", cards)
        download(bars, f"path-{path.unit}")
    st.html(after)
    row = f"accessions/{path.unit}" if path.joined else f"units/{path.unit}"
    cite(path.name, f"./countries?country={path.unit}", row)


def listed(bars: pd.DataFrame) -> str:
    """Bars as a sentence, for those who cannot see them."""
    return "; ".join(
        f"{row.country}, {row.label}, {in_words(row.start)} to {in_words(row.end) or 'today'}"
        for row in bars.itertuples()
    )


def chart(units: tuple[str, ...], aligned: str, alt: str, cards: StatementCards) -> None:
    shown = set(bars_of(tables, units, aligned)["status"])
    st.html(page(cards, key_to_colours(both for status, both in path_colours(theme).items() if status in shown)))
    st.plotly_chart(path_chart(tables, theme, units, aligned), key="bars", config=CHART, theme=None, alt=alt)


# ---------------------------------------------------------------------- several countries


def show_paths() -> None:
    cards = cards_of(tables, theme)
    newest = max((path for path in every.values() if path.joined), key=lambda path: path.order)
    default = [newest.unit, *waiting(tables)["unit"]][:MOST]
    row = st.container(horizontal=True, gap="small")
    chosen = row.multiselect(
        f"Countries, up to {MOST}", list(every), default=default, max_selections=MOST, key="paths", bind="query-params",
        format_func=lambda unit: every[unit].name, width=560,
    )  # fmt: skip
    aligned = row.segmented_control(
        "Aligned", list(ALIGNED), default=CALENDAR, required=True, format_func=ALIGNED.get, key="aligned",
        bind="query-params",
    )  # fmt: skip
    if aligned == SINCE_CONTACT and (none := [every[unit].name for unit in chosen if not every[unit].contact]):
        st.markdown(f"Without a first contact, and so not shown here: {', '.join(map(plain, none))}.")
    bars = bars_of(tables, tuple(chosen), aligned)
    st.markdown(
        "**What each country belonged to, by calendar year**"
        if aligned == CALENDAR
        else "**What each country belonged to, in years before and after its first contact with NATO**"
    )
    if bars.empty:
        st.info("Nothing to show: choose a country.")
    else:
        chart(tuple(chosen), aligned, f"Bars over the years: {listed(bars)}.", cards)
        download(bars, "paths")
    st.caption(
        f"As on the atlas's cards. Open bars end on {today}; bars that began before {tables.first_year} are cut there; "
        "a hatched bar is not certain."
    )
    st.markdown(FIRST_CONTACT)


# ---------------------------------------------------------------------- how long


def show_waits() -> None:
    cards = cards_of(tables, theme)
    table, accessions, medians = waits_frames(tables)
    waited, still = (table["kind"] == "joined").sum(), (table["kind"] == "waiting").sum()
    st.markdown(
        f"**Years from first contact to accession, by stage: {waited} accessions, and {still} countries that wait on "
        f"{today}**"
    )
    st.html(page(cards, key_to_colours(stage_colours(theme))))
    alt = "Bars in years: " + "; ".join(
        f"{row.name} {'about ' if row.total_about else ''}{row.total:.1f}"
        + (", still waiting" if row.kind == "waiting" else "")
        for row in table.itertuples()
    )
    st.plotly_chart(waits_chart(tables, theme), key="waits", config=CHART, theme=None, alt=alt)
    download(table, "waits")
    st.markdown(FIRST_CONTACT)
    st.html(waits_text(tables, theme))
    st.subheader(f"All {len(accessions)} accessions", anchor=False)
    number = st.column_config.NumberColumn
    st.dataframe(
        accessions, hide_index=True, key="accessions", placeholder="", alt="Every accession with its waits.",
        column_config={name: number(format="%.1f" if name.endswith("years") else "%d")
                       for wait in WAIT_NAMES.values() for name in (f"{wait}, days", f"{wait}, years")},
    )  # fmt: skip
    st.subheader("Medians by round, in days", anchor=False)
    st.dataframe(medians, hide_index=True, key="medians", alt="Median waits by round of enlargement.")


st.title("Countries")
part = (
    st.segmented_control(
        "Part",
        list(PARTS),
        default="countries",
        format_func=PARTS.get,
        key="show",
        bind="query-params",
        label_visibility="collapsed",
    )
    or "countries"
)
{"countries": show_countries, "paths": show_paths, "waits": show_waits}[part]()
