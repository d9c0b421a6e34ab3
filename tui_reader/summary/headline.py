# ruff: noqa: E501
"""Which headline stands for a story: the most central one, not the loudest."""

import re
from collections import Counter
from collections.abc import Sequence

from ..domain.stories import StoryInput
from .story_words import Frequencies, Vector, dot

BETTER = 1.3
"""How much better a headline must be to take the place of the one that is shown."""
PLAIN = 0.66
"""Calmness from which a headline says what happened: none below it leads while there is one above."""
QUIET = 0.6
"""Share of the best headline's score that an article with its full text needs to be preferred."""

_SHOUT = re.compile(
    r"\b(?:breaking|shocking|exclusive|exposed|revealed|eilmeldung|eil|schock\w*|exklusiv|urgent|choc|última hora|urgente|срочно)\b[:!]?",
    re.IGNORECASE,
)
_BAIT = re.compile(
    r"\b(?:you won['’]t believe|you need to know|need to know|what we know|here['’]s (?:what|why|how)|this is (?:what|why|how)|what happened next"
    r"|one weird|goes viral|will blow your|the reason why|nobody is talking|so reagiert|das steckt|was wir wissen|das müssen sie|sie glauben nicht"
    r"|darum geht|so geht es|ce que l['’]on sait|lo que sabemos|no creerás)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:opinion|comment|analysis|editorial|live|watch|video|podcast|explainer|gallery|in pictures|column|review"
    r"|kommentar|meinung|analyse|leitartikel|liveblog|liveticker|bilder|kolumne|interview|tribune|opinión|análisis)\b",
    re.IGNORECASE,
)
_LIVE = re.compile(
    r"\+\+\+|\b(?:live[ -]?(?:blog|ticker|updates?)|news[ -]?(?:blog|ticker)|ticker|minute by minute|as it happened|latest updates"
    r"|en direct|en vivo|en directo|minuto a minuto|in diretta|ao vivo)\b|[-–—|:] live$|^(?:direct|directo|diretta) ?:",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"\b[^\W\d_a-z]{4,}\b")
_SPEECH = re.compile(r"^[\"“„«»'‘]")


def calmness(title: str) -> float:
    """From 1 for a headline that says what happened down to nearly 0 for one that only shouts."""
    calm = 1.0
    words = title.split()
    shouted = sum(len(word) for word in _CAPITALS.findall(title) if word.isupper())
    if shouted * 2 > len(title) or (shouted > 6 and len(words) > 2):
        calm *= 0.3
    elif shouted:
        calm *= 0.85
    for pattern, share in ((_SHOUT, 0.4), (_BAIT, 0.5), (_LABEL, 0.6), (_LIVE, 0.5), (_SPEECH, 0.8)):
        if pattern.search(title):
            calm *= share
    if "!" in title:
        calm *= 0.4 if "!!" in title else 0.6
    if "?" in title:
        calm *= 0.6
    if "…" in title or "..." in title:
        calm *= 0.6
    if not 4 <= len(words) <= 16 and " " in title:
        calm *= 0.8
    return calm


def best_first(
    articles: Sequence[StoryInput], total: Vector, frequencies: Frequencies, shown: int | None = None
) -> list[int]:
    """Places in `articles` (those of one story, whose vectors add up to `total`), the best headline first.

    A headline scores by how much of the whole story's words it has for its length, by its calm, and by being in the
    language of most; those that shout, ask or tick come after the plain ones. An article whose full text is there comes first when its headline is not much worse than the best. The article at the place `shown`, if
    there is one, stays first unless another headline is clearly better.
    """
    if len(articles) == 1:
        return [0]
    language = Counter(article.language for article in articles).most_common(1)[0][0]
    scores, plain = [], []
    for article in articles:
        calm = calmness(article.title)
        plain.append(calm >= PLAIN and article.language == language)
        numbers = dict.fromkeys(frequencies.numbers(article.title), 1.0)
        central = dot(numbers, total) / (len(numbers) + 3) if numbers else 0.0
        scores.append(central * calm * (1.0 if article.language == language else 0.5))
    order = sorted(
        range(len(articles)),
        key=lambda place: (not plain[place], -scores[place], articles[place].published, articles[place].id),
    )
    enough = QUIET * scores[order[0]]
    fit = (place for place in order if plain[place] == plain[order[0]] and scores[place] >= enough)
    lead = next((place for place in fit if articles[place].full), order[0])
    if shown is not None and plain[shown] >= plain[lead] and scores[lead] < BETTER * scores[shown]:
        lead = shown
    return [lead, *(place for place in order if place != lead)]
