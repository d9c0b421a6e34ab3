"""One refresh of many feeds: what is due, what came back, what to store. Knows no screen."""

import asyncio
import random
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import monotonic

from . import sample
from .absorbing import Absorber
from .domain.fetching import FeedSaved, FeedUpdate, FetchState
from .domain.outcomes import Progress, RefreshReport
from .domain.problems import ReaderError
from .jobs import Jobs
from .store import Library, LibraryError
from .web import Client, FetchError, FetchProblem, politeness, secrets

BATCH = 10
"""Feeds that are stored in one transaction: it holds the writer for well under 50 ms."""

GATHER_SECONDS = 0.03
"""How long what has come waits for company: fewer, fuller transactions."""

BEAT_SECONDS = 30.0

OFFLINE_AFTER = 25
"""Feeds that reach nobody, and none that does, before a refresh gives up: the fault is this machine's."""


@dataclass(slots=True)
class _Tally:
    done: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)


class _Silence:
    """Failures that may be the fault of this machine's network: held back until a server has answered."""

    def __init__(self) -> None:
        self._held: list[tuple[FetchState, FetchError]] = []
        self._answers = 0

    @property
    def offline(self) -> bool:
        return politeness.looks_offline([error.kind for _, error in self._held], self._answers)

    @property
    def hopeless(self) -> bool:
        return not self._answers and len(self._held) >= OFFLINE_AFTER

    def answered(self) -> list[tuple[FetchState, FetchError]]:
        """A server was reached: what was held back counts against the feeds."""
        self._answers += 1
        return self.release()

    def hold(self, state: FetchState, error: FetchError) -> bool:
        """Whether `error` is held back."""
        if self._answers or error.kind not in (FetchProblem.OFFLINE, FetchProblem.DNS):
            return False
        self._held.append((state, error))
        return True

    def release(self) -> list[tuple[FetchState, FetchError]]:
        held, self._held = self._held, []
        return held


def utc_now() -> datetime:
    return datetime.now(UTC)


