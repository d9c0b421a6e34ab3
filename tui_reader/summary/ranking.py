from .words import terms


def scores(sentences: list[str], title: str) -> list[float]:
    wanted = set(terms(title))
    out = []
    for number, sentence in enumerate(sentences):
        own = set(terms(sentence))
        overlap = len(own & wanted) / max(1, len(wanted))
        out.append(1.0 / (1 + number) + overlap + min(len(own), 12) / 24)
    return out
