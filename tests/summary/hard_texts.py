# ruff: noqa: E501
"""Texts that are no plain articles, as they look when a page is copied."""

RECIPE = """Lentil soup with lemon
Serves 4. Ready in 40 minutes.
Ingredients
250 g red lentils
1 onion, chopped
2 carrots, diced
2 cloves of garlic
1 l vegetable stock
1 tsp cumin
1 lemon
Salt and pepper
Method
1. Heat the oil in a large pot and fry the onion for five minutes until it is soft.
2. Add the carrots, the garlic and the cumin, and stir for two more minutes.
3. Pour in the stock and the lentils and bring everything to the boil.
4. Simmer for 20 minutes, then blend half of the soup and mix it with the rest.
5. Season with lemon juice, salt and pepper, and serve with bread.
Tip
The soup keeps for three days in the fridge and tastes better on the second day."""

CODE = """I wanted to know how long a function takes, so I wrote a small decorator. It took ten minutes and I have used it every day since.
import time
def timed(f):
    def inner(*args):
        begin = time.perf_counter()
        result = f(*args)
        print(f.__name__, time.perf_counter() - begin)
        return result
    return inner
The decorator wraps a function and prints the seconds that each call took. You put it above the function that you want to measure.
@timed
def add(a, b):
    return a + b
It does not measure what happens in other threads. For those you need a real profiler, such as the one in the standard library.
$ python -m cProfile script.py
1004 function calls in 0.003 seconds
The profiler slows the program down by half, so its figures are good for comparing and not for quoting. I use the decorator first and the profiler when the decorator has shown me where to look. Both are better than guessing, which is what I did for ten years before that."""

QUESTIONS = """The writer Mara Lindt has published her third novel. We met her in the café under her flat in Norwick.
Q: How long did you work on the book?
A: Six years. I threw away the first version after two of them because the narrator bored me.
Q: Why is it set in a shipyard?
A: My father worked in one. I wanted to write about people who make things that are larger than they are.
Q: Did you ever want to give up?
A: Every winter. In spring I usually wanted to go on, and my editor is a patient woman.
Q: What comes next?
A: A short book. I have promised myself that it will have fewer than two hundred pages.
Q: Is it true that you write by hand?
A: The first draft, always. The computer is where I find out what I have done wrong."""

LIVE = """Storm Ada: live updates
18:42
The fire service says that all roads into Norwick are open again, except for the harbour road.
18:10
Trains between Norwick and Port Ellis will not run before Tuesday morning, the railway company says. Replacement buses leave every hour from the main station.
17:35
The mayor has thanked the 400 volunteers who filled sandbags through the night. "Without them the old town would be under water," she told reporters.
16:50
Power is back in 12,000 of the 15,000 homes that were cut off. The remaining 3,000 will have to wait until Monday, says the grid operator.
15:20
The storm has left the coast and is moving east. The weather service has lifted its red warning for the region.
14:05
Two people were injured when a tree fell on a bus near the airport. Both are out of danger, according to the hospital."""

POEM = """The harbour in November

The boats are in, the nets are dry,
the gulls have nothing left to say,
a lamp is lit against the sky
that took the colour from the bay.

My father counted every rope,
my mother counted every hour,
and neither of them spoke of hope
nor of the clock upon the tower.

I count the boats, as children do,
and one is missing, as before,
the water keeps what it once knew
and brings no answer to the shore.

The boats are in, the nets are dry,
the lamp goes out, the night is long,
I do not ask the water why,
it would not answer, right or wrong.

So come November, come the rain,
come all the ships that I have known,
the lamp will soon be lit again
by hands not older than my own."""

TWO_LANGUAGES = """The council of Norwick approved the new tram line on Monday. It will cost 412 million euros and open in 2031. The line links the main station with the harbour, where 9,000 people live. Opponents say that the money is needed for schools. The mayor called the vote a decision for the next fifty years.
Der Stadtrat von Norwick hat am Montag die neue Straßenbahnlinie beschlossen. Sie kostet 412 Millionen Euro und soll 2031 eröffnet werden. Die Linie verbindet den Hauptbahnhof mit dem Hafen, wo 9000 Menschen leben. Gegner sagen, das Geld werde für Schulen gebraucht. Die Bürgermeisterin nannte die Abstimmung eine Entscheidung für die nächsten fünfzig Jahre.
Work on the line begins in March with the bridge over the canal. The bridge will be closed for cars for two years.
Die Arbeiten beginnen im März mit der Brücke über den Kanal. Sie wird für zwei Jahre für Autos gesperrt."""

COOKIE_WALL = """Welcome to Example News
With or without ads: the choice is yours.
Continue with advertising. Visit our site as usual with advertising and tracking by cookies. You can withdraw your consent at any time in the privacy centre.
Or take out a subscription without tracking for 4.99 euros a month.
We and our 214 partners store and read information on your device, such as cookies and identifiers, and process personal data in order to measure ads and content and to learn about audiences.
Accept and continue
Settings
Privacy policy
Imprint"""

PAYWALL = """Norwick's tram line may cost twice as much
The new tram line of Norwick may cost twice as much as the council was told in spring, according to an internal paper that this newspaper has seen. The paper names the soil under the harbour as the main reason.
The city's engineers had warned of
Subscribe to read the full article
Already a subscriber? Log in
1 month for 1 euro
Cancel at any time."""

PRODUCTS = """The best headphones of the year
Model
Weight
Battery
Price
Lark One
210 g
30 hours
199 euros
Lark Two
245 g
42 hours
249 euros
Orbit S
188 g
24 hours
149 euros
Orbit Max
260 g
50 hours
329 euros
Our pick: Lark One
The Lark One sounds better than anything else below 200 euros.
Buy now
Runner-up: Orbit S
The Orbit S is the lightest of all.
Buy now"""

RESULTS = """Results, round 12
Norwick United 2-1 Port Ellis
Harbour Town 0-0 Westmoor
Castleford City 3-2 Eastbrook (aet)
Lowden Rovers 1-4 St Agnes
Table
1. St Agnes 29
2. Norwick United 27
3. Castleford City 22
4. Port Ellis 20
5. Westmoor 17
6. Harbour Town 14
7. Eastbrook 9
8. Lowden Rovers 3
Scorers: Hale (12), Brandt (9), Okoye (8), Lindt (7)
Next round: Saturday, 15:00
Port Ellis v St Agnes
Westmoor v Norwick United
Eastbrook v Lowden Rovers"""

INTERVIEW = """Ms Okoye, the river has risen by four metres. Is the town safe?
It is as safe as it can be. We have raised the walls twice since 1998, and the gates were closed on Friday. What worries me is the cellar level of the hospital.
Why the hospital?
Because it was built before the walls, on the lowest ground of the town. The pumps run day and night. If two of them fail, we have six hours to bring 140 patients out.
And where would they go?
To the sports hall and to the hospitals of Port Ellis. We rehearsed that in March with 60 volunteers, and it took us five hours and a quarter.
That is close.
It is. I have asked the state for two more pumps since 2021, and I shall ask again on Monday. They cost less than one night of what we are doing now.
Will the water rise further?
The weather service expects another 30 centimetres until Sunday. After that the level should fall slowly, if it does not rain in the hills."""

NEWSLETTER = """Good morning
Here is what to read today.
Tram line approved: council votes 31 to 14
Read more
Storm Ada: harbour road still closed
Read more
The novelist who writes by hand
Read more
Why lentils are back
Read more
Headphones: our pick of the year
Read more
Results: St Agnes stay on top
Read more
You receive this e-mail because you subscribed to our newsletter.
Unsubscribe | Preferences | View in browser"""
