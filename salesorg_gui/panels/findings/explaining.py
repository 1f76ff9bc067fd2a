"""One finding at a time is explained below its row, as long as it is found."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from salesorg_gui.domain.edits.plan import Accept
from salesorg_gui.panels.findings.explanation import Explanation
from salesorg_gui.panels.findings.told import told_of
from salesorg_gui.panels.findings.view import FindingsView
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.rules.finding import Finding, Severity
from salesorg_gui.rules.remedies.remedy import Remedy


class Explaining(QObject):
    """Owns what stands below the row. ``remedies_wanted`` asks for the ways to settle a finding.

    ``rule_wanted`` carries the id of the rule somebody wants to change.
    """

    remedies_wanted = Signal(object)
    rule_wanted = Signal(str)

    def __init__(self, ground: Ground, view: FindingsView) -> None:
        super().__init__(view)
        self._ground, self._view = ground, view
        self._finding: Finding | None = None
        self.below = Explanation(ground.look)
        self.below.setParent(view.viewport())
        self.below.hide()
        self.below.left.connect(self._give_back)
        self.below.grown.connect(self._grow)
        self.below.accepted.connect(self._accept)
        self.below.change.clicked.connect(self._ask_for_rule)
        ground.session.changed.connect(self._follow_change)

    @property
    def finding(self) -> Finding | None:
        """What is explained."""
        return self._finding

    def explain(self, finding: Finding) -> None:
        """Explain a finding whose row is there."""
        self._finding = finding
        ground = self._ground
        told = told_of(finding, ground.session.plan, ground.catalogue)
        is_cut = self._view.is_cut(self._view.rows.place_of(finding))
        self.below.explain(told, can_accept=finding.severity is not Severity.ERROR, is_cut=is_cut)
        self._ask_for_remedies(finding)
        self._place(finding)

    def explain_again(self) -> None:
        """Rows and findings may differ: go on with the same finding, as it reads now, or stop when it is settled."""
        before = self._finding
        if before is None:
            return
        row = self._view.rows.row_of(before)
        now = None if row is None else row.finding
        if now is None or bool(now.accepted) != bool(before.accepted):
            self.stop()
        elif now == before:
            self._place(before)
            self._ask_for_remedies(before)
        else:
            self.explain(now)

    def stop(self) -> None:
        """Explain nothing."""
        self._finding = None
        if self.has_focus:
            self._give_back()
        self._view.put_below(-1, None)

    def show_remedies(self, finding: Finding, remedies: Sequence[Remedy]) -> None:
        """Offer ways to settle a finding, if it still is the one that is explained."""
        if self._finding == finding:
            self.below.show_remedies(remedies)

    def ask_reason(self) -> None:
        """Ask why the finding is fine here."""
        self.below.ask_reason()

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is in the explanation."""
        focused = QApplication.focusWidget()
        return focused is not None and self.below.isAncestorOf(focused)

    def _ask_for_remedies(self, finding: Finding) -> None:
        if not finding.accepted:
            self.below.show_remedies(None)
            self.remedies_wanted.emit(finding)

    def _place(self, finding: Finding) -> None:
        self._view.put_below(self._view.rows.place_of(finding), self.below)

    def _grow(self) -> None:
        if self._finding is not None:
            self._view.lay_out()
            self._view.scrollTo(self._view.rows.index(self._view.inset_row))

    def _accept(self, reason: str) -> None:
        if self._finding is not None:
            self._give_back()
            self._ground.attempt(Accept(self._finding.rule, self._finding.subjects, reason, self._finding.figures))

    def _ask_for_rule(self) -> None:
        if self._finding is not None:
            self.rule_wanted.emit(self._finding.rule)

    def _follow_change(self, _change: object) -> None:
        """What was offered was meant for the plan before; what the rules find now comes soon."""
        if self._finding is not None and not self._finding.accepted:
            if self.has_focus:
                self._give_back()
            self.below.show_remedies(None)

    def _give_back(self) -> None:
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
