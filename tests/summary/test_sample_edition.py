"""The summaries of the sample edition, as a person read them and found them good."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tui_reader import article, sample
from tui_reader.adding import add_sample
from tui_reader.domain.models import Article, Scope, SummaryState, View
from tui_reader.store import Library
from tui_reader.summary import summarize_document

READ = {
    "Council approves the new harbour line": [
        "The council of Port Ellery voted on Monday night to build a tram line",
        "The proposal passed by nineteen votes to twelve",
        "Work on the 4.2-kilometre line is to begin in April",
    ],
    "Rail strike called off after a night of talks": [
        "Train drivers on the Coast Railway have called off the strike",
        "The decision came after fourteen hours of talks",
        "Under the agreement, wages rise by 4.1 per cent",
    ],
    "Winter timetable: what changes on the ferries, and what stays": [
        "From the fifteenth, the ferries between Port Ellery and the islands run",
        "Two crossings fall away, one is new",
    ],
    "Why the bay turns green in August": [
        "Every summer the water of Marrow Bay takes on the colour of pea soup",
        "For three years the marine station at Vardholm measured the nitrogen",
        "The largest share, 38 per cent, seeps out of the ground",
    ],
    "Vardholm schickt seine Nachtbusse auf Zuruf": [
        "In Vardholm fahren die Nachtbusse seit dem Wochenende nicht mehr nach Fahrplan",
        "Die Stadt will damit leere Fahrten vermeiden",
        "Wer nach Hause möchte, ruft an",
    ],
    "La librairie de Saint-Auban rouvre, portée par ses lecteurs": [
        "Fermée depuis le printemps, la librairie de la place aux Tilleuls",
        "Elle appartient désormais à ceux qui la fréquentent",
    ],
}
"""Title -> how its summary's sentences begin."""


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Article]]:
    path: Path = tmp_path_factory.mktemp("sample") / "library.db"
    with Library.open(path) as library:
        add_sample(library, lambda: datetime.now(UTC).replace(microsecond=0))
        found = [library.article(id_) for id_ in library.rows(Scope(View.ALL)).ids]
        yield {one.head.title: one for one in found if one is not None}


@pytest.mark.parametrize("title", READ)
def test_what_a_person_found_good(articles: dict[str, Article], title: str) -> None:
    one = articles[title]
    page = sample.page(one.url)
    document = article.extract(page, one.url).document if page is not None else one.document
    summary = summarize_document(document, title=title, language=one.language or None, sentences=None)
    assert summary.state is SummaryState.SUMMARY
    beginnings = READ[title]
    for beginning, sentence in zip(beginnings, summary.sentences, strict=False):
        assert sentence.text.startswith(beginning)
    assert len(summary.sentences) >= len(beginnings)
    text = document.text()
    assert all(text[sentence.start : sentence.end] == sentence.text for sentence in summary.sentences)
