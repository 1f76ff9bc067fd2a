"""What one rule finds now: the first few, each a way to its culprit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from salesorg_gui.i18n import ngettext
from salesorg_gui.panels.inspector.form import clear
from salesorg_gui.panels.text import Label, OneLine, name
from salesorg_gui.rules.finding import Finding

MOST = 5


class FoundLine(QPushButton):
    """One finding; a click goes to what it speaks of."""

    def __init__(self, finding: Finding, number: int) -> None:
        super().__init__()
        self.setProperty("rank", "row")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        name(self, f"rule_found_{number}", finding.message)
        text = OneLine(finding.message, "small", "3" if finding.accepted else "1")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 4, 0)
        column.addWidget(text)


class Found(QWidget):
    """``picked`` carries the finding."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Finding, ...] | None = None
        self._more = Label("", "small", "3")
        self._more.setContentsMargins(12, 4, 0, 0)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._lines)
        column.addWidget(self._more)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these."""
        if findings == self._shown:
            return
        self._shown = findings
        clear(self._lines)
        for number, finding in enumerate(findings[:MOST]):
            line = FoundLine(finding, number)
            line.clicked.connect(lambda _on=False, finding=finding: self.picked.emit(finding))
            self._lines.addWidget(line)
        more = len(findings) - MOST
        self._more.setText(ngettext("and {count} more", "and {count} more", more).format(count=more))
        self._more.setVisible(more > 0)
        self.setVisible(bool(findings))
