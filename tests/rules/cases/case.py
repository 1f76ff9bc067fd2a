"""What a case of a rule is."""

from collections.abc import Iterable
from dataclasses import dataclass

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import OwnRole, Plan
from tests.rules.builders import Facts, plan_of


@dataclass(frozen=True)
class Case:
    """A rule, a plan that triggers it, and its nearest neighbour that does not.

    ``is_fixable`` says that remedies are offered; of a rule that asks for a decision none may be.
    """

    rule: str
    triggers: Plan
    spared: Plan
    is_fixable: bool = False


def case(
    rule: str,
    triggers: Chart,
    spared: Chart,
    *,
    answers: Facts | None = None,
    limits: Facts | None = None,
    roles: Iterable[OwnRole] = (),
    is_fixable: bool = False,
) -> Case:
    """A case of two charts that differ in one thing; answers, limits and roles of the plan are the same for both."""
    own = tuple(roles)
    before, after = (plan_of(drawn, answers, limits, own) for drawn in (triggers, spared))
    return Case(rule, before, after, is_fixable)
