"""Sentences without a date of their own: which are proposed, and when they are said to have been."""

from __future__ import annotations

import pytest

from incidents.drafts import EventDraft
from incidents.extraction import propose, read_text
from incidents.temporal.edtf import EDTF

LEADS = {
    "en": "On Sunday, intruders entered the network of the port.",
    "es": "El domingo, unos intrusos entraron en la red del puerto.",
    "fr": "Dimanche, des intrus sont entrés dans le réseau du port.",
    "de": "Am Sonntag drangen Unbekannte in das Netz des Hafens ein.",
    "nl": "Zondag drongen onbekenden het netwerk van de haven binnen.",
}
DAY, PUBLISHED = "2023-09-17", "2023-09-19"
RECENT = f"[2023-09-11..{PUBLISHED}]"
UP_TO_NOW = f"[..{PUBLISHED}]"
BEFORE, SINCE, AHEAD = f"[..{DAY}]", f"[{DAY}..{PUBLISHED}]", f"[{PUBLISHED}..]"


def inferred(text: str, language: str = "en", published: str = PUBLISHED) -> list[EventDraft]:
    drafts = propose(read_text(text, published=published, language=language), inferred=True)
    return [draft for draft in drafts if draft.date and not draft.date.words]


def places(text: str, language: str = "en", published: str = PUBLISHED) -> list[str]:
    return [draft.date.edtf for draft in inferred(text, language, published) if draft.date]


