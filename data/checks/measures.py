"""Whether borders, years and units are measured in full."""

from data.checks.rows import Problems, Sheets
from data.dates import WHOLE_DATE, first_day
from data.vocabulary import EUROPE, RUSSIAN_UNIT

_OFFICIAL = ("official_km", "official_of", "confidence")


def check_borders(_sheets: Sheets, sound: Sheets) -> Problems:
    for row in sound["borders"]:
        if not row["a"] < row["b"] or row["border"] != f"{row['a']}|{row['b']}":
            found = f"{row['border']} is the border of {row['a']} and {row['b']}"
            yield row.problem(found, "the two units in alphabetical order")
        told = [column for column in _OFFICIAL if row[column]]
        if told and len(told) < len(_OFFICIAL):
            missing = " and ".join(column for column in _OFFICIAL if column not in told)
            yield row.problem(f"{' and '.join(told)} without {missing}", "an official length in full, or none")


def check_unit_measures(_sheets: Sheets, sound: Sheets) -> Problems:
    for row in sound["unit_measures"]:
        if bool(row["population"]) != bool(row["population_on"]):
            found = "a population without its date" if row["population"] else "the date of no population"
            yield row.problem(found, "both, or none")
    missing = sorted({row["unit"] for row in sound["units"]} - {row["unit"] for row in sound["unit_measures"]})
    if missing:
        yield f"unit_measures.csv: no row for {', '.join(missing)}; expected one for each unit of units.csv"


def check_continents(_sheets: Sheets, sound: Sheets) -> Problems:
    in_europe = {row["unit"] for row in sound["unit_measures"] if row["continent"] == EUROPE}
    if not {RUSSIAN_UNIT} < in_europe:
        found = f"{len(in_europe)} units with continent {EUROPE}"
        yield f"unit_measures.csv: {found}; expected {RUSSIAN_UNIT}, with which Europe is measured, and others"


def check_measures(_sheets: Sheets, sound: Sheets) -> Problems:
    for row in (row for name in ("measures", "day_measures") for row in sound.get(name, ())):
        if len(row["day"]) != len(WHOLE_DATE):
            yield row.problem(f"measured on {row['day']}", WHOLE_DATE)
    for row in sound["measures"]:
        if first_day(row["day"]).year != int(row["year"]):
            yield row.problem(f"the picture of {row['year']} is of {row['day']}", "a day of that year")
