"""Our own two themes: text is easy to read, and quiet text is still readable."""

import pytest
from rich.style import Style

from tui_reader.domain.layout import Role
from tui_reader.ui.themes import THEMES
from tui_reader.ui.widgets.article_page import Part
from tui_reader.ui.widgets.article_paint import COMPONENTS

from .article_pages import Host, page

TEXT, QUIET = 7.0, 4.5
"""Contrast ratios of WCAG 2: AAA for text, AA for text."""
NO_TEXT = {Role.RULE, Role.BAR, Role.SPACE, Part.RULE, Part.SPACE, "progress"}
QUIET_ONES = {"meta", "credit", "caption", "picture", "marker", "comment", "cut"}
CODE = {"code", "comment", "literal", "name", "key-name"}


def luminance(colour: tuple[int, int, int]) -> float:
    parts = [part / 255 for part in colour]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: Style, second: Style | None = None) -> float:
    """Of the first one's colour on the second one's ground, or its own."""
    ground = (second or first).bgcolor
    assert first.color is not None
    assert ground is not None
    dark, light = sorted((luminance(first.color.get_truecolor()), luminance(ground.get_truecolor())))
    return (light + 0.05) / (dark + 0.05)


def test_the_ratio_is_that_of_the_standard() -> None:
    assert contrast(Style.parse("#000000 on #ffffff")) == pytest.approx(21)
    assert contrast(Style.parse("#777777 on #ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_text_is_easy_to_read(theme: str) -> None:
    app = Host(page())
    for own in THEMES:
        app.register_theme(own)
    async with app.run_test(size=(90, 40)) as pilot:
        app.theme = theme
        await pilot.pause()
        poor = {}
        ground = app.view.get_component_rich_style("article--ground")
        for component in COMPONENTS:
            name = component.removeprefix("article--")
            if name in NO_TEXT:
                continue
            style = app.view.get_component_rich_style(component)
            ratio = contrast(style, ground if name in CODE else None)
            if ratio < (QUIET if name in QUIET_ONES else TEXT):
                poor[name] = round(ratio, 1)
        assert poor == {}
