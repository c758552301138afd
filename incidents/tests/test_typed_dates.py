"""The date field: whatever is typed is read exactly, or refused with what is wrong, where, and what would be right."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.plaindates import Reference, RelativeDateError, read_typed
from incidents.temporal import PlainDate, PlainDateError, WeekdayError, read_plain
from incidents.temporal.edtf import EDTF, EDTFError
from incidents.temporal.wording import say

from .test_edtf_properties import ANY

WEDNESDAY = date(2021, 5, 12)
RAW = re.compile(r"X|\.\.|[~?%]")
BRACKETS = re.compile(r" \([^()]*\)")

READ = {
    "en": """
3 or 4 May 2021 | [2021-05-03,2021-05-04]
May 3 or 4, 2021 | [2021-05-03,2021-05-04]
3, 5 and 9 June 2021 | {2021-06-03,2021-06-05,2021-06-09}
3, 5, and 9 June 2021 | {2021-06-03,2021-06-05,2021-06-09}
May 3, 5 and 9, 2021 | {2021-05-03,2021-05-05,2021-05-09}
30 April or 1 May 2021 | [2021-04-30,2021-05-01]
May 3, 2021, May 5, 2021 or May 7, 2021 | [2021-05-03,2021-05-05,2021-05-07]
3–5 May or 9 May 2021 | [2021-05-03..2021-05-05,2021-05-09]
Monday 3 or Tuesday 4 May 2021 | [2021-05-03,2021-05-04]
either 1850 or 1851 | [1850,1851]
May or June 2021 | [2021-05,2021-06]
1850s or 1860s | [185X,186X]
possibly 3 or 4 May 2021 | [2021-05-03?,2021-05-04?]
about 1850 or 1851 | [1850~,1851~]
3 and 4 May 2021 | 2021-05-03/2021-05-04
between 3 and 5 May 2021 | [2021-05-03..2021-05-05]
3-5 May 2021 | 2021-05-03/2021-05-05
May/June 2021 | 2021-05/2021-06
2021W19 | [2021-05-10..2021-05-16]
KW 19 2021 | [2021-05-10..2021-05-16]
week 19 2021 | [2021-05-10..2021-05-16]
2021-W19 | [2021-05-10..2021-05-16]
Q3 2021 | 2021-35
2021-Q3 | 2021-35
Q3/2021 | 2021-35
H1 2020 | 2020-40
2020 H1 | 2020-40
first half of 2021 | 2021-40
winter 1941/42 | 1941-24
winter of 1941–42 | 1941-24
winter 1941-1942 | 1941-24
Friday the 13th of May 2022 | 2022-05-13
around 10pm on 3 May 2021 | 2021-05-03
3 May 2021, around 22:00 | 2021-05-03
3 May 2021 at 14:05 UTC | 2021-05-03T14:05:00Z
2021-05-03 14:05 UTC | 2021-05-03T14:05:00Z
3 May 2021 14:00 +0200 | 2021-05-03T14:00:00+02:00
3 May 2021 14:00 local time | 2021-05-03T14:00:00
3 May 2021, 2 p.m. EDT | 2021-05-03T14:00:00-04:00
Tuesday 05/04/2021 | 2021-05-04
approximately 1850 | 1850~
c. 1850 | 1850~
c.1850 | 1850~
c1850 | 1850~
ca 1850 | 1850~
~ 1850 | 1850~
1850 or so | 1850~
1850-ish | 1850~
1850? | 1850?
1850 (?) | 1850?
before 1850 | [..1849]
1850s | 185X
19th century | 18XX
19th c. | 18XX
3rd century BC | -02XX
25th century BC | -24XX
early 1st century BC | -00XX start
1st century | 00XX
spring AD 405 | 0405-21
200 BC | -0199
300–201 BC | -0299/-0200
between 60 and 51 BC | [-0059..-0050]
44 BC to 14 AD | -0043/0014
no earlier than 3 May 2021 | [2021-05-03..]
not after 3 May 2021 | [..2021-05-03]
at the latest 3 May 2021 | [..2021-05-03]
by the end of May 2021 | [..2021-05]
starting 3 May 2021 | 2021-05-03/..
from 3 May 2021 | 2021-05-03/..
2021 to present | 2021/..
2021–present | 2021/..
2021– | 2021/..
–2021 | ../2021
20210503 | 2021-05-03
2021 05 03 | 2021-05-03
05.2021 | 2021-05
2021-May-03 | 2021-05-03
end 2021 | 2021 end
the weekend of 8–9 May 2021 | [2021-05-08..2021-05-09]
overnight 3-4 May 2021 | 2021-05-03/2021-05-04
3 May 2021, evening | 2021-05-03
Jan-Mar 2021 | 2021-01/2021-03
7 May 2021 (Friday) | 2021-05-07
May 7, 2021, Friday | 2021-05-07
2021 May | 2021-05
since 2019 until 2021 | 2019/2021
3 May '21 | 2021-05-03
before the 3rd century BC | [..-0300]
after the 3rd century BC | [-0199..]
late September 2023 (2023-09, late) | 2023-09 end
on or before 14 May 2021 ([..2021-05-14]) | [..2021-05-14]
about 11 June 2004 (2004-06~-11) | 2004-06~-11
""",
    "es": """
