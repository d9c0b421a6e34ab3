# ruff: noqa: E501
"""A second labelled set, written as the first, in four languages, with more that looks alike.

The threshold was not chosen on it; that words of the title count twice was seen to help here, too.

Follow-ups of the next day belong to their event, and so does a live blog on it. A round-up of many events is none of
them, each match is an event of its own, and one event told in two languages is two events here.
"""

ENGLISH = """
# bridge
02 | Valley Times | Footbridge over the Arn collapses during marathon | Eleven runners fell into the river when a wooden footbridge at Castlebeck gave way on Sunday morning. Two are in hospital with broken legs.
03 | Region One | Runners plunge into Arn as Castlebeck bridge gives way | The city marathon was stopped after a footbridge collapsed beneath the field at kilometre 31. Divers searched the water and found nobody missing.
03 | Quick Dispatch | Eleven hurt in marathon bridge collapse | A bridge of larch wood built in 1994 broke under runners in Castlebeck. Police have sealed off both banks of the Arn.
04 | Valley Times | LIVE: Castlebeck marathon stopped after bridge collapse | 12.40 The mayor is on his way to the hospital. 12.15 All runners are accounted for, police say. 11.50 Boats are on the Arn.
07 | Pace | "I heard it crack": runners on the Castlebeck collapse | Teacher Nora Feld was in the middle of the bridge when it dropped. She tells of cold water, a stranger's hand and a race that did not end.
26 | Region One | Inspector had warned of rot in Castlebeck footbridge | A report from March called the beams of the bridge over the Arn "soft in three places", the town hall admits. The prosecutor has opened an inquiry into Sunday's collapse.
28 | Citizen Sheet | Who knew about the rotten bridge? | Castlebeck's council is under pressure after it emerged that an engineer had recommended closing the footbridge that collapsed under marathon runners.
# ~marathon-result
05 | Pace | Kiplagat's course record stands in Ostermark marathon | In warm wind Daniel Rotich won the Ostermark marathon in 2:08:14, half a minute off the record. The women's race went to Aster Lemma.
06 | Quick Dispatch | Rotich and Lemma win in Ostermark | 18,000 took part in the Ostermark city marathon on Sunday. Daniel Rotich won in 2:08:14, Aster Lemma in 2:24:50.
# ~castlebeck-market
29 | Valley Times | Castlebeck market hall to reopen in May | After three years of repairs traders can return to the market hall by the river, the town of Castlebeck says. Rents stay as they were.
# budget
08 | Capital Review | Government plans record deficit to pay for railways | Finance minister Tove Arnesen presented a budget on Monday that borrows 41 billion for tracks and bridges. The opposition speaks of a bill for our grandchildren.
08 | Quick Dispatch | Arnesen's budget: 41 billion in new debt | The finance minister wants to borrow more than any government before her. Most of it goes to the railways.
09 | Ledger & Chart | Bond yields climb after Arnesen unveils borrowing plan | Investors sold ten-year paper on Monday after the finance minister announced new debt of 41 billion, half of it within a year.
10 | Region One | What the new budget means for your region | Two new lines in the north, nothing for the coast: how the 41 billion of Tove Arnesen's budget are shared out.
12 | Citizen Sheet | Comment: at last somebody borrows for the right thing | Tracks last for eighty years. Why should they be paid for in one? Arnesen's budget is braver than it looks.
33 | Capital Review | Coalition partner wants changes to Arnesen's budget | The Rural Union says it will not vote for the finance minister's borrowing plan unless farm roads get a share of the 41 billion.
# ~budget-city
34 | Valley Times | Castlebeck council passes budget with one vote to spare | The town will close one of its two swimming pools in the summer. The treasurer warned of a hard year.
# satellite
11 | Orbit | Weather satellite Nimbus-K lost after launch | Controllers have had no signal from the weather satellite Nimbus-K since it separated from its rocket on Monday evening.
11 | Quick Dispatch | No contact with new weather satellite | The 300 million satellite Nimbus-K has been silent since launch, the agency said. It was to watch storms over the northern sea.
13 | Capital Review | Silence from orbit: hopes fade for Nimbus-K | Engineers think that the solar panels of the weather satellite did not unfold. A last attempt is planned for the night.
31 | Orbit | Nimbus-K answers after thirty hours | Against all odds the weather satellite sent a first signal on Wednesday. Its batteries are nearly empty, but the panels are turning to the sun.
# ~satellite-tv
32 | Tech Porch | Satellite television is dying, and that is fine | Fewer than one household in nine still has a dish on its roof. What remains are campers and farms.
# match-lions
20 | Scoreboard | Lions 3-1 Harriers: Duval scores twice | Two goals by Pierre Duval took Kingsford Lions to the top of the table on Tuesday night. Harriers had led at the break.
21 | Region One | Duval double lifts Lions to first place | Kingsford Lions came from behind to beat Harriers 3-1. Coach Bram Oakes praised his striker Pierre Duval.
# match-rangers
20 | Scoreboard | Rangers 0-0 Albion: keepers on top | Neither side found a way through at Mill Lane on Tuesday night. Albion's goalkeeper Toke Brandt saved a penalty.
21 | Quick Dispatch | Brandt's penalty save earns Albion a point | Toke Brandt dived to his left in the 80th minute, and Rangers against Albion ended without goals.
# match-city
20 | Scoreboard | City 2-4 Wanderers: six goals in the rain | Wanderers scored three times in eleven minutes on Tuesday night. City have now lost five in a row and coach Lund is in danger.
22 | Region One | Lund clings on as City lose again | After a fifth defeat in a row, 4-2 at home to Wanderers, coach Even Lund says that he will not resign.
# ~match-report-roundup
23 | Quick Dispatch | Tuesday's football in brief | Lions beat Harriers 3-1, Rangers and Albion drew, Wanderers won 4-2 at City. All results and the table.
# recall-baby
15 | Quick Dispatch | Lumo recalls 90,000 baby monitors | The batteries of the Lumo Nest can catch fire while charging. Owners should unplug the monitor and ask for their money back.
16 | Tech Porch | Lumo Nest baby monitor: stop charging it | Four of the devices have burned. Lumo takes back all 90,000 that it has sold since spring.
17 | Capital Review | Baby monitor maker Lumo calls back whole series | After reports of smouldering batteries the consumer authority told Lumo to recall its Nest monitors.
# ~lumo-shares
36 | Ledger & Chart | Lumo buys sleep app Drowse | The maker of baby monitors pays 60 million for a start-up whose application plays rain to tired parents.
# ~lumo-jobs
52 | Ledger & Chart | Lumo to open factory in Tarn with 400 jobs | Tarn gets a plant for sensors. The state pays a fifth of the cost, Lumo said on Thursday.
# writer
40 | Capital Review | Edda Morrow, author of The Glass Orchard, dies at 88 | The novelist died in her sleep on Wednesday, her publisher said. The Glass Orchard has been translated into forty languages.
40 | Quick Dispatch | Novelist Edda Morrow dead at 88 | Her book The Glass Orchard sold nine million copies. She had been ill for a long time.
41 | Page & Spine | What Edda Morrow taught us about silence | Few writers could leave out as much as the author of The Glass Orchard, who has died. An appreciation.
43 | Citizen Sheet | Remembering Edda Morrow, who never gave an interview | Neighbours on the island of Hale knew her as the woman with the goats. The novelist died on Wednesday.
# ~writer-prize
44 | Page & Spine | First novel wins Hale book award | Sam Okoro's debut, The Water Clerk, takes the award for books from the islands.
# storm
48 | Region One | Storm Ottilie cuts power to 200,000 homes | Gusts of 140 km an hour felled trees and pylons along the west coast on Wednesday night. Trains stand still.
49 | Quick Dispatch | 200,000 without electricity after storm Ottilie | Crews hope to repair most lines by Friday. A driver was killed by a falling tree near Strand.
50 | Valley Times | Schools closed as Ottilie moves inland | Storm Ottilie has weakened but will bring heavy rain to the valley, the weather service warns.
51 | Capital Review | Why storm Ottilie hit the grid so hard | Overhead lines older than fifty years and trees that nobody trims: the west coast's network was waiting for a storm like Ottilie.
66 | Region One | Half of storm-hit homes have light again | Two days after Ottilie, electricians from four countries are at work on the west coast. Strand is still dark.
# ~storm-older
53 | Valley Times | Ten years after storm Berit: what has been learned | A decade ago Berit flooded the valley. Dykes are higher now, but the sirens still fail, a study finds.
# hospital-strike
35 | Region One | Nurses in Tarn walk out for a day | Some 2,000 nurses at the university hospital of Tarn went on strike on Wednesday for more staff at night.
36 | Citizen Sheet | On the picket line with Tarn's nurses | "One of us for thirty beds": why the nurses of the university hospital have gone on strike.
# ~hospital-robot
37 | Tech Porch | Robot delivers blood samples at Tarn hospital | It hums, it takes the lift, it says sorry: the university hospital tests a machine on wheels.
# bees
55 | Orbit | Bees can count to six, experiment suggests | Honeybees trained with sugar water told six dots from five, biologists at Ostermark report in a journal.
56 | Quick Dispatch | Study: honeybees count up to six | The insects were trained at the university of Ostermark to fly to cards with a given number of dots.
# phish
57 | Tech Porch | Fake parcel messages empty bank accounts | Thousands got a text on Thursday that a parcel was waiting. Whoever clicked lost up to 900 crowns.
# airport
14 | Quick Dispatch | Drone closes Kingsford airport for two hours | Twenty-six flights were sent elsewhere on Monday night after a pilot saw a drone near the runway.
15 | Region One | Kingsford airport open again after drone scare | Police with helicopters searched for the operator of a drone that stopped all flights for two hours.
# ~airport-queue
38 | Region One | Longer queues at Kingsford airport as scanners fail | Passengers should come three hours early, the airport says. New machines have been stopping for no reason since Tuesday.
# column-a
01 | Citizen Sheet | The week ahead | Budget Monday, football Tuesday, and on Thursday the bees: what the next days bring.
# column-b
70 | Citizen Sheet | The week ahead | The satellite's last chance, a vote on the coalition, and the end of the marathon inquiry: what the next days bring.
# kitchen-a
10 | Page & Spine | Cooking from the shelf: leeks | Three pans, one bunch of leeks, and the patience to let them go brown.
# kitchen-b
58 | Page & Spine | Cooking from the shelf: chickpeas | Soak them overnight, or do not: two pans and a tin.
# morning-a
00 | Quick Dispatch | Good morning: what you need to know on Monday | A collapsed bridge, a new budget and a silent satellite. The day in four minutes.
# morning-b
24 | Quick Dispatch | Good morning: what you need to know on Tuesday | A drone, baby monitors that burn, and three football matches. The day in four minutes.
"""

