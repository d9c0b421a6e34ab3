"""Lines that belong to the page, not to the article: "Related stories", "Advertisement", "5 min read" and the like."""

import re
from functools import cache

_RELATED = r"""
    related(?: (?:stor(?:y|ies)|posts?|articles?|content|coverage|news|reading|links?|topics?|videos?))?
    you (?:may|might) (?:also )?(?:like|be interested in|enjoy)(?: these)?|(?:also )?read(?: also| next| more)?|see also
    also read|read this next|more (?:stories|news|articles|posts|coverage|reading)(?: like this)?
    more (?:from|by) .{1,60}|more like this|recommended(?: (?:for you|stories|articles|reading|posts))?
    (?:most|today(?:'|’)s most) (?:read|popular|viewed|shared)|trending(?: now| stories)?
    (?:latest|top|popular|recent|other|featured) (?:news|stories|posts|articles|headlines)|don(?:'|’)t miss
    editor(?:'|’)?s(?:'|’)? (?:picks?|choice)|up next|keep reading|from around the web
    sponsored(?: content| links| stories)?|promoted|mehr (?:zum thema|dazu|lesen|aus .{1,40}|von .{1,40}|zu .{1,40})
    (?:lesen|sehen|hören) sie (?:auch|dazu|mehr)|auch interessant
    das könnte (?:sie|dich|dir|ihnen)(?: auch)? (?:interessieren|gefallen)
    (?:verwandte|ähnliche|weitere|passende|neueste|aktuelle) (?:artikel|themen|beiträge|meldungen|nachrichten|inhalte)
    meistgelesen(?:e artikel)?|zum thema|empfehlung(?:en)?(?: der redaktion)?
    (?:à )?(?:lire|voir|écouter) (?:aussi|également)|sur le même (?:sujet|thème)
    articles? (?:liés?|similaires?|associés?|recommandés?)|les plus (?:lus|populaires)
    (?:vous aimerez|cela pourrait vous intéresser)(?: aussi)?|à ne pas manquer|dans la même rubrique
    nos derniers articles|(?:te|le) (?:puede|podría|recomendamos) ?(?:interesar)?|(?:lee|lea|leer|ver|mira|vea) también
    (?:noticias|artículos|contenidos?) relacionad[oa]s?|relacionad[oa]s?
    más (?:información|noticias|sobre .{1,40}|en .{1,40})|lo más (?:leído|visto)|últimas noticias
    (?:leggi|vedi|guarda) anche|articoli correlati|(?:ti )?potrebbe(?:ro)? (?:anche )?interessar(?:ti|vi)|i più letti
    ti potrebbe interessare|(?:leia|veja|confira|ler|ver) (?:também|mais)
    (?:artigos|notícias|conteúdos?|matérias) relacionad[oa]s|(?:as )?mais lidas
    (?:você )?(?:também )?pode(?:rá)? (?:gostar|interessar)|lees (?:ook|verder)
    gerelateerde? (?:artikelen|berichten|nieuws)|meer (?:over .{1,40}|lezen|nieuws|van .{1,40})|meest gelezen|bekijk ook
    читайте (?:также|ещё|еще)|(?:материалы )?по теме|смотрите также
    (?:похожие|другие|последние|связанные) (?:статьи|материалы|новости|записи)|популярное|самое (?:читаемое|популярное)
    рекомендуем|(?:czytaj|zobacz) (?:także|też|również|więcej)|powiązane(?: artykuły)?|polecane|läs (?:också|mer|även)
    relaterat|relaterade artiklar|l[æe]s også|relaterede artikler|lue myös|čtěte (?:také|i)|související(?: články)?
    ilgili haberler|bunlar da ilginizi çekebilir|関連記事|関連ニュース|関連リンク|あわせて読みたい|おすすめ記事|人気記事
    相关(?:新闻|阅读|文章|报道)|推荐阅读|延伸阅读|相關(?:新聞|文章)|關鍵字|관련 ?(?:기사|뉴스)
    (?:ข่าว|เรื่อง|บทความ)ที่เกี่ยวข้อง|اقر[أا] (?:أيضا|ايضا)|(?:مواضيع|أخبار) ذات صلة|saistītie raksti|lasi arī
"""

