"""What the Handoffs view says: lanes, gaps, headers and pills."""

from dataclasses import replace

import pytest

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import ObjectId, SegmentId, SourceId
from salesorg_gui.domain.records import Handoff, Lane, Segment, Source
from salesorg_gui.drawing.cards import Detail
from salesorg_gui.drawing.edges import Tone
from salesorg_gui.drawing.flow_frames import gap_box
from salesorg_gui.drawing.flow_sketch import FlowSketcher
from salesorg_gui.drawing.pills import is_slow, named_handoff, pill_width, short_limit
from salesorg_gui.drawing.shapes import Box, Hatch, Icon, Label, Shape, Wire
from salesorg_gui.drawing.sketch import Sketcher
from salesorg_gui.drawing.whole import whole_chart
from salesorg_gui.layout.flow import arrange_flow
from salesorg_gui.layout.flow_parts import Lanes
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import ViewKind
from tests.layout.companies import chart_of, seats
from tests.layout.test_flow import handoff, seat, team

CATALOGUE = load()
WAY = (Point(0, 0), Point(200, 0))


def words(shapes: tuple[Shape, ...]) -> list[str]:
    return [shape.text for shape in shapes if isinstance(shape, Label)]


def company() -> Chart:
    sources = [Source(SourceId("web"), per_month=240), Source(SourceId("list"), Lane.OUTBOUND, per_month=600)]
    return chart_of(
        Segment(SegmentId("se"), value="Sverige"),
        team("a", segment="se"),
        team("b", ("inbound_sdr", "account_executive"), order=1),
        seats("boss", role="head_of_sales"),
        seat("kam", "key_account_manager", shared=True),
        [handoff("a3", "kam", "key_customer"), handoff("web", "a0", "raw_lead", limit_hours=1.0), *sources],
    )


def sketcher(chart: Chart, lanes: Lanes = Lanes.PODS) -> FlowSketcher:
    return Sketcher(chart, arrange_flow(chart, CATALOGUE, lanes), CATALOGUE).flow


@pytest.mark.parametrize("detail", list(Detail))
def test_every_distance_draws_the_whole_view(detail: Detail) -> None:
    room, shapes = whole_chart(company(), CATALOGUE, ViewKind.HANDOFFS, detail)
    assert room.y < -64
    assert "Not part of the journey" in words(shapes)
    assert ("Without pod" in words(shapes)) is (detail is not Detail.BLOCK)
    assert ("Nobody covers" in words(shapes)) is (detail in {Detail.FULL, Detail.COMPACT})
    assert any(isinstance(shape, Hatch) for shape in shapes)


def test_a_lane_names_its_pod_its_segment_and_its_people() -> None:
    _room, shapes = whole_chart(company(), CATALOGUE, ViewKind.HANDOFFS)
    assert {"a", "b", "Sverige · 4.0 FTE", "2.0 FTE"} <= set(words(shapes))


def test_a_lane_of_a_segment_names_the_segment() -> None:
    chart = company()
    layout = arrange_flow(chart, CATALOGUE, Lanes.SEGMENTS)
    ((key, rect),) = layout.frames.items()
    drawn = words(Sketcher(chart, layout, CATALOGUE).frame(key, rect, Detail.FULL))
    assert drawn == ["Sverige", "4.0 FTE"]


def test_headers_count_seats_and_leads() -> None:
    drawn = words(sketcher(company()).heads())
    assert drawn[:4] == ["Lead generation", "2 sources · 840 a month", "Qualification", "2 inbound, 1 outbound"]
    assert sketcher(company()).heads(Detail.FAR) == ()


def test_a_header_of_one_shared_seat_says_so() -> None:
    chart = chart_of(seat("s", "inbound_sdr"), seat("k", "key_account_manager", shared=True), handoff("s", "k"))
    drawn = words(sketcher(chart).heads())
    assert drawn[:2] == ["Inbound", "1 seat"]
    assert drawn[-2:] == ["Growth", "1 seat, shared"]


def test_lead_sources_have_a_header_of_their_own_where_somebody_makes_leads() -> None:
    chart = chart_of(seat("m", "marketing"), Source(SourceId("web")))
    assert words(sketcher(chart).heads())[:3] == ["Lead sources", "1 source", "Lead generation"]


def test_many_leads_are_told_in_short() -> None:
    chart = chart_of(team("a"), Source(SourceId("web"), per_month=2_000_000))
    assert words(sketcher(chart).heads())[1] == "1 source · 2 M a month"


def test_without_columns_there_are_no_headers() -> None:
    assert sketcher(chart_of(Source(SourceId("web")))).heads() == ()


