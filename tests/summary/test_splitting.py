# ruff: noqa: SIM905
"""Where sentences end: each case is a list of sentences that, joined, must come apart again."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.summary.splitting import split, unwrap

CASES: dict[str, list[list[str]]] = {
    "en": [
        ["The vote was close.", "Nobody knew why.", "It passed!"],
        ["Dr. Ida Brandt met Gen. Mark A. Field on Sept. 4 at 9 a.m. in St. Ives.", "They agreed."],
        ["The U.S. Senate and the E.U. Council met at noon.", "The U.N. was not asked."],
        ["He moved back to the U.S. The house was sold.".split(" The")[0], "The house was sold."],
        ["Brandt & Sons Inc. bought Norwick Ltd. for 3.5 million.", "Shares rose 4.2 percent."],
        ["“We are late,” she said.", "“We always are.”", "He left."],
        ["“Are you coming?” asked Tom.", "Nobody answered."],
        ["He shouted “Stop!” and ran.", "The train stopped."],
        ["They sell bread, milk, etc. at the corner.", "It closes at 5 p.m.", "Come early."],
        ["See No. 5 on p. 12 of vol. 3.", "It is short."],
        ["She waited ... and waited.", "Then she left …", "No one saw it."],
        ["The town (pop. 3,200) has one bridge (built in 1904).", "It is closed."],
        ["J. R. Miller wrote it.", "J.K. Lowe did not."],
        ["Visit example.com or write to a.writer@example.com.", "Version 2.0.1 is out."],
        ["Is it true?!", "Yes..."],
        ["He came from Washington, D.C., and stayed.", "It rained."],
        ["It was Plan B.", "The first plan had failed."],
        ["He felt ill.", "John drove him home."],
        ["The firm, i.e. its owners, said no.", "Nobody minded."],
        ["The board set aside Rs. 1 billion for it.", "It was too little."],
        ["Los Angeles (Example Wire)Gov. Lowe has resigned.", "Nobody knows why."],
    ],
    "de": [
        ["Am 3. Oktober wird gefeiert.", "Die Läden sind zu."],
        ["Das 19. Jahrhundert begann ruhig.", "Danach kam der 2. Bezirk an die Reihe."],
        ["Dr. Müller kam z. B. mit dem Zug, ca. 20 Leute folgten.", "Prof. h. c. Weber blieb."],
        ["„Wir gehen“, sagte sie.", "„Warum?“, fragte er.", "Niemand wusste es."],
        ["Die Abb. 3 und der Abs. 2 der Nr. 7 gelten bzw. galten.", "Alles klar?", "Ja!"],
        [
            "König Ludwig XIV. Frankreichs baute viel.".replace(" Frankreichs", " von Frankreich"),
            "Er starb 1715.",
            "Die Erben stritten.",
        ],
        ["Es kostet 1.250,50 Euro inkl. Steuern.", "Das ist viel."],
        ["Obst, Gemüse usw. gibt es hier.", "Der Markt schließt um 13.30 Uhr."],
    ],
    "fr": [
        ["M. Dupont et Mme Durand sont arrivés à 8 h.", "La séance a commencé."],
        ["« Nous partons ! » a-t-il crié.", "Personne n'a bougé."],
        ["Il a dit : « Je reste. »", "Elle est partie."],
        ["Qui a gagné ?", "Personne ne le sait…", "Le vote est nul !"],
        ["L'art. 5 et la p. 12 du chap. 3 suffisent, cf. vol. 2.", "Le reste est long."],
        ["Les J.O. de Paris, etc. furent chers.", "La ville a payé 3,5 millions."],
        ["J.-P. Martin est né à St. Denis.", "Il y vit."],
    ],
    "es": [
        ["El Sr. Pérez y la Dra. Gil viven en EE.UU. desde 1990.", "No volverán."],
        ["¿Quién ganó?", "¡Nadie lo sabe!", "El recuento sigue..."],
        ["La pág. 4 y el art. 7 dicen lo mismo.", "Véase también el núm. 3."],
        ["«Nos vamos», dijo.", "«¿Por qué?», preguntó ella."],
        ["Murió en el 44 a. C. en Roma.", "Tenía 55 años."],
        ["Cuesta 1.250,50 euros aprox. en la tienda.", "Es caro."],
    ],
    "ru": [
        ["В 2019 г. в г. Москве жили 12 млн. человек.", "Их стало больше."],
        ["А. С. Пушкин родился в 1799 году.", "Л.Н. Толстой родился позже."],
        ["«Мы уходим», — сказал он.", "«Почему?» — спросила она.", "Никто не ответил."],
        ["Он купил хлеб, молоко и т. д. в магазине.", "Потом пошел домой…", "Было поздно."],
        ["Это стоит 5 тыс. руб. за штуку, т. е. дорого.", "Никто не купил!"],
        ["См. рис. 3 на стр. 12.", "Там все видно."],
    ],
    "pt": [
        ["O Sr. Silva e a Dra. Costa moram na Av. Brasil.", "Eles não saem."],
        ["“Vamos embora”, disse ele.", "“Por quê?”, perguntou ela.", "Ninguém respondeu!"],
        ["Custa R$ 1.250,50 aprox. na loja.", "É caro..."],
        ["Veja a pág. 4 e o art. 7.", "O n. 3 falta."],
    ],
    "it": [
        ["Il sig. Rossi e la dott.ssa Bianchi sono partiti.", "L'avv. Verdi resta."],
        ["«Andiamo», disse lui.", "«Perché?» chiese lei.", "Nessuno rispose!"],
        ["Costa 1.250,50 euro ca. in negozio.", "È caro..."],
        ["Vedi pag. 4 e art. 7.", "Il resto, ecc. non serve."],
        ["La S.p.A. ha chiuso.", "Gli operai protestano."],
    ],
}
JOINED: dict[str, list[list[str]]] = {
    "zh": [
        ["会议昨天结束了。", "没有人说话！", "为什么？"],
        ["他说：“我不去。”", "第二天他走了。"],
        ["“你去吗？”他问道。", "没有人回答。"],
        ["价格是3.5万元。", "太贵了……"],
    ],
    "ja": [
        ["会議は昨日終わった。", "誰も話さなかった！", "なぜか？"],
        ["「行きません。」と彼は言った。", "翌日、彼は去った。"],
        ["彼は「もう遅い」と言った。", "（後に撤回した。）", "雨が降っていた。"],
    ],
}


@pytest.mark.parametrize(("language", "sentences"), [(tag, case) for tag, cases in CASES.items() for case in cases])
def test_sentences_come_apart(language: str, sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[a:b] for a, b in split(text, language)] == sentences


@pytest.mark.parametrize(("language", "sentences"), [(tag, case) for tag, cases in JOINED.items() for case in cases])
def test_sentences_without_blanks_between_them_come_apart(language: str, sentences: list[str]) -> None:
    text = "".join(sentences)
    assert [text[a:b] for a, b in split(text, language)] == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("They went to work.The council met.", ["They went to work.", "The council met."]),
        ("It was over in 2019.Nobody minded.", ["It was over in 2019.", "Nobody minded."]),
        ('He said "no."The rest agreed.', ['He said "no."', "The rest agreed."]),
        ("See www.Example.Com or Node.Js for it.", ["See www.Example.Com or Node.Js for it."]),
        ("A title without an end\nA sentence. Another", ["A title without an end", "A sentence.", "Another"]),
        ("1. The first point is long. 2. The second is not.", ["1. The first point is long.", "2. The second is not."]),
    ],
)
def test_lost_blanks_lines_and_lists(text: str, sentences: list[str]) -> None:
    assert [text[a:b] for a, b in split(text, "en")] == sentences


def test_a_text_wrapped_at_a_column_is_read_as_paragraphs() -> None:
    words = "The council of the small town met again on Monday to speak about the bridge that has been closed".split()
    lines, line = [], ""
    for word in words * 6:
        if len(line) + len(word) > 66:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    text = "\n".join([*lines, line + "."])
    assert len(split(text, "en")) == 1
    assert len(unwrap(text)) == len(text)


def test_lines_of_prose_are_not_taken_for_wrapped() -> None:
    text = "\n".join(f"Sentence number {n} of this text stands alone on its line and ends." for n in range(9))
    assert unwrap(text) == text


@given(st.text(), st.sampled_from(["", "en", "de", "ja", "tr", "xx"]))
def test_everything_but_blanks_is_in_one_sentence(text: str, language: str) -> None:
    spans = split(text, language)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))


@given(
    st.lists(
        st.sampled_from(
            [
                '"',
                "“",
                "”",
                "«",
                "»",
                ". ",
                ".",
                "?",
                "!",
                "…",
                "A",
                "b",
                "U.S.",
                "3.",
                " ",
                "\n",
                "(",
                ")",
                "。",
                "」",
                "- ",
            ]
        ),
        max_size=60,
    )
)
def test_marks_in_any_order_lose_nothing(pieces: list[str]) -> None:
    text = "".join(pieces)
    for language in ("en", "de", "ru"):
        assert "".join("".join(text[a:b].split()) for a, b in split(text, language)) == "".join(text.split())


@pytest.mark.parametrize(
    "piece",
    [" ", ".", "a", "A. ", '"a. ', "\n", "?! A", "。", "你。”", ". »", "a. - ", "e.g. ", "3. O", ". ." + " " * 50],
)
def test_time_grows_with_the_length_of_the_text(piece: str) -> None:
    def cost(size: int) -> float:
        text = piece * (size // len(piece))
        best = 1e9
        for _ in range(2):
            begin = time.process_time()
            split(text, "de")
            best = min(best, time.process_time() - begin)
        return best

    assert cost(240_000) < 12 * cost(60_000) + 0.1
