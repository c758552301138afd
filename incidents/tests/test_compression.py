"""Answers to readers are compressed as they ask for it, once for many; those of the desk never are."""

from __future__ import annotations

import gzip
import io

import brotli
import openpyxl
import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory

from incidents import compression

from .cast import make_event

UNPACKED = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}


@pytest.mark.once
@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("GZIP", "gzip"),
        ("br;q=0.5, gzip;q=0.8", "gzip"),
        ("br;q=0.5, gzip;q=0.5", "br"),
        ("br;q=0, gzip;q=0.001", "gzip"),
        ("br ; q=1.000", "br"),
        ("*", "br"),
        ("br;q=0, *;q=0.3", "gzip"),
        ("identity, gzip;q=0.5", ""),
        ("identity;q=0.5, gzip", "gzip"),
        ("gzip;q=0, br;q=0.0", ""),
        ("*;q=0", ""),
        ("deflate, zstd", ""),
        ("brotli, gzipped", ""),
        ("gzip;q=much, br;level=3", ""),
        ("", ""),
        ("," * 5000 + ";" * 5000, ""),
    ],
)
def test_coding_is_the_one_that_the_reader_likes_best(accepted, coding):
    assert compression.wanted(RequestFactory().get("/", headers={"Accept-Encoding": accepted})) == coding


@pytest.fixture
def paths(incident, announced, agency_report):
    return [
        "/",
        incident.get_absolute_url(),
        announced.get_absolute_url(),
        agency_report.get_absolute_url(),
        "/search/?q=port",
        "/about/",
        "/feeds/latest.atom",
        "/api/events",
        "/incidents/outage-at-the-port.json",
        "/incidents/outage-at-the-port.csv",
        "/no/such/page/",
    ]


def content(response) -> bytes:
    packed = response.getvalue() if response.streaming else response.content
    return UNPACKED[response.get("Content-Encoding", "")](packed)


def get(path, coding, **headers):
    return Client().get(path, headers={"Accept-Encoding": coding, **headers})


@pytest.mark.django_db
@pytest.mark.parametrize("coding", ["br, gzip;q=0.5", "gzip"])
def test_compressed_answer_is_the_same_answer(paths, coding):
    for path in paths:
        plain, packed = get(path, ""), get(path, coding)
        assert packed["Content-Encoding"] == ("gzip" if packed.streaming else coding.partition(",")[0]), path
        assert not plain.has_header("Content-Encoding")
        assert content(packed) == content(plain), path
        assert packed.get("ETag") == plain.get("ETag"), path
        assert plain.get("ETag", "W/").startswith("W/")
        for answer in (plain, packed):
            assert "Accept-Encoding" in answer["Vary"], path
            assert answer.streaming or int(answer["Content-Length"]) == len(answer.content)


@pytest.mark.django_db
def test_page_is_compressed_once_for_each_coding(paths, monkeypatch, django_assert_num_queries):
    kept = paths[:4]
    first = {(path, coding): get(path, coding) for path in kept for coding in UNPACKED}
    monkeypatch.setattr(compression, "CODINGS", dict.fromkeys(compression.CODINGS))
    for (path, coding), fresh in first.items():
        with django_assert_num_queries(1):
            again = get(path, coding)
        assert again.content == fresh.content
        assert dict(again.items()) == dict(fresh.items())


@pytest.mark.django_db
def test_picture_is_kept_once_for_all_codings(incident, announced, django_assert_num_queries):
    path = f"{incident.get_absolute_url()}card.png"
    first = get(path, "br")
    for coding in UNPACKED:
        with django_assert_num_queries(1):
            assert get(path, coding).content == first.content


@pytest.mark.django_db
def test_copy_of_any_coding_is_found_unchanged(paths):
    for path in paths[:4]:
        answer = get(path, "gzip", **{"If-None-Match": get(path, "br")["ETag"]})
        assert (answer.status_code, answer.content) == (304, b"")
        assert "Accept-Encoding" in answer["Vary"]
        assert not answer.has_header("Content-Encoding")


@pytest.mark.django_db
def test_part_of_a_page_is_not_given(incident):
    """A range would be one of compressed bytes; pages are short and given whole (RFC 9110, section 14.2)."""
    answer = get(incident.get_absolute_url(), "gzip", Range="bytes=0-9")
    assert answer.status_code == 200
    assert content(answer) == get(incident.get_absolute_url(), "").content


@pytest.mark.django_db
def test_long_data_are_compressed_as_they_are_written(incident, announced):
    for suffix in ("json", "csv", "ics", "jsonld", "bib", "ris", "stix.json", "csl.json", "jsonl"):
        path = f"/incidents/{incident.slug}.{suffix}"
        answer = get(path, "br, gzip")
        assert answer.streaming, suffix
        assert answer["Content-Encoding"] == "gzip", suffix
        assert not get(path, "br").has_header("Content-Encoding"), suffix


@pytest.mark.once
def test_parts_of_a_stream_leave_before_its_end():
    written = []

    def lines():
        for number in range(200_000):
            written.append(number)
            yield f"line {number * 7919 % 200_003}\n"

    answer = StreamingHttpResponse(lines(), content_type="text/csv")
    compression.compress(RequestFactory().get("/", headers={"Accept-Encoding": "gzip"}), answer)
    parts = iter(answer)
    first = [next(parts), next(parts)]
    assert 0 < len(written) < 100_000
    whole = gzip.decompress(b"".join(first) + b"".join(parts))
    assert (whole.count(b"\n"), len(written)) == (200_000, 200_000)


@pytest.mark.django_db
def test_what_is_compressed_already_is_left_alone(incident, announced):
    answer = get(f"/incidents/{incident.slug}.xlsx", "gzip, br")
    assert not answer.has_header("Content-Encoding")
    assert openpyxl.load_workbook(io.BytesIO(answer.getvalue())).sheetnames
    asking = RequestFactory().get("/", headers={"Accept-Encoding": "br"})
    done = HttpResponse(b"x" * 5000, headers={"Content-Encoding": "gzip"})
    compression.compress(asking, done)
    assert (done["Content-Encoding"], done.content) == ("gzip", b"x" * 5000)
    short = HttpResponse(b"x" * (compression.LEAST - 1))
    compression.compress(asking, short)
    assert not short.has_header("Content-Encoding")


@pytest.mark.django_db
def test_desk_is_never_compressed(desk, announced):
    """It has drafts and tokens beside words of the address, whose length would tell them (BREACH)."""
    event = make_event("A draft", body="Draft " * 200)
    for path in ("/admin/", "/admin/login/", f"/admin/incidents/event/{event.pk}/change/?q=token"):
        answer = desk.get(path, headers={"Accept-Encoding": "gzip, br"})
        assert not answer.has_header("Content-Encoding"), path
    assert b"csrfmiddlewaretoken" in answer.content


@pytest.mark.django_db
def test_what_is_compressed_holds_no_secret(paths):
    for path in paths:
        answer = get(path, "br")
        assert not answer.cookies, path
        assert b"csrf" not in content(answer), path
