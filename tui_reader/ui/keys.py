"""The table of actions as people see it: key names, footer, README, and what is wrong with the user's own keys."""

from collections.abc import Mapping

from textual.keys import format_key

from .actions import Action, Group, Place, all_actions

_NAMES = {
    "asterisk": "*",
    "backspace": "bksp",
    "delete": "del",
    "down": "↓",
    "enter": "⏎",
    "escape": "esc",
    "exclamation_mark": "!",
    "left": "←",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "right": "→",
    "up": "↑",
}

_PLACES = {place: f"{place.value}: " for place in Place} | {Place.ANYWHERE: ""}


def keys_of(action: Action, keymap: Mapping[str, str]) -> list[str]:
    """The keys that run `action`, in Textual's names: the user's when they set some, else the default ones."""
    return [key.strip() for key in (keymap.get(action.id) or action.keys).split(",") if key.strip()]


def show_key(key: str) -> str:
    """One of Textual's key names as it is shown to people: "asterisk" is "*"."""
    *modifiers, name = key.split("+") if len(key) > 1 else [key]
    return "+".join([*modifiers, _NAMES.get(name) or format_key(name)])


def show_keys(action: Action, keymap: Mapping[str, str]) -> str:
    """All keys of an action, as they are shown to people."""
    return " ".join(show_key(key) for key in keys_of(action, keymap))


def footer(place: Place, keymap: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """(key name, key as shown, label) of what the footer offers in `place`, the most important first."""
    places = (place,) if place is Place.BRIEFING else (Place.ANYWHERE, place)
    here = [action for action in all_actions() if action.footer and action.place in places]
    found = []
    for action in sorted(here, key=lambda action: action.footer):
        if keys := keys_of(action, keymap):
            found.append((keys[0], show_key(keys[0]), action.label))
    return found


def keymap_problems(keymap: Mapping[str, str]) -> list[str]:
    """What is wrong with the user's keys, a line each: ids that do not exist, one key for two actions of a place."""
    known = {action.id: action for action in all_actions()}
    problems = [f"keys: there is no action “{id_}”" for id_ in keymap if id_ not in known]
    taken: dict[tuple[Place, str], str] = {}
    for action in sorted(known.values(), key=lambda action: action.id not in keymap):
        for key in map(show_key, keys_of(action, keymap)):
            owner = taken.setdefault((action.place, key), action.id)
            if owner != action.id:
                problems.append(f"keys: {key} is “{owner}” now, and “{action.id}” needs another key")
    return problems


def key_table() -> str:
    """The default keys as a Markdown table, for the README."""
    lines = ["| Key | What it does |", "| --- | --- |"]
    for group in Group:
        for action in all_actions():
            if action.group is group and action.keys:
                keys = " ".join(f"`{show_key(key)}`" for key in keys_of(action, {}))
                lines.append(f"| {keys} | {_PLACES[action.place]}{action.help} |")
    return "\n".join(lines) + "\n"