3 o 4 de mayo de 2021 | [2021-05-03,2021-05-04]
el 3 o el 4 de mayo de 2021 | [2021-05-03,2021-05-04]
los días 3, 5 y 9 de junio de 2021 | {2021-06-03,2021-06-05,2021-06-09}
del 3 al 5 de mayo de 2021 | 2021-05-03/2021-05-05
semana 19 de 2021 | [2021-05-10..2021-05-16]
T3 2021 | 2021-35
III trimestre de 2021 | 2021-35
invierno de 1941/42 | 1941-24
no después del 3 de mayo de 2021 | [..2021-05-03]
hacia las 22 h del 3 de mayo de 2021 | 2021-05-03
3 de mayo de 2021 a las 10 de la noche | 2021-05-03T22:00:00
vie. 7 de mayo de 2021 | 2021-05-07
s. XIX | 18XX
siglo III a. C. | -02XX
200 AC | -0199
2021 hasta hoy | 2021/..
desde 2019 hasta 2021 | 2019/2021
""",
    "fr": """
3 ou 4 mai 2021 | [2021-05-03,2021-05-04]
les 3, 5 et 9 juin 2021 | {2021-06-03,2021-06-05,2021-06-09}
d'ici au 3 mai 2021 | [..2021-05-03]
d’ici à 2025 | [..2025]
2e trimestre 2021 | 2021-34
IIe trimestre 2021 | 2021-34
S19 2021 | [2021-05-10..2021-05-16]
l'hiver 1941-42 | 1941-24
14 juillet 2021 | 2021-07-14
vers 22h le 3 mai 2021 | 2021-05-03
3 mai 2021 vers 22 h | 2021-05-03
v. 1850 | 1850~
IIe siècle av. J.-C. | -01XX
200 av. JC | -0199
pas après le 3 mai 2021 | [..2021-05-03]
2021 à nos jours | 2021/..
""",
    "de": """
3. oder 4. Mai 2021 | [2021-05-03,2021-05-04]
3., 5. und 9. Juni 2021 | {2021-06-03,2021-06-05,2021-06-09}
3.–5. Mai 2021 | 2021-05-03/2021-05-05
3.–5.5.2021 | 2021-05-03/2021-05-05
30.04.–02.05.2021 | 2021-04-30/2021-05-02
KW 19/2021 | [2021-05-10..2021-05-16]
KW19 2021 | [2021-05-10..2021-05-16]
19. KW 2021 | [2021-05-10..2021-05-16]
19. Kalenderwoche 2021 | [2021-05-10..2021-05-16]
III. Quartal 2021 | 2021-35
erste Hälfte 2021 | 2021-40
Winter 1941–42 | 1941-24
Fr, 07.05.2021 | 2021-05-07
nicht nach dem 3. Mai 2021 | [..2021-05-03]
gegen 22 Uhr am 3. Mai 2021 | 2021-05-03
3. Mai 2021 um 22 Uhr | 2021-05-03T22:00:00
3. Jahrhundert v. Chr. | -02XX
2021 bis heute | 2021/..
""",
    "nl": """
