"""Customer cases: made-up customers on whom every chart of a plan is tried."""

from collections.abc import Mapping
from dataclasses import field

from salesorg_gui.domain.ids import CaseId, SourceId
from salesorg_gui.domain.records import Extra, Lane
from salesorg_gui.values import dataclass

type Spot = str | float
"""Where a customer lies on an axis: a name, or a number on an axis of sizes."""


@dataclass(frozen=True, slots=True)
class Case:
    """One customer in short: ``retail, Denmark, 200 staff, inbound demo request``.

    ``points`` says where on the axes the customer lies; an axis that is left out is not said. It comes in through the
    lead source ``source`` where a chart has it, else through those of ``lane`` and ``channel`` (empty: any).
    """

    id: CaseId
    title: str = ""
    points: Mapping[str, Spot] = field(default_factory=dict)
    lane: Lane = Lane.INBOUND
    channel: str = ""
    source: SourceId | None = None
    note: str = ""
    order: float = 0.0
    extra: Extra = field(default_factory=dict)


def cases_in_order(cases: Mapping[CaseId, Case]) -> tuple[Case, ...]:
    """Cases as they are listed."""
    return tuple(sorted(cases.values(), key=lambda case: (case.order, case.id)))