@pytest.mark.parametrize(
    ("language", "sentence", "edtf"),
    [
        pytest.param("en", "They copied the files of the whole staff at night.", SINCE, id="en-tale-goes-on"),
        pytest.param("en", "The ministry had warned the port of an attack twice.", BEFORE, id="en-past-perfect"),
        pytest.param("en", "The director, who had left by car, closed the gates.", SINCE, id="en-aside"),
        pytest.param("en", "The guards that had fled by boat closed the gates.", SINCE, id="en-restrictive"),
        pytest.param("en", "Those, who had left the port by boat.", SINCE, id="en-aside-alone"),
        pytest.param("en", "A report notes that the guards had fled by boat.", BEFORE, id="en-that-clause"),
        pytest.param("en", "After they had fled, divers closed all of the gates.", SINCE, id="en-clause-in-front"),
        pytest.param("en", "The port, which had built a wall, had closed its gates.", BEFORE, id="en-aside-and-main"),
        pytest.param("en", "The gates had all been closed by the guards.", BEFORE, id="en-all-of-them"),
        pytest.param("en", "The ministry previously closed two gates of the port.", BEFORE, id="en-previously"),
        pytest.param("en", "The port has since closed all of its terminals.", SINCE, id="en-perfect"),
        pytest.param("en", "The port has closed its gates three times.", UP_TO_NOW, id="en-repeated-perfect"),
        pytest.param("en", "Three of the guards are being treated for burns.", PUBLISHED, id="en-being-done"),
        pytest.param("en", "The intruders are said to have copied all of the files.", SINCE, id="en-hearsay"),
        pytest.param("en", "The port will close the gates that were broken open.", AHEAD, id="en-ahead"),
        pytest.param("en", "The ministry condemned the attack on the port.", DAY, id="en-speech"),
        pytest.param("es", "Copiaron los archivos de toda la plantilla de noche.", SINCE, id="es-tale-goes-on"),
        pytest.param("es", "El ministerio había advertido al puerto varias veces.", BEFORE, id="es-past-perfect"),
        pytest.param("es", "El director, que había dejado la ciudad, cerró la red.", SINCE, id="es-aside"),
        pytest.param("es", "Cuando habían escapado, los buzos cerraron las puertas.", SINCE, id="es-clause-in-front"),
        pytest.param("es", "Anteriormente el ministerio cerró dos puertas del puerto.", BEFORE, id="es-previously"),
        pytest.param("es", "El puerto ha cerrado todas sus terminales al público.", SINCE, id="es-perfect"),
        pytest.param("es", "El puerto ha cerrado sus puertas tres veces.", UP_TO_NOW, id="es-repeated-perfect"),
        pytest.param("es", "El ministerio condenó el ataque y cerró su red.", DAY, id="es-speech"),
        pytest.param("fr", "Ils ont copié les fichiers de tout le personnel.", SINCE, id="fr-tale-goes-on"),
        pytest.param("fr", "Le ministère avait averti le port à plusieurs reprises.", BEFORE, id="fr-past-perfect"),
        pytest.param("fr", "Le directeur, qui avait quitté la ville, a fermé le réseau.", SINCE, id="fr-aside"),
        pytest.param("fr", "Lorsqu’ils avaient quitté le port, la police a fermé la rue.", SINCE, id="fr-front"),
        pytest.param("fr", "Précédemment, le ministère a fermé deux portes du port.", BEFORE, id="fr-previously"),
        pytest.param("fr", "Le ministère a condamné l’attaque et a fermé son réseau.", DAY, id="fr-speech"),
        pytest.param("de", "Sie kopierten die Dateien der ganzen Belegschaft.", SINCE, id="de-tale-goes-on"),
        pytest.param("de", "Das Ministerium hatte den Hafen mehrmals davor gewarnt.", BEFORE, id="de-past-perfect"),
        pytest.param("de", "Der Direktor, der die Stadt verlassen hatte, brach die Reise ab.", SINCE, id="de-aside"),
        pytest.param("de", "Vormals wurden im Hafen zwei Tore geschlossen.", BEFORE, id="de-previously"),
        pytest.param("de", "Ein Schiff verlor dabei die ganze Ladung.", SINCE, id="de-strong-verb"),
        pytest.param("de", "Das Ministerium verurteilte den Angriff auf den Hafen.", DAY, id="de-speech"),
        pytest.param("nl", "Zij kopieerden de bestanden van het hele personeel.", SINCE, id="nl-tale-goes-on"),
        pytest.param("nl", "Het ministerie had de haven meermaals gewaarschuwd.", BEFORE, id="nl-past-perfect"),
        pytest.param("nl", "De directeur, die de stad had verlaten, sloot het netwerk.", SINCE, id="nl-aside"),
        pytest.param("nl", "Nadat zij de haven had verlaten, sloot de politie de straat.", SINCE, id="nl-front"),
        pytest.param("nl", "Voorheen werden in de haven twee poorten gesloten.", BEFORE, id="nl-previously"),
        pytest.param("nl", "De haven heeft drie keer de poorten gesloten.", UP_TO_NOW, id="nl-repeated-perfect"),
        pytest.param("nl", "De haven heeft alle terminals voor bezoekers gesloten.", SINCE, id="nl-perfect"),
        pytest.param("nl", "Op de kade brak daarna een brand uit.", SINCE, id="nl-strong-verb"),
        pytest.param("nl", "Het ministerie veroordeelde de aanval op de haven.", DAY, id="nl-speech"),
    ],
)
def test_tense_and_adverbs_place_a_sentence(language: str, sentence: str, edtf: str) -> None:
    assert places(f"{LEADS[language]} {sentence}", language) == [edtf]


