"""The key that maps of several days share, in the picture of a pair and on the pages."""

import re
from datetime import date

import pytest

from data.compare import STRIP_YEARS
from data.picture import picture_on
from data.tables import current_tables
from data.timeline import picture_day
from data.vocabulary import Status
from geo.drawing import days_key
from geo.drawing.days_key import shared_key, shared_notes, together
from geo.drawing.key import Row
from geo.drawing.label_layout import Box
from geo.drawing.lone_signs import alone
from geo.drawing.on_map import notes_on
from geo.drawing.palette import THEMES
from geo.drawing.view import map_payload
from geo.pair import Pair
from pages.parts.statement_cards import cards_of
from pages.parts.two_days import key_to

TABLES = current_tables()
HERE, AS_PART = Row("joined", "key.joined"), Row("joined", "key.joined_as_part")
AWAY = [Row("away", "key.away", (name,)) for name in ("Spain", "Turkey")]
DAYS = (date(1989, 12, 31), TABLES.as_of)
EUROPE = map_payload("europe", TABLES), Box(*map_payload("europe", TABLES)["frame"])


def test_a_status_that_some_day_has_stands_once_with_the_count_of_each_day() -> None:
    counts = {each.row.sign: each.counts for each in shared_key(DAYS, TABLES) if each.counts}
    pictures = [picture_on(day, TABLES) for day in DAYS]
    expected = {status: tuple(picture.counts[status] for picture in pictures) for status in Status}
    assert counts == {status: both for status, both in expected.items() if any(both)}
    assert list(counts) == [status for status in Status if status in counts]


def test_a_border_is_called_by_who_was_behind_it_then_and_now() -> None:
    labels = [each.row.label for each in shared_key(DAYS, TABLES)]
    assert "Border with the Soviet Union, later with Russia" in labels
    assert "Border with Russia" in [each.row.label for each in shared_key(DAYS[1:], TABLES)]
    assert {"West Berlin: not a member", "West Berlin: Article 6 and guarantee"} & set(labels)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    ("rows", "label"),
    [
        ([HERE, HERE], "Joined this year"),
        ([HERE, AS_PART], "Joined this year, or came in with its state"),
        ([*AWAY, AWAY[0]], "In this year’s news, beyond this map: Spain, Turkey"),
    ],
)
def test_what_a_sign_means_on_several_maps_stands_in_one_row(rows: list[Row], label: str) -> None:
    assert [row.label for row in together([[row] for row in rows])] == [label]


def test_a_status_is_told_as_beyond_the_map_only_where_no_day_has_it_in_sight(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(days_key, "VIEW", "black_sea")
    one, other = picture_day(1951, TABLES), picture_day(1952, TABLES)
    labels = [
        {each.row.sign: each.row.label for each in shared_key.__wrapped__(days, TABLES)}[Status.MEMBER]
        for days in ((one,), (one, other), (other, one), (other,))
    ]
    assert labels == ["Member (beyond this map)", "Member", "Member", "Member"]


def test_no_two_rows_of_a_key_have_the_same_sign() -> None:
    every = tuple(picture_day(year, TABLES) for year in range(TABLES.first_year, TABLES.last_year + 1))
    for days in (DAYS, tuple(picture_day(year, TABLES) for year in STRIP_YEARS), every):
        pictures = [alone(each.row, THEMES["light"]) for each in shared_key(days, TABLES) if not each.row.is_plain]
        assert len(set(pictures)) == len(pictures)


def test_the_picture_of_a_pair_explains_what_the_page_explains() -> None:
    drawn = Pair((DAYS[0], DAYS[1]), "light", TABLES).draw()
    for theme in THEMES:
        page = cards_of(TABLES, theme).map_key([], [each.row for each in shared_key(DAYS, TABLES) if not each.counts])
        for each in shared_key(DAYS, TABLES):
            assert each.row.label in drawn
            assert each.counts or each.row.label in page


def test_what_no_fill_tells_of_ground_is_told_once_under_the_key_of_the_page_and_of_the_picture() -> None:
    days = (date(1949, 12, 31), date(1955, 12, 31))
    notes = shared_notes(days, TABLES)
    assert any("Algeria (part of France until 1962)" in note for note in notes)
    assert shared_notes((TABLES.as_of,), TABLES) == notes_on(picture_on(TABLES.as_of, TABLES), *EUROPE)
    page, drawn = str(key_to(days, TABLES, "light")), Pair(days, "light", TABLES).draw()
    for note in notes:
        assert page.count(note) == 1
        assert drawn.count(note.split(":")[0]) == 1


def test_words_without_a_sign_leave_no_room_for_one() -> None:
    """What lies beyond the map of 1949 is told in words alone, on the page and on the picture of two days."""
    days = (date(1949, 12, 31), date(1990, 12, 31))
    (plain,) = (each.row for each in shared_key(days, TABLES) if each.row.is_plain)
    assert f'<span class="chip">{plain.label}</span>' in cards_of(TABLES, "light").map_key([], [plain])
    at = re.search(
        rf'translate[(]([\d.]+) [\d.]+[)]"/><text x="([\d.]+)"[^>]*>{plain.label}<', Pair(days, "light", TABLES).draw()
    )
    assert at
    assert at[1] == at[2]
