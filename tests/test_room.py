"""The game of a room, as a value: nothing is seen too soon, only the wall leads, nothing is lost, nobody is last."""

import json
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from each import for_each
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, precondition, rule

from geo.room import messages as said
from geo.room import room as limits
from geo.room.applied import applied
from geo.room.board import board
from geo.room.codes import LENGTH, LETTERS, UNFIT, digest_of, is_code, is_fit, new_code, typed
from geo.room.counts import counts_csv
from geo.room.deeds import Alive, Came, Deed, Went, after
from geo.room.kept import from_text, to_text
from geo.room.question import Answer, Kind, Question
from geo.room.refused import Refused
from geo.room.room import LIFE_S, WALL, Phone, Room
from geo.room.telling import ALL, told_of

QUESTIONS = (
    Question("who", Kind.COUNTRIES, "Who joins next?", ("EST", "LVA", "LTU", "FIN"), 3, ("EST", "LVA")),
    Question("why", Kind.CHOICE, "Why?", ("=One", "Two", "Three"), 1, (1,)),
    Question("order", Kind.ORDER, "In order", ("First", "Second", "Third"), 1, (0, 1, 2)),
    Question("when", Kind.YEAR, "When?", (), 1, (1999,)),
    Question("opinion", Kind.CHOICE, "What do you think?", ("A", "B"), 2),
)
ANSWERS: dict[str, st.SearchStrategy[Answer]] = {
    "who": st.lists(st.sampled_from(QUESTIONS[0].options), min_size=1, max_size=3, unique=True).map(tuple),
    "why": st.integers(0, 2).map(lambda place: (place,)),
    "order": st.permutations([0, 1, 2]).map(tuple),
    "when": st.integers(1949, 2026).map(lambda year: (year,)),
    "opinion": st.lists(st.integers(0, 1), min_size=1, max_size=2, unique=True).map(tuple),
}
LEADS: tuple[Deed, ...] = (
    said.Show(1, 2, "europe", False, "", ""),
    said.Draw("pen", (0, 0, 1, 1)),
    said.Wipe(),
    said.Ask(False, QUESTIONS),
    said.Reveal(),
    said.Clear(),
    said.Rank(True),
    said.Counts(),
    said.End(),
)


def new_room(teams: int = 0) -> Room:
    return Room("BCDFHJ", digest_of("key"), 0, teams)


def done(room: Room, by: str, *deeds: Deed, now_s: float = 1) -> Room:
    for deed in deeds:
        room = after(room, by, deed, now_s)
    return room


def with_phones(room: Room, *names: str) -> Room:
    for name in names:
        room = done(room, digest_of(name), Came(f"here/{name}", True))
    return room


def fields(room: Room, to: str) -> dict[str, Any]:
    """What somebody knows who comes now, by kind."""
    return {tell.kind: json.loads(tell.text) for tell in told_of(room, to)}


