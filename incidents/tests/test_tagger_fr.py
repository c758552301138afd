"""French dates: what each class of expression names, counted from a report of Tuesday, 19 September 2023."""

from __future__ import annotations

from datetime import date

import pytest

from incidents.temporal import Mention, tag

TUESDAY = date(2023, 9, 19)


def dated(text: str, reference: date | None = TUESDAY) -> list[Mention]:
    """Return what is on the calendar in a text."""
    return [m for m in tag(text, reference=reference, language="fr") if m.edtf]


def readings(text: str) -> list[str]:
    return [f"{text[m.start : m.end]} = {m.edtf}{' ' + m.part if m.part else ''}" for m in dated(text)]


WEEKDAYS = {
    "Il l'a annoncé lundi.": ["lundi = 2023-09-18"],
    "Il sera jugé mercredi.": ["mercredi = 2023-09-20"],
    "Il a parlé mardi dernier.": ["mardi dernier = 2023-09-12"],
    "Il parlera jeudi prochain.": ["jeudi prochain = 2023-09-21"],
    "Ce mardi, le juge a tranché.": ["Ce mardi = 2023-09-19"],
    "Demain mercredi, on vote.": ["Demain mercredi = 2023-09-20"],
    "Ce samedi 23, concert.": ["Ce samedi 23 = 2023-09-23"],
    "Samedi 16 et dimanche 17 septembre, fête.": ["Samedi 16 et dimanche 17 septembre = 2023-09-16/2023-09-17"],
    "Le premier lundi d'octobre, il partira.": ["Le premier lundi d'octobre = 2023-10-02"],
    "La journée de mardi fut longue.": ["La journée de mardi = 2023-09-19"],
    "Le musée ferme le lundi.": [],
    "Il est parti avant le 3 mai 2021.": ["avant le 3 mai 2021 = [..2021-05-02]"],
    "Ce soir à 8 h 30, concert.": ["Ce soir à 8 h 30 = 2023-09-19T20:30:00"],
    "Après 2010, plus rien.": ["Après 2010 = [2011..]"],
    "Il paiera au plus tard en octobre.": ["au plus tard en octobre = [..2023-10]"],
    "Trois jours après le 3 mai 2021, il revint.": ["Trois jours après le 3 mai 2021 = 2021-05-06"],
    "Après l'élection de 2020, il partit.": ["2020 = 2020"],
    "En mars 12 personnes sont parties, dans le 5e arrondissement.": ["mars = 2023-03"],
    "Un mardi de plus.": [],
    "Le lundi noir de la bourse.": [],
}
UNITS = {
    "La semaine dernière, il a neigé.": ["La semaine dernière = [2023-09-11..2023-09-17]"],
    "La semaine prochaine, on votera.": ["La semaine prochaine = [2023-09-25..2023-10-01]"],
    "L'an dernier fut mauvais.": ["L'an dernier = 2022"],
    "Le mois prochain sera humide.": ["Le mois prochain = 2023-10"],
    "Il y a trois semaines, tout allait bien.": ["Il y a trois semaines = [2023-08-28..2023-09-03]"],
    "Il y a sept ans, tout allait bien.": ["Il y a sept ans = 2016"],
    "Il y a plus de deux ans, il partait.": ["Il y a plus de deux ans = 2021"],
    "Il y a quinze jours, il a plu.": ["Il y a quinze jours = [2023-09-04..2023-09-10]"],
    "Dans trois semaines, on saura.": ["Dans trois semaines = [2023-10-09..2023-10-15]"],
    "Dans huit jours, on vote.": ["Dans huit jours = [2023-09-25..2023-10-01]"],
    "Le week-end dernier, il a plu.": ["Le week-end dernier = [2023-09-16..2023-09-17]"],
    "La semaine du 11 septembre.": ["La semaine du 11 septembre = [2023-09-11..2023-09-17]"],
}
MONTHS_AND_DAYS = {
    "Le 1er mai 1962, il naquit.": ["Le 1er mai 1962 = 1962-05-01"],
    "Signé le 5 mai dernier.": ["le 5 mai dernier = 2023-05-05"],
    "Il entrera en vigueur le 1er janvier prochain.": ["le 1er janvier prochain = 2024-01-01"],
    "Le 10 novembre 93, à Bordeaux.": ["Le 10 novembre 93 = 1993-11-10"],
    "En mai 68, on marchait.": ["mai 68 = 1968-05"],
    "En juin dernier, il a gagné.": ["juin dernier = 2023-06"],
    "Au mois d'août 2008, il nageait.": ["mois d'août 2008 = 2008-08"],
    "Au mois de mai, il courait.": ["mois de mai = 2023-05"],
    "En octobre a débuté le procès.": ["octobre = 2022-10"],
    "En novembre, on votera.": ["novembre = 2023-11"],
    "Lundi 18 septembre au matin, il est parti.": ["Lundi 18 septembre au matin = 2023-09-18"],
    "Le 14 juillet, on a dansé.": ["Le 14 juillet = 2023-07-14"],
    "Il habite rue du 8 mai 1945.": [],
    "La mise en place le 5 mai 2009 du plan.": ["le 5 mai 2009 = 2009-05-05"],
    "Le pont du 8 mai 2009 fut long.": ["8 mai 2009 = 2009-05-08"],
    "La place du 14 juillet est vide.": [],
}
PARTS = {
    "Début 2009, l'usine a fermé.": ["Début 2009 = 2009 start"],
    "Courant 2009, elle a rouvert.": ["Courant 2009 = 2009 mid"],
    "Fin mai, il est revenu.": ["Fin mai = 2023-05 end"],
    "À la mi-mai, il est parti.": ["À la mi-mai = 2023-05 mid"],
    "Il est mort mi-août.": ["mi-août = 2023-08 mid"],
    "Ce sera fini d'ici fin mai.": ["fin mai = 2024-05 end"],
    "Il s'achèvera d'ici à la fin de l'année.": ["la fin de l'année = 2023 end"],
    "Au début de l'été, il plut.": ["Au début de l'été = 2023-22 start"],
    "En fin d'année, il partira.": ["En fin d'année = 2023 end"],
    "En fin de semaine dernière, il est parti.": ["En fin de semaine dernière = [2023-09-11..2023-09-17] end"],
    "À la fin du XIXe siècle, on marchait.": ["À la fin du XIXe siècle = 18XX end"],
}
QUARTERS_SEASONS_DECADES = {
    "Au troisième trimestre 2009, on vendait peu.": ["troisième trimestre 2009 = 2009-35"],
    "Au deuxième trimestre de l'année dernière.": ["deuxième trimestre de l'année dernière = 2022-34"],
    "Au premier semestre, on vendait.": ["premier semestre = 2023-40"],
    "L'été dernier fut chaud.": ["été dernier = 2023-22"],
    "Au printemps 2011, il plut.": ["printemps 2011 = 2011-21"],
    "Les Jeux d'hiver ont plu.": [],
    "Dans les années quatre-vingt-dix, il chantait.": ["les années quatre-vingt-dix = 199X"],
    "Les années soixante-dix furent belles.": ["Les années soixante-dix = 197X"],
    "Dans les années 1990, il chantait.": ["les années 1990 = 199X"],
    "Au début des années 80, il chantait.": ["Au début des années 80 = 198X start"],
    "Au XIXe siècle, on marchait.": ["XIXe siècle = 18XX"],
    "Au siècle dernier, on marchait.": ["siècle dernier = 19XX"],
}
RANGES = {
    "Du 3 au 5 mai 2023, on dansait.": ["3 au 5 mai 2023 = 2023-05-03/2023-05-05"],
    "Entre le 3 et le 5 mai, il a plu.": ["Entre le 3 et le 5 mai = [2023-05-03..2023-05-05]"],
    "De 1990 à 1995, il dirigeait.": ["1990 à 1995 = 1990/1995"],
    "Les 16, 17 et 18 septembre, fermé.": ["Les 16, 17 et 18 septembre = 2023-09-16/2023-09-18"],
    "En juillet et août 2008.": ["juillet et août 2008 = 2008-07/2008-08"],
    "Jusqu'à la fin de la semaine.": ["Jusqu'à la fin de la semaine = ../2023-09-24"],
    "Depuis 1998, il vit à Nice.": ["Depuis 1998 = 1998/.."],
    "Depuis la mi-août, plus rien.": ["Depuis la mi-août = 2023-08/.."],
    "Jusqu'en 2010, il y travaillait.": ["Jusqu'en 2010 = ../2010"],
    "Ouvert jusqu'à dimanche.": ["jusqu'à dimanche = ../2023-09-24"],
    "À compter du 1er janvier 2024, la taxe.": ["À compter du 1er janvier 2024 = 2024-01-01/.."],
    "La directive 2000/31 oblige.": [],
}
POINTING_BACK = {
    "Le 5 mai 2009, il arriva. Le lendemain, il repartit.": ["Le 5 mai 2009 = 2009-05-05", "Le lendemain = 2009-05-06"],
    "Le 5 mai 2009, il arriva. La veille, il appelait.": ["Le 5 mai 2009 = 2009-05-05", "La veille = 2009-05-04"],
    "Le 5 mai 2009, il vint. Le surlendemain, rien.": ["Le 5 mai 2009 = 2009-05-05", "Le surlendemain = 2009-05-07"],
    "Le 5 mai 2009, il vint. L'avant-veille, rien.": ["Le 5 mai 2009 = 2009-05-05", "L'avant-veille = 2009-05-03"],
    "Le 5 mai 2009, il vint. Ce jour-là, il neigeait.": ["Le 5 mai 2009 = 2009-05-05", "Ce jour-là = 2009-05-05"],
    "Le 5 mai 2009, il vint. Cette année-là, on vota.": ["Le 5 mai 2009 = 2009-05-05", "Cette année-là = 2009"],
    "Le 5 mai 2009, il vint. Le soir même, il repartit.": ["Le 5 mai 2009 = 2009-05-05", "Le soir même = 2009-05-05"],
    "Le 5 mai 2009, il vint. Dans la nuit, il repartit.": ["Le 5 mai 2009 = 2009-05-05", "la nuit = 2009-05-05"],
    "Le 5 mai 2009, il vint. Trois jours plus tard, il partit.": [
        "Le 5 mai 2009 = 2009-05-05", "Trois jours plus tard = 2009-05-08",
    ],
    "En juin 2022, il vint. Trois mois auparavant, il partait.": [
        "juin 2022 = 2022-06", "Trois mois auparavant = 2022-03",
    ],
    "En 2008, il vint. L'année suivante, il partit.": ["2008 = 2008", "L'année suivante = 2009"],
    "En 2008, il vint. En mai de l'année suivante, il partit.": ["2008 = 2008", "mai de l'année suivante = 2009-05"],
    "Arrivé en 2010, il dirige depuis lors.": ["2010 = 2010", "depuis lors = 2010/.."],
    "Au troisième trimestre 2009, plus qu'à la même période de l'année précédente.": [
        "troisième trimestre 2009 = 2009-35", "la même période de l'année précédente = 2008-35",
    ],
    "Moins en août qu'au même mois de l'an dernier.": ["août = 2023-08", "même mois de l'an dernier = 2022-08"],
    "La veille du scrutin, tout était calme.": [],
}  # fmt: skip
TIMES = {
    "Dans la nuit de mardi à mercredi, un feu.": ["la nuit de mardi à mercredi = 2023-09-12/2023-09-13"],
    "Dans la nuit du 3 au 4 mai 2023, un feu.": ["la nuit du 3 au 4 mai 2023 = 2023-05-03/2023-05-04"],
    "Lundi soir, la foule attendait.": ["Lundi soir = 2023-09-18"],
    "Samedi en fin d'après-midi, un orage.": ["Samedi en fin d'après-midi = 2023-09-16"],
    "Vendredi dans la soirée, un orage.": ["Vendredi dans la soirée = 2023-09-15"],
    "Hier matin, il a plu.": ["Hier matin = 2023-09-18"],
    "Dans la soirée du 5 mai 2023, un cri.": ["la soirée du 5 mai 2023 = 2023-05-05"],
    "Le 19 septembre 2023 à 14 h 30.": ["Le 19 septembre 2023 à 14 h 30 = 2023-09-19T14:30:00"],
    "Lundi vers 8 heures, un cri.": ["Lundi vers 8 heures = 2023-09-18T08:00:00"],
    "Après 12 heures de vol, il dormait.": [],
}
NAMED_DAYS_AND_YEARS_IN_WORDS = {
    "À Noël, il neigeait.": ["Noël = 2022-12-25"],
    "Le lundi de Pâques, il plut.": ["lundi de Pâques = 2023-04-10"],
    "À la Toussaint 2010, il plut.": ["Toussaint 2010 = 2010-11-01"],
    "La nuit de la Saint-Sylvestre fut calme.": ["La nuit de la Saint-Sylvestre = 2022-12-31"],
    "Les vacances de Noël approchent.": [],
    "Né en mille neuf cent quatre-vingt-douze.": ["mille neuf cent quatre-vingt-douze = 1992"],
    "En dix-neuf cent quarante-cinq, la paix.": ["dix-neuf cent quarante-cinq = 1945"],
    "L'an deux mille cinq fut bon.": ["L'an deux mille cinq = 2005"],
    "Deux mille cinq cents personnes et quatre-vingts chiens.": [],
}
NO_DATES = {
    "Trois jours plus tard que prévu.": [],
    "Deux jours après l'accident, il parla.": [],
    "Elle a duré trois ans.": [],
    "Ces trois dernières années ont compté.": [],
    "Les prochains jours seront froids.": [],
    "Mars attaque et il a été vu.": [],
}
TENSES = {
    "Elle est rentrée mercredi. Elle rentrera mercredi.": ["mercredi = 2023-09-13", "mercredi = 2023-09-20"],
    "Annulée vendredi. La réunion prévue vendredi.": ["vendredi = 2023-09-15", "vendredi = 2023-09-22"],
    "Un accord est attendu d'ici vendredi.": ["d'ici vendredi = [..2023-09-22]"],
    "Il doit être remis mi-octobre. Il devait être remis mi-juillet.": [
        "mi-octobre = 2023-10 mid", "mi-juillet = 2023-07 mid",
    ],
    "Il avait quitté Nice en décembre. Il la quittera en décembre.": ["décembre = 2022-12", "décembre = 2023-12"],
    "Il déclarait en mai le contraire.": ["mai = 2023-05"],
    "Le 2 janvier, il venait. Le 2 janvier, il viendra.": ["Le 2 janvier = 2023-01-02", "Le 2 janvier = 2024-01-02"],
}  # fmt: skip
ALL = (
    WEEKDAYS | TENSES | UNITS | MONTHS_AND_DAYS | PARTS | QUARTERS_SEASONS_DECADES | RANGES | POINTING_BACK | TIMES
    | NAMED_DAYS_AND_YEARS_IN_WORDS | NO_DATES
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=t[:60]) for t, e in ALL.items()])
def test_expression_is_found_and_read(text: str, expected: list[str]) -> None:
    assert readings(text) == expected


