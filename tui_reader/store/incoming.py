"""The part of the library that a refresh works with: what is known about fetching, what came, what is left to do."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from ..domain.fetching import FeedSaved, FeedUpdate, FetchState
from . import feeds, lease
from .database import Database
from .writer import Urgency

if TYPE_CHECKING:
    from .extras import Teaser
    from .settling import Settled, Unsettled


class Incoming:
    """As `Library`, which it is a part of."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._owner = lease.owner()

    def fetch_states(self, feed_ids: Sequence[int] | None = None) -> list[FetchState]:
        """What is known about fetching all feeds, or those of `feed_ids` that exist; the built-in feed has no state."""
        return feeds.fetch_states(self._database, feed_ids)

    def save_updates(self, batch: Sequence[FeedUpdate]) -> list[FeedSaved]:
        """Store what fetches brought, in as many transactions as it asks for; one result for each update, in order.

        A feed's state is stored with the last of its entries. What is stored when an error is raised stays.
        Updates of feeds that were removed meanwhile are dropped. Settings that only the user makes (title, full_text,
        allow_private, user_agent, header, auth_user, secret_command) are not taken from the states.
        """
        from . import updates

        saving = [updates.Saving(update) for update in batch]
        left = list(saving)
        while left:
            number = self._database.write(partial(updates.save, saving=left), Urgency.REFRESH)
            del left[:number]
        return [one.saved for one in saving]

    def known_hashes(self, feed_id: int) -> dict[str, str]:
        """{guid: changed_hash} of the feed's articles: all others need a document in the update."""
        return feeds.known_hashes(self._database, feed_id)

    def index_pending(self, limit: int = 200) -> int:
        """Make up to `limit` more articles findable, in short transactions; how many still wait."""
        from . import indexing

        return indexing.index_pending(self._database, limit)

    def unsettled(self, limit: int = 100, *, below: int | None = None) -> "list[Unsettled]":
        """Up to `limit` articles whose text is still to be made into a document: the last that came before `below`."""
        from . import settling

        return settling.unsettled(self._database, limit, below)

    def settle(self, done: "Sequence[Settled]") -> None:
        """Store documents and make their articles findable, in short transactions."""
        from . import indexing, settling

        left = list(done)
        while left:
            number = self._database.write(partial(settling.settle, done=left), Urgency.REFRESH)
            indexing.merge(self._database)
            del left[:number]

    def teasers(self, a_feed: int, *, every_feed: bool) -> "list[Teaser]":
        """Unread teasers whose page was never asked for, among the `a_feed` newest articles of each feed.

        Of feeds whose `full_text` is "refresh", or of `every_feed`.
        """
        from . import extras

        return extras.teasers(self._database, a_feed, every_feed=every_feed)

    def unfinished(self) -> int:
        """How many articles wait for their document or for being indexed."""
        from . import indexing, settling

        return settling.waiting(self._database) + indexing.pending(self._database)

    def acquire_refresh(self) -> bool:
        """Whether this instance may refresh now; keep it with heartbeat() at least once a minute."""
        got = self._database.write(partial(lease.acquire, me=self._owner), Urgency.REFRESH)
        if got:
            lease.purge(self._database)
        return got

    def heartbeat(self) -> bool:
        """The refresh goes on. False: another instance took over, because two minutes went by without a word."""
        return self._database.write(partial(lease.heartbeat, me=self._owner), Urgency.REFRESH)

    def release_refresh(self) -> None:
        self._database.write(partial(lease.release, me=self._owner), Urgency.REFRESH)
