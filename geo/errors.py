"""What geo/ says where its input does not hold: one base, so that whoever shows it need not know the kinds."""


class GeoError(ValueError):
    """Something that geo/ was given does not hold; the message says where, what was found, what was expected."""


class JoinError(GeoError):
    """A unit has no shape, or a shape has no unit; the message names them."""
