"""Text as it was typed, where a page reads Markdown."""

SIGNS = "\\`*_{}[]<>()#+-.!|$:~&"


def as_markdown_text(text: str) -> str:
    """A text in Markdown, where its signs would mean something; its lines become one."""
    return "".join(f"\\{letter}" if letter in SIGNS else letter for letter in " ".join(text.split()))


def as_markdown_lines(text: str) -> str:
    """The lines of a text as they were typed, each a paragraph of Markdown."""
    return "\n\n".join(map(as_markdown_text, filter(str.strip, text.splitlines())))
