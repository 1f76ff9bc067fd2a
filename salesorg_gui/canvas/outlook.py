"""What an edit would do to the chart, for the eye: what comes, what looks different, what goes. Values, without Qt."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from salesorg_gui.canvas.gestures.gesture import Staging
from salesorg_gui.canvas.landings.landing import Landing
from salesorg_gui.canvas.picture import DRAWN, Picture
from salesorg_gui.canvas.wires import EDGE_KINDS
from salesorg_gui.domain.change import Change, Delta, delta
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Handoff, Hire, Line, Record
from salesorg_gui.layout.geometry import Point
from salesorg_gui.layout.routes import Route

NOTE_BELOW = 14.0


class Lost(NamedTuple):
    """The way of a line or handoff that would go, and where it begins."""

    start: str
    route: Route


@dataclass(frozen=True)
class Outlook:
    """``shown`` is seen instead of the session's chart: as it would be, with what goes still in its place.

    ``cards`` and ``edges`` come or look different; cards that get a line are among them. ``lost`` are ways that go or
    lead elsewhere, ``gone`` the cards that go.
    """

    shown: Chart
    label: str
    cards: frozenset[Key] = frozenset()
    edges: frozenset[Key] = frozenset()
    lost: tuple[Lost, ...] = ()
    gone: frozenset[Key] = frozenset()
    staging: Staging = Staging()


def outlook_of(picture: Picture, after: Chart, label: str) -> Outlook:
    """What would differ from what the picture shows now; asked before the picture follows."""
    change = Change(picture.chart, after, Plan(), Plan())
    cards: set[Key] = set()
    edges: set[Key] = set()
    for key in _coming(change):
        (edges if key.kind in EDGE_KINDS else cards).add(key)
    cards.update(end for key in edges for end in _met(after.record(key)) if after.record(end) is not None)
    lost = tuple(Lost(start, route) for key, start in _losing(change) if (route := picture.wires.route(key)))
    gone = frozenset(Key(Kind.SEAT, seat) for seat in change.seats.removed)
    return Outlook(_with_gone(change), label, frozenset(cards), frozenset(edges), lost, gone)


def _with_gone(change: Change) -> Chart:
    """The chart as it would be, and the seats that would go with the lines that hold them where they stand."""
    seats = change.seats.removed
    if not seats:
        return change.after
    lines = (line for line in change.lines.removed.values() if {line.report, line.manager} & seats.keys())
    return change.after.with_records([*seats.values(), *lines])


def settled(outlook: Outlook, picture: Picture) -> Outlook:
    """The same once the picture has followed: no way is lost that another line still takes, and the note stands."""
    lost = tuple(one for one in outlook.lost if one.route not in _still_taken(outlook.shown, one.start, picture))
    return replace(outlook, lost=lost, staging=Staging(Landing(outlook.label), note_at=_note_at(outlook, picture)))


def _still_taken(chart: Chart, manager: str, picture: Picture) -> set[Route]:
    """The ways of the lines of a manager: those onto one frame are one."""
    return {picture.wires.route(Key(Kind.LINE, line.id)) for line in chart.lines_down.get(SeatId(manager), ())}


def _note_at(outlook: Outlook, picture: Picture) -> Point | None:
    """Below the first thing that differs."""
    for keys in (outlook.cards, outlook.edges, outlook.gone):
        for key in sorted(keys):
            rect = picture.bounds(key)
            if rect is not None:
                return Point(rect.x, rect.bottom + NOTE_BELOW)
    return outlook.lost[0].route[-1] if outlook.lost else None


def _deltas(change: Change) -> Iterator[tuple[Kind, Delta[str, Record]]]:
    for kind in DRAWN:
        yield kind, delta(change.before.records(kind), change.after.records(kind))


def _coming(change: Change) -> Iterator[Key]:
    for kind, differing in _deltas(change):
        yield from (Key(kind, id) for id in differing.added)
        for id, now in differing.changed.items():
            was = change.before.record(Key(kind, id))
            if was is not None and _looks(was) != _looks(now):
                yield Key(kind, id)


def _losing(change: Change) -> Iterator[tuple[Key, str]]:
    """Lines and handoffs that go, or join others from now on, with where they begin."""
    for kind, differing in _deltas(change):
        if kind not in EDGE_KINDS:
            continue
        for id in (*differing.removed, *differing.changed):
            was, now = (chart.record(Key(kind, id)) for chart in (change.before, change.after))
            ends = _ends(was)
            if ends is not None and ends != _ends(now):
                yield Key(kind, id), ends[0]


def _met(record: Record | None) -> Iterator[Key]:
    """Whom an edge is news for: who gets a manager; both ends of a handoff."""
    match record:
        case Line():
            yield Key(Kind.SEAT, record.report)
        case Handoff():
            yield Key(Kind.SEAT, record.source)
            yield Key(Kind.SEAT, record.target)


def _looks(record: Record) -> Record:
    """The record without its place among others, which is no difference anybody asked for."""
    return record if isinstance(record, Handoff | Hire) else replace(record, order=0.0)


def _ends(record: Record | None) -> tuple[str, str] | None:
    """Where an edge begins and where it leads."""
    match record:
        case Line():
            return record.manager, record.report
        case Handoff():
            return record.source, record.target
        case _:
            return None
