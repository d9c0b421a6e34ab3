"""Opening: what is no library is left alone and named; an older one is converted after a backup."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading
import zlib
from array import array
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.making import filled
from tui_reader.domain.models import Scope
from tui_reader.store import Library, LibraryError, opening, schema


def refused(path: Path, *, create: bool = True) -> str:
    """Why the file at `path` is not opened; proves that it is left as it was."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(LibraryError) as caught:
        Library.open(path, create=create)
    assert (path.read_bytes() if path.is_file() else None) == before
    message = str(caught.value)
    assert "\n" not in message
    assert str(path) in message
    return message


def test_a_new_library_is_the_users_alone(tmp_path: Path) -> None:
    path = tmp_path / "data" / "reader" / "library.db"
    with Library.open(path) as library:
        library.add_feed("https://a.example/")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}
        assert (library.read_only, library.warnings) == (False, ())
    assert [file.name for file in path.parent.iterdir()] == ["library.db"]
    path.chmod(0o644)
    Library.open(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_header_says_whose_file_it_is(path: Path) -> None:
    Library.open(path).close()
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
        assert db.execute("PRAGMA user_version").fetchone() == (schema.SCHEMA_VERSION,)
        assert db.execute("PRAGMA page_size").fetchone() == (8192,)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_missing_file(path: Path, tmp_path: Path) -> None:
    assert "There is no library" in refused(path, create=False)
    (tmp_path / "file").write_text("x")
    assert "cannot be made" in refused(tmp_path / "file" / "library.db")
    path.symlink_to(tmp_path / "nowhere")
    assert "There is no library" in refused(path)


def test_an_empty_file(path: Path) -> None:
    path.touch()
    assert "empty (0 bytes)" in refused(path)


def test_a_folder(path: Path) -> None:
    path.mkdir()
    assert "not a file" in refused(path)


@pytest.mark.parametrize("data", [b"x", b"Dear diary, " * 1000, b"SQLite format 3 but not really" * 99])
def test_a_file_of_something_else(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    assert "not a library" in refused(path)


def test_another_programs_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE precious (x)")
        db.commit()
    assert "another program's database" in refused(path)


def test_a_newer_library(path: Path) -> None:
    Library.open(path).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 999")
    assert "newer tui-reader" in refused(path)


def test_a_library_that_was_cut_off(path: Path) -> None:
    with Library.open(path) as library:
        filled(library, 50)
    whole = path.read_bytes()
    path.write_bytes(whole[:60])
    assert "damaged" in refused(path)
    path.write_bytes(whole[:9000])
    with pytest.raises(LibraryError, match="damaged"), Library.open(path) as library:
        library.rows(Scope())


def test_a_damaged_page_is_named_and_the_rest_is_read(path: Path) -> None:
    with Library.open(path) as library:
        _, ids = filled(library, 400)
    with closing(sqlite3.connect(path)) as db:
        (page,) = db.execute("SELECT max(pageno) FROM dbstat WHERE name = 'body' AND pagetype = 'leaf'").fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * 8192)
        file.write(os.urandom(8192))
    with Library.open(path) as library:
        assert len(library.rows(Scope())) == 400
        problems, read = [], 0
        for article_id in ids:
            try:
                read += library.article(article_id) is not None
            except LibraryError as error:
                problems.append(str(error))
        assert problems
        assert read > 200
        assert all("is damaged" in problem and "doctor" in problem for problem in problems)
        assert library.health().problems


def test_two_that_make_the_same_library_share_it(path: Path) -> None:
    draft = path.with_name("other.db")
    with Library.open(path) as library, Library.open(path) as other:
        library.add_feed("https://a.example/")
        assert len(other.feeds()) == 1
    opening.create(draft)
    shutil.copy(path, path.with_name("copy.db"))
    opening.create(path)
    with Library.open(path) as library:
        assert len(library.feeds()) == 1


def test_a_copy_of_a_library_with_its_log_is_whole(path: Path, tmp_path: Path) -> None:
    with Library.open(path) as library:
        filled(library, 5)
        for file in tmp_path.glob("library.db*"):
            shutil.copy(file, tmp_path / file.name.replace("library", "copy"))
    with Library.open(tmp_path / "copy.db") as library:
        assert library.counts().all == 5


def test_a_step_to_a_new_version_makes_a_backup_first(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(path) as library:
        _, ids = filled(library, 5)
        library.mark(ids, starred=True)
        assert library.health().last_backup is None
    more = (*schema.MIGRATIONS, "ALTER TABLE feed ADD COLUMN colour TEXT; UPDATE feed SET colour = 'blue'")
    monkeypatch.setattr(opening, "MIGRATIONS", more)
    monkeypatch.setattr(opening, "SCHEMA_VERSION", schema.SCHEMA_VERSION + 1)
    with Library.open(path) as library:
        assert library.counts().starred == 5
        assert library.health().schema_version == schema.SCHEMA_VERSION + 1
        assert library.health().last_backup
    (backup,) = opening.backups(path)
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    monkeypatch.undo()
    with Library.open(backup) as library:
        assert library.counts().starred == 5
        assert library.health().schema_version == schema.SCHEMA_VERSION
    assert "newer tui-reader" in refused(path)


def test_a_step_that_fails_leaves_the_old_library(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(path) as library:
        filled(library, 5)
    monkeypatch.setattr(opening, "MIGRATIONS", (*schema.MIGRATIONS, "DROP TABLE state; DROP TABLE no_such_table"))
    monkeypatch.setattr(opening, "SCHEMA_VERSION", schema.SCHEMA_VERSION + 1)
    with pytest.raises(LibraryError, match="nothing was changed"):
        Library.open(path)
    monkeypatch.undo()
    with Library.open(path) as library:
        library.set_state("a", "b")
        assert (library.counts().all, library.health().problems) == (5, ())


def of_version(path: Path, version: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make an empty library as a program of `version` did."""
    with monkeypatch.context() as patch:
        patch.setattr(opening, "SCHEMA_VERSION", version)
        opening.create(path)


def test_a_library_of_version_3_is_converted(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    of_version(path, 3, monkeypatch)
    with closing(sqlite3.connect(path)) as db:
        db.execute("INSERT INTO feed (id, url, added) VALUES (1, 'https://a.example/', 5)")
        for number, read, title in ((1, 1, "Read"), (2, 0, "Unread"), (3, 0, "")):
            query = "INSERT INTO article (id, feed_id, guid_key, sort_at, docid, read, title)"
            db.execute(f"{query} VALUES (?, 1, ?, 9, 7, ?, ?)", (number, number, read, title))
            query = "INSERT INTO detail (article_id, guid, first_seen, feed_hash) VALUES (?, ?, 9, x'01')"
            db.execute(query, (number, str(number)))
        db.execute("INSERT INTO history (id, at, kind, label, data) VALUES (1, 5, 'mark', 'Marked it unread', '9')")
        data = zlib.compress(array("q", [2]).tobytes() + bytes([1]))
        db.execute("INSERT INTO history_part (history_id, data) VALUES (1, ?)", (data,))
        db.execute("INSERT INTO version (article_id, until, title, document) VALUES (1, 8, 'Before', x'')")
        db.commit()
    with Library.open(path) as library:
        assert library.health().schema_version == schema.SCHEMA_VERSION
        assert library.read_at([1, 2, 3]) == {}
        assert [head.read for head in library.heads([1, 2])] == [True, False]
        assert [version.title for version in library.versions(1)] == ["Before"]
        undone = library.undo()
        assert undone
        assert library.counts().unread == 1
        assert library.read_at([1, 2]) == {}
        library.mark([3], read=True)
        assert list(library.read_at([1, 2, 3])) == [3]
    assert len(opening.backups(path)) == 1
    with closing(sqlite3.connect(opening.backups(path)[0])) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (3,)


def test_three_backups_are_kept(path: Path) -> None:
    with Library.open(path) as library:
        made = [library.back_up() for _ in range(5)]
        assert opening.backups(path) == made[:1:-1]
        assert not list(path.parent.glob("*.new"))


READ_ONLY = """
import os, sys
from pathlib import Path
from tui_reader.domain.models import Scope
from tui_reader.store import Library, LibraryError
if os.geteuid() == 0:  # who may write everywhere
    os.setuid(65534)
with Library.open(Path(sys.argv[1])) as library:
    rows = library.rows(Scope())
    print(library.read_only, len(rows), bool(library.article(rows.ids[0])), library.health().problems)
    library.data_version()
    print(library.warnings[0])
    try:
        library.mark(rows.ids, read=True)
    except LibraryError as error:
        print(error)
"""


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o755), (0o644, 0o555), (0o444, 0o555)])
def test_a_library_that_cannot_be_written_to_is_read(file: int, folder: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "shelf" / "library.db"
        with Library.open(path) as library:
            filled(library, 5)
        os.chmod(name, 0o755)
        path.chmod(file)
        path.parent.chmod(folder)
        command = [sys.executable, "-c", READ_ONLY, str(path)]
        done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2], check=False)
        path.parent.chmod(0o755)
        assert done.stderr == ""
        first, warning, refusal = done.stdout.splitlines()
        assert first == "True 5 True ()"
        assert warning.startswith("Nothing that you mark is kept")
        assert "cannot be written to" in refusal


MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb /home/me/local xfs rw 0 0
//nas/share /mnt/my\\040share cifs rw 0 0
me@host:/ /mnt/ssh fuse.sshfs rw 0 0
short line
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/library.db", ""),
        ("/home/me/library.db", "nfs4"),
        ("/home/me/local/library.db", ""),
        ("/homes/library.db", ""),
        ("/mnt/my share/library.db", "cifs"),
        ("/mnt/ssh/a/b/library.db", "fuse.sshfs"),
    ],
)
def test_network_drives_are_told_by_the_mounts(path: str, kind: str) -> None:
    assert opening.network_type(Path(path), MOUNTS) == kind


def test_on_a_network_drive_there_is_no_log(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "network_file_system", lambda _: "nfs4")
    with Library.open(path) as library, Library.open(path) as other:
        _, ids = filled(library, 5)
        assert library.health().journal_mode == "delete"
        assert "network drive (nfs4)" in library.warnings[0]
        other.mark(ids, read=True)
        assert library.counts().unread == 0
    monkeypatch.undo()
    with Library.open(path) as library:
        assert library.health().journal_mode == "wal"


def test_a_name_with_escapes_reaches_no_terminal(tmp_path: Path) -> None:
    path = tmp_path / "\x1b]0;PWNED\x07.db"
    path.touch()
    with pytest.raises(LibraryError) as caught:
        Library.open(path)
    assert str(caught.value).isprintable()


def test_two_that_convert_the_same_library_do_it_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Library.open(path).close()
    slow = "".join(f"CREATE TABLE t{number} (x);" for number in range(50))
    monkeypatch.setattr(opening, "MIGRATIONS", (*schema.MIGRATIONS, slow))
    monkeypatch.setattr(opening, "SCHEMA_VERSION", schema.SCHEMA_VERSION + 1)
    together = threading.Barrier(4)

    def convert(_: int) -> int:
        together.wait()
        with Library.open(path) as library:
            return library.health().schema_version

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(convert, range(4))) == [schema.SCHEMA_VERSION + 1] * 4
