"""Who holds a seat, how experienced they are, and what their time goes into."""

from salesorg_gui.catalogue.roles import Family
from salesorg_gui.domain.ids import SeatId, StageId
from salesorg_gui.rules.organisation import Organisation

SELLING = "selling"
ROUNDING = 1e-9
"""A share is over its limit when it is more than this above it."""


def ranks(org: Organisation, seat: SeatId) -> tuple[int, ...]:
    """How senior its people are: as each of them is marked, else as the role is; nothing where neither is known."""
    record, role = org.chart.seats[seat], org.role(seat)
    usual = () if role.family is Family.OTHER else (role.rank,)
    if not any(person.seniority for person in record.people):
        return usual
    known = (org.catalogue.seniorities.get(person.seniority) for person in record.people)
    marked = tuple(step.rank for step in known if step is not None)
    return (*marked, *usual) if len(marked) < max(record.headcount, 1) else marked


def time_share(org: Organisation, seat: SeatId, stage: StageId) -> float:
    """The part of its working time a seat has for a stage.

    Where no stage has a share, all have the same part of what other activities leave.
    """
    record, stages = org.chart.seats[seat], org.graphs.duties.stages[seat]
    if stage not in stages:
        return 0.0
    given = {name: share for name, share in record.shares.items() if name in stages and share > 0}
    if given:
        return given.get(stage, 0.0)
    away = sum(max(0.0, activity.share) for activity in record.activities if activity.kind != SELLING)
    return max(0.0, 1.0 - away) / len(stages)


def activity_share(org: Organisation, seat: SeatId, kind: str) -> float:
    """The part of its working time that goes into activities of one kind."""
    activities = org.chart.seats[seat].activities
    return sum(max(0.0, activity.share) for activity in activities if activity.kind == kind)


def in_percent(share: float) -> int:
    """A share as a sentence shows it."""
    return round(share * 100)
