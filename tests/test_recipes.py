"""The recipes of CONTRIBUTING.md, followed on a copy as they are written: nothing else has to change.

Everything in them is invented. Each copy is asked in one process what the browser and the pictures would show.
"""

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from recipe_copy import Copy, files_named

from data.tables import current_tables
from geo.drawing.views import VIEWS
from geo.lesson.lesson import current_lesson

pytestmark = pytest.mark.slow

SOURCE = {"producer": "Example", "title": "Invented", "url": "https://example.org/", "date_published": "2028-03-01"}
SOURCE |= {"id": "S999", "date_accessed": "2028-04-01", "seen": "seen"}
AUSTRIA = {"iso3": "AUT", "name": "Austria", "source_ids": "S999", "confidence": "verified"}


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


def followed(copy: Copy, recipe: str, *, not_needed: tuple[str, ...] = ()) -> None:
    """The files that were changed are those that the recipe names, but for those that a step leaves alone here."""
    assert copy.touched == files_named(recipe) - set(not_needed)
    assert set(not_needed) <= files_named(recipe)


# ---------------------------------------------------------------------- a member

NOW = current_tables()
NUMBER = len(NOW.accessions) + 1
YEAR = NOW.last_year + 2
INVITED, SIGNED = f"{YEAR - 1}-07-07", f"{YEAR - 1}-09-14"
IN_FORCE, LETTER, JOINED, CHECKED = f"{YEAR}-02-20", f"{YEAR}-02-25", f"{YEAR}-03-01", f"{YEAR}-04-01"
MEMBER = """
unit = next(unit for unit in facts["units"] if unit["id"] == "AUT")
last = {name: facts["pictures"][name][-1] for name in ("counts", "joined", "headline")}
told |= {
    "as_of": facts["as_of"], "last": facts["last"], "round": facts["rounds"][-1],
    "runs": [[facts["statuses"][value[0]], value[2]] for _, value in unit["runs"]][-2:],
    "order": unit["order"], "steps": [[step["key"], step["date"]] for step in unit["steps"]],
    "bars": {bar["kind"]: bar.get("end", "") for bar in unit["bars"]},
    "members": last["counts"][1][0], "joined": last["joined"][1],
    "headline": facts["pictures"]["headlines"][last["headline"][1]],
    "before": svg(date(tables.last_year, 2, 28), sheet=SMALL),
    "after": svg(date(tables.last_year, 3, 1), sheet=SMALL),
}
"""


def test_the_next_member(copy: Copy) -> None:
    copy.add_row(
        "accessions", **AUSTRIA, order_of_joining=str(NUMBER), round=f"Austria {YEAR}", invited_on=INVITED,
        invited_at="Example Summit", protocol_signed_on=SIGNED, protocol_in_force_on=IN_FORCE,
        legal_invitation_on=LETTER, joined_on=JOINED, former_bloc="none",
    )  # fmt: skip
    joined = {"end_on": JOINED, "end_reason": "joined NATO"}
    copy.add_row("statuses", **AUSTRIA, status="invited", start_on=INVITED, **joined)
    for table, column, ending in (("statuses", "status", {"pfp", "eapc"}), ("other_blocs", "bloc", {"neutral"})):
        copy.change_rows(
            table,
            lambda row, column=column, ending=ending: (
                row["iso3"] == "AUT" and row[column] in ending and not row["end_on"]
            ),
            **joined,
        )
    copy.edition(date=CHECKED, as_of=CHECKED, changed="Austria joins.")
    copy.add_row("sources", **SOURCE)
    followed(copy, "Add a member")

    told = copy.ask(MEMBER, measured=True)
    assert (told["as_of"], told["last"]) == (CHECKED, YEAR)
    assert told["round"] == {"year": YEAR, "units": ["AUT"], "total": NUMBER}
    assert told["runs"] == [["invitee", INVITED], ["member", JOINED]]
    assert (told["order"], told["members"], told["joined"]) == (NUMBER, NUMBER, ["AUT"])
    assert told["steps"] == [
        ["invited", INVITED],
        ["protocol_signed", SIGNED],
        ["protocol_in_force", IN_FORCE],
        ["legal_invitation", LETTER],
        ["joined", JOINED],
    ]
    ended = ("pfp", "eapc", "neutral", "invited")
    assert [told["bars"][kind] for kind in ended] == [JOINED] * len(ended)
    assert (told["bars"]["member"], told["bars"]["eu"]) == ("", "")
    assert told["headline"][0] == "Austria joins"
    assert fill(told["before"], "AUT") == "invitee"
    assert 'data-joined="AUT"' not in told["before"]
    assert fill(told["after"], "AUT") == "member"
    assert 'data-joined="AUT"' in told["after"]