@pytest.mark.parametrize(
    ("language", "sentence", "edtf"),
    [
        pytest.param("en", "She joined the guild of the port aged 14.", UP_TO_NOW, id="en-aged"),
        pytest.param("en", "She was born in Calder and moved north.", UP_TO_NOW, id="en-born"),
        pytest.param("en", "He was freed two years after the fight.", UP_TO_NOW, id="en-years-after"),
        pytest.param("en", "The guild recently closed two gates of the port.", UP_TO_NOW, id="en-recently"),
        pytest.param("en", "The valve is a strip, which has caused leaks.", UP_TO_NOW, id="en-state"),
        pytest.param("en", "The quay was built by a guild of masons.", UP_TO_NOW, id="en-built-by"),
        pytest.param("en", "The quay was originally closed to ships.", UP_TO_NOW, id="en-originally"),
        pytest.param("en", "At that time, the guild closed two gates.", UP_TO_NOW, id="en-at-that-time"),
        pytest.param(
            "en", "A captain believes that two guards closed the gates.", UP_TO_NOW, id="en-told-beside-a-now"
        ),
        pytest.param("en", "The guild is to repair the gates that were broken.", AHEAD, id="en-is-to"),
        pytest.param("en", "This would explain how the guard was beaten.", DAY, id="en-supposed"),
        pytest.param("en", "A guard died at the age of 56.", DAY, id="en-age-of-the-dead"),
        pytest.param("es", "Entró en el gremio a los 14 años.", UP_TO_NOW, id="es-aged"),
        pytest.param("es", "Nació en Calder y se mudó al norte.", UP_TO_NOW, id="es-born"),
        pytest.param("es", "Fue liberado dos años después de la pelea.", UP_TO_NOW, id="es-years-after"),
        pytest.param("es", "El muelle fue construido por un gremio.", UP_TO_NOW, id="es-built-by"),
        pytest.param("es", "Recientemente el gremio cerró dos puertas.", UP_TO_NOW, id="es-recently"),
        pytest.param("es", "Un guardia murió a los 56 años.", DAY, id="es-age-of-the-dead"),
        pytest.param("fr", "Elle a quitté la guilde à l’âge de 14 ans.", UP_TO_NOW, id="fr-aged"),
        pytest.param("fr", "Elle est née à Calder et a grandi au nord.", UP_TO_NOW, id="fr-born"),
        pytest.param("fr", "Le quai a été construit par une guilde.", UP_TO_NOW, id="fr-built-by"),
        pytest.param("fr", "À l’époque, la guilde a fermé deux portes.", UP_TO_NOW, id="fr-at-that-time"),
        pytest.param("fr", "Il a été libéré deux ans après la bagarre.", UP_TO_NOW, id="fr-years-after"),
        pytest.param("de", "Im Alter von 14 Jahren begann sie im Hafen.", UP_TO_NOW, id="de-aged"),
        pytest.param("de", "Sie wurde in Calder geboren.", UP_TO_NOW, id="de-born"),
        pytest.param("de", "Er wurde zwei Jahre nach dem Streit entlassen.", UP_TO_NOW, id="de-years-after"),
        pytest.param("de", "Der Kai wurde von einer Gilde gebaut.", UP_TO_NOW, id="de-built-by"),
        pytest.param("de", "Damals schloss die Gilde zwei Tore.", UP_TO_NOW, id="de-at-that-time"),
        pytest.param("de", "Kürzlich schlossen die Wachen zwei Tore.", UP_TO_NOW, id="de-recently"),
        pytest.param("nl", "Zij begon op de leeftijd van 14 in de haven.", UP_TO_NOW, id="nl-aged"),
        pytest.param("nl", "Zij werd in Calder geboren.", UP_TO_NOW, id="nl-born"),
        pytest.param("nl", "Hij werd twee jaar na het gevecht vrijgelaten.", UP_TO_NOW, id="nl-years-after"),
        pytest.param("nl", "De kade werd door een gilde gebouwd.", UP_TO_NOW, id="nl-built-by"),
        pytest.param("nl", "Destijds sloot het gilde twee poorten.", UP_TO_NOW, id="nl-at-that-time"),
        pytest.param("nl", "De wachters sloten onlangs twee poorten.", UP_TO_NOW, id="nl-recently"),
    ],
)
def test_what_may_be_long_ago_is_not_on_the_day_of_the_story(language: str, sentence: str, edtf: str) -> None:
    assert places(f"{LEADS[language]}\n\n{sentence}", language) == [edtf]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", "They had read the plans of the quay. One of them opened the inner gate."),
        ("es", "Habían llamado a los guardias del muelle. Uno de ellos abrió la puerta interior."),
        ("fr", "Ils avaient appelé les gardes du quai. L’un d’eux a ouvert la porte intérieure."),
        ("de", "Sie hatten die Wachen am Kai angerufen. Zwei von ihnen schlossen das innere Tor."),
        ("nl", "Zij hadden de wachters van de kade gebeld. Een van hen opende de binnenste poort."),
    ],
)
def test_what_follows_a_past_perfect_is_of_then_too(language: str, sentences: str) -> None:
    assert places(f"{LEADS[language]} {sentences}", language) == [BEFORE, BEFORE]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        pytest.param(
            "On Sunday, intruders entered the port. They copied all of the files they found. On Monday, they left it.",
            "[2023-09-17..2023-09-18]",
            id="up-to-the-next-date",
        ),
        pytest.param(
            "On Sunday, intruders entered the port. They copied all of the files there. In 2019, a ship was lost.",
            SINCE,
            id="the-next-date-looks-back",
        ),
        pytest.param(
            "On Sunday, intruders entered the port.\n\nDivers closed all of the gates of the harbour.",
            DAY,
            id="new-paragraph-keeps-to-the-day",
        ),
        pytest.param(
            "On Sunday, a court jailed a man for a raid on the port in July 1999.\n\nHe broke two gates of the port.",
            f"[1999-07-01..{DAY}]",
            id="what-a-verdict-is-about",
        ),
        pytest.param(
            "On Sunday, a court jailed a man for a raid on the port in July 1999.\n\nThe mayor welcomed it at once.",
            DAY,
            id="a-reaction-to-a-verdict",
        ),
        pytest.param(
            "On Sunday, intruders entered the port.\n\nIn 1985, a storm hit the port.\n\nThe mayor offered his help.",
            SINCE,
            id="a-reaction-behind-the-past",
        ),
        pytest.param(
            "On Sunday, intruders entered the port.\n\nCargo lies on quays. Guards stand by it. Ships lie at sea."
            "\n\nDivers closed all of the gates.",
            DAY,
            id="a-story-that-never-left-its-day",
        ),
        pytest.param(
            "On Sunday, intruders entered the port, built in 1985.\n\nCargo lies on quays. Guards stand by it. "
            "Ships lie at sea.\n\nThe mayor has closed all of the gates.",
            UP_TO_NOW,
            id="a-perfect-far-from-any-date",
        ),
        pytest.param(
            "On Sunday, intruders entered the port, built in 1985.\n\nCargo lies on quays. Guards stand by it. "
            "Ships lie at sea.\n\nDivers closed all of the gates.",
            UP_TO_NOW,
            id="a-paragraph-without-a-date-between",
        ),
        pytest.param(
            "On Sunday, intruders entered the port. In 2019, a ship was lost.\n\nDivers closed all of the outer gates.",
            SINCE,
            id="after-a-look-back-the-story-goes-on",
        ),
        pytest.param(
            "On Sunday, intruders entered the port.\n\nIn 2019, a ship was lost.\n\nDivers closed all of the gates.",
            UP_TO_NOW,
            id="behind-a-paragraph-of-long-ago",
        ),
        pytest.param(
            "On Monday, guards left.\n\nNine were hurt in Sunday's protests. Divers closed all of the gates.",
            "[2023-09-17..2023-09-18]",
            id="the-day-of-a-noun-at-which-it-was",
        ),
        pytest.param(
            "In April, the port took the ships, which were banned in 2003. Divers closed all of the gates.",
            "[2023-04-01..2023-09-19]",
            id="a-clause-beside-does-not-lead-the-tale-back",
        ),
        pytest.param(
            "On Sunday, a port closed. In 2019, a ship was lost. The guild declined to comment. On Monday, they left.",
            "[2019-01-01..2023-09-19]",
            id="a-saying-need-not-come-before-the-next-date",
        ),
        pytest.param(
            "On Sunday, two crews entered the race.\n\nThe lead of one would end after a lap, which left it beaten.",
            "[2023-09-17..]",
            id="would-in-a-tale",
        ),
        pytest.param(
            "On Sunday, intruders entered the port. On Monday, they left. Guards earlier closed all of the gates.",
            "[2023-09-17..2023-09-18]",
            id="earlier-in-the-story",
        ),
        pytest.param(
            "On Sunday, intruders entered the port. In 2019, a ship was lost.\n\nThe port had closed its inner gates.",
            BEFORE,
            id="had-been-before-the-story",
        ),
        pytest.param("Divers closed all of the gates of the harbour.", RECENT, id="no-date-at-all"),
        pytest.param(
            "Nine are on trial over the leak.\n\nDivers closed all of the gates of the harbour.",
            UP_TO_NOW,
            id="no-date-in-a-later-paragraph",
        ),
        pytest.param(
            "Nine are on trial over the leak.\n\nThe ministry condemned the workers of the harbour.",
            RECENT,
            id="a-saying-in-a-later-paragraph",
        ),
    ],
)
def test_dates_around_a_sentence_bound_it(text: str, edtf: str) -> None:
    assert places(text) == [edtf]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        pytest.param("en", "A second bomb killed three.", id="en"),
        pytest.param("es", "Otra bomba mató a tres.", id="es"),
        pytest.param("fr", "Une autre bombe a tué trois hommes.", id="fr"),
        pytest.param("de", "Eine zweite Bombe tötete drei.", id="de"),
        pytest.param("nl", "Een tweede bom doodde drie.", id="nl"),
    ],
)
def test_what_tells_an_event_in_few_words_is_proposed(language: str, sentence: str) -> None:
    assert places(f"{LEADS[language]} {sentence}", language) == [SINCE]


