"""What a message makes of a room. Whatever does not fit raises Refused, and the room stays as it was."""

from dataclasses import dataclass, replace
from typing import get_args

from geo.room import messages as said
from geo.room.names import free_name, small_team
from geo.room.question import Result, counted
from geo.room.refused import Refused
from geo.room.room import LEASE_S, MOST_PHONES, MOST_RESULTS, MOST_STROKES, WALL, Phone, Room, Sheet, Shown, Stroke


@dataclass(frozen=True)
class Came:
    """A phone is there, at a connection; `first` is whether it has just been given its token."""

    at: str
    first: bool


@dataclass(frozen=True)
class Went:
    """A connection has ended."""

    at: str


@dataclass(frozen=True)
class Alive:
    """A process is there; the phones of one that was not heard for long are away."""

    process: str


Deed = said.Message | Came | Went | Alive


def after(room: Room, by: str, deed: Deed, now_s: float) -> Room:
    """The room after a deed of the wall or of a phone, `by`; the same object where nothing has changed."""
    if room.ended:
        raise Refused("unknown")
    if now_s >= room.ends_s:
        return replace(room, ended="hours")
    if isinstance(deed, get_args(said.Leading)) and by != WALL:
        raise Refused("lead")
    match deed:
        case Came() | Went() | Alive():
            return _presence(room, by, deed, now_s)
        case said.Give():
            return _given(room, by, deed)
        case said.Leave():
            return replace(room, phones={id_: phone for id_, phone in room.phones.items() if id_ != by})
        case said.Show() | said.Draw() | said.Wipe():
            return _on_the_wall(room, deed)
        case said.Ask() | said.Reveal() | said.Clear():
            return _asking(room, deed)
        case said.Rank(shown=shown):
            return room if room.is_ranked == shown else replace(room, is_ranked=shown)
        case said.End():
            return replace(room, ended="pressed")
    return room


# ---------------------------------------------------------------------- who is there


def _presence(room: Room, by: str, deed: Came | Went | Alive, now_s: float) -> Room:
    phone = room.phones.get(by)
    match deed:
        case Came(at=at) if phone:
            return room.with_phone(by, replace(phone, at=at))
        case Came(first=False):
            raise Refused("gone")
        case Came(at=at):
            room = _with_place(room)
            names = {each.name for each in room.phones.values()}
            team = small_team(room.teams, [each.team for each in room.phones.values()])
            return room.with_phone(by, Phone(free_name(names, by), team, at))
        case Went(at=at) if phone and phone.at == at:
            return room.with_phone(by, replace(phone, at=""))
        case Alive(process=process):
            return _without_the_dead(room, process, now_s)
    return room


def _with_place(room: Room) -> Room:
    """A room that one more phone fits into: who came, answered nothing and is away makes place for another."""
    if len(room.phones) < MOST_PHONES:
        return room
    idle = (id_ for id_, phone in room.phones.items() if not (phone.at or phone.answers or phone.rightly))
    first = next(idle, None)
    if first is None:
        raise Refused("full", most=MOST_PHONES)
    return replace(room, phones={id_: phone for id_, phone in room.phones.items() if id_ != first})


def _without_the_dead(room: Room, process: str, now_s: float) -> Room:
    alive = {each: heard for each, heard in room.alive.items() if now_s - heard < LEASE_S} | {process: now_s}
    dead = [id_ for id_, phone in room.phones.items() if phone.at and phone.at.partition("/")[0] not in alive]
    if dead:
        room = replace(room, phones={**room.phones, **{id_: replace(room.phones[id_], at="") for id_ in dead}})
    return replace(room, alive=alive)


# ---------------------------------------------------------------------- questions and answers


def _given(room: Room, by: str, deed: said.Give) -> Room:
    phone, sheet = room.phones.get(by), room.sheet
    if phone is None:
        raise Refused("gone")
    question = sheet.question(deed.question) if sheet and sheet.id == deed.sheet and not sheet.results else None
    if question is None:
        raise Refused("closed")
    if not question.takes(deed.answer):
        raise Refused("answer")
    return room.with_phone(by, replace(phone, answers={**phone.answers, question.id: deed.answer}))


def _asking(room: Room, deed: said.Ask | said.Reveal | said.Clear) -> Room:
    match deed:
        case said.Reveal():
            return _revealed(room)
        case said.Ask(exit=is_exit, questions=questions):
            if room.asked + len(questions) > MOST_RESULTS:
                raise Refused("long")
            number = room.sheets + 1
            return replace(_cleared(room), sheet=Sheet(str(number), is_exit, questions), sheets=number, is_ranked=False)
        case said.Clear():
            return _cleared(room)


def _cleared(room: Room) -> Room:
    """Without the sheet; nobody's answers outlive it."""
    if room.sheet is None:
        return room
    phones = {id_: replace(phone, answers={}) if phone.answers else phone for id_, phone in room.phones.items()}
    return replace(room, sheet=None, phones=phones)


def _revealed(room: Room) -> Room:
    sheet = room.sheet
    if sheet is None:
        raise Refused("sheet")
    if sheet.results:
        return room
    results: list[Result] = []
    phones = dict(room.phones)
    for question in sheet.questions:
        answers = {id_: phone.answers[question.id] for id_, phone in phones.items() if question.id in phone.answers}
        results.append(counted(question, answers.values()))
        for id_ in filter(lambda id_: question.is_right(answers[id_]), answers):
            phones[id_] = replace(phones[id_], rightly=phones[id_].rightly + 1)
    told = tuple(results)
    return replace(room, phones=phones, sheet=replace(sheet, results=told), done=room.done + told)


# ---------------------------------------------------------------------- the wall


def _on_the_wall(room: Room, deed: said.Show | said.Draw | said.Wipe) -> Room:
    match deed:
        case said.Show():
            wall = Shown(deed.stop, deed.day, deed.view, deed.halted, deed.place, deed.words)
            if wall == room.wall:
                return room
            has_moved_on = (wall.stop, wall.halted) != (room.wall.stop, room.wall.halted)
            return replace(room, wall=wall, ink=() if has_moved_on else room.ink)
        case said.Draw(pen=pen, points=points):
            if len(room.ink) >= MOST_STROKES:
                raise Refused("ink")
            return replace(room, ink=(*room.ink, Stroke(pen, points)))
        case said.Wipe():
            return replace(room, ink=()) if room.ink else room
