"""Rules that judge one thing at a time."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from salesorg_gui.domain.ids import PodId, SeatId, SegmentId
from salesorg_gui.rules.each import EachDelivery, EachPod, EachSeat, EachSegment
from salesorg_gui.rules.graphs import Delivery
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting
from tests.rules.builders import chart, organisation, pod, seat, segment


class SeatsWithoutGoal(EachSeat):
    id: ClassVar[str] = "seats"
    title = "seats"

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        if not org.chart.seats[seat].goal:
            yield Sighting(seats=(seat,))


class AllDeliveries(EachDelivery):
    id: ClassVar[str] = "deliveries"
    title = "deliveries"

    def look(self, org: Organisation, delivery: Delivery, limits: Limits) -> Iterator[Sighting]:
        yield Sighting(handoffs=(delivery.handoff.id,))


class AllPods(EachPod):
    id: ClassVar[str] = "pods"
    title = "pods"

    def look(self, org: Organisation, pod: PodId, limits: Limits) -> Iterator[Sighting]:
        yield Sighting(pods=(pod,))


class AllSegments(EachSegment):
    id: ClassVar[str] = "segments"
    title = "segments"

    def look(self, org: Organisation, segment: SegmentId, limits: Limits) -> Iterator[Sighting]:
        yield Sighting({"segment": segment})


ORG = organisation(
    chart(
        [seat("b"), seat("a"), seat("c", goal="Win")],
        handoffs=["b > a: hot_lead", "a > b: hot_lead", "a > gone: hot_lead"],
        pods=[pod("q"), pod("p")],
        segments=[segment("y"), segment("x")],
    )
)


def test_each_seat_is_judged_in_the_order_of_ids() -> None:
    assert [one.seats for one in SeatsWithoutGoal().examine(ORG, {})] == [("a",), ("b",)]


def test_each_handoff_between_ends_that_exist_is_judged() -> None:
    assert [one.handoffs for one in AllDeliveries().examine(ORG, {})] == [
        ("h a > b: hot_lead",),
        ("h b > a: hot_lead",),
    ]


def test_each_pod_and_each_segment_is_judged_in_the_order_of_ids() -> None:
    assert [one.pods for one in AllPods().examine(ORG, {})] == [("p",), ("q",)]
    assert [one.words["segment"] for one in AllSegments().examine(ORG, {})] == ["x", "y"]


class CountedSeats(SeatsWithoutGoal):
    def together(self, org: Organisation, seen: Iterable[Sighting], limits: Limits) -> Iterator[Sighting]:
        yield Sighting(seats=tuple(name for one in seen for name in one.seats))


def test_what_was_seen_of_each_may_be_told_at_once() -> None:
    assert [one.seats for one in CountedSeats().examine(ORG, {})] == [("a", "b")]
