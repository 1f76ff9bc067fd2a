"""What rules saw, put into the words of the catalogue and into a fixed order."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from salesorg_gui.domain.chart import Chart
from salesorg_gui.rules.amounts import numeral
from salesorg_gui.rules.finding import Finding, Severity
from salesorg_gui.rules.rulebook import Ruling
from salesorg_gui.rules.sighting import Rule, Sighting

type Reasons = Mapping[tuple[str, ...], str]
type Order = tuple[tuple[str, ...], ...]

RANKS: Mapping[Severity, int] = {severity: severity.rank for severity in Severity}


@dataclass(frozen=True, slots=True)
class Voice:
    """Puts what a rule saw into the words of the catalogue."""

    title: str
    ruling: Ruling
    limits: Mapping[str, str]
    reasons: Reasons

    @staticmethod
    def of(rule: Rule, ruling: Ruling, reasons: Mapping[str, Reasons]) -> "Voice":
        """The voice of one rule."""
        limits = {name: numeral(limit) for name, limit in ruling.limits.items()}
        return Voice(rule.title, ruling, limits, reasons.get(rule.id, {}))

    def finding(self, seen: Sighting) -> Finding:
        """What was seen, in words, and accepted where somebody gave a reason."""
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


def reasons_of(chart: Chart) -> Mapping[str, Reasons]:
    """Why somebody lives with a finding, by its rule and the ids concerned."""
    reasons: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for one in chart.accepted:
        reasons[one.rule][tuple(sorted(one.subjects))] = one.reason.strip()
    return reasons


def order_of(finding: Finding) -> Order:
    """Where a finding stands among those of one rule and severity: by the ids concerned, seats first."""
    return (
        finding.seats,
        finding.sources,
        finding.pods,
        finding.segments,
        finding.handoffs,
        finding.lines,
        finding.stages,
        (finding.message, finding.fix),
    )


def _word(value: str | float) -> str:
    return value if isinstance(value, str) else numeral(value)
