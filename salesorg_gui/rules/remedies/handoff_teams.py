"""Remedies about teams: what stays inside a pod or an island, and the goal a team shares."""

from collections.abc import Iterator
from dataclasses import replace

from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import KpiId, SeatId
from salesorg_gui.domain.records import Handoff, Measure
from salesorg_gui.i18n import _
from salesorg_gui.rules.remedies.duties import passed_on
from salesorg_gui.rules.remedies.handoff_course import deleted
from salesorg_gui.rules.remedies.lines import FEW, standing
from salesorg_gui.rules.remedies.passing import nearest
from salesorg_gui.rules.remedies.remedy import Remedy, Situation, step
from salesorg_gui.rules.terms import POD_LEAD

REVENUE = KpiId("revenue_won")


def within_pod(s: Situation) -> Iterator[Remedy]:
    """Hand to a colleague in the same pod, or mark one of the two as shared."""
    handoff = _handoff(s)
    giver = SeatId(handoff.source)
    pod = s.org.pod_of(giver)
    takes = [seat for seat in s.org.seats if handoff.object in s.org.graphs.duties.inputs[seat]]
    colleagues = [seat for seat in takes if s.org.pod_of(seat) == pod and seat not in {giver, handoff.target}]
    alike = sorted(nearest(s, giver, colleagues), key=lambda seat: s.org.role_id(seat) != s.org.role_id(handoff.target))
    yield from (handed_to(s, handoff, seat) for seat in alike[:FEW])
    yield from (_shared(s, seat) for seat in (handoff.target, giver))


def kept_on_island(s: Situation) -> Iterator[Remedy]:
    """Take the handoff away."""
    yield deleted(s, _handoff(s))


def with_goal(s: Situation) -> Iterator[Remedy]:
    """Measure whoever leads the team by what the role is usually measured by."""
    for leader in _leaders(s)[:FEW]:
        kpi = next((one for one in s.org.role(leader).kpis if one in s.catalogue.kpis), REVENUE)
        names = {"seat": s.names.seat(leader), "kpi": s.catalogue.kpis[kpi].title}
        label = _("Measure {seat} by: {kpi}").format_map(names)
        seat = s.chart.seats[leader]
        measure = Measure(kpi, period="year", is_team=True)
        yield step(label, Revise((replace(seat, measures=(*seat.measures, measure)),), label))


def handed_to(s: Situation, handoff: Handoff, seat: SeatId) -> Remedy:
    """The same handoff to another seat."""
    label = _("Hand it to {seat} instead").format(seat=s.names.seat(seat))
    return step(label, *passed_on(s, label, [handoff], handoff.target, seat))


def _leaders(s: Situation) -> list[SeatId]:
    """Who leads the pod of the finding, else the organisation."""
    if s.finding.pods:
        pod = s.chart.pods[s.finding.pods[0]]
        inside = [seat.id for seat in s.chart.members.get(pod.id, ()) if s.org.role_id(seat.id) == POD_LEAD]
        named = [pod.lead] if pod.lead is not None and pod.lead in s.chart.seats else []
        return list(dict.fromkeys((*named, *inside)))
    leading = [seat for seat in s.org.seats if s.org.is_leader(seat) and not s.org.role(seat).is_neighbour]
    return list(dict.fromkeys((*s.finding.seats, *sorted(leading, key=lambda seat: standing(s, seat)))))


def _shared(s: Situation, seat: SeatId) -> Remedy:
    label = _("Mark {seat} as shared").format(seat=s.names.seat(seat))
    return step(label, Revise((replace(s.chart.seats[seat], shared=True),), label))


def _handoff(s: Situation) -> Handoff:
    return s.chart.handoffs[s.finding.handoffs[0]]
