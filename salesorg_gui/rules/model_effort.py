"""Rules about what a structure asks of people: how complicated it is, and how often it changes."""

from collections.abc import Iterator
from math import floor
from typing import ClassVar

from salesorg_gui.catalogue.roles import Family
from salesorg_gui.i18n import _
from salesorg_gui.rules.organisation import UNKNOWN, Organisation
from salesorg_gui.rules.sighting import Limits, Sighting
from salesorg_gui.rules.versions import reorganised

LEAST = 0.01
"""Fewer people than this for one more level, axis, handoff or role make no sense."""


class Complication:
    """Layers, axes, handoffs and roles together stay in proportion to the people."""

    id: ClassVar[str] = "model-overcomplicated"

    @property
    def title(self) -> str:
        return _("Complicated structure")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        people = org.detected.people + org.people(org.meeting.get(UNKNOWN, ()))
        limit = limits["base"] + people / max(limits["per_people"], LEAST)
        roles = [role for role in org.seats_by_role if org.catalogue.role(role).family is not Family.OTHER]
        complexity = org.detected.layers + len(org.market.axes) + org.detected.chain + len(roles)
        if people and complexity > limit:
            yield Sighting({"complexity": complexity, "people": people, "limit": floor(limit)})


class Reorganisations:
    """A structure needs time to work before the next one comes."""

    id: ClassVar[str] = "model-reorganised-often"

    @property
    def title(self) -> str:
        return _("Reorganised often")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        """Told of the charts that are versions; a draft without a date is none."""
        if all(version.id != org.chart.id for version in org.versions):
            return
        changes = reorganised(org.versions)
        if len(changes) > limits["max_changes"]:
            yield Sighting({"count": len(changes)})
