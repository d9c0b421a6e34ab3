"""The structure of HTML in a document: one small piece of markup for each rule."""

import pytest

from tui_reader.article import from_feed
from tui_reader.domain.document import Block, Document, Kind, Style

from .checks import assert_sound

BASE = "https://news.example/2025/item.html"


def blocks(html: str) -> tuple[Block, ...]:
    document = made(html)
    return document.blocks


def made(html: str) -> Document:
    document = from_feed(html, BASE)
    assert_sound(document)
    return document


def outline(html: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text()) for block in blocks(html)]


def test_blanks_fold_as_in_a_browser() -> None:
    assert outline("<p>  one\n\t two <b> three </b> four&nbsp;five </p> six ") == [
        ("p", "one two three four\xa0five"),
        ("p", "six"),
    ]
    assert outline("<p>one<!-- note --> two</p>") == [("p", "one two")]
    assert outline("<p>soft&shy;hyphen<wbr>word</p>") == [("p", "softhyphenword")]


def test_one_break_is_a_line_and_two_are_a_paragraph() -> None:
    assert outline("one<br>two<br> <br>three<br/><br/><br/>four") == [("p", "one\ntwo"), ("p", "three"), ("p", "four")]
    assert outline("<h2>one<br>two</h2>") == [("h", "one two")]


def test_paragraphs_of_every_kind_of_container() -> None:
    assert outline("<div>a<section>b<article>c</article></section>d</div><center>e</center>") == [
        ("p", letter) for letter in "abcde"
    ]
    assert outline("<p>a<span style='display:block'>b</span>c</p>") == [("p", "a"), ("p", "b"), ("p", "c")]


def test_styles_add_up_and_neighbours_join() -> None:
    spans = blocks("<p>a <b>b <i>c</i></b><strong>d</strong> <code>e</code><s>f</s><sup>1</sup><mark>g</mark></p>")[
        0
    ].spans
    assert [(span.text, span.style) for span in spans] == [
        ("a ", Style.PLAIN),
        ("b ", Style.BOLD),
        ("c", Style.BOLD | Style.ITALIC),
        ("d", Style.BOLD),
        (" ", Style.PLAIN),
        ("e", Style.CODE),
        ("f", Style.STRIKE),
        ("1", Style.SUPERSCRIPT),
        ("g", Style.MARK),
    ]
    assert blocks("<p><b>a</b><b>b</b></p>")[0].spans[0].text == "ab"
    assert blocks("<p><span style='font-weight: bold'>a</span></p>")[0].spans[0].style is Style.BOLD


def test_headings_keep_their_level_and_lose_their_anchor() -> None:
    block = blocks("<p>x</p><h3 id='a'>Part <em>two</em> <a class='headerlink' href='#a'>¶</a></h3>")[1]
    assert (block.kind, block.level, block.text()) == (Kind.HEADING, 3, "Part two")


def test_nested_lists_hang() -> None:
    html = "<ul><li>one<ul><li>two<p>more</p></li></ul>after</li><li><p>three</p><p>four</p></li></ul>"
    assert [(b.kind.value, b.text(), b.level, b.indent, b.marker) for b in blocks(html)] == [
        ("li", "one", 1, 0, "•"),
        ("li", "two", 2, 2, "◦"),
        ("p", "more", 2, 4, ""),
        ("p", "after", 1, 2, ""),
        ("li", "three", 1, 0, "•"),
        ("p", "four", 1, 2, ""),
    ]


@pytest.mark.parametrize(
    ("html", "markers"),
    [
        ("<ol start=9><li>a<li>b</ol>", [(1, "9."), (0, "10.")]),
        ("<ol type=a><li>a<li>b</ol>", [(0, "a."), (0, "b.")]),
        ("<ol type=I start=3><li>a<li value=9>b</ol>", [(0, "III."), (1, "IX.")]),
        ("<ol reversed><li>a<li>b<li>c</ol>", [(0, "3."), (0, "2."), (0, "1.")]),
        ("<ol start=no><li>a</ol>", [(0, "1.")]),
        ("<ol start=-1><li>a<li>b</ol>", [(0, "-1."), (1, "0.")]),
        ("<ol start=99999999999999999999><li>a</ol>", [(0, "1.")]),
    ],
)
def test_ordered_lists(html: str, markers: list[tuple[int, str]]) -> None:
    assert [(block.indent, block.marker) for block in blocks(html)] == markers


