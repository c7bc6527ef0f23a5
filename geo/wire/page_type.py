"""How large the type of the pages is, said in their document: Streamlit's grids ask for it once, when they begin."""

from functools import cache
from pathlib import Path


@cache
def page_type() -> bytes:
    """The style that says it."""
    style = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
    return f"<style>{style}</style>".encode()
