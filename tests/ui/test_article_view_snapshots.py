"""How the article pane looks, with every kind of block."""

from collections.abc import Awaitable, Callable

import pytest
from textual.app import App
from textual.pilot import Pilot

from tui_reader.ui.widgets.article_view import Page

from .article_pages import MORE, Host, article, page, revision, summary
from .test_article_terms import TEXT, settle

Compare = Callable[..., bool]


def at(line: int) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Scrolls to a line and waits until code is coloured."""

    async def scroll(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, Host)
        pilot.app.view.go_to(line)
        await pilot.pause(0.2)

    return scroll


def host(theme: str, shown: Page | None = None) -> App[None]:
    return Host(shown or page(), theme=theme)


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark", "ansi-light"])
def test_every_kind_of_block_wide(snap_compare: Compare, theme: str) -> None:
    assert snap_compare(host(theme), terminal_size=(90, 84), run_before=at(0))


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
def test_every_kind_of_block_narrow(snap_compare: Compare, theme: str) -> None:
    assert snap_compare(host(theme), terminal_size=(32, 130), run_before=at(0))


@pytest.mark.parametrize("theme", ["textual-dark", "ansi-light"])
@pytest.mark.parametrize("width", [44, 90, 120])
def test_headings_wide_tables_and_scripts(snap_compare: Compare, theme: str, width: int) -> None:
    assert snap_compare(host(theme, page(article(MORE))), terminal_size=(width, 110), run_before=at(0))


def test_summary(snap_compare: Compare) -> None:
    shown = page(mode="summary", summary=summary())
    assert snap_compare(host("textual-dark", shown), terminal_size=(90, 30), press=["j"])


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark"])
def test_lit_sentences(snap_compare: Compare, theme: str) -> None:
    shown = page(summary=summary())
    assert snap_compare(host(theme, shown), terminal_size=(90, 30), press=["H"])


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark"])
def test_what_changed(snap_compare: Compare, theme: str) -> None:
    async def open_panel(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, Host)
        pilot.app.view.show_changes(11, revision())
        await pilot.pause()

    assert snap_compare(host(theme), terminal_size=(90, 36), run_before=open_panel)


@pytest.mark.parametrize("theme", ["textual-light", "ansi-dark"])
def test_key_terms(snap_compare: Compare, theme: str) -> None:
    async def bolden(pilot: Pilot[None]) -> None:
        await pilot.press("b")
        await settle(pilot)
        await pilot.press("H")

    shown = page(article(TEXT, title="Council builds a tram"), summary=summary(TEXT))
    assert snap_compare(host(theme, shown), terminal_size=(90, 34), run_before=bolden)


def test_labels_on_links(snap_compare: Compare) -> None:
    assert snap_compare(host("textual-dark"), terminal_size=(90, 30), press=["semicolon"])


def test_find(snap_compare: Compare) -> None:
    assert snap_compare(host("textual-dark"), terminal_size=(90, 30), press=["ctrl+f", "t", "h", "e"])
