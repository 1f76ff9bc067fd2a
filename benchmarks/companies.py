"""Made-up companies of any size, the same every time.

Pods of eight stand in nested segments, led in four levels, with one and a half handoffs a seat. Run by itself it prints
what they consist of.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import (
    ChartId,
    HandoffId,
    LineId,
    ModelId,
    ObjectId,
    PodId,
    RoleId,
    SeatId,
    SegmentId,
    SourceId,
)
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Handoff, Lane, Line, Person, Pod, Record, Seat, Segment, Source, Status
from salesorg_gui.storage.text import dumps

TEAM = (
    *("pod_lead", "inbound_sdr", "outbound_sdr", "account_executive", "account_executive", "account_executive"),
    *("customer_success_manager", "account_manager"),
)
FIRST = ("Ada", "Bo", "Cleo", "Dag", "Eva", "Finn", "Gry", "Hugo", "Ida", "Jon", "Kaja", "Liv", "Måns", "Nora", "Ove")
LAST = ("Berg", "Dahl", "Ek", "Foss", "Holm", "Iversen", "Krog", "Lund", "Moe", "Nygård", "Ødegård", "Quist", "Rask")
# Giver, receiver and object within a pod, by place in the team; twelve a pod of eight.
HANDED = (
    *((1, 3, "qualified_lead"), (1, 4, "qualified_lead"), (1, 3, "hot_lead"), (2, 4, "qualified_lead")),
    *((2, 5, "qualified_lead"), (3, 6, "signed_customer"), (4, 6, "signed_customer"), (5, 7, "signed_customer")),
    *((3, 1, "rejected_lead"), (4, 2, "rejected_lead")),
)
PODS_A_SEGMENT, SEGMENTS_A_REGION = 8, 8
INBOUND, OUTBOUND = SourceId("web"), SourceId("list")


@dataclass(frozen=True, slots=True)
class Company:
    """A company in the making."""

    seats: int
    chance: Random

    def records(self) -> Iterator[Record]:
        """All that is on the chart."""
        yield Source(INBOUND, channel="website", per_month=4_000)
        yield Source(OUTBOUND, Lane.OUTBOUND, "list", per_month=9_000)
        yield self._seat("top", "chief_revenue_officer", None, 0)
        left, pod = self.seats - 1, 0
        while left > 0:
            if pod % (PODS_A_SEGMENT * SEGMENTS_A_REGION) == 0:
                yield from self._region(pod)
                left -= 1
            if pod % PODS_A_SEGMENT == 0:
                yield from self._segment(pod)
                left -= 1
            size = min(len(TEAM), max(left, 0))
            yield from self._pod(pod, size)
            left -= size
            pod += 1

    def _region(self, pod: int) -> Iterator[Record]:
        name = region_of(pod)
        yield self._seat(f"vp-{name}", "vp_sales", None, pod)
        yield Line(LineId(f"l-vp-{name}"), SeatId(f"vp-{name}"), SeatId("top"), order=pod)
        yield Segment(SegmentId(name), value=f"Region {name}", order=pod)

    def _segment(self, pod: int) -> Iterator[Record]:
        name, region = segment_of(pod), region_of(pod)
        yield self._seat(f"head-{name}", "head_of_sales", None, pod)
        yield Line(LineId(f"l-head-{name}"), SeatId(f"head-{name}"), SeatId(f"vp-{region}"), order=pod)
        yield Segment(SegmentId(name), value=f"Area {name}", parent=SegmentId(region), order=pod)

    def _pod(self, pod: int, size: int) -> Iterator[Record]:
        if size <= 0:
            return
        name, segment = PodId(f"pod{pod:05}"), SegmentId(segment_of(pod))
        yield Pod(name, f"Pod {pod}", (segment,), SeatId(member(pod, 0)), "Win the area", order=pod)
        for place in range(size):
            yield self._seat(member(pod, place), TEAM[place], name, place)
            manager = f"head-{segment}" if place == 0 else member(pod, 0)
            yield Line(LineId(f"l-{member(pod, place)}"), SeatId(member(pod, place)), SeatId(manager), order=place)
        yield from self._handoffs(pod, size)

    def _handoffs(self, pod: int, size: int) -> Iterator[Handoff]:
        within = [(member(pod, a), member(pod, b), what) for a, b, what in HANDED if max(a, b) < size]
        fed = [(INBOUND, 1, "raw_lead"), (OUTBOUND, 2, "target_prospect")]
        outside = [(source, member(pod, place), what) for source, place, what in fed if place < size]
        for number, (source, target, what) in enumerate((*within, *outside)):
            name = HandoffId(f"h{pod:05}-{number:02}")
            is_return = what == "rejected_lead"
            yield Handoff(name, SeatId(source), SeatId(target), ObjectId(what), "When ready", 24, is_return=is_return)

    def _seat(self, name: str, role: str, pod: PodId | None, order: float) -> Seat:
        person = Person(f"{self.chance.choice(FIRST)} {self.chance.choice(LAST)}")
        is_open = self.chance.random() < 0.1
        people, status = ((), Status.OPEN) if is_open else ((person,), Status.FILLED)
        return Seat(SeatId(name), RoleId(role), people=people, status=status, pod=pod, order=order)


def member(pod: int, place: int) -> str:
    """The id of a seat by its pod and its place in the team."""
    return f"s{pod:05}-{place}"


def segment_of(pod: int) -> str:
    """The id of the segment a pod stands in."""
    return f"a{pod // PODS_A_SEGMENT:04}"


def region_of(pod: int) -> str:
    """The id of the segment around that."""
    return f"r{pod // (PODS_A_SEGMENT * SEGMENTS_A_REGION):03}"


@cache
def company(seats: int) -> Plan:
    """The plan of a company with so many seats."""
    chart = Chart(ChartId("as-is"), "As is", model=ModelId("pod"))
    chart = chart.with_records(Company(seats, Random(seats)).records())
    return Plan(f"Company of {seats}", charts={chart.id: chart})


def main() -> int:
    """Print what the companies consist of."""
    print(f"{'seats':>8}{'lines':>8}{'handoffs':>10}{'pods':>8}{'segments':>10}{'file, KB':>10}")
    for seats in (100, 1_000, 5_000):
        plan = company(seats)
        chart = plan.first_chart
        counts = (len(chart.seats), len(chart.lines), len(chart.handoffs), len(chart.pods), len(chart.segments))
        size = len(dumps(plan)) // 1000
        print("{:>8}{:>8}{:>10}{:>8}{:>10}{:>10}".format(*counts, size))
    return 0


if __name__ == "__main__":
    sys.exit(main())
