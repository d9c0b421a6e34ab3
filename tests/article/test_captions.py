"""Captions: every way in which sites write what stands under a picture, and what only looks like one."""

import pytest

from tui_reader.article import extract, from_feed
from tui_reader.domain.document import Kind

from .checks import assert_sound
from .test_page import URL, article, paragraphs, sentence

TEXT = "Two ferries wait for the tide at the northern quay"


def captions(html: bytes) -> list[str]:
    document = extract(html, URL).document
    assert_sound(document)
    return [block.text() for block in document.blocks if block.kind is Kind.CAPTION]


@pytest.mark.parametrize(
    "markup",
    [
        f"<figure><img src='/q.jpg'><figcaption>{TEXT}</figcaption></figure>",
        f"<figure><img src='/q.jpg'><figcaption aria-hidden='true'>{TEXT}</figcaption></figure>",
        f"<figure><a href='/b'><picture><img src='/q.jpg'></picture></a><figcaption><p>{TEXT}</p></figcaption>",
        f"<figure><img class='lazy' data-lazy='x'><noscript><img src='/q.jpg'></noscript><figcaption>{TEXT}</figure>",
        f"<figure><div class='player' data-id='7'></div><figcaption>{TEXT}</figcaption></figure>",
        f"<figure><img src='/q.jpg'><p>{TEXT}</p></figure>",
        f"<div class='wp-caption'><img src='/q.jpg'><p class='wp-caption-text'>{TEXT}</p></div>",
        f"<div class='image'><img src='/q.jpg'><div class='image__caption'><span>{TEXT}</span></div></div>",
        f"<div class='photo'><img src='/q.jpg'><span class='photoCaption'>{TEXT}</span></div>",
        f"<div class='bild'><img src='/q.jpg'></div><div class='bildunterschrift'>{TEXT}</div>",
        f"<div><img src='/q.jpg'><div class='article__legend'>{TEXT}</div></div>",
        f"<dl class='gallery'><dt><img src='/q.jpg'></dt><dd class='wp-caption-text'>{TEXT}</dd></dl>",
        f"<table><tr><td><img src='/q.jpg'></td></tr><tr><td class='tr-caption'>{TEXT}</td></tr></table>",
    ],
)
def test_markup_of_captions(markup: str) -> None:
    assert captions(article(f"{paragraphs(0, 5)}{markup}{paragraphs(5, 10)}")) == [TEXT]


def test_a_credit_beside_the_caption() -> None:
    credit = "<span class='credit'><span class='visually-hidden'>Credit</span> Ann Lens</span>"
    markup = f"<figure><img src='/q.jpg'><figcaption>{TEXT} {credit}</figcaption></figure>"
    assert captions(article(f"{paragraphs(0, 5)}{markup}{paragraphs(5, 10)}")) == [f"{TEXT} Credit Ann Lens"]
    markup = f"<figure><img src='/q.jpg'><figcaption><p>{TEXT}</p><p>Ann Lens/Agency</p></figcaption></figure>"
    assert captions(article(f"{paragraphs(0, 5)}{markup}{paragraphs(5, 10)}")) == [TEXT, "Ann Lens/Agency"]


def test_the_label_of_a_caption_for_screen_readers_is_no_text() -> None:
    label = "<span class='visually-hidden'>Image caption, </span>"
    markup = f"<figure><img src='/q.jpg'><figcaption>{label}{TEXT}</figcaption></figure>"
    assert captions(article(f"{paragraphs(0, 5)}{markup}{paragraphs(5, 10)}")) == [TEXT]


def test_captions_of_a_gallery() -> None:
    one = "<figure><img src='/{0}.jpg'><figcaption>The quay in the year {0}</figcaption></figure>"
    gallery = "".join(one.format(year) for year in (1901, 1950, 2020))
    html = article(f"{paragraphs(0, 5)}<figure class='gallery'>{gallery}</figure>{paragraphs(5, 10)}")
    assert captions(html) == [f"The quay in the year {year}" for year in (1901, 1950, 2020)]


@pytest.mark.parametrize(
    "markup",
    [
        f"<figure><pre>{TEXT}</pre></figure>",
        f"<figure><blockquote><p>{TEXT}</p></blockquote></figure>",
        f"<p class='caption'>{TEXT}</p>",
        f"<img src='/q.jpg'><p>{TEXT}</p>",
        f"<img src='/q.jpg'><p class='no-caption'>{TEXT}</p>",
    ],
)
def test_what_is_no_caption(markup: str) -> None:
    document = from_feed(f"<p>{sentence(1)}</p>{markup}", URL)
    assert TEXT in document.text()
    assert not [block for block in document.blocks if block.kind is Kind.CAPTION]


def test_pictures_that_lead_to_other_articles_bring_no_captions() -> None:
    link = "<a href='/{0}'>Other story {0}</a>"
    card = f"<figure><a href='/{{0}}'><img src='/{{0}}.jpg'></a><figcaption>{link}</figcaption></figure>"
    cards = "".join(card.format(number) for number in range(1, 7))
    html = article(f"{paragraphs(0, 10)}</div><div class='more'>{cards}")
    assert captions(html) == []


def test_a_credit_behind_the_caption() -> None:
    credit = "<p class='image-credit'>(Photo: Ann Lens)</p>"
    picture = f"<div><img src='/q.jpg'><p class='image-caption'>{TEXT}</p>{credit}</div>"
    for text in (f"{picture}{paragraphs(0, 10)}", f"{paragraphs(0, 10)}{picture}"):
        assert captions(article(text)) == [TEXT, "(Photo: Ann Lens)"]
    assert captions(article(f"{paragraphs(0, 5)}<img src='/q.jpg'>{credit}{paragraphs(5, 10)}")) == []
