"""Links within a page: which blocks they lead to, after all that is done to the blocks."""

from tui_reader.article import extract, from_feed
from tui_reader.domain.document import Document, Kind

from .checks import assert_sound

BASE = "https://news.example/2025/item?x=1"
NOTES = """<p>It cost much.<sup id="fnref:1"><a href="#fn:1">1</a></sup> And more.<a href="{base}#two%20x">[2]</a></p>
<p>Another paragraph.</p><h2 id="end">End</h2><p id="unused">See <a href="#end">the end</a>, <a href="#no">nothing</a>
or <a href="https://other.example/#end">elsewhere</a>.</p>
<ol><li id="fn:1"><p>Nine millions. <a href="#fnref:1">↩</a></p><p>And some.</p></li>
<li><a name="two x"></a>Second.</li></ol>""".replace("{base}", BASE)


def anchored(document: Document) -> dict[str, str]:
    """{fragment: beginning of the block}"""
    return {a.partition("#")[2]: block.text()[:12] for block in document.blocks for a in block.anchors}


EXPECTED = {"fnref:1": "It cost much", "end": "End", "fn:1": "Nine million", "two%20x": "Second."}


def test_the_notes_of_a_feeds_entry() -> None:
    document = from_feed(NOTES, BASE)
    assert anchored(document) == EXPECTED
    assert all(address in document.links for block in document.blocks for address in block.anchors)
    assert_sound(document)


def test_the_notes_of_a_page() -> None:
    text = "<p>The council met on Monday and talked about the harbour line for a very long time indeed.</p>" * 8
    menu = "<nav id='menu'><a href='#main'>To the text</a></nav>"
    page = f"<html><body>{menu}<article id='main'><h1>A line</h1>{text}{NOTES}</article></body></html>"
    document = extract(page.encode(), BASE).document
    assert anchored(document) == EXPECTED
    assert_sound(document)


def test_without_a_base_there_are_none() -> None:
    assert anchored(from_feed(NOTES, "")) == {}


def test_an_id_twice_and_an_id_of_nothing() -> None:
    document = from_feed('<p><a href="#a">x</a></p><p id="a">One</p><p id="a">Two</p><div id="b"></div>', BASE)
    assert anchored(document) == {"a": "One"}
    document = from_feed('<p><a href="#b">x</a> y</p><div id="b"></div>', BASE)
    assert anchored(document) == {}
    assert [block.kind for block in document.blocks] == [Kind.PARAGRAPH]
