"""The table that a session works on: as it was read, with what was answered and chosen, and the acts on it."""

from base64 import b64decode
from collections.abc import Callable
from collections.abc import Mapping as Dict
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from secrets import randbelow

import streamlit as st

import data.own_table
from data.gate.problems import GateError
from data.gate.text import cut
from data.own_table.columns import Mapping, Role, system_of
from data.own_table.countries import Countries
from data.own_table.days import Habits
from data.own_table.link import read_packed
from data.own_table.panel import AS_ROWS, PANEL
from data.own_table.questions import GROUP, LEAVE_OUT
from data.own_table.reading import Reading, read_table
from data.own_table.saved import is_saved, read_saved
from data.own_table.telling import Look, looks_of, title_of
from data.tables import current_tables
from data.words import words
from pages.parts.markdown import as_markdown_lines

text = words()["your_own"]
tables = current_tables()
state = st.session_state
EXAMPLES = Path(data.own_table.__file__).parent / "examples"
FILES = {"oecd": "oecd.R", "groups": "groups.sql", "pct": "pct-two-digit-years.tsv"}
"""The examples, by the words of their buttons."""
MOST_ROUNDS = 10**6
PASTE = "own paste 0"
"""The key of the field for a table, as the keeper of the browser knows it; what stands there stays there."""


@dataclass(frozen=True)
class Own:
    """A table as it was read, and the title of its atlas."""

    reading: Reading
    title: str


def begin() -> None:
    """Give a new session nothing."""
    state.setdefault("own", None)
    # It grows when the fields must show something else; until then a reader's focus stays.
    state.setdefault("own_round", randbelow(MOST_ROUNDS))
    state.setdefault("own_said", None)
    state.setdefault("own_past", False)


def own() -> Own | None:
    found: Own | None = state.own
    return found


def own_reading() -> Reading:
    """The reading where there is one."""
    found = own()
    if found is None:
        raise LookupError("no table was read")
    return found.reading


def named(name: str) -> str:
    """The key of a field of the table that is shown, as the keeper of the browser knows it."""
    return f"own {name} {state.own_round}"


def mark_of(id_: str) -> str:
    """What may stand in a key for any text."""
    return sha256(id_.encode()).hexdigest()[:12]


def say() -> None:
    """Tell once how the last table that was given went."""
    if state.own_said:
        kind, lines = state.own_said
        getattr(st, kind)(as_markdown_lines("\n".join(lines)))
        state.own_said = None


def take_up(found: Own | None, *, anew: bool = True) -> None:
    """Go on with a table; `anew` where the fields do not show it yet."""
    state.own = found
    state.own_past = True
    state.own_round += anew


def read_again(answers: dict[str, str] | None = None, mapping: Mapping | None = None, *, anew: bool = False) -> None:
    """The same table with other answers or columns."""
    found = own()
    if found:
        take_up(replace(found, reading=found.reading.again(answers, mapping)), anew=anew)


# ---------------------------------------------------------------------- a table is given


def give(raw: bytes, file: str) -> None:
    """Take a table, or one that was saved; where it is none, say so and leave all as it is."""
    before = own()
    if before and (before.reading.raw, before.reading.file) == (raw, file):
        return
    try:
        found = Own(*read_saved(raw, file)) if is_saved(raw) else _read(raw, file, before)
    except GateError as error:
        state.own_said = ("error", [str(error), *([text["not_read"]] if before else [])])
        return
    kept = before and before.reading.file == found.reading.file and found.reading.answers
    state.own_said = ("success", [text["still_answered"]]) if kept else None
    take_up(found)


def _read(raw: bytes, file: str, before: Own | None) -> Own:
    """A table; one of the name of that before is that one corrected, so that nothing is asked or chosen twice."""
    if before is None or before.reading.file != file:
        made = read_table(raw, file)
        return Own(made, made.heading or title_of(file))
    old = before.reading
    made = read_table(raw, file, old.answers)
    if made.layout.columns == old.layout.columns:
        made = made.again(mapping=old.mapping)
    return Own(replace(made, looks=old.looks), before.title)


def pasted() -> None:
    """Take what stands in the field for a table."""
    give_pasted(str(state.get(PASTE) or ""))


def give_pasted(typed: str) -> None:
    """Take a text for a table."""
    if not typed.strip():
        state.own_said = ("error", [text["nothing_pasted"]])
    else:
        give(typed.encode(errors="replace"), text["pasted_file"])


def uploaded() -> None:
    """Take the file that was chosen."""
    file = state.get(named("file"))
    if file is not None:
        give(file.getvalue(), cut(file.name))


def give_fetched(found: Dict[str, object]) -> None:
    """Take what the browser fetched from an address."""
    try:
        raw = b64decode(str(found["raw"]), validate=True)
    except (KeyError, ValueError):
        state.own_said = ("error", [text["address"]["unreached"]])
        return
    give(raw, cut(str(found.get("name") or text["pasted_file"])))


