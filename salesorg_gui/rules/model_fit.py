"""Rules about the structure: chosen and drawn, and whether it suits the company."""

from collections.abc import Iterator
from typing import ClassVar

from salesorg_gui.domain.ids import SeatId
from salesorg_gui.i18n import _
from salesorg_gui.rules.detected import MIXED
from salesorg_gui.rules.each import EachSeat
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting, Words
from salesorg_gui.rules.terms import ASSEMBLY_LINE, ISLAND, ISLAND_REP, POD

LASTING_INDUSTRIES = frozenset({"real_estate", "finance"})


class ChosenAndDrawn:
    """The structure that was chosen is the one that is drawn."""

    id: ClassVar[str] = "model-declared-differs"

    @property
    def title(self) -> str:
        return _("Chosen and drawn differ")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        chosen, drawn = org.detected.chosen, org.detected.structure
        if chosen is None or drawn is None or chosen == drawn:
            return
        titles = {id: structure.title for id, structure in org.catalogue.structures.items()}
        if drawn == MIXED:
            yield Sighting({"chosen": titles[chosen]}, variant="mixed")
        else:
            yield Sighting({"chosen": titles[chosen], "detected": titles[drawn]})


class EarlyLine:
    """A few sellers with little money do better without an assembly line."""

    id: ClassVar[str] = "model-line-too-early"

    @property
    def title(self) -> str:
        return _("Assembly line too early")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        if org.told("budget") != "small" or ASSEMBLY_LINE not in {org.detected.chosen, org.detected.structure}:
            return
        sellers = org.people(org.sellers)
        if sellers <= limits["few_sellers"]:
            yield Sighting({"sellers": sellers}, seats=org.sellers, variant="" if sellers else "none")


class IslandAtItsEnd:
    """Sellers who do everything do not become many."""

    id: ClassVar[str] = "model-island-does-not-scale"

    @property
    def title(self) -> str:
        return _("Islands do not scale")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        if org.detected.structure != ISLAND:
            return
        sellers = org.people(org.sellers)
        if sellers > limits["max_sellers"]:
            yield Sighting({"sellers": sellers}, seats=org.sellers)
        elif org.told("growth_goal") == "scale":
            yield Sighting({"sellers": sellers}, seats=org.sellers, variant="goal")


class ManyAccounts(EachSeat):
    """One rep cannot look after any number of customers, in any number of stages."""

    id: ClassVar[str] = "model-island-many-accounts"

    @property
    def title(self) -> str:
        return _("Too many accounts")

    def among(self, org: Organisation) -> tuple[SeatId, ...]:
        return org.with_role(ISLAND_REP)

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        record = org.chart.seats[seat]
        accounts = record.accounts or 0
        stages = len({stage for stage in record.account_stages if stage in org.catalogue.stages})
        has_many = accounts > limits["max_accounts"] * max(record.headcount, 1)
        if has_many or stages > limits["max_stages"]:
            variant = "" if accounts and stages else "accounts" if accounts else "stages"
            words: Words = {"seat": org.names.seat(seat), "accounts": accounts, "stages": stages}
            yield Sighting(words, seats=(seat,), variant=variant)


class LastingRelations:
    """Where customers want one person for years, handoffs hurt."""

    id: ClassVar[str] = "model-relationship-many-handoffs"

    @property
    def title(self) -> str:
        return _("Lasting relations and many hands")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        is_lasting = org.told("relationship") == "long_term" or org.told("industry") in LASTING_INDUSTRIES
        if is_lasting and org.detected.structure == ASSEMBLY_LINE:
            yield Sighting()


class Culture:
    """Pods breed cooperation, islands competition."""

    id: ClassVar[str] = "model-culture-mismatch"

    @property
    def title(self) -> str:
        return _("Structure against culture")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        structure = org.detected.chosen or org.detected.structure
        if structure is None or (structure, org.told("culture")) not in {(POD, "competitive"), (ISLAND, "cooperative")}:
            return
        bred, wanted = _("competitive"), _("cooperative")
        if structure == POD:
            bred, wanted = wanted, bred
        title = org.catalogue.structures[structure].title
        yield Sighting({"model": title, "model_culture": bred, "wanted": wanted})
