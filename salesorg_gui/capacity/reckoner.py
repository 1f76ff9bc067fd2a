"""Reckons a chart once for all who ask: the rules and the window, each in a thread of its own."""

from collections.abc import Callable, Mapping
from operator import attrgetter
from threading import Lock

from salesorg_gui.capacity.capacity import Capacity, NoCapacity, reckoned
from salesorg_gui.capacity.figures import Situation
from salesorg_gui.capacity.straits import MOST_SEATS
from salesorg_gui.catalogue.duties import Duties
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.records import Handoff, Seat

type Reckon = Callable[[Duties, Situation], Capacity]


class Reckoner:
    """Keeps the last answer as long as nothing differs that it came of; who asks meanwhile waits for it.

    Names, pods, lines and texts make no difference, so the same ``Capacity`` comes back after most edits.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._asked: tuple[Duties, Situation] | None = None
        self._answer: Capacity | NoCapacity = NoCapacity()

    def __call__(self, duties: Duties, situation: Situation) -> Capacity:
        """The capacity of a chart. Raises ``NoCapacity`` as ``reckoned`` does."""
        with self._lock:
            if self._asked is None or not _is_alike(self._asked, (duties, situation)):
                try:
                    self._answer = reckoned(duties, situation)
                except NoCapacity as refusal:
                    self._answer = refusal
            elif isinstance(self._answer, Capacity) and _are_moved(self._asked[0].chart, duties.chart):
                self._answer = self._answer.moved(duties.chart)
            self._asked = duties, situation
            answer = self._answer
        if isinstance(answer, NoCapacity):
            raise NoCapacity(str(answer))
        return answer


def _is_alike(before: tuple[Duties, Situation], after: tuple[Duties, Situation]) -> bool:
    """Whether all that is reckoned with is the same."""
    (duties, situation), (other, later) = before, after
    roles, objects = duties.catalogue.roles, duties.catalogue.objects
    return (
        situation == later
        and roles == other.catalogue.roles
        and objects == other.catalogue.objects
        and duties.chart.sources == other.chart.sources
        and _are_alike(duties.chart.handoffs, other.chart.handoffs, _of_handoff)
        and _are_alike(duties.chart.seats, other.chart.seats, _of_seat)
    )


def _are_alike[K, R](before: Mapping[K, R], after: Mapping[K, R], counts: Callable[[R], object]) -> bool:
    """Whether the same records stand in both, as far as it counts; those that did not change are one object."""
    if before is after:
        return True
    if len(before) != len(after):
        return False
    for id, record in after.items():
        other = before.get(id)
        if other is not record and (other is None or counts(other) != counts(record)):
            return False
    return True


def _of_handoff(one: Handoff) -> object:
    return one.source, one.target, one.object, one.is_return, one.probability


def _are_moved(before: Chart, after: Chart) -> bool:
    """Whether seats stand in other pods, and that counts: on a large chart the bottleneck groups them by pod."""
    return len(after.seats) > MOST_SEATS and not _are_alike(before.seats, after.seats, attrgetter("pod"))


def _of_seat(one: Seat) -> object:
    return one.role, one.headcount, one.fte, one.stages_added, one.stages_removed, one.shares, one.activities
