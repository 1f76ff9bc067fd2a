"""What a new seat most probably is: what its neighbours are, then what the catalogue knows to report there."""

from collections import Counter

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.roles import OTHER_ROLE, Role
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.building import Spot
from salesorg_gui.domain.ids import RoleId, SeatId

BEGINNINGS = tuple(map(RoleId, ("head_of_sales", "vp_sales", "founder_hunter", "executive", "pod_lead")))
"""With whom a chart usually begins."""
MOST = 5


def likely_roles(chart: Chart, catalogue: Catalogue, spot: Spot, peer: SeatId | None = None) -> tuple[RoleId, ...]:
    """The roles a seat on that spot may have, the likeliest first; ``peer`` is the seat it was asked for beside."""
    if spot.above:
        found = _managers(chart, catalogue, spot)
    else:
        found = [*_neighbours(chart, spot, peer), *_reporting(chart, catalogue, spot.manager)]
    if spot.manager is None:
        found += BEGINNINGS
    known = (role for role in dict.fromkeys(found) if role in catalogue.roles and role != OTHER_ROLE)
    return tuple(known)[:MOST]


def _neighbours(chart: Chart, spot: Spot, peer: SeatId | None) -> list[RoleId]:
    """The role of the seat beside it, then those of the other reports or members, the most frequent first."""
    if spot.manager is not None:
        row = [chart.seats[report] for report in chart.reports_of(spot.manager)]
        row = [seat for seat in row if spot.pod is None or seat.pod == spot.pod]
    else:
        row = [seat for seat in chart.members.get(spot.pod, ()) if spot.pod is not None]
    beside = [chart.seats[peer].role] if peer is not None and spot.manager is not None else []
    counts = Counter(seat.role for seat in row)
    last = [row[-1].role] if row and not beside else []
    return [*beside, *last, *(role for role, _count in counts.most_common())]


def _reporting(chart: Chart, catalogue: Catalogue, manager: SeatId | None) -> list[RoleId]:
    """Roles the catalogue lets report to the manager's role, those that name it first before the others."""
    if manager is None:
        return []
    above = chart.seats[manager].role
    ranked = sorted(
        (role.reports_to.index(above), place, role.id)
        for place, role in enumerate(catalogue.roles.values())
        if above in role.reports_to
    )
    return [role for _rank, _place, role in ranked]


def _managers(chart: Chart, catalogue: Catalogue, spot: Spot) -> list[RoleId]:
    """Whom the seats below usually report to, and who can report to the manager above them."""
    roles = [catalogue.role(chart.seats[seat].role) for seat in spot.above]
    wished = list(dict.fromkeys(above for role in roles for above in role.reports_to))
    if spot.manager is None:
        return wished
    boss = chart.seats[spot.manager].role
    fitting = [role for role in wished if role != boss and _may_report(catalogue.roles.get(role), boss)]
    return [*fitting, *(role for role in wished if role != boss)]


def _may_report(role: Role | None, boss: RoleId) -> bool:
    return role is not None and boss in role.reports_to
