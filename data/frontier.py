"""The tables behind the charts of the frontier: borders by country, nearest land, growth, what each round added.

Pure arithmetic over rows that others measured; nothing is measured here. Miles are international miles. A table is by
`year`, to be read, where a year is its picture; or by `day`, to be drawn, so that a step stands at the day of a change.
"""

from collections.abc import Iterable
from datetime import date

import pandas as pd

from data.figures import area, listed, whole_parts
from data.measures import measured_by_day
from data.membership import members_on
from data.rounds import rounds
from data.tables import Tables
from data.timeline import picture_day
from data.vocabulary import EUROPE, RUSSIAN_UNIT
from data.words import phrase, words

KM_PER_MILE = 1.609344
"""The international mile, exact by definition (1959)."""
RUSSIA = "russia"
OFFICIAL, COMPUTED = "official", "computed"

DEFINED = (
    "joined",
    "share_of_members",
    "added_km2",
    "share_of_area",
    "share_outside_america",
    "added_people",
    "share_of_people",
)
DEFINITIONS: dict[str, tuple[str, str]] = {
    column: (text["label"], text["unit"]) for column in DEFINED for text in [words()["growth_definition"][column]]
}
"""What growth can mean with these tables: the column of `additions`, its words, its unit."""


def miles(km: float) -> float:
    """A length in international miles."""
    return km / KM_PER_MILE


def border_by_country(lines: pd.DataFrame, basis: str = OFFICIAL) -> pd.DataFrame:
    """The land border with Russia or the Soviet Union, a row for each year, or day, and member.

    With the basis `official`, a border takes its published length, and its computed one where none is published: such
    a length is a row of its own. With `computed`, every border takes its computed length.

    Parameters
    ----------
    lines
        Front borders by year, or by day: `year` or `day`, `border`, `member`, `front`, `official_km`, `computed_km`.

    Returns
    -------
    pd.DataFrame
        Columns `year` or `day`, `member` (unit), `length` (`official` or `computed`), `km`, `borders`.
    """
    rows, when = lines[lines["front"] == RUSSIA].copy(), when_of(lines)
    published = rows["official_km"].notna() & (basis == OFFICIAL)
    rows["length"] = published.map({True: OFFICIAL, False: COMPUTED})
    rows["km"] = rows["official_km"].where(published, rows["computed_km"])
    first = rows.groupby("member")[when].transform("min")
    rows = rows.assign(first=first).sort_values([when, "first", "member", "border"])
    return (
        rows.groupby([when, "member", "length"], sort=False)
        .agg(km=("km", "sum"), borders=("border", ";".join))
        .round({"km": 1})
        .reset_index()
    )


def when_of(rows: pd.DataFrame) -> str:
    """Whether a table is by `day` or by `year`."""
    return "day" if "day" in rows.columns else "year"


def whole_km(rows: pd.DataFrame) -> pd.Series:
    """Whole kilometres for the rows of `border_by_country`, which add up to the total of their time, rounded."""
    return rows.groupby(when_of(rows))["km"].transform(lambda km: whole_parts(list(km))).astype(int)


def border_totals(rows: pd.DataFrame) -> pd.Series:
    """Kilometres by year, all countries together."""
    return rows.groupby("year")["km"].sum().round(1)


def runs(nearest: pd.DataFrame) -> pd.DataFrame:
    """The years, or days, during which the nearest land to a city stayed the same.

    Columns `city`, `first_year` and `last_year`, or `first_day` and `last_day`, `unit`, `place`, `distance_km`.
    """
    when = when_of(nearest)
    rows = nearest.sort_values(["city", when], kind="stable")
    same = ["unit", "place", "distance_km"]
    changed = (rows[["city", *same]] != rows[["city", *same]].shift()).any(axis=1).cumsum()
    return (
        rows.groupby(["city", changed], sort=False)
        .agg(
            **{
                f"first_{when}": (when, "min"),
                f"last_{when}": (when, "max"),
                **{name: (name, "first") for name in same},
            }
        )
        .reset_index(level=0)
        .reset_index(drop=True)
    )


