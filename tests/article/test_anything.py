"""Whatever a page contains: no exception, and a sound document."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.article import extract, from_feed, from_text, safe_url
from tui_reader.article.builder import CLEAN
from tui_reader.domain.text import clean_line, clean_text

from .checks import assert_sound

TAGS = """
    p div span a b em code pre ul ol li table tr td th caption blockquote br hr img h1 h3 figure figcaption dl dt dd q
    script style noscript picture source sup math input form iframe svg section ruby rt title head body html summary
"""
ATTRIBUTES = """
    href="/a" href="javascript:alert(1)" href="//x.example/é?ö" href="mailto:a@b.example" href='http://[bad' src="i.png"
    src="data:x" data-src="big.jpg" srcset="a.jpg,b.jpg" alt="\u202epicture" alt="\x1b[31m" colspan=3 rowspan=4 type=a
    start=9999999 start=x value=7 reversed type="i" style="display:none" style="font-weight:bold" hidden width=1
    class="language-py" class="caption" class="lineno" aria-hidden=true type=checkbox class="emoji" role=presentation
    width=99999999999 colspan=-1
"""
PIECES = [" ", "\n\n", "\t", "&nbsp;", "e" + "\u0301" * 3, "\u0301" * 9, "👨\u200d👩", "\x1b]0;x\x07"]
PIECES += ["word", "&amp;", "&#27;", "&#x9b;", "&#xD800;", "<!--", "-->", "]]>", "<", "\u200d", "❤\ufe0f", "\u202e"]
WORDS = st.text(max_size=12) | st.sampled_from(PIECES)


@st.composite
def markup(draw: st.DrawFn) -> str:
    parts: list[str] = []
    opened: list[str] = []
    for _ in range(draw(st.integers(0, 25))):
        what = draw(st.integers(0, 5))
        if what <= 2:
            tag = draw(st.sampled_from(TAGS.split()))
            attributes = draw(st.lists(st.sampled_from(ATTRIBUTES.split()), max_size=3))
            parts.append(f"<{' '.join([tag, *attributes])}>")
            opened.append(tag)
        elif what == 3 and opened:
            parts.append(f"</{opened.pop()}>")
        else:
            parts.append(draw(WORDS))
    return "".join(parts)


@settings(max_examples=200)
@given(st.from_regex(CLEAN, fullmatch=True))
def test_what_needs_no_cleaning(text: str) -> None:
    assert clean_text(text) == text


@settings(max_examples=300, deadline=None)
@given(markup(), st.sampled_from(("", "https://a.example/b/c", "not an address", "http://[")))
def test_feed_html(html: str, base: str) -> None:
    assert_sound(from_feed(html, base, title="word"))


@settings(max_examples=150, deadline=None)
@given(st.text())
def test_plain_text(text: str) -> None:
    assert_sound(from_text(text))
    assert_sound(from_feed(text, "https://a.example/"))


@settings(max_examples=300)
@given(st.text() | st.from_regex(r"(https?:)?//[^/]{0,20}(/[^\n]{0,20})?", fullmatch=True), st.text(max_size=20))
def test_addresses(url: str, base: str) -> None:
    made = safe_url(url, base)
    assert safe_url(made) == made
    assert made == "" or made.startswith(("http://", "https://", "mailto:"))
    assert made.isascii()
    assert not set(made) & set(' "<>\\^`{|}\x7f')
    assert len(made) <= 2048


@settings(max_examples=100, deadline=None)
@given(st.lists(markup(), min_size=1, max_size=4), st.sampled_from(("", "https://a.example/b/c", "http://[")))
def test_pages(parts: list[str], url: str) -> None:
    body = "".join(
        f"<div><p>The council met on Monday to talk about the line number {n}.</p>{part}</div>"
        for n, part in enumerate(parts)
    )
    found = extract(f"<html><head><title>{parts[0]}</title></head><body>{body}</body>".encode("utf-8", "replace"), url)
    assert_sound(found.document)
    for line in (found.title, found.byline, found.published, found.language, found.image, found.site, found.reason):
        assert clean_line(line) == line


@settings(max_examples=100, deadline=None)
@given(
    st.binary(max_size=300),
    st.none() | st.sampled_from(("text/html", "text/plain", "application/x", "a; charset=utf-7")),
)
def test_bytes(data: bytes, content_type: str | None) -> None:
    for page in (data, b"<html><body><p>" + data):
        assert_sound(extract(page, "https://a.example/", content_type=content_type).document)
