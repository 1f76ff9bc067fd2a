"""What travels along the handoffs: a lead, a prospect, a qualified lead, a new customer, a kept one."""

from collections.abc import Mapping
from enum import IntEnum

from salesorg_gui.capacity.formulas import qualified_per_lead
from salesorg_gui.capacity.work import Work
from salesorg_gui.catalogue.capacity import CapacityDefaults
from salesorg_gui.catalogue.journey import HandedObject
from salesorg_gui.domain.ids import ObjectId, StageId

INBOUND, OUTBOUND = StageId("inbound_qualification"), StageId("outbound_prospecting")
CLOSING = StageId("closing")
TARGET_PROSPECT, HOT_LEAD = ObjectId("target_prospect"), ObjectId("hot_lead")
CARING = frozenset({StageId("onboarding"), StageId("retention"), StageId("growth")})


class Phase(IntEnum):
    """How far somebody has come."""

    LEAD = 1
    PROSPECT = 2
    QUALIFIED = 3
    SIGNED = 4
    KEPT = 5


AFTER: Mapping[StageId, Phase] = {
    StageId("closing"): Phase.SIGNED,
    StageId("onboarding"): Phase.KEPT,
    StageId("retention"): Phase.KEPT,
    StageId("growth"): Phase.KEPT,
    StageId("outbound_prospecting"): Phase.QUALIFIED,
    StageId("inbound_qualification"): Phase.QUALIFIED,
    StageId("demo_negotiation"): Phase.QUALIFIED,
}
"""What somebody is after a stage."""
NEXT = {
    Phase.LEAD: Phase.QUALIFIED,
    Phase.PROSPECT: Phase.QUALIFIED,
    Phase.QUALIFIED: Phase.SIGNED,
    Phase.SIGNED: Phase.KEPT,
}


def phase_of(handed: HandedObject) -> Phase:
    """What is on its way when this object is handed over."""
    return AFTER.get(handed.stage_after, Phase.PROSPECT if handed.id == TARGET_PROSPECT else Phase.LEAD)


def works_on(work: Work | None, phase: Phase) -> bool:
    """Whether a seat itself takes somebody in this phase further, or keeps him."""
    if work is None:
        return False
    match phase:
        case Phase.LEAD:
            return INBOUND in work.stages
        case Phase.PROSPECT:
            return OUTBOUND in work.stages
        case Phase.QUALIFIED:
            return CLOSING in work.stages
        case _:
            return not CARING.isdisjoint(work.stages)


def yields(phase: Phase, figures: CapacityDefaults, *, hot_left: bool = False) -> float:
    """How many of the next phase come of one; ``hot_left`` where hot leads have gone another way before."""
    match phase:
        case Phase.LEAD:
            return figures.lead_to_qualified if hot_left else qualified_per_lead(figures)
        case Phase.PROSPECT:
            return figures.prospect_to_qualified
        case Phase.QUALIFIED:
            return figures.qualified_to_customer
        case _:
            return 1.0
