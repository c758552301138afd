"""Dates that a person types: EDTF and plain English, read in full or refused with a sentence."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from incidents.temporal import PlainDate, PlainDateError, read_plain
from incidents.temporal.edtf import EDTF
from incidents.temporal.wording import say


@pytest.mark.parametrize(
    ("text", "edtf", "part"),
    [
        pytest.param("2023-09-19", "2023-09-19", "", id="edtf-day"),
        pytest.param(" 2023-09 ", "2023-09", "", id="edtf-month"),
        pytest.param("[2023-09-11..2023-09-17]", "[2023-09-11..2023-09-17]", "", id="edtf-set"),
        pytest.param("2023-06/..", "2023-06/..", "", id="edtf-open"),
        pytest.param("XXXX-07-07", "XXXX-07-07", "", id="edtf-open-year"),
        pytest.param("mid-September 2023", "2023-09", "mid", id="mid-month"),
        pytest.param("19 Sept 2023", "2023-09-19", "", id="short-month"),
        pytest.param("19 september 2023", "2023-09-19", "", id="lower-case"),
        pytest.param("may 2023", "2023-05", "", id="lower-case-may"),
        pytest.param("September 19th, 2023", "2023-09-19", "", id="month-first"),
        pytest.param("Tuesday, 19 September 2023", "2023-09-19", "", id="with-weekday"),
        pytest.param("on 3 May 2023.", "2023-05-03", "", id="preposition-and-full-stop"),
        pytest.param("between 11 and 17 September 2023", "[2023-09-11..2023-09-17]", "", id="between"),
        pytest.param("11 to 17 September 2023", "2023-09-11/2023-09-17", "", id="to"),
        pytest.param("11–17 September 2023", "2023-09-11/2023-09-17", "", id="dash"),
        pytest.param("from 28 August to 3 September 2023", "2023-08-28/2023-09-03", "", id="year-carried-back"),
        pytest.param("between June 2022 and May 2023", "[2022-06..2023-05]", "", id="between-months"),
        pytest.param("since June 2023", "2023-06/..", "", id="since"),
        pytest.param("until 2024", "../2024", "", id="until"),
        pytest.param("late in the week of 11 September 2023", "[2023-09-11..2023-09-17]", "end", id="late-in-week"),
        pytest.param("in the week of 13 September 2023", "[2023-09-11..2023-09-17]", "", id="week-of-any-day"),
        pytest.param("about 2020", "2020~", "", id="about"),
        pytest.param("circa 44 BC", "-0043~", "", id="circa-before-christ"),
        pytest.param("perhaps June 2021", "2021-06?", "", id="perhaps"),
        pytest.param("perhaps about June 2021", "2021-06%", "", id="perhaps-about"),
        pytest.param("about 2020 to 2021", "2020~/2021", "", id="about-one-end"),
        pytest.param("summer 2022", "2022-22", "", id="season"),
        pytest.param("the third quarter of 2009", "2009-35", "", id="quarter"),
        pytest.param("44 BC", "-0043", "", id="before-christ"),
        pytest.param("the 1990s", "199X", "", id="decade"),
        pytest.param("the late 1990s", "199X", "end", id="late-decade"),
        pytest.param("the 19th century", "18XX", "", id="century"),
        pytest.param("in or before 2019", "[..2019]", "", id="in-or-before"),
        pytest.param("on or before 18 September 2023", "[..2023-09-18]", "", id="on-or-before"),
        pytest.param("on or after 18 September 2023", "[2023-09-18..]", "", id="on-or-after"),
        pytest.param("in or before 18 September 2023", "[..2023-09-18]", "", id="in-or-before-a-day"),
        pytest.param("3 May 2023 or 5 May 2023", "[2023-05-03,2023-05-05]", "", id="or"),
        pytest.param("19 September 2023, 14:30 UTC+2", "2023-09-19T14:30:00+02:00", "", id="time-with-zone"),
        pytest.param("end of June 2022", "2022-06", "end", id="end-of-month"),
        pytest.param("13/09/2023", "2023-09-13", "", id="digits-that-can-mean-one-day-only"),
    ],
)
def test_plain_words_and_edtf_are_read(text: str, edtf: str, part: str) -> None:
    assert read_plain(text) == PlainDate(str(EDTF.parse(edtf)), part)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("", "is missing", id="empty"),
        pytest.param("   ", "is missing", id="blank"),
        pytest.param("hello", "was not understood", id="no-date"),
        pytest.param("19 September 2023 or so, they say", "was not understood", id="words-left-over"),
        pytest.param("31 February 2023", "no such day", id="day-that-does-not-exist"),
        pytest.param("30 February 2023", "no such day", id="day-that-never-exists"),
        pytest.param("2023-02-30", "no day 30", id="edtf-day-that-does-not-exist"),
        pytest.param("2023-9-1", "lacks a zero: write 2023-09-01", id="edtf-without-its-zeros"),
        pytest.param("2023-9", "lacks a zero: write 2023-09", id="edtf-month-without-its-zero"),
        pytest.param("year 0", "no year 0", id="year-that-no-era-has"),
        pytest.param("2023-13", "no month 13", id="edtf-month-that-does-not-exist"),
        pytest.param("last week", "depends on the day", id="relative-unit"),
        pytest.param("Tuesday", "depends on the day", id="weekday"),
        pytest.param("7 July", "depends on the day", id="no-year"),
        pytest.param("three weeks ago", "depends on the day", id="ago"),
        pytest.param("two days", "length of time", id="duration"),
        pytest.param("every week", "something repeated", id="repeated"),
        pytest.param("recently", "no date on the calendar", id="vague"),
        pytest.param("3/4/2021", "may be 3 April 2021 or 4 March 2021", id="day-or-month-first"),
        pytest.param("between 17 and 11 September 2023", "before it starts: write between 11 and 17", id="wrong-order"),
        pytest.param("\u0000\ud800", "was not understood", id="unusable-characters"),
    ],
)
def test_what_is_no_date_is_refused_with_a_sentence(text: str, says: str) -> None:
    with pytest.raises(PlainDateError, match=says) as caught:
        read_plain(text)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("text", "edtf", "part"),
    [
        pytest.param("last week", "[2023-09-11..2023-09-17]", "", id="last-week"),
        pytest.param("the end of last week", "[2023-09-11..2023-09-17]", "end", id="end-of-last-week"),
        pytest.param("Tuesday", "2023-09-19", "", id="weekday"),
        pytest.param("7 July", "2023-07-07", "", id="no-year"),
    ],
)
def test_a_reference_resolves_relative_words(text: str, edtf: str, part: str) -> None:
    assert read_plain(text, reference=date(2023, 9, 19)) == PlainDate(edtf, part)


def test_a_long_text_is_refused_at_once() -> None:
    start = time.perf_counter()
    with pytest.raises(PlainDateError, match="100,000"):
        read_plain("9" * 100_000)
    assert time.perf_counter() - start < 1


SAID = """
2023-09-19 2023-09 2023 -0043 0000 0070 0070-03 -0043-03-15 0999-12-31 2023-01-01 9999-12-31 2022-21 2022-22
2022-23 2022-24 2009-33 2009-36 2009-40 2009-41 2009-25 2009-37 199X 19XX 1XXX 201X 200X 00XX XXXX-07-07
XXXX-07 XXXX-22 2023-XX 2023-09-XX 2023-XX-XX X999 202X-05 2023-09-19T14:30:00 2023-09-19T14:30:15Z
2023-09-19T14:30:00+02:00 2023-09-19T14:30:00-05:30 2023-09-19T00:00:00 2023-09-11/2023-09-17
2023-09-11/2023-10-03 2022-09-11/2023-10-03 2023-12-31/2024-01-01 2023-06/2023-08 2022-06/2023-05 2019/2021
-0043/0014 0500/0600 2023-09-11/2023-10 2023-06/.. ../2023-06 2023-06/ /2023-06 2020~/.. ../2020? 2020~/2021
2020/2021~ [2023-09-11..2023-09-17] [2023-09-11..2023-09-20] [2023-08-28..2023-09-03] [2023-09-16..2023-09-17]
[2023-06..2023-08] [2022-06..2023-08] [2019..2021] [..2023] [2023-06..] [2023-01-01,2023-01-03]
{2023-01-01,2023-01-03} {2023-01,2023-03,2023-05} [2019,2021,2022] {2019..2021} [-0043..-0040]
[2023-12-25..2024-01-03] 2020~ 2020? 2020% 2021-06? 2023-09-15~ 199X~ 2022-22~ -0043~ 2009-33~ 1XXX?
2004-06~-11 2004-?06-11 Y17000 Y17E7 1950S2 [1990,1991..1993]
""".split()


@pytest.mark.parametrize("part", ["", "start", "mid", "end"])
@pytest.mark.parametrize("edtf", SAID)
def test_what_is_said_reads_back(edtf: str, part: str) -> None:
    assert read_plain(say(edtf, part=part)) == PlainDate(str(EDTF.parse(edtf)), part)


DATES = st.dates(min_value=date(1000, 1, 1)).map(date.isoformat)
SIMPLE = DATES | DATES.map(lambda d: d[:7]) | DATES.map(lambda d: d[:4]) | DATES.map(lambda d: d[:4] + "-22")
JOINED = st.tuples(SIMPLE, SIMPLE, st.sampled_from(["{}/{}", "[{}..{}]", "[{},{}]", "{{{},{}}}"])).map(
    lambda t: t[2].format(*sorted(t[:2]))
)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(
    edtf=SIMPLE | JOINED | st.tuples(SIMPLE, st.sampled_from("?~%")).map("".join),
    part=st.sampled_from(["", "start", "mid", "end"]),
)
def test_any_common_date_reads_back(edtf: str, part: str) -> None:
    try:
        canonical = str(EDTF.parse(edtf))
    except ValueError:
        assume(False)
    assert read_plain(say(canonical, part=part)) == PlainDate(canonical, part)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.text(max_size=40) | st.text(alphabet="0123456789-/.,[]{}XY?~% TZ", max_size=25))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read = read_plain(text)
    except PlainDateError:
        return
    assert str(EDTF.parse(read.edtf)) == read.edtf


def test_range_of_digits_that_may_be_two_days_is_refused():
    with pytest.raises(PlainDateError, match="may be 1–3 February 2021 or 2 January to 2 March 2021"):
        read_plain("01/02/2021 - 03/02/2021")
    assert read_plain("13/02/2021 - 15/02/2021").edtf == "2021-02-13/2021-02-15"


# The rows of these tables: words, what they are read as, and the part that is meant.
IN_FULL = {
    "es": """
