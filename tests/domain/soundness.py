"""What is true of every chart, whatever was edited: the yardstick of the random tests."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterator
from graphlib import CycleError, TopologicalSorter

from salesorg_gui.domain.chart import Chart, key_of
from salesorg_gui.domain.edits.branches import MoveAmongReports
from salesorg_gui.domain.edits.edit import ChartEdit, EditRefused
from salesorg_gui.domain.edits.lines import ReportTo
from salesorg_gui.domain.edits.places import MovePods, MoveSeats, MoveSegments
from salesorg_gui.domain.edits.records import Remove, check
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.records import LineKind, Record

type Ghost = tuple[str, str, str]


def ghosts(chart: Chart) -> set[Ghost]:
    """Every name that leads to nothing: who names it, in which sense, and the name."""
    return set(_ghosts(chart))


def _ghosts(chart: Chart) -> Iterator[Ghost]:
    seats, pods, segments = set(chart.seats), set(chart.pods), set(chart.segments)
    for line in chart.lines.values():
        yield from ((line.id, "line", end) for end in {line.report, line.manager} - seats)
    for handoff in chart.handoffs.values():
        yield from ((handoff.id, "from", name) for name in {handoff.source} - seats - set(chart.sources))
        yield from ((handoff.id, "to", name) for name in {handoff.target} - seats)
    yield from ((hire.id, "hire", hire.seat) for hire in chart.hires.values() if hire.seat not in seats)
    yield from ((seat.id, "pod", seat.pod) for seat in chart.seats.values() if seat.pod and seat.pod not in pods)
    yield from (
        (seat.id, "further pod", pod) for seat in chart.seats.values() for pod in seat.also_in if pod not in pods
    )
    for pod in chart.pods.values():
        yield from ((pod.id, "lead", name) for name in {pod.lead} - seats if name)
        yield from ((pod.id, "segment", name) for name in set(pod.segments) - segments)
    for segment in chart.segments.values():
        yield from ((segment.id, "owner", name) for name in set(segment.owners) - seats - pods)
        yield from ((segment.id, "parent", name) for name in {segment.parent} - segments if name)


def has_circle(chart: Chart) -> bool:
    """Whether solid lines, or segments in segments, lead round in a circle."""
    above: dict[str, set[str]] = defaultdict(set)
    for line in chart.lines.values():
        if line.kind is LineKind.SOLID:
            above[line.report].add(line.manager)
    within: dict[str, set[str]] = {}
    for segment in chart.segments.values():
        within[segment.id] = {segment.parent} if segment.parent else set()
    return _is_circular(above) or _is_circular(within)


def _is_circular(graph: dict[str, set[str]]) -> bool:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError:
        return True
    return False


def assert_sound(before: Chart, after: Chart) -> None:
    """Nothing got worse: no new ghosts, circles, second managers, doubled lines or values nobody can mean."""
    assert ghosts(after) - ghosts(before) == set()
    assert has_circle(before) or not has_circle(after)
    assert_lines_are_single(before, after)
    for kind in Kind:
        for name, record in after.records(kind).items():
            assert (record.id, key_of(record).kind) == (name, kind)
            old = before.records(kind).get(name)
            if record is not old and (old is None or _has_sound_values(old)):
                check(record)
    orders = [seat.order for seat in after.seats.values()] + [line.order for line in after.lines.values()]
    assert all(map(math.isfinite, orders))
    assert set(after.seats).isdisjoint({*after.sources, *after.pods})


def _has_sound_values(record: Record) -> bool:
    """A line of a file may lead to its own seat; what else is done to it does not make it worse."""
    try:
        check(record)
    except EditRefused:
        return False
    return True


def assert_lines_are_single(before: Chart, after: Chart) -> None:
    """Nobody gets a further manager, and no pair a second solid line; a copy may have as many as another seat has."""
    most = max(before.lines_up.values(), key=len, default=())
    for seat, lines in after.lines_up.items():
        had = before.lines_up.get(seat, ()) if seat in before.seats else most
        assert len(lines) <= max(1, len(had)), seat
        pairs = {line.manager for line in lines}
        assert len(pairs) == len(lines) or len({line.manager for line in had}) < len(had), seat


def assert_stands_as_asked(edit: ChartEdit, before: Chart, after: Chart) -> None:
    """What was moved stands, in the order given, right where it was put."""
    match edit:
        case MoveSeats(seats, pod, ahead, places) if pod is not None or not places:
            _assert_row([seat.id for seat in before.members.get(pod, ())],
                        [seat.id for seat in after.members.get(pod, ())], list(seats), ahead)  # fmt: skip
        case MovePods(pods, segment, ahead) if segment is not None:
            _assert_row([pod.id for pod in before.pods_in.get(segment, ())],
                        [pod.id for pod in after.pods_in.get(segment, ())], list(pods), ahead)  # fmt: skip
        case MoveSegments(segments, parent, ahead) if parent is not None:
            _assert_row([one.id for one in before.segments_in.get(parent, ())],
                        [one.id for one in after.segments_in.get(parent, ())], list(segments), ahead)  # fmt: skip
        case ReportTo(seats, manager, _lines, ahead) if manager is not None:
            old, new = list(before.reports_of(manager)), list(after.reports_of(manager))
            if ahead is not None:
                _assert_row(old, new, list(seats), ahead)
            else:
                _assert_row(old, new, [seat for seat in seats if seat not in old], None)
        case MoveAmongReports(seats, ahead) if seats:
            manager = before.manager_of(seats[0])
            assert manager is not None
            _assert_row(list(before.reports_of(manager)), list(after.reports_of(manager)), list(seats), ahead)
        case Remove(keys):
            _assert_moved_up(keys, before, after)
        case _:
            pass


def _assert_moved_up(keys: Collection[Key], before: Chart, after: Chart) -> None:
    """Whoever lost a manager has the next one above who stays, unless lines led round in a circle."""
    gone = {key.id for key in keys if key.kind is Kind.SEAT}
    for seat in after.seats.keys() - {line.report for line in before.lines.values() if key_of(line) in keys}:
        manager, passed = before.manager_of(seat), {seat}
        if manager not in gone or has_circle(before) or len(before.lines_up[seat]) > 1:
            continue
        while manager is not None and manager in gone and manager not in passed:
            passed.add(manager)
            manager = before.manager_of(manager)
        assert after.manager_of(seat) == manager


def _assert_row[R: str](old: list[R], new: list[R], moved: list[R], ahead: R | None) -> None:
    """The row as a person would lay it with cards on a table."""
    moved = list(dict.fromkeys(moved))
    staying = [name for name in old if name not in moved]
    following = old[old.index(ahead) :] if ahead in old else []
    anchor = next((name for name in following if name not in moved), None)
    at = staying.index(anchor) if anchor is not None else len(staying)
    assert new == [*staying[:at], *moved, *staying[at:]]