def test_long_lists_align_their_texts() -> None:
    items = blocks("<ol>" + "<li>x" * 12 + "</ol>")
    assert {block.indent + len(block.marker) for block in items} == {3}


def test_task_lists_and_definitions() -> None:
    assert outline("<ul><li><input type=checkbox checked> a<li><input type=checkbox> b</ul>") == [
        ("li", "☑ a"),
        ("li", "☐ b"),
    ]
    html = "<dl><dt>Term<dd>Meaning<dd><p>Another</dl><p>x</p>"
    assert [(b.kind.value, b.text(), b.indent) for b in blocks(html)] == [
        ("dt", "Term", 0),
        ("p", "Meaning", 2),
        ("p", "Another", 2),
        ("p", "x", 0),
    ]


def test_quotes_have_depth() -> None:
    html = "<blockquote>a<blockquote><p>b</p></blockquote><ul><li>c</ul></blockquote><p>d <q>e</q></p>"
    assert [(b.text(), b.quote) for b in blocks(html)] == [("a", 1), ("b", 2), ("c", 1), ("d “e”", 0)]


def test_lists_and_quotes_stop_growing() -> None:
    deep = blocks("<ul><li>" * 40 + "x" + "</ul>" * 40 + "<blockquote>" * 40 + "y")
    assert [(block.level, block.quote) for block in deep] == [(8, 0), (0, 8)]


@pytest.mark.parametrize(
    "html",
    [
        '<pre><code class="language-python">def f():\n\treturn 1\n</code></pre>',
        '<div class="highlight-source-python"><pre>def f():\n    return 1</pre></div>',
        '<pre class="sourceCode python">\ndef f():\n    return 1\n</pre>',
        '<pre data-lang="Python">def f():<br>    return 1</pre>',
        '<pre class="brush: python"><div>def f():</div><div>    return 1</div></pre>',
        '<pre class="lang-python"><b class="lineno">1</b>def f():\n<b class="lineno">2</b>    return 1</pre>',
        '<figure class="highlight python"><table><tr><td class="gutter"><pre>1\n2</pre></td>'
        '<td class="code"><pre class="lang-python">def f():\n    return 1</pre></td></tr></table></figure>',
    ],
)
def test_code_keeps_its_lines_and_language(html: str) -> None:
    assert [(b.kind, b.text(), b.language) for b in blocks(html)] == [(Kind.CODE, "def f():\n    return 1", "python")]


def test_tables_of_data() -> None:
    block = blocks(
        "<table><caption>Lines</caption><thead><tr><th>Town<th>Cost</thead>"
        "<tr><td rowspan=2>Port <a href='/p'>A</a><td>5</tr><tr><td>6</tr><tr><td colspan=2>all</table>"
    )
    assert [b.kind for b in block] == [Kind.CAPTION, Kind.TABLE]
    assert block[1].header
    assert block[1].text() == "Town | Cost\nPort A | 5\n | 6\nall | "
    assert made("<table><tr><th>a<td><a href='/p'>b</a><tr><th>c<td>d</table>").links == ("https://news.example/p",)


def test_layout_tables_are_taken_apart() -> None:
    for html in (
        "<table><tr><td><p>a</p><td><p>b</p></table>",
        "<table role=presentation><tr><td>a<tr><td>b</table>",
        "<table><tr><td><table><tr><td>a<tr><td>b</table></table>",
        "<table><tr><td>a<tr><td>b</table>",
        "<table><tr><td><h2>a</h2><td><tr><td>b<td></table>",
    ):
        assert [text for _, text in outline(html)] == ["a", "b"], html


def test_pictures_with_captions() -> None:
    html = (
        "<figure><a href='/full.jpg'><img src='/a.jpg' alt='The  harbour' width=600 height=400></a>"
        "<figcaption>The harbour <i>today</i></figcaption></figure>"
    )
    document = made(html)
    assert [(b.kind, b.image, b.text()) for b in document.blocks] == [
        (Kind.IMAGE, 0, ""),
        (Kind.CAPTION, 0, "The harbour today"),
    ]
    image = document.images[0]
    assert (image.url, image.alt, image.width, image.height) == ("https://news.example/a.jpg", "The harbour", 600, 400)
    old = blocks("<div class='wp-caption'><img src='b.jpg'><p class='wp-caption-text'>Boats</p></div>")
    assert [block.kind for block in old] == [Kind.IMAGE, Kind.CAPTION]


