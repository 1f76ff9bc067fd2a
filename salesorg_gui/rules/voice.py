"""What rules saw, put into the words of the catalogue and into a fixed order."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from salesorg_gui.domain.chart import Chart
from salesorg_gui.rules.amounts import numeral, spoken
from salesorg_gui.rules.finding import Finding, Severity
from salesorg_gui.rules.rulebook import Ruling
from salesorg_gui.rules.sighting import Rule, Sighting

is_figure = re.compile(r"[-+]?\d[\d.,\s]*%?").fullmatch


class Reason(NamedTuple):
    """Why somebody lives with a finding, and the numbers it told then; none when these do not matter."""

    text: str
    figures: tuple[str, ...] = ()


type Reasons = Mapping[tuple[str, ...], Reason]
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
        limits = {name: spoken(limit) for name, limit in ruling.limits.items()}
        return Voice(rule.title, ruling, limits, reasons.get(rule.id, {}))

    def finding(self, seen: Sighting) -> Finding:
        """What was seen, in words, and accepted where somebody gave a reason."""
        text = self.ruling.text
        severity = self.ruling.severity or seen.severity or self.ruling.usual
        words = dict(self.limits)
        for name, value in seen.words.items():
            words[name] = value if isinstance(value, str) else spoken(value)
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
            figures=_figures(seen),
        )
        reason = self.reasons.get(finding.subjects) if self.reasons else None
        if reason is None or severity is Severity.ERROR:
            return finding
        holds = reason.figures in {(), finding.figures}
        return replace(finding, accepted=reason.text) if holds else replace(finding, lapsed=reason.text)


def reasons_of(chart: Chart) -> Mapping[str, Reasons]:
    """Why somebody lives with a finding, by its rule and the ids concerned."""
    reasons: dict[str, dict[tuple[str, ...], Reason]] = defaultdict(dict)
    for one in chart.accepted:
        reasons[one.rule][tuple(sorted(one.subjects))] = Reason(one.reason.strip(), tuple(sorted(one.figures)))
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
    )


def _figures(seen: Sighting) -> tuple[str, ...]:
    """The numbers a sighting tells, and how grave it is where the rule itself grades that; names are no numbers.

    They are kept in the plan, so they are the same in every language.
    """
    told = {name: value if isinstance(value, str) else numeral(value) for name, value in seen.words.items()}
    figures = [f"{name}={told[name]}" for name in sorted(told) if is_figure(told[name])]
    if seen.severity is not None:
        figures.append(f"severity={seen.severity}")
    return tuple(figures)
