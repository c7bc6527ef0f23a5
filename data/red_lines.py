"""What the statements say together: chosen by filters, in exchanges, and where Moscow's line ran from year to year."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache

import pandas as pd

from data.figures import listed
from data.search_text import folded, looked_for
from data.speakers import is_by
from data.tables import Tables
from data.vocabulary import Side, Stance
from data.words import phrase

GENERAL = "*"
"""The target of a statement on enlargement in general."""
MOSCOW = (Side.SOVIET, Side.RUSSIAN)
REFUSES = frozenset({Stance.RED_LINE, Stance.THREAT})
OBJECTS = frozenset({Stance.DEMAND, Stance.GRIEVANCE})
TOLERATES = frozenset({Stance.ACCEPTANCE})
ACCEPTED_AS = {GENERAL: "worked", "RUS": "offer"}
"""What an acceptance is called where nothing that was asked for is accepted."""
SEARCHED = (
    "speaker",
    "role",
    "venue",
    "city",
    "quote",
    "original",
    "paraphrase",
    "context",
    "what_followed",
    "trigger_event",
    "note",
)


@dataclass(frozen=True)
class Filters:
    """What a reader asks for. An empty list asks for all; of a list one value is enough, and all lists must be met.

    A speaker is a person or body, or the whole of a speaker's cell; see `data.speakers`.
    """

    stance: Sequence[str] = ()
    side: Sequence[str] = ()
    speaker: Sequence[str] = ()
    country: Sequence[str] = ()
    confidence: Sequence[str] = ()
    form: Sequence[str] = ()
    years: tuple[int, int] | None = None
    text: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether everything is shown."""
        return all(not getattr(self, field.name) for field in fields(self))


def chosen(tables: Tables, filters: Filters) -> pd.DataFrame:
    """The statements that meet every filter, in the order of the table.

    The search wants every word of the text somewhere in the row, in the names of the countries named too; it does not
    mind capitals or accents.
    """
    rows = tables.statements
    keep = pd.Series(data=True, index=rows.index)
    for column in ("stance", "side", "confidence", "form"):
        if wanted := getattr(filters, column):
            keep &= rows[column].isin(list(wanted))
    if filters.speaker:
        keep &= _where(rows, (is_by(speaker, filters.speaker) for speaker in rows["speaker"]))
    if filters.country:
        wanted_countries = set(filters.country)
        keep &= _where(rows, (bool(wanted_countries & set(targets)) for targets in rows["targets"]))
    if filters.years:
        first, last = filters.years
        keep &= _where(rows, (first <= day.year <= last for day in rows["day"]))
    if words := looked_for(filters.text):
        texts = searchable(tables)
        keep &= _where(rows, (all(word in text for word in words) for text in texts))
    return rows[keep]


def _where(rows: pd.DataFrame, met: Iterable[bool]) -> pd.Series:
    return pd.Series(list(met), index=rows.index, dtype=bool)


@cache
def searchable(tables: Tables) -> tuple[str, ...]:
    """One plain text a statement, in the order of the table."""
    names = dict(zip(tables.units["unit"], tables.units["name"], strict=True))
    rows = tables.statements
    columns = [rows[name] for name in SEARCHED]
    return tuple(
        folded(" ".join((*cells, *(names.get(target, "") for target in targets))))
        for *cells, targets in zip(*columns, rows["targets"], strict=True)
    )


@cache
def exchanges(tables: Tables) -> list[tuple[str, tuple[str, ...]]]:
    """Every statement that was answered, with its answers, by id; in the order of the table."""
    rows = tables.statements
    answered = rows[rows["reply_to"] != ""].groupby("reply_to", sort=False)["id"].agg(tuple)
    return [(id_, answered[id_]) for id_ in rows["id"] if id_ in answered.index]


