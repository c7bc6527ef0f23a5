"""Every country's path: all in a table, up to four compared, how long it took, and one country in full."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import zip_longest
from typing import Any

import pandas as pd
import streamlit as st

from data.dates import spelled
from data.paths import (
    DAYS_PER_YEAR,
    WAITS,
    Path,
    Wait,
    accession_waits,
    extremes,
    in_words,
    medians_by_round,
    paths,
    waiting,
)
from data.red_lines import _plain
from data.rounds import state_names
from data.tables import Tables, current_tables
from data.timeline import segment_on
from data.vocabulary import Confidence, Effect, Relation, Status, UnitKind
from geo.path_figures import (
    CALENDAR,
    SINCE_CONTACT,
    cards_by_unit,
    path_bars,
    path_colours,
    path_figure,
    stage_colours,
    waits_figure,
    waits_table,
)
from geo.payload import Json, words
from pages.citing import cite
from pages.plain import plain
from pages.statement_cards import StatementCards, cards_of

PARTS = {"countries": "All countries", "paths": "Paths compared", "waits": "How long did it take?"}
ALIGNED = {CALENDAR: "By calendar", SINCE_CONTACT: "By years since first contact"}
MOST = 4
CHART = {"displayModeBar": False, "scrollZoom": False}
STEPS = {"contact": "First contact", "invited": "Invited", "protocol": "Protocol signed", "joined": "Joined"}
WAIT_NAMES = {
    "contact_to_joined": "First contact to membership",
    "contact_to_invited": "First contact to invitation",
    "invited_to_protocol": "Invitation to protocol",
    "protocol_to_joined": "Protocol to accession",
}
FIRST_CONTACT = (
    "**First contact** is the day from which the tables first list a state in one of NATO's formats (NACC, Partnership "
    "for Peace, EAPC, Mediterranean Dialogue and the like, as observer too), or as having applied or been invited. An "
    "aim that a state declared by itself does not count; a seat held as part of an earlier state counts where the "
    "tables list it. Founders have no first contact: they wrote the treaty. **About** means that the day of a step is "
    "not known or not confirmed; a date known only to its month or year counts from the first day it can mean."
)
STYLE = """<style>.co h3{margin:0;padding:18px 0 6px;font-size:1.2rem}.co table{border-collapse:collapse;margin:0}
.co td,.co th{text-align:left;vertical-align:top;padding:4px 18px 4px 0;border:0;border-top:1px solid var(--es-rule);
font-weight:400}.co th{color:var(--es-quiet)}.co ul{margin:0;padding-left:1.2em}.co li{margin:0 0 .45em}
.co .more td{border-top:0;padding:0 0 10px 18px;max-width:46rem}
.co .wide{overflow-x:auto}.co .swatch{display:inline-block;width:14px;height:14px;margin-right:7px;vertical-align:-2px;
border:1px solid var(--es-quiet)}.co .key{display:flex;flex-wrap:wrap;gap:2px 20px}.co p{margin:0 0 .5em}
.co .text{max-width:52rem}</style>"""
CACHED: Json = {"show_spinner": False, "max_entries": 256, "hash_funcs": {Tables: id}}

tables = current_tables()
theme = st.context.theme.type or "light"
text = words()
every = {path.unit: path for path in paths(tables)}
today = spelled(tables.as_of)


def status_label(status: str) -> str:
    return str(text["status"][status]["label"])


def page(cards: StatementCards, *parts: str) -> str:
    """Parts of a page under the style of the statements and our own."""
    return cards.page(STYLE, '<div class="co">', *parts, "</div>")


def key_to_colours(colours: Iterable[tuple[str, str]]) -> str:
    """What each colour of a chart says, as text that wraps."""
    items = (
        f'<span><span class="swatch" style="background:{fill}"></span>{escape(name)}</span>' for name, fill in colours
    )
    return f'<div class="key small">{"".join(items)}</div>'


@st.cache_data(**CACHED)
def overview(tables: Tables) -> pd.DataFrame:
    """The table of all countries; dates as the tables write them, so that they sort."""
    rows = []
    for path in paths(tables):
        steps = {label: getattr(path, name) for name, label in STEPS.items()}
        total = path.wait("contact_to_joined")
        now = waiting_rows(tables).get(path.unit)
        rows.append(
            {
                "Country": path.name,
                "Status": status_label(path.status),
                "Since": path.since or None,
                **{label: step.text if step else None for label, step in steps.items()},
                "First contact by": text["format"][path.contact.by] if path.contact else None,
                "Contact to membership, years": total.years if total else None,
                "Invitation to accession, days": (path.joined.day - path.invited.day).days
                if path.joined and path.invited
                else None,
                "Waiting since contact, years": now.contact_days / DAYS_PER_YEAR if now else None,
                "About": ", ".join(label.lower() for label, step in steps.items() if step and step.about),
                "unit": path.unit,
                "searched": _plain(" ".join([path.name, path.unit, status_label(path.status), *labels(path.unit)])),
            }
        )
    return pd.DataFrame(rows)


def waiting_rows(tables: Tables) -> dict[str, Any]:
    return {row.unit: row for row in waiting(tables).itertuples()}


def labels(unit: str) -> list[str]:
    """The formats and blocs of a country, to search in."""
    return [bar["label"] for bar in cards_by_unit(tables)[unit]["bars"]]


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
    for word in _plain(searched).split():
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
    st.download_button(
        label, table.to_csv(index=False, float_format="%.4f"), f"{name}.csv", "text/csv", on_click="ignore"
    )


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


@st.cache_data(**CACHED)
def bars_of(tables: Tables, units: tuple[str, ...], aligned: str) -> pd.DataFrame:
    return path_bars(tables, units, aligned)


@st.cache_resource(**CACHED)
def path_chart(tables: Tables, theme: str, units: tuple[str, ...], aligned: str) -> Any:
    return path_figure(tables, theme, units, aligned)


def chart(units: tuple[str, ...], aligned: str, alt: str, cards: StatementCards) -> None:
    shown = set(bars_of(tables, units, aligned)["status"])
    st.html(page(cards, key_to_colours(both for status, both in path_colours(theme).items() if status in shown)))
    st.plotly_chart(path_chart(tables, theme, units, aligned), key="bars", config=CHART, theme=None, alt=alt)


@st.cache_data(**CACHED)
def profile_html(tables: Tables, theme: str, unit: str) -> tuple[str, str]:
    """Everything that is known of a country, before and after its chart."""
    cards, card = cards_of(tables, theme), cards_by_unit(tables)[unit]
    path = next(path for path in paths(tables) if path.unit == unit)
    sections = (
        _section(text["card"]["accession"], _steps(card)),
        _section("Waits", _waits(path, tables)),
        _section(text["card"]["notes"], _notes(card)),
        _section("Borders and neighbours", _borders(tables, cards, unit)),
        _section("Territory", _territory(tables, cards, unit)),
        _section(text["card"]["statements"], _statements(tables, cards, unit)),
        _section(text["card"]["sources"], f"<p class='small'>{cards.source_links(card['sources'])}</p>"),
    )
    return page(cards, _now(tables, cards, card, path)), page(cards, *sections)


def _section(title: str, body: str) -> str:
    return f"<h3>{escape(title)}</h3>{body}" if body else ""


def _unsure(is_unsure: bool) -> str:
    return f" <b>({escape(text['card']['unsure'])})</b>" if is_unsure else ""


def _table(rows: Iterable[Iterable[str]], heads: Sequence[str] = (), more: Sequence[str] = ()) -> str:
    """Rows of cells that are HTML already; `more` is told below each row, over its whole width."""
    head = "".join(f"<th scope='col'>{escape(name)}</th>" for name in heads)
    below = [f"<tr class='more'><td colspan='{len(heads)}'>{told}</td></tr>" for told in more]
    body = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>{told}"
        for row, told in zip_longest(rows, below, fillvalue="")
    )
    return f"<div class='wide'><table>{f'<tr>{head}</tr>' if head else ''}{body}</table></div>" if body else ""


def _now(tables: Tables, cards: StatementCards, card: Json, path: Path) -> str:
    """Its status today, the way to the map, and status and state by years."""
    order, names = list(Status), state_names(tables)
    fill = cards.ink.statuses[path.status].fill
    since = f", since {in_words(path.since)}" if path.since else ""
    count = len(tables.accessions)
    place = text["card"]["order"].format(n=card["order"], total=count) if card["order"] else ""
    formats = segment_on(tables, path.unit, tables.as_of).formats
    ties = ", ".join(text["format"].get(word) or text["bloc"][word] for word in formats)
    rows = []
    for (first, status, state, since_text, relation), after in zip(
        card["runs"], [*(run[0] - 1 for run in card["runs"][1:]), tables.last_year], strict=True
    ):
        here = names[state]
        told = "" if relation in ("", Relation.PART, *UnitKind) else relation
        rows.append(
            (
                escape(str(first) if first == after else f"{first} to {after}"),
                f'<span class="swatch" style="background:{cards.ink.statuses[order[status]].fill}"></span>'
                + escape(status_label(order[status])),
                escape(f"{here} ({told})" if told and state != path.unit else here),
                escape(in_words(since_text)) if order[status] != Status.NONE else "",
            )
        )
    return (
        f'<p class="words"><span class="swatch" style="background:{fill}"></span>'
        f"<b>{escape(status_label(path.status))}</b>{escape(since)}{'. ' + escape(place) if place else ''}</p>"
        + (f'<p class="small">Today: {escape(ties)}</p>' if ties else "")
        + (f'<p class="text">{escape(card["note"])}</p>' if card["note"] else "")
        + f'<p><a href="./?country={escape(path.unit)}&amp;year={tables.last_year}" target="_self">On the map</a></p>'
        + _section("Status in years, on 31 December", _table(rows, ("Years", "Status", "State", "Since")))
    )


def _steps(card: Json) -> str:
    rows = []
    for step in card["steps"]:
        days = step["days"]
        gap = {None: "", 0: text["card"]["same_day"], 1: text["card"]["day_later"]}.get(
            days, text["card"]["days_later"].format(n=f"{days or 0:,}")
        )
        unsure = text["card"]["not_confirmed"] if step["unsure"] else ""
        place = f"<br><span class='small'>{escape(step['place'])}</span>" if step["place"] else ""
        rows.append(
            (
                escape(text["card"][step["key"]]),
                escape(in_words(step["date"])) + place,
                escape(" · ".join(filter(None, (gap, unsure)))),
            )
        )
    return _table(rows)


def _waits(path: Path, tables: Tables) -> str:
    rows = [(escape(WAIT_NAMES[name]), escape(str(wait))) for name in WAITS if (wait := path.wait(name))]
    if path.contact:
        by = text["format"][path.contact.by]
        when = in_words(path.contact.text)
        about = "about " if path.contact.about else ""
        rows.insert(0, ("First contact", escape(f"{about}{when}, {by}")))
    if now := waiting_rows(tables).get(path.unit):
        for name, words_for_it in (
            ("contact", "first contact"),
            ("towards", "the first step towards membership"),
            ("since", "the status of today"),
        ):
            told = str(Wait(getattr(now, f"{name}_days"), getattr(now, f"{name}_about")))
            rows.append((escape(f"Waiting since {words_for_it}"), escape(f"{told}, until {today}")))
    return _table(rows)


def _span(row: Any) -> str:
    start, end = in_words(row.start_on), in_words(row.end_on)
    return f"{start} to {end}" if end else f"from {start}"


def _notes(card: Json) -> str:
    items = []
    for note in card["notes"]:
        when = " – ".join(filter(None, (in_words(note["start"]), in_words(note["end"]))))
        of = f"<b>{escape(note['of'])}:</b> " if note["of"] else ""
        items.append(
            f"<li><span class='small'>{escape(when)}</span> {of}{escape(note['text'])}{_unsure(note['unsure'])}</li>"
        )
    return f"<ul class='text'>{''.join(items)}</ul>" if items else ""


def _parts(tables: Tables, unit: str) -> set[str]:
    units = tables.units
    return {unit, *units.loc[(units["of"] == unit) & (units["kind"] == UnitKind.PART), "unit"]}


def _borders(tables: Tables, cards: StatementCards, unit: str) -> str:
    parts = _parts(tables, unit)
    rows: list[tuple[str, ...]] = []
    more: list[str] = []
    for row in tables.borders.itertuples():
        if not {row.a, row.b} & parts:
            continue
        official = "" if pd.isna(row.official_km) else f"{row.official_km:,.0f} km"
        covers = f" ({row.official_of})" if row.official_of and official else ""
        ends = [cards.names[end] for end in sorted((row.a, row.b), key=lambda end: end not in parts) if end != unit]
        rows.append(
            (
                escape(" with ".join(ends)),
                escape(official + covers) + _unsure(row.confidence == Confidence.UNSURE),
                f"{row.computed_km:,.1f} km",
            )
        )
        more.append(f"{escape(row.note)}<br><span class='small'>{cards.source_links(row.source_ids)}</span>")
    told = (
        "<p class='small text'>The tables hold the land borders across which a member ever faced Russia, the Soviet "
        "Union, or another state of the Warsaw Pact or the CSTO; other neighbours are not listed.</p>"
    )
    table = _table(rows, ("With", "Official length", "Computed at 1:10m"), more)
    return told + table if table else ""


def _territory(tables: Tables, cards: StatementCards, unit: str) -> str:
    """Rows on the treaty area, on disputed ground and on earlier states that concern it or its parts."""
    parts = _parts(tables, unit)
    effects = {effect: effect.replace("_", " ") for effect in map(str, Effect)}
    items = []
    for row in tables.territory_changes.itertuples():
        if row.iso3 in parts or parts & set(row.unit):
            basis = f" ({row.legal_basis})" if row.legal_basis else ""
            items.append((row, f"{row.territory}: {effects[row.effect]}", f"{row.change}{basis}. {row.note}"))
    for row in tables.disputed.itertuples():
        if row.unit in parts:
            items.append((row, f"{row.title}: disputed", row.note))
    for row in tables.historical_states.itertuples():
        if row.part_iso3 == unit or row.unit in parts:
            of = f"{row.state} ({row.relation})" if row.relation != Relation.PART else row.state
            if row.unit != unit:
                of = f"{cards.names.get(row.unit, row.part_name)}: {of}"
            declared = row.independence_declared_on
            ended = text["card"]["declared"].format(date=in_words(declared)) if declared else ""
            items.append((row, of, f"{row.note} {ended}".strip()))
    items.sort(key=lambda item: item[0].start_day)
    return _table(
        (
            escape(_span(row)),
            f"<b>{escape(title)}</b>{_unsure(row.confidence == Confidence.UNSURE)}<br>{escape(note)}"
            f"<br><span class='small'>{cards.source_links(row.source_ids)}</span>",
        )
        for row, title, note in items
    )


def _statements(tables: Tables, cards: StatementCards, unit: str) -> str:
    parts = _parts(tables, unit)
    rows = tables.statements
    ids = [id_ for id_, targets in zip(rows["id"], rows["targets"], strict=True) if parts & set(targets)]
    return f"<p class='small'>{len(ids)}, in the order of their dates.</p>{cards.listed(ids)}" if ids else ""


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


@st.cache_resource(**CACHED)
def waits_chart(tables: Tables, theme: str) -> Any:
    return waits_figure(tables, theme)


@st.cache_data(**CACHED)
def waits_text(tables: Tables, theme: str) -> str:
    """Quickest and slowest of each wait, and who still waits."""
    cards = cards_of(tables, theme)
    rows = [
        (
            escape(WAIT_NAMES[name]),
            *(
                f"{escape(', '.join(path.name for path in group))}<br>"
                f"<span class='small'>{escape(str(group[0].wait(name)) if group else '')}"
                f"{escape(' (about)') if any(path.wait(name).about for path in group[1:]) else ''}</span>"
                for group in extremes(name, tables)
            ),
        )
        for name in WAITS
    ]
    still = [
        (
            escape(row.name),
            escape(status_label(row.status)),
            *(
                f"{escape(in_words(getattr(row, name)))}<br><span class='small'>"
                f"{escape(str(Wait(getattr(row, f'{name}_days'), getattr(row, f'{name}_about'))))}</span>"
                for name in ("contact", "towards", "since")
            ),
        )
        for row in waiting(tables).itertuples()
    ]
    heads = ("Country", "Status", "First contact", "First step towards membership", "Status of today since")
    return page(
        cards,
        _section("Quickest and slowest", _table(rows, ("Wait", "Quickest", "Slowest"))),
        _section(f"Still waiting on {today}: {len(still)}", _table(still, heads)),
    )


@st.cache_data(**CACHED)
def waits_frames(tables: Tables) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """What is charted, every accession, and the medians, as a reader's tables."""
    medians = medians_by_round(tables)
    medians["About"] = about(medians)
    kept = {"round": "Round", "joined": "Joined", **WAIT_NAMES, "About": "About"}
    return (
        waits_table(tables),
        in_days_and_years(accession_waits(tables).iloc[::-1]),
        medians[list(kept)].rename(columns=kept),
    )


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


def in_days_and_years(accessions: pd.DataFrame) -> pd.DataFrame:
    """The waits of every accession as a reader's table; founders have none."""
    shown = {"Country": accessions["name"], "Round": accessions["round"],
             **{label: accessions[name] for name, label in STEPS.items()}}  # fmt: skip
    for name, label in WAIT_NAMES.items():
        if name != "contact_to_invited":
            shown[f"{label}, days"] = accessions[name]
            shown[f"{label}, years"] = accessions[name].astype("Float64") / DAYS_PER_YEAR
    return pd.DataFrame({**shown, "About": about(accessions)})


def about(table: pd.DataFrame) -> list[str]:
    """Which waits of each row are known only about, in words."""
    marks = zip(*(table[f"{name}_about"] for name in WAIT_NAMES), strict=True)
    return [
        ", ".join(label.lower() for label, is_about in zip(WAIT_NAMES.values(), row, strict=True) if is_about)
        for row in marks
    ]


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
