"""Articles with every kind of block, and a small app that shows them."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from textual import on
from textual.app import App, ComposeResult
from textual.message import Message

import tui_reader.ui
from tui_reader.domain.changes import compare, compare_lines
from tui_reader.domain.document import Block, Document, Image, Kind, Span, Status, Style
from tui_reader.domain.models import Article, Head, Sentence, Summary, SummaryState
from tui_reader.ui.widgets.article_changes import Revision
from tui_reader.ui.widgets.article_view import ArticleView, Page

STYLES = Path(tui_reader.ui.__file__).parent / "article.tcss"


class Host(App[None]):
    """Only the article pane; keeps what it says."""

    CSS_PATH = STYLES
    BINDINGS = [("space", "page_on"), ("backspace", "page_back")]  # noqa: RUF012

    def __init__(self, page: Page | None = None, theme: str = "textual-dark", column: int = 72) -> None:
        super().__init__()
        self.theme = theme
        self.said: list[Message] = []
        self._page = page
        self._column = column

    def compose(self) -> ComposeResult:
        yield ArticleView(column=self._column)

    def on_mount(self) -> None:
        self.view.focus()
        if self._page is not None:
            self.view.show(self._page)

    @property
    def view(self) -> ArticleView:
        return self.query_one(ArticleView)

    def action_page_on(self) -> None:
        self.view.action_page_on()

    def action_page_back(self) -> None:
        self.view.action_page_back()

    @on(ArticleView.SummaryRequested)
    @on(ArticleView.FullTextRequested)
    @on(ArticleView.NextRequested)
    @on(ArticleView.PreviousRequested)
    @on(ArticleView.NextUnreadRequested)
    @on(ArticleView.LinkChosen)
    @on(ArticleView.SentenceChosen)
    @on(ArticleView.SummaryLengthRequested)
    @on(ArticleView.ColumnChanged)
    @on(ArticleView.PositionChanged)
    @on(ArticleView.ModeChanged)
    @on(ArticleView.HighlightsChanged)
    @on(ArticleView.FurtherChosen)
    @on(ArticleView.ChangesRequested)
    @on(ArticleView.FeedTextRequested)
    def keep(self, message: Message) -> None:
        self.said.append(message)

    def lines(self) -> list[str]:
        """The screen's lines as text, blanks at their ends left off."""
        return [self.view.render_line(y).text.rstrip() for y in range(self.view.size.height)]


def text(kind: Kind, words: str, **rest: object) -> Block:
    return Block(kind, (Span(words),), **rest)  # type: ignore[arg-type]


def row(*cells: str) -> tuple[tuple[Span, ...], ...]:
    return tuple((Span(cell),) for cell in cells)


CODE = '''def tide(hour: int) -> float:
    """Height of the water in metres, above the lowest of the year, at the old gauge by the mole."""
    # the moon does most of it
    return 1.8 + 1.4 * cos(hour / 12.42 * 2 * pi)
'''

EVERYTHING = Document(
    blocks=(
        Block(
            Kind.PARAGRAPH,
            (
                Span("The council of "),
                Span("Avalon Bay", Style.BOLD),
                Span(" approved on Monday the "),
                Span("new harbour line", link=0),
                Span(", which will join the ferry piers with the old town in "),
                Span("eleven minutes", Style.ITALIC),
                Span(", after a debate of nine hours about what it costs."),
                Span("1", Style.SUPERSCRIPT),
            ),
        ),
        text(Kind.HEADING, "What was decided", level=2),
        text(Kind.PARAGRAPH, "Twelve members voted for the plan and seven against it. The mayor did not vote."),
        text(
            Kind.ITEM, "Two tracks from the piers to the market, with room for a third one later.", level=1, marker="•"
        ),
        text(Kind.ITEM, "A bridge over the inner basin", level=1, marker="•"),
        text(
            Kind.ITEM,
            "of steel, because the old one was of wood and nobody wants to have that again",
            level=2,
            marker="1.",
            indent=2,
        ),
        text(Kind.ITEM, "and high enough for the fishing boats", level=2, marker="2.", indent=2),
        text(
            Kind.PARAGRAPH,
            "“We have waited for this since my grandmother sold fish here,” said a stall keeper who stayed to the end.",
            quote=1,
        ),
        text(Kind.PARAGRAPH, "She was not the only one.", quote=1),
        text(Kind.HEADING, "Who pays", level=3),
        Block(
            Kind.TABLE,
            rows=(
                row("Part", "Cost in millions", "Paid by"),
                row("Tracks", "41.5", "the town"),
                row("Bridge", "118", "the county"),
                row("Trains", "36.2", "the line"),
            ),
            header=True,
        ),
        Block(Kind.IMAGE, image=0),
        text(Kind.CAPTION, "The inner basin, where the bridge will stand.", image=0),
        Block(
            Kind.PARAGRAPH,
            (
                Span("The tide decides when one can build. The engineers use "),
                Span("tide()", Style.CODE),
                Span(" for it:"),
            ),
        ),
        Block(Kind.CODE, (Span(CODE),), language="python"),
        Block(Kind.RULE),
        text(Kind.TERM, "Mole"),
        text(Kind.PARAGRAPH, "A wall in the sea, not an animal.", indent=2),
        text(Kind.HEADING, "What comes next", level=2),
        text(
            Kind.PARAGRAPH, "港湾線は来年の春に着工し、三年後に開業する予定です。市議会は月曜日に計画を承認しました。"
        ),
        Block(
            Kind.PARAGRAPH,
            (
                Span("The plans are at "),
                Span("https://example.org/avalon-bay/council/2031/harbour-line/plans-and-sections?page=2", link=1),
                Span("."),
            ),
        ),
    ),
    links=(
        "https://example.org/line",
        "https://example.org/avalon-bay/council/2031/harbour-line/plans-and-sections?page=2",
    ),
    images=(Image("https://example.org/basin.jpg", "A basin with fishing boats, seen from the market"),),
    language="en",
)


