"""What the tables ask of the shapes, the palette, the lesson and the claims, beyond what `data/` can know of itself."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from data.checks.beside import beside
from data.checks.everything import all_problems
from data.checks.in_step import MEASURE
from data.tables import FOLDER, Tables, read_tables
from data.vocabulary import Stance, Status
from data.words import words
from geo.claims import ClaimError, choices, claim_ids, evaluate
from geo.drawing.layers import LAYERS
from geo.drawing.neighbours import neighbours
from geo.drawing.palette import GLYPHS, STANCE_INKS, THEMES
from geo.drawing.views import VIEWS
from geo.errors import JoinError, LessonError
from geo.lesson.lesson import read_lesson
from geo.shapes.extract import read_shapes
from geo.shapes.measures import front_pairs
from geo.shapes.whereabouts import whereabouts


def everything_wrong(folder: Path = FOLDER) -> list[str]:
    """Every problem of a folder.

    What `python -m data check` tells, or else what only the shapes, the drawing, the lesson and the claims know.
    """
    if problems := all_problems(folder):
        return problems
    tables = read_tables(folder)
    return [
        *_shapes(tables),
        *_drawing(),
        *_lesson(beside(folder, "lesson.toml"), tables),
        *_claims(tables),
    ]


def _shapes(tables: Tables) -> Iterator[str]:
    try:
        read_shapes(tables.units)
    except JoinError as error:
        yield str(error)
        return
    for unit in sorted(set(tables.units["unit"]) - whereabouts().longitudes.keys()):
        yield f"geo/shapes/whereabouts.toml: no {unit}; expected every unit, by python -m geo.shapes.whereabouts"
    listed, found = set(tables.borders["border"]), {f"{one}|{other}" for one, other in front_pairs(tables)}
    for border in sorted(found - listed):
        yield f"borders.csv: no row for {border}, which was front line; expected one, {MEASURE}"


def _drawing() -> Iterator[str]:
    """Every status and stance has its ink and sign, every view and layer its word."""
    for theme, inks in THEMES.items():
        for status in set(Status) - set(inks.statuses):
            yield f"geo/drawing/palette.py: no ink of {status} in the {theme} theme; expected one"
    for name, signs in (("STANCE_INKS", STANCE_INKS), ("GLYPHS", GLYPHS)):
        for stance in set(Stance) - set(signs):
            yield f"geo/drawing/palette.py: {stance} is not in {name}; expected every stance"
    for view in VIEWS.keys() - neighbours().keys():
        yield f"geo/drawing/neighbours.toml: no {view}; expected every view, by python -m geo.drawing.neighbours"
    for topic, keys in (("view", VIEWS), ("layer", LAYERS)):
        for key in keys:
            if key not in words()[topic]:
                yield f"words: no {topic}.{key}; expected what the reader calls it"


def _lesson(path: Path, tables: Tables) -> Iterator[str]:
    try:
        read_lesson(path, tables)
    except LessonError as error:
        yield from error.problems


def _claims(tables: Tables) -> Iterator[str]:
    """Each computed claim has its row and can be computed under every choice."""
    recorded = set(tables.claims["claim_id"])
    for claim_id in claim_ids():
        if claim_id not in recorded:
            yield f"claims.csv: no row {claim_id}; expected one, since geo/claims computes it"
            continue
        offered = choices(claim_id)
        options = [[value for value, _ in choice.options] for choice in offered]
        for chosen in product(*options):
            try:
                evaluate(claim_id, tables, **dict(zip((choice.key for choice in offered), chosen, strict=True)))
            except ClaimError as error:
                yield f"claims.csv: {error}; expected what geo/claims names"
                break
