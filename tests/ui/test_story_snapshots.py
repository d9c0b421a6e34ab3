"""How a story looks inside the article pane."""

from collections.abc import Callable

import pytest

from .article_pages import Host, article, long_document, page, summary
from .story_pages import BLOCK

Compare = Callable[..., bool]


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark"])
def test_a_story_around_a_text(snap_compare: Compare, theme: str) -> None:
    shown = page(article(long_document(12)), story=BLOCK)
    assert snap_compare(Host(shown, theme), terminal_size=(90, 48))


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
def test_a_story_around_a_summary(snap_compare: Compare, theme: str) -> None:
    shown = page(mode="summary", summary=summary(), story=BLOCK)
    assert snap_compare(Host(shown, theme), terminal_size=(90, 46), press=["j", "j"])


def test_a_story_in_a_narrow_pane(snap_compare: Compare) -> None:
    shown = page(mode="summary", summary=summary(), story=BLOCK)
    assert snap_compare(Host(shown), terminal_size=(30, 90))
