"""What is inside an outermost frame of the board: found once, and stood wherever the frame stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from salesorg_gui.domain.ids import Key, Kind, PodId
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.shelves import Size
from salesorg_gui.values import dataclass

type Room = tuple[float, float, float, float]
type Inside = Mapping[Key, Sequence[tuple[Key, float, float]]]


@dataclass
class Interior:
    """``rooms`` are the frame and all frames in it, outer before inner: how far from its corner, how wide and high.

    ``pods`` are those that are pods. Never changed: a frame of another size, or around one, has another interior. It
    remembers where it stood last, so that a frame that stays is told by the very same map.
    """

    rooms: Mapping[Key, Room]
    pods: tuple[PodId, ...]
    _middles: dict[frozenset[PodId], float] = field(default_factory=dict)
    _corner: tuple[float, float] | None = None
    _stood: Mapping[Key, Rect] = field(default_factory=dict)

    def stood(self, x: float, y: float) -> Mapping[Key, Rect]:
        """All frames, when the corner is there."""
        if self._corner != (x, y):
            make, rooms = tuple.__new__, self.rooms.items()
            self._stood = {
                key: make(Rect, (x + left, y + upper, width, height)) for key, (left, upper, width, height) in rooms
            }
            self._corner = (x, y)
        return self._stood

    def middle(self, pods: frozenset[PodId]) -> float:
        """The x over the middle of some of the pods in it, from its left edge."""
        if pods not in self._middles:
            keys = [Key(Kind.POD, pod) for pod in pods]
            rooms = [self.rooms[key] for key in keys if key in self.rooms]
            left, right = min(room[0] for room in rooms), max(room[0] + room[2] for room in rooms)
            self._middles[pods] = (left + right) / 2
        return self._middles[pods]

    def is_as_wide(self, other: "Interior") -> bool:
        """Whether another one is as large, and all pods in it stand below or above where they stand in this one."""
        if self is other:
            return True
        mine, its = self.rooms, other.rooms
        tops = next(iter(mine.values())), next(iter(its.values()))
        return tops[0] == tops[1] and all(
            room[0] == its[key][0] and room[2] == its[key][2] for key, room in mine.items() if key.kind is Kind.POD
        )


def interior_of(top: Key, sizes: Mapping[Key, Size], inside: Inside) -> Interior:
    """The interior of a frame, given the sizes of frames and what stands directly in each."""
    rooms = dict(_rooms(top, sizes, inside))
    return Interior(rooms, tuple([PodId(key.id) for key in rooms if key.kind is Kind.POD]))


def _rooms(top: Key, sizes: Mapping[Key, Size], inside: Inside) -> Iterator[tuple[Key, Room]]:
    waiting = [(top, 0.0, 0.0)]
    while waiting:
        key, left, upper = waiting.pop()
        yield key, (left, upper, *sizes[key])
        waiting += [(child, left + dx, upper + dy) for child, dx, dy in inside.get(key, ())]
