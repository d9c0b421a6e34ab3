"""What the article pane says to its screen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from ...domain.models import Sentence

if TYPE_CHECKING:
    from ...domain.stories import Said
    from .article_page import Mode


class ArticleMessages:
    """The messages of `ArticleView`, as its attributes."""

    @dataclass
    class SummaryRequested(Message, namespace="article_view"):
        """The banner was clicked: summary, or back to the full text."""

    @dataclass
    class FullTextRequested(Message, namespace="article_view"):
        """Fetch the article's page."""

    @dataclass
    class PicturesRequested(Message, namespace="article_view"):
        """These pictures are to be fetched; none: no more are wanted. Not `by_key`: as with the articles before."""

        urls: tuple[str, ...]
        by_key: bool = True

    @dataclass
    class ChangesRequested(Message, namespace="article_view"):
        """What changed against an earlier text, 0 being the newest of them, -1 the one that was read."""

        version: int = -1

    @dataclass
    class FeedTextRequested(Message, namespace="article_view"):
        """Show what the feed carries instead of the page's text, and in it this block."""

        block: int

    @dataclass
    class NextRequested(Message, namespace="article_view"):
        """Next Article was clicked."""

    @dataclass
    class PreviousRequested(Message, namespace="article_view"):
        """Previous Article was clicked."""

    @dataclass
    class NextUnreadRequested(Message, namespace="article_view"):
        """A page down at the end."""

    @dataclass
    class LinkChosen(Message, namespace="article_view"):
        """A link of the article is to be opened."""

        url: str

    @dataclass
    class SentenceChosen(Message, namespace="article_view"):
        """A sentence of the summary was chosen; the view shows it in the full text already."""

        sentence: Sentence

    @dataclass
    class FurtherChosen(Message, namespace="article_view"):
        """A sentence of another article of the story is to be read there."""

        said: "Said"

    @dataclass
    class SummaryLengthRequested(Message, namespace="article_view"):
        """The summary is to have `delta` sentences more."""

        delta: int

    @dataclass
    class HighlightsChanged(Message, namespace="article_view"):
        """The summary's sentences are to be lit in the full text from now on, or no longer."""

        lit: bool

    @dataclass
    class ColumnChanged(Message, namespace="article_view"):
        """The reader set the width of the column, in cells."""

        column: int

    @dataclass
    class PositionChanged(Message, namespace="article_view"):
        """The reader has got to `position` in an article."""

        article_id: int
        position: str

    @dataclass
    class ModeChanged(Message, namespace="article_view"):
        """The view itself went to the full text, to show something in it."""

        mode: "Mode"
