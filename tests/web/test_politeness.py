"""The ten rules of politeness, each against a scripted server and a clock that the test turns."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from random import Random

import pytest

from tui_reader.config import NetworkConfig
from tui_reader.domain.fetching import FeedUpdate, FetchState
from tui_reader.domain.models import ParsedEntry, ParsedFeed
from tui_reader.store import Library
from tui_reader.web import Client, FetchError, FetchProblem, politeness

from ..server import Reply, Request, Server

START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
"""A Monday."""
FEED = "application/rss+xml"
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


def later(hours: int) -> str:
    """A date as servers write it."""
    return format_datetime(START + hours * HOUR, usegmt=True)


@dataclass
class Reader:
    """What a refresh does with one feed, over a real library and a real connection; the clock is the test's."""

    client: Client
    library: Library
    state: FetchState
    feed: ParsedFeed = field(default_factory=lambda: ParsedFeed(title="News"))
    now: datetime = START
    dice: Random = field(default_factory=lambda: Random(1))

    async def refresh(self, *, manual: bool = False) -> bool:
        """Whether the server was asked."""
        if not politeness.due(self.state, self.now, manual).yes:
            return False
        parsed = None
        try:
            answer = await self.client.fetch_feed(self.state)
        except FetchError as error:
            if error.kind is not FetchProblem.OFFLINE:
                self.save(politeness.after_failure(self.state, self.now, self.dice))
            return True
        if answer.status == 200 and "html" in answer.content_type:
            self.save(politeness.after_failure(self.state, self.now, self.dice, answer))
            return True
        if answer.status == 200 and self.state.body_hash != politeness.body_hash(answer.body):
            parsed = self.feed
        self.save(politeness.after_answer(self.state, answer, parsed, self.now, self.dice), parsed)
        return True

    def save(self, state: FetchState, parsed: ParsedFeed | None = None) -> None:
        """Into the library and back, so that every rule holds over a restart."""
        self.library.save_updates([FeedUpdate(feed_id=state.feed_id, state=state, now=self.now, feed=parsed)])
        [self.state] = self.library.fetch_states([state.feed_id])

    async def at(self, moment: datetime, *, manual: bool = False) -> bool:
        self.now = moment
        return await self.refresh(manual=manual)

    async def when_due(self) -> bool:
        assert self.state.next_check is not None
        return await self.at(self.state.next_check)

    @property
    def wait(self) -> timedelta:
        assert self.state.next_check is not None
        return self.state.next_check - self.now


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture
async def reader(server: Server, tmp_path: Path) -> AsyncIterator[Reader]:
    library = Library.open(tmp_path / "library.db")
    feed_id, _ = library.add_feed(server.url("/feed"), allow_private=server.address)
    async with Client(NetworkConfig(proxy="none")) as client:
        yield Reader(client, library, library.fetch_states([feed_id])[0])
    library.close()


def articles(*ages: timedelta) -> ParsedFeed:
    return ParsedFeed(
        title="News",
        entries=tuple(ParsedEntry(guid=str(n), title=str(n), published=START - age) for n, age in enumerate(ages)),
    )


# ---- rule 1: validators ----


async def test_validators_are_kept_verbatim_and_sent_back(reader: Reader, server: Server) -> None:
    date = "Sun, 01 Mar 2026 12:00:00 GMT"
    server.add("/feed", body="<rss/>", type=FEED, etag="W/\"a,b 'c'\"", last_modified=date)
    assert await reader.refresh()
    assert await reader.when_due()
    assert reader.state.answer == 304
    assert server.requests[1].headers["if-none-match"] == "W/\"a,b 'c'\""
    assert server.requests[1].headers["if-modified-since"] == date


async def test_a_304_brings_validators_up_to_date(reader: Reader, server: Server) -> None:
    server.script(
        "/feed",
        Reply(body="<rss/>", type=FEED, etag='"1"', last_modified="Sun, 01 Mar 2026 12:00:00 GMT"),
        Reply(status=304, etag='"2"'),
    )
    await reader.refresh()
    await reader.when_due()
    assert (reader.state.etag, reader.state.last_modified) == ('"2"', "Sun, 01 Mar 2026 12:00:00 GMT")
    assert (reader.state.fetches, reader.state.not_modified) == (2, 1)


