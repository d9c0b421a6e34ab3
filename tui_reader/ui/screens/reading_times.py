"""The list cut down to what takes so many minutes to read, for as long as the reader runs."""

from dataclasses import replace

from ...domain.models import Head, Scope
from ...domain.reading import words_within
from .describing import Describing

TIMES: tuple[tuple[str, tuple[int, int] | None], ...] = (
    ("", None),
    ("up to 3 min", words_within(1, 3)),
    ("4 to 10 min", words_within(4, 10)),
    ("more than 10 min", words_within(11)),
)
"""What the key goes through: as it is called, and the words."""


class ReadingTimes(Describing):
    """Only the short, only the long."""

    _time = 0
    """Index in TIMES."""

    @property
    def time_told(self) -> str:
        """How long what is listed takes; "" when that is no matter."""
        return TIMES[self._time][0]

    @property
    def words(self) -> tuple[int, int] | None:
        return TIMES[self._time][1]

    def load(self, scope: Scope, article_id: int | None = None) -> None:
        super().load(replace(scope, words=self.words), article_id)

    def action_reading_time(self) -> None:
        """On to the next reading time."""
        self._time = (self._time + 1) % len(TIMES)
        if self.scope.query:
            self.search_again()
        else:
            self.load(self.scope, self.listing.current)
        self.say(f"Only what takes {self.time_told}" if self._time else "Of any length again")

    def in_time(self, head: Head) -> bool:
        """The article takes as long as is wanted."""
        return self.words is None or (not head.teaser and self.words[0] <= head.words <= self.words[1])

    def belongs(self, head: Head) -> bool:
        return self.in_time(head) and super().belongs(head)

    def empty_text(self) -> list[str]:
        if self.words is None:
            return super().empty_text()
        following = TIMES[(self._time + 1) % len(TIMES)][0]
        key = self.key_for("reading_time")
        return [
            f"Nothing that takes {self.time_told}",
            "Teasers are left out: nobody knows how long their articles are",
            f"{key} shows what takes {following}" if following else f"{key} shows articles of any length",
        ]
