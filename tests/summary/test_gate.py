"""What a person expects of texts that are no plain articles: a summary of prose, the whole of anything else."""

import pytest

from tests.summary import hard_texts as hard
from tui_reader.domain.document import Block, Document, Kind, Span
from tui_reader.domain.models import Summary, SummaryState
from tui_reader.summary import sentences, summarize_document, summarize_text


def texts(summary: Summary) -> list[str]:
    return [sentence.text for sentence in summary.sentences]


@pytest.mark.parametrize(
    ("text", "no_prose"),
    [
        (hard.RECIPE, False),
        (hard.PRODUCTS, False),
        (hard.RESULTS, False),
        (hard.NEWSLETTER, False),
        (hard.POEM, True),
    ],
    ids=["recipe", "products", "results", "newsletter", "poem"],
)
def test_what_is_no_prose_is_shown_whole(text: str, no_prose: bool) -> None:
    summary = summarize_text(text)
    assert summary.state is SummaryState.TOO_SHORT
    assert len(summary.sentences) == summary.of
    assert summary.is_no_prose is no_prose


def test_a_recipe_of_many_steps_is_a_list() -> None:
    things = ["flour", "yeast", "milk", "butter", "sugar", "salt", "eggs", "raisins", "almonds", "zest"]
    steps = [
        f"{number}. Stir the {thing} into the dough and let it rest for {number} minutes in a warm place."
        for number, thing in enumerate(things, 1)
    ]
    assert summarize_text("\n".join(steps)).is_no_prose
    items = tuple(Block(Kind.ITEM, (Span(step.partition(" ")[2]),), marker="•") for step in steps)
    assert summarize_document(Document(blocks=items)).is_no_prose
    told = tuple(Block(Kind.PARAGRAPH, (Span(step.partition(" ")[2]),)) for step in steps)
    assert summarize_document(Document(blocks=told)).state is SummaryState.SUMMARY


def test_a_post_with_code_is_summarised_by_what_it_says() -> None:
    summary = summarize_text(hard.CODE)
    assert summary.state is SummaryState.SUMMARY
    prose = [line for line in hard.CODE.splitlines() if line[:1].isupper()]
    assert len(prose) == 4
    assert all(any(text in line for line in prose) for text in texts(summary))


@pytest.mark.parametrize("text", [hard.QUESTIONS, hard.INTERVIEW], ids=["marked", "unmarked"])
def test_an_interview_is_summarised_by_its_answers(text: str) -> None:
    for length in (2, 3):
        summary = summarize_text(text, sentences=length)
        assert summary.state is SummaryState.SUMMARY
        assert not any(sentence.endswith("?") or sentence.startswith("Q:") for sentence in texts(summary))


def test_a_live_blog_gives_its_entries_without_their_times() -> None:
    summary = summarize_text(hard.LIVE, sentences=20)
    assert summary.state is SummaryState.SUMMARY
    assert len(summary.sentences) == summary.of == 11
    assert not any(sentence[:2].isdigit() or "live updates" in sentence for sentence in texts(summary))
    newest = summarize_text(hard.LIVE)
    assert any("Norwick" in sentence for sentence in texts(newest))


def test_a_page_in_two_languages_is_told_in_one() -> None:
    summary = summarize_text(hard.TWO_LANGUAGES)
    assert (summary.state, summary.language) == (SummaryState.SUMMARY, "en")
    assert summary.sentences[0].text == sentences(hard.TWO_LANGUAGES)[0]
    assert not any(" die " in f" {sentence} ".lower() for sentence in texts(summary))


def test_a_cookie_wall_is_no_article() -> None:
    summary = summarize_text(hard.COOKIE_WALL)
    assert (summary.state, summary.sentences) == (SummaryState.CONSENT, ())


def test_the_beginning_before_a_paywall_is_a_teaser() -> None:
    summary = summarize_text(hard.PAYWALL)
    assert summary.state is SummaryState.TEASER
    assert len(summary.sentences) == 2
    assert not any("ancel" in sentence or "ubscribe" in sentence for sentence in texts(summary))


@pytest.mark.parametrize(
    "line",
    [
        "Log in to continue reading.",
        "Dieser Artikel ist nur für Abonnenten lesbar.",
        "Cet article est réservé aux abonnés.",
        "Suscríbete para seguir leyendo",
        "Contenuto riservato agli abbonati",
        "Материал доступен только подписчикам",
    ],
)
def test_words_of_paywalls(line: str) -> None:
    beginning = hard.PAYWALL.splitlines()[1]
    assert summarize_text(f"{beginning}\n{line}").state is SummaryState.TEASER
    article = "\n".join([*hard.INTERVIEW.splitlines(), *hard.CODE.splitlines()])
    assert summarize_text(f"{article}\n{line}").state is SummaryState.SUMMARY


def test_verse_within_an_article_does_not_hide_the_article() -> None:
    verse = "\n".join(hard.POEM.splitlines()[2:6])
    told = "\n".join(hard.INTERVIEW.splitlines())
    assert summarize_text(f"{told}\n{verse}").state is SummaryState.SUMMARY


@pytest.mark.parametrize("text", [v for k, v in vars(hard).items() if k.isupper()])
def test_every_sentence_is_verbatim(text: str) -> None:
    summary = summarize_text(text)
    assert all(text[s.start : s.end] == s.text for s in summary.sentences)
