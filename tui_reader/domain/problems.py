"""What the reader raises. Apart from the outcomes: the screen needs only this at its start."""

from .text import clean_line


class ReaderError(Exception):
    """Something that was asked for could not be done; `str(error)` is one clean line that says why and what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__(clean_line(reason))
