# ruff: noqa: E501
"""The words of a page's furniture in the languages that news comes in; all in lower case, matched against whole lines."""


def _lines(text: str) -> frozenset[str]:
    return frozenset(line.strip() for line in text.replace("\n", "|").split("|") if line.strip())


BUTTONS = _lines("""
share|share this|share this article|share article|share story|share this story|share on facebook|share on twitter|share on x|share on whatsapp
share on linkedin|share via email|share by email|share full article|tweet|tweet this|retweet|print|print this|print this page|print article
email|e-mail|email this|email article|send|save|save article|save for later|saved|bookmark|bookmark this|like|likes|pin|pin it|pocket|reddit
facebook|twitter|x|whatsapp|telegram|linkedin|pinterest|instagram|threads|bluesky|mastodon|youtube|tiktok|messenger|flipboard|copy link
copy|copied|link copied|copy url|get link|permalink|follow|follow us|follow topic|following|unfollow|subscribe|subscribe now|subscribe today|subscribe here
sign up|sign up now|sign in|sign out|log in|login|log out|register|register now|create account|my account|account|donate|donate now|support us
advertisement|advertising|ad|ads|sponsored|sponsored content|promoted|promoted content|paid content|paid post|story continues below advertisement
article continues below|continue reading below|scroll to continue|menu|main menu|search|home|homepage|skip to content|skip to main content|skip navigation
back|back to top|back to home|top|close|close menu|open menu|more|show more|see more|load more|view more|view all|see all|show less|expand|collapse|next|previous
prev|loading|loading...|listen|listen to article|listen to this article|play|pause|watch|watch video|watch now|watch live|live|video|videos|photos|gallery|view gallery|play video
audio|get a summary|get summary|summary|summarise|summarize|full text|full article|read|read aloud|read full article|read full story|read the full story
read article|comment|comments|view comments|show comments|add comment|post comment|write a comment|join the conversation|reply|report|report abuse|report an error
newsletter|newsletters|our newsletters|get our newsletter|accept|accept all|accept cookies|accept all cookies|reject|reject all|decline|manage cookies|cookie settings
cookie policy|privacy|privacy policy|privacy settings|terms|terms of use|terms of service|contact|contact us|about|about us|imprint|help|faq|rss|download
download app|download the app|get the app|open app|open in app|edition|breaking|breaking news|latest|latest news|trending|text size|font size|a+|a-|aa|dark mode
reuse this content|view image in fullscreen|gift this article|give this article|give feedback|feedback|copy to clipboard|published|updated|topics|tags|article|story|news|opinion
teilen|artikel teilen|twittern|drucken|artikel drucken|merken|auf die merkliste|merkliste|speichern|senden|per mail|per e-mail|mailen|kommentare|kommentieren|kommentar schreiben
kommentare anzeigen|anmelden|einloggen|abmelden|registrieren|abonnieren|jetzt abonnieren|abo|newsletter abonnieren|newsletter bestellen|anzeige|werbung|menü|suche|suchen|startseite
zur startseite|nach oben|mehr|mehr anzeigen|weiterlesen|weiter|zurück|vorlesen|artikel anhören|anhören|impressum|datenschutz|datenschutzerklärung|agb|kontakt|schließen
alle akzeptieren|akzeptieren|ablehnen|einstellungen|zusammenfassung|folgen|link kopieren|artikel merken|seite drucken|seite teilen|schriftgröße
partager|partager l'article|partager sur facebook|tweeter|imprimer|envoyer|envoyer par e-mail|enregistrer|sauvegarder|commenter|commentaires|réagir|lire les commentaires
s'abonner|abonnez-vous|je m'abonne|se connecter|connexion|s'inscrire|inscription|publicité|recherche|rechercher|accueil|retour|haut de page|voir plus|lire la suite|suivant
précédent|écouter|écouter l'article|offrir l'article|lire plus tard|contribuer|réutiliser ce contenu|ajouter à vos sélections|copier le lien|mentions légales|confidentialité|fermer|tout accepter|accepter|refuser|résumé|suivre|nous suivre|ajouter à ma liste
compartir|compartir en facebook|tuitear|twittear|imprimir|enviar|enviar por correo|guardar|comentar|comentarios|ver comentarios|suscribirse|suscríbete|suscribirme|iniciar sesión
acceder|registrarse|regístrate|publicidad|anuncio|menú|buscar|inicio|volver|arriba|ver más|leer más|seguir leyendo|siguiente|anterior|escuchar|copiar enlace|aviso legal|privacidad
cerrar|aceptar|aceptar todo|rechazar|resumen|seguir|síguenos|más información
compartilhar|compartilhe|partilhar|partilhe|imprima|salvar|comentários|comente|assine|assinar|assine já|entrar|cadastre-se|publicidade|anúncio|início|voltar|topo
ver mais|leia mais|ler mais|próximo|próxima|ouvir|copiar link|privacidade|fechar|aceitar|aceitar todos|recusar|resumo|seguir|siga-nos
condividi|condividi su facebook|twitta|stampa|invia|salva|commenta|commenti|abbonati|accedi|registrati|iscriviti|pubblicità|cerca|torna su|indietro|mostra altro
leggi tutto|continua a leggere|successivo|precedente|ascolta|copia link|chiudi|accetta|accetta tutto|rifiuta|riassunto|segui|seguici
поделиться|поделиться ссылкой|отправить|печать|распечатать|версия для печати|сохранить|комментарии|комментировать|оставить комментарий|подписаться|войти|регистрация|реклама|меню|поиск
главная|назад|наверх|вверх|показать еще|показать ещё|загрузить еще|читать далее|далее|вперед|слушать|скопировать ссылку|закрыть|принять|отказаться|вконтакте|одноклассники|читать полностью
delen|deel dit artikel|deel|afdrukken|opslaan|reacties|reageer|abonneren|inloggen|advertentie|zoeken|terug|meer|lees meer|lees verder|volgende|vorige|luister|sluiten|accepteren|volg ons
dela|dela artikeln|skriv ut|spara|kommentarer|prenumerera|logga in|annons|sök|tillbaka|läs mer|nästa|föregående|lyssna|stäng|acceptera|del|del artikkelen|skriv ut|lagre|abonner
logg inn|annonse|søk|les mer|neste|forrige|lytt|lukk|godta|gem|log ind|læs mere|næste|luk|accepter
udostępnij|drukuj|zapisz|komentarze|skomentuj|subskrybuj|zaloguj|reklama|szukaj|czytaj więcej|czytaj dalej|następny|poprzedni|zamknij|akceptuj
paylaş|yazdır|kaydet|yorumlar|yorum yap|abone ol|giriş yap|reklam|ara|devamını oku|sonraki|önceki|dinle|kapat|kabul et
bagikan|beranda|salin tautan|cetak|simpan|komentar|berlangganan|masuk|daftar|iklan|cari|selengkapnya|baca selengkapnya|berikutnya|sebelumnya|tutup|gulir untuk lanjut membaca|scroll to continue with content
chia sẻ|in bài|lưu|bình luận|đăng ký|đăng nhập|quảng cáo|tìm kiếm|xem thêm|tiếp theo|trước đó|đóng|gửi bình luận|thích
分享|转发|打印|收藏|评论|订阅|登录|注册|广告|搜索|首页|返回|更多|阅读全文|下一篇|上一篇|关闭|接受|复制链接|微信|微博|分享到|字号|摘要
シェア|シェアする|ツイート|印刷|保存|コメント|購読|ログイン|会員登録|広告|検索|ホーム|戻る|もっと見る|続きを読む|次へ|前へ|閉じる|同意する|共有|共有する|要約
공유|공유하기|인쇄|저장|댓글|구독|로그인|회원가입|광고|검색|홈|더보기|다음|이전|닫기|동의
مشاركة|شارك|طباعة|حفظ|تعليقات|اشترك|تسجيل الدخول|إعلان|بحث|الرئيسية|المزيد|اقرأ المزيد|التالي|السابق|إغلاق
""")
"""Whole lines that are buttons, menus and labels."""