3 of 4 mei 2021 | [2021-05-03,2021-05-04]
3, 5 en 9 juni 2021 | {2021-06-03,2021-06-05,2021-06-09}
wk 19 2021 | [2021-05-10..2021-05-16]
1e helft 2020 | 2020-40
winter van 1941/42 | 1941-24
niet voor 3 mei 2021 | [2021-05-03..]
niet na 3 mei 2021 | [..2021-05-03]
rond 22 uur op 3 mei 2021 | 2021-05-03
3e eeuw v.Chr. | -02XX
2021 tot heden | 2021/..
""",
}
FROM_A_WEDNESDAY = {
    "en": """
by Friday | [..2021-05-14]
no later than Friday | [..2021-05-14]
until Friday | ../2021-05-14
before Friday | [..2021-05-13]
by Wednesday | [..2021-05-12]
by next Friday | [..2021-05-14]
by last Friday | [..2021-05-07]
since Friday | 2021-05-07/..
after Friday | [2021-05-08..]
after 3 May | [2021-05-04..]
Friday | 2021-05-07
3 or 4 May | [2021-05-03,2021-05-04]
""",
    "es": """
antes del viernes | [..2021-05-13]
a más tardar el viernes | [..2021-05-14]
hasta el viernes | ../2021-05-14
desde el viernes | 2021-05-07/..
""",
    "fr": """
d'ici vendredi | [..2021-05-14]
d'ici au 3 mai | [..2021-05-03]
avant vendredi | [..2021-05-13]
jusqu'à vendredi | ../2021-05-14
depuis vendredi | 2021-05-07/..
""",
    "de": """
spätestens Freitag | [..2021-05-14]
bis Freitag | ../2021-05-14
vor Freitag | [..2021-05-13]
seit Freitag | 2021-05-07/..
3.5. | 2021-05-03
""",
    "nl": """
