"""Copies that take their place beside the original: same manager, same pod, next in order, and nobody on them yet."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from salesorg_gui.domain.chart import Chart, key_of
from salesorg_gui.domain.copying import clipping, new_id, renamed
from salesorg_gui.domain.edits.edit import ChartEdit, Together
from salesorg_gui.domain.edits.lines import ReportTo
from salesorg_gui.domain.edits.places import MovePods, MoveSeats
from salesorg_gui.domain.edits.records import Add
from salesorg_gui.domain.ids import Key, Kind, LineId, PodId, SeatId
from salesorg_gui.domain.records import Hire, Place, Pod, Record, Seat, Segment, Source, Status
from salesorg_gui.i18n import _

STEP = 24.0
"""How far a copy stands from what it copies, where a hand placed that."""
MOST = 99
STANDING = frozenset({Kind.SEAT, Kind.POD, Kind.SEGMENT, Kind.SOURCE})
_NUMBER = re.compile(r"^(.*?)(\s*)(\d{1,4})$")


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Put copies beside their originals. ``records`` are the copies, ``moves`` what brings them to their places."""

    records: tuple[Record, ...]
    moves: tuple[ChartEdit, ...]

    @property
    def label(self) -> str:
        """One name."""
        return _("Duplicate")

    def apply(self, chart: Chart) -> Chart:
        """The chart with the copies; refused whole when one of the places is gone."""
        return Together(self.label, (Add(self.records, self.label), *self.moves)).apply(chart)

    @property
    def keys(self) -> tuple[Key, ...]:
        """What to select afterwards: the cards and frames that were copied."""
        return tuple(key_of(record) for record in self.records if key_of(record).kind in STANDING)


def duplicating(chart: Chart, keys: Iterable[Key], count: int = 1) -> Duplicate | None:
    """The edit that copies what is selected so many times; nothing when nothing of it stands on the chart."""
    originals = clipping(chart, [key for key in keys if key.kind in STANDING])
    if not any(key_of(record).kind in STANDING for record in originals):
        return None
    records: list[Record] = []
    moves: list[ChartEdit] = []
    taken: list[str] = [record.id for record in originals]
    for number in range(1, max(1, min(count, MOST)) + 1):
        copies = renamed(_whole(originals), chart, Place(STEP * number, STEP * number))
        pairs = tuple(zip(_whole(originals), copies, strict=True))
        records += [_as_copy(copy, number) for _old, copy in pairs]
        moves += _moves(chart, pairs, taken)
    return Duplicate(tuple(records), tuple(moves))


def _whole(records: Iterable[Record]) -> tuple[Record, ...]:
    """Without what belongs to one seat and one person alone."""
    return tuple(record for record in records if not isinstance(record, Hire))


def _as_copy(record: Record, number: int) -> Record:
    """A copied seat is open; names that were given by hand go on counting."""
    match record:
        case Seat():
            status = Status.OPEN if record.status is Status.FILLED else record.status
            return replace(record, people=(), status=status, code="", start="", title=numbered(record.title, number))
        case Pod() | Source():
            return replace(record, title=numbered(record.title, number))
        case Segment():
            return replace(record, value=numbered(record.value, number))
        case _:
            return record


def numbered(title: str, number: int) -> str:
    """The name of the so-manieth copy: ``Oslo`` becomes ``Oslo 2``, ``Team 3`` becomes ``Team 4``; none stays none."""
    if not title:
        return ""
    found = _NUMBER.match(title)
    if found is not None:
        return f"{found[1]}{found[2]}{int(found[3]) + number}"
    return f"{title} {number + 1}"


type Pairs = tuple[tuple[Record, Record], ...]


def _moves(chart: Chart, pairs: Pairs, taken: list[str]) -> list[ChartEdit]:
    """Each copy right before what follows its original: so copies of copies come in their order."""
    copied = {key_of(old) for old, _copy in pairs}
    moves: list[ChartEdit] = []
    for old, copy in pairs:
        match old:
            case Seat():
                moves += _seat_moves(chart, old, SeatId(copy.id), copied, taken)
            case Pod():
                frame = chart.frame_of(old)
                if frame is not None and Key(Kind.SEGMENT, frame) not in copied:
                    row = tuple(pod.id for pod in chart.pods_in.get(frame, ()))
                    moves.append(MovePods((PodId(copy.id),), frame, _following(row, old.id, copied, Kind.POD)))
            case _:
                pass
    return moves


def _seat_moves(chart: Chart, old: Seat, copy: SeatId, copied: set[Key], taken: list[str]) -> list[ChartEdit]:
    moves: list[ChartEdit] = []
    if old.pod in chart.pods and Key(Kind.POD, str(old.pod)) not in copied:
        row = tuple(seat.id for seat in chart.members.get(old.pod, ()))
        moves.append(MoveSeats((copy,), old.pod, _following(row, old.id, copied, Kind.SEAT)))
    manager = chart.manager_of(old.id)
    if manager is not None and manager != old.id and Key(Kind.SEAT, manager) not in copied:
        line = new_id(chart, Kind.LINE, taken)
        taken.append(line)
        before = _following(chart.reports_of(manager), old.id, copied, Kind.SEAT)
        moves.append(ReportTo((copy,), manager, (LineId(line),), before))
    return moves


def _following[I: str](row: tuple[I, ...], name: I, copied: set[Key], kind: Kind) -> I | None:
    """The first after ``name`` that is not copied too: copies of neighbours stand behind all of them."""
    after = row[row.index(name) + 1 :] if name in row else ()
    return next((other for other in after if Key(kind, other) not in copied), None)
