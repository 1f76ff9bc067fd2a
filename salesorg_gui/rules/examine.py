"""Asking all rules about one chart. Plain Python without Qt: it may run in any thread."""

from collections.abc import Mapping, Sequence
from itertools import chain

from salesorg_gui.capacity.capacity import reckoned
from salesorg_gui.capacity.reckoner import Reckon
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.i18n import _
from salesorg_gui.rules.all_rules import RULES
from salesorg_gui.rules.finding import Finding, Findings, Severity, Skipped
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.rulebook import Rulebook, Ruling
from salesorg_gui.rules.sighting import Rule
from salesorg_gui.rules.voice import Voice, order_of, reasons_of

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
    found: dict[Severity, list[Finding]] = {severity: [] for severity in Severity}
    fired: set[str] = set()
    place = {id: index for index, id in enumerate(catalogue.rules)}
    for rule in sorted(rules, key=lambda one: place[one.id]):
        ruling = book[rule.id]
        if not ruling.is_off:
            seen = map(Voice.of(rule, ruling, reasons).finding, rule.examine(org, ruling.limits))
            for one in sorted(seen, key=order_of):
                found[one.severity].append(one)
                fired.add(one.rule)
    return Findings(tuple(chain.from_iterable(found.values())), skipped(rules, org, book, fired))


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
