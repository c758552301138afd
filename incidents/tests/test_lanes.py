"""The overview in lanes, and as a table: what stands where, where it leads, and what it costs."""

from __future__ import annotations

import pytest
from django.core.cache import caches
from django.utils import translation

from incidents.drawing import Counted, periods
from incidents.drawing.periods import MOST_PERIODS
from incidents.drawing.scale import even_scale, scale_of
from incidents.models import EntityRole, Event, Membership, SiteVersion, Tag
from incidents.models import lanes as splitting
from incidents.models.lanes import Split
from incidents.models.overviews import Told, drawn_selection
from incidents.temporal.edtf import EDTF, MAX_SECONDS, MIN_SECONDS

from .cast import give_role, make_entity, make_event, make_published
from .pages import queries_of, text_of, tree

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(reader, incident):
    return lambda query="": tree(reader.get(incident.get_absolute_url() + query))


@pytest.fixture
def told(incident):
    """Four events: two of the port, one of them of the ministry too, and two of nobody."""
    port, ministry = make_entity("The Port", slug="the-port"), make_entity("The Ministry", slug="the-ministry")
    rows = [
        ("Cranes stop", "2022-06-14", "detected", [port]),
        ("Cranes turn", "2022-08-01", "occurred", [port, ministry]),
        ("A storm", "2022-12-24", "occurred", []),
        ("A calm", "2023-01-05", "occurred", []),
    ]
    made = {}
    for headline, date, kind, entities in rows:
        made[headline] = make_published(headline, date=date, kind=kind, incident=incident)
        for entity in entities:
            give_role(made[headline], entity)
    return made


def lanes(shown) -> list[str]:
    return [text_of(label) for label in shown.xpath("//*[@class='lane']")]


def marks(shown) -> list[list[str]]:
    """Return the headlines of the marks, lane by lane."""
    return [
        [mark.findtext("title").split(": ", 1)[1] for mark in field.xpath(".//a")]
        for field in shown.xpath("//*[@class='field']")
    ]


def splits(shown) -> dict[str, str]:
    return {text_of(link): link.get("href") for link in shown.xpath("//nav[@class='zoom lanes']/a")}


# --- Lanes ----------------------------------------------------------------------------------------------------------


def test_lanes_by_who_hold_their_events_and_the_rest(page, told):
    shown = page("?lanes=entity")
    assert lanes(shown) == ["The Port", "The Ministry", "all others"]
    assert marks(shown) == [["Cranes stop", "Cranes turn"], ["Cranes turn"], ["A storm", "A calm"]]
    assert not shown.xpath("//search")


def test_each_lane_leads_to_its_events(page, told):
    [first, *_] = page("?lanes=entity").xpath("//a[*[@class='lane']]/@href")
    assert first == "?entity=the-port"
    shown = page(first)
    assert [text_of(one) for one in shown.xpath("//article//h3/a[1]")] == ["Cranes stop", "Cranes turn"]


def test_kinds_are_named_in_the_language_of_the_page(page, told, reader, incident):
    assert lanes(page("?lanes=kind")) == ["occurred", "detected"]
    with translation.override("nl"):
        named = str(Event.Kind.DETECTED.label)
    assert named in lanes(tree(reader.get(f"/nl{incident.get_absolute_url()}?lanes=kind")))


def test_only_what_tells_events_apart_is_offered_and_the_chosen_one_is_taken_away(page, told):
    assert splits(page()) == {"who": "?lanes=entity", "kind": "?lanes=kind"}
    chosen = page("?lanes=kind")
    assert splits(chosen) == {"who": "?lanes=entity", "kind": "?"}
    assert [text_of(one) for one in chosen.xpath("//nav[@class='zoom lanes']/a[@aria-current='true']")] == ["kind"]


def test_what_is_offered_follows_every_change(page, told):
    role = give_role(told["A storm"], make_entity("The Weather"))
    assert "who" in splits(page())
    EntityRole.objects.exclude(pk=role.pk).delete()
    role.delete()
    assert "who" not in splits(page())


