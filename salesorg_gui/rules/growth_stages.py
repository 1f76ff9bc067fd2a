"""Rules about how far an organisation has grown: drawn too late, or too early, for the company."""

from collections.abc import Iterator
from typing import ClassVar

from salesorg_gui.catalogue.advice import BUSY, GrowthStageId, growth_stage
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.rules.amounts import spoken
from salesorg_gui.rules.names import listed
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting
from salesorg_gui.rules.terms import FOUNDER

GROWN = frozenset({GrowthStageId.SPECIALISTS, GrowthStageId.TEAMS})


class PastFounder:
    """From a certain size or worth on a founder no longer sells alone."""

    id: ClassVar[str] = "growth-leave-founder"

    @property
    def title(self) -> str:
        return _("Past the founder stage")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        above = {"employees": limits["employees_limit"], "ltv": limits["ltv_limit_eur"]}
        reasons = [_counted(name, amount) for name, limit in above.items() if (amount := _amount(org, name)) > limit]
        if reasons and org.detected.stage == GrowthStageId.FOUNDER:
            yield Sighting({"reasons": listed(tuple(reasons))}, seats=org.with_role(FOUNDER))


class PastBands:
    """Where there is work enough for specialists, sellers who do everything hold it up."""

    id: ClassVar[str] = "growth-leave-one-man-bands"

    @property
    def title(self) -> str:
        return _("Past one-man bands")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        if org.detected.stage == GrowthStageId.BANDS and _advised(org) in GROWN:
            told = _told(org)
            busy = [condition.answer for condition in BUSY if condition.answer in told and condition.holds(told)]
            reasons = tuple(_counted(name, _amount(org, name)) for name in busy)
            yield Sighting({"reasons": listed(reasons)}, seats=org.sellers)


class PastSpecialists:
    """Markets that are large enough carry teams of their own."""

    id: ClassVar[str] = "growth-leave-specialists"

    @property
    def title(self) -> str:
        return _("Ready for market teams")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        if org.detected.stage == GrowthStageId.SPECIALISTS and _advised(org) == GrowthStageId.TEAMS:
            yield Sighting({"segments": _amount(org, "segments")})


class TooEarly:
    """A structure is no further than the company."""

    id: ClassVar[str] = "growth-too-early"

    @property
    def title(self) -> str:
        return _("Ahead of the company")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        drawn, advised = org.detected.stage, _advised(org)
        if drawn is not None and advised is not None and drawn.is_later_than(advised):
            stages = org.catalogue.growth_stages
            yield Sighting({"detected": stages[drawn].title, "recommended": stages[advised].title})


def _told(org: Organisation) -> dict[str, str | float | bool]:
    """What is known of what the advisor asks; the lead sources say how many leads come in."""
    asked = org.catalogue.advisor.questions
    told = {id: fact for id, fact in org.facts.items() if id in asked and not isinstance(fact, tuple)}
    if (leads := org.known_inbound_leads) is not None:
        told["inbound_leads"] = leads
    return told


def _advised(org: Organisation) -> GrowthStageId | None:
    return growth_stage(org.catalogue.advisor, _told(org))


def _amount(org: Organisation, name: str) -> float:
    """A number that was answered; 0 where nobody knows."""
    fact = _told(org).get(name)
    return fact if isinstance(fact, float) else 0.0


def _counted(name: str, amount: float) -> str:
    """A number with what it counts."""
    count = int(amount)
    match name:
        case "employees":
            words = ngettext("{count} employee", "{count} employees", count)
        case "sellers":
            words = ngettext("{count} seller", "{count} sellers", count)
        case "inbound_leads":
            words = ngettext("{count} inbound lead a month", "{count} inbound leads a month", count)
        case "qualified_leads":
            words = ngettext("{count} qualified lead a month", "{count} qualified leads a month", count)
        case _:
            words = _("a customer is worth {count} EUR")
    return words.format(count=spoken(amount))
