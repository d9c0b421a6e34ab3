"""Passwords come from a command or the keyring when they are needed, and are kept nowhere."""

import shlex
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

from tui_reader.domain.fetching import FetchState
from tui_reader.web import FetchError, FetchProblem, secrets


def feed(**fields: str) -> FetchState:
    return FetchState(feed_id=1, url="https://news.example/feed", **fields)  # type: ignore[arg-type]


def python(code: str) -> str:
    return shlex.join([sys.executable, "-c", code])


async def refusal(state: FetchState) -> str:
    with pytest.raises(FetchError) as caught:
        await secrets.credentials(state)
    assert caught.value.kind is FetchProblem.SECRET
    return str(caught.value)


async def test_most_feeds_need_none() -> None:
    assert await secrets.credentials(feed()) is None


async def test_a_command_prints_the_password_in_its_first_line() -> None:
    state = feed(auth_user="me", secret_command=python("print('  päss word \\nuser: me')"))
    assert await secrets.credentials(state) == ("me", "  päss word ")


async def test_no_shell_reads_the_command(tmp_path: Path) -> None:
    command = python("import sys; print(sys.argv[1:])") + f" $(touch {tmp_path}/pwned) ; '`id`'"
    assert await secrets.credentials(feed(secret_command=command)) == (
        "", str(["$(touch", f"{tmp_path}/pwned)", ";", "`id`"]),
    )  # fmt: skip
    assert list(tmp_path.iterdir()) == []  # noqa: ASYNC240


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("no-such-program", "the command for this feed's password cannot be run"),
        ("'unclosed", "the command for this feed's password cannot be run"),
        (" ", "the command for this feed's password cannot be run"),
        (python("raise SystemExit(3)"), "the command for this feed's password failed (status 3)"),
        (python(""), "the command for this feed's password printed nothing"),
        (python("print()"), "the command for this feed's password printed nothing"),
    ],
)
async def test_commands_that_give_none(command: str, said: str) -> None:
    assert await refusal(feed(secret_command=command)) == said


async def test_a_command_that_hangs_is_ended_with_all_it_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secrets, "COMMAND_SECONDS", 0.3)
    begun = time.monotonic()
    code = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(60)'])"
    assert (
        await refusal(feed(secret_command=python(code))) == "the command for this feed's password did not end in time"
    )
    assert time.monotonic() - begun < 10


class Keyring(ModuleType):
    """What the package keyring offers, over a dict."""

    def __init__(self, errors: ModuleType) -> None:
        super().__init__("keyring")
        self.kept: dict[tuple[str, str], str] = {}
        self.errors = errors

    def get_password(self, service: str, user: str) -> str | None:
        if user == "locked":
            raise self.errors.KeyringError("no backend \x1b]0;x")
        return self.kept.get((service, user))

    def set_password(self, service: str, user: str, password: str) -> None:
        self.kept[service, user] = password


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Keyring:
    errors = ModuleType("keyring.errors")
    errors.KeyringError = type("KeyringError", (Exception,), {})  # type: ignore[attr-defined]
    fake = Keyring(errors)
    monkeypatch.setitem(sys.modules, "keyring", fake)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    return fake


async def test_the_keyring_keeps_a_password_for_a_host(keyring: Keyring) -> None:
    secrets.store_in_keyring("https://news.example/other", "me", "pässword")
    assert await secrets.credentials(feed(auth_user="me")) == ("me", "pässword")
    assert list(keyring.kept) == [("tui-reader news.example:443", "me")]


@pytest.mark.usefixtures("keyring")
async def test_a_keyring_without_it_or_out_of_order() -> None:
    assert await refusal(feed(auth_user="me")) == "there is no password for me in the keyring"
    assert await refusal(feed(auth_user="locked")) == "the keyring cannot be used: no backend ]0;x"


async def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert await refusal(feed(auth_user="me")) == (
        "passwords need the keyring: install tui-reader[secrets], or set a command for it"
    )
