"""The picture of a membership without a browser: its title, headline, key, colours and sources, as PNG and SVG."""

import re
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from data.memberships.headlines import headline_on
from data.memberships.picture import picture_of, picture_of_year
from data.memberships.reader import current_membership
from data.memberships.told import dates_from
from data.memberships.value import Membership, Status, Stretch
from data.own_table.reading import read_table
from data.own_table.saved import saved
from data.tables import current_tables
from data.words import words
from geo.drawing.key import ALSO, Row
from geo.drawing.lone_signs import alone
from geo.drawing.palette import HATCHES, THEMES, inks_of, theme_of
from geo.drawing.sheet import SMALL
from geo.picture import drawn, main, svg
from geo.publish.paper_file import ON_PAPER

EU = current_membership("eu")
ENLARGED = picture_of(EU, date(2004, 5, 1))


def said(picture: str) -> str:
    """All text around the map of a picture, in its order, lines joined."""
    around = picture.partition('<rect x="0" y="0" width="460"')[2]
    return unescape(" ".join(re.findall(r"<text[^>]*>([^<]*)</text>", around)))


def fills(picture: str) -> dict[str, tuple[str, str]]:
    """By unit its fill and status."""
    paths = (
        dict(re.findall(r'([\w-]+)="([^"]*)"', tag)) for tag in re.findall(r"<path ([^>]*data-unit=[^>]*)", picture)
    )
    return {path["data-unit"]: (path["fill"], path["data-status"]) for path in paths}


def test_it_says_what_it_shows() -> None:
    told = said(svg(ENLARGED))
    assert told.startswith("The European Union and its communities 2004 1 May Ten countries join")
    assert "Status on 1 May 2004" in told
    assert "Dates: European Commission; European Council; Wikipedia, and 23 more sources." in told
    assert "The European Union as of 30 December 2025" in told
    assert words()["title"]["subject"] not in told


def test_the_key_has_the_statuses_in_their_order_with_their_counts() -> None:
    rows = [row for row in drawn(ENLARGED).key if row.count]
    assert [(row.sign, row.label, row.count) for row in rows] == [
        ("member", "Member", 25),
        ("candidate", "Candidate", 3),
        ("applicant", "Applicant", 2),
        ("frozen", "Application suspended", 1),
        ("none", "No status", 49),
    ]
    others = [row.sign for row in drawn(ENLARGED, layers=("front", "names", "csto", "forces")).key if not row.count]
    assert others == ["land", "joined", f"{ALSO}-member", "disputed", "undrawn"]


@pytest.mark.parametrize("theme", THEMES)
def test_every_unit_has_the_ink_of_its_status(theme: str) -> None:
    inks = inks_of(EU, theme)
    told = fills(svg(ENLARGED, theme=theme, sheet=SMALL))
    assert {told[unit][1] for unit in ("POL", "TUR", "CHE", "NOR")} == {"member", "candidate", "frozen", "none"}
    for unit, (fill, status) in told.items():
        assert (fill, status) == (inks[ENLARGED.units[unit].status].fill, ENLARGED.units[unit].status)


def test_on_paper_statuses_have_the_patterns_of_their_places() -> None:
    printed = svg(ENLARGED, sheet=ON_PAPER)
    candidate = re.findall(r'fill="url\(#(hatch-invitee)\)"', printed)
    assert len(candidate) == len([unit for unit, (_, status) in fills(printed).items() if status == "candidate"])
    assert printed.count('id="hatch-invitee"') == 1
    assert "hatch-dialogue" not in printed.partition("</defs>")[2]


@pytest.mark.parametrize("key", ["eu", "disputed", "reason", "joined", "west_berlin", "camp_nato"])
def test_a_status_may_be_called_as_a_sign_is(key: str) -> None:
    verbs = ("{names}",) * 4
    statuses = (Status("member", "In", "", 1, True, *verbs), Status(key, "Close", "", 2, False, *verbs))
    rows = (Stretch("FRA", "France", "member", date(1960, 1, 1)), Stretch("ITA", "Italy", key, date(1970, 1, 1)))
    own = Membership("own", "Ours", "ours", date(1960, 1, 1), date(2000, 1, 1), statuses, rows, current_tables())
    theme = theme_of(own, "light")
    row = next(row for row in drawn(picture_of_year(own, 1990)).key if row.sign == key)
    assert (row.label, row.count) == ("Close", 1)
    assert theme.statuses[key].fill in alone(row, theme)
    assert "url(" not in alone(row, theme)


def test_a_hatch_stays_a_hatch() -> None:
    assert all("url(" in alone(Row(name, f"key.{name}"), THEMES["light"]) for name in HATCHES)


@pytest.mark.parametrize(("id_", "year"), [("coe", 2022), ("warsaw_pact", 1968), ("schengen", 2023), ("euro", 2002)])
def test_each_membership_is_drawn(id_: str, year: int) -> None:
    membership = current_membership(id_)
    picture = picture_of_year(membership, year)
    told = said(svg(picture, view=membership.views[0], theme="dark"))
    assert told.startswith(f"{membership.title} {year} {headline_on(membership, picture.day).title}")
    assert dates_from(membership) in told


def test_who_gave_a_single_date_of_many_is_not_named() -> None:
    assert dates_from(current_membership("csto")) == (
        "Dates: Belarus, Ministry of Foreign Affairs; Wikipedia, and 5 more sources."
    )
    assert "and 23 more" in dates_from(current_membership("eu"))


def test_the_command_line_draws_what_is_shipped_and_what_was_saved(tmp_path: Path, capsys: Any) -> None:
    target = tmp_path / "map.png"
    assert main(["--membership", "eu", "--year", "1973", "-o", str(target)]) == 0
    assert target.read_bytes().startswith(b"\x89PNG")
    assert main(["--membership", "nato", "--year", "1955", "-o", str(tmp_path / "nato.svg")]) == 0
    assert (tmp_path / "nato.svg").read_text(encoding="utf-8") == svg(1955)
    table = "country;joined;left\nFrance;1958-01-01;\nUnited Kingdom;1973-01-01;2020-01-31\nNeverland;1990-01-01;\n"
    file = tmp_path / "leagues.zip"
    file.write_bytes(saved(read_table(table.encode(), "my table.csv"), "Our league"))
    capsys.readouterr()
    assert main(["--membership", str(file), "--day", "1980-06-01", "-o", str(tmp_path / "own.svg")]) == 0
    told = said((tmp_path / "own.svg").read_text(encoding="utf-8"))
    assert told.startswith("Our league 1980 1 June No change so far: 2 members")
    assert "Dates: the table my table.csv; they are its author’s." in told
    assert "leagues.zip: 1 rows wait" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        (("--membership", "eec", "--year", "1990"), "membership 'eec' is unknown; expected one of nato, asean, coe"),
        (("--membership", "eu", "--year", "1930"), "expected a year from 1952 to 2025"),
        (("--membership", "eu", "--day", "2026-06-01"), "expected a day from 1952-07-23 to 2025-12-30"),
        (
            ("--membership", "eu", "--year", "1990", "--layers", "front"),
            "layer 'front' is unknown; expected one of names",
        ),
    ],
)
def test_what_there_is_not_is_refused(asked: tuple[str, ...], problem: str, tmp_path: Path, capsys: Any) -> None:
    assert main([*asked, "-o", str(tmp_path / "map.svg")]) == 2
    assert problem in capsys.readouterr().err