async def test_validators_that_are_gone_from_a_200_are_forgotten(reader: Reader, server: Server) -> None:
    server.script("/feed", Reply(body="1", type=FEED, etag='"1"'), Reply(body="2", type=FEED))
    await reader.refresh()
    await reader.when_due()
    assert (reader.state.etag, reader.state.validated_url) == ("", "")


async def test_validators_of_what_is_no_feed_are_not_used(reader: Reader, server: Server) -> None:
    server.script("/feed", Reply(body="1", type=FEED, etag='"1"'), Reply(body="<html>", etag='"2"'))
    await reader.refresh()
    await reader.when_due()
    assert (reader.state.etag, reader.state.body_hash, reader.state.failures) == ("", "", 1)
    await reader.when_due()
    assert not server.requests[2].conditional


async def test_a_forced_reload_asks_for_everything(reader: Reader, server: Server) -> None:
    server.add("/feed", body="1", type=FEED, etag='"1"')
    await reader.refresh()
    reader.state = politeness.forget_validators(reader.state)
    await reader.when_due()
    assert not server.requests[1].conditional


async def test_validators_belong_to_the_address_that_gave_them(reader: Reader, server: Server) -> None:
    server.script(
        "/feed", Reply(status=302, location="/a"), Reply(status=302, location="/a"), Reply(status=302, location="/b")
    )
    server.add("/a", body="1", type=FEED, etag='"1"')
    server.add("/b", body="1", type=FEED, etag='"1"')
    for _ in range(3):
        await reader.at(reader.now + 2 * DAY)
    assert [request.conditional for request in server.requests if request.path != "/feed"] == [False, True, False]


# ---- rule 2: unconditional only when there is no other way ----


async def test_a_server_without_validators_is_asked_half_as_often(reader: Reader, server: Server) -> None:
    server.add("/feed", body="<rss/>", type=FEED)
    await reader.refresh()
    assert reader.wait == 2 * HOUR
    server.add("/feed", body="<rss/>", type=FEED, etag='"1"')
    await reader.when_due()
    assert reader.wait == HOUR


async def test_the_same_body_again_is_known_by_its_hash(reader: Reader, server: Server) -> None:
    server.add("/feed", body="<rss/>", type=FEED)
    await reader.refresh()
    assert reader.state.body_hash == politeness.body_hash(b"<rss/>")
    succeeded = reader.state.succeeded
    await reader.when_due()
    assert (reader.state.failures, reader.state.body_hash) == (0, politeness.body_hash(b"<rss/>"))
    assert reader.state.succeeded != succeeded


# ---- rule 3: when to come again ----


async def test_an_hour_is_the_floor(reader: Reader, server: Server) -> None:
    server.add("/feed", body="<rss/>", type=FEED, etag='"1"', headers={"Cache-Control": "max-age=60"})
    await reader.refresh()
    assert reader.wait == HOUR
    assert not await reader.at(START + 59 * MINUTE)
    assert await reader.at(START + HOUR)


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"Cache-Control": "public, max-age=7200"}, 2 * HOUR),
        ({"Cache-Control": "max-age=7200", "Age": "1800"}, 1.5 * HOUR),
        ({"Cache-Control": "s-maxage=9000, no-cache"}, HOUR),
        ({"Cache-Control": "max-age=99999999"}, DAY),
        ({"Cache-Control": "max-age=-5"}, HOUR),
        ({"Cache-Control": 'max-age="7200"'}, 2 * HOUR),
        ({"Expires": later(3), "Date": later(0)}, 3 * HOUR),
        ({"Expires": "0", "Date": later(0)}, HOUR),
        ({"Expires": "Thu, 01 Jan 99999 00:00:00 GMT", "Date": "nonsense"}, HOUR),
        ({"Retry-After": "10800"}, 3 * HOUR),
        ({"Retry-After": later(4), "Date": later(0)}, 4 * HOUR),
        ({"Retry-After": "99999999999999999999"}, timedelta(days=31)),
        ({"Retry-After": "soon"}, HOUR),
        ({"Retry-After": "-1"}, HOUR),
    ],
)  # fmt: skip
async def test_what_the_headers_ask_for(
    reader: Reader, server: Server, headers: dict[str, str], wait: timedelta
) -> None:
    server.add("/feed", body="<rss/>", type=FEED, etag='"1"', headers=headers)
    await reader.refresh()
    assert reader.wait == wait


