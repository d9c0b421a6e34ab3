"""An article's page as a document: a ladder of ways to find the text, from the surest to the last resort."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lxml import etree

from ..domain.document import EMPTY, Document, Extraction, Status
from . import libraries
from .cleaning import bounded, prepared
from .decoding import decode
from .feed import from_feed, from_text
from .lead import with_lead
from .metadata import Metadata, complete, metadata_of, title_near, without_site
from .projection import Projection, long_texts, project
from .routing import Route, route
from .structured import body_of, is_closed
from .trimming import trimmed
from .urls import safe_url
from .verdict import NOTHING, PAYWALL_WORDS, verdict
from .wordage import words_in

LONGER = 1.3
"""The JSON-LD's text is taken when it has this many times the words of the text in the page."""

SHORT = 120
"""Words: a text of fewer is suspected to be the wrong one ..."""

IN_PARAGRAPHS = 250
"""... where the page's paragraphs hold this many."""

MANY = 3000
"""Characters that are more than 250 words in any language."""


def extracted(data: bytes, url: str, content_type: str | None) -> Extraction:
    """See `article.extract`."""
    kind, reason = route(data, content_type)
    if kind is Route.REFUSED:
        return _failed(reason, "content type")
    text = decode(data, content_type)
    if kind is Route.TEXT:
        document = from_text(text)
        return Extraction(document, reason="" if document.blocks else "The file is empty.", steps=("plain text",))
    markup, cut = bounded(text)
    tree = _tree(prepared(markup))
    if tree is None:
        return replace(_failed("The page is empty.", "page"), document=EMPTY)
    made = _Page(tree, safe_url(url), metadata_of(tree, url)).climb()
    return replace(made, document=replace(made.document, truncated=True)) if cut else made


def _failed(reason: str, *steps: str) -> Extraction:
    return Extraction(Document(status=Status.FAILED), reason=reason, steps=steps)


def _tree(markup: bytes) -> etree._Element | None:
    """The tree in the form that trafilatura takes."""
    from lxml import html  # not at the top: feeds are read without it

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    # one class for all elements: choosing it by their names, in Python, takes a tenth of the time
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    try:
        tree = html.document_fromstring(markup, parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    return tree if len(tree) else None


_UNREAD = ("script", "style", "svg", "template", "nav", "select", "datalist", "map", "canvas", "link")
"""Elements that no step reads, once the head and the JSON-LD are read; without them all steps take a tenth less."""


@dataclass(slots=True)
class _Page:
    tree: etree._Element
    url: str
    about: Metadata
    steps: list[str] = field(default_factory=list)
    scripts: int = 0
    alive: list[etree._Element] = field(default_factory=list)
    """Keeps lxml's Python objects, whose making costs more than most of what is done with them."""

    def climb(self) -> Extraction:
        """Step after step until a text is found; then what it is worth."""
        self.scripts = sum(1 for _ in self.tree.iter("script"))
        etree.strip_elements(self.tree, *_UNREAD, with_tail=False)
        self.alive = list(self.tree.iter())
        best = self._project("page", libraries.fast(self.tree, self.url))
        best = self._structured(best)
        if not _is_long(best.document) and (words := _words(best)) < SHORT and self._has_text(words):
            best = self._looked_again(best, words)
        return self._judged(best)

    def _looked_again(self, best: Projection, words: int) -> Projection:
        """The first longer text that another library finds, or where all find nothing, what the page shows most of."""
        looks: list[tuple[str, Callable[[etree._Element, str], str]]] = [
            ("second look", libraries.thorough),
            ("third look", libraries.readability),
        ]
        if words < NOTHING:
            looks.append(("last look", lambda tree, _: "\n".join(text for _, text in long_texts(tree))))
        for step, look in looks:
            other = self._project(step, look(self.tree, self.url))
            if _words(other) > LONGER * _words(best):
                best = other
            if _words(best) >= SHORT:
                break
        return best

    def _project(self, step: str, text: str) -> Projection:
        self.steps.append(step)
        found = project(self.tree, text, self.url)
        found = with_lead(found, self.about.description)
        return replace(found, document=trimmed(found.document, self._title(), self.about.byline))

    def _title(self) -> str:
        return without_site(self.about.title, self.about.site)

    def _structured(self, best: Projection) -> Projection:
        node = self.about.nodes[0] if self.about.nodes else None
        body = body_of(node) if node else ""
        if not body or words_in(body) < max(LONGER * _words(best), 60):
            return best
        self.steps.append("structured data")
        projected = project(self.tree, body, self.url)
        if _words(projected) >= 0.9 * words_in(body):
            return replace(projected, document=trimmed(projected.document, self._title(), self.about.byline))
        document = from_feed(body, self.url, title=self.about.title)
        return Projection(replace(document, status=Status.FULL), best.region)

    def _has_text(self, found: int) -> bool:
        """Whether the page holds so much text that `found` words cannot be all; some sites know no paragraphs."""
        if found < NOTHING:
            texts = (text for _, text in long_texts(self.tree))
        else:
            texts = ("".join(map(str, element.itertext())) for element in self.tree.iter("p"))
        return sum(map(words_in, texts)) >= IN_PARAGRAPHS

    def _judged(self, best: Projection) -> Extraction:
        about = self.about
        status, reason = self._worth(best.document)
        complete(about, self.alive, self.tree, self.url)
        document = replace(best.document, status=status, language=about.language)
        if status in (Status.EMPTY, Status.SCRIPT) and words_in(document.text()) < NOTHING:
            document = replace(EMPTY, status=status, language=about.language)
        return Extraction(
            document,
            title=title_near(best.region, self.tree, about),
            byline=about.byline,
            published=about.published,
            language=about.language,
            image=about.image,
            site=about.site,
            reason=reason,
            steps=tuple(self.steps),
        )

    def _worth(self, document: Document) -> tuple[Status, str]:
        if _is_long(document) or words_in(document.text()) >= PAYWALL_WORDS:
            return Status.FULL, ""
        seen = self._visible()
        closed = any(map(is_closed, self.about.nodes)) or self.about.tier == "locked"
        return verdict(document, seen, closed=closed, scripts=self.scripts)

    def _visible(self) -> str:
        """The beginning and the end of what the page shows."""
        shown = [
            piece
            for element in self.tree.iter(etree.Element)
            if element.tag != "noscript"
            for piece in (element.text, element.tail)
            if piece
        ]
        text = " ".join(" ".join(shown).split())
        return text if len(text) < 40_000 else text[:20_000] + " " + text[-20_000:]


def _words(found: Projection) -> int:
    return sum(words_in(text) for _, _, text in found.document.text_parts())


def _is_long(document: Document) -> bool:
    """Whether a text has so many characters that its words need not be counted."""
    return sum(len(span.text) for block in document.blocks for span in block.spans) >= MANY
