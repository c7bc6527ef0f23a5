"""The class on the wall, without a document: what can be asked, what phones are shown, how a room is led.

All of it runs in one go; what is asked has to pass the gate of the room, in either language.
"""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.tables import current_tables
from geo.lesson.lesson import current_lesson
from geo.lesson.quiz import bank
from geo.publish.class_page import lesson_payload
from geo.room.protocol import MOST_BYTES_LEADING, parse
from geo.wire.assets import current_assets

GEO = Path(__file__).parent.parent / "geo"
TABLES = current_tables()
JOINED = {1952: ["GRC", "TUR"], 1955: ["DEU"], 1982: ["ESP"], 1990: ["DEU-EAST"], 1999: ["CZE", "HUN", "POL"],
          2004: ["BGR", "EST", "LTU", "LVA", "ROU", "SVK", "SVN"], 2026: ["FIN", "SWE"]}  # fmt: skip
"""Who joins at the stops of the project's own lesson that wait for somebody, as its questions say."""
EXIT = [{"prompt": "Why?\nAnd how?", "options": ["One", "Two"], "right": 1, "why": "So.", "sources": []}]
TYPED = {
    "opinion": {"kind": "choice", "prompt": "Fair?", "options": "Yes\n\n No \n"},
    "year": {"kind": "year", "prompt": "When?", "options": ""},
    "countries": {"kind": "countries", "prompt": "Who?", "options": ""},
    "no_prompt": {"kind": "year", "prompt": " \n ", "options": ""},
    "few_options": {"kind": "choice", "prompt": "Fair?", "options": "Yes"},
    "many_options": {"kind": "choice", "prompt": "Fair?", "options": "\n".join("abcdefghi")},
    "same_options": {"kind": "choice", "prompt": "Fair?", "options": "Yes\nYes"},
}
SCRIPT = """
import {readFileSync} from 'node:fs';
const {geo, facts: raw, stops, bank, exit, typed} = JSON.parse(readFileSync(0, 'utf8'));
const load = (name) => import(`file://${geo}/${name}.mjs`);
const {indexFacts} = await load('atlas/core/facts');
const {refusal, written} = await load('room/protocol');
const live = (name) => load(`classroom/live/${name}`);
const {itemOfStop, itemOfQuiz, itemsOfExit, itemsOfQuiz, itemTyped, statesOn} = await live('questions');
const {knownAfter, NOTHING} = await live('known');
const {viewOf, toggled} = await live('live_view');
const {nextStep, placeInRun, strokesToTell} = await live('run');
const {readShown, shownOn} = await live('shown');
const {createSending} = await live('sending');
const {createRoomLine} = await live('room_line');
const {sharesOf} = await live('shares');
const facts = indexFacts(raw);
const ask = (items) => written('ask', {exit: items.length > 1, questions: items.map(({asked}) => asked)});
const tap = ({n, year}) => `Tap ${n} of ${year}`;

function asked() {
  const ofStops = stops.map((stop) => itemOfStop(stop, facts, {id: 'stop', prompt: 'Who?'}));
  const ofQuiz = bank.questions.map((question, i) => itemOfQuiz(question, facts, `quiz-${i}`, tap));
  const sheets = [...ofStops.filter(Boolean), ...ofQuiz].map((item) => ask([item]));
  const five = itemsOfQuiz(bank, facts, {level: 'hard', seed: 7, id: 'quiz'}, tap);
  const drawn = itemsOfExit(undefined, bank, facts, {seed: 7, id: 'exit'});
  const own = itemsOfExit(exit, bank, facts, {seed: 7, id: 'exit'});
  const ofTeacher = Object.fromEntries(Object.entries(typed).map(([name, each]) =>
    [name, itemTyped(each, statesOn(facts, facts.yearEnd(1988)), 'own')]));
  sheets.push(ask(drawn), ask(own), ...Object.values(ofTeacher).filter(({asked}) => asked).map((item) => ask([item])));
  return {sheets, refused: sheets.map((sheet) => refusal(sheet, 32_000)),
    joined: Object.fromEntries(stops.map(({year}, i) => [year, ofStops[i]?.asked.right ?? null])),
    kinds: [...new Set(ofQuiz.map(({asked}) => asked.kind))].sort(),
    lists: [five, drawn, own].map((items) => items.map(({asked, why}) => [asked.id, asked.kind, Boolean(why)])),
    own: own[0].asked, prompts: ofQuiz.filter(({asked}) => asked.kind === 'countries').map(({asked}) => asked.prompt),
    states: statesOn(facts, facts.yearEnd(1988)).filter((id) =>
      ['ARM', 'RUS', 'EST', 'DEU-EAST', 'CZE', 'SVK'].includes(id)),
    ofTeacher: Object.fromEntries(Object.entries(ofTeacher).map(([name, item]) => [name, item.asked ?? item]))};
}

function shown() {
  const state = {day: facts.yearEnd(1999), view: 'europe', country: 'POL', statement: null, layers: 'front',
    draft: null, words: null, patterns: true, focus: ['POL', 'HUN'], names: ['UKR'], told: '2007-02-10-putin-munich',
    at: [960, 540, 2.5]};
  const at = stops.findIndex(({before}) => before);
  const wall = (more, of = {}) =>
    shownOn({state: {...state, ...of}, facts, mask: '', stops, place: {at, revealed: []}, isLesson: true, ...more});
  const read = (wall) => readShown(wall.place, facts, ['europe']);
  const [halted, revealed, exploring, masked, crowded] = [wall({}), wall({place: {at, revealed: [at]}}),
    wall({isLesson: false}), wall({mask: 'status news'}), wall({}, {focus: [...facts.units.keys()]})];
  const all = [halted, revealed, exploring, masked, crowded];
  return {refused: all.map((each) => refusal(written('show', each))), words: all.map(({words}) => words),
    halted: all.map(({halted}) => halted), read: read(halted), masks: [halted, masked].map((each) => read(each).mask),
    crowded: read(crowded).state.focus.length, at,
    bad: readShown('?year=1999&mask=<b>&focus=XXX&names=XXX&told=nobody', facts, ['europe'])};
}

function sending() {
  const [out, timers] = [[], []];
  let [now, isOpen] = [0, true];
  const {say, forget} = createSending((value) => isOpen && out.push([now, value]) > 0, 100,
    {later: (act, ms) => timers.push([act, ms]), now: () => now});
  say(1), say(2), say(3);
  const [act, ms] = timers.pop();
  now = ms;
  act();
  now = 500;
  say(3), say(4);
  isOpen = false;
  now = 900;
  say(5);
  isOpen = true;
  say(5), forget();
  now = 1200;
  say(5);
  return out;
}

function standing() {
  const question = {id: 'q', kind: 'choice', prompt: 'Who?', options: ['A', 'B'], most: 1};
  const result = {question: 'q', right: [0], votes: [[0, 2]], answered: 2, rightly: 2};
  const said = [
    {kind: 'class', code: 'BCDFHJ', teams: 0, phones: 2, answered: [2], ends: 9},
    {kind: 'asked', sheet: '1', exit: false, questions: [question]},
    {kind: 'result', sheet: '1', of: 1, results: [result]},
    {kind: 'board', shown: true, rows: [{place: 1, name: 'Bari', team: 0, points: 2}]},
    {kind: 'board', shown: false, rows: []},
    {kind: 'asked', sheet: '2', exit: true, questions: [question, {...question, id: 'r'}]},
    {kind: 'result', sheet: '1', of: 1, results: [result]},
    {kind: 'result', sheet: '2', of: 3, results: [result, {...result, question: 'r'}]},
    {kind: 'asked', sheet: '', exit: false, questions: []},
    {kind: 'ended', why: 'pressed'},
  ];
  const run = {items: [{asked: question}, {asked: question}], at: 0};
  let known = NOTHING;
  const steps = said.map((message) => {
    known = knownAfter(known, message);
    const view = viewOf({standing: 'in', known, opened: '', isLeft: false});
    return [view, nextStep(known, 0, null), nextStep(known, 0, run), placeInRun(known, 0, run)?.all ?? 0,
      nextStep(known, 1, run)];
  });
  const open = {...NOTHING, code: 'BCDFHJ', questions: [question]};
  const opened = [['none', ''], ['none', 'start'], ['opening', 'start'], ['in', 'start'], ['lost', '']];
  const views = opened.map(([on, opened]) =>
    viewOf({standing: on, known: on === 'lost' ? open : NOTHING, opened, isLeft: on === 'lost'}));
  const pressed = [['none', 0, ''], ['in', 0, ''], ['in', 3, ''], ['in', 3, 'ask'], ['lost', 3, '']];
  const toggles = pressed.map(([on, phones, opened]) =>
    toggled({standing: on, known: {...NOTHING, phones}, opened}));
  return {steps, views, toggles};
}

function led() {
  globalThis.setTimeout = (act) => (again = act, 1);
  globalThis.clearTimeout = () => (again = null);
  globalThis.setInterval = () => 1;
  globalThis.clearInterval = () => {};
  let again = null;
  const kept = new Map();
  globalThis.sessionStorage = {getItem: (name) => kept.get(name) ?? null, setItem: (name, text) => kept.set(name, text),
    removeItem: (name) => kept.delete(name)};
  const sockets = [];
  function make() {
    const listeners = {};
    const socket = {readyState: 0, sent: [], addEventListener: (name, act) => (listeners[name] = act), close: () => {},
      send: (text) => socket.sent.push(JSON.parse(text).kind),
      open() {
        socket.readyState = 1;
        listeners.open();
      },
      lose: () => listeners.close(),
      tell: (kind, fields) => listeners.message({data: JSON.stringify({v: 1, kind, ...fields})})};
    sockets.push(socket);
    return socket;
  }
  const heard = [];
  const wall = () => createRoomLine({base: 'http://h/teach', make, onChange: () => {},
    onEnd: (why, sentence) => heard.push([why, sentence]), onRefused: (sentence) => heard.push(['refused', sentence]),
    onCounts: (csv) => heard.push(['counts', csv])});
  const last = () => sockets[sockets.length - 1];
  const welcome = (phones) =>
    last().tell('class', {code: 'BCDFHJ', teams: 0, phones, answered: [], ends: 1_800_000_000});
  const told = [];
  const note = (line) =>
    told.push([line.standing(), line.known().phones, last()?.sent ?? [], again !== null, kept.size]);

  const first = wall();
  first.resume(), note(first); // nothing is kept: nothing is asked
  first.open(0), last().lose(), note(first); // a first try that fails is no room, and no try goes on
  first.open(3), last().open();
  last().tell('opened', {code: 'BCDFHJ', key: 'secret'}), welcome(2), note(first);
  last().lose(), note(first); // lost: it tries again by itself
  const lostSays = first.say({kind: 'reveal'});
  again(), last().open(), welcome(4), note(first);
  const second = wall(); // a reload
  second.resume(), last().open(), welcome(5);
  second.say({kind: 'reveal'}), note(second);
  last().tell('refused', {why: 'ink', sentence: 'No more.'}), last().tell('counts', {csv: 'a,b'});
  last().tell('ended', {why: 'hours'}), note(second);
  kept.set('eastward-wall', '{"code":"BCDFHJ","secret":"old"}');
  const third = wall();
  third.resume(), last().open(), last().tell('refused', {why: 'unknown', sentence: 'None.'}), note(third);
  third.open(0), last().open(), last().tell('refused', {why: 'rooms', sentence: 'As many as can be.'}), note(third);
  kept.set('eastward-wall', '{"code": 3}');
  wall().resume();
  return {told, heard, lostSays, opened: sockets.length};
}

const [a, b, c] = [{pen: 'pen'}, {pen: 'pen'}, {pen: 'marker'}];
console.log(JSON.stringify({asked: asked(), shown: shown(), sending: sending(), standing: standing(), led: led(),
  strokes: [strokesToTell([], [a]), strokesToTell([a], [a, b]), strokesToTell([a, b], [a]), strokesToTell([a], [c])],
  shares: sharesOf({votes: [['ARM', 3], ['POL', 6], ['DEU', 0]], answered: 6}, facts, facts.yearEnd(1980))}));
"""


