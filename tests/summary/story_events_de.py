# ruff: noqa: E501
"""Invented events in German, written as those in English."""

EVENTS = """
# hafenbahn
03 | Seeblick-Zeitung | Stadtrat von Altmünde beschließt neue Hafenbahn | Nach jahrelangem Streit hat der Stadtrat von Altmünde am Montagabend den Bau der Hafenbahn beschlossen. Sie soll den Fährhafen mit dem Hauptbahnhof verbinden.
04 | Kurznachricht | Altmünde bekommt seine Hafenbahn | Mit 28 zu 21 Stimmen hat der Rat von Altmünde für die Hafenbahn gestimmt. Die Kosten werden auf 260 Millionen geschätzt.
06 | Nordblatt | Knappe Mehrheit für Hafenbahn in Altmünde | Die Bahn vom Fährhafen zum Hauptbahnhof kommt. Im Stadtrat von Altmünde stimmten auch drei Abgeordnete der Opposition dafür.
08 | Landesspiegel | Hafenbahn: Händler in Altmünde kündigen Klage an | Der Beschluss des Stadtrats ist kaum gefallen, da wollen Kaufleute aus der Speicherstraße gegen die Hafenbahn vor Gericht ziehen.
13 | Schiene heute | So soll die Hafenbahn Altmünde fahren | Sieben Haltestellen, zwölf Minuten vom Fährhafen zum Hauptbahnhof: Was zum Bau der Hafenbahn in Altmünde bekannt ist.
29 | Nordblatt | Speicherstraße: Klage gegen Hafenbahn eingereicht | Zwanzig Händler haben beim Verwaltungsgericht Klage gegen die Hafenbahn eingereicht, die der Stadtrat von Altmünde am Montag beschlossen hatte.
# ~hafenfest
30 | Seeblick-Zeitung | Hafenfest in Altmünde mit Feuerwerk | Zum Hafenfest erwartet Altmünde am Wochenende 50.000 Besucher. Höhepunkt ist das Feuerwerk am Samstag über der Mole.
31 | Kurznachricht | Altmünde feiert am Wochenende Hafenfest | Drei Tage lang gibt es Musik, Segelschiffe und am Samstag ein Feuerwerk über der Mole von Altmünde.
# brand-tannau
18 | Bergkurier | Großbrand in Sägewerk bei Tannau | Ein Feuer hat in der Nacht ein Sägewerk bei Tannau zerstört. 120 Feuerwehrleute waren im Einsatz, verletzt wurde niemand.
19 | Kurznachricht | Sägewerk bei Tannau abgebrannt | Der Schaden geht in die Millionen: Bei Tannau ist ein Sägewerk in der Nacht zum Mittwoch vollständig niedergebrannt.
21 | Landesspiegel | Tannau: Nach Brand im Sägewerk wird die Ursache gesucht | Noch steigt Rauch aus den Trümmern des Sägewerks von Tannau. Gutachter wollen am Donnerstag mit der Arbeit beginnen.
# ~brand-kollwitz
22 | Landesspiegel | Feuer in Hochhaus von Kollwitz: 40 Menschen gerettet | Über Drehleitern hat die Feuerwehr in Kollwitz Bewohner eines zwölfstöckigen Hauses gerettet. Der Brand war in einem Keller ausgebrochen.
23 | Kurznachricht | Kellerbrand in Kollwitzer Hochhaus | 40 Bewohner wurden in Sicherheit gebracht, drei kamen mit Rauchvergiftung ins Krankenhaus. Kollwitz stellt eine Turnhalle als Unterkunft bereit.
# zins
07 | Börsenpost | Notenbank von Aldau senkt Leitzins auf 2,5 Prozent | Die Notenbank in Aldau hat am Dienstag den Leitzins um einen Viertelpunkt gesenkt. Präsidentin Marta Klee verwies auf die schwache Konjunktur.
07 | Kurznachricht | Leitzins in Aldau sinkt auf 2,5 Prozent | Zum zweiten Mal in diesem Jahr senkt die Notenbank den Zins. Fachleute hatten damit gerechnet.
09 | Landesspiegel | Was die Zinssenkung in Aldau für Sparer heißt | Tagesgeld bringt bald weniger: Nachdem die Notenbank den Leitzins auf 2,5 Prozent gesenkt hat, kürzen die ersten Banken in Aldau ihre Angebote.
11 | Tagesruf | Klee: Weitere Zinssenkung nicht ausgeschlossen | Notenbankpräsidentin Marta Klee lässt offen, ob der Leitzins in Aldau im Dezember noch einmal sinkt.
# ~inflation
33 | Börsenpost | Inflation in Welland steigt auf 3,1 Prozent | Vor allem Lebensmittel wurden in Welland teurer, teilte das Amt für Statistik am Mittwoch mit.
34 | Kurznachricht | Wellands Verbraucher zahlen 3,1 Prozent mehr | Butter und Kaffee treiben die Preise: Die Inflation in Welland lag im Oktober bei 3,1 Prozent, nach 2,8 im September.
# bahnstreik
01 | Tagesruf | Lokführer streiken ab Donnerstag drei Tage | Die Gewerkschaft der Lokführer ruft ab Donnerstag zum Streik bei der Aldauer Bahn auf. Es geht um kürzere Schichten.
02 | Kurznachricht | Aldauer Bahn: Lokführer kündigen Streik an | Von Donnerstag bis Samstag fahren im Fernverkehr keine Züge, teilte die Aldauer Bahn mit. Die Lokführer wollen kürzere Schichten.
05 | Schiene heute | Streik der Lokführer: Diese Züge fahren trotzdem | Im Regionalverkehr der Aldauer Bahn soll von Donnerstag an jeder vierte Zug fahren. Fahrkarten bleiben eine Woche gültig.
43 | Tagesruf | Bahnstreik abgewendet | In letzter Minute haben sich Aldauer Bahn und Lokführer geeinigt: Die Schichten werden kürzer, die Züge fahren am Donnerstag nach Plan.
# rakete
25 | Wissen aktuell | Rakete Adler 2 startet im dritten Anlauf | Vom Weltraumbahnhof Nordhorn ist am Mittwoch die Rakete Adler 2 gestartet. Sie brachte sechs Satelliten in die Umlaufbahn.
26 | Kurznachricht | Adler 2 erfolgreich gestartet | Sechs Satelliten sind im All: Der dritte Startversuch der Rakete Adler 2 in Nordhorn gelang.
27 | Landesspiegel | Jubel in Nordhorn: Adler 2 fliegt | Nach zwei abgebrochenen Versuchen hob die Adler 2 ab. Zehn Minuten später setzte die Rakete ihre Satelliten aus.
# trainer
36 | Sportblatt | Union Tannau entlässt Trainer Rehm | Nach sechs Niederlagen in Folge hat sich Union Tannau am Mittwoch von Trainer Stefan Rehm getrennt. Sein Assistent übernimmt.
36 | Kurznachricht | Trainer Rehm muss bei Union Tannau gehen | Der Tabellenletzte Union Tannau sucht einen neuen Trainer. Stefan Rehm war seit dem Sommer im Amt.
38 | Bergkurier | Rehms Aus in Tannau: Chronik eines Absturzes | Sechs Spiele, sechs Niederlagen: Warum Union Tannau seinen Trainer Stefan Rehm nach nur 140 Tagen entließ.
# ~pokal
46 | Sportblatt | Kollwitz wirft Favoriten aus dem Pokal | Der Zweitligist SV Kollwitz hat den Meister Altmünde mit 3:1 aus dem Pokal geworfen. Zwei Tore schoss Levin Otto.
47 | Landesspiegel | Levin Otto schießt Kollwitz ins Viertelfinale | Mit 3:1 bezwang der SV Kollwitz am Mittwochabend den Meister aus Altmünde. Das Pokalspiel sahen 18.000 Zuschauer.
# wolf
15 | Bergkurier | Wolf reißt 14 Schafe bei Oberlind | Auf einer Weide bei Oberlind hat ein Wolf in der Nacht zum Dienstag 14 Schafe getötet. Der Zaun war heruntergetreten.
17 | Landesspiegel | 14 tote Schafe: Oberlind streitet über den Wolf | Nach dem Riss auf einer Weide verlangen Schäfer in Oberlind den Abschuss des Wolfs. Naturschützer raten zu besseren Zäunen.
20 | Tagesruf | Umweltministerin will Wolf von Oberlind abschießen lassen | Ministerin Ute Harms kündigt nach dem Angriff auf Schafe bei Oberlind eine Genehmigung zum Abschuss an.
# klinik
32 | Nordblatt | Hackerangriff legt Klinikum Altmünde lahm | Das Klinikum Altmünde musste am Mittwoch Operationen absagen, weil Angreifer seine Computer verschlüsselt haben.
33 | Kurznachricht | Klinikum Altmünde nach Cyberangriff ohne Computer | Notfälle werden in andere Häuser gebracht. Eine Forderung nach Lösegeld liegt dem Klinikum in Altmünde vor.
35 | Rechner & Netz | Erpresser verschlüsseln Rechner im Klinikum Altmünde | Eine Bande namens Krakenwerk bekennt sich zum Angriff auf das Klinikum. Daten von Patienten in Altmünde seien kopiert worden.
57 | Nordblatt | Klinikum Altmünde operiert wieder | Zwei Tage nach dem Hackerangriff arbeitet das Klinikum Altmünde wieder mit einem Teil seiner Computer.
# ~klinik-neubau
54 | Bergkurier | Richtfest für neues Krankenhaus in Tannau | 220 Betten und ein Dach aus Holz: In Tannau ist am Donnerstag Richtfest für das neue Krankenhaus gefeiert worden.
# buch
40 | Tagesruf | Buchpreis der Stadt Welling für Jana Ostrow | Die Schriftstellerin Jana Ostrow erhält den Buchpreis von Welling für ihren Roman "Kaltes Licht".
41 | Kurznachricht | Jana Ostrow gewinnt Buchpreis | Mit dem Roman "Kaltes Licht" überzeugte Jana Ostrow die Jury in Welling. Der Preis ist mit 30.000 Euro dotiert.
# lawine
59 | Bergkurier | Lawine am Hohen Kamm verschüttet zwei Skifahrer | Am Hohen Kamm hat eine Lawine am Donnerstag zwei Tourengeher verschüttet. Beide wurden lebend geborgen.
60 | Kurznachricht | Zwei Tourengeher aus Lawine gerettet | Hunde fanden die Verschütteten nach 20 Minuten. Am Hohen Kamm gilt Warnstufe vier.
# wetter-a
05 | Nordblatt | Das Wetter am Dienstag | Im Norden Regen, im Süden Sonne. Die Temperaturen liegen zwischen 8 Grad an der Küste und 14 Grad am Oberlauf der Lind.
# wetter-b
29 | Nordblatt | Das Wetter am Mittwoch | Im Norden Wolken, im Süden Nebel. Die Temperaturen liegen zwischen 6 Grad an der Küste und 11 Grad am Oberlauf der Lind.
# leser-a
10 | Landesspiegel | Briefe unserer Leser | Zur Hafenbahn, zur Sommerzeit und zum Preis des Brotes: was unsere Leser in dieser Woche bewegt.
# leser-b
66 | Landesspiegel | Briefe unserer Leser | Zum Wolf, zum Streik und noch einmal zum Brot: was unsere Leser in dieser Woche bewegt.
# eins-apfel
14 | Bergkurier | Alte Apfelsorte in Oberlind wiederentdeckt | In einem verlassenen Garten fand ein Pomologe den Roten Lindling, der seit 1920 als verschollen galt.
# eins-uhr
37 | Seeblick-Zeitung | Rathausuhr geht nach 30 Jahren wieder | Ein Uhrmacher im Ruhestand hat das Werk im Turm von Altmünde umsonst repariert.
# eins-rad
52 | Rechner & Netz | Fahrradschloss mit Funk im Test | Vier von sechs Schlössern ließen sich in unserer Werkstatt in weniger als einer Minute öffnen.
# eins-rezept
48 | Tagesruf | Linsensuppe für kalte Tage | Ein Löffel Essig am Schluss, und die Suppe wird so, wie sie im Gasthaus schmeckt.
"""