class Class(RuleBasedStateMachine):
    """A class in all orders of coming, answering, leaving, and a teacher who does not wait for anybody.

    Everybody keeps what was told, as a browser does: the last of each kind.
    """

    phones = Bundle("phones")

    def __init__(self) -> None:
        super().__init__()
        self.room = new_room()
        self.screens: dict[str, dict[str, str]] = {WALL: {tell.kind: tell.text for tell in told_of(self.room, WALL)}}
        self.gave: dict[str, dict[str, Answer]] = {}
        self.names: dict[str, str] = {}
        self.visits = 0

    def act(self, by: str, *deeds: Deed) -> Refused | None:
        made = applied(self.room, [(by, deed) for deed in deeds], 1)
        self.room = from_text(to_text(made.room))
        assert self.room == made.room
        for tell in made.tells:
            for who, screen in self.screens.items():
                if tell.to in (ALL, who):
                    screen[tell.kind] = tell.text
        return next((why for why in made.refused if why), None)

    def arrive(self, phone: str, first: bool) -> None:
        self.visits += 1
        assert self.act(phone, Came(f"process/{self.visits}", first)) is None
        self.screens[phone] = {tell.kind: tell.text for tell in told_of(self.room, phone)}

    @rule(target=phones)
    def join(self) -> str:
        phone = digest_of(str(self.visits))
        self.arrive(phone, True)
        self.names[phone], self.gave[phone] = self.room.phones[phone].name, {}
        return phone

    @rule(phone=phones)
    def lose_the_network(self, phone: str) -> None:
        self.act(phone, Went(self.room.phones[phone].at))
        self.screens.pop(phone, None)

    @rule(phone=phones)
    def come_back(self, phone: str) -> None:
        self.arrive(phone, False)
        you = json.loads(self.screens[phone]["you"])
        assert you["name"] == self.names[phone]
        assert {id_: tuple(answer) for id_, answer in you["answers"].items()} == self.gave[phone]

    @rule(phone=consumes(phones))
    def leave(self, phone: str) -> None:
        self.act(phone, said.Leave())
        for kept in (self.screens, self.gave, self.names):
            kept.pop(phone, None)
        assert phone not in to_text(self.room)

    @rule(phone=phones, question=st.sampled_from(QUESTIONS), data=st.data())
    def answer(self, phone: str, question: Question, data: st.DataObject) -> None:
        given_answer = data.draw(ANSWERS[question.id])
        refused = self.act(phone, said.Give(str(self.room.sheets), question.id, given_answer))
        is_open = self.room.sheet is not None and not self.room.sheet.results
        assert (refused is None) == is_open
        if is_open:
            self.gave[phone][question.id] = given_answer

    @rule(phone=phones, deed=st.sampled_from(LEADS))
    def try_to_lead(self, phone: str, deed: Deed) -> None:
        before = self.room
        refused = self.act(phone, deed)
        assert refused is not None
        assert refused.why == "lead"
        assert self.room == before

    @rule(stop=st.integers(0, 20), halted=st.booleans())
    def show(self, stop: int, halted: bool) -> None:
        self.act(WALL, said.Show(stop, stop, "europe", halted, "", ""))

    @rule()
    @precondition(lambda self: self.room.asked < limits.MOST_RESULTS - len(QUESTIONS))
    def ask(self) -> None:
        assert self.act(WALL, said.Ask(True, QUESTIONS)) is None
        self.gave = {phone: {} for phone in self.gave}

    @rule()
    def reveal(self) -> None:
        self.act(WALL, said.Reveal())

    @rule()
    def clear(self) -> None:
        self.act(WALL, said.Clear())
        self.gave = {phone: {} for phone in self.gave}

    @rule(shown=st.booleans())
    def rank(self, shown: bool) -> None:
        self.act(WALL, said.Rank(shown))

    @invariant()
    def everybody_who_stayed_knows_what_one_who_comes_would(self) -> None:
        for who, screen in self.screens.items():
            assert screen == {tell.kind: tell.text for tell in told_of(self.room, who)}

    @invariant()
    def no_answer_is_seen_before_the_reveal(self) -> None:
        sheet = self.room.sheet
        if sheet is None or sheet.results:
            return
        for who in self.screens:
            told = fields(self.room, who)
            assert told["result"]["results"] == []
            assert all("right" not in question for question in told["asked"]["questions"])
            seen = set(told.get("class", {})) - {"v", "kind"}
            assert seen <= {"code", "teams", "phones", "answered", "ends"}
            # Of answers a phone sees its own.
            assert {id_: tuple(each) for id_, each in told.get("you", {}).get("answers", {}).items()} == (
                self.gave[who] if who != WALL else {}
            )

    @invariant()
    def the_counts_are_those_of_the_answers(self) -> None:
        sheet = self.room.sheet
        if sheet is None:
            return
        for place, question in enumerate(sheet.questions):
            answers = [gave[question.id] for gave in self.gave.values() if question.id in gave]
            if not sheet.results:
                assert fields(self.room, WALL)["class"]["answered"][place] == len(answers)
                continue
            result = sheet.results[place]
            # Whoever left after the reveal was counted.
            assert result.answered >= len(answers)
            if result.answered == len(answers):
                single = [[each] if question.kind == Kind.ORDER else each for each in answers]
                assert dict(result.votes) == Counter(vote for votes in single for vote in votes)
                assert result.rightly == sum(map(question.is_right, answers))

    @invariant()
    def nobody_is_shown_as_last(self) -> None:
        points = [phone.rightly for phone in self.room.phones.values()]
        rows = board(self.room)
        assert all(row.points > min(points) for row in rows) or len(set(points)) == 1

    @invariant()
    def names_are_made_up_and_each_is_there_once(self) -> None:
        names = [phone.name for phone in self.room.phones.values()]
        assert len(set(names)) == len(names)


