# ruff: noqa: E501
"""Articles written for the tests, and pages around them as they look when they are copied as text."""

BODIES: dict[str, list[str]] = {
    "en": [
        "The council of Norwick approved a new tram line to the harbour on Monday after a debate of nine hours.",
        "The line will cost 412 million euros and is to open in 2031, the mayor said. It connects the main station with the ferry"
        " terminal and the university, two places that now depend on crowded buses.",
        'Opponents had argued that the money would be better spent on repairing bridges. "We are building a monument instead of'
        ' fixing what we have," said Ida Brandt, who leads the opposition.',
        "A study by the transport office expects 38,000 passengers a day. About a third of them would leave the car at home, it says.",
        "Readers who subscribe to the city's newsletter were asked last year what they thought, and six in ten were in favour."
        " Construction is to begin next spring in the old docks.",
        "The state will pay half of the cost. The rest comes from a loan that the city wants to pay back over thirty years. Ticket"
        " prices will not rise because of the tram, the mayor promised.",
    ],
    "de": [
        "Der Rat von Nordwiek hat am Montag nach neun Stunden eine neue Straßenbahn zum Hafen beschlossen.",
        "Die Strecke kostet 412 Millionen Euro und soll 2031 eröffnet werden, sagte die Bürgermeisterin. Sie verbindet den Bahnhof"
        " mit dem Fähranleger und der Universität.",
        "Gegner wollten das Geld lieber in die Brücken stecken. „Wir bauen ein Denkmal, statt zu reparieren, was wir haben“, sagte"
        " Ida Brandt von der Opposition.",
        "Das Verkehrsamt rechnet mit 38.000 Fahrgästen am Tag. Ein Drittel von ihnen würde das Auto stehen lassen.",
        "Wer den Newsletter der Stadt abonniert hat, wurde im vergangenen Jahr nach seiner Meinung gefragt. Sechs von zehn waren"
        " dafür. Die Bauarbeiten beginnen im Frühjahr in den alten Docks.",
        "Das Land zahlt die Hälfte der Kosten. Den Rest will die Stadt mit einem Kredit über dreißig Jahre bezahlen.",
    ],
    "fr": [
        "Le conseil de Norville a approuvé lundi, après neuf heures de débat, une nouvelle ligne de tramway vers le port.",
        "La ligne coûtera 412 millions d'euros et doit ouvrir en 2031, a annoncé la maire. Elle reliera la gare au terminal des"
        " ferries et à l'université, deux lieux aujourd'hui desservis par des bus bondés.",
        "« Nous construisons un monument au lieu de réparer ce que nous avons », a déclaré Ida Brandt, cheffe de l'opposition.",
        "Une étude attend 38 000 passagers par jour. Un tiers d'entre eux laisseraient leur voiture à la maison, selon ce document.",
        "Les abonnés à la lettre de la ville ont été consultés l'an dernier, et six sur dix étaient favorables. Les travaux commencent"
        " au printemps dans les anciens docks.",
        "L'État paiera la moitié du coût. Le reste vient d'un emprunt que la ville remboursera sur trente ans.",
    ],
    "ru": [
        "Совет города Нордвик в понедельник после девяти часов споров одобрил новую трамвайную линию в порт.",
        "Линия обойдется в 412 млн евро и откроется в 2031 году, сообщила мэр. Она свяжет вокзал с паромным терминалом и"
        " университетом, куда сейчас ходят переполненные автобусы.",
        "«Мы строим памятник вместо того, чтобы чинить то, что есть», — сказала лидер оппозиции Ида Брандт.",
        "По расчетам транспортного ведомства, линией будут пользоваться 38 тысяч пассажиров в день. Треть из них оставит машину дома.",
        "Тех, кто подписан на рассылку города, спросили об этом в прошлом году, и шестеро из десяти были за. Строительство начнется"
        " весной в старых доках. Половину стоимости оплатит государство.",
        "Остальное город возьмет в кредит на тридцать лет. Билеты из-за трамвая не подорожают, пообещала мэр. Жители ждут первых"
        " поездов и надеются, что сроки не сорвутся, как это было с мостом. В прошлый раз стройка затянулась на шесть лет.",
        "Рабочие уже готовят площадку у старого причала, где когда-то разгружали уголь. Там появится конечная станция с крытой"
        " платформой и стоянкой для велосипедов.",
    ],
    "es": [
        "El consejo de Nortevilla aprobó el lunes, tras nueve horas de debate, una nueva línea de tranvía hasta el puerto.",
        "La línea costará 412 millones de euros y abrirá en 2031, dijo la alcaldesa. Unirá la estación con la terminal de ferris y la"
        " universidad, que hoy dependen de autobuses llenos.",
        "«Construimos un monumento en lugar de reparar lo que tenemos», dijo Ida Brandt, jefa de la oposición.",
        "Un estudio espera 38.000 pasajeros al día. Un tercio de ellos dejaría el coche en casa, según el documento.",
        "Quienes se suscriben al boletín de la ciudad fueron consultados el año pasado y seis de cada diez estaban a favor. Las obras"
        " empiezan en primavera en los viejos muelles.",
        "El Estado pagará la mitad del coste. El resto viene de un préstamo que la ciudad devolverá en treinta años.",
    ],
}
TITLES = {
    "en": "Council approves the new harbour line",
    "de": "Rat beschließt neue Straßenbahn zum Hafen",
    "fr": "Le conseil approuve la nouvelle ligne du port",
    "ru": "Совет одобрил новую линию в порт",
    "es": "El consejo aprueba la nueva línea del puerto",
}
TOPS: dict[str, list[str]] = {
    "en": [
        "Skip to content",
        "Example Wire",
        "{title}",
        "No time to read? Get a summary",
        "Share",
        "Tweet",
        "By A. Writer and B. Other",
        "Published 4 May 2026, 10:12",
        "4 min read",
    ],
    "de": [
        "Startseite",
        "{title}",
        "Von Anna Schreiber und Ben Ander",
        "Aktualisiert am 4. Mai 2026, 10:12 Uhr",
        "Keine Zeit zum Lesen? Zusammenfassung anzeigen",
        "Teilen",
        "Merken",
        "Drucken",
    ],
    "fr": ["Accueil", "{title}", "Par Anne Lettre", "Publié le 4 mai 2026 à 10h12", "Partager", "Écouter l'article"],
    "ru": ["Главная", "{title}", "4 мая 2026, 10:12", "Автор: Анна Перо", "Поделиться", "Версия для печати"],
    "es": ["Inicio", "{title}", "Por Ana Pluma", "4 de mayo de 2026", "Compartir", "Escuchar"],
}
TAILS: dict[str, list[str]] = {
    "en": [
        "[Source: Example Wire]",
        "No time to read? Get a summary",
        "Share this article",
        "Facebook Twitter WhatsApp",
        "‹ Previous Article",
        "Rail strike called off after talks in the capital",
        "Next Article ›",
        "Will the reactor vote be delayed again?",
        "Related",
        "Ferry company orders two new ships",
        "Why buses in Norwick are always late",
        "Tags: tram, harbour, council",
        "3 Comments",
        "I think this is a great idea. Finally!",
        "We use cookies to improve your experience. Accept all",
        "© 2026 Example Wire. All rights reserved.",
    ],
    "de": [
        "Quelle: Beispielpost",
        "Lesen Sie auch: Warum die Fähre nicht mehr fährt",
        "Vorheriger Artikel",
        "Bahnstreik nach Gesprächen abgesagt",
        "Nächster Artikel",
        "Wird die Abstimmung über den Reaktor verschoben?",
        "Mehr zum Thema",
        "Reederei bestellt zwei neue Schiffe",
        "Schlagwörter: Straßenbahn, Hafen",
        "Jetzt kostenlos den Newsletter abonnieren",
        "Wir verwenden Cookies, um unsere Seite zu verbessern.",
        "Impressum",
        "Datenschutz",
    ],
    "fr": [
        "Lire aussi : Pourquoi le ferry ne circule plus",
        "Abonnez-vous à notre newsletter pour ne rien manquer.",
        "Article précédent",
        "La grève des trains est annulée",
        "Article suivant",
        "Le vote sur le réacteur sera-t-il reporté ?",
        "Sur le même sujet",
        "La compagnie commande deux navires",
        "Crédit photo : C. Caméra / AFP",
        "Commentaires",
    ],
    "ru": [
        "Фото: К. Камера / ТАСС",
        "Читайте также: Почему не ходит паром",
        "Подписывайтесь на наш канал в Telegram",
        "Предыдущая статья",
        "Забастовка на железной дороге отменена",
        "Следующая статья",
        "Отложат ли голосование по реактору?",
        "По теме",
        "Паромная компания заказала два судна",
        "Теги: трамвай, порт",
    ],
    "es": [
        "Lee también: Por qué ya no navega el ferri",
        "Suscríbete a nuestro boletín para no perderte nada.",
        "Artículo anterior",
        "Se cancela la huelga de trenes",
        "Artículo siguiente",
        "¿Se aplazará el voto sobre el reactor?",
        "Te puede interesar",
        "La naviera encarga dos barcos",
        "Etiquetas: tranvía, puerto",
        "Publicidad",
    ],
}


def page(language: str, gap: str = "\n\n") -> str:
    """The article in `language` with everything that its page has around it."""
    top = [line.format(title=TITLES[language]) for line in TOPS[language]]
    return "\n".join(top) + "\n\n" + gap.join(BODIES[language]) + "\n\n" + "\n".join(TAILS[language]) + "\n"
