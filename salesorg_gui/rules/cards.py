"""What the card of a seat says: the seat's own words and measures, else those of its role."""

from salesorg_gui.catalogue.roles import OTHER_ROLE, Family, Role
from salesorg_gui.domain.ids import KpiId, SeatId
from salesorg_gui.domain.records import Seat
from salesorg_gui.rules.organisation import Organisation

MOST_SUGGESTED = 3
RESULTS, BOUNDARIES = "results", "boundaries"


def sentences(seat: Seat, role: Role, field: str) -> tuple[str, ...]:
    """The sentences of a document field; a seat that has blanks of its own says nothing."""
    lines = seat.texts.get(field) if seat.texts else None
    return tuple(line for line in lines or role.texts(field) if line.strip())


def measures(seat: Seat, role: Role) -> tuple[KpiId, ...]:
    """What the seat is measured by."""
    return tuple(measure.kpi for measure in seat.measures) if seat.measures else role.kpis


def says(org: Organisation, seat: Seat, role: Role, field: str) -> bool:
    """Whether a card has a sentence in a document field; most cards are just as their role has them."""
    return bool(sentences(seat, role, field)) if seat.texts else field not in org.unsaid[role.id]


def has_results(org: Organisation, seat: Seat, role: Role) -> bool:
    """Whether it is said what the seat is to reach: in words, as a goal or a quota, or as the target of a measure."""
    if seat.quota or (seat.measures and any(measure.target.strip() for measure in seat.measures)):
        return True
    return bool(seat.goal.strip()) or says(org, seat, role, RESULTS)


def is_neutral(role: Role) -> bool:
    """Whether it is no role of the trade, but one nobody knows or the one of jobs that have no part in selling."""
    return not role.is_known or role.id == OTHER_ROLE


def suggested_measures(org: Organisation, seat: SeatId) -> tuple[KpiId, ...]:
    """The measures of the role that usually does this work; none where nobody can tell which that is."""
    stages, role = frozenset(org.graphs.duties.stages[seat]), org.role(seat)
    fitting = [other for other in org.catalogue.roles.values() if other.family is not Family.NEIGHBOUR and other.kpis]
    if stages:
        fitting = [other for other in fitting if not stages.isdisjoint(other.stages)]
        fitting.sort(key=lambda other: len(stages ^ frozenset(other.stages)))
    else:
        fitting = [other for other in fitting if not is_neutral(role) and other.purposes == role.purposes]
    return fitting[0].kpis[:MOST_SUGGESTED] if fitting else ()
