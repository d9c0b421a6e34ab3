"""What is wrong with the settings that only the screen knows. Loads textual, but starts no app."""

from collections.abc import Iterable, Mapping

from textual.theme import BUILTIN_THEMES

from .keys import keymap_problems
from .themes import THEMES


def problems(theme: str, keymap: Mapping[str, str]) -> list[str]:
    """A line for each setting that means nothing: a theme that there is not, an action, a key for two actions."""
    known = {*BUILTIN_THEMES, *(ours.name for ours in THEMES)}
    return [*theme_problems(theme, known), *keymap_problems(keymap)]


def theme_problems(theme: str, known: Iterable[str]) -> list[str]:
    names = sorted(known)
    return [f"theme: there is none called “{theme}”; there are {', '.join(names)}"] if theme not in ("", *names) else []
