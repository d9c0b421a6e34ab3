# ruff: noqa: E501, SIM905
"""Patterns of the lines that a page puts around and between its text; matched at the beginning of a line only."""

import re
from functools import cached_property

from ..domain.late import late


class Marks:
    """Alternative beginnings of a line. Compiled when first asked: that takes longer than importing all the rest."""

    def __init__(self, *alternatives: str) -> None:
        self.alternatives = alternatives

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile("(?:" + "|".join(self.alternatives) + ")", re.IGNORECASE)

    def match(self, line: str) -> re.Match[str] | None:
        return self.pattern.match(line)


SUMMARY_BUTTON = Marks(
    r"(?:no|short on|pressed for) time\b.{0,60}\b(?:summary|summaries|short version)\b",
    r"(?:no|short on) time to read\b",
    r"(?:get|read|show|see|view) (?:a|the|an ai|our|quick) (?:quick |short |ai |ai-generated )?summary\b.{0,20}$",
    r"keine zeit (?:zum|zu) lesen\b",
    r"pas le temps de (?:tout )?lire\b",
    r"(?:sin|no tienes) tiempo (?:para|de) leer\b",
    r"sem tempo para ler\b",
    r"(?:non hai|niente) tempo (?:per|di) leggere\b",
    r"нет времени читать\b",
)