def moved(nearest: pd.DataFrame, before: int, after: int) -> pd.DataFrame:
    """How far the nearest land moved between two years; positive where it came nearer.

    Columns `city`, `unit_before`, `place_before`, `km_before`, the same `_after`, `nearer_km`, `nearer_miles`.
    """
    wanted = nearest[["year", "city", "unit", "place", "distance_km"]].rename(columns={"distance_km": "km"})
    one, other = (wanted[wanted["year"] == year].drop(columns="year") for year in (before, after))
    both = one.merge(other, on="city", suffixes=("_before", "_after"), validate="one_to_one")
    both["nearer_km"] = (both["km_before"] - both["km_after"]).round(1)
    both["nearer_miles"] = (both["nearer_km"] / KM_PER_MILE).round(1)
    return both


def people(tables: Tables) -> pd.Series:
    """Today's population of the states that were members at the end of each year, by year.

    Natural Earth's figure for each state: what lies overseas within its feature is in it, dependencies that are
    features of their own are not, and Germany counts as it is today in every year. NaN where a member has no figure.
    """
    years = range(tables.first_year, tables.last_year + 1)
    return pd.Series(_people([picture_day(year, tables) for year in years], tables), years, name="people")


def _people(days: Iterable[date], tables: Tables) -> list[float]:
    """The same of some days."""
    counted = tables.unit_measures.set_index("unit")["population"]
    return [counted.reindex(sorted(members_on(day, tables))).sum(skipna=False) for day in days]


def counted_in(tables: Tables) -> str:
    """The year, or the years, of the population figures of the members."""
    members = tables.unit_measures[tables.unit_measures["unit"].isin(tables.accessions["iso3"])]
    years = sorted(set(members["population_on"]) - {""})
    return str(years[0]) if len(years) == 1 else phrase("date", "years", first=years[0], last=years[-1])


def europe_km2(tables: Tables) -> tuple[float, float]:
    """The area of Europe in km² by Natural Earth's list of continents: without Russia, and with the whole of it."""
    listed = tables.unit_measures[tables.unit_measures["continent"] == EUROPE].set_index("unit")["area_km2"]
    return float(listed.drop(RUSSIAN_UNIT).sum()), float(listed.sum())


def growth(tables: Tables) -> pd.DataFrame:
    """Members, people and area by year.

    Columns `year`, `members`, `people`, `area_km2`, `area_outside_america_km2`, `area_europe_km2`, and in percent
    `share_of_europe` and `share_of_europe_with_russia`.
    """
    return _grown(tables.measures, "year", list(people(tables)[tables.measures["year"]]), tables)


def growth_by_day(tables: Tables) -> pd.DataFrame:
    """The same on every day that was measured, with the column `day` for `year`."""
    measured = measured_by_day(tables)
    return _grown(measured, "day", _people(measured["day"], tables), tables)


def _grown(measured: pd.DataFrame, when: str, counted: list[float], tables: Tables) -> pd.DataFrame:
    columns = [when, "members", "area_km2", "area_outside_america_km2", "area_europe_km2"]
    grown = measured[columns].reset_index(drop=True)
    without, with_russia = europe_km2(tables)
    grown.insert(2, "people", counted)
    grown["share_of_europe"] = (100 * grown["area_europe_km2"] / without).round(1)
    grown["share_of_europe_with_russia"] = (100 * grown["area_europe_km2"] / with_russia).round(1)
    return grown


def additions(tables: Tables) -> pd.DataFrame:
    """What each round added to the year before, the founding left out; shares in percent.

    Columns `year`, `joined_on` (the first day of the round), `names`, `joined`, `members_before`, `share_of_members`,
    `area_before_km2`, `added_km2`, `share_of_area`, `outside_america_before_km2`, `share_outside_america`,
    `people_before`, `added_people`, `share_of_people`; people are those of today.
    """
    measured = tables.measures.set_index("year")
    made = rounds(tables)
    made = made[~made["founding"]]
    years = made["year"].to_numpy()
    now, before = measured.loc[years].reset_index(), measured.loc[years - 1].reset_index()
    added = now["area_km2"] - before["area_km2"]
    counted = people(tables)
    people_before = counted.loc[years - 1].reset_index(drop=True)
    added_people = counted.loc[years].reset_index(drop=True) - people_before
    outside = now["area_outside_america_km2"] - before["area_outside_america_km2"]
    return pd.DataFrame(
        {
            "year": years,
            "joined_on": [days[0] for days in made["days"]],
            "names": [", ".join(names) for names in made["names"]],
            "joined": made["joined"].to_numpy(),
            "members_before": before["members"],
            "share_of_members": (100 * made["joined"].to_numpy() / before["members"]).round(1),
            "area_before_km2": before["area_km2"],
            "added_km2": added,
            "share_of_area": (100 * added / before["area_km2"]).round(2),
            "outside_america_before_km2": before["area_outside_america_km2"],
            "share_outside_america": (100 * outside / before["area_outside_america_km2"]).round(2),
            "people_before": people_before,
            "added_people": added_people,
            "share_of_people": (100 * added_people / people_before).round(2),
        }
    )


