"""A case is typed in a few words."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from salesorg_gui.domain.cases import Spot
from salesorg_gui.domain.ids import CaseId, SegmentId, SourceId
from salesorg_gui.domain.records import Lane, Segment, Source
from salesorg_gui.study.cases.territory import Territory
from salesorg_gui.study.cases.typed import Reader
from tests.rules.builders import ENGLISH, OUTBOUND, chart, pod

SEGMENTS = (
    Segment(SegmentId("dk"), "geography", "Denmark"),
    Segment(SegmentId("de"), "geography", "Deutschland"),
    Segment(SegmentId("r"), "vertical", "Retail"),
    Segment(SegmentId("s"), "customer_size", "Small", below=50.0),
    Segment(SegmentId("x"), "my_axis", "Odd"),
)
SOURCES = (Source(SourceId("demo"), Lane.INBOUND, "website", "Demo request"), OUTBOUND)
READER = Reader(
    Territory(chart(sources=SOURCES, segments=SEGMENTS, pods=[replace(pod("p"), target_account="Volvo")])), ENGLISH
)


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("retail, Denmark, 200 staff", {"vertical": "Retail", "geography": "Denmark", "customer_size": 200.0}),
        ("RETAIL; den", {"vertical": "Retail", "geography": "Denmark"}),
        ("1,000 employees", {"customer_size": 1000.0}),
        ("1 000", {"customer_size": 1000.0}),
        ("2.5", {"customer_size": 2.5}),
        ("small", {"customer_size": "Small"}),
        ("volvo", {"target_account": "Volvo"}),
        ("industry: x", {}),
        ("Vertical: banks", {"vertical": "banks"}),
        ("customer size: 12", {"customer_size": 12.0}),
        ("size: small", {"customer_size": "small"}),
        ("my axis: 7", {"my_axis": 7.0}),
        ("geography:", {}),
        ("", {}),
        ("9" * 100, {}),
    ],
)
def test_points_are_found_by_their_names_and_numbers(text: str, points: Mapping[str, Spot]) -> None:
    assert READER.read(text).points == points


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("inbound demo request", (Lane.INBOUND, "website", "demo")),
        ("pros", (Lane.OUTBOUND, "list", "out")),
        ("pr", (Lane.INBOUND, "", None)),
        ("Prospect list", (Lane.OUTBOUND, "list", "out")),
        ("from a webinars tour", (Lane.INBOUND, "webinars", None)),
        ("outbound call", (Lane.OUTBOUND, "", None)),
        ("retail", (Lane.INBOUND, "", None)),
    ],
)
def test_ways_in_are_found_by_source_channel_or_lane(text: str, entry: tuple[Lane, str, str | None]) -> None:
    typed = READER.read(text)
    assert (typed.lane, typed.channel, typed.source) == entry


def test_words_that_name_nothing_stand_in_the_title() -> None:
    typed = READER.read("retail, blue shop,  de")
    assert typed.unknown == ("blue shop", "de")
    assert typed.case(CaseId("c")).title == "retail, blue shop, de"
    known = READER.read("retail, inbound").case(CaseId("c"))
    assert (known.title, known.points) == ("", {"vertical": "Retail"})


def test_what_may_be_typed_is_offered() -> None:
    assert {"Denmark", "Volvo", "Demo request", "Prospect list", "inbound", "outbound"} <= set(READER.offers)


def test_a_number_lies_on_the_axis_that_is_cut_by_numbers() -> None:
    turnover = Segment(SegmentId("t"), "turnover", "Low", below=10.0)
    plain = Reader(Territory(chart(segments=[turnover])), ENGLISH)
    assert plain.read("7").points == {"turnover": 7.0}
    assert plain.values == {"turnover": ("Low",)}
