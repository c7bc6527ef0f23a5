"""What those who hear the map are told beside the facts: fetched after it, and so no part of them."""

from data.words import words
from geo.drawing.neighbours import SIDES, neighbours
from geo.shapes.whereabouts import whereabouts
from geo.wire.strict_json import Json


def ear_payload() -> Json:
    """Words, who borders on whom, how far east each unit lies, and whom the arrows lead to in each view."""
    told, where = words()["ear"], whereabouts()
    return {
        "words": {key: text for key, text in told.items() if isinstance(text, str)},
        "statuses": told["is"],
        "borders": list(where.borders),
        "longitudes": where.longitudes,
        "neighbours": {
            view: {unit: [ends.get(side, "") for side in SIDES] for unit, ends in walk.items()}
            for view, walk in neighbours().items()
        },
    }
