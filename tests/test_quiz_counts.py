"""How many questions a quiz has stays one of the numbers that are offered, whatever teams come and go."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from geo.lesson.quiz import MOST_QUESTIONS
from geo.lesson.quiz.bank import FEWEST

QUIZ_START = Path(__file__).parent.parent / "geo" / "classroom" / "quiz" / "quiz_start.mjs"
SCRIPT = """
const [path, fewest, most] = process.argv.slice(1);
const {countAfter, countsFor} = await import(`file://${path}`);
const TEAMS = [1, 2, 3, 4];
const told = [];
for (let all = Number(fewest); all <= Number(most); all += 1)
  for (const teams of TEAMS)
    for (const count of countsFor(teams, all))
      for (const next of TEAMS)
        told.push([all, teams, count, next, countAfter({teams, count}, next, all) ?? null, countsFor(next, all)]);
console.log(JSON.stringify(told));
"""


def test_every_number_of_teams_has_as_many_questions_as_are_offered(program: Callable[[str], str]) -> None:
    given = [str(QUIZ_START), str(FEWEST), str(MOST_QUESTIONS)]
    command = [program("node"), "--input-type=module", "--eval", SCRIPT, *given]
    told = json.loads(subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout)
    assert [row for row in told if row[4] not in row[5]] == []
    all_of_eight = [row for row in told if row[:3] == [8, 1, 8]]
    assert [row[4] for row in all_of_eight] == [8, 8, 6, 8]
