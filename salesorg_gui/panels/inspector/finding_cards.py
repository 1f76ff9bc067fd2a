"""The findings of what is selected, each with what to do, a way to have it done and a way to live with it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from salesorg_gui.domain.ids import Key
from salesorg_gui.i18n import _
from salesorg_gui.panels.badges import Badge
from salesorg_gui.panels.buttons import TextButton
from salesorg_gui.panels.fields import TextField
from salesorg_gui.panels.inspector.form import clear
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Paragraph
from salesorg_gui.rules.finding import Finding, Findings, Severity

MOST_SHOWN = 4


def about(findings: Findings, keys: Iterable[Key]) -> tuple[Finding, ...]:
    """The findings that speak of any of these and were not accepted, worst first."""
    speaking = (finding for key in sorted(keys) for finding in findings.by_key.get(key, ()) if not finding.accepted)
    return tuple(sorted(dict.fromkeys(speaking), key=lambda finding: finding.severity.rank))


def has_remedies(rule: str) -> bool:
    """Whether anything can be done about findings of a rule without a decision."""
    from salesorg_gui.rules.remedies.all_remedies import REMEDIES  # noqa: PLC0415 -- not before a finding is shown

    return rule in REMEDIES


class FindingCard(QFrame):
    """One finding in the tint of its severity."""

    accepted = Signal(object, str)
    fix_wanted = Signal(object)

    def __init__(self, finding: Finding, look: Look, number: int) -> None:
        super().__init__()
        self._finding, self._look = finding, look
        self.setProperty("look", "finding")
        self.setProperty("severity", str(finding.severity))
        self.setObjectName(f"inspector_finding_{number}")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(10)
        row.addWidget(Badge(finding.severity, look), 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        row.addLayout(texts, 1)
        texts.addWidget(Paragraph(finding.title or finding.message, "strong"))
        if finding.title and finding.message != finding.title:
            texts.addWidget(Paragraph(finding.message, "small"))
        if finding.fix:
            texts.addWidget(Paragraph(finding.fix, "small", "2"))
        if has_remedies(finding.rule):
            texts.addSpacing(6)
            texts.addWidget(self._fix(number), 0, Qt.AlignmentFlag.AlignLeft)
        if finding.severity is not Severity.ERROR:
            texts.addWidget(self._acceptance(number))

    def _fix(self, number: int) -> QWidget:
        """A button that has done what is proposed, or asks which of several ways."""
        button = TextButton(self._look, _("Fix finding"), f"inspector_fix_{number}", small=True)
        button.clicked.connect(lambda: self.fix_wanted.emit(self._finding))
        return button

    def _acceptance(self, number: int) -> QWidget:
        """A button that turns into a field for the reason."""
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 6, 0, 0)
        button = TextButton(self._look, _("Accept with reason"), f"inspector_accept_{number}", small=True)
        reason = TextField(f"inspector_reason_{number}", _("Reason"), _("Enter accepts."), _("Why this is fine here"))
        reason.hide()
        row.addWidget(button)
        row.addWidget(reason, 1)
        row.addStretch()
        button.clicked.connect(button.hide)
        button.clicked.connect(reason.show)
        button.clicked.connect(reason.setFocus)
        reason.returnPressed.connect(lambda: self.accepted.emit(self._finding, reason.text().strip()))
        return place


class FindingCards(QWidget):
    """The worst findings of the selection, one below the other."""

    accepted = Signal(object, str)
    fix_wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[Finding, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these, the first few of many."""
        if findings == self._shown:
            return
        self._shown = findings
        clear(self._column)
        for number, finding in enumerate(findings[:MOST_SHOWN]):
            card = FindingCard(finding, self._look, number)
            card.accepted.connect(self.accepted)
            card.fix_wanted.connect(self.fix_wanted)
            self._column.addWidget(card)
        self.setVisible(bool(findings))
