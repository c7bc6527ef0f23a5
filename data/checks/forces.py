"""Whether each force is of one of the two camps."""

from data.checks.rows import Problems, Sheets
from data.vocabulary import STATES_OF_MOSCOW


def check_forces(sheets: Sheets, sound: Sheets) -> Problems:
    members = {row["iso3"] for row in sheets["accessions"]}
    for row in sound["forces"]:
        whose = set(row.items("whose"))
        if whose & STATES_OF_MOSCOW and (whose - STATES_OF_MOSCOW or row["nato"] == "true"):
            yield row.problem(f"forces of {row['whose']}, nato is {row['nato']}", "one camp")
        elif strangers := sorted(whose - STATES_OF_MOSCOW - members):
            yield row.problem(f"forces of {', '.join(strangers)}", f"members, or {', '.join(sorted(STATES_OF_MOSCOW))}")
