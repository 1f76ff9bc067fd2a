"""How the cost of a seam is reckoned: the formula in words, and its weights to try others."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesorg_gui.i18n import _
from salesorg_gui.pages.wrapped import Wrapped
from salesorg_gui.panels.fields import TextField
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.numbers import NotANumber, number, shown
from salesorg_gui.panels.text import Label

USUAL: Mapping[str, float] = {"pod": 2.0, "segment": 1.5, "nobody": 6.0}
LEAST, MOST = 1.0, 1000.0


class WeightFields(QWidget):
    """``changed`` tells that a weight is another. They are tried out here and kept nowhere."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._values = dict(USUAL)
        self._fields: dict[str, TextField] = {}
        self.setObjectName("seams_weights")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(_("How the cost is reckoned"), "strong"))
        formula = _("What goes over it a month × levels up to whoever settles × the factors below. Planning figures.")
        column.addWidget(Wrapped(formula, "small", "3"))
        titles = {
            "pod": _("Factor for leaving a pod"),
            "segment": _("Factor for leaving a segment"),
            "nobody": _("Levels where nobody settles"),
        }
        for id, title in titles.items():
            column.addWidget(self._line(id, title))

    @property
    def values(self) -> Mapping[str, float]:
        """The weights as they are now, by their names in the formula."""
        return dict(self._values)

    def _line(self, id: str, title: str) -> QWidget:
        field = self._fields[id] = TextField(f"seams_weight_{id}", title)
        field.setFixedWidth(64)
        field.show_value(shown(self._values[id]))
        field.committed.connect(lambda text: self._take(id, text))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label(title, "body"), 1)
        row.addWidget(field)
        return line

    def _take(self, id: str, text: str) -> None:
        """Take a weight; an empty field takes the usual one, and what is no number leaves it as it is."""
        try:
            value = number(text) if text else USUAL[id]
        except NotANumber:
            value = self._values[id]
        value = min(MOST, max(LEAST, value))
        is_other = value != self._values[id]
        self._values[id] = value
        self._fields[id].show_value(shown(value))
        if is_other:
            self.changed.emit()