@pytest.mark.parametrize(
    "html",
    [
        "<img src='data:image/gif;base64,R0' data-src='/big.jpg'>",
        "<img src='/placeholder.png' data-lazy-src='/big.jpg'>",
        "<img srcset='/small.jpg 300w, /big.jpg 1200w, /huge.jpg 4000w'>",
        "<picture><source srcset='/big.jpg 1x'><img alt=''></picture>",
        "<img class=lazy src='data:x'><noscript><img src='/big.jpg'></noscript>",
        "<img data-src='/big.jpg'><noscript><img src='/big.jpg?w=1'></noscript>",
        "<img src='/big.jpg'><img src='/big.jpg'>",
    ],
)
def test_lazy_pictures(html: str) -> None:
    assert [image.url for image in made(f"<p>x</p>{html}").images] == ["https://news.example/big.jpg"]


def test_pictures_that_are_none() -> None:
    for attributes in ("src='/t.gif' width=1 height=1", "src='//feeds.feedburner.com/~r/x'", "src='javascript:x'", ""):
        assert made(f"<p>a<img {attributes}></p>").images == ()
    assert outline("<p>Hi <img class='wp-smiley' alt='🙂' src='/s.png'> all</p>") == [("p", "Hi 🙂 all")]


def test_a_picture_in_a_sentence_does_not_part_it() -> None:
    assert outline("<p>one <img src='/a.jpg'> two</p><p>three</p>") == [("p", "one two"), ("img", ""), ("p", "three")]


def test_films_become_links_to_them() -> None:
    document = made(
        "<p>x</p><iframe src='https://www.youtube.com/embed/1' title='A tour'></iframe><iframe src='/ad'></iframe>"
    )
    assert [(image.alt, image.url) for image in document.images] == [
        ("YouTube: A tour", "https://www.youtube.com/embed/1")
    ]


def test_links() -> None:
    document = made(
        "<p><a href='/a b?q=1#x'>one</a> <a href='javascript:alert(1)'>two</a> <a href='//o.example/é'>three</a> "
        "<a href='/a b?q=1#x'>again</a> <a>none</a> <a href='mailto:a@b.example'>mail</a> <a href='file:///x'>file</a></p>"
    )
    assert document.links == (
        "https://news.example/a%20b?q=1#x",
        "https://o.example/%C3%A9",
        "mailto:a@b.example",
    )
    assert [span.text for span in document.blocks[0].spans if span.link == 0] == ["one", "again"]
    assert document.blocks[0].text() == "one two three again none mail file"


def test_what_is_not_shown_is_left_out() -> None:
    html = (
        "<p>a</p><script>x</script><style>x</style><nav>x</nav><p hidden>x</p><p style='color:red;display: none'>x</p>"
        "<span aria-hidden=true>x</span><p class='sr-only'>x</p><template>x</template><svg><text>x</text></svg>"
        "<div class=sharedaddy>x</div><select><option>x</select><button>x</button><div role=navigation>x</div>"
        "<form><input name=mail> x</form><object>x</object><textarea>x</textarea><p>b</p>"
    )
    assert [text for _, text in outline(html)] == ["a", "b"]


def test_rules_formulas_readings() -> None:
    assert outline("<hr><p>a</p><hr><hr><p>b</p><hr>") == [("p", "a"), ("hr", ""), ("p", "b")]
    assert outline("<p>so <math alttext='x^2'><mi>x</mi></math></p>") == [("p", "so x^2")]
    assert outline("<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby></p>") == [("p", "漢字(かんじ)")]
    assert blocks("<details><summary>More</summary>text</details>")[0].spans[0].style is Style.BOLD


def test_marks_do_not_pile_up_over_the_edges_of_elements() -> None:
    marks = "\u0301" * 4
    document = made(f"<p>e{marks}<i>{marks}</i>{marks}<wbr>{marks}</p>")
    assert document.text() == f"e{marks}"


def test_a_large_first_letter_is_no_paragraph() -> None:
    large = "<span style='display:block; float:left; font-size:300%'>{}</span>"
    assert outline(f"<p>{large.format('H')}arbour towns are quiet.</p>") == [("p", "Harbour towns are quiet.")]
    assert outline(f"<p>{large.format('Harbour')}towns</p>") == [("p", "Harbour"), ("p", "towns")]
