"""Asking all rules about one chart. Plain Python without Qt: it may run in any thread."""

from collections.abc import Mapping, Sequence

from salesorg_gui.capacity.capacity import reckoned
from salesorg_gui.capacity.reckoner import Reckon
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.i18n import _
from salesorg_gui.rules.all_rules import RULES
from salesorg_gui.rules.finding import Finding, Findings, Skipped
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.rulebook import Rulebook, Ruling
from salesorg_gui.rules.sighting import Rule
from salesorg_gui.rules.voice import RANKS, Voice, order_of, reasons_of

STANDS_IN_THE_WAY: Mapping[str, str] = {
    "report-too-many-layers": "report-cycle",
    "handoff-too-many": "handoff-loop",
}
"""Rules that need lines without circles, and the rule that reports the circle."""


def examine(
    plan: Plan, chart: Chart, catalogue: Catalogue, rules: Sequence[Rule] = RULES, reckon: Reckon = reckoned
) -> Findings:
    """Everything the rules find in a chart of the plan; an empty drawing gives nothing.

    The order is fixed: worst first, then as the catalogue lists the rules, then by the ids concerned.
    """
    org = Organisation.of(plan, chart, catalogue, reckon)
    if org.is_empty:
        return Findings()
    reasons, book = reasons_of(chart), org.rulebook
    found: list[Finding] = []
    for rule in rules:
        ruling = book[rule.id]
        if not ruling.is_off:
            found.extend(map(Voice.of(rule, ruling, reasons).finding, rule.examine(org, ruling.limits)))
    place = {id: index for index, id in enumerate(catalogue.rules)}
    found.sort(key=lambda one: (RANKS[one.severity], place[one.rule], order_of(one)))
    return Findings(tuple(found), skipped(rules, org, book, {finding.rule for finding in found}))


def skipped(rules: Sequence[Rule], org: Organisation, book: Rulebook, fired: set[str]) -> tuple[Skipped, ...]:
    """The rules that a circle kept from looking, whether or not the rule that reports the circle is on."""
    sentence = _("Not checked because of “{because}”: {rule}.")
    asked = {rule.id: rule for rule in rules}
    found: list[Skipped] = []
    for name, because in STANDS_IN_THE_WAY.items():
        rule, blocker = asked.get(name), asked.get(because)
        if rule is None or blocker is None or book[name].is_off:
            continue
        if because in fired or (book[because].is_off and _sees(blocker, org, book[because])):
            found.append(Skipped(name, because, sentence.format(because=blocker.title, rule=rule.title)))
    return tuple(found)


def _sees(rule: Rule, org: Organisation, ruling: Ruling) -> bool:
    return next(iter(rule.examine(org, ruling.limits)), None) is not None
