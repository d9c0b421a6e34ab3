# ruff: noqa: E501
"""Whether a text can be summarised, and if not, what it is."""

import re

from ..domain.reading import count_words
from ..domain.summaries import SummaryState
from .late import late

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..domain.document import Status

MIN_SENTENCES = 5
MIN_WORDS = 120
_CONSENT_LIMIT = 220
_CONSENT = late(
    r"cookies?\b|\bconsent\b|\bconsentement\b|\bprivacy policy\b|\bpartners\b.{0,40}\bdata\b|\bverify (?:that )?you are (?:a )?human\b"
    r"|\bare you a robot\b|\bnot a robot\b|\bunusual traffic\b|\benable javascript\b|\bcaptcha\b|\bcloudflare\b|\bdatenschutz\w*|\beinwilligung\w*"
    r"|\bpersonal data\b|\bdonn[ée]es personnelles\b|\bdatos personales\b|\bdati personali\b|\bdados pessoais\b|\bprivacidad\w*|\bprivacidade\b|\bprivacyverklaring\b"
    r"|\bperformance of ads\b|\bad measurement\b|\blegitimate interest\b|\bпаспорт данных\b|\bфайл\w* cookie\b|\bперсональн\w+ данн\w+|\bchecking your browser\b",
    re.IGNORECASE,
)
_ELLIPSIS = late(
    r"(?:\[?(?:…|\.\.\.)\]?|(?:read more|continue reading|weiterlesen|lire la suite|leer más|seguir leyendo|leia mais|continua a leggere|читать далее)\W*)\s*$",
    re.IGNORECASE,
)


def is_consent(text: str) -> bool:
    """Whether the text is a consent or "are you human" page rather than an article."""
    words = count_words(text) if len(text) < _CONSENT_LIMIT * 20 else 0
    if not 0 < words <= _CONSENT_LIMIT:
        return False
    hits = len(_CONSENT.findall(text))
    return hits >= 2 and hits * 30 >= words


def state(text: str, *, words: int, sentences: int, status: "Status | None" = None) -> SummaryState:
    """What to show for a text of so many words and sentences, extracted with `status` (None: it came as plain text)."""
    known = status.name if status is not None else ""
    if known == "CONSENT" or is_consent(text):
        return SummaryState.CONSENT
    if known in ("PAYWALL", "TEASER", "SCRIPT") or (words < MIN_WORDS and _ELLIPSIS.search(text[-60:])):
        return SummaryState.TEASER
    if words < MIN_WORDS or sentences < MIN_SENTENCES:
        return SummaryState.TOO_SHORT
    return SummaryState.SUMMARY
