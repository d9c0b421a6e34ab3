# ruff: noqa: E501, SIM905
"""Summaries are verbatim, in order, with exact places, for any input; and the gate says when there is none."""

import itertools
import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.domain.document import Block, Document, Image, Kind, Span, Status
from tui_reader.domain.models import Summary, SummaryState
from tui_reader.summary import VERSION, chances, sentences, summarize_document, summarize_text
from tui_reader.summary.choosing import BY_LENGTH, SET_NAMES, usual_length
from tui_reader.summary.features import NAMES, measure
from tui_reader.summary.weights import FOR_SENTENCES, FOR_TERMS, FOR_WORDS

from .pages import BODIES, TITLES

BODY = "\n\n".join(BODIES["en"])


def assert_verbatim(summary: Summary, text: str) -> None:
    places = [(sentence.start, sentence.end) for sentence in summary.sentences]
    assert all(text[s.start : s.end] == s.text and s.text.strip() for s in summary.sentences)
    assert places == sorted(places)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(places))
    assert len(summary.sentences) <= summary.of
    paragraphs = [sentence.paragraph for sentence in summary.sentences]
    assert paragraphs == sorted(paragraphs)
    assert all(number >= 1 for number in paragraphs)


words = st.sampled_from(
    [
        *"The council met on Monday and said that the bridge will be closed until 2031 while Mr. Brandt (the mayor) was not there .".split(),
        "“Why?”",
        "he",
        "asked.",
        "U.S.",
        "1.5",
        "\n",
        "\n\n",
        "Share",
        "Next Article",
        "…",
        "!",
        "Он сказал.",
        "会议结束了。",
        "»",
        '"',
    ]
)
prose = st.lists(words, max_size=300).map(" ".join)


@settings(max_examples=150)
@given(
    st.one_of(st.text(max_size=800), prose),
    st.text(max_size=40),
    st.integers(-2, 12),
    st.sampled_from([None, "en", "de", "ja", "??", ""]),
)
def test_any_text_gives_a_verbatim_summary(text: str, title: str, count: int, language: str | None) -> None:
    summary = summarize_text(text, title=title, language=language, sentences=count)
    assert_verbatim(summary, text)
    if summary.state is SummaryState.SUMMARY:
        assert len(summary.sentences) == min(max(0, count), summary.of)
    assert all(sentence in text for sentence in sentences(text, language=language))


@given(prose, st.integers(-5, 300))
def test_so_many_words_are_reached_and_not_far_exceeded(text: str, wanted: int) -> None:
    summary = summarize_text(text, language="en", words=wanted)
    assert_verbatim(summary, text)
    sizes = [len(sentence.text.split()) for sentence in summary.sentences]
    if summary.state is SummaryState.SUMMARY and sizes and len(sizes) < summary.of:
        assert sum(sizes) >= wanted > sum(sizes) - max(sizes)