uiterlijk vrijdag | [..2021-05-14]
tot vrijdag | ../2021-05-14
vóór vrijdag | [..2021-05-13]
sinds vrijdag | 2021-05-07/..
""",
}


def rows(tables: dict[str, str]) -> list[object]:
    """Return a case for each row: language, words, and the date with its part that they are."""
    made = []
    for language, table in tables.items():
        for row in table.strip().splitlines():
            words, _, wanted = row.rpartition(" | ")
            edtf, _, part = wanted.partition(" ")
            made.append(pytest.param(language, words, PlainDate(edtf, part), id=f"{language}: {words}"))
    return made


@pytest.mark.parametrize(("language", "words", "wanted"), rows(READ))
def test_what_editors_type_is_read(language: str, words: str, wanted: PlainDate) -> None:
    assert read_plain(words, language=language) == wanted


@pytest.mark.parametrize(("language", "words", "wanted"), rows(FROM_A_WEDNESDAY))
def test_limits_look_ahead_from_the_day_of_the_report(language: str, words: str, wanted: PlainDate) -> None:
    assert read_plain(words, language=language, reference=WEDNESDAY) == wanted
    with pytest.raises(PlainDateError, match="depends on the day|has no year") as caught:
        read_plain(words, language=language)
    assert caught.value.is_open or "has no year" in str(caught.value)


@pytest.mark.parametrize(
    ("language", "words", "choices"),
    [
        pytest.param("en", "Friday 4 May 2021", "Friday 7 May 2021 or Tuesday 4 May 2021", id="en"),
        pytest.param("en", "Fri., May 4, 2021", "Friday 7 May 2021 or Tuesday 4 May 2021", id="en-short"),
        pytest.param("en", "14:00 on Friday 4 May 2021", "Friday 7 May 2021 or Tuesday 4 May 2021", id="en-hour"),
        pytest.param("en", "by Friday 4 May 2021", "Friday 7 May 2021 or Tuesday 4 May 2021", id="en-limit"),
        pytest.param("en", "Friday 4 to Sunday 9 May 2021", "Friday 7 May 2021 or Tuesday 4 May 2021", id="en-span"),
        pytest.param("en", "4 May 2021 (Friday)", "Friday 7 May 2021 or Tuesday 4 May 2021", id="en-behind"),
        pytest.param("en", "Friday 2021-05-04", "Friday 7 May 2021 or Tuesday 4 May 2021", id="en-digits"),
        pytest.param("en", "Friday 3 or Tuesday 4 May 2021", "Friday 30 April 2021 or Monday 3 May 2021", id="en-or"),
        pytest.param("es", "viernes, 4 de mayo de 2021", "viernes 7 de mayo de 2021 or martes 4 de mayo", id="es"),
        pytest.param("fr", "le vendredi 4 mai 2021", "vendredi 7 mai 2021 or mardi 4 mai 2021", id="fr"),
        pytest.param("de", "Freitag, den 4. Mai 2021", r"Freitag 7\. Mai 2021 or Dienstag 4\. Mai 2021", id="de"),
        pytest.param("de", "Fr, 04.05.2021", r"Freitag 7\. Mai 2021 or Dienstag 4\. Mai 2021", id="de-short"),
        pytest.param("nl", "vrijdag 4 mei 2021", "vrijdag 7 mei 2021 or dinsdag 4 mei 2021", id="nl"),
    ],
)
def test_a_wrong_weekday_is_asked_back(language: str, words: str, choices: str) -> None:
    with pytest.raises(WeekdayError, match=f"Did you mean {choices}") as caught:
        read_plain(words, language=language)
    assert caught.value.is_dated


def test_a_wrong_weekday_is_said_in_one_sentence() -> None:
    with pytest.raises(WeekdayError) as caught:
        read_plain("Friday 4 May 2021")
    assert str(caught.value) == (
        "4 May 2021 was a Tuesday, not a Friday. Did you mean Friday 7 May 2021 or Tuesday 4 May 2021?"
    )
    with pytest.raises(WeekdayError, match="2021 is a Friday, not a Monday"):
        read_plain("Monday 14 May 2021", reference=WEDNESDAY)


PASTED = """
3\u00a0May\u202f2021 | 2021-05-03
3\u2009\u2013\u20095 May 2021 | 2021-05-03/2021-05-05
\uff13 May \uff12\uff10\uff12\uff11 | 2021-05-03
\u0663 May \u0662\u0660\u0662\u0661 | 2021-05-03
\u200f3 May 2021\u200e | 2021-05-03
\u2067\u0662\u0660\u0662\u0661-\u0660\u0665-\u0660\u0663\u2069 | 2021-05-03
2021\u201105\u201103 | 2021-05-03
2021\u201305\u201303 | 2021-05-03
2021\u221205\u221203 | 2021-05-03
3\u02b3\u1d48 May 2021 | 2021-05-03
\u201c3 May 2021\u201d | 2021-05-03
\u00ab\u00a03 May 2021\u00a0\u00bb | 2021-05-03
(3 May 2021) | 2021-05-03
[3 May 2021] | 2021-05-03
3 May\u200b 2021\ufeff. | 2021-05-03
3\u00adMay 2021 | -
"""


@pytest.mark.parametrize("row", PASTED.strip().splitlines())
def test_what_is_pasted_is_read_as_if_typed(row: str) -> None:
    words, _, wanted = row.rpartition(" | ")
    if wanted == "-":
        with pytest.raises(PlainDateError):
            read_plain(words)
    else:
        assert read_plain(words).edtf == wanted


REFUSED = {
    "en": """
 | A date is missing: write for example 19 September 2023
