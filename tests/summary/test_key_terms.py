"""Key terms: which words and names carry an article, and where they are marked."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui_reader.domain.document import Block, Document, Kind, Span
from tui_reader.domain.text import clean_text
from tui_reader.summary.key_marks import SHARE
from tui_reader.summary.key_terms import document_terms, key_terms

ENGLISH = "\n".join(
    (
        "The council of Avalon Bay voted on Monday for the harbour line. Anna Writer, who runs the fish market, "
        "said that the council had waited for too long.",
        'The harbour line will take the trams from the ferry piers to the old town. "We have no time to lose," '
        "Writer said. Trams have not run in Avalon Bay since 1957.",
        "A ferry takes eleven minutes and costs four crowns. The trams will take five, and the council wants to "
        "keep the ferry for visitors. It was said to be cheap.",
        "Nobody on the council spoke of the cost. According to the mayor, Anna Writer and her neighbours at the "
        "fish market will have to move for two years while the tracks are laid.",
    )
)

GERMAN = "\n".join(
    (
        "Der Stadtrat von Avalon hat am Montag die Hafenbahn beschlossen. Die Hafenbahn soll die Fähren mit der "
        "Altstadt verbinden, sagte Bürgermeisterin Anna Schreiber.",
        "Der Stadtrat stritt neun Stunden lang über die Kosten. Schreiber sagte, die Fähren seien zu langsam, und "
        "eine Straßenbahn gebe es seit Jahren nicht mehr.",
    )
)

FRENCH = "\n".join(
    (
        "Le conseil municipal de Saint-Aubin a voté lundi la ligne du port. La ligne du port reliera les bateaux à "
        "la vieille ville, a expliqué la maire Anne Plume.",
        "Le conseil municipal a débattu pendant neuf heures. Selon Anne Plume, les bateaux sont trop lents, et "
        "l'ancien tramway a disparu il y a longtemps.",
    )
)


def marked(text: str, **rest: str) -> list[str]:
    return [text[start:end] for start, end in key_terms(text, **rest)]  # type: ignore[arg-type]


def test_names_pairs_and_words_of_the_title_are_terms() -> None:
    found = marked(f"{ENGLISH}\n" * 2, title="Council approves the new harbour line", language="en")
    assert {"Anna Writer", "council", "harbour line", "trams", "Avalon Bay"} <= set(found)
    assert not {"Monday", "said", "take", "time", "years", "The", "Nobody", "According"} & set(found)


@pytest.mark.parametrize(
    ("text", "title", "terms"),
    [
        (f"{GERMAN}\n" * 3, "Avalon baut eine Hafenbahn", {"Stadtrat", "Hafenbahn", "Fähren"}),
        (f"{FRENCH}\n" * 3, "La ligne du port est votée", {"conseil municipal", "bateaux"}),
    ],
)
def test_other_languages(text: str, title: str, terms: set[str]) -> None:
    assert terms <= set(marked(text, title=title))


def test_strings_of_characters_in_chinese_and_japanese() -> None:
    japanese = (
        "港湾線は来年の春に着工します。市議会は港湾線の計画を承認しました。フェリーの会社は反対です。フェリーは残ります。\n港湾線の費用は高い。フェリーで十分です。"
        * 2
    )
    assert {"港湾線", "フェリー"} <= set(marked(japanese, title="港湾線を承認", language="ja"))
    chinese = (
        "运输署表示，海底隧道将连接两岸。海底隧道的工程很大。\n运输署说，海底隧道明年通车。运输署没有公开费用。" * 3
    )
    assert {"海底隧道", "运输署"} <= set(marked(chinese, title="", language="zh"))


def test_a_term_is_marked_once_in_a_paragraph() -> None:
    spans = key_terms(ENGLISH, title="Council approves the new harbour line")
    for line in re.finditer(r"[^\n]+", ENGLISH):
        inside = [ENGLISH[a:b].lower() for a, b in spans if line.start() <= a < line.end()]
        assert len(inside) == len(set(inside))


def test_too_little_text_has_no_terms() -> None:
    assert marked("The council of Avalon Bay voted for the harbour line.", title="Council") == []
    assert marked("") == []


@settings(max_examples=200, deadline=None)
@given(
    st.text("abcABC .,\n'’-éßИи漢字", max_size=400) | st.text(max_size=200).map(clean_text),
    st.text("abAB ", max_size=20),
    st.sampled_from(["", "en", "de", "fr", "ja", "zh", "th", "vi", "xx"]),
)
@example("of Ab " * 40, "Ab", "en")
@example("U.S. " * 60, "U.S.", "en")
def test_any_text(text: str, title: str, language: str) -> None:
    spans = key_terms(text, title=title, language=language)
    last = 0
    for start, end in spans:
        assert last <= start < end <= len(text)
        assert "\n" not in text[start:end]
        last = end
    size = len(text) if language in ("ja", "zh") else len(text.split()) + text.count("'") + text.count("-") + len(text)
    assert sum(end - start if language in ("ja", "zh") else 1 for start, end in spans) * SHARE <= size


def test_at_most_one_word_in_fifteen() -> None:
    text = " ".join(f"The Anna Writer of Avalon Bay saw the ferry {number}.\n" for number in range(60))
    spans = key_terms(text, title="Anna Writer of Avalon Bay")
    assert 0 < sum(len(text[a:b].split()) for a, b in spans) * SHARE <= len(text.split())


def test_blocks_of_running_text_are_marked_and_others_are_not() -> None:
    blocks = [Block(Kind.PARAGRAPH, (Span(line[:40]), Span(line[40:]))) for line in ENGLISH.split("\n")]
    code = Block(Kind.CODE, (Span("council()"),))
    document = Document((Block(Kind.HEADING, (Span("The council"),)), *blocks[:2], code, *blocks[2:]), language="en")
    found = document_terms(document, "Council approves the new harbour line")
    assert set(found) <= {1, 2, 4, 5}
    words = {document.blocks[block].text()[a:b] for block, spans in found.items() for a, b in spans}
    assert {"council", "Anna Writer", "harbour line"} <= words


def test_a_long_text_is_read_as_far_as_makes_sense() -> None:
    text = f"{ENGLISH}\n" * 400
    spans = key_terms(text, title="Council approves the new harbour line")
    assert spans
    assert spans[-1][1] <= 60_000