_BUTTONS = r"""
    advert(?:isement|ising)?|(?:story|article|content) continues (?:below|after)(?: (?:the )?ad(?:vertisement)?)?
    scroll to continue.{0,20}|continue reading(?: the main story| below)?
    skip (?:to content|advertisement|ad|past newsletter promotion)|after newsletter promotion
    share(?: (?:this|on|via|article|story|the article)\b.{0,40})?
    (?:tweet|pin|email|print|save|copy link|bookmark|like|follow)(?: this)?(?: article| story)?
    (?:\d+ )?comments?(?: \(?\d+.{0,10})?
    (?:leave|post|add|write|view|show|read) (?:a |all |your |\d+ )?(?:comments?|reply)
    join the (?:conversation|discussion)|(?:sign|log) (?:in|up|out)|subscribe(?: now| today)?
    (?:get|join|sign up for|subscribe to) (?:our|the|my) .{0,60}newsletters?.{0,60}|follow (?:us|me) on .{1,60}
    (?:like|find) us on .{1,40}|click (?:here|to enlarge).{0,60}|tap to .{1,30}|back to top|loading(?:\.{3}|…)?
    (?:expand|close|hide|show|play|pause|listen|watch) (?:image|caption|more|less|video|audio|now|this article).{0,20}
    listen to (?:this )?(?:article|story).{0,30}
    (?:tags?|topics?|filed under|categories|keywords|posted in)(?: ?:.{0,200})?|anzeige|werbung|teilen|drucken
    kommentare?|kommentieren|nach oben|artikel (?:teilen|merken|drucken)|schlagw(?:o|ö)rt(?:e|er)(?: ?:.{0,100})?
    publicité|partager|imprimer|commentaires?|commenter|haut de page|réagir|publicidad|compartir|imprimir|comentarios?
    comentar|pubblicità|condividi|stampa|comment[oi]|publicidade|compartilh(?:ar|e)|partilhar|comentários?|advertentie
    delen|afdrukken|reacties?|реклама|поделиться|распечатать|комментарии|комментировать|теги(?: ?:.{0,100})?|reklama
    (?:mots[- ]clés?|etiquetas?|palabras clave|parole chiave|palavras-chave|trefwoorden|ключевые слова)(?: ?:.{0,100})?
    (?:タグ|标签|標籤|태그)(?: ?[:：].{0,100})?|(?:the(?:me|ma)n?seiten|mehr) zu (?:diesem )?(?:artikel|thema):?
    what(?:'|’)s your reaction\??
    udostępnij|komentarze|annons|dela|annonse|mainos|広告|シェア|このニュースをシェア|ツイート|分享|广告|廣告|评论|광고
    공유
"""

_COMMENTS = r"""
    comments?|replies|responses|kommentare?|leserkommentare|commentaires?|réactions|comentarios?|comentários?|comment[oi]
    reacties?|комментари(?:и|ев|й|я)|komentarze|kommentarer|kommentit|komentáře|yorumlar?|コメント|评论|評論|댓글|التعليقات
"""

_READING_TIME = r"""
    (?:(?:estimated |average )?reading time|lesezeit|lesedauer|temps de lecture|tiempo de lectura)\W.{0,25}
    (?:tempo de leitura|tempo di lettura)\W.{0,25}
    (?:leestijd|время (?:на )?чтения|czas czytania|lästid|læsetid|lesetid)\W.{0,25}
    (?:a )?\d{1,3}[- ]?min(?:ute)?s?[ .](?:read|to read|lesen|lecture).{0,10}
    \d{1,3} ?min(?:uten|utes?|uti|utos?)?(?: (?:lesezeit|de lecture|de lectura|de leitura|di lettura|leestijd|read))?
"""

_PROMISING = r"""
    (?:delivered|sent) (?:straight |directly |right )?to your inbox|sign up (?:for|to) (?:our|the|my|receive|get)\b
    subscribe to (?:our|the|my)\b.{0,60}(?:newsletter|channel|podcast|updates)|(?:our|free|daily|weekly) newsletter
    download (?:our|the) .{0,20}app\b|follow us on|join our (?:whatsapp|telegram|community|mailing)
    melden sie sich .{0,40}newsletter|newsletter (?:abonnieren|bestellen|anmelden)
    inscrivez-vous à (?:notre|la) newsletter|suscríbete a (?:nuestr|la newsletter)|iscriviti alla newsletter
    (?:assine|inscreva-se na) (?:nossa |a )?newsletter|подпис(?:ывайтесь|аться|ывайся) на (?:наш|нас|канал|рассыл)
    schrijf je in voor .{0,30}nieuwsbrief|all rights reserved|alle rechte vorbehalten|tous droits réservés
    todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|все права защищены
"""

