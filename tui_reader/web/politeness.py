"""When a feed may be asked, and what is remembered of its answers. Pure: the time and the dice come from the caller."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from random import Random

from ..domain.fetching import FetchState
from ..domain.models import ParsedFeed
from .address import parse, same_origin
from .answer import Answer
from .hints import DAY, RETRY_LIMIT, as_bits, feed_pace, freshness, outside_skips, retry_after, rhythm
from .problems import FetchError, FetchProblem
from .wording import is_challenge, reason_for, span

__all__ = [
    "Due",
    "HostWaits",
    "after_answer",
    "after_failure",
    "body_hash",
    "due",
    "forget_validators",
    "is_challenge",
    "looks_offline",
    "reason_for",
    "span",
]

FLOOR_MINUTES = 60
"""No feed is asked more often by itself, unless the user sets less."""
LOWEST_FLOOR_MINUTES = 15
CEILING_MINUTES = 24 * 60

HANDS_OFF = timedelta(minutes=5)
"""After an answer no server is asked again, whoever wishes it."""

FIRST_RETRY = timedelta(minutes=15)
FIRST_BUSY_WAIT = timedelta(hours=1)
BROKEN_AFTER = timedelta(days=7)
BROKEN_PROBE = timedelta(days=7)
MOVED_SIGHTINGS = 3
MOVED_FOR = DAY

_ABSURD = RETRY_LIMIT + DAY
"""A time to wait beyond this comes from a clock that was wrong."""

_BUSY = frozenset({429, 503})
_FORBIDDEN = frozenset({401, 403})


@dataclass(frozen=True, slots=True)
class Due:
    yes: bool
    reason: str = ""
    """Why not, one clean line."""


def body_hash(body: bytes) -> str:
    """What `FetchState.body_hash` holds."""
    return sha256(body).hexdigest()


# ---- whether to ask ----


def due(state: FetchState, now: datetime, manual: bool, waits: "HostWaits | None" = None) -> Due:
    """Whether a feed may be asked now; `manual`: the user asked for it, so the feed's own interval does not count."""
    if state.gone:
        return Due(False, "the server said that this feed is gone for good")
    known = (state.leave_until, waits.until(state.url) if waits else None)
    until = max((moment for moment in known if moment is not None), default=now)
    if now < until < now + _ABSURD:
        return Due(False, f"the server asks to be left alone for another {span(until - now)}")
    if not manual:
        early = state.next_check is not None and now < state.next_check < now + _ABSURD
        return Due(False, "not due yet") if early else Due(True)
    if state.answer and state.checked is not None and timedelta() <= now - state.checked < HANDS_OFF:
        return Due(False, f"it answered {span(now - state.checked)} ago; wait {span(HANDS_OFF)} between two visits")
    return Due(True)


class HostWaits:
    """Until when hosts are to be left alone, with all their feeds: learnt from states, also while a refresh runs."""

    def __init__(self, states: Iterable[FetchState] = ()) -> None:
        self._until: dict[str, datetime] = {}
        for state in states:
            self.note(state)

    def note(self, state: FetchState) -> None:
        """Learn from a state, as stored or as an answer has just left it."""
        if state.leave_until is not None and (host := _host(state.url)):
            self._until[host] = max(self._until.get(host, state.leave_until), state.leave_until)

    def until(self, url: str) -> datetime | None:
        return self._until.get(_host(url))


def looks_offline(problems: Iterable[FetchProblem], answers: int) -> bool:
    """Whether a refresh failed for want of a network: nobody answered, and every failure came before a connection.

    A single feed that fails is the feed's own fault, unless the machine knows that it has no network.
    """
    kinds = list(problems)
    if answers or not kinds:
        return False
    silent = {FetchProblem.OFFLINE, FetchProblem.DNS}
    return FetchProblem.OFFLINE in kinds or (len(kinds) > 2 and set(kinds) <= silent)


# ---- what an answer leaves behind ----


def after_answer(
    state: FetchState,
    answer: Answer,
    parsed: ParsedFeed | None,
    now: datetime,
    rng: Random,
    *,
    floor: int = FLOOR_MINUTES,
) -> FetchState:
    """The state after `answer`. `parsed`: the feed in it; None for a 304, the same body again, and for other statuses.

    A 200 whose body is no feed belongs to `after_failure`. `floor` is in minutes.
    """
    if answer.status not in (200, 304):
        return after_failure(state, now, rng, answer)
    state = _moved(_validated(_own_words(state, parsed), answer), answer, now)
    interval = _interval(state, parsed, now, floor)
    wait = timedelta(minutes=interval)
    if not (state.etag or state.last_modified):
        wait = min(2 * wait, timedelta(minutes=CEILING_MINUTES))
    asked = retry_after(answer, now) or timedelta()
    wait = max(wait, freshness(answer), timedelta(minutes=state.pace_minutes), asked)
    return replace(
        state,
        next_check=outside_skips(now + wait, state.skip_hours, state.skip_days),
        leave_until=now + asked if asked else None,
        checked=now,
        succeeded=now,
        failures=0,
        failing_since=None,
        interval_minutes=interval,
        gone=False,
        answer=answer.status,
        fetches=state.fetches + 1,
        not_modified=state.not_modified + (answer.status == 304),
    )