def test_without_a_publication_date_what_follows_a_date_starts_there() -> None:
    assert places("On 4 May 2021 intruders entered the port. They copied all of the files.", published="") == [
        "2021-05-04"
    ]


def test_an_inferred_date_never_looks_like_a_stated_one() -> None:
    for draft in inferred(f"{LEADS['en']} They copied the files. The port has closed all of its nine terminals."):
        assert draft.date is not None
        assert (draft.date.words, draft.date.rule) == ("", "context")
        assert draft.date.confidence < 0.5
        EDTF.parse(draft.date.edtf)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        pytest.param("da", "Skibet blev liggende et andet sted end havnen.", id="no-words-for-the-language"),
        pytest.param("en", "Nobody at the port was hurt or had to leave.", id="en-what-did-not-happen"),
        pytest.param("es", "El puerto es el mayor de todo el país y de sus vecinos.", id="es-state"),
        pytest.param("es", "¿Se abrió algún día el puerto de la ciudad vecina?", id="es-question"),
        pytest.param("es", "El ministro dijo que estaba contento con el trabajo.", id="es-comment"),
        pytest.param("es", "Nadie fue detenido aquella noche en el puerto viejo.", id="es-what-did-not-happen"),
        pytest.param("fr", "Le port est le plus grand de tout le pays.", id="fr-state"),
        pytest.param("fr", "Il y a dans le port beaucoup de grues et de navires.", id="fr-there-is"),
        pytest.param("fr", "Nous avons fermé toutes les portes du vieux port.", id="fr-first-person"),
        pytest.param("de", "Der Hafen ist der größte des ganzen Landes.", id="de-state"),
        pytest.param("de", "Der Minister sagte, er sei mit der Arbeit zufrieden.", id="de-comment"),
        pytest.param("de", "Wir schlossen alle Tore des alten Hafens.", id="de-first-person"),
        pytest.param("nl", "De haven is de grootste van het hele land.", id="nl-state"),
        pytest.param("nl", "De minister zei dat hij tevreden was met het werk.", id="nl-comment"),
        pytest.param("nl", "Niemand werd die nacht in de haven aangehouden.", id="nl-what-did-not-happen"),
    ],
)
def test_what_tells_no_event_is_not_proposed(language: str, sentence: str) -> None:
    assert places(sentence, language) == []


def test_what_people_would_put_on_a_timeline_has_the_higher_salience() -> None:
    told, remarked = propose(
        read_text(
            f"{LEADS['en']}\n\nIt was, an officer remarked on Monday, “the kind of thing we have to live with”.",
            published=PUBLISHED,
        )
    )
    assert told.salience > remarked.salience
    assert all(0 < draft.salience < 1 for draft in (told, remarked))


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        pytest.param("Police have arrested a man over Sunday's raid on the port.", "en", SINCE, id="en-about"),
        pytest.param(
            "Divers have closed the port, the mayor said on Sunday.", "en", f"[2023-09-11..{DAY}]", id="en-said"
        ),
        pytest.param("Divers have closed the port three times over Sunday's raid.", "en", UP_TO_NOW, id="en-any-time"),
    ],
)
def test_what_has_happened_follows_what_it_is_about(text: str, language: str, edtf: str) -> None:
    assert places(text, language) == [edtf]