def fill(picture: str, unit: str) -> str:
    """The status whose colour a unit wears in a picture."""
    return picture.partition(f'data-unit="{unit}" data-status="')[2].partition('"')[0]


# ---------------------------------------------------------------------- words said

ANSWERED = "2024-07-10-washington-irreversible"
WORDS = {"date": "2025-05-06", "speaker": "Government of Malta", "role": "A spokesman", "side": "other", "form": "said"}
WORDS |= {"venue": "Palace", "city": "Valletta", "country_iso3": "MLT", "lat": "35.9", "lon": "14.51", "targets": "MLT"}
WORDS |= {"paraphrase": "Invented.", "context": "None.", "what_followed": "Nothing.", "confidence": "verified"}
WORDS |= {"lean": "true", "source_ids": "S999", "quote_language": "en", "trigger_event": "None"}
SAID = "2025-05-06-malta-example"


def add_statement(copy: Copy, **cells: str) -> None:
    """The steps of Add a statement."""
    copy.add_row("statements", lambda row: row["date"] > WORDS["date"], **WORDS | {"id": SAID} | cells)
    copy.add_row("sources", **SOURCE)


STATEMENT = f"""
from geo.drawing.view import view_payload
statement = next(each for each in facts["statements"] if each["id"] == "{SAID}")
told |= {{
    "statement": statement,
    "place": view_payload("europe", tables)["places"][statement["place"]],
    "picture": svg(date(2025, 5, 6), layers=("statements",), sheet=SMALL),
    "earlier": svg(date(2025, 5, 5), layers=("statements",), sheet=SMALL),
}}
"""


def test_a_statement(copy: Copy) -> None:
    add_statement(copy, stance="rebuttal", reply_to=ANSWERED)
    followed(copy, "Add a statement", not_needed=("data/vocabulary.py",))

    told = copy.ask(STATEMENT)
    assert told["statement"]["reply_to"] == ANSWERED
    assert (told["statement"]["lean"], told["statement"]["sources"]) == (True, ["S999"])
    assert told["statement"]["targets"] == ["MLT"]
    assert all(at > 0 for at in told["place"])
    assert f'data-statement="{SAID}"' in told["picture"]
    assert f'data-statement="{SAID}"' not in told["earlier"]


STANCE = """
from geo.charts.red_lines import statements_figure
from data.red_lines import line_by_year
line = line_by_year(tables)
told |= {
    "glyph": facts["glyphs"]["offer"], "words": facts["words"]["stance"]["offer"], "css": palette_css(),
    "picture": svg(date(2025, 5, 6), layers=("statements",), sheet=SMALL),
    "figure": str(statements_figure(tables.statements, tables, "light").to_dict()),
    "line": line[(line["year"] == 2025) & (line["country"] == "MLT")]["said"].tolist(),
}
"""
SIGN = "M-7-2H7V2H-7z"


FORCE = {"id": "norway-example", "place": "Narvik", "unit": "NOR", "lat": "68.44", "lon": "17.43", "whose": "GBR"}
FORCE |= {"nato": "true", "kind": "brigade", "what": "Invented brigade", "source_ids": "S999", "confidence": "verified"}
BRIGADE = """
from geo.wire.forces import force_details
told |= {
    "force": facts["forces"][-1], "detail": force_details(tables)["forces"][-1],
    "picture": svg(date(2026, 1, 5), layers=("forces",), sheet=SMALL),
    "earlier": svg(date(2026, 1, 4), layers=("forces",), sheet=SMALL),
}
"""


def test_a_force(copy: Copy) -> None:
    copy.add_row("forces", **FORCE, start_on="2026-01-05")
    copy.add_row("sources", **SOURCE)
    followed(copy, "Add a force", not_needed=("data/vocabulary.py",))

    told = copy.ask(BRIGADE)
    assert (told["force"]["place"], told["force"]["camp"], told["force"]["sign"]) == ("Narvik", "nato", "troops")
    assert told["detail"]["what"] == "Invented brigade"
    assert "Narvik" in told["picture"]
    assert "Narvik" not in told["earlier"]


