"""Languages without a table of their own: full dates by the months and weekdays that dateparser lists, nothing else."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from functools import partial

import pytest
from dateparser.data.languages_info import language_order
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.temporal import Mention, PlainDate, PlainDateError, read_plain, tag
from incidents.temporal.edtf import EDTF
from incidents.temporal.tables import tables_for
from incidents.temporal.wording import say
from incidents.tests.growth import growth

TUESDAY = date(2023, 9, 19)
LANGUAGES = ["it", "pt", "pl", "ru", "sv", "da", "cs", "tr", "ar", "fa", "hu", "vi", "zh", "th", "no"]


def only(text: str, language: str) -> Mention:
    """Return the one mention of a text, which must not hang on the day of the report."""
    (mention,) = tag(text, reference=TUESDAY, language=language)
    assert [mention] == tag(text, reference=None, language=language)
    return mention


def case(language: str, text: str, expression: str, edtf: str, name: str) -> object:
    return pytest.param(language, text, expression, edtf, id=f"{language}-{name}")


@pytest.mark.parametrize(
    ("language", "text", "expression", "edtf"),
    [
        case("it", "È nato il 19 settembre 2023 a Roma.", "19 settembre 2023", "2023-09-19", "day"),
        case("it", "Martedì 19 settembre 2023 ha chiuso.", "Martedì 19 settembre 2023", "2023-09-19", "weekday"),
        case("it", "a settembre 2023 la sede", "settembre 2023", "2023-09", "month"),
        case("it", "il 1º maggio 2021", "1º maggio 2021", "2021-05-01", "first"),
        case("it", "l’8 mar. 2021", "8 mar. 2021", "2021-03-08", "short-month-that-is-the-sea"),
        case("it", "19-21 settembre 2023", "19-21 settembre 2023", "2023-09-19/2023-09-21", "range"),
        case("it", "28 agosto – 3 settembre 2023", "28 agosto – 3 settembre 2023", "2023-08-28/2023-09-03", "carried"),
        case("pt", "em 19 de setembro de 2023, o", "19 de setembro de 2023", "2023-09-19", "day"),
        case("pt", "terça-feira, 3 de maio de 2022", "terça-feira, 3 de maio de 2022", "2022-05-03", "weekday"),
        case("pt", "desde maio de 2022", "maio de 2022", "2022-05", "month"),
        case("pt-BR", "em 1º de março de 2020", "1º de março de 2020", "2020-03-01", "of-brazil"),
        case("pl", "Stało się to 19 września 2023 r. w", "19 września 2023", "2023-09-19", "day"),
        case("pl", "we wtorek, 19 września 2023", "wtorek, 19 września 2023", "2023-09-19", "weekday"),
        case("pl", "We wrześniu 2023 roku", "wrześniu 2023", "2023-09", "month"),
        case("ru", "Это было 19 сентября 2023 года.", "19 сентября 2023", "2023-09-19", "day"),
        case("ru", "во вторник, 19 сентября 2023 года", "вторник, 19 сентября 2023", "2023-09-19", "weekday"),
        case("ru", "в сентябре 2023 года", "сентябре 2023", "2023-09", "month"),
        case("ru", "1-го мая 2020", "1-го мая 2020", "2020-05-01", "ordinal"),
        case("ru", "до 3 мая 2020г. включительно", "3 мая 2020г", "2020-05-03", "year-sign"),
        case("sv", "den 19 september 2023 kom", "19 september 2023", "2023-09-19", "day"),
        case("sv", "fredag 3 mars 2023", "fredag 3 mars 2023", "2023-03-03", "weekday"),
        case("sv", "den 19:e maj 2021", "19:e maj 2021", "2021-05-19", "ordinal"),
        case("sv", "I maj 2021 föll", "maj 2021", "2021-05", "month"),
        case("da", "den 19. september 2023", "19. september 2023", "2023-09-19", "day"),
        case("da", "tirsdag 19. september 2023", "tirsdag 19. september 2023", "2023-09-19", "weekday"),
        case("nb", "19. mai 2021", "19. mai 2021", "2021-05-19", "day"),
        case("no", "19. mai 2021", "19. mai 2021", "2021-05-19", "older-code"),
        case("cs", "dne 19. září 2023", "19. září 2023", "2023-09-19", "day"),
        case("cs", "v úterý 19. září 2023", "úterý 19. září 2023", "2023-09-19", "weekday"),
        case("cs", "v lednu 2021", "lednu 2021", "2021-01", "month"),
        case("tr", "Kaza 19 Eylül 2023’te oldu", "19 Eylül 2023", "2023-09-19", "day"),
        case("tr", "Salı, 19 Eylül 2023", "Salı, 19 Eylül 2023", "2023-09-19", "weekday"),
        case("tr", "Mayıs 2021 ayında", "Mayıs 2021", "2021-05", "month"),
        case("tr", "3 KASIM 2020", "3 KASIM 2020", "2020-11-03", "capitals-without-dot"),
        case("tr", "3 NİSAN 2020", "3 NİSAN 2020", "2020-04-03", "capitals-with-dot"),
        case("ar", "وقع الحادث في 19 سبتمبر 2023 في", "19 سبتمبر 2023", "2023-09-19", "day"),
        case("ar", "يوم الثلاثاء ١٩ سبتمبر ٢٠٢٣", "الثلاثاء ١٩ سبتمبر ٢٠٢٣", "2023-09-19", "arabic-digits"),
        case("ar", "في سبتمبر ٢٠٢٣ حدث", "سبتمبر ٢٠٢٣", "2023-09", "month"),
        case("ar", "في ٣ كانون الثاني ٢٠٢١، قال", "٣ كانون الثاني ٢٠٢١", "2021-01-03", "month-of-two-words"),
        case("ar", "19 سبتمبر/أيلول 2023", "19 سبتمبر/أيلول 2023", "2023-09-19", "month-in-both-names"),
        case("ar", "\u200f3\u200f مايو\u200f 2023\u200f", "3\u200f مايو\u200f 2023", "2023-05-03", "direction-marks"),
        case("ar", "أمس و19 سبتمبر 2023م", "19 سبتمبر 2023م", "2023-09-19", "glued-and"),
        case("fa", "در ۱۹ سپتامبر ۲۰۲۳ بود", "۱۹ سپتامبر ۲۰۲۳", "2023-09-19", "persian-digits"),
        case("he", "ב-19 בספטמבר 2023", "19 בספטמבר 2023", "2023-09-19", "prefix"),
        case("el", "τον Σεπτέμβριο του 2023", "Σεπτέμβριο του 2023", "2023-09", "month"),
        case("uk", "19 вересня 2023 року", "19 вересня 2023", "2023-09-19", "day"),
        case("hu", "2023. szeptember 19-én", "2023. szeptember 19", "2023-09-19", "year-first"),
        case("lt", "2023 m. rugsėjo 19 d.", "2023 m. rugsėjo 19", "2023-09-19", "year-first"),
        case("lv", "2023. gada 19. septembrī", "2023. gada 19. septembrī", "2023-09-19", "year-first"),
        case("vi", "ngày 19 tháng 9 năm 2023", "19 tháng 9 năm 2023", "2023-09-19", "month-by-number"),
        case("hi", "वह 19 सितंबर 2023 को आया", "19 सितंबर 2023", "2023-09-19", "vowel-signs"),
        case("zh", "公司于2023年9月19日在上海", "2023年9月19日", "2023-09-19", "no-blanks"),
        case("ja", "3人が2023年9月19日（火）に", "2023年9月19日", "2023-09-19", "no-blanks"),
        case("ko", "2023년 9월 19일에", "2023년 9월 19일", "2023-09-19", "blanks"),
        case("ca", "el 3 d’abril de 2021", "3 d’abril de 2021", "2021-04-03", "elision"),
        case("fil", "noong Setyembre 19, 2023", "Setyembre 19, 2023", "2023-09-19", "month-first"),
    ],
)
def test_full_dates_are_read_where_they_stand(language: str, text: str, expression: str, edtf: str) -> None:
    mention = only(text, language)
    assert (text[mention.start : mention.end], mention.edtf) == (expression, edtf)
    assert mention.confidence >= 0.8


NOTHING = {
    "it": "may, maggio, il 3 mag, martedì, 3, 1.5, 1,5, due giorni, la settimana scorsa, ieri, 3 ore fa, in 3 set",
    "pt": "may, maio, 3 de maio, terça, 3, 1.5, dois dias, semana passada, ontem, há 3 dias, o mar",
    "pl": "may, maj, 3 maja, wtorek, 3, 1.5, dwa dni, w zeszłym tygodniu, wczoraj, 3 dni temu",
    "ru": "may, май, 3 мая, вторник, 3, 1.5, два дня, на прошлой неделе, вчера, 3 дня назад",
    "sv": "may, maj, den 3 mars, tisdag, 3, 1.5, två dagar, förra veckan, i går, för 3 dagar sedan, nu",
    "da": "may, maj, 3. maj, tirsdag, 3, 1.5, to dage, sidste uge, i går, for 3 dage siden",
    "cs": "may, květen, 3. května, úterý, 3, 1.5, dva dny, minulý týden, včera, před 3 dny, pro 3",
    "tr": "may, Mayıs, 3 Mayıs, Salı, 3, 1.5, iki gün, geçen hafta, dün, 3 gün önce, 5 ara",
    "ar": "may, مايو, 3 مايو, الثلاثاء, 3, ٣, 1.5, ١٫٥, يومين, الأسبوع الماضي, أمس, قبل 3 أيام",
}


@pytest.mark.parametrize("language", NOTHING)
def test_nothing_is_invented(language: str) -> None:
    text = NOTHING[language]
    pieces = [text, f"{text}.", *text.replace("،", ",").split(", ")]
    for piece in pieces:
        assert tag(piece, reference=TUESDAY, language=language) == [], piece


@pytest.mark.parametrize("language", NOTHING)
@pytest.mark.parametrize("text", ["3", "1.5", "99999"])
def test_a_bare_number_is_refused_as_a_date(language: str, text: str) -> None:
    with pytest.raises(PlainDateError):
        read_plain(text, language=language, reference=TUESDAY)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("it", "maggio", id="month-alone"),
        pytest.param("it", "due giorni", id="two-days"),
        pytest.param("it", "ieri", id="yesterday"),
        pytest.param("it", "3 maggio", id="no-year"),
        pytest.param("it", "dal 19 al 21 settembre 2023", id="words-left-over"),
        pytest.param("ru", "вчера", id="yesterday-in-russian"),
    ],
)
def test_words_that_are_no_full_date_are_refused(language: str, text: str) -> None:
    with pytest.raises(PlainDateError, match="was not understood"):
        read_plain(text, language=language, reference=TUESDAY)


def test_a_day_of_no_calendar_is_named_with_one_that_is() -> None:
    with pytest.raises(PlainDateError, match="no such day as 30 febbraio 2023.*for example 28 febbraio 2023"):
        read_plain("30 febbraio 2023", language="it")


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        pytest.param("cs", "pro 2023 lidí", "2023", id="for-2023-is-not-december"),
        pytest.param("it", "set 2023", "2023", id="set-is-not-september"),
        pytest.param("fil", "may 2023 katao", "2023", id="there-are-is-not-may"),
        pytest.param("cs", "po 19. září 2023", "19. září 2023", id="after-is-not-monday"),
        pytest.param("sv", "Oktoberfest 2023", "2023", id="longer-word"),
    ],
)
def test_everyday_words_are_no_months_or_weekdays(language: str, text: str, said: str) -> None:
    mention = only(text, language)
    assert text[mention.start : mention.end] == said


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("it", "dal 19 al 21 settembre 2023", id="it-from-to"),
        pytest.param("it", "tra il 19 e il 21 settembre 2023", id="it-between"),
        pytest.param("ru", "с 19 по 21 сентября 2023", id="ru-from-to"),
        pytest.param("ar", "من 19 إلى 21 سبتمبر 2023", id="ar-from-to"),
        pytest.param("it", "mercoledì 19 settembre 2023", id="weekday-of-another-day"),
    ],
)
def test_a_date_that_may_say_more_stays_below_the_mark_for_print(language: str, text: str) -> None:
    assert only(text, language).confidence < 0.8


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("th", "19 กันยายน 2566, 19/09/2566", id="buddhist"),
        pytest.param("fa", "۱۴۰۲/۰۶/۲۸ (۱۴۰۲) 1402-06-28", id="solar-hijri"),
        pytest.param("ne", "2080/06/02", id="bikram-sambat"),
    ],
)
def test_years_of_other_calendars_are_left_alone(language: str, text: str) -> None:
    assert tag(text, reference=TUESDAY, language=language) == []


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        pytest.param("it", "martedì 19 settembre 2023", "2023-09-19", id="it"),
        pytest.param("it", "set 2023", "2023-09", id="it-short-month-by-itself"),
        pytest.param("pt", "19 de setembro de 2023", "2023-09-19", id="pt"),
        pytest.param("pl", "19 września 2023 roku", "2023-09-19", id="pl"),
        pytest.param("ru", "19 сентября 2023 г.", "2023-09-19", id="ru"),
        pytest.param("sv", "maj 2021", "2021-05", id="sv"),
        pytest.param("tr", "19 Eylül 2023", "2023-09-19", id="tr"),
        pytest.param("ar", "١٩ سبتمبر ٢٠٢٣", "2023-09-19", id="ar"),
        pytest.param("it", "late in the week of 11 September 2023", "[2023-09-11..2023-09-17]", id="english-beside"),
    ],
)
def test_plain_dates_are_read_in_other_languages(language: str, text: str, edtf: str) -> None:
    assert read_plain(text, language=language).edtf == edtf


@pytest.mark.parametrize("language", ["it", "ar", "zz"])
@pytest.mark.parametrize("edtf", ["2023-09-19", "2023-09", "2023-06/..", "[2023-09-11..2023-09-17]", "199X", "2020~"])
def test_what_is_said_is_read_back(language: str, edtf: str) -> None:
    assert read_plain(say(edtf, language=language), language=language) == PlainDate(edtf)


def test_own_languages_do_not_load_dateparser() -> None:
    code = (
        "import sys; from incidents.temporal import tag, read_plain\n"
        "for code in ('en', 'es', 'nl', 'de', 'fr', 'en-GB', ''): tag('3 May 2023', reference=None, language=code)\n"
        "read_plain('3 May 2023'); print('dateparser' in sys.modules)\n"
        "tag('3 maggio 2023', reference=None, language='it'); print('dateparser' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout.split() == ["False", "True"]


def test_every_language_of_dateparser_has_its_twelve_months() -> None:
    counts = {}
    for code in {name.split("-")[0] for name in language_order}:
        words = tables_for(code).words
        counts[code] = len({*words.get("month", {}).values(), *words.get("mabbr", {}).values()})
    assert len(counts) > 100
    # Korean and Cantonese write months in digits, Hawaiian and Tongan name two alike in dateparser's data.
    assert {code for code, count in counts.items() if count != 12} <= {"ko", "yue", "haw", "to"}


PIECES = st.sampled_from(
    """
    maggio mag set 19 2023 2023-09-19 martedì сентября 19-го года ١٩ سبتمبر أيلول / ( ) و19 2023م 2023年9月19日 2566
    Eylül NİSAN tháng 9 năm de d'abril . , – 1º : 14:30 UTC 1430 \u200f सितंबर
    """.split()
)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(
    text=st.lists(PIECES | st.text(max_size=3), max_size=20).map(" ".join),
    language=st.sampled_from(LANGUAGES) | st.text(max_size=6),
)
def test_any_text_gives_spans_in_order_and_closed_dates(text: str, language: str) -> None:
    end = 0
    for mention in tag(text, reference=TUESDAY, language=f"{language}-x" if language in LANGUAGES else "it"):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
        assert mention.anchor is None
        assert str(EDTF.parse(mention.edtf))
    tag(text, reference=TUESDAY, language=language)


@pytest.mark.parametrize("piece", ["3 maggio ", "maggio 2023 ", "19 al ", "d'", "2023年", "و1", "set. "])
def test_hostile_text_is_read_in_linear_time(piece: str) -> None:
    language = {"d'": "ca", "2023年": "zh", "و1": "ar"}.get(piece, "it")
    tag(piece, reference=None, language=language)
    size = 40_000 // len(piece)
    once, twice = (partial(tag, piece * n, reference=TUESDAY, language=language) for n in (size, 2 * size))
    assert growth(once, twice) <= 3
