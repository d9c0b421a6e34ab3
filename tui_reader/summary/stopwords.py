# ruff: noqa: E501
"""The most usual words of the languages that news comes in: they carry no subject, and they tell languages apart."""

BY_LANGUAGE: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in a is that for it was on are as with his they be at one have this from or had by not but what all were"
        " we when your can said there an each which she do how their if will up other about out many then them these so some her would"
        " make like him into time has two more no way could my than been who its now did get may over new after also our just most only"
        " where much before back any good through us very because he i you me says say according told don't it's didn't i'm while being"
        " those off such between against during both under since should does still here too down well even again",
        "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach"
        " wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei ich"
        " wir habe seine ihre ihr ihm kann wenn unter hatte gegen vom können schon sagte sagt seit worden waren wegen beim laut zwischen"
        " diese dieser dieses damit dann was da doch sehr muss soll keine kein wieder alle viele dabei etwa ihren seinen jedoch während",
        "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la cette avec ses son on aux"
        " d'un être l'on mais comme ou si leur y dont elle fait été même deux ces sa entre après nous ils sans ont tout c'est je vous"
        " était selon lors aussi peut depuis où d'une qu'il n'est a-t-il leurs très avait cet contre avant encore autres ainsi déjà alors"
        " elles tous toujours dit notre votre qu'elle quand moins chez ans j'ai s'est faire",
        "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre"
        " cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así"
        " nos ni parte tiene él uno donde bien tiempo mismo ese ahora otro después te otros aunque esa eso hace otra gobierno tan durante"
        " según ante contra estos sido quien mientras además fueron",
        "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando"
        " muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão você"
        " tinha foram essa num nem suas meu às minha têm numa pelos elas havia seja qual será nós segundo ainda sobre são disse após ano",
        "it": "di e il la che è a un in per non sono una da con del si le dei nel alla della al più i gli ma anche come ha lo su ci o dal se"
        " delle questo l'ha ai hanno era essere dalla nella degli sul loro dopo stato due suo sua cui quando fatto tra chi poi solo anni"
        " così senza questa molto perché ancora prima già dove sulla fra ogni contro secondo stata quello sia negli quella tutti tutto",
        "ru": "и в не на я быть он с что а по это она этот к но они мы весь который из у который то за свой что весь год от так о для ты же"
        " все тот мочь вы человек такой его сказать только или ещё бы себя один как уже до время если сам когда другой вот говорить наш мой"
        " при был было были будет их она её него после также нет чтобы под без об где даже во со может более будут было ранее этого этом"
        " которые которая которых которой что-то через между во чем ему них",
        "uk": "і в не на я бути він з що а по це вона цей до але вони ми весь який із у за свій від так о для ти же все той могти ви такий"
        " його тільки або ще би себе один як уже час якщо коли інший наш при був було були буде їх її після також немає щоб під без про де",
        "nl": "de van het een en in is dat op te zijn met voor niet aan er die om ook als dan maar bij nog uit naar door over ze hij tot je"
        " meer wordt was heeft werd ik hebben kan zich deze worden al geen moet veel onder tegen ons volgens hun haar na wel zou we zo",
        "sv": "och i att det som en på är av för med till den har de inte om ett han men var jag från vi så kan man när hon under också efter"
        " eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket än här då sedan över bara in blir",
        "no": "og i det på som er en til å av for at med de har den ikke om et han men var jeg fra vi så kan man når hun under også etter"
        " eller nå sin der ved mot skal skulle kommer ut får være hadde alle andre mye enn her da siden over bare blir ble seg dette sier opp",
        "da": "og i det på som er en til at af for med de har den ikke om et han men var jeg fra vi så kan man når hun under også efter"
        " eller nu sin der ved mod skal skulle kommer ud får være havde alle andre meget end her da siden over kun bliver blev sig dette",
        "fi": "ja on ei se että oli ovat hän myös kun mutta tai joka sen ole mukaan kuin niin jo ovat olla vain jos sekä mitä nyt vielä"
        " hänen kanssa ne voi eivät olisi jotka sitä ollut noin tämä",
        "pl": "i w na z do się nie to że jest o jak po co od za dla są przez ale ma był a tym tak już oraz czy go być jego także które który"
        " była było tego może roku jej ich pod ze przed będzie tylko która jeszcze przy lub bez jednak",
        "cs": "a v na se je že z s do to o k i za ve by po od jako pro ale jsou které který bylo byl však nebo také podle aby až byla při jeho"
        " jeho tak už být která má ke mezi před když jen ze není má jsme",
        "ro": "de și în a la cu că pe nu este o un din pentru care mai sunt au fost ce să prin sau dar lui după ca s-a dintre său sa al ale"
        " cel către fi era când până unei unui ne îi",
        "hu": "a az és hogy nem is egy ez meg van azt de már csak volt mint még vagy el ki lesz után ha akkor szerint amely lehet több kell"
        " között majd ezt sem pedig amit aki mert",
        "tr": "ve bir bu da de için ile çok olarak daha olan gibi kadar sonra ise en var o ne her iki dedi ki ancak oldu olduğunu ya değil"
        " göre yeni tarafından ama büyük diye bin etti şu ilk nin ın mi mı önce üzerine karşı olduğu",
        "id": "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut bisa ada mereka lebih kata sudah atau"
        " saat oleh menjadi orang ia telah adalah sebagai kami kita para bahwa dia tak secara seperti hanya masih saja hingga namun harus"
        " sementara lalu setelah antara tahun kepada belum anda serta maka ujar agar pun selain",
        "vi": "và của là có được cho không các một trong những với người đã này để khi đến ra vào cũng năm tại từ nhiều ông như về sẽ trên"
        " theo phải bị thì mà nhưng đó nên vì còn lại bà việc sau tôi đang chỉ do nếu hơn rất anh họ làm chưa nay hai nhất vẫn",
        "el": "και το η να του της με για που την από σε τα στην των είναι στο οι τη τις θα τον ότι στη τους δεν ο μια ένα αλλά κατά έχει"
        " μετά όπως ή",
        "ar": "في من على إلى أن التي عن مع هذا ما الذي هذه كان بعد لا كما قال وقد بين أو قد ذلك كل لم منذ حيث إن خلال عند كانت ولا عبر وقال"
        " أي ضد حتى غير هو هي وهو وفي ومن بأن لكن",
        "fa": "و در به از که این را با است برای آن یک خود تا کرد بر هم نیز شد می ها های شده وی گفت شود ما اما باید بود اند دو",
        "hi": "के का में की है और को से पर ने कि एक यह भी हैं नहीं इस लिए कर तो ही था गया वह हो या जो थे थी किया",
        "he": "של את על לא הוא זה עם כי גם היא אל או כל אבל יש היה אם מה בין כדי רק לאחר הם אני",
    }.items()
}

ALL: frozenset[str] = frozenset().union(*BY_LANGUAGE.values())