TestClass = Class.TestCase
TestClass.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)


def test_teams_have_as_many_phones() -> None:
    room = with_phones(new_room(teams=3), *map(str, range(10)))
    assert sorted(Counter(phone.team for phone in room.phones.values()).items()) == [(1, 4), (2, 3), (3, 3)]


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(1, 6)), min_size=1, max_size=40), st.booleans())
def test_the_board_shows_the_best_and_never_the_last(found: list[tuple[int, int]], in_teams: bool) -> None:
    phones = {str(n): Phone(f"City {n}", team, rightly=points) for n, (points, team) in enumerate(found)}
    room = replace(new_room(teams=6 if in_teams else 0), phones=phones, done=applied_results(6))
    rows = board(room)
    points = [row.points for row in rows]
    assert points == sorted(points, reverse=True)
    assert [row.place for row in rows] == [points.index(each) + 1 for each in points]
    if not in_teams and len({each for each, _ in found}) > 1:
        assert points[-1] > min(each for each, _ in found)
        assert points[0] == max(each for each, _ in found)
    if in_teams and len({team for _, team in found}) > 1 and rows and len(set(points)) > 1:
        assert len(rows) < len({team for _, team in found})


def applied_results(n: int) -> Any:
    room = done(with_phones(new_room(), "a"), WALL, said.Ask(False, QUESTIONS[1:2]), said.Reveal())
    return room.done * n


def test_a_room_is_over_after_three_hours() -> None:
    assert after(new_room(), WALL, Alive("p"), LIFE_S - 1).ended == ""
    over = after(new_room(), digest_of("a"), Came("p/1", True), LIFE_S)
    assert over.ended == "hours"
    assert fields(over, WALL).keys() == {"ended"}
    with pytest.raises(Refused, match="no room"):
        after(over, WALL, Alive("p"), LIFE_S)


def test_the_phones_of_a_process_that_died_are_away() -> None:
    room = done(new_room(), WALL, Alive("one"), Alive("two"), now_s=0)
    room = done(room, digest_of("a"), Came("one/1", True))
    room = done(room, digest_of("b"), Came("two/1", True))
    assert fields(room, WALL)["class"]["phones"] == 2
    assert fields(done(room, WALL, Alive("two"), now_s=limits.LEASE_S - 1), WALL)["class"]["phones"] == 2
    room = done(room, WALL, Alive("two"), now_s=limits.LEASE_S - 1)
    room = done(room, WALL, Alive("two"), now_s=limits.LEASE_S + 1)
    assert fields(room, WALL)["class"]["phones"] == 1
    assert len(room.phones) == 2


def test_a_full_room_takes_no_more_but_who_is_idle_and_away_makes_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.room.deeds.MOST_PHONES", 3)
    room = done(with_phones(new_room(), "a", "b", "c"), WALL, said.Ask(False, QUESTIONS))
    room = done(room, digest_of("a"), said.Give("1", "when", (1999,)), Went("here/a"))
    with pytest.raises(Refused, match="full"):
        with_phones(room, "d")
    room = done(room, digest_of("b"), Went("here/b"))
    room = with_phones(room, "d")
    assert set(room.phones) == {digest_of(name) for name in "acd"}
    assert fields(room, digest_of("a"))["you"]["answers"] == {"when": [1999]}


