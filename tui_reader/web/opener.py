"""Opening a link in the browser: an argument list, never a shell, and nothing but a whole http(s) address.

OpenError  why it could not be opened, one clean line
"""

import contextlib
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePath
from urllib.parse import quote

from ..domain.text import clean_line
from .address import parse
from .problems import FetchError

TEXT_BROWSERS = frozenset(
    {"w3m", "lynx", "links", "links2", "elinks", "browsh", "chawan", "cha", "www-browser", "carbonyl"}
)

_SAFE = "/:@!&*+,;=?-._~%#[]"
_PLACES = ("%s", "{url}", "{}")
_OPTION_ENDS = tuple(f"={place}" for place in _PLACES)
"""Where a configured command may want the address; without one it comes last."""
_GRAPHICAL = ("xdg-open", "gio", "kde-open", "exo-open", "wslview", "x-www-browser", "sensible-browser", "firefox")
_ARGUMENTS = {"gio": ("gio", "open")}
PATIENCE = 0.05
"""Seconds that are waited for a browser to say that it cannot: short, since a screen may be waiting too."""


class OpenError(Exception):
    def __init__(self, reason: str) -> None:
        super().__init__(clean_line(reason, 300))


def safe_argument(url: str) -> str:
    """`url` as an argument that no program takes for an option, a file or a script. Raises OpenError."""
    try:
        clean = parse(url, fragment=True).url
    except FetchError as error:
        raise OpenError(str(error)) from None
    scheme, _, rest = clean.partition("://")
    return f"{scheme}://{quote(_with_whole_percents(rest), _SAFE)}"


def browser_command(command: Sequence[str] = (), environment: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """The command that opens links here: the configured one, else $BROWSER's, else the system's; () for none."""
    environment = os.environ if environment is None else environment
    if command:
        return tuple(command)
    for candidate in environment.get("BROWSER", "").split(os.pathsep):
        with contextlib.suppress(ValueError):
            if (words := shlex.split(candidate)) and shutil.which(words[0]):
                return tuple(words)
    return next(_system_commands(environment), ())


def is_text_browser(command: Sequence[str]) -> bool:
    """Whether a command draws in this very terminal: the reader must step aside while it runs."""
    return bool(command) and PurePath(command[0]).stem in TEXT_BROWSERS


def open_link(
    url: str,
    command: Sequence[str] = (),
    *,
    suspend: Callable[[], contextlib.AbstractContextManager[None]] | None = None,
    patience: float = PATIENCE,
) -> None:
    """Open `url` with `command` (an argument list; () for the system's browser). Raises OpenError.

    A browser of the desktop is started and, after `patience` seconds, left alone. One of the terminal runs inside
    `suspend()`; without `suspend` it is refused.
    """
    address = safe_argument(url)
    found = browser_command(command)
    if not found:
        raise OpenError('no browser was found: set one in the settings (browser = "firefox"), or copy the link')
    argv = _filled(found, address)
    if shutil.which(argv[0]) is None:
        raise OpenError(f"the browser {argv[0]} is not installed")
    if not is_text_browser(found):
        _start(argv, patience)
    elif suspend is None:
        raise OpenError(f"{argv[0]} needs this terminal for itself; copy the link instead")
    else:
        with suspend():
            _run_here(argv)


def _filled(command: Sequence[str], address: str) -> list[str]:
    """`command` with the address in its place: an argument of its own or an option's value, never part of a script."""
    words = [_with_address(word, address) for word in command]
    return words if words != list(command) else [*words, address]


def _with_address(word: str, address: str) -> str:
    if word in _PLACES:
        return address
    if word.startswith("--") and word.endswith(_OPTION_ENDS):
        return f"{word.partition('=')[0]}={address}"
    return word


def _with_whole_percents(text: str) -> str:
    """Every % that begins no escape becomes one."""
    parts = text.split("%")
    hexadecimal = frozenset("0123456789abcdefABCDEF")
    kept = [f"%{part}" if len(part) > 1 and set(part[:2]) <= hexadecimal else f"%25{part}" for part in parts[1:]]
    return parts[0] + "".join(kept)


def _system_commands(environment: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    if sys.platform == "darwin":
        yield ("open",)
    elif sys.platform == "win32":
        yield ("rundll32", "url.dll,FileProtocolHandler")
    else:
        if shutil.which("termux-open-url"):
            yield ("termux-open-url",)
        if environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY") or environment.get("WSL_DISTRO_NAME"):
            yield from (_ARGUMENTS.get(name, (name,)) for name in _GRAPHICAL if shutil.which(name))
        yield from ((name,) for name in sorted(TEXT_BROWSERS) if shutil.which(name))


def _start(argv: Sequence[str], patience: float) -> None:
    try:
        process = subprocess.Popen(
            argv,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        raise OpenError(f"{argv[0]} cannot be started: {getattr(error, 'strerror', None) or error}") from None
    try:
        status = process.wait(patience)
    except subprocess.TimeoutExpired:
        _leave(process)
        return
    if status:
        raise OpenError(f"{argv[0]} could not open the link (status {status})")


def _leave(process: "subprocess.Popen[bytes]") -> None:
    """It runs on without us; a thread waits for its end, so that no dead process stays behind."""
    import threading

    threading.Thread(target=process.wait, name="browser", daemon=True).start()


def _run_here(argv: Sequence[str]) -> None:
    try:
        status = subprocess.run(argv, check=False).returncode
    except (OSError, ValueError) as error:
        raise OpenError(f"{argv[0]} cannot be started: {getattr(error, 'strerror', None) or error}") from None
    if status:
        raise OpenError(f"{argv[0]} could not open the link (status {status})")