3 May\u00002021 | A control character (U+0000) behind “3 May” was not understood
\u0000 | A control character (U+0000) at the beginning
hello | “hello” was not understood as a date: write for example 19 September 2023
hello 2021 | “hello” was not understood, in “hello 2021”: write for example 2021.
Published: May 3, 2021 | “Published” was not understood, in “Published: May 3, 2021”: write for example May 3, 2021.
Date: 3 May 2021 | “Date” was not understood, in “Date: 3 May 2021”: write for example 3 May 2021.
3 Smarch 2021 | “Smarch” was not understood: did you mean 3 March 2021?
3 Mai 2021 | “Mai” was not understood: did you mean 3 May 2021?
Ramadan 2021 | “Ramadan” was not understood, in “Ramadan 2021”: write for example 2021.
31 February 2021 | no such day as 31 February 2021: February 2021 has 28 days. Write for example 28 February 2021.
Feb 30, 2020 | There is no such day as 30 February 2020: February 2020 has 29 days. Write for example 29 February 2020.
February 30th | There is no such day as 30 February: February has at most 29 days. Write for example 29 February.
31 April 2021 | April 2021 has 30 days. Write for example 30 April 2021.
32 May 2021 | There is no such day as 32 May 2021: May 2021 has 31 days
0 May 2021 | There is no such day as 0 May 2021
31/02/2021 | There is no such day as 31 February 2021
13/13/2021 | has no month: neither 13 nor 13 is a number from 1 to 12
5/3 | “5/3” may be 5 March or 3 May, and has no year: write the month as a word, for example 5 March 2023.
13/5 | “13/5” is 13 May, and has no year
2021/05 | “2021/05” may be a month or two years: write 2021-05 for May 2021.
2021-05-03/05 | “05” is no date: write 2021-05-03/2021-05-05
3 May 21 | “21” is no year of four digits: write 3 May 2021 or 3 May 1921.
0 | There is no year 0: 1 BC is followed by AD 1.
year 0 | There is no year 0
3 May 0 | There is no year 0
'45 | “'45” may be of 1945 or 2045: write the year with four digits.
03.05.45 | “03.05.45” may be of 1945 or 2045
85 | “85” is no year of four digits: write AD 85, 85 BC, or all digits, for example 1985.
12000 | The year 12000 lies beyond 9999, the last that words can name: write it in EDTF, Y12000,
year 12000 | write it in EDTF, Y12000,
3 May 20210 | The year 20210 lies beyond 9999
12000 BC | write it in EDTF, Y-11999.
week 19 | “week 19” has no year: write for example week 19 2023.
week 53 2021 | There is no week 53 in 2021: they are 2021-W01 to 2021-W52.
2021-W54 | There is no week 54 in 2021
the 3rd | “the 3rd” has no month
5 June 2021 to 3 May 2021 | ends before it starts: write 3 May 2021 to 5 June 2021.
3 May 2021 25:00 | “25:00” is no time of day: that is 00:00 to 23:59.
2021-05-03 14:75 | “14:75” is no time of day
3 May 2021, 2 p.m. Eastern | “Eastern” may be EST or EDT, an hour apart: write for example 3 May 2021, 2 p.m. EDT.
perhaps 3 May 2021, 14:00 | “perhaps” cannot go with a time of day: write 3 May 2021, 14:00, or perhaps 3 May 2021 w
by mid-May 2021 | ends inside May 2021, at no day that is named: write the very day, or mid-May 2021 or by May 2021.
3 May 2021 (2021-05-04) | “3 May 2021” is 2021-05-03, and not 2021-05-04 as in the brackets
unknown | “unknown” is no date: leave the field empty where none is known
n.d. | leave the field empty where none is known
summer 1941/42 | “summer” was not understood, in “summer 1941/42”: write for example 1941/42.
""",
    "es": """