def changes_without_a_round(tables: Tables) -> pd.DataFrame:
    """The years in which the land changed though no state joined: `year`, `change_km2`."""
    change = tables.measures.set_index("year")["area_km2"].diff().fillna(0)
    alone = change[(change != 0) & ~change.index.isin(rounds(tables)["year"])]
    return alone.rename("change_km2").reset_index()


def fastest(added: pd.DataFrame) -> pd.DataFrame:
    """The year of the largest growth under each definition, and the next; years that tie stand together.

    Columns `definition`, `years`, `value`, `unit`, `next_years`, `next_value`.
    """
    rows = []
    for column, (definition, unit) in DEFINITIONS.items():
        (most, best), (second, runners) = _ranked(added, column)[:2]
        rows.append((definition, best, most, unit, runners, second))
    return pd.DataFrame(rows, columns=["definition", "years", "value", "unit", "next_years", "next_value"])


def _ranked(added: pd.DataFrame, column: str) -> list[tuple[float, str]]:
    values = sorted(set(added[column]), reverse=True)
    return [(value, ", ".join(map(str, added.loc[added[column] == value, "year"]))) for value in values]


# ---------------------------------------------------------------------- what the charts find, in a sentence


def largest_step(totals: pd.Series) -> tuple[int, float, float]:
    """The year with the largest rise over the year before, the value before and the value after."""
    year = int(totals.diff().idxmax())
    return year, float(totals[year - 1]), float(totals[year])


def border_finding(rows: pd.DataFrame) -> str:
    """When the border grew most."""
    year, before, after = largest_step(border_totals(rows))
    return phrase("frontier_finding", "border", year=year, before=before, after=after)


def nearest_finding(nearest: pd.DataFrame, city: str, name: str) -> str:
    """How much nearer a city the land came, from the first year to the last."""
    first, last = int(nearest["year"].min()), int(nearest["year"].max())
    row = moved(nearest, first, last).set_index("city").loc[city]
    return phrase(
        "frontier_finding",
        "nearer" if row["nearer_km"] >= 0 else "farther",
        moved=abs(row["nearer_km"]),
        city=name,
        first=first,
        last=last,
        now=row["km_after"],
        before=row["km_before"],
    )


def growth_finding(grown: pd.DataFrame) -> str:
    """Members, area and the share of Europe, first year and last."""
    one, other = grown.iloc[0], grown.iloc[-1]
    return phrase(
        "frontier_finding",
        "growth",
        first=one["year"],
        last=other["year"],
        members_before=one["members"],
        members=other["members"],
        land_before=one["area_km2"] / 1e6,
        land=other["area_km2"] / 1e6,
        share_before=one["share_of_europe"],
        share=other["share_of_europe"],
    )


def additions_finding(added: pd.DataFrame) -> str:
    """Which round added most, by number and by land."""
    best = fastest(added).set_index("definition")
    number, land = best.loc[DEFINITIONS["joined"][0]], best.loc[DEFINITIONS["added_km2"][0]]
    most = {"years": number["years"], "countries": number["value"], "land_years": land["years"],
            "land": area(land["value"])}  # fmt: skip
    return phrase("frontier_finding", "additions", **most)


def fastest_finding(best: pd.DataFrame) -> str:
    """How many years are the fastest, by one definition or another."""
    years = sorted({year for years in best["years"] for year in years.split(", ")})
    return phrase("frontier_finding", "fastest" if len(years) > 1 else "fastest_one", years=listed(years))


# ---------------------------------------------------------------------- what they rest on


def source_ids(rows: pd.DataFrame) -> list[str]:
    """The sources of some rows, each once, in order."""
    return list(dict.fromkeys(id_ for ids in rows["source_ids"] for id_ in ids))