@pytest.fixture(scope="module")
def told(program: Callable[[str], str]) -> Any:
    given = {
        "geo": str(GEO),
        "facts": json.loads(current_assets().file("facts.json").body),
        "stops": lesson_payload(current_lesson(), TABLES)["stops"],
        "bank": bank(TABLES),
        "exit": EXIT,
        "typed": TYPED,
    }
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    ran = subprocess.run(command, input=json.dumps(given), capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def test_all_that_can_be_asked_passes_both_gates(told: Any) -> None:
    sheets = told["asked"]["sheets"]
    assert len(sheets) > 300
    assert set(told["asked"]["refused"]) == {""}
    for sheet in sheets:
        parse(sheet, MOST_BYTES_LEADING)


def test_a_stop_asks_for_those_who_join_next_and_for_nobody_where_none_does(told: Any) -> None:
    joined = {int(year): right for year, right in told["asked"]["joined"].items() if right}
    assert joined == JOINED


def test_a_state_that_was_one_is_tapped_as_one(told: Any) -> None:
    assert sorted(told["asked"]["states"]) == ["ARM", "CZE", "DEU-EAST"]  # the first unit stands for the Soviet Union


def test_a_quiz_and_the_one_at_the_end(told: Any) -> None:
    five, drawn, own = told["asked"]["lists"]
    assert [id_ for id_, _, _ in five] == [f"quiz-{place}" for place in range(1, 6)]
    assert len({kind for _, kind, _ in five}) > 1
    assert {kind for _, kind, _ in drawn} == {"choice", "order"}
    assert all(why for _, _, why in (*five, *drawn))
    assert own == [["exit-1", "choice", True]]
    assert told["asked"]["own"]["prompt"] == "Why? And how?"
    assert told["asked"]["own"]["right"] == [1]
    assert told["asked"]["kinds"] == ["choice", "countries", "order"]
    assert not [prompt for prompt in told["asked"]["prompts"] if "Choose" in prompt]


def test_a_question_of_ones_own_says_what_is_wrong_with_it(told: Any) -> None:
    found = told["asked"]["ofTeacher"]
    assert [name for name in TYPED if found[name] == name] == [
        name for name in TYPED if name.endswith(("t", "options"))
    ]
    assert found["opinion"]["options"] == ["Yes", "No"]
    assert {found[name]["kind"] for name in ("opinion", "year", "countries")} == {"choice", "year", "countries"}
    assert not any(found[name]["right"] for name in ("opinion", "year", "countries"))


def test_a_phone_reads_what_the_wall_says_that_it_shows(told: Any) -> None:
    shown = told["shown"]
    assert shown["refused"] == [""] * 5
    stop = lesson_payload(current_lesson(), TABLES)["stops"][shown["at"]]
    assert shown["words"] == [stop["question"], stop["title"], "", stop["question"], stop["question"]]
    assert shown["halted"] == [True, False, False, True, True]
    read = shown["read"]["state"]
    assert (read["country"], read["focus"], read["told"]) == ("POL", ["POL", "HUN"], "2007-02-10-putin-munich")
    assert (read["names"], read["layers"], read["patterns"]) == (["UKR"], "front", True)
    assert shown["read"]["at"] == [960, 540, 2.5]
    assert shown["masks"] == [None, "status news"]
    assert shown["crowded"] == 0  # too long to be said: the rest is
    assert shown["bad"]["mask"] is None
    assert (shown["bad"]["state"]["focus"], shown["bad"]["state"]["names"]) == ([], [])
    assert "told" not in shown["bad"]["state"]


def test_what_the_wall_shows_is_said_at_once_and_the_last_of_many_a_little_later(told: Any) -> None:
    assert told["sending"] == [[0, 1], [100, 3], [500, 4], [900, 5], [1200, 5]]


def test_the_room_says_which_page_stands_there_and_what_comes_next(told: Any) -> None:
    standing = told["standing"]
    views = [view for view, *_ in standing["steps"]]
    assert views == ["", "asked", "asked", "board", "asked", "asked", "asked", "asked", "", ""]
    steps = [step for _, *step in standing["steps"]]
    assert steps[1] == ["reveal", "reveal", 2, "reveal"]
    assert steps[2] == ["leave", "question", 2, "question"]
    assert steps[5] == ["reveal", "reveal", 0, "reveal"]
    assert steps[6][0] == "reveal"  # results of a sheet that is not there any more
    assert steps[7] == ["result", "result", 2, "leave"]  # a sheet of several is asked once
    assert standing["views"] == ["", "start", "start", "door", ""]
    assert standing["toggles"] == ["start", "door", "ask", "", "door"]


def test_a_room_is_opened_led_lost_and_led_again(told: Any) -> None:
    led = told["led"]
    assert led["told"] == [
        ["none", 0, [], False, 0],
        ["none", 0, [], False, 0],
        ["in", 2, ["open"], False, 1],
        ["lost", 2, ["open"], True, 1],
        ["in", 4, ["lead"], False, 1],
        ["in", 5, ["lead", "reveal"], False, 1],
        ["none", 0, ["lead", "reveal"], False, 0],
        ["none", 0, ["lead"], False, 0],
        ["none", 0, ["open"], False, 0],
    ]
    assert led["lostSays"] is False
    assert led["opened"] == 6  # nothing was asked for with what is no key
    assert led["heard"] == [
        ["unreachable", ""],
        ["refused", "No more."],
        ["counts", "a,b"],
        ["hours", ""],
        ["gone", ""],
        ["unreachable", "As many as can be."],
    ]


def test_strokes_that_came_are_told_and_all_anew_where_some_are_gone(told: Any) -> None:
    assert [(each["wipe"], len(each["draw"])) for each in told["strokes"]] == [
        (False, 1), (False, 1), (True, 1), (True, 1)]  # fmt: skip


def test_a_vote_fills_all_that_a_state_consisted_of(told: Any) -> None:
    soviet, poland, germany = told["shares"]
    assert {"RUS", "EST", "UKR", "ARM"} <= set(soviet["units"])
    assert "POL" not in soviet["units"]
    assert (poland["units"], germany["units"]) == (["POL"], ["DEU"])
    assert [each["strength"] for each in (germany, soviet, poland)] == pytest.approx([0.18, 0.59, 1])