MORE = Document(
    blocks=(
        text(Kind.HEADING, "The first level", level=1),
        text(Kind.PARAGRAPH, "Each level of heading has a setting of its own, and a distance to what is before it."),
        text(Kind.HEADING, "The second level", level=2),
        text(Kind.PARAGRAPH, "Most articles have this one and no other."),
        text(Kind.HEADING, "The third level", level=3),
        text(Kind.PARAGRAPH, "And some have a third."),
        text(Kind.HEADING, "The fourth level", level=4),
        *(
            text(
                Kind.ITEM,
                f"The {number} thing to know is a paragraph of its own, {('which goes on and on ' * 8).strip()}.",
                **at,
            )
            for number, at in zip(("first", "second"), ({"level": 1, "marker": "•"},) * 2, strict=True)
        ),
        Block(
            Kind.TABLE,
            rows=(
                row("Port", "Ships a year", "Depth", "Head of the office", "What it is for", "Since"),
                row("Avalon Bay", "12,400", "14.5 m", "A. Writer", "ferries and the fishing fleet", "1873"),
                row("Bree on the River", "–", "8 m", "The Honourable B. Reader", "yachts", "2004"),
                row("Port Regent", "870", "n/a", "nobody", "nobody knows, it has been closed for years", "1995"),
            ),
            header=True,
        ),
        text(Kind.CAPTION, "The three ports of the county."),
        text(
            Kind.PARAGRAPH,
            "นายกเทศมนตรีเปิดเผยว่าเทศบาลจะสร้างเส้นทางรถรางใหม่จากท่าเรือไปยังเมืองเก่า โดยใช้เวลาสิบเอ็ดนาที"
            "ซึ่งสภาเทศบาลได้อนุมัติเมื่อวันจันทร์ที่ผ่านมา",
        ),
        text(
            Kind.PARAGRAPH,
            "「港湾線」は来年の春に着工し、三年後に開業する予定です。（市議会は月曜日に計画を承認しました。）",
        ),
        text(Kind.PARAGRAPH, "وافق مجلس المدينة يوم الاثنين على خط الميناء الجديد بعد نقاش دام تسع ساعات حول تكلفته."),
        text(
            Kind.PARAGRAPH,
            "Pourquoi maintenant ? « Parce que c'est moins cher », dit la maire ; 12 % de moins, en effet !",
        ),
        text(Kind.PARAGRAPH, "A quotation,", quote=1),
        text(Kind.PARAGRAPH, "and one in it.", quote=2),
    )
)
"""What `EVERYTHING` lacks."""


def article(document: Document = EVERYTHING, **rest: object) -> Article:
    head = Head(
        id=int(str(rest.pop("id", 11))),
        feed_id=1,
        feed=str(rest.pop("feed", "Small Wire")),
        title=str(rest.pop("title", "Council approves the new harbour line")),
        sort_at=1_900_000_000,
        words=int(str(rest.pop("words", 940))),
        changed=bool(rest.pop("changed", False)),
    )
    values: dict[str, object] = {"author": "A. Writer", "url": "https://example.org/a", **rest}
    return Article(head=head, published=datetime(2030, 3, 17, tzinfo=UTC), feed_document=document, **values)  # type: ignore[arg-type]


def page(shown: Article | None = None, **rest: object) -> Page:
    values: dict[str, object] = {
        "place": "11 of 63",
        "age": "2 h ago",
        "previous_title": "Rail strike called off",
        "next_title": "Reactor vote delayed",
        **rest,
    }
    return Page(article=shown or article(), **values)  # type: ignore[arg-type]


def summary(document: Document = EVERYTHING, state: SummaryState = SummaryState.SUMMARY) -> Summary:
    """The first sentences of three paragraphs."""
    whole = document.text()
    sentences = []
    for number, (block, offset, words) in enumerate(document.text_parts(), 1):
        if document.blocks[block].kind is Kind.PARAGRAPH and len(sentences) < 3:
            end = words.find(". ") + 1 or len(words)
            sentences.append(Sentence(whole[offset : offset + end], number, offset, offset + end))
    return Summary(state, tuple(sentences), of=41, words=940, summary_words=77, language="en")


def long_document(lines: int) -> Document:
    """About `lines` lines of paragraphs in a column of 72."""
    words = "The harbour line was opened on a grey morning, and nobody spoke of what it had cost. " * 3
    blocks = tuple(text(Kind.PARAGRAPH, f"Paragraph {n}. {words}") for n in range(max(1, lines // 5)))
    return Document(blocks=blocks, status=Status.FULL)


OLD = Document(
    (
        Block(Kind.PARAGRAPH, (Span("The council of Avalon Bay will vote on Tuesday about the new harbour line."),)),
        *EVERYTHING.blocks[1:2],
        Block(Kind.PARAGRAPH, (Span("Ten members voted for the plan and nine against it. The mayor did not vote."),)),
        Block(Kind.PARAGRAPH, (Span("Nobody was there to say [/what] the fish market thinks."),)),
        *EVERYTHING.blocks[3:],
    )
)


def revision(**rest: object) -> Revision:
    """How `EVERYTHING` differs from `OLD`."""
    made = Revision(
        title=compare_lines("Council argues about the harbour line", "Council approves the new harbour line"),
        passages=compare(OLD, EVERYTHING),
        seen="2 h ago",
        earlier=("until 2 h ago: Council argues about the harbour line", "until yesterday: Council to meet"),
    )
    return replace(made, **rest)  # type: ignore[arg-type]
