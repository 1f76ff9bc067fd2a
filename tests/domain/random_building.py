"""What a hand at the keyboard builds, on whatever it finds: part of the hand that edits at random."""

from typing import TYPE_CHECKING

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.copying import new_id
from salesorg_gui.domain.edits.building import AddSeat, Demote, DissolvePods, Enclose, Promote, Spot
from salesorg_gui.domain.edits.duplicating import duplicating
from salesorg_gui.domain.edits.edit import ChartEdit
from salesorg_gui.domain.ids import Key, Kind, LineId, PodId, RoleId, SeatId
from salesorg_gui.domain.records import Pod, Seat

if TYPE_CHECKING:
    from tests.domain.random_editing import Hand


def add_seat(hand: "Hand", chart: Chart) -> ChartEdit:
    """A seat on some spot; now and then on one that makes no sense."""
    manager, pod = hand.one(chart.seats), hand.one(chart.pods)
    above = hand.some(chart.seats, 2) if hand.chance.random() < 0.3 and chart.seats else ()
    spot = Spot(
        manager,
        hand.before(chart.reports_of(manager)) if manager is not None else None,
        pod,
        hand.before(tuple(seat.id for seat in chart.members.get(pod, ()))),
        hand.places(1)[0] if hand.chance.random() < 0.5 else None,
        above,
    )
    lines = tuple(LineId(new_id(chart, Kind.LINE)) for _line in range(1 + len(above)))
    return AddSeat(Seat(SeatId(new_id(chart, Kind.SEAT)), RoleId("inbound_sdr")), spot, lines, "Add report")


def enclose(hand: "Hand", chart: Chart) -> ChartEdit:
    """A pod around some seats, led by one of them or by nobody."""
    seats = hand.some(chart.seats, 4)
    segment = hand.one(chart.segments)
    frames = (segment,) if segment is not None else ()
    before = hand.before(tuple(pod.id for pod in chart.pods_in.get(segment, ())))
    pod = Pod(PodId(new_id(chart, Kind.POD)), "Pod", frames, hand.one(dict.fromkeys(seats)))
    return Enclose(pod, seats, before)


def change_level(hand: "Hand", chart: Chart) -> ChartEdit:
    """Somebody goes up or down one level."""
    seat = hand.one(chart.seats) or SeatId("?")
    return hand.chance.choice((Promote, Demote))(seat)


def dissolve(hand: "Hand", chart: Chart) -> ChartEdit:
    """Pods lose their frames."""
    return DissolvePods(hand.some(chart.pods, 2))


def duplicate(hand: "Hand", chart: Chart) -> ChartEdit:
    """Copies of something beside it; dissolves nothing where there is nothing to copy."""
    kind = hand.chance.choice((Kind.SEAT, Kind.SEAT, Kind.POD, Kind.SEGMENT, Kind.SOURCE))
    keys = [Key(kind, name) for name in hand.some(chart.records(kind), 2)]
    return duplicating(chart, keys, hand.chance.choice((1, 1, 2))) or DissolvePods(())
