"""Rules about fetching enough customers: outbound, acquisition week by week, the target of the year."""

from collections.abc import Iterator
from math import ceil, floor
from typing import ClassVar

from salesorg_gui.capacity.capacity import Capacity
from salesorg_gui.capacity.formulas import rounded_up
from salesorg_gui.capacity.phases import Phase
from salesorg_gui.capacity.planning import MONTHS, backward
from salesorg_gui.capacity.work import Part
from salesorg_gui.i18n import _
from salesorg_gui.rules.capacity_facts import EPSILON, figures_for, is_done_outside, leads
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting
from salesorg_gui.rules.terms import OUTBOUND


class OutboundShort:
    """Outbound fetches what the target needs and inbound does not bring."""

    id: ClassVar[str] = "capacity-outbound-short"

    @property
    def title(self) -> str:
        return _("Too little outbound for the target")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        capacity, coming, situation = org.capacity, leads(org), org.situation
        if capacity is None or coming is None or is_done_outside(org, OUTBOUND):
            return
        if situation.target is None or situation.contract_value is None:
            return
        figures = figures_for(org, self.id, limits)
        planned = backward(situation.target, situation.contract_value, coming, situation.base, figures)
        per_fte = figures.prospects_per_outbound_fte * figures.prospect_to_qualified
        delivered = capacity.have(Part.OUTBOUND) * per_fte
        missing = planned.qualified_outbound - delivered
        if missing > EPSILON:
            words = {
                "missing": round(missing, 1),
                "outbound": round(delivered, 1),
                "fte": rounded_up(missing / per_fte),
            }
            yield Sighting(words, seats=capacity.workers[Part.OUTBOUND])


class AcquisitionRhythm:
    """Some hours of every week belong to new customers."""

    id: ClassVar[str] = "capacity-acquisition-rhythm"

    @property
    def title(self) -> str:
        return _("Few hours for acquisition")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        capacity = org.capacity
        if capacity is None or is_done_outside(org, OUTBOUND):
            return
        seats = capacity.workers[Part.OUTBOUND]
        hours = capacity.have(Part.OUTBOUND) * org.situation.figures.hours_per_week
        if seats and hours < limits["min_hours"] - EPSILON:
            yield Sighting({"hours": round(hours, 1)}, seats=seats)


class Target:
    """What is drawn can win as many customers as the target needs."""

    id: ClassVar[str] = "capacity-target-unreachable"

    @property
    def title(self) -> str:
        return _("Target out of reach")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        capacity, situation = org.capacity, org.situation
        if capacity is None or situation.target is None or situation.contract_value is None:
            return
        if not (capacity.leads or capacity.prospects):
            return
        needed = situation.target / situation.contract_value
        won = won_a_month(capacity) * MONTHS
        if needed > won + EPSILON:
            words = {"customers": floor(won + EPSILON), "needed": ceil(needed - EPSILON)}
            is_full = not words["customers"] and capacity.flow.customers > 0
            yield Sighting(words, variant="full" if is_full else "")


def won_a_month(capacity: Capacity) -> float:
    """Customers a month, as many as those who work on them have time for."""
    drawn = capacity.flow.customers
    stuck = capacity.bottleneck
    if not stuck.seats or any(post.phase is Phase.SIGNED for post in capacity.flow.lost):
        return drawn
    return min(drawn, stuck.flow * capacity.situation.figures.qualified_to_customer)
