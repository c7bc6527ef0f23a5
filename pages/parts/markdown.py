"""Text as it was typed, where a page reads Markdown."""

SIGNS = "\\`*_{}[]<>()#+-.!|$:~&"


def as_markdown_text(text: str) -> str:
    """A text in Markdown, where its signs would mean something; its lines become one."""
    return "".join(f"\\{letter}" if letter in SIGNS else letter for letter in " ".join(text.split()))