GERMAN = """
# zoo
02 | Tagwacht | Elefant bricht aus dem Zoo von Lorch aus | Der Bulle Rani ist am Sonntag durch ein offenes Tor spaziert und eine Stunde lang durch die Lorcher Innenstadt gelaufen.
03 | Eilbote | Elefantenbulle Rani spaziert durch Lorch | Verletzt wurde niemand, ein Gemüsestand ging zu Bruch. Pfleger lockten Rani mit Brot zurück in den Zoo.
04 | Lorcher Anzeiger | Als der Elefant am Rathaus vorbeikam | Augenzeugen berichten von Ranis Ausflug durch die Altstadt. Der Zoo prüft, wer das Tor offen ließ.
27 | Lorcher Anzeiger | Nach Ausbruch von Rani: Zoo entlässt Wachmann | Der Mann soll das Tor am Elefantenhaus nicht geschlossen haben. Die Gewerkschaft protestiert.
# ~zoo-geburt
30 | Eilbote | Nachwuchs bei den Giraffen in Lorch | Im Zoo von Lorch ist ein Giraffenkalb zur Welt gekommen. Es ist 1,80 Meter groß und noch ohne Namen.
# rente
06 | Republik heute | Regierung einigt sich auf Rente mit 66 | Nach einer Nachtsitzung hat sich die Koalition am Montag darauf verständigt, das Rentenalter um ein Jahr zu senken.
07 | Eilbote | Rentenalter sinkt auf 66 Jahre | Die Koalition will das Gesetz noch vor dem Sommer beschließen. Die Kosten: neun Milliarden im Jahr.
08 | Wirtschaftsbrief | Ökonomen warnen vor Rente mit 66 | Die Senkung des Rentenalters sei "ein teures Geschenk", sagen Fachleute. Die Beiträge müssten um einen Punkt steigen.
09 | Tagwacht | Wer von der Rente mit 66 profitiert | Jahrgang, Beitragsjahre, Abschläge: die wichtigsten Fragen zum Beschluss der Koalition.
11 | Stimme des Südens | +++ Ticker +++ Reaktionen auf die Rente mit 66 | 14.10 Uhr: Arbeitgeber nennen den Beschluss unverantwortlich. 13.30 Uhr: Sozialverband begrüßt das niedrigere Rentenalter.
# ~rente-betrug
33 | Stimme des Südens | Tochter kassiert jahrelang Rente der toten Mutter | Das Amtsgericht Lorch hat eine Frau von 59 Jahren zu einer Bewährungsstrafe verurteilt. Es ging um 84.000 Euro.
# werk
12 | Wirtschaftsbrief | Autobauer Falk schließt Werk in Brennau | 1.900 Beschäftigte verlieren ihre Arbeit: Falk gibt das Werk in Brennau Ende nächsten Jahres auf.
12 | Eilbote | Falk macht Werk Brennau dicht | Die Nachfrage nach Kleinwagen sei eingebrochen, teilte der Konzern am Montag mit. 1.900 Stellen fallen weg.
14 | Stimme des Südens | Tränen und Trillerpfeifen vor dem Falk-Werk | In Brennau versammelten sich am Abend Tausende. Der Betriebsrat will um jede Stelle kämpfen.
16 | Republik heute | Minister reist nach Brennau | Wirtschaftsminister Kolb will mit Falk über die Schließung des Werks reden. Der Bürgermeister hofft auf einen Käufer.
35 | Wirtschaftsbrief | Chinesischer Konzern zeigt Interesse an Falk-Werk Brennau | Zwei Tage nach der Ankündigung der Schließung besichtigt eine Delegation die Hallen.
# ~falk-rueckruf
37 | Eilbote | Falk ruft 40.000 Wagen wegen der Bremsen zurück | Betroffen ist der Geländewagen Taiga aus den letzten drei Jahren. Ein Schlauch kann reißen.
38 | Tagwacht | Rückruf: Bremsschlauch am Falk Taiga kann reißen | 40.000 Besitzer bekommen Post. In der Werkstatt dauert der Tausch eine Stunde.
# ~falk-rennen
54 | Sportkurier | Falk steigt in die Rallye ein | Mit zwei Wagen und der Fahrerin Ina Stahl tritt der Konzern im Frühjahr in der Wüste an.
# spiel-a
21 | Sportkurier | FC Lorch schlägt Brennau mit 2:0 | Tore von Petrow und Amadi bringen dem FC Lorch drei Punkte. Brennau bleibt Vorletzter.
22 | Lorcher Anzeiger | Petrow und Amadi treffen: FC Lorch jubelt | Vor 9.000 Zuschauern gewann der FC Lorch am Dienstagabend gegen Brennau.
# spiel-b
21 | Sportkurier | Wacker Süd und Einheit trennen sich 1:1 | Ein später Ausgleich durch Seidel rettet Einheit einen Punkt bei Wacker Süd.
# spiel-c
21 | Sportkurier | Eintracht Moor verliert 0:3 in Hagen | Drei Kopfbälle, drei Tore: Hagen fertigt Moor ab. Der Trainer spricht von einer Blamage.
# gletscher
40 | Wissen täglich | Hornferner verliert in einem Sommer sechs Meter | Messungen der Universität zeigen, dass der Gletscher Hornferner so schnell schmilzt wie nie.
41 | Eilbote | Gletscher Hornferner schmilzt schneller als je zuvor | Sechs Meter Eis gingen in diesem Sommer verloren, teilten Forscher am Mittwoch mit.
43 | Stimme des Südens | Der Hornferner stirbt: Besuch bei einem Gletscher | Wirt Alois Thaler hat noch mit Seil und Pickel die Gäste geführt. Nun misst er das Eis nur noch.
# ~gletscher-fund
60 | Wissen täglich | Schuh aus der Römerzeit im Eis gefunden | Wanderer entdeckten am Rand eines Gletschers bei Thal einen Lederschuh. Er ist rund 1.900 Jahre alt.
# banküberfall
46 | Eilbote | Unbekannte sprengen Tresor in Hagen | In der Nacht zum Donnerstag haben Täter den Tresor einer Sparkasse in Hagen gesprengt und sind mit hoher Beute geflohen.
47 | Tagwacht | Sparkasse in Hagen gesprengt: Polizei sucht dunklen Kombi | Drei Maskierte flohen auf der Landstraße. Das Haus ist einsturzgefährdet.
# ~automat
64 | Stimme des Südens | Fahrkartenautomat in Moor gesprengt | Erbeutet wurden 80 Euro, der Schaden liegt bei 20.000. Die Bahn stellt keinen neuen auf.
# tarifrunde
49 | Republik heute | Öffentlicher Dienst: Warnstreik legt Kitas lahm | Am Donnerstag bleiben in vielen Städten Kitas geschlossen. Die Gewerkschaft fordert acht Prozent mehr Lohn.
50 | Eilbote | Warnstreiks in Kitas und Ämtern | Zehntausende legten im öffentlichen Dienst die Arbeit nieder. Die nächste Runde der Verhandlungen ist am Montag.
51 | Lorcher Anzeiger | Warnstreik: Welche Kitas in Lorch geschlossen sind | Nur zwei Notgruppen gibt es am Donnerstag. Eltern sollten die Liste der Stadt beachten.
# falsche-sirene
52 | Lorcher Anzeiger | Sirenen heulen in Lorch ohne Grund | Ein Fehler in der Leitstelle hat am Donnerstag um drei Uhr früh alle Sirenen ausgelöst.
# horoskop-a
00 | Tagwacht | Ihr Horoskop | Widder: Heute gelingt alles. Stier: Halten Sie sich zurück. Zwillinge: Ein Brief bringt Freude.
# horoskop-b
26 | Tagwacht | Ihr Horoskop | Widder: Bleiben Sie ruhig. Stier: Ein guter Tag für Geld. Zwillinge: Ein Freund braucht Rat.
# bruecke-de
05 | Eilbote | Fußgängerbrücke stürzt bei Marathon ein | In Castlebeck ist am Sonntag eine Brücke unter Läufern zusammengebrochen. Elf Menschen wurden verletzt.
06 | Republik heute | Castlebeck: Läufer stürzen mit Brücke in den Fluss | Beim Marathon gab eine Holzbrücke über die Arn nach. Zwei der elf Verletzten liegen im Krankenhaus.
"""

