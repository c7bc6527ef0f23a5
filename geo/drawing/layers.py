"""What can be laid over the map, and what is at first: for the atlas, for pictures, and for stops of a lesson."""

LAYERS = ("front", "nearest", "statements", "names", "forces", "csto", "eu", "command", "area")
"""Every layer of the atlas, in the order of its menu."""
SHOWN = ("front", "statements", "names")
"""What the atlas shows at first, and an address that names no layers."""
DRAWN = tuple(layer for layer in LAYERS if layer != "nearest")
"""What a picture can have."""
OF_ANY = ("names",)
"""What a picture of any other membership than NATO can have."""
PLAIN = ("front", "names")
"""A picture that is asked for without layers, and a stop of a lesson file that names none."""
