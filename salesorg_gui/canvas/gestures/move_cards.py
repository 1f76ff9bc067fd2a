"""Carry seats, pods, segments and lead sources over the chart."""

from collections.abc import Iterable, Mapping

from salesorg_gui.canvas.gestures.gesture import AT_REST, Ghost, Staging, Verdicts, land
from salesorg_gui.canvas.gestures.strings import strings_of
from salesorg_gui.canvas.landings.copies import Copies, copies_of
from salesorg_gui.canvas.landings.ground import Ground
from salesorg_gui.canvas.landings.how import PLAIN, How
from salesorg_gui.canvas.landings.landing import Landing
from salesorg_gui.canvas.landings.moves import Held, landing_of, outermost
from salesorg_gui.domain.copying import new_id
from salesorg_gui.domain.ids import Key, Kind, LineId, PodId, SegmentId
from salesorg_gui.drawing.marks import NOTE_GAP
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.session.session import Session

MOST_GHOSTS = 120
NOTE_FAR = 96.0
"""Under a large frame the note stands near the hand, not under the frame."""


class MoveCards:
    """Holds the outermost things of a selection; the one taken hold of tells where they land."""

    def __init__(self, session: Session, ground: Ground, keys: Iterable[Key], grabbed: Key, grab: Point) -> None:
        self._session, self._ground = session, ground
        self._verdicts = Verdicts(session)
        self._held = held_by(ground, keys, grabbed, grab)
        whole = with_inner(ground, self._held.home)
        self._carried = frozenset(whole)
        self._shown = dict(list(whole.items())[-MOST_GHOSTS:])
        self._staging = AT_REST
        self._copies: Copies | None = None

    @property
    def staging(self) -> Staging:
        return self._staging

    def move(self, spot: Point, how: How = PLAIN) -> None:
        held = self._held
        landing = self._landing(spot, how)
        dx, dy = spot.x - held.grab.x, spot.y - held.grab.y
        ghosts = tuple(
            Ghost(rect.moved(dx, dy), key, is_inner=key not in held.home) for key, rect in self._shown.items()
        )
        leader = held.home[held.grabbed].moved(dx, dy)
        note_at = Point(leader.x, min(leader.bottom, spot.y + NOTE_FAR) + NOTE_GAP)
        if how.with_control:
            self._staging = Staging(landing, ghosts, note_at=note_at)
            return
        strings = strings_of(self._ground, held.home, dx, dy)
        self._staging = Staging(landing, ghosts, held.home, self._carried, strings=strings, note_at=note_at)

    def _landing(self, spot: Point, how: How) -> Landing:
        """Where it lands, or a copy of it."""
        if not how.with_control:
            return self._verdicts.judged(landing_of(self._held, self._ground, spot, how))
        if self._copies is None:
            self._copies = copies_of(self._held, self._ground)
        copies = self._copies
        return self._verdicts.judged(copies.landing(landing_of(copies.held, copies.ground, spot, how)))

    def drop(self) -> None:
        landing, self._staging = self._staging.landing, AT_REST
        land(self._session, landing)

    def cancel(self) -> None:
        self._staging = AT_REST


def with_inner(ground: Ground, home: Mapping[Key, Rect]) -> dict[Key, Rect]:
    """What the hand holds with all that stands inside, outer before inner."""
    chart, layout = ground.chart, ground.layout
    found: dict[Key, None] = {}
    waiting = list(home)
    while waiting:
        key = waiting.pop()
        found[key] = None
        if key.kind is Kind.POD:
            waiting.extend(Key(Kind.SEAT, seat) for seat in layout.members.get(PodId(key.id), ()))
        elif key.kind is Kind.SEGMENT:
            waiting.extend(Key(Kind.POD, pod.id) for pod in chart.pods_in.get(SegmentId(key.id), ()))
            waiting.extend(Key(Kind.SEGMENT, child.id) for child in chart.segments_in.get(SegmentId(key.id), ()))
    frames = {key: layout.frames[key] for key in found if key in layout.frames}
    return frames | {key: layout.cards[key] for key in found if key in layout.cards}


def held_by(ground: Ground, keys: Iterable[Key], grabbed: Key, grab: Point) -> Held:
    """What a hand holds that takes ``grabbed`` out of a selection; of what moves with its frame, the frame."""
    chart = ground.chart
    outer = outermost(chart, {*keys, grabbed})
    home = {key: rect for key in sorted(outer) if (rect := ground.layout.rect(key)) is not None}
    leader = grabbed if grabbed in home else min(home)
    seats = sum(1 for key in home if key.kind is Kind.SEAT)
    lines: dict[str, None] = {}
    while len(lines) < seats:
        lines[new_id(chart, Kind.LINE)] = None
    return Held(home, grab, leader, PodId(new_id(chart, Kind.POD)), tuple(LineId(name) for name in lines))