def test_a_stance(copy: Copy) -> None:
    copy.add("data/vocabulary.py", "class Stance(StrEnum):", '    OFFER = "offer"')
    copy.append(
        "data/words/en/browser/statements.toml",
        '\n[stance.offer]\nlabel = "Offer"\nexplain = "Something is offered in return."\n',
    )
    copy.add("geo/drawing/palette.py", "STANCE_INKS", '    Stance.OFFER: "calm",')
    copy.add("geo/drawing/palette.py", "GLYPHS", f'    Stance.OFFER: ("{SIGN}",),')
    copy.add("data/red_lines.py", "TOLERATES", "Stance.OFFER")
    followed(copy, "Add a stance")

    add_statement(copy, stance="offer", side="russian")
    told = copy.ask(STANCE)
    assert told["glyph"] == [SIGN]
    assert told["words"] == {"label": "Offer", "explain": "Something is offered in return."}
    assert '[data-stance="offer"]{--stance:var(--calm)}' in told["css"]
    assert SIGN in told["picture"].partition(f'data-statement="{SAID}"')[2][:200]
    assert quote(SIGN) in told["figure"]
    assert told["line"] == ["tolerated"]


# ---------------------------------------------------------------------- a bloc and a layer

BLOC = """
units = {unit["id"]: unit for unit in facts["units"]}
told |= {
    "bars": {id: [bar for bar in units[id]["bars"] if bar["kind"] == "alpine_pact"] for id in ("AUT", "CHE", "LIE")},
    "kinds": [bar["kind"] for bar in units["AUT"]["bars"]],
    "fronts": svg(date(1970, 1, 1), sheet=SMALL), "later": svg(date(1981, 1, 1), sheet=SMALL),
}
"""


def test_a_bloc(copy: Copy) -> None:
    copy.add("data/vocabulary.py", "class Bloc(StrEnum):", '    ALPINE_PACT = "alpine_pact"')
    for iso3, name in (("AUT", "Austria"), ("CHE", "Switzerland")):
        copy.add_row("other_blocs", bloc="alpine_pact", iso3=iso3, unit=iso3, name=name, start_on="1960-05",
                     end_on="1980-01-01", territory="whole", as_part_of=iso3, bars_membership="false",
                     source_ids="S01", confidence="verified")  # fmt: skip
    copy.add("data/words/en/browser/statuses.toml", "[bloc]", 'alpine_pact = "Alpine Pact"')
    copy.add("data/cards.py", "FORMAT_STATUS", "    Bloc.ALPINE_PACT: Status.EASTERN_BLOC,")
    copy.add("data/borders_in_time.py", "FACING_BLOCS", "Bloc.ALPINE_PACT")
    followed(copy, "Add a bloc")

    told = copy.ask(BLOC, measured=True)
    (bar,) = told["bars"]["AUT"]
    assert (bar["label"], bar["status"], bar["start"], bar["end"]) == (
        "Alpine Pact", "eastern_bloc", "1960-05", "1980-01-01",
    )  # fmt: skip
    assert (len(told["bars"]["CHE"]), told["bars"]["LIE"]) == (1, [])
    assert 'data-front="bloc" data-at="AUT|DEU"' in told["fronts"]
    assert 'data-at="AUT|DEU"' not in told["later"]


LAYER = """
told |= {
    "layers": facts["layers"], "hatch": facts["hatches"]["neutral"], "label": facts["words"]["layer"]["neutral"],
    "runs": facts["pictures"]["overlays"]["neutral"],
    "picture": svg(date(1990, 1, 1), layers=("neutral",)), "without": svg(date(1990, 1, 1), layers=()),
}
"""


