"""Bring something new from the palette onto the chart."""

from dataclasses import replace

from salesorg_gui.canvas.gestures.gesture import AT_REST, Ghost, Staging, Verdicts, land
from salesorg_gui.canvas.landings.additions import GRAB, Offer, ghost_rect, landing_of_offer, new_seat, new_source
from salesorg_gui.canvas.landings.ground import Ground
from salesorg_gui.canvas.landings.how import PLAIN, How
from salesorg_gui.domain.ids import PodId, SegmentId
from salesorg_gui.domain.records import Person, Pod, Segment, Status
from salesorg_gui.drawing.cards import Shapes, seat_card, source_card
from salesorg_gui.drawing.frames import PodFace, SegmentFace, pod_frame, segment_frame
from salesorg_gui.drawing.marks import NOTE_GAP
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point
from salesorg_gui.session.session import Session


class DropNew:
    """Holds an offer of the palette under its future names."""

    def __init__(self, session: Session, ground: Ground, offer: Offer) -> None:
        self._session, self._ground, self._offer = session, ground, offer
        self._verdicts = Verdicts(session)
        self._shapes = _shapes(offer, ground)
        self._staging = AT_REST

    @property
    def staging(self) -> Staging:
        return self._staging

    def move(self, spot: Point, how: How = PLAIN) -> None:
        landing = self._verdicts.judged(landing_of_offer(self._offer, self._ground, spot))
        rect = ghost_rect(self._offer).moved(spot.x - GRAB.x, spot.y - GRAB.y)
        ghosts = (Ghost(rect, shapes=self._shapes),) if self._shapes else ()
        under = rect.bottom if ghosts else spot.y
        self._staging = Staging(landing, ghosts, note_at=Point(rect.x, under + NOTE_GAP))

    def drop(self) -> None:
        landing, self._staging = self._staging.landing, AT_REST
        land(self._session, landing)

    def cancel(self) -> None:
        self._staging = AT_REST


def _shapes(offer: Offer, ground: Ground) -> Shapes:
    """The new thing as it will look; a template is too much to hold."""
    size, catalogue = ghost_rect(offer), ground.catalogue
    match offer.kind, offer.value:
        case "role", _:
            seat = replace(new_seat(offer), status=Status.FILLED, people=(Person(_("New open seat")),))
            return seat_card(seat, catalogue)
        case "source", _:
            return source_card(new_source(offer), catalogue)
        case "frame", "segment":
            return segment_frame(SegmentFace(Segment(SegmentId(""), value=_("New segment")), ()), size, catalogue)
        case "frame", _:
            return pod_frame(PodFace(Pod(PodId(""), _("New pod")), ()), size, catalogue)
        case _:
            return ()
