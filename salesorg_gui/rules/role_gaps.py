"""Rules about roles that are missing: work that grows with a company and that nobody has."""

from collections.abc import Iterator
from typing import ClassVar

from salesorg_gui.catalogue.roles import Family
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.i18n import _
from salesorg_gui.rules.nested import around
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting
from salesorg_gui.rules.terms import (
    ACCOUNT_MANAGER,
    CUSTOMER_SIZE,
    CUSTOMER_SUCCESS,
    KEY_ACCOUNT_MANAGER,
    OPERATIONS,
    SPECIALIST,
    TRAINER,
    TRAINING,
)
from salesorg_gui.rules.territories import segments_of

RECURRING = frozenset({"digital", "subscription"})
TEACHING, DEVELOPMENT = "enablement", "development"
TRAINING_WORDS = (
    *("train", "onboard", "utbild", "träning", "opplær", "oplær", "uddann", "træning", "opleid", "inwerk"),
)
"""How the languages of the catalogue speak of training and onboarding."""


class NoOperations:
    """Many sellers need somebody for forecasts, tools and statistics."""

    id: ClassVar[str] = "role-operations-missing"

    @property
    def title(self) -> str:
        return _("No sales operations")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        sellers = org.seller_count
        if sellers >= limits["sellers_min"] and not org.with_role(OPERATIONS):
            yield Sighting({"sellers": sellers})


class NoEnablement:
    """Sellers need somebody who prepares them."""

    id: ClassVar[str] = "role-enablement-missing"

    @property
    def title(self) -> str:
        return _("No sales enablement")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        if org.seller_count >= limits["sellers_min"] and not org.enablers:
            yield Sighting()


class NoTrainer:
    """Onboarding and training of sellers take somebody's time."""

    id: ClassVar[str] = "role-training-owner-missing"

    @property
    def title(self) -> str:
        return _("Nobody trains the sellers")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        is_due = org.people(org.enablers) > 1 or org.seller_count >= limits["sellers_min"]
        if is_due and not org.with_role(TRAINER) and not self._is_given(org) and not self._is_written(org):
            yield Sighting()

    def _is_given(self, org: Organisation) -> bool:
        """Whether somebody hands over training."""
        return TRAINING in org.graphs.handed_over

    def _is_written(self, org: Organisation) -> bool:
        """Whether training stands in somebody's week, or in somebody's own words."""
        return any(_has_time(org, seat) or _has_words(org, seat) for seat in org.outspoken)


class NoCustomerSuccess:
    """Who sells use of something looks after its use."""

    id: ClassVar[str] = "role-success-missing"

    @property
    def title(self) -> str:
        return _("No customer success")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        if org.told("business") in RECURRING and not org.with_role(CUSTOMER_SUCCESS):
            yield Sighting()


class UnownedKeyAccounts:
    """The largest customers have an account manager."""

    id: ClassVar[str] = "role-key-accounts-unowned"

    @property
    def title(self) -> str:
        return _("Key accounts without a manager")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        segments = org.chart.segments
        bands = [one for _id, one in sorted(segments.items()) if one.axis == CUSTOMER_SIZE and one.is_key]
        managers = org.with_role(ACCOUNT_MANAGER, KEY_ACCOUNT_MANAGER) if bands else ()
        managed = {one.id for seat in managers for one in segments_of(org, seat)}
        for band in bands:
            if band.is_served and managed.isdisjoint(part.id for part in around(org.chart, band)):
                yield Sighting({"segment": org.names.segment(band.id)}, segments=(band.id,))


class NoSpecialist:
    """Hard questions about a product need somebody who can answer them."""

    id: ClassVar[str] = "role-specialist-missing"

    @property
    def title(self) -> str:
        return _("No sales specialist")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        if org.told("product_complexity") == "high" and not org.with_role(SPECIALIST):
            yield Sighting()


class NoCompetenceMap:
    """It is written down how sellers develop."""

    id: ClassVar[str] = "role-competence-map-missing"

    @property
    def title(self) -> str:
        return _("No competence roadmap")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        is_due = org.seller_count >= limits["sellers_min"] and org.told("competence_map") is not True
        if is_due and not self._is_written(org):
            yield Sighting()

    def _is_written(self, org: Organisation) -> bool:
        """Whether the card of any seat says how its people develop."""
        if any(DEVELOPMENT not in fields for fields in org.unsaid.values()):
            return True
        own = (org.chart.seats[seat].texts.get(DEVELOPMENT, ()) for seat in org.outspoken)
        return any(line.strip() for lines in own for line in lines)


def _has_time(org: Organisation, seat: SeatId) -> bool:
    """Whether somebody who is no seller has time for it."""
    activities = org.chart.seats[seat].activities
    is_seller = org.role(seat).family in {Family.FRONTLINE, Family.NURTURE}
    return not is_seller and any(activity.kind == TEACHING and activity.share > 0 for activity in activities)


def _has_words(org: Organisation, seat: SeatId) -> bool:
    own = " ".join(org.chart.seats[seat].texts.get("responsibilities", ())).casefold()
    return any(word in own for word in TRAINING_WORDS)