def test_lanes_of_a_part_keep_the_part_and_every_way_keeps_the_lanes(page, told):
    shown = page("?kind=occurred&from=2022-07-01&to=2023-01-31&order=newest&lanes=entity")
    assert lanes(shown) == ["The Ministry", "The Port", "all others"]
    words = "?kind=occurred&order=newest&lanes=entity&from="
    assert all(one.get("href").startswith(words) for one in shown.xpath("//*[@data-zoom]"))
    assert all("lanes=entity" in one for one in shown.xpath("//nav[@class='ways']/a/@href"))
    assert all("lanes=entity" in one for one in shown.xpath("//search//section//a/@href"))
    assert shown.xpath("//search//input[@name='lanes']/@value") == ["entity"]
    leads = shown.xpath("//a[*[@class='lane']]/@href")[0]
    assert "entity=the-ministry" in leads
    assert "lanes" not in leads
    assert {"kind=occurred", "from=2022-07-01", "order=newest"} < set(leads.lstrip("?").split("&"))


def test_an_unknown_way_to_split_changes_nothing(page, told):
    assert lanes(page("?lanes=publisher")) == []
    assert len(page("?lanes=publisher").xpath("//figure//a[@class='mark']")) == 4


def test_rare_values_share_the_last_lane(page, incident):
    for number in range(10):
        for _ in range(1 + (number < 8)):
            made = make_published(date="2023", incident=incident)
            made.tags.add(Tag.objects.get_or_create(name=f"t{number}", slug=f"t{number}")[0])
    shown = page("?lanes=tag")
    assert lanes(shown) == [*(f"t{number}" for number in range(8)), "all others"]
    assert len(marks(shown)[-1]) == 2


def test_many_events_are_counted_by_lane_in_the_database(incident, told, django_assert_num_queries):
    events = Event.objects.published().in_incident(incident.pk)
    split = Split("entity", lambda value: f"?entity={value}")
    with django_assert_num_queries(3):
        found = splitting.lanes(events, [], True, split)
    assert [(one.label, len(one)) for one in found] == [("The Port", 2), ("The Ministry", 1), ("all others", 2)]
    drawn = drawn_selection(events, 5_000, "", None, ["entity"], split)
    assert drawn.count('class="density"') == 3


def test_queries_do_not_grow_with_events_or_values(incident, told):
    paths = [f"{incident.get_absolute_url()}?{query}" for query in ("lanes=entity", "lanes=kind", "tag=x&lanes=tag")]

    def asked():
        caches["default"].clear()
        SiteVersion.bump()
        return [queries_of(path) for path in paths]

    before = asked()
    for number in range(12):
        made = make_published(incident=incident, date=f"2022-0{1 + number % 9}")
        give_role(made, make_entity(f"Somebody {number}"))
    assert asked() == before


def test_nothing_unpublished_makes_a_lane(page, incident, told):
    before = [page(f"?lanes={by}").xpath("string(//figure)") for by in ("entity", "tag", "kind")]
    hidden = make_event("A secret", incident=incident, kind="attributed", tags=["secret", "second"])
    give_role(hidden, make_entity("Secret Service"))
    elsewhere = make_published("Told elsewhere", kind="attributed")
    give_role(elsewhere, make_entity("Elsewhere"))
    assert [page(f"?lanes={by}").xpath("string(//figure)") for by in ("entity", "tag", "kind")] == before


def test_no_name_breaks_the_drawing_or_runs_off_the_page(page, incident, told):
    give_role(told["A storm"], make_entity('"><script>alert(1)</script>' + "x" * 90))
    shown = page("?lanes=entity")
    assert not shown.xpath("//figure//script")
    assert max(map(len, lanes(shown))) <= 36


# --- As a table -----------------------------------------------------------------------------------------------------


