"""A remedy, and what is known when one is looked for."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import ChartEdit, Edit, Together
from salesorg_gui.domain.plan import Plan
from salesorg_gui.rules.finding import Finding
from salesorg_gui.rules.names import Names
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits


@dataclass(frozen=True, slots=True)
class Remedy:
    """An edit that settles a finding. ``label`` says in a few words what it does; undo calls it the same.

    ``errors`` is how many errors more there are afterwards.
    """

    label: str
    edit: Edit
    errors: int = 0


@dataclass(frozen=True, slots=True)
class Situation:
    """One finding in its organisation. ``limits`` are those of its rule in this plan."""

    plan: Plan
    org: Organisation
    finding: Finding
    limits: Limits

    def after(self, *edits: ChartEdit) -> "Situation":
        """The same once some edits are made; may raise ``EditRefused``."""
        chart = Together("", edits).apply(self.chart)
        plan = self.plan.with_chart(chart)
        return replace(self, plan=plan, org=replace(self.org, chart=chart))

    @property
    def chart(self) -> Chart:
        """The chart it was found in."""
        return self.org.chart

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue with the roles of the plan."""
        return self.org.catalogue

    @property
    def names(self) -> Names:
        """What things are called."""
        return self.org.names


type Proposal = Callable[[Situation], Iterable[Remedy]]
"""Thinks up remedies for the findings of one rule, the likeliest first. What does not work is never offered."""


def step(label: str, *edits: ChartEdit) -> Remedy:
    """A remedy of some edits that are done, and undone, as one."""
    return Remedy(label, Together(label, edits))
