# ruff: noqa: E501
"""What belongs to the page is never a sentence; what the article says always is."""

import pytest

from tui_reader.summary import sentences, summarize_text
from tui_reader.summary.furniture import keep

from .pages import BODIES, TITLES, page

LANGUAGES = sorted(BODIES)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("titled", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pasted_page_gives_the_sentences_of_its_article(language: str, titled: bool, gap: str) -> None:
    own = sentences("\n".join(BODIES[language]), language=language)
    text = page(language, gap)
    everything = summarize_text(text, title=TITLES[language] if titled else "", language=language, sentences=1000)
    assert [sentence.text for sentence in everything.sentences] == own
    assert sentences(text, language=language) == own
    assert sentences(text) == own


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_of_a_page_is_that_of_its_article(language: str) -> None:
    title = TITLES[language]
    bare = summarize_text("\n".join(BODIES[language]), title=title)
    pasted = summarize_text(page(language), title=title)
    assert [sentence.text for sentence in pasted.sentences] == [sentence.text for sentence in bare.sentences]
    assert len(pasted.sentences) == 3


BODY = "\n".join(BODIES["en"])
AROUND = {
    "navigation in one line": (f"{TITLES['en']}\nShare  |  Save  |  Print\n", "\nPrevious Article    Next Article\nRail strike called off    Reactor vote delayed\n"),
    "titles behind colons, with full stops": (f"{TITLES['en']}.\nby A. Writer\n", "\nPrevious Article: Rail strike called off\nNext Article: Reactor vote is delayed once more, ministers say.\n"),
    "arrows": (f"Home > City > Transport\n{TITLES['en']}\n", "\n← Rail strike called off\nReactor vote delayed →\n"),
    "navigation on top": (f"Previous Article\nRail strike called off\nNext Article\nReactor vote delayed\n{TITLES['en']}\n10 May 2026\n", ""),
    "a long question as title": (
        "Council approves the new harbour line, and nobody knows who will pay for it?\nSubscribe to our newsletter\n",
        "\nEnjoyed this article? Subscribe to our newsletter for more.\nMore from City\nWhy did the harbour ferry stop running?\n",
    ),
    "capitals": ("COUNCIL APPROVES THE NEW HARBOUR LINE\nSHARE\nPRINT\n", "\nREAD MORE: Why the old tram was closed.\nPREVIOUS ARTICLE\nTHE MAYOR RESIGNS.\nNEXT ARTICLE\nTHE FERRY SINKS.\n"),
    "prompts": (
        f"{TITLES['en']}\nSubscribe now to get unlimited access to our journalism for 1 euro a month.\n",
        "\nFollow us on Instagram and Facebook.\nLike what you read? Support independent journalism.\nSign up for our daily newsletter and never miss a story.\n",
    ),
    "comments": (f"{TITLES['en']}\nPrint this page\n", "\n\n12 comments\n\nJane\n2 hours ago\nThis is a waste of money and the mayor knows it.\nReply\nLike 3\nBob\nI like it.\nReply\n"),
    "a summary button": ("", "\nGet a summary\nRead the full story\n"),
    "repeated lines": (f"Example Wire\n{TITLES['en']}\nShare\n", f"\nExample Wire\n{TITLES['en']}\nNext article\nThe ferry sinks\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", AROUND)
def test_whatever_stands_around_an_article_is_left_out(name: str) -> None:
    before, after = AROUND[name]
    own = sentences(BODY)
    text = before + BODY + after
    assert [s.text for s in summarize_text(text, sentences=1000).sentences] == own
    assert sentences(text) == own


PROSE = [
    "Subscribers to the service rose by 4 percent in the first quarter of the year.",
    "She decided to subscribe to the newspaper because her neighbour wrote for it.",
    "Sign language is taught in nine of the ten schools of the town.",
    "Share prices fell after the bank had said that it would close branches.",
    "Read more than one book a week and you will finish the list in a year, she said.",
    "By Monday evening the water had reached the second floor of the town hall.",
    "Photographs of the bridge show cracks that are as wide as a hand.",
    "Related companies must now publish their accounts in one report.",
    "Video of the accident was shown in court on the second day.",
    "The next article of the law says that nobody may be fined twice.",
    "Cookies are baked in the old mill every Saturday, and children get one for free.",
    "Follow the river for two miles and you reach the lock that was built in 1904.",
    "Comments by the minister caused anger in the fishing towns of the coast.",
    "In May 2024 the firm moved to the docks, where rents are lower.",
    "Tags on the birds' legs show that they had come from the far north.",
    "« Nous partons demain », a dit le capitaine.",
    "»Wir fahren morgen«, sagte der Kapitän der Fähre.",
    "— Мы уходим завтра, — сказал капитан парома.",
    "From Monday the ferry sails every hour.",
    "Updated rules take effect in June.",
    "Published figures show a fall.",
]


@pytest.mark.parametrize("sentence", PROSE)
@pytest.mark.parametrize("place", [0, 3, 6])
def test_prose_that_looks_a_little_like_furniture_stays(sentence: str, place: int) -> None:
    lines = [*BODIES["en"][:place], sentence, *BODIES["en"][place:]]
    assert keep(lines) == [True] * len(lines)


def test_headings_captions_and_bylines_are_dropped_one_by_one() -> None:
    lines = [
        "By A. Writer, Example Wire", "Monday, 4 May 2026", "LONDON, 4 May 2026", "Photo: C. Camera/Getty Images",
        "(Reporting by A. Writer; Editing by B. Other)", "[Source: Example Wire]", "Image credit: C. Camera", "A heading in between",
        "5 min read", "2 hours ago", "Advertisement", "* * *", "https://example.com/", "Read more", "C. Camera / AFP",
    ]  # fmt: skip
    kept = keep([*BODIES["en"], *lines])
    assert kept == [True] * len(BODIES["en"]) + [False] * len(lines)


def test_a_text_without_full_stops_is_not_emptied() -> None:
    lines = ["the river rose in the night", "nobody had closed the gate", "in the morning the boats were gone"]
    assert keep(lines) == [True] * 3


def test_a_plain_text_keeps_its_title_among_its_sentences() -> None:
    text = f"{TITLES['en']}\n{BODY}"
    assert sentences(text)[0] == TITLES["en"]
    assert TITLES["en"] not in [s.text for s in summarize_text(text, sentences=1000).sentences]


MORE_PROMPTS = [
    "Do you have a confidential news tip? We want to hear from you.", "We'd love to hear your view.", "Thanks for reading!",
    "Allow Instagram content?", "View this post on Instagram", "Our Standards: The Example Wire Principles.",
    "Additional reporting by Max Muster.", "Reporting by Max Muster in Example City; Editing by Ida Brandt",
    "Réservé aux abonnés", "Cet article vous est offert.", "Offrir l’article", "S’abonner", "Lecture 3 min.",
    "Vous pouvez partager un article en cliquant sur les icônes en haut à droite.",
]  # fmt: skip


@pytest.mark.parametrize("line", MORE_PROMPTS)
@pytest.mark.parametrize("place", [1, 6])
def test_prompts_are_left_out_in_their_place(line: str, place: int) -> None:
    lines = [*BODIES["en"][:place], line, *BODIES["en"][place:]]
    assert [text for text, stays in zip(lines, keep(lines), strict=True) if not stays] == [line]


def test_a_title_as_a_question_is_found_among_the_buttons_on_top() -> None:
    title = "Can a tram line save the harbour that everybody has given up?"
    lines = ["Menu", "Sign in", title, "Share", "By A. Writer", *BODIES["en"]]
    assert keep(lines) == [False] * 5 + [True] * len(BODIES["en"])


def test_a_long_title_without_a_full_stop_is_found_after_a_button() -> None:
    title = (
        "Council of Norwick approves a tram line to the harbour after nine hours of debate and two of waiting for votes"
    )
    assert keep(["Menu", title, *BODIES["en"]])[:3] == [False, False, True]


def test_the_first_sentence_after_a_title_stays_though_an_advertisement_follows() -> None:
    lines = ["Menu", TITLES["en"], BODIES["en"][0], "Advertisement", *BODIES["en"][1:]]
    assert keep(lines)[:5] == [False, False, True, False, True]


def test_who_wrote_it_is_left_out_at_the_end_only() -> None:
    author = "Ida Brandt is a political correspondent based in Example City."
    assert keep([*BODIES["en"], author])[-1] is False
    assert keep([*BODIES["en"][:2], author, *BODIES["en"][2:]])[2] is True


def test_lines_that_end_with_a_french_quotation_are_prose() -> None:
    quoted = [f"{line[:-1]} »" if line.endswith(".") else line for line in BODIES["fr"]]
    quoted = [line.replace(" »", ". »") for line in quoted]
    assert keep(["Accueil", "Un nouveau tram", *quoted]) == [False, False] + [True] * len(quoted)
