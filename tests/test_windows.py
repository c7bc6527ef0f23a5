"""What would break on Windows, as far as it can be seen from here."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
OURS = [ROOT / "dashboard.py", *(path for room in ("data", "geo", "pages") for path in (ROOT / room).rglob("*.py"))]
OF_UNIX = {"fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty"}
"""Modules that Windows has not."""
CALLS_OF_UNIX = {"chown", "fork", "getloadavg", "getuid", "killpg", "mkfifo", "nice", "setsid", "sysconf", "uname"}
SIGNALS_OF_UNIX = {"SIGALRM", "SIGHUP", "SIGKILL", "SIGPIPE", "SIGUSR1", "SIGUSR2"}
RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(\.|$)|[<>:\"|?*\\]|[. ]$")
LONGEST_PATH = 150
"""Windows takes 260, the folder of the clone among them."""
README = (ROOT / "README.md").read_text(encoding="utf-8")
STEPS = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))["jobs"]["readme"][
    "steps"
]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(module: ast.Module) -> Iterator[str]:
    """What a module takes as it is read; what a function takes later may stand behind a question."""
    for node in module.body:
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield str(node.module).partition(".")[0]


def of_unix(module: ast.Module) -> set[str]:
    used = {node.attr for node in ast.walk(module) if isinstance(node, ast.Attribute)}
    return OF_UNIX & {*imported(module)} | (CALLS_OF_UNIX | SIGNALS_OF_UNIX) & used


def bare_line_ends(module: ast.Module) -> Iterator[int]:
    """The lines that write text and leave the ends of its lines to the system."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            named = {word.arg for word in node.keywords}
            modes = [each.value for each in node.args if isinstance(each, ast.Constant)]
            opens = node.func.attr == "open" and any(mode in {"w", "a", "x", "r+"} for mode in modes)
            if (opens or node.func.attr == "write_text") and not {"encoding", "newline"} <= named:
                yield node.lineno


def test_nothing_is_asked_of_unix() -> None:
    assert not {path.relative_to(ROOT).as_posix(): found for path in OURS if (found := of_unix(tree(path)))}


@pytest.mark.parametrize("text", ["import fcntl", "from resource import getrlimit", "os.fork()", "signal.SIGKILL"])
def test_what_is_of_unix_would_be_found(text: str) -> None:
    assert of_unix(ast.parse(text))


def test_what_is_written_has_the_same_line_ends_everywhere() -> None:
    found = {path.relative_to(ROOT).as_posix(): [*bare_line_ends(tree(path))] for path in OURS}
    del found["geo/publish/film.py"]  # opens a film, which has no lines
    assert not {path: lines for path, lines in found.items() if lines}


@pytest.mark.parametrize("text", ['p.write_text("a")', 'p.open("w", encoding="utf-8")'])
def test_a_line_end_of_the_system_s_would_be_found(text: str) -> None:
    assert [*bare_line_ends(ast.parse(text))] == [1]


def test_windows_can_hold_every_file() -> None:
    left_out = {".git", ".venv", "node_modules", "__pycache__"}
    names = [
        (Path(folder) / name).relative_to(ROOT)
        for folder, folders, files in os.walk(ROOT)
        if folders.__setitem__(slice(None), [each for each in folders if each not in left_out]) is None
        for name in files
    ]
    assert len({name.as_posix().casefold() for name in names}) == len(names)
    assert not [name for name in names if any(RESERVED.search(part) for part in name.parts)]
    assert max(len(name.as_posix()) for name in names) < LONGEST_PATH


@pytest.mark.parametrize("name", ["aux.py", "a:b.csv", "con", "end."])
def test_what_windows_cannot_hold_would_be_found(name: str) -> None:
    assert RESERVED.search(name)


def test_a_clone_has_the_bytes_of_which_the_digests_are(program: Callable[[str], str], tmp_path: Path) -> None:
    def git(*asked: str) -> None:  # as Git for Windows is set at first
        command = [program("git"), "-C", tmp_path, "-c", "core.autocrlf=true", "-c", "core.safecrlf=false", *asked]
        subprocess.run(command, check=True, capture_output=True)

    git("init")
    names = (".gitattributes", "data/edition.toml", "data/accessions.csv", "geo/drawing/draw.py")
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    git("add", ".")
    for name in names:
        (tmp_path / name).unlink()
    git("checkout-index", "--all")
    assert {name: (tmp_path / name).read_bytes() for name in names} == {n: (ROOT / n).read_bytes() for n in names}


def test_a_command_prints_names_that_the_system_s_code_page_has_not() -> None:
    command = [sys.executable, "-m", "data", "membership", "status", "--id", "nato", "--date", "2004-05-01"]
    environment = {**os.environ, "PYTHONIOENCODING": "cp1253"}  # Greek has no Å
    told = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True).stdout
    assert "Åland" in told.decode("utf-8")


def lines_of(system: str) -> list[str]:
    """The lines of the workflow on a system, without the parts that only it needs."""
    runs = [step["run"] for step in STEPS if system in step.get("if", "")]
    own = re.compile(r'^\S+(?: -3)? \.ci/started\.py | -m "not browser and not slow"')
    return [own.sub("", line) for run in runs for line in run.splitlines()]


def test_the_workflow_follows_the_commands_of_the_readme() -> None:
    for system, language in (("Windows", "powershell"), ("macOS", "sh")):
        first, second, *_ = re.findall(rf"```{language}\n(.*?)```", README, flags=re.DOTALL)
        wanted = [line for block in (first, second) for line in re.split(r" && |\n", block) if line]
        wanted = [line for line in wanted if not line.startswith("$env:CHROME")]
        told = [part for line in lines_of(system) for part in line.split(" && ")]
        assert [*dict.fromkeys(wanted)] == told, system
