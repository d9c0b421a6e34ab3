"""What an extractor takes along though it stands outside the container of the article's paragraphs."""

from tui_reader.article.cleaning import tree_of
from tui_reader.article.core import within_core
from tui_reader.article.projection import project

PARAGRAPH = "港口小镇的议会在星期一开会，讨论了通往群岛的新航线，并用数字和地图解释了费用为什么会比原计划高出许多。"
MENU = "".join(f"<li><a href='/{n}'>栏目{n}</a> |</li>" for n in range(8))
TEASERS = "".join(f"<li><a href='/t{n}'>另一条新闻的标题写在这里第{n}号</a></li>" for n in range(12))


def lines(body: str, text: str | None = None) -> list[str]:
    """The blocks of a page of which an extractor took `text`, or everything."""
    tree = tree_of(f"<html><body>{body}</body></html>".encode())
    assert tree is not None
    everything = "\n".join(str(piece) for piece in tree.itertext())
    return [block.text() for block in project(tree, text or everything, "https://news.example/").document.blocks]


def test_menus_before_and_teasers_behind_the_article_go() -> None:
    story = "".join(f"<p>{n}{PARAGRAPH}</p>" for n in range(6))
    found = lines(
        f"<ul>{MENU}</ul><div class='a'><div class='b'>{story}</div></div><div><h3>热点</h3><ul>{TEASERS}</ul></div>"
    )
    assert found == [f"{n}{PARAGRAPH}" for n in range(6)]


def test_what_stands_in_the_article_stays() -> None:
    story = "".join(f"<p>{n}{PARAGRAPH}</p>" for n in range(6))
    found = lines(f"<div><div class='b'>{story}<h3>来源</h3><ul>{TEASERS}</ul></div></div>")
    assert len(found) == 6 + 1 + 12


def test_a_paragraph_elsewhere_stays() -> None:
    story = "".join(f"<p>{n}{PARAGRAPH}</p>" for n in range(30))
    found = lines(f"<div class='lead'>导语{PARAGRAPH}</div><div class='b'>{story}</div><div>后记{PARAGRAPH}</div>")
    assert found[0] == f"导语{PARAGRAPH}"
    assert found[-1] == f"后记{PARAGRAPH}"


def test_of_few_paragraphs_nothing_is_told() -> None:
    story = f"<p>{PARAGRAPH}</p>"
    assert len(lines(f"<div>{story}</div><ul>{TEASERS}</ul>")) == 1 + 12
    assert within_core([], [], []) == []


def test_a_long_teaser_among_many_short_ones_is_no_text() -> None:
    story = "".join(f"<p>{n}{PARAGRAPH}</p>" for n in range(12))
    cards = "".join(f"<div><h4>{n}号新闻</h4><p>摘要{n if n != 9 else PARAGRAPH}</p></div>" for n in range(12))
    assert lines(f"<div class='b'>{story}</div><div>{cards}</div>") == [f"{n}{PARAGRAPH}" for n in range(12)]


def test_a_second_part_in_another_container_stays() -> None:
    story = "".join(f"<p>{n}{PARAGRAPH}</p>" for n in range(12))
    more = "".join(f"<h4>{n}号岛</h4><p>其二{n}{PARAGRAPH}</p>" for n in range(8))
    assert len(lines(f"<div class='b'>{story}</div><div>{more}</div>")) == 12 + 16
