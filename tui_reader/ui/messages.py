"""What work that runs beside the screen tells it. Posted from any thread; the handlers own the state."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from ..domain.models import Article, Rows, Summary

if TYPE_CHECKING:
    from ..domain.briefings import Paper
    from ..domain.outcomes import Progress, RefreshReport
    from .widgets.article_changes import Revision


@dataclass
class RefreshMoved(Message):
    """A refresh has come further."""

    progress: "Progress"


@dataclass
class RefreshEnded(Message):
    """A refresh is over."""

    report: "RefreshReport"
    manual: bool


@dataclass
class SummaryMade(Message):
    article_id: int
    summary: Summary


@dataclass
class NoSummary(Message):
    """A summary could not be made: one clean line."""

    article_id: int
    reason: str


@dataclass
class ArticleRead(Message):
    """An article came from the library, or its full text from the network."""

    article_id: int
    article: Article
    fetched: bool = False


@dataclass
class ChangesFound(Message):
    """How an article differs from an earlier text of it."""

    article_id: int
    revision: "Revision"


@dataclass
class PaperMade(Message):
    """A briefing or an edition is there."""

    paper: "Paper"


@dataclass
class StoriesChanged(Message):
    """Articles have come to form other stories."""


@dataclass
class Found(Message):
    """What a search found."""

    query: str
    rows: Rows


@dataclass
class Trouble(Message):
    """Something did not work: one clean line. `article_id` is the article concerned, if it is about one."""

    reason: str
    article_id: int | None = None
