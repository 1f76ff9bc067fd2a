"""What the page of one rule looks like: what it is, its state, its numbers, its origin."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import Option, Segmented, TextButton
from salesorg_gui.panels.fields import Tick
from salesorg_gui.panels.findings.words import group_heading, severity_title
from salesorg_gui.panels.inspector.form import Section
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.rulebook.effect import Effect
from salesorg_gui.panels.rulebook.found import Found
from salesorg_gui.panels.text import Label, Paragraph
from salesorg_gui.rules.finding import Severity
from salesorg_gui.rules.rulebook import Ruling
from salesorg_gui.session.trial import Trials


class RuleFace(QWidget):
    """The parts of the page; whoever owns it fills ``limits`` and listens to the controls."""

    def __init__(self, look: Look, trials: Trials) -> None:
        super().__init__()
        self.setObjectName("inspector_content")
        self.when = Paragraph("", "body", "2")
        self.on = Tick(look, _("Ask this rule"), "rule_on")
        options = [Option(str(severity), severity_title(severity)) for severity in Severity]
        self.severity = Segmented(look, options, "rule_severity", _("Severity"))
        self.limits = QVBoxLayout()
        self.effect = Effect(trials)
        self.found = Found()
        self.back = TextButton(look, _("Back to usual"), "rule_back", "secondary", "undo-2", small=True)
        self._group, self._title = Label("", "small", "2"), Paragraph("", "title")
        self._usual, self._origin = Label("", "small", "3"), Paragraph("", "small", "2")
        named = ((self.when, "when"), (self._title, "title"), (self._usual, "severity_usual"), (self._origin, "origin"))
        for label, word in named:
            label.setObjectName(f"rule_{word}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for section in (self._head(), self._state(), self._numbers(), self._origins()):
            column.addWidget(section)
        column.addStretch()

    def show_ruling(self, now: Ruling, title: str, origin: str) -> None:
        """Show what holds for the rule."""
        self._group.setText(group_heading(now.text.group))
        self._title.setText(title)
        self.on.setChecked(not now.is_off)
        self.severity.show_value(str(now.severity or now.usual))
        usual = severity_title(now.usual).lower()
        self._usual.setText("" if now.severity is None else _("Usual: {severity}").format(severity=usual))
        self.back.setVisible(bool(now.changed))
        self._origin.setText(origin)

    def _head(self) -> Section:
        section = Section()
        section.rows.addWidget(self._group)
        section.rows.addWidget(self._title)
        section.rows.addSpacing(4)
        section.rows.addWidget(self.when)
        return section

    def _state(self) -> Section:
        section, row = Section(), QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.severity)
        row.addWidget(self._usual, 1)
        section.rows.addWidget(self.on)
        section.rows.addLayout(row)
        return section

    def _numbers(self) -> Section:
        section, back = Section(), QHBoxLayout()
        self.limits.setSpacing(4)
        back.setContentsMargins(0, 8, 0, 0)
        back.addWidget(self.back)
        back.addStretch()
        section.rows.addLayout(self.limits)
        section.rows.addWidget(self.effect)
        section.rows.addWidget(self.found)
        section.rows.addLayout(back)
        return section

    def _origins(self) -> Section:
        section = Section(_("Where it comes from"))
        section.setProperty("look", "last")
        section.rows.addWidget(self._origin)
        return section
