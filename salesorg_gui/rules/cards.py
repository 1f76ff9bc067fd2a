"""What the card of a seat says: the seat's own words and measures, else those of its role."""

from salesorg_gui.catalogue.roles import OTHER_ROLE, Family, Role
from salesorg_gui.domain.ids import KpiId, SeatId
from salesorg_gui.rules.organisation import Organisation

MOST_SUGGESTED = 3


def sentences(org: Organisation, seat: SeatId, field: str) -> tuple[str, ...]:
    """The sentences of a document field; a seat that has blanks of its own says nothing."""
    lines = org.chart.seats[seat].texts.get(field) or org.role(seat).texts(field)
    return tuple(line for line in lines if line.strip())


def measures(org: Organisation, seat: SeatId) -> tuple[KpiId, ...]:
    """What the seat is measured by."""
    return tuple(measure.kpi for measure in org.chart.seats[seat].measures) or org.role(seat).kpis


def has_results(org: Organisation, seat: SeatId) -> bool:
    """Whether it is said what the seat is to reach: in words, as a goal or a quota, or as the target of a measure."""
    record = org.chart.seats[seat]
    has_target = any(measure.target.strip() for measure in record.measures)
    return bool(record.goal.strip() or record.quota or has_target or sentences(org, seat, "results"))


def is_neutral(org: Organisation, seat: SeatId) -> bool:
    """Whether it has no role of the trade, but one nobody knows or the one of jobs that have no part in selling."""
    role = org.role(seat)
    return not role.is_known or role.id == OTHER_ROLE


def suggested_measures(org: Organisation, seat: SeatId) -> tuple[KpiId, ...]:
    """The measures of the role that usually does this work; none where nobody can tell which that is."""
    stages = frozenset(org.graphs.duties.stages[seat])
    fitting = [role for role in org.catalogue.roles.values() if role.family is not Family.NEIGHBOUR and role.kpis]
    if stages:
        fitting = [role for role in fitting if not stages.isdisjoint(role.stages)]
        fitting.sort(key=lambda role: len(stages ^ frozenset(role.stages)))
    else:
        fitting = [role for role in fitting if _is_for_the_same(org, seat, role)]
    return fitting[0].kpis[:MOST_SUGGESTED] if fitting else ()


def _is_for_the_same(org: Organisation, seat: SeatId, role: Role) -> bool:
    return not is_neutral(org, seat) and role.purposes == org.role(seat).purposes
