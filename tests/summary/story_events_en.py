# ruff: noqa: E501
"""Invented events in English, as several invented papers would tell them: "# event", then "hour | source | headline | lead".

"hour" counts from the set's beginning. An event named after another with "~" before it is its look-alike: another thing.
"""

EVENTS = """
# tram-norwick
02 | Coast Daily | Norwick council approves the new harbour tram line | After two years of argument the council in Norwick voted on Monday to build a tram line along the harbour, linking the ferry terminal with the railway station. Work is to begin in spring.
03 | Small Wire | Harbour tram gets green light in Norwick | Norwick will have trams again for the first time since 1957. Councillors backed the 340 million crown harbour line by 31 votes to 24 late on Monday.
04 | The Norwick Post | Trams to return to the waterfront as councillors vote 31-24 | The ferry terminal and the station will be joined by a 4.6 kilometre line along the quays, the city council decided after a debate of six hours.
05 | Northern Herald | Norwick says yes to waterfront tram despite traders' protest | Shopkeepers on Quay Street had warned of years of digging, but Norwick's councillors last night approved the harbour tram with a majority of seven.
09 | Rail & Road | Norwick harbour line approved: what will be built, and when | The 4.6 km tramway between ferry terminal and main station needs nine stops and 12 vehicles. Tendering for the harbour line starts in January, the city of Norwick said.
14 | Example News | City to spend 340m on harbour trams | The vote in Norwick ends a dispute that cost two mayors their jobs. The tram line along the harbour should carry 22,000 passengers a day by 2031.
27 | The Norwick Post | Quay Street traders to sue over tram line | A day after Norwick council approved the harbour tram, a group of 40 shopkeepers on Quay Street said it would ask the administrative court to stop the work.
30 | Open Ledger | BREAKING: TRAMS ARE BACK!!! | You won't believe what Norwick just voted for. The harbour gets its tram line, and the traders of Quay Street are furious with the council.
# ~tram-eastvale
07 | Eastvale Echo | Eastvale tram breaks down in rush hour | Hundreds of commuters walked along the tracks after a power failure stopped trams on Eastvale's line 4 near the botanical garden on Tuesday morning.
08 | Small Wire | Power failure halts trams in Eastvale | Line 4 in Eastvale stood still for two hours on Tuesday because a substation at the botanical garden had tripped, the operator said.
# fire-norwick
20 | Coast Daily | Fire destroys warehouse at Norwick docks | Some 90 firefighters fought a blaze through the night that burned down a timber warehouse at the Norwick docks. Nobody was hurt.
21 | Small Wire | Timber warehouse burns down in Norwick | A fire in a timber store at the docks of Norwick was under control on Wednesday morning. Residents of the Saltmarsh quarter were told to keep windows shut.
22 | The Norwick Post | Saltmarsh residents told to shut windows as dock warehouse burns | Smoke from burning timber drifted over Saltmarsh after flames took hold of the Halvorsen warehouse at the docks shortly after midnight.
26 | Northern Herald | Police look into cause of Norwick dock blaze | Investigators have begun to search the ruins of the Halvorsen timber warehouse, which burned down at Norwick's docks in the night to Wednesday.
# ~fire-lindmere
25 | Lindmere Gazette | Fire guts furniture warehouse in Lindmere | More than 60 firefighters were called to a blaze at a furniture store on Lindmere's ring road. Two employees were treated for smoke.
26 | Example News | Two in hospital after Lindmere furniture store blaze | A furniture warehouse in Lindmere was destroyed by fire on Wednesday. The roof fell in within half an hour, a spokesman for the fire service said.
# quake-tolva
11 | Small Wire | Magnitude 5.8 earthquake shakes Tolva islands | A strong earthquake struck off the Tolva islands early on Tuesday, damaging houses in the port of Sarn. There was no tsunami warning.
11 | World Desk | Earthquake off Tolva damages homes in Sarn | At least 30 houses lost their roofs when a quake of magnitude 5.8 hit the Tolva archipelago before dawn.
12 | Example News | Tolva islands: quake of 5.8, no deaths reported | Residents of Sarn ran into the streets as the ground shook for twenty seconds. Rescue teams from the mainland are on their way to the Tolva islands.
13 | Coast Daily | Strong quake wakes islanders in Tolva | The tremor at 4.12 a.m. was felt 200 km away. In Sarn, the largest town of the Tolva group, the church tower is cracked.
19 | Science Weekly | Why the Tolva quake was so shallow | The earthquake that struck the Tolva islands on Tuesday began just nine kilometres below the sea floor, on a fault that seismologists had thought asleep.
33 | World Desk | Aftershocks keep Tolva islanders outdoors | Families in Sarn spent a second night in tents after more than 60 aftershocks followed Tuesday's earthquake in the Tolva islands.
# ~quake-mereth
29 | World Desk | Mild earthquake felt in Mereth valley | A magnitude 3.4 tremor rattled cups in the Mereth valley on Wednesday, the geological service said. No damage was reported.
# rates
06 | Market Line | Central bank of Aldova cuts rate to 3.25% | The Bank of Aldova lowered its key rate by a quarter point on Tuesday, the third cut this year, and said inflation would reach its goal by autumn.
06 | Small Wire | Aldova lowers interest rates for third time | Borrowing gets cheaper in Aldova: the central bank cut its main rate to 3.25 percent, as economists had expected.
07 | Example News | Third rate cut this year as Aldovan inflation cools | Governor Petra Lindqvist said price pressure was fading as the Bank of Aldova brought its key rate down to 3.25 percent.
08 | Open Ledger | Lindqvist hints at pause after Aldova's quarter-point cut | The governor of the Bank of Aldova left open whether rates would fall again in December after Tuesday's cut to 3.25 percent.
10 | Northern Herald | What the rate cut means for your mortgage | Owners of homes in Aldova with a variable mortgage will save about 60 crowns a month after the central bank's cut to 3.25 percent, advisers say.
# ~rates-brenland
31 | Market Line | Brenland's central bank keeps rates at 4.5% | Policymakers in Brenland left borrowing costs unchanged on Wednesday, citing wages that still rise faster than they would like.
32 | Small Wire | No change in rates, says Brenland's central bank | The National Bank of Brenland held its benchmark at 4.5 percent for the sixth meeting in a row. Governor Amos Teller warned of stubborn wage growth.
# derby
45 | Sport Today | Norwick Rovers win the derby in stoppage time | A header by Jonas Akande in the 94th minute gave Rovers a 2-1 victory over Harbour United before 31,000 at Saltmarsh Park.
45 | Coast Daily | Akande's late header settles the Norwick derby | Rovers beat Harbour United 2-1 on Wednesday night, and the substitute Jonas Akande needed only three minutes on the pitch to decide it.
46 | Example News | Rovers 2-1 Harbour United: Akande strikes in 94th minute | The derby at Saltmarsh Park seemed to end in a draw until Akande rose at the far post.
52 | The Norwick Post | "I just closed my eyes": Akande on his derby winner | Jonas Akande came on in the 91st minute and headed Rovers to a 2-1 win over Harbour United. The day after, he still cannot explain it.
# ~cup-tarrowby
46 | Sport Today | Tarrowby through to cup semi-final after penalties | Goalkeeper Lena Marsh saved three penalties as Tarrowby beat Lindmere Athletic 4-2 in the shoot-out after a goalless draw.
47 | Small Wire | Marsh the hero as Tarrowby reach semi-final | Three saves by Lena Marsh in the shoot-out sent Tarrowby into the last four of the cup at the expense of Lindmere Athletic.
# merger
15 | Market Line | Oru Telecom to buy Fennel Mobile for 2.1bn | Oru Telecom said on Tuesday it had agreed to buy its rival Fennel Mobile for 2.1 billion crowns, creating the country's largest network.
16 | Small Wire | Fennel Mobile agrees to takeover by Oru | Shareholders of Fennel will get 14 crowns a share in cash, a third more than Monday's price, Oru Telecom said.
17 | Open Ledger | Oru swallows Fennel: regulators will take a close look | The 2.1 billion crown deal leaves only three mobile networks. The competition office said it would examine Oru's purchase of Fennel Mobile.
18 | Bits and Bolts | What Fennel customers need to know about the Oru deal | Contracts with Fennel Mobile stay as they are for now, says Oru Telecom, which is buying the smaller network for 2.1 billion.
# ~oru-results
48 | Market Line | Oru Telecom profit falls on higher energy costs | Quarterly profit at Oru Telecom fell 12 percent as electricity for its masts became dearer. It kept its forecast for the year.
# strike
01 | Example News | Train drivers to strike for three days from Thursday | The drivers' union said its members at Aldova Rail would stop work on Thursday morning after talks on shorter shifts had failed.
02 | Small Wire | Aldova Rail faces three-day strike | No long-distance trains will run from Thursday to Saturday, Aldova Rail warned, after its drivers voted to walk out over shift lengths.
05 | Rail & Road | Drivers' strike: which Aldova Rail trains will run | One regional train in four is to run during the drivers' walkout from Thursday. Tickets for the strike days stay valid for a week.
40 | Example News | Rail strike called off at the last minute | Hours before trains were to stand still, Aldova Rail and the drivers' union agreed on a 36-hour week in two steps. The strike from Thursday is off.
41 | Coast Daily | Drivers and Aldova Rail strike a deal, trains run as usual | Passengers can breathe again: the three-day walkout by train drivers has been cancelled after a night of talks on shorter shifts.
# vaccine
23 | Science Weekly | Malaria vaccine protects four in five children in trial | A vaccine developed at the Institute of Karsa cut malaria cases by 79 percent among 4,800 children, according to a study published on Wednesday.
23 | Small Wire | New malaria vaccine cuts cases by 79% | Four out of five cases were prevented in the largest trial so far of the Karsa vaccine, researchers said.
24 | Example News | "A turning point": malaria shot from Karsa passes big trial | The trial with 4,800 children in three countries found that the Karsa institute's vaccine prevented 79 percent of malaria cases over two years.
28 | World Desk | Who will pay for the Karsa malaria vaccine? | At four dollars a dose the malaria vaccine that has just passed its trial would be cheap, but health ministries ask who will bear the cost of 100 million doses.
# ferry
34 | Coast Daily | Ferry with 212 aboard runs aground off Port Callan | The ferry Maren Dahl struck a sandbank in fog outside Port Callan on Wednesday afternoon. All 212 passengers were taken off in lifeboats.
35 | Small Wire | All rescued after ferry grounds near Port Callan | Lifeboats brought 212 passengers to safety after the Maren Dahl ran onto a sandbank in thick fog.
36 | Northern Herald | Passengers tell of the night on the Maren Dahl | "There was a jolt, then silence": travellers on the ferry that ran aground off Port Callan describe how they were taken off in the fog.
50 | Coast Daily | Maren Dahl pulled off sandbank at high tide | Two tugs freed the ferry Maren Dahl on Thursday morning. She was towed to Port Callan, where divers will look at her hull.
# ~ferry-fares
38 | Coast Daily | Ferry fares to rise by six percent in January | Crossings between Brenmouth and the islands get dearer, the operator Isle Lines said, because fuel costs more.
# minister
42 | Example News | Transport minister resigns over flat | Aldova's transport minister Hugo Brandt stepped down on Wednesday evening after it emerged that a contractor had paid the rent of his flat in the capital.
42 | Small Wire | Minister Brandt quits in rent affair | Hugo Brandt, in charge of transport in Aldova for two years, has resigned. A builder of motorways had paid rent for him.
43 | Open Ledger | Brandt resigns: the rent, the contractor and the motorway | The transport minister gave in on Wednesday. Papers show that a road builder paid 1,900 crowns a month for Hugo Brandt's flat.
44 | World Desk | Aldovan minister steps down after rent revelations | Prime Minister Ilse Maurer accepted the resignation of Hugo Brandt, her transport minister, and will name a successor on Friday.
47 | The Norwick Post | Opposition: Brandt's resignation is not enough | Hugo Brandt is gone, but the opposition wants to know what Prime Minister Maurer knew of the rent that a contractor paid for him.
49 | Northern Herald | SHOCKING: minister's secret flat EXPOSED | Transport minister Hugo Brandt had to go because a motorway contractor paid for his flat. Here is what we know.
# heat
30 | Example News | Hottest November day on record in the south | Thermometers in Brenmouth reached 27.9 degrees on Wednesday, more than on any November day since measurements began in 1881.
31 | Coast Daily | Brenmouth swims in November: 27.9 degrees | The beach was full as Brenmouth recorded the hottest November day ever measured in the country.
37 | Science Weekly | November heat record in Brenmouth explained | Warm air from the desert, a clear sky and a dry soil together gave Brenmouth 27.9 degrees, the weather service says.
# ~frost
53 | Lindmere Gazette | First frost of the season in Lindmere | Gardeners in Lindmere scraped ice from their windscreens on Thursday as temperatures fell to minus two.
# chip
09 | Bits and Bolts | Quill unveils a chip that needs no fan | The laptop maker Quill showed a processor on Tuesday that it says runs a day and a half on battery and stays cool without a fan.
10 | Small Wire | Quill presents fanless laptop processor | The Q3 chip, made in a three-nanometre process, will be in shops in February, Quill said at its developer meeting.
13 | Open Ledger | Quill's Q3 puts pressure on rivals | A laptop that runs 36 hours: with its fanless Q3 processor Quill goes after the market's leaders.
39 | Tinker | First benchmarks of the Quill Q3 leak | A prototype with Quill's fanless Q3 chip appears in a benchmark database, 40 percent ahead of its predecessor.
# ~bug
35 | Bits and Bolts | Flaw in Quill router lets strangers in | Owners of the Quill Home 2 router should install an update at once: a hole in its web interface hands over the password.
36 | Tinker | Patch your Quill Home 2 now | A researcher found that the Quill Home 2 router tells its administrator password to anyone on the network. An update is out.
# whale
16 | Coast Daily | Humpback whale strays into Brenmouth harbour | Hundreds of onlookers gathered as a young humpback swam between the yachts of Brenmouth harbour on Tuesday.
18 | Example News | Young humpback draws crowds in Brenmouth | A whale about eight metres long has been in the harbour of Brenmouth since Tuesday morning. Biologists ask boats to keep away.
43 | Coast Daily | Humpback finds its way out of Brenmouth harbour | Three boats with drums guided the young whale back to the open sea on Wednesday evening, to applause from the pier.
# verdict
28 | The Norwick Post | Former mayor of Norwick jailed for bribery | Carl Overby, mayor of Norwick until 2021, must go to prison for three years. The court found that he took 400,000 crowns from a builder.
28 | Small Wire | Three years in prison for ex-mayor Overby | A court in Norwick sentenced Carl Overby for taking bribes in the sale of land at the old shipyard.
29 | Northern Herald | Overby guilty: bribery in shipyard sale | Norwick's former mayor Carl Overby took 400,000 crowns to sell the shipyard below its value, judges ruled on Wednesday.
# ~verdict-doctor
51 | Example News | Doctor sentenced for forged vaccination papers | A court in Lindmere gave a doctor of 58 a suspended sentence of two years for selling 700 forged certificates.
# prize
33 | Books Quarterly | Ines Varga wins the Meridian Prize | The novelist Ines Varga receives this year's Meridian Prize for "The Salt Clock", a story of three sisters in a drowned village.
33 | Small Wire | Meridian Prize goes to Varga for "The Salt Clock" | The jury praised the quiet strength of Ines Varga's third novel. The prize carries 50,000 crowns.
34 | Example News | Novelist Varga honoured with Meridian Prize | "The Salt Clock" by Ines Varga is the novel of the year, according to the jury of the Meridian Prize.
# probe
55 | Science Weekly | Probe sends first pictures of comet Ilmar | The spacecraft Lantern flew past comet Ilmar at a distance of 900 km on Thursday and saw jets of gas on its night side.
56 | Bits and Bolts | Lantern meets comet Ilmar: here are the pictures | Black as coal and shaped like a peanut: the probe Lantern has photographed the nucleus of comet Ilmar.
57 | World Desk | Spacecraft Lantern flies past comet | After eight years of flight the Lantern probe passed comet Ilmar on Thursday and sent home 2,000 images.
# flood
58 | World Desk | Dam overflows in Karsa, thousands flee | Heavy rain made the Ombe dam in northern Karsa spill over on Thursday; the authorities moved 9,000 people from the valley.
59 | Small Wire | 9,000 evacuated below Ombe dam | The water of the Ombe reservoir in Karsa ran over the crest of the dam after three days of rain.
61 | Example News | Karsa: engineers fight to save Ombe dam | Soldiers pile sandbags at the Ombe dam, whose crest the water has reached. Villages in the valley stand empty.
# school
12 | Lindmere Gazette | Lindmere schools to start at nine | From next autumn lessons in Lindmere's secondary schools begin an hour later, the school board decided, because teenagers need sleep.
14 | Example News | Later school start in Lindmere so that teenagers sleep | The town of Lindmere moves the first lesson from eight to nine o'clock, as doctors had advised.
# museum
39 | The Norwick Post | Stolen Halden painting found in a garden shed | "Boats at Dusk" by Erik Halden, taken from the Norwick museum in 2009, was found wrapped in a rug in a shed.
41 | World Desk | Halden's "Boats at Dusk" turns up after 15 years | A pensioner clearing a shed found the painting by Erik Halden that thieves had taken from Norwick's museum.
# column-five-a
04 | Example News | Five things to know this morning | The tram vote in Norwick, a quake in the Tolva islands, lower interest rates, a strike on the railways and a warm November: your morning in five points.
# column-five-b
28 | Example News | Five things to know this morning | A minister under pressure, the dock fire in Norwick, a malaria vaccine, the cup and the price of ferries: your morning in five points.
# column-five-c
52 | Example News | Five things to know this morning | A resignation, a derby, a ferry afloat again, pictures of a comet and the first frost: your morning in five points.
# column-markets-a
17 | Market Line | Markets at the close | Shares in Aldova rose 0.4 percent on Tuesday, led by banks. The crown was little changed at 1.12, oil fell to 71 dollars a barrel.
# column-markets-b
41 | Market Line | Markets at the close | Shares in Aldova fell 0.6 percent on Wednesday, led by telecoms. The crown was firmer at 1.13, oil rose to 73 dollars a barrel.
# column-garden-a
01 | Lindmere Gazette | In the garden with Maud Penn | November is for leaves. Rake them from the lawn, but leave a heap under the hedge, says our columnist, for the hedgehog will thank you.
# column-garden-b
69 | Lindmere Gazette | In the garden with Maud Penn | Tulips may still go into the ground, says our columnist, as long as the spade goes in. And wrap the fig before the frost.
# one-bakery
24 | The Norwick Post | The last wood-fired bakery of Saltmarsh closes | For 112 years the Ekholm family baked rye bread in Saltmarsh. On Saturday the oven goes cold, as nobody wants to take over.
# one-owl
50 | Lindmere Gazette | Owl rescued from chimney in Lindmere | The fire service needed two hours and a fishing net to free a tawny owl from a chimney.
# one-recipe
08 | Coast Daily | Herring as grandmother made it | Salt, vinegar, patience: our cook shows three ways with the fish of the season.
# one-chess
40 | Sport Today | Girl of eleven beats grandmaster in Tarrowby | Mina Kovar needed 34 moves to beat the grandmaster Oleg Brun in the open tournament of Tarrowby.
# one-bridge
62 | Rail & Road | Bridge over the Lind closed until March | Rust in the cables: the bridge at Lindmere cannot carry lorries any more, and cars must go round by Tarrowby.
# one-opinion
60 | Open Ledger | Opinion: abolish the car park fee | Whoever works at night in a hospital should not pay to park there, writes our columnist.
"""
