"""Rules about those who take up the leads that come in by themselves."""

from collections.abc import Iterator
from math import isfinite
from typing import ClassVar

from salesorg_gui.capacity.formulas import fte_for_wait, inbound_fte, rounded_up, wait_hours
from salesorg_gui.capacity.work import Part
from salesorg_gui.i18n import _
from salesorg_gui.rules.capacity_facts import EPSILON, figures_for, is_done_outside, leads
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting
from salesorg_gui.rules.terms import INBOUND, RAW_LEAD

FULL_TIME = 1.0


class InboundShort:
    """There is time for every lead that comes in."""

    id: ClassVar[str] = "capacity-inbound-short"

    @property
    def title(self) -> str:
        return _("Too little time for inbound leads")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        capacity, coming = org.capacity, leads(org)
        if capacity is None or coming is None or is_done_outside(org, INBOUND):
            return
        figures = figures_for(org, self.id, limits)
        need, have = inbound_fte(coming, figures), capacity.have(Part.INBOUND)
        if need > have + limits["tolerance"] + EPSILON:
            words = {
                "leads": round(coming, 1),
                "hours": round(need * figures.hours_per_week, 1),
                "fte": need,
                "available": have,
                "missing": rounded_up(need - have),
            }
            yield Sighting(words, seats=capacity.workers[Part.INBOUND])


class InboundIdle:
    """Nobody waits for leads that do not come."""

    id: ClassVar[str] = "capacity-inbound-idle"

    @property
    def title(self) -> str:
        return _("More inbound time than leads")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        capacity, coming = org.capacity, leads(org)
        if capacity is None or coming is None:
            return
        seats = capacity.roster.set_apart[Part.INBOUND]
        have = capacity.time_of(seats, Part.INBOUND)
        need = inbound_fte(coming, org.situation.figures)
        if have > need + limits["slack"] + EPSILON:
            yield Sighting({"available": have, "fte": need}, seats=seats)


class InboundFullTime:
    """Many leads are somebody's whole work."""

    id: ClassVar[str] = "capacity-inbound-fulltime"

    @property
    def title(self) -> str:
        return _("Inbound is a full-time role")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        capacity, coming = org.capacity, leads(org)
        if capacity is None or coming is None or coming < limits["leads_fulltime"] or is_done_outside(org, INBOUND):
            return
        seats = capacity.workers[Part.INBOUND]
        dedicated = capacity.roster.alone[Part.INBOUND]
        if any(org.chart.seats[seat].fte >= FULL_TIME - EPSILON for seat in dedicated):
            return
        variant = "" if dedicated else "shared" if seats else "nobody"
        yield Sighting({"leads": round(coming, 1)}, seats=dedicated or seats, variant=variant)


class SlowResponse:
    """A lead does not wait longer than was agreed."""

    id: ClassVar[str] = "capacity-slow-response"

    @property
    def title(self) -> str:
        return _("Leads wait too long")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        capacity, coming = org.capacity, leads(org)
        if capacity is None or not coming or is_done_outside(org, INBOUND):
            return
        seats = capacity.workers[Part.INBOUND]
        if not seats:
            return
        figures = org.situation.figures
        wait = wait_hours(coming, capacity.have(Part.INBOUND), figures)
        agreed = [hours for hours in org.inbound.waits if hours > 0]
        if isfinite(wait) and not any(hours < wait for hours in agreed):
            return
        broken = tuple(id for id, hours in org.inbound.agreed_waits.items() if 0 < hours < wait)
        strictest = min(agreed, default=self._usual(org))
        words = {
            "wait": round(wait, 1) if isfinite(wait) else "",
            "sla": strictest,
            "leads": round(coming, 1),
            "fte": rounded_up(fte_for_wait(coming, strictest, figures)),
        }
        yield Sighting(words, seats, handoffs=broken, variant="" if isfinite(wait) else "endless")

    def _usual(self, org: Organisation) -> float:
        """The time limit a lead has where nobody agreed on one."""
        return org.catalogue.objects[RAW_LEAD].limit_hours
