"""What a change of a rule does: its findings before and after, reckoned beside the window."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Json
from salesorg_gui.i18n import _
from salesorg_gui.panels.findings.words import counted
from salesorg_gui.panels.text import Label, Paragraph, name
from salesorg_gui.rules.finding import Finding, Severity
from salesorg_gui.rules.rulebook import OFF
from salesorg_gui.session.trial import Trials

TRIAL = "effect"
UNKNOWN = "…"

type Counts = Mapping[Severity, int]


@dataclass(frozen=True, slots=True, eq=False)
class WhatIf:
    """What would be found if a plan said something else of one rule."""

    plan: Plan
    chart: Chart
    catalogue: Catalogue
    rule: str
    own: Mapping[str, Json]

    def asks_like(self, other: "WhatIf | None") -> bool:
        """Whether the answers are bound to be the same; plans are told apart by identity, they may be large."""
        if other is None:
            return False
        here, there = ((one.plan, one.chart, one.catalogue) for one in (self, other))
        is_same = all(mine is theirs for mine, theirs in zip(here, there, strict=True))
        return is_same and (self.rule, self.own) == (other.rule, other.own)

    def count(self) -> Counts:
        """How many findings of the rule there would be; asked in a worker."""
        from salesorg_gui.rules.all_rules import RULES  # noqa: PLC0415 -- rules and their graphs are loaded when asked
        from salesorg_gui.rules.examine import examine  # noqa: PLC0415 -- as above

        said: dict[str, Json] = {name: value for name, value in self.own.items() if name != OFF}
        plan = replace(self.plan, parameters={**self.plan.parameters, self.rule: said})
        return counts_of(examine(plan, self.chart, self.catalogue, [rule for rule in RULES if rule.id == self.rule]))


def counts_of(findings: Iterable[Finding]) -> Counts:
    """How many there are of each severity."""
    return Counter(finding.severity for finding in findings)


class Effect(QFrame):
    """Asks, and shows the answer: how many findings there are, and would be."""

    def __init__(self, trials: Trials) -> None:
        super().__init__()
        self._trials = trials
        self._asked: WhatIf | None = None
        self._now: Counts = {}
        self._answer: Counts | None = None
        self._kind = ""
        self.setProperty("look", "sunken")
        name(self, "rule_effect", _("Findings"))
        self._numbers = Label("", "heading")
        self._numbers.setObjectName("rule_effect_numbers")
        self._caption = Paragraph("", "small", "2")
        self._caption.setObjectName("rule_effect_caption")
        row = QHBoxLayout()
        row.addWidget(Label(_("Findings"), "label", "2"), 1)
        row.addWidget(self._numbers)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._caption)
        trials.answered.connect(self._take)

    def show_counts(self, now: Counts) -> None:
        """Show how many there are, of a rule that is as usual."""
        self._ask(now, "", None)

    def compare(self, now: Counts, kind: str, what_if: WhatIf) -> None:
        """Show how many there are and would be: ``tried`` while typing, ``usual`` for the catalogue's, ``on``."""
        self._ask(now, kind, what_if)

    def forget(self) -> None:
        """Nobody looks any more."""
        self._asked = None
        self._trials.forget(TRIAL)

    def _ask(self, now: Counts, kind: str, what_if: WhatIf | None) -> None:
        self._now, self._kind = now, kind
        if what_if is None:
            self.forget()
        elif not what_if.asks_like(self._asked):
            self._asked, self._answer = what_if, None
            self._trials.ask(TRIAL, lambda: (what_if, what_if.count()))
        self._show()

    def _take(self, trial: str, answer: object) -> None:
        match answer:
            case (WhatIf() as asked, Mapping() as counts) if trial == TRIAL and asked is self._asked:
                self._answer = counts
                self._show()

    def _show(self) -> None:
        self._numbers.setText(self._in_numbers())
        self._caption.setText(self._in_words())
        self._caption.setVisible(bool(self._kind))
        self.setAccessibleDescription(f"{self._numbers.text()}. {self._caption.text()}".strip())

    def _in_numbers(self) -> str:
        now, after = str(sum(self._now.values())), UNKNOWN if self._answer is None else str(sum(self._answer.values()))
        match self._kind:
            case "tried":
                return f"{now} → {after}"
            case "on":
                return _("off")
            case _:
                return now

    def _in_words(self) -> str:
        would_be = UNKNOWN if self._answer is None else in_words(self._answer)
        match self._kind:
            case "tried":
                return _("As typed: {findings}. Enter keeps it.").format(findings=would_be)
            case "usual":
                return _("As usual: {findings}.").format(findings=would_be)
            case "on":
                return _("Switched on: {findings}.").format(findings=would_be)
            case _:
                return ""


def in_words(counts: Counts) -> str:
    """``2 errors, 1 hint``."""
    said = (counted(severity, counts[severity]) for severity in Severity if counts.get(severity))
    return ", ".join(said) or _("nothing found")
