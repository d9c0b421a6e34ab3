"""summarize and extract: any text, any page, from a file, an address or a pipe."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.server import Server

PARAGRAPHS = [
    "The council of Northhaven approved the new harbour line on Monday after nine hours of debate. "
    "Trams will run from the old fish market to the ferry terminal every six minutes.",
    "The line costs 140 million crowns, a third of which the state pays. "
    "Construction begins in April and should take three years. "
    "Two bridges have to be widened before the rails are laid.",
    "Shopkeepers on Quay Street had feared for their customers. "
    "The council promised them a fund of two million crowns and night work only on weekdays. "
    "Their association called the offer a beginning.",
    "Opponents collected nine thousand signatures against the loss of 400 parking spaces. "
    "A vote on the matter would have needed twelve thousand. "
    "They want to go to court all the same.",
    "Northhaven closed its last tram in 1968, when buses seemed cheaper. "
    "Today they stand in the same traffic as everybody else. "
    "An express bus takes 25 minutes for the four kilometres to the terminal.",
    "The city expects 31,000 passengers a day. "
    "Whether they come depends on the ferry company, which thinks of moving its berth. "
    "The company wants to decide before the summer.",
    "Engineers from the technical school measured the ground under the quay in the winter. "
    "They found old timber piles that nobody had on a map. "
    "Pulling them out adds four months and some six million crowns to the plan.",
    "The trams themselves were ordered together with two other towns to save money. "
    "The first of the nine vehicles is due in the autumn of the third year. "
    "Until then a model of the driver's cab stands in the library, where children may ring the bell.",
]
TEXT = "\n\n".join(PARAGRAPHS)
PAGE = (
    "<!doctype html><html lang=en><head><title>Harbour line approved</title></head><body>"
    "<nav><a href=/>Home</a> <a href=/sport>Sport</a></nav><article><h1>Harbour line approved</h1>"
    + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS).replace(
        "the plan.", "<a href='more.html'>the plan</a>."
    )
    + "</article>"
    "<footer>Subscribe to our newsletter. All rights reserved.</footer></body></html>"
)


def assert_verbatim(record: dict[str, object], of: int = 23) -> None:
    assert set(record) == {"state", "sentences", "of"}
    sentences = record["sentences"]
    assert isinstance(sentences, list)
    assert record["state"] == "summary"
    assert abs(int(str(record["of"])) - of) <= 2
    assert all(sentence["text"] in TEXT for sentence in sentences)
    for sentence in sentences:
        assert set(sentence) == {"text", "paragraph"}
        assert sentence["paragraph"] >= 1


@pytest.mark.parametrize("source", ["-", "story.txt", "story.html", "page.dat"])
def test_text_and_pages_are_told_apart(cli: Cli, home: Path, source: str) -> None:
    content = PAGE if source.endswith(("html", "dat")) else TEXT
    if source != "-":
        (home / source).write_text(content)
    result = cli("summarize", source if source == "-" else home / source, "--json", text=content)
    assert result.status == 0, result.err
    record = json.loads(result.out)
    assert_verbatim(record)
    assert len(record["sentences"]) == 3


def test_a_pasted_page_on_standard_input(cli: Cli) -> None:
    assert_verbatim(json.loads(cli("summarize", "-", "--json", text=PAGE).out))


def test_the_plain_summary_shows_paragraphs_and_how_much_was_left_out(cli: Cli) -> None:
    result = cli("summarize", "-", text=TEXT)
    assert result.status == 0
    assert result.lines[0].startswith("Summary: 3 of 23 sentences, ")
    sentences = [line for line in result.lines[1:] if line]
    assert len(sentences) == 3
    for line in sentences:
        paragraph, _, sentence = line[1:].partition("] ")
        assert sentence in PARAGRAPHS[int(paragraph) - 1]


def test_how_long_the_summary_gets(cli: Cli, home: Path) -> None:
    assert len(json.loads(cli("summarize", "-", "--json", "--sentences", "5", text=TEXT).out)["sentences"]) == 5
    by_words = json.loads(cli("summarize", "-", "--json", "--words", "40", text=TEXT).out)["sentences"]
    assert 20 <= sum(len(sentence["text"].split()) for sentence in by_words) <= 60
    settings = home / "settings.toml"
    settings.write_text("summary_sentences = 2\n")
    assert len(json.loads(cli("--config", settings, "summarize", "-", "--json", text=TEXT).out)["sentences"]) == 2


def test_a_short_text_is_shown_whole(cli: Cli) -> None:
    record = json.loads(cli("summarize", "-", "--json", text="It rained. The match was called off.").out)
    assert record["state"] == "too_short"
    assert [sentence["text"] for sentence in record["sentences"]] == ["It rained.", "The match was called off."]


@pytest.mark.parametrize(
    "text", ["The caf\u00e9 in Malm\u00f6 is open. " * 3, "\ufeffDas Caf\u00e9 ist offen."], ids=["plain", "marked"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_any_charset(cli: Cli, text: str, encoding: str) -> None:
    result = cli("summarize", "-", text=text.encode(encoding))
    assert "Caf\u00e9" in result.out or "caf\u00e9" in result.out
    assert "\ufeff" not in result.out


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no text"),
        (b"   \n\n ", "no text"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"ab\0\0\0cd", "neither"),
        (b"<html><body></body></html>", "no text"),
    ],
)
def test_what_holds_no_text_is_said_in_one_line(cli: Cli, home: Path, content: bytes, reason: str) -> None:
    file = home / "file"
    file.write_bytes(content)
    result = cli("summarize", file)
    assert (result.status, result.out) == (1, "")
    assert len(result.err.splitlines()) == 1
    assert reason in result.err
    assert str(file) in result.err


def test_files_that_are_not_there(cli: Cli, home: Path) -> None:
    missing = cli("summarize", home / "none.txt")
    assert (missing.status, missing.err) == (1, f"tui-reader: {home / 'none.txt'}: no such file\n")
    assert "write https://example.org/story" in cli("summarize", "example.org/story").err
    assert cli("extract", home).status == 1


def test_a_page_by_its_address(cli: Cli) -> None:
    with Server() as server:
        server.add("/story", body=PAGE)
        assert_verbatim(json.loads(cli("summarize", server.url("/story"), "--json").out))
        extracted = json.loads(cli("extract", server.url("/story"), "--json").out)
        assert extracted["title"] == "Harbour line approved"
        assert PARAGRAPHS[0] in extracted["text"]
        assert extracted["links"] == [server.url("/more.html")]
        missing = cli("extract", server.url("/none"))
        assert missing.status == 1
        assert "404" in missing.err
        away = server.url("/story")
    gone = cli("summarize", away)
    assert (gone.status, len(gone.err.splitlines())) == (1, 1)


def test_extract_prints_text_markdown_or_json(cli: Cli, home: Path) -> None:
    file = home / "story.html"
    file.write_text(PAGE)
    plain = cli("extract", file)
    assert plain.status == 0
    assert plain.lines[0] == "Harbour line approved"
    assert PARAGRAPHS[3] in plain.out
    assert "newsletter" not in plain.out
    marked = cli("extract", file, "--markdown", "--base", "https://example.org/news/")
    assert marked.lines[0] == "# Harbour line approved"
    assert "](https://example.org/news/more.html)" in marked.out
    record = json.loads(cli("extract", file, "--json").out)
    assert {"title", "byline", "published", "language", "status", "reason", "words", "text"} <= set(record)
    assert record["status"] == "full"


def test_extract_of_a_page_without_text_fails(cli: Cli) -> None:
    result = cli("extract", "-", text="<html><body><script>x()</script></body></html>")
    assert (result.status, result.out) == (1, "")
    assert len(result.err.splitlines()) == 1


def test_nothing_hostile_comes_through(cli: Cli) -> None:
    text = TEXT.replace("harbour", "har\x1b]0;owned\x07bour\u202e\x9b31m")
    for arguments in (["summarize", "-"], ["extract", "-"], ["extract", "-", "--markdown"]):
        for content in (text, f"<html><body><article><p>{text}</p></article></body></html>"):
            out = cli(*arguments, text=content).out
            assert not set(out) & {"\x1b", "\x07", "\x9b", "\u202e"}