19 de septiembre de 2023 | 2023-09-19
martes, 19 de septiembre de 2023 | 2023-09-19
el 3 de mayo de 2023 | 2023-05-03
3 mayo 2023 | 2023-05-03
1 de enero del 2024 | 2024-01-01
mayo de 2023 | 2023-05
en mayo de 2023 | 2023-05
finales de mayo de 2023 | 2023-05 end
a mediados de septiembre de 2023 | 2023-09 mid
a principios de 2022 | 2022 start
a finales de la semana del 11 de septiembre de 2023 | [2023-09-11..2023-09-17] end
en la semana del 11 de septiembre de 2023 | [2023-09-11..2023-09-17]
entre el 3 y el 5 de mayo de 2023 | [2023-05-03..2023-05-05]
entre junio de 2022 y mayo de 2023 | [2022-06..2023-05]
del 3 al 5 de mayo de 2023 | 2023-05-03/2023-05-05
del 28 de agosto al 3 de septiembre de 2023 | 2023-08-28/2023-09-03
de 2019 a 2021 | 2019/2021
desde junio de 2023 | 2023-06/..
desde el 3 de mayo de 2023 | 2023-05-03/..
a partir de 2021 | 2021/..
hasta 2024 | ../2024
antes de 2020 | [..2019]
antes del 3 de mayo de 2023 | [..2023-05-02]
después de 2020 | [2021..]
después de mayo de 2023 | [2023-06..]
a más tardar en 2019 | [..2019]
hacia 2020 | 2020~
alrededor de 1890 | 1890~
quizás junio de 2021 | 2021-06?
quizás hacia 2021 | 2021%
verano de 2022 | 2022-22
el tercer trimestre de 2009 | 2009-35
los años 1990 | 199X
los años noventa | 199X
el siglo XIX | 18XX
44 a. C. | -0043
algún día de junio de 2021 | 2021-06-XX
mayo y junio de 2023 | 2023-05/2023-06
3 de mayo de 2023 o 5 de mayo de 2023 | [2023-05-03,2023-05-05]
7 de julio, año desconocido | XXXX-07-07
19 de septiembre de 2023, 14:30 | 2023-09-19T14:30:00
la noche del 3 de mayo de 2023 | 2023-05-03
primero de mayo de 2020 | 2020-05-01
la década de 1990 | 199X
""",
    "de": """