@cache
def line_by_year(tables: Tables) -> pd.DataFrame:
    """Where Moscow's line ran: one row per year and country that a Soviet or Russian statement of that year names.

    `said` follows from the stances: "refused" (a red line or a threat among them), "objected" (demands or grievances
    only), "tolerated" (acceptances only) or "both" (an acceptance and any of the others); `ids` are the statements.
    Enlargement in general has the country `*`. Moscow never accepted it: an acceptance there is "worked" (work with
    NATO all the same, whatever else was said that year). An acceptance that names Russia itself is an "offer" or talk
    of joining. What is missing was not named that year, in this selection. Not to be changed.
    """
    rows = tables.statements
    rows = rows[rows["side"].isin(list(MOSCOW)) & rows["stance"].isin([*REFUSES, *OBJECTS, *TOLERATES])]
    long = pd.DataFrame(
        [
            (day.year, target, stance, id_)
            for day, targets, stance, id_ in zip(rows["day"], rows["targets"], rows["stance"], rows["id"], strict=True)
            for target in targets
        ],
        columns=["year", "country", "stance", "id"],
    )
    table = long.groupby(["year", "country"]).agg(said=("stance", frozenset), ids=("id", tuple)).reset_index()
    table["said"] = [_said(country, stances) for country, stances in zip(table["country"], table["said"], strict=True)]
    return table


def _said(country: str, words: Collection[str]) -> str:
    words = set(words)
    if words & TOLERATES and country in ACCEPTED_AS:
        return ACCEPTED_AS[country]
    if words & TOLERATES:
        return "tolerated" if words <= TOLERATES else "both"
    return "refused" if words & REFUSES else "objected"


def moscow_beside(country: str, years: Collection[int], tables: Tables) -> pd.DataFrame:
    """Moscow's statements of these years on a country or on enlargement in general, without those of its critics."""
    rows = tables.statements
    names = _where(
        rows,
        (
            day.year in years and bool({country, GENERAL} & set(targets))
            for day, targets in zip(rows["day"], rows["targets"], strict=True)
        ),
    )
    return rows[rows["side"].isin(list(MOSCOW)) & (rows["stance"] != Stance.DISSENT) & names]


def reasons_by_country(tables: Tables) -> dict[str, pd.DataFrame]:
    """The reasons that applicants and new members gave, by the country they speak of, in the order of the first."""
    rows = tables.statements
    rows = rows[rows["stance"] == Stance.REASON]
    countries = dict.fromkeys(target for targets in rows["targets"] for target in targets if target != GENERAL)
    return {country: rows[[country in targets for targets in rows["targets"]]] for country in countries}


def promised_1990(tables: Tables, years: tuple[int, int] = (1990, 1991)) -> pd.DataFrame:
    """The documents and talks of 1990 and 1991 on Germany and enlargement in general, in the order of their dates."""
    rows = tables.statements
    first, last = years
    about = (
        first <= day.year <= last and bool({"DEU", GENERAL} & set(targets))
        for day, targets in zip(rows["day"], rows["targets"], strict=True)
    )
    return rows[_where(rows, about) & (rows["stance"] != Stance.REASON)]


# ---------------------------------------------------------------------- what the charts find, in a sentence


def years_by_count(rows: pd.DataFrame) -> list[tuple[int, int]]:
    """Years and how many of some statements fall in them, the fullest first, and of equal ones the latest."""
    counts = pd.Series([day.year for day in rows["day"]], dtype=int).value_counts()
    return sorted(((int(year), int(n)) for year, n in counts.items()), key=lambda one: (-one[1], -one[0]))


def statements_finding(rows: pd.DataFrame) -> str:
    """In which year most of some statements fall; of none, nothing."""
    ranked = years_by_count(rows)
    if not ranked:
        return ""
    most = ranked[0][1]
    years = sorted(year for year, n in ranked if n == most)
    if len(ranked) == 1:
        form = "one_statement" if len(rows) == 1 else "one_year"
    elif len(years) == len(ranked):
        form = "spread"
    else:
        form = "most" if len(years) == 1 else "tied"
    told = listed([str(year) for year in years])
    return phrase("red_lines_finding", form, years=told, n=most, total=len(rows), first=years[0], last=years[-1])


def line_finding(table: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Which country Moscow named in most years; `table` as `line_by_year` has it."""
    years = table[table["country"] != GENERAL].groupby("country", sort=False)["year"]
    counts = years.count()
    most = counts[counts == counts.max()]
    told = listed([names[country] for country in most.index])
    first = min(years.min()[country] for country in most.index)
    return phrase("red_lines_finding", "line", countries=told, n=most.iloc[0], first=first)
