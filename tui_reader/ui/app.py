"""The app: theme, keymap, signals, and how it ends."""

import asyncio
import os
import signal
from collections import deque
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import ClassVar

from rich.console import RenderableType
from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.message_pump import MessagePump
from textual.screen import Screen

from ..reader import Reader
from .checking import theme_problems
from .keys import keymap_problems
from .screens.main import MainScreen
from .themes import DARK, THEMES, shades

SIGNALS = {"SIGTERM": 143, "SIGHUP": 129}
"""Signal -> the exit status that it ends the reader with."""

BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (140, "-wide")]
"""From so many columns on the screen has this class."""

KEYS_UNDER_WAY = 256
"""Keys of which is known where they were sent."""


def _commands() -> type[Provider]:
    from .commands import Commands

    return Commands


class ReaderApp(App[None]):
    """The reader on a screen. `now` is its clock, `tz` the zone that days are counted in (None: this machine's)."""

    TITLE = "tui-reader"
    CSS_PATH = [Path(__file__).with_name(name) for name in ("reader.tcss", "article.tcss")]  # noqa: RUF012
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    COMMANDS = {_commands}  # noqa: RUF012
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", "Quit", show=False, priority=True)]

    def __init__(
        self,
        reader: Reader,
        problems: Sequence[str] = (),
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        tz: tzinfo | None = None,
    ) -> None:
        self.reader = reader
        plain = "NO_COLOR" in os.environ
        super().__init__(ansi_color=True if plain else None)
        self.now = now
        self._tz = tz
        self.animation_level = "none"
        self._keys: deque[tuple[events.Key, MessagePump]] = deque(maxlen=KEYS_UNDER_WAY)
        self._problems = problems
        for theme in THEMES:
            self.register_theme(theme)
        self._begin_with(self._wanted_theme(plain))
        self.set_keymap(reader.config.keys)

    def _begin_with(self, name: str) -> None:
        """Have a theme from the start. Setting it the usual way would have all styles made twice."""
        theme = self.available_themes[name]
        if theme.ansi:
            self.theme = name
            return
        self.set_reactive(App.theme, name)
        self.update_classes({f"-theme-{name}": True, "-dark-mode": theme.dark, "-light-mode": not theme.dark}, False)
        self.stylesheet.set_variables(self.get_css_variables())

    def _wanted_theme(self, plain: bool) -> str:
        if plain:
            return "ansi-dark"
        for name in (self.reader.config.theme, self.reader.get_state("theme"), os.environ.get("TEXTUAL_THEME", "")):
            if name in self.available_themes:
                return name
        return DARK.name

    def get_css_variables(self) -> dict[str, str]:
        variables = super().get_css_variables()
        return {**shades(variables), **variables}

    def get_default_screen(self) -> Screen[None]:
        width = self.size.width
        classes = next(name for least, name in reversed(BREAKPOINTS) if width >= least)
        return MainScreen(self.reader, tz=self._tz, classes=classes)

    @property
    def main(self) -> MainScreen:
        """The main screen, also when a panel lies over it."""
        screen = self.screen_stack[0]
        assert isinstance(screen, MainScreen)
        return screen

    async def on_event(self, event: events.Event) -> None:
        """A key that nobody took, sent to a widget that has lost the focus since, goes to the one that has it now.

        So the letters that come in one read with the key that opens the search line are typed there.
        """
        if not isinstance(event, events.Key):
            await super().on_event(event)
        elif not event.is_forwarded:
            self._keys.append((event, self.focused or self.screen))
            await super().on_event(event)
        else:
            target = next((target for key, target in self._keys if key is event), None)
            if target in (None, self.focused or self.screen):
                await self._handle_key(event)
            else:
                await self.on_event(events.Key(event.key, event.character))

    async def _handle_key(self, event: events.Key) -> None:
        try:
            await super().on_event(event)
        except KeyError:
            if event.key not in ("pageup", "pagedown"):
                raise
            # Textual's OptionList (8.2) has no lines to page over before it has been laid out, or without room

    def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        for name, status in SIGNALS.items():
            if hasattr(signal, name) and not self.is_headless:
                loop.add_signal_handler(getattr(signal, name), self.exit, None, status)
        self.theme_changed_signal.subscribe(self, lambda theme: self._keep_theme(theme.name))
        problems = [*self._problems, *self._theme_problems(), *keymap_problems(self.reader.config.keys)]
        if problems:
            self.main.problems = problems
            more = f"{len(problems)} problems in the settings, {self.main.key_for('failures')} shows them: "
            told = f"{more if len(problems) > 1 else ''}{problems[0]}"
            self.call_after_refresh(self.main.say, told, error=True)

    def _theme_problems(self) -> list[str]:
        return theme_problems(self.reader.config.theme, self.available_themes)

    def _keep_theme(self, name: str) -> None:
        if not self.reader.library.read_only:
            self.reader.set_state("theme", name)

    def action_change_theme(self) -> None:
        self.search_themes()

    def action_help_quit(self) -> None:
        """Ctrl+C: copies nothing when nothing is selected, and does not end the reader."""
        self.main.say(f"{self.main.key_for('back')} goes back and quits, {self.main.key_for('quit_now')} quits at once")

    async def action_quit(self) -> None:
        self.exit()

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """End the reader, while the terminal still takes what concerns the screen that is left."""
        if self._running and self.screen_stack:
            self.main.put_pictures_away()
        super().exit(result, return_code, message)

    def _fatal_error(self) -> None:
        """No traceback with the values of variables on the terminal: see `raise_fault`."""
        self._close_messages_no_wait()

    def raise_fault(self) -> None:
        """Raise the error that ended the app, if one did."""
        if self._exception is not None:
            raise self._exception
