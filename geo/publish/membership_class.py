"""What the class page of a membership other than NATO holds beside its lesson."""

import json
from collections.abc import Mapping

from data.memberships.value import Membership
from geo.lesson.quiz import bank
from geo.wire.assets import current_assets, facts_file
from geo.wire.ear import ear_of_the_world
from geo.wire.membership_facts import is_ours, membership_facts
from geo.wire.search import search_payload
from geo.wire.strict_json import to_json


def membership_held(membership: Membership) -> Mapping[str, str]:
    """Facts, sources and what is said aloud, as JSON by the id of its element; no forces."""
    facts = _facts(membership)
    about = json.loads(facts)["membership"]
    held = {
        "forces": {"forces": []},
        "search": search_payload(membership.tables, alone=True),
        "ear": {**ear_of_the_world(), "statuses": about["spoken"]},
        "sources": about["sources"],
        "quiz": bank(membership),
    }
    return {"facts": facts, **{id_: to_json(value) for id_, value in held.items()}}


def _facts(membership: Membership) -> str:
    """As the atlas fetches them, where that asks for them, too: made once for both."""
    if is_ours(membership):
        return current_assets().file(facts_file(membership.id)).body.decode()
    return to_json(membership_facts(membership))
