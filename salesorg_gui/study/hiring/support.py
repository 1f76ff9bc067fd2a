"""Those who help sellers: operations, enablement, specialists, by how many sellers there are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from salesorg_gui.domain.ids import RoleId, SeatId
from salesorg_gui.rules.terms import OPERATIONS, SPECIALIST
from salesorg_gui.study.hiring.grounds import Grounds
from salesorg_gui.study.hiring.leaders import Arrival, crossing, people_now, seller_arrivals
from salesorg_gui.study.hiring.openings import Measure, Opening, Reason, Spot, Trigger
from salesorg_gui.study.hiring.pace import Timing

ENABLER = RoleId("enablement_specialist")
OPERATING, ENABLING, RATIO = "role-operations-missing", "role-enablement-missing", "capacity-specialist-ratio"
"""Rules whose limits hold here too."""
MOST = 9


@dataclass(frozen=True, slots=True)
class Help:
    """One kind of help: the first from ``first`` sellers on, one more for every ``each``; ``None``: no more."""

    role: RoleId
    reason: Reason
    there: tuple[SeatId, ...]
    first: float
    each: float | None

    def limit(self, number: int) -> float | None:
        """With how many sellers there is too little of it, when so many are there."""
        if number == 0:
            return self.first - 1
        return None if self.each is None else max(self.first - 1, self.each * number)


def support(grounds: Grounds, openings: Sequence[Opening]) -> Iterator[Opening]:
    """Everybody whom so many sellers need; seats that stand drawn already come first."""
    org = grounds.org
    now, arriving = people_now(org, org.sellers), seller_arrivals(grounds, openings)
    for kind in _kinds(grounds):
        vacant = [seat for seat in org.hiring.wanted if seat in kind.there]
        number = people_now(org, kind.there)
        for seat in vacant:
            drawn = org.chart.seats[seat]
            yield replace(
                _opening(kind, number, now, arriving, grounds),
                id=f"seat:{seat}",
                seat=seat,
                role=drawn.role,
                spot=Spot(org.chart.manager_of(seat), org.pod_of(seat)),
                count=drawn.headcount,
                fte=drawn.fte,
            )
            number += drawn.headcount
        for further in range(number, number + MOST):
            one = _opening(kind, further, now, arriving, grounds)
            if one.timing is None:
                break
            yield one


def _opening(kind: Help, number: int, now: int, arriving: Sequence[Arrival], grounds: Grounds) -> Opening:
    """One more, when so many are there; without a time where that is never needed."""
    limit = kind.limit(number)
    needed = None if limit is None else crossing(now, arriving, limit)
    return Opening(
        f"{kind.reason}:{number}",
        kind.role,
        kind.reason,
        Spot(grounds.usual_manager(kind.there) or grounds.top()),
        trigger=None if limit is None else Trigger(Measure.SELLERS, limit, limit, now),
        timing=None if needed is None else Timing.of(needed, grounds.pace),
    )


def _kinds(grounds: Grounds) -> Iterator[Help]:
    org = grounds.org
    operations, specialists = org.with_role(OPERATIONS), org.with_role(SPECIALIST)
    limits = {rule: org.rulebook[rule].limits for rule in (OPERATING, ENABLING, RATIO)}
    each = grounds.figures.sellers_per_operations
    yield Help(OPERATIONS, Reason.OPERATIONS, operations, limits[OPERATING]["sellers_min"], each)
    yield Help(ENABLER, Reason.ENABLEMENT, org.enablers, limits[ENABLING]["sellers_min"], None)
    if specialists or org.told("product_complexity") == "high":
        yield Help(SPECIALIST, Reason.SPECIALIST, specialists, 1, limits[RATIO]["max_ae"])
