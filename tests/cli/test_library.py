"""add, refresh, list, show, search, feeds, remove: the same library without the screen."""

import json
import re
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.cli.test_texts import PARAGRAPHS
from tests.library import NOW, add_articles, document, entry
from tests.server import Reply, Server
from tui_reader.domain.document import Status
from tui_reader.store import Library

BODY = "".join(f"&lt;p&gt;{paragraph}&lt;/p&gt;" for paragraph in PARAGRAPHS)
ARTICLE = {"id", "feed", "title", "url", "author", "published", "read", "starred", "later", "words", "minutes"}


def feed(*titles: str, name: str = "Northhaven Post", body: str = BODY) -> str:
    items = "".join(
        f"<item><title>{title}</title><link>http://news.example.org/{number}</link><guid>{number}</guid>"
        f"<author>desk@example.org (A. Writer)</author><pubDate>Mon, {number:02} Jun 2026 07:40:00 GMT</pubDate>"
        f"<description>{body}</description></item>"
        for number, title in enumerate(titles, 1)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>'
        f"<title>{name}</title><link>http://news.example.org/</link>{items}</channel></rss>"
    )


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        server.add(
            "/feed.xml", body=feed("Harbour line approved", "Ferry moves", "Bakery opens"), type="text/xml", etag='"1"'
        )
        server.add(
            "/",
            body="<html><head><link rel=alternate type='application/rss+xml' title=Post href=/feed.xml></head></html>",
        )
        yield server


def listed(cli: Cli, *arguments: str) -> list[dict[str, object]]:
    records: list[dict[str, object]] = json.loads(cli("list", "--json", *arguments).out)
    return records


def test_follow_a_feed_and_read_it(cli: Cli, server: Server) -> None:
    added = cli("add", server.url("/feed.xml"))
    assert added.status == 0, added.err
    assert "Northhaven Post" in added.out
    assert cli("refresh").status == 0
    articles = listed(cli)
    assert [article["title"] for article in articles] == ["Bakery opens", "Ferry moves", "Harbour line approved"]
    first = articles[-1]
    assert set(first) == ARTICLE
    assert first | {"id": 0, "words": 0, "minutes": 0} == {
        "id": 0,
        "feed": "Northhaven Post",
        "title": "Harbour line approved",
        "url": "http://news.example.org/1",
        "author": "A. Writer",
        "published": "2026-06-01T07:40:00Z",
        "read": False,
        "starred": False,
        "later": False,
        "words": 0,
        "minutes": 0,
    }
    assert first["words"] == pytest.approx(sum(len(paragraph.split()) for paragraph in PARAGRAPHS), abs=12)
    shown = json.loads(cli("show", str(first["id"]), "--json").out)
    assert set(shown) == ARTICLE | {"text", "summary"}
    assert shown["text"] == "\n\n".join(PARAGRAPHS)
    assert set(shown["summary"]) == {"state", "sentences", "of"}
    assert shown["summary"]["state"] in ("summary", "teaser")
    assert all(sentence["text"] in shown["text"] for sentence in shown["summary"]["sentences"])
    assert listed(cli)[-1]["read"] is False


def test_the_library_is_private(cli: Cli, home: Path) -> None:
    cli("feeds")
    library = next((home / "data").rglob("library.db"))
    assert stat.S_IMODE(library.stat().st_mode) == 0o600
    assert stat.S_IMODE(library.parent.stat().st_mode) == 0o700


def test_a_site_leads_to_its_feed(cli: Cli, server: Server) -> None:
    result = cli("add", server.url("/"), "--folder", "Towns")
    assert result.status == 0, result.err
    record = json.loads(cli("feeds", "--json").out)[0]
    assert set(record) == {"id", "title", "url", "unread", "articles", "error", "checked"}
    assert record["url"] == server.url("/feed.xml")
    assert "Towns" in cli("export").out


def test_without_a_terminal_the_best_of_several_feeds_is_taken(cli: Cli, server: Server) -> None:
    links = "".join(f"<link rel=alternate type='application/rss+xml' title=T{n} href=/f{n}.xml>" for n in (1, 2))
    server.add("/two", body=f"<html><head>{links}</head><body>Two</body></html>")
    for number in (1, 2):
        server.add(f"/f{number}.xml", body=feed("A", name=f"Feed {number}"), type="text/xml")
    result = cli("add", server.url("/two"))
    assert result.status == 0, result.err
    assert "Feed 1" in result.out
    assert server.url("/f2.xml") in result.err
    assert [record["title"] for record in json.loads(cli("feeds", "--json").out)] == ["Feed 1"]


