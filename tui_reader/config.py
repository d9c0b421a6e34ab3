"""The user's settings: a TOML file becomes a frozen `Config`; what is wrong in it is reported, never fatal."""

import re
import shlex
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from .domain.text import clean_line

_SIZE_LIMIT = 1_000_000
"""Bytes: a settings file that is larger is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkConfig:
    """How pages and feeds are fetched."""

    proxy: str = ""
    """http(s) address of a proxy; "" for what the environment says, "none" for none."""
    contact: str = ""
    """An address put into the User-Agent, so that a publisher can write to the user; "" leaves it out."""
    workers: int = 20
    """Requests at the same time, all hosts together."""
    connect_seconds: float = 10
    idle_seconds: float = 20
    """Longest silence between two pieces of an answer."""
    total_seconds: float = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings, each with its default."""

    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Action's id -> key, or several parted by commas."""
    theme: str = ""
    """A theme's name; "" for the reader's own choice."""
    mark_read_after: float = 0.0
    """Seconds that an article is open before it counts as read: 0 at once, negative never."""
    summary_sentences: int | None = None
    """None ("auto" in the file) for as many as suit an article's length."""
    column: int = 72
    """Cells: the widest a line of text gets."""
    open_full_text: str = "never"
    """When the page of a teaser is fetched, unless the feed says otherwise: "never", "open" or "refresh"."""
    images: bool | str = True
    """Whether pictures are drawn when they are asked for: "ssh" for over ssh too, where True means no."""
    image_style: str = "auto"
    """"blocks" or "kitty"; "auto": as the terminal can, as far as the environment tells."""
    browser: tuple[str, ...] = ()
    """The command that opens a link, the address coming last; () for the system's."""
    refresh_on_start: bool = True
    refresh_minutes: int = 60
    """Minutes between refreshes while the reader is open; 0 for none but those asked for."""
    network: NetworkConfig = field(default_factory=NetworkConfig)


class _Wrong(ValueError):
    """A value that a setting does not take; the text says what it takes."""


Check = Callable[[object], Any]


def _number(low: float, high: float, *, whole: bool = False) -> Check:
    def check(value: object) -> Any:
        kinds = (int,) if whole else (int, float)
        if isinstance(value, bool) or not isinstance(value, kinds) or not low <= value <= high:
            raise _Wrong(f"a {'whole ' if whole else ''}number from {low:g} to {high:g}")
        return value if whole else float(value)

    return check


def _length(value: object) -> int | None:
    if value == "auto":
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 9:
        raise _Wrong('"auto" or a whole number from 1 to 9')
    return value