vor dem Sommer 2022 | [..2022-05]
19. September 2023 | 2023-09-19
Dienstag, 19. September 2023 | 2023-09-19
am 3. Mai 2023 | 2023-05-03
3. Mai 2023 | 2023-05-03
den 3. Mai 2023 | 2023-05-03
3.5.2023 | 2023-05-03
Mai 2023 | 2023-05
im Mai 2023 | 2023-05
Anfang Mai 2023 | 2023-05 start
Mitte September 2023 | 2023-09 mid
Ende 2022 | 2022 end
Ende der Woche vom 11. September 2023 | [2023-09-11..2023-09-17] end
in der Woche vom 11. September 2023 | [2023-09-11..2023-09-17]
zwischen 3. und 5. Mai 2023 | [2023-05-03..2023-05-05]
zwischen dem 3. und dem 5. Mai 2023 | [2023-05-03..2023-05-05]
zwischen Juni 2022 und Mai 2023 | [2022-06..2023-05]
3. bis 5. Mai 2023 | 2023-05-03/2023-05-05
vom 3. bis 5. Mai 2023 | 2023-05-03/2023-05-05
vom 28. August bis zum 3. September 2023 | 2023-08-28/2023-09-03
von 2019 bis 2021 | 2019/2021
seit Juni 2023 | 2023-06/..
seit dem 3. Mai 2023 | 2023-05-03/..
ab 2021 | 2021/..
bis 2024 | ../2024
bis zum 3. Mai 2023 | ../2023-05-03
vor 2020 | [..2019]
vor dem 3. Mai 2023 | [..2023-05-02]
nach 2020 | [2021..]
nach Mai 2023 | [2023-06..]
spätestens 2019 | [..2019]
etwa 2020 | 2020~
um 1890 | 1890~
ca. 2020 | 2020~
vielleicht Juni 2021 | 2021-06?
vielleicht um 2021 | 2021%
Sommer 2022 | 2022-22
drittes Quartal 2009 | 2009-35
die 1990er Jahre | 199X
die neunziger Jahre | 199X
Ende der 1990er Jahre | 199X end
19. Jahrhundert | 18XX
das 19. Jahrhundert | 18XX
44 v. Chr. | -0043
irgendwann im Juni 2021 | 2021-06-XX
Mai und Juni 2023 | 2023-05/2023-06
3. Mai 2023 oder 5. Mai 2023 | [2023-05-03,2023-05-05]
7. Juli, Jahr unbekannt | XXXX-07-07
19. September 2023, 14:30 Uhr | 2023-09-19T14:30:00
Freitag, den 3. Mai 2024 | 2024-05-03
um das Jahr 1000 | 1000~
am Wochenende vom 16. September 2023 | [2023-09-16..2023-09-17]
""",
    "fr": """