@pytest.mark.parametrize(
    ("feed", "wait"),
    [
        (ParsedFeed(ttl_minutes=180), 3 * HOUR),
        (ParsedFeed(update_minutes=240), 4 * HOUR),
        (ParsedFeed(ttl_minutes=100_000_000), DAY),
        (ParsedFeed(ttl_minutes=-5), HOUR),
        (ParsedFeed(skip_hours=frozenset({9, 10, 11})), 4 * HOUR),
        (ParsedFeed(skip_hours=frozenset({9, 24})), 2 * HOUR),
        (ParsedFeed(skip_hours=frozenset(range(24))), HOUR),
        (ParsedFeed(skip_days=frozenset({0, 1})), 2 * DAY - 8 * HOUR),
        (ParsedFeed(skip_days=frozenset(range(7))), HOUR),
    ],
)
async def test_what_the_feed_asks_for_holds_through_every_304(
    reader: Reader, server: Server, feed: ParsedFeed, wait: timedelta
) -> None:
    server.add("/feed", body="<rss/>", type=FEED, etag='"1"')
    reader.feed = feed
    await reader.refresh()
    assert reader.wait == wait
    await reader.at(START + 7 * DAY)
    assert (reader.state.answer, reader.wait) == (304, wait)


# ---- rule 4: what the user wants ----


async def test_a_wish_comes_before_the_interval_but_not_before_five_minutes(reader: Reader, server: Server) -> None:
    server.add("/feed", body="<rss/>", type=FEED, etag='"1"')
    await reader.refresh()
    assert not await reader.at(START + 4 * MINUTE, manual=True)
    due = politeness.due(reader.state, reader.now, True)
    assert due.reason == "it answered 4 min ago; wait 5 min between two visits"
    assert not await reader.at(START + 5 * MINUTE)
    assert await reader.at(START + 5 * MINUTE, manual=True)


async def test_a_wish_does_not_come_before_what_the_server_asked_for(reader: Reader, server: Server) -> None:
    server.add("/feed", status=429, headers={"Retry-After": "7200"})
    await reader.refresh()
    assert not await reader.at(START + HOUR, manual=True)
    assert (
        politeness.due(reader.state, reader.now, True).reason == "the server asks to be left alone for another 60 min"
    )
    assert await reader.at(START + 2 * HOUR, manual=True)


async def test_at_the_start_only_what_is_due_is_asked(reader: Reader, server: Server) -> None:
    server.add("/feed", body="<rss/>", type=FEED, etag='"1"')
    await reader.refresh()
    again = Library.open(reader.library.path)
    [state] = again.fetch_states()
    again.close()
    assert not politeness.due(state, START + 30 * MINUTE, False).yes
    assert politeness.due(state, START + 90 * MINUTE, False).yes


def test_a_clock_that_was_wrong_locks_no_feed_for_years() -> None:
    far = START + timedelta(days=3650)
    state = FetchState(feed_id=1, url="https://a.example/", next_check=far, checked=far, leave_until=far, answer=200)
    assert politeness.due(state, START, False).yes
    assert politeness.due(state, START, True).yes


# ---- rule 5: the interval follows the feed ----


@pytest.mark.parametrize(
    ("feed", "least", "most"),
    [
        (articles(*(n * timedelta(hours=8) for n in range(12))), 3.6, 4.4),
        (articles(*(n * timedelta(minutes=5) for n in range(12))), 1, 1.1),
        (articles(*(n * timedelta(days=9) for n in range(12))), 21.6, 24),
        (articles(*(20 * DAY + n * HOUR for n in range(12))), 21.6, 24),
        (articles(*(5 * DAY + n * HOUR for n in range(12))), 10.8, 13.2),
        (articles(HOUR), 1, 1),
        (articles(), 1, 1),
    ],
)
async def test_the_interval_follows_the_feed(
    reader: Reader, server: Server, feed: ParsedFeed, least: float, most: float
) -> None:
    server.add("/feed", body="<rss/>", type=FEED, etag='"1"')
    reader.feed = feed
    await reader.refresh()
    assert least <= reader.wait / HOUR <= most
    kept = reader.state.interval_minutes
    await reader.when_due()
    assert (reader.state.answer, reader.state.interval_minutes) == (304, kept)


