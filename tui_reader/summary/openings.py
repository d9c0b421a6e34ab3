# ruff: noqa: E501
"""Sentences that cannot stand alone: they begin with a word that points back at what was said before."""

import re

_BACK = frozenset(
    "he she it they this that these those his her its their him them but and so yet however therefore thus instead also then"
    " moreover furthermore nevertheless meanwhile still such both neither another otherwise hence or nor too"
    " er sie es sein seine ihr ihre dies diese dieser dieses diesem diesen das aber und doch jedoch deshalb daher dennoch trotzdem"
    " außerdem zudem dabei damit dafür dagegen danach dazu darum also sondern denn dann dort"
    " il elle ils elles ce cet cette ces cela ceci c'est son sa ses leur leurs mais et donc or cependant pourtant toutefois ainsi aussi"
    " alors puis celui-ci celle-ci ceux-ci en"
    " él ella ellos ellas este esta estos estas ese esa eso esto aquel su sus pero y sin además también así entonces luego por"
    " ele ela eles elas este esta isso isto esse essa seu sua mas e porém contudo assim então também além"
    " egli lui lei essi loro questo questa questi queste quello ciò ma e però quindi così allora anche inoltre tuttavia"
    " он она оно они это этот эта эти его её ее их но и а однако поэтому также тогда затем таким при там"
    " він вона вони це цей ця ці його її їх але і однак тому також"
    " hij zij ze dit dat deze die zijn haar hun maar en dus echter daarom ook toen"
    " han hon hun den det de denna detta dessa dette disse hans hennes hendes deras deres men och og så dock dog også också da då"
    " on ona ono oni to ten ta te jego jej ich ale i jednak dlatego także"
    " o bu şu onlar bunun buna bunlar ama ancak fakat ve ayrıca böylece"
    " ia dia mereka ini itu tetapi namun dan selain oleh karena sehingga kemudian lalu beliau hal"
    " này đó ông bà anh họ nhưng và tuy vì do"
    " هذا هذه ذلك تلك هو هي لكن كما".split()
)
_FIRST = re.compile(r"[\s\"'“”„«»‘’(\[\-–—]*([^\W\d_]+(?:['’\-][^\W\d_]+)?)")
_CJK = re.compile(
    "[「“『]?(?:他|她|它|他们|她们|這|这|那|此|但|而|因此|所以|然而|彼は|彼女|これ|それ|しかし|また|だが|そして|そのため|この)"
)


def is_unresolved(sentence: str) -> bool:
    """Whether `sentence` opens with a pronoun or a conjunction that needs the sentence before it."""
    first = _FIRST.match(sentence)
    if first and first.group(1).lower() in _BACK:
        return True
    return bool(_CJK.match(sentence))
