"""Summaries made of an article's own sentences: offline, verbatim, each with its place in the text."""

from .pipeline import sentences, summarize_document, summarize_text

VERSION = 4
"""Counts up when the same text gives another summary; part of the key that summaries are kept under."""

__all__ = ["VERSION", "sentences", "summarize_document", "summarize_text"]
