"""What the worker of the workshop page finds of a plan."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.session.vocabulary import Vocabulary

if TYPE_CHECKING:
    from salesorg_gui.rules.examination import Examination
    from salesorg_gui.study.convert.telling import Difference, Telling
    from salesorg_gui.study.counsel import Counsel
    from salesorg_gui.study.workshop import Step


@dataclass(frozen=True, slots=True)
class Seen:
    """The steps, the advice, a structure tried out (or why it cannot be), and how the chart differs from its origin."""

    plan: Plan
    chart: Chart
    steps: "tuple[Step, ...]"
    counsel: "Counsel"
    tried: "Telling | str | None"
    differences: "tuple[Difference, ...]"


class Thinking:
    """Touches no widget. ``tried`` is the template to try out, empty for none. Findings are kept for the next time."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._examination: Examination | None = None
        self.tried = ""

    def seen(self, plan: Plan, chart: Chart) -> Seen:
        """All that the page shows of a chart."""
        from salesorg_gui.rules.examination import Examination  # noqa: PLC0415 -- loads networkx
        from salesorg_gui.study.counsel import counsel_of  # noqa: PLC0415
        from salesorg_gui.study.workshop import steps_of  # noqa: PLC0415

        catalogue = self._vocabulary.shipped
        if self._examination is None:
            self._examination = Examination()
        findings = self._examination(plan, chart, catalogue)
        steps = steps_of(plan, chart, catalogue, findings)
        counsel = counsel_of(plan, chart, catalogue)
        return Seen(plan, chart, steps, counsel, self._try(plan, chart), self._compare(plan, chart))

    def _try(self, plan: Plan, chart: Chart) -> "Telling | str | None":
        """Who would move where in the structure to be tried; a sentence where it cannot be."""
        from salesorg_gui.domain.edits.edit import EditRefused  # noqa: PLC0415
        from salesorg_gui.study.convert.conversion import convert  # noqa: PLC0415
        from salesorg_gui.study.convert.telling import Telling  # noqa: PLC0415

        if not self.tried:
            return None
        catalogue = self._vocabulary.shipped
        try:
            found = convert(plan, chart, self.tried, catalogue)
        except EditRefused as refusal:
            return str(refusal)
        return Telling(found, catalogue.with_plan_roles(plan.roles))

    def _compare(self, plan: Plan, chart: Chart) -> "tuple[Difference, ...]":
        from salesorg_gui.study.convert.telling import differences  # noqa: PLC0415

        before = plan.charts.get(chart.based_on) if chart.based_on is not None else None
        catalogue = self._vocabulary.shipped.with_plan_roles(plan.roles)
        return differences(before, chart, catalogue) if before is not None else ()
