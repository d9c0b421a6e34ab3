"""Answers and times in words."""

import re
from datetime import timedelta

from .answer import Answer

_REASONS = {
    400: "the server does not understand the request",
    401: "the server wants a name and a password",
    402: "the server wants to be paid",
    403: "the server refuses to give this feed to a reader",
    404: "there is nothing at this address",
    406: "the server has no feed in a form that is read here",
    410: "the feed is gone for good",
    429: "the server was asked too often and wants to be left alone",
    451: "the feed may not be shown for legal reasons",
    503: "the server is overloaded or under repair",
}

_CHALLENGE = re.compile(
    rb"cf-chl|cf_chl|challenge-platform|<title>just a moment|attention required! \| cloudflare|captcha-delivery\.com"
    rb"|px-captcha|_incapsula_resource|making sure you&#39;re not a bot|making sure you're not a bot"
    rb"|/\.within\.website/|verify(?:ing)? (?:that )?you are (?:a )?human"
    rb"|ddos-guard|sucuri website firewall|awswafintegration",
    re.IGNORECASE,
)


def is_challenge(answer: Answer) -> bool:
    """Whether the answer is a page that wants a proof of being human instead of what was asked for."""
    return "html" in answer.content_type.lower() and _CHALLENGE.search(answer.body[:65_536]) is not None


def reason_for(answer: Answer) -> str:
    """One clean line on why `answer` is no feed."""
    if is_challenge(answer):
        return f"the site lets only browsers in: it asks for a proof of being human ({answer.status})"
    known = _REASONS.get(answer.status) or (
        "the server has a fault" if answer.status >= 500 else "an unexpected answer"
    )
    return f"{known} ({answer.status})"


def span(length: timedelta) -> str:
    """A length of time in words: "40 s", "5 min", "3 h", "2 days"."""
    seconds = max(1, round(length.total_seconds()))
    for size, name in ((172_800, "days"), (5_400, "h"), (90, "min")):
        if seconds >= size:
            unit = {"days": 86_400, "h": 3_600, "min": 60}[name]
            return f"{round(seconds / unit)} {name}"
    return f"{seconds} s"
