"""Adding, revising and removing records of any kind."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from salesorg_gui.domain.chart import Chart, key_of
from salesorg_gui.domain.edits.edit import EditRefused, changed
from salesorg_gui.domain.ids import Key, Kind, LineId, SeatId, SegmentId
from salesorg_gui.domain.records import MOST_COLUMNS, Handoff, Line, Place, Pod, Record, Seat, Segment, Source
from salesorg_gui.domain.references import ghosts
from salesorg_gui.i18n import _

NAME_LIMIT, NOTE_LIMIT = 500, 20_000
FTE_LIMIT, HEADCOUNT_LIMIT, ACCOUNTS_LIMIT = 3.0, 9_999, 9_999_999
# Handoffs name seats and sources alike, segments seats and pods: no two of these may have one id.
RIVALS: Mapping[Kind, tuple[Kind, ...]] = {
    Kind.SEAT: (Kind.SOURCE, Kind.POD),
    Kind.SOURCE: (Kind.SEAT,),
    Kind.POD: (Kind.SEAT,),
}


@dataclass(frozen=True, slots=True)
class Add:
    """Put new records on the chart: a drop from the palette, a paste, a template."""

    records: tuple[Record, ...]
    label: str

    def apply(self, chart: Chart) -> Chart:
        """The chart with them."""
        keys = [key_of(record) for record in self.records]
        rivals = {Key(kind, key.id) for key in keys for kind in RIVALS.get(key.kind, ())}
        taken = any(chart.record(key) is not None for key in (*keys, *rivals))
        if taken or len(set(keys)) < len(keys) or not rivals.isdisjoint(keys):
            raise EditRefused(_("This is already on the chart."))
        for record in self.records:
            check(record)
        return chart.with_records(self.records)


@dataclass(frozen=True, slots=True)
class Revise:
    """Put changed records in the place of their namesakes: what the inspector does.

    Refused when a record would name something that is not on the chart and was not named by it before.
    """

    records: tuple[Record, ...]
    label: str

    def apply(self, chart: Chart) -> Chart:
        """The chart with the records as they are now."""
        for record in self.records:
            old = chart.record(key_of(record))
            if old is None or not ghosts(chart, record) <= ghosts(chart, old):
                raise EditRefused(_("This is no longer on the chart."))
            check(record)
        return changed(chart, self.records)


@dataclass(frozen=True, slots=True)
class Remove:
    """Take records away, with everything that cannot stand without them.

    Reports of a removed seat move up to its manager; its handoffs and its hire go with it. Members of a removed pod
    and pods of a removed segment stay, one frame further out.
    """

    keys: tuple[Key, ...]
    label: str

    def apply(self, chart: Chart) -> Chart:
        """The chart without them."""
        gone = {key for key in self.keys if chart.record(key) is not None}
        if not gone:
            return chart
        kept = [*_reports_moved_up(chart, gone), *_let_go(chart, gone)]
        moved = {record.id: record for record in kept if isinstance(record, Line)}
        return chart.with_records(kept, gone | set(_attached(chart, gone, moved)))


def _ids(gone: Iterable[Key], kind: Kind) -> set[str]:
    return {key.id for key in gone if key.kind is kind}


def _reports_moved_up(chart: Chart, gone: set[Key]) -> Iterator[Line]:
    """Solid lines to a removed manager, turned to the next manager above who stays."""
    seats = _ids(gone, Kind.SEAT)
    turned: set[tuple[str, str]] = set()
    for manager in sorted(seats):
        above = _staying_manager(chart, manager, seats)
        for line in chart.lines_down.get(SeatId(manager), ()):
            others = {up.manager for up in chart.lines_up[line.report]}
            if above is None or above == line.report or above in others or (line.report, above) in turned:
                continue
            turned.add((line.report, above))
            yield replace(line, manager=above, is_assistant=False)


def _staying_manager(chart: Chart, seat: str, gone: set[str]) -> SeatId | None:
    """The first manager above who is not removed; ``None`` at the top and inside a circle."""
    seen, above = {seat}, chart.manager_of(SeatId(seat))
    while above is not None and above in gone:
        if above in seen:
            return None
        seen.add(above)
        above = chart.manager_of(above)
    return above


def _let_go(chart: Chart, gone: set[Key]) -> Iterator[Record]:
    """Records that stay but name something removed."""
    seats, pods, segments = (_ids(gone, kind) for kind in (Kind.SEAT, Kind.POD, Kind.SEGMENT))
    if pods:
        yield from (_without_pods(seat, pods) for seat in chart.seats.values() if not pods.isdisjoint(_pods(seat)))
    led = [chart.pods[pod] for seat in sorted(seats) for pod in chart.pods_led.get(SeatId(seat), ())]
    for pod in chart.pods.values() if segments else led:
        lead = None if pod.lead in seats else pod.lead
        frames = _frames_outwards(chart, pod, segments)
        if lead != pod.lead or frames != pod.segments:
            yield replace(pod, lead=lead, segments=frames)
    for segment in chart.segments.values():
        parent = _staying_parent(chart, segment, segments)
        owners = tuple(owner for owner in segment.owners if owner not in seats | pods)
        if parent != segment.parent or owners != segment.owners:
            yield replace(segment, parent=parent, owners=owners)


def _pods(seat: Seat) -> set[str]:
    return {seat.pod or "", *seat.also_in}


def _without_pods(seat: Seat, gone: set[str]) -> Seat:
    """The seat without those pods; a further pod that stays does not take their place."""
    kept = tuple(pod for pod in seat.also_in if pod not in gone)
    return replace(seat, pod=None if seat.pod in gone else seat.pod, also_in=kept)


def _frames_outwards(chart: Chart, pod: Pod, gone: set[str]) -> tuple[SegmentId, ...]:
    """The pod's segments, those removed replaced by the frame around them."""
    if gone.isdisjoint(pod.segments):
        return pod.segments
    frames: list[SegmentId] = []
    for name in pod.segments:
        around = _staying_parent(chart, chart.segments[name], gone) if name in gone else name
        if around is not None and around not in frames:
            frames.append(around)
    return tuple(frames)