def rows(shown) -> list[tuple[str, str]]:
    return [(text_of(row[0]), text_of(row[1])) for row in shown.xpath("//details[@class='periods']//tbody/tr")]


def test_the_table_says_how_many_events_each_month_has_and_leads_to_them(page, told):
    shown = page()
    assert rows(shown) == [("June 2022", "1"), ("August 2022", "1"), ("December 2022", "1"), ("January 2023", "1")]
    for link, number in zip(shown.xpath("//tbody//a/@href"), [1, 1, 1, 1], strict=True):
        assert link.startswith("?from=")
        assert len(page(link).xpath("//article")) == number


def test_the_table_of_a_part_keeps_the_part(page, told):
    shown = page("?kind=occurred&from=2022-08-01&to=2022-12-24")
    assert rows(shown) == [("August 2022", "1"), ("1–24 December 2022", "1")]
    assert shown.xpath("//tbody//a/@href")[1] == "?kind=occurred&from=2022-12-01&to=2022-12-24"
    assert all("lanes=entity" in one for one in page("?lanes=entity").xpath("//tbody//a/@href"))


def test_what_is_not_exact_counts_in_each_period_as_it_does_behind_the_link(page, incident, told):
    make_published("All summer", date="2022-06/2022-08", incident=incident)
    make_published("Since then", date="2022-12-01/..", incident=incident)
    make_published("Nobody knows when", date="", undated=True, incident=incident)
    shown = page()
    links = shown.xpath("//tbody//a/@href")
    assert [number for _name, number in rows(shown)] == [str(len(page(link).xpath("//article"))) for link in links]
    assert dict(rows(shown))["July 2022"] == "1"


def test_the_table_is_in_the_language_of_the_page(reader, incident, told):
    assert rows(tree(reader.get("/de" + incident.get_absolute_url())))[0][0] == "Juni 2022"


def test_a_single_period_is_no_table(page, incident):
    make_published(incident=incident)
    make_published(incident=incident)
    assert page().xpath("//figure")
    assert rows(page()) == []


def counted(*dates: str) -> list[Counted]:
    return [Counted(date.earliest, date.latest) for date in map(EDTF.parse, dates)]


@pytest.mark.parametrize(
    ("dates", "unit", "years", "numbers"),
    [
        (["2023-05-03", "2023-05-03", "2023-05-20"], "day", 0, [2, 1]),
        (["2023-01-31", "2023-12-01"], "month", 0, [1, 1]),
        (["2001-01-31", "2023-12-01"], "year", 1, [1, 1]),
        (["1900", "2023"], "year", 10, [1, 1]),
        (["-0300", "2023"], "year", 100, [1, 1]),
        (["Y-17E7", "2023"], "year", 10**7, [1, 1]),
        (["1998-07-17", "2023-05-03", "2023-05-04"], "day", 0, [1, 1, 1]),  # the silence between them is folded
    ],
)
def test_periods_are_the_shortest_that_are_few(dates, unit, years, numbers):
    events = counted(*dates)
    found = periods(events, scale_of((one.earliest, one.latest) for one in events))
    assert {(one.unit, one.years) for one in found} == {(unit, years)}
    assert [one.number for one in found] == numbers
    assert len(found) <= MOST_PERIODS


def test_all_time_has_few_periods_and_open_dates_count_in_each():
    found = periods([Counted(MIN_SECONDS, MAX_SECONDS, 3)], even_scale(MIN_SECONDS, MAX_SECONDS))
    assert 0 < len(found) <= MOST_PERIODS
    assert {one.number for one in found} == {3}
    assert (found[0].start, found[-1].end) == (MIN_SECONDS, MAX_SECONDS)


def test_told_counts_the_same_whether_drawn_or_counted(incident, told):
    Membership.objects.filter(event=told["A calm"]).update(role="background")
    events = Event.objects.published().in_incident(incident.pk)
    few, many = (sorted(Told.of(events, number).bounds(), key=lambda one: one.earliest) for number in (4, 400))
    assert few == many