PROMPT = Marks(
    # subscribe, sign up, follow, download: an imperative and its object
    r"(?:please )?subscribe (?:to|for|now|here|today)\b(?=.{0,80}(?:newsletter|e-?mail|inbox|channel|podcast|our\b|premium|access|updates|free|today|now\b|here\b|unlimited|alerts|month|\bus\b|feed|digital))",
    r"(?:please )?(?:sign|signup|join) ?(?:up)? (?:to|for|here|now|today)\b(?=.{0,80}(?:newsletter|e-?mail|inbox|our\b|updates|alerts|briefing|free\b|weekly|daily|account|read more))",
    r"(?:sign|log) ?in to (?:read|continue|comment|save|view|access|your)\b",
    r"(?:get|receive|have) (?:the|our|all|more|breaking|daily|weekly|top|today's)\b.{0,80}(?:in|to|into) your (?:inbox|e-?mail|mailbox|phone)",
    r"get (?:our|the) (?:free |daily |weekly |morning )*(?:newsletter|app|e-?mail)\b",
    r"(?:want|like) (?:more|what you)\b.{0,80}(?:newsletter|subscribe|sign up|stories|read)",
    r"(?:enjoying|enjoyed|did you like|like) this (?:article|story|post)\b",
    r"follow (?:us|our|@|the author|\w+ \w+ on (?:twitter|facebook|instagram|x\b|bluesky|mastodon))",
    r"(?:like|find|join) us on (?:facebook|twitter|instagram|telegram|whatsapp|social)",
    r"download (?:our|the) .{0,30}\bapp\b",
    r"(?:click|tap) here\b",
    r"share (?:this|via|on|by|with) (?:article|story|page|post|news|e-?mail|facebook|twitter|x\b|whatsapp|linkedin|telegram|friends|your)",
    r"support (?:our|independent) (?:journalism|work|reporting|newsroom)\b",
    r"(?:become|be) a (?:member|subscriber|supporter|patron)\b(?=.{0,60}(?:today|now|access|support|us\b|our|month)|\W*$)",
    r"(?:already|not) a (?:subscriber|member)\b",
    r"cancel (?:at )?any ?time\b",
    r"this (?:article|story|post) (?:was|is|has been|first|originally) (?:originally |first |also )?(?:published|appeared|posted|part of|available|for subscribers)\b",
    r"the post .{3,160} appeared first on\b",
    r"(?:have|got) (?:a|any) (?:tip|story|news tip|feedback|question|correction)s?\b.{0,60}(?:\?|email|contact|write|send|tell)",
    r"(?:do you have|send|email) (?:us )?(?:an? |your |news |confidential )*(?:tip|story|comment|feedback)s?\b.{0,60}(?:@|to us|here|below|\?)",
    r"we(?: want|['’]d (?:love|like)| would (?:love|like)) to hear (?:from you|your)\b",
    r"thank(?:s| you) for (?:reading|subscribing|your feedback)\b.{0,24}$",
    r"(?:allow|load|view|show) (?:this )?(?:instagram|twitter|x|tweet|facebook|youtube|tiktok|google|embedded|external|post)\b.{0,24}(?:content|post|on \w+)\W*$",
    r"our standards\s?:",
    r"your e-?mail (?:address )?(?:will|address)\b",
    r"you (?:can|may) (?:unsubscribe|opt out)\b",
    r"(?:you have|you've) (?:\w+ ){0,3}(?:free )?articles? (?:left|remaining)",
    r"(?:this|our) (?:site|website|page) (?:is protected by recaptcha|requires javascript)",
    r"please enable javascript\b",
    r"all rights reserved\b",
    r"(?:copyright|\(c\)|©)\s*(?:©|\(c\)|\d{4})",
    r"©",
    # also read
    r"(?:also )?read (?:more|also|next|on|the full|full)\b(?! than| of )(?:.{0,6}:| (?:about|on|from|here|at)\b|\W*$|.{0,100}[^.!?]$)",
    r"(?:also|must|don't miss|do not miss|see also|related|related (?:article|story|news|link|reading)s?|more (?:on this|here|info|from|news|stories)|watch|listen|photos|video|gallery|in pictures|explainer|recommended|opinion|analysis|live updates|editor's note)\s?(?:read|:|»|>)(?:.{0,3})\s*(?=\S)",
    r"read\s?[|:]\s?\S",
    r"(?:read|watch|see) this\s?[|:]",
    r".{3,140}\bcontributed to (?:this|the) (?:report|story|article)\b",
    r"(?:>+|→|➜|►|▶|👉)\s?\S",
    # German
    r"(?:lesen|sehen|hören) sie (?:auch|mehr|hier|dazu|weiter)\b",
    r"(?:lies|lest) auch\b",
    r"mehr (?:dazu|zum thema|aus|von|lesen|über)\b.{0,60}(?::|[^.!?]$)",
    r"(?:abonnieren sie|jetzt abonnieren|melden sie sich|jetzt anmelden|folgen sie uns|zum newsletter|newsletter)\b.{0,120}(?:newsletter|kanal|uns\b|an\b|app|kostenlos|abonnieren|bestellen|e-mail|$)",
    r"dieser (?:artikel|beitrag|text) (?:erschien|ist|wurde|stammt)\b.{0,40}(?:zuerst|erschienen|veröffentlicht|ausgabe|aus)\b",
    # French
    r"(?:à )?(?:lire|voir|écouter|découvrir) (?:aussi|également|plus|la suite)\b",
    r"(?:abonnez|inscrivez|connectez|suivez|rejoignez|téléchargez|recevez|retrouvez|cliquez)(?:-vous|-nous)?\b.{0,100}(?:newsletter|application|infolettre|chaîne|gratuit|facebook|twitter|whatsapp|boîte|e-?mail|ici|compte|notre|nos\b|nous)",
    r"(?:cet article|article) (?:est )?(?:réservé|paru|publié|initialement)\b.{0,60}(?:abonnés|dans|sur|paru|publié)",
    r"(?:cet article vous est offert|réservé aux abonnés|il vous reste \d+\s?% )",
    r"vous pouvez partager (?:un|cet) article\b",
    # Spanish, Portuguese, Italian
    r"(?:lee|lea|leer|ver|vea|mira|escucha) (?:también|más|además|el artículo)\b",
    r"(?:suscríb[ae](?:te|se)|regístr[ae](?:te|se)|síg[ua]e?nos|únete|descarga|recibe|haz clic|apúntate)\b.{0,100}(?:bolet[ií]n|newsletter|canal|gratis|correo|facebook|twitter|whatsapp|instagram|app|aquí|nuestr\w|nos\b|$)",
    r"(?:leia|veja|ouça|assista|confira|saiba) (?:também|mais|ainda)\b.{0,80}(?::|[^.!?]$)",
    r"(?:assine|inscreva-se|cadastre-se|siga|receba|baixe|participe|clique)\b.{0,100}(?:newsletter|canal|grátis|e-?mail|facebook|twitter|whatsapp|instagram|telegram|app|aqui|noss\w)",
    r"(?:leggi|guarda|ascolta|vedi) (?:anche|di più|tutto|qui)\b",
    r"(?:iscriviti|abbonati|registrati|seguici|scarica|ricevi|clicca)\b.{0,100}(?:newsletter|canale|gratis|e-?mail|facebook|twitter|whatsapp|instagram|telegram|app|qui|nostr\w|su\b|$)",
    r"(?:todos os direitos reservados|todos los derechos reservados|tutti i diritti riservati|tous droits réservés|alle rechte vorbehalten|все права защищены)\b",
    # Russian
    r"(?:читайте|смотрите|слушайте) (?:также|ещё|еще|нас|в|далее|подробнее)\b",
    r"(?:подпи(?:сывайтесь|шитесь|шись)|присоединяйтесь|следите за|скачайте|оформите|зарегистрируйтесь)\b.{0,100}(?:канал|telegram|телеграм|рассылк|новост|нас\b|соцсет|дзен|подписк|приложени|нами)",
    r"(?:написать автору|сообщить новость|нашли ошибку|выделите её|выделите ее|поделиться в)\b",
    # others
    r"(?:lees (?:ook|meer|verder)|läs (?:också|även|mer)|les (?:også|mer)|læs (?:også|mere)|lue (?:myös|lisää))\b",
    r"(?:meld je aan|schrijf je in|abonneer je|volg ons|prenumerera på|følg oss|følg os|följ oss|anmäl dig)\b",
    r"(?:czytaj|zobacz|przeczytaj) (?:też|także|również|więcej)\b",
    r"(?:zapisz się|subskrybuj|obserwuj nas|dołącz)\b.{0,80}(?:newsletter|kanał|facebook|nas\b)",
    r"(?:bizi takip|abone ol|ilgili haber|haberin devamı)\b",
    r"(?:baca|simak|lihat|tonton|saksikan) (?:juga|selengkapnya|video|artikel)\b",
    r"\[?gambas[:\]]",
    r"(?:ikuti|dapatkan|download) .{0,80}(?:telegram|whatsapp|channel|saluran|aplikasi|google news|berita pilihan)",
    r"(?:xem|đọc|mời) (?:thêm|tiếp|bạn đọc|độc giả)\b.{0,60}(?::|[^.!?]$)",
    r"(?:关注|扫码|点击|更多精彩|责任编辑|编辑[:：]|来源[:：]|记者[:：]|原标题[:：]|版权)",
    r"(?:続きを読む|関連記事|フォロー|【関連|あわせて読みたい|詳しくはこちら|会員限定)",
    r"(?:اقرأ أيض|تابعنا|اشترك في|للمزيد|شاهد أيض)",
)

