"""Edits of the customer cases: add, change, remove."""

from dataclasses import dataclass, replace

from salesorg_gui.domain.cases import Case
from salesorg_gui.domain.edits.edit import EditRefused
from salesorg_gui.domain.ids import CaseId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class AddCases:
    """Keep customer cases, behind all others and in the order given."""

    cases: tuple[Case, ...]

    @property
    def label(self) -> str:
        """One name."""
        return ngettext("Add customer case", "Add customer cases", len(self.cases))

    def revise(self, plan: Plan) -> Plan:
        """The plan with these cases too."""
        last = max((case.order for case in plan.cases.values()), default=0.0)
        cases = dict(plan.cases)
        for place, case in enumerate(self.cases, start=1):
            if case.id in cases:
                raise EditRefused(_("This customer case is already in the plan."))
            cases[case.id] = replace(case, order=last + place)
        return replace(plan, cases=cases) if self.cases else plan


@dataclass(frozen=True, slots=True)
class ReviseCase:
    """Put a changed customer case in place of its namesake."""

    case: Case

    @property
    def label(self) -> str:
        """One name."""
        return _("Change customer case")

    def revise(self, plan: Plan) -> Plan:
        """The plan with that case changed."""
        if self.case.id not in plan.cases:
            raise EditRefused(_("This customer case is no longer in the plan."))
        if plan.cases[self.case.id] == self.case:
            return plan
        return replace(plan, cases={**plan.cases, self.case.id: self.case})


@dataclass(frozen=True, slots=True)
class RemoveCase:
    """Take a customer case out of the plan."""

    case: CaseId

    @property
    def label(self) -> str:
        """One name."""
        return _("Remove customer case")

    def revise(self, plan: Plan) -> Plan:
        """The plan without it."""
        if self.case not in plan.cases:
            return plan
        return replace(plan, cases={id: case for id, case in plan.cases.items() if id != self.case})
