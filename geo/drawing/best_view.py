"""On which view a membership is seen best, from where its countries lie."""

from data.memberships.checks import countries
from data.memberships.value import Membership
from geo.drawing.kept import drawing

VIEWS = ("europe", "world")
"""Those that are tried, the closest first; the last shows everybody."""
MOST_BEYOND = 0.15
"""The share of countries that may lie beyond the edge: seven of the OECD's 38 are too many."""


def best_view(membership: Membership) -> str:
    """The closest view on which all but a few of its countries lie; states that are gone are not asked."""
    units = membership.tables.units
    there = {*units["unit"], *countries()}
    codes = [code for code in membership.countries if code in there]
    for view in VIEWS[:-1]:
        anchors = drawing(view, units).anchors
        if sum(anchors.get(code) is None for code in codes) <= MOST_BEYOND * len(codes):
            return view
    return VIEWS[-1]
