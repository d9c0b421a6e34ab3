# ruff: noqa: E501
"""Whether a text can be summarised, and if not, what it is."""

import re
from collections.abc import Iterable

from ..domain.late import late
from ..domain.reading import count_words
from ..domain.summaries import LEAST_SENTENCES, LEAST_WORDS, SummaryState
from .furniture import ends_prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..domain.document import Status

LEAST_CHARACTERS = 720
"""What 120 English words have: a text in a language of longer words is not the shorter for it."""
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
_PAYWALL = late(
    r"\b(?:subscribe|sign up|register|log in|sign in|join)(?: now| today)? (?:to|and) (?:read|continue|keep reading|unlock|access)\b|\balready a (?:subscriber|member)\b"
    r"|\bthis (?:article|story|content) is (?:only )?(?:for|reserved for|available (?:only )?to|exclusive to) (?:our |paying )?(?:subscribers|members)\b"
    r"|\b(?:to|and) continue reading\b|\b(?:unlock|read) the full (?:article|story)\b|\bnur für abonnent\w+|\bweiterlesen mit\b|\bjetzt (?:testen|abonnieren) und weiterlesen\b"
    r"|\bsie sind bereits (?:abonnent|abonniert)\w*|\bréservé (?:aux|à nos) abonnés\b|\bil vous reste \d+\s?%|\bdéjà abonné\b|\bpara (?:seguir|continuar) leyendo\b"
    r"|\bexclusivo para (?:suscriptores|assinantes)\b|\bya (?:eres|es) suscriptor\b|\bpara continuar (?:a )?(?:lendo|leitura)\b|\bjá é assinante\b|\bper continuare a leggere\b"
    r"|\briservat[oa] agli abbonati\b|\bsei già abbonat[oa]\b|\bтолько (?:для )?подписчик\w+|\bчтобы (?:продолжить чтение|читать дальше)\b",
    re.IGNORECASE,
)
_PAYWALL_LIMIT = 220
_MARKED = late(r"\s*(?:[-*•·–▪◦‣✓]|\d{1,2}[.)])\s")
_LIST_LIMIT = 400
"""Words from which a list is summarised like any other text."""


def is_running(lines: Iterable[str], listed: int) -> bool:
    """Whether `lines` are mostly sentences, and not verse, a table, results, or a short list.

    `listed`: words of those of the lines that are known to be items of a list.
    """
    total = running = 0
    for line in lines:
        words = count_words(line)
        total += words
        running += words if words >= 14 or len(line) > 80 or (words >= 4 and ends_prose(line)) else 0
        listed += words if _MARKED.match(line) else 0
    return running * 2 >= total and (listed * 5 < total * 3 or total >= _LIST_LIMIT)


def is_consent(text: str) -> bool:
    """Whether the text is a consent or "are you human" page rather than an article."""
    words = count_words(text) if len(text) < _CONSENT_LIMIT * 20 else 0
    if not 0 < words <= _CONSENT_LIMIT:
        return False
    hits = len(_CONSENT.findall(text))
    return hits >= 2 and hits * 30 >= words


def state(
    text: str, *, words: int, characters: int, sentences: int, running: bool, status: "Status | None" = None
) -> SummaryState:
    """What to show for a text of so many words, characters and sentences, extracted with `status` (None: it came as plain text).

    Too short is also what has enough words but no running text (`running`): both are shown whole.
    """
    known = status.name if status is not None else ""
    if known == "CONSENT" or is_consent(text):
        return SummaryState.CONSENT
    if known in ("PAYWALL", "TEASER", "SCRIPT") or (words < LEAST_WORDS and _ELLIPSIS.search(text[-60:])):
        return SummaryState.TEASER
    if words < _PAYWALL_LIMIT and len(text) < 20 * _PAYWALL_LIMIT and _PAYWALL.search(text):
        return SummaryState.TEASER
    short = words < LEAST_WORDS and characters < LEAST_CHARACTERS
    if short or sentences < LEAST_SENTENCES or not running:
        return SummaryState.TOO_SHORT
    return SummaryState.SUMMARY
