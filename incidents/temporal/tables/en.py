"""English."""

from __future__ import annotations

from . import Tables, numbered, of_orthodox_church, same
from .verbs import ENGLISH
from .wording_en import WORDING

MONTHS = numbered(
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTHS_SHORT = numbered(
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep sept", "oct", "nov", "dec"
)  # fmt: skip
WEEKDAYS = numbered("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS_SHORT = numbered("mon", "tue tues", "wed weds", "thu thur thurs", "fri", "sat", "sun")
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
CARDINALS = numbered(
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve a_dozen", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
) | TENS | {"hundred": 100, "a hundred": 100, "one hundred": 100, "a thousand": 1000}  # fmt: skip
CARDINALS |= {
    f"{ten}-{one}": number + n
    for ten, number in TENS.items()
    for n, one in enumerate("one two three four five six seven eight nine".split(), 1)
}
ORDINALS = numbered(
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth",
    "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
) | same(-1, "final closing")  # fmt: skip
UNITS = (
    same("day", "day days")
    | same("week", "week weeks")
    | same("fortnight", "fortnight fortnights")
    | same("weekend", "weekend weekends")
    | same("month", "month months")
    | same("quarter", "quarter quarters")
    | same("half", "half")
    | same("year", "year years")
    | same("decade", "decade decades")
    | same("century", "century centuries")
    | same("millennium", "millennium millennia")
    | same("hour", "hour hours")
    | same("minute", "minute minutes mins")
    | same("second", "seconds")
    | same("night", "nights")
    | same("season", "season seasons")
)
SEASONS = (
    same(0, "spring springtime") | same(1, "summer summertime") | same(2, "autumn fall") | same(3, "winter wintertime")
)
DAY_PARTS = (
    same(
        "MO",
        "morning mornings early_hours early_morning_hours the_early_hours "
        "the_early_morning_hours small_hours wee_hours morning_hours",
    )
    | same("AF", "afternoon afternoon_hours")
    | same("EV", "evening evening_hours")
    | same("NI", "night overnight")
    | same("MI", "midday lunchtime")
    | same("DT", "daytime")
)
RELATIVE_DAYS = {
    "today": (0, ""),
    "earlier today": (0, ""),
    "later today": (0, ""),
    "yesterday": (-1, ""),
    "tomorrow": (1, ""),
    "tonight": (0, "NI"),
    "last night": (-1, "NI"),
    "the day before yesterday": (-2, ""),
    "day before yesterday": (-2, ""),
    "the day after tomorrow": (2, ""),
    "day after tomorrow": (2, ""),
}
HOLIDAYS: dict[str, object] = {
    "christmas day": ("fixed", 12, 25),
    "christmas eve": ("fixed", 12, 24),
    "christmas": ("fixed", 12, 25),
    "boxing day": ("fixed", 12, 26),
    "new year's day": ("fixed", 1, 1),
    "new year's eve": ("fixed", 12, 31),
    "new year's": ("fixed", 1, 1),
    "may day": ("fixed", 5, 1),
    "halloween": ("fixed", 10, 31),
    "hallowe'en": ("fixed", 10, 31),
    "valentine's day": ("fixed", 2, 14),
    "st. patrick's day": ("fixed", 3, 17),
    "april fools' day": ("fixed", 4, 1),
    "all saints' day": ("fixed", 11, 1),
    "bastille day": ("fixed", 7, 14),
    "international women's day": ("fixed", 3, 8),
    "independence day": ("fixed", 7, 4),
    "veterans day": ("fixed", 11, 11),
    "armistice day": ("fixed", 11, 11),
    "remembrance day": ("fixed", 11, 11),
    "juneteenth": ("fixed", 6, 19),
    "epiphany": ("fixed", 1, 6),
    "thanksgiving": ("nth", 11, 4, 4),
    "thanksgiving day": ("nth", 11, 4, 4),
    "labor day": ("nth", 9, 1, 1),
    "memorial day": ("nth", 5, 1, -1),
    "martin luther king day": ("nth", 1, 1, 3),
    "presidents' day": ("nth", 2, 1, 3),
    "easter": ("easter", 0),
    "easter sunday": ("easter", 0),
    "easter monday": ("easter", 1),
    "good friday": ("easter", -2),
    "maundy thursday": ("easter", -3),
    "ash wednesday": ("easter", -46),
    "palm sunday": ("easter", -7),
    "ascension day": ("easter", 39),
    "whit monday": ("easter", 50),
    "pentecost": ("easter", 49),
    "pentecost sunday": ("easter", 49),
    "pentecost monday": ("easter", 50),
    "whit sunday": ("easter", 49),
    "whitsun": ("easter", 49),
    "corpus christi": ("easter", 60),
    "trinity sunday": ("easter", 56),
    "holy saturday": ("easter", -1),
    "easter eve": ("easter", -1),
    "shrove tuesday": ("easter", -47),
    "mardi gras": ("easter", -47),
    "holy week": ("easter-week", -6),
    "advent sunday": ("advent", -21),
    "new year": ("fixed", 1, 1),
    "candlemas": ("fixed", 2, 2),
    "all souls' day": ("fixed", 11, 2),
    "guy fawkes night": ("fixed", 11, 5),
    "anzac day": ("fixed", 4, 25),
    "canada day": ("fixed", 7, 1),
    "columbus day": ("nth", 10, 1, 2),
}
HOLIDAYS |= of_orthodox_church(HOLIDAYS, before="orthodox")
REFERENCES = (
    same("PRESENT_REF", "now nowadays currently presently at_present at_the_moment at_this_time these_days right_now this_time")
    | same("PAST_REF", "recently lately formerly previously more_recently in_recent_years "
           "in_recent_months in_recent_weeks in_recent_days a_few_years_ago once_upon_a_time long_ago "
           "in_recent_times most_recently")
    | same("FUTURE_REF", "soon shortly the_future in_the_future in_the_near_future very_soon the_near_future")
)  # fmt: skip

PARTS = (
    same("start", "early the_beginning_of beginning_of the_start_of start_of the_very_beginning_of "
         "the_turn_of the_early_part_of the_first_days_of the_first_part_of the_opening_of the_early")
    | same("mid", "mid middle the_middle_of middle_of the_mid")
    | same("end", "late the_end_of end_of the_very_end_of the_close_of the_last_days_of the_final_days_of "
           "the_latter_part_of late_in late_on the_late the_closing_days_of the_tail_end_of")
    | same("start", "early_in early_on at_the_beginning_of at_the_start_of")
    | same("mid", "in_the_middle_of midway_through")
    | same("end", "at_the_end_of towards_the_end_of toward_the_end_of")
)  # fmt: skip

SHARES = {"quarter": 4, "third": 3, "fifth": 5, "quarters": 4, "thirds": 3}  # of a century or a decade


def spoken_times() -> dict[str, object]:
    """Spell the times of day between the hours: "half past ten" is 10:30, "quarter to ten" 9:45."""
    hours = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    made: dict[str, object] = {}
    for hour, word in enumerate(hours, 1):
        for said in (word, str(hour)):
            made[f"half past {said}"] = (hour, 30, None, "")
            made[f"quarter past {said}"] = (hour, 15, None, "")
            made[f"quarter to {said}"] = ((hour - 1) % 12 or 12, 45, None, "")
    return made


TABLES = Tables(
    code="en",
    capitals=True,
    day_first=True,
    words={
        "month": MONTHS,
        "mabbr": MONTHS_SHORT,
        "weekday": WEEKDAYS,
        "wabbr": WEEKDAYS_SHORT,
        "card": CARDINALS,
        "few": same(None, "several few a_few couple a_couple_of a_couple some many numerous"),
        "art": {"a": 1, "an": 1, "another": 1},
        "ord": ORDINALS,
        "unit": UNITS,
        "season": SEASONS,
        "daypart": DAY_PARTS,
        "relday": RELATIVE_DAYS,
        "holiday": HOLIDAYS,
        "ref": REFERENCES,
        "part": PARTS,
        "relunit": same((-1, "day", "last"), "eve"),
        "last": same(-1, "last past"),
        "next": same(1, "next coming upcoming"),
        "this": same(0, "this current the_current"),
        "prev": same(-1, "previous preceding prior"),
        "following": same(1, "following ensuing subsequent"),
        "same": same(0, "same that"),
        "ago": same(-1, "ago back"),
        "hence": same(1, "from_now hence from_today"),
        "earlier": same(-1, "earlier before previously"),
        "later": same(1, "later after afterwards afterward thereafter"),
        "within": same(1, "in"),
        "the": same(0, "the"),
        "of": same(0, "of"),
        "since": same(0, "since ever_since"),
        "until": same(0, "until till up_until up_to"),
        "from": same(0, "from"),
        "to": same(0, "to through thru into"),
        "between": same(0, "between"),
        "and": same(0, "and"),
        "on": same(0, "on at during over by"),
        "about": same(0, "about around approximately roughly") | same(1, "circa c. ca."),
        "ending": same("end", "ending ended") | same("start", "beginning starting commencing"),
        "every": same(0, "every each per once_a once_an twice_a twice_an times_a times_an"),
        "often": {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M", "annual": "P1Y",
                  "annually": "P1Y", "yearly": "P1Y", "biannual": "P6M", "biennial": "P2Y", "hourly": "PT1H",
                  "nightly": "P1D"} | {f"{name}s": f"XXXX-WXX-{number}" for name, number in WEEKDAYS.items()},
        "era": same(-1, "bc bce b.c. b.c.e. before_christ before_the_common_era before_common_era")
        | same(1, "ad ce a.d. c.e. of_the_common_era"),
        "decade": {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
                   "eighties": 80, "nineties": 90},
        "quarter": {"q1": 1, "q2": 2, "q3": 3, "q4": 4},
        "half": {"h1": 1, "h2": 2},
        "clock": spoken_times() | {"noon": (12, 0, None, ""), "midnight": (0, 0, None, "")},
        "then": same("at", "by_then") | same("since", "since_then") | same("until", "until_then till_then"),
        "or": same(0, "or"),
        "exact": same(0, "exactly to_the_day precisely"),
        "hedge": same(0, "more_than less_than nearly almost just_over just_under"),
        "bound": {"no later than": (-1, True), "not later than": (-1, True), "on or before": (-1, True),
                  "at or before": (-1, True), "in or before": (-1, True), "prior to": (-1, False),
                  "no earlier than": (1, True), "not earlier than": (1, True), "not before": (1, True),
                  "on or after": (1, True), "in or after": (1, True)},
        "fiscal": same("year", "fiscal financial fy"),
        "fyear": {f"fy{year}": year for year in range(1950, 2060)} | {f"fy{year % 100:02d}": year for year in range(1980, 2060)},
        "edge": {"year-end": ("year", "end"), "year's end": ("year", "end"), "month-end": ("month", "end"),
                 "month's end": ("month", "end"), "week's end": ("week", "end"), "midyear": ("year", "mid"),
                 "mid-year": ("year", "mid"), "midweek": ("week", "mid"), "mid-week": ("week", "mid"),
                 "decade's end": ("decade", "end"), "century's end": ("century", "end")},
        "weekno": {f"w{n}": n for n in range(1, 54)} | {f"w{n:02d}": n for n in range(1, 10)},
        "roman": numbered("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv",
                          "xvi", "xvii", "xviii", "xix", "xx", "xxi"),
        "oclock": same(0, "o'clock"),
        "closing": same(0, "end ended ends ending finish finished close closed start started rest remainder"),
        "share": SHARES,  # the last: what is a unit or an ordinal too stays that
    },
    shy=frozenset("eve may march mar august second sun sat mon fri wed jan dec sep".split()),
    shy_seasons=frozenset({"fall"}),
    inside=frozenset(
        "in since until till by during of early late mid from last next this between before after to through for "
        "and on born died b d est".split()
    ),
    future=frozenset(
        "will shall ll won't going scheduled expected planned due plans plan upcoming forthcoming ahead deadline should "
        "would begins starts resumes expires tomorrow aims hopes intends intend set slated postponed delayed may might expects "
        "next soon promises likely future".split()
    ),
    backward=frozenset("since".split()),
    local_time=(("local", "time"),),
    states=frozenset("open closed shut free available".split()),
    presents=frozenset(
        "meets meet votes opens convenes convene airs premieres plays faces hosts resumes concludes sits".split()
    ),
    copulas=frozenset("is are".split()),
    closings=frozenset("higher lower flat up down mixed unchanged".split()),
    after_states=frozenset("by since after".split()),
    past=frozenset(
        "was were had did has have been said told took went came made gave got began ran won lost fell rose grew saw left "
        "met held struck hit broke sent spoke wrote found brought bought sold built caught chose died led paid put read "
        "sank swam flew drove fought felt kept drew blew drank ate hid knew rang sang sat slept slid stood taught tore woke wore "
        "became froze lay laid meant swept "
        "rode shot shut spent stole swore thought threw understood withdrew last ago".split()
    )
    | ENGLISH,
    present=frozenset({"is", "are"}),
    hearsay=frozenset("may might could would must should".split()),
    hearsay_tail=r"^(?:not )?have\b",
    aimed=frozenset({"for"}),
    possessives=frozenset("its their our his her my your".split()),
    to_come=frozenset({"to"}),
    adverb_ending="ly",
    passive=frozenset({"be"}),
    subject_first=True,
    past_endings=("ed",),
    determiners=frozenset("the a an his its their my our every each no some any".split()),
    was=frozenset({"was", "were", "had"}),
    plans=frozenset(
        "due scheduled expected planned supposed set slated meant going intended hoped hoping planning expecting about "
        "timed earmarked booked".split()
    ),
    saying=frozenset(
        "said says told tells announced announces reported reports according confirmed confirms added stated".split()
    ),
    had=frozenset({"had"}),
    counted=frozenset(
        "people persons workers employees soldiers troops men women children jobs dollars euros pounds kilometers "
        "kilometres km miles metres meters feet tonnes tons kg hp mw homes houses units points voters members "
        "families refugees deaths cases copies cars seats hectares acres households villages villagers civilians students "
        "pupils protesters demonstrators marchers passengers prisoners inmates detainees patients inhabitants residents "
        "citizens migrants animals vehicles ships vessels planes aircraft tanks guests visitors spectators fans "
        "participants volunteers fighters rebels militants officers staff troops workmen sailors signatures shares "
        "tickets bottles books pages items pieces square cubic buildings apartments flats beds rooms schools shops "
        "firms companies branches farms trees cattle sheep cows pigs horses injuries arrests complaints applications".split()
    ),
    stretches=frozenset({"past"}),
    plurals=frozenset("days weeks months quarters years decades centuries hours minutes seconds".split()),
    joining=frozenset({"after", "before"}),
    than=frozenset({"than"}),
    names_before=frozenset("black bloody cyber super fat giving holy spy ruby shrove usa".split()),
    given_names=frozenset("january april may june august".split()),
    titles=frozenset(
        "mr mrs ms miss mx dr prof professor sir lady lord dame judge justice sen senator rep gov governor mayor sgt capt "
        "lt col gen detective inspector officer coach".split()
    ),
    fractions=SHARES,
    shy_days=frozenset({"new year"}),
    ranks=True,
    openers=frozenset(
        "i you he she it we they there this that these those his her its our their my your who when while as because but "
        "which whom a an all both some many most no not nobody everyone everybody people with without at over under".split()
    ),
    contests=frozenset(
        "goal goals goalless scored scorer scorers match penalty penalties halftime kickoff equaliser equalizer equalised "
        "equalized referee striker midfielder defender goalkeeper touchdown touchdowns try tries wicket wickets innings "
        "injury header headers".split()
    ),
    plural_endings=("s",),
    overnight=frozenset({"overnight"}),
    into=frozenset({"into", "to"}),
    coming=frozenset({"coming", "upcoming"}),
    just=frozenset("shortly just".split()),
    before_hour=frozenset({"before"}),
    after_hour=frozenset({"after", "past"}),
    names_after=frozenset("times mirror mail telegraph express herald star mass night-football".split()),
    deadline=frozenset({"by", "until", "till"}),
    labels=frozenset(
        "room route flight bus train boeing airbus windows office model no nos number nr page pages p pp chapter section "
        "sections article line gate channel area code pin id suite apartment apt lot bill resolution act highway "
        "interstate paragraph version build unit platform rule form box cve rfc iso serial case docket invoice order "
        "item part vol volume figure table".split()
    ),
    article=("the ",),
    weekday_week=True,
    lasting=frozenset({"for"}),
    known_days={(9, 11): 2001},
    known_in_digits=True,
    happenings=frozenset(
        "attack attacks attacker attackers terrorist terrorists terror hijackings hijackers hijacking commission memorial "
        "victims widows families".split()
    ),
    wording=WORDING,
)  # fmt: skip
