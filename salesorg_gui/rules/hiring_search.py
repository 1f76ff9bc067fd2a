"""Rules about what is settled before somebody is looked for, and about what waits for them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.in_order import keys_in_any_order
from salesorg_gui.domain.records import Hire, HireStatus, Seat
from salesorg_gui.i18n import _
from salesorg_gui.rules.alike import gathered, named_here, said
from salesorg_gui.rules.finding import Severity
from salesorg_gui.rules.hiring_facts import PUBLIC, planned, ticked
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Rule, Sighting

SALES_VALUES = ("value_sales", "value_products", "value_audience", "value_contact", "culture")
SOURCING, ONBOARDING = "sourcing", "onboarding"
INSIDE, REFERRALS = 0, 1
"""The lines of the sourcing step that come before an advertisement."""


class ValuesDecided:
    """Whoever looks for sellers knows how they are to sell."""

    id: ClassVar[str] = "hire-values-undecided"

    @property
    def title(self) -> str:
        return _("Sales values undecided")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        hires = org.hiring.public(*PUBLIC)
        open_questions = [name for name in SALES_VALUES if org.told(name) is None]
        if hires and open_questions:
            questions = org.catalogue.questions
            titles = [questions[name].title for name in open_questions]
            yield Sighting({"questions": _listed(titles)}, seats=_seats(hires))


@dataclass(frozen=True)
class StructureDecided:
    """Whoever looks for sellers knows the organisation they will work in. ``others`` say whether it has errors."""

    id: ClassVar[str] = "hire-structure-undecided"
    others: Sequence[Rule]

    @property
    def title(self) -> str:
        return _("Hiring before the structure stands")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        hires = org.hiring.public(*PUBLIC)
        if not hires:
            return
        if org.chart.model is None:
            yield Sighting({}, seats=_seats(hires), variant="model")
        elif any(self._has_error(rule, org) for rule in self.others):
            yield Sighting({}, seats=_seats(hires), variant="errors")

    def _has_error(self, rule: Rule, org: Organisation) -> bool:
        ruling = org.rulebook[rule.id]
        if ruling.is_off or (ruling.severity or ruling.usual) is not Severity.ERROR:
            return False
        seen = rule.examine(org, ruling.limits)
        return any((ruling.severity or one.severity or ruling.usual) is Severity.ERROR for one in seen)


class PresentTeam:
    """Whoever adds people knows those who are there."""

    id: ClassVar[str] = "hire-organisation-not-mapped"

    @property
    def title(self) -> str:
        return _("Present team not mapped")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        if not org.hiring.wanted:
            return
        seats, vacant, anybody = org.chart.seats, org.hiring.vacant, False
        for id in keys_in_any_order(org.graphs.duties.roles):
            if id not in vacant and not org.role(id).is_neighbour:
                if self._is_mapped(seats[id]):
                    return
                anybody = True
        if anybody:
            yield Sighting({})

    def _is_mapped(self, seat: Seat) -> bool:
        """Whether it says who sits there, or what they are like."""
        is_known = any(one.name.strip() or one.seniority or one.industries for one in seat.people)
        return is_known or any(line.strip() for line in seat.texts.get("traits", ()))


class InternalFirst:
    """Those who know the company are asked before everybody is."""

    id: ClassVar[str] = "hire-internal-first"

    @property
    def title(self) -> str:
        return _("Nobody asked inside")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        looking = org.hiring.public(HireStatus.ADVERTISED, HireStatus.INTERVIEWING)
        hires = [hire for hire in looking if not {INSIDE, REFERRALS} <= ticked(hire, SOURCING)]
        yield from gathered(org, (named_here(org, hire.seat) for hire in hires), said)


class TrainingPlan:
    """Whoever starts is trained."""

    id: ClassVar[str] = "hire-no-training-plan"

    @property
    def title(self) -> str:
        return _("No training plan")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        decided = org.hiring.public(HireStatus.OFFER, HireStatus.STARTED)
        hires = [hire for hire in decided if not planned(hire, ONBOARDING)]
        yield from gathered(org, (named_here(org, hire.seat) for hire in hires), said)


def _seats(hires: Sequence[Hire]) -> tuple[SeatId, ...]:
    return tuple(dict.fromkeys(hire.seat for hire in hires))


def _listed(titles: Sequence[str]) -> str:
    """Questions behind each other; their marks would stand in the middle of a sentence."""
    return "; ".join(title.rstrip(" ?") for title in titles)
