"""What those who hear the map are told beside the facts: fetched after it, and so no part of them."""

from collections.abc import Mapping

from data.words import words
from geo.drawing.neighbours import OF_THE_WORLD as WORLD_WALKS
from geo.drawing.neighbours import SIDES, Walk, neighbours
from geo.shapes.whereabouts import OF_THE_WORLD as WORLD_BORDERS
from geo.shapes.whereabouts import Whereabouts, whereabouts
from geo.wire.strict_json import Json


def ear_payload() -> Json:
    """Words, who borders on whom, how far east each unit lies, and whom the arrows lead to in each view."""
    return _payload(whereabouts(), neighbours())


def ear_of_the_world() -> Json:
    """The same with every country of the world and the views that show them, for memberships other than NATO."""
    return _payload(whereabouts(WORLD_BORDERS), {**neighbours(), **neighbours(WORLD_WALKS)})


def _payload(where: Whereabouts, walks: Mapping[str, Walk]) -> Json:
    told = words()["ear"]
    return {
        "words": {key: text for key, text in told.items() if isinstance(text, str)},
        "statuses": told["is"],
        "borders": list(where.borders),
        "longitudes": where.longitudes,
        "neighbours": {
            view: {unit: [ends.get(side, "") for side in SIDES] for unit, ends in walk.items()}
            for view, walk in walks.items()
        },
    }
