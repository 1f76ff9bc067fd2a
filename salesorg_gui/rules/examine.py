"""Asking all rules about one chart. Plain Python without Qt: it may run in any thread."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from salesorg_gui.capacity.capacity import reckoned
from salesorg_gui.capacity.reckoner import Reckon
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.i18n import _
from salesorg_gui.rules.all_rules import RULES
from salesorg_gui.rules.amounts import numeral
from salesorg_gui.rules.finding import Finding, Findings, Severity, Skipped
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.rulebook import Rulebook, Ruling
from salesorg_gui.rules.sighting import Rule, Sighting

STANDS_IN_THE_WAY: Mapping[str, str] = {
    "report-too-many-layers": "report-cycle",
    "handoff-too-many": "handoff-loop",
}
"""Rules that need lines without circles, and the rule that reports the circle."""

type Reasons = Mapping[tuple[str, ...], str]


def examine(
    plan: Plan, chart: Chart, catalogue: Catalogue, rules: Sequence[Rule] = RULES, reckon: Reckon = reckoned
) -> Findings:
    """Everything the rules find in a chart of the plan; an empty drawing gives nothing.

    The order is fixed: worst first, then as the catalogue lists the rules, then by the ids concerned.
    """
    org = Organisation.of(plan, chart, catalogue, reckon)
    if org.is_empty:
        return Findings()
    reasons, book = _reasons(chart), org.rulebook
    found: list[Finding] = []
    for rule in rules:
        if not book[rule.id].is_off:
            found.extend(_heard(rule, org, book[rule.id], reasons.get(rule.id, {})))
    place = {id: index for index, id in enumerate(catalogue.rules)}
    ranks = {severity: severity.rank for severity in Severity}
    found.sort(key=lambda one: (ranks[one.severity], place[one.rule], _ids(one)))
    return Findings(tuple(found), _skipped(rules, org, book, {finding.rule for finding in found}))


def _heard(rule: Rule, org: Organisation, ruling: Ruling, reasons: Reasons) -> Iterator[Finding]:
    """What one rule finds, in words."""
    limits = {name: numeral(limit) for name, limit in ruling.limits.items()}
    voice = _Voice(rule.title, ruling, limits, reasons)
    return map(voice.finding, rule.examine(org, ruling.limits))


@dataclass(frozen=True, slots=True)
class _Voice:
    """Puts what a rule saw into the words of the catalogue."""

    title: str
    ruling: Ruling
    limits: Mapping[str, str]
    reasons: Reasons

    def finding(self, seen: Sighting) -> Finding:
        text = self.ruling.text
        severity = self.ruling.severity or seen.severity or self.ruling.usual
        words = {**self.limits, **{name: _word(value) for name, value in seen.words.items()}}
        finding = Finding(
            text.id,
            severity,
            text.text("message", seen.variant, words),
            text.text("fix", seen.variant, words),
            self.title,
            seats=seen.seats,
            pods=seen.pods,
            handoffs=seen.handoffs,
            lines=seen.lines,
            sources=seen.sources,
            segments=seen.segments,
            stages=seen.stages,
        )
        if not self.reasons or severity is Severity.ERROR:
            return finding
        return replace(finding, accepted=self.reasons.get(finding.subjects, ""))


def _reasons(chart: Chart) -> Mapping[str, Reasons]:
    """Why somebody lives with a finding, by its rule and the ids concerned."""
    reasons: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for one in chart.accepted:
        reasons[one.rule][tuple(sorted(one.subjects))] = one.reason.strip()
    return reasons


def _ids(finding: Finding) -> tuple[tuple[str, ...], ...]:
    return (
        finding.seats,
        finding.sources,
        finding.pods,
        finding.segments,
        finding.handoffs,
        finding.lines,
        finding.stages,
    )


def _word(value: str | float) -> str:
    return value if isinstance(value, str) else numeral(value)


def _skipped(rules: Sequence[Rule], org: Organisation, book: Rulebook, fired: set[str]) -> tuple[Skipped, ...]:
    """The rules that a circle kept from looking, whether or not the rule that reports the circle is on."""
    sentence = _("Not checked because of “{because}”: {rule}.")
    asked = {rule.id: rule for rule in rules}
    skipped: list[Skipped] = []
    for name, because in STANDS_IN_THE_WAY.items():
        rule, blocker = asked.get(name), asked.get(because)
        if rule is None or blocker is None or book[name].is_off:
            continue
        if because in fired or (book[because].is_off and _sees(blocker, org, book[because])):
            skipped.append(Skipped(name, because, sentence.format(because=blocker.title, rule=rule.title)))
    return tuple(skipped)


def _sees(rule: Rule, org: Organisation, ruling: Ruling) -> bool:
    return next(iter(rule.examine(org, ruling.limits)), None) is not None