FRENCH = """
# pont-fr
05 | Le Quotidien | Castlebeck : une passerelle cède sous les marathoniens | Onze coureurs ont été blessés dimanche dans la chute d'une passerelle en bois au-dessus de l'Arn.
06 | Dépêche Express | Une passerelle s'effondre pendant le marathon de Castlebeck | Onze blessés, dont deux graves, après la rupture d'une passerelle sur l'Arn, dimanche matin.
# maire
10 | Le Quotidien | Le maire de Vaubrun mis en examen pour favoritisme | Jacques Morel est soupçonné d'avoir attribué le chantier de la piscine à son beau-frère. Il conteste les faits.
11 | Dépêche Express | Vaubrun : le maire Jacques Morel mis en examen | La justice s'intéresse au marché de la nouvelle piscine, confié à une entreprise familiale.
13 | Ouest Matin | Piscine de Vaubrun : ce que la justice reproche au maire | Un appel d'offres bouclé en neuf jours, un beau-frère entrepreneur : retour sur l'affaire Morel.
34 | Ouest Matin | Affaire de la piscine : Jacques Morel refuse de démissionner | "Je n'ai rien à me reprocher", a déclaré le maire de Vaubrun devant son conseil municipal.
# ~vaubrun-fete
36 | Ouest Matin | Vaubrun prépare sa fête de la châtaigne | Trois tonnes de châtaignes, dix fanfares : la fête aura lieu samedi sur la place du marché.
# greve
18 | Dépêche Express | Grève des contrôleurs : un train sur deux jeudi | La compagnie des chemins de fer prévoit de fortes perturbations jeudi. Les contrôleurs réclament des embauches.
19 | Le Quotidien | Trains : les contrôleurs appellent à la grève jeudi | Un train sur deux circulera, annonce la compagnie. Aucun accord n'a été trouvé sur les embauches.
# ~greve-ecole
42 | Le Quotidien | Les enseignants de Vaubrun en colère contre les fermetures de classes | Une centaine de professeurs ont manifesté mercredi devant le rectorat.
# tableau
44 | Arts & Lettres | Un Delmas inédit retrouvé dans un grenier | La toile "Les Lavandières", que l'on croyait perdue, sera vendue aux enchères en mars.
45 | Dépêche Express | Un tableau de Delmas découvert dans un grenier | Estimée à deux millions, la toile "Les Lavandières" dormait sous des draps depuis un siècle.
# meteo-a
00 | Ouest Matin | La météo du lundi | Des averses sur la côte, des éclaircies dans les terres, 9 à 13 degrés.
# meteo-b
25 | Ouest Matin | La météo du mardi | Du soleil sur la côte, du brouillard dans les terres, 7 à 12 degrés.
"""

