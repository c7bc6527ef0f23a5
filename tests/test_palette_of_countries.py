"""The fills that tell one country of a chart from the next: apart for every eye, and never a status."""

from itertools import combinations

import pytest
from test_palette import LEAST_DISTANCE, READABLE, VISIONS, contrast, distance

from data.vocabulary import Status
from geo.drawing.palette import COUNTRIES, THEMES

BLUE = (Status.MEMBER, Status.INVITEE, Status.ASPIRANT, Status.PARTNER)

each_theme = pytest.mark.parametrize("theme", THEMES)


@pytest.mark.parametrize("vision", VISIONS)
@each_theme
def test_countries_keep_their_distance_from_one_another_and_from_the_page(theme: str, vision: str) -> None:
    colours = [*(ink.fill for ink in COUNTRIES[theme]), THEMES[theme].page]
    near = {
        (one, other): round(measured, 1)
        for one, other in combinations(colours, 2)
        if (measured := distance(one, other, vision)) < LEAST_DISTANCE
    }
    assert not near


@each_theme
def test_text_is_readable_on_every_country(theme: str) -> None:
    assert min(contrast(ink.fill, ink.text) for ink in COUNTRIES[theme]) >= READABLE


@each_theme
def test_no_country_wears_the_blue_of_a_status_or_the_colour_of_the_chosen_year(theme: str) -> None:
    kept = [*(THEMES[theme].statuses[status].fill for status in BLUE), THEMES[theme].focus, THEMES[theme].red]
    assert min(distance(ink.fill, other) for ink in COUNTRIES[theme] for other in kept) >= LEAST_DISTANCE
