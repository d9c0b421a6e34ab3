"""Work for the job tests: what a process must find by name."""

import os
import sys
import time
from collections.abc import Sequence

from tui_reader.digest import Made, Text, make_documents
from tui_reader.domain.models import ParsedEntry, ParsedFeed


def feed(titles: tuple[str, ...], *, title: str = "") -> ParsedFeed:
    return ParsedFeed(title=title, entries=tuple(ParsedEntry(guid=name, title=name) for name in titles))


def spin(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


def hang(*_: object) -> None:
    time.sleep(60)


def make_or_hang(texts: Sequence[Text]) -> list[Made]:
    """As `make_documents`, unless one of the titles says otherwise."""
    titles = {text.title for text in texts}
    if "HANG" in titles:
        hang()
    if "CRASH" in titles:
        os._exit(1)
    return make_documents(texts)


def is_loaded(module: str) -> bool:
    return module in sys.modules


def pid() -> int:
    return os.getpid()


def surroundings() -> tuple[dict[str, str], list[str], int]:
    return dict(os.environ), list(sys.path), os.getpgid(0)


def shout() -> str:
    print("drawn on the terminal")
    print("drawn on the terminal", file=sys.stderr)
    os.write(1, b"drawn on the terminal")
    os.write(2, b"drawn on the terminal")
    return "quiet"


def complain(text: str) -> None:
    raise LookupError(text)


class Sly:
    """Something that a process must not be able to send back."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch pwned",)


def sly() -> Sly:
    return Sly()


def double_or_crash(numbers: Sequence[int]) -> list[int]:
    """Twice each; a negative one ends the process."""
    if min(numbers) < 0:
        os._exit(1)
    return [2 * number for number in numbers]