SPANISH = """
# volcan
07 | Diario del Sur | El volcán Quimal entra en erupción y obliga a evacuar tres pueblos | Una columna de ceniza de seis kilómetros se elevó el lunes sobre el Quimal. Unas 4.000 personas han dejado sus casas.
08 | Aviso Rápido | Erupción del Quimal: 4.000 evacuados | El volcán despertó tras 60 años de calma. El aeropuerto de Salar ha cerrado por la ceniza.
10 | La Gaceta | "La tierra rugía": así despertó el Quimal | Vecinos de los pueblos evacuados cuentan la noche en que el volcán empezó a lanzar ceniza.
30 | Diario del Sur | La lava del Quimal alcanza las primeras casas | El frente avanza diez metros por hora hacia el pueblo de Arenales, ya vacío tras la evacuación.
# ~volcan-estudio
50 | La Gaceta | Los volcanes submarinos son más de lo que se creía | Un mapa del fondo marino suma 19.000 montes desconocidos hasta ahora.
# final
22 | Marcador | Atlético Salar gana la copa en los penaltis | El portero Ibarra detuvo dos lanzamientos y dio al Atlético Salar su primera copa en treinta años.
23 | Aviso Rápido | El Salar, campeón de copa | Tras el 1-1, el Atlético Salar venció al Deportivo Norte por 4-2 en la tanda de penaltis.
24 | Diario del Sur | Miles de aficionados reciben al Atlético Salar | La plaza mayor se llenó para celebrar la copa ganada al Deportivo Norte. Ibarra, a hombros.
# ~fichaje
47 | Marcador | El Deportivo Norte ficha al delantero Luca Sanz | El club paga once millones por el goleador, que firma hasta dentro de cuatro años.
# agua
38 | La Gaceta | Salar limita el riego por la sequía | Desde el jueves se prohíbe regar jardines y llenar piscinas en Salar. El embalse está al 18 por ciento.
39 | Aviso Rápido | Restricciones de agua en Salar desde el jueves | La sequía deja el embalse al 18 por ciento y el ayuntamiento prohíbe regar jardines.
# unico-es
59 | Diario del Sur | Una biblioteca sobre ruedas recorre la sierra | Dos mil libros y un conductor que los ha leído casi todos visitan cada semana once aldeas.
"""

EVENTS = (("en", ENGLISH), ("de", GERMAN), ("fr", FRENCH), ("es", SPANISH))
