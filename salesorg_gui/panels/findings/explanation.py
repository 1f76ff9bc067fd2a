"""What stands below the row of a finding: why it matters, what to do, remedies, and a way to live with it."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from salesorg_gui.i18n import _
from salesorg_gui.panels.fields import TextField
from salesorg_gui.panels.findings.remedy_buttons import KeyedButton, RemedyButtons
from salesorg_gui.panels.findings.told import Told
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label, Paragraph, name
from salesorg_gui.rules.remedies.remedy import Remedy

NARROW = 720
"""With less room than this the parts stand below each other."""
LEFT, RIGHT = 48, 16
ACTIONS, MOST_ACTIONS, SHARE = 280, 400, 0.38
"""How wide the buttons are, at least and at most, and their share of the whole."""


class Reason(QWidget):
    """Asks why a finding is fine here; ``given`` carries the answer."""

    given = Signal(str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.field = TextField("findings_reason", _("Reason"), placeholder=_("Why this is fine here"))
        self.field.setProperty("boxed", True)
        self.accept = KeyedButton(look, _("Accept"), "findings_accept", "primary")
        self.cancel = KeyedButton(look, _("Cancel"), "findings_accept_close", "secondary")
        column, row = QVBoxLayout(self), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addLayout(row)
        row.addWidget(self.accept)
        row.addWidget(self.cancel)
        self.field.returnPressed.connect(self._give)
        self.accept.clicked.connect(self._give)
        self.cancel.clicked.connect(self.left)

    def ask(self, before: str) -> None:
        """Wait for an answer; the one given before is there to be typed over."""
        self.field.setText(before)
        self.field.selectAll()
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        if reason := self.field.text().strip():
            self.given.emit(reason)
        else:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)


class Explanation(QFrame):
    """``accepted`` carries a reason, empty to take it back; ``left`` gives the keyboard back to the row above."""

    accepted = Signal(str)
    left = Signal()
    grown = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("look", "explanation")
        name(self, "findings_explanation", _("Explanation"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.remedies = RemedyButtons(look)
        self._texts = {part: Paragraph("", *style) for part, style in STYLES.items()}
        for part, paragraph in self._texts.items():
            paragraph.setObjectName(f"findings_{part}")
        self._reason = Reason(look)
        self._lapsed = ""
        self._accept = KeyedButton(look, _("Accept…"), "findings_accept_ask", "secondary")
        self._again = KeyedButton(look, _("Show again"), "findings_show_again", "secondary")
        self.change = KeyedButton(look, _("Change this rule…"), "findings_change_rule", "link")
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._actions = QWidget()
        self._lay_out()
        self._accept.clicked.connect(self.ask_reason)
        self._again.clicked.connect(lambda: self.accepted.emit(""))
        self._reason.given.connect(self.accepted)
        self._reason.left.connect(self._stop_asking)

    def explain(self, told: Told, *, can_accept: bool, is_cut: bool) -> None:
        """Explain a finding; its remedies come later. What it says is repeated where its row cuts it short."""
        says = {
            "message": told.message if is_cut else "",
            "why": told.why,
            "fix": told.fix,
            "limits": "\n".join(told.limits),
            "origin": told.origin,
            "standing": _standing(told),
        }
        for part, text in says.items():
            self._texts[part].setText(text)
            self._texts[part].setVisible(bool(text))
        self._heading.setVisible(bool(told.fix))
        self._lapsed = told.lapsed
        self._reason.hide()
        self._accept.setVisible(can_accept and not told.accepted)
        self._again.setVisible(bool(told.accepted))
        self.remedies.setVisible(not told.accepted)
        self.setAccessibleDescription("\n".join(filter(None, (told.message, *says.values()))))

    def show_remedies(self, remedies: Sequence[Remedy] | None) -> None:
        """Offer these; ``None`` while they are looked for."""
        if remedies is None:
            self.remedies.wait()
        else:
            self.remedies.show_remedies(remedies)
        self._order_tabs()
        self.grown.emit()

    def focus_first(self) -> bool:
        """Give the keyboard to the first button; whether there is one."""
        for button in (*self.remedies.buttons, self._accept, self._again):
            if button.isVisibleTo(self):
                button.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def ask_reason(self) -> None:
        """Ask why the finding is fine here."""
        if not self._accept.isVisibleTo(self):
            return
        self.remedies.hide()
        self._accept.hide()
        self._reason.ask(self._lapsed)
        self.grown.emit()

    def heightForWidth(self, width: int) -> int:
        self._turn(width)
        for child in self.findChildren(QWidget):
            child.ensurePolished()
        self._parts.invalidate()
        self._parts.activate()
        return self._parts.totalHeightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self._reason.isVisibleTo(self):
                self._stop_asking()
            else:
                self.left.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn(self.width())

    def _lay_out(self) -> None:
        self._parts.setContentsMargins(LEFT, 4, RIGHT, 14)
        self._parts.setSpacing(24)
        self._heading = Label(_("What to do"), "section")
        why, what, actions = QVBoxLayout(), QVBoxLayout(), QVBoxLayout(self._actions)
        for column, parts in ((why, ("message", "why", "standing", "origin")), (what, ("fix", "limits"))):
            column.setSpacing(4)
            if column is what:
                column.addWidget(self._heading)
            for part in parts:
                column.addWidget(self._texts[part])
            if column is what:
                column.addWidget(self.change)
            column.addStretch()
        actions.setContentsMargins(0, 0, 0, 0)
        actions.setSpacing(6)
        for widget in (self.remedies, self._accept, self._again, self._reason):
            actions.addWidget(widget)
        actions.addStretch()
        self._parts.addLayout(why, 4)
        self._parts.addLayout(what, 3)
        self._parts.addWidget(self._actions)

    def _turn(self, width: int) -> None:
        """Put the parts beside each other, or below each other where there is little room."""
        is_narrow = width < NARROW
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        if direction != self._parts.direction():
            self._parts.setDirection(direction)
        self._parts.setSpacing(8 if is_narrow else 24)
        wide = max(ACTIONS, min(MOST_ACTIONS, round(width * SHARE)))
        self._actions.setFixedWidth(max(0, min(wide, width - LEFT - RIGHT)))

    def _order_tabs(self) -> None:
        chain = [*self.remedies.buttons, self._accept, self._again, self.change]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _stop_asking(self) -> None:
        self._reason.hide()
        self.remedies.show()
        self._accept.show()
        self.grown.emit()
        self._accept.setFocus(Qt.FocusReason.OtherFocusReason)


def _standing(told: Told) -> str:
    """Why somebody lives with it, or did while it told other numbers."""
    if told.accepted:
        return _("Accepted: {reason}").format(reason=told.accepted)
    if told.lapsed:
        return _("Accepted before it changed: {reason}").format(reason=told.lapsed)
    return ""


STYLES = {
    "message": ("label", "1"),
    "why": ("body", "2"),
    "standing": ("body", "1"),
    "origin": ("small", "3"),
    "fix": ("body", "1"),
    "limits": ("small", "2"),
}
"""The size and ink of each part."""