def test_several_addresses_at_once(cli: Cli, server: Server) -> None:
    server.add("/other.xml", body=feed("Elsewhere", name="Other Post"), type="text/xml")
    result = cli("add", server.url("/feed.xml"), server.url("/none"), server.url("/other.xml"))
    assert result.status == 1
    assert len(json.loads(cli("feeds", "--json").out)) == 2
    assert "1 of 3" in result.err
    assert "404" in result.err


@pytest.mark.parametrize("address", ["ftp://example.org/x", "file:///etc/passwd", "http://", "not an address", "-x"])
def test_wrong_addresses(cli: Cli, address: str) -> None:
    result = cli("add", "--", address)
    assert (result.status, result.out) == (1, "")
    assert len(result.err.splitlines()) == 1


def test_a_server_that_is_away(cli: Cli) -> None:
    with Server() as server:
        server.add("/feed.xml", body=feed("One"), type="text/xml")
        address = server.url("/feed.xml")
        assert cli("add", address).status == 0
    result = cli("add", address.replace("feed", "other"))
    assert (result.status, len(result.err.splitlines())) == (1, 1)
    refreshed = cli("refresh")
    assert refreshed.status in (0, 1)
    assert listed(cli) != []


def test_refresh_reports_what_came(cli: Cli, server: Server) -> None:
    cli("add", server.url("/feed.xml"))
    report = json.loads(cli("refresh", "--json").out)
    assert set(report) == {"checked", "new", "changed", "unchanged", "failed", "skipped", "seconds"}
    server.add("/bad.xml", body=feed("Once"), type="text/xml")
    cli("add", server.url("/bad.xml"))
    server.script("/bad.xml", Reply(status=500))
    assert cli("refresh").status == 0


def test_refresh_of_nothing(cli: Cli) -> None:
    result = cli("refresh")
    assert (result.status, result.out) == (0, "")
    assert "tui-reader add" in result.err


def test_plain_lists_are_tabs_and_no_drawing(cli: Cli, server: Server) -> None:
    cli("add", server.url("/feed.xml"))
    cli("refresh")
    result = cli("list")
    rows = [line.split("\t") for line in result.lines]
    assert [row[5] for row in rows] == ["Bakery opens", "Ferry moves", "Harbour line approved"]
    assert all(re.fullmatch(r"\d+", row[0]) and re.fullmatch(r"2026-06-0\dT07:40:00Z", row[1]) for row in rows)
    assert {row[2] for row in rows} == {"u"}
    assert not re.search("[\u2500-\u259f]", result.out + cli("feeds").out)
    assert cli("list", "--limit", "2").out == "".join(f"{line}\n" for line in result.lines[:2])


