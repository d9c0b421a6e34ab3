"""A refresh: a real server, a real library, real job processes."""

import sqlite3
import unicodedata
from contextlib import closing
from pathlib import Path

import pytest

from tests.feed_documents import rss
from tests.refresh.conftest import Morning, follow
from tests.server import Reply, Server
from tui_reader.adding import add_sample
from tui_reader.digest import INLINE_BYTES
from tui_reader.domain.models import Scope
from tui_reader.domain.outcomes import Progress
from tui_reader.domain.problems import ReaderError
from tui_reader.store import Library, LibraryError


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


def test_a_large_feed_comes_in_through_the_job_process(
    morning: Morning, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("tui_reader.absorbing.survey")
    titles = [f"Article {number}" for number in range(60)]
    body = rss(*titles)
    assert len(body) > INLINE_BYTES
    server.script("/feed.xml", Reply(body=body), Reply(body=rss(*titles, body="Quite another text. " * 120)))
    follow(morning.library, server, "/feed.xml")
    assert morning.refresh().new == 60
    article = morning.library.article(morning.library.rows(Scope()).ids[0])
    assert article is not None
    assert article.document.text().startswith("This is sentence number 1")
    morning.later(hours=3)
    report = morning.refresh()
    assert (report.new, report.changed) == (0, 60)


def test_a_change_that_nobody_can_see_is_none(morning: Morning, server: Server) -> None:
    one, two = (rss("One", body=f"Text <a href='https://a.example/?{n}'>there</a>.") for n in range(2))
    server.script("/feed.xml", Reply(body=one), Reply(body=two))
    follow(morning.library, server, "/feed.xml")
    morning.refresh()
    morning.later(hours=3)
    assert morning.refresh().changed == 0
