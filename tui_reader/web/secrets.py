"""Passwords of feeds: from the system's keyring or from a command, at the moment of fetching, kept nowhere."""

import asyncio
import contextlib
import os
import shlex
import signal
import subprocess
from typing import Any

from ..domain.fetching import FetchState
from ..domain.text import clean_line
from .address import parse
from .problems import FetchError, FetchProblem

COMMAND_SECONDS = 20.0
"""A password manager may have to ask its owner first."""

_LIMIT = 4096
_SERVICE = "tui-reader"


async def credentials(state: FetchState) -> tuple[str, str] | None:
    """Name and password for a feed, None when it needs none. Raises FetchError(SECRET) when they cannot be had."""
    if state.secret_command:
        return state.auth_user, await from_command(state.secret_command)
    if state.auth_user:
        return state.auth_user, await asyncio.to_thread(from_keyring, state.url, state.auth_user)
    return None


async def from_command(command: str) -> str:
    """The first line that a command prints. It is run without a shell. Raises FetchError(SECRET)."""
    try:
        argv = shlex.split(command)
        if not argv:
            raise ValueError
        process = await asyncio.create_subprocess_exec(
            *argv,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError):
        raise _no("the command for this feed's password cannot be run") from None
    assert process.stdout is not None
    try:
        async with asyncio.timeout(COMMAND_SECONDS):
            output = await process.stdout.read(_LIMIT)
            status = await process.wait()
    except TimeoutError:
        raise _no("the command for this feed's password did not end in time") from None
    finally:
        if process.returncode is None:
            _kill(process)
            await process.wait()
    if status:
        raise _no(f"the command for this feed's password failed (status {status})")
    lines = output.decode("utf-8", "replace").splitlines()
    if not lines or not lines[0]:
        raise _no("the command for this feed's password printed nothing")
    return lines[0]


def from_keyring(url: str, user: str) -> str:
    """The password that `store_in_keyring` kept for the host of `url`. Raises FetchError(SECRET)."""
    password = _ask_keyring("get_password", _service(url), user)
    if not password:
        raise _no(f"there is no password for {user} in the keyring")
    return str(password)


def store_in_keyring(url: str, user: str, password: str) -> None:
    """Keep a password in the system's keyring. Raises FetchError(SECRET)."""
    _ask_keyring("set_password", _service(url), user, password)


def _ask_keyring(what: str, *arguments: str) -> Any:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        raise _no("passwords need the keyring: install tui-reader[secrets], or set a command for it") from None
    try:
        return getattr(keyring, what)(*arguments)
    except (KeyringError, OSError, RuntimeError) as error:
        raise _no(f"the keyring cannot be used: {clean_line(str(error), 100)}") from None


def _service(url: str) -> str:
    return f"{_SERVICE} {parse(url).host_port}"


def _kill(process: asyncio.subprocess.Process) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def _no(reason: str) -> FetchError:
    return FetchError(reason, FetchProblem.SECRET)
