"""Times that servers and feeds name: always within bounds, whatever they write."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.domain.models import ParsedEntry, ParsedFeed
from tui_reader.web import Answer
from tui_reader.web.hints import (
    DAY,
    RETRY_LIMIT,
    as_bits,
    feed_pace,
    freshness,
    http_date,
    outside_skips,
    retry_after,
    rhythm,
)

NOW = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
WORDS = st.text(max_size=60) | st.lists(
    st.sampled_from(["Mon, ", "02 ", "Mar ", "2026 ", "99999 ", "08:30:00 ", "25:61:00", "GMT", "+9999", "-0000",
                     "max-age=", "9" * 30, "-1", ","]),
    max_size=8,
).map("".join)  # fmt: skip


@given(WORDS, WORDS, WORDS, WORDS, WORDS)
def test_whatever_headers_say(retry: str, cache: str, expires: str, date: str, age: str) -> None:
    answer = Answer(status=200, url="", retry_after=retry, cache_control=cache, expires=expires, date=date, age=age)
    asked = retry_after(answer, NOW)
    assert asked is None or timedelta() <= asked <= RETRY_LIMIT
    assert timedelta() <= freshness(answer) <= DAY
    found = http_date(date)
    assert found is None or found.tzinfo is UTC


def test_dates_of_http() -> None:
    wanted = datetime(1994, 11, 6, 8, 49, 37, tzinfo=UTC)
    for text in ("Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun, 06 Nov 1994 10:49:37 +0200"):
        assert http_date(text) == wanted
    assert http_date("") is http_date("tomorrow") is http_date("0") is None


@given(st.integers(-(10**12), 10**12) | st.none(), st.integers(-(10**12), 10**12) | st.none())
def test_a_feeds_own_pace_is_a_day_at_most(ttl: int | None, update: int | None) -> None:
    assert 0 <= feed_pace(ParsedFeed(ttl_minutes=ttl, update_minutes=update)) <= 1440


@given(st.lists(MOMENTS | st.none(), max_size=15))
def test_the_rhythm_of_any_dates(dates: list[datetime | None]) -> None:
    entries = tuple(ParsedEntry(guid=str(n), published=date) for n, date in enumerate(dates))
    found = rhythm(ParsedFeed(entries=entries), NOW)
    assert (found is None) == (sum(date is not None for date in dates) < 2)
    assert found is None or found >= timedelta()


@given(MOMENTS, st.frozensets(st.integers(-2, 30)), st.frozensets(st.integers(-1, 8)))
def test_skips_put_off_and_never_for_ever(when: datetime, hours: frozenset[int], days: frozenset[int]) -> None:
    skip_hours, skip_days = as_bits(hours, 24), as_bits(days, 7)
    found = outside_skips(when, skip_hours, skip_days)
    assert when <= found <= when + 8 * DAY
    assert not skip_hours >> found.hour & 1
    assert not skip_days >> found.weekday() & 1
