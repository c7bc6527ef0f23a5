"""The line of a page to its room comes back by itself, says again who it is, and is not fooled by silence."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

MODULE = Path(__file__).parent.parent / "geo" / "room" / "connection.mjs"
SCRIPT = """
import {readFileSync} from 'node:fs';
const timers = [];
globalThis.setTimeout = (act, ms) => timers.push({act, ms});
globalThis.clearTimeout = () => {};
let beat;
globalThis.setInterval = (act) => ((beat = act), 1);
globalThis.clearInterval = () => (beat = null);
Math.random = () => 0.5;
let now = 0;
Date.now = () => now;
const {createConnection, roomAddress} = await import(JSON.parse(readFileSync(0, 'utf8')));
const sockets = [];
function make(address) {
  const listeners = {};
  const socket = {address, readyState: 0, sent: [], isClosed: false,
    addEventListener: (name, act) => (listeners[name] = act),
    send: (text) => socket.sent.push(JSON.parse(text).kind),
    close: () => (socket.isClosed = true),
    tell: (name, event = {}) => listeners[name](event)};
  sockets.push(socket);
  return socket;
}
const conditions = [];
const heard = [];
const line = createConnection({address: 'ws://x/room', make, hello: () => ({kind: 'join', code: 'BCDFHJ'}),
  onHeard: ({kind}) => heard.push(kind), onCondition: (condition) => conditions.push(condition)});
const answered = (socket) => {
  socket.readyState = 1;
  socket.tell('open');
};
const early = line.say({kind: 'leave'});
line.open();
answered(sockets[0]);
sockets[0].tell('message', {data: '{"v":1,"kind":"beat"}'});
sockets[0].tell('message', {data: '{"v":2,"kind":"beat"}'});
sockets[0].tell('message', {data: 'nonsense'});
const pauses = [];
for (let i = 0; i < 6; i += 1) {
  sockets[sockets.length - 1].tell('close');
  const {act, ms} = timers.pop();
  pauses.push(ms);
  act();
}
answered(sockets[6]);
sockets[6].tell('message', {data: '{"v":1,"kind":"beat"}'});
sockets[0].tell('message', {data: '{"v":1,"kind":"beat"}'}); // of a socket that was let go
now += 44_000;
beat();
now += 2_000;
beat();
const afterSilence = [sockets[6].isClosed, timers.pop().ms];
line.open();
answered(sockets[7]);
line.close();
sockets[7].tell('close');
console.log(JSON.stringify({early, first: sockets[0].sent, heard, pauses, afterSilence, conditions,
  last: sockets[6].sent, left: [sockets[7].isClosed, timers.length], addresses: ['http://h:1/join?code=B',
  'https://h/atlas/join'].map(roomAddress)}));
"""


@pytest.fixture(scope="module")
def told(program: Callable[[str], str]) -> Any:
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    ran = subprocess.run(command, input=json.dumps(MODULE.as_uri()), capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def test_it_says_who_it_is_whenever_it_opens(told: Any) -> None:
    assert told["early"] is False
    assert told["first"] == ["join"]
    assert told["last"] == ["join", "beat"]
    assert told["heard"] == ["beat", "beat"]


def test_it_tries_again_after_a_pause_that_grows(told: Any) -> None:
    assert told["pauses"] == [500, 1000, 2000, 4000, 8000, 8000]


def test_a_line_that_is_silent_is_let_go(told: Any) -> None:
    assert told["afterSilence"] == [True, 500]


def test_it_stays_closed_once_it_is_closed(told: Any) -> None:
    assert told["left"] == [True, 0]
    assert told["conditions"][:2] == ["opening", "open"]
    assert told["conditions"][-2:] == ["open", "closed"]


def test_the_room_is_beside_the_page(told: Any) -> None:
    assert told["addresses"] == ["ws://h:1/room", "wss://h/atlas/room"]