19 septembre 2023 | 2023-09-19
mardi 19 septembre 2023 | 2023-09-19
le 3 mai 2023 | 2023-05-03
le 1er mai 2023 | 2023-05-01
mai 2023 | 2023-05
en mai 2023 | 2023-05
début mai 2023 | 2023-05 start
mi-septembre 2023 | 2023-09 mid
fin 2022 | 2022 end
à la fin de la semaine du 11 septembre 2023 | [2023-09-11..2023-09-17] end
dans la semaine du 11 septembre 2023 | [2023-09-11..2023-09-17]
entre le 3 et le 5 mai 2023 | [2023-05-03..2023-05-05]
entre juin 2022 et mai 2023 | [2022-06..2023-05]
du 3 au 5 mai 2023 | 2023-05-03/2023-05-05
du 28 août au 3 septembre 2023 | 2023-08-28/2023-09-03
de 2019 à 2021 | 2019/2021
depuis juin 2023 | 2023-06/..
depuis le 3 mai 2023 | 2023-05-03/..
à partir de 2021 | 2021/..
jusqu'en 2024 | ../2024
jusqu’au 3 mai 2023 | ../2023-05-03
avant 2020 | [..2019]
avant le 3 mai 2023 | [..2023-05-02]
après 2020 | [2021..]
après mai 2023 | [2023-06..]
au plus tard en 2019 | [..2019]
vers 2020 | 2020~
environ 1890 | 1890~
peut-être juin 2021 | 2021-06?
peut-être en juin 2021 | 2021-06?
peut-être vers 2021 | 2021%
été 2022 | 2022-22
le troisième trimestre 2009 | 2009-35
le troisième trimestre de 2009 | 2009-35
les années 1990 | 199X
les années 90 | 199X
le XIXe siècle | 18XX
19e siècle | 18XX
44 av. J.-C. | -0043
un jour de juin 2021 | 2021-06-XX
mai et juin 2023 | 2023-05/2023-06
3 mai 2023 ou 5 mai 2023 | [2023-05-03,2023-05-05]
7 juillet, année inconnue | XXXX-07-07
19 septembre 2023 à 14 h 30 | 2023-09-19T14:30:00
la fin des années 90 | 199X end
dans la nuit du 3 au 4 mai 2023 | 2023-05-03/2023-05-04
au printemps 2021 | 2021-21
""",
    "nl": """
