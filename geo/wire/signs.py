"""What the browser draws signs and patterns with: the same for NATO's atlas and for every membership's."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict

from data.vocabulary import Status
from geo.drawing.palette import (
    BADGE,
    CAMP_BARS,
    COUNT_ASIDE,
    CROWD_PLATE,
    FORCE_PLATE,
    FORCE_SIGNS,
    GLYPHS,
    HATCHES,
    TAG_ARROW,
    TIMES,
    Hatch,
)
from geo.wire.strict_json import Json


def signs_payload(hatches: Iterable[str], printed: Mapping[str, Hatch] | Mapping[Status, Hatch]) -> Json:
    """Glyphs, plates and badges, the `hatches` by their names, and what is `printed` over a status."""
    return {
        "glyphs": GLYPHS,
        "force_signs": FORCE_SIGNS,
        "force_plate": FORCE_PLATE,
        "crowd_plate": CROWD_PLATE,
        "count_aside": COUNT_ASIDE,
        "badge": BADGE,
        "tag_arrow": TAG_ARROW,
        "times": TIMES,
        "camp_bars": CAMP_BARS,
        "hatches": {name: asdict(HATCHES[name]) for name in hatches},
        "printed": {status: asdict(hatch) for status, hatch in printed.items()},
    }
