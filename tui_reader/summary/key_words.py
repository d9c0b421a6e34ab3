"""Words for key terms that tell nothing in any news text, beyond those of `stopwords`; and the words of a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..domain.late import late
from .stopwords import ALL, BY_LANGUAGE
from .words import STEM


def words_set(text: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(text.split())


GENERAL: frozenset[str] = words_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december today yesterday tomorrow week weeks month months year years day days hour"
    " hours minute minutes time times morning evening night weekend people person man men woman women thing things"
    " way ways percent per cent million millions billion thousand thousands hundred hundreds dozen number numbers"
    " part parts place places area report reports reported statement spokesman spokeswoman official officials"
    " according added told says saying asked announced called made make makes making took take taken takes taking"
    " given gives giving going goes gone come comes coming came want wants wanted need needs needed think thinks"
    " thought know knows known see seen use used using uses including include includes included expected likely near"
    " several three four five six seven eight nine ten eleven twelve twenty thirty fifty second third next early"
    " earlier late later latest recent recently high higher low lower big bigger small smaller large larger great"
    " little long longer old older young younger left right best better something anything nothing everything"
    " someone everyone never always ever often already almost really quite perhaps however although though without"
    " within across around among towards every another same different few least less whole half full able become"
    " became becomes began begin start started getting find found keep kept let look looked looking seems seem"
    " seemed show showed shown shows feel felt tell help helped lot lots kind sort case fact point end ended result"
    " means mean might must yet away home life lives work working worked news story video image images photo picture"
    " caption read related getty reuters ap afp bbc cnn copyright mr mrs ms dr sir pm am edt est gmt first last"
    " instead soon once together enough whether former top set saw turn turned run running put gave sign believe"
    " believes question questions issue issues group groups member members plan plans planned change changes"
    " changed move moved happen happened ago won't can't i've i'd we're they're you're that's there's he's she's"
    " isn't wasn't doesn't didn't couldn't wouldn't hasn't haven't aren't"
    " montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august"
    " september oktober november dezember heute gestern morgen jahr jahre jahren jahres tag tage tagen woche wochen"
    " monat monate monaten minute minuten stunde stunden uhr zeit mal menschen mensch leute frau frauen mann männer"
    " prozent million millionen milliarde milliarden euro dollar hundert tausend teil teile ende anfang fall fälle"
    " beispiel rund mehrere sprecher sprecherin angaben mitteilung bericht artikel foto bild grund gründe frage"
    " fragen seite weise art sache dinge zahl hilfe rahmen stelle thema situation problem probleme möglichkeit blick"
    " herr sie ihnen hause haus wort worte"
    " lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre"
    " octobre novembre décembre aujourd'hui hier demain jour jours semaine semaines mois année années heure heures"
    " temps fois personne personnes homme hommes femme femmes gens million millions milliard milliards mille cent"
    " pourcent partie nombre place cas fait point chose choses monde vie grand grande grands grandes petit petite"
    " nouveau nouvelle nouvelles premier première dernier dernière derniers dernières trois quatre cinq six sept"
    " huit neuf dix plusieurs certains certaines beaucoup toutes mettre prendre donner aller venir voir savoir"
    " vouloir pouvoir devoir falloir doit doivent peuvent pouvait faut expliqué explique indiqué annoncé déclaré"
    " affirmé ajouté précisé estimé rappelé souligné notamment également afin selon lui-même eux jamais ici parce"
    " soit ceux celle celui celles puis donc ainsi monsieur madame mme photo vidéo image article source cela rien"
    " autour fin suite côté travers été étaient avaient auront sera seront serait aurait permet permis cours tour"
    " grâce lorsque ayant bien chaque quelques surtout assez pourtant début trop suis alors"
    " lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto"
    " septiembre octubre noviembre diciembre hoy ayer mañana día días semana semanas mes meses hora horas veces"
    " persona personas hombre hombres mujer mujeres gente millón millones mil ciento número caso casos cosa cosas"
    " mundo vida grande grandes nuevo nueva primer primera último última tres cuatro cinco seis siete ocho nueve"
    " diez segundo según señaló afirmó explicó aseguró indicó"
    " понедельник вторник среду среда четверг пятницу пятница субботу суббота воскресенье января февраля марта"
    " апреля мая июня июля августа сентября октября ноября декабря сегодня вчера завтра день дня дней неделя недели"
    " месяц месяца месяцев года году лет часов час минут раз человек людей люди тысяч тысячи миллионов миллиона млн"
    " млрд процентов словам сообщил сообщила сообщает сообщили заявил заявила отметил рассказал рассказала добавил"
    " пишет стало стал стала сообщении слов данным случае части связи"
    " senin selasa rabu kamis jumat sabtu minggu januari februari maret april mei juni juli agustus september"
    " oktober november desember hari ini bulan jam pukul wib detikcom katanya ujarnya menurut sebelumnya sempat"
    " sekitar warga salah satu dua tiga hal masyarakat"
    " ngày tháng hôm qua nay sáng chiều tối giờ phút khoảng nhất trước theo cùng thêm hơn khác đều mình hết cần biết"
    " nói cách lần ba bốn"
)
"""Days, amounts, what is said of those who are quoted, in seven languages."""

BEFORE_NOUNS: frozenset[str] = words_set(
    "the a an of in for his her their its our your my this that these those no any some each every by on from with"
    " new le la les un une des du de aux au ce cette ces son sa ses leur leurs notre votre d'un d'une el los las una"
    " unos unas del al su sus este esta estos estas lo il gli i uno dei delle della dello degli o os as um uma do da"
    " dos das na seu sua ao het een van dit deze en ett den det"
)
"""Words that a noun is near behind: what else stands behind them seldom is a verb."""

_WORD = late(r"(?<![^\W_])(?:[^\W\d_]\.(?:[^\W\d_]\.)+|[^\W\d_][^\W_]*(?:[-'’][^\W_]+)*)")
_ELIDED = late(r"^(?:[cdjlmnst]|qu|all|dell|nell|sull|un|lorsqu|jusqu)['’](?=\w)", re.IGNORECASE)
_SENTENCE_START = late(r"(?:^|[.!?…:;\n•\"“„«»(\[‹–—-])[\s\"“„«‘'(\[–—-]*$")


@dataclass(slots=True)
class Word:
    """A word of the text."""

    start: int
    end: int
    text: str
    stem: str
    paragraph: int
    capital: bool
    first: bool
    """It begins a sentence, where a capital says nothing."""
    usual: bool
    noun: bool
    """An article or the like is before it."""


def words_of(text: str, tag: str) -> Iterator[Word]:
    usual = BY_LANGUAGE.get(tag, ALL)
    before = ""
    for paragraph, line in enumerate(re.finditer(r"[^\n]+", text)):
        for match in _WORD.finditer(text, line.start(), line.end()):
            start, end = match.span()
            word = match.group()
            elided = _ELIDED.match(word)
            if elided:
                start += elided.end()
                word = word[elided.end() :]
            if word[-2:] in ("'s", "’s"):
                word, end = word[:-2], end - 2
            lower = word.lower().replace("’", "'")
            yield Word(
                start,
                end,
                word,
                stem(lower),
                paragraph,
                word[0].isupper(),
                _SENTENCE_START.search(text, max(line.start(), start - 6), start) is not None,
                lower in usual or lower in GENERAL or lower.removesuffix("s") in GENERAL or len(word) < 2,
                elided is not None or before in BEFORE_NOUNS,
            )
            before = lower


def stem(lower: str) -> str:
    """What the forms of a word have in common, more or less: without a plural's "s" and endings of Slavic cases."""
    if "\u0400" <= lower[0] <= "\u052f":
        return lower.rstrip("аеиоуыэюяйьіїє")[:STEM] if len(lower) > 4 else lower
    return (lower.removesuffix("s") if len(lower) > 3 else lower)[: STEM + 2]