_BY = r"""
    by|von|par|por|di|da|door|av|af|от|автор:?|autor(?:in)?:?|author:?|text:?|words by|written by|posted by|published by
"""

_DATED = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b|\d+ (?:hours?|minutes?|days?|weeks?|months?) ago|年\d{1,2}月|上午|下午",
    re.I,
)
_SOCIAL = re.compile(
    r"\b(?:facebook\.com|fb\.(?:me|com)|twitter\.com|x\.com|instagram\.com|t\.me|telegram\.me|youtube\.com|tiktok\.com|vk\.com"
    r"|linkedin\.com|line\.me|lin\.ee|whatsapp\.com|wa\.me|ok\.ru|bsky\.app|threads\.net|weibo\.com|pinterest\.com)\b",
    re.I,
)
_PATH = re.compile(r"[^<>›»«]{1,40}(?:\s[>›»]+\s[^<>›»«]{1,60}){1,6}")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b).{0,120}", re.I)


def _any(phrases: str) -> str:
    return "|".join(line.strip() for line in phrases.strip().splitlines())


_PROMISE_WORDS = (
    *("newsletter", "inbox", "sign", "subscribe", "download", "follow", "join", "nieuwsbrief", "inscr", "iscriviti"),
    *("assine", "подпис", "suscr", "reserved", "vorbehalten", "réservés", "reservados", "riservati", "защищены"),
)
"""One of these stands in each of the phrases; looking for them is twenty times quicker."""


@cache
def _expression(form: str) -> re.Pattern[str]:
    """The lists above as one expression, made when first needed: it takes as long as reading a whole page."""
    lists = {
        "related": _RELATED,
        "buttons": f"{_BUTTONS.rstrip()}\n{_READING_TIME}",
        "comments": _COMMENTS,
        "promising": _PROMISING,
        "by": _BY,
    }
    return re.compile(form.format(**{name: _any(phrases) for name, phrases in lists.items()}), re.I)


def opens_related(text: str) -> bool:
    """Whether a line announces other articles: "You may also like:"."""
    return len(text) <= 120 and _expression(r"[\W_]*(?:{related})[\W_]*").fullmatch(text) is not None


def opens_comments(text: str) -> bool:
    """Whether a heading stands over the readers' comments: "Comments (3)", "15 Kommentare - log in to write"."""
    return (
        len(text) <= 100
        and _expression(
            r"[\W_]*(?:\d[\d.,]*[\W_]*(?:{comments})\b.*|(?:{comments})(?:[\W_]*\d[\d.,]*)?[\W_]*"
            r"|(?:leave|post|write) a (?:comment|reply).*)"
        ).fullmatch(text)
        is not None
    )


def is_related(text: str) -> bool:
    """Whether a line names another article: "Read also: ..."."""
    return len(text) <= 300 and _expression(r"[\W_]*(?:{related})\s*(?::|[-–—|»>→]\s|：)").match(text) is not None


def is_button(text: str) -> bool:
    """Whether a line is a button, a label or the reading time."""
    return len(text) <= 160 and _expression(r"[\W_]*(?:{buttons})[\W_]*").fullmatch(text) is not None


def is_promotion(text: str) -> bool:
    """Whether a short paragraph only asks to subscribe, follow or download, or claims rights."""
    if len(text) > 300:
        return False
    lowered = text.lower()
    for word in _PROMISE_WORDS:
        if word in lowered:
            return _expression("{promising}").search(text) is not None
    return False


def is_byline(text: str) -> bool:
    """Whether a line before the text says who wrote it, or when. A sentence may begin with "Von" or "Da" too."""
    words = len(text.split())
    if words > 12 or len(text) > 120:
        return False
    said_by = not (words > 5 and text[-1:] in ".!?…") and _expression(r"(?:{by})\s+\S.{{1,80}}").fullmatch(text)
    return bool(said_by) or _DATED.search(text) is not None


def is_path(text: str) -> bool:
    """Whether a line before the text says where in the site it stands: "Home > News > Ports"."""
    return len(text) <= 160 and _PATH.fullmatch(text) is not None


def is_copyright(text: str) -> bool:
    """Whether a line claims the copyright."""
    return len(text) <= 160 and _COPYRIGHT.fullmatch(text.strip()) is not None


def social_networks(text: str) -> int:
    """How many social networks' addresses stand in a text."""
    return len({found.lower() for found in _SOCIAL.findall(text)})
