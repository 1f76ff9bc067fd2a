"""The panel below the canvas: what the rules found, by severity, with a way to the culprit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.plan import Accept
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.panels.buttons import Chip, IconButton, TextButton
from salesorg_gui.panels.fields import TextField
from salesorg_gui.panels.findings_list import FindingsView
from salesorg_gui.panels.height import Height
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.naming import record_name
from salesorg_gui.panels.text import Label, OneLine, name, set_caption
from salesorg_gui.rules.finding import Finding, Findings, Severity
from salesorg_gui.session.session import Session
from salesorg_gui.session.vocabulary import Vocabulary

HEIGHT, HEADER = 220, 40
TOUCH_HEIGHT, TOUCH_HEADER = 260, 52


def whereabouts(finding: Finding, chart: Chart, catalogue: Catalogue) -> str:
    """The first thing a finding speaks of, in words."""
    records = (chart.record(key) for key in finding.keys)
    names = (record_name(record, chart, catalogue) for record in records if record is not None)
    return next(names, "")


def counted(severity: Severity, count: int) -> str:
    """``3 warnings``."""
    match severity:
        case Severity.ERROR:
            return ngettext("{count} error", "{count} errors", count).format(count=count)
        case Severity.WARNING:
            return ngettext("{count} warning", "{count} warnings", count).format(count=count)
        case Severity.HINT:
            return ngettext("{count} hint", "{count} hints", count).format(count=count)


class AcceptLine(QWidget):
    """One line that asks why a finding is fine here."""

    given = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._question = OneLine("", "small", "2")
        self._reason = TextField("findings_reason", _("Reason"), placeholder=_("Why this is fine here"))
        self._reason.setProperty("boxed", True)
        self._accept = TextButton(look, _("Accept"), "findings_accept", "primary", small=True)
        self._close = IconButton(look, "x", "findings_accept_close", _("Do not accept"), "text_3", 14)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(self._question, 2)
        row.addWidget(self._reason, 3)
        row.addWidget(self._accept)
        row.addWidget(self._close)
        self._accept.clicked.connect(self._give)
        self._reason.returnPressed.connect(self._give)
        self._close.clicked.connect(self.hide)
        self.hide()

    def ask(self, finding: Finding) -> None:
        """Ask about this finding."""
        self._question.setText(finding.title or finding.message)
        self._reason.clear()
        self.show()
        self._reason.setFocus()

    def _give(self) -> None:
        if reason := self._reason.text().strip():
            self.given.emit(reason)
            self.hide()


class FindingsPanel(QFrame):
    """``picked`` carries the keys of the culprits; ``closed`` asks to be put away, ``hint`` says what would help."""

    picked = Signal(object)
    closed = Signal()
    hint = Signal(str)

    def __init__(self, session: Session, vocabulary: Vocabulary, look: Look) -> None:
        super().__init__()
        self._session, self._vocabulary, self._look = session, vocabulary, look
        self._findings = Findings()
        self._asked: Finding | None = None
        self.setObjectName("findings")
        self.setProperty("look", "panel-bottom")
        Height(self, look, HEIGHT, TOUCH_HEIGHT)
        self._chips = {severity: Chip("", f"findings_{severity}") for severity in Severity}
        self._accepted = Chip("", "findings_accepted")
        self._nothing = Label(_("Nothing found. The organisation works as drawn."), "body", "2")
        self._nothing.setContentsMargins(16, 8, 16, 8)
        self._accept_line = AcceptLine(look)
        self.view = FindingsView(look, self._where)
        name(self.view, "findings_list", _("Findings"))
        self._lay_out()
        self._connect()
        self._show()

    @property
    def current(self) -> Finding | None:
        """The finding picked in the list."""
        row = self.view.rows.row(self.view.currentIndex())
        return row.finding if row is not None else None

    def show_findings(self, findings: Findings) -> None:
        """Show what was found last, in its order."""
        self._findings = findings
        self._show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        head = QWidget()
        Height(head, self._look, HEADER - 1, TOUCH_HEADER - 1)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(Label(_("Findings"), "strong"))
        for severity, chip in self._chips.items():
            chip.setProperty("severity", str(severity))
            row.addWidget(chip)
        row.addStretch()
        row.addWidget(self._accepted)
        close = IconButton(self._look, "chevron-down", "findings_close", _("Put the findings away"))
        close.clicked.connect(self.closed)
        row.addWidget(close)
        column.addWidget(head)
        column.addWidget(self._accept_line)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)

    def _connect(self) -> None:
        for chip in (*self._chips.values(), self._accepted):
            chip.clicked.connect(self._show)
        self.view.picked.connect(lambda finding: self.picked.emit(finding.keys))
        self.view.button_pressed.connect(self._press)
        self.view.pointed_at.connect(lambda row: self.hint.emit(row.finding.fix if row is not None else ""))
        self._accept_line.given.connect(self._accept)

    def _show(self) -> None:
        shown = [finding for finding in self._findings if bool(finding.accepted) == self._accepted.isChecked()]
        for severity, chip in self._chips.items():
            count = self._findings.counts[severity]
            set_caption(chip, counted(severity, count))
            chip.setVisible(bool(count))
        accepted = len(self._findings) - len(self._findings.unsettled)
        set_caption(self._accepted, _("{count} accepted").format(count=accepted))
        self._accepted.setVisible(bool(accepted) or self._accepted.isChecked())
        wanted = {severity for severity, chip in self._chips.items() if chip.isChecked() and not chip.isHidden()}
        rows = [finding for finding in shown if not wanted or finding.severity in wanted]
        self.view.rows.show_findings(rows)
        self._nothing.setVisible(not rows)
        self.view.setVisible(bool(rows))

    def _where(self, finding: Finding) -> str:
        return whereabouts(finding, self._session.chart, self._vocabulary.catalogue)

    def _press(self, finding: Finding) -> None:
        if finding.accepted:
            self._session.perform(Accept(finding.rule, finding.subjects, ""))
            return
        self._asked = finding
        self._accept_line.ask(finding)

    def _accept(self, reason: str) -> None:
        if self._asked is not None:
            self._session.perform(Accept(self._asked.rule, self._asked.subjects, reason))
            self._asked = None