19 september 2023 | 2023-09-19
dinsdag 19 september 2023 | 2023-09-19
op 3 mei 2023 | 2023-05-03
mei 2023 | 2023-05
in mei 2023 | 2023-05
eind mei 2023 | 2023-05 end
begin mei 2023 | 2023-05 start
half september 2023 | 2023-09 mid
medio 2022 | 2022 mid
eind 2022 | 2022 end
aan het eind van de week van 11 september 2023 | [2023-09-11..2023-09-17] end
in de week van 11 september 2023 | [2023-09-11..2023-09-17]
tussen 3 en 5 mei 2023 | [2023-05-03..2023-05-05]
tussen juni 2022 en mei 2023 | [2022-06..2023-05]
3 tot 5 mei 2023 | 2023-05-03/2023-05-05
van 3 tot en met 5 mei 2023 | 2023-05-03/2023-05-05
van 28 augustus t/m 3 september 2023 | 2023-08-28/2023-09-03
van 2019 tot 2021 | 2019/2021
sinds juni 2023 | 2023-06/..
vanaf 3 mei 2023 | 2023-05-03/..
tot 2024 | ../2024
tot en met 5 mei 2023 | ../2023-05-05
voor 2020 | [..2019]
vóór 3 mei 2023 | [..2023-05-02]
na 2020 | [2021..]
na mei 2023 | [2023-06..]
uiterlijk in 2019 | [..2019]
ongeveer 2020 | 2020~
omstreeks 1890 | 1890~
ca. 2020 | 2020~
misschien juni 2021 | 2021-06?
misschien in juni 2021 | 2021-06?
misschien rond 2021 | 2021%
zomer 2022 | 2022-22
de zomer van 2022 | 2022-22
het derde kwartaal van 2009 | 2009-35
de jaren negentig | 199X
eind jaren negentig | 199X end
de jaren 1990 | 199X
de 19e eeuw | 18XX
44 v.Chr. | -0043
ergens in juni 2021 | 2021-06-XX
mei en juni 2023 | 2023-05/2023-06
3 mei 2023 of 5 mei 2023 | [2023-05-03,2023-05-05]
7 juli, jaar onbekend | XXXX-07-07
19 september 2023 om 14.30 uur | 2023-09-19T14:30:00
in de nacht van 3 op 4 mei 2023 | 2023-05-03/2023-05-04
vóór eind 2020 | [..2020]
vóór begin 2020 | [..2019]
na eind 2020 | [2021..]
in de jaren 80 van de 19e eeuw | 188X
""",
    "en": """
