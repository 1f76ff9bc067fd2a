"""Which gesture a press becomes; loaded when somebody drags for the first time."""

from dataclasses import dataclass

from salesorg_gui.canvas.gestures.drop_new import DropNew
from salesorg_gui.canvas.gestures.gesture import Gesture
from salesorg_gui.canvas.gestures.move_cards import MoveCards
from salesorg_gui.canvas.gestures.pull import PullHandoff, PullLine
from salesorg_gui.canvas.gestures.rubber_band import RubberBand
from salesorg_gui.canvas.landings.additions import Offer
from salesorg_gui.canvas.landings.ground import Ground
from salesorg_gui.canvas.landings.pulls import HandoffPull, LinePull
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.canvas.showing import Edge
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.copying import new_id
from salesorg_gui.domain.ids import HandoffId, Key, Kind, LineId, SeatId
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.session.session import Session

STANDING = frozenset({Kind.SEAT, Kind.SOURCE, Kind.POD, Kind.SEGMENT})
FRAMES = frozenset({Kind.POD, Kind.SEGMENT})


@dataclass(frozen=True, slots=True)
class Beginning:
    """Begins gestures on what the picture shows now."""

    session: Session
    picture: Picture
    catalogue: Catalogue

    @property
    def ground(self) -> Ground:
        """What a gesture lands on."""
        return Ground(self.session.chart, self.picture.layout, self.catalogue, self.picture.boxes.near)

    def can_hold(self, key: Key, *, is_adding: bool) -> bool:
        """Whether a hand can carry it off; with Shift, and on a lane, a press on a frame draws a band in it."""
        is_there = self.session.chart.record(key) is not None
        is_fixed = is_adding or self.picture.view is ViewKind.HANDOFFS
        return is_there and key.kind in STANDING and not (is_fixed and key.kind in FRAMES)

    def dropping(self, offer: Offer) -> Gesture:
        """Something new comes in from outside."""
        return DropNew(self.session, self.ground, offer)

    def band(self, spot: Point, *, is_adding: bool) -> Gesture:
        """Pick whatever a rubber band touches."""
        return RubberBand(self.session.selection, self._cards_in, spot, is_adding=is_adding)

    def pulling(self, key: Key, port: Edge) -> Gesture:
        """Draw a handoff or a line from a port."""
        chart = self.session.chart
        if port is Edge.RIGHT:
            pull = HandoffPull(key, HandoffId(new_id(chart, Kind.HANDOFF)))
            return PullHandoff(self.session, self.ground, pull)
        line = LineId(new_id(chart, Kind.LINE))
        return PullLine(self.session, self.ground, LinePull(SeatId(key.id), port is Edge.TOP, line))

    def moving(self, key: Key, spot: Point) -> Gesture:
        """Carry what is selected, held by one of its cards or frames."""
        return MoveCards(self.session, self.ground, self.session.selection.keys, key, spot)

    def _cards_in(self, band: Rect) -> list[Key]:
        """What a rubber band picks: every card it touches, and frames that lie inside it whole."""
        layout = self.picture.layout
        found = self.picture.keys_in(band)
        cards = [key for key in found if key in layout.cards and layout.cards[key].meets(band)]
        return cards + [key for key in found if key in layout.frames and band.holds(layout.frames[key])]
