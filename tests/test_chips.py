"""Chips: every status, stance and verdict by its name, behind a colour or a sign of its own in both themes."""

import re
from itertools import chain

import pytest

from data.tables import current_tables
from data.vocabulary import Stance, Status, Verdict
from data.words import words
from geo.drawing.palette import THEMES
from geo.drawing.verdicts import SIGNS
from pages.parts.chips import stance_chip, status_chip, verdict_chip
from pages.parts.statement_cards import cards_of

NAMED = words()


def test_a_chip_has_its_name_and_its_sign() -> None:
    for status in Status:
        assert NAMED["status"][status]["label"] in status_chip(status)
        assert f'class="swatch s-{status}"' in status_chip(status)
    for stance in Stance:
        assert NAMED["stance"][stance]["label"] in stance_chip(stance)
        assert f'class="g g-{stance}"' in stance_chip(stance)
    for verdict in Verdict:
        assert str(verdict).capitalize() in verdict_chip(verdict)
    assert "Turkey" in status_chip(Status.MEMBER, "Turkey")


@pytest.mark.parametrize("theme", THEMES)
def test_the_style_of_the_pages_draws_each_of_them(theme: str) -> None:
    style = cards_of(current_tables(), theme).page()
    for status, ink in THEMES[theme].statuses.items():
        assert f".es .s-{status}{{background:{ink.fill}}}" in style
    chips = chain(map(stance_chip, Stance), map(verdict_chip, Verdict))
    signs = [re.search(r'class="g ([\w-]+)"', chip) for chip in chips]
    pictures = [re.search(rf"\.{sign[1]}{{background-image:([^}}]+)}}", style) for sign in signs if sign]
    assert len({picture[1] for picture in pictures if picture}) == len(Stance) + len(Verdict)


def test_verdicts_differ_in_shape_too() -> None:
    shapes = {(bool(sign.fill), sign.strokes) for sign in SIGNS.values()}
    assert len(shapes) == len(Verdict) == len(SIGNS)
