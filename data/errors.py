"""What data/ says where its files do not hold: one base, so that whoever shows it need not know the kinds."""


class DataError(ValueError):
    """A file of data/ does not hold; the message says where, what was found, what was expected."""
