# ruff: noqa: E501, SIM905
"""What a sentence splitter must know of a language's writing: its abbreviations, and the words that begin sentences.

Three classes of abbreviations, written without the final full stop and in lower case:
NEVER ends a sentence (titles, "e.g."), NUMBER does not before a number ("No. 5"), and OPEN ends one only when the next
word is a usual beginning ("Inc. The"). STARTERS are such beginnings, as they stand after a full stop.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEVER: dict[str, frozenset[str]] = {
    "en": _words(
        "mr mrs ms messrs mme dr prof profs gen gens col cols lt lts sgt cpl pvt capt cmdr comdr maj adm brig sen sens rep reps"
        " gov govs pres supt insp det hon rev fr sr. st ste mt ft. e.g eg i.e ie viz cf vs v approx ca adj asst assoc"
        " atty amb msgr mgr dir dist min esq rt pte wo sec"
    ),
    "de": _words(
        "dr prof dipl ing hr fr frl st z.b z.t bzw ca d.h u.a i.d.r o.ä u.u vgl evtl ggf inkl exkl zzgl abzgl sog bspw"
        " einschl allg lt tel geb gest gen mag kath ev röm bez dt engl franz ehem urspr z d u i o b s.o s.u v.a m.e"
        " mind durchschn verh zit hrsg hl univ priv-doz doz i.e m.a.w u.s.w u.v.m.a"
    ),
    "fr": _words(
        "m mm mme mmes mlle mlles dr drs pr prof me mgr st ste cf p.ex ex env av ap boul bd c.-à-d c.à.d i.e e.g chap"
        " vol éd fig hon réf tél rens sgt cap col gén lt adj vs"
    ),
    "es": _words(
        "sr sra srta sres sras d dª dña dr dra dres prof profa lic ing arq gral cnel tte cap sgto mons fr p.ej ej aprox"
        " av avda ud uds vd vds excmo excma ilmo ilma cf vs pág págs núm núms tel sto sta hno hnos i.e e.g ee ss q.e.p.d"
    ),
    "pt": _words(
        "sr sra srs sras srta dr dra drs dras prof profa profs eng enga arq exmo exma ilmo ilma d gen cel cap ten sgt"
        " maj alm pe fr av p.ex ex aprox cf vs pág págs núm tel sto sta i.e e.g v.exa"
    ),
    "it": _words(
        "sig sigg sig.ra sig.na sigra dott dott.ssa dr prof prof.ssa avv ing arch geom rag on sen gen col cap ten magg mons don"
        " s ss p.es es cfr pag pagg vol art fig tel ca ecc. vs egr gent.mo spett i.e e.g on.le cav comm"
    ),
    "ru": _words(
        "т.е т.к т.н т.о г-н г-жа гг г-да проф акад доц им ул пр просп пл пер наб бул д кв обл р-н ред изд напр см ср"
        " св прп свт т.ж зам зав ген адм полк кап лейт рис табл англ нем фр лат греч исп итал кит яп рус букв родов"
        " урожд гр тов мл ст ок прибл макс мин инж и.о"
    ),
    "nl": _words(
        "dhr mevr mw dr drs ir ing prof mr ds st bijv b.v d.w.z m.a.w o.a t.a.v nl resp ca evt incl excl i.p.v m.b.t n.a.v"
    ),
    "sv": _words("dr prof hr fr st bl.a d.v.s dvs t.ex tex s.k sk ca resp inkl exkl jfr f.d m.a.o o.d p.g.a t.o.m"),
    "no": _words("dr prof hr fr st bl.a dvs d.v.s f.eks feks s.k ca inkl ekskl jf kl pga ifm ang evt mht tidl"),
    "da": _words("dr prof hr fr st bl.a dvs d.v.s f.eks feks s.k ca inkl ekskl jf kl pga ifm ang evt mht tidl"),
    "pl": _words(
        "dr prof mgr inż św ks p pp np m.in tzn tzw tj ul al pl os gen płk kpt por ppłk mjr red im ok wg hab lek zob por"
    ),
    "cs": _words("dr prof mgr ing judr mudr phdr bc sv p pp např tj tzv tzn resp ul nám gen plk kpt mjr vs cca č mj"),
    "tr": _words("dr prof doç yrd av sn bkz örn vb. vs. hz alb gen org müh mim öğr uzm op yzb bnb tğm çev ed haz st"),
    "id": _words(
        "dr drs dra prof ir h hj kh tgk jl jend letjen mayjen brigjen kol kompol akbp akp ipda iptu kombes irjen bripka hlm kab kec tn ny sdr a.n u.p s.d"
    ),
    "vi": _words("tp ts ths gs pgs bs ks ths.bs gs.ts pgs.ts q p tx tt th.s"),
    "ar": _words("د أ م ص ق.م ب.م ه أ.د"),
    "el": _words("κ κα δρ π.χ αρ βλ σελ κ.κ λ.χ"),
    "uk": _words("т.зв т.к т.д. проф акад ім вул просп пл обл р-н див напр св ген полк м"),
    "hu": _words("dr ifj id özv prof pl ún ill kb st u"),
    "ro": _words("dl dna dr prof ing av str bd nr. sf ex cca gen col lt etc. d-na d-l"),
    "fi": _words("esim mm ns ks vrt tri prof mr mrs nk ts"),
}

OPEN: dict[str, frozenset[str]] = {
    "en": _words(
        "inc co corp ltd llc plc bros jr sr ph.d phd m.d d.c u.s u.k u.n e.u a.m p.m am pm etc et.al al u.s.a b.a m.a dept univ est"
        " ave blvd rd bldg hwy jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun"
        " ala ariz ark calif colo conn del fla ga ill ind kan kans ky la mass mich minn miss mo mont neb nev okla ore pa"
        " penn tenn tex va vt wash wis wyo alta ont que n.y n.j n.c s.c n.m n.h r.i w.va s.d n.d mfg intl natl gov't a.d b.c"
        " sq cu lb lbs oz ft yd mi km kg cm mm hr hrs min mins"
    ),
    "de": _words(
        "usw etc u.s.w o.g a.d jr sen jun inc co corp ltd jan feb febr mär apr jun jul aug sept sep okt nov dez mio mrd tsd str uhr v.chr n.chr"
        " e.v mbh a.m a.d mo di mi do fr sa so"
    ),
    "fr": _words("etc inc co corp ltd jr sr janv févr avr juil sept oct nov déc av.j.-c apr.j.-c s.a u.s a.m p.m n.b"),
    "es": _words(
        "etc inc co corp ltd cía ltda jr s.a s.l ee.uu ee.uu.aa u.e a.m p.m a.c d.c ene feb mar abr jun jul ago sept oct nov dic ff.aa cc.oo rr.hh"
    ),
    "pt": _words("etc inc co corp cia ltda jr s.a e.u.a a.m p.m a.c d.c jan fev mar abr jun jul ago set out nov dez"),
    "it": _words(
        "ecc etc inc co corp ltd jr s.p.a spa s.r.l a.c d.c u.s gen feb mar apr mag giu lug ago set sett ott nov dic ss"
    ),
    "ru": _words(
        "др т.д т.п пр г гг в вв н.э до.н.э руб коп долл тыс млн млрд трлн чел час мин сек кг км см мм га л янв фев февр мар апр авг сент сен окт нояб ноя дек и.т.д стр ч"
    ),
    "nl": _words("enz etc jr sr n.v b.v jan feb mrt apr jun jul aug sept okt nov dec mln mld"),
    "sv": _words("etc osv m.fl m.m jr kr milj mdr jan feb mar apr jun jul aug sept okt nov dec"),
    "no": _words("etc osv m.fl m.m mfl jr kr mill mrd jan feb mar apr jun jul aug sept okt nov des"),
    "da": _words("etc osv m.fl m.m jr kr mio mia jan feb mar apr jun jul aug sept okt nov dec"),
    "pl": _words("itd itp etc jr tys mln mld zł gr r w sp.z.o.o s.a n.e p.n.e"),
    "cs": _words("atd apod aj jr tis mil mld kč s.r.o a.s r n.l st"),
    "tr": _words("vb vs m.ö m.s ltd şti a.ş san tic inc co corp"),
    "id": _words("dll dkk dsb tbk s.h s.e s.sos m.si m.h jan feb mar apr jun jul agu sep okt nov des"),
    "uk": _words("ін т.д т.п р рр ст грн коп тис млн млрд год хв"),
    "hu": _words("stb kft rt zrt nyrt"),
    "ro": _words("etc s.a s.r.l"),
    "fi": _words("jne yms oy milj mrd"),
}

NUMBER: dict[str, frozenset[str]] = {
    "en": _words("rs no nos nr p pp vol vols fig figs art arts ch chap para paras sec sect ed eds n op pt ext tel pop"),
    "de": _words("nr nrn s bd bde art abs abb kap tab anm aufl ziff rn hausnr tel"),
    "fr": _words("n no nos nº p pp t art chap fig vol al"),
    "es": _words("n núm nº no p pp pág art cap fig vol t"),
    "pt": _words("n nº no núm p pp pág art cap fig vol"),
    "it": _words("n nr nn p pp pag art cap fig vol"),
    "ru": _words("п пп с стр ст гл рис табл № т ч"),
    "nl": _words("nr nrs p pp blz art fig"),
    "sv": _words("nr s sid kap"),
    "no": _words("nr s kap"),
    "da": _words("nr s kap stk"),
    "pl": _words("nr s str art ust poz rys tab pkt"),
    "cs": _words("č čís s str čl odst obr"),
    "tr": _words("no s sf cilt mad"),
    "id": _words("no hal pasal rp"),
    "vi": _words("số"),
}

STARTERS: dict[str, frozenset[str]] = {
    "en": _words(
        "The A An In On At He She It They We I You But And So This That These Those There Then When While If As After Before"
        " For From To With By Since Although Though However Meanwhile Some Many Most Both Each Every All No Not Our His Her Its"
        " Their My What Who Why How Where Which Until Once During Despite Under Over About According Officials Police Now Also"
        " Yet Still Such One Another Other Others Police Here Even Just Only Because Between Later Last Next Today Yesterday"
    ),
    "de": _words(
        "Der Die Das Den Dem Des Ein Eine Einen Einem Einer Er Sie Es Wir Ich Ihr Man In Im Am An Auf Aus Bei Beim Mit Nach"
        " Seit Von Vom Vor Zu Zum Zur Für Über Unter Um Durch Gegen Ohne Und Aber Doch Oder Denn Wenn Als Wie Was Wer Wo"
        " Warum Da Dann Dort Hier Nun Jetzt So Auch Noch Nur Schon Dabei Damit Dafür Dazu Danach Davon Darum Dies Diese"
        " Dieser Dieses Diesem Diesen Nicht Kein Keine Viele Einige Alle Sein Seine Ihre Unser Unsere Während Obwohl Weil"
        " Zwar Zudem Außerdem Allerdings Jedoch Heute Gestern Bis Laut"
    ),
    "fr": _words(
        "Le La Les Un Une Des Du De Il Elle Ils Elles On Nous Vous Je Ce Cet Cette Ces Cela C' L' D' Mais Et Ou Donc Or Car En Dans Sur"
        " Sous Pour Par Avec Sans Selon Après Avant Depuis Pendant Lors Si Quand Alors Ainsi Aussi Puis Son Sa Ses Leur"
        " Leurs Notre Nos Au Aux À Qui Que Quoi Comme Plus Tout Tous Toutes Chaque Même Malgré Entre Chez Ici Là Enfin"
    ),
    "es": _words(
        "El La Los Las Un Una Unos Unas Él Ella Ellos Lo Se Su Sus En De Del Al A Con Por Para Sin Sobre Según Tras Desde"
        " Hasta Entre Durante Pero Y O Si Cuando Como Aunque Mientras También Además Este Esta Estos Estas Ese Esa Eso Esto Aquel"
        " No Ya Así Entonces Luego Después Antes Hoy Ayer Que Qué Quién Todos Muchos Nuestro Nuestra Mi Cada Más"
    ),
    "pt": _words(
        "O A Os As Um Uma Ele Ela Eles Elas Em No Na Nos Nas De Do Da Dos Das Ao À Com Por Pelo Pela Para Sem Sobre Segundo Após"
        " Desde Até Entre Durante Mas E Ou Se Quando Como Embora Enquanto Também Além Este Esta Esse Essa Isso Isto Não Já"
        " Assim Então Depois Antes Hoje Ontem Que Quem Todos Muitos Seu Sua Nosso Cada Mais"
    ),
    "it": _words(
        "Il Lo La I Gli Le Un Uno Una Egli Lui Lei Loro Noi Io Si Nel Nella Nei Nelle In Di Del Della Dei Al Alla A Con Per Senza Su Sul"
        " Secondo Dopo Prima Dal Dalla Tra Fra Durante Ma E O Se Quando Come Mentre Anche Inoltre Questo Questa Questi"
        " Quello Quella Non Già Così Allora Poi Oggi Ieri Che Chi Tutti Molti Suo Sua Nostro Ogni Più È"
    ),
    "ru": _words(
        "В Во На И А Но Он Она Оно Они Мы Я Вы Это Этот Эта Эти То Тот Также Однако По При С Со К Ко У О Об От До Из За"
        " Под Над Для Без После Перед Если Когда Как Что Кто Где Все Всё Его Её Их Наш Не Ни Так Тогда Теперь Ранее Сегодня Вчера"
        " Между Кроме Сейчас Здесь Там Уже Ещё Еще Даже Только Поэтому При Согласно"
    ),
    "uk": _words(
        "В У На І Й А Але Він Вона Воно Вони Ми Я Ви Це Цей Ця Ці Також Однак По При З До Від За Для Без Після Якщо Коли Як Що Хто Де Не Так"
    ),
    "nl": _words(
        "De Het Een Hij Zij Ze Wij We Ik Dat Dit Die Deze In Op Aan Bij Met Na Sinds Van Voor Naar Over Onder Om Door En Maar Of Want Als Toen Er Ook Nog Zo Dan Volgens"
    ),
    "sv": _words(
        "Den Det De En Ett Han Hon Vi Jag Man I På Av Med Till Från För Om Efter Före Under Men Och Eller När Som Detta Denna Dessa Så Då Nu Här Där Enligt"
    ),
    "no": _words(
        "Den Det De En Et Ei Han Hun Vi Jeg Man I På Av Med Til Fra For Om Etter Før Under Men Og Eller Når Som Dette Denne Disse Så Da Nå Her Der Ifølge"
    ),
    "da": _words(
        "Den Det De En Et Han Hun Vi Jeg Man I På Af Med Til Fra For Om Efter Før Under Men Og Eller Når Som Dette Denne Disse Så Da Nu Her Der Ifølge"
    ),
    "pl": _words(
        "W We Na I A Ale On Ona Ono Oni My Ja To Ten Ta Te Także Jednak Po Przy Z Ze Do Od Za Dla Bez Jeśli Gdy Jak Co Kto Gdzie Nie Tak"
    ),
    "cs": _words(
        "V Ve Na A Ale On Ona Ono Oni My Já To Ten Ta Tento Tato Také Však Po Při Z Ze Do Od Za Pro Bez Jestliže Když Jak Co Kdo Kde Ne Tak Podle"
    ),
    "tr": _words(
        "Bu Şu O Bir Ve Ama Ancak Fakat Ben Biz Siz Onlar Bunun Buna Daha Çok Her İlk Son Ayrıca Eğer Ne Kim Nasıl Neden"
    ),
    "id": _words(
        "Di Ke Dari Dan Atau Tetapi Namun Ia Dia Mereka Kami Kita Saya Ini Itu Pada Dalam Dengan Untuk Karena Jika Ketika Saat Sementara Menurut Selain Adapun Hal Para Sebagai"
    ),
    "vi": _words(
        "Ông Bà Anh Chị Các Những Một Trong Trên Theo Tại Với Và Nhưng Khi Nếu Vì Do Để Đây Đó Hiện Sau Trước Ngoài Tuy Bên Từ Đến Năm"
    ),
    "el": _words("Ο Η Το Οι Τα Ένας Μια Ένα Αυτός Αυτή Αυτό Στο Στη Στην Με Από Για Και Αλλά Αν Όταν Όπως Δεν"),
    "hu": _words("A Az Egy Ez Ő Ők Mi Én De És Ha Mert Mint Nem Így Itt Ott"),
    "ro": _words("Un O Cel Cea El Ea Ei Noi Eu În Din De La Cu Pe Pentru Dar Și Sau Dacă Când Acest Această Nu"),
    "fi": _words("Se Ne Hän He Me Minä Ja Mutta Tai Jos Kun Kuin Tämä Nämä Ei Myös Nyt"),
}

CAPITALISED = _words(
    "ala ariz ark calif colo conn del fla ga ill ind kan kans ky la mass mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt"
    " wash wis wyo alta ont que mar sat sun jan dec oct mon wed fri ave co gen col cols rep reps sen sens gov pres det hon rev st mt ft"
    " insp supt adm brig maj capt dir dist amb sec don on rag ten cap mag do di mi so sa fr hr tel set ago out abr nat natl dept int"
)
"""Abbreviations that count as such only with a capital: "Ill." is a state, "ill." ends a sentence."""

ORDINALS = frozenset("de no da nb fi tr cs sk hu pl et lv sl hr sr is".split())
"""Languages that write an ordinal number as figure and full stop: "3. Oktober", "21. yüzyıl"."""

AFTER_HOUR = _words(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October"
    " November December Eastern Pacific Central Mountain Greenwich Moscow Tokyo Sydney Paris London Beijing"
)
"""What may follow "9 a.m." in the same sentence."""

MONTHS = _words(
    "januar jänner februar märz april mai juni juli august september oktober november dezember januari februari mars marts april maj"
    " juni juli augusti oktober november december desember ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık"
)


def table(tables: dict[str, frozenset[str]], language: str) -> frozenset[str]:
    """The entries for `language` together with the English ones; those of all languages when it is not known."""
    if language in tables:
        return tables[language] if language in ("fr", "es", "pt", "it") else tables[language] | tables["en"]
    if language:
        return tables["en"]
    return frozenset().union(*tables.values())
