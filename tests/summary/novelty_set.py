"""A labelled set: what was said of invented events, and sentences of further papers, new or not.

A line beginning with "= " was said before; after it "- " is a sentence that says nothing new, "+ " one that does. A
retold sentence with an adverb or a byword more is nothing new; another number, person, place, reason or step is.
"""

ENGLISH = """
= The council in Norwick voted on Monday to build a tram line along the harbour.
= It will link the ferry terminal with the railway station and cost 340 million crowns.
= Shopkeepers on Quay Street fear years of digging.
- On Monday the Norwick council decided to build a tram line along its harbour.
- A tram line along the harbour will be built in Norwick after a council vote on Monday.
- The new line, at a cost of 340 million crowns, links the railway station with the ferry terminal.
- Traders on Quay Street say that they fear years of digging in front of their shops.
- Norwick gets a tram: councillors backed the harbour line.
- Councillors in Norwick have given the go-ahead for the tram along the harbour, which will cost 340 million crowns.
+ The council in Norwick voted on Monday to build a second tram line, to the university.
+ Mayor Ida Holm had threatened to resign if the plan was voted down.
+ The tram line is to open in 2031, two years later than first planned.
+ The council's green group voted against it, because the quays are home to a colony of terns.
+ A third of the 340 million crowns will come from the state.
= A fire at a sawmill near Brent killed three workers on Tuesday night, police said.
= Some 120 firefighters brought the blaze under control by dawn, and the cause is not known.
- Three workers died on Tuesday night when a fire broke out at a sawmill near Brent.
- According to police three people were killed in the fire at the Brent sawmill.
- By dawn on Wednesday 120 firefighters had the blaze under control.
- The cause of the fire is still not known, police said.
- What set off the fire at the sawmill remains unclear.
- 3 workers lost their lives in the fire at a sawmill near Brent.
+ Police arrested the sawmill's owner on Wednesday night.
+ The death toll of the sawmill fire near Brent has risen to five, police said.
+ The owner had been fined twice for blocked emergency exits, court records show.
+ Neighbours heard an explosion shortly before the flames shot through the roof.
+ The dead are two brothers from Tarn and an apprentice aged 17.
= The central bank of Aldau raised its main interest rate to 2.75 percent on Thursday.
= Governor Marta Klee said that inflation would stay above the target until next summer.
- Aldau's central bank has lifted its main interest rate to 2.75 percent.
- Inflation will remain above the target until next summer, governor Marta Klee told reporters.
- The interest rate now stands at 2.75 percent, the central bank of Aldau said on Thursday.
- Klee told reporters that she does not see inflation back at the target before next summer.
- Aldau's central bank raised rates on Thursday.
+ Governor Marta Klee said that the bank would raise the rate again in the autumn if inflation did not fall.
+ Two of the seven members of the board wanted to leave the rate where it was.
+ The crown rose by one percent against the dollar within an hour of the decision.
+ Mortgage lenders said that monthly payments for a new house would rise by about 60 crowns.
= Larkspur won the cup on Saturday, beating Holm Rovers 2-1 after extra time.
= Striker Ana Reyes scored both goals for Larkspur.
- Larkspur beat Holm Rovers 2-1 after extra time on Saturday to win the cup.
- Both Larkspur goals were scored by striker Ana Reyes.
- Saturday's cup final was won 2-1 by Larkspur, who needed extra time against Holm Rovers.
- Ana Reyes was the hero of the night, scoring twice for Larkspur.
- Larkspur are cup winners after beating Holm Rovers.
+ Rovers goalkeeper Tom Vale was sent off in the 88th minute for a foul on Reyes.
+ Larkspur had not won a title since 1974.
+ The winners will play in the European qualifying rounds in July.
"""

