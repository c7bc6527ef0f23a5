"""Memberships on disk: a folder in, one value or all problems out."""

from functools import cache
from pathlib import Path

from data.checks.rows import Row, Sheets
from data.dates import end_day, first_day
from data.memberships.about import ABOUT, About, read_about
from data.memberships.checks import check_sheets, names_in_step
from data.memberships.columns import COLUMNS
from data.memberships.value import Event, Membership, Source, Stretch
from data.sheets import read_sheet
from data.tables import TableError, Tables, current_tables

FOLDER = Path(__file__).parent


def membership_ids(folder: Path = FOLDER) -> tuple[str, ...]:
    """The ids of the memberships in a folder: the names of its folders that tell of one."""
    return tuple(one.name for one in membership_folders(folder))


def membership_folders(folder: Path) -> tuple[Path, ...]:
    """The folders of memberships in a folder, or the folder itself where it holds one."""
    return (folder,) if (folder / ABOUT).is_file() else tuple(sorted(path.parent for path in folder.glob(f"*/{ABOUT}")))


@cache
def current_membership(id_: str) -> Membership:
    """One of the project's own, read once per process; KeyError for an id there is not."""
    if id_ not in membership_ids():
        raise KeyError(id_)
    return read_membership(FOLDER / id_, current_tables())


def read_membership(folder: Path, tables: Tables) -> Membership:
    """The membership of a folder; raises TableError with every problem found."""
    return membership_of(folder.name, *_read(folder), tables)


def _read(folder: Path) -> tuple[About, Sheets]:
    problems: list[str] = []
    about = read_about(folder / ABOUT, f"{folder.name}/{ABOUT}", problems)
    sheets: Sheets = {}
    for name, columns in COLUMNS.items():
        file = f"{name}.csv"
        rows = read_sheet(folder / file, tuple(column.name for column in columns), problems, f"{folder.name}/{file}")
        if rows is not None:
            sheets[name] = rows
    if about is None or problems:
        raise TableError(problems)
    return about, sheets


def membership_of(id_: str, about: About, sheets: Sheets, tables: Tables) -> Membership:
    """A membership from rows, wherever they come from; raises TableError with every problem found.

    Parameters
    ----------
    id_
        By which it is asked for.
    about
        What a `membership.toml` would tell.
    sheets
        Rows by table: `members`, `events`, `sources`, each with all columns of `COLUMNS`.
    tables
        The atlas's own tables, whose states and names it stands on.
    """
    if problems := check_sheets(sheets, about, tables):
        raise TableError(problems)
    return Membership(
        id=id_,
        title=about.title,
        short=about.short,
        first_day=about.first_day,
        as_of=about.as_of,
        statuses=about.statuses,
        stretches=tuple(map(_stretch, sheets["members"])),
        tables=tables,
        events=tuple(map(_event, sheets["events"])),
        sources=tuple(map(_source, sheets["sources"])),
        views=about.views,
        headline=about.headline,
        note=about.note,
        with_state=about.with_state,
        apart=about.apart,
    )


def find_problems(folder: Path = FOLDER, tables: Tables | None = None) -> list[str]:
    """Every problem of the memberships in a folder, or of the one it holds itself; none if they hold together."""
    tables = tables or current_tables()
    found: list[str] = []
    for one in membership_folders(folder):
        try:
            about, sheets = _read(one)
            membership_of(one.name, about, sheets, tables)
            found += names_in_step(sheets["members"], tables)
        except TableError as error:
            found += error.problems
    return found


def _stretch(row: Row) -> Stretch:
    return Stretch(
        code=row["code"],
        name=row["name"],
        status=row["status"],
        start_day=first_day(row["start_on"]),
        end_day=end_day(row["end_on"]),
        start_on=row["start_on"],
        end_on=row["end_on"],
        of=row["of"],
        continues=row["continues"],
        end_reason=row["end_reason"],
        note=row["note"],
        sources=tuple(row.items("source_ids")),
        confidence=row["confidence"],
    )


def _event(row: Row) -> Event:
    return Event(
        id=row["event_id"],
        day=first_day(row["date"]),
        date=row["date"],
        title=row["title"],
        summary=row["summary"],
        codes=tuple(row.items("codes")),
        headline=row["headline"] == "true",
        sources=tuple(row.items("source_ids")),
        confidence=row["confidence"],
    )


def _source(row: Row) -> Source:
    return Source(
        id=row["id"],
        producer=row["producer"],
        title=row["title"],
        url=row["url"],
        published=row["date_published"],
        accessed=row["date_accessed"],
        seen=row["seen"],
        note=row["note"],
    )