def test_the_jitter_is_a_feeds_own() -> None:
    feed = articles(*(n * timedelta(hours=8) for n in range(12)))
    answer = ok()
    waits = []
    for number in range(40):
        states = [
            politeness.after_answer(
                FetchState(feed_id=number, url="https://a.example/"), answer, feed, START, Random(seed)
            )
            for seed in (1, 2)
        ]
        assert states[0] == states[1]
        waits.append(states[0].interval_minutes)
    assert len(set(waits)) > 20
    assert all(216 <= wait <= 264 for wait in waits)


def test_the_user_may_lower_the_floor_to_a_quarter_of_an_hour() -> None:
    feed = articles(*(n * MINUTE for n in range(12)))
    state = FetchState(feed_id=1, url="https://a.example/")
    for floor, least in ((20, 20), (1, 15)):
        after = politeness.after_answer(state, ok(), feed, START, Random(1), floor=floor)
        assert least <= after.interval_minutes <= least * 1.1


def ok() -> politeness.Answer:
    return politeness.Answer(status=200, url="https://a.example/", etag='"1"')


# ---- rule 6: moving ----


async def moving(reader: Reader, server: Server, status: int) -> None:
    server.redirect("/feed", "/new", status)
    server.add("/new", body="<rss/>", type=FEED, etag='"1"')


@pytest.mark.parametrize("status", [301, 308])
async def test_a_feed_moves_for_good_after_three_sightings_over_a_day(
    reader: Reader, server: Server, status: int
) -> None:
    await moving(reader, server, status)
    for hours in (0, 10, 20, 23):
        await reader.at(START + hours * HOUR)
        assert reader.state.url == server.url("/feed")
    await reader.at(START + 25 * HOUR)
    assert (reader.state.url, reader.state.moved_to, reader.state.moved_seen) == (server.url("/new"), "", 0)
    server.forget()
    await reader.at(START + 50 * HOUR)
    assert server.paths == ["/new"]
    assert server.requests[0].conditional


async def test_two_sightings_are_not_enough_however_far_apart(reader: Reader, server: Server) -> None:
    await moving(reader, server, 301)
    for days in (0, 30):
        await reader.at(START + days * DAY)
    assert (reader.state.url, reader.state.moved_seen) == (server.url("/feed"), 2)


@pytest.mark.parametrize("status", [302, 303, 307])
async def test_a_passing_redirect_never_moves_a_feed(reader: Reader, server: Server, status: int) -> None:
    await moving(reader, server, status)
    for days in range(5):
        await reader.at(START + days * DAY)
    assert (reader.state.url, reader.state.moved_to) == (server.url("/feed"), "")


async def test_a_captive_portal_moves_nothing(reader: Reader, server: Server) -> None:
    server.redirect("/feed", "/login", 301)
    server.add("/login", body="<html>pay here</html>")
    for days in range(0, 10, 2):
        await reader.at(START + days * DAY)
    assert (reader.state.url, reader.state.moved_to) == (server.url("/feed"), "")
    server.add("/feed", body="<rss/>", type=FEED)
    await reader.at(START + 30 * DAY)
    assert (reader.state.failures, reader.state.moved_seen) == (0, 0)


async def test_a_move_that_is_taken_back_begins_anew(reader: Reader, server: Server) -> None:
    await moving(reader, server, 301)
    await reader.at(START)
    await reader.at(START + 12 * HOUR)
    server.add("/feed", body="<rss/>", type=FEED)
    await reader.at(START + DAY)
    assert (reader.state.moved_to, reader.state.moved_seen, reader.state.moved_since) == ("", 0, None)


