"""Who wrote an article, told by what pages put where a name belongs."""

import pytest

from tui_reader.article import extract
from tui_reader.article.bylines import bare_name, host_names, people

from .test_page import paragraphs

SITE = ("Harbour News", "harbour.example", "harbour")


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("By Ann Writer", "Ann Writer"),
        ("Written by: Ann Writer", "Ann Writer"),
        ("by Ann Writer | Apr 19, 2013", "Ann Writer"),
        ("Ann Writer on Jun 30, 2014", "Ann Writer"),
        ("By Ann Writer Tuesday, Aug. 17, 2010", "Ann Writer"),
        ("Ann Writer 2019-12-04 10:00", "Ann Writer"),
        ("Ann Writer am 3. März 2019", "Ann Writer"),
        ("Ann Writer (Quay Agency)", "Ann Writer"),
        ("Von Ann Writer", "Ann Writer"),
        ("von Heiner", "Heiner"),
        ("Von der Hafen", "Von der Hafen"),
        ("Di Porto", "Di Porto"),
        ("Di Anna Porto", "Anna Porto"),
        ("Bylle Hafen", "Bylle Hafen"),
        ("作者：王小明", "王小明"),
        ("", ""),
    ],
)
def test_what_stands_around_a_name_goes(raw: str, name: str) -> None:
    assert bare_name(raw) == name


def test_what_is_nobody() -> None:
    for raw in (
        "admin",
        "104363",
        "name, email@news.example",
        "Harbour News",
        "harbour.example",
        "www.x.example",
        "@ann",
    ):
        assert people([raw], *SITE) == "", raw
    assert people(["Ann Writer, Harbour News", "Bo Reader", "Ann Writer"], *SITE) == "Ann Writer, Bo Reader"
    assert people(["Harbourmaster"], *SITE) == "Harbourmaster"


def test_the_names_of_a_host() -> None:
    assert host_names("https://www.harbour.co.example:8080/a") == ("harbour.co.example", "harbour")
    assert host_names("nonsense") == ("", "")


@pytest.mark.parametrize(
    ("markup", "name"),
    [
        ("<p class='byline'>By Ann Writer, Senior Editor</p>", "Ann Writer"),
        ("<p class='byLine'>By Ann Writer and Bo Reader</p>", "Ann Writer and Bo Reader"),
        ("<div class='author'>by <a href='/ann'>Ann Writer</a> on <i>Jun 3, 2014</i></div>", "Ann Writer"),
        ("<div itemprop='author'><img><span itemprop='name'>Ann Writer</span> 14 posts</div>", "Ann Writer"),
        ("<div class='author'><a href='/x'>Too much information</a></div>", ""),
        ("<div class='author-more'>in Off-topic</div>", ""),
    ],
)
def test_names_in_the_page(markup: str, name: str) -> None:
    other = "<div class='author'>Other Person</div>" if name else ""
    html = f"<html><head><title>A line to the isles</title></head><body>{other}<h1>A line to the isles</h1>{markup}"
    assert extract(f"{html}{paragraphs(0, 6)}".encode(), "https://news.example/x").byline == name


@pytest.mark.parametrize(
    ("head", "heading", "title"),
    [
        ("A line to the isles | Harbour News", "Politics A line to the isles", "A line to the isles"),
        ("A line to the isles", "A line to the isles <b>Subscribers</b>", "A line to the isles"),
        ("A line to the isles", "A <i>line</i> to the isles", "A line to the isles"),
        ("Harbour lines - Isles, the free book", "Harbour lines", "Harbour lines"),
        (
            "Harbour lines » Archive » How ferries were sold to the isles",
            "Harbour lines",
            "Harbour lines » Archive » How ferries were sold to the isles",
        ),
        ("The council opens a port", "A line to the isles, at last", "The council opens a port"),
        ("A line to the isles opens", "A line to the isles opens in May", "A line to the isles opens"),
        (
            "A line to the isles - what it costs",
            "A line to the isles and what it costs",
            "A line to the isles and what it costs",
        ),
    ],
)
def test_titles_of_pages(head: str, heading: str, title: str) -> None:
    site = "<meta property='og:site_name' content='Harbour News'>"
    html = f"<html><head><title>{head}</title>{site}</head><body><h1>{heading}</h1>{paragraphs(0, 6)}"
    assert extract(html.encode(), "https://news.example/x").title == title