def test_minutes_leave_out_what_takes_longer_and_teasers(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "lengths.db"
    with Library.open(path) as library:
        feed_id, _ = library.add_feed("https://one.example/feed")
        texts = [document(paragraphs=count) for count in (7, 20, 80)] + [document(status=Status.TEASER)]
        entries = [entry(number, NOW, f"title {number}") for number in range(4)]
        add_articles(library, feed_id, entries, documents=texts)

    def titles(*arguments: str) -> list[object]:
        return [article["title"] for article in json.loads(cli("--library", path, "list", "--json", *arguments).out)]

    assert sorted(map(str, titles())) == ["title 0", "title 1", "title 2", "title 3"]
    assert titles("--minutes", "3") == ["title 0"]
    assert sorted(map(str, titles("--minutes", "10"))) == ["title 0", "title 1"]
    assert titles("--minutes", "3", "--view", "starred") == []
    assert "Teasers" in cli("--library", path, "list", "--minutes", "1").err
    assert cli("list", "--minutes", "0").status == 2


def test_views_and_feeds_narrow_the_list(cli: Cli, server: Server) -> None:
    server.add("/other.xml", body=feed("Elsewhere", name="Other Post"), type="text/xml")
    cli("add", server.url("/feed.xml"), server.url("/other.xml"))
    cli("refresh")
    assert len(listed(cli, "--view", "unread")) == 4
    assert listed(cli, "--view", "starred") == []
    assert [article["title"] for article in listed(cli, "--feed", "other")] == ["Elsewhere"]
    assert len(listed(cli, "--feed", server.url("/feed.xml"))) == 3
    both = cli("list", "--feed", "post")
    assert both.status == 1
    assert "Northhaven Post" in both.err
    assert "Other Post" in both.err
    assert cli("list", "--feed", "nowhere").status == 1


def test_show(cli: Cli, server: Server) -> None:
    cli("add", server.url("/feed.xml"))
    cli("refresh")
    number = str(listed(cli)[-1]["id"])
    text = cli("show", number)
    assert text.status == 0
    assert text.lines[0] == "Harbour line approved"
    assert "Northhaven Post · A. Writer" in text.lines[1]
    assert PARAGRAPHS[2] in text.out
    assert text.lines[-1] == "[Source: Northhaven Post]"
    summary = cli("show", number, "--summary")
    assert summary.status == 0
    assert len(summary.out) < len(text.out)
    unknown = cli("show", "999999")
    assert (unknown.status, unknown.out) == (1, "")
    assert "tui-reader list" in unknown.err


@pytest.mark.parametrize("number", ["0", "-3", "99999999999999999999999"])
def test_odd_numbers_are_unknown(cli: Cli, number: str) -> None:
    result = cli("show", "--", number)
    assert (result.status, len(result.err.splitlines())) == (1, 1)


def test_search(cli: Cli, server: Server) -> None:
    cli("add", server.url("/feed.xml"))
    cli("refresh")
    found = json.loads(cli("search", "harbour", "approved", "--json").out)
    assert "Harbour line approved" in [article["title"] for article in found]
    assert set(found[0]) == ARTICLE
    nothing = cli("search", "zeppelin")
    assert (nothing.status, nothing.out) == (0, "")
    for query in ('"', "foo AND", "x:y", "*", "NEAR(", "' OR 1=1 --"):
        assert cli("search", "--", query).status == 0


def test_remove(cli: Cli, server: Server) -> None:
    cli("add", server.url("/feed.xml"))
    assert cli("remove", "nowhere").status == 1
    result = cli("remove", "northhaven")
    assert result.status == 0
    assert "Northhaven Post" in result.out
    assert json.loads(cli("feeds", "--json").out) == []
    assert listed(cli) == []


def test_feeds_say_why_they_fail_and_how_they_are(cli: Cli, server: Server) -> None:
    cli("add", server.url("/feed.xml"))
    plain = cli("feeds").out.rstrip("\n").split("\t")
    assert plain[3:5] == ["Northhaven Post", server.url("/feed.xml")]
    health = json.loads(cli("feeds", "--json", "--health").out)[0]["health"]
    assert health["status"] == 200
    assert health["fetches"] == 1
    assert health["next_check"].endswith("Z")


def test_how_a_failing_feed_is(cli: Cli, server: Server, home: Path) -> None:
    cli("add", server.url("/feed.xml"))
    server.add("/feed.xml", status=503)
    file = next(home.rglob("library.db"))
    for _ in range(2):
        with closing(sqlite3.connect(file)) as db:  # as if time had gone by
            db.execute("UPDATE fetch SET checked = checked - 86400000000, next_check = 0, leave_until = NULL")
            db.commit()
        failed = cli("refresh")
    assert (failed.status, "503" in failed.err) == (1, True)
    health = json.loads(cli("feeds", "--json", "--health").out)[0]["health"]
    assert (health["status"], health["failures"], health["fetches"], health["not_modified"]) == (503, 2, 3, 0)
    assert "503 at " in cli("feeds", "--health").out
    assert "2 failures in a row" in cli("feeds", "--health").out
    doctor = cli("doctor").out
    assert "3 visits, 0 % without a download, 1 failing now" in doctor
    assert "2 times in a row since" in doctor
    assert "the last answer was 503" in doctor


def test_a_read_only_library_can_be_read(cli: Cli, server: Server, home: Path) -> None:
    library = home / "shelf" / "library.db"
    cli("--library", library, "add", server.url("/feed.xml"))
    cli("--library", library, "refresh")
    library.chmod(0o400)
    library.parent.chmod(0o500)
    try:
        shown = cli("--library", library, "list")
        changed = cli("--library", library, "remove", "1")
    finally:
        library.parent.chmod(0o700)
    assert shown.status in (0, 1)
    assert len(shown.lines) == 3 or len(shown.err.splitlines()) == 1
    assert len(changed.err.splitlines()) <= 1


def test_hostile_titles_are_printed_harmless(cli: Cli, server: Server) -> None:
    titles = (
        "&#x9b;31mred &#x9d;0;owned",
        "[/foo] [red]x[/red] [@click=app.quit]y[/]",
        "&#x202e;reversed",
        "tab&#9;line&#10;two",
    )
    server.add("/evil.xml", body=feed(*titles, name="&#x9b;2J Evil [b]"), type="text/xml")
    result = cli("add", server.url("/evil.xml"))
    assert result.status == 0
    cli("refresh")
    out = cli("list").out + cli("feeds").out + cli("list", "--json").out + result.out
    assert "[/foo] [red]x[/red] [@click=app.quit]y[/]" in out
    assert not set(out) & {"\x9b", "\x9d", "\u202e"}
    assert "tab line two" in out
