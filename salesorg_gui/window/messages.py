"""Questions that stop everything, and news that must be read. Plain text, always."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QMessageBox, QWidget

from salesorg_gui.i18n import _
from salesorg_gui.panels.text import caption


class Answer(Enum):
    """What to do with unsaved changes."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


def tell(parent: QWidget, title: str, text: str) -> None:
    """Say something that must be read."""
    box = _box(parent, title, text)
    close = box.addButton(caption(_("Close")), QMessageBox.ButtonRole.AcceptRole)
    close.setObjectName("message_close")
    _chosen(box)


def ask_about_changes(parent: QWidget, name: str) -> Answer:
    """Ask whether unsaved changes are saved before the plan goes."""
    title = _("Save the changes to {name}?").format(name=name)
    box = _box(parent, title, _("Without saving, what was changed since is lost."))
    save = box.addButton(caption(_("Save")), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(caption(_("Don't save")), QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(caption(_("Cancel")), QMessageBox.ButtonRole.RejectRole)
    for button, word in ((save, "save"), (discard, "discard"), (cancel, "cancel")):
        button.setObjectName(f"message_{word}")
    box.setDefaultButton(save)
    box.setEscapeButton(cancel)
    chosen = _chosen(box)
    if chosen is save:
        return Answer.SAVE
    return Answer.DISCARD if chosen is discard else Answer.CANCEL


def ask(parent: QWidget, title: str, text: str, yes: str) -> bool:
    """Ask whether to do something; Esc means no."""
    box = _box(parent, title, text)
    do = box.addButton(caption(yes), QMessageBox.ButtonRole.AcceptRole)
    do.setObjectName("message_yes")
    cancel = box.addButton(caption(_("Cancel")), QMessageBox.ButtonRole.RejectRole)
    cancel.setObjectName("message_cancel")
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    return _chosen(box) is do


def _chosen(box: QMessageBox) -> QAbstractButton:
    """The button that ended the question; the box goes, for its parent would keep it."""
    box.exec()
    box.deleteLater()
    return box.clickedButton()


def _box(parent: QWidget, title: str, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setObjectName("message")
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(title)
    box.setInformativeText(text)
    for label in box.findChildren(QLabel):  # the format above does not reach the second text
        label.setTextFormat(Qt.TextFormat.PlainText)
    return box