COOKIES = Marks(
    r"(?:we|this (?:web)?site|our (?:web)?site|this page|our partners and we|we and our)\b.{0,60}\bcookies?\b",
    r"(?:by (?:continuing|using|clicking|browsing)|if you continue)\b.{0,120}\b(?:cookies?|privacy|terms|agree|consent)\b",
    r"(?:wir|diese (?:web)?seite|unsere (?:web)?seite|diese website)\b.{0,60}\bcookies?\b",
    r"(?:nous|ce site|notre site|en poursuivant)\b.{0,80}\bcookies?\b",
    r"(?:utilizamos|usamos|este sitio|esta web|nuestro sitio|al continuar|este site|nosso site|ao continuar)\b.{0,80}\bcookies?\b",
    r"(?:utilizziamo|usiamo|questo sito|il nostro sito|continuando)\b.{0,80}\bcookie",
    r"(?:мы используем|этот сайт|наш сайт|сайт использует|продолжая)\b.{0,80}(?:cookie|куки)",
    r"(?:wij gebruiken|deze (?:web)?site|vi (?:använder|bruker|bruger)|denna webbplats|używamy|ta strona|bu site|kami menggunakan|situs ini)\b.{0,60}\b(?:cookie|ciastecz|çerez)",
    r"(?:manage|accept|reject|change) (?:your |all |my )?(?:cookie|privacy|consent)\b.{0,30}(?:preferences|settings|choices|cookies|options)?",
)