NAVIGATION = _lines("""
previous article|next article|previous post|next post|previous story|next story|previous|next|previous page|next page|prev article|older post|newer post|older posts|newer posts
up next|read next|next up|prev|next read|previous entry|next entry
vorheriger artikel|nächster artikel|voriger artikel|vorheriger beitrag|nächster beitrag|voriger beitrag|zum vorherigen artikel|zum nächsten artikel|zurück|weiter
article précédent|article suivant|précédent|suivant|artículo anterior|artículo siguiente|siguiente artículo|noticia anterior|noticia siguiente|siguiente noticia|anterior|siguiente
artigo anterior|próximo artigo|artigo seguinte|matéria anterior|próxima matéria|notícia anterior|próxima notícia
articolo precedente|articolo successivo|prossimo articolo|precedente|successivo|предыдущая статья|следующая статья|предыдущая новость|следующая новость|предыдущая запись|следующая запись
vorig artikel|volgend artikel|föregående artikel|nästa artikel|forrige artikkel|neste artikkel|forrige artikel|næste artikel|poprzedni artykuł|następny artykuł
önceki haber|sonraki haber|önceki yazı|sonraki yazı|artikel sebelumnya|artikel berikutnya|artikel selanjutnya|berita sebelumnya|berita selanjutnya|bài trước|bài sau|bài tiếp theo
上一篇|下一篇|上一篇文章|下一篇文章|前の記事|次の記事|이전 기사|다음 기사|이전글|다음글|المقال السابق|المقال التالي
""")
"""Links to the article before and after; titles follow them."""