class Refresh:
    """One run. `progress` is called on the loop that runs it."""

    def __init__(
        self,
        library: Library,
        client: Client,
        jobs: Jobs,
        *,
        workers: int = 20,
        floor_minutes: int = politeness.FLOOR_MINUTES,
        progress: Callable[[Progress], None] | None = None,
        clock: Callable[[], datetime] = utc_now,
        chance: random.Random | None = None,
    ) -> None:
        self._library, self._client = library, client
        self._absorber = Absorber(library, jobs, clock, chance or random.Random(), floor_minutes)
        self._workers = workers
        self._progress = progress or (lambda _: None)
        self._clock = clock
        self._tally = _Tally()
        self._silence = _Silence()
        self._waits = politeness.HostWaits()
        self._arrived: list[FeedUpdate] = []
        self._news = asyncio.Event()
        self._room = asyncio.Semaphore(4 * BATCH)
        self._over = False
        self._offline = False
        self._total = 0
        self._titles: dict[int, str] = {}

    async def run(self, feed_ids: Sequence[int] | None = None, *, manual: bool = True) -> RefreshReport:
        """Ask every feed that is due (all that may be asked, when `manual`), and store what comes, ten feeds at a time.

        New texts are stored as they came, and are not to be found by a search yet: see `settling`. Raises ReaderError
        when another reader is at it, and LibraryError when the library cannot be written; what was stored until then
        stays stored. So it is when this is cancelled, with all that has come by then.
        """
        begin = monotonic()
        try:
            if not await asyncio.to_thread(self._library.acquire_refresh):
                raise ReaderError("another tui-reader is refreshing this library just now; its news will show here too")
            states = self._due(await asyncio.to_thread(self._library.fetch_states, feed_ids), manual)
            try:
                await self._fetch_all(states)
            except asyncio.CancelledError:
                await self._store(self._arrived)
                raise
            except BaseExceptionGroup as group:
                raise _first_error(group) from group
        finally:
            await asyncio.to_thread(self._library.release_refresh)
        tally = self._tally
        return RefreshReport(
            checked=tally.done,
            new=tally.new,
            changed=tally.changed,
            unchanged=tally.unchanged,
            failed=tuple(tally.failed),
            skipped=tuple(tally.skipped),
            offline=self._offline,
            seconds=monotonic() - begin,
        )

    def _due(self, states: Sequence[FetchState], manual: bool) -> list[FetchState]:
        now, asked = self._clock(), []
        self._waits = politeness.HostWaits(states)
        for state in states:
            if sample.is_sample(state.url):
                self._tally.unchanged += 1
                continue
            due = politeness.due(state, now, manual, self._waits)
            if due.yes:
                asked.append(state)
            elif manual:
                self._tally.skipped.append((state.title or state.url, due.reason))
        self._titles = {state.feed_id: state.title or state.url for state in states}
        self._total = len(asked)
        return asked

    async def _fetch_all(self, states: Sequence[FetchState]) -> None:
        waiting = deque(states)
        self._progress(Progress(0, self._total))
        async with asyncio.TaskGroup() as group:
            beating = group.create_task(self._beat())
            saver = group.create_task(self._save())
            async with asyncio.TaskGroup() as fetchers:
                for _ in range(min(self._workers, len(states))):
                    fetchers.create_task(self._work(waiting))
            self._offline = self._silence.offline
            for state, error in [] if self._offline else self._silence.release():
                self._arrived.append(self._absorber.failure(state, error.reason))
            self._over = True
            self._news.set()
            await saver
            beating.cancel()

    async def _beat(self) -> None:
        """Tell other instances that this one is still at it."""
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            if not await asyncio.to_thread(self._library.heartbeat):
                raise ReaderError("another tui-reader has taken over the refresh; what it finds will show here too")

    async def _work(self, waiting: "deque[FetchState]") -> None:
        while waiting and not self._silence.hopeless:
            for update in await self._check(waiting.popleft()):
                self._waits.note(update.state)
                self._arrived.append(update)
                self._news.set()
                await self._room.acquire()

    async def _check(self, state: FetchState) -> list[FeedUpdate]:
        """Ask one feed. Also gives the failures of earlier feeds that turn out to be their own; none while offline."""
        due = politeness.due(state, self._clock(), True, self._waits)
        if not due.yes:
            self._tally.skipped.append((state.title or state.url, due.reason))
            return []
        try:
            answer = await self._client.fetch_feed(state, auth=await secrets.credentials(state))
        except FetchError as error:
            return [] if self._silence.hold(state, error) else [self._absorber.failure(state, error.reason)]
        earlier = [self._absorber.failure(other, error.reason) for other, error in self._silence.answered()]
        return [*earlier, await self._absorber.absorb(state, answer)]

    async def _save(self) -> None:
        while True:
            await self._news.wait()
            self._news.clear()
            if not self._over:
                await asyncio.sleep(GATHER_SECONDS)
            while self._arrived:
                batch = self._arrived[:BATCH]
                del self._arrived[:BATCH]
                await self._store(batch)
            if self._over:
                return

    async def _store(self, batch: Sequence[FeedUpdate]) -> None:
        """To its end, also when this is cancelled meanwhile."""
        if not batch:
            return
        saved = await asyncio.shield(asyncio.to_thread(self._library.save_updates, batch))
        self._count(batch, saved)
        for _ in batch:
            self._room.release()

    def _count(self, updates: Sequence[FeedUpdate], saved: Sequence[FeedSaved]) -> None:
        tally = self._tally
        new_ids: list[int] = []
        for update, result in zip(updates, saved, strict=True):
            tally.done += 1
            tally.new += len(result.new_ids)
            tally.changed += len(result.changed_ids)
            new_ids.extend(result.new_ids)
            if update.error:
                tally.failed.append((self._titles.get(update.feed_id, ""), update.error))
            elif not result.new_ids and not result.changed_ids:
                tally.unchanged += 1
        self._progress(Progress(tally.done, self._total, len(tally.failed), tally.new, tuple(new_ids)))


def _first_error(group: BaseExceptionGroup) -> BaseException:
    """The library's error if there is one: it is what the user can do something about."""
    group = group.subgroup(LibraryError) or group
    error = group.exceptions[0]
    return _first_error(error) if isinstance(error, BaseExceptionGroup) else error
