FOR_SENTENCES: dict[str, float] = {"title_recall": 1.0, "reciprocal": 1.0, "centroid": 1.0}
FOR_WORDS: dict[str, float] = FOR_SENTENCES
