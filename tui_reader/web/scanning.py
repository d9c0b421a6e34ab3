"""What a web page says about feeds and about itself. Pure; slow on hostile pages: run it where it can be killed."""

import codecs
import re
from dataclasses import dataclass
from typing import Any

from ..domain.outcomes import Candidate
from ..domain.text import clean_line
from .address import parse
from .problems import FetchError

SIZE_LIMIT = 3 * 2**20
_TAG_LIMIT = 32 * 1024
_MOST = 50
_ENOUGH_WORDS = 250

_FEED_TYPE = re.compile(r"(?:application|text)/(?:x[.-])?(?:(?:rss|atom|rdf|feed)(?:\+(?:xml|json))?|xml|json)")
_NO_FEED = re.compile(r"oembed|/wp-json\b|opensearch|sitemap|manifest\.json", re.IGNORECASE)
_COMMENTS = re.compile(r"\bcomments?\b|comment(?:aires|s)|kommentare?\b|comentarios", re.IGNORECASE)
_FEED_END = re.compile(
    r"(?:[/.=]|^)(?:feeds?|rss2?|atom|rdf)(?:/posts)?(?:/(?:default|all|posts|news|index|main))?(?:\.(?:xml|rss|atom|rdf|json|php))?/?$"
    r"|\.(?:rss|atom|rdf)$|/(?:feed|rss|atom|index)\.(?:xml|json)$|^https?://feeds?\.|[?&](?:feed|format|type)=(?:rss2?|atom)",
    re.IGNORECASE,
)
_FORMATS = re.compile(
    r"[\s»·|:,()\[\]-]*\b(?:rss(?: ?2\.0)?|atom(?: ?1\.0)?|json|xml|feed)\b[\s»·|:,()\[\]-]*", re.IGNORECASE
)
_LONG_TAG = re.compile(rb"<[^<>]{%d,}" % _TAG_LIMIT)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_ARTICLE = re.compile(
    r'"@type"\s*:\s*(?:\[\s*)?"(?:(?:News|Opinion|Analysis|Review|Tech|Reportage|Scholarly)?(?:News)?Article|BlogPosting)"'
)
_SLUG = re.compile(r"(?:[^/]*-){3,}[^/]*/?$|(?:^|/)\d{4}/\d{1,2}/|\d{6,}")


@dataclass(frozen=True, slots=True)
class PageLinks:
    title: str = ""
    feeds: tuple[Candidate, ...] = ()
    """Named in the page's head, best first; feeds of comments are apart."""
    comments: tuple[Candidate, ...] = ()
    anchors: tuple[Candidate, ...] = ()
    """Links in the page that look as if they led to a feed."""
    canonical: str = ""
    """The page's own address when it differs from the one asked."""
    article: bool = False
    """The page is one article, not a list of them."""


def scan_page(body: bytes, url: str, content_type: str | None = None) -> PageLinks:
    """Never raises; gives an empty result for what is no HTML."""
    root = _tree(body[:SIZE_LIMIT], content_type or "")
    if root is None:
        return PageLinks()
    base = _address(_first(root, "//base/@href"), url) or url
    feeds = _head_feeds(root, base)
    canonical = _address(_first(root, "//link[translate(@rel,'CANONIL','canonil')='canonical']/@href"), base)
    return PageLinks(
        title=clean_line(_first(root, "//title/text()")),
        feeds=tuple(_without_twins(feed for feed in feeds if not _is_comments(feed))),
        comments=tuple(feed for feed in feeds if _is_comments(feed)),
        anchors=_anchors(root, base),
        canonical=canonical if canonical not in ("", url) else "",
        article=_is_article(root, url),
    )


def _tree(body: bytes, content_type: str) -> Any:
    import lxml.etree
    import lxml.html

    text = _CONTROL.sub("", _decoded(_LONG_TAG.sub(b"<", body), content_type))
    text = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", text)
    parser = lxml.html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        return lxml.html.document_fromstring(text, parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return None


def _decoded(body: bytes, content_type: str) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    declared = _CHARSET.search(content_type.encode("ascii", "replace")) or _CHARSET.search(body[:4096])
    name = declared[1].decode("ascii", "replace") if declared else "cp1252"
    try:
        if not codecs.lookup(name)._is_text_encoding:
            name = "cp1252"
    except LookupError:
        name = "cp1252"
    try:
        return body.decode(name, "replace")
    except (UnicodeError, ValueError):
        return body.decode("latin-1")


def _first(root: Any, path: str) -> str:
    found = root.xpath(path)
    return str(found[0]) if found else ""


def _address(href: str, base: str) -> str:
    try:
        return parse(href, base).url if href.strip() else ""
    except FetchError:
        return ""


def _head_feeds(root: Any, base: str) -> list[Candidate]:
    found: dict[str, Candidate] = {}
    for link in root.iter("link"):
        relations = link.get("rel", "").lower().split()
        kind = link.get("type", "").lower().partition(";")[0].strip()
        typed = bool(_FEED_TYPE.fullmatch(kind))
        named = ("alternate" in relations and typed) or ("feed" in relations and (typed or not kind))
        address = _address(link.get("href", ""), base)
        if not named or not address or "stylesheet" in relations or _NO_FEED.search(address):
            continue
        found.setdefault(address, Candidate(address, clean_line(link.get("title", "")), "named by the page"))
        if len(found) >= _MOST:
            break
    return list(found.values())


def _is_comments(feed: Candidate) -> bool:
    return bool(_COMMENTS.search(feed.title) or _COMMENTS.search(feed.url.partition("://")[2].partition("/")[2]))


def _without_twins(feeds: Any) -> list[Candidate]:
    """One of each title: the same feed as RSS and as Atom is one feed. Atom is the better defined one."""
    kept: dict[str, Candidate] = {}
    for feed in feeds:
        name = _FORMATS.sub(" ", feed.title).strip().casefold() or _FORMATS.sub(" ", feed.url).casefold()
        if name not in kept or ("atom" in feed.url.lower() and "atom" not in kept[name].url.lower()):
            kept[name] = feed
    return list(kept.values())


def _anchors(root: Any, base: str) -> tuple[Candidate, ...]:
    found: dict[str, Candidate] = {}
    for link in root.iter("a", "area"):
        address = _address(link.get("href", ""), base)
        if address and _FEED_END.search(address) and not _NO_FEED.search(address):
            title = clean_line(" ".join(link.itertext())[:200] or link.get("title", ""))
            found.setdefault(address, Candidate(address, title, "linked in the page"))
        if len(found) >= _MOST:
            break
    host = parse(base).host.removeprefix("www.")
    return tuple(sorted(found.values(), key=lambda feed: (_is_comments(feed), host not in feed.url)))


def _is_article(root: Any, url: str) -> bool:
    path = parse(url).url.partition("://")[2].partition("/")[2].partition("?")
    if not path[0].strip("/") and not path[2]:
        return False
    words = _words_in_paragraphs(root)
    kind = _first(root, "//meta[@property='og:type']/@content").strip().lower()
    scripts = root.xpath("//script[@type='application/ld+json']/text()")
    described = sum(len(_ARTICLE.findall(str(script))) for script in scripts)
    if kind.startswith("article") or 0 < described <= 2:
        return words >= 80
    return words >= _ENOUGH_WORDS and kind not in ("website", "blog") and bool(_SLUG.search(path[0]))


def _words_in_paragraphs(root: Any) -> int:
    words = 0
    for paragraph in root.iter("p"):
        words += sum(len(text.split()) for text in paragraph.itertext())
        if words >= _ENOUGH_WORDS:
            break
    return words
