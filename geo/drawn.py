"""A chart that Streamlit sends as it is."""

import plotly.graph_objects as go

from geo.payload import Json


class Drawn(go.Figure):  # type: ignore[misc]
    """A figure that is its dictionary: neither checked nor copied, as Plotly does with every one it makes.

    Streamlit asks a figure for its dictionary only, and making one takes longer than all else in a run of a page. The
    tests make figures of such dictionaries, and so check them.
    """

    def __new__(cls, _drawn: Json) -> "Drawn":
        return object.__new__(cls)

    def __init__(self, drawn: Json) -> None:
        object.__setattr__(self, "_drawn", drawn)

    def to_dict(self) -> Json:
        """The dictionary itself; not to be changed."""
        found: Json = object.__getattribute__(self, "_drawn")
        return found