def test_a_layer(copy: Copy) -> None:
    copy.add("data/vocabulary.py", "class Overlay(StrEnum):", '    NEUTRAL = "neutral"')
    copy.add("data/overlays.py", "BLOCS", "Overlay.NEUTRAL: Bloc.NEUTRAL")
    copy.add("geo/drawing/palette.py", "HATCHES", '    "neutral": Hatch(13, 15, strokes=(("light", 0, 3),)),')
    copy.add("geo/drawing/layers.py", "LAYERS", '"neutral"')
    copy.add("data/words/en/browser/atlas.toml", "[layer]", 'neutral = "Neutral"')
    copy.add("data/words/en/browser/key.toml", "[key]", 'neutral = "Neutral by law"')
    copy.change("geo/atlas/payload.d.ts", "export type Overlay = ", "export type Overlay = 'neutral' | ")
    followed(copy, "Add a layer")

    told = copy.ask(LAYER)
    assert told["layers"][-1] == "neutral"
    assert (told["hatch"]["tile"], told["label"]) == (13, "Neutral")
    assert "AUT" in told["runs"][-1][1]
    assert "AUT" not in told["runs"][0][1]
    assert 'data-over="AUT" data-hatch="neutral"' in told["picture"]
    assert "Neutral by law" in told["picture"]
    assert 'data-hatch="neutral"' not in told["without"]


# ---------------------------------------------------------------------- a view and a stop

VIEW = """        View(
            name="alps",
            crs=CRS("+proj=laea +lat_0=47 +lon_0=11 +ellps=WGS84 +units=m"),
            frame=(-640_000, -376_000, 640_000, 376_000),
            extent=(-900_000, -500_000, 900_000, 500_000),
            regions=((-10, 36, 32, 58),),
            unit_m=400,
        ),
"""
ASK_VIEW = """
from geo.wire.assets import Assets
view = json.loads(Assets(tables).file("alps.json").body)
told |= {
    "names": Assets(tables).names, "paths": list(view["paths"]), "label": facts["words"]["view"]["alps"],
    "picture": svg(2004, "alps", sheet=SMALL),
}
"""


def test_a_view(copy: Copy) -> None:
    copy.change("geo/drawing/views.py", "        ),\n    )\n}\n", f"        ),\n{VIEW}    )\n}}\n")
    copy.add("data/words/en/browser/atlas.toml", "[view]", 'alps = "The Alps"')
    copy.run("-m", "geo.drawing.neighbours")
    followed(copy, "Add a view", not_needed=("geo/publish/class_page.py",))

    told = copy.ask(ASK_VIEW)
    assert told["names"][told["names"].index("alps.json") - 1] == f"{list(VIEWS)[-1]}.json"
    assert {"AUT", "CHE", "LIE", "ITA"} <= set(told["paths"])
    assert not {"FIN", "RUS"} & set(told["paths"])
    assert told["label"] == "The Alps"
    assert fill(told["picture"], "SVN") == "member"


STOP = """
[[stop]]
year = 2009
day = 2009-04-01
view = "balkans"
title = "Albania and Croatia"
focus = ["ALB", "HRV"]
layers = ["front", "names", "eu"]
text = "Members 27 and 28, on 1 April 2009."
question = "Two of the three that hoped in Bucharest come in. Which?"
notes = "Croatia is on the map with the EU's dots only from 2013."
wrong_answer = "Macedonia: it joins in 2020."
minutes = 2
sources = ["S18"]
"""
ASK_STOP = """
from geo.lesson.lesson import current_lesson
from geo.publish.class_page import lesson_payload
lesson = current_lesson()
told |= {"lesson": lesson_payload(lesson, tables), "minutes": lesson.minutes}
"""


def test_a_stop_of_the_lesson(copy: Copy) -> None:
    before = current_lesson()
    following = next(f"\n[[stop]]\nyear = {stop.year}\n" for stop in before.stops if stop.year > 2009)
    copy.change("data/lesson.toml", following, f"{STOP}{following}")
    stops_now = len(before.stops) + 1
    copy.change("data/lesson.toml", f'subtitle = "{stops_now - 1} stops', f'subtitle = "{stops_now} stops')
    followed(copy, "Add a stop to the lesson")

    told = copy.ask(ASK_STOP)
    stops: list[dict[str, Any]] = told["lesson"]["stops"]
    at = [stop["title"] for stop in stops].index("Albania and Croatia")
    assert stops[at - 1]["year"] <= 2009 < stops[at + 1]["year"]
    assert (stops[at]["view"], stops[at]["focus"], stops[at]["layers"]) == (
        "balkans", ["ALB", "HRV"], ["front", "names", "eu"],
    )  # fmt: skip
    assert (len(stops), told["minutes"]) == (stops_now, before.minutes + 2)
