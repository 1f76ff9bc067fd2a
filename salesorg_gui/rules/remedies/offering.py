"""What is offered for a finding: every remedy has been tried out before anybody sees it."""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import Edit, EditRefused, InChart, PlanEdit
from salesorg_gui.domain.plan import Plan
from salesorg_gui.rules.examination import Examination
from salesorg_gui.rules.finding import Finding, Findings, Severity
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.remedies.all_remedies import REMEDIES
from salesorg_gui.rules.remedies.remedy import Proposal, Remedy, Situation
from salesorg_gui.rules.rulebook import Rulebook

MOST = 4
"""More ways than these nobody weighs against each other."""
MOST_TRIED = 12


def remedies(
    plan: Plan, chart: Chart, catalogue: Catalogue, finding: Finding, examination: Examination | None = None
) -> tuple[Remedy, ...]:
    """The ways to settle a finding, best first; none when it takes a decision, or is found no longer.

    Each has been tried: it is not refused and its finding is gone afterwards. Those that bring no error come first.
    An ``examination`` that knows the plan, or one much like it, need not look at all of it again.
    """
    proposal = REMEDIES.get(finding.rule)
    if proposal is None:
        return ()
    org = Organisation.of(plan, chart, catalogue)
    situation = Situation(plan, org, finding, Rulebook.of(plan, catalogue)[finding.rule].limits)
    trial = _Trial(plan, chart, catalogue, finding, examination or Examination())
    if not trial.is_found:
        return ()
    found = tuple(islice(trial.working(islice(_thought_up(proposal, situation), MOST_TRIED)), MOST))
    return tuple(sorted(found, key=lambda remedy: remedy.errors))


def _thought_up(proposal: Proposal, situation: Situation) -> Iterator[Remedy]:
    """What a proposal thinks up, as far as it comes: some try a step before the next, and that may be refused."""
    with suppress(EditRefused):
        yield from proposal(situation)


@dataclass(frozen=True)
class _Trial:
    """Tries out remedies of one finding; ``examination`` remembers the plan, so that only what differs is looked at."""

    plan: Plan
    chart: Chart
    catalogue: Catalogue
    finding: Finding
    examination: Examination

    @property
    def is_found(self) -> bool:
        """Whether the finding still holds."""
        return self.finding.subjects in self._alike_before

    def working(self, proposed: Iterator[Remedy]) -> Iterator[Remedy]:
        """Those of the remedies that settle the finding and do not merely move it."""
        labels: set[str] = set()
        for remedy in proposed:
            after = self._after(remedy.edit)
            if after is None or remedy.label in labels:
                continue
            found = self._found(after)
            if self._is_settled(found):
                labels.add(remedy.label)
                yield replace(remedy, errors=sum((_errors(found) - self._errors_before).values()))

    def _after(self, edit: Edit) -> Plan | None:
        try:
            return (
                edit.revise(self.plan) if isinstance(edit, PlanEdit) else InChart(self.chart.id, edit).revise(self.plan)
            )
        except EditRefused:
            return None

    def _is_settled(self, after: Findings) -> bool:
        alike = self._alike(after)
        return self.finding.subjects not in alike and len(alike) < len(self._alike_before)

    def _found(self, plan: Plan) -> Findings:
        return self.examination(plan, plan.charts[self.chart.id], self.catalogue)

    def _alike(self, found: Findings) -> tuple[tuple[str, ...], ...]:
        """What the rule of the finding speaks of."""
        return tuple(one.subjects for one in found if one.rule == self.finding.rule)

    @cached_property
    def _before(self) -> Findings:
        return self._found(self.plan)

    @cached_property
    def _alike_before(self) -> tuple[tuple[str, ...], ...]:
        return self._alike(self._before)

    @cached_property
    def _errors_before(self) -> Counter[str]:
        return _errors(self._before)


def _errors(found: Findings) -> Counter[str]:
    """How many errors each rule finds."""
    return Counter(one.rule for one in found if one.severity is Severity.ERROR)
