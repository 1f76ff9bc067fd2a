"""What travels along the handoffs: a lead, a prospect, a qualified lead, a new customer, a kept one."""

from collections.abc import Mapping
from enum import IntEnum
from functools import cache

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
BEGINS: Mapping[StageId, Phase] = {INBOUND: Phase.LEAD, OUTBOUND: Phase.PROSPECT, CLOSING: Phase.QUALIFIED}
"""The phase a stage works on."""
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
    return work is not None and phase in taken_by(work.stages)


@cache
def taken_by(stages: frozenset[StageId]) -> frozenset[Phase]:
    """The phases in which somebody is worked on by a seat that covers these stages."""
    begun = {phase for stage, phase in BEGINS.items() if stage in stages}
    return frozenset(begun if CARING.isdisjoint(stages) else {*begun, Phase.SIGNED, Phase.KEPT})


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
