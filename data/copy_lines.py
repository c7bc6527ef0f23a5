"""Lines to copy that read the downloads elsewhere, with the address of the instance that is asked."""

from dataclasses import dataclass

from data.words import words


@dataclass(frozen=True)
class CopyLines:
    """For what, in which language of a code block (none for a spreadsheet), and the lines themselves."""

    title: str
    language: str | None
    lines: str
    note: str


def copy_lines(base: str) -> list[CopyLines]:
    """For pandas, R and a spreadsheet; `base` is the address of the downloads' folder, with a slash at its end."""
    return [
        CopyLines(each["title"], each["language"] or None, each["lines"].format(base=base).strip(), each["note"])
        for each in words()["copy_lines"].values()
    ]
