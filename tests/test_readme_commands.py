"""The commands of the README stand in two forms, for the shells of Linux and macOS and for PowerShell on Windows."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [(shell, text.strip()) for shell, text in BLOCK.findall(README)]
SHELL, WINDOWS = "sh", "powershell"
PYTHON = ".venv/bin/python "
"""What the README says once for all lines that begin with it."""


def in_both() -> list[tuple[str, str]]:
    """The blocks of a shell that need another form, each with the next one for PowerShell."""
    pairs, waiting = [], ""
    for shell, text in BLOCKS:
        if shell == SHELL and not all(line.startswith(PYTHON) for line in text.splitlines()):
            assert not waiting, f"no form for PowerShell: {waiting}"
            waiting = text
        elif shell == WINDOWS:
            pairs.append((waiting, text))
            waiting = ""
    assert not waiting, f"no form for PowerShell: {waiting}"
    return pairs


def named(command: str) -> set[str]:
    """The files, settings and tools that a command names, whatever the shell."""
    return set(
        re.findall(
            r"requirements[\w.-]*|dashboard\.py|EASTWARD_\w+|streamlit|pytest|pip|venv|https?://[\w./]+", command
        )
    )


def test_there_are_blocks_in_both_forms() -> None:
    assert len(in_both()) >= 3
    assert "PowerShell takes\n`.venv\\Scripts\\python`" in README


@pytest.mark.parametrize(("shell", "windows"), in_both())
def test_both_forms_do_the_same(shell: str, windows: str) -> None:
    assert named(shell) == named(windows)


@pytest.mark.parametrize("windows", [text for shell, text in BLOCKS if shell == WINDOWS])
def test_powershell_5_can_read_it(windows: str) -> None:
    assert "&&" not in windows and "/bin/" not in windows and "export " not in windows
    for line in windows.splitlines():
        assert re.match(r"py -3 |\.venv\\Scripts\\python -m |\$env:[A-Z_]+ = \"[^\"]*\"$", line), line


def test_every_file_of_the_commands_is_there() -> None:
    files = {name for _, text in BLOCKS for name in re.findall(r"requirements[\w.-]*txt|dashboard\.py", text)}
    assert files and all((ROOT / name).is_file() for name in files)
