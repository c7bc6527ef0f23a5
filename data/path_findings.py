"""What the paths of states say beside one another, in sentences."""

from collections.abc import Sequence
from functools import cache

from data.dates import spelled
from data.paths import Path, Step, between, extremes, in_words, paths, waiting
from data.tables import Tables
from data.words import phrase


def paths_finding(units: Sequence[str], tables: Tables) -> str:
    """How long each of some countries took or has waited since its first contact; of none with one, that."""
    chosen = _chosen(units, tables)
    if told := [clause for path in chosen if (clause := _clause(path, tables))]:
        return phrase("path_finding", "paths", told="; ".join(told))
    return _alone(chosen[0], tables) if len(chosen) == 1 else phrase("path_finding", "no_contact")


def paths_to_quote(units: Sequence[str], tables: Tables) -> str:
    """A sentence for each of some countries, with its days, that can be quoted as it stands."""
    return " ".join(_sentence(path, tables) for path in _chosen(units, tables))


@cache
def waits_finding(tables: Tables) -> str:
    """Who waited longest and shortest for membership, and who has waited longest by now."""
    quickest, slowest = (group[0] for group in extremes("contact_to_joined", tables))
    told = phrase("path_finding", "waits", slowest=slowest.name, longest=_years(slowest), quickest=quickest.name,
                  shortest=_years(quickest))  # fmt: skip
    still = waiting(tables)
    if still.empty:
        return told
    first = next(path for path in paths(tables) if path.unit == still["unit"].iloc[0])
    return phrase("path_finding", "waits_still", told=told, name=first.name, years=_waited(first, tables))


def _chosen(units: Sequence[str], tables: Tables) -> list[Path]:
    known = {path.unit: path for path in paths(tables)}
    return [known[unit] for unit in units]


def _clause(path: Path, tables: Tables) -> str:
    if path.wait("contact_to_joined"):
        return phrase("path_finding", "joined", name=path.name, years=_years(path))
    return phrase("path_finding", "waits_on", name=path.name, years=_waited(path, tables)) if path.waits else ""


def _alone(path: Path, tables: Tables) -> str:
    """What a country has instead of a path from a first contact to membership."""
    if path.founder:
        return phrase("path_finding", "founder", name=path.name)
    if path.contact is None:
        return phrase("path_finding", "none", name=path.name)
    return phrase("path_finding", "in_touch", name=path.name, years=_waited(path, tables))


def _sentence(path: Path, tables: Tables) -> str:
    today = {"name": path.name, "day": spelled(tables.as_of)}
    if path.founder and path.joined:
        return phrase("path_quote", "founder", **today, joined=in_words(path.joined.text))
    if path.contact is None:
        return phrase("path_quote", "no_contact", **today)
    contact = in_words(path.contact.text)
    if path.joined:
        return phrase("path_quote", "joined", **today, joined=in_words(path.joined.text), years=_years(path),
                      contact=contact)  # fmt: skip
    years = _waited(path, tables)
    return phrase("path_quote", "waits" if path.waits else "in_touch", **today, years=years, contact=contact)


def _years(path: Path) -> str:
    wait = path.wait("contact_to_joined")
    assert wait is not None
    return _told(wait.years, wait.about)


def _waited(path: Path, tables: Tables) -> str:
    since = path.contact or Step(path.since, about=True)
    wait = between(since, Step(tables.as_of.isoformat(), about=False))
    return _told(wait.years, wait.about)


def _told(years: float, is_about: bool) -> str:
    return phrase("waits_chart", "about_years" if is_about else "years", years=years)
