"""Wires as wide as their flow, in the colour of their load."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.ids import HandoffId, Key, Kind, SourceId
from salesorg_gui.drawing.cards import Detail
from salesorg_gui.drawing.edges import Tone
from salesorg_gui.drawing.shapes import Box, Shape, Stroke, Wire
from salesorg_gui.drawing.sketch import Sketcher
from salesorg_gui.drawing.streams import WIDTHS, stream_ink, widths_for
from salesorg_gui.layout.arranged import arranged
from salesorg_gui.layout.geometry import Point
from salesorg_gui.layout.layout import Layout, ViewKind
from salesorg_gui.layout.reporting import solid_lines
from tests.builders import ADA, BO, LIST, WEB, pod_chart

ROUTE = (Point(0, 0), Point(100, 0))
FED, PASSED = Key(Kind.HANDOFF, f"{WEB}>{ADA}"), Key(Kind.HANDOFF, f"{ADA}>{BO}")


@dataclass(frozen=True)
class Told:
    """Streams as a test says them."""

    flows: dict[str, float] = field(default_factory=dict)
    heats: dict[str, float] = field(default_factory=dict)
    largest: float = 100.0

    def flow(self, handoff: HandoffId) -> float:
        return self.flows.get(handoff, 0.0)

    def heat(self, handoff: HandoffId) -> float | None:
        return self.heats.get(handoff)

    def volume(self, source: SourceId) -> float:
        return self.flows.get(source, 0.0)


def sketcher(told: Told | None, layout: Layout | None = None) -> Sketcher:
    return Sketcher(pod_chart(), layout or Layout(), load("en"), streams=told)


def wires(shapes: tuple[Shape, ...]) -> list[Wire]:
    return [shape for shape in shapes if isinstance(shape, Wire)]


def test_limits_are_round_and_leave_room_for_more() -> None:
    assert widths_for(366).limits == (30.0, 100.0, 300.0, 1000.0)
    assert widths_for(16).limits == (1.0, 3.0, 10.0, 30.0)
    assert [widths_for(366).width(amount) for amount in (0, 29.9, 30, 120, 366, 2000)] == [1.5, 1.5, 2.5, 4.0, 6.0, 8.0]


@pytest.mark.parametrize("nothing", [0.0, -1.0, 1e-9, 1e301, float("inf"), float("nan")])
def test_without_a_sound_measure_all_are_equally_thin(nothing: float) -> None:
    assert widths_for(nothing).limits == ()
    assert widths_for(nothing).width(1e9) == WIDTHS[0]


@given(st.floats(1e-5, 1e290), st.floats(0, 4))
def test_the_largest_has_the_last_width_but_one_and_more_is_never_thinner(largest: float, more: float) -> None:
    found = widths_for(largest)
    assert found.width(largest) == WIDTHS[-2]
    assert found.width(largest * more) <= found.width(largest * (more + 1))
    assert list(found.limits) == sorted(found.limits)


def test_a_wire_is_as_wide_as_its_flow_and_as_hot_as_its_receiver() -> None:
    told = Told({FED.id: 120.0, PASSED.id: 4.0}, {FED.id: 1.3, PASSED.id: 0.2})
    (hot,) = wires(sketcher(told).edge(FED, ROUTE))
    (cool,) = wires(sketcher(told).edge(PASSED, ROUTE))
    assert hot.stroke == Stroke("load_3_solid", widths_for(100).width(120))
    assert cool.stroke == Stroke("load_1_solid", 1.5)
    assert hot.arrow > cool.arrow


def test_where_nothing_flows_the_wire_is_thin_and_grey() -> None:
    (wire,) = wires(sketcher(Told(heats={FED.id: 2.0})).edge(FED, ROUTE))
    assert wire.stroke == Stroke("text_3", 1.5)


def test_without_streams_nothing_differs() -> None:
    assert sketcher(None).edge(FED, ROUTE) == Sketcher(pod_chart(), Layout(), load("en")).edge(FED, ROUTE)
    assert sketcher(None).stream(HandoffId(FED.id)) is None


def test_a_source_is_as_wide_as_its_volume() -> None:
    key, other = Key(Kind.SOURCE, WEB), Key(Kind.SOURCE, LIST)
    told = sketcher(Told({WEB: 120.0, LIST: 12.0}))
    (mouth,) = set(told.card(key, Detail.FULL)) - set(sketcher(None).card(key, Detail.FULL))
    (thin,) = set(told.card(other, Detail.FULL)) - set(sketcher(None).card(other, Detail.FULL))
    assert isinstance(mouth, Box)
    assert isinstance(thin, Box)
    assert mouth.rect.width > thin.rect.width


def test_in_the_handoffs_view_a_picked_one_keeps_its_heat_on_a_ground_of_the_accent() -> None:
    chart, catalogue = pod_chart(), load("en")
    layout = arranged(ViewKind.HANDOFFS, chart, solid_lines(chart), catalogue, Layout())
    told = Told({FED.id: 120.0}, {FED.id: 1.3})
    ground, wire = wires(sketcher(told, layout).edge(FED, ROUTE, Tone.PICKED))
    assert (ground.stroke.ink, wire.stroke.ink) == ("accent_tint", "load_3_solid")
    assert ground.stroke.width > wire.stroke.width
    assert len(wires(sketcher(told, layout).edge(FED, ROUTE))) == 1


def test_nothing_is_drawn_along_no_way() -> None:
    assert wires(sketcher(Told({FED.id: 9.0})).edge(FED, ())) == []


def test_the_colour_is_grey_until_it_is_high() -> None:
    inks = [stream_ink(heat) for heat in (None, 0.1, 1.0, 1.15, 1.3)]
    assert inks == ["text_3", "load_1_solid", "load_1_solid", "load_2_solid", "load_3_solid"]