async def test_only_the_lasting_part_of_a_chain_is_kept(reader: Reader, server: Server) -> None:
    server.redirect("/feed", "/home", 301)
    server.redirect("/home", "/today", 302)
    server.add("/today", body="<rss/>", type=FEED)
    for days in range(3):
        await reader.at(START + days * DAY)
    assert reader.state.url == server.url("/home")


def test_a_move_to_another_server_takes_no_secret_along() -> None:
    answer = replace(ok(), url="https://evil.example/", hops=((301, "https://a.example/"),))
    seen = {"moved_to": "https://evil.example/", "moved_seen": 9, "moved_since": START - 9 * DAY}
    for secret in ({"auth_user": "me"}, {"header": "X-Token: 1"}, {"secret_command": "pass news"}):
        state = FetchState(feed_id=1, url="https://a.example/", **seen, **secret)  # type: ignore[arg-type]
        assert politeness.after_answer(state, answer, ParsedFeed(), START, Random(1)).url == "https://a.example/"
    free = FetchState(feed_id=1, url="https://a.example/", **seen)  # type: ignore[arg-type]
    assert politeness.after_answer(free, answer, ParsedFeed(), START, Random(1)).url == "https://evil.example/"


# ---- rule 7: gone, missing, forbidden ----


async def test_what_is_gone_is_never_asked_again(reader: Reader, server: Server) -> None:
    server.add("/feed", status=410)
    await reader.refresh()
    assert reader.state.gone
    for manual in (False, True):
        assert not await reader.at(START + 400 * DAY, manual=manual)
    assert politeness.due(reader.state, reader.now, True).reason == "the server said that this feed is gone for good"


async def test_what_is_missing_is_asked_less_and_less_and_after_a_week_weekly(reader: Reader, server: Server) -> None:
    server.add("/feed", status=404)
    begun = reader.now
    await reader.refresh()
    while reader.now - begun < 7 * DAY:
        assert reader.wait <= DAY
        await reader.when_due()
    assert reader.wait == 7 * DAY
    assert not reader.state.gone
    assert 7 <= len(server.requests) < 80


@pytest.mark.parametrize("status", [401, 403])
async def test_what_is_forbidden_is_asked_daily(reader: Reader, server: Server, status: int) -> None:
    server.add("/feed", status=status)
    await reader.refresh()
    assert reader.wait == DAY
    await reader.when_due()
    assert reader.wait == DAY


async def test_a_challenge_is_named_and_left_alone_for_a_day(reader: Reader, server: Server) -> None:
    server.add(
        "/feed", status=503, body="<html><title>Just a moment...</title><script src='/cdn-cgi/challenge-platform/x'>"
    )
    answer = await reader.client.fetch_feed(reader.state)
    assert politeness.reason_for(answer) == "the site lets only browsers in: it asks for a proof of being human (503)"
    await reader.refresh()
    assert reader.wait == DAY
    assert not politeness.is_challenge(replace(answer, body=b"<html>captcha is a word of the news</html>"))
    assert not politeness.is_challenge(replace(answer, content_type="application/rss+xml"))


# ---- rule 8: busy and broken servers ----


@pytest.mark.parametrize("status", [429, 503])
async def test_a_busy_server_gets_an_hour_then_two_up_to_a_day(reader: Reader, server: Server, status: int) -> None:
    server.add("/feed", status=status)
    await reader.refresh()
    waits = [reader.wait]
    for _ in range(6):
        await reader.when_due()
        waits.append(reader.wait)
    assert waits == [HOUR * n for n in (1, 2, 4, 8, 16, 24, 24)]


@pytest.mark.parametrize(
    ("asked", "wait"), [("120", timedelta(minutes=5)), ("0", timedelta(minutes=5)), ("5400", 1.5 * HOUR)]
)
async def test_a_busy_server_that_names_a_time_gets_that(
    reader: Reader, server: Server, asked: str, wait: timedelta
) -> None:
    server.add("/feed", status=503, headers={"Retry-After": asked})
    await reader.refresh()
    assert reader.wait == wait


