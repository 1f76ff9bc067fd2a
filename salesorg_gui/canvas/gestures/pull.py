"""Pull a reporting line or a handoff from a card's edge to another card."""

from salesorg_gui.canvas.gestures.gesture import AT_REST, Staging, Verdicts, land
from salesorg_gui.canvas.landings.ground import Ground
from salesorg_gui.canvas.landings.how import PLAIN, How
from salesorg_gui.canvas.landings.landing import Landing
from salesorg_gui.canvas.landings.pulls import Exchange, HandoffPull, LinePull, landing_of_handoff, landing_of_line
from salesorg_gui.domain.edits.lines import DrawHandoff
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.drawing import words
from salesorg_gui.drawing.cards import Shapes
from salesorg_gui.drawing.marks import NOTE_GAP, pulled_handoff, pulled_line
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.routes import End, Route, between, clean
from salesorg_gui.session.session import Session

STUB = 16.0


class PullLine:
    """A reporting line in the hand; with the key for the other meaning it becomes a dotted one."""

    def __init__(self, session: Session, ground: Ground, pull: LinePull) -> None:
        self._session, self._ground, self._pull = session, ground, pull
        self._verdicts = Verdicts(session)
        self._card = ground.layout.cards[Key(Kind.SEAT, pull.seat)]
        self._staging = AT_REST

    @property
    def staging(self) -> Staging:
        return self._staging

    def move(self, spot: Point, how: How = PLAIN) -> None:
        landing = landing_of_line(self._pull, self._ground, spot, is_dotted=how.is_other_way)
        landing = self._verdicts.judged(landing)
        start = Point(self._card.centre.x, self._card.y if self._pull.upwards else self._card.bottom)
        taken = _taken(self._ground, landing)
        end = _upright_end(start, taken, spot)
        wire = pulled_line(_upright(start, end), is_refused=landing.is_refused)
        self._staging = Staging(landing, wire=wire, origin=start, note_at=_note_at(taken, spot))

    def drop(self) -> None:
        landing, self._staging = self._staging.landing, AT_REST
        land(self._session, landing)

    def cancel(self) -> None:
        self._staging = AT_REST


class PullHandoff:
    """A handoff in the hand. Seats that can take something stay clear; what would be handed over is shown at once."""

    def __init__(self, session: Session, ground: Ground, pull: HandoffPull) -> None:
        self._session, self._ground, self._pull = session, ground, pull
        self._verdicts = Verdicts(session)
        self._card = ground.layout.cards[pull.giver]
        self._takers = Exchange(ground.chart, ground.catalogue).takers(pull.giver) | {pull.giver}
        self._staging = AT_REST

    @property
    def staging(self) -> Staging:
        return self._staging

    def move(self, spot: Point, how: How = PLAIN) -> None:
        landing = self._verdicts.judged(landing_of_handoff(self._pull, self._ground, spot))
        route = self._route(landing, Point(self._card.right, self._card.centre.y), spot)
        taken = _taken(self._ground, landing)
        clear = self._takers if landing.target is None else self._takers | {landing.target}
        self._staging = Staging(
            landing,
            takers=clear,
            wire=self._wire(landing, route),
            origin=route[0] if route else None,
            note_at=_note_at(taken, spot),
        )

    def drop(self) -> None:
        landing, self._staging = self._staging.landing, AT_REST
        land(self._session, landing)

    def cancel(self) -> None:
        self._staging = AT_REST

    def _route(self, landing: Landing, start: Point, spot: Point) -> Route:
        """Round the frames when a card is reached, as the handoff will go; else straight to the hand."""
        taken = landing.target
        if taken is None:
            middle = max(start.x + STUB, (start.x + spot.x) / 2)
            return clean(start, Point(middle, start.y), Point(middle, spot.y), spot)
        return between(self._end(self._pull.giver), self._end(taken))

    def _end(self, key: Key) -> End:
        card = self._ground.layout.cards[key]
        pod = self._ground.pod_at(card.centre)
        return End(card, self._ground.layout.frames[Key(Kind.POD, pod)] if pod is not None else card)

    def _wire(self, landing: Landing, route: Route) -> Shapes:
        if not isinstance(landing.edit, DrawHandoff):
            return pulled_handoff(route, is_refused=landing.is_refused)
        handoff = landing.edit.handoff
        title = words.handoff_title(handoff, self._ground.catalogue) if handoff.object is not None else ""
        return pulled_handoff(route, title, words.hours(handoff.limit_hours))


def _taken(ground: Ground, landing: Landing) -> Rect | None:
    """The card the line has reached."""
    return ground.layout.cards.get(landing.target) if landing.target is not None else None


def _note_at(taken: Rect | None, spot: Point) -> Point:
    """Under the card that is reached, else beside the hand."""
    if taken is not None:
        return Point(taken.x, taken.bottom + NOTE_GAP)
    return Point(spot.x + NOTE_GAP, spot.y + NOTE_GAP)


def _upright_end(start: Point, taken: Rect | None, spot: Point) -> Point:
    if taken is None:
        return spot
    return Point(taken.centre.x, taken.bottom if start.y > taken.centre.y else taken.y)


def _upright(start: Point, end: Point) -> Route:
    """Down or up, across, and on."""
    middle = (start.y + end.y) / 2
    return clean(start, Point(start.x, middle), Point(end.x, middle), end)
