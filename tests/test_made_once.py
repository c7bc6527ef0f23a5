"""What no reader's choice changes is made once: a page that runs again fills in next to no template."""

import json
from datetime import date
from html import unescape
from typing import Any

import jinja2
import plotly.graph_objects as go
import plotly.io
import pytest
from paged import opened

from data.citation import STYLES, citation, title_of
from data.tables import current_tables
from geo.charts.style import ready
from pages.parts.citing import cited
from pages.parts.templates import Html, shown

DAY = date(2026, 11, 28)


@pytest.mark.parametrize(("page", "most"), [("claims", 2), ("compare", 4), ("red_lines", 2)])
def test_a_page_that_runs_again_fills_in_next_to_nothing(page: str, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(page)
    made: list[str | None] = []
    render = jinja2.Template.render

    def counted(template: jinja2.Template, *args: Any, **more: Any) -> str:
        made.append(template.name)
        return render(template, *args, **more)

    monkeypatch.setattr(jinja2.Template, "render", counted)
    app.run()
    assert not app.exception
    assert len(made) <= most, made


def test_a_chart_that_is_ready_is_written_as_before_and_holds_what_json_has() -> None:
    figure = go.Figure([{"type": "scatter", "x": [DAY], "y": [1.5], "text": ["<Łódź>"]}], {"height": 300})
    kept = ready(figure)
    assert plotly.io.to_json(kept, validate=False) == plotly.io.to_json(figure, validate=False)
    assert json.loads(json.dumps(kept.to_dict())) == kept.to_dict()


def test_html_to_be_shown_has_no_indent_and_is_taken_as_it_is() -> None:
    made = shown("\n    <p>\n      a\n    </p>\n")
    assert isinstance(made, Html)
    assert made._repr_html_() == "<p>\n  a\n</p>" == str(made)


def test_a_citation_is_copied_letter_by_letter() -> None:
    box = cited("Art. 5 & <b>", "./claims#C01", "claims/C01", DAY)
    assert "<b>" not in box
    for style in STYLES:
        text = citation(style, title_of("Art. 5 & <b>", "claims/C01"), "claims#C01", DAY, current_tables())
        assert unescape(box).count(f'data-copy="{text}"') == 1
        assert text.strip() in unescape(box).replace(f'data-copy="{text}"', "")