GERMAN = """
= Der Stadtrat von Altmünde hat am Montagabend den Bau der Hafenbahn beschlossen.
= Sie soll den Fährhafen mit dem Hauptbahnhof verbinden und 260 Millionen kosten.
- Am Montagabend beschloss der Stadtrat von Altmünde, die Hafenbahn zu bauen.
- Die Hafenbahn soll den Hauptbahnhof mit dem Fährhafen verbinden.
- Die Kosten der Hafenbahn werden auf 260 Millionen geschätzt.
- Der Bau der Hafenbahn in Altmünde ist vom Stadtrat am Montag beschlossen worden.
- Altmünde bekommt eine Hafenbahn: Das hat der Stadtrat am Montagabend beschlossen.
- Zwischen Fährhafen und Hauptbahnhof soll künftig die Hafenbahn fahren.
+ Der Stadtrat von Altmünde hat am Montagabend auch höhere Parkgebühren beschlossen.
+ Zwanzig Händler der Speicherstraße wollen vor dem Verwaltungsgericht gegen die Bahn klagen.
+ Für den Antrag stimmten auch drei Abgeordnete der Opposition.
+ Die Züge sollen ab 2031 alle zehn Minuten fahren.
+ Oberbürgermeister Brandt hatte im Frühjahr noch für einen Tunnel geworben.
= Bei einem Erdbeben auf der Insel Sorvik sind in der Nacht zum Dienstag elf Menschen gestorben.
= In der Hafenstadt Hellin fiel der Strom aus.
- Elf Menschen sind bei dem Erdbeben auf Sorvik in der Nacht zum Dienstag ums Leben gekommen.
- In Hellin, der Hafenstadt der Insel, ist der Strom ausgefallen.
- Auf Sorvik sind nach dem Erdbeben elf Menschen gestorben, wie der Inselrat mitteilte.
- 11 Menschen kamen bei dem Beben auf der Insel Sorvik ums Leben.
- Hellin ist seit dem Erdbeben ohne Strom.
+ Nach dem Erdbeben auf der Insel Sorvik hat die Regierung den Notstand ausgerufen.
+ Die Zahl der Toten auf Sorvik ist nach dem Erdbeben auf 14 gestiegen.
+ Die einzige Wasserleitung der Stadt ist gebrochen und soll bis Freitag geflickt werden.
+ Ein Schiff der Marine brachte am Mittwoch Zelte und Decken für 800 Familien.
+ Fachleute rechnen noch wochenlang mit Nachbeben.
= Die Lokführer der Aldauer Bahn wollen von Donnerstag bis Samstag streiken.
= Ihre Gewerkschaft verlangt kürzere Schichten.
- Von Donnerstag bis Samstag wollen die Lokführer der Aldauer Bahn die Arbeit niederlegen und streiken.
- Die Gewerkschaft der Lokführer fordert kürzere Schichten.
- Ab Donnerstag streiken bei der Aldauer Bahn die Lokführer.
- Die Aldauer Bahn wird von Donnerstag an bestreikt, drei Tage lang.
+ Die Lokführer der Aldauer Bahn haben ihren Streik am Mittwoch in letzter Minute abgesagt.
+ Fahrkarten für die Streiktage bleiben eine Woche länger gültig.
+ Der Vorstand der Bahn nannte den Streik unverhältnismäßig und rief ein Schiedsgericht an.
+ Im Regionalverkehr soll jeder vierte Zug fahren.
= Der Autobauer Venta schließt sein Werk in Kollwitz mit 2.400 Beschäftigten bis Ende des Jahres.
= Konzernchef Paul Adler begründete das mit der schwachen Nachfrage nach Lieferwagen.
- Bis Ende des Jahres wird das Venta-Werk in Kollwitz geschlossen, das 2.400 Beschäftigte hat.
- Grund ist die schwache Nachfrage nach Lieferwagen, sagte Konzernchef Paul Adler.
- Der Autobauer Venta macht sein Werk in Kollwitz zu.
- Für die 2.400 Beschäftigten in Kollwitz ist Ende des Jahres Schluss: Venta schließt das Werk.
+ Der Autobauer Venta will auch sein Werk in Tannau schließen.
+ Die Landesregierung bot an, das Gelände für 90 Millionen zu kaufen.
+ Der Betriebsrat kündigte für Freitag eine Kundgebung vor der Zentrale an.
+ In Tannau will Venta dafür 600 neue Stellen schaffen.
"""

Case = tuple[tuple[str, ...], str, bool]
"""What was said, a further sentence, whether it is new."""


def cases(text: str) -> list[Case]:
    found: list[Case] = []
    said: list[str] = []
    fresh = False
    for line in text.strip().splitlines():
        kind, sentence = line[0], line[2:]
        if kind == "=":
            said = [*said, sentence] if fresh else [sentence]
            fresh = True
        else:
            fresh = False
            found.append((tuple(said), sentence, kind == "+"))
    return found
