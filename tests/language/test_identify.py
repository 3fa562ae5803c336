"""Tell languages apart in running text, and stay silent in doubt."""

from __future__ import annotations

import pytest

from briefing.language import common
from briefing.language.identify import name_of, visibly_other

TEXTS = {
    "en": """The board said that it would close two of the plants by the end of the year, and that
        most of the people who work there had been offered a place in the new one. It is not yet
        clear which of them will be sold, but the chair told the press that they are in talks with
        a buyer from the south.""",
    "de": """Der Vorstand teilte mit, dass er zwei der Werke bis zum Ende des Jahres schließen wird
        und dass den meisten Menschen, die dort arbeiten, ein Platz im neuen Werk angeboten wurde.
        Noch ist nicht klar, welche davon verkauft werden, aber es gibt Gespräche mit einem Käufer
        aus dem Süden, wie es am Montag hieß.""",
    "fr": """La direction a dit qu'elle fermerait deux des usines avant la fin de l'année et que la
        plupart des gens qui y travaillent se sont vu proposer une place dans la nouvelle. On ne
        sait pas encore lesquelles seront vendues, mais le président est en discussion avec un
        acheteur du sud, selon une note que le journal a pu lire.""",
    "es": """La dirección dijo que cerrará dos de las plantas antes de fin de año y que a la mayoría
        de las personas que trabajan en ellas se les ha ofrecido un puesto en la nueva. Todavía no
        está claro cuáles se venderán, pero el presidente habla con un comprador del sur, según un
        informe que se conoció el lunes por la tarde.""",
    "it": """La direzione ha detto che chiuderà due degli impianti entro la fine dell'anno e che alla
        maggior parte delle persone che ci lavorano è stato offerto un posto in quello nuovo. Non è
        ancora chiaro quali saranno venduti, ma il presidente è in trattative con un acquirente del
        sud, come si legge in una nota che il giornale ha visto.""",
    "pt": """A direção disse que vai fechar duas das fábricas até ao fim do ano e que à maioria das
        pessoas que trabalham nelas foi oferecido um lugar na nova. Ainda não se sabe quais serão
        vendidas, mas o presidente está em conversas com um comprador do sul, segundo uma nota que
        o jornal viu na segunda-feira.""",
    "nl": """De directie zei dat zij twee van de fabrieken voor het einde van het jaar zal sluiten en
        dat de meeste mensen die er werken een plaats in de nieuwe is aangeboden. Het is nog niet
        duidelijk welke worden verkocht, maar de voorzitter is in gesprek met een koper uit het
        zuiden, zo bleek uit een brief die bij de krant ligt.""",
    "sv": """Styrelsen sade att den ska stänga två av fabrikerna före årets slut och att de flesta som
        arbetar där har fått en plats i den nya. Det är ännu inte klart vilka som kommer att säljas,
        men ordföranden är i samtal med en köpare från söder, och det är inte första gången som det
        händer, enligt ett brev som tidningen har läst.""",
    "pl": """Zarząd powiedział, że zamknie dwa z zakładów do końca roku i że większość ludzi, którzy
        tam pracują, dostała miejsce w nowym. Nie jest jeszcze jasne, które z nich będą sprzedane, ale
        prezes jest w rozmowach z kupcem z południa, jak wynika z listu, który jest w redakcji i do
        którego po raz pierwszy dotarła gazeta.""",
    "ru": """Совет сказал, что закроет два завода до конца года и что большинству людей, которые там
        работают, предложили место на новом. Пока не ясно, какие из них будут проданы.""",
    "zh": "董事会表示，将在年底前关闭其中两家工厂，并且已向在那里工作的大多数人提供了新工厂的职位。目前尚不清楚哪些工厂将被出售，但董事长正在与一家来自南方的买家进行谈判。公司没有透露更多细节，也没有说明交易何时完成以及价格是多少，记者未能联系到买家。",
    "ja": "取締役会は、年末までに二つの工場を閉鎖し、そこで働くほとんどの人に新しい工場での職を提供したと述べた。どの工場が売却されるかはまだ明らかではないが、会長は南部の買い手と交渉している。会社は詳細を明らかにしていない。記者は買い手に連絡を取ることができなかった。",
}  # fmt: skip


@pytest.mark.parametrize("said", ["en", "de", "fr", "es", "zh", "it", "ru"])
@pytest.mark.parametrize("language", sorted(TEXTS))
def test_running_text_shows_its_language(language: str, said: str) -> None:
    found = visibly_other(TEXTS[language], f"{said}-XX")
    assert found in ({None, language} if said == language else {language})
    assert found is None or said != language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12.5 30.1 4,000 17 " * 50,
        "Lorem ipsum dolor sit amet consectetur adipisicing elit sed do eiusmod tempor " * 5,
        "Müller Schmidt Weber Fischer Meyer Wagner Becker Schulz Hoffmann Koch " * 10,
        "Die Maut brachte mehr ein als im Jahr davor.",
        "Revenue EBITDA 12 14 16 Margin 3 4 5 Q1 Q2 Q3 China Baidu 百度 Tencent 腾讯 " * 10,
    ],
    ids=["nothing", "numbers", "filler", "names", "one sentence", "a table"],
)
def test_what_shows_no_language_is_believed(text: str) -> None:
    assert visibly_other(text, "en") is None


def test_a_quotation_does_not_turn_an_article() -> None:
    assert visibly_other(TEXTS["en"] * 3 + TEXTS["de"], "en") is None


def test_one_language_of_norway_is_as_good_as_the_other() -> None:
    text = TEXTS["sv"].replace("och", "og")
    assert visibly_other(text, "no") == visibly_other(text, "nb")


def test_every_language_that_can_be_shown_has_a_name() -> None:
    telling = common("telling")
    shown = {*telling["words"], *(one["languages"][0] for one in telling["scripts"].values())}
    for language in sorted(shown):
        assert name_of(language)[0].isupper()
