"""What the sub-commands share: the options, the settings, the library, and how one of them fails."""

from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from .. import __version__
from ..config import Config, load
from ..domain.text import clean_line
from ..paths import Paths
from .output import note

if TYPE_CHECKING:
    from ..domain.models import Feed
    from ..reader import Reader

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])


class Failure(click.ClickException):
    """Something that the user asked for cannot be done; `message` is one clean line that says what to do."""

    exit_code = 1

    def __init__(self, message: str) -> None:
        super().__init__(clean_line(message))


class NoTerminal(click.UsageError):
    """There is no screen to draw on."""


@dataclass(slots=True)
class Session:
    """One call of the program."""

    paths: Paths = field(default_factory=Paths)
    library: Path | None = None
    """The library that --library names."""
    config_file: Path | None = None
    demo: bool = False
    problems: list[str] = field(default_factory=list)
    """What is wrong in the settings."""

    @property
    def library_file(self) -> Path:
        return self.library or (self.paths.demo_library if self.demo else self.paths.library_file)

    def settings(self) -> Config:
        """The settings; what is wrong with them is in `problems` then. Raises Failure when --config names no file."""
        config, self.problems = load(self.config_file or self.paths.config_file)
        if self.config_file and not self.config_file.exists():
            raise Failure(f"{self.config_file}: no such file; leave --config out to use {self.paths.config_file}")
        return config

    def settings_with_notes(self) -> Config:
        """The settings; what is wrong with them is said on standard error."""
        config = self.settings()
        for problem in self.problems:
            note(f"tui-reader: {problem}")
        return config

    @contextmanager
    def reader(self, *, quiet: bool = False) -> Iterator["Reader"]:
        """The reader on this call's library; raises Failure for whatever it says is wrong.

        `quiet`: problems of the settings are left for the caller, in `problems`.
        """
        from ..domain.problems import ReaderError
        from ..reader import Reader
        from ..store import LibraryError

        config = self.settings() if quiet else self.settings_with_notes()
        try:
            reader = Reader.open(config, self.library_file)
            try:
                if self.demo:
                    _fill_with_sample(reader)
                yield reader
            finally:
                reader.close()
        except (LibraryError, ReaderError) as error:
            again = " It is made anew when the file is gone." if self.demo and isinstance(error, LibraryError) else ""
            raise Failure(f"{error}{again}") from None


def _fill_with_sample(reader: "Reader") -> None:
    """The sample edition as this version has it; a library that has it already is left alone."""
    if not reader.library.read_only and reader.get_state("sample") != __version__:
        reader.add_sample()
        reader.set_state("sample", __version__)


def wait_for(work: Coroutine[Any, Any, T]) -> T:
    """Runs `work` to its end on a loop of its own."""
    import asyncio

    return asyncio.run(work)


def one_feed(reader: "Reader", text: str) -> "Feed":
    """The feed that `text` names by its number, address or (part of a) title; raises Failure."""
    found = reader.library.find_feed(text)
    if not found:
        raise Failure(f"no feed is called {text!r}; 'tui-reader feeds' lists them")
    if len(found) > 1:
        some = ", ".join(f"{feed.id} {feed.title}" for feed in found[:5])
        raise Failure(f"{text!r} could be {some}{', ...' if len(found) > 5 else ''}; name one by its number")
    return found[0]


def shared_options(*, hidden: bool = True) -> Callable[[F], F]:
    """Adds --library, --config and --demo; they may stand before a sub-command or after it."""

    def remember(context: click.Context, parameter: click.Parameter, value: object) -> None:
        if value:
            assert parameter.name is not None
            setattr(context.obj, parameter.name, value)

    def options(function: F) -> F:
        file = click.Path(path_type=Path, dir_okay=True)
        common: dict[str, Any] = {"expose_value": False, "callback": remember, "hidden": hidden}
        for option in (
            click.option("--demo", is_flag=True, help="Open the bundled sample edition; needs no network.", **common),
            click.option("--config", "config_file", type=file, metavar="FILE", help="Use these settings.", **common),
            click.option("--library", type=file, metavar="FILE", help="Use this database.", **common),
        ):
            function = option(function)
        return function

    return options


def command(name: str, **attributes: Any) -> Callable[[Callable[..., Any]], click.Command]:
    """A sub-command that takes the shared options and gets the Session first."""

    def make(function: Callable[..., Any]) -> click.Command:
        with_session: Callable[..., Any] = click.pass_obj(function)
        return click.command(name, click.Command, **attributes)(shared_options()(with_session))

    return make
