"""import, export and doctor."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.feed_documents import rss
from tests.server import Server

OPML = """<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
<outline text="Towns"><outline type="rss" text="Northhaven Post" xmlUrl="https://news.example.org/feed.xml"/></outline>
<outline type="rss" text="Coast &amp; Daily" xmlUrl="https://coast.example.org/rss"/>
<outline type="rss" text="A program" xmlUrl="exec:ls"/></body></opml>"""


def titles(cli: Cli) -> list[str]:
    return [record["title"] for record in json.loads(cli("feeds", "--json").out)]


def test_there_and_back(cli: Cli, home: Path) -> None:
    mine, copy = home / "mine.opml", home / "copy.opml"
    mine.write_text(OPML)
    result = cli("import", mine)
    assert result.status == 0
    assert result.out.startswith("2 feeds added, 1 left out")
    assert len(result.err.splitlines()) == 1
    assert sorted(titles(cli)) == ["Coast & Daily", "Northhaven Post"]
    assert cli("import", mine).out.startswith("0 feeds added, 2 already there")
    assert cli("export", copy).status == 0
    assert cli("export").out.startswith("<?xml")
    assert "exec:" not in copy.read_text()
    assert cli("--library", home / "other.db", "import", copy).out.startswith("2 feeds added")
    assert [file.name for file in home.iterdir() if file.name.startswith(".")] == []


@pytest.mark.parametrize(
    "content", [b"", b"no opml", b"<html><body>x</body></html>", b"\x89PNG\r\n", b"<opml><body/></opml>"]
)
def test_what_is_no_list_of_feeds(cli: Cli, home: Path, content: bytes) -> None:
    file = home / "feeds.opml"
    file.write_bytes(content)
    result = cli("import", file)
    if content.startswith(b"<opml"):
        assert result.status in (0, 1)
    else:
        assert (result.status, result.out) == (1, "")
        assert len(result.err.splitlines()) == 1
    assert titles(cli) == []


def test_files_that_cannot_be_read_or_written(cli: Cli, home: Path) -> None:
    missing = cli("import", home / "none.opml")
    assert (missing.status, missing.err) == (1, f"tui-reader: {home / 'none.opml'}: no such file\n")
    assert cli("import", home).status == 1
    unwritten = cli("export", home / "no" / "folder.opml")
    assert unwritten.status == 1
    assert "name another file" in unwritten.err
    assert cli("export", home).status == 1


def test_doctor_on_a_new_machine_changes_nothing(cli: Cli, home: Path) -> None:
    result = cli("doctor")
    assert result.status == 0
    for part in ("tui-reader 0.", "Python 3.", "SQLite 3.", str(home / "config"), str(home / "data"), "not there yet"):
        assert part in result.out
    assert list(home.iterdir()) == []


def test_doctor_names_what_is_wrong_and_what_to_do(cli: Cli, home: Path) -> None:
    (home / "c.toml").write_text('browser = "no-such-browser-here"\ncolumn = 1\n')
    broken = home / "broken.db"
    broken.write_bytes(b"not a database " * 400)
    result = cli("--config", home / "c.toml", "--library", broken, "doctor", "--json")
    assert result.status == 1
    findings = json.loads(result.out)
    assert all(set(finding) == {"state", "what", "found", "do"} for finding in findings)
    wrong = {finding["what"]: finding for finding in findings if finding["state"] == "wrong"}
    assert set(wrong) == {"settings", "library", "browser"}
    assert "column" in wrong["settings"]["found"]
    assert str(broken) in wrong["library"]["found"]


def test_doctor_sees_feeds_that_fail_and_open_doors(cli: Cli, home: Path) -> None:
    library = home / "shelf" / "library.db"
    cli("--library", library, "feeds")
    library.chmod(0o644)
    result = cli("--library", library, "doctor")
    assert result.status == 0
    assert "others could open it (mode 044)" in result.out
    assert library.stat().st_mode & 0o077 == 0
    assert "tui-reader add" in result.out


def test_doctor_looks_into_the_library(cli: Cli, home: Path) -> None:
    library = home / "library.db"
    with Server() as server:
        server.add("/feed.xml", body=rss("Harbour line approved", "Ferry moves"), type="text/xml")
        cli("--library", library, "add", server.url("/feed.xml"))
    assert "its check found nothing wrong" in cli("--library", library, "doctor").out
    findings = json.loads(cli("--library", library, "doctor", "--json").out)
    values = next(finding["values"] for finding in findings if "values" in finding)
    assert (values["all"], values["feeds"], values["problems"], values["last_backup"]) == (2, 1, [], None)
    assert values["size"] == library.stat().st_size


def test_doctor_finds_damage_that_opening_does_not(cli: Cli, home: Path) -> None:
    library = home / "library.db"
    cli("--library", library, "feeds")
    pages = library.stat().st_size // 8192
    with library.open("r+b") as file:
        file.seek(8192 * (pages // 2))
        file.write(b"\xff" * 8192 * (pages // 3))  # the tables; beyond them goes the list of tables on
    result = cli("--library", library, "doctor")
    assert result.status == 1
    assert "wrong library" in result.out
    assert "tui-reader export FILE" in result.out


def test_doctor_says_where_no_library_can_be_made(cli: Cli, home: Path) -> None:
    (home / "file").write_text("not a folder")
    result = cli("--library", home / "file" / "library.db", "doctor")
    assert result.status == 1
    assert "cannot be made" in result.out
    assert "others could open it" not in cli("--library", home / "file", "doctor").out, "it stays as open as it was"
