"""What does not fit, with the sentence that the one who sent it is told."""

from data.words import phrase


class Refused(ValueError):
    """Something sent to a room is refused; `why` is a key of the words, the text the sentence for the reader."""

    def __init__(self, why: str, **values: object) -> None:
        self.why = why
        super().__init__(phrase("room", "refused", why, **values))
