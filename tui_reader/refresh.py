"""One refresh of many feeds: what is due, what came back, what to store. Knows no screen."""

import asyncio
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import monotonic

from . import sample
from .digest import Digest, digest
from .domain.fetching import FeedSaved, FeedUpdate, FetchState
from .domain.models import ParsedFeed
from .domain.outcomes import Progress, ReaderError, RefreshReport
from .jobs import JobFailed, Jobs, JobTimedOut
from .store import Library, LibraryError
from .web import Answer, Client, FetchError, FetchProblem, politeness, secrets

BATCH = 10
"""Feeds that are stored in one transaction: it holds the writer for well under 50 ms."""

PARSE_SECONDS = 5.0

INDEX_SLICE = 200
"""Articles that are indexed for search in one transaction."""

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
        self._library, self._client, self._jobs = library, client, jobs
        self._workers = workers
        self._floor = floor_minutes
        self._progress = progress or (lambda _: None)
        self._clock = clock
        self._chance = chance or random.Random()
        self._tally = _Tally()
        self._silence = _Silence()
        self._waits = politeness.HostWaits()
        self._offline = False
        self._total = 0
        self._titles: dict[int, str] = {}

    async def run(self, feed_ids: Sequence[int] | None = None, *, manual: bool = True) -> RefreshReport:
        """Ask every feed that is due (all that may be asked, when `manual`), and store what comes, ten feeds at a time.

        Raises ReaderError when another reader is at it, and LibraryError when the library cannot be written; what was
        stored until then stays stored.
        """
        begin = monotonic()
        if not await asyncio.to_thread(self._library.acquire_refresh):
            raise ReaderError("another tui-reader is refreshing this library just now; its news will show here too")
        try:
            states = self._due(await asyncio.to_thread(self._library.fetch_states, feed_ids), manual)
            try:
                await self._fetch_all(states)
            except BaseExceptionGroup as group:
                raise _first_error(group) from group
            await self._index()
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
        waiting: asyncio.Queue[FetchState] = asyncio.Queue()
        for state in states:
            waiting.put_nowait(state)
        self._progress(Progress(0, self._total))
        answered: asyncio.Queue[FeedUpdate | None] = asyncio.Queue(maxsize=4 * BATCH)
        async with asyncio.TaskGroup() as group:
            saver = group.create_task(self._save(answered))
            async with asyncio.TaskGroup() as fetchers:
                for _ in range(min(self._workers, len(states))):
                    fetchers.create_task(self._work(waiting, answered))
            self._offline = self._silence.offline
            for state, error in [] if self._offline else self._silence.release():
                await answered.put(self._failure(state, error.reason))
            await answered.put(None)
            await saver

    async def _work(self, waiting: "asyncio.Queue[FetchState]", answered: "asyncio.Queue[FeedUpdate | None]") -> None:
        while not waiting.empty() and not self._silence.hopeless:
            for update in await self.check(waiting.get_nowait()):
                self._waits.note(update.state)
                await answered.put(update)

    async def check(self, state: FetchState) -> list[FeedUpdate]:
        """Ask one feed. Also gives the failures of earlier feeds that turn out to be their own; none while offline."""
        due = politeness.due(state, self._clock(), True, self._waits)
        if not due.yes:
            self._tally.skipped.append((state.title or state.url, due.reason))
            return []
        try:
            answer = await self._ask(state)
        except FetchError as error:
            return [] if self._silence.hold(state, error) else [self._failure(state, error.reason)]
        earlier = [self._failure(other, error.reason) for other, error in self._silence.answered()]
        return [*earlier, await self.absorb(state, answer)]

    async def _ask(self, state: FetchState) -> Answer:
        return await self._client.fetch_feed(state, auth=await secrets.credentials(state))

    async def absorb(self, state: FetchState, answer: Answer) -> FeedUpdate:
        """Turn a feed's answer into what is to be stored."""
        now = self._clock()
        if answer.status == 304:
            return self._update(self._after(state, answer, now), now)
        if answer.status != 200:
            after = self._after(state, answer, now)
            return self._update(after, now, error=politeness.reason_for(answer))
        if state.body_hash == politeness.body_hash(answer.body):
            return self._update(self._after(state, answer, now), now)
        try:
            result = await self._digest(state, answer)
        except JobTimedOut:
            return self._failure(state, f"the feed could not be read within {PARSE_SECONDS:.0f} s", answer)
        except JobFailed as error:
            return self._failure(state, f"the feed could not be read: {error}", answer)
        if result.feed is None:
            challenged = politeness.is_challenge(answer)
            return self._failure(state, politeness.reason_for(answer) if challenged else result.reason, answer)
        after = self._after(state, answer, now, result.feed)
        return self._update(after, now, result=result)

    def _after(self, state: FetchState, answer: Answer, now: datetime, feed: ParsedFeed | None = None) -> FetchState:
        return politeness.after_answer(state, answer, feed, now, self._chance, floor=self._floor)

    async def _digest(self, state: FetchState, answer: Answer) -> Digest:
        known = await asyncio.to_thread(self._library.known_hashes, state.feed_id)
        return await self._jobs.run(
            digest, answer.body, answer.url, answer.content_type or None, known, deadline=PARSE_SECONDS
        )

    def _update(self, state: FetchState, now: datetime, *, error: str = "", result: Digest | None = None) -> FeedUpdate:
        return FeedUpdate(
            feed_id=state.feed_id,
            state=state,
            now=now,
            error=error,
            feed=result.feed if result else None,
            documents=result.documents if result else {},
        )

    def _failure(self, state: FetchState, reason: str, answer: Answer | None = None) -> FeedUpdate:
        now = self._clock()
        after = politeness.after_failure(state, now, self._chance, answer)
        return self._update(after, now, error=reason)

    async def _save(self, answered: "asyncio.Queue[FeedUpdate | None]") -> None:
        over = False
        while not over:
            batch = [await answered.get()]
            while len(batch) < BATCH and not answered.empty():
                batch.append(answered.get_nowait())
            over = None in batch
            updates = [update for update in batch if update is not None]
            if updates:
                self._count(updates, await asyncio.to_thread(self._library.save_updates, updates))

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

    async def _index(self) -> None:
        left = 1
        while left:
            left = await asyncio.to_thread(self._library.index_pending, INDEX_SLICE)


def _first_error(group: BaseExceptionGroup) -> BaseException:
    """The library's error if there is one: it is what the user can do something about."""
    group = group.subgroup(LibraryError) or group
    error = group.exceptions[0]
    return _first_error(error) if isinstance(error, BaseExceptionGroup) else error