SECTIONS = _lines("""
related|related articles|related stories|related news|related posts|related content|related topics|related links|more stories|more news|more on this|more on this story|more on this topic
more from|more like this|more articles|most read|most popular|most viewed|most shared|popular|popular now|popular stories|trending|trending now|trending stories|recommended|recommended for you|recommended stories
you may also like|you might also like|you may like|you might like|also read|also on|read also|read more|read next|up next|top stories|top news|latest|latest news|latest stories|editor's picks
editors' picks|don't miss|in case you missed it|from the web|around the web|from our partners|sponsored links|see also|further reading|tags|topics|filed under|categories|in this article|share this
keep reading|what to read next|explore more|must read|must reads|recent posts|recent articles|other news|other stories|elsewhere on the site|newsletter
mehr zum thema|zum thema|auch interessant|lesen sie auch|das könnte sie auch interessieren|das könnte ihnen auch gefallen|mehr aus|meistgelesen|meistgelesene artikel|ähnliche artikel|verwandte themen|verwandte artikel
weitere artikel|weitere themen|weitere nachrichten|schlagwörter|themen|stichworte|empfehlungen|empfohlen|top-themen|aktuelles|lesetipps
à lire aussi|lire aussi|à voir aussi|voir aussi|sur le même sujet|articles liés|articles similaires|dans la même rubrique|les plus lus|à la une|vous aimerez aussi|plus d'articles|mots-clés|thèmes|sujets|nos recommandations
te puede interesar|también te puede interesar|le puede interesar|más noticias|noticias relacionadas|artículos relacionados|relacionado|relacionados|lo más leído|lo más visto|lee también|lea también|etiquetas|temas|más información|más sobre este tema|además
leia também|leia mais|veja também|veja mais|notícias relacionadas|relacionadas|mais lidas|mais notícias|saiba mais|artigos relacionados|recomendadas
leggi anche|articoli correlati|potrebbe interessarti|potrebbe interessarti anche|ti potrebbe interessare|i più letti|più letti|vedi anche|altre notizie|notizie correlate|argomenti
читайте также|смотрите также|по теме|материалы по теме|похожие статьи|похожие материалы|популярное|самое читаемое|главное|рекомендуем|другие новости|теги|метки|темы|ещё по теме|новости по теме|также по теме
lees ook|meer over|gerelateerd|gerelateerde artikelen|meest gelezen|läs även|läs också|läs mer|relaterat|mest läst|mest lästa|les også|mest lest|læs også|mest læste|relaterte saker
czytaj także|czytaj też|zobacz też|zobacz także|powiązane|najczęściej czytane|polecane|ilgili haberler|benzer haberler|en çok okunanlar|baca juga|berita terkait|artikel terkait|terpopuler|berita populer|tag|simak juga|lihat juga
tin liên quan|bài liên quan|tin cùng chuyên mục|đọc thêm|đọc nhiều|xem nhiều|tin mới|từ khóa|từ khoá|chủ đề
相关阅读|相关新闻|相关文章|推荐阅读|热门|热门文章|延伸阅读|标签|関連記事|関連ニュース|おすすめ|おすすめ記事|人気記事|ランキング|あわせて読みたい|관련 기사|관련기사|많이 본 뉴스|추천 기사|مقالات ذات صلة|اقرأ أيضا|اقرأ أيضًا|الأكثر قراءة
""")
"""Headings of lists of links."""

COMMENTS = _lines("""
comments|leave a comment|leave a reply|add a comment|post a comment|join the conversation|join the discussion|reader comments|conversation|discussion|what do you think
kommentare|leserkommentare|diskutieren sie mit|kommentar schreiben|commentaires|laisser un commentaire|vos commentaires|réactions|comentarios|deja un comentario|deja una respuesta|comentários|deixe um comentário|deixe seu comentário
commenti|lascia un commento|комментарии|оставить комментарий|добавить комментарий|reacties|laat een reactie achter|kommentarer|legg igjen en kommentar|komentarze|dodaj komentarz|yorumlar|yorum yaz|komentar|tulis komentar|bình luận|ý kiến bạn đọc
评论|网友评论|コメント|コメントを書く|댓글|التعليقات
""")
"""Headings after which readers speak."""
