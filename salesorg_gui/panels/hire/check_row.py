"""One line of a hiring checklist: a box to tick, and who, until when, done on which day, with a remark."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesorg_gui.domain.dates import is_date
from salesorg_gui.domain.records import Check
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import IconButton
from salesorg_gui.panels.fields import TextField, Tick
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Paragraph

DATE_WIDTH = 104


def summary(check: Check) -> str:
    """What is said of a line, in one line."""
    due = _("due {date}").format(date=check.due) if check.due and not check.done else ""
    done = _("done {date}").format(date=check.done) if check.done else ""
    return " · ".join(text for text in (check.who, due, done, check.remark) if text)


class CheckRow(QWidget):
    """``changed`` carries the line as it is wanted; ``ticked`` whether a hand ticked it."""

    changed = Signal(object)
    ticked = Signal(bool)

    def __init__(self, text: str, check: Check, look: Look) -> None:
        super().__init__()
        self._check = check
        self._name = f"hire_{check.step}_{check.item}"
        self._tick = Tick(look, "", f"{self._name}_done")
        self._tick.setAccessibleName(text)
        self._text = Paragraph(text, "body")
        self._said = Paragraph("", "small", "2")
        spoken = _("{line}: who and when").format(line=text)
        self._more = IconButton(look, "ellipsis", f"{self._name}_more", spoken, "text_3", 14)
        self._fields = {
            "who": TextField(f"{self._name}_who", _("Who"), placeholder=_("Who")),
            "due": TextField(f"{self._name}_due", _("Due"), placeholder=_("Due")),
            "done": TextField(f"{self._name}_date", _("Done on"), placeholder=_("Done on")),
            "remark": TextField(f"{self._name}_remark", _("Remark"), placeholder=_("Remark")),
        }
        self._reason = Paragraph("", "small", "error")
        self._reason.setObjectName(f"{self._name}_reason")
        self._place = self._laid_out()
        self._place.hide()
        self._tick.ticked.connect(self.ticked)
        self._more.clicked.connect(self._toggle)
        for part, field in self._fields.items():
            field.setProperty("boxed", True)
            field.committed.connect(lambda text, part=part: self._commit(part, text))

    def show_check(self, check: Check, *, keep_typing: bool) -> None:
        """Show what is said of the line."""
        self._check = check
        self._tick.setChecked(bool(check.done))
        self._text.wear("2" if check.done else "1")
        self._said.setText(summary(check))
        self._said.setVisible(bool(summary(check)) and self._place.isHidden())
        values = {"who": check.who, "due": check.due, "done": check.done, "remark": check.remark}
        for part, field in self._fields.items():
            field.show_value(values[part], keep_typing=keep_typing)
        if not any(field.is_pending for field in self._fields.values()):
            self._refuse("")

    def _laid_out(self) -> QWidget:
        place = QWidget()
        first, words, whole = QHBoxLayout(), QVBoxLayout(), QVBoxLayout(self)
        words.setSpacing(0)
        words.setContentsMargins(0, 6, 0, 0)
        words.addWidget(self._text)
        words.addWidget(self._said)
        first.setSpacing(4)
        first.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignTop)
        first.addLayout(words, 1)
        first.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        inner = QVBoxLayout(place)
        inner.setContentsMargins(26, 4, 30, 4)
        inner.setSpacing(4)
        line = QHBoxLayout()
        line.setSpacing(4)
        for part in ("who", "due", "done"):
            line.addWidget(self._fields[part], 1 if part == "who" else 0)
        for part in ("due", "done"):
            self._fields[part].setFixedWidth(DATE_WIDTH)
        inner.addLayout(line)
        inner.addWidget(self._fields["remark"])
        inner.addWidget(self._reason)
        self._reason.hide()
        whole.setContentsMargins(16, 0, 8, 0)
        whole.setSpacing(0)
        whole.addLayout(first)
        whole.addWidget(place)
        return place

    def _toggle(self) -> None:
        self._place.setVisible(self._place.isHidden())
        self.show_check(self._check, keep_typing=True)
        if self._place.isVisible():
            self._fields["who"].setFocus()

    def _commit(self, part: str, text: str) -> None:
        if part in {"due", "done"} and text and not is_date(text):
            self._refuse(_("Write a date as 2027-03-01."))
            return
        self._refuse("")
        self.changed.emit(replace(self._check, **{part: text}))  # type: ignore[arg-type]

    def _refuse(self, reason: str) -> None:
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
