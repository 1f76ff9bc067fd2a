"""Reckons a chart once for all who ask: the rules and the window, each in a thread of its own."""

from collections.abc import Callable
from threading import Lock

from salesorg_gui.capacity.after_edit import Difference, reckoned_after
from salesorg_gui.capacity.capacity import Capacity, NoCapacity, reckoned
from salesorg_gui.capacity.figures import Situation
from salesorg_gui.capacity.straits import MOST_SEATS
from salesorg_gui.catalogue.duties import Duties
from salesorg_gui.domain.change import difference
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Kind

type Reckon = Callable[[Duties, Situation], Capacity]


class Reckoner:
    """Keeps the last answer as long as nothing differs that it came of; who asks meanwhile waits for it.

    After an edit only what flows around it is reckoned anew. Names, pods, lines and texts make no difference, so the
    same ``Capacity`` comes back after most edits.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._asked: tuple[Duties, Situation] | None = None
        self._answer: Capacity | NoCapacity = NoCapacity()

    def __call__(self, duties: Duties, situation: Situation) -> Capacity:
        """The capacity of a chart. Raises ``NoCapacity`` as ``reckoned`` does."""
        with self._lock:
            try:
                self._answer = self._next(duties, situation)
            except NoCapacity as refusal:
                self._answer = refusal
            self._asked = duties, situation
            answer = self._answer
        if isinstance(answer, NoCapacity):
            raise NoCapacity(str(answer))
        return answer

    def _next(self, duties: Duties, situation: Situation) -> "Capacity | NoCapacity":
        """The last answer as far as it holds."""
        if self._asked is None or not _have_same_terms(self._asked, (duties, situation)):
            return reckoned(duties, situation)
        before, after = self._asked[0].chart, duties.chart
        differing = Difference.between(before, after)
        if not differing and situation == self._asked[1]:
            is_moved = isinstance(self._answer, Capacity) and _are_moved(before, after)
            return self._answer.moved(after) if is_moved and isinstance(self._answer, Capacity) else self._answer
        if isinstance(self._answer, NoCapacity) or differing.are_many(after):
            return reckoned(duties, situation)
        return reckoned_after(self._answer, differing, duties, situation)


def _have_same_terms(before: tuple[Duties, Situation], after: tuple[Duties, Situation]) -> bool:
    """Whether the same figures, roles and objects are reckoned with."""
    (duties, situation), (other, later) = before, after
    known, now = duties.catalogue, other.catalogue
    same = known is now or (known.roles == now.roles and known.objects == now.objects)
    return same and situation.figures == later.figures


def _are_moved(before: Chart, after: Chart) -> bool:
    """Whether seats stand in other pods, and that counts: on a large chart the bottleneck groups them by pod."""
    if len(after.seats) <= MOST_SEATS:
        return False
    return any(one.pod != before.seats[id].pod for id, one in difference(before, after, Kind.SEAT).changed.items())
