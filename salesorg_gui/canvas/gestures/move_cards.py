"""Carry seats, pods, segments and lead sources over the chart."""

from collections.abc import Iterable

from salesorg_gui.canvas.gestures.gesture import AT_REST, Ghost, Staging, Verdicts, land
from salesorg_gui.canvas.landings.ground import Ground
from salesorg_gui.canvas.landings.moves import Held, landing_of, outermost
from salesorg_gui.domain.copying import new_id
from salesorg_gui.domain.ids import Key, Kind, LineId, PodId
from salesorg_gui.drawing.marks import NOTE_GAP
from salesorg_gui.layout.geometry import Point
from salesorg_gui.session.session import Session

MOST_GHOSTS = 60


class MoveCards:
    """Holds the outermost things of a selection; the one taken hold of tells where they land."""

    def __init__(self, session: Session, ground: Ground, keys: Iterable[Key], grabbed: Key, grab: Point) -> None:
        self._session, self._ground = session, ground
        self._verdicts = Verdicts(session)
        self._held = held_by(ground, keys, grabbed, grab)
        self._staging = AT_REST

    @property
    def staging(self) -> Staging:
        return self._staging

    def move(self, spot: Point, *, is_other_way: bool = False) -> None:
        held = self._held
        landing = self._verdicts.judged(landing_of(held, self._ground, spot))
        dx, dy = spot.x - held.grab.x, spot.y - held.grab.y
        ghosts = [Ghost(rect.moved(dx, dy), key) for key, rect in held.home.items() if key != held.grabbed]
        on_top = Ghost(held.home[held.grabbed].moved(dx, dy), held.grabbed)
        note_at = Point(on_top.rect.x, on_top.rect.bottom + NOTE_GAP)
        self._staging = Staging(landing, (*ghosts[:MOST_GHOSTS], on_top), held.home, note_at=note_at)

    def drop(self) -> None:
        landing, self._staging = self._staging.landing, AT_REST
        land(self._session, landing)

    def cancel(self) -> None:
        self._staging = AT_REST


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
