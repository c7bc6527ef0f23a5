"""What the class page of a membership other than NATO holds beside its lesson."""

from data.memberships.value import Membership
from geo.lesson.quiz import bank_of
from geo.wire.ear import ear_payload
from geo.wire.membership_facts import membership_facts
from geo.wire.search import search_payload
from geo.wire.strict_json import Json


def membership_held(membership: Membership) -> Json:
    """Facts, sources and what is said aloud, by the id of its element; no forces, and no question of the quiz."""
    facts = membership_facts(membership)
    return {
        "facts": facts,
        "forces": {"forces": []},
        "search": search_payload(membership.tables, alone=True),
        "ear": {**ear_payload(), "statuses": facts["membership"]["spoken"]},
        "sources": facts["membership"]["sources"],
        "quiz": bank_of(()),
    }