def _refresh_minutes(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not (value == 0 or 15 <= value <= 1440):
        raise _Wrong("0 (never by itself) or a whole number from 15 to 1440")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise _Wrong("true or false")
    return value


def _images(value: object) -> bool | str:
    if value != "ssh" and not isinstance(value, bool):
        raise _Wrong('true, false or "ssh"')
    assert isinstance(value, bool | str)
    return value


def _line(value: object) -> str:
    if not isinstance(value, str) or value != clean_line(value):
        raise _Wrong("a line of text in quotes")
    return value


def _one_of(*choices: str) -> Check:
    def check(value: object) -> str:
        if value not in choices or not isinstance(value, str):
            raise _Wrong("one of " + ", ".join(f'"{choice}"' for choice in choices))
        return value

    return check


def _proxy(value: object) -> str:
    if not isinstance(value, str) or not (value == "" or re.fullmatch(r"none|https?://[^\s/]+/?", value)):
        raise _Wrong('an address such as "http://127.0.0.1:3128", or "none"')
    return value


def _command(value: object) -> tuple[str, ...]:
    accepted = 'a command such as "firefox --new-tab" or ["firefox", "--new-tab"]'
    try:
        parts = shlex.split(value) if isinstance(value, str) else value
    except ValueError:
        raise _Wrong(accepted) from None
    if not isinstance(parts, list) or not all(isinstance(part, str) and part and "\0" not in part for part in parts):
        raise _Wrong(accepted)
    return tuple(parts)


def _key(value: object) -> str:
    parts: list[Any] = value if isinstance(value, list) else [value]
    if not parts or not all(isinstance(part, str) and re.fullmatch(r"\S{1,60}", part) for part in parts):
        raise _Wrong('a key such as "s", "ctrl+f" or ["j", "down"]')
    return ",".join(parts)


SETTINGS: Mapping[str, Check] = {
    "theme": _line,
    "mark_read_after": _number(-1, 3600),
    "summary_sentences": _length,
    "column": _number(50, 100, whole=True),
    "open_full_text": _one_of("never", "open", "refresh"),
    "images": _images,
    "image_style": _one_of("auto", "blocks", "kitty"),
    "browser": _command,
    "refresh_on_start": _flag,
    "refresh_minutes": _refresh_minutes,
}
"""The file's top level: name -> what turns the file's value into the setting's."""

NETWORK_SETTINGS: Mapping[str, Check] = {
    "proxy": _proxy,
    "contact": _line,
    "workers": _number(1, 100, whole=True),
    "connect_seconds": _number(1, 300),
    "idle_seconds": _number(1, 300),
    "total_seconds": _number(1, 3600),
}
"""The same for the table [network]."""


def load(path: Path) -> tuple[Config, list[str]]:
    """The settings in the file `path` and what is wrong there, one clean line each.

    Never raises. No file: the defaults and no problem. A setting with an unknown name or a wrong value is left out.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_SIZE_LIMIT + 1)
    except FileNotFoundError:
        return Config(), []
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return Config(), [clean_line(f"{path}: cannot be read ({reason}); using the defaults")]
    if len(data) > _SIZE_LIMIT:
        return Config(), [clean_line(f"{path}: too large for a settings file; using the defaults")]
    config, problems = parse(data)
    return config, [clean_line(f"{path}{problem}") for problem in problems]


def parse(data: bytes) -> tuple[Config, list[str]]:
    """As `load`, for a file's content. The problems begin with ", line 3: " or ": ", to stand after the file's name."""
    import tomllib

    try:
        text = data.decode("utf-8-sig")
        values = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return Config(), [f", line {line}: not UTF-8 text; using the defaults"]
    except (ValueError, RecursionError) as error:
        return Config(), [f": no valid TOML: {error}; using the defaults"]
    problems: list[str] = []
    where = _Lines(text)
    tables: dict[str, Any] = {name: values.pop(name) for name in ("keys", "network") if name in values}
    settings = dict(_checked(values, SETTINGS, "", where, problems))
    if (network := _table(tables, "network", where, problems)) is not None:
        settings["network"] = NetworkConfig(**dict(_checked(network, NETWORK_SETTINGS, "network", where, problems)))
    if (keys := _table(tables, "keys", where, problems)) is not None:
        checks = dict.fromkeys(keys, _key)
        settings["keys"] = MappingProxyType(dict(_checked(keys, checks, "keys", where, problems)))
    return Config(**settings), problems


def _table(tables: dict[str, Any], name: str, where: "_Lines", problems: list[str]) -> dict[str, Any] | None:
    table = tables.get(name)
    if table is not None and not isinstance(table, dict):
        problems.append(f"{where.find('', name)}: {name} must be a table: write [{name}] on a line of its own")
        return None
    return table


def _checked(
    values: dict[str, Any], checks: Mapping[str, Check], table: str, where: "_Lines", problems: list[str]
) -> Iterator[tuple[str, Any]]:
    for name, value in values.items():
        full = clean_line(f"{table}.{name}" if table else name, 80)
        place = where.find(table, name)
        if name not in checks:
            known = ", ".join(sorted([*checks, *([] if table else ["[keys]", "[network]"])]))
            problems.append(f"{place}: there is no setting {full}; there are {known}")
            continue
        try:
            yield name, checks[name](value)
        except _Wrong as accepted:
            problems.append(f"{place}: {full} must be {accepted}, not {_shown(value)}; it is left out")


def _shown(value: object) -> str:
    try:
        return clean_line(repr(value), 40)
    except ValueError:
        return "a number of very many digits"


class _Lines:
    """Finds the line of a key in a TOML text, as far as a look at the lines can tell."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")

    def find(self, table: str, name: str) -> str:
        """ ", line 3" for the key `name` of `table` ("" for the top level), or "" when it is not found."""
        key = re.compile(rf"\s*(?:{re.escape(table)}\s*\.\s*)?[\"']?{re.escape(name)}[\"']?\s*[=.]")
        current = ""
        for number, line in enumerate(self._lines, 1):
            if header := re.match(r"\s*\[+\s*[\"']?([^\"'\].]*)[\"']?[^\]]*\]", line):
                current = header[1].strip()
                if not table and current == name:
                    return f", line {number}"
            elif current in ("", table) and (current == table or table in line) and key.match(line):
                return f", line {number}"
        return ""
