"""Entries kept as HTML: made when something changes, never shown when stale."""

from __future__ import annotations

import html

import pytest

from incidents.models import Citation, EventEntry, Quote, Source, SourceEntry
from incidents.models.entries import entry_prefetch, entry_stamp, event_html, view_of
from incidents.models.eventviews import mark
from incidents.timelines import NUMBER, numbered

from .cast import cite, give_role, link, make_entity, make_event, make_published, make_source

pytestmark = pytest.mark.django_db


def kept(event):
    return EventEntry.objects.get(event=event).html


def made_now(event):
    return event_html(view_of(type(event).objects.prefetch_related(*entry_prefetch()).get(pk=event.pk)))


def test_publishing_keeps_an_entry_for_the_event_and_its_sources(announced, agency_report):
    assert "The port announces an outage" in kept(announced)
    assert "Port reports unusual activity" in SourceEntry.objects.get(source=agency_report).html


def test_draft_has_no_entry(draft, proposal, withdrawn):
    assert not EventEntry.objects.exists()


def test_entry_asks_the_database_nothing(announced, django_assert_num_queries):
    give_role(announced, make_entity("Port Authority"))
    cite(link(announced, "led-to", make_published()), make_source(), "x")
    event = type(announced).objects.prefetch_related(*entry_prefetch()).get(pk=announced.pk)
    with django_assert_num_queries(0):
        event_html(view_of(event))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda e: setattr_and_save(e, body="Reworded."), id="text"),
        pytest.param(lambda e: setattr_and_save(e.citations.get(), stance="supports", locator="p. 3"), id="citation"),
        pytest.param(lambda e: setattr_and_save(Quote.objects.get(citation__event=e), exact="other"), id="quote"),
        pytest.param(lambda e: setattr_and_save(e.citations.get().source, publisher="Renamed"), id="source"),
        pytest.param(lambda e: cite(e, make_source(), "more"), id="further citation"),
        pytest.param(lambda e: link(e, "led-to", make_published()), id="link"),
    ],
)
def test_every_change_renews_the_entry(announced, change):
    before = kept(announced)
    change(announced)
    assert kept(announced) != before
    assert kept(announced) == made_now(announced)


def setattr_and_save(row, **values):
    row = type(row).objects.get(pk=row.pk)
    for name, value in values.items():
        setattr(row, name, value)
    row.save()


def test_reworded_neighbour_renews_the_entry(announced, detected):
    link(detected, "led-to", announced)
    setattr_and_save(announced, headline="The port speaks")
    assert "The port speaks" in kept(detected)
    assert kept(detected) == made_now(detected)


def test_withdrawn_neighbour_leaves_the_entry(announced, detected):
    link(detected, "led-to", announced)
    type(announced).objects.get(pk=announced.pk).withdraw(by=None, reason="Wrong.")
    assert "The port announces" not in kept(detected)


def test_entry_of_another_stamp_is_not_shown(reader, incident, announced):
    EventEntry.objects.update(html="zuqxstale", stamp="old")
    SourceEntry.objects.update(html="zuqxstale", stamp="old")
    page = reader.get(incident.get_absolute_url()).content.decode()
    assert "zuqxstale" not in page
    assert "The port announces an outage" in page
    assert "Port reports unusual activity" in page


def test_stamp_names_every_template_an_entry_is_made_of(announced, monkeypatch):
    from django.template import Template

    from incidents.models import entries

    used: set[str] = set()
    render = Template._render

    def noted(self, context):
        used.add(self.name)
        return render(self, context)

    monkeypatch.setattr(Template, "_render", noted)
    cite(announced, make_source(copy_of=announced.citations.get().source, copy_state="confirmed"), "copied")
    setattr_and_save(announced, body="Made anew.")
    assert used <= {entries.EVENT_TEMPLATE, entries.SOURCE_TEMPLATE, *entries.PARTS}
    assert entries.EVENT_TEMPLATE in used
    assert len(entry_stamp()) == 16


def test_numbers_are_the_pages_to_fill_in():
    numbers: dict[str, int] = {}
    assert numbered(f"{mark(7)} {mark(3)} {mark(7)}", numbers) == "1 2 1"
    assert not NUMBER.search(numbered(mark(12), numbers))


@pytest.mark.parametrize("typed", ["<n 999>", "\x02999\x03", "<role>", "&lt;n 999&gt;"])
def test_typed_marks_are_text(reader, incident, typed):
    source = make_source(typed, publisher=typed)
    event = make_published(f"a {typed}", body=f"b {typed}", source=source, quotes=typed, incident=incident)
    for path in (event.get_absolute_url(), incident.get_absolute_url()):
        shown = reader.get(path).content.decode()
        assert "<n " not in shown
        assert "<role>" not in shown
        assert shown.count('id="s-') == 1
        assert html.escape(typed) in shown


def test_passage_is_found_under_its_markdown(incident):
    event = make_published(body="It was *quite* [down](https://example.org/was).", incident=incident)
    source = make_source()
    cite(event, source, about="passage", passage="*quite* [down](https://example.org/was)")
    cite(event, make_source(), about="passage", passage="not in it")
    view = view_of(type(event).objects.prefetch_related(*entry_prefetch()).get(pk=event.pk))
    text = str(view.passages[0].text)
    assert text.index("</a>.<sup") < text.index("</sup>")
    assert 'href="https://example.org/was"' in text
    assert [note.source for note in view.refs] == [
        event.citations.order_by("pk")[0].source,
        Citation.objects.get(passage="not in it").source,
    ]


def test_body_of_nothing_but_blanks_shows_its_numerals_at_the_headline(incident):
    view = view_of(type_with_prefetch(make_published(body=" \n\n ", incident=incident)))
    assert [passage.blocks for passage in view.passages] == [[]]
    assert len(view.refs) == 1


def type_with_prefetch(event):
    return type(event).objects.prefetch_related(*entry_prefetch()).get(pk=event.pk)


def test_event_without_citations_can_be_previewed():
    view = view_of(type_with_prefetch(make_event(body="Text.")))
    assert view.notes == []
    assert view.corroboration == "no sources"


def test_very_long_body_is_cut_and_not_refused(incident):
    event = make_published(incident=incident)
    type(event).objects.filter(pk=event.pk).update(body="word " * 20_000)
    assert view_of(type_with_prefetch(event)).passages


def test_source_that_only_a_link_cites_has_its_line_kept(announced, detected):
    source = make_source("On the connection")
    cite(link(detected, "led-to", announced), source)
    assert SourceEntry.objects.filter(source=source).exists()
    assert Source.objects.published().filter(pk=source.pk).exists()
