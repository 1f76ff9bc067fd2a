"""Where seats go in the Handoffs view: into the lane under the hand, before whoever stands below it there."""

from collections.abc import Iterable
from dataclasses import dataclass

from salesorg_gui.canvas.landings.ground import Ground
from salesorg_gui.canvas.landings.landing import Landing
from salesorg_gui.domain.ids import Key, Kind, PodId, SeatId, SegmentId
from salesorg_gui.drawing import words
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point, Rect


@dataclass(frozen=True, slots=True)
class LaneSpot:
    """A spot in a lane: the pod a seat would join there, and before whom; ``target`` is the lane.

    ``above`` and ``below`` are its neighbours in the column under the spot.
    """

    target: Key
    pod: PodId
    before: SeatId | None
    above: SeatId | None
    below: SeatId | None

    def title(self, ground: Ground) -> str:
        """What the pod is called."""
        return words.pod_title(ground.chart.pods[self.pod])


def lane_at(ground: Ground, spot: Point, held: Iterable[SeatId] = ()) -> LaneSpot | Landing:
    """The place in a lane under a spot; a landing that says what would help when no pod can be told."""
    target = next((key for key, rect in ground.layout.frames.items() if rect.contains(spot)), None)
    if target is None:
        return Landing(_("Drop it on a lane"))
    if target.kind is Kind.POD:
        pod = PodId(target.id)
    else:
        pods = ground.chart.pods_in.get(SegmentId(target.id), ())
        if len(pods) != 1:
            return Landing(_("This lane holds several pods. Show lanes by pod to choose one."), target=target)
        pod = pods[0].id
    return LaneSpot(target, pod, *_neighbours(ground, spot, pod, set(held)))


def is_on_loose(ground: Ground, spot: Point) -> bool:
    """Whether the spot lies in the lane of those without a pod."""
    flow = ground.layout.flow
    return flow is not None and flow.loose is not None and flow.loose.contains(spot)


def _neighbours(
    ground: Ground, spot: Point, pod: PodId, held: set[SeatId]
) -> tuple[SeatId | None, SeatId | None, SeatId | None]:
    """Who comes next in the pod at a spot, and who stands right above and below it in the column there."""
    staying = [seat.id for seat in ground.chart.members.get(pod, ()) if seat.id not in held]
    column = [(name, card) for name in staying if (card := _card(ground, name)) and card.x <= spot.x <= card.right]
    above = next((name for name, card in reversed(column) if card.centre.y <= spot.y), None)
    below = next((name for name, card in column if card.centre.y > spot.y), None)
    following = staying[staying.index(above) + 1 :] if above is not None else []
    return below or next(iter(following), None), above, below


def _card(ground: Ground, seat: SeatId) -> Rect | None:
    return ground.layout.cards.get(Key(Kind.SEAT, seat))
