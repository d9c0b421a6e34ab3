"""Before a library is opened: is it one, whose is it, on what disk. And how a new one is made, whole or not at all."""

import os
import re
import sqlite3
import stat
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from .errors import LibraryError, explain, shown
from .schema import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION

OLDEST_SQLITE = (3, 31, 0)
BACKUPS_KEPT = 3
_BACKUP = re.compile(r"\.backup-[0-9]{8}-[0-9]{6}-[0-9]{6}")
_MAGIC = b"SQLite format 3\0"
_NETWORK = re.compile(
    r"nfs\d?|cifs|smb\d?|smbfs|ncpfs|afs|coda|9p|ceph|glusterfs|lustre|gfs2|ocfs2|beegfs|davfs2?|vboxsf|prl_fs|vmhgfs"
    r"|fuse\.(sshfs|glusterfs|cephfs|rclone|s3fs|davfs2|smbnetfs|vmhgfs-fuse)"
)


def network_type(path: Path, mounts: str) -> str:
    """The type of the network file system that holds `path` according to `mounts` (as /proc/mounts), else ""."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        parts = line.split()
        if len(parts) < 3:
            continue
        place = parts[1].encode("latin-1", "replace").decode("unicode_escape") if "\\" in parts[1] else parts[1]
        if len(place) >= best and (path == Path(place) or Path(place) in path.parents):
            best, kind = len(place), parts[2]
    return kind if _NETWORK.fullmatch(kind) else ""


def network_file_system(path: Path) -> str:
    """`network_type` on Linux; "" where the system does not say."""
    if not sys.platform.startswith("linux"):
        return ""
    try:
        return network_type(path.resolve(), Path("/proc/mounts").read_text("utf-8", "replace"))
    except OSError:
        return ""


def check(path: Path) -> None:
    """Raises LibraryError unless the file at `path` is a library. Only reads, and nothing but the first bytes."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise LibraryError(f"SQLite {sqlite3.sqlite_version} is too old: Python's SQLite must be 3.31 or newer.")
    name = shown(path)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise LibraryError(f"{name} is not a file: name another place for the library.")
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise _unreadable(path, error) from None
    if not head:
        raise LibraryError(f"{name} is empty (0 bytes), so it is no library. {_way_out(path)}")
    if not head.startswith(_MAGIC):
        raise LibraryError(f"{name} is not a library of tui-reader. It was not touched; name another file.")
    if len(head) < 100:
        raise LibraryError(f"{name} is damaged: it ends after {len(head)} bytes. {_way_out(path)}")
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise LibraryError(f"{name} is another program's database. It was not touched; name another file.")


def _unreadable(path: Path, error: OSError) -> LibraryError:
    if isinstance(error, FileNotFoundError):
        return LibraryError(
            f"There is no library at {shown(path)}. Start tui-reader to make one, or name another file."
        )
    return LibraryError(f"{shown(path)} cannot be read ({error.strerror}): check the name and the permissions.")


def _way_out(path: Path) -> str:
    newest = next(iter(backups(path)), None)
    restore = f"put its backup {shown(newest)} in its place" if newest else "start again with a new library"
    return f"Move it away, then {restore}."


def create(path: Path) -> None:
    """Make an empty library at `path` (0600; a folder that had to be made: 0700), unless another process just did."""
    draft = path.with_name(f"{path.name}.{os.getpid()}-{os.urandom(4).hex()}.new")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.touch(mode=0o600, exist_ok=False)
    except OSError as error:
        text = f"The library cannot be made at {shown(path)} ({error.strerror}): name another place."
        raise LibraryError(text) from None
    try:
        with closing(sqlite3.connect(draft, isolation_level=None)) as db:
            db.execute("PRAGMA page_size = 8192")
            db.execute("PRAGMA auto_vacuum = NONE")
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            for version in range(SCHEMA_VERSION):
                step(db, version)
        _move_if_absent(draft, path)
    except sqlite3.Error as error:
        raise explain(error, path) from None
    except OSError as error:
        text = f"The library cannot be made at {shown(path)} ({error.strerror}): name another place."
        raise LibraryError(text) from None
    finally:
        for rest in (draft, draft.with_name(draft.name + "-journal")):
            rest.unlink(missing_ok=True)


def _move_if_absent(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        if not path.exists():
            draft.rename(path)


def step(db: sqlite3.Connection, version: int) -> None:
    """Bring a library from `version` to the next in one transaction, unless another process was quicker."""
    db.execute("BEGIN IMMEDIATE")
    try:
        if db.execute("PRAGMA user_version").fetchone()[0] == version:
            for statement in _statements(MIGRATIONS[version]):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {version + 1}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for part in script.split(";"):
        statement += part + ";"
        if sqlite3.complete_statement(statement):  # a trigger holds semicolons of its own
            yield statement
            statement = ""


def migrate(db: sqlite3.Connection, path: Path) -> None:
    """Bring the library to `SCHEMA_VERSION`, after a backup. Raises LibraryError for one of a newer version."""
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA_VERSION:
        raise LibraryError(f"{shown(path)} was written by a newer tui-reader: update tui-reader, or name another file.")
    if version == SCHEMA_VERSION:
        return
    back_up(db, path)
    for number in range(version, SCHEMA_VERSION):
        step(db, number)


def back_up(db: sqlite3.Connection, path: Path) -> Path:
    """Write a copy of the library beside it; the newest three stay. Raises LibraryError; no half copy is left."""
    target = path.with_name(f"{path.name}.backup-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}")
    draft = target.with_name(target.name + ".new")
    try:
        draft.touch(mode=0o600)
        db.execute("VACUUM INTO ?", (str(draft),))
        draft.rename(target)
    except sqlite3.Error as error:
        raise explain(error, target) from None
    except OSError as error:
        raise LibraryError(f"The backup {shown(target)} cannot be written ({error.strerror}).") from None
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    for old in backups(path)[BACKUPS_KEPT:]:
        with suppress(OSError):
            old.unlink()
    return target


def backups(path: Path) -> list[Path]:
    """The backups of the library at `path`, newest first."""
    try:
        names = [name for name in os.listdir(path.parent) if name.startswith(path.name)]
    except OSError:
        return []
    found = sorted((name for name in names if _BACKUP.fullmatch(name, len(path.name))), reverse=True)
    return [path.with_name(name) for name in found]


def protect(path: Path) -> None:
    """Take the library from other users' eyes: it may hold private addresses. Best effort."""
    with suppress(OSError):
        mode = path.stat()
        if os.name == "posix" and mode.st_uid == os.geteuid() and mode.st_mode & 0o077:
            path.chmod(0o600)
