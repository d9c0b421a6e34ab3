"""From one feed's answer to what is to be stored: what of it is parsed where, and what a failure leaves behind."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from random import Random

from .digest import INLINE_BYTES, Digest, Text, make_documents, survey, survey_apart
from .domain.document import RawText
from .domain.fetching import FeedUpdate, FetchState, PackedDocument
from .jobs import JobFailed, Jobs, JobsUnavailable, JobTimedOut
from .store import Library
from .web import Answer, politeness

PARSE_SECONDS = 5.0

HUNG = "hung:"
"""Before the hash of a body that could not be parsed, in `FetchState.body_hash`."""


class Absorber:
    """Turns answers into updates. `floor`: minutes between two visits at the least."""

    def __init__(self, library: Library, jobs: Jobs, clock: Callable[[], datetime], chance: Random, floor: int) -> None:
        self._library, self._jobs = library, jobs
        self._clock, self._chance, self._floor = clock, chance, floor

    async def absorb(self, state: FetchState, answer: Answer) -> FeedUpdate:
        """What is to be stored of a feed's answer."""
        now = self._clock()
        if answer.status == 304:
            return _update(self._after(state, answer, now), now)
        if answer.status != 200:
            return _update(self._after(state, answer, now), now, error=politeness.reason_for(answer))
        known = state.body_hash and politeness.body_hash(answer.body)
        if known and state.body_hash == known:
            return _update(self._after(state, answer, now), now)
        if known and state.body_hash == HUNG + known:
            return self._hung(state, "the feed still has the content that could not be read", answer)
        try:
            found = await self._read(state, answer)
        except JobTimedOut:
            reason = f"the feed could not be read within {PARSE_SECONDS:.0f} s"
            return self._hung(state, reason, answer)
        except JobsUnavailable as error:
            return self.failure(state, f"the feed could not be read: {error}", answer)
        except JobFailed as error:
            return self._hung(state, f"the feed could not be read: {error}", answer)
        if found.feed is None:
            challenged = politeness.is_challenge(answer)
            return self.failure(state, politeness.reason_for(answer) if challenged else found.reason, answer)
        after = politeness.after_answer(state, answer, found.feed, now, self._chance, floor=self._floor)
        return replace(_update(after, now), feed=found.feed, documents={**found.texts, **found.documents})

    def failure(self, state: FetchState, reason: str, answer: Answer | None = None) -> FeedUpdate:
        """What is to be stored when there was no answer (or no good one), for `reason`."""
        now = self._clock()
        return _update(politeness.after_failure(state, now, self._chance, answer), now, error=reason)

    def _after(self, state: FetchState, answer: Answer, now: datetime) -> FetchState:
        return politeness.after_answer(state, answer, None, now, self._chance, floor=self._floor)

    def _hung(self, state: FetchState, reason: str, answer: Answer) -> FeedUpdate:
        """The body is remembered: until it changes, it is not parsed again."""
        failed = self.failure(state, reason, answer)
        return replace(failed, state=replace(failed.state, body_hash=HUNG + politeness.body_hash(answer.body)))

    async def _read(self, state: FetchState, answer: Answer) -> Digest:
        """What the body holds: short ones are parsed here, long ones in the job process; markup never here."""
        known: Mapping[str, str] = {}
        if state.succeeded is not None:
            known = await asyncio.to_thread(self._library.known_hashes, state.feed_id)
        asked = (answer.body, answer.url, answer.content_type or None, known)
        if len(answer.body) <= INLINE_BYTES:
            found = survey(*asked)
        else:
            found = await self._jobs.run(survey_apart, *asked, deadline=PARSE_SECONDS)
        changed = {guid: text for guid, text in found.texts.items() if guid in known}
        if found.feed is None or not changed:
            return found
        return replace(found, documents=await self._documents(found, changed))

    async def _documents(self, found: Digest, changed: Mapping[str, RawText]) -> dict[str, PackedDocument]:
        """Of changed entries, at once: whether a reader can see the change is only to be told from the document."""
        titles = {entry.guid: entry.title for entry in found.feed.entries} if found.feed else {}
        texts = [Text(titles[guid], "", "", text) for guid, text in changed.items()]
        made = await self._jobs.run(make_documents, texts, deadline=PARSE_SECONDS)
        return {guid: one.document for guid, one in zip(changed, made, strict=True)}


def _update(state: FetchState, now: datetime, *, error: str = "") -> FeedUpdate:
    return FeedUpdate(feed_id=state.feed_id, state=state, now=now, error=error)
