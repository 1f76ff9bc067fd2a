"""Charts that no tidy person would draw, to lay out: circles, several managers, nested segments, hand-placed things."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, Key, Kind, LineId, ObjectId, PodId, RoleId, SeatId, SegmentId, SourceId
from salesorg_gui.domain.records import (
    BranchStyle,
    Handoff,
    Line,
    LineKind,
    Place,
    Pod,
    Record,
    Seat,
    Segment,
    Source,
    Status,
)
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Layout

ROLES = ("inbound_sdr", "account_executive", "customer_success_manager", "head_of_sales", "sales_operations", "nobody")


def random_chart(seed: int, size: int, free: float = 0.0) -> Chart:
    """A chart of about ``size`` seats; a share ``free`` of what can be placed by hand is."""
    chance = Random(seed)
    records: list[Record] = []
    segments = [SegmentId(f"g{n}") for n in range(chance.randrange(0, size // 8 + 2))]
    for name in segments:
        parent = chance.choice([None, None, *segments])
        records.append(Segment(name, value=name, parent=parent, order=chance.randrange(5), place=_place(chance, free)))
    pods = [PodId(f"p{n}") for n in range(chance.randrange(0, size // 4 + 2))]
    seats = [SeatId(f"s{n}") for n in range(chance.randrange(0, size + 1))]
    for pod in pods:
        frame = (chance.choice(segments),) if segments and chance.random() < 0.7 else ()
        lead = chance.choice(seats) if seats and chance.random() < 0.5 else None
        records.append(Pod(pod, pod, frame, lead, order=chance.randrange(5), place=_place(chance, free)))
    records += [_seat(chance, name, pods, free) for name in seats]
    if seats:
        records += [_line(chance, n, seats) for n in range(chance.randrange(0, 2 * size))]
    sources = [SourceId(f"l{n}") for n in range(chance.randrange(0, 14))]
    records += [Source(name, order=chance.randrange(5), place=_place(chance, free)) for name in sources]
    if seats:
        ends: list[SeatId | SourceId] = [*seats, *sources]
        for n in range(chance.randrange(0, size)):
            records.append(
                Handoff(HandoffId(f"h{n}"), chance.choice(ends), chance.choice(seats), ObjectId("qualified_lead"))
            )
    return Chart().with_records(records)


def _place(chance: Random, free: float) -> Place | None:
    return Place(chance.randrange(-900, 2400), chance.randrange(-400, 1800)) if chance.random() < free else None


def _seat(chance: Random, name: SeatId, pods: list[PodId], free: float) -> Seat:
    return Seat(
        name,
        RoleId(chance.choice(ROLES)),
        pod=chance.choice(pods) if pods and chance.random() < 0.6 else None,
        order=chance.randrange(9),
        place=_place(chance, free),
        status=chance.choice(list(Status)),
    )


def _line(chance: Random, n: int, seats: list[SeatId]) -> Line:
    at = chance.randrange(len(seats))
    manager = seats[chance.randrange(at + 1)] if chance.random() < 0.9 else chance.choice(seats)
    kind = LineKind.SOLID if chance.random() < 0.8 else LineKind.DOTTED
    return Line(LineId(f"r{n}"), seats[at], manager, kind, chance.randrange(5))


def styled_chart(seed: int, size: int) -> Chart:
    """Such a chart with branch styles and assistants."""
    chance = Random(seed)
    chart = random_chart(seed, size)
    styles = list(BranchStyle)
    seats = [
        replace(seat, branch=chance.choice(styles), columns=chance.choice([0, 0, 2, 3, 8]))
        for seat in chart.seats.values()
        if chance.random() < 0.4
    ]
    lines = [replace(line, is_assistant=chance.random() < 0.2) for line in chart.lines.values()]
    return chart.with_records([*seats, *lines])


def tree_chart(reports: dict[str, list[str]]) -> Chart:
    """Seats and solid lines from manager to reports in order."""
    names = dict.fromkeys([*reports, *(name for group in reports.values() for name in group)])
    seats = [Seat(SeatId(name), RoleId("account_executive"), order=n) for n, name in enumerate(names)]
    lines = [
        Line(LineId(f"{report}-{manager}"), SeatId(report), SeatId(manager), order=n)
        for manager, group in reports.items()
        for n, report in enumerate(group)
    ]
    return Chart().with_records([*seats, *lines])


def seat_key(name: str) -> Key:
    """The key of a seat."""
    return Key(Kind.SEAT, name)


def overlaps(rects: dict[Key, Rect]) -> Iterator[tuple[Key, Key]]:
    """Pairs that share more than an edge."""
    named = sorted(rects.items(), key=lambda item: item[1].x)
    for n, (key, rect) in enumerate(named):
        for other, other_rect in named[n + 1 :]:
            if other_rect.x >= rect.right:
                break
            if rect.meets(other_rect):
                yield key, other


def by_hand(chart: Chart, layout: Layout) -> set[Key]:
    """Cards and frames whose place is data, with all that stands in them."""
    placed = {Key(Kind.SEAT, seat.id) for seat in chart.seats.values() if seat.place and seat.pod not in chart.pods}
    placed |= {Key(Kind.SOURCE, source.id) for source in chart.sources.values() if source.place}
    placed |= {top for top in set(layout.tops.values()) | set(layout.frames) if _is_free_top(chart, top)}
    return placed


def _is_free_top(chart: Chart, key: Key) -> bool:
    if key.kind is Kind.POD:
        pod = chart.pods[PodId(key.id)]
        return pod.place is not None and chart.frame_of(pod) is None
    segment = chart.segments[SegmentId(key.id)]
    return segment.place is not None and chart.parent_of(segment) is None


def outermost(chart: Chart, layout: Layout) -> dict[Key, Rect]:
    """Everything that stands directly on the board: cards outside of pods, outermost frames, the bench."""
    members = {seat for seats in layout.members.values() for seat in seats}
    benched = set(layout.benched)
    found = {
        key: rect
        for key, rect in layout.cards.items()
        if key.kind is Kind.SOURCE or (key.id not in members and key.id not in benched)
    }
    for key, rect in layout.frames.items():
        is_top = (
            chart.frame_of(chart.pods[PodId(key.id)]) is None
            if key.kind is Kind.POD
            else chart.parent_of(chart.segments[SegmentId(key.id)]) is None
        )
        if is_top:
            found[key] = rect
    if layout.bench is not None:
        found[Key(Kind.HIRE, "bench")] = layout.bench
    return found
