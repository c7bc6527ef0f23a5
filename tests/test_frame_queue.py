"""While the hand drags, what follows the fills is painted a frame at a time; what changes nothing takes no frame."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

QUEUE = Path(__file__).parent.parent / "geo" / "atlas" / "stage" / "frame_queue.mjs"
SCRIPT = """
let waiting = [];
Object.assign(globalThis, {
  requestAnimationFrame: (act) => waiting.push(act),
  cancelAnimationFrame: () => (waiting = []),
});
const {createFrameQueue} = await import(`file://${process.argv[1]}`);
const [idle, ...names] = JSON.parse(process.argv[2]);
let painted = [];
const painting = (name) => () => {
  painted.push(name);
  return name === idle ? false : undefined;
};
const queue = createFrameQueue(names.map(painting), () => painted.push('done'));
queue.run(1, true);
const frames = [];
while (waiting.length) {
  painted = [];
  waiting.splice(0).forEach((act) => act());
  frames.push(painted);
}
painted = [];
queue.run(2, false);
console.log(JSON.stringify([frames, painted]));
"""


def run(program: Callable[[str], str], *names: str) -> list[list[str]]:
    """The paintings of each frame, after the name of one that changes nothing."""
    command = [program("node"), "--input-type=module", "--eval", SCRIPT, str(QUEUE), json.dumps(names)]
    frames, at_once = json.loads(subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout)
    assert at_once == [*names[1:], "done"]
    return frames


def test_each_painting_has_a_frame_of_its_own(program: Callable[[str], str]) -> None:
    assert run(program, "", "a", "b", "c") == [[], ["a"], ["b"], ["c", "done"]]


def test_one_that_changes_nothing_leaves_its_frame_to_the_next(program: Callable[[str], str]) -> None:
    assert run(program, "a", "a", "b", "c") == [[], ["a", "b"], ["c", "done"]]
    assert run(program, "b", "a", "b", "c") == [[], ["a"], ["b", "c", "done"]]
    assert run(program, "c", "a", "b", "c") == [[], ["a"], ["b"], ["c", "done"]]