def after_failure(state: FetchState, now: datetime, rng: Random, answer: Answer | None = None) -> FetchState:
    """The state after a fetch that gave no feed; `answer` when there was one, with an error or a body that is no feed.

    Not to be called while the machine is offline: then nothing happened to the feed.
    """
    failures = state.failures + 1
    since = state.failing_since or now
    wait, asked = _penalty(failures, now - since, now, rng, answer)
    failed = replace(
        state,
        checked=now,
        failures=failures,
        failing_since=since,
        answer=answer.status if answer else 0,
        fetches=state.fetches + 1,
        next_check=now + wait,
        leave_until=now + wait if asked else None,
    )
    if answer is None:
        return failed
    failed = replace(failed, moved_to="", moved_seen=0, moved_since=None, gone=answer.status == 410)
    return forget_validators(failed) if answer.status in (200, 304) else failed


def forget_validators(state: FetchState) -> FetchState:
    """For a forced reload, a new address, or a body that did not parse: the next fetch is unconditional."""
    return replace(state, etag="", last_modified="", validated_url="", body_hash="")


def _penalty(
    failures: int, failing: timedelta, now: datetime, rng: Random, answer: Answer | None
) -> tuple[timedelta, bool]:
    """How long to wait, and whether the server asked for that."""
    status = answer.status if answer else 0
    asked = retry_after(answer, now) if answer else None
    if answer and is_challenge(answer):
        wait = DAY
    elif status in _BUSY:
        wait = asked if asked is not None else min(_doubled(FIRST_BUSY_WAIT, failures), DAY)
    elif status in _FORBIDDEN:
        wait = DAY
    elif status == 410 or (status == 404 and failing >= BROKEN_AFTER):
        wait = BROKEN_PROBE
    else:
        wait = rng.random() * min(_doubled(FIRST_RETRY, failures), DAY)
    return max(wait, asked or timedelta(), HANDS_OFF), status in _BUSY or asked is not None


def _doubled(first: timedelta, failures: int) -> timedelta:
    return first * (1 << min(failures - 1, 10))


def _own_words(state: FetchState, parsed: ParsedFeed | None) -> FetchState:
    """What the feed says about itself holds until it says something else, through all 304s."""
    if parsed is None:
        return state
    return replace(
        state,
        pace_minutes=feed_pace(parsed),
        skip_hours=as_bits(parsed.skip_hours, 24),
        skip_days=as_bits(parsed.skip_days, 7),
    )


def _validated(state: FetchState, answer: Answer) -> FetchState:
    if answer.status == 304:
        return replace(state, etag=answer.etag or state.etag, last_modified=answer.last_modified or state.last_modified)
    return replace(
        state,
        etag=answer.etag,
        last_modified=answer.last_modified,
        validated_url=answer.url if answer.etag or answer.last_modified else "",
        body_hash=body_hash(answer.body),
    )


def _moved(state: FetchState, answer: Answer, now: datetime) -> FetchState:
    """Follow a permanent redirect for good only when it has led to a feed three times over a day: portals lie."""
    target = answer.permanent_url
    if not target or target == state.url:
        return replace(state, moved_to="", moved_seen=0, moved_since=None)
    if target != state.moved_to or state.moved_since is None:
        return replace(state, moved_to=target, moved_seen=1, moved_since=now)
    seen = state.moved_seen + 1
    if seen >= MOVED_SIGHTINGS and now - state.moved_since >= MOVED_FOR and _may_rewrite(state, target):
        return replace(state, url=target, moved_to="", moved_seen=0, moved_since=None)
    return replace(state, moved_seen=seen)


def _may_rewrite(state: FetchState, target: str) -> bool:
    """What is secret to one server must not come to another by a redirect."""
    if not (state.header or state.auth_user or state.secret_command):
        return True
    try:
        return same_origin(parse(state.url), parse(target))
    except FetchError:
        return False


def _interval(state: FetchState, parsed: ParsedFeed | None, now: datetime, floor: int) -> int:
    """Minutes between two visits. The dice that shift it are the feed's own, the same each time."""
    lowest = max(floor, LOWEST_FLOOR_MINUTES)
    pace = rhythm(parsed, now) if parsed else None
    if pace is None:
        return min(max(state.interval_minutes, lowest), CEILING_MINUTES)
    minutes = min(max(pace / timedelta(minutes=1), lowest), CEILING_MINUTES)
    shift = 0.2 * Random(state.feed_id).random() - 0.1
    shifted = minutes * (1 + shift)
    return round(min(shifted if shifted >= lowest else minutes * (1 - shift), CEILING_MINUTES))


def _host(url: str) -> str:
    try:
        return parse(url).host
    except FetchError:
        return ""
