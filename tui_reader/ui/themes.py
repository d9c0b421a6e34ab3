"""The colours: two themes of our own, and for every other theme the shades that our styles ask for."""

from collections.abc import Mapping

from textual.color import Color
from textual.theme import Theme

DARK = Theme(
    name="tui-reader-dark",
    primary="#7fa8dc",
    secondary="#8fa3b8",
    accent="#e3a857",
    warning="#e3a857",
    error="#ec8078",
    success="#8fc07e",
    foreground="#dcd9d2",
    background="#17181c",
    surface="#1d1f24",
    panel="#262930",
    variables={
        "reader-strong": "#f4f1ea",
        "reader-muted": "#a3a29d",
        "reader-faint": "#44474f",
        "reader-cursor": "#2c3646",
        "reader-cursor-blurred": "#282b32",
        "block-cursor-background": "#2c3646",
        "block-cursor-foreground": "#f4f1ea",
        "block-cursor-text-style": "bold",
        "input-selection-background": "#7fa8dc 35%",
        "border": "#7fa8dc",
        "border-blurred": "#44474f",
        "scrollbar": "#44474f",
        "scrollbar-background": "#1d1f24",
    },
)

LIGHT = Theme(
    name="tui-reader-light",
    primary="#1d5a9e",
    secondary="#4d6579",
    accent="#9c4310",
    warning="#8a5800",
    error="#b0261c",
    success="#38722f",
    foreground="#2a2823",
    background="#fbf9f4",
    surface="#f4f1e9",
    panel="#e8e4d9",
    dark=False,
    variables={
        "reader-strong": "#14120e",
        "reader-muted": "#635f56",
        "reader-faint": "#cdc8ba",
        "reader-cursor": "#d9e4f2",
        "reader-cursor-blurred": "#e9e5da",
        "block-cursor-background": "#d9e4f2",
        "block-cursor-foreground": "#14120e",
        "block-cursor-text-style": "bold",
        "input-selection-background": "#1d5a9e 30%",
        "border": "#1d5a9e",
        "border-blurred": "#cdc8ba",
        "scrollbar": "#cdc8ba",
        "scrollbar-background": "#f4f1e9",
    },
)

THEMES = (DARK, LIGHT)


def shades(variables: Mapping[str, str]) -> dict[str, str]:
    """Our own variables for a theme that lacks them, as near to ours as its foreground and background allow."""
    foreground, background = Color.parse(variables["foreground"]), Color.parse(variables["background"])
    if foreground.ansi is not None:
        names = ("reader-strong", "reader-muted", "reader-faint")
        return dict.fromkeys(names, "ansi_default") | dict.fromkeys(
            ("reader-cursor", "reader-cursor-blurred"), "ansi_default"
        )
    primary = Color.parse(variables["primary"])
    return {
        "reader-strong": foreground.hex,
        "reader-muted": foreground.blend(background, 0.33).hex,
        "reader-faint": foreground.blend(background, 0.75).hex,
        "reader-cursor": background.blend(primary, 0.3).hex,
        "reader-cursor-blurred": background.blend(foreground, 0.1).hex,
    }