def _staying_parent(chart: Chart, segment: Segment, gone: set[str]) -> SegmentId | None:
    """The first frame around a segment that is not removed; ``None`` at the top and inside a circle."""
    if segment.parent not in gone and segment.id not in gone:
        return segment.parent
    above = segment.parent
    seen = {segment.id}
    while above is not None and above in gone and above not in seen:
        seen.add(above)
        above = chart.segments[above].parent
    return above if above in chart.segments and above not in seen else None


def _attached(chart: Chart, gone: set[Key], moved: Mapping[LineId, Line]) -> Iterator[Key]:
    """Lines, handoffs and hires that hang on a removed seat or source; some lines were ``moved`` to another manager."""
    seats, sources = _ids(gone, Kind.SEAT), _ids(gone, Kind.SOURCE)
    for seat in map(SeatId, seats):
        lines = (*chart.lines_up.get(seat, ()), *chart.lines_down.get(seat, ()))
        for line in (*lines, *chart.dotted_up.get(seat, ()), *chart.dotted_down.get(seat, ())):
            now = moved.get(line.id, line)
            if now.report in seats or now.manager in seats:
                yield key_of(line)
        yield from map(key_of, chart.handoffs_to.get(seat, ()))
    for name in seats | sources:
        yield from map(key_of, chart.handoffs_from.get(SeatId(name), ()))
    for hire in chart.hires.values():
        if hire.seat in seats:
            yield key_of(hire)


def check(record: Record) -> None:
    """Refuse what no organisation can mean; what is merely unwise is for the rules to say."""
    if not record.id:
        raise EditRefused(_("This needs a name of its own."))
    if isinstance(record, Seat | Pod | Segment | Source) and record.place is not None:
        check_places([record.place])
    for text in _names(record):
        if len(text) > NAME_LIMIT:
            raise EditRefused(_("A name has at most {limit} characters.").format(limit=NAME_LIMIT))
    _check_values(record)


def _check_values(record: Record) -> None:
    match record:
        case Seat():
            _check_seat(record)
        case Handoff():
            _number(record.limit_hours, 0, 100_000, _("A time limit is a number of hours from 0 up."))
            _number(record.probability, 0, 1, _("A probability is a number from 0 to 1."))
        case Source():
            _number(record.per_month, 0, 10_000_000, _("Leads a month is a number from 0 up."))
        case Segment():
            _number(record.potential, 0, 1e15, _("A potential is a number from 0 up."))
            _number(record.leads, 0, 1e15, _("Leads a month is a number from 0 up."))
            _number(record.customers, 0, 1e15, _("Customers of a segment is a number from 0 up."))
            _number(record.lowest, -1e15, 1e15, _("A bound of a segment is a number."))
            _number(record.below, -1e15, 1e15, _("A bound of a segment is a number."))
        case Line() if record.report == record.manager:
            raise EditRefused(_("A seat cannot report to itself."))


def check_places(places: Iterable[Place]) -> None:
    """Refuse places no board has."""
    if not all(math.isfinite(number) for place in places for number in place):
        raise EditRefused(_("This place is not on the board."))


def _check_seat(seat: Seat) -> None:
    if not 0 <= seat.columns <= MOST_COLUMNS:
        raise EditRefused(_("A branch stands in at most {most} columns.").format(most=MOST_COLUMNS))
    if not 1 <= seat.headcount <= HEADCOUNT_LIMIT:
        raise EditRefused(_("A headcount is a whole number from 1 to {most}.").format(most=HEADCOUNT_LIMIT))
    if not (math.isfinite(seat.fte) and 0 < seat.fte <= FTE_LIMIT):
        raise EditRefused(_("FTE is a number above 0, up to {most}.").format(most=FTE_LIMIT))
    _number(seat.quota, 0, 1e15, _("A quota is a number from 0 up."))
    _number(seat.accounts, 0, ACCOUNTS_LIMIT, _("Accounts is a whole number from 0 up."))
    for share in (*seat.shares.values(), *(activity.share for activity in seat.activities)):
        _number(share, 0, 1, _("A share of time is a number from 0 to 1."))
    if len(seat.note) > NOTE_LIMIT:
        raise EditRefused(_("A note has at most {limit} characters.").format(limit=NOTE_LIMIT))


def _number(value: float | None, least: float, most: float, refusal: str) -> None:
    if value is not None and not (math.isfinite(value) and least <= value <= most):
        raise EditRefused(refusal)


def _names(record: Record) -> Iterator[str]:
    match record:
        case Seat():
            yield record.title
            yield from (person.name for person in record.people)
        case Pod() | Source():
            yield record.title
        case Segment():
            yield record.value
