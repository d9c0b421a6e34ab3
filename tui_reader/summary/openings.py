# ruff: noqa: E501
"""Sentences that cannot stand alone: they begin with a word that points back at what was said before."""

from ..domain.late import late

BACK: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "he she it they this that these those his her hers its their him them but and so yet however therefore thus instead also then moreover"
        " furthermore nevertheless meanwhile still such both neither another otherwise hence or nor he's she's it's they're that's",
        "de": "er sie es sein seine ihr ihre dies diese dieser dieses diesem diesen das aber und doch jedoch deshalb daher dennoch trotzdem außerdem zudem"
        " dabei damit dafür dagegen danach dazu darum also sondern denn dann dort darauf daraufhin allerdings",
        "fr": "il elle ils elles ce cet cette ces cela ceci c'est son sa ses leur leurs mais et donc or cependant pourtant toutefois ainsi aussi alors puis"
        " celui-ci celle-ci ceux-ci celles-ci",
        "es": "él ella ellos ellas este esta estos estas ese esa esos esas eso esto aquel su sus pero y además también así entonces luego",
        "pt": "ele ela eles elas este esta isso isto esse essa esses essas seu sua seus suas mas e porém contudo assim então também além",
        "it": "egli lui lei essi loro questo questa questi queste quello quella ciò ma e però quindi così allora anche inoltre tuttavia",
        "ru": "он она оно они это этот эта эти его её ее их но и а однако поэтому также тогда затем таким при там",
        "uk": "він вона воно вони це цей ця ці його її їх але і й однак тому також",
        "nl": "hij zij ze dit dat die zijn haar hun maar en dus echter daarom ook toen",
        "sv": "han hon de denna detta dessa hans hennes deras men och så dock också då därför",
        "no": "han hun de denne dette disse hans hennes deres men og så også da derfor",
        "da": "han hun de denne dette disse hans hendes deres men og så dog også da derfor",
        "fi": "hän he se tämä nämä hänen mutta ja myös siksi",
        "pl": "on ona ono oni to ten ta te jego jej ich ale i jednak dlatego także",
        "cs": "on ona ono oni to ten ta tento tato jeho její jejich ale a však proto také",
        "tr": "bu şu o onlar bunun buna bunlar ama ancak fakat ve ayrıca böylece",
        "id": "ia dia mereka ini itu tetapi tapi namun dan selain karena sehingga kemudian lalu beliau",
        "vi": "này đó họ nhưng và tuy vì do điều",
        "ar": "هذا هذه ذلك تلك هو هي لكن كما",
    }.items()
}
_FIRST = late(r"[\s\"'“”„«»‘’(\[\-–—]*([^\W\d_]+(?:['’\-][^\W\d_]+)?)")
_CJK = late(
    "[「“『]?(?:他|她|它|他们|她们|他們|她們|这(?!里)|這(?!裡)|那|此|但|而且|因此|所以|然而|彼は|彼女|これ|それ|しかし|また|だが|そして|そのため)"
)


def is_unresolved(sentence: str, language: str) -> bool:
    """Whether `sentence` opens with a pronoun or a conjunction that needs the sentence before it."""
    if language in ("zh", "ja"):
        return _CJK.match(sentence) is not None
    first = _FIRST.match(sentence)
    return first is not None and first.group(1).lower().replace("’", "'") in BACK.get(language, frozenset())
