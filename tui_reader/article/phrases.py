"""How pages say "accept our cookies", "prove that you are human" and "subscribe to read on", in many languages."""

import re

_CONSENT = r"""
we (?:and our (?:\d+ )?partners )?(?:value your privacy|use cookies|store and/or access)|accept (?:all|and continue)
(?:cookie|privacy|consent) (?:settings|preferences|choices|policy|notice)|your privacy (?:choices|matters)|i agree
manage (?:cookies|preferences|options|consent)|reject all|before you continue
(?:wir|diese (?:web)?seite) (?:verwenden|verwendet|nutzen|nutzt) cookies|zustimmen (?:und|&) weiter
alle(?:s)? akzeptieren|(?:cookie|datenschutz|privatsphäre)-?einstellungen|einwilligung|mit (?:werbung|tracking)
werbefrei|akzeptieren und weiter|nous (?:et nos (?:\d+ )?partenaires )?utilisons des (?:cookies|traceurs)
(?:tout )?accepter(?: et continuer| tout)?\b|continuer sans accepter
gérer (?:mes|vos|les) (?:choix|cookies|préférences)|politique de (?:cookies|confidentialité)|utilizamos cookies
usamos cookies|aceptar (?:todo|todas|y continuar|cookies)|rechazar (?:todo|todas)
política de (?:cookies|privacidad|privacidade)|configurar cookies|configuración de cookies
(?:utilizziamo|usiamo) (?:i )?cookie|accetta (?:tutti|tutto|e continua)|rifiuta tutt[io]
informativa (?:sui cookie|privacy)|preferenze (?:sui )?cookie|aceitar (?:todos|tudo|e continuar|cookies)
rejeitar (?:todos|tudo)|definições de cookies|(?:wij|we) gebruiken cookies|alles? (?:accepteren|weigeren)
cookies? accepteren|cookie-?instellingen|akkoord|мы используем (?:файлы )?cookie|файлы cookie|принять все
согласие на обработку|настройки cookie|używamy plików cookie|przejdź do serwisu|akceptuję|zgadzam się
ustawienia prywatności|vi använder (?:cookies|kakor)|godkänn alla|acceptera alla|vi bruger cookies|tillad alle
accepter alle|vi bruker (?:cookies|informasjonskapsler)|godta alle|käytämme evästeitä|hyväksy kaikki
používáme (?:soubory )?cookies|přijmout vše|çerezleri kabul|tümünü kabul et
"""

_ROBOT = r"""
(?:verify|confirm|prove) (?:that )?you(?:'|’)?(?: a)?re (?:not a robot|(?:a )?human)|are you (?:a robot|human)\b
not a robot|checking (?:if the site connection is secure|your browser)|enable javascript and cookies to continue
just a moment\.\.\.|unusual (?:traffic|activity)|access(?: to this page)?(?: has been| is)? (?:denied|blocked)
request (?:was )?blocked|security check|ddos protection by|captcha|press (?:&|and) hold
automated (?:access|requests)|bot detection|ich bin kein roboter|sicherheitsprüfung
ungewöhnliche[rn]? (?:datenverkehr|aktivität)|zugriff (?:verweigert|gesperrt)|je ne suis pas un robot
vérifi(?:cation|er)[^.]{0,40}(?:humain|robot)|accès refusé|trafic (?:inhabituel|anormal)|no soy un robot
verific(?:a|ar|ando)[^.]{0,40}(?:humano|robot)|acceso denegado|tráfico (?:inusual|sospechoso)|non sono un robot
accesso negato|traffico (?:insolito|anomalo)|não sou um robô|acesso negado|tráfego incomum|ik ben geen robot
toegang geweigerd|ongebruikelijk verkeer|я не робот|доступ (?:запрещ[её]н|ограничен)
подтвердите, что вы (?:не робот|человек)|nie jestem robotem|dostęp zabroniony|jag är inte en robot
    ロボットではありません
我不是机器人|请完成安全验证
"""

_PAYWALL = r"""
subscribe (?:now )?(?:to|for)[^.]{0,40}(?:continue|read|unlimited|full|access)|(?:for|to) subscribers only
subscribers?[- ]only
(?:article|story|content) is (?:only |exclusively )?(?:for|available to|reserved for)[^.]{0,40}(?:subscriber|member)
already (?:a|have a) (?:subscriber|subscription|member)|(?:sign|log) in to (?:continue|read)
to (?:continue|keep) reading(?: this)?|unlock (?:this|the full) (?:article|story)|start (?:your|a) (?:free )?trial
create (?:a|your) free account to|register to (?:read|continue)|(?:become a|for) members?[- ](?:only|to read)
free articles? (?:left|remaining)|you(?:'|’)ve reached your (?:limit|monthly)|(?:nur|exklusiv) für abonnent
jetzt (?:abonnieren|weiterlesen|testen)|bereits (?:abonnent|abonniert|registriert)|im (?:digital)?abo
(?:artikel|text|inhalt)[^.]{0,30}(?:kostenpflichtig|abonnent)|weiterlesen mit
mit [\w ]{0,20}(?:plus|\+) (?:weiter)?lesen|zum abo\b|réservé(?:e|s)? (?:à nos|aux) abonné|abonnez-vous|déjà abonné
il (?:vous )?reste [\d.,]+ ?% |la suite (?:est réservée|de cet article)
(?:exclusivo|solo|sólo) para (?:suscriptores|assinantes)|suscr[ií]bete (?:para|y)|(?:ya eres|eres) suscriptor
para (?:seguir|continuar) leyendo|(?:riservat[oa]|solo) (?:agli|per gli) abbonat|abbonati (?:per|a|ora|e)
(?:sei|già) (?:già )?abbonat|per continuare a leggere|(?:exclusivo|só|apenas) para assinantes
assine (?:para|e|agora|já)|já é assinante|para continuar (?:a ler|lendo)|(?:alleen|exclusief) voor abonnees
word abonnee|(?:al|reeds) abonnee|lees verder met|neem een abonnement|om verder te lezen|только для подписчиков
(?:доступ\w* )?по подписке|оформите подписку|подпишитесь,? чтобы|уже есть подписка|для продолжения чтения
(?:tylko )?dla (?:subskrybentów|prenumeratorów)|wykup (?:dostęp|subskrypcję)|endast för prenumeranter
bli prenumerant|kun for (?:abonnenter|abonnementer)|bliv abonnent|bli abonnent|tilaajille|jen pro předplatitele|有料会員
会員限定|订阅后继续阅读
"""


def _any(phrases: str) -> re.Pattern[str]:
    """One expression for lists of alternatives, one list a line."""
    return re.compile("|".join(line.strip() for line in phrases.strip().splitlines()), re.I)


CONSENT, ROBOT, PAYWALL = _any(_CONSENT), _any(_ROBOT), _any(_PAYWALL)
