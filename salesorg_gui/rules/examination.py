"""Asking all rules about a chart again and again while it is edited; what cannot differ is kept (decision 0011)."""

from collections.abc import Sequence
from itertools import chain
from typing import Any

from salesorg_gui import i18n
from salesorg_gui.capacity.reckoner import Reckon, Reckoner
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.rules.all_rules import RULES
from salesorg_gui.rules.around import Around
from salesorg_gui.rules.each import Each
from salesorg_gui.rules.examine import skipped
from salesorg_gui.rules.finding import Findings, Severity
from salesorg_gui.rules.glass import Notes
from salesorg_gui.rules.kept_looks import KeptLooks
from salesorg_gui.rules.kept_rule import KeptRule
from salesorg_gui.rules.ledger import Ledger
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Rule
from salesorg_gui.rules.voice import reasons_of

type Kept = KeptLooks[Any] | KeptRule


class Examination:
    """Finds what ``examine`` finds, and remembers it for the next time. For one thread at a time."""

    def __init__(self, rules: Sequence[Rule] = RULES, reckon: Reckon | None = None) -> None:
        self._rules, self._reckon = rules, reckon or Reckoner()
        self.ledger = Ledger()
        self._ordered: Catalogue | None = None
        self._kept: list[Kept] = [KeptLooks(rule) if isinstance(rule, Each) else KeptRule(rule) for rule in rules]
        self._last: tuple[Plan, Chart, Catalogue, Catalogue, str] | None = None

    def __call__(self, plan: Plan, chart: Chart, catalogue: Catalogue) -> Findings:
        """Everything the rules find in a chart of the plan, as ``examine`` does."""
        org = self._turn_to(plan, chart, catalogue)
        if org.is_empty:
            return Findings()
        reasons, book = reasons_of(chart), org.rulebook
        asked = [kept for kept in self._kept_in_order(catalogue) if not book[kept.id].is_off]
        for kept in asked:
            kept.look_again(self.ledger, book[kept.id], reasons)
        found = tuple(chain.from_iterable([kept.found.of(severity) for severity in Severity for kept in asked]))
        fired = {kept.id for kept in asked if kept.found}
        seen = self.ledger.glasses(Notes()).organisation
        return Findings(found, skipped(self._rules, seen, book, fired))

    def _kept_in_order(self, catalogue: Catalogue) -> Sequence[Kept]:
        """The rules as the catalogue lists them."""
        if self._ordered is not catalogue:
            place = {id: index for index, id in enumerate(catalogue.rules)}
            self._kept.sort(key=lambda kept: place[kept.id])
            self._ordered = catalogue
        return self._kept

    def _turn_to(self, plan: Plan, chart: Chart, catalogue: Catalogue) -> Organisation:
        """Have the ledger go on with this chart."""
        last, laid_over, around = self._last, None, None
        language = i18n.language()
        if last is not None and last[0].roles is plan.roles and last[2] is catalogue and last[4] == language:
            laid_over = last[3]
            earlier = self.ledger.around
            around = Around(last[1], chart, earlier.surroundings if earlier is not None else None)
            if around.are_many:
                around = None
        org = Organisation.of(plan, chart, catalogue, self._reckon, laid_over)
        self._last = (plan, chart, catalogue, org.catalogue, language)
        self.ledger.turn_to(org, around)
        return org
