"""A page run by its own framework's tester, and what it shows."""

from pathlib import Path

from streamlit.testing.v1 import AppTest  # noqa: TID251  (a page is tested by its own framework)

PAGES = Path(__file__).parent.parent / "pages"
PATIENCE_S = 60


def opened(page: str, **query: str) -> AppTest:
    """A page, by its name, at an address; it has run without an exception."""
    app = AppTest.from_file(PAGES / f"{page}.py", default_timeout=PATIENCE_S)
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def html_of(app: AppTest) -> str:
    """All that a page shows by way of templates of ours."""
    return "\n".join(part.proto.body for part in app.get("html"))