def test_a_second_connection_of_a_phone_outlives_the_first() -> None:
    phone = digest_of("a")
    room = done(with_phones(new_room(), "a"), phone, Came("here/2", False), Went("here/a"))
    assert room.phones[phone].at == "here/2"


def test_strokes_go_with_the_next_stop_and_stay_while_the_year_moves() -> None:
    room = done(new_room(), WALL, said.Show(1, 2, "europe", False, "", ""), said.Draw("pen", (0, 0, 1, 1)))
    assert done(room, WALL, said.Show(1, 9, "europe", False, "", "")).ink
    assert not done(room, WALL, said.Show(2, 9, "europe", False, "", "")).ink
    assert not done(room, WALL, said.Wipe()).ink


@for_each(
    "question, answer",
    [("who", ()), ("who", ("EST", "EST")), ("who", ("POL",)), ("who", ("EST", "LVA", "LTU", "FIN")), ("why", (3,)),
     ("why", (0, 1)), ("order", (0, 1)), ("order", (0, 1, 1)), ("when", (1,)), ("when", (1999, 2000)),
     ("why", ("Two",)), ("when", ("1999",))],
)  # fmt: skip
def test_what_is_no_answer_is_refused(question: str, answer: Answer) -> None:
    room = done(with_phones(new_room(), "a"), WALL, said.Ask(False, QUESTIONS))
    with pytest.raises(Refused, match="no answer"):
        done(room, digest_of("a"), said.Give("1", question, answer))


def test_the_counts_hold_every_answer_and_no_name() -> None:
    room = done(with_phones(new_room(), "a", "b"), WALL, said.Ask(True, QUESTIONS))
    for name, order in (("a", (0, 1, 2)), ("b", (2, 1, 0))):
        give = {"who": ("EST",), "why": (0,), "order": order, "when": (1999,)}
        room = done(room, digest_of(name), *(said.Give("1", id_, answer) for id_, answer in give.items()))
    assert counts_csv(room).count("\n") == 1
    told = counts_csv(done(room, WALL, said.Reveal()))
    assert told.splitlines() == [
        "question,asked,kind,answer,votes,right,phones that answered",
        "1,Who joins next?,countries,EST,2,true,2",
        "1,Who joins next?,countries,LVA,0,true,2",
        "2,Why?,choice,'=One,2,false,2",
        "2,Why?,choice,Two,0,true,2",
        "3,In order,order,First / Second / Third,1,true,2",
        "3,In order,order,Third / Second / First,1,false,2",
        "4,When?,year,1999,2,true,2",
        "5,What do you think?,choice,nobody answered,0,,0",
    ]
    assert not any(phone.name in told for phone in room.phones.values())


def test_a_room_is_read_back_as_it_was_written() -> None:
    room = done(
        with_phones(new_room(teams=2), "a", "b"), WALL, said.Ask(True, QUESTIONS), said.Draw("pen", (0, 0, 1, 1))
    )
    for id_, answer in (("who", ("EST",)), ("order", (2, 0, 1)), ("when", (1999,))):
        room = done(room, digest_of("a"), said.Give("1", id_, answer))
    for each in (room, done(room, WALL, said.Reveal(), Alive("p"))):
        assert from_text(to_text(each)) == each


def test_a_code_cannot_be_confused_and_does_not_hurt() -> None:
    assert not set(LETTERS) & set("AEIOUYGQSV0123456789")
    codes = {new_code() for _ in range(2000)}
    assert len(codes) > 1990
    for code in codes:
        assert len(code) == LENGTH
        assert is_code(code)
        assert is_fit(code)
    assert not any(is_fit(f"B{word}B") for word in UNFIT)
    assert typed(" bcd-fhj ") == "BCDFHJ"
    assert not is_code("BCDFH0")


def test_a_room_keeps_no_secret() -> None:
    room = done(new_room(), digest_of("a phone's token"), Came("here/1", True))
    told = to_text(room)
    assert digest_of("a phone's token") in told
    assert not any(secret in told for secret in ("a phone's token", '"key":"key"'))
