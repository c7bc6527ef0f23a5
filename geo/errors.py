"""The one way in which the geography refuses its input."""


class JoinError(ValueError):
    """A unit has no shape, or a shape has no unit; the message names them."""