def test_a_gap_names_what_is_missing() -> None:
    layout = arrange_flow(company(), CATALOGUE)
    gap = next(gap for gap in layout.flow.gaps if len(gap.stages) > 1) if layout.flow else None
    assert gap is not None
    assert words(sketcher(company()).gap(gap, Detail.FULL)) == ["Nobody covers", "Onboarding, Retention, Growth"]


def test_a_narrow_gap_has_its_words_below_its_icon() -> None:
    drawn = gap_box("Growth", Rect(0.0, 0.0, 128.0, 300.0), Detail.FULL)
    icon = next(shape for shape in drawn if isinstance(shape, Icon))
    labels = [shape for shape in drawn if isinstance(shape, Label)]
    assert [one.text for one in labels] == ["Nobody covers", "Growth"]
    assert all(one.baseline.y > icon.at.y + icon.size and one.baseline.x == 64.0 for one in labels)


def test_a_pill_says_what_and_how_fast() -> None:
    record = handoff("a", "b", limit_hours=24.0)
    drawn = named_handoff(record, WAY, Rect(20, -10, pill_width(record, CATALOGUE), 20), CATALOGUE)
    assert words(drawn) == ["Qualified lead", "24 h"]
    pill = next(shape for shape in drawn if isinstance(shape, Box))
    assert pill.rect.width + 1 == pytest.approx(pill_width(record, CATALOGUE))


def test_what_goes_back_carries_its_icon() -> None:
    record = handoff("a", "b", "rejected_lead", is_return=True)
    drawn = named_handoff(record, WAY, Rect(20, -10, pill_width(record, CATALOGUE), 20), CATALOGUE)
    assert [shape.name for shape in drawn if isinstance(shape, Icon)] == ["undo-2"]
    assert pill_width(record, CATALOGUE) > pill_width(replace(record, is_return=False), CATALOGUE)


@pytest.mark.parametrize(
    ("hours", "text"), [(None, ""), (1.0, "1 h"), (96.0, "96 h"), (168.0, "7 d"), (125.0, "125 h")]
)
def test_limits_of_many_days_are_told_in_days(hours: float | None, text: str) -> None:
    assert short_limit(handoff("a", "b", limit_hours=hours)) == text


@pytest.mark.parametrize(("hours", "slow"), [(None, False), (24.0, False), (25.0, True)])
def test_a_limit_beyond_the_usual_one_is_an_error(hours: float | None, slow: bool) -> None:
    record = handoff("a", "b", limit_hours=hours)
    assert is_slow(record, CATALOGUE) is slow
    assert stroke_of(record) == ("error" if slow else "edge_handoff")
    assert stroke_of(record, Tone.PICKED) == "accent"


def stroke_of(record: Handoff, tone: Tone = Tone.REST) -> str:
    return next(one.stroke.ink for one in named_handoff(record, WAY, None, CATALOGUE, tone) if isinstance(one, Wire))


@pytest.mark.parametrize(
    ("what", "ink", "width", "head"),
    [
        ("qualified_lead", "edge_handoff", 2.0, "filled"),
        ("open_question", "text_3", 1.5, "small"),
        ("performance_report", "text_3", 1.5, "small"),
        ("rumour", "edge_handoff", 2.0, "filled"),
    ],
)
def test_what_moves_no_customer_on_is_quieter(what: str, ink: str, width: float, head: str) -> None:
    drawn = named_handoff(handoff("a", "b", what), WAY, Rect(20, -10, 80, 20), CATALOGUE)
    wire = next(shape for shape in drawn if isinstance(shape, Wire))
    title = next(shape for shape in drawn if isinstance(shape, Label))
    assert (wire.stroke.ink, wire.stroke.width, wire.head) == (ink, width, head)
    assert title.ink == ("text_2" if head == "small" else "text_1")


def test_nobody_knows_how_fast_an_unknown_thing_is_handed_over() -> None:
    record = handoff("a", "b", limit_hours=9_000.0)
    assert not is_slow(replace(record, object=None), CATALOGUE)
    assert not is_slow(replace(record, object=ObjectId("rumour")), CATALOGUE)


def test_a_very_long_name_keeps_to_its_pill() -> None:
    record = handoff("a", "b", "rumour " * 40, limit_hours=24.0)
    width = pill_width(record, CATALOGUE)
    drawn = named_handoff(record, WAY, Rect(0, -10, width, 20), CATALOGUE)
    pill = next(shape for shape in drawn if isinstance(shape, Box))
    assert pill.rect.width <= width + 1