before 2020 | [..2019]
before May 2023 | [..2023-04]
before 3 May 2023 | [..2023-05-02]
before the 1990s | [..1989]
after 2020 | [2021..]
after 31 December 2022 | [2023-01-01..]
after the 19th century | [1900..]
after the week of 11 September 2023 | [2023-09-18..]
in 2019 or later | [2019..]
by 2020 | [..2020]
maybe in June 2021 | 2021-06?
perhaps around 2021 | 2021%
ca. 2020 | 2020~
from June 2023 on | 2023-06/..
2019 until 2021 | 2019/2021
""",
}
FROM_A_DAY = {
    "es": """
hace tres semanas | [2023-08-28..2023-09-03]
la semana pasada | [2023-09-11..2023-09-17]
ayer | 2023-09-18
el martes | 2023-09-19
a finales de la semana pasada | [2023-09-11..2023-09-17] end
hace dos años | 2021
el mes pasado | 2023-08
7 de julio | 2023-07-07
""",
    "de": """
vor drei Wochen | [2023-08-28..2023-09-03]
letzte Woche | [2023-09-11..2023-09-17]
gestern | 2023-09-18
Dienstag | 2023-09-19
am Dienstag | 2023-09-19
Ende letzter Woche | [2023-09-11..2023-09-17] end
vor zwei Jahren | 2021
letzten Monat | 2023-08
7. Juli | 2023-07-07
""",
    "fr": """
il y a trois semaines | [2023-08-28..2023-09-03]
la semaine dernière | [2023-09-11..2023-09-17]
hier | 2023-09-18
mardi | 2023-09-19
à la fin de la semaine dernière | [2023-09-11..2023-09-17] end
il y a deux ans | 2021
le mois dernier | 2023-08
le 7 juillet | 2023-07-07
""",
    "nl": """