def test_typographic_apostrophes_read_alike() -> None:
    assert readings("L’an dernier, d’ici à la fin de l’année.") == [
        "L’an dernier = 2022",
        "la fin de l’année = 2023 end",
    ]


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        pytest.param("Tous les mardis, marché.", "XXXX-WXX-2", id="plural-weekday"),
        pytest.param("Le lundi, c'est fermé.", "XXXX-WXX-1", id="weekday-with-article"),
        pytest.param("Chaque semaine, il chante.", "P1W", id="every-week"),
        pytest.param("Une lettre hebdomadaire.", "P1W", id="weekly"),
        pytest.param("Une réunion trimestrielle.", "P3M", id="quarterly"),
        pytest.param("Depuis trois ans, rien.", "P3Y", id="for-years"),
        pytest.param("Il dormit après 12 heures.", "PT12H", id="hours"),
        pytest.param("Dix-huit mois de prison.", "P18M", id="compound-number"),
        pytest.param("Désormais, on paie.", "PRESENT_REF", id="from-now-on"),
        pytest.param("Récemment, on payait.", "PAST_REF", id="recently"),
        pytest.param("Dans les prochains jours, on paiera.", "FUTURE_REF", id="coming-days"),
    ],
)
def test_what_is_no_date_is_marked_as_what_it_is(text: str, timex: str) -> None:
    (mention,) = tag(text, reference=TUESDAY, language="fr")
    assert (mention.edtf, mention.timex) == ("", timex)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Les attentats du 11 mars ont frappé le pays.", id="far-day-without-year"),
        pytest.param("Il y a plus de deux ans, il partait.", id="more-than"),
        pytest.param("Le 5 mai 2009, il vint. Le lendemain, il partit.", id="pointing-back"),
        pytest.param("Aujourd'hui vendredi, la foire ouvre.", id="weekday-disagrees"),
    ],
)
def test_what_words_leave_open_is_below_the_mark_for_print(text: str) -> None:
    assert dated(text)[-1].confidence < 0.8


def test_an_agency_report_gives_all_its_dates() -> None:
    text = (
        "LYON, 18 septembre (Agence) - Le parquet a annoncé lundi l'arrestation, dans la nuit de samedi à dimanche, de "
        "deux hommes recherchés depuis le 5 mai 2022. Le procès, qui s'était ouvert la semaine dernière, reprendra "
        "mercredi et doit durer jusqu'au 15 décembre. L'un d'eux, né en 1980, avait été condamné fin 2009."
    )
    assert [m.edtf for m in dated(text, date(2023, 9, 18))] == [
        "2023-09-18", "2023-09-18", "2023-09-16/2023-09-17", "2022-05-05/..", "[2023-09-11..2023-09-17]", "2023-09-20",
        "../2023-12-15", "1980", "2009",
    ]  # fmt: skip


def test_without_a_reference_nothing_is_made_up() -> None:
    text = "Le 5 mai dernier, mardi 12, ce soir-là, le lendemain et jeudi prochain."
    assert all("X" in m.edtf for m in dated(text, None))