CREDIT = Marks(
    r"[\[(（【]\s?(?:source|sources|photo|photos|image|images|picture|credit|photo credit|image credit|file photo|file|via|quelle|foto|bild|fuente|fonte|источник|фото|crédits?|kilde|källa|bron|źródło|kaynak|sumber|nguồn|ảnh|来源|图源|出典|写真)\s?(?:by\b|[:：/])",
    r"(?:source|sources|photo|photos|photograph|image|images|picture|credit|credits|photo credit|photo by|image credit|image by|photograph by|photography by|illustration|illustration by|graphic|file photo|caption|video|pictured|photo courtesy|courtesy)\s?(?:[:：/©|]| by\b)(?=.{0,120}$)",
    r"file (?:photo|picture|image)\b",
    r"(?:quellen?|fotos?|bilder?|bildquelle|symbolbild|foto di|foto de|imagem|imagen|imágenes|fuentes?|fontes?|fonti|crédits?(?: photo)?|créditos?|photo d'illustration|illustration|источник|фото|видео|иллюстрация|kilde|källa|bron|źródło|fot\.|kaynak|sumber|nguồn|ảnh|video)\s?[:：/©|]",
    r".{0,80}(?:/|\bvia |©\s?)(?:getty(?: images)?|ap photo|ap|afp|reuters|epa|dpa|shutterstock|istock|imago|picture alliance|pa images|unsplash|alamy)\b.{0,30}$",
    r"(?:getty images|ap photo|afp|reuters|shutterstock|pa media|pa wire)\b.{0,24}$",
    r"[\[(](?:reporting|additional reporting|writing|editing|compiled|written) by\b",
    r"(?:reporting|additional reporting|writing|edited|editing|compiled|contributed) by (?-i:[^\W\d_a-z])",
    r"(?:图|图片|图源|来源|出典|写真|画像|사진|자료)\s?[:：=／/]",
    r"(?:© ?)?(?:\d{4} )?(?:reuters|afp|dpa|ansa|efe|lusa|интерфакс|тасс|риа новости)\W{0,3}$",
)

AUTHOR = Marks(
    r"(?-i:[A-ZÀ-Þ][\w.'’\-]+(?: [A-ZÀ-Þ][\w.'’\-]+){1,3}),? (?:is|ist|est|es) (?:an?|the|our|[^\W\d_]+['’]s)\b.{0,80}"
    r"\b(?:correspondent|reporter|columnist|staff writer|contributing writer|contributor|freelance (?:writer|journalist)|bureau chief|editor)\b.{0,120}$",
)

BYLINE = late(
    r"(?:(?:[Bb]y|BY|Written by|Words by|Text by|Story by|Posted by|Published by|From|Von|VON|Text|Autorin?|Par|PAR|Por|POR|Di|DI|Da|Door|Av|Af|Autore?|Автор|Текст|Oleh|Author|Reporter|Penulis|Editor|Redaktion|Redacción|Rédaction)"
    r"\s*:?\s+)(?P<names>[^!?]{2,100})$"
)

PUBLISHED = Marks(
    r"(?:first )?(?:published|updated|last updated|last modified|posted|created|date|aktualisiert|veröffentlicht|stand|publié|mis à jour|modifié|publicado|actualizado|atualizado|pubblicato|aggiornato|опубликовано|обновлено|gepubliceerd|publicerad|uppdaterad|publisert|oppdatert|opublikowano|yayınlanma|güncelleme|diterbitkan|cập nhật|发布时间|更新)\b\s*(?:on|at|am|le|el|em|il|den)?\s*:?.{0,60}$",
    r"(?:about |approx\.? |~)?\d{1,3}\s?(?:-| )?\s?(?:min|mins|minutes?|minuten|minuti|minutos|мин\w*|sec)\.?(?: (?:read|reading|lesezeit|de lecture|de lectura|de leitura|di lettura|чтения|leestijd|okuma))?\W*$",
    r"(?:reading time|lesezeit|lecture \d|temps de lecture|tiempo de lectura|tempo de leitura|tempo di lettura|время чтения|leestijd|lästid)\b.{0,30}$",
    r"\d{1,3} (?:second|minute|hour|day|week|month|year)s? ago\b.{0,40}$",
    r"(?:vor \d+ (?:minute|stunde|tag|woche)\w*|il y a \d+ \w+|hace \d+ \w+|há \d+ \w+|\d+ (?:ore|giorni|minuti) fa|\d+ \w+ назад)\W*$",
)

DATE_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february march april may june"
    " july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec am pm a.m p.m gmt utc bst est edt cet cest et"
    " ist pst pdt at on of the o'clock hrs hours uhr um den montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober"
    " dezember lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet août septembre octobre novembre décembre à h le"
    " lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre de del a las"
    " segunda-feira terça-feira quarta-feira quinta-feira sexta-feira janeiro fevereiro março maio junho julho setembro outubro novembro dezembro às"
    " lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre alle ore"
    " понедельник вторник среда четверг пятница суббота воскресенье января февраля марта апреля мая июня июля августа сентября октября ноября декабря года г в мск"
    " senin selasa rabu kamis jumat sabtu minggu januari februari maret juni juli agustus oktober desember wib"
    " thứ hai ba tư năm sáu bảy chủ nhật ngày tháng".split()
)
