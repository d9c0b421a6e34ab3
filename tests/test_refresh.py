"""A refresh: a real server, a real library, real job processes."""

import asyncio
import sqlite3
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from tests.feed_documents import rss
from tests.server import Reply, Server
from tui_reader.adding import add_sample
from tui_reader.config import NetworkConfig
from tui_reader.domain.models import Scope, View
from tui_reader.domain.outcomes import Progress, ReaderError, RefreshReport
from tui_reader.jobs import Jobs
from tui_reader.refresh import Refresh
from tui_reader.settling import settle
from tui_reader.store import Library, LibraryError
from tui_reader.web import Client

START = datetime.now(UTC).replace(microsecond=0)


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as library:
        yield library


@pytest.fixture(scope="module")
def jobs() -> Iterator[Jobs]:
    jobs = Jobs(1)
    yield jobs
    jobs.close()


class Morning:
    """Refreshes one library again and again; the clock moves only when told."""

    def __init__(self, library: Library, jobs: Jobs) -> None:
        self.library, self.jobs, self.now = library, jobs, START
        self.reports: list[Progress] = []

    def refresh(self, *, manual: bool = True, feeds: Sequence[int] | None = None, **network: float) -> RefreshReport:
        async def run() -> RefreshReport:
            async with Client(NetworkConfig(**network)) as client:  # type: ignore[arg-type]
                refresh = Refresh(
                    self.library,
                    client,
                    self.jobs,
                    progress=self.reports.append,
                    clock=lambda: self.now,
                    chance=Random(1),
                )
                report = await refresh.run(feeds, manual=manual)
                await settle(self.library, self.jobs)
                return report

        return asyncio.run(run())

    def later(self, **time: float) -> None:
        self.now += timedelta(**time)

    def titles(self) -> list[str]:
        return [head.title for head in self.library.heads(self.library.rows(Scope(View.ALL)).ids)]


@pytest.fixture
def morning(library: Library, jobs: Jobs) -> Morning:
    return Morning(library, jobs)


def follow(library: Library, server: Server, *paths: str) -> list[int]:
    return [library.add_feed(server.url(path), allow_private=server.address)[0] for path in paths]


def test_what_a_feed_carries_comes_in(morning: Morning, server: Server) -> None:
    server.add("/feed.xml", body=rss("Harbour", "Reactor"), type="application/rss+xml", etag='"1"')
    follow(morning.library, server, "/feed.xml")
    report = morning.refresh()
    assert (report.checked, report.new, report.failed) == (1, 2, ())
    assert morning.titles() == ["Harbour", "Reactor"]
    assert morning.library.feeds()[0].title == "Test Wire"
    assert list(morning.library.search("sentence harbour").ids) == list(morning.library.rows(Scope()).ids)


def test_the_second_time_asks_only_whether_there_is_news(morning: Morning, server: Server) -> None:
    server.add(
        "/feed.xml",
        body=rss("One"),
        type="application/rss+xml",
        etag='"1"',
        last_modified="Mon, 02 Nov 2026 08:00:00 GMT",
    )
    follow(morning.library, server, "/feed.xml")
    morning.refresh()
    morning.later(hours=2)
    report = morning.refresh()
    assert (report.new, report.unchanged) == (0, 1)
    assert [request.headers.get("if-none-match") for request in server.requests] == [None, '"1"']
    assert server.requests[1].headers["if-modified-since"] == "Mon, 02 Nov 2026 08:00:00 GMT"


def test_at_start_only_what_is_due_is_asked(morning: Morning, server: Server) -> None:
    server.add("/feed.xml", body=rss("One"), type="application/rss+xml", etag='"1"')
    follow(morning.library, server, "/feed.xml")
    morning.refresh(manual=False)
    morning.later(minutes=10)
    morning.refresh(manual=False)
    assert len(server.requests) == 1
    assert morning.refresh(manual=True).checked == 1


def test_a_change_is_noticed_and_a_dropped_article_stays(morning: Morning, server: Server) -> None:
    server.script(
        "/feed.xml",
        Reply(body=rss("One", "Two"), type="application/rss+xml"),
        Reply(body=rss("Zero", "One", body="All of it is new. " * 60), type="application/rss+xml"),
    )
    follow(morning.library, server, "/feed.xml")
    morning.refresh()
    morning.later(hours=3)
    report = morning.refresh()
    assert (report.new, report.changed) == (1, 1)
    assert sorted(morning.titles()) == ["One", "Two", "Zero"]