31 de febrero de 2021 | February 2021 has 28 days. Write for example 28 de febrero de 2021.
30 de febrero de 2021 | There is no such day as 30 de febrero de 2021
3/5 | may be 3 de mayo or 5 de marzo, and has no year: write the month as a word, for example 3 de mayo de 2023.
3 de mallo de 2021 | “mallo” was not understood: did you mean 3 de mayo de 2021?
para el viernes | “para” was not understood, in “para el viernes”
""",
    "fr": """
30 février 2021 | There is no such day as 30 février 2021: February 2021 has 28 days. Write for example 28 février 2021.
3 may 2021 environ | “environ” was not understood, in “3 may 2021 environ”: write for example 3 may 2021.
sans date | leave the field empty where none is known
""",
    "de": """
31. Februar 2021 | February 2021 has 28 days. Write for example 28. Februar 2021.
30. Februar 2021 | There is no such day as 30. Februar 2021
29.2.2021 | There is no such day as 29. Februar 2021
KW 19 | “KW 19” has no year: write for example KW 19 2023.
o. D. | leave the field empty where none is known
""",
    "nl": """
31 februari 2021 | February 2021 has 28 days. Write for example 28 februari 2021.
30 februari 2021 | There is no such day as 30 februari 2021
tegen vrijdag | “tegen” was not understood, in “tegen vrijdag”
""",
}


@pytest.mark.parametrize(
    ("language", "words", "says"),
    [
        pytest.param(language, *row.split(" | "), id=f"{language}: {row.split(' | ')[0]!r}")
        for language, table in REFUSED.items()
        for row in table.strip("\n").splitlines()
    ],
)
def test_a_refusal_says_what_is_wrong_and_what_would_be_right(language: str, words: str, says: str) -> None:
    with pytest.raises(PlainDateError) as caught:
        read_plain(words, language=language)
    assert says in str(caught.value)
    assert str(caught.value)[-1] in ".?"


def test_a_long_text_is_refused_with_an_example() -> None:
    with pytest.raises(PlainDateError, match="at most 200 characters; this text has 201. Write the date alone, for"):
        read_plain("x" * 201)


# --- in whatever language ---------------------------------------------------------------------------------------------


def typed(line: str, *languages: str, day: date | None = None) -> str:
    report = Reference(day, "a report") if day else None
    return read_typed(line, languages=languages or ("en",), reference=lambda: report).edtf


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        pytest.param("14 juillet 2021", "2021-07-14", id="fr"),
        pytest.param("3 de mayo de 2021", "2021-05-03", id="es"),
        pytest.param("3. Mai 2021", "2021-05-03", id="de"),
        pytest.param("3 maart 2021", "2021-03-03", id="nl"),
        pytest.param("2e trimestre 2021", "2021-34", id="fr-quarter"),
        pytest.param("ete 2022", "2022-22", id="fr-without-accents"),
        pytest.param("Fruehling 2022", "2022-21", id="de-umlaut-as-two-letters"),
        pytest.param("marz 2023", "2023-03", id="de-without-umlaut"),
        pytest.param("sabado 6 de mayo de 2023", "2023-05-06", id="es-without-accents"),
        pytest.param("مارس 2023", "2023-03", id="ar"),
        pytest.param("٣ آذار ٢٠٢٣", "2023-03-03", id="ar-levantine-in-arabic-digits"),
        pytest.param("19 במרץ 2023", "2023-03-19", id="he"),
    ],
)
def test_the_desk_reads_all_five_languages_whatever_that_of_the_event(line: str, edtf: str) -> None:
    assert typed(line, "en") == typed(line, "pl", "en") == edtf


@pytest.mark.parametrize(
    ("language", "line", "read"),
    [
        ("fr", "debut ete 2022", PlainDate("2022-22", "start")),
        ("fr", "XXe siecle", PlainDate("19XX")),
        ("fr", "mi-aout 2022", PlainDate("2022-08", "mid")),
        ("de", "MAERZ 2023", PlainDate("2023-03")),
        ("de", "Ende Fruhling 2022", PlainDate("2022-21", "end")),
        ("es", "otono de 2022", PlainDate("2022-23")),
        ("es", "miercoles 3 de mayo de 2023", PlainDate("2023-05-03")),
    ],
)
def test_words_typed_without_their_accents_are_read(language: str, line: str, read: PlainDate) -> None:
    assert read_plain(line, language=language) == read


def test_a_wrong_weekday_without_its_accent_is_asked_back() -> None:
    with pytest.raises(WeekdayError):
        read_plain("sabado 3 de mayo de 2023", language="es")


def test_relative_words_of_another_language_count_from_the_report() -> None:
    assert typed("d'ici au 3 mai", "en", day=WEDNESDAY) == "[..2021-05-03]"
    with pytest.raises(RelativeDateError, match="d'ici au 3 mai” depends on the day"):
        typed("d'ici au 3 mai", "en")


def test_the_language_that_knows_a_date_says_what_is_wrong_with_it() -> None:
    with pytest.raises(PlainDateError, match="no such day as 31 februari 2021"):
        typed("31 februari 2021", "es", "en")
    with pytest.raises(WeekdayError, match="Did you mean vendredi 7 mai 2021 or mardi 4 mai 2021"):
        typed("vendredi 4 mai 2021", "en")
    with pytest.raises(PlainDateError, match="“banana” was not understood as a date: write for example 19 septembre"):
        typed("banana", "fr", "en")


def test_a_weekday_without_a_year_is_held_against_the_year_of_the_report() -> None:
    assert typed("Tuesday 4 May", day=WEDNESDAY) == "2021-05-04"
    with pytest.raises(WeekdayError, match="4 May 2021 was a Tuesday"):
        typed("Friday 4 May", day=WEDNESDAY)


# --- in words, and back -----------------------------------------------------------------------------------------------


def meaning(edtf: str) -> str:
    """Write in one way what EDTF writes in two: ~1850 and 1850~, +02 and +02:00."""
    edtf = re.sub(r"(?<![\dX-])([?~%])(-?[\dX]{4})(?![\dX?~%-])", r"\2\1", edtf)
    return re.sub(r"(T\d\d:\d\d:\d\d[+-]\d\d)(?!:)", r"\1:00", edtf)


@settings(derandomize=True, deadline=None, max_examples=600)
@given(ANY, st.sampled_from(["", "start", "mid", "end"]))
def test_every_date_has_words_and_reads_back_from_them(text: str, part: str) -> None:
    try:
        edtf = str(EDTF.parse(text))
    except EDTFError:
        return
    said = say(edtf, part=part)
    assert not RAW.search(BRACKETS.sub("", said)), said
    if len(said) > 200:
        return
    read = read_plain(said)
    assert read.part == part
    if re.fullmatch(r"-?\d{3}X", edtf):  # "between 60 BC and 51 BC" are the same years
        one, other = EDTF.parse(read.edtf), EDTF.parse(edtf)
        assert (one.earliest, one.latest) == (other.earliest, other.latest)
    else:
        assert meaning(read.edtf) == meaning(edtf)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(
    st.lists(st.sampled_from("3 5. 31 2021 44 May Mai mai Friday by until and or , – to the of early about KW Q3 "
                             "BC AD century ? ( ) 14:00 Uhr vendredi le au".split()), max_size=9),
    st.sampled_from(["en", "es", "fr", "de", "nl"]),
    st.sampled_from([None, WEDNESDAY]),
)  # fmt: skip
def test_any_words_are_read_or_refused_in_a_sentence(words: list[str], language: str, day: date | None) -> None:
    refusal = ""
    try:
        read = read_plain(" ".join(words), language=language, reference=day)
    except PlainDateError as error:
        refusal = str(error)
    if refusal:
        assert refusal[-1] in ".?"
        assert len(refusal) < 400
        return
    assert str(EDTF.parse(read.edtf)) == read.edtf
    assert not RAW.search(BRACKETS.sub("", say(read.edtf, part=read.part)))
