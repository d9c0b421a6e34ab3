"""What servers and feeds say about when to come again: headers and feed fields as times. Pure."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from itertools import pairwise

from ..domain.models import ParsedFeed
from .answer import Answer

DAY = timedelta(days=1)
HINT_LIMIT = DAY
"""No hint keeps a feed from being asked for longer than this."""
RETRY_LIMIT = timedelta(days=31)

_MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,10})", re.IGNORECASE)


def http_date(text: str) -> datetime | None:
    """A date of HTTP (RFC 9110, 5.6.7), aware and in UTC; None when it is none."""
    try:
        found = parsedate_to_datetime(text[:64])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    try:
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def retry_after(answer: Answer, now: datetime) -> timedelta | None:
    """How long the server wants to be left alone, at most 31 days; None when it does not say."""
    text = answer.retry_after.strip()
    if text.isascii() and text.isdigit():
        return min(timedelta(seconds=int(text[:9])), RETRY_LIMIT)
    if (until := http_date(text)) is None:
        return None
    return min(max(until - (http_date(answer.date) or now), timedelta()), RETRY_LIMIT)


def freshness(answer: Answer) -> timedelta:
    """How long the answer stays fresh by Cache-Control or Expires, at most a day."""
    if found := _MAX_AGE.search(answer.cache_control):
        age = int(answer.age[:9]) if answer.age.isascii() and answer.age.isdigit() else 0
        return _hint(timedelta(seconds=int(found[1]) - age))
    expires, date = http_date(answer.expires), http_date(answer.date)
    return _hint(expires - date) if expires and date else timedelta()


def feed_pace(feed: ParsedFeed) -> int:
    """Minutes between its changes by the feed's own word (ttl, sy:updatePeriod), at most a day's; 0 for no word."""
    return min(max(feed.ttl_minutes or 0, feed.update_minutes or 0, 0), round(HINT_LIMIT / timedelta(minutes=1)))


def as_bits(numbers: Iterable[int], size: int) -> int:
    """Hours or days as a set of bits; all of them mean none, since some time must be left."""
    bits = sum(1 << number for number in {number % size for number in numbers if 0 <= number <= size})
    return bits if bits != (1 << size) - 1 else 0


def rhythm(feed: ParsedFeed, now: datetime) -> timedelta | None:
    """How often new articles came lately: half the median gap of the last ten. None when too few carry dates.

    A feed that has fallen silent is slower than it was: at least a tenth of its silence.
    """
    dates = sorted((entry.published for entry in feed.entries if entry.published), reverse=True)[:11]
    if len(dates) < 2:
        return None
    gaps = sorted(newer - older for newer, older in pairwise(dates))
    return max(gaps[len(gaps) // 2] / 2, (now - dates[0]) / 10)


def outside_skips(when: datetime, hours: int, days: int) -> datetime:
    """`when`, put off until it falls into none of the `hours` and `days` (sets of bits) that a feed wants skipped."""
    moment = when.astimezone(UTC)
    for _ in range(8 * 24):
        if not (hours >> moment.hour & 1 or days >> moment.weekday() & 1):
            return moment
        moment = moment.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return when


def _hint(length: timedelta) -> timedelta:
    return min(max(length, timedelta()), HINT_LIMIT)
