"""The drawn overview: a scale that can be read backwards, names that never meet, marks as sure as their dates."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.drawing import MOST_MARKS, Counted, Happening, Lane, overview
from incidents.drawing.axis import breadth, ticks
from incidents.drawing.density import COLUMNS, density
from incidents.drawing.marks import mark_of, rows_of
from incidents.drawing.scale import even_scale, scale_of
from incidents.temporal.edtf import EDTF, MAX_SECONDS, MIN_SECONDS
from incidents.temporal.gregorian import DAY_SECONDS

pytestmark = pytest.mark.once
SVG = "{http://www.w3.org/2000/svg}"
SECONDS = st.integers(-(10**13), 10**13)
SPANS = st.lists(st.tuples(SECONDS, st.integers(0, 10**9)).map(lambda one: (one[0], one[0] + one[1])), min_size=1)


def happening(text: str, part: str = "", label: str = "x") -> Happening:
    return Happening("abc", "#e-abc", label, EDTF.parse(text), part)


def drawn(*dates: str, label: str = "", language: str = "en") -> ET.Element:
    """Draw dates, and read the drawing as the XML that it is when it is saved on its own."""
    lane = Lane("", [happening(one, label=label or one) for one in dates])
    found = overview([lane], language, lambda seconds: f"{seconds // DAY_SECONDS} days")
    assert found
    return ET.fromstring(found.svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1))


def names(picture: ET.Element, which: str) -> list[str]:
    [axis] = picture.findall(f"{SVG}g[@class='axis']")
    return [text.text or "" for text in axis.iter(f"{SVG}text") if text.get("class", which) == which]


def spans(*dates: str) -> list[tuple[int, int]]:
    return [(one.earliest, one.latest) for one in map(EDTF.parse, dates)]


# --- The scale ------------------------------------------------------------------------------------------------------


@given(SPANS)
def test_later_is_never_further_left_and_all_is_on_the_strip(some: list[tuple[int, int]]) -> None:
    scale = scale_of(some)
    seconds = sorted({second for span in some for second in span} | {MIN_SECONDS, MAX_SECONDS})
    places = [scale.place(second) for second in seconds]
    assert places == sorted(places)
    assert 0 <= places[0] <= places[-1] <= 100


@given(SPANS, st.floats(0, 100))
def test_a_place_on_the_strip_is_a_time_and_back(some: list[tuple[int, int]], place: float) -> None:
    scale = scale_of(some)
    second = scale.second(place)
    assert scale.start <= second <= scale.end
    shortest = min((piece.end - piece.start) / (piece.right - piece.left) for piece in (*scale.pieces, *scale.folds))
    on_strip = min(max(place, scale.pieces[0].left), scale.pieces[-1].right)
    assert scale.place(second) == pytest.approx(on_strip, abs=1 / shortest + 1e-6)


def test_a_long_silence_is_folded_and_a_short_one_is_not() -> None:
    scale = scale_of(spans("1998-07-17", "2023-09-11", "2023-09-14", "2023-09-17", "2023-09-20"))
    assert len(scale.pieces) == 2
    assert scale.folds[0].end - scale.folds[0].start > 25 * 365 * DAY_SECONDS
    assert len(scale_of(spans(*(f"2023-{month:02}" for month in range(1, 13)))).pieces) == 1


def test_where_more_is_told_there_is_more_room() -> None:
    scale = scale_of(spans("2020", *(f"2023-09-{day}" for day in range(11, 21))))
    year, days = (piece.right - piece.left for piece in scale.pieces)
    assert days > 0.6 * year


# --- Names along it -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dates", "language", "expected"),
    [
        (["2010", "2022"], "en", ["2010", "2022"]),
        (["2023-01-15", "2023-03-15", "2023-04-20", "2023-05-20"], "en", ["Feb 2023", "Apr"]),
        (["2023-05-02", "2023-05-04", "2023-05-06", "2023-05-08"], "de", ["2. Mai 2023", "4."]),
        (["-0299", "0050"], "fr", ["200 av. J.-C.", "50 av. J.-C.", "50"]),
        (["2023-05-02T06:00:00Z", "2023-05-02T08:00:00Z", "2023-05-02T10:00:00Z"], "en", ["7:00", "9:00"]),
        (["2023-09-12", "2023-10-14", "2023-11-13", "2023-12-13"], "es", ["oct 2023", "dic"]),
    ],
)
def test_times_are_named_in_the_unit_that_fits(dates: list[str], language: str, expected: list[str]) -> None:
    shown = names(drawn(*dates, language=language), "wide")
    assert [name for name in expected if name not in shown] == [], shown


@given(SPANS, st.sampled_from([288, 340, 860, 1100]), st.sampled_from(["en", "fr", "de"]))
def test_names_never_meet_and_never_leave_the_strip(some: list[tuple[int, int]], width: int, language: str) -> None:
    found = ticks(scale_of(some), language, width)
    sides = [
        (tick.middle - breadth(tick.name, width) / 2, tick.middle + breadth(tick.name, width) / 2) for tick in found
    ]
    assert all(left >= -0.001 for left, _right in sides)
    assert all(right <= 100.001 for _left, right in sides)
    assert all(before[1] < after[0] for before, after in pairwise(sides))
    assert len(found) <= width / 20


def test_the_ends_of_all_calendars_are_drawn() -> None:
    assert drawn("Y-290000000000", "Y290000000000", "2020")
    assert ticks(even_scale(MIN_SECONDS, MAX_SECONDS), "en", 860)


# --- Marks ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("2023-09-19", "circle"),
        ("2023-09-19T14:30:00Z", "circle"),
        ("2023-09", "band"),
        ("[2023-09-11..2023-09-17]", "band"),
        ("202X", "band"),
        ("2023-03-01/2023-09-10", "core"),
        ("2023-03-01/..", "core"),
        ("{2023-03-01,2023-05-01}", "circle"),
    ],
)
def test_a_date_looks_as_certain_as_it_is(text: str, figure: str) -> None:
    picture = drawn(text, "2020-01-01", "2020-05-01", "2024-01-01")
    [found] = [one for one in picture.iter(f"{SVG}a") if one[0].text == text]
    assert figure in {child.get("class") or child.tag.removeprefix(SVG) for child in found}


def test_bounds_are_true() -> None:
    scale = even_scale(*spans("2023")[0])
    week = mark_of(happening("[2023-09-11..2023-09-17]"), scale)
    assert (week.left, week.right) == pytest.approx(tuple(map(scale.place, spans("[2023-09-11..2023-09-17]")[0])))
    late = mark_of(happening("2023-09", "end"), scale)
    assert late.peak
    assert late.peak[0] > scale.place(spans("2023-09-19")[0][0])
    months = mark_of(happening("2023-03/2023-09"), scale)
    assert months.core == pytest.approx((scale.place(spans("2023-03")[0][1]), scale.place(spans("2023-09")[0][0])))
    open_end = mark_of(happening("2023-03-01/.."), scale)
    assert open_end.right == 100


def test_marks_on_a_row_never_meet() -> None:
    scale = even_scale(*spans("2023")[0])
    dates = ["2023-01-01", "2023-01-02", "2023-01-03", "2023", "2023-06-01/2023-08-01", "2023-07"]
    rows = rows_of([mark_of(happening(one), scale) for one in dates])
    assert len(rows) > 1
    for row in rows:
        assert all(before.extent[1] <= after.extent[0] for before, after in pairwise(row))


def test_doubt_and_background_are_marked() -> None:
    lane = Lane(
        "", [happening("2023-09-15~"), happening("2023-09-17?"), Happening("b", "#", "y", EDTF.parse("2022"), "", True)]
    )
    found = overview([lane], "en", str)
    assert found
    assert found.svg.count('class="mark doubtful"') == 2
    assert found.svg.count('class="mark background"') == 1


def test_hostile_text_stays_text() -> None:
    picture = drawn("2023-01-01", "2023-02-01", label='"><script>alert(1)</script>&amp;')
    assert [title.text for title in picture.iter(f"{SVG}title")].count('"><script>alert(1)</script>&amp;') == 2
    assert not list(picture.iter(f"{SVG}script"))


@pytest.mark.parametrize("dates", [[], ["2023"], ["../2020"]])
def test_fewer_than_two_events_are_no_picture(dates: list[str]) -> None:
    assert overview([Lane("", [happening(one) for one in dates])], "en", str) is None


# --- Many -----------------------------------------------------------------------------------------------------------


def test_many_events_are_counted_and_the_drawing_stays_small() -> None:
    days = [happening(f"{2000 + n % 20}-{1 + n % 12:02}-{1 + n % 28:02}") for n in range(20 * MOST_MARKS)]
    found = overview([Lane("", days)], "en", str)
    assert found
    assert 'class="density"' in found.svg
    assert len(found.svg) < 12_000


@given(st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 10**8), st.integers(1, 5)), min_size=1))
def test_density_loses_no_event(rows: list[tuple[int, int, int]]) -> None:
    counted = [Counted(start, start + length, number) for start, length, number in rows]
    found = density(counted, scale_of((one.earliest, one.latest) for one in counted))
    assert len(found.exact) == len(found.spread) == COLUMNS
    assert sum(found.exact) + sum(found.spread) == pytest.approx(sum(one.number for one in counted))


@pytest.mark.parametrize(("earliest", "latest"), [(0, MAX_SECONDS), (MIN_SECONDS, 0), (MIN_SECONDS, MAX_SECONDS)])
def test_an_open_side_stretches_no_scale_of_counted_events(earliest: int, latest: int) -> None:
    days = [Counted(day * DAY_SECONDS, day * DAY_SECONDS, 9) for day in range(300)]
    found = overview([Lane("", counted=[*days, Counted(earliest, latest)])], "en", str)
    assert found
    assert (found.scale.start, found.scale.end) == (0, 299 * DAY_SECONDS)
    assert overview([Lane("", counted=[Counted(MIN_SECONDS, MAX_SECONDS, 9)])], "en", str) is None


def test_lanes_share_one_scale_and_have_names() -> None:
    lanes = [Lane("Court", [happening("2020-01-01")], address="?tag=a&b"), Lane("Port", [happening("2021-01-01")])]
    found = overview([*lanes, Lane("nothing", [])], "en", str)
    assert found
    picture = ET.fromstring(found.svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1))
    assert ["".join(text.itertext()) for text in picture.iter(f"{SVG}text") if text.get("class") == "lane"] == [
        "Court",
        "Port",
    ]
    first, second = (float((one.get("cx") or "").rstrip("%")) for one in picture.iter(f"{SVG}circle"))
    assert first < second