async def test_the_whole_host_is_left_alone(reader: Reader, server: Server) -> None:
    server.add("/feed", status=429, headers={"Retry-After": "3600"})
    await reader.refresh()
    neighbour = FetchState(feed_id=2, url=server.url("/other"))
    stranger = FetchState(feed_id=3, url="https://other.example/")
    waits = politeness.HostWaits([reader.state, neighbour, stranger])
    assert not politeness.due(neighbour, START + MINUTE, False, waits).yes
    assert not politeness.due(neighbour, START + MINUTE, True, waits).yes
    assert politeness.due(neighbour, START + HOUR, True, waits).yes
    assert politeness.due(stranger, START + MINUTE, False, waits).yes


async def test_other_failures_wait_longer_each_time_and_not_all_together(reader: Reader, server: Server) -> None:
    server.add("/feed", status=500)
    state = reader.state
    answer = await reader.client.fetch_feed(state)
    for failures in range(12):
        most = min(15 * MINUTE * 2**failures, DAY)
        waits = []
        for seed in range(60):
            after = politeness.after_failure(replace(state, failures=failures), START, Random(seed), answer)
            assert after.next_check is not None
            waits.append(after.next_check - START)
        assert min(waits) >= 5 * MINUTE
        assert max(waits) <= most
        assert max(waits) > 0.8 * most
        assert len(set(waits)) > 20


async def test_a_server_that_is_away_may_be_tried_again_by_wish(reader: Reader, server: Server) -> None:
    server.close()
    await reader.refresh()
    assert (reader.state.failures, reader.state.answer, reader.state.failing_since) == (1, 0, START)
    assert await reader.at(START + MINUTE, manual=True)
    assert reader.state.failures == 2


async def test_one_answer_makes_all_well_again(reader: Reader, server: Server) -> None:
    server.script("/feed", *[Reply(status=500)] * 4, Reply(body="<rss/>", type=FEED, etag='"1"'))
    for _ in range(5):
        await reader.at(reader.now + DAY)
    assert (reader.state.failures, reader.state.failing_since, reader.wait) == (0, None, HOUR)


def test_a_machine_without_a_network_is_told_from_servers_that_are_away() -> None:
    offline, dns, refused = FetchProblem.OFFLINE, FetchProblem.DNS, FetchProblem.REFUSED
    assert politeness.looks_offline([offline], 0)
    assert politeness.looks_offline([dns, offline, dns], 0)
    assert politeness.looks_offline([dns] * 5, 0)
    assert not politeness.looks_offline([dns] * 5, 1)
    assert not politeness.looks_offline([dns], 0)
    assert not politeness.looks_offline([dns, dns, refused], 0)
    assert not politeness.looks_offline([], 0)


# ---- rules 9 and 10: one at a time, and nothing that was not asked for ----


async def test_one_request_at_a_time_and_nothing_but_the_feed(reader: Reader, server: Server) -> None:
    def feed(request: Request) -> Reply:
        return Reply(body=f"<rss><link>{server.url('/page')}</link></rss>", type=FEED, etag='"1"',
                     headers={"Set-Cookie": "a=1", "Link": "</favicon.ico>; rel=icon"}, delay=0.05)  # fmt: skip

    for number in range(4):
        server.add(f"/{number}", feed)
    states = [FetchState(feed_id=n, url=server.url(f"/{n}"), allow_private=server.address) for n in range(4)]
    for _ in range(2):
        await asyncio.gather(*(reader.client.fetch_feed(state) for state in states))
    assert server.busiest == 1
    assert sorted(server.paths) == ["/0", "/0", "/1", "/1", "/2", "/2", "/3", "/3"]
    for request in server.requests:
        assert not {"cookie", "referer"} & set(request.headers)
        assert request.headers["accept-encoding"] == "gzip, deflate"


@pytest.mark.parametrize(
    ("length", "words"),
    [(0, "1 s"), (40, "40 s"), (89, "89 s"), (90, "2 min"), (300, "5 min"), (3600, "60 min"), (5400, "2 h"),
     (86400, "24 h"), (172800, "2 days"), (31 * 86400, "31 days")],
)  # fmt: skip
def test_spans_in_words(length: int, words: str) -> None:
    assert politeness.span(timedelta(seconds=length)) == words