drie weken geleden | [2023-08-28..2023-09-03]
vorige week | [2023-09-11..2023-09-17]
gisteren | 2023-09-18
dinsdag | 2023-09-19
op dinsdag | 2023-09-19
eind vorige week | [2023-09-11..2023-09-17] end
twee jaar geleden | 2021
vorige maand | 2023-08
7 juli | 2023-07-07
""",
}


def rows(tables: dict[str, str]) -> list[object]:
    """Return a case for each row, named by its language and words."""
    made = []
    for language, table in tables.items():
        for row in table.strip().splitlines():
            text, _, wanted = row.partition(" | ")
            edtf, _, part = wanted.partition(" ")
            made.append(pytest.param(language, text, edtf, part, id=f"{language}: {text}"))
    return made


@pytest.mark.parametrize(("language", "text", "edtf", "part"), rows(IN_FULL))
def test_dates_are_read_as_their_language_writes_them(language: str, text: str, edtf: str, part: str) -> None:
    assert read_plain(text, language=language) == PlainDate(edtf, part)


@pytest.mark.parametrize(("language", "text", "edtf", "part"), rows(FROM_A_DAY))
def test_a_reference_resolves_relative_words_of_a_language(language: str, text: str, edtf: str, part: str) -> None:
    assert read_plain(text, language=language, reference=date(2023, 9, 19)) == PlainDate(edtf, part)
    with pytest.raises(PlainDateError, match="depends on the day"):
        read_plain(text, language=language)


@pytest.mark.parametrize("language", ["es", "de", "fr", "nl", "pl"])
@pytest.mark.parametrize(
    ("text", "edtf", "part"),
    [
        pytest.param("19 September 2023", "2023-09-19", "", id="day"),
        pytest.param("mid-September 2023", "2023-09", "mid", id="part"),
        pytest.param("late in the week of 11 September 2023", "[2023-09-11..2023-09-17]", "end", id="week"),
        pytest.param("between 3 and 5 May 2023", "[2023-05-03..2023-05-05]", "", id="between"),
        pytest.param("perhaps about June 2021", "2021-06%", "", id="perhaps-about"),
        pytest.param("before 2020", "[..2019]", "", id="before"),
        pytest.param("44 BC", "-0043", "", id="before-christ"),
        pytest.param("three weeks ago", "[2023-08-28..2023-09-03]", "", id="ago"),
        pytest.param("XXXX-07-07", "XXXX-07-07", "", id="edtf"),
    ],
)
def test_english_is_read_whatever_the_language(language: str, text: str, edtf: str, part: str) -> None:
    assert read_plain(text, language=language, reference=date(2023, 9, 19)) == PlainDate(edtf, part)


@pytest.mark.parametrize(
    ("language", "text", "says"),
    [
        pytest.param("es", "3/4/2021", "may be 3 de abril de 2021 or 4 de marzo de 2021", id="es-digits"),
        pytest.param("de", "3/4/2021", r"may be 3\. April 2021 or 4\. März 2021", id="de-digits"),
        pytest.param("fr", "3/4/2021", "may be 3 avril 2021 or 4 mars 2021", id="fr-digits"),
        pytest.param("nl", "3/4/2021", "may be 3 april 2021 or 4 maart 2021", id="nl-digits"),
        pytest.param("nl", "sinds 3/4/2021", "may be 3 april 2021 or 4 maart 2021", id="nl-digits-after-a-word"),
        pytest.param("es", "tonterías", "write for example 19 de septiembre de 2023", id="es-no-date"),
        pytest.param("de", "Unsinn", r"write for example 19\. September 2023", id="de-no-date"),
        pytest.param("fr", "n'importe quoi", "write for example 19 septembre 2023", id="fr-no-date"),
        pytest.param("nl", "onzin", "write for example 19 september 2023", id="nl-no-date"),
        pytest.param("es", "31 de febrero de 2023", "no such day", id="es-no-such-day"),
        pytest.param("de", "31. Februar 2023", "no such day", id="de-no-such-day"),
        pytest.param("fr", "31 février 2023", "no such day", id="fr-no-such-day"),
        pytest.param("nl", "31 februari 2023", "no such day", id="nl-no-such-day"),
        pytest.param("es", "dos días", "length of time", id="es-duration"),
        pytest.param("de", "jede Woche", "something repeated", id="de-repeated"),
        pytest.param("fr", "récemment", "no date on the calendar", id="fr-vague"),
        pytest.param("nl", "vorige week", "in full, for example 19 september 2023", id="nl-relative"),
        pytest.param("nl", "na onzin", "was not understood", id="nl-after-what"),
        pytest.param("de", "vor dem Umbau 2022", "was not understood", id="de-before-a-happening"),
        pytest.param("nl", "19 september 2023 ofzo", "was not understood", id="nl-words-left-over"),
    ],
)
def test_refusals_show_what_would_be_right_in_the_language(language: str, text: str, says: str) -> None:
    with pytest.raises(PlainDateError, match=says) as caught:
        read_plain(text, language=language)
    assert str(caught.value).endswith(".")


@settings(derandomize=True, deadline=None, max_examples=200)
@given(
    language=st.sampled_from(["es", "de", "fr", "nl"]),
    words=st.lists(
        st.sampled_from("vor nach bis seit um tot van en het de la del y entre le fin des années 2020 3 mai mei 5. 19 "
                        "peut-être vielleicht quizás eind sinds , . o of ou and".split()),
        max_size=12,
    ),
)  # fmt: skip
def test_any_words_of_a_language_are_read_or_refused(language: str, words: list[str]) -> None:
    try:
        read = read_plain(" ".join(words), language=language)
    except PlainDateError:
        return
    assert str(EDTF.parse(read.edtf)) == read.edtf
