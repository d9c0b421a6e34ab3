"""brief: text for a mail, Markdown, JSON; moments as people write them."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.cli.test_plain import text_of
from tests.library import add_articles, document, entry
from tests.stories_told import TRAM, TRAM_LATER, TRAM_REPEATED, add_story, join, read_on
from tui_reader.cli.briefs import moment
from tui_reader.domain.document import Block, Document, Kind, Span
from tui_reader.domain.models import Scope
from tui_reader.store import Library

NOW = datetime(2026, 3, 18, 14, 30, tzinfo=UTC)
HOSTILE = "Re: [/foo] *stars* [@click=app.quit]here[/] <b>"

OTHER = Document(
    tuple(
        Block(Kind.PARAGRAPH, (Span(f"Cellar {number} of the old brewery holds nothing but bottles and dust."),))
        for number in range(12)
    )
)


@pytest.fixture
def library(home: Path) -> Path:
    """Two sections, three articles of the last hours, two of them with one title."""
    path = home / "library.db"
    now = datetime.now(UTC)
    with Library.open(path) as opened:
        titles = {"One": ["Rail strike called off"], "Two": ["Rail strike called off", HOSTILE]}
        for number, (feed, its) in enumerate(titles.items()):
            feed_id, _ = opened.add_feed(f"https://{number}.example/feed", title=feed, folder=f"Section {feed}")
            entries = [entry(10 * number + n, now - timedelta(hours=n + 1), title) for n, title in enumerate(its)]
            add_articles(opened, feed_id, entries, documents=[document(number), OTHER], now=now)
    return path


def test_plain_text_for_a_mail(cli: Cli, library: Path) -> None:
    result = cli("--library", library, "brief")
    assert (result.status, result.err) == (0, "")
    assert result.lines[0].endswith(": 2 stories from 3 articles, 1 min")
    assert result.lines[-1] == "You are done."
    assert "Rail strike called off" in result.lines
    assert HOSTILE in result.lines
    assert any(line.startswith(("One, Two · 1 h ago", "Two, One · 1 h ago")) for line in result.lines)
    assert "https://news.example/articles/11" in result.out
    assert "— Section Two —" in result.lines


def read_yesterday(path: Path, *later: Sequence[str]) -> None:
    """A library with a story that was read yesterday, and what has come of it since."""
    now = datetime.now(UTC)
    with Library.open(path) as opened:
        before = add_story(opened, TRAM, now=now - timedelta(days=2))
        read_on(opened, before, now - timedelta(days=1))
        join(opened, [*before, *add_story(opened, *later, now=now, first=5)])


def test_of_a_story_that_was_read_only_what_is_new(cli: Cli, home: Path) -> None:
    path = home / "library.db"
    read_yesterday(path, TRAM_LATER)
    lines = cli("--library", path, "brief").lines
    assert "New since yesterday:" in lines
    assert any(line.startswith(f"Paper 5: {TRAM_LATER[0]} {TRAM_LATER[1]}") for line in lines)
    assert not any(TRAM_LATER[2][:40] in line for line in lines)
    assert "**New since yesterday:**" in cli("--library", path, "brief", "--markdown").lines
    found = json.loads(cli("--library", path, "brief", "--json").out)
    story = found["sections"][0]["stories"][0]
    since = datetime.fromisoformat(story["new_since"])
    assert timedelta(hours=23) < datetime.now(UTC) - since < timedelta(hours=25)
    assert story["sentences"] == []
    assert TRAM_LATER[1] in [adds["text"] for adds in story["adds"]]


def test_of_a_story_that_was_read_nothing_new(cli: Cli, home: Path) -> None:
    path = home / "library.db"
    read_yesterday(path, TRAM_REPEATED)
    assert "Nothing new since yesterday, 1 more source" in cli("--library", path, "brief").lines


def test_markdown_means_what_it_says(cli: Cli, library: Path) -> None:
    result = cli("--library", library, "brief", "--markdown")
    assert result.out.startswith("# Since ")
    assert "### [Rail strike called off](https://news.example/articles/" in result.out
    assert HOSTILE in text_of(result.out)
    assert result.lines[-1] == "You are done."


def test_json_has_all_of_it(cli: Cli, library: Path) -> None:
    found = json.loads(cli("--library", library, "brief", "--json").out)
    assert (found["articles"], found["stories"], found["left_out"], found["minutes"]) == (3, 2, 0, None)
    stories = [story for section in found["sections"] for story in section["stories"]]
    strike = next(story for story in stories if len(story["articles"]) == 2)
    assert strike["articles"][1]["why"] == "same title"
    assert all(story["form"] == "summary" and 1 <= len(story["sentences"]) <= 3 for story in stories)


def test_an_edition(cli: Cli, library: Path) -> None:
    found = json.loads(cli("--library", library, "brief", "--minutes", "1", "--json").out)
    assert found["words"] <= 230
    result = cli("--library", library, "brief", "--minutes", "10")
    assert "So it was in part 7." in result.out, "what is short is there as a whole"
    assert result.lines[0] == "2 min of 10: 2 stories of 2"
    assert result.lines[-1] == "You are done."
    with Library.open(library) as opened:
        opened.mark_all_read(Scope())
    result = cli("--library", library, "brief", "--minutes", "10")
    assert (result.status, result.lines[-1]) == (0, "You are done.")
    assert "Rail strike" not in result.out


def test_nothing_new(cli: Cli, home: Path) -> None:
    result = cli("--library", home / "empty.db", "brief", "--since", "00:00")
    assert result.status == 0
    assert result.lines[0] == "Nothing new since 00:00"
    assert result.lines[-1] == "You are done."
    assert json.loads(cli("--library", home / "empty.db", "brief", "--json").out)["sections"] == []


@pytest.mark.parametrize("arguments", [["--since", "soon"], ["--since", "2999-01-01"], ["--minutes", "0"]])
def test_wrong_usage(cli: Cli, library: Path, arguments: list[str]) -> None:
    result = cli("--library", library, "brief", *arguments)
    assert result.status == 2
    assert result.err.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("24h", NOW - timedelta(hours=24)),
        ("90 min", NOW - timedelta(minutes=90)),
        ("3D", NOW - timedelta(days=3)),
        ("2w", NOW - timedelta(weeks=2)),
        ("07:40", NOW.replace(hour=7, minute=40)),
        ("23:15", NOW.replace(day=17, hour=23, minute=15)),
        ("today", NOW.replace(hour=0, minute=0)),
        ("yesterday", NOW.replace(day=17, hour=0, minute=0)),
        ("2026-03-01", NOW.replace(day=1, hour=0, minute=0)),
        ("2026-03-01T07:40+01:00", NOW.replace(day=1, hour=6, minute=40)),
        ("2026-03-19", None),
        ("25:00", None),
        ("", None),
        ("h", None),
    ],
)
def test_moments(text: str, found: datetime | None) -> None:
    assert moment(text, NOW) == found
