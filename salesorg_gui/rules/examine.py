"""Asking all rules about one chart. Plain Python without Qt: it may run in any thread."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.rule_texts import RuleText
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.i18n import _
from salesorg_gui.rules.all_rules import RULES
from salesorg_gui.rules.amounts import number, numeral
from salesorg_gui.rules.finding import Finding, Findings, Severity, Skipped
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Rule, Sighting

STANDS_IN_THE_WAY: Mapping[str, str] = {
    "report-too-many-layers": "report-cycle",
    "handoff-too-many": "handoff-loop",
}
"""Rules that need lines without circles, and the rule that reports the circle."""

type Reasons = Mapping[tuple[str, ...], str]


def examine(plan: Plan, chart: Chart, catalogue: Catalogue, rules: Sequence[Rule] = RULES) -> Findings:
    """Everything the rules find in a chart of the plan; an empty drawing gives nothing.

    The order is fixed: worst first, then as the catalogue lists the rules, then by the ids concerned.
    """
    org = Organisation.of(plan, chart, catalogue)
    if org.is_empty:
        return Findings()
    reasons = _reasons(chart)
    found: list[Finding] = []
    for rule in rules:
        text = catalogue.rules[rule.id]
        limits = limits_of(plan, text)
        known = {name: numeral(limit) for name, limit in limits.items()}
        voice = _Voice(rule.title, text, Severity(text.severity), known, reasons.get(rule.id, {}))
        found.extend(map(voice.finding, rule.examine(org, limits)))
    place = {id: index for index, id in enumerate(catalogue.rules)}
    ranks = {severity: severity.rank for severity in Severity}
    found.sort(key=lambda one: (ranks[one.severity], place[one.rule], _ids(one)))
    return Findings(tuple(found), _skipped(rules, found))


def limits_of(plan: Plan, text: RuleText) -> Limits:
    """The limits of a rule: the catalogue's, and in their place the plan's where it gives a number from 0 up."""
    own = plan.parameters.get(text.id)
    if not isinstance(own, dict):
        return text.params
    given = {name: number(own.get(name)) for name in text.params}
    return {
        name: usual if (limit := given[name]) is None or limit < 0 else limit for name, usual in text.params.items()
    }


@dataclass(frozen=True, slots=True)
class _Voice:
    """Puts what a rule saw into the words of the catalogue."""

    title: str
    text: RuleText
    severity: Severity
    limits: Mapping[str, str]
    reasons: Reasons

    def finding(self, seen: Sighting) -> Finding:
        severity = seen.severity or self.severity
        words = {**self.limits, **{name: _word(value) for name, value in seen.words.items()}}
        finding = Finding(
            self.text.id,
            severity,
            self.text.text("message", seen.variant, words),
            self.text.text("fix", seen.variant, words),
            self.title,
            seats=seen.seats,
            pods=seen.pods,
            handoffs=seen.handoffs,
            lines=seen.lines,
            sources=seen.sources,
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
    return (finding.seats, finding.sources, finding.pods, finding.handoffs, finding.lines, finding.stages)


def _word(value: str | float) -> str:
    return value if isinstance(value, str) else numeral(value)


def _skipped(rules: Sequence[Rule], found: Sequence[Finding]) -> tuple[Skipped, ...]:
    """The rules that a circle kept from looking."""
    fired = {finding.rule: finding.title for finding in found}
    sentence = _("Not checked because of “{because}”: {rule}.")
    return tuple(
        Skipped(rule.id, blocker, sentence.format(because=fired[blocker], rule=rule.title))
        for rule in rules
        if (blocker := STANDS_IN_THE_WAY.get(rule.id, "")) in fired
    )