def give_example(name: str) -> None:
    """Take one of the examples."""
    file = EXAMPLES / FILES[name]
    give(file.read_bytes(), file.name)
    _changed(lambda found: replace(found, title=text["example_titles"][name]))


def put_away() -> None:
    """Begin with nothing again."""
    state[PASTE] = ""
    take_up(None)


def give_packed(packed: str) -> str:
    """Take a table as a browser kept it or a link brings it; the reason where that cannot be."""
    try:
        found = Own(*read_packed(packed))
    except GateError as error:
        return str(error)
    take_up(found)
    return ""


# ---------------------------------------------------------------------- answers


def answer(id_: str, given: str) -> None:
    """Answer a question; the membership that is chosen of several gives the title."""
    read_again({**own_reading().answers, id_: given})
    if id_ == GROUP:
        _changed(lambda found: replace(found, title=title_of(given)))


def answer_typed(id_: str, key: str) -> None:
    """Answer a question by what its field holds."""
    if given := str(state.get(key) or "").strip():
        answer(id_, given)


def ask_again(*ids: str) -> None:
    """Take answers back."""
    read_again({id_: given for id_, given in own_reading().answers.items() if id_ not in ids})


def leave_all_out() -> None:
    """Leave out all that is asked about, question after question until none is open that allows it."""
    while open_ := [each for each in own_reading().questions if any(one.value == LEAVE_OUT for one in each.options)]:
        read_again({**own_reading().answers, **{each.id: LEAVE_OUT for each in open_}})


# ---------------------------------------------------------------------- columns


def read_by_years(*, is_wanted: bool) -> None:
    """Read a table of years as such, or each of its rows by itself; the columns are then guessed anew."""
    answers = {id_: given for id_, given in own_reading().answers.items() if id_ != PANEL}
    answers |= {} if is_wanted else {PANEL: AS_ROWS}

    def again(found: Own) -> Own:
        made = read_table(found.reading.raw, found.reading.file, answers)
        return replace(found, reading=replace(made, looks=found.reading.looks))

    _changed(again)
    state.own_round += 1


def choose_column(role: Role, key: str) -> None:
    """Read a role from the column that its field holds; a column says one thing only."""
    reading, name = own_reading(), str(state[key] or "")
    lost = {other: "" for other, column in reading.mapping.columns.items() if column == name and other != role}
    mapping = reading.mapping.changed(**lost, **{str(role): name})
    if role is Role.CODE and name:
        habits = Habits(reading.grid.day_zero, reading.today.year)
        system = system_of(name, reading.layout, Countries.of(reading.tables), habits)
        mapping = replace(mapping, system=system)
    read_again(mapping=mapping, anew=bool(lost) or role is Role.CODE)


def choose_system(key: str) -> None:
    """Take codes for those of the list that a field names."""
    read_again(mapping=replace(own_reading().mapping, system=str(state[key])))


def choose_last_day(key: str) -> None:
    """Take a day in the column of those who left for their last, or for the first without them."""
    read_again(mapping=replace(own_reading().mapping, is_last_day=bool(state[key])))


def as_guessed() -> None:
    """Go by the guess again."""
    read_again(mapping=own_reading().guess.mapping, anew=True)


# ---------------------------------------------------------------------- title, names and colours


def _changed(change: Callable[[Own], Own]) -> None:
    found = own()
    if found:
        take_up(change(found), anew=False)


def choose_title(key: str) -> None:
    """Title the atlas by what a field holds; where it is empty by what stands above the table, or by the file."""
    title = str(state[key] or "").strip()
    _changed(lambda found: replace(found, title=title or found.reading.heading or title_of(found.reading.file)))


def look_at(status: str) -> Look:
    """How a status is shown."""
    reading = own_reading()
    return looks_of(reading.statuses, reading.looks)[status]


def choose_label(status: str, key: str) -> None:
    """Call a status what a field holds."""
    _set_looks({status: replace(own_reading().looks.get(status, Look()), label=str(state[key] or "").strip())})


def choose_colour(status: str, key: str) -> None:
    """Give a status the colour of a field; who had it gets the one that is free."""
    reading, colour = own_reading(), int(state[key])
    shown = looks_of(reading.statuses, reading.looks)
    swapped = {other: shown[status].colour for other, look in shown.items() if look.colour == colour}
    colours = {other: look.colour for other, look in shown.items()} | swapped | {status: colour}
    _set_looks({other: Look(reading.looks.get(other, Look()).label, colours[other]) for other in shown})
    state.own_round += bool(swapped)


def _set_looks(looks: dict[str, Look]) -> None:
    _changed(lambda found: replace(found, reading=replace(found.reading, looks={**found.reading.looks, **looks})))