def test_each_failure_has_its_reason_and_the_rest_comes_in(morning: Morning, server: Server) -> None:
    server.add("/good.xml", body=rss("Good"), type="application/rss+xml")
    server.add("/page", body="<html><body><p>Welcome</p></body></html>")
    server.add("/broken", status=500)
    server.add("/gone", status=410)
    ids = follow(morning.library, server, "/good.xml", "/page", "/broken", "/gone", "/missing")
    dead, _ = morning.library.add_feed("http://127.0.0.1:1/feed", allow_private="127.0.0.1:1")
    report = morning.refresh()
    assert morning.titles() == ["Good"]
    assert len(report.failed) == 5
    errors = {feed.id: feed.error for feed in morning.library.feeds()}
    assert errors[ids[0]] == ""
    assert "web page" in errors[ids[1]]
    assert "500" in errors[ids[2]]
    assert "gone" in errors[ids[3]]
    assert "404" in errors[ids[4]]
    assert "refused" in errors[dead]


def test_a_redirect_never_leads_into_the_own_network(morning: Morning, server: Server) -> None:
    with Server() as inside:
        inside.add("/secret", body=rss("Secret"))
        server.redirect("/feed.xml", inside.url("/secret"))
        (feed,) = follow(morning.library, server, "/feed.xml")
        morning.refresh()
        assert inside.requests == []
    error = morning.library.feed(feed)
    assert error is not None
    assert "private" in error.error


def test_an_address_that_asks_for_quiet_gets_it(morning: Morning, server: Server) -> None:
    server.add("/feed.xml", status=429, headers={"Retry-After": "7200"})
    follow(morning.library, server, "/feed.xml")
    morning.refresh()
    morning.later(hours=1)
    report = morning.refresh()
    assert len(server.requests) == 1
    assert "left alone" in report.skipped[0][1]


def test_progress_is_told_and_adds_up(morning: Morning, server: Server) -> None:
    paths = [f"/{number}.xml" for number in range(25)]
    for path in paths:
        server.add(path, body=rss(f"a {path}", f"b {path}"), type="application/rss+xml")
    follow(morning.library, server, *paths)
    report = morning.refresh()
    assert report.new == 50
    assert morning.reports[0] == Progress(0, 25)
    assert (morning.reports[-1].done, morning.reports[-1].total, morning.reports[-1].new) == (25, 25, 50)
    assert sorted(i for progress in morning.reports for i in progress.new_ids) == list(range(1, 51))
    assert server.busiest == 1, "one request at a time to one host"


def test_without_a_network_nothing_is_held_against_the_feeds(morning: Morning, tmp_path: Path) -> None:
    ids = [morning.library.add_feed(f"https://host-{n}.invalid/feed")[0] for n in range(5)]
    report = morning.refresh()
    assert report.offline
    assert report.failed == ()
    assert [state.failures for state in morning.library.fetch_states(ids)] == [0] * 5


def test_one_dead_name_among_living_ones_is_that_feeds_fault(morning: Morning, server: Server) -> None:
    server.add("/feed.xml", body=rss("One"), type="application/rss+xml")
    dead, _ = morning.library.add_feed("https://host.invalid/feed")
    follow(morning.library, server, "/feed.xml")
    report = morning.refresh()
    assert not report.offline
    assert [state.failures for state in morning.library.fetch_states([dead])] == [1]


def test_the_sample_edition_is_never_asked_for_over_the_network(morning: Morning) -> None:
    add_sample(morning.library)
    report = morning.refresh()
    assert (report.checked, report.unchanged, report.failed) == (0, 1, ())


def test_a_second_reader_does_not_refresh_at_the_same_time(morning: Morning, server: Server) -> None:
    server.add("/feed.xml", body=rss("One"), delay=0.5)
    follow(morning.library, server, "/feed.xml")
    with Library.open(morning.library.path) as other:
        assert other.acquire_refresh()
        with pytest.raises(ReaderError, match="another tui-reader"):
            morning.refresh()
        other.release_refresh()
    assert morning.refresh().new == 1


def test_a_hostile_feed_comes_in_harmless(morning: Morning, server: Server) -> None:
    server.add(
        "/feed.xml", body=rss("Re: [/foo] \u202e[@click=app.quit]x[/]", name="W\u009b31mire", body="\u009d0;PWNED" * 90)
    )
    follow(morning.library, server, "/feed.xml")
    morning.refresh()
    head = morning.library.heads(morning.library.rows(Scope()).ids)[0]
    assert head.title == "Re: [/foo] [@click=app.quit]x[/]"
    body = morning.library.article(head.id)
    assert body is not None
    for text in (head.feed, body.document.text()):
        assert text
        assert not any(unicodedata.category(character) == "Cc" for character in text)


def test_a_library_that_cannot_be_written_is_said_and_nothing_is_half_stored(morning: Morning, server: Server) -> None:
    server.add("/feed.xml", body=rss("One", "Two"), type="application/rss+xml")
    follow(morning.library, server, "/feed.xml")
    with closing(sqlite3.connect(morning.library.path)) as db:
        db.execute("CREATE TRIGGER full BEFORE INSERT ON article BEGIN SELECT RAISE(ABORT, 'disk full'); END")
        db.commit()
        with pytest.raises(LibraryError):
            morning.refresh()
        db.execute("DROP TRIGGER full")
        db.commit()
    assert morning.titles() == []
    assert morning.refresh().new == 2
