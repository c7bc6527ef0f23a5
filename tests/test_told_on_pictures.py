"""What a picture tells beside its map: in lines that read well, with every source, and nothing that is not on it."""

import re
from datetime import date

import pytest

from data.dates import spelled
from data.memberships.compare import compared
from data.memberships.shipped import shipped
from data.picture import Picture, picture_on
from data.sentences import capitalised
from data.tables import current_tables
from data.words import words
from geo.drawing.beside import source_of
from geo.drawing.hatched import ON_DARK, hatch_of
from geo.drawing.key import Row
from geo.drawing.label_layout import Box
from geo.drawing.on_map import notes_on
from geo.drawing.palette import DARK, LIGHT, Theme
from geo.drawing.read_once import map_of
from geo.drawing.sheet import FULL, SMALL, Focus
from geo.drawing.svg import balanced, measure, wrapped
from geo.drawing.told_in_full import spelled_out
from geo.pair_of_memberships import PairOfMemberships, shown_statuses
from geo.picture import drawn
from geo.publish.worksheet import WIDE

TABLES = current_tables()
SHARED = date(2004, 5, 1)
LINE = 380  # px


def on(day: date) -> Picture:
    return picture_on(day, TABLES)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("No change so far: 12 members", ["No change so far:", "12 members"]),
        ("North Macedonia joins", ["North Macedonia joins"]),
        ("Finland and Sweden ask to join on one day", ["Finland and Sweden", "ask to join on one day"]),
    ],
)
def test_a_title_breaks_at_its_sense_or_in_its_middle(title: str, lines: list[str]) -> None:
    assert balanced(title, 30, 330, bold=True) == lines


def test_balanced_lines_are_no_more_than_it_takes_and_none_is_wider() -> None:
    source = source_of(on(SHARED))
    lines = balanced(source, 15, LINE)
    assert " ".join(lines) == source
    assert len(lines) == len(wrapped(source, 15, LINE))
    assert max(measure(line, 15) for line in lines) <= LINE
    assert min(measure(line, 15) for line in lines) > LINE / 2


def test_the_source_tells_what_lies_over_the_map_and_how_north_lies() -> None:
    plain = source_of(on(SHARED), "europe")
    assert source_of(on(SHARED), "europe", "eu").startswith("Dates of the European Union: European Commission;")
    assert source_of(on(SHARED), "arctic").removesuffix(plain).strip() == words()["view_note"]["arctic"]


def test_short_names_are_spelled_out_as_far_as_the_key_has_them() -> None:
    assert spelled_out([Row("partner", "status.partner.label", count=17)]) == (
        "NACC: North Atlantic Cooperation Council; PfP: Partnership for Peace; EAPC: Euro-Atlantic Partnership Council."
    )
    assert spelled_out([Row("member", "status.member.label", count=26)]) == ""


@pytest.mark.parametrize(("theme", "seen"), [(LIGHT, "#ffffff"), (DARK, DARK.mark_casing)])
def test_what_is_in_dispute_is_seen_on_the_fill_of_members(theme: Theme, seen: str) -> None:
    over = hatch_of("CYP-NORTH", "disputed", "M0 0", theme.statuses["member"], theme, 1)
    assert f"url(#hatch-{ON_DARK})" in over
    assert f'stroke="{seen}"' in over
    plain = hatch_of("CYP-NORTH", "disputed", "M0 0", theme.statuses["none"], theme, 1)
    assert "url(#hatch-disputed)" in plain


def test_what_others_did_not_recognise_is_told_of_ground_that_is_seen() -> None:
    europe, balkans = (map_of(view, TABLES) for view in ("europe", "balkans"))
    assert notes_on(on(date(1969, 2, 1)), europe, Box(*europe["frame"]))
    assert notes_on(on(date(1969, 2, 1)), balkans, Box(*balkans["frame"])) == ()


def test_a_small_map_names_who_joined_though_its_layer_of_names_is_off() -> None:
    assert ">Romania</text>" in drawn(2004, layers=("front",), sheet=SMALL).svg()


def test_a_map_to_colour_has_no_dot_for_berlin() -> None:
    assert "data-berlin" not in drawn(1960, layers=(), sheet=WIDE, focus=Focus(blank=True, news=False)).svg()


def test_a_turned_map_shows_its_meridians() -> None:
    assert drawn(2000, "arctic", layers=(), sheet=FULL).svg().count(map_of("arctic", TABLES)["graticule"]) == 1


def test_a_pair_of_memberships_explains_every_fill_and_tells_its_dates() -> None:
    pair = PairOfMemberships(compared(shipped("nato"), shipped("eu"), SHARED), "light")
    told = [[label for _, label, _ in shown_statuses(each, SHARED)] for each in pair.two]
    assert [labels[-1] for labels in told] == ["No formal tie", "No status"]
    assert re.match(r"MAP: .* Council\. Dates of the European Union: .* Today’s shapes: ", pair.source)
    efta = PairOfMemberships(compared(shipped("efta"), shipped("eu"), date(1992, 6, 1)), "light")
    assert efta.source.startswith("EFTA: European Free Trade Association. ")


@pytest.mark.parametrize("ids", [("nato", "eu"), ("eu", "csto")])
def test_a_pair_of_memberships_says_whose_facts_end_when(ids: tuple[str, str]) -> None:
    two = tuple(map(shipped, ids))
    source = PairOfMemberships(compared(*two, SHARED), "light").source
    assert two[0].as_of != two[1].as_of
    for each in two:
        assert source.count(f"{capitalised(each.short)} as of {spelled(each.as_of)}.") == 1
    assert source.count(" as of ") == len(two)
