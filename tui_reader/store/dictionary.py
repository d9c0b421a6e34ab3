"""What the compressor knows before it has read anything: makes short texts a tenth smaller than with no dictionary.

Every stored document says by its first byte which dictionary it needs: one that was ever used stays as it is, for good.
Measured on 1,845 news articles in four languages: 0.74 to 0.96 of zlib alone, where zstandard without one takes 1.01.
"""

_WORDS = """
jamais toujours depuis pendant après avant entre contre chez sans sous leurs cette cet ces ont été fait faire peut
tout tous même aussi plus moins très bien encore comme mais donc car parce que dont où quand selon deux trois ans pays
monde gouvernement président ministre état ville année jour temps nicht auch aber oder wenn weil dass durch gegen
zwischen nach seit über unter wird werden wurde wurden haben hatte sein seine ihre ihren einer einem eines diese
dieser dieses noch schon mehr sehr nur wie bei mit auf für von aus zum zur jahr jahre menschen deutschland regierung
pero como más también sobre entre desde hasta cuando porque donde sin según todo todos esta este estos años gobierno
presidente país españa había han sido fue son una las los del con para por que della delle degli nella nelle alla alle
sono stato essere anche come più dopo prima quando perché ancora molto anni governo questo questa niet ook maar voor
van het een zijn wordt werden heeft hebben naar door over onder bij nog meer jaar não também mais como para uma dos
das pela pelo foi são está entre sobre depois governo anos и в не на что с по это как из для его она они был была было
были от за к о но же так все уже и или если только году года лет время человек including according because between
through without against another however although following several during before after under about would could should
there their they them these those which where while when what with within being been have has had were was will than
then that this from into over such some same more most many much only also even just other first second last year
years month week today yesterday Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April
June July August September October November December million billion percent people country government president
minister national international public company market police court report world state city time work part make take
made said says told reported announced published released , and the , but the . In the . It is . This is . He said .
She said . But the . We . You can , which is , who was in the of the to the on the for the and the with the at the by
the from the that the is a to be it is as a in a of a for a with a has been have been will be would be the first one
of the more than such as as well as a number of part of the end of the according to n't 's 're 've 'll ’s n’t “ ” – —
… "The "A "In "I "We "It https://www. http://www. .com/ .org/ .co.uk/ .html .jpg .png /wp-content/uploads/20
https://en.wikipedia.org/wiki/ https://github.com/ https://www.youtube.com/watch?v= https://twitter.com/
"],"i":[],"s":"full","t":0,"g":"en"}"],"i":[["https://"],"s":"teaser","t":0,"g":""}]},{"k":"cap","s":["],"i":0},
{"k":"img","i":0},{"k":"h","s":[""],"n":2},{"k":"li","s":["],"n":1,"m":"•"},{"k":"pre","s":["]},
{"k":"p","s":[["",1,null],["",2,null],["",0,0],["",0,1],"]},{"k":"p","s":["],"q":1},{"b":[{"k":"p","s":["
"""

DICTIONARIES = (b"", " ".join(_WORDS.split()).encode())
"""By number. What matters most stands last, where it is cheapest to refer to."""

NEWEST = len(DICTIONARIES) - 1