kinds = st.sampled_from(list(Kind))
blocks = st.builds(
    Block,
    kind=kinds,
    spans=st.lists(st.builds(Span, prose), max_size=3).map(tuple),
    rows=st.lists(st.lists(st.builds(Span, prose).map(lambda span: (span,)), max_size=2).map(tuple), max_size=2).map(
        tuple
    ),
    image=st.sampled_from([None, 0]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(blocks, max_size=8).map(tuple), st.sampled_from(list(Status)))
def test_any_document_gives_places_in_its_text(parts: tuple[Block, ...], status: Status) -> None:
    document = Document(blocks=parts, images=(Image(""),), status=status)
    summary = summarize_document(document)
    assert_verbatim(summary, document.text())
    texts = [text for _, _, text in document.text_parts()]
    for sentence in summary.sentences:
        assert sentence.text in texts[sentence.paragraph - 1]


def paragraph(text: str, kind: Kind = Kind.PARAGRAPH) -> Block:
    return Block(kind, (Span(text),), image=0 if kind is Kind.CAPTION else None)


def test_only_prose_of_a_document_is_summarised() -> None:
    others = [
        paragraph("This heading ends with a full stop.", Kind.HEADING),
        paragraph("print('This is code that looks like a sentence.')", Kind.CODE),
        paragraph("This caption tells what the picture shows.", Kind.CAPTION),
        Block(Kind.TABLE, rows=(((Span("This cell holds a sentence."),),),)),
    ]
    body = [paragraph(text) for text in BODIES["en"]]
    document = Document(blocks=(others[0], *body[:2], others[1], others[2], *body[2:], others[3]), images=(Image(""),))
    everything = summarize_document(document, sentences=1000)
    assert [s.text for s in everything.sentences] == sentences("\n".join(BODIES["en"]))
    assert everything.sentences[0].paragraph == 2
    assert_verbatim(everything, document.text())


def test_a_document_and_its_text_give_the_same_summary() -> None:
    document = Document(blocks=tuple(paragraph(text) for text in BODIES["en"]))
    one, other = summarize_document(document, title=TITLES["en"]), summarize_text(document.text(), title=TITLES["en"])
    assert one == other


@pytest.mark.parametrize("language", sorted(BODIES))
def test_the_language_is_found(language: str) -> None:
    assert summarize_text("\n".join(BODIES[language])).language == language


@pytest.mark.parametrize("count", range(1, 10))
def test_so_many_sentences_as_asked_for(count: int) -> None:
    summary = summarize_text(BODY, title=TITLES["en"], sentences=count)
    assert (summary.state, len(summary.sentences)) == (SummaryState.SUMMARY, count)
    assert summary.of == 12


@pytest.mark.parametrize(
    ("words", "of", "length"),
    [(200, 12, 2), (400, 9, 2), (250, 10, 3), (900, 40, 3), (901, 40, 4), (1800, 90, 4), (1801, 90, 5)],
)
def test_a_text_has_its_own_length_of_summary(words: int, of: int, length: int) -> None:
    assert usual_length(words, of) == length
    text = "\n".join(
        f"The town of Norwick {n} has a council that met {n} times" + ", and again" * ((words // of - 11) // 2) + "."
        for n in range(of)
    )
    summary = summarize_text(text, language="en", sentences=None)
    assert len(summary.sentences) == usual_length(summary.words, summary.of)


def test_a_plain_article_of_twenty_sentences_gives_three_of_them() -> None:
    own = [f"The {thing} of the old town was repaired in {year} by the people who live near it." for year, thing in enumerate(
        "bridge harbour tower mill library theatre school market station museum church prison bakery garden fountain gate wall quay tram hall".split(), 1990)]  # fmt: skip
    for text in (" ".join(own), "\n".join(own), "\n\n".join(own)):
        summary = summarize_text(text)
        assert summary.state is SummaryState.SUMMARY
        assert len(summary.sentences) == 3
        assert all(sentence.text in own for sentence in summary.sentences)
        assert (summary.of, summary.words) == (20, 340)


def test_what_the_article_is_about_is_in_its_summary() -> None:
    summary = summarize_text(BODY, title=TITLES["en"])
    assert summary.sentences[0].text == BODIES["en"][0]
    assert any("412 million" in sentence.text for sentence in summary.sentences)
    assert not any(sentence.text.startswith(("About a third", "The rest")) for sentence in summary.sentences)


def test_a_sentence_that_points_back_brings_what_it_points_to() -> None:
    for language, body in BODIES.items():
        text = "\n".join(body)
        own = sentences(text, language=language)
        chosen = [own.index(s.text) for s in summarize_text(text, title=TITLES[language], language=language).sentences]
        for place in chosen:
            if own[place].split()[0].lower() in {"it", "sie", "elle", "она"}:
                assert place - 1 in chosen


# ---- the gate ----


def test_a_short_text_is_shown_whole() -> None:
    for text in (
        "",
        "One sentence.",
        "One. Two. Three. Four words are here.",
        BODIES["en"][1],
        "\n".join(BODIES["en"][:3]),
    ):
        summary = summarize_text(text)
        assert summary.state is SummaryState.TOO_SHORT
        assert [s.text for s in summary.sentences] == sentences(text)


def test_a_long_text_of_four_sentences_is_shown_whole() -> None:
    text = " ".join("The council " + "and the people who live near the old harbour " * 5 + "agreed." for _ in range(4))
    assert summarize_text(text).state is SummaryState.TOO_SHORT


@pytest.mark.parametrize(
    ("status", "state"),
    [(Status.TEASER, SummaryState.TEASER), (Status.PAYWALL, SummaryState.TEASER), (Status.CONSENT, SummaryState.CONSENT), (Status.FULL, SummaryState.SUMMARY)],
)  # fmt: skip
def test_what_the_extraction_found_counts(status: Status, state: SummaryState) -> None:
    document = Document(blocks=tuple(paragraph(text) for text in BODIES["en"]), status=status)
    summary = summarize_document(document)
    assert summary.state is state
    if state is SummaryState.CONSENT:
        assert summary.sentences == ()
    if state is SummaryState.TEASER:
        assert len(summary.sentences) == summary.of == 12


@pytest.mark.parametrize(
    "text",
    [
        "We value your privacy. We and our 812 partners store and access personal data on your device, such as cookies. With your consent we"
        " may use precise location data. You can manage your cookie settings or withdraw your consent at any time in the privacy policy.",
        "Before you continue. Please verify you are human by completing the captcha. Checking your browser before accessing the site.",
        "Wir verwenden Cookies und verarbeiten personenbezogene Daten mit Ihrer Einwilligung. Mehr in der Datenschutzerklärung. Ihre"
        " Einwilligung können Sie jederzeit widerrufen.",
    ],
)
def test_a_consent_page_is_named(text: str) -> None:
    assert summarize_text(text).state is SummaryState.CONSENT


def test_an_article_about_cookies_is_an_article() -> None:
    text = (
        BODY
        + "\n\nThe city's site sets cookies only with the consent of its visitors, and a new law on privacy demands more than that."
    )
    assert summarize_text(text).state is SummaryState.SUMMARY


def test_a_feed_text_that_breaks_off_is_a_teaser() -> None:
    assert (
        summarize_text(BODIES["en"][0] + " The line will cost 412 million euros and is to […]").state
        is SummaryState.TEASER
    )


# ---- cost ----


def test_time_grows_with_the_length_at_most() -> None:
    def cost(text: str) -> float:
        best = 1e9
        for _ in range(3):
            begin = time.process_time()
            summarize_text(text, title=TITLES["en"], language="en")
            best = min(best, time.process_time() - begin)
        return best

    many = "\n".join(f"The town of Norwick {n} has a council that met {n} times in the year {n}." for n in range(2000))
    assert cost(many) < 14 * cost(many[: len(many) // 10]) + 0.1


@pytest.mark.parametrize(
    "piece",
    [
        " ",
        ".",
        "a",
        "A. ",
        "\n",
        "(",
        '"',
        "«",
        "Share\n",
        "Next Article\nA\n",
        "by A ",
        "read more: ",
        "a:",
        "→",
        "。",
        "http://a.",
        "1 ",
    ],
)
def test_hostile_texts_are_done_with_quickly(piece: str) -> None:
    begin = time.process_time()
    text = piece * (60_000 // len(piece))
    assert_verbatim(summarize_text(text, title=piece * 50), text)
    assert time.process_time() - begin < 5


def test_importing_needs_nothing_but_the_standard_library() -> None:
    def loaded(code: str) -> set[str]:
        code += "import sys; print(*{name.split('.')[0] for name in sys.modules})"
        return set(
            subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
        )

    new = loaded("import tui_reader.summary;") - loaded("")
    assert new - set(sys.stdlib_module_names) == {"tui_reader"}


def test_the_version_is_a_number_for_the_cache() -> None:
    assert isinstance(VERSION, int)
    assert VERSION >= 1


def test_the_weights_are_those_of_the_features() -> None:
    known = {*NAMES, *SET_NAMES, *(BY_LENGTH + name for name in NAMES)}
    assert set(FOR_SENTENCES) <= known
    assert set(FOR_WORDS) <= known
    assert len(FOR_SENTENCES) > 100
    assert list(FOR_TERMS) == chances.NAMES
    rows = measure(BODIES["en"], [1, 2, 3, 4, 5, 6], TITLES["en"], "en").rows
    assert {len(row) for row in rows} == {len(NAMES)}
