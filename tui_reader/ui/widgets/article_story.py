"""What an article's story says beside it, as lines: what came since it was read, and what further sources add."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ...domain.layout import Line, Piece, width_of
from ...domain.stories import Adds, Said, StoryNews
from .article_choices import LEAD, sentence_lines
from .article_page import Page, Part, cut, flow, text_lines

LINKS = 1 << 20
"""A piece whose `link` is this and more is the sentence (or its source) of that number in `StoryNews.sentences`."""


@dataclass(frozen=True, slots=True)
class StoryBlock:
    """What is new about a story, with the words that only the screen can find."""

    news: StoryNews
    since: str = ""
    """When it was last read: "Tuesday"."""
    ages: Mapping[int, str] = field(default_factory=dict)
    """How old each article is: "2 h ago"."""
    key: str = ""
    """The key that lists the story's articles."""


def above(page: Page, width: int, text: bool) -> list[Line]:
    """What came since the story was read, above the body. `text`: the body is not made of `summary_groups`."""
    if page.story is None or (not text and page.story.news.news):
        return []
    return [line for group in _news(page.story, width, None) for line in group]


def below(page: Page, width: int, text: bool) -> list[Line]:
    """What further sources add, below the body."""
    if page.story is None or (not text and page.story.news.others):
        return []
    return [line for group in _further(page.story, width, None) for line in group]


def summary_groups(page: Page, width: int) -> list[list[Line]]:
    """A summary's sentences with both around them: each group can be chosen, its number is its place."""
    own = sentence_lines(page.summary, width) if page.summary is not None else []
    story = page.story
    if story is None:
        return own
    before = _news(story, width, 0) if story.news.news else []
    own = [[line._replace(block=line.block + len(before)) for line in group] for group in own]
    after = _further(story, width, len(before) + len(own)) if story.news.others else []
    if after:
        after[0] = [Line(), *after[0]]
        after[-1].pop()
    return [*before, *own, *after]


def chosen_of(page: Page, choice: int) -> Said | int:
    """What a choice among `summary_groups` is: a sentence of the story, or the number of one of the summary."""
    if page.story is None:
        return choice
    before, own = len_of_news(page), len(page.summary.sentences) if page.summary is not None else 0
    if before <= choice < before + own:
        return choice - before
    return page.story.news.sentences[choice if choice < before else choice - own]


def len_of_news(page: Page) -> int:
    """Sentences that have come since the story was read."""
    return sum(len(adds.sentences) for adds in page.story.news.news) if page.story is not None else 0


def said_of(page: Page | None, piece: Piece) -> Said | None:
    """The sentence that a piece belongs to."""
    place = -1 if piece.link is None else piece.link - LINKS
    if page is None or page.story is None or not 0 <= place < len(page.story.news.sentences):
        return None
    return page.story.news.sentences[place]


def _news(story: StoryBlock, width: int, first: int | None) -> list[list[Line]]:
    news = story.news
    if not news.since:
        return []
    if not news.news:
        sources = "1 more source" if news.fresh == 1 else f"{news.fresh} more sources"
        return [[*text_lines(f"Nothing new since {story.since}, {sources}", Part.META, width), Line()]]
    groups = _sentences(news.news, 0, story, width, first)
    groups[0] = [*text_lines(f"New since {story.since}", Part.STORY, width), *groups[0]]
    groups[-1] += [Line((Piece("─" * width, Part.RULE),)), Line()]
    return groups


def _further(story: StoryBlock, width: int, first: int | None) -> list[list[Line]]:
    place = sum(len(adds.sentences) for adds in story.news.news)
    groups = _sentences(story.news.others, place, story, width, first)
    quiet = _quiet(story, width)
    if not groups:
        return [quiet] if quiet else []
    groups[0] = [*text_lines("What the others add", Part.STORY, width), *groups[0]]
    groups[-1] += quiet
    return groups


def _quiet(story: StoryBlock, width: int) -> list[Line]:
    news, lines = story.news, list[Line]()
    for names, words in ((news.same, "same text"), (news.nothing, "nothing new")):
        if names:
            lines += text_lines(f"{words}: {', '.join(names)}", Part.META, width)
    if news.more:
        more = "1 more source" if news.more == 1 else f"{news.more} more sources"
        lines += text_lines(f"{more} · {story.key} lists them all" if story.key else more, Part.META, width)
    return [*lines, Line()] if lines else []


def _sentences(told: Sequence[Adds], place: int, story: StoryBlock, width: int, first: int | None) -> list[list[Line]]:
    """A group of lines for each sentence, the first of a source under its name; `first`: number of the first choice."""
    groups: list[list[Line]] = []
    for adds in told:
        for number, said in enumerate(adds.sentences):
            block = -1 if first is None else first + len(groups)
            lines = [] if number else _source(adds, place + len(groups), story, width)
            lines += _said(said.text, place + len(groups), block, width)
            groups.append(lines)
        groups[-1].append(Line())
    return groups


def _source(adds: Adds, place: int, story: StoryBlock, width: int) -> list[Line]:
    name = cut(adds.source, width)
    age = f" · {story.ages[adds.article_id]}" if story.ages.get(adds.article_id) else ""
    pieces = [Piece(name, Part.SOURCE, link=LINKS + place)]
    if age and width_of(name + age) <= width:
        pieces.append(Piece(age, Part.META))
    same = text_lines(f"same text: {', '.join(adds.same)}", Part.META, width) if adds.same else []
    return [Line(tuple(pieces)), *same]


def _said(text: str, place: int, block: int, width: int) -> list[Line]:
    lead, dot = (LEAD, "• ") if width >= 12 else (0, "")
    lines: list[Line] = []
    for pieces in flow(text, Part.SENTENCE).lines(max(1, width - lead - len(dot))):
        led = [Piece(" " * lead, Part.SPACE)] if lead else []
        if dot:
            led.append(Piece(" " * len(dot), Part.SPACE) if lines else Piece(dot, Part.MARK))
        lines.append(Line((*led, *(piece._replace(link=LINKS + place) for piece in pieces)), block))
    return lines
