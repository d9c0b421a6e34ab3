"""What was run into a text without a line of its own, and what stands before its first word."""

import pytest

from tui_reader.summary import sentences, summarize_text

from .pages import BODIES

BODY = BODIES["en"]
OWN = sentences("\n".join(BODY))


def everything(text: str) -> list[str]:
    return [sentence.text for sentence in summarize_text(text, language="en", sentences=1000).sentences]


@pytest.mark.parametrize(
    "run_in",
    [
        "What the new line means for the old docks .",
        "READ | Ferry to Westmoor is cancelled until spring.",
        "ALSO READ: Ferry to Westmoor is cancelled until spring.",
        "Read this: Ferry to Westmoor is cancelled until spring.",
        "Example Wire's Ida Brandt and Jan Hale contributed to this report.",
        "March 9, 2015.",
    ],
)
def test_headings_links_and_credits_inside_a_paragraph_are_no_sentences(run_in: str) -> None:
    text = "\n".join([BODY[0], BODY[1] + " " + run_in, *BODY[2:]])
    assert everything(text) == OWN


def test_a_text_that_parts_all_its_full_stops_keeps_its_sentences() -> None:
    text = "\n".join(BODY).replace(".", " .")
    assert len(everything(text)) == len(OWN)


@pytest.mark.parametrize(
    "dateline",
    [
        "(CNN)",
        "(AP) — ",
        "Norwick (CNN)",
        "Norwick, England (CNN)",
        "New Norwick, Jul 27 (PTI) ",
        "NORWICK, May 4 (Reuters) - ",
        "Port Ellis (AFP) – ",
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(dateline: str) -> None:
    text = dateline + "\n".join(BODY)
    summary = summarize_text(text, language="en", sentences=1000)
    assert [sentence.text for sentence in summary.sentences] == OWN
    assert summary.sentences[0].start == len(dateline)


@pytest.mark.parametrize(
    "beginning",
    ["The ferry (Norwick Star) ", "Parts of the plan (the bridges) ", "Norwick United (2) "],
)
def test_brackets_at_the_beginning_are_no_dateline(beginning: str) -> None:
    text = "\n".join([beginning + "stayed where it was in the spring and the summer.", *BODY])
    assert everything(text)[0].startswith(beginning)
